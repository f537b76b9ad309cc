//! Text → tokens and sentences. The input is never altered: every token says where it stands.

mod list;
mod sentence;
mod token;

pub(crate) use sentence::Sentence;
pub(crate) use token::{Gap, Shape, Token};

use crate::lexicon::Tables;

/// A text cut into sentences of tokens.
#[derive(Debug)]
pub(crate) struct Text<'t> {
    pub(crate) source: &'t str,
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
}

impl<'t> Text<'t> {
    pub(crate) fn new(source: &'t str, tables: &Tables) -> Text<'t> {
        let tokens = token::tokens(source, tables);
        let sentences = sentence::split(source, &tokens);
        Text { source, tokens, sentences }
    }

    /// The words of a run of tokens, as they stand.
    pub(crate) fn words(&self, tokens: std::ops::Range<usize>) -> &'t str {
        match self.tokens.get(tokens.start..tokens.end) {
            Some([first, .., last]) => &self.source[first.start as usize..last.end as usize],
            Some([only]) => &self.source[only.start as usize..only.end as usize],
            _ => "",
        }
    }
}
