//! Who did what to whom, as what, at what, when: verb groups, their subjects and objects, coordination.
//!
//! Nothing here builds a tree: each function answers one question about a place in a sentence by looking a bounded way to
//! the left or right, so a document costs what its length costs.

mod complement;
mod completed;
mod control;
mod coordination;
mod infinitive;
mod insertion;
mod noun_phrase;
mod post_noun;
mod subject;
mod verb;

pub(crate) use complement::{complements, complements_of_leaving};
pub(crate) use completed::Complements;
pub(crate) use control::for_whom;
pub(crate) use coordination::{conjuncts_after, conjuncts_before, is_state, is_tagged, listed};
pub(crate) use infinitive::term_of_another;
pub(crate) use insertion::{after_years, takes_effect};
pub(crate) use noun_phrase::{
    Object, employer, is_compound, is_manner, is_past_employer, modifies, object, organization_in_focus, past_ticker,
    says,
};
pub(crate) use post_noun::{is_post_noun, is_vacancy};
pub(crate) use subject::subject;
pub(crate) use verb::{VerbGroup, governor, is_verb, verb_group};
