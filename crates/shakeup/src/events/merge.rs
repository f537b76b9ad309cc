//! One draft a fact: what several sentences say of one change becomes one.

use super::assemble::{PostKey, places_agree};
use super::consent::await_consent;
use super::draft::{ChangeDraft, post_name};
use super::lead::{is_top, leads};
use super::state::{RolesOf, key_of, own_place};
use crate::lexicon::{FrameEvent, FrameNeed, PostKind, class, words};
use crate::reading::{Reading, latest};
use crate::record::{Direction, Realis, Reason, Status};

/// One record a fact: the fullest slots and the surest evidence of all that say it.
pub(super) fn merge(reading: &Reading<'_>, roles: &RolesOf<'_>, drafts: Vec<ChangeDraft>) -> Vec<ChangeDraft> {
    let mut merged: Vec<ChangeDraft> = Vec::new();
    let mut place_of: Vec<usize> = Vec::with_capacity(drafts.len()); // draft → index in merged
    let mut of_person: Vec<Vec<usize>> = vec![Vec::new(); reading.people.len()];
    for draft in drafts {
        let key = key_of(reading, &draft);
        let same = latest(&of_person[draft.person]).iter().copied().find(|&i| {
            let known = &merged[i];
            // "out as head of the unit", "replaced at the agency": the unit's post, said the second time by the agency.
            // "elected in 2004" is not "took over in 2012".
            let elected = |d: &ChangeDraft| d.reason == Some(Reason::Elected);
            let untitled = known.post.is_none() || draft.post.is_none();
            let years = (known.date.map(|d| d.year()), draft.date.map(|d| d.year()));
            let apart = untitled
                && (joined_then(reading, known, &draft)
                    || joined_then(reading, &draft, known)
                    || draft.direction == Direction::In && elected(known) != elected(&draft)
                    || matches!(years, (Some(a), Some(b)) if a != b)
                    || is_of_another_time(reading, known, &draft)
                    || is_of_another_time(reading, &draft, known)
                    || only_thought_of(reading, known, &draft)
                    || only_thought_of(reading, &draft, known)
                    || draft.direction == Direction::Out && came(&merged, &of_person[draft.person], &draft));
            known.direction == draft.direction
                && !apart
                && !outlived(known, &draft)
                && !outlived(&draft, known)
                && match (key_of(reading, known), &key) {
                    // "tapped to lead the bureau", "as its director"
                    (Some(_), Some(_)) if leads(reading, known) != leads(reading, &draft) => {
                        let titled = if leads(reading, known) { &draft } else { known };
                        is_top(reading, titled)
                            && known.place.is_some()
                            && draft.place.is_some()
                            && places_agree(reading, known.place.as_ref(), draft.place.as_ref())
                    }
                    (Some(a), Some(b)) => {
                        (a.same(b, reading.tables) || both(known, &draft, |d| is_board_seat(reading, d)))
                            && places_agree(reading, own_place(known), own_place(&draft))
                    }
                    (None, None) => places_agree(reading, known.place.as_ref(), draft.place.as_ref()),
                    (None, Some(key)) => {
                        !is_of_another_post(reading, roles, known, (&draft, key))
                            && !leaves_what_it_says(reading, roles, known, (&draft, key))
                    }
                    (Some(key), None) => !leaves_what_it_says(reading, roles, &draft, (known, &key)),
                }
        });
        match same {
            None => {
                of_person[draft.person].push(merged.len());
                place_of.push(merged.len());
                merged.push(draft);
            }
            Some(i) => {
                place_of.push(i);
                let known = &mut merged[i];
                // "resigned before he could be demoted": what happened is the evidence, not what was thought of.
                let surer = (known.realis == Realis::Actual) != (draft.realis == Realis::Actual);
                let here = reading.sentence_of(known.trigger) == reading.sentence_of(draft.trigger);
                let told = surer && draft.realis == Realis::Actual;
                let thought = surer && !told && here;
                let titled = known.post.is_some() && draft.post.is_some();
                let says_how = draft.reason.is_some() && known.reason.is_none_or(|r| Some(r) == draft.reason);
                if told && says_how && (titled || here && known.post.is_none()) {
                    draft.lend_evidence(known);
                }
                if (known.post.is_none() || leads(reading, known)) && draft.post.is_some() {
                    known.place = draft.place.clone().or(known.place.take());
                    known.post.clone_from(&draft.post);
                    if !thought {
                        draft.lend_evidence(known);
                    }
                }
                // "Replacing Lee will be hard … Senator Lee's death": where the death is told, the post is.
                if known.post.is_none() && known.reason.is_none() && draft.reason == Some(Reason::Died) {
                    draft.lend_evidence(known);
                }
                if known.place.is_none() {
                    known.place.clone_from(&draft.place);
                }
                known.reason = surer_reason(reading, known, &draft);
                known.employer = known.employer.take().or(draft.employer);
                known.counterpart = known.counterpart.take().or(draft.counterpart);
                if draft.needs != FrameNeed::Role {
                    known.needs = draft.needs;
                }
                known.acting |= draft.acting;
                let nominated = [known.reason, draft.reason].contains(&Some(Reason::Nominated));
                // "sworn in on Monday" beats "picked in November".
                let confirmed = reading.text.tokens[draft.trigger].has(class::CONFIRMING);
                if draft.settled && confirmed && !known.settled && draft.date.is_some() {
                    (known.date, known.date_text) = (None, None);
                }
                known.settled |= draft.settled;
                known.realis = joint_realis(known.realis, draft.realis);
                if nominated && !known.settled && known.realis == Realis::Actual {
                    await_consent(reading, known);
                }
                // "sworn in last week" and "sworn in on August 2": the day.
                let closer = known.date.zip(draft.date).is_some_and(|(known, new)| {
                    known.day().is_none() && new.to_string().starts_with(&known.to_string()) && new != known
                });
                // "named Diaz on Tuesday, replacing Lee, who resigned in March": the day of her own going.
                let swapped = matches!(known.event, FrameEvent::Swap | FrameEvent::In) && here;
                let own = draft.event == FrameEvent::Out && swapped && draft.date.is_some();
                // Words of a date that cannot be resolved are more than nothing.
                if closer || own || known.date.is_none() && (draft.date.is_some() || known.date_text.is_none()) {
                    known.date = draft.date;
                    known.date_text = draft.date_text;
                }
                known.moved = known.moved.or(draft.moved);
            }
        }
    }
    for (i, draft) in merged.iter_mut().enumerate() {
        draft.moved = draft.moved.and_then(|other| place_of.get(other).copied()).filter(|&other| other != i);
    }
    merged
}

