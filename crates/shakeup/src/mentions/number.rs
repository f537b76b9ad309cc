//! Digits and number words to values: "3.5 bn", "two and a half million", "half a dozen", "a third".

mod scientific;
mod spelled;

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

/// The value of a token of digits: "1,800", "12,50,000", "3.5", "1.234,5", and "1,81" where the comma cannot group thousands.
pub(crate) fn digits(shown: &str) -> Option<f64> {
    let Some((whole, rest)) = shown.split_once(',') else {
        return shown.parse::<f64>().ok().filter(|v| v.is_finite());
    };
    let decimal_comma = !rest.contains([',', '.']) && rest.len() < 3 && whole.len() <= 3;
    let grouped_by_stops = whole.contains('.') && !rest.contains([',', '.']);
    let plain = if decimal_comma {
        shown.replace(',', ".")
    } else if grouped_by_stops {
        whole.split('.').skip(1).all(|group| group.len() == 3).then(|| whole.replace('.', "") + "." + rest)?
    } else {
        // a list, "22,24,26", is no number
        let groups = rest.split_once('.').map_or(rest, |(groups, _)| groups);
        let (last, others) = groups.rsplit_once(',').map_or((groups, ""), |(others, last)| (last, others));
        let fits = last.len() == 3 && others.split(',').all(|g| matches!(g.len(), 0 | 2 | 3));
        fits.then(|| shown.replace(',', ""))?
    };
    plain.parse::<f64>().ok().filter(|v| v.is_finite())
}

/// A product without the dust of binary fractions: 0.53 × 10⁹ is 530 million.
pub(crate) fn times(value: f64, factor: f64) -> f64 {
    let inverse = (1.0 / factor).round();
    if factor < 1.0 && inverse > 1.0 && (inverse * factor - 1.0).abs() < 1e-12 {
        return value / inverse; // 57 cents are 0.57
    }
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
    match reader.sense(at) {
        Some(sense) if sense.kind == NumberKind::Minus => reader.negative(at),
        Some(_) => reader.in_words(at),
        None if token.is_any(&[words::A, words::AN]) && at + 1 < reader.end => reader.after_article(at),
        None => None,
    }
}

/// "and a half", "and a quarter" at a token: its end and its value.
pub(crate) fn and_a_half(text: &Text<'_>, tables: &Tables, at: usize, end: usize) -> Option<(usize, f64)> {
    Reader { text, tables, end: end.min(text.tokens.len()) }.and_a_half(at)
}

struct Reader<'r, 't> {
    text: &'r Text<'t>,
    tables: &'r Tables,
    end: usize,
}

