//! Units: currency signs and words, percent, physical units, and units left out.

use super::{Amount, Dimension, Finder};
use crate::lexicon::{MoneyKind, UnitKind, class, words};
use crate::text::Shape;

/// Unit of a number and where it ends.
pub(super) struct Unit {
    pub(super) dimension: Dimension,
    pub(super) name: Box<str>,
    pub(super) factor: f64,
    pub(super) period: Option<Box<str>>,
    pub(super) last: usize,
}

impl Finder<'_, '_> {
    /// "profit of 12.4 mln dlrs, up from 9.8 mln": a scale word alone takes the unit of the number before.
    pub(super) fn elliptic(&self, amount: &mut Amount, earlier: &[Amount]) {
        let alone = amount.dimension == Dimension::Count && amount.counted.is_none();
        let closed = self.token(amount.last).is_none_or(|t| !self.is_nominal(t) || t.has(class::ADVERB));
        let Some(model) = earlier.last().filter(|e| alone && closed && e.core.end + 30 > amount.first) else { return };
        if matches!(model.dimension, Dimension::Money | Dimension::Physical) {
            amount.dimension = model.dimension;
            amount.unit = model.unit.clone();
        }
    }

    /// A currency sign or code that ends where the number starts; `last` is its first token here.
    pub(super) fn symbol_before(&self, number: usize) -> Option<Unit> {
        (1..=3).rev().find_map(|length| {
            let start = number.checked_sub(length).filter(|&s| s >= self.sentence.first)?;
            let whole = (start + 1..number).all(|i| self.touches(i));
            let words = self.text.tokens[start..number].iter().map(|t| t.word);
            let (matched, money) = self.tables.measures.money.longest(words).filter(|_| whole)?;
            let placed = money.kind == MoneyKind::Symbol
                || money.kind == MoneyKind::Code && self.text.tokens[start].shape == Shape::Upper;
            // "Â£" is what a wrong encoding makes of "£"
            let garbled = self.touches(start) && start > self.sentence.first && self.word(start - 1) == "Â";
            let start = if garbled { start - 1 } else { start };
            (matched == length && placed).then(|| Unit {
                dimension: Dimension::Money,
                name: money.code.clone(),
                factor: money.factor,
                period: None,
                last: start,
            })
        })
    }

    /// The unit that follows at a token, a hyphen before it included: "15-percent".
    pub(super) fn unit_after(&self, at: usize) -> Option<Unit> {
        let hyphen = self.is(at, &[words::DASH]) && self.touches(at) && self.touches(at + 1);
        let at = if hyphen { at + 1 } else { at };
        let token = self.token(at)?;
        let rest = || self.text.tokens[at..self.sentence.last].iter().map(|t| t.word);
        if token.has(class::CURRENCY) {
            let found = self.tables.measures.money.longest(rest());
            let large = self.token(at.wrapping_sub(1)).is_some_and(|t| t.has(class::NUMBER_WORD));
            if let Some((length, money)) = found.filter(|(_, m)| match m.kind {
                MoneyKind::Symbol => false,
                MoneyKind::Code => token.shape == Shape::Upper,
                MoneyKind::Word => true,
                // "four million pounds", but "200 pounds of flour"
                MoneyKind::Ambiguous => large,
            }) {
                return Some(Unit {
                    dimension: Dimension::Money,
                    name: money.code.clone(),
                    factor: money.factor,
                    period: None,
                    last: at + length,
                });
            }
        }
        if !token.has(class::UNIT) {
            return None;
        }
        let (length, unit) = self.tables.measures.units.longest(rest()).filter(|(_, u)| u.kind != UnitKind::Rate)?;
        let dimension = match unit.kind {
            UnitKind::Percent => Dimension::Percent,
            UnitKind::Times => Dimension::Times,
            UnitKind::Time => Dimension::Time,
            _ => Dimension::Physical,
        };
        let mut last = at + length;
        let mut name = unit.name.clone();
        // "tonnes per ha"
        if self.is(last, &[words::PER, words::SLASH]) && dimension == Dimension::Physical {
            let after = self.text.tokens.get(last + 1..self.sentence.last).unwrap_or(&[]);
            if let Some((length, per)) = self.tables.measures.units.longest(after.iter().map(|t| t.word))
                && per.kind == UnitKind::Physical
            {
                let one = per.name.strip_suffix('s').unwrap_or(&per.name);
                name = format!("{name} per {one}").into();
                last += 1 + length;
            }
        }
        Some(Unit { dimension, name, factor: unit.factor, period: unit.period.clone(), last })
    }

    pub(super) fn symbol_after(&self, at: usize) -> Option<usize> {
        let token = self.token(at).filter(|t| t.has(class::CURRENCY))?;
        let (length, _) = self.tables.measures.money.longest([token.word].into_iter())?;
        Some(at + length)
    }
}
