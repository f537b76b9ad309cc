//! Capitalised runs: where a name starts and ends, and whether it is a person's or an organisation's.

use super::Kind;
use crate::lexicon::{Class, Tables, class, words};
use crate::text::{Gap, Shape, Text, Token};

/// How a sentence is written, which decides what can be part of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// Names are capitalised, other words are not.
    Usual,
    /// A headline with every word capitalised.
    Title,
    /// All capitals or all small: only the lexicon tells.
    None,
}

/// How the words of a sentence are capitalised.
pub(super) fn case_of(tokens: &[Token], headline: bool, caseless: bool) -> Case {
    if caseless {
        return Case::None;
    }
    if !headline {
        return Case::Usual;
    }
    let long = tokens.iter().filter(|t| t.is_word() && t.end - t.start >= 4);
    let (all, capital) = long.fold((0, 0), |(all, capital), t| (all + 1, capital + usize::from(t.is_capital())));
    if all >= 4 && capital * 10 >= all * 8 { Case::Title } else { Case::Usual }
}

/// Whether a token can be part of a name in a sentence of that case.
pub(super) fn is_name_word(token: &Token, case: Case) -> bool {
    if !token.is_word() || token.is(words::S) {
        return false;
    }
    let initial = token.shape == Shape::Initial && token.end - token.start == 2;
    if initial {
        return true;
    }
    let named = token.has(class::GIVEN.or(class::SURNAME));
    if token.has(class::GRAMMAR) && !(token.has(class::GIVEN) && case == Case::Usual && token.is_capital()) {
        return false;
    }
    if token.has(class::WEEKDAY) || token.has(class::MONTH) && !token.has(class::GIVEN) {
        return false;
    }
    match case {
        Case::Usual => token.is_capital(),
        Case::Title => token.is_capital() && (!token.has(class::COMMON) || named || token.has(class::ORG_HEAD)),
        Case::None => !token.has(class::COMMON.or(class::VERB).or(class::SAY).or(class::NUMBER_WORD)),
    }
}

