//! People whom letters name where nothing else tells: "Dear Xanthe,", and "Best regards," above "Xanthe Oduya".

use super::{Found, Kind, Mentions};
use crate::lexicon::{class, words};
use crate::text::{Gap, Shape, Text, Token};

/// Turns names into people after a greeting, and alone on the line under what closes a letter; then the same single names
/// wherever the letter has them.
pub(super) fn promote(text: &Text<'_>, mentions: &mut Mentions) {
    let spelled = |found: &Found| {
        let (first, last) = (&text.tokens[found.first], &text.tokens[found.last - 1]);
        &text.source[first.start as usize..last.end as usize]
    };
    let mut named: Vec<&str> = Vec::new();
    for found in &mut mentions.list {
        if found.kind == Kind::Name
            && found.first > 0
            && is_plain(&text.tokens[found.range()])
            && (is_greeted(text, found) || signs(text, found))
        {
            found.kind = Kind::Person;
            named.push(spelled(found));
        }
    }
    if named.is_empty() {
        return;
    }
    named.sort_unstable();
    for found in &mut mentions.list {
        if found.kind == Kind::Name && found.last - found.first == 1 && named.binary_search(&spelled(found)).is_ok() {
            found.kind = Kind::Person;
        }
    }
}

/// Up to three capitalised words that are nothing but names.
fn is_plain(tokens: &[Token]) -> bool {
    let other = class::COMMON.or(class::ORG_HEAD).or(class::ORG_SUFFIX).or(class::PLACE_START).or(class::PERSON_NOUN);
    let name = |t: &Token| {
        matches!(t.shape, Shape::Capital | Shape::Initial) && (!t.has(other) || t.has(class::GIVEN.or(class::SURNAME)))
    };
    tokens.len() <= 3 && tokens.iter().all(name)
}

/// "Hello Xanthe,"; not "Dear Xanthe Airlines passengers".
fn is_greeted(text: &Text<'_>, found: &Found) -> bool {
    let tokens = &text.tokens;
    let before = &tokens[found.first - 1];
    // "Good morning Xanthe -"
    let hour = before.is(words::MORNING) && found.first > 1 && tokens[found.first - 2].is(words::GOOD);
    let ends = tokens.get(found.last).is_none_or(|t| {
        t.gap >= Gap::Line
            || t.is_any(&[
                words::COMMA,
                words::COLON,
                words::DASH,
                words::EM_DASH,
                words::TWO_DASHES,
                words::EXCLAMATION,
            ])
    });
    (before.has(class::GREETING) && before.is_capital() || hour) && tokens[found.first].gap <= Gap::Space && ends
}

/// A line of its own under "Thanks,", "Yours sincerely", "Thank you."; not "Best Pictures" above "Ana".
fn signs(text: &Text<'_>, found: &Found) -> bool {
    const LONGEST: usize = 6; // "With best wishes and thanks,"
    let tokens = &text.tokens;
    // "Xanthe 5359", "Xanthe, ext. 5359": the number of a telephone may follow.
    let ends = |t: &Token| t.gap >= Gap::Line || t.shape == Shape::Number;
    let telephone = || (1..3).any(|k| tokens.get(found.last + k).is_some_and(|t| t.shape == Shape::Number));
    let alone = tokens[found.first].gap >= Gap::Line && (tokens.get(found.last).is_none_or(ends) || telephone());
    if !alone {
        return false;
    }
    let line =
        (found.first.saturating_sub(LONGEST)..found.first).rev().find(|&at| at == 0 || tokens[at].gap >= Gap::Line);
    let Some(words) = line.map(|start| &tokens[start..found.first]) else { return false };
    let marked = words.last().is_some_and(|t| t.shape == Shape::Mark);
    let closes = words.iter().rev().find(|t| t.is_word()).is_some_and(|t| t.has(class::CLOSING) || t.is(words::YOU));
    closes && (marked || words.len() <= 2)
}
