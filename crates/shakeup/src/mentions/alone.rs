//! People named by one word, which nobody introduces: "Gloria fell ill", "Duarte told the court".

use super::{Found, Kind, Mentions, Post};
use crate::lexicon::{Class, Tables, class, words};
use crate::text::{Gap, Shape, Text, Token};

/// Turns names of one word into people: given names that are nothing else, and surnames of those who do what people do.
pub(super) fn promote(text: &Text<'_>, tables: &Tables, mentions: &mut Mentions, posts: &[Post]) {
    let taken = taken_words(text, mentions);
    for index in 0..mentions.list.len() {
        let found = &mentions.list[index];
        if found.kind != Kind::Name || found.last - found.first != 1 {
            continue;
        }
        let token = &text.tokens[found.first];
        // "Obama" needs no introduction, though "the Obama administration" names a government.
        let president =
            token.has(class::US_PRESIDENT) && token.has(class::SURNAME) && !token.has(NOT_ALONE.or(class::PLACE_START));
        let free = token.shape == Shape::Capital
            && !token.has(NOT_ALONE)
            && (president || !names_other(tables, token))
            && taken.binary_search(&token.word.0).is_err();
        if !free || !stands_alone(text, mentions, found.first) || is_firm(text, tables, mentions, found.first) {
            continue;
        }
        let person = token.has(class::PLAIN_GIVEN)
            || president
            || is_irish(text, found.first)
            || token.has(class::SURNAME)
                && (acts(text, found.first)
                    || stands_with_person(text, mentions, found)
                    || holds_post(text, mentions, posts, found.first));
        if person {
            mentions.list[index].kind = Kind::Person;
        }
    }
}

/// Turns single names into people that a list of people holds: "Ann, Grace and Omar wrote", "Senators Duarte, Lee and Waters".
pub(super) fn promote_listed(text: &Text<'_>, mentions: &mut Mentions, posts: &[Post]) {
    for index in 0..mentions.list.len() {
        let found = &mentions.list[index];
        let token = &text.tokens[found.first];
        if found.kind != Kind::Name || found.last - found.first != 1 || token.shape != Shape::Capital {
            continue;
        }
        let among = || {
            token.has(class::GIVEN) && !token.has(NOT_GIVEN) && sides_with_person(text, mentions, found) == [true; 2]
        };
        if among() || token.has(class::SURNAME) && is_listed(text, mentions, posts, found.first) {
            mentions.list[index].kind = Kind::Person;
        }
    }
}

/// "Ernst and Whinney", "Lloyd's market": a given name that a firm goes by.
fn is_firm(text: &Text<'_>, tables: &Tables, mentions: &Mentions, at: usize) -> bool {
    let [name, next, rest @ ..] = &text.tokens[at..] else { return false };
    if next.is_possessive() {
        return tables.organizations.longest([name.word, next.word].into_iter()).is_some_and(|(length, _)| length == 2);
    }
    let partner = |t: &Token| t.shape == Shape::Capital && t.gap == Gap::Space && !t.has(class::PLAIN_GIVEN);
    name.has(class::PLAIN_GIVEN)
        && next.is(words::AND)
        && rest.first().is_some_and(partner)
        && mentions.of_kind(at + 2, Kind::Person).is_none()
}

/// Whether a word is all of the name of a known organisation or place: "Disney", "Paris"; not "Charles", of Charles Schwab.
fn names_other(tables: &Tables, token: &Token) -> bool {
    let word = || std::iter::once(token.word);
    token.has(class::ORG_START) && tables.organizations.longest(word()).is_some()
        || token.has(class::PLACE_START) && tables.places.longest(word()).is_some()
}

/// What a single word may be that is no person.
const NOT_ALONE: Class = class::COMMON
    .or(class::VERB)
    .or(class::MONTH)
    .or(class::WEEKDAY)
    .or(class::ORG_HEAD)
    .or(class::ORG_SUFFIX)
    .or(class::POST_START)
    .or(class::PERSON_NOUN)
    .or(class::HONORIFIC)
    .or(class::NAME_SUFFIX);

