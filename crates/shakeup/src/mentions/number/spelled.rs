//! Numbers in words: "twenty-one", "two and a half million", "a quarter of a million", "half a dozen", "five point two".

use super::{Number, Reader, Sort, times};
use crate::lexicon::{NumberKind, class, words};
use crate::text::Shape;

/// 20, 30, … 90, alone or after hundreds: a unit may follow.
fn is_round_ten(value: f64) -> bool {
    let rest = value % 100.0;
    rest >= 20.0 && rest % 10.0 == 0.0
}

impl Reader<'_, '_> {
    /// "and a half", "and half", "and a quarter", "and three-quarters", "and two thirds".
    pub(super) fn and_a_half(&self, at: usize) -> Option<(usize, f64)> {
        let tokens = &self.text.tokens;
        if at + 1 >= self.end || !tokens[at].is(words::AND) {
            return None;
        }
        let next = self.sense(at + 1);
        match next.map(|s| (s.kind, s.value)) {
            Some((NumberKind::Fraction, value)) => return Some((at + 2, value)),
            Some((NumberKind::Part, value)) if value == 0.5 || self.word_at(at + 1) == "quarter" => {
                return Some((at + 2, value));
            }
            Some((NumberKind::Unit, count)) => {
                let part = self.sense(at + 2)?;
                return match part.kind {
                    NumberKind::Part if count * part.value < 1.0 => Some((at + 3, count * part.value)),
                    NumberKind::Ordinal if count == 1.0 && part.value > 2.0 => Some((at + 3, 1.0 / part.value)),
                    _ => None,
                };
            }
            _ => {}
        }
        let sense = self.sense(at + 2).filter(|_| tokens[at + 1].is_any(&[words::A, words::AN]))?;
        match sense.kind {
            NumberKind::Part => Some((at + 3, sense.value)),
            NumberKind::Ordinal => Some((at + 3, 1.0 / sense.value)), // "one and a third"
            _ => None,
        }
    }

    pub(super) fn in_words(&self, at: usize) -> Option<Number> {
        let sense = self.sense(at)?;
        let number =
            Number { first: at, last: at + 1, value: sense.value, sort: Sort::Cardinal, digits: false, scale: 1.0 };
        match sense.kind {
            NumberKind::Letter | NumberKind::Vague | NumberKind::Minus | NumberKind::Point => None,
            NumberKind::Scale | NumberKind::Group | NumberKind::Pair => None, // "a million" is read from its article
            NumberKind::Ordinal if self.is_part_of_unit(at) && sense.value > 2.0 => {
                Some(Number { value: 1.0 / sense.value, sort: Sort::Fraction, ..number })
            }
            NumberKind::Ordinal => Some(Number { sort: Sort::Ordinal, ..number }),
            NumberKind::Multiply => Some(Number { sort: Sort::Multiply, ..number }),
            NumberKind::Times => Some(Number { sort: Sort::Times, ..number }),
            NumberKind::Fraction => Some(self.fraction(number)),
            NumberKind::Part if sense.value == 0.5 => Some(self.fraction(number)),
            NumberKind::Part => {
                // "a quarter million", "a quarter-mile", not "the third quarter"
                let part = self.fraction(number);
                let ranked = at > 0 && self.text.tokens[at - 1].has(class::ORDINAL);
                let unit = at + 1 + usize::from(self.is_dash(at + 1));
                let measures = self.text.tokens.get(unit).is_some_and(|t| t.has(class::UNIT) && unit < self.end);
                let once = sense.value == 0.25 && self.word_at(at).eq_ignore_ascii_case("quarter");
                (!ranked && (part.scale > 1.0 || measures && once)).then_some(part)
            }
            // "several hundred" is no number
            NumberKind::Hundred if at > 0 && self.text.tokens[at - 1].has(class::VAGUE) => None,
            NumberKind::Unit | NumberKind::Tens | NumberKind::Hundred => Some(self.cardinal(number)),
        }
    }

    /// "the last three quarters", "three" being first here.
    fn is_ranked(&self, first: usize) -> bool {
        let before = first.checked_sub(1).map(|b| &self.text.tokens[b]);
        before.is_some_and(|t| {
            t.has(class::ORDINAL.or(class::STRETCH)) || t.is_any(&[words::LAST, words::NEXT, words::PAST])
        })
    }

    /// "tenth of a second"
    fn is_part_of_unit(&self, at: usize) -> bool {
        let tokens = &self.text.tokens;
        self.of_follows(at + 1)
            && at + 3 < self.end
            && tokens[at + 2].is_any(&[words::A, words::AN])
            && tokens[at + 3].has(class::UNIT)
    }

    /// A part alone, or of a scale: "half a million", "two thirds of a billion", "a quarter million", "half a dozen", "half".
    fn fraction(&self, number: Number) -> Number {
        let of = usize::from(self.of_follows(number.last));
        let article = self.text.tokens.get(number.last + of).is_some_and(|t| t.is_any(&[words::A, words::AN])) as usize;
        let at = number.last + of + article;
        match self.sense(at) {
            Some(s) if s.kind == NumberKind::Scale && (of == 0 || article == 1) => {
                self.scaled(Number { sort: Sort::Cardinal, ..number }, at + 1, s.value)
            }
            // "half a dozen", "a half dozen"
            Some(s) if matches!(s.kind, NumberKind::Group | NumberKind::Hundred) && (article == 1 || of == 0) => {
                self.scaled(Number { sort: Sort::Cardinal, ..number }, at + 1, s.value)
            }
            _ => Number { sort: Sort::Fraction, ..number },
        }
    }