impl Reader<'_, '_> {
    fn sense(&self, at: usize) -> Option<NumberSense> {
        let token = self.text.tokens.get(at).filter(|t| at < self.end && t.has(class::NUMERAL))?;
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

    /// "minus five percent", "negative 3.2"; in "10 minus 5" the sign stands between two numbers.
    fn negative(&self, at: usize) -> Option<Number> {
        let counts = |i: usize| self.text.tokens[i].shape == Shape::Number || self.sense(i).is_some();
        if at > 0 && counts(at - 1) || at + 1 >= self.end {
            return None;
        }
        let number = match self.text.tokens[at + 1].shape {
            Shape::Number => self.in_digits(at + 1)?,
            _ => self.in_words(at + 1)?,
        };
        matches!(number.sort, Sort::Cardinal | Sort::Fraction).then_some(Number {
            first: at,
            value: -number.value,
            ..number
        })
    }

    fn in_digits(&self, at: usize) -> Option<Number> {
        let mut value = digits(self.text.words(at..at + 1))?;
        let mut first = at;
        if self.is_decimal_point(at) {
            value = digits(&format!("0.{}", self.text.words(at..at + 1)))?;
            first = at - 1;
        }
        let cardinal =
            |last: usize, value: f64| Number { first, last, value, sort: Sort::Cardinal, digits: true, scale: 1.0 };
        if let Some((last, part)) = self.mixed_fraction(at).filter(|_| self.touches(at + 1)) {
            return Some(self.with_tail(cardinal(last, part)));
        }
        if let Some(number) = self.spaced_thousands(at) {
            return Some(self.with_tail(number));
        }
        let number = cardinal(at + 1, value);
        let next = at + 1;
        if let Some((last, exponent)) = self.power_of_ten(next) {
            let exact = format!("{value}e{exponent}").parse().ok().filter(|v: &f64| v.is_finite());
            return exact.map(|value| cardinal(last, value));
        }
        if let Some((last, part)) = self.mixed_fraction(next) {
            // "1.59-1/2 dlrs": half of the last place
            let places = self.word_at(at).split_once('.').map_or(0, |(_, places)| places.len());
            let part = part / 10f64.powi(places as i32);
            return Some(self.with_tail(Number { last, value: value + part, ..number }));
        }
        if self.touches(next) {
            match self.word_at(next) {
                "st" | "nd" | "rd" | "th" => return Some(Number { last: next + 1, sort: Sort::Ordinal, ..number }),
                "s" | "'s" | "’s" if value % 10.0 == 0.0 && value > 0.0 && value < 2100.0 => {
                    return Some(Number { last: next + 1, sort: Sort::Decade, ..number });
                }
                _ => {}
            }
            if self.word_at(next) == "MM" {
                return Some(self.scaled(number, next + 1, 1e6)); // "$5MM", as banks write it
            }
            if let Some(sense) = self.sense(next) {
                match sense.kind {
                    NumberKind::Letter | NumberKind::Scale => {
                        return Some(self.with_smaller(self.scaled(number, next + 1, sense.value)));
                    }
                    NumberKind::Fraction => return Some(self.with_tail(cardinal(next + 1, value + sense.value))), // "1½"
                    _ => {}
                }
            }
            // "a 50-million budget"
            if let Some(scale) =
                self.is(next + 1, NumberKind::Scale).filter(|_| self.is_dash(next) && self.touches(next + 1))
            {
                return Some(self.scaled(number, next + 2, scale));
            }
        }
        // "2.5 M", "10 k" with nothing after them
        let apart = matches!(self.word_at(next), "k" | "K" | "M") && self.ends(next + 1);
        if let Some(scale) = self.is(next, NumberKind::Letter).filter(|_| apart && !self.touches(next)) {
            return Some(self.scaled(number, next + 1, scale));
        }
        if self.is(next, NumberKind::Point).is_some()
            && let Some((last, part)) = self.decimals(next + 1).filter(|_| value.fract() == 0.0)
        {
            return Some(self.with_tail(cardinal(last, value + part)));
        }
        Some(self.with_tail(number))
    }

    /// "40 000", "1 234 567": groups of three digits with one space between; two groups need the zeros, or a space that does
    /// not break.
    fn spaced_thousands(&self, at: usize) -> Option<Number> {
        let plain = |i: usize| self.word_at(i).bytes().all(|b| b.is_ascii_digit());
        let head = self.word_at(at);
        if head.len() > 3 || head.starts_with('0') || !plain(at) {
            return None;
        }
        let mut shown = head.to_owned();
        let mut next = at + 1;
        while next < self.end && self.text.tokens[next].shape == Shape::Number {
            let token = &self.text.tokens[next];
            let whole = self.word_at(next).split('.').next().unwrap_or("");
            if token.gap != Gap::Space || whole.len() != 3 || !whole.bytes().all(|b| b.is_ascii_digit()) {
                break;
            }
            shown.push_str(self.word_at(next));
            next += 1;
            if whole.len() < self.word_at(next - 1).len() {
                break;
            }
        }
        let between = self.text.tokens[at].end as usize..self.text.tokens.get(at + 1)?.start as usize;
        let tied = !self.text.source[between].starts_with(' ');
        let month = at > 0 && self.text.tokens[at - 1].has(class::MONTH);
        let fits = next > at + 2 || next == at + 2 && (tied || self.word_at(at + 1) == "000");
        if !fits || month {
            return None;
        }
        let value = digits(&shown)?;
        Some(Number { first: at, last: next, value, sort: Sort::Cardinal, digits: true, scale: 1.0 })
    }

    /// "4 thousand 3 hundred", "3 hundred and 21": a smaller part after a scale word.
    fn with_smaller(&self, mut number: Number) -> Number {
        let hundred = self.is(number.last - 1, NumberKind::Hundred).is_some();
        let and = number.last < self.end && self.text.tokens[number.last].is(words::AND);
        let start = number.last + usize::from(and);
        let indian = [1e5, 1e7].contains(&number.scale); // "6 crore and two hundred"
        if number.scale < 100.0 || and && !hundred && !indian || start >= self.end {
            return number;
        }
        let part = match self.sense(start) {
            Some(s) if matches!(s.kind, NumberKind::Unit | NumberKind::Tens) => self.in_words(start),
            None if self.text.tokens[start].shape == Shape::Number => self.in_digits(start),
            _ => None,
        };
        let Some(part) = part.filter(|p| p.sort == Sort::Cardinal && p.value.fract() == 0.0) else { return number };
        let scaled = self.sense(start + 1).is_some_and(|s| matches!(s.kind, NumberKind::Scale | NumberKind::Hundred));
        if hundred && part.value < 100.0 && part.value > 0.0 || scaled && part.value < number.scale && (!and || indian)
        {
            number.value += part.value;
            number.last = part.last;
        }
        number
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
        let usual = [2.0, 3.0, 4.0, 5.0, 8.0, 16.0, 32.0, 64.0].contains(&under);
        let small = under <= 1000.0 && !self.word_at(start + 2).contains(',');
        let measures =
            small && self.text.tokens.get(start + 3).is_some_and(|t| t.has(class::UNIT) && start + 3 < self.end);
        let fits = over < under && (usual || measures || self.of_follows(start + 3)) && over > 0.0;
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
        if number.scale > 1.0 {
            // "3 million and a half"
            if let Some((last, half)) = self.and_a_half(number.last) {
                return Number { last, value: number.value + half * number.scale, ..number };
            }
            return self.with_smaller(number);
        }
        number
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
