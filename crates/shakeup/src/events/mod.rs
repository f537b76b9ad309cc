//! events
pub(crate) mod target;
