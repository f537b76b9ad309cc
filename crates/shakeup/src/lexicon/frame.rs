//! Frames: the verbs, nouns and words after "be" that put people into posts and out of them.

use super::inflect::Form;
use super::sense::kinds;
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
