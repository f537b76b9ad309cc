//! Verbs said once: "Smith becomes chairman and Jones chief executive".

use super::change::{Event, past_title};
use super::draft::ChangeDraft;
use super::others::alongside;
use super::seat::{Seat, seats};
use crate::clauses::{self, Object};
use crate::lexicon::{class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::Direction;

/// "Smith becomes chairman and Jones chief executive": the verb is said once.
pub(super) fn gapped(
    reading: &Reading<'_>,
    event: &Event<'_>,
    direction: Direction,
    from: usize,
    drafts: &mut Vec<ChangeDraft>,
) {
    let tokens = &reading.text.tokens;
    // "Lee was elected to the board, as were Diaz and Roe"
    let comma = usize::from(tokens.get(from).is_some_and(|t| t.is(words::COMMA)));
    let likewise = tokens.get(from + comma).is_some_and(|t| t.is(words::AS))
        && tokens.get(from + comma + 1).is_some_and(|t| t.has(class::BE));
    if likewise && let Some(found) = reading.mentions.of_kind(from + comma + 2, Kind::Person) {
        let more = clauses::conjuncts_after(reading, found.last, Kind::Person);
        let seat = drafts.last().map(Seat::of_change);
        for at in std::iter::once(found.first).chain(more.into_iter().map(|f| f.first)) {
            let (Some(seat), Some(mut draft)) = (&seat, event.draft(reading, at, direction)) else { return };
            draft.take(seat);
            drafts.push(draft);
        }
        return;
    }
    if alongside(reading, event, direction, from, drafts) {
        return;
    }
    let joins = |at: usize| tokens.get(at).is_some_and(|t| t.is_any(&[words::COMMA, words::SEMICOLON, words::AND]));
    let from = past_phrase(reading, from);
    let past_joins = |at: usize| (at..).find(|&i| !joins(i)).unwrap_or(at);
    let mut at = from;
    for _ in 0..8 {
        at = past_joins(at);
        if at == from {
            return;
        }
        // ", succeeding Diaz, and Lee as treasurer"
        if tokens.get(at).is_some_and(|t| t.has(class::GERUND)) {
            let Some(Object::People(_, past)) = clauses::object(reading, at) else { return };
            at = past_joins(past);
        }
        // "and pollster Ann Lee as manager"
        at = past_title(reading, at);
        let Some(person) = reading.mentions.of_kind(at, Kind::Person).filter(|f| f.first == at) else { return };
        let passes = |i: usize| {
            // "selecting Lee for treasurer and Diaz for president"
            let links = |t: &crate::text::Token| event.frame.post_after_for && t.is(words::FOR);
            tokens.get(i).is_some_and(|t| t.is_any(&[words::AS, words::THE, words::A, words::COMMA]) || links(t))
        };
        let next = (person.last..).find(|&i| !passes(i)).unwrap_or(person.last);
        // "and Diaz president and treasurer", "Lee to head the port and Diaz to lead the airport"
        // "and Diaz, a physicist, to run the agency": what he is, not what he comes to.
        let apposed = tokens.get(person.last).is_some_and(|t| t.is(words::COMMA))
            && tokens.get(person.last + 1).is_some_and(|t| t.is_any(&[words::A, words::AN]));
        let titled = reading.post_at(next).is_some() && !apposed;
        let complements = clauses::complements(reading, if titled { next } else { person.last }, titled);
        let found = seats(reading, &complements, event.frame);
        // "and Diaz, former treasurer, was named …": a clause of its own.
        let clause =
            |i: usize| clauses::is_verb(reading, i) || tokens[i].has(class::BE.or(class::HAVE).or(class::MODAL));
        let end = reading.text.sentences[reading.sentence_of(at)].last;
        let goes_on = (complements.end..end.min(complements.end + 3)).any(clause);
        if found.iter().all(|seat| seat.post.is_none())
            || tokens.get(person.last).is_some_and(|t| t.is(words::COMMA)) && goes_on
        {
            return;
        }
        // "Lee to the Supreme Court and Diaz as attorney general": of no court.
        let last = drafts.last().filter(|d| d.post.is_some() && titled);
        let place = last.and_then(|d| d.place.clone());
        for mut seat in found {
            let Some(mut draft) = event.draft(reading, at, direction) else { return };
            seat.place = seat.place.or_else(|| place.clone());
            draft.take(&seat);
            draft.evidence.end = draft.evidence.end.max(complements.end);
            drafts.push(draft);
        }
        at = complements.end;
    }
}

/// Past a prepositional phrase that "and" ends: "as chairman in the new structure, and Diaz as president".
pub(super) fn past_phrase(reading: &Reading<'_>, from: usize) -> usize {
    const PHRASE: usize = 7; // tokens
    let tokens = &reading.text.tokens;
    if !tokens.get(from).is_some_and(|t| t.has(class::PREPOSITION)) {
        return from;
    }
    let inside = |&at: &usize| {
        tokens.get(at).is_some_and(|t| t.is_word() && !t.is(words::AND))
            && !clauses::is_verb(reading, at)
            && reading.mentions.of_kind(at, Kind::Person).is_none()
    };
    let end = (from..from + PHRASE).find(|at| !inside(at)).unwrap_or(from);
    let closes = tokens.get(end).is_some_and(|t| t.is(words::AND))
        || tokens.get(end).is_some_and(|t| t.is(words::COMMA)) && tokens.get(end + 1).is_some_and(|t| t.is(words::AND));
    if closes { end } else { from }
}
