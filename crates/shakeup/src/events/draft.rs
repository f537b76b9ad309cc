//! Records under way: slots as tokens and entities, before they become words and spans.

use std::ops::Range;

use crate::PartialDate;
use crate::lexicon::{FrameEvent, FrameNeed, PlaceKind, PostKind, class};
use crate::reading::Reading;
use crate::record::{Direction, Mention, Realis, Reason, Status};
use crate::span::Offsets;

/// An organisation or jurisdiction that fills a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) tokens: Range<usize>,
    /// Index into the reading's organisations.
    pub(crate) entity: Option<usize>,
}

/// A role before it is a record.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RoleDraft {
    /// Index into the reading's people.
    pub(crate) person: usize,
    pub(crate) person_tokens: Range<usize>,
    /// The title as tokens.
    pub(crate) post: Range<usize>,
    pub(crate) kind: PostKind,
    pub(crate) place: Option<Place>,
    pub(crate) status: Status,
    pub(crate) acting: bool,
    /// The text says that the post is kept, whatever else changes.
    pub(crate) keeps: bool,
    pub(crate) since: Option<PartialDate>,
    pub(crate) until: Option<PartialDate>,
    pub(crate) evidence: Range<usize>,
    pub(crate) rule: &'static str,
}

impl RoleDraft {
    /// "Senator Lee": the title stands directly before the name.
    pub(crate) fn is_before_name(&self) -> bool {
        self.post.end == self.person_tokens.start
    }

    /// "Senator Lee", "Lee, a senator": the title stands with the name.
    pub(crate) fn is_beside_name(&self, reading: &Reading<'_>) -> bool {
        const APPOSITION: usize = 6; // tokens: comma, article, modifiers
        let after = self.person_tokens.end..self.post.start;
        let clause = class::WHO.or(class::VERB).or(class::BE);
        self.is_before_name()
            || (1..=APPOSITION).contains(&after.len()) && !reading.text.tokens[after].iter().any(|t| t.has(clause))
    }
}

/// The title's words on one line, without status words and possessives inside: "senior adviser" of "senior White House
/// adviser".
pub(crate) fn post_name(reading: &Reading<'_>, post: &Range<usize>) -> String {
    let mut name = String::with_capacity(reading.text.words(post.clone()).len());
    // "chairs the commission": the verb's word for its holder.
    let first = &reading.text.tokens[post.start];
    if post.len() == 1 && first.has(class::FRAME_VERB) && reading.post_at(post.start).is_none() {
        let verb = reading.tables.verb_form(first.word);
        let title = verb.and_then(|v| reading.tables.frames_of(v.lemma).find_map(|f| f.title.clone()));
        if let Some(title) = title {
            return title.into();
        }
    }
    let mut previous_end = None;
    let inside = reading.post_at(post.start).and_then(|i| reading.posts[i].organization.clone());
    let inside = inside.filter(|o| o.start >= post.start && o.end <= post.end);
    for at in post.clone().filter(|at| inside.as_ref().is_none_or(|o| !o.contains(at))) {
        let token = &reading.text.tokens[at];
        let word = &reading.text.source[token.start as usize..token.end as usize];
        if previous_end.is_some_and(|end| end != token.start) {
            name.push(' ');
        }
        name.push_str(word);
        previous_end = Some(token.end);
    }
    name
}

impl Place {
    pub(crate) fn new(reading: &Reading<'_>, tokens: Range<usize>) -> Place {
        let entity = reading
            .organization_at(tokens.start)
            .filter(|_| reading.mentions.covering(tokens.start).is_some_and(|(_, f)| f.range() == tokens));
        Place { tokens, entity }
    }

