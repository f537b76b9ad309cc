//! Runs the stages in the order text flows.
use crate::lexicon::Tables;
use crate::{Document, Extraction};
pub(crate) fn run(document: &Document<'_>, _tables: &Tables, _kinds: [bool; 3]) -> Extraction {
    Extraction { doc: document.id.to_owned(), ..Extraction::default() }
}