/// One past the last token of the name that starts at `start`: capitalised words, initials, particles, "&", nicknames.
pub(super) fn run_end(
    text: &Text<'_>,
    start: usize,
    end: usize,
    case: Case,
    stops: impl Fn(usize, usize) -> bool,
) -> usize {
    let tokens = &text.tokens;
    let longest = if case == Case::None { 4 } else { 12 };
    let mut at = start + 1;
    while at < end && at < start + longest {
        let token = &tokens[at];
        if token.gap > Gap::Line || token.gap == Gap::Nothing && token.shape != Shape::Mark && !token.is_possessive() {
            break;
        }
        // "Acme Corp. Lee": the legal form ends the name; not "William K.K. Lee".
        let before = &tokens[at - 1];
        let initials = before.shape == Shape::Upper && at == start + 2 && tokens[start].has(class::PLAIN_GIVEN);
        if !initials
            && before.has(class::ORG_SUFFIX)
            && before.has(class::ABBREVIATION)
            && !token.has(class::ORG_SUFFIX)
            && !before.has(class::NAME_SUFFIX)
        {
            break;
        }
        // "of Civic Party" above "New Labour": a line that ends with a whole name
        let whole =
            before.has(class::ORG_HEAD.or(class::ORG_SUFFIX)) && !before.has(class::COMMON.or(class::ORG_OPENER));
        let under = token.gap == Gap::Line && at - start >= 2 && whole;
        if under {
            break;
        }
        if is_name_word(token, case) && !stops(start, at) {
            at += 1;
            continue;
        }
        let next_is_name = |k: usize| {
            at + k < end
                && tokens[at + k].gap <= Gap::Line
                && is_name_word(&tokens[at + k], case)
                && !stops(start, at + k)
        };
        // "Telford plc": a legal form in small letters ends the name.
        let form = |t: &&Token| {
            let word = t.shape == Shape::Lower && t.end - t.start >= 3 && t.gap == Gap::Space;
            word && t.has(class::ORG_SUFFIX) && !t.has(class::COMMON.or(class::GIVEN).or(class::SURNAME))
        };
        let forms = tokens[at..end].iter().take_while(form).take(2).count();
        if forms > 0 && case == Case::Usual {
            return at + forms;
        }
        // "Ursula van der Berg", "Mohammed bin Salman"
        if token.has(class::PARTICLE) && token.shape == Shape::Lower && case != Case::None {
            let particles = tokens[at..end].iter().take_while(|t| t.has(class::PARTICLE)).take(3).count();
            if next_is_name(particles) {
                at += particles + 1;
                continue;
            }
        }
        // "Heck's Inc", "Barclay's Bank Plc"; not "Acme's Widget Inc", which is Acme's.
        if token.is_possessive() && at == start + 1 && owner_in_name(&tokens[start..end]) {
            at += 2;
            continue;
        }
        // "Louis St. Laurent"
        if token.is(words::SAINT)
            && tokens[at - 1].has(class::GIVEN)
            && at == start + 1
            && next_is_name(1)
            && tokens[at + 1].has(class::SURNAME)
        {
            at += 2;
            continue;
        }
        // "Korean People's Army", "Nurses' Union"
        if token.is_possessive()
            && tokens[at - 1].has(class::FOLK)
            && at + 1 < end
            && tokens[at + 1].gap == Gap::Space
            && tokens[at + 1].is_capital()
            && is_name_word(&tokens[at + 1], case)
        {
            at += 2;
            continue;
        }
        // "Procter & Gamble", "Sun/DIC Acquisition"; not "Ann Lee/Acme Pictures", "Acme Photo/Ann Lee", whose picture it is.
        // Nor "April/Oct".
        let slash = token.is(words::SLASH)
            && token.gap == Gap::Nothing
            && !tokens[start].has(class::MONTH.or(class::WEEKDAY))
            && at + 1 < end
            && tokens[at + 1].gap == Gap::Nothing
            && tokens[at + 1].is_capital()
            && !tokens[at + 1].has(class::GIVEN)
            && !(tokens[start].has(class::GIVEN) && at - start >= 2);
        if slash {
            at += 2;
            continue;
        }
        if token.is(words::AMPERSAND) && next_is_name(1) {
            at += 2;
            continue;
        }
        // "John (Jack) Smith"
        if token.is(words::OPEN)
            && tokens[at - 1].has(class::GIVEN)
            && next_is_name(1)
            && tokens[at + 1].has(class::GIVEN)
            && at + 3 < end
            && tokens[at + 2].is(words::CLOSE)
            && next_is_name(3)
            && at == start + 1
        {
            at += 4;
            continue;
        }
        // John "Jack" Smith, John 'Jack' Smith
        if token.is_any(&[words::QUOTE, words::APOSTROPHE])
            && token.gap == Gap::Space
            && at == start + 1
            && at + 3 < end
            && tokens[at + 1].is_capital()
            && tokens[at + 1].gap == Gap::Nothing
            && (token.is(words::APOSTROPHE) || next_is_name(1))
            && tokens[at + 2].is(token.word)
            && next_is_name(3)
        {
            at += 4;
            continue;
        }
        break;
    }
    // "Lee Jr.", "Lee, Jr."
    if at < end && tokens[at].has(class::NAME_SUFFIX) && tokens[at].is_capital() && !stops(start, at) {
        at += 1;
    } else if at + 1 < end && tokens[at].is(words::COMMA) && is_generation(&tokens[at + 1]) {
        at += 2;
    }
    at
}

/// "Heck", "'s", then words that any company bears and its legal form.
fn owner_in_name(tokens: &[Token]) -> bool {
    let [owner, _, rest @ ..] = tokens else { return false };
    let suffix = rest.iter().take(3).position(|t| t.has(class::ORG_SUFFIX));
    let named = |t: &Token| t.gap == Gap::Space && t.is_capital();
    suffix.is_some_and(|at| {
        rest[..=at].iter().all(named) && rest[..at].iter().all(|t| t.has(class::COMMON) && t.has(class::ORG_HEAD))
    }) && !owner.has(class::ORG_START.or(class::PLACE_START).or(class::ORG_HEAD))
}

