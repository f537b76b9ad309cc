//! Acronyms in brackets after the name that they stand for.

use crate::lexicon::{Tables, class, words};
use crate::text::{Gap, Shape, Text, Token};

/// An acronym in brackets and the name that it stands for: "Enforcement and Removal Operations (ERO)".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Definition {
    pub(super) first: usize,
    /// One past the long form; the bracket stands there.
    pub(super) last: usize,
    pub(super) acronym: usize,
    /// Not "Clean Rivers Act (CRA)".
    pub(super) organization: bool,
}

/// The bracketed acronyms of a text.
#[derive(Debug, Default)]
pub(super) struct Definitions<'t> {
    /// In text order.
    list: Vec<Definition>,
    /// Acronyms of what is no organisation, sorted: "CRA", "a gun violence restraining order (GVRO)".
    things: Vec<&'t str>,
}

impl Definitions<'_> {
    /// The one whose long form starts at a token.
    pub(super) fn at(&self, token: usize) -> Option<Definition> {
        let index = self.list.partition_point(|d| d.first < token);
        self.list.get(index).copied().filter(|d| d.first == token)
    }

    /// Whether the text says that an acronym stands for no organisation.
    pub(super) fn is_thing(&self, acronym: &str) -> bool {
        self.things.binary_search(&acronym).is_ok()
    }

    /// Those of organisations.
    pub(super) fn of_organizations(&self) -> impl Iterator<Item = &Definition> {
        self.list.iter().filter(|d| d.organization)
    }
}

/// Finds every "Long Form Name (LFN)" of a text whose brackets open at these tokens: the capitals of the long form spell the
/// short one.
pub(super) fn definitions<'t>(text: &Text<'t>, tables: &Tables, brackets: &[usize]) -> Definitions<'t> {
    let tokens = &text.tokens;
    let mut found = Definitions::default();
    for &open in brackets.iter().filter(|&&open| open > 0) {
        let Some([short, close]) = tokens.get(open + 1..open + 3) else { break };
        if !close.is(words::CLOSE) || short.shape != Shape::Upper {
            continue;
        }
        let acronym = &text.source[short.start as usize..short.end as usize];
        let letters: Vec<u8> =
            acronym.bytes().filter(u8::is_ascii_alphabetic).map(|b| b.to_ascii_lowercase()).collect();
        let Some(first) = long_form(text, open, &letters) else { continue };
        let organization = !is_thing(tables, &tokens[first..open]);
        if !organization {
            found.things.push(acronym);
        }
        if tokens[first].is_capital() {
            found.list.push(Definition { first, last: open, acronym: open + 1, organization });
        }
    }
    found.list.sort_by_key(|d| d.first);
    found.things.sort_unstable();
    found
}

/// "Clean Rivers Act", "interbank rate": a law, a rate, a disease, or ordinary words none of which names a body.
fn is_thing(tables: &Tables, long: &[Token]) -> bool {
    let ordinary = long.iter().all(|t| t.shape == Shape::Lower || t.shape == Shape::Mark)
        && !long.iter().any(|t| t.has(class::ORG_HEAD.or(class::ORG_GENERIC).or(class::ORG_UNIT)));
    let listed = || tables.not_names.longest(long.iter().map(|t| t.word)).is_some_and(|(n, _)| n == long.len());
    ordinary || long.last().is_some_and(|t| t.has(class::THING)) || listed()
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
    // In small letters throughout, or a name.
    let small = || tokens[at..end].iter().all(|t| t.shape == Shape::Lower);
    (left == 0 && (tokens[at].is_capital() || small())).then_some(at)
}
