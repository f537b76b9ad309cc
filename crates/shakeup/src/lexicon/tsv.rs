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
            _ => {
                let mut rest = self.rest;
                for _ in 1..index {
                    rest = cut(rest, b'\t').1;
                }
                trimmed(cut(rest, b'\t').0)
            }
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
    let mut left = text;
    let numbered = std::iter::from_fn(move || {
        if left.is_empty() {
            return None;
        }
        let (line, tab, rest) = first_line(left);
        left = rest;
        Some((line, tab))
    });
    numbered.enumerate().filter_map(|(i, (line, tab))| {
        let line = if ends_plainly(line) { line } else { line.trim_end() };
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        // The line may have ended in tabs.
        let (phrase, rest) = if tab < line.len() { (&line[..tab], &line[tab + 1..]) } else { (line, "") };
        match phrase.strip_prefix('-').filter(|_| line.len() > 1) {
            Some(phrase) => Some(Line { number: i + 1, removes: true, phrase, rest }),
            None => Some(Line { number: i + 1, removes: false, phrase, rest }),
        }
    })
}

/// The first line of a text, where its first tab or else its end is, and the lines after it. Lines are short: every byte is
/// looked at once.
fn first_line(text: &str) -> (&str, usize, &str) {
    let mut tab = None;
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        match byte {
            b'\n' => return (&text[..at], tab.unwrap_or(at), &text[at + 1..]),
            b'\t' if tab.is_none() => tab = Some(at),
            _ => {}
        }
    }
    (text, tab.unwrap_or(text.len()), "")
}

/// What stands before and after the first byte of a kind, an ASCII one; the standard search is made for longer texts.
pub(super) fn cut(text: &str, mark: u8) -> (&str, &str) {
    match text.bytes().position(|byte| byte == mark) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    }
}

fn ends_plainly(text: &str) -> bool {
    text.bytes().next_back().is_none_or(|byte| byte.is_ascii_graphic())
}

fn trimmed(text: &str) -> &str {
    let plain = ends_plainly(text) && text.bytes().next().is_none_or(|byte| byte.is_ascii_graphic());
    if plain { text } else { text.trim() }
}

/// A phrase as the first column has it: in small letters, one space between its words.
pub(super) fn phrase(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What is wrong with a phrase, if anything: stray spaces, capitals, emptiness.
pub(super) fn phrase_fault(phrase: &str) -> Option<&'static str> {
    if is_plain_phrase(phrase.as_bytes()) {
        None
    } else if phrase.trim().is_empty() {
        Some("the first column is empty")
    } else if phrase.trim() != phrase || phrase.contains("  ") {
        Some("stray space in the phrase: separate words by one space")
    } else if phrase.chars().any(char::is_uppercase) {
        Some("write the phrase in lower case: it is matched in every case")
    } else {
        None
    }
}

/// Whether a phrase is made of ASCII words in small letters with one space between them, as nearly all are.
fn is_plain_phrase(phrase: &[u8]) -> bool {
    let mut after_space = true;
    for &byte in phrase {
        let fits = match byte {
            b' ' => !after_space,
            _ => byte.is_ascii_graphic() && !byte.is_ascii_uppercase(),
        };
        if !fits {
            return false;
        }
        after_space = byte == b' ';
    }
    !after_space
}