fn both(a: &ChangeDraft, b: &ChangeDraft, is: impl Fn(&ChangeDraft) -> bool) -> bool {
    is(a) && is(b)
}

/// "a director", "the board", "a member of the board": one seat, however it is called.
fn is_board_seat(reading: &Reading<'_>, draft: &ChangeDraft) -> bool {
    draft.post.as_ref().is_some_and(|post| {
        let tokens = &reading.text.tokens;
        let first = &tokens[post.start];
        post.len() == 1 && first.is_any(&[words::DIRECTOR, words::DIRECTORS])
            || first.is(words::BOARD)
            || first.is(words::MEMBER) && post.clone().any(|at| tokens[at].is(words::BOARD))
    })
}

/// "Lee left the post in 2001. … She died on Monday": whoever left before did not die in the post.
fn outlived(dead: &ChangeDraft, left: &ChangeDraft) -> bool {
    let leaves = left.event == FrameEvent::Out && left.date_text.is_some();
    dead.reason == Some(Reason::Died) && left.reason != Some(Reason::Died) && leaves
}

/// "Lee will be named chief. … In 2014 a shop hired her": long before what is yet to come.
pub(super) fn is_of_another_time(reading: &Reading<'_>, known: &ChangeDraft, draft: &ChangeDraft) -> bool {
    let now = reading.published.map(|date| date.year());
    known.future && known.date.is_none() && matches!((draft.date, now), (Some(date), Some(now)) if date.year() < now)
}

/// "often mentioned as a future secretary. … She was appointed in 2012": to what she has now.
pub(super) fn only_thought_of(reading: &Reading<'_>, titled: &ChangeDraft, settled: &ChangeDraft) -> bool {
    let now = reading.published.map(|date| date.year());
    titled.direction == Direction::In
        && titled.realis == Realis::Possible
        && titled.post.is_some()
        && settled.realis == Realis::Actual
        && matches!((settled.date, now), (Some(date), Some(now)) if date.year() < now)
}

