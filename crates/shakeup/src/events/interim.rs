//! Whoever takes a post only for a time: "will take over on an interim basis", "until a successor is found".

use super::draft::ChangeDraft;
use crate::clauses::is_verb;
use crate::lexicon::{FrameEvent, ModifierKind, class, words};
use crate::reading::Reading;
use crate::record::{Direction, Reason};

/// Marks those as acting whose clause says so behind the verb.
pub(super) fn take_for_a_time(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let comes = |d: &&mut ChangeDraft| d.direction == Direction::In && !d.acting;
    for draft in drafts.iter_mut().filter(comes) {
        if is_for_a_time(reading, draft.trigger) {
            draft.acting = true;
            draft.reason = Some(Reason::Acting);
        }
    }
}

/// "temporarily", "in an acting capacity", "until a permanent replacement is named", in the clause of a verb.
fn is_for_a_time(reading: &Reading<'_>, verb: usize) -> bool {
    const REACH: usize = 20; // tokens
    const NOUN: usize = 5; // "a new, permanent"
    let tokens = &reading.text.tokens;
    let last = reading.text.sentences[reading.sentence_of(verb)].last;
    let tells = |at: usize| tokens[at].has(class::FRAME_VERB) && is_verb(reading, at);
    let clause = (verb + 1..last.min(verb + REACH)).take_while(|&at| {
        !tokens[at].has(class::WHO) && !tokens[at].is_any(&[words::SEMICOLON, words::COLON]) && !tells(at)
    });
    let mut free = clause.filter(|&at| reading.post_at(at).is_none());
    free.any(|at| {
        if tokens[at].is(words::UNTIL) {
            return (at + 1..last.min(at + 1 + NOUN)).any(|noun| is_successor(reading, noun));
        }
        // "temporary", "acting" alone may be of any noun.
        let adverbial = tokens[at].has(class::ADVERB) || tokens[at].has(class::PREPOSITION);
        let sense = || reading.tables.modifiers.longest(tokens[at..last].iter().map(|t| t.word));
        // "designated Lee as his interim successor"
        let of_noun = at + 1 < last && is_successor(reading, at + 1);
        (adverbial || of_noun) && sense().is_some_and(|(_, kind)| *kind == ModifierKind::Acting)
    })
}

/// "successor", "replacement".
fn is_successor(reading: &Reading<'_>, noun: usize) -> bool {
    let token = &reading.text.tokens[noun];
    token.has(class::FRAME_NOUN) && reading.tables.frames_of(token.word).any(|f| f.event == FrameEvent::Successor)
}
