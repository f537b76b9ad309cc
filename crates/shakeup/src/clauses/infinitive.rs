//! What an infinitive after a verb's object makes of somebody: "to be", "to head", "to succeed", "to fill Lee's term".

use crate::lexicon::{FrameEvent, class, words};
use crate::mentions::Kind;
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

/// Whose term a verb fills or ends, and one past it: "fill the last two years of Sen. Lee's term".
pub(crate) fn term_of_another(reading: &Reading<'_>, verb: usize) -> Option<(usize, usize)> {
    const PHRASE: usize = 14; // tokens
    let tokens = &reading.text.tokens;
    tokens.get(verb).filter(|t| t.has(class::VERB))?;
    let form = reading.tables.verb_form(tokens[verb].word)?;
    if ![words::FILL, words::SERVE, words::COMPLETE, words::FINISH].contains(&form.lemma) {
        return None;
    }
    let end = reading.text.sentences[reading.sentence_of(verb)].last.min(verb + PHRASE);
    let mut at = verb + 1;
    let mut seat = None;
    while at < end {
        let token = &tokens[at];
        if token.is_any(&[words::TERM, words::SEAT]) {
            seat = Some(at);
        }
        if let Some(found) = reading.mentions.of_kind(at, Kind::Person) {
            let owns = tokens.get(found.last).is_some_and(|t| t.is_possessive());
            // "Lee's unexpired Senate term"
            let term = (found.last + 1..found.last + 5).find(|&i| {
                !tokens.get(i).is_some_and(|t| t.has(class::COMMON)) && reading.mentions.covering(i).is_none()
                    || tokens[i].is_any(&[words::TERM, words::SEAT])
            });
            let term = term.filter(|&i| owns && tokens.get(i).is_some_and(|t| t.is_any(&[words::TERM, words::SEAT])));
            // "fill the seat of former Rep. Lee"
            let of = seat.filter(|&seat| !owns && tokens[seat + 1].is(words::OF)).map(|_| found.last);
            return term.map(|term| term + 1).or(of).map(|past| (found.first, past));
        }
        let stops = token.is_any(&[words::AS, words::COMMA, words::BY, words::TO]) || super::is_verb(reading, at);
        if stops && reading.mentions.covering(at).is_none() {
            return None;
        }
        at += 1;
    }
    None
}

/// Who left what is vacant, after "by" or "when": "created by Lee's death", "left when Lee resigned", "created by last month's
/// death of Lee"; with where their name ends.
pub(super) fn vacated_by(reading: &Reading<'_>, link: usize) -> Option<(Vec<usize>, usize)> {
    const PHRASE: usize = 10; // tokens
    let tokens = &reading.text.tokens;
    if let Some(super::Object::People(people, past)) = super::object(reading, link) {
        return Some((people, past));
    }
    let leaves = |t: &crate::text::Token| {
        t.has(class::FRAME_NOUN) && reading.tables.frames_of(t.word).any(|f| f.event == FrameEvent::Out)
    };
    let end = reading.text.sentences[reading.sentence_of(link)].last.min(link + PHRASE);
    let name = (link + 1..end).find(|&at| reading.mentions.of_kind(at, Kind::Person).is_some())?;
    let found = reading.mentions.of_kind(name, Kind::Person)?;
    let noun = (link + 1..name).any(|at| leaves(&tokens[at]) && tokens[at + 1].is(words::OF));
    let owns = tokens.get(found.last).is_some_and(|t| t.is_possessive())
        && (found.last + 1..end.min(found.last + 4)).any(|at| leaves(&tokens[at]));
    let acts = tokens[link].is(words::WHEN) && tokens.get(found.last).is_some_and(|t| t.has(class::FRAME_VERB));
    (noun || owns || acts).then(|| (vec![found.first], found.last))
}
