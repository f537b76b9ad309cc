//! What a number is besides a quantity: a year, a date, an age, a score, part of a name or an address.

use super::unit::Unit;
use super::{Amount, Dimension, Finder, Reads, is_finite};
use crate::lexicon::{class, words};
use crate::mentions::number::{self, Number, Sort};
use crate::text::{Gap, Shape, Token};

impl Finder<'_, '_> {
    /// A word that can be counted follows.
    pub(super) fn counts(&self, at: usize) -> bool {
        let nominal = |at: usize| self.token(at).is_some_and(|t| self.is_nominal(t));
        let plural = |at: usize| {
            nominal(at) && (self.word(at).ends_with('s') || self.token(at).is_some_and(|t| t.has(class::FOLK)))
        };
        plural(at) || nominal(at) && plural(at + 1) // "300 to 400 new homes"
    }

    pub(super) fn is_year(&self, number: &Number) -> bool {
        let shown = self.text.words(number.first..number.last);
        number.digits
            && shown.len() == 4
            && shown.bytes().all(|b| b.is_ascii_digit())
            && (1700.0..2100.0).contains(&number.value)
    }

    pub(super) fn reads(&self, number: &Number, first: usize, last: usize, unit: Option<&Unit>, range: bool) -> Reads {
        let before = first.checked_sub(1).and_then(|b| self.token(b));
        match number.sort {
            Sort::Ordinal => return Reads::Ordinal,
            Sort::Decade => return Reads::Year,
            // "to double down on a promise"
            Sort::Multiply if self.token(last).is_some_and(|t| t.has(class::NOT_MULTIPLIED)) => return Reads::Name,
            _ => {}
        }
        if unit.is_some_and(|u| u.dimension == Dimension::Time) && self.age_ends(last).is_some() {
            return Reads::Age;
        }
        if before.is_some_and(|t| t.shape == Shape::Mark && t.gap == Gap::Nothing)
            && self.touches(first)
            && matches!(self.word(first - 1), "%" | "=" | "?" | "&" | "_" | "@" | "^")
        {
            return Reads::Name; // inside an address of the web
        }
        let bracketed = before.is_some_and(|t| t.is(words::OPEN));
        if unit.is_some_and(|u| matches!(u.dimension, Dimension::Money | Dimension::Physical))
            && bracketed
            && self.is(last, &[words::CLOSE, words::SEMICOLON])
        {
            return Reads::Aside;
        }
        // "the second half", "the last half of the year"
        let ranked = before.is_some_and(|t| t.has(class::ORDINAL) || t.is_any(&[words::LAST, words::NEXT]));
        if ranked && number.sort == Sort::Fraction && unit.is_none() {
            return Reads::Name;
        }
        if before.is_some_and(|t| t.has(class::TOP)) {
            return Reads::Name; // "taxes on the top 2 percent"
        }
        if unit.is_none() && number.scale == 1.0 && number.sort == Sort::Cardinal && self.is_tally(number, first, last)
        {
            return Reads::Score;
        }
        if unit.is_some() || !number.digits {
            let led = before.is_some_and(|t| t.is_any(&[words::AGE, words::AGED, words::AGES]));
            let month = before.is_some_and(|t| t.has(class::MONTH)) && number.value < 32.0;
            let numbered = before.is_some_and(|t| t.has(class::NUMBERED)) || self.is_title(number, before);
            let named = numbered && self.is_rank(number, last);
            return if unit.is_none() && led {
                Reads::Age
            } else if unit.is_none() && month {
                Reads::Day // "ended January three"
            } else if unit.is_none() && (named || self.is_pronoun(number, before, last))
                || self.is_quoted_title(first, last)
            {
                Reads::Name
            } else {
                Reads::Amount
            };
        }
        if first == self.sentence.first && last == first + 1 && self.is(last, &[words::STOP]) && number.value < 100.0 {
            return Reads::Name; // the "2." of a list
        }
        let age = self.token(last).is_some_and(|t| t.has(class::AGE_WORD));
        if age || before.is_some_and(|t| t.is_any(&[words::AGE, words::AGED, words::AGES])) {
            return Reads::Age;
        }
        if before.is_some_and(|t| t.is(words::COMMA)) && self.is(last, &[words::COMMA]) && number.value < 110.0 {
            return Reads::Age;
        }
        if self.is_clock(first, last) {
            return Reads::Time;
        }
        if number.value < 32.0
            && (before.is_some_and(|t| t.has(class::MONTH)) || self.token(last).is_some_and(|t| t.has(class::MONTH)))
        {
            return Reads::Day;
        }
        let round = number.value % 100.0 == 0.0;
        if self.is_year(number) && !range && !(round && self.counts(last)) && self.bound_before(first).is_none() {
            return Reads::Year;
        }
        let led = class::PREPOSITION.or(class::MONTH).or(class::POSSESSIVE);
        if self.is_year(number) && before.is_some_and(|t| t.has(led) || t.is(words::THE) || t.is_possessive()) {
            return Reads::Year;
        }
        if !range && self.is_joined(first, last) {
            return Reads::Score;
        }
        if bracketed && self.is(last, &[words::CLOSE]) && number.scale == 1.0 && !number_has_comma(self, number) {
            return Reads::Name; // "(202) 555-0142", "Ada Kroll (44)", "note (3)"
        }
        if self.is_name(number, before, last) { Reads::Name } else { Reads::Amount }
    }

