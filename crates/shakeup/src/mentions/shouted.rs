//! Acronyms that are ordinary words in small letters: "DAB" in a text that has it again, and never as a word.

use super::{Found, Kind, Mentions};
use crate::lexicon::{Class, class, words};
use crate::text::{Gap, Shape, Text, Token};

/// What no acronym is, however often it stands in capitals.
const NEVER: Class =
    class::GRAMMAR.or(class::POST_START).or(class::PLACE_START).or(class::ORG_SUFFIX).or(class::NOT_NAME_START);

/// Turns words in capitals into organisations that the document has more than once, only so, and once where a name is due.
pub(super) fn promote(text: &Text<'_>, mentions: &mut Mentions) {
    let spelled = |found: &Found| {
        let token = &text.tokens[found.first];
        &text.source[token.start as usize..token.end as usize]
    };
    let mut candidates: Vec<(&str, usize)> = Vec::new();
    for (index, found) in mentions.list.iter().enumerate() {
        if found.kind == Kind::Name && found.last == found.first + 1 && is_acronym(text, found.first) {
            candidates.push((spelled(found), index));
        }
    }
    candidates.sort_unstable();
    let mut rest = &candidates[..];
    while let Some(&(name, _)) = rest.first() {
        let (same, others) = rest.split_at(rest.partition_point(|(other, _)| *other == name));
        rest = others;
        let due = || same.iter().any(|&(_, index)| is_due(text, mentions.list[index].first));
        let word = text.tokens[mentions.list[same[0].1].first].word;
        let small = || text.tokens.iter().any(|t| t.is(word) && t.shape != Shape::Upper);
        if same.len() > 1 && due() && !small() {
            for &(_, index) in same {
                mentions.list[index].kind = Kind::Organization;
            }
        }
    }
}

/// Two to five capitals, nothing beside them shouted.
fn is_acronym(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    let shouted = |at: usize| {
        let upper = |t: &&Token| t.shape == Shape::Upper && t.gap <= Gap::Space;
        text.tokens.get(at).filter(upper).is_some()
    };
    token.shape == Shape::Upper
        && (2..=5).contains(&(token.end - token.start))
        && token.word.is_known()
        && text.source.as_bytes()[token.end as usize - 1] != b'.'
        && !token.has(NEVER)
        && !shouted(at + 1)
        && !at.checked_sub(1).is_some_and(shouted)
}

/// "of DAB", "DAB's": where a name stands; not "the BEST pizza".
fn is_due(text: &Text<'_>, at: usize) -> bool {
    let Some(next) = text.tokens.get(at + 1) else { return false };
    let before = at.checked_sub(1).map(|at| &text.tokens[at]);
    let after_preposition = before.is_some_and(|t| t.is_any(&[words::OF, words::BY, words::FROM, words::WITH]));
    let closes =
        next.shape == Shape::Mark || next.has(class::GRAMMAR.or(class::SAY)) || next.has(class::BE.or(class::HAVE));
    next.is_possessive() || after_preposition && closes
}