fn is_generation(token: &Token) -> bool {
    token.has(class::NAME_SUFFIX) && token.has(class::ABBREVIATION)
}

/// What a capitalised run names, by its words and by what stands around it.
pub(super) fn classify(
    text: &Text<'_>,
    tables: &Tables,
    first: usize,
    last: usize,
    case: Case,
    after_title: bool,
) -> Kind {
    let tokens = &text.tokens;
    let run = &tokens[first..last];
    let words_only = || run.iter().filter(|t| t.is_word() && !t.has(class::NAME_SUFFIX));
    let Some((head, tail)) = words_only().next().zip(words_only().next_back()) else { return Kind::Name };
    let length = words_only().count();
    // "Nathan Lane"; not "in Nathan Lane", "the Nathan Bridge".
    let placed = first
        .checked_sub(1)
        .is_some_and(|before| tokens[before].has(class::PREPOSITION.or(class::DETERMINER)) && !after_title);
    let surname = head.has(class::PLAIN_GIVEN) && tail.has(class::SURNAME) && length == 2;
    if tail.has(class::LANDMARK) && case == Case::Usual && (placed || !surname) {
        return Kind::Name;
    }
    // "Gregory XII"
    let numbered = run.len() == 2
        && case == Case::Usual
        && head.has(class::PLAIN_GIVEN)
        && run[1].shape == Shape::Upper
        && is_roman(&text.source[run[1].start as usize..run[1].end as usize]);
    if numbered {
        return Kind::Person;
    }
    let given = head.has(class::GIVEN);
    let sure_given = given && (!head.has(class::NAME_AND_WORD) || head.has(class::PLAIN_GIVEN));
    if length == 1 {
        let ordinary = head.has(class::COMMON.or(class::PERSON_NOUN)) && !head.has(class::SURNAME.or(class::GIVEN));
        let title = after_title
            && !ordinary
            && !head.has(class::ORG_SUFFIX)
            && !head.has(class::ORG_HEAD)
            && head.shape != Shape::Upper;
        let known_after_title = after_title && case == Case::None;
        // "40 KM" and "40 mln BBL", but "HP" and "GM" are companies
        let before = first.checked_sub(1).map(|b| &tokens[b]);
        let measures = head.has(class::UNIT)
            && before.is_some_and(|t| t.shape == Shape::Number || t.has(class::NUMBER_WORD) || !t.is_word());
        return match () {
            () if title || known_after_title => Kind::Person,
            () if head.shape == Shape::Upper && case == Case::Usual && !measures && is_acronym(text, head) => {
                Kind::Organization
            }
            () if !head.word.is_known() && ends_in_legal_form(text, tables, head) => Kind::Organization,
            () => Kind::Name,
        };
    }
    let person_like = given && (tail.has(class::SURNAME) || !tail.has(class::COMMON));
    let suffix = run.last().is_some_and(|t| t.has(class::ORG_SUFFIX) && !t.has(class::NAME_SUFFIX));
    // "a LIAR & CHEAT", "big Jobs & Oil", "ORIGINAL POST": ordinary words together, or shouted, are no name.
    let plain = |t: &Token| t.has(class::COMMON) && !t.has(class::SURNAME.or(class::GIVEN));
    let shouted = case == Case::Usual && words_only().all(|t| t.shape == Shape::Upper) && words_only().any(plain);
    let joined = run.iter().any(|t| t.is(words::AMPERSAND));
    let wordy = joined && words_only().all(|t| plain(t) && !t.has(class::ORG_HEAD));
    if suffix || joined && !shouted && !wordy {
        return Kind::Organization;
    }
    if shouted && words_only().all(plain) {
        return Kind::Name;
    }
    // "GREAT Store", "VERY Good Company"
    let loud = |t: &Token| t.shape == Shape::Upper && plain(t) && t.end - t.start >= 4 && !t.has(class::ORG_HEAD);
    if case == Case::Usual && !shouted && words_only().any(loud) {
        return Kind::Name;
    }
    // "Danish Kroner"
    if tail.has(class::CURRENCY) && !tail.has(class::ORG_HEAD) && head.has(class::PLACE_START) {
        return Kind::Name;
    }
    // "the Xanthe Duarte Show"
    let shown = first.checked_sub(1).is_some_and(|b| tokens[b].is(words::THE)) && !after_title;
    if shown && length >= 3 && given && tail.has(class::COMMON) && !tail.has(class::ORG_HEAD) && case == Case::Usual {
        return Kind::Name;
    }
    // "U P D A T E"
    if words_only().all(|t| t.shape == Shape::Initial) {
        return Kind::Name;
    }
    // "Charles Temple"; not "at Charles Temple".
    let temple = surname && (sure_given || !placed);
    if tail.has(class::ORG_HEAD) && !temple && !after_title {
        return Kind::Organization;
    }
    let initial_inside = words_only().skip(1).take(length - 2).any(|t| t.shape == Shape::Initial) && length <= 5;
    // "J. Oduya", "J.K. Oduya"
    let dotted = head.shape == Shape::Upper && text.source.as_bytes()[head.end as usize - 1] == b'.' && length == 2;
    let initials_first = (head.shape == Shape::Initial && head.end - head.start >= 2
        || dotted && !head.has(class::PLACE_START.or(class::POST_START).or(class::ORG_START)))
        && !tail.has(class::ORG_HEAD);
    let particle = |t: &Token| t.has(class::PARTICLE) && t.shape == Shape::Lower;
    let ordinary = words_only()
        .filter(|t| t.has(class::COMMON) && !t.has(class::GIVEN.or(class::SURNAME)) && !particle(t))
        .count();
    if length <= 5 && ordinary == 0 && (after_title || initials_first || initial_inside && !tail.has(class::ORG_HEAD)) {
        return Kind::Person;
    }
    let all_common = words_only().all(|t| t.has(class::COMMON));
    if length <= 5 && after_title && ordinary < length && !all_common && !tail.has(class::ORG_HEAD) {
        return Kind::Person;
    }
    // "AQ Oduya", "E Oduya": initials without stops
    let goes_on = tokens.get(last).is_some_and(|t| t.is_capital() && t.gap == Gap::Space);
    let bare_initials = length == 2
        && case == Case::Usual
        && !goes_on
        && (head.shape == Shape::Upper && head.end - head.start == 2 || head.shape == Shape::Initial)
        && !head.has(class::GRAMMAR.or(class::PLACE_START).or(class::POST_START).or(class::ORG_START).or(class::UNIT))
        && tail.shape == Shape::Capital
        && tail.has(class::SURNAME)
        && !tail.has(class::COMMON.or(class::ORG_HEAD).or(class::ORG_START).or(class::PLACE_START));
    if bare_initials {
        return Kind::Person;
    }
    let place_first = tables.places.longest(run.iter().map(|t| t.word)).is_some_and(|(n, _)| n == length);
    if place_first {
        return Kind::Place;
    }
    // "Ann Hammers Ohio", in a headline
    let hammers = case == Case::Title && length >= 3 && tail.has(class::PLACE_START);
    if length <= 5 && ordinary == 0 && sure_given && person_like && !hammers || temple && tail.has(class::LANDMARK) {
        return Kind::Person;
    }
    let known_tail = tail.has(class::SURNAME) || case == Case::Usual && !tail.has(class::COMMON.or(class::PLACE_START));
    if length <= 4 && ordinary == 0 && given && known_tail && !tail.has(class::ORG_HEAD) {
        return Kind::Person;
    }
    // "Xanthe Duarte": a word that is nothing else before a surname that is nothing else.
    let odd_given = length == 2
        && case == Case::Usual
        && run.len() == 2
        && !head.word.is_known()
        && head.shape == Shape::Capital
        && is_plain(text, head)
        && tail.shape == Shape::Capital
        && tail.has(class::SURNAME)
        && is_plain(text, tail)
        && !tail.has(NOT_SURNAME);
    if odd_given {
        return Kind::Person;
    }
    // "Duarte Xan-the": a surname before a given name of two syllables
    if length == 2
        && case == Case::Usual
        && !head.has(NOT_SURNAME)
        && head.has(class::SURNAME)
        && is_two_syllables(text, tables, tail)
    {
        return Kind::Person;
    }
    if case == Case::Usual && length == run.len() && is_family_first(text, tables, run) {
        return Kind::Person;
    }
    // Unknown given name: what stands around it decides. "Xanthe Oduya, 55, …", "Xanthe Oduya said …"
    let unknown = words_only().all(|t| !t.has(class::COMMON) && t.shape == Shape::Capital);
    if length <= 4
        && (unknown || ordinary == 0 && tail.has(class::SURNAME))
        && case == Case::Usual
        && acts_as_person(tokens, last)
    {
        return Kind::Person;
    }
    Kind::Name
}

