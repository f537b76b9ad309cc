//! Who said so, whether it is so, and how sure: attribution, realis, confidence.

mod attribution;
mod realis;

pub(crate) use attribution::attribution;
pub(crate) use realis::{is_only_meant, noun_realis, verb_realis};
