//! Rates after a number ("per day") and the words that bound it ("at least", "or more").

use super::{Amount, Dimension, Finder, Reads, noun_phrase};
use crate::lexicon::{Form, UnitKind, class, words};
use crate::record::Comparator;
use crate::text::{Gap, Shape, Token};

impl Finder<'_, '_> {
    /// "per day", "a year", "annually"; "per barrel"; and "daily" inside what is counted.
    pub(super) fn rate(&self, amount: &mut Amount) {
        let units = &self.tables.measures.units;
        let rate_at = |at: usize| {
            let rest = self.text.tokens.get(at..self.sentence.last).unwrap_or(&[]);
            units.longest(rest.iter().map(|t| t.word))
        };
        // "two bags per household per week"
        match rate_at(amount.last) {
            Some((length, share)) if share.kind == UnitKind::Per => {
                amount.per = Some(share.name.clone());
                amount.last += length;
            }
            _ => {
                if let Some((last, share)) = self.unit_share(amount) {
                    amount.per = Some(share);
                    amount.last = last;
                }
            }
        }
        if let Some((length, rate)) = rate_at(amount.last).filter(|(_, u)| u.kind == UnitKind::Rate)
            && !self.is_moment(amount.last, length)
        {
            amount.period = Some(rate.name.clone());
            amount.last += length;
            return;
        }
        if let Some(rate) = self.rate_in_chain(amount.last) {
            amount.period = Some(rate);
            amount.last += 2;
            return;
        }
        if let Some(rate) = self.rate_after_phrase(amount.last) {
            amount.period = Some(rate);
            return;
        }
        if let Some(counted) = amount.counted.clone() {
            let within = |i: usize| rate_at(i).filter(|(length, u)| *length == 1 && u.kind == UnitKind::Rate);
            let rate = counted.clone().find_map(within);
            amount.period = amount.period.take().or(rate.map(|(_, u)| u.name.clone()));
            if within(counted.start).is_some() && counted.len() > 1 {
                amount.counted = Some(counted.start + 1..counted.end);
            }
        }
    }

    /// "a year ago", "a week earlier": no rate.
    fn is_moment(&self, rate: usize, length: usize) -> bool {
        let after = rate + length;
        // "a week from now", but "cut $3 million a week from the budget"
        let apart = self.is(after, &[words::FROM])
            && self.token(after + 1).is_some_and(|t| t.has(class::DETERMINER.or(class::POSSESSIVE)));
        self.is(rate, &[words::A, words::AN]) && !apart && self.token(after).is_some_and(|t| t.has(class::AGO))
    }

    /// The unit that money is paid for: "$680 per kg", "$1.20 a litre".
    fn unit_share(&self, amount: &Amount) -> Option<(usize, Box<str>)> {
        let at = amount.last;
        let per = self.is(at, &[words::PER, words::SLASH]) || self.is(at, &[words::A, words::AN]);
        if amount.dimension != Dimension::Money || !per {
            return None;
        }
        let rest = self.text.tokens.get(at + 1..self.sentence.last)?;
        let (length, unit) = self.tables.measures.units.longest(rest.iter().map(|t| t.word))?;
        let one = unit.name.strip_suffix('s').unwrap_or(&unit.name);
        unit.kind.is_physical().then(|| (at + 1 + length, one.into()))
    }

