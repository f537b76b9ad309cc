//! Where a clause goes on after what is said beside it: "Lee, an aide of Diaz, to", "Lee of Acme its chairman".

use super::verb::is_verb;
use crate::lexicon::{Lead, WordId, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::text::{Shape, Token};

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

/// Whether a comma closes the apposition to a title that somebody holds already, before what becomes of him: "its treasurer, Lee, to
/// president"; not "a new treasurer, Lee, president of Acme".
pub(super) fn closes_apposition(reading: &Reading<'_>, comma: usize, direct: bool) -> bool {
    let tokens = &reading.text.tokens;
    let name = comma.checked_sub(1).and_then(|at| reading.mentions.of_kind(at, Kind::Person));
    let opens = name.and_then(|f| f.first.checked_sub(1)).filter(|&at| at > 0 && tokens[at].is(words::COMMA));
    let Some(held) = opens.and_then(|at| reading.post_at(at - 1)).map(|index| &reading.posts[index]) else {
        return false;
    };
    let owned =
        held.all.start.checked_sub(1).is_some_and(|at| tokens[at].has(class::POSSESSIVE) || tokens[at].is_possessive());
    let next = comma + 1;
    let article = usize::from(tokens.get(next).is_some_and(|t| t.has(class::DETERMINER)));
    let title = reading.post_at(next + article).map(|index| &reading.posts[index]);
    let becomes = title.is_some_and(|post| {
        let goes_on = tokens.get(post.all.end).is_some_and(|t| t.has(class::SAY.or(class::BE).or(class::HAVE)));
        direct && !post.former && !post.weak && !goes_on
    });
    (owned || held.former) && !held.incoming && (becomes || tokens.get(next).is_some_and(|t| t.is(words::TO)))
}

/// Whom another one comes for, and one past them: "in place of Lee", "in succession to Lee", ", vice Lee".
pub(super) fn instead_of(reading: &Reading<'_>, at: usize) -> Option<(Vec<usize>, usize)> {
    let tokens = &reading.text.tokens;
    let next = |step: usize, words: &[WordId]| tokens.get(at + step).is_some_and(|t| t.is_any(words));
    let before = match () {
        () if next(0, &[words::IN])
            && next(1, &[words::PLACE, words::SUCCESSION])
            && next(2, &[words::OF, words::TO]) =>
        {
            at + 2
        }
        // The name is whose; "vice president Lee" holds another post.
        () if next(0, &[words::COMMA]) && next(1, &[words::VICE]) && reading.post_at(at + 1).is_none() => at + 1,
        () => return None,
    };
    match super::object(reading, before) {
        Some(super::Object::People(people, past)) => Some((people, past)),
        _ => None,
    }
}

/// The "after" or "following" of a time that somebody served, before the "as" at a token: "after three years as".
pub(crate) fn after_years(reading: &Reading<'_>, as_: usize) -> Option<usize> {
    const NEAR: usize = 6; // tokens: "after more than three years"
    let tokens = &reading.text.tokens;
    let noun = as_.checked_sub(1).filter(|&at| tokens[at].has(class::TENURE.or(class::TIME_UNIT)))?;
    let start = as_.saturating_sub(NEAR);
    let counts = |t: &Token| {
        let plain = t.has(class::COMMON) && !t.has(class::VERB.or(class::PREPOSITION).or(class::CONJUNCTION));
        t.shape == Shape::Number || t.has(class::NUMBER_WORD.or(class::DETERMINER)) || t.is(words::THAN) || plain
    };
    let after = (start..noun).rev().find(|&at| !counts(&tokens[at]))?;
    (tokens[after].is_any(&[words::AFTER, words::FOLLOWING]) && after + 1 < noun).then_some(after)
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
                    && tokens[next].shape == Shape::Lower
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

/// "from January 1", "starting July 1", "with effect from September 1": when something begins, at a token.
pub(crate) fn takes_effect(reading: &Reading<'_>, past: usize) -> bool {
    const LEAD: usize = 3; // "with effect from"
    let at = reading.dates.partition_point(|d| d.tokens.start < past);
    reading.dates.get(at).is_some_and(|d| {
        d.tokens.start <= past + LEAD
            && matches!(d.lead, Lead::From | Lead::Effective)
            && reading.mentions.within(past..d.tokens.start).is_empty()
            && !reading.text.tokens[past..d.tokens.start].iter().any(|t| t.is(words::COMMA))
    })
}
