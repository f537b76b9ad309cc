//! Lexicon files: one entry a line, columns separated by tabs, `#` for comments, a leading `-` to remove an entry.

use std::path::Path;

use crate::Error;

/// One line of a lexicon file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) number: usize,
    /// The entry takes words out instead of adding them.
    pub(super) removes: bool,
    /// The phrase, lower case, words separated by one space.
    pub(super) phrase: &'t str,
    rest: &'t str,
}

impl<'t> Line<'t> {
    /// Column by number; the phrase is column 0. Empty when the line ends before it.
    pub(super) fn column(&self, index: usize) -> &'t str {
        match index {
            0 => self.phrase,
            _ => self.rest.split('\t').nth(index - 1).unwrap_or("").trim(),
        }
    }

    /// Where a column starts on the line, in characters from 1.
    pub(super) fn position(&self, index: usize) -> usize {
        let before: usize = (0..index).map(|i| self.column(i).chars().count() + 1).sum();
        1 + usize::from(self.removes) + before
    }

    pub(super) fn error(&self, path: &Path, column: usize, message: impl Into<String>) -> Error {
        Error::lexicon(path, self.number, self.position(column), message)
    }
}

/// The entries of a file, comments and blank lines left out.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    text.lines().enumerate().filter_map(|(i, line)| {
        let line = line.trim_end();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        let (removes, line) = line.strip_prefix('-').filter(|l| !l.is_empty()).map_or((false, line), |l| (true, l));
        let (phrase, rest) = line.split_once('\t').unwrap_or((line, ""));
        Some(Line { number: i + 1, removes, phrase, rest })
    })
}

/// A phrase as the first column has it: in small letters, one space between its words.
pub(super) fn phrase(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What is wrong with a phrase, if anything: stray spaces, capitals, emptiness.
pub(super) fn phrase_fault(phrase: &str) -> Option<&'static str> {
    if phrase.trim().is_empty() {
        Some("the first column is empty")
    } else if phrase.trim() != phrase || phrase.contains("  ") {
        Some("stray space in the phrase: separate words by one space")
    } else if phrase.chars().any(char::is_uppercase) {
        Some("write the phrase in lower case: it is matched in every case")
    } else {
        None
    }
}
