//! Digits and number words to values: "3.5 bn", "two and a half million", "half a dozen", "a third".

use crate::lexicon::{NumberKind, NumberSense, Tables, class, words};
use crate::text::{Gap, Shape, Text};

/// What sort of number a run of tokens is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// An amount or a count.
    Cardinal,
    /// Below one: "a third", "half".
    Fraction,
    /// "triple", a verb.
    Multiply,
    /// "threefold"
    Times,
    /// "third", "5th"
    Ordinal,
    /// "1980s"
    Decade,
}

/// A number without unit: its tokens and its value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) value: f64,
    pub(crate) sort: Sort,
    /// Written in digits.
    pub(crate) digits: bool,
    /// What its last scale word multiplies by, 1 without one: a range shares it ("3 to 5 million").
    pub(crate) scale: f64,
}

/// The value of a token of digits: "1,800", "3.5", and "1,81" where the comma cannot group thousands.
pub(crate) fn digits(shown: &str) -> Option<f64> {
    let decimal_comma = match shown.split_once(',') {
        Some((whole, rest)) => !shown.contains('.') && !rest.contains(',') && rest.len() < 3 && whole.len() <= 3,
        None => false,
    };
    let plain = if decimal_comma { shown.replace(',', ".") } else { shown.replace(',', "") };
    plain.parse::<f64>().ok().filter(|v| v.is_finite())
}

/// A product without the dust of binary fractions: 0.53 × 10⁹ is 530 million.
pub(crate) fn times(value: f64, factor: f64) -> f64 {
    let product = value * factor;
    let whole = product.round();
    if (product - whole).abs() <= 1e-9 * product.abs().max(1.0) { whole } else { product }
}

/// Reads the number that starts at token `at`, if one does, before token `end`.
pub(crate) fn read(text: &Text<'_>, tables: &Tables, at: usize, end: usize) -> Option<Number> {
    let reader = Reader { text, tables, end: end.min(text.tokens.len()) };
    let token = text.tokens.get(at)?;
    if token.shape == Shape::Number {
        return reader.in_digits(at);
    }
    if token.has(class::NUMBER_WORD) || reader.sense(at).is_some() {
        return reader.in_words(at);
    }
    if token.is_any(&[words::A, words::AN]) && at + 1 < reader.end {
        return reader.after_article(at);
    }
    None
}

/// 20, 30, … 90, alone or after hundreds: a unit may follow.
fn is_round_ten(value: f64) -> bool {
    let rest = value % 100.0;
    rest >= 20.0 && rest % 10.0 == 0.0
}

struct Reader<'r, 't> {
    text: &'r Text<'t>,
    tables: &'r Tables,
    end: usize,
}

impl Reader<'_, '_> {
    fn sense(&self, at: usize) -> Option<NumberSense> {
        let token = self.text.tokens.get(at).filter(|_| at < self.end)?;
        self.tables.measures.number(token.word)
    }

    fn is(&self, at: usize, kind: NumberKind) -> Option<f64> {
        self.sense(at).filter(|s| s.kind == kind).map(|s| s.value)
    }

    fn touches(&self, at: usize) -> bool {
        at < self.end && self.text.tokens.get(at).is_some_and(|t| t.gap == Gap::Nothing)
    }

    fn word_at(&self, at: usize) -> &str {
        if at < self.end { self.text.words(at..at + 1) } else { "" }
    }

    fn in_digits(&self, at: usize) -> Option<Number> {
        let mut value = digits(self.text.words(at..at + 1))?;
        let mut first = at;
        if self.is_decimal_point(at) {
            value = digits(&format!("0.{}", self.text.words(at..at + 1)))?;
            first = at - 1;
        }
        if let Some((last, part)) = self.mixed_fraction(at).filter(|_| self.touches(at + 1)) {
            return Some(self.with_tail(Number {
                first,
                last,
                value: part,
                sort: Sort::Cardinal,
                digits: true,
                scale: 1.0,
            }));
        }
        let number = Number { first, last: at + 1, value, sort: Sort::Cardinal, digits: true, scale: 1.0 };
        let next = at + 1;
        if let Some((last, part)) = self.mixed_fraction(next) {
            return Some(self.with_tail(Number { last, value: value + part, ..number }));
        }
        if self.touches(next) {
            match self.word_at(next) {
                "st" | "nd" | "rd" | "th" => return Some(Number { last: next + 1, sort: Sort::Ordinal, ..number }),
                "s" | "'s" | "’s" if (1000.0..=2100.0).contains(&value) => {
                    return Some(Number { last: next + 1, sort: Sort::Decade, ..number });
                }
                _ => {}
            }
            if let Some(sense) = self.sense(next)
                && matches!(sense.kind, NumberKind::Letter | NumberKind::Scale)
            {
                return Some(self.scaled(number, next + 1, sense.value));
            }
            // "a 50-million budget"
            if let Some(scale) =
                self.is(next + 1, NumberKind::Scale).filter(|_| self.is_dash(next) && self.touches(next + 1))
            {
                return Some(self.scaled(number, next + 2, scale));
            }
        }
        Some(self.with_tail(number))
    }

