//! Clauses → roles, reassignments and targets, by named rules and frames.

pub(crate) mod assemble;
pub(crate) mod change;
pub(crate) mod context;
mod draft;
mod noun_frame;
pub(crate) mod role;
pub(crate) mod state;
pub(crate) mod target;
mod verb_frame;
pub(crate) mod when;

pub(crate) use draft::{ChangeDraft, Place, RoleDraft};
