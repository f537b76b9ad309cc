//! Rates after a number ("per day") and the words that bound it ("at least", "or more").

use super::{Amount, Finder};
use crate::lexicon::{UnitKind, class, words};
use crate::record::Comparator;

impl Finder<'_, '_> {
    /// "per day", "a year", "annually"; and "daily" inside what is counted.
    pub(super) fn rate(&self, amount: &mut Amount) {
        let units = &self.tables.measures.units;
        let rate_at = |at: usize| {
            let rest = self.text.tokens.get(at..self.sentence.last).unwrap_or(&[]);
            units.longest(rest.iter().map(|t| t.word)).filter(|(_, u)| u.kind == UnitKind::Rate)
        };
        let mut at = amount.last;
        // "two bags per household per week"
        if self.is(at, &[words::PER]) && rate_at(at).is_none() && self.is(at + 2, &[words::PER]) {
            at += 2;
        }
        if let Some((length, rate)) = rate_at(at) {
            let ago = matches!(
                self.word(at + length),
                "ago" | "earlier" | "later" | "before" | "after" | "old" | "from" | "early"
            );
            if !ago {
                amount.period = Some(rate.name.clone());
                amount.last = at + length;
                return;
            }
        }
        if let Some(rate) = self.rate_after_phrase(amount.last) {
            amount.period = Some(rate);
            return;
        }
        if let Some(counted) = amount.counted.clone() {
            let rate = counted.clone().find_map(|i| rate_at(i).filter(|(length, _)| *length == 1));
            amount.period = amount.period.take().or(rate.map(|(_, u)| u.name.clone()));
            if rate_at(counted.start).is_some() && counted.len() > 1 {
                amount.counted = Some(counted.start + 1..counted.end);
            }
        }
    }

    /// The rate that a short phrase parts from its number: "280 million kilos of tea a year".
    pub(super) fn rate_after_phrase(&self, at: usize) -> Option<Box<str>> {
        if !self.is(at, &[words::OF, words::IN, words::FOR, words::ON]) {
            return None;
        }
        for next in at + 1..at + 6 {
            let rest = self.text.tokens.get(next..self.sentence.last)?;
            let rate = self
                .tables
                .measures
                .units
                .longest(rest.iter().map(|t| t.word))
                .filter(|(_, u)| u.kind == UnitKind::Rate);
            if let Some((length, rate)) =
                rate.filter(|(length, _)| *length > 1 || !self.token(next + 1).is_some_and(|t| self.is_nominal(t)))
            {
                let ago = matches!(
                    self.word(next + length),
                    "ago" | "earlier" | "later" | "before" | "after" | "old" | "from" | "early"
                );
                return (!ago).then(|| rate.name.clone());
            }
            if !self.token(next).is_some_and(|t| self.is_nominal(t)) {
                return None;
            }
        }
        None
    }

    /// The longest bound that ends right before a token, quotation marks left out: "a 'minimum' of".
    pub(super) fn bound_before(&self, first: usize) -> Option<(usize, Comparator)> {
        let mut window: Vec<usize> = Vec::with_capacity(6);
        let mut at = first;
        while at > self.sentence.first && window.len() < 6 {
            at -= 1;
            if !self.is(at, &[words::QUOTE, words::APOSTROPHE]) {
                window.insert(0, at);
            }
        }
        let before = &self.tables.measures.before;
        window.iter().enumerate().find_map(|(skip, &start)| {
            let words = window[skip..].iter().map(|&i| self.text.tokens[i].word);
            let (length, bound) = before.longest(words)?;
            (length == window.len() - skip).then_some((start, bound.0))
        })
    }

    /// "at least", "up to" before the number, "or more" after it.
    pub(super) fn bound(&self, amount: &mut Amount, range: bool) {
        if let Some((start, comparator)) = self.bound_before(amount.first) {
            amount.first = start;
            if !range {
                amount.bound_by(comparator);
            }
            return;
        }
        if range && amount.first > 0 && self.is(amount.first - 1, &[words::BETWEEN]) {
            amount.first -= 1;
            return;
        }
        let after = &self.tables.measures.after;
        let hyphen = self.is(amount.core.end, &[words::DASH]) && self.touches(amount.core.end);
        for start in [amount.core.end + usize::from(hyphen), amount.last] {
            let rest = self.text.tokens.get(start..self.sentence.last).unwrap_or(&[]);
            if let Some((length, bound)) = after.longest(rest.iter().map(|t| t.word)).filter(|_| !range) {
                if length == 1 && rest.get(1).is_some_and(|t| self.is_nominal(t) && !t.has(class::ADVERB)) {
                    continue; // "a $15 minimum wage"
                }
                amount.bound_by(bound.0);
                amount.last = amount.last.max(start + length);
                return;
            }
        }
    }
}
