//! Where the words of frames stand, whether or not a record came of them: for people who ask what is missed.

use super::change::rest_end;
use crate::clauses;
use crate::lexicon::{FramePos, class};
use crate::mentions::Kind;
use crate::reading::Reading;

/// A place where a frame's words stand.
#[derive(Debug)]
pub(crate) struct Trigger<'r> {
    pub(crate) frame: &'r str,
    pub(crate) first: usize,
    pub(crate) last: usize,
}

/// Every verb, noun and word after "be" that a frame names, the longest frame at each; in text order.
pub(crate) fn triggers<'r>(reading: &'r Reading<'_>) -> Vec<Trigger<'r>> {
    let mut found = Vec::new();
    for at in 0..reading.text.tokens.len() {
        let token = &reading.text.tokens[at];
        let words = class::FRAME_VERB.or(class::FRAME_NOUN).or(class::FRAME_ADJECTIVE);
        if !token.has(words) || reading.mentions.covering(at).is_some_and(|(_, f)| f.kind != Kind::Name) {
            continue;
        }
        let longest = |first, pos: &[FramePos]| {
            let mut frames = reading.tables.frames_of(first).filter(|f| pos.contains(&f.pos));
            frames.find_map(|f| rest_end(reading, f, at + 1).map(|last| Trigger { frame: &f.name, first: at, last }))
        };
        let lemma = reading.tables.verb_form(token.word).map(|form| form.lemma);
        let verb = lemma.filter(|_| token.has(class::FRAME_VERB) && clauses::is_verb(reading, at));
        let trigger = verb.and_then(|lemma| longest(lemma, &[FramePos::Verb]));
        found.extend(trigger.or_else(|| longest(token.word, &[FramePos::Noun, FramePos::Adjective])));
    }
    found
}