    /// "old" after years, "of age", or the "year-old" that a hyphen ties to the number: where the age ends.
    fn age_ends(&self, last: usize) -> Option<usize> {
        if self.is(last, &[words::OLD]) || self.token(last).is_some_and(|t| t.has(class::AGE_WORD)) {
            return Some(last + 1);
        }
        let tied = last.checked_sub(1).and_then(|l| self.token(l)).filter(|t| t.has(class::AGE_WORD));
        if tied.is_some() {
            return Some(last);
        }
        (self.is(last, &[words::OF]) && self.is(last + 1, &[words::AGE])).then_some(last + 2)
    }

    /// An age is in years where it does not say so.
    pub(super) fn age(&self, amount: &mut Amount) {
        if amount.dimension == Dimension::Time {
            amount.last = self.age_ends(amount.last).unwrap_or(amount.last);
        } else {
            amount.dimension = Dimension::Time;
            amount.unit = "years".into();
            amount.ucum = Some("a".into());
            amount.counted = None;
        }
    }

    /// "this one", "the one who left", "no one asked", "one's own": a pronoun.
    fn is_pronoun(&self, number: &Number, before: Option<&Token>, last: usize) -> bool {
        let led = class::DETERMINER.or(class::THAT).or(class::NEGATION);
        let points = before.is_some_and(|t| t.has(led) || t.is_any(&[words::EVERY, words::EACH]));
        let alone = !self.token(last).is_some_and(|t| self.is_nominal(t) && !t.has(class::ADVERB));
        let clause = self.token(last).is_some_and(|t| t.is_possessive() || t.has(class::WHO.or(class::THAT)));
        number.value == 1.0
            && number.last == number.first + 1
            && (before.is_some_and(|t| t.is(words::NO)) || points && alone || clause)
    }

    /// "60 Minutes" in quotation marks
    fn is_quoted_title(&self, first: usize, last: usize) -> bool {
        let quoted =
            first > self.sentence.first && self.is(first - 1, &[words::QUOTE]) && self.is(last, &[words::QUOTE]);
        quoted && self.token(last - 1).is_some_and(|t| t.shape == Shape::Capital)
    }

    /// "Air Force One", "Ground Zero": a capital after a capital.
    fn is_title(&self, number: &Number, before: Option<&Token>) -> bool {
        let capital =
            |t: &Token| matches!(t.shape, Shape::Capital | Shape::Upper) && !t.has(class::GRAMMAR.or(class::MONTH));
        let inside = number.first > self.sentence.first + 1 && !self.sentence.headline && !self.sentence.caseless;
        inside && before.is_some_and(capital) && self.token(number.first).is_some_and(|t| t.shape == Shape::Capital)
    }

    /// "number six Ada Kroll", "chapter two", but "in the game two players".
    fn is_rank(&self, number: &Number, last: usize) -> bool {
        let noun = |t: &Token| self.is_nominal(t) && !t.is_capital() && !is_finite(self.tables, t);
        let counts = self.token(last).is_some_and(noun);
        number.scale == 1.0 && !counts
    }