    /// The rate that a short phrase parts from its number: "280 million kilos of tea a year".
    fn rate_in_chain(&self, at: usize) -> Option<Box<str>> {
        let hyphen = self.is(at, &[words::DASH]) && self.touches(at) && self.touches(at + 1);
        let chain = Some(self.word(at + 1)).filter(|w| hyphen && w.contains('-'))?;
        let words: Vec<_> = chain.split('-').map(|w| self.tables.word(w.to_ascii_lowercase().as_bytes())).collect();
        let count = words.len();
        let (length, rate) = self.tables.measures.units.longest(words.into_iter())?;
        (length == count && rate.kind == UnitKind::Rate).then(|| rate.name.clone())
    }

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
                return (!self.is_moment(next, length)).then(|| rate.name.clone());
            }
            if !self.token(next).is_some_and(|t| self.is_nominal(t)) {
                return None;
            }
        }
        None
    }

    /// The longest bound that ends right before a token, quotation marks left out: "a 'minimum' of".
    pub(super) fn bound_before(&self, first: usize) -> Option<(usize, Comparator)> {
        let mut window = [0; 6];
        let mut start = window.len();
        let mut at = first;
        while at > self.sentence.first && start > 0 {
            at -= 1;
            if !self.is(at, &[words::QUOTE, words::APOSTROPHE]) {
                start -= 1;
                window[start] = at;
            }
        }
        let window = &window[start..];
        let before = &self.tables.measures.before;
        window.iter().enumerate().find_map(|(skip, &start)| {
            let words = window[skip..].iter().map(|&i| self.text.tokens[i].word);
            let (length, bound) = before.longest(words)?;
            (length == window.len() - skip).then_some((start, bound.0))
        })
    }

    /// A bound of marks alone, "<5" or "~ 20", stands apart from what is before it, and touches the number when it is
    /// one that brackets a name too: "<ACME> 3.2 million".
    fn is_mark_bound(&self, start: usize, number: usize) -> bool {
        let Some(mark) = self.token(start).filter(|t| t.shape == Shape::Mark) else { return true };
        let bracket = self.is(start, &[words::LESS, words::GREATER]);
        (start == self.sentence.first || mark.gap != Gap::Nothing || !bracket)
            && (!bracket || self.touches(number) || number > start + 1)
            || bracket && self.touches(number) && self.token(start - 1).is_some_and(|t| t.shape != Shape::Mark)
    }

    /// The "over" of "6 billion dollars over ten years", which is no "more than".
    fn is_span(&self, start: usize, number: usize) -> bool {
        let alone = start + 1 == number && self.is(start, &[words::OVER]) && start > self.sentence.first;
        let before = start.checked_sub(1).and_then(|b| self.token(b));
        let leads = class::PREPOSITION.or(class::BE).or(class::HAVE).or(class::ADVERB).or(class::CONJUNCTION);
        // "took over two years", "has taken over two years"
        let verb = |t: &Token| {
            let form = self.tables.verb_form(t.word).map(|v| v.form);
            form.is_some_and(|f| (f.has(Form::PAST) || f.has(Form::PARTICIPLE)) && !f.has(Form::BASE))
        };
        alone && before.is_some_and(|t| !t.has(leads) && !verb(t) && t.shape != Shape::Mark)
    }

    /// What "two or more states" count, and the unit of "three or more years".
    fn counted_after_bound(&self, amount: &mut Amount) {
        if let Some(unit) = self.unit_after(amount.last, 1.0).filter(|u| u.factor == 1.0) {
            amount.last = unit.last;
            amount.measured_in(unit);
            return;
        }
        let nominal = |t: &Token| self.is_nominal(t);
        if let Some(phrase) = noun_phrase(self.text, self.tables, amount.last, self.sentence.last, nominal) {
            amount.last = phrase.end;
            amount.counted = Some(phrase);
        }
    }

    /// "at least", "up to" before the number, "or more" after it.
    pub(super) fn bound(&self, amount: &mut Amount, range: bool) {
        let spans = amount.dimension == Dimension::Time && amount.reads == Reads::Amount;
        let before = self.bound_before(amount.first).filter(|(start, _)| {
            self.is_mark_bound(*start, amount.first) && !(spans && self.is_span(*start, amount.first))
        });
        if let Some((start, comparator)) = before {
            amount.first = start;
            if !range {
                amount.bound_by(comparator);
            }
            if !matches!(comparator, Comparator::Approx | Comparator::Eq) {
                return;
            }
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
                if length == 1 && rest.get(1).is_some_and(|t| self.is_nominal(t) && !t.has(class::ADVERB)) && !hyphen {
                    continue; // "a $15 minimum wage"
                }
                let than = usize::from(rest.get(length).is_some_and(|t| t.is(words::THAN)));
                if rest.get(length + than).is_some_and(|t| t.shape == Shape::Number) {
                    continue; // "200 or over 300", "200 or more than 300"
                }
                amount.bound_by(bound.0);
                amount.last = amount.last.max(start + length);
                if start == amount.core.end && amount.dimension == Dimension::Count && amount.counted.is_none() {
                    self.counted_after_bound(amount);
                }
                return;
            }
        }
    }
}
