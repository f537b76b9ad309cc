//! What an infinitive after a verb's object makes of somebody: "to be", "to head", "to succeed".

use crate::lexicon::{FrameEvent, class, words};
use crate::reading::Reading;

pub(super) enum Infinitive {
    /// "to be", "to become", "to serve as": the post follows.
    Be(usize),
    /// "to head", "to lead".
    Lead(usize),
    /// "to succeed", "to replace".
    Succeed(usize),
    Other,
}

/// What an infinitive after "to" says; `None` when "to" is a preposition.
pub(super) fn infinitive(reading: &Reading<'_>, to: usize, end: usize) -> Option<Infinitive> {
    let tokens = &reading.text.tokens;
    let verb = to + 1;
    let token = tokens.get(verb).filter(|_| verb < end)?;
    if token.is(words::BE) {
        return Some(Infinitive::Be(verb + 1));
    }
    if reading.mentions.covering(verb).is_some() && !token.has(class::FRAME_VERB) || !token.has(class::VERB) {
        return None;
    }
    let form = reading.tables.verb_form(token.word)?;
    if !form.form.has(crate::lexicon::Form::BASE) {
        return None;
    }
    for frame in reading.tables.frames_of(form.lemma) {
        match frame.event {
            // "to fill the vacancy on the court"
            FrameEvent::In if !frame.rest.is_empty() && frame.object_is_post => {
                if let Some(past) = crate::events::frame_end(reading, frame, verb + 1) {
                    return Some(Infinitive::Be(past));
                }
            }
            // "nominated to run for a seventh term"
            FrameEvent::Hold
                if frame.object_is_organization
                    && tokens.get(verb + 1).is_some_and(|t| t.is_any(&[words::FOR, words::AGAINST])) => {}
            FrameEvent::Hold if frame.object_is_organization => return Some(Infinitive::Lead(verb)),
            FrameEvent::Hold | FrameEvent::In
                if frame.rest.is_empty() && frame.who == crate::lexicon::FrameWho::Subject =>
            {
                return Some(Infinitive::Be(verb + 1));
            }
            FrameEvent::Swap if frame.rest.is_empty() => return Some(Infinitive::Succeed(verb)),
            _ => {}
        }
    }
    Some(Infinitive::Other)
}
