//! What a number is besides a quantity: a year, a date, an age, a score, part of a name or an address.

use super::unit::Unit;
use super::{Dimension, Finder, Reads};
use crate::lexicon::{class, words};
use crate::mentions::number::{Number, Sort};
use crate::text::{Shape, Token};

impl Finder<'_, '_> {
    /// A word that can be counted follows.
    pub(super) fn counts(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| self.is_nominal(t)) && self.word(at).ends_with('s')
    }

    pub(super) fn is_year(&self, number: &Number) -> bool {
        let shown = self.text.words(number.first..number.last);
        number.digits
            && shown.len() == 4
            && shown.bytes().all(|b| b.is_ascii_digit())
            && (1700.0..2100.0).contains(&number.value)
    }

    pub(super) fn reads(&self, number: &Number, first: usize, last: usize, unit: Option<&Unit>, range: bool) -> Reads {
        match number.sort {
            Sort::Ordinal => return Reads::Ordinal,
            Sort::Decade => return Reads::Year,
            // "to double down on a promise"
            Sort::Multiply if self.is(last, &[words::DOWN, words::UP]) || self.word(last) == "check" => {
                return Reads::Name;
            }
            _ => {}
        }
        if unit.is_some_and(|u| u.dimension == Dimension::Time)
            && (self.is(last, &[words::OLD]) || self.word(last) == "olds")
        {
            return Reads::Age;
        }
        if unit.is_some_and(|u| u.dimension == Dimension::Money)
            && first > 0
            && self.is(first - 1, &[words::OPEN])
            && self.is(last, &[words::CLOSE, words::SEMICOLON])
        {
            return Reads::Aside;
        }
        if first > 0 && matches!(self.word(first - 1), "top" | "bottom" | "richest" | "wealthiest") {
            return Reads::Name; // "taxes on the top 2 percent"
        }
        if unit.is_some() || !number.digits {
            return Reads::Amount;
        }
        let before = first.checked_sub(1).and_then(|b| self.token(b));
        if self.is_age(last) || before.is_some_and(|t| t.is_any(&[words::AGE, words::AGED])) {
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
        if self.is_name(number, before, last) { Reads::Name } else { Reads::Amount }
    }

    pub(super) fn is_age(&self, last: usize) -> bool {
        let hyphen = self.is(last, &[words::DASH]);
        let word = self.word(if hyphen { last + 1 } else { last });
        matches!(word, "year-old" | "years-old" | "year-olds" | "yr-old" | "month-old" | "day-old" | "-year-old")
    }

    /// "7:30", "8 p.m."
    pub(super) fn is_clock(&self, first: usize, last: usize) -> bool {
        let colon = self.is(last, &[words::COLON]) && self.touches(last) && self.touches(last + 1)
            || first > 1 && self.is(first - 1, &[words::COLON]) && self.touches(first) && self.touches(first - 1);
        let word = self.word(last).to_ascii_lowercase();
        colon
            || matches!(
                word.as_str(),
                "p.m."
                    | "a.m."
                    | "pm"
                    | "am"
                    | "o'clock"
                    | "p.m"
                    | "a.m"
                    | "et"
                    | "gmt"
                    | "est"
                    | "edt"
                    | "mdt"
                    | "mst"
                    | "cst"
                    | "cdt"
                    | "pst"
                    | "pdt"
                    | "bst"
            )
    }

    /// Tied by a hyphen or a slash to another number or a capital: "3-1", "555-0142", "7/16", "9/11".
    pub(super) fn is_joined(&self, first: usize, last: usize) -> bool {
        let tie = |at: usize| self.is(at, &[words::DASH, words::EN_DASH, words::SLASH]);
        let number = |at: usize| self.token(at).is_some_and(|t| t.shape == Shape::Number);
        let after = tie(last) && self.touches(last) && self.touches(last + 1) && number(last + 1);
        let before = first > 1 && tie(first - 1) && self.touches(first - 1) && self.touches(first) && number(first - 2);
        after || before
    }

    /// "No. 2", "Section 1512", "page 12", "Boeing 747", "1400 Mill Road", "#3".
    pub(super) fn is_name(&self, number: &Number, before: Option<&Token>, last: usize) -> bool {
        let shown = self.text.words(number.first..number.last);
        let Some(before) = before else { return self.is_address(last) };
        if before.is(words::HASH) || self.word(last).starts_with("U.S.C") {
            return true;
        }
        let word = self.word(number.first - 1).to_ascii_lowercase();
        const NUMBERED: &[&str] = &[
            "no",
            "no.",
            "nos.",
            "section",
            "sections",
            "article",
            "chapter",
            "title",
            "page",
            "pages",
            "room",
            "flight",
            "route",
            "highway",
            "interstate",
            "exit",
            "channel",
            "line",
            "box",
            "suite",
            "unit",
            "apollo",
            "phase",
            "episode",
            "season",
            "volume",
            "rule",
            "resolution",
            "proposition",
            "amendment",
            "form",
            "level",
            "type",
            "grade",
            "paragraph",
            "item",
            "number",
            "part",
            "version",
            "windows",
            "gate",
            "platform",
            "super",
            "week",
            "day",
            "game",
            "round",
            "stage",
            "lap",
            "step",
            "tier",
            "category",
            "class",
            "magnitude",
            "psalm",
            "verse",
            "top",
            "district",
            "act",
            "schedule",
            "clause",
        ];
        if NUMBERED.contains(&word.as_str()) {
            return true;
        }
        if self.is_address(last) {
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
            && !shown.contains(',')
            && number.scale == 1.0
            && !follows
    }

    pub(super) fn is_address(&self, last: usize) -> bool {
        let capital = |at: usize| self.token(at).is_some_and(|t| t.shape == Shape::Capital);
        let street = |at: usize| {
            matches!(
                self.word(at),
                "Street"
                    | "Road"
                    | "Avenue"
                    | "Ave."
                    | "St."
                    | "Lane"
                    | "Drive"
                    | "Boulevard"
                    | "Blvd."
                    | "Rd."
                    | "Way"
                    | "Square"
            )
        };
        capital(last) && (street(last + 1) || street(last + 2))
    }
}