/// "Senators Duarte, Lee and Waters": the last of those whom a title in the plural introduces.
fn is_listed(text: &Text<'_>, mentions: &Mentions, posts: &[Post], at: usize) -> bool {
    const LONGEST: usize = 6;
    let tokens = &text.tokens;
    let follows = tokens.get(at + 1).is_some_and(|t| t.is_capital() && t.gap == Gap::Space);
    let Some(mut before) = at.checked_sub(1).filter(|&and| tokens[and].is(words::AND) && !follows) else {
        return false;
    };
    for _ in 0..LONGEST {
        if before > 0 && tokens[before - 1].is(words::COMMA) {
            before -= 1;
        }
        let Some(person) = before.checked_sub(1).and_then(|end| mentions.of_kind(end, Kind::Person)) else {
            return false;
        };
        let title =
            person.first.checked_sub(1).and_then(|end| mentions.of_kind(end, Kind::Post)).and_then(|f| f.entity);
        if let Some(post) = title {
            return posts[post].plural && posts[post].before_name;
        }
        let Some(joint) = person.first.checked_sub(1) else { return false };
        if !tokens[joint].is_any(&[words::COMMA, words::AND]) {
            return false;
        }
        before = joint;
    }
    false
}

/// What a given name may be besides that no list of people holds.
const NOT_GIVEN: Class = class::MONTH
    .or(class::WEEKDAY)
    .or(class::PLACE_START)
    .or(class::ORG_START)
    .or(class::POST_START)
    .or(class::ORG_HEAD)
    .or(class::ORG_SUFFIX);

/// "O'Xanthe": a surname wherever it stands.
fn is_irish(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    let mut letters = text.source[token.start as usize..token.end as usize].chars();
    letters.next() == Some('O')
        && letters.next().is_some_and(|c| matches!(c, '\'' | '’'))
        && letters.next().is_some_and(char::is_uppercase)
        && letters.count() >= 3
}

/// Gives people back the small words before their surnames: "bin Duarte" in a text of Ann bin Duarte.
pub(super) fn prefix_particles(text: &Text<'_>, mentions: &mut Mentions) {
    let tokens = &text.tokens;
    let particle = |at: usize| tokens[at].has(class::PARTICLE) && tokens[at].shape == Shape::Lower;
    let spelled = |at: usize| &text.source[tokens[at].start as usize..tokens[at].end as usize];
    let mut surnames: Vec<(&str, &str)> = mentions
        .list
        .iter()
        .filter(|f| f.kind == Kind::Person && f.last - f.first >= 3 && particle(f.last - 2))
        .map(|f| (spelled(f.last - 2), spelled(f.last - 1)))
        .collect();
    if surnames.is_empty() {
        return;
    }
    surnames.sort_unstable();
    let mut list = std::mem::take(&mut mentions.list);
    for found in &mut list {
        let single = found.last - found.first == 1 && matches!(found.kind, Kind::Name | Kind::Person);
        let before = found.first.checked_sub(1).filter(|&at| single && particle(at));
        let same = |at: usize| surnames.binary_search(&(spelled(at), spelled(found.first))).is_ok();
        if let Some(at) = before.filter(|&at| tokens[found.first].gap == Gap::Space && same(at)) {
            found.first = at;
            found.kind = Kind::Person;
        }
    }
    *mentions = Mentions::new(list, tokens.len());
}

