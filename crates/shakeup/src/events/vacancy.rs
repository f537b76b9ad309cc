//! Which post a clause means that names none: the one that somebody has just left, or that was spoken of last.

use std::ops::Range;

use super::change::Event;
use super::draft::ChangeDraft;
use super::seat::Seat;
use crate::clauses::Complements;
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::{Direction, Realis};

/// The post that "that position" means: the last that the clause before names.
pub(super) fn spoken_of(reading: &Reading<'_>, trigger: usize) -> Option<Seat> {
    let sentence = reading.sentence_of(trigger);
    let first = reading.text.sentences[sentence.saturating_sub(1)].first;
    let posts = reading.mentions.within(first..trigger).iter().rev().filter(|f| f.kind == Kind::Post);
    let index = posts.filter_map(|f| f.entity).find(|&i| !reading.posts[i].plural)?;
    Some(Seat::of_post(reading, index, None))
}

/// "Treasurer Diaz resigned in May. Lee was appointed to fill the vacancy": what somebody has just left, and who.
pub(super) fn vacated_before(
    reading: &Reading<'_>,
    event: &Event<'_>,
    people: &[usize],
    complements: &Complements,
    drafts: &[ChangeDraft],
) -> Option<(Seat, (usize, Range<usize>))> {
    const NEAR: usize = 3; // sentences
    // Not "denied that she had been offered the job".
    if !complements.vacancy || !complements.succeeds.is_empty() || event.realis == Realis::Denied {
        return None;
    }
    let sentence = reading.sentence_of(event.trigger);
    let left = drafts.iter().rev().take(8).find(|d| {
        d.direction == Direction::Out
            && d.realis == Realis::Actual
            && sentence - reading.sentence_of(d.trigger).min(sentence) <= NEAR
            && !people.iter().any(|&at| reading.person_at(at) == Some(d.person))
    })?;
    Some((Seat::of_change(left), (left.person, left.person_tokens.clone())))
}