    /// The point of ".08", which no word or number touches.
    fn is_decimal_point(&self, at: usize) -> bool {
        let tokens = &self.text.tokens;
        let Some(point) = at.checked_sub(1).filter(|&p| tokens[p].is(words::STOP) && self.touches(at)) else {
            return false;
        };
        point == 0 || tokens[point].gap != Gap::Nothing || tokens[point - 1].has(class::CURRENCY)
    }

    /// The "-1/2" of "5-1/2 pct", and the "1/2" of "5 1/2".
    fn mixed_fraction(&self, at: usize) -> Option<(usize, f64)> {
        let tokens = &self.text.tokens;
        let start = if self.is_dash(at) && self.touches(at) && self.touches(at + 1) { at + 1 } else { at };
        if start + 3 > self.end
            || !tokens[start + 1].is(words::SLASH)
            || !self.touches(start + 1)
            || !self.touches(start + 2)
        {
            return None;
        }
        let (over, under) = (digits(self.word_at(start))?, digits(self.word_at(start + 2))?);
        let fits = over < under && [2.0, 3.0, 4.0, 5.0, 8.0, 16.0, 32.0, 64.0].contains(&under);
        fits.then_some((start + 3, over / under))
    }

    fn is_dash(&self, at: usize) -> bool {
        at < self.end && self.text.tokens.get(at).is_some_and(|t| t.is_any(&[words::DASH, words::EN_DASH]))
    }

    fn scaled(&self, number: Number, last: usize, scale: f64) -> Number {
        Number { last, value: times(number.value, scale), scale: number.scale * scale, ..number }
    }

    /// Scale words, dozens and "and a half" after a number.
    fn with_tail(&self, mut number: Number) -> Number {
        if let Some(half) = self.and_a_half(number.last) {
            number.value += half.1;
            number.last = half.0;
        }
        while let Some(sense) = self.sense(number.last) {
            match sense.kind {
                NumberKind::Scale | NumberKind::Group | NumberKind::Hundred | NumberKind::Vague => {
                    number = self.scaled(number, number.last + 1, sense.value);
                }
                _ => break,
            }
        }
        number
    }

    /// "and a half", "and a quarter", "and three-quarters".
    fn and_a_half(&self, at: usize) -> Option<(usize, f64)> {
        let tokens = &self.text.tokens;
        if at + 1 >= self.end || !tokens[at].is(words::AND) {
            return None;
        }
        if let Some(value) = self.is(at + 1, NumberKind::Fraction) {
            return Some((at + 2, value));
        }
        let sense = self.sense(at + 2).filter(|_| tokens[at + 1].is_any(&[words::A, words::AN]))?;
        match sense.kind {
            NumberKind::Part => Some((at + 3, sense.value)),
            NumberKind::Ordinal => Some((at + 3, 1.0 / sense.value)), // "one and a third"
            _ => None,
        }
    }

    fn in_words(&self, at: usize) -> Option<Number> {
        let sense = self.sense(at)?;
        let number =
            Number { first: at, last: at + 1, value: sense.value, sort: Sort::Cardinal, digits: false, scale: 1.0 };
        match sense.kind {
            NumberKind::Letter | NumberKind::Vague => None,
            NumberKind::Scale | NumberKind::Group => None, // "a million" is read from its article
            NumberKind::Ordinal => Some(Number { sort: Sort::Ordinal, ..number }),
            NumberKind::Multiply => Some(Number { sort: Sort::Multiply, ..number }),
            NumberKind::Times => Some(Number { sort: Sort::Times, ..number }),
            NumberKind::Fraction => Some(Number { sort: Sort::Fraction, ..number }),
            NumberKind::Part if sense.value == 0.5 => Some(self.half(number)),
            NumberKind::Part => None,
            NumberKind::Unit | NumberKind::Tens | NumberKind::Hundred => Some(self.cardinal(number)),
        }
    }

    /// "half a million", "half a dozen", "half".
    fn half(&self, number: Number) -> Number {
        let article = self.text.tokens.get(number.last).is_some_and(|t| t.is_any(&[words::A, words::AN]));
        if let Some(scale) = self.is(number.last, NumberKind::Scale) {
            return self.scaled(number, number.last + 1, scale); // "half million"
        }
        match self.sense(number.last + 1).filter(|_| article) {
            Some(s) if matches!(s.kind, NumberKind::Scale | NumberKind::Group | NumberKind::Hundred) => {
                self.scaled(number, number.last + 2, s.value)
            }
            _ => Number { sort: Sort::Fraction, ..number },
        }
    }

