//! Units: currency signs and words, percent, physical units, and units left out.

use super::{Amount, Dimension, Finder, Reads};
use crate::lexicon::{MoneyKind, MoneySense, NumberKind, UnitKind, UnitSense, class, words};
use crate::mentions::number::{self, Number, Sort};
use crate::record::Comparator;
use crate::text::Shape;

/// Unit of a number and where it ends.
#[derive(Clone)]
pub(super) struct Unit {
    pub(super) dimension: Dimension,
    pub(super) name: Box<str>,
    pub(super) ucum: Option<Box<str>>,
    /// What a unit of measure measures, and how large it is among its kind, 0 where that does not matter.
    pub(super) kind: Option<UnitKind>,
    pub(super) size: f64,
    pub(super) factor: f64,
    pub(super) period: Option<Box<str>>,
    pub(super) per: Option<Box<str>>,
    pub(super) last: usize,
}

impl Unit {
    fn money(money: &MoneySense, last: usize) -> Unit {
        Unit {
            dimension: Dimension::Money,
            name: money.code.clone(),
            ucum: None,
            kind: None,
            size: money.factor,
            factor: money.factor,
            period: None,
            per: None,
            last,
        }
    }

    pub(super) fn measure(unit: &UnitSense, last: usize) -> Unit {
        let dimension = match unit.kind {
            UnitKind::Percent => Dimension::Percent,
            UnitKind::Times => Dimension::Times,
            UnitKind::Time => Dimension::Time,
            _ => Dimension::Physical,
        };
        Unit {
            dimension,
            name: unit.name.clone(),
            ucum: unit.ucum.clone(),
            kind: Some(unit.kind),
            size: unit.size,
            factor: unit.factor,
            period: unit.period.clone(),
            per: None,
            last,
        }
    }
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
            amount.ucum = model.ucum.clone();
            amount.measure = model.measure;
        }
    }

    /// A currency sign or code that ends where the number starts; `last` is its first token here.
    pub(super) fn symbol_before(&self, number: usize) -> Option<Unit> {
        (1..=3).rev().find_map(|length| {
            let start = number.checked_sub(length).filter(|&s| s >= self.sentence.first)?;
            let whole = (start + 1..number).all(|i| self.touches(i));
            let words = self.text.tokens[start..number].iter().map(|t| t.word);
            let (matched, money) = self.tables.measures.money.longest(words).filter(|_| whole)?;
            // in "3 GBP 50 pence" the code belongs to the number before it
            let free = || {
                let before = start.checked_sub(1).filter(|_| start > self.sentence.first);
                before.is_none_or(|b| {
                    let token = &self.text.tokens[b];
                    token.shape != Shape::Number && !token.has(class::NUMBER_WORD)
                })
            };
            let placed = match money.kind {
                MoneyKind::Symbol => true,
                MoneyKind::Sure => free(),
                MoneyKind::Code => self.text.tokens[start].shape == Shape::Upper && free(),
                MoneyKind::Word | MoneyKind::Ambiguous => false,
            };
            // "Â£" is what a wrong encoding makes of "£"
            let garbled = self.touches(start) && start > self.sentence.first && self.word(start - 1) == "Â";
            let start = if garbled { start - 1 } else { start };
            (matched == length && placed).then(|| Unit::money(money, start))
        })
    }

    /// The unit after a number: "3 tonnes", "half an hour", "a quarter of a percentage point", "three more years".
    pub(super) fn unit_of(&self, number: &Number, end: usize) -> Option<Unit> {
        if number.sort == Sort::Fraction {
            let of = self.is(end, &[words::OF]);
            let article = self.is(end + usize::from(of), &[words::A, words::AN]);
            let ranked = number.first > 0 && self.token(number.first - 1).is_some_and(|t| t.has(class::ORDINAL));
            if of && !article || ranked {
                return None; // "half of days", "the first half year"
            }
            let unit = self.unit_after(end + usize::from(of) + usize::from(article), number.scale)?;
            return Some(unit).filter(|u| u.dimension != Dimension::Times);
        }
        if self.is(end, &[words::IN]) && self.is_inch(number.first, end) {
            let sense = self.tables.measures.units.longest([self.tables.word(b"inch")].into_iter())?;
            return Some(Unit::measure(sense.1, end + 1));
        }
        if self.is(end, &[words::OF]) && number.value.fract() != 0.0 && !number.digits {
            let unit = self.unit_after(end + 1, number.scale)?;
            return Some(unit).filter(|u| u.dimension == Dimension::Time); // "two and a quarter of hours"
        }
        self.unit_after(end, number.scale).or_else(|| {
            // "weight: 20 (kg)"
            let bracket = matches!(self.word(end), "(" | "[" | "{" | "<");
            let inside = bracket.then(|| self.unit_after(end + 1, number.scale)).flatten();
            if let Some(unit) =
                inside.filter(|u| matches!(self.word(u.last), ")" | "]" | "}" | ">") && self.word(end + 1).len() > 1)
            {
                return Some(Unit { last: unit.last + 1, ..unit });
            }
            // "two consecutive years", "ten business days"
            let skipped = (end..end + 2).take_while(|&i| self.token(i).is_some_and(|t| t.has(class::STRETCH))).count();
            let unit = self.unit_after(end + skipped, number.scale).filter(|_| skipped > 0)?;
            (unit.dimension == Dimension::Time).then_some(unit)
        })
    }

    /// The unit that follows at a token, a hyphen before it included: "15-percent".
    pub(super) fn unit_after(&self, at: usize, scale: f64) -> Option<Unit> {
        let hyphen = self.is(at, &[words::DASH]) && self.touches(at) && self.touches(at + 1);
        let at = if hyphen { at + 1 } else { at };
        let token = self.token(at)?;
        if hyphen && !token.has(class::UNIT.or(class::CURRENCY)) {
            return self.unit_in_chain(at);
        }
        let rest = || self.text.tokens[at..self.sentence.last].iter().map(|t| t.word);
        if token.has(class::CURRENCY) {
            let found = self.tables.measures.money.longest(rest());
            if let Some((length, money)) = found.filter(|(length, money)| match money.kind {
                // "10 €", but "in 2004 $5 million"
                MoneyKind::Symbol => self.token(at + length).is_none_or(|t| t.shape != Shape::Number),
                MoneyKind::Code => token.shape == Shape::Upper,
                // "43c a share"
                MoneyKind::Word if self.word(at).len() == 1 => token.shape == Shape::Lower && self.touches(at),
                MoneyKind::Word | MoneyKind::Sure => true,
                // "four million pounds", but "200 pounds of flour"
                MoneyKind::Ambiguous => scale > 1.0,
            }) {
                let mut unit = Unit::money(money, at + length);
                // "75 USD million"
                if let Some(sense) = self.token(unit.last).and_then(|t| self.tables.measures.number(t.word))
                    && sense.kind == NumberKind::Scale
                    && scale == 1.0
                {
                    unit.factor *= sense.value;
                    unit.last += 1;
                }
                return Some(unit);
            }
        }
        // "J" and "W" are units only among others, and initials elsewhere
        const SYMBOL: u32 = 3;
        if !token.has(class::UNIT) && (token.end - token.start > SYMBOL || !token.is_word()) {
            return None;
        }
        let (length, unit) = self.tables.measures.units.longest(rest())?;
        let written = length > 1 || unit.kind == UnitKind::Part || self.is_written_as(at, unit.kind);
        if matches!(unit.kind, UnitKind::Rate | UnitKind::Per) || !written {
            return None;
        }
        self.compound(at, length, unit)
    }

    /// The unit that opens a chain of hyphens: "a 12-cent-a-share dividend".
    fn unit_in_chain(&self, at: usize) -> Option<Unit> {
        let (head, tail) = self.word(at).split_once('-')?;
        let word = self.tables.word(head.to_ascii_lowercase().as_bytes());
        let measures = &self.tables.measures;
        let mut unit = match measures.money.longest([word].into_iter()) {
            Some((_, money)) if money.kind == MoneyKind::Word => Unit::money(money, at + 1),
            _ => {
                let (_, unit) = measures.units.longest([word].into_iter())?;
                if matches!(unit.kind, UnitKind::Rate | UnitKind::Per | UnitKind::Part) {
                    return None;
                }
                Unit::measure(unit, at + 1)
            }
        };
        let rate: Vec<_> = tail.split('-').map(|w| self.tables.word(w.to_ascii_lowercase().as_bytes())).collect();
        match measures.units.longest(rate.into_iter()) {
            Some((_, rate)) if rate.kind == UnitKind::Rate => unit.period = Some(rate.name.clone()),
            Some((_, rate)) if rate.kind == UnitKind::Per => unit.per = Some(rate.name.clone()),
            _ => {}
        }
        Some(unit)
    }

    /// Letters that are units only as they are written: "5g" of salt, not "5G"; "1.5C" of warming, not "section 2 c".
    fn is_written_as(&self, at: usize, kind: UnitKind) -> bool {
        let [letter] = self.word(at).as_bytes() else { return true };
        match kind {
            // "a rise of 1.5C", "to 95F", but a "13F filing"
            UnitKind::Temperature if letter.is_ascii_alphabetic() => {
                let led = at > 1 && self.token(at - 2).is_some_and(|t| t.has(class::PREPOSITION));
                let closed = !(self.is(at + 1, &[words::SLASH, words::DASH]) && self.touches(at + 1));
                letter.is_ascii_uppercase() && self.touches(at) && closed && (*letter == b'C' || led)
            }
            _ => !letter.is_ascii_uppercase() || *letter == b'L',
        }
    }

    /// The "in" of "5 ft 2 in" and "a door 2 in thick", and one that ends its clause.
    fn is_inch(&self, number: usize, at: usize) -> bool {
        if self
            .token(at + 1)
            .is_none_or(|t| t.has(class::EXTENT) || t.is_any(&[words::STOP, words::COMMA, words::CLOSE]))
        {
            return true;
        }
        let comma = usize::from(number > 0 && self.is(number - 1, &[words::COMMA]));
        let before = number.checked_sub(1 + comma).and_then(|b| self.token(b)).filter(|t| t.has(class::UNIT));
        before.is_some_and(|t| {
            let unit = self.tables.measures.units.longest([t.word].into_iter());
            unit.is_some_and(|(_, u)| u.ucum.as_deref() == Some("[ft_i]"))
        })
    }

    /// "5 feet 2 inches", "13 dollars and 45 cents", "two years and three months": the smaller unit joins the larger one.
    pub(super) fn joins(&self, larger: &mut Amount, smaller: &Amount) -> bool {
        let fits = larger.is_amount()
            && smaller.is_amount()
            && larger.dimension == smaller.dimension
            && larger.measure.zip(smaller.measure).is_some_and(|((a, big), (b, small))| {
                let compounds = matches!(a, None | Some(UnitKind::Time | UnitKind::Length | UnitKind::Mass));
                a == b && compounds && small > 0.0 && small < big && smaller.value() * small < 4.0 * big
            })
            && smaller.comparator == Comparator::Eq
            && larger.comparator != Comparator::Range
            && larger.period.is_none()
            && (larger.dimension != Dimension::Money
                || (larger.unit == smaller.unit || &*smaller.unit == "USD") && larger.value().fract() == 0.0);
        if !fits {
            return false;
        }
        let comma = usize::from(self.is(larger.core.end, &[words::COMMA]));
        let and = usize::from(self.is(larger.core.end + comma, &[words::AND]));
        if larger.core.end + comma + and != smaller.first {
            return false;
        }
        let money = larger.dimension == Dimension::Money;
        let (Some((_, big)), Some((_, small))) = (larger.measure, smaller.measure) else { return false };
        let more = if money { smaller.value() } else { smaller.value() * small / big };
        larger.low = larger.low.map(|v| v + more);
        larger.high = larger.high.map(|v| v + more);
        larger.last = smaller.last;
        larger.core.end = smaller.core.end;
        larger.counted = smaller.counted.clone();
        larger.period = smaller.period.clone();
        true
    }

    /// "45 and 50 mg", "two or three years": a number that nothing follows has the unit of the next one.
    pub(super) fn shares_unit(&self, first: &mut Amount, second: &Amount, scale: f64) {
        let joined = first.core.end + 1 == second.first && self.is(first.core.end, &[words::AND, words::OR]);
        let bare = first.is_amount()
            && first.dimension == Dimension::Count
            && first.counted.is_none()
            && first.last == first.core.end
            && first.comparator != Comparator::Range;
        let measured = !matches!(second.dimension, Dimension::Count | Dimension::Times);
        let signed = self.token(second.core.start).is_some_and(|t| t.shape == Shape::Mark);
        // "$80 and $60 billion"
        let money = first.dimension == Dimension::Money && first.unit == second.unit && first.last == first.core.end;
        if money && joined && signed && scale >= 1e6 && first.value() < 1000.0 && first.digits && second.digits {
            first.low = first.low.map(|v| number::times(v, scale));
            first.high = first.high.map(|v| number::times(v, scale));
            return;
        }
        if !joined || !bare || !measured || signed || !second.is_amount() || first.digits != second.digits {
            return;
        }
        let factor = match second.measure {
            Some((None, factor)) if factor > 0.0 => factor,
            _ => 1.0,
        };
        let scale = if first.value() < 1000.0 { scale * factor } else { factor };
        first.low = first.low.map(|v| number::times(v, scale));
        first.high = first.high.map(|v| number::times(v, scale));
        first.dimension = second.dimension;
        first.unit = second.unit.clone();
        first.ucum = second.ucum.clone();
        first.measure = second.measure;
    }

    /// "20 dollars 43", "an hour and thirty": a bare number ends what has a smaller unit.
    pub(super) fn completes(&self, larger: &mut Amount, rest: &Amount) -> bool {
        let and = usize::from(self.is(larger.core.end, &[words::AND]));
        let bare = rest.reads == Reads::Amount
            && rest.dimension == Dimension::Count
            && rest.counted.is_none()
            && rest.comparator == Comparator::Eq
            && larger.core.end + and == rest.first
            && larger.is_amount()
            && larger.period.is_none()
            && larger.value().fract() == 0.0
            && larger.comparator != Comparator::Range
            && self.token(rest.last).is_none_or(|t| !t.is_word());
        let smaller = match larger.dimension {
            Dimension::Money if (10.0..100.0).contains(&rest.value()) && larger.value() < 1000.0 => 0.01,
            Dimension::Time if &*larger.unit == "hours" && rest.value() < 60.0 => 1.0 / 60.0,
            _ => return false,
        };
        // the sign before the number says that it is whole: "$20 and 43 people"
        let by_word =
            larger.core.end > larger.core.start + 1 && self.token(larger.core.end - 1).is_some_and(|t| t.is_word());
        if !bare || !by_word {
            return false;
        }
        larger.low = larger.low.map(|v| v + rest.value() * smaller);
        larger.high = larger.high.map(|v| v + rest.value() * smaller);
        (larger.last, larger.core.end) = (rest.last, rest.core.end);
        true
    }

    /// The end of "and a half" after a unit, and its value: "an hour and a half".
    pub(super) fn half_after(&self, at: usize) -> Option<(usize, f64)> {
        let half = number::and_a_half(self.text, self.tables, at, self.sentence.last)?;
        (!self.is(half.0, &[words::OF, words::THE, words::A, words::AN])).then_some(half)
    }

    pub(super) fn symbol_after(&self, at: usize) -> Option<usize> {
        let token = self.token(at).filter(|t| t.has(class::CURRENCY))?;
        let (length, _) = self.tables.measures.money.longest([token.word].into_iter())?;
        Some(at + length)
    }
}
