//! Clauses → roles, reassignments and targets, by named rules and frames.

mod announcer;
pub(crate) mod assemble;
mod breath;
pub(crate) mod change;
mod consent;
pub(crate) mod context;
mod counterpart;
mod draft;
mod effect;
mod employer;
mod filled;
mod first_person;
mod gapped;
pub(crate) mod geography;
pub(crate) mod incumbency;
mod inherit;
mod interim;
pub(crate) mod ladder;
mod lead;
mod leaving;
mod listing;
mod merge;
mod moving;
mod noun_frame;
mod one_way;
mod others;
mod people;
mod precedence;
pub(crate) mod role;
mod seat;
pub(crate) mod setting;
pub(crate) mod silence;
pub(crate) mod state;
mod successor;
mod swap;
pub(crate) mod target;
pub(crate) mod trigger;
mod vacancy;
mod verb_frame;
pub(crate) mod when;
mod whom;

pub(crate) use change::rest_end as frame_end;
pub(crate) use context::{is_court, is_employer};
pub(crate) use draft::{Place, sentence_span, span};
pub(crate) use seat::is_elective;

#[cfg(test)]
mod tests;