/// What a surname may be besides.
const NOT_SURNAME: Class = class::COMMON
    .or(class::ORG_HEAD)
    .or(class::ORG_SUFFIX)
    .or(class::ORG_START)
    .or(class::PLACE_START)
    .or(class::POST_START)
    .or(class::PERSON_NOUN);

/// One capital, then small letters, three at least: "Duarte"; not "McDuarte", "SenMajLdr", "Duarte-based".
fn is_plain(text: &Text<'_>, token: &Token) -> bool {
    let word = &text.source[token.start as usize..token.end as usize];
    word.chars().count() >= 3 && word.chars().skip(1).all(char::is_lowercase)
}

/// "Kwan-ho", "Min-Woo", "Kwan-wing": two short halves, not both ordinary words; not "Trump-era".
fn is_two_syllables(text: &Text<'_>, tables: &Tables, token: &Token) -> bool {
    let word = &text.source[token.start as usize..token.end as usize];
    let Some((first, second)) = word.split_once('-') else { return false };
    let is_ordinary = |part: &str| {
        tables.class(tables.word(part.to_ascii_lowercase().as_bytes())).has(class::COMMON.or(class::GRAMMAR))
    };
    let syllable = |part: &str| {
        (2..=6).contains(&part.len())
            && part.bytes().all(|b| b.is_ascii_alphabetic())
            && part.bytes().skip(1).all(|b| b.is_ascii_lowercase())
    };
    let ordinary = [first, second].map(is_ordinary);
    let fits = ordinary == [false; 2] || ordinary != [true; 2] && first.len() <= 4 && second.len() <= 4;
    token.shape == Shape::Capital && syllable(first) && syllable(second) && fits
}

