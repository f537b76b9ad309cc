//! Where a clause goes on after what is said beside it: "Lee, an aide of Diaz, to", "Lee of Acme its chairman".

use super::verb::is_verb;
use crate::lexicon::{class, words};
use crate::mentions::Kind;
use crate::reading::Reading;

/// Whose place it is, and one past it: "his place", "Lee's place".
pub(super) fn place_of_another(reading: &Reading<'_>, at: usize) -> Option<(usize, usize)> {
    let tokens = &reading.text.tokens;
    let at = at + usize::from(tokens.get(at).is_some_and(|t| t.has(class::HONORIFIC)));
    let (who, past) = match reading.mentions.of_kind(at, Kind::Person) {
        Some(found) if tokens.get(found.last).is_some_and(|t| t.is_possessive()) => (found.first, found.last + 1),
        _ if tokens.get(at).is_some_and(|t| t.has(class::POSSESSIVE)) && reading.referent(at).is_some() => (at, at + 1),
        _ => return None,
    };
    tokens.get(past).is_some_and(|t| t.is(words::PLACE)).then_some((who, past + 1))
}

/// Where the clause goes on after an insertion that a comma opens: the "to" or "as" after its closing comma.
pub(super) fn insertion_end(reading: &Reading<'_>, comma: usize, end: usize, direct: bool) -> Option<usize> {
    let tokens = &reading.text.tokens;
    let mut somebody = false;
    for at in comma + 1..end.min(comma + 22) {
        if tokens[at].is_any(&[words::SEMICOLON, words::COLON, words::QUOTE]) {
            return None;
        }
        // "Diaz's deputy" is nobody else's title.
        somebody |= reading
            .mentions
            .of_kind(at, Kind::Person)
            .is_some_and(|f| !tokens.get(f.last).is_some_and(|t| t.is_possessive()));
        let goes_on = |next: usize| {
            // "named Lee, his deputy, the new director"; not "named Lee, his deputy, the chairman said".
            let article = usize::from(tokens[next].is_any(&[words::THE, words::ITS, words::HIS, words::HER]));
            let title = reading.post_at(next + article).map(|index| reading.posts[index].all.end);
            let says = |end: usize| tokens.get(end).is_some_and(|t| t.has(class::SAY.or(class::MODAL).or(class::BE)));
            tokens[next].is_any(&[words::AS, words::TO])
                // "nominated Lee, head of Acme, and Ann Diaz, head of Bolt": another one's title.
                || direct
                    && !somebody
                    && tokens[next].shape == crate::text::Shape::Lower
                    && title.is_some_and(|end| !says(end) && !is_verb(reading, end))
        };
        if tokens[at].word == tokens[comma].word && at + 1 < end && goes_on(at + 1) {
            return Some(at + 1);
        }
    }
    None
}

/// One past the organisation or place that somebody is of: "Lee of Kuwait's Burgan Bank", "Lee of Ames, Iowa".
pub(super) fn affiliation_end(reading: &Reading<'_>, from: usize) -> usize {
    let tokens = &reading.text.tokens;
    let passes =
        |at: usize| tokens.get(at).is_some_and(|t| t.has(class::DETERMINER) || t.is_possessive() || t.is(words::COMMA));
    let named = |at: usize| {
        reading.mentions.covering(at).filter(|(_, f)| matches!(f.kind, Kind::Organization | Kind::Place | Kind::Name))
    };
    let mut at = from;
    for _ in 0..3 {
        let next = at + usize::from(passes(at));
        match named(next) {
            Some((_, found)) => at = found.last,
            None => break,
        }
    }
    at
}
