//! Who said so, whether it is so, and how sure: attribution, realis, confidence.

mod realis;

pub(crate) use realis::{noun_realis, verb_realis};
