//! Clauses → roles, reassignments and targets, by named rules and frames.

pub(crate) mod assemble;
pub(crate) mod change;
mod consent;
pub(crate) mod context;
mod draft;
mod noun_frame;
mod one_way;
pub(crate) mod role;
mod seat;
pub(crate) mod state;
mod swap;
pub(crate) mod target;
mod verb_frame;
pub(crate) mod when;

pub(crate) use draft::Place;

#[cfg(test)]
mod tests;