/// "Lee has replaced Diaz as chief. … Lee joined the company last year": when she came there, not when she took the post.
pub(super) fn joined_then(reading: &Reading<'_>, joined: &ChangeDraft, titled: &ChangeDraft) -> bool {
    joined.direction == Direction::In
        && joined.post.is_none()
        && joined.reason.is_none()
        && joined.counterpart.is_none()
        && !joined.future
        && joined.date_text.is_some()
        && titled.post.is_some()
        && titled.date_text.is_none()
        && reading.sentence_of(joined.trigger) != reading.sentence_of(titled.trigger)
}

/// "Lee joined the fund as president in 1990, leaving a bank": what was left then is not what Lee came to.
pub(super) fn came(merged: &[ChangeDraft], of_person: &[usize], draft: &ChangeDraft) -> bool {
    draft.date.is_some()
        && latest(of_person).iter().any(|&i| {
            let other = &merged[i];
            other.direction == Direction::In && other.date == draft.date && other.trigger.abs_diff(draft.trigger) < 20
        })
}

/// "Chief Lee will be replaced by Diaz. The mayor once considered naming Diaz treasurer": whoever replaces somebody takes
/// what that one holds, unless the same sentence says more of it.
pub(super) fn is_of_another_post(
    reading: &Reading<'_>,
    roles: &RolesOf<'_>,
    untitled: &ChangeDraft,
    (titled, key): (&ChangeDraft, &PostKey),
) -> bool {
    let Some((other, _)) = untitled.counterpart else { return false };
    if reading.sentence_of(untitled.trigger) >= reading.sentence_of(titled.trigger) {
        return false;
    }
    let mut held = roles.near(other, untitled.trigger).filter(|r| r.kind != PostKind::Military).peekable();
    untitled.direction == Direction::In
        && held.peek().is_some()
        && !held.any(|r| key.same(&PostKey::new(reading.tables, &post_name(reading, &r.post)), reading.tables))
}

/// "Lee, president and treasurer, will retire. Diaz will succeed her as treasurer": the first sentence says what she leaves.
pub(super) fn leaves_what_it_says(
    reading: &Reading<'_>,
    roles: &RolesOf<'_>,
    untitled: &ChangeDraft,
    (titled, key): (&ChangeDraft, &PostKey),
) -> bool {
    let sentence = reading.sentence_of(untitled.trigger);
    untitled.direction == Direction::Out
        && untitled.reason.is_some()
        && untitled.place.is_none()
        // "Harbor chief Lee resigns": a headline calls a director what is short.
        && !reading.text.sentences[sentence].headline
        && sentence != reading.sentence_of(titled.trigger)
        && roles.near(untitled.person, untitled.trigger).any(|r| {
            !matches!(r.kind, PostKind::Military | PostKind::Legislative)
                && r.status != Status::Incoming
                && reading.sentence_of(r.evidence.start) == sentence
                && r.post.start < untitled.trigger
                && !key.same(&PostKey::new(reading.tables, &post_name(reading, &r.post)), reading.tables)
        })
}

/// "is out" and "steps down" say less than "retires" and "was fired"; "resigned" says how.
pub(super) fn surer_reason(reading: &Reading<'_>, known: &ChangeDraft, draft: &ChangeDraft) -> Option<Reason> {
    let trigger = reading.text.tokens[known.trigger].word;
    let resigns =
        trigger == words::RESIGNATION || reading.tables.verb_form(trigger).is_some_and(|v| v.lemma == words::RESIGN);
    match (known.reason, draft.reason) {
        (Some(Reason::Resigned), Some(Reason::Retired | Reason::Dismissed)) if !resigns => draft.reason,
        (Some(_), _) => known.reason,
        (None, _) => draft.reason,
    }
}

/// What happened happened, however much was rumoured before; what is denied is not planned.
pub(super) fn joint_realis(a: Realis, b: Realis) -> Realis {
    if a == Realis::Actual || b == Realis::Actual {
        Realis::Actual
    } else if a == Realis::Denied || b == Realis::Denied {
        Realis::Denied
    } else {
        a.min(b)
    }
}
