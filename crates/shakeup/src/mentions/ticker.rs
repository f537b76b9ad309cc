//! Names without case before their tickers: "OSTRAVA TOOLS <OST> NAMES CHAIRMAN", where every word is in capitals and most are
//! ordinary ones.

use super::name::Case;
use super::scan::Scanner;
use crate::lexicon::{Class, Form, class, words};
use crate::text::{Gap, Sentence, Shape, Token};

/// Words of a name before its ticker, at most.
const LONGEST: usize = 5;

/// What no name before a ticker holds: "TO", "HAS", "THE", "14", "TRIMS".
const OUTSIDE: Class = class::PREPOSITION
    .or(class::MODAL)
    .or(class::HAVE)
    .or(class::BE)
    .or(class::DETERMINER)
    .or(class::SUBORDINATOR)
    .or(class::ADVERB)
    .or(class::NUMBER_WORD);

impl Scanner<'_, '_> {
    /// The names before the tickers of a caseless sentence, in its order: none overlap.
    pub(super) fn find_listed(&mut self, sentence: &Sentence) {
        self.listed.clear();
        if self.case != Case::None {
            return;
        }
        if let Some(end) = self.lone_firm(sentence) {
            self.listed.push((sentence.first, end));
            return;
        }
        let mut from = sentence.first;
        for open in sentence.range() {
            if !self.token(open).is(words::LESS) {
                continue;
            }
            let close = (open + 1..sentence.last.min(open + 5)).find(|&at| self.token(at).is(words::GREATER));
            let Some(close) = close.filter(|&close| close > open + 1) else { continue };
            let symbol = (open + 1..close).all(|at| self.token(at).gap == Gap::Nothing);
            let first =
                (from.max(open.saturating_sub(LONGEST))..open).rev().take_while(|&at| self.is_listed_word(at)).last();
            if let Some(first) = first.filter(|_| symbol) {
                self.listed.push((first, open));
            }
            from = close + 1;
        }
    }

    /// Where the name ends that a line in capitals is: "OSTRAVA RIVER TOOLS, INC."
    fn lone_firm(&self, sentence: &Sentence) -> Option<usize> {
        let tokens = &self.text.tokens[sentence.range()];
        let words = tokens.iter().filter(|t| t.is_word()).count();
        let stop = usize::from(tokens.last().is_some_and(|t| t.is(words::STOP)));
        let form = tokens.iter().rev().nth(stop)?;
        let named = |t: &Token| match t.shape {
            Shape::Upper | Shape::Initial => !t.has(OUTSIDE),
            _ => t.is_any(&[words::COMMA, words::AMPERSAND, words::STOP]),
        };
        let line = (2..=LONGEST + 1).contains(&words)
            && form.has(class::ORG_SUFFIX)
            && tokens[0].gap >= Gap::Line
            && tokens[0].is_word()
            && tokens.iter().all(|t| named(t) || t.is(words::OF));
        line.then_some(sentence.last - stop)
    }

    /// Whether a word may be part of a name in capitals.
    fn is_listed_word(&self, at: usize) -> bool {
        let token = self.token(at);
        let Some(before) = at.checked_sub(1).filter(|&before| before >= self.sentence.first).map(|at| self.token(at))
        else {
            return token.is_word(); // "MAY STORES <MAY>"
        };
        // "LEE AND SONS <LEE>"; not "<LEE> AND OSTRAVA <OST>".
        if token.is_any(&[words::AND, words::AMPERSAND]) {
            return before.is_word() && !before.has(OUTSIDE);
        }
        // "TO BUY OSTRAVA <OST>", "MAY CUT …", "TRIMS …"; and "<LEE> SUES …", "LEE'S TRIMS …", where a verb is due.
        let acts = before.has(class::MODAL)
            || before.is_any(&[words::TO, words::GREATER])
            || before.is_possessive()
            || self.tables.verb_form(token.word).is_some_and(|v| is_told(v.form));
        token.is_word() && !token.has(OUTSIDE) && !acts
    }

    /// The end of the name before a ticker that starts at a token.
    pub(super) fn listed_at(&self, at: usize) -> Option<usize> {
        let index = self.listed.binary_search_by_key(&at, |(first, _)| *first).ok()?;
        Some(self.listed[index].1)
    }
}

/// "SELLS", "CUTS": a verb of the third person, which nouns in the plural may look like.
fn is_told(form: Form) -> bool {
    form.has(Form::PRESENT) && !form.has(Form::BASE)
}
