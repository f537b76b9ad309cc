//! Who says "I" in a quotation.

use super::change::past_title;
use crate::clauses::{self, VerbGroup};
use crate::lexicon::{Frame, FrameEvent, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::Reason;

/// The one who speaks of himself with a verb: "'I am stepping down,' said Lee", "Lee said: 'I will retire'".
pub(super) fn speaker(reading: &Reading<'_>, frame: &Frame, group: &VerbGroup) -> Option<usize> {
    const QUOTATION: usize = 40; // tokens
    const PHRASE: usize = 12; // tokens from the quotation mark to the verb of saying
    let tokens = &reading.text.tokens;
    let sentence = reading.text.sentences[reading.sentence_of(group.verb)];
    let outer = super::people::outermost(reading, group);
    let i = (sentence.first..outer.first).rev().take(3).find(|&at| !tokens[at].has(class::ADVERB))?;
    // What somebody says of his own rise is mostly a memory or a hope: "I was elected here in 1979".
    if !tokens[i].is(words::I) || frame.event != FrameEvent::Out || frame.reason == Some(Reason::Died) {
        return None;
    }
    let says = |at: &usize| tokens[*at].has(class::SAY.or(class::TELL)) && clauses::is_verb(reading, *at);
    let close = (group.verb..sentence.last.min(group.verb + QUOTATION)).find(|&at| tokens[at].is(words::QUOTE));
    let behind = close.and_then(|close| (close + 1..sentence.last.min(close + PHRASE)).find(says));
    if let (Some(verb), Some(close)) = (behind, close) {
        // "said Lee", "said Mayor Ann Lee"
        let name = past_title(reading, verb + 1);
        let inverted = reading.mentions.of_kind(name, Kind::Person).filter(|f| f.first == name);
        if let Some(found) = inverted.filter(|_| verb <= close + 2) {
            return Some(found.first);
        }
        let people = clauses::subject(reading, &clauses::verb_group(reading, verb));
        let [one] = people[..] else { return None };
        // "'I gave my letter to Diaz,' she said": not Diaz.
        let spoken_of = |at: usize| reading.mentions.of_kind(at, Kind::Person).and_then(|f| f.entity);
        let named = (i..close).filter_map(spoken_of).any(|person| reading.person_at(one) == Some(person));
        return (one > close && !named).then_some(one);
    }
    let open = (sentence.first..i).rev().take(QUOTATION).find(|&at| tokens[at].is(words::QUOTE))?;
    let verb = (sentence.first..open).rev().take(PHRASE).find(says)?;
    let [one] = clauses::subject(reading, &clauses::verb_group(reading, verb))[..] else { return None };
    Some(one)
}