/// "Zhang Meilan", "Park Min-woo", "Tran Thi Lan": a surname that stands first, then syllables.
pub(super) fn is_family_first(text: &Text<'_>, tables: &Tables, run: &[Token]) -> bool {
    let other = class::ORG_HEAD.or(class::ORG_SUFFIX).or(class::LANDMARK).or(class::MONTH).or(class::WEEKDAY);
    let spelled = |token: &Token| &text.source[token.start as usize..token.end as usize];
    let short = |token: &Token| is_plain(text, token) && spelled(token).len() <= 6;
    let fits = |token: &Token| token.shape == Shape::Capital && !token.has(other);
    let unlisted = |token: &Token| !token.word.is_known() || token.has(class::GIVEN.or(class::SURNAME));
    match run {
        [head, given] if head.has(class::FAMILY_FIRST) && fits(given) => {
            let joined = is_syllable_pair(spelled(given)) || is_two_syllables(text, tables, given);
            let word = class::COMMON.or(class::PLACE_START).or(class::POST_START);
            let free = !given.has(word);
            joined || free && (is_pinyin(spelled(given)) || !head.has(word) && unlisted(given) && short(given))
        }
        [head, middle, given] if head.has(class::FAMILY_FIRST) && !head.has(class::COMMON) => {
            [middle, given].iter().all(|&t| fits(t) && short(t))
                && !(middle.has(class::COMMON) && given.has(class::COMMON))
        }
        _ => false,
    }
}

/// "Min-woo", "Chi-chang": a hyphen between syllables, the second in small letters.
fn is_syllable_pair(word: &str) -> bool {
    word.split_once('-').is_some_and(|(first, second)| {
        let syllable =
            |part: &str| (1..=6).contains(&part.len()) && part.bytes().skip(1).all(|b| b.is_ascii_lowercase());
        syllable(first) && syllable(second) && second.bytes().all(|b| b.is_ascii_lowercase())
    })
}