    pub(crate) fn name(&self, reading: &Reading<'_>) -> String {
        // "French" names France.
        let tokens = &reading.text.tokens[self.tokens.clone()];
        if let Some((length, sense)) = reading.tables.places.longest(tokens.iter().map(|t| t.word))
            && length == tokens.len()
            && sense.kind == PlaceKind::Demonym
            && let Some(canonical) = &sense.canonical
        {
            return canonical.to_string();
        }
        if let Some(entity) = self.entity {
            return reading.organizations[entity].name.clone();
        }
        let words = reading.text.words(self.tokens.clone());
        // "R-Ohio" names Ohio.
        let words = ["R-", "D-", "I-"].iter().find_map(|party| words.strip_prefix(party)).unwrap_or(words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A part of a record from tokens and its full name.
pub(crate) fn mention(
    reading: &Reading<'_>,
    offsets: &Offsets,
    tokens: &Range<usize>,
    name: String,
    entity: Option<usize>,
) -> Mention {
    Mention { text: reading.text.words(tokens.clone()).to_owned(), span: span(reading, offsets, tokens), name, entity }
}

pub(crate) fn span(reading: &Reading<'_>, offsets: &Offsets, tokens: &Range<usize>) -> crate::Span {
    let first = &reading.text.tokens[tokens.start];
    let last = &reading.text.tokens[tokens.end.max(tokens.start + 1) - 1];
    offsets.span(first.start as usize, last.end as usize)
}

/// The evidence of a record, kept inside the sentence in which it starts.
pub(crate) fn evidence_span(reading: &Reading<'_>, offsets: &Offsets, evidence: &Range<usize>) -> crate::Span {
    let sentence = reading.text.sentences[reading.sentence_of(evidence.start)];
    span(reading, offsets, &(evidence.start..evidence.end.min(sentence.last)))
}

/// The span of the sentence that a token stands in.
pub(crate) fn sentence_span(reading: &Reading<'_>, offsets: &Offsets, token: usize) -> crate::Span {
    span(reading, offsets, &reading.text.sentences[reading.sentence_of(token)].range())
}

/// A person's part of a record, with the fullest name.
pub(crate) fn person(reading: &Reading<'_>, offsets: &Offsets, person: usize, tokens: &Range<usize>) -> Mention {
    mention(reading, offsets, tokens, reading.people[person].name.clone(), Some(person))
}

/// An organisation's part of a record, with the fullest name.
pub(crate) fn place(reading: &Reading<'_>, offsets: &Offsets, place: &Place) -> Mention {
    mention(reading, offsets, &place.tokens, place.name(reading), place.entity)
}

/// A reassignment before it is a record.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ChangeDraft {
    pub(crate) person: usize,
    pub(crate) person_tokens: Range<usize>,
    pub(crate) direction: Direction,
    pub(crate) post: Option<Range<usize>>,
    pub(crate) place: Option<Place>,
    pub(crate) reason: Option<Reason>,
    /// The person on the other side of the same post.
    pub(crate) counterpart: Option<(usize, Range<usize>)>,
    pub(crate) realis: Realis,
    /// More than a choice: who decides has decided, or the person holds the post.
    pub(crate) settled: bool,
    pub(crate) acting: bool,
    /// The verb or noun that says it.
    pub(crate) trigger: usize,
    pub(crate) evidence: Range<usize>,
    /// Name of the frame or rule.
    pub(crate) rule: String,
    /// What its frame says: by "named Lee to succeed Diaz", Diaz goes by a frame of coming in.
    pub(crate) event: FrameEvent,
    pub(crate) needs: FrameNeed,
    /// The text says it of the future.
    pub(crate) future: bool,
    /// The post is only one that the text speaks of nearby: enough for the change, not for a role.
    pub(crate) inferred: bool,
    /// Index of the draft that is the other half of a move.
    pub(crate) moved: Option<usize>,
    pub(crate) date: Option<PartialDate>,
    pub(crate) date_text: Option<String>,
    /// Who decides, when it is an organisation: where the post is, unless the text says otherwise.
    pub(crate) employer: Option<Place>,
}

impl ChangeDraft {
    /// Another draft of the same fact is told by what tells this one.
    pub(crate) fn lend_evidence(&self, other: &mut ChangeDraft) {
        other.evidence = self.evidence.clone();
        other.trigger = self.trigger;
        other.rule.clone_from(&self.rule);
        other.event = self.event;
    }
}
