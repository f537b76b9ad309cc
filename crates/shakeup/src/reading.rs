//! Everything that is known of a document while it is read: what the events are recognised on.

use crate::PartialDate;
use crate::lexicon::{Gender, Tables};
use crate::mentions::Mentions;
use crate::text::Text;

/// A person or an organisation of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    /// The fullest name that the document gives.
    pub(crate) name: String,
    /// Token of its first mention.
    pub(crate) first: usize,
    pub(crate) gender: Gender,
}

/// A document under way through the stages.
#[derive(Debug)]
pub(crate) struct Reading<'t> {
    pub(crate) text: Text<'t>,
    pub(crate) tables: &'t Tables,
    pub(crate) published: Option<PartialDate>,
    pub(crate) mentions: Mentions,
    pub(crate) people: Vec<Known>,
    /// Organisations, and places that have posts.
    pub(crate) organizations: Vec<Known>,
}