/// "Meilan", "Zhengrong": two syllables that end in vowels, "n" or "ng", each after one consonant or none.
fn is_pinyin(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let bytes = lower.as_bytes();
    let vowel = |at: usize| bytes.get(at).is_some_and(|b| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u'));
    let (mut at, mut syllables) = (0, 0);
    while at < bytes.len() {
        at += match &bytes[at..] {
            [b'z' | b'c' | b's', b'h', ..] => 2,
            [b'a' | b'e' | b'o', ..] => 0,
            [b'v' | b'i' | b'u', ..] => return false,
            _ => 1,
        };
        let start = at;
        while vowel(at) {
            at += 1;
        }
        if !(1..=3).contains(&(at - start)) {
            return false;
        }
        // "n" or "ng" ends the syllable, unless the next one needs it: "nan", "tiang", "mena".
        if bytes.get(at) == Some(&b'n') && !vowel(at + 1) {
            at += 1;
            at += usize::from(bytes.get(at) == Some(&b'g') && !vowel(at + 1));
        }
        syllables += 1;
    }
    syllables == 2 && bytes.len() >= 4
}

/// What follows a person: an age, "who", a verb of saying.
fn acts_as_person(tokens: &[Token], last: usize) -> bool {
    let Some(next) = tokens.get(last) else { return false };
    if next.is(words::COMMA) {
        let Some(after) = tokens.get(last + 1) else { return false };
        return after.shape == Shape::Number && tokens.get(last + 2).is_some_and(|t| t.is(words::COMMA))
            || after.is(words::WHO)
            || after.has(class::POST_START) && !after.is_capital()
            || after.is_any(&[words::A, words::AN, words::THE])
                && tokens.get(last + 2).is_some_and(|t| t.has(class::POST_START.or(class::MODIFIER_START)));
    }
    next.has(class::SAY.or(class::WHO).or(class::ANIMATE)) || next.has(class::FRAME_VERB) && next.shape == Shape::Lower
}

/// An acronym of an organisation: two to six capitals that are no ordinary word or one of another kind.
fn is_acronym(text: &Text<'_>, token: &Token) -> bool {
    let word = &text.source[token.start as usize..token.end as usize];
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    // "MD-11", "COVID-19" are things; "R-Ohio" is a party's; "O.K." and "B.S." are words.
    let numbered = word.bytes().any(|b| b.is_ascii_digit());
    let party = matches!(word.as_bytes(), [letter, b'-', ..] if crate::reading::is_party_letter(*letter));
    let dotted = letters == 2 && word.as_bytes()[1] == b'.';
    (2..=6).contains(&letters)
        && !(numbered || party || dotted)
        && !token.has(NOT_ACRONYM)
        // "OLSON" shouts a name.
        && !(letters >= 4 && token.has(class::GIVEN.or(class::SURNAME)))
        && !is_roman(word)
}

/// What a word in capitals may be besides an acronym.
const NOT_ACRONYM: Class = class::COMMON
    .or(class::POST_START)
    .or(class::NAME_SUFFIX)
    .or(class::HONORIFIC)
    .or(class::PLACE_START)
    .or(class::ORG_SUFFIX)
    .or(class::CLOCK);

/// "MedCorp": a legal form after small letters; not "DeMint".
fn ends_in_legal_form(text: &Text<'_>, tables: &Tables, token: &Token) -> bool {
    let word = &text.source[token.start as usize..token.end as usize];
    let tail =
        word.rfind(|c: char| c.is_ascii_uppercase()).filter(|&at| at > 1 && word.len() - at >= 3).map(|at| &word[at..]);
    tail.is_some_and(|tail| {
        let tail = tables.word(tail.to_ascii_lowercase().as_bytes());
        tables.class(tail).has(class::ORG_SUFFIX)
    })
}

/// "XVII"
fn is_roman(word: &str) -> bool {
    word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}
