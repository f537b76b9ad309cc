//! Two numbers that are one quantity: "10–12", "between 20 and 30", "more than 10 but fewer than 20", "one in five".

use super::unit::Unit;
use super::{Amount, Dimension, Finder};
use crate::lexicon::{Form, class, words};
use crate::mentions::number::{self, Number, Sort};
use crate::record::Comparator;
use crate::text::{Gap, Shape};

impl Finder<'_, '_> {
    /// The second number of a range whose first one ends at `last`: "10–12", "2 to 3 percent", "between 20 and 30",
    /// "an 8- to 16-metre mirror". The first number may have its unit, after it or as a sign.
    pub(super) fn range_to(
        &self,
        low: &Number,
        first: usize,
        last: usize,
        unit: Option<&Unit>,
        signed: bool,
    ) -> Option<(Number, Option<Unit>)> {
        if low.sort != Sort::Cardinal {
            return None;
        }
        let before = |back: usize| first.checked_sub(back);
        let led_by = |any: &[_], far: usize| (1..=far).any(|b| before(b).is_some_and(|i| self.is(i, any)));
        let between = led_by(&[words::BETWEEN], 2);
        let tilde = self.word(last) == "~" && self.touches(last);
        let slash = self.is(last, &[words::SLASH]) && low.digits && low.value >= 100.0 && !self.is_year(low);
        let is_dash = self.is(last, &[words::DASH, words::EN_DASH, words::EM_DASH]) || tilde || slash;
        let hung = is_dash && self.touches(last) && self.is(last + 1, &[words::TO]);
        let dash = is_dash && self.touches(last) && self.touches(last + 1);
        let apart = is_dash && !hung && !dash && low.digits;
        let through = self.is(last, &[words::THROUGH]);
        let to = self.is(last, &[words::TO]) || through;
        let and = between && self.is(last, &[words::AND]);
        if !(dash || hung || apart || to || and) {
            return None;
        }
        // "cut it from $8 million in 2017 to $2 million"
        if to && unit.is_none() && self.is_year(low) && before(1).is_some_and(|i| self.is(i, &[words::IN])) {
            return None;
        }
        let mut start = last + 1 + usize::from(hung);
        if !dash && !hung {
            // "between 2 kg and about 7 kg"
            let rest = self.text.tokens.get(start..self.sentence.last).unwrap_or(&[]);
            let about = self.tables.measures.before.longest(rest.iter().map(|t| t.word));
            start += about.filter(|(_, bound)| bound.0 == Comparator::Approx).map_or(0, |(length, _)| length);
        }
        let symbol = self.symbol_after(start);
        start = symbol.unwrap_or(start);
        let negative = (self.is(start, &[words::DASH]) && self.touches(start + 1) && !dash) as usize;
        let mut high = number::read(self.text, self.tables, start + negative, self.sentence.last)
            .filter(|n| n.sort == Sort::Cardinal)?;
        if negative > 0 {
            high.value = -high.value;
        }
        let upper = self.unit_of(&high, high.last);
        if slash && upper.is_none() {
            return None; // "250,000/350,000 tonnes", not "671/674"
        }
        let far = high.value > 3.0 * low.value; // "by 26 percent to 28 percent" is a range
        if to && self.is_step(first, last, far && unit.is_some()) {
            return None;
        }
        if !self.units_agree(unit, signed, upper.as_ref(), symbol.is_some(), dash || between) {
            return None;
        }
        let from = (1..=3).filter_map(before).find(|&i| self.is(i, &[words::FROM]));
        let spans = from.is_some_and(|at| self.spans(at));
        if to && from.is_some() && !spans {
            // "from the current 1.8 to 1.9 tonnes to at least 2.5": only a third number makes a range of the first two
            let after = upper.as_ref().map_or(high.last, |u| u.last);
            if !(after..after + 4).any(|i| self.is(i, &[words::TO])) {
                return None;
            }
        }
        let scaled =
            if low.scale == 1.0 && high.scale > 1.0 && low.value < 1000.0 { low.value * high.scale } else { low.value };
        // "five to 10 pct", as papers write numbers below ten
        let small = !low.digits && low.value < 10.0 && high.digits && high.value >= 10.0 && upper.is_some();
        let written_alike = low.digits == high.digits || dash || between || small;
        if scaled == high.value
            || scaled > high.value && !spans
            || !written_alike
            || self.is_year(low) && self.is_year(&high)
        {
            return None;
        }
        let round = |n: &Number| n.value >= 500.0 && n.value % 10.0 == 0.0;
        let round = round(low) && round(&high) && !self.is_year(low);
        if apart && upper.is_none() && symbol.is_none() && !round {
            return None; // "Rovers 1 - 2 United"
        }
        let measured = upper.is_some()
            || symbol.is_some()
            || between
            || spans
            || through
            || high.scale > 1.0
            || (dash || apart) && round
            || tilde
            || led_by(&[words::AGE, words::AGED, words::AGES], 1)
            || self.counts(high.last);
        measured.then_some((high, upper))
    }

