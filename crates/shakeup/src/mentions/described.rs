//! Names that what stands around them shows to be organisations: "the software company Xanthar", "Xanthar, a Boston charity",
//! "companies such as Xanthar", "acquired Xanthar", "Xanthar's Ann Lee".

use super::{Found, Kind, Mentions};
use crate::lexicon::{Class, Tables, class, words};
use crate::text::{Gap, Shape, Text, Token};

/// Turns names that are nobody's into organisations.
pub(super) fn promote(text: &Text<'_>, tables: &Tables, mentions: &mut Mentions) {
    for index in 0..mentions.list.len() {
        let found = &mentions.list[index];
        if found.kind == Kind::Name
            && could_be_firm(text, tables, found)
            && (is_called(text, found)
                || is_explained(text, mentions, found)
                || is_example(text, tables, mentions, found)
                || is_taken_over(text, mentions, found)
                || has_member(text, mentions, found))
        {
            mentions.list[index].kind = Kind::Organization;
        }
    }
}

/// What no part of a firm's name that only its surroundings show is.
const OTHER: Class = class::MONTH
    .or(class::WEEKDAY)
    .or(class::LANDMARK)
    .or(class::CURRENCY)
    .or(class::PERSON_NOUN)
    .or(class::THING)
    .or(class::GRAMMAR)
    .or(class::PLACE_START);

/// One to three capitalised words, one of them no ordinary one.
fn could_be_firm(text: &Text<'_>, tables: &Tables, found: &Found) -> bool {
    let tokens = &text.tokens[found.range()];
    let listed =
        tokens[0].has(class::NOT_NAME_START) && tables.not_names.longest(tokens.iter().map(|t| t.word)).is_some();
    tokens.len() <= 3
        && tokens.iter().all(|t| matches!(t.shape, Shape::Capital | Shape::Upper) && !t.has(OTHER))
        && tokens.iter().any(|t| !t.has(class::COMMON))
        && !listed
        && ends(text, found.last)
}

/// Whether a name ends at a token: a mark, a verb or a word of grammar follows; not "Xanthar plan", "Xanthar Bridge".
fn ends(text: &Text<'_>, at: usize) -> bool {
    let Some(next) = text.tokens.get(at) else { return true };
    let verb = class::GRAMMAR.or(class::SAY).or(class::BE).or(class::HAVE).or(class::MODAL).or(class::FRAME_VERB);
    next.gap > Gap::Space
        || next.is_possessive()
        || next.shape == Shape::Mark && !next.is_any(&[words::SLASH, words::DASH, words::AMPERSAND])
        || next.shape == Shape::Lower && (next.has(verb) || next.has(class::VERB) && !next.has(class::COMMON))
}

/// "a company": a common noun of organisations in the singular.
fn is_noun(token: &Token) -> bool {
    let common = token.shape == Shape::Lower && token.gap == Gap::Space;
    common && token.has(class::ORG_GENERIC) && !token.has(class::JURISDICTION)
}

/// "the software company Xanthar": the noun stands directly before, with a word before it that goes with a noun.
fn is_called(text: &Text<'_>, found: &Found) -> bool {
    let Some(noun) = found.first.checked_sub(1) else { return false };
    let tokens = &text.tokens;
    let calls = class::ORG_UNIT.or(class::POST_START).or(class::VERB);
    is_noun(&tokens[noun]) && tokens[found.first].gap == Gap::Space && !tokens[noun].has(calls)
}

