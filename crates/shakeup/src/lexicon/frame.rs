//! Frames: the verbs, nouns and words after "be" that put people into posts and out of them.

use super::class;
use super::compile::{Fault, Tables, kind, optional};
use super::inflect::{self, Form};
use super::sense::kinds;
use super::tsv::Line;
use super::vocabulary::WordId;
use crate::record::{Realis, Reason};

kinds! {
    /// What a frame says of a person and a post.
    FrameEvent {
        In = "in", Out = "out", Swap = "swap", Move = "move", Hold = "hold",
        Successor = "successor",
    }
}

kinds! {
    /// Part of speech of a frame's first word.
    FramePos { Verb = "verb", Noun = "noun", Adjective = "adjective", }
}

kinds! {
    /// Where the person who goes stands: subject or object of the verb; "of" and possessive of the noun, or beside it
    /// ("Lee, the mayor's pick").
    FrameWho { Subject = "subject", Object = "object", Of = "of", Apposed = "apposed", }
}

kinds! {
    /// Without what a frame stays silent.
    FrameNeed {
        Nothing = "", Post = "post", // a post in its clause
        Place = "place",             // a post or an organisation in its clause
        Name = "name",               // nothing but a name: "hired Lee"
        Person = "person",           // whoever takes over or from whom: "made way for Lee"
        Role = "role",               // or a post of the person known from anywhere in the document
    }
}

/// One line of `frames.tsv`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Frame {
    /// The phrase as written, which names the frame in records: "step down".
    pub(crate) name: Box<str>,
    pub(crate) pos: FramePos,
    pub(crate) event: FrameEvent,
    pub(crate) who: FrameWho,
    pub(crate) reason: Option<Reason>,
    /// The words after the first one.
    pub(crate) rest: Vec<WordId>,
    /// A post may follow the person: "named her chairman".
    pub(crate) post_follows: bool,
    /// The object may be the post: "left the post".
    pub(crate) object_is_post: bool,
    /// A post may follow "to": "promoted to chairman".
    pub(crate) post_after_to: bool,
    /// A post may follow "for": "considered for chairman".
    pub(crate) post_after_for: bool,
    /// Whoever takes the post over may follow "to" or "for": "handed the reins to Lee", "made way for Lee".
    pub(crate) person_after_to: bool,
    /// Whose post it was may follow "from": "took the helm from Lee".
    pub(crate) person_after_from: bool,
    /// Says that nothing changes: "remains chairman".
    pub(crate) keeps: bool,
    /// Says that nothing changes unless another post is left: "will continue as a director".
    pub(crate) continues: bool,
    /// Told only by the denial: "will not seek re-election".
    pub(crate) negated: bool,
    /// Of many things besides posts ("left the room"): a post or organisation must stand beside it.
    pub(crate) bare_needs: bool,
    /// What a holder is called by a verb of leading: "leader".
    pub(crate) title: Option<Box<str>>,
    /// Said only where "ends" or "expires" follows: "Lee's term as chairman ends".
    pub(crate) ends: bool,
    /// The object may be the organisation: "joined Acme".
    pub(crate) object_is_organization: bool,
    pub(crate) needs: FrameNeed,
    pub(crate) realis: Option<Realis>,
    pub(crate) acting: bool,
    /// The subject may be whoever decides, not who comes: "has replaced its chief executive".
    pub(crate) decides: bool,
}

/// What verb a word is a form of, and which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct VerbForm {
    pub(crate) lemma: WordId,
    pub(crate) form: Form,
}

kinds! {
    /// What a verb without a frame does.
    VerbKind { Say = "say", Control = "control", Orders = "orders", Wins = "wins", Other = "other", }
}

/// A verb of `verbs.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct VerbSense {
    pub(crate) kind: VerbKind,
    /// What it makes of the verb that follows: "plans to resign" → planned.
    pub(crate) realis: Option<Realis>,
}

