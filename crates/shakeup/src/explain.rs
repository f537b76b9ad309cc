//! Every stage of one text, as a tree.
use crate::Document;
use crate::lexicon::Tables;
pub(crate) fn tree(_document: &Document<'_>, _tables: &Tables) -> String { String::new() }