    /// "a million", "a dozen", "a third", "a hundred and twenty", "a quarter of a million".
    pub(super) fn after_article(&self, at: usize) -> Option<Number> {
        let sense = self.sense(at + 1)?;
        let number = Number { first: at, last: at + 1, value: 1.0, sort: Sort::Cardinal, digits: false, scale: 1.0 };
        match sense.kind {
            NumberKind::Pair => {
                self.of_follows(at + 2).then_some(Number { last: at + 3, value: sense.value, ..number })
            }
            NumberKind::Scale | NumberKind::Group => Some(self.with_tail(number)),
            NumberKind::Hundred => Some(self.cardinal(Number { first: at, last: at + 2, value: 100.0, ..number })),
            NumberKind::Part | NumberKind::Ordinal if sense.value > 2.0 || sense.value < 1.0 => {
                let value = if sense.kind == NumberKind::Ordinal { 1.0 / sense.value } else { sense.value };
                let part = self.fraction(Number { last: at + 2, value, ..number });
                // "a third" is a fraction before "of", an ordinal elsewhere: "a third term"
                let whole = sense.value == 0.5 || self.of_follows(at + 2) || self.ends(at + 2);
                (whole || part.scale > 1.0 && sense.kind == NumberKind::Part).then_some(part)
            }
            _ => None,
        }
    }

    pub(super) fn of_follows(&self, at: usize) -> bool {
        at < self.end && self.text.tokens.get(at).is_some_and(|t| t.is(words::OF))
    }

    /// No word follows.
    pub(super) fn ends(&self, at: usize) -> bool {
        at >= self.end || !self.text.tokens[at].is_word() || self.text.tokens[at].has(class::CONJUNCTION)
    }

    /// "twenty-one", "two hundred and six thousand", "two and a half million", "three quarters", "five point two".
    fn cardinal(&self, mut number: Number) -> Number {
        let (mut total, mut current) = (0.0, number.value);
        loop {
            let mut next = number.last;
            if self.text.tokens.get(next).is_some_and(|t| t.is(words::AND)) && next < self.end {
                if let Some((last, half)) = self.and_a_half(next) {
                    // "one million and a half" is half a million more, "one billion and a half million" too
                    match self.is(last, NumberKind::Scale).filter(|&s| current == 0.0 && s < number.scale) {
                        Some(scale) => (current, number.last) = (half * scale, last + 1),
                        None if current == 0.0 => (current, number.last) = (half * number.scale, last),
                        None => (current, number.last) = (current + half, last),
                    }
                    continue;
                }
                if current % 100.0 != 0.0 || current + total == 0.0 {
                    break;
                }
                next += 1;
            }
            // "fifty - two", as corpora part them
            let tens = self.is_dash(next) && next == number.last && current > 0.0;
            if tens && self.is(next + 1, NumberKind::Unit).is_some_and(|v| v < 10.0) && is_round_ten(current) {
                current += self.is(next + 1, NumberKind::Unit).unwrap_or(0.0);
                number.last = next + 2;
                continue;
            }
            let part = self.is(next + 1, NumberKind::Part).or(self.is(next + 1, NumberKind::Ordinal).map(|v| 1.0 / v));
            if let Some(part) =
                part.filter(|p| self.is_dash(next) && next == number.last && *p < 0.5 && current * p < 1.0)
                && (current > 1.0) == self.is(next + 1, NumberKind::Part).is_some()
            {
                return self.fraction(Number { last: next + 2, value: current * part, ..number });
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
                NumberKind::Scale | NumberKind::Vague
                    if current == 0.0 && number.scale > 1.0 && next == number.last =>
                {
                    total = times(total, sense.value); // "three lakh crore"
                    number.scale *= sense.value;
                }
                NumberKind::Point if current.fract() == 0.0 && next == number.last => {
                    let Some((last, part)) = self.decimals(next + 1) else { break };
                    current += part;
                    number.last = last;
                    continue;
                }
                // "three quarters", but "the last three quarters" and "two quarters" are time
                NumberKind::Part
                    if total + current > 1.0
                        && next == number.last
                        && (sense.value < 0.5 || self.word_at(next) == "halves")
                        && (sense.value != 0.25 || total + current == 3.0 && !self.is_ranked(number.first)) =>
                {
                    let whole = Number { last: next + 1, value: (total + current) * sense.value, ..number };
                    return self.fraction(whole);
                }
                NumberKind::Part | NumberKind::Ordinal
                    if total + current == 1.0
                        && next == number.last
                        && (self.of_follows(next + 1) || self.ends(next + 1)) =>
                {
                    let value = if sense.value < 1.0 { sense.value } else { 1.0 / sense.value };
                    return self.fraction(Number { last: next + 1, value, ..number });
                }
                _ => break,
            }
            number.last = next + 1;
        }
        Number { value: total + current, ..number }
    }

    /// What follows "point": digits said one by one, "zero five", or one number, "seventy-one".
    pub(super) fn decimals(&self, at: usize) -> Option<(usize, f64)> {
        let mut shown = String::from("0.");
        let mut next = at;
        while next < at + 9 {
            let Some(value) = self.is(next, NumberKind::Unit).or(self.is(next, NumberKind::Tens)) else { break };
            if value >= 10.0 && next > at {
                break;
            }
            shown.push_str(&value.to_string());
            next += 1;
            if value >= 10.0 {
                break;
            }
        }
        if next == at && self.text.tokens.get(at).is_some_and(|t| at < self.end && t.shape == Shape::Number) {
            shown.push_str(self.word_at(at));
            next += 1;
        }
        (next > at).then(|| shown.parse().ok()).flatten().map(|value| (next, value))
    }
}
