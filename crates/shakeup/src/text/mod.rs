//! Text → tokens and sentences. The input is never altered: every token says where it stands.

mod block;
mod list;
mod sentence;
mod token;
mod word;

pub(crate) use sentence::Sentence;
pub(crate) use token::{Gap, Shape, Token};

use crate::lexicon::Tables;
use crate::pipeline::Stage;

/// A text cut into sentences of tokens.
#[derive(Debug)]
pub(crate) struct Text<'t> {
    pub(crate) source: &'t str,
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
}

impl<'t> Text<'t> {
    #[cfg(test)]
    pub(crate) fn new(source: &'t str, tables: &Tables) -> Text<'t> {
        Text::watched(source, tables, &mut |_| ())
    }

    /// The text's tokens and sentences; the watch hears when each is done.
    pub(crate) fn watched(source: &'t str, tables: &Tables, watch: &mut impl FnMut(Stage)) -> Text<'t> {
        let mut tokens = token::tokens(source, tables);
        watch(Stage::Tokens);
        let sentences = sentence::split(source, &tokens);
        sentences.iter().for_each(|sentence| tokens[sentence.first].opens = true);
        watch(Stage::Sentences);
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