/// Words that the document uses for something else, sorted: "Wendy's International Inc", "Hurricane Gloria", "Warren, Mich."
fn taken_words(text: &Text<'_>, mentions: &Mentions) -> Vec<u32> {
    let tokens = &text.tokens;
    let mut taken: Vec<u32> = mentions
        .list
        .iter()
        .filter_map(|found| {
            let (first, last) = (&tokens[found.first], &tokens[found.last - 1]);
            match found.kind {
                Kind::Organization if last.has(class::ORG_SUFFIX) || found.last - found.first == 1 => Some(first),
                Kind::Place if found.last - found.first == 1 => Some(first),
                Kind::Name if first.has(class::NOT_NAME_START) && found.last - found.first == 2 => Some(last),
                Kind::Name if is_town(text, mentions, found) => Some(first),
                _ => None,
            }
        })
        .filter(|t| t.has(class::GIVEN.or(class::SURNAME)))
        .map(|t| t.word.0)
        .collect();
    taken.sort_unstable();
    taken.dedup();
    taken
}

/// "Warren, Mich."
fn is_town(text: &Text<'_>, mentions: &Mentions, found: &Found) -> bool {
    text.tokens.get(found.last).is_some_and(|t| t.is(words::COMMA))
        && mentions.of_kind(found.last + 1, Kind::Place).is_some_and(|p| {
            text.tokens.get(p.last).is_some_and(|t| t.shape == Shape::Mark)
                || text.tokens[p.last - 1].has(class::ABBREVIATION)
        })
}

/// Whether a word is all of its name: not "Kate's Law", "the Gloria affair", "Kings of Leon", "Thomas More", "(Bob)".
fn stands_alone(text: &Text<'_>, mentions: &Mentions, at: usize) -> bool {
    let tokens = &text.tokens;
    let token = &tokens[at];
    if let Some(before) = at.checked_sub(1).map(|i| &tokens[i])
        && token.gap <= Gap::Space
    {
        let glued = token.gap == Gap::Nothing
            && !before.is_any(&[words::QUOTE, words::APOSTROPHE, words::OPEN, words::EM_DASH, words::TWO_DASHES]);
        let part_of_title = before.is(words::OF) && at >= 2 && tokens[at - 2].is_capital();
        let inserted = before.is_any(&[words::OPEN, words::OPEN_SQUARE]);
        if glued
            || part_of_title
            || inserted
            || before.is_any(&[words::THE, words::A, words::AN, words::IN, words::AT, words::AMPERSAND])
            || before.is_capital() && mentions.of_kind(at - 1, Kind::Name).is_some()
        {
            return false;
        }
    }
    let Some(next) = tokens.get(at + 1) else { return true };
    let after = tokens.get(at + 2);
    if next.is_possessive() {
        return !after.is_some_and(|t| t.gap == Gap::Space && t.is_capital());
    }
    if next.is(words::COMMA) && mentions.of_kind(at + 2, Kind::Place).is_some() {
        return false;
    }
    match next.gap {
        Gap::Nothing => {
            let joins = next.is_any(&[words::DASH, words::SLASH, words::AMPERSAND, words::EN_DASH]);
            !joins
                && (next.shape == Shape::Mark && (next.word.is_known() || after.is_none_or(|t| t.gap > Gap::Nothing)))
        }
        Gap::Space => {
            let name = next.is_capital() && !next.has(class::SPEAKER);
            let company = next.is(words::AND) && after.is_some_and(|t| t.has(class::ORG_SUFFIX));
            !name && !company && next.shape != Shape::Number && !next.is_any(&[words::OF, words::AMPERSAND])
        }
        _ => true,
    }
}

/// Whether a comma or "and" ties a name to a person: "Ann Lee and Xanthe Oduya", "Duarte, Lee and Diaz".
pub(super) fn stands_with_person(text: &Text<'_>, mentions: &Mentions, found: &Found) -> bool {
    sides_with_person(text, mentions, found) != [false; 2]
}