    /// "voted 5 to 4", "by 98 to 1": two counts of one vote, the larger first.
    fn is_tally(&self, number: &Number, first: usize, last: usize) -> bool {
        let led_by_from = |at: usize| at > 0 && self.is(at - 1, &[words::FROM]);
        let read = |at: usize| number::read(self.text, self.tables, at, self.sentence.last);
        if self.is(last, &[words::TO]) && !led_by_from(first) {
            let against =
                read(last + 1).filter(|n| n.sort == Sort::Cardinal && n.scale == 1.0 && n.digits == number.digits);
            return against.is_some_and(|n| {
                let counts =
                    self.token(n.last).is_some_and(|t| self.is_nominal(t) && !t.has(class::VOTE.or(class::ADVERB)));
                n.value <= number.value && !counts && self.unit_after(n.last, 1.0).is_none()
            });
        }
        let pair = first > 1 && self.is(first - 1, &[words::TO]) && !led_by_from(first - 2);
        let ours = pair.then(|| read(first - 2)).flatten().filter(|n| n.last + 1 == first && n.digits == number.digits);
        ours.is_some_and(|n| n.sort == Sort::Cardinal && n.value >= number.value)
            && self.symbol_before(first - 2).is_none()
            && !self.token(last).is_some_and(|t| self.is_nominal(t) && !t.has(class::VOTE.or(class::ADVERB)))
    }

    /// "7:30", "8 p.m."
    pub(super) fn is_clock(&self, first: usize, last: usize) -> bool {
        let colon = self.is(last, &[words::COLON]) && self.touches(last) && self.touches(last + 1)
            || first > 1 && self.is(first - 1, &[words::COLON]) && self.touches(first) && self.touches(first - 1);
        colon || self.token(last).is_some_and(|t| t.has(class::CLOCK))
    }

    /// Tied by a hyphen or a slash to another number or a capital: "3-1", "555-0142", "7/16", "9/11", "2-to-1", "8-K".
    pub(super) fn is_joined(&self, first: usize, last: usize) -> bool {
        let tie = |at: usize| self.is(at, &[words::DASH, words::EN_DASH, words::SLASH]);
        let number = |at: usize| self.token(at).is_some_and(|t| t.shape == Shape::Number);
        let joined = tie(last) && self.touches(last) && self.touches(last + 1);
        let letter = |at: usize| self.token(at).is_some_and(|t| t.shape == Shape::Initial);
        let after = joined && (number(last + 1) || letter(last + 1) || self.word(last + 1).starts_with("to-"));
        let before = first > 1 && tie(first - 1) && self.touches(first - 1) && self.touches(first) && number(first - 2);
        after || before
    }

    /// "No. 2", "Section 1512", "page 12", "Boeing 747", "the 737 MAX", "1400 Mill Road", "#3", "rule 10b-5".
    pub(super) fn is_name(&self, number: &Number, before: Option<&Token>, last: usize) -> bool {
        let glued = self.token(last).filter(|t| t.gap == Gap::Nothing && t.is_word() && !t.is_possessive());
        if glued.is_some_and(|t| t.shape != Shape::Mark) || self.is_address(last) {
            return true;
        }
        // "the 737 MAX", "South 32 Ltd"
        let model = self.token(last).is_some_and(|t| t.has(class::MODEL) || t.has(class::ORG_SUFFIX) && t.is_capital());
        if model && number.scale == 1.0 {
            return true;
        }
        let Some(before) = before else { return false };
        let law = self.token(last).is_some_and(|t| self.word(last).starts_with("U.S.C") && t.is_word());
        if before.is(words::HASH) || self.word(number.first - 1) == "§" || law || before.has(class::NUMBERED) {
            return true;
        }
        // "Falcon 900": a capitalised word that does not open the sentence; "Acme 4,000" does not occur
        let opens = number.first - 1 == self.sentence.first;
        let named = matches!(before.shape, Shape::Capital | Shape::Upper)
            && !before.has(class::PREPOSITION.or(class::MONTH).or(class::DETERMINER));
        let follows = self.token(last).is_some_and(|t| self.is_nominal(t)) || self.is(last, &[words::PERCENT]);
        named
            && !opens
            && !self.sentence.headline
            && !self.sentence.caseless
            && !number_has_comma(self, number)
            && number.scale == 1.0
            && !follows
    }

    /// "1400 Mill Road", "350 West 5th Street".
    fn is_address(&self, last: usize) -> bool {
        let proper = |at: usize| self.token(at).is_some_and(|t| t.is_capital() || t.shape == Shape::Number);
        let street = |at: usize| self.token(at).is_some_and(|t| t.has(class::STREET) && t.is_capital());
        proper(last) && self.token(last).is_some_and(|t| t.is_word()) && (last + 1..last + 4).any(street)
    }
}

fn number_has_comma(finder: &Finder<'_, '_>, number: &Number) -> bool {
    finder.text.words(number.first..number.last).contains(',')
}
