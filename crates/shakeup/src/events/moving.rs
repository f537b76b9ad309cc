//! Moves: out of one post and into another.

use super::change::{Event, nearby};
use super::context::is_firm;
use super::draft::{ChangeDraft, RoleDraft};
use super::seat::Seat;
use crate::clauses::Complements;
use crate::lexicon::FrameNeed;
use crate::reading::Reading;
use crate::record::{Direction, Reason};

/// Out of one post and into another: "moved from treasurer to president", "has been reassigned to a desk job".
pub(super) fn moves(
    reading: &Reading<'_>,
    roles: &[RoleDraft],
    event: &Event<'_>,
    people: &[usize],
    seats: &[Seat],
    complements: &Complements,
    drafts: &mut Vec<ChangeDraft>,
) {
    let left = complements.from_posts.first().map(|&p| Seat::of_post(reading, p, complements.from_place.as_ref()));
    // "moved from Acme to Bolt"
    let left = left.or_else(|| complements.from_place.clone().filter(|p| is_firm(reading, p)).map(Seat::at));
    // "was moved to defend her work"
    let nowhere = seats.iter().all(|s| s.post.is_none() && (event.frame.needs == FrameNeed::Post || s.place.is_none()));
    if event.frame.needs != FrameNeed::Nothing && nowhere && left.is_none() {
        return;
    }
    for &at in people {
        let Some(person) = reading.person_at(at) else { continue };
        let held = |r: &&RoleDraft| r.person == person && r.evidence.start <= event.trigger;
        let known = nearby(roles, event.trigger).iter().rev().find(held);
        let known = known.map(|role| Seat::titled(role.post.clone(), role.place.clone()));
        let out = left.clone().or(known).and_then(|seat| {
            let mut draft = event.draft(reading, at, Direction::Out)?;
            draft.take(&seat);
            draft.reason = Some(Reason::Reassigned);
            drafts.push(draft);
            Some(drafts.len() - 1)
        });
        for seat in seats {
            let Some(mut draft) = event.draft(reading, at, Direction::In) else { continue };
            draft.take(seat);
            draft.moved = out;
            if let Some(out) = out {
                drafts[out].moved = Some(drafts.len());
                // "from finance director to operating chief at Acme": one employer.
                if drafts[out].place.is_none() {
                    drafts[out].place.clone_from(&seat.place);
                }
            }
            drafts.push(draft);
        }
    }
}