/// The same for what stands before and after.
fn sides_with_person(text: &Text<'_>, mentions: &Mentions, found: &Found) -> [bool; 2] {
    let tokens = &text.tokens;
    let joins =
        |at: usize| tokens.get(at).is_some_and(|t| t.gap <= Gap::Space && t.is_any(&[words::COMMA, words::AND]));
    let person = |at: usize| mentions.of_kind(at, Kind::Person).is_some();
    let before = || {
        let mut at = found.first;
        while at > 0 && found.first - at < 2 && joins(at - 1) {
            at -= 1;
        }
        at > 0 && at < found.first && person(at - 1)
    };
    let after = || {
        let mut at = found.last;
        while at < found.last + 2 && joins(at) {
            at += 1;
        }
        at > found.last && person(at)
    };
    [before(), after()]
}

/// Whether the bearer of a surname does what people do: "Duarte told the court", "…," Duarte said.", "Duarte's wife".
fn acts(text: &Text<'_>, at: usize) -> bool {
    let tokens = &text.tokens;
    let Some(next) = tokens.get(at + 1) else { return false };
    let after = tokens.get(at + 2);
    if next.is_possessive() {
        return after.is_some_and(|t| t.has(class::KIN) && t.shape == Shape::Lower);
    }
    let quote = |t: &Token| t.is(words::QUOTE);
    if next.has(class::ANIMATE) && next.shape == Shape::Lower {
        return true;
    }
    // "…," Duarte said; "…," said Duarte
    let says = |t: &Token| t.has(class::SAY) && t.shape == Shape::Lower;
    if says(next) {
        let quoted =
            at > 0 && (quote(&tokens[at - 1]) || at > 1 && quote(&tokens[at - 2]) && tokens[at - 1].is(words::COMMA));
        let by_person = after.is_some_and(|t| t.has(class::HE.or(class::SHE)));
        return quoted || by_person;
    }
    at >= 2 && says(&tokens[at - 1]) && quote(&tokens[at - 2]) && next.shape == Shape::Mark
}

/// Whether a post is said of a name: "Duarte was the first director", "Duarte resigned as mayor", "Duarte was elected mayor".
fn holds_post(text: &Text<'_>, mentions: &Mentions, posts: &[Post], at: usize) -> bool {
    let tokens = &text.tokens;
    let is_post = |at: usize| {
        let post = mentions.of_kind(at, Kind::Post).and_then(|f| f.entity).and_then(|p| posts.get(p));
        post.is_some_and(|p| !p.weak && !p.plural)
    };
    // Ordinary words may stand before the post: "the company's first", "a popular".
    let leads_to_post = |from: usize| {
        for i in from..from + 5 {
            let Some(token) = tokens.get(i) else { return false };
            if is_post(i) {
                return true;
            }
            let passes =
                token.shape == Shape::Lower && token.has(class::DETERMINER.or(class::COMMON).or(class::POSSESSIVE));
            if !passes || token.has(class::VERB) {
                return false;
            }
        }
        false
    };
    // "Duarte, the mayor of Lowell, …"; not "Duarte, mayor Ann Lee and …".
    if tokens.get(at + 1).is_some_and(|t| t.is(words::COMMA)) && leads_to_post(at + 2) {
        let post = mentions.within(at + 2..at + 7).iter().find(|f| f.kind == Kind::Post);
        return post.is_some_and(|p| mentions.of_kind(p.last, Kind::Person).is_none());
    }
    let mut verb = at + 1;
    let mut be = false;
    while verb < at + 4
        && tokens.get(verb).is_some_and(|t| t.has(class::BE.or(class::HAVE).or(class::MODAL).or(class::ADVERB)))
    {
        be |= tokens[verb].has(class::BE);
        verb += 1;
    }
    let Some(token) = tokens.get(verb).filter(|t| t.shape == Shape::Lower) else { return false };
    let frame = token.has(class::FRAME_VERB);
    let as_post =
        || (verb + 1..verb + 3).any(|i| tokens.get(i).is_some_and(|t| t.is(words::AS)) && leads_to_post(i + 1));
    be && leads_to_post(verb) || frame && as_post() || be && frame && leads_to_post(verb + 1)
}
