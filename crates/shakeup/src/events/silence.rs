//! Why a sentence with a word of coming or going has no record: what `explain` says of it.

use super::change::{recognize, rest_end};
use super::draft::{ChangeDraft, RoleDraft};
use super::state::settle;
use crate::clauses;
use crate::lexicon::{Frame, FrameEvent, FrameNeed, FramePos, FrameWho, class};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::text::Sentence;

/// One line for each word of a sentence that starts a frame but told nothing.
pub(crate) struct Silence<'r, 't> {
    reading: &'r Reading<'t>,
    found: Vec<ChangeDraft>,
    kept: Vec<ChangeDraft>,
}

impl<'r, 't> Silence<'r, 't> {
    pub(crate) fn new(reading: &'r Reading<'t>, roles: &[RoleDraft]) -> Silence<'r, 't> {
        let found = recognize(reading, roles);
        let kept = settle(reading, roles, found.clone());
        Silence { reading, found, kept }
    }

    /// The words and reasons, in text order.
    pub(crate) fn of(&self, sentence: &Sentence) -> Vec<(String, String)> {
        sentence.range().filter_map(|at| self.why(at)).collect()
    }

    fn why(&self, at: usize) -> Option<(String, String)> {
        let reading = self.reading;
        let token = &reading.text.tokens[at];
        let triggers = class::FRAME_VERB.or(class::FRAME_NOUN).or(class::FRAME_ADJECTIVE);
        if !token.has(triggers) {
            return None;
        }
        let word = reading.text.words(at..at + 1).to_owned();
        if let Some((_, found)) = reading.mentions.covering(at).filter(|(_, f)| f.kind != Kind::Name) {
            let name = reading.text.words(found.range());
            return (found.kind == Kind::Person).then(|| (word, format!("part of the name \"{name}\"")));
        }
        let drafts: Vec<&ChangeDraft> = self.found.iter().filter(|d| d.trigger == at).collect();
        if !drafts.is_empty() {
            let kept = |d: &&&ChangeDraft| self.kept.iter().any(|k| (k.person, k.direction) == (d.person, d.direction));
            let lost = drafts.iter().find(|d| !kept(d))?;
            let person = &reading.people[lost.person].name;
            let needs = match lost.needs {
                FrameNeed::Role | FrameNeed::Person => "a post of that person, and the text gives none",
                _ => "a post, an organization or whom it is for, and the text gives none",
            };
            return Some((word, format!("\"{}\" of {person} needs {needs}", lost.rule)));
        }
        let frame = self.frame(at)?;
        let who = match (frame.pos, frame.who) {
            (FramePos::Verb, FrameWho::Object) => "whom",
            (FramePos::Verb, _) => "who",
            _ => "whose",
        };
        let need = match frame.needs {
            FrameNeed::Post => ", or no post beside it",
            FrameNeed::Place => ", or no post or organization beside it",
            FrameNeed::Person => ", or nobody on the other side",
            FrameNeed::Nothing | FrameNeed::Name | FrameNeed::Role => "",
        };
        Some((word, format!("\"{}\": nobody named {who}{need}", frame.name)))
    }

    /// The first frame whose words all stand at a token.
    fn frame(&self, at: usize) -> Option<&'t Frame> {
        let reading = self.reading;
        let word = reading.text.tokens[at].word;
        let verb = reading.tables.verb_form(word).filter(|_| clauses::is_verb(reading, at));
        let verbs =
            verb.into_iter().flat_map(|v| reading.tables.frames_of(v.lemma)).filter(|f| f.pos == FramePos::Verb);
        let others = reading.tables.frames_of(word).filter(|f| f.pos != FramePos::Verb);
        // Who holds a post changes nothing.
        let changes = |f: &&Frame| f.event != FrameEvent::Hold;
        verbs.chain(others).filter(changes).find(|f| rest_end(reading, f, at + 1).is_some())
    }
}
