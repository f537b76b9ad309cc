//! Acronyms in brackets after the name that they stand for.

use crate::lexicon::words;
use crate::text::{Gap, Shape, Text};

/// An acronym in brackets and the name that it stands for: "Enforcement and Removal Operations (ERO)".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Definition {
    pub(super) first: usize,
    /// One past the long form; the bracket stands there.
    pub(super) last: usize,
    pub(super) acronym: usize,
}

/// Finds every "Long Form Name (LFN)" of a text whose brackets open at these tokens: the capitals of the long form spell the
/// short one.
pub(super) fn definitions(text: &Text<'_>, brackets: &[usize]) -> Vec<Definition> {
    let tokens = &text.tokens;
    let mut found = Vec::new();
    for &open in brackets.iter().filter(|&&open| open > 0) {
        let Some([short, close]) = tokens.get(open + 1..open + 3) else { break };
        if !close.is(words::CLOSE) || short.shape != Shape::Upper {
            continue;
        }
        let letters: Vec<u8> = text.source.as_bytes()[short.start as usize..short.end as usize]
            .iter()
            .filter(|b| b.is_ascii_alphabetic())
            .map(u8::to_ascii_lowercase)
            .collect();
        if let Some(first) = long_form(text, open, &letters) {
            found.push(Definition { first, last: open, acronym: open + 1 });
        }
    }
    found.sort_by_key(|d| d.first);
    found
}

/// Where the name starts whose words' first letters, read backwards from `end`, spell `letters`.
fn long_form(text: &Text<'_>, end: usize, letters: &[u8]) -> Option<usize> {
    if !(2..=8).contains(&letters.len()) {
        return None;
    }
    let tokens = &text.tokens;
    let mut left = letters.len();
    let mut at = end;
    while left > 0 && at > 0 && end - at < letters.len() * 2 + 2 {
        at -= 1;
        let token = &tokens[at];
        if tokens[at + 1].gap == Gap::Blank {
            return None;
        }
        let first = text.source.as_bytes()[token.start as usize].to_ascii_lowercase();
        if first == letters[left - 1] && (token.is_capital() || token.shape == Shape::Lower && token.is_word()) {
            left -= 1;
        } else if !token.is_any(&[
            words::AND,
            words::OF,
            words::THE,
            words::FOR,
            words::ON,
            words::AMPERSAND,
            words::IN,
            words::TO,
            words::COMMA,
        ]) {
            return None;
        }
    }
    (left == 0 && tokens[at].is_capital()).then_some(at)
}
