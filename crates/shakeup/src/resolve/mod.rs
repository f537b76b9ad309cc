//! The document's people and organisations: surnames, acronyms, short forms, "the agency", he and she.

mod organizations;
mod people;
mod pronouns;
mod quoting;

use std::borrow::Cow;
use std::collections::HashMap;

use crate::lexicon::push_plain;
use crate::reading::Reading;

/// A number for every name, or part of one, in small letters. Nothing goes through these in their order; the hasher has a seed
/// of its own in every process, so that nobody can make names up that collide.
#[derive(Debug, Default)]
struct ByName(HashMap<Box<str>, usize>);

impl ByName {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn get(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }

    /// The number of a name, which is `value` from now on where it has none.
    fn get_or_insert(&mut self, name: &str, value: usize) -> usize {
        match self.0.get(name) {
            Some(&known) => known,
            None => *self.0.entry(name.into()).or_insert(value),
        }
    }
}

/// Ties the mentions of one person or organisation together, and pronouns to people.
pub(crate) fn resolve(reading: &mut Reading<'_>) {
    people::resolve(reading);
    organizations::resolve(reading);
    pronouns::resolve(reading);
}

/// The words of a mention on one line.
fn name_of<'t>(reading: &Reading<'t>, first: usize, last: usize) -> Cow<'t, str> {
    let words = reading.text.words(first..last);
    if last == first + 1 { Cow::Borrowed(words) } else { on_one_line(words) }
}

/// Words of the text with one space between them, wherever its lines break; mostly they stand so.
fn on_one_line(words: &str) -> Cow<'_, str> {
    let mut after_space = true;
    let plain = words.bytes().all(|byte| {
        let twice = byte == b' ' && after_space;
        after_space = byte == b' ';
        byte.is_ascii() && !byte.is_ascii_control() && !twice
    });
    if plain && !after_space || words.is_empty() {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Adds a text in small letters, without accents.
fn push_lower(lower: &mut String, text: &str) {
    if text.is_ascii() {
        let start = lower.len();
        lower.push_str(text);
        lower[start..].make_ascii_lowercase();
    } else {
        push_plain(lower, &text.to_lowercase());
    }
}

/// Puts a text into `lower` in small letters, in place of what is there.
fn lower_into(lower: &mut String, text: &str) {
    lower.clear();
    push_lower(lower, text);
}
