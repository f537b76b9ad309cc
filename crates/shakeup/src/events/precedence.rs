//! Who held a post before whom: "her predecessor, Omar Diaz, resigned", "his successor, Ann Lee, was sworn in".

use super::draft::ChangeDraft;
use super::seat::Seat;
use super::state::RolesOf;
use crate::lexicon::{class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::{Direction, Status};

/// The post of somebody's predecessor or successor, whose change names none, is the other's.
pub(super) fn inherit_from_precedence(reading: &Reading<'_>, roles: &RolesOf<'_>, drafts: &mut [ChangeDraft]) {
    for i in 0..drafts.len() {
        let draft = &drafts[i];
        if draft.post.is_some() || draft.place.is_some() || draft.counterpart.is_some() {
            continue;
        }
        let Some((other, token)) = relative(reading, draft) else { continue };
        let opposite = if draft.direction == Direction::In { Direction::Out } else { Direction::In };
        let changed =
            drafts[..i].iter().rev().take(8).find(|d| d.person == other && d.post.is_some() && d.direction == opposite);
        let held =
            |r: &&super::draft::RoleDraft| !r.keeps && (draft.direction == Direction::In || r.status != Status::Former);
        let seat = changed.map(Seat::of_change).or_else(|| {
            let role = roles.near(other, draft.trigger).find(held)?;
            Some(Seat { post: Some(role.post.clone()), place: role.place.clone(), acting: false })
        });
        let Some(seat) = seat else { continue };
        drafts[i].post = seat.post;
        drafts[i].place = seat.place;
        drafts[i].counterpart = Some((other, token..token + 1));
    }
}

/// Whose predecessor somebody who goes is, or whose successor somebody who comes: the person, and a token that means them.
fn relative(reading: &Reading<'_>, draft: &ChangeDraft) -> Option<(usize, usize)> {
    let tokens = &reading.text.tokens;
    let name = draft.person_tokens.start;
    let before = name.checked_sub(1).filter(|_| reading.mentions.of_kind(name, Kind::Person).is_some())?;
    let noun = if tokens[before].is(words::COMMA) { before.checked_sub(1)? } else { before };
    let word = match draft.direction {
        Direction::Out => words::PREDECESSOR,
        Direction::In => words::SUCCESSOR,
    };
    let mut owner = noun.checked_sub(1).filter(|_| tokens[noun].is(word))?;
    // "her immediate predecessor"
    while owner > 0
        && tokens[owner].has(class::COMMON)
        && !tokens[owner].has(class::POSSESSIVE.or(class::GRAMMAR))
        && noun - owner < 3
    {
        owner -= 1;
    }
    if tokens[owner].is_possessive() {
        owner = owner.checked_sub(1)?;
    } else if !tokens[owner].has(class::POSSESSIVE) {
        return None;
    }
    let person = reading.person_at(owner)?;
    (person != draft.person).then_some((person, owner))
}