    /// "a million", "a dozen", "a third", "a hundred and twenty".
    fn after_article(&self, at: usize) -> Option<Number> {
        let sense = self.sense(at + 1)?;
        let number = Number { first: at, last: at + 1, value: 1.0, sort: Sort::Cardinal, digits: false, scale: 1.0 };
        match sense.kind {
            NumberKind::Scale | NumberKind::Group => Some(self.with_tail(number)),
            NumberKind::Hundred => Some(self.cardinal(Number { first: at, last: at + 2, value: 100.0, ..number })),
            // "a third" is a fraction before "of", an ordinal elsewhere: "a third term"
            NumberKind::Part
                if sense.value == 0.5 && self.sense(at + 2).is_some_and(|s| s.kind == NumberKind::Scale) =>
            {
                Some(self.scaled(Number { last: at + 2, value: 0.5, ..number }, at + 3, self.sense(at + 2)?.value))
            }
            NumberKind::Part | NumberKind::Ordinal
                if sense.value == 0.5 || self.of_follows(at + 2) || self.ends(at + 2) =>
            {
                let value = if sense.kind == NumberKind::Ordinal { 1.0 / sense.value } else { sense.value };
                Some(Number { last: at + 2, value, sort: Sort::Fraction, ..number })
            }
            _ => None,
        }
    }

    fn of_follows(&self, at: usize) -> bool {
        at < self.end && self.text.tokens.get(at).is_some_and(|t| t.is(words::OF))
    }

    /// No word follows.
    fn ends(&self, at: usize) -> bool {
        at >= self.end || !self.text.tokens[at].is_word()
    }

    /// "twenty-one", "two hundred and six thousand", "two and a half million", "three quarters".
    fn cardinal(&self, mut number: Number) -> Number {
        let (mut total, mut current) = (0.0, number.value);
        loop {
            let mut next = number.last;
            if self.text.tokens.get(next).is_some_and(|t| t.is(words::AND)) && next < self.end {
                if let Some((last, half)) = self.and_a_half(next) {
                    current += half;
                    number.last = last;
                    continue;
                }
                if current % 100.0 != 0.0 || current + total == 0.0 {
                    break;
                }
                next += 1;
            }
            let Some(sense) = self.sense(next) else { break };
            match sense.kind {
                NumberKind::Unit if sense.value < 10.0 && is_round_ten(current) && next == number.last => {
                    current += sense.value
                }
                NumberKind::Unit | NumberKind::Tens
                    if current % 100.0 == 0.0 && current + total > 0.0 && sense.value < 100.0 =>
                {
                    current += sense.value;
                }
                NumberKind::Hundred if current > 0.0 && current < 100.0 && next == number.last => current *= 100.0,
                NumberKind::Scale | NumberKind::Group | NumberKind::Vague if current > 0.0 && next == number.last => {
                    total += times(current, sense.value);
                    current = 0.0;
                    number.scale = sense.value;
                }
                NumberKind::Part
                    if total == 0.0 && current < 20.0 && next == number.last && sense.value < 0.5 && current > 1.0 =>
                {
                    return Number { last: next + 1, value: current * sense.value, sort: Sort::Fraction, ..number };
                }
                NumberKind::Ordinal
                    if total + current == 1.0
                        && next == number.last
                        && (self.of_follows(next + 1) || self.ends(next + 1)) =>
                {
                    return Number { last: next + 1, value: 1.0 / sense.value, sort: Sort::Fraction, ..number };
                }
                _ => break,
            }
            number.last = next + 1;
        }
        Number { value: total + current, ..number }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(source: &str) -> Option<(f64, Sort)> {
        let tables = Tables::builtin();
        let text = Text::new(source, &tables);
        (0..text.tokens.len()).find_map(|i| read(&text, &tables, i, text.tokens.len())).map(|n| (n.value, n.sort))
    }

    #[test]
    fn digits_words_and_mixtures_have_one_value() {
        for (source, value) in [
            ("1,800", 1800.0),
            ("3.5 bn", 3.5e9),
            ("$50m", 50e6),
            ("1,81 mln", 1.81e6),
            ("two and a half million", 2.5e6),
            ("half a dozen", 6.0),
            ("half a million", 500_000.0),
            ("a dozen", 12.0),
            ("two dozen", 24.0),
            ("twenty-one", 21.0),
            ("two hundred and six thousand", 206_000.0),
            ("one and a half trillion", 1.5e12),
            ("a hundred", 100.0),
            ("0.53bn", 530e6),
            ("5-1/2 pct", 5.5),
            ("three hundred and thirty one", 331.0),
            ("$.08", 0.08),
            ("3/4", 0.75),
            ("three dozens", 36.0),
        ] {
            assert_eq!(first(source), Some((value, Sort::Cardinal)), "{source}");
        }
    }

    #[test]
    fn fractions_ordinals_and_decades_are_no_cardinals() {
        for (source, sort) in [
            ("a third of them", Sort::Fraction),
            ("one third of them", Sort::Fraction),
            ("two-thirds", Sort::Fraction),
            ("three quarters", Sort::Fraction),
            ("the 5th", Sort::Ordinal),
            ("the fifth", Sort::Ordinal),
            ("the 1980s", Sort::Decade),
            ("to triple", Sort::Multiply),
            ("threefold", Sort::Times),
        ] {
            assert_eq!(first(source).map(|n| n.1), Some(sort), "{source}");
        }
    }

    #[test]
    fn millions_without_a_number_are_none() {
        assert_eq!(first("millions of dozens"), None);
    }
}