    /// "fell 2 million barrels to 240 million barrels", "will rise on April 1 to 15 percent": a step or a day, and where it led.
    fn is_step(&self, first: usize, last: usize, measured: bool) -> bool {
        let start = self.bound_before(first).map_or(first, |(start, _)| start);
        let Some(before) = start.checked_sub(1).filter(|_| start > self.sentence.first) else { return false };
        let token = &self.text.tokens[before];
        if token.has(class::MONTH) {
            return last == first + 1;
        }
        let changes = || {
            let cues = self.tables.measures.cues.longest([token.word].into_iter());
            cues.is_some_and(|(_, cues)| cues.iter().any(|c| c.change.is_some() && c.form != Form::default()))
        };
        measured && (token.is_any(&[words::BY, words::UP, words::DOWN]) || changes())
    }

    /// "15 percent to $415 million" names two figures: the units of a range are one.
    fn units_agree(&self, low: Option<&Unit>, signed: bool, high: Option<&Unit>, sign: bool, tied: bool) -> bool {
        match low {
            None => true,
            Some(low) if signed => high.is_none_or(|h| h.dimension == low.dimension),
            Some(low) if sign => low.dimension == Dimension::Money,
            Some(low) => high.map_or(tied, |h| h.dimension == low.dimension && h.name == low.name),
        }
    }

    /// Whether "from" opens a range, "ranging from 5 to 10", not a change, "rose from 5 to 10".
    fn spans(&self, from: usize) -> bool {
        from == self.sentence.first
            || self.is(from - 1, &[words::OPEN])
            || self.token(from - 1).is_some_and(|t| t.has(class::RANGING.or(class::BE)))
    }

    /// "more than 10 but fewer than 20 seats": a floor and a ceiling of one thing are a range.
    pub(super) fn closes(&self, first: &mut Amount, second: &Amount) -> bool {
        use Comparator::{Ge, Gt, Le, Lt};
        let (low, high) = match (first.comparator, second.comparator) {
            (Ge | Gt, Le | Lt) => (first.low, second.high),
            (Le | Lt, Ge | Gt) => (second.low, first.high),
            _ => return false,
        };
        let bare = |a: &Amount| a.dimension == Dimension::Count && a.counted.is_none();
        let joins = |i: usize| self.is(i, &[words::COMMA, words::AND, words::BUT]);
        let fits = first.is_amount() == second.is_amount()
            && low < high
            && (first.unit == second.unit || bare(first))
            && (first.counted.is_none() || second.counted.is_none())
            && (1..=2).contains(&second.first.saturating_sub(first.last))
            && (first.last..second.first).all(joins)
            && self.is(second.first - 1, &[words::AND, words::BUT]);
        if fits {
            let (start, counted) = (first.first, first.counted.take().or(second.counted.clone()));
            let core = first.core.start..second.core.end;
            *first = Amount { first: start, core, low, high, counted, comparator: Comparator::Range, ..second.clone() };
        }
        fits
    }

