//! Clauses → roles, reassignments and targets, by named rules and frames.

pub(crate) mod assemble;
mod draft;
pub(crate) mod role;

pub(crate) use draft::{Place, RoleDraft};