/// "Xanthar, a Boston-based software company": the noun ends what an article opens behind the comma.
fn is_explained(text: &Text<'_>, mentions: &Mentions, found: &Found) -> bool {
    const LONGEST: usize = 6;
    let tokens = &text.tokens;
    let comma = tokens.get(found.last).is_some_and(|t| t.is(words::COMMA));
    let article = |t: &Token| t.is_any(&[words::A, words::AN, words::THE]);
    if !comma || !tokens.get(found.last + 1).is_some_and(article) {
        return false;
    }
    for at in found.last + 2..found.last + 2 + LONGEST {
        let Some(token) = tokens.get(at).filter(|t| t.gap == Gap::Space) else { return false };
        if is_noun(token) {
            // Not "At Xanthar, the company said", "Xanthar, the company's car", "Xanthar, a company founder".
            let Some(next) = tokens.get(at + 1) else { return true };
            let told = tokens[found.last + 1].is(words::THE) && at == found.last + 2;
            let closes = next.shape == Shape::Mark
                || next.has(class::PREPOSITION.or(class::SUBORDINATOR).or(class::CONJUNCTION));
            return closes && !told && !next.is_possessive() && mentions.of_kind(at, Kind::Post).is_none();
        }
        let passes = token.shape == Shape::Lower && token.has(class::COMMON) && !token.has(class::GRAMMAR)
            || token.is_capital()
            || token.has(class::HYPHENATED)
            || !token.word.is_known() && token.shape == Shape::Lower;
        if !passes || mentions.of_kind(at, Kind::Person).is_some() || mentions.of_kind(at, Kind::Post).is_some() {
            return false;
        }
    }
    false
}

/// "companies such as Xanthar, Lowell and Oduya", "banks like Xanthar"
fn is_example(text: &Text<'_>, tables: &Tables, mentions: &Mentions, found: &Found) -> bool {
    let tokens = &text.tokens;
    let Some(before) = start_of_list(text, mentions, found.first) else { return false };
    let as_ = tokens[before].is(words::AS) && before > 0 && tokens[before - 1].is(words::SUCH);
    let noun = before.checked_sub(1 + usize::from(as_)).map(|at| &tokens[at]);
    (as_ || tokens[before].is_any(&[words::LIKE, words::INCLUDING])) && noun.is_some_and(|t| are_firms(text, tables, t))
}

/// "companies", "banks": the plural of a common noun of organisations.
fn are_firms(text: &Text<'_>, tables: &Tables, token: &Token) -> bool {
    let word = &text.source[token.start as usize..token.end as usize];
    let generic = |one: &str| {
        let class = tables.class(tables.word(one.as_bytes()));
        class.has(class::ORG_GENERIC) && !class.has(class::JURISDICTION)
    };
    token.shape == Shape::Lower
        && (word.strip_suffix('s').is_some_and(generic)
            || word.strip_suffix("ies").is_some_and(|stem| generic(&[stem, "y"].concat())))
}

/// "acquired Xanthar", "a stake in Xanthar, Lowell and Oduya"
fn is_taken_over(text: &Text<'_>, mentions: &Mentions, found: &Found) -> bool {
    let tokens = &text.tokens;
    let Some(before) = start_of_list(text, mentions, found.first) else { return false };
    let takes = |at: usize| tokens[at].has(class::TAKEOVER) && tokens[at].shape == Shape::Lower;
    takes(before) || tokens[before].is_any(&[words::OF, words::IN]) && before.checked_sub(1).is_some_and(takes)
}

/// What stands before a list of names whose last, perhaps, is at a token.
fn start_of_list(text: &Text<'_>, mentions: &Mentions, first: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let mut at = first.checked_sub(1)?;
    for _ in 0..LONGEST {
        if text.tokens[at + 1].gap > Gap::Line {
            return None;
        }
        let joint = text.tokens[at].is_any(&[words::COMMA, words::AND]);
        if !joint {
            return Some(at);
        }
        let comma = usize::from(text.tokens[at].is(words::AND) && at > 0 && text.tokens[at - 1].is(words::COMMA));
        let (_, other) = mentions.covering(at.checked_sub(1 + comma)?)?;
        if !matches!(other.kind, Kind::Name | Kind::Organization) {
            return None;
        }
        at = other.first.checked_sub(1)?;
    }
    None
}

/// "Xanthar's Ann Lee": whom a party, a firm or a team sends.
fn has_member(text: &Text<'_>, mentions: &Mentions, found: &Found) -> bool {
    let tokens = &text.tokens;
    let next = found.last + 1;
    tokens.get(found.last).is_some_and(|t| t.is(words::S))
        && tokens.get(next).is_some_and(|t| t.gap == Gap::Space)
        && mentions.of_kind(next, Kind::Person).is_some_and(|f| f.first == next && f.last - f.first >= 2)
}