impl Tables {
    /// Reads a line of frames.tsv.
    pub(super) fn frame(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        if line.removes && line.column(1).is_empty() {
            self.remove_frames(line.phrase);
            return Ok(());
        }
        let pos = kind(line, 1, FramePos::from_word, FramePos::WORDS)?;
        let event = kind(line, 2, FrameEvent::from_word, FrameEvent::WORDS)?;
        let who = kind(line, 3, FrameWho::from_word, FrameWho::WORDS)?;
        let reason = optional(line, 4, Reason::from_word)?;
        let mut frame = Frame {
            name: line.phrase.into(),
            pos,
            event,
            who,
            reason,
            rest: Vec::new(),
            post_follows: false,
            object_is_post: false,
            post_after_to: false,
            post_after_for: false,
            person_after_to: false,
            person_after_from: false,
            title: None,
            bare_needs: false,
            keeps: false,
            continues: false,
            negated: false,
            decides: false,
            ends: false,
            object_is_organization: false,
            needs: FrameNeed::Nothing,
            realis: None,
            acting: false,
        };
        for option in line.column(5).split(',').filter(|o| !o.is_empty()) {
            match option.split_once('=').unwrap_or((option, "")) {
                ("post", "pred") => frame.post_follows = true,
                ("post", "object") => frame.object_is_post = true,
                ("post", "to") => frame.post_after_to = true,
                ("post", "for") => frame.post_after_for = true,
                ("to", "person") => frame.person_after_to = true,
                ("from", "person") => frame.person_after_from = true,
                ("ends", "") => frame.ends = true,
                ("keeps", "") => frame.keeps = true,
                ("continues", "") => frame.continues = true,
                ("negated", "") => frame.negated = true,
                ("decides", "") => frame.decides = true,
                ("physical", "") => frame.bare_needs = true,
                ("title", word) if !word.is_empty() => frame.title = Some(word.into()),
                ("org", "object") => frame.object_is_organization = true,
                ("acting", "") => frame.acting = true,
                ("needs", word) if FrameNeed::from_word(word).is_some() => {
                    frame.needs = FrameNeed::from_word(word).unwrap_or(FrameNeed::Nothing);
                }
                ("realis", word) if Realis::from_word(word).is_some() => frame.realis = Realis::from_word(word),
                _ => return Err((5, format!("no frame option {option:?}"))),
            }
        }
        let mut parts = line.phrase.split(' ');
        let first = parts.next().unwrap_or_default();
        let plural = (pos == FramePos::Noun).then(|| self.intern(&inflect::with_s(first)));
        let lemma = match pos {
            FramePos::Verb if event == FrameEvent::Hold && frame.title.is_some() => {
                self.inflect(first, class::FRAME_VERB.or(class::FRAME_LEADS))
            }
            FramePos::Verb => self.inflect(first, class::FRAME_VERB),
            FramePos::Noun => {
                plural.into_iter().for_each(|plural| self.add_class(plural, class::FRAME_NOUN));
                self.set_class(first, class::FRAME_NOUN, false)
            }
            FramePos::Adjective => self.set_class(first, class::FRAME_ADJECTIVE, false),
        };
        frame.rest = parts.map(|word| self.intern(word)).collect();
        let same = |f: &Frame| f.name == frame.name && f.pos == pos && f.event == event && f.who == who;
        let known = self.frames_of(lemma).position(same);
        let (frames, users, builtin) = (&self.frames, self.is_users(), self.builtin_frames.unwrap_or(0));
        let list = self.frames_of.entry(lemma.0).or_default();
        if let Some(known) = known {
            list.remove(known);
        }
        if !line.removes {
            // A user's frame takes the place of all that the built-in lexicon says of the phrase.
            list.retain(|&i| i >= builtin || frames[i as usize].name != frame.name || frames[i as usize].pos != pos);
            // The longest phrase is tried first: "step down" before "step"; of equally long ones the user's.
            let longer = |&i: &u32| frames[i as usize].rest.len() + usize::from(!users) > frame.rest.len();
            let at = list.iter().position(|i| !longer(i)).unwrap_or(list.len());
            list.insert(at, self.frames.len() as u32);
            self.frames.push(frame);
        }
        // "their resignations"
        if let Some(plural) = plural {
            let list = list.clone();
            self.frames_of.insert(plural.0, list);
        }
        Ok(())
    }

    /// Takes out every frame of a phrase.
    fn remove_frames(&mut self, phrase: &str) {
        let first = phrase.split(' ').next().unwrap_or_default();
        for word in [first.to_owned(), inflect::with_s(first)] {
            let word = self.intern(&word);
            if let Some(list) = self.frames_of.get_mut(&word.0) {
                list.retain(|&i| *self.frames[i as usize].name != *phrase);
            }
        }
    }
}
