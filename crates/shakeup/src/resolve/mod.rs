//! The document's people and organisations: surnames, acronyms, short forms, "the agency", he and she.

mod organizations;
mod people;

use crate::reading::Reading;

/// Ties the mentions of one person or organisation together, and pronouns to people.
pub(crate) fn resolve(reading: &mut Reading<'_>) {
    people::resolve(reading);
    organizations::resolve(reading);
    people::pronouns(reading);
}
