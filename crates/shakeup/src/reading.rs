//! Everything that is known of a document while it is read: what the events are recognised on.

use std::ops::Range;

use crate::PartialDate;
use crate::lexicon::{Gender, Tables};
use crate::mentions::date::DateFound;
use crate::mentions::{Abbreviated, Kind, Mentions, Post};
use crate::text::Text;

/// A person or an organisation of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    /// The fullest name that the document gives.
    pub(crate) name: String,
    /// Tokens of the mention that gives that name.
    pub(crate) fullest: Range<usize>,
    /// Token of its first mention.
    pub(crate) first: usize,
    pub(crate) gender: Gender,
}

/// How many people a pronoun may mean, at most.
pub(crate) const REFERENTS: usize = 5;

/// The latest members of a list that something new is compared with, so that thousands of people of one surname, or of
/// posts of one person, stay linear.
pub(crate) fn latest<T>(list: &[T]) -> &[T] {
    const COMPARED: usize = 64;
    &list[list.len().saturating_sub(COMPARED)..]
}

/// The letters that stand for parties beside a state: Republican, Democrat, Independent.
pub(crate) fn is_party_letter(letter: u8) -> bool {
    b"RDI".contains(&letter)
}

/// A document under way through the stages.
#[derive(Debug)]
pub(crate) struct Reading<'t> {
    pub(crate) text: Text<'t>,
    pub(crate) tables: &'t Tables,
    pub(crate) published: Option<PartialDate>,
    /// Index into `dates` of the one that `published` is from, where the document came without.
    pub(crate) dateline: Option<usize>,
    pub(crate) mentions: Mentions,
    pub(crate) dates: Vec<DateFound>,
    pub(crate) posts: Vec<Post>,
    pub(crate) abbreviated: Vec<Abbreviated>,
    pub(crate) people: Vec<Known>,
    /// Organisations, and places that have posts.
    pub(crate) organizations: Vec<Known>,
    /// By token: whom "he" or "her" may mean, likeliest first; sorted by token.
    pub(crate) pronouns: Vec<(usize, [Option<usize>; REFERENTS])>,
}

impl Reading<'_> {
    /// The person whom a token belongs to or, for a pronoun, refers to.
    pub(crate) fn person_at(&self, token: usize) -> Option<usize> {
        if let Some(found) = self.mentions.of_kind(token, Kind::Person) {
            return found.entity;
        }
        self.referent(token)
    }

    /// Whom a pronoun means.
    pub(crate) fn referent(&self, token: usize) -> Option<usize> {
        self.referents(token).next()
    }

    /// Whom a pronoun may mean, likeliest first.
    pub(crate) fn referents(&self, token: usize) -> impl Iterator<Item = usize> {
        let index = self.pronouns.binary_search_by_key(&token, |(t, _)| *t).ok();
        index.map(|i| self.pronouns[i].1).into_iter().flatten().flatten()
    }

    /// The organisation or jurisdiction named at a token.
    pub(crate) fn organization_at(&self, token: usize) -> Option<usize> {
        let (_, found) = self.mentions.covering(token)?;
        matches!(found.kind, Kind::Organization | Kind::Place).then_some(found.entity)?
    }

    /// The post that covers a token.
    pub(crate) fn post_at(&self, token: usize) -> Option<usize> {
        self.mentions.of_kind(token, Kind::Post)?.entity
    }

    /// Whether a token is part of a date: "last" of "last year".
    pub(crate) fn is_dated(&self, token: usize) -> bool {
        let at = self.dates.partition_point(|d| d.tokens.start <= token);
        at.checked_sub(1).is_some_and(|before| self.dates[before].tokens.contains(&token))
    }

    /// Index of the sentence that a token stands in.
    pub(crate) fn sentence_of(&self, token: usize) -> usize {
        self.text.sentences.partition_point(|s| s.last <= token).min(self.text.sentences.len().saturating_sub(1))
    }

    /// Whether a token is a party with its state: "R-Ohio", "D-N.Y.", not "T-Mobile".
    pub(crate) fn is_party_tag(&self, token: usize) -> bool {
        let Some(tag) = self.text.tokens.get(token) else { return false };
        let bytes = &self.text.source.as_bytes()[tag.start as usize..tag.end as usize];
        bytes.len() > 3 && is_party_letter(bytes[0]) && bytes[1] == b'-' && bytes[2].is_ascii_uppercase()
    }
}
