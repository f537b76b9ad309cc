//! Roles, reassignments and numeric targets from English news, every record traceable to its words.
//!
//! ```
//! let extractor = shakeup::Extractor::new();
//! let found = extractor.extract("Acme Corp named Jane Roe chief executive, replacing John Doe, who retired in May.");
//! for change in &found.reassignments {
//!     println!("{change}");
//! }
//! assert_eq!(found.reassignments.len(), 2);
//! ```
//!
//! The primary type is [`Extractor`]: it reads a text or a [`Document`] and returns an [`Extraction`] that holds
//! [`Role`]s, [`Reassignment`]s and [`NumericTarget`]s. Words are looked up in a [`Lexicon`] that you can add to.
//! The same text and settings give the same bytes on every machine: no model, no network, no clock, no randomness.
//!
//! Text flows through one module a stage: `text` → `lexicon` → `tag` → `mentions` → `resolve` → `clauses` → `events` →
//! `discourse` → records.
//!
//! Not supported: languages other than English, and texts of 4 GiB or more (nothing is returned for them).

#![forbid(unsafe_code)]

mod clauses;
mod confidence;
mod date;
mod discourse;
mod error;
mod events;
mod explain;
mod extractor;
mod lexicon;
mod mentions;
mod pipeline;
mod reading;
mod record;
mod resolve;
mod row;
mod span;
mod tag;
mod text;

pub use confidence::Signal;
pub use date::PartialDate;
pub use error::Error;
pub use explain::Trigger;
pub use extractor::{Document, Extractor, ExtractorBuilder, Kind};
pub use lexicon::Lexicon;
pub use record::{
    Change, Comparator, DateMention, Direction, Entity, Extraction, Mention, NumericTarget, Quantity, QuantityKind,
    Realis, Reason, Reassignment, Role, Status, TargetKind,
};
pub use row::{MentionRow, QuantityRow, ReassignmentRow, RoleRow, Row, TargetRow};
pub use span::Span;

/// The README's examples run with the doctests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