    /// "two or three years", "1.6 or 1.7 billion dlrs": neighbours of one unit are a range.
    pub(super) fn alternates(&self, first: &mut Amount, second: &Amount) -> bool {
        let (low, high) = (first.value(), second.value());
        let fits = first.core.end + 1 == second.first
            && self.is(first.core.end, &[words::OR])
            && first.is_amount()
            && second.is_amount()
            && first.counted.is_none()
            && first.last == first.core.end
            && first.unit == second.unit
            && first.digits == second.digits
            && second.dimension != Dimension::Times
            && matches!(first.comparator, Comparator::Eq | Comparator::Approx)
            && second.comparator == Comparator::Eq
            && low < high
            && high <= 2.0 * low;
        if fits {
            let core = first.core.start..second.core.end;
            let (low, high) = (first.low, second.high);
            *first = Amount { first: first.first, core, low, high, comparator: Comparator::Range, ..second.clone() };
        }
        fits
    }

    /// "one in five", "two out of three", "4 in 10": a part of a whole.
    pub(super) fn ratio(&self, part: &Number) -> Option<Number> {
        let plain = part.sort == Sort::Cardinal && part.scale == 1.0 && part.value.fract() == 0.0 && part.value > 0.0;
        let within = self.is(part.last, &[words::IN]);
        let out = self.is(part.last, &[words::OUT]) && self.is(part.last + 1, &[words::OF]);
        if !plain || !(within || out) {
            return None;
        }
        let start = part.last + if out { 2 } else { 1 };
        let start = start + usize::from(self.is(start, &[words::EVERY])); // "one in every five"
        let whole = number::read(self.text, self.tables, start, self.sentence.last)?;
        let usual = part.value == 1.0 || [5.0, 10.0, 100.0, 1000.0].contains(&whole.value);
        let fits = whole.sort == Sort::Cardinal
            && whole.value > part.value
            && (out || usual && (part.digits == whole.digits || whole.value >= 10.0) || part.value == 1.0)
            && !self.is_year(&whole)
            && self.unit_of(&whole, whole.last).is_none()
            && self.symbol_before(part.first).is_none()
            && !self.is(whole.last, &[words::DASH]);
        fits.then(|| Number { last: whole.last, value: part.value / whole.value, sort: Sort::Fraction, ..*part })
    }

    /// The bracket of "thirty (30) days", which says the number again.
    pub(super) fn repeated(&self, number: &Number) -> Option<usize> {
        if !self.is(number.last, &[words::OPEN]) {
            return None;
        }
        let inner = number::read(self.text, self.tables, number.last + 1, self.sentence.last)?;
        let same = inner.value == number.value && inner.digits != number.digits;
        (same && self.is(inner.last, &[words::CLOSE])).then_some(inner.last + 1)
    }

    /// "fifty percent (50%)": the amount in brackets is the one before them.
    pub(super) fn restates(&self, before: &Amount, amount: &Amount) -> bool {
        before.core.end + 1 == amount.core.start
            && self.is(before.core.end, &[words::OPEN])
            && self.is(amount.core.end, &[words::CLOSE])
            && (before.value(), &before.unit) == (amount.value(), &amount.unit)
    }

    /// The metres of "the 100m hurdles" and "a wall 3m high", and the tonnes of "40t": letters that mean millions and trillions
    /// where they stand for money.
    pub(super) fn letter_unit(&self, number: &Number) -> Option<Unit> {
        let letter = number.last.checked_sub(1).filter(|&l| l > number.first && self.touches(l))?;
        let rest = self.text.tokens.get(letter..self.sentence.last)?;
        let (length, sense) = self.tables.measures.units.longest(rest.iter().map(|t| t.word))?;
        let cue = self.token(number.last).is_some_and(|t| t.has(class::EXTENT) && t.gap == Gap::Space) || length > 1; // "17m/s"
        let fits = number.scale == 1e6 && cue || number.scale == 1e12;
        if !fits || self.token(letter)?.shape != Shape::Lower || letter != number.first + 1 {
            return None;
        }
        Some(Unit::measure(sense, letter + length))
    }
}
