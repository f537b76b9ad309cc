//! Months, days and weekdays.

use super::scan::{Read, Scan, century, dated, dated_exists, has_day, shift};
use super::{When, YearRef};
use crate::lexicon::{DateCue, DateWord, Lead, Pointer, TimeUnit, class, words};
use crate::text::{Gap, Shape};
impl Scan<'_> {
    /// Whether a word that names a month does so here: "May", "March", "August" and "June" are other things too.
    pub(super) fn is_month(&self, i: usize, month: u8, short: bool) -> bool {
        let token = &self.tokens[i];
        let stop = usize::from(self.joined(i + 1) && self.is(i + 1, words::STOP));
        let numbered = self
            .day(i + 1 + stop)
            .is_some_and(|(end, _)| self.digits(i + 1 + stop, 1, 2).is_some() && !self.counts(end))
            || self
                .day(i + 1 + stop)
                .is_some_and(|(end, _)| token.is_capital() && !matches!(self.sense(end), Some(DateWord::Unit(_))))
                && (!self.headline || !matches!(month, 3 | 5))
            || self.year(i + 1 + stop).is_some()
            || self.is(i + 1, words::COMMA) && self.year(i + 2).is_some_and(|(end, _)| !self.counts(end));
        let day_before = self.day_before(i).is_some();
        if short {
            let placed = token.is_capital() && self.is_placed(i);
            let named = self.caseless
                || self.is_name_after(i)
                || token.has(class::GIVEN) && !self.before(i).is_some_and(|t| t.is_any(&[words::IN, words::SINCE]));
            return numbered || day_before || placed && (self.source(i).ends_with('.') || !named);
        }
        if numbered || day_before {
            return token.is_capital() || self.caseless || !matches!(month, 3 | 5 | 8) || numbered;
        }
        // "May to March"
        let joint = self.is_cue(i + 1, DateCue::To)
            || self.sense(i + 1) == Some(DateWord::Lead(Lead::Until))
            || self.is_dash(i + 1);
        if token.is_capital() && joint && matches!(self.sense(i + 2), Some(DateWord::Month(..))) {
            return true;
        }
        match month {
            5 => {
                (token.is_capital() || self.caseless)
                    && self.is_placed(i)
                    && !self.may_is_a_name(i)
                    && !self.starts_clause(i)
            }
            3 | 8 => {
                let verb = self.is(i + 1, words::ON) || self.is(i + 1, words::FOR);
                (token.is_capital() || self.caseless)
                    && (self.is_placed(i)
                        || !verb && month == 8 && !self.is_name_after(i)
                        || self.is(i + 1, words::OF) && self.year_ref(i + 1).is_some())
                    && self.is_plain(i)
            }
            _ => {
                // "June Smith", "April Ryan": a name follows and nothing places a month here.
                let name = self.is_name_after(i) && token.has(class::GIVEN) && !self.is_placed(i) && !self.headline;
                !name && (self.is_plain(i) || self.is_placed(i) || self.headline || self.caseless)
            }
        }
    }

    /// A preposition of time, a pointer, a part or another month stands before.
    pub(super) fn is_placed(&self, i: usize) -> bool {
        match self.sense_before(i) {
            Some(DateWord::Lead(lead)) => lead != Lead::For || self.tables.class(self.tokens[i].word).has(class::MONTH),
            Some(DateWord::Part(_) | DateWord::Month(..) | DateWord::Cue(DateCue::Roughly)) => true,
            Some(DateWord::Pointer(pointer)) => pointer != Pointer::Same,
            _ => {
                let of = self.before(i).is_some_and(|t| t.is(words::OF));
                let joins = self.before(i).is_some_and(|t| {
                    t.is_any(&[
                        words::AND,
                        words::OR,
                        words::TO,
                        words::BETWEEN,
                        words::COMMA,
                        words::DASH,
                        words::EN_DASH,
                    ])
                });
                of && i >= self.first + 2
                    && matches!(
                        self.sense(i - 2),
                        Some(DateWord::Part(_) | DateWord::Ordinal(_) | DateWord::Unit(_) | DateWord::Pointer(_))
                    )
                    || joins
                        && i >= self.first + 2
                        && (matches!(self.sense(i - 2), Some(DateWord::Month(..)))
                            || self.before(i).is_some_and(|t| t.is(words::BETWEEN)))
                    || of && self.before(i - 1).is_some_and(|t| t.is(words::AS))
            }
        }
    }

    /// "… by May" where the text names a person May.
    pub(super) fn may_is_a_name(&self, i: usize) -> bool {
        matches!(
            self.sense_before(i),
            Some(DateWord::Lead(Lead::By | Lead::From | Lead::For | Lead::On | Lead::After | Lead::Before))
        ) && self.tokens.windows(2).take(4000).any(|pair| {
            pair[1].word == self.tokens[i].word
                && pair[1].is_capital()
                && pair[0].has(class::GIVEN.or(class::HONORIFIC))
                && pair[0].is_capital()
        })
    }

    /// "On March 3 … In may …": a modal has a verb behind it and a subject, no preposition, before it.
    pub(super) fn starts_clause(&self, i: usize) -> bool {
        !self.tokens[i].is_capital()
            && self.token(i + 1).is_some_and(|t| {
                t.has(class::VERB.or(class::NEGATION).or(class::BE).or(class::HAVE)) && t.shape == Shape::Lower
            })
    }

    /// Where the day before a month starts: "21 May", "21st of May", "the third of June".
    pub(super) fn day_before(&self, i: usize) -> Option<(usize, u8)> {
        let mut j = i;
        if self.before(j).is_some_and(|t| t.is(words::OF)) {
            j -= 1;
        }
        let of = j < i;
        if self.is_suffix(j.checked_sub(1)?) && j >= self.first + 2 {
            return self.day(j - 2).map(|(_, day)| (j - 2, day));
        }
        if of || j == self.first {
            return None; // "21 of May" is no English; "third of May" starts at the ordinal
        }
        let free = j < self.first + 2 || !self.tokens[j - 2].is_any(&[words::DOLLAR, words::HASH, words::COLON]);
        (free && self.digits(j - 1, 1, 2).is_some()).then(|| self.day(j - 1).map(|(_, day)| (j - 1, day))).flatten()
    }

    pub(super) fn month(&self, i: usize, month: u8, short: bool, pointer: Option<Pointer>) -> Read<When> {
        if !self.is_month(i, month, short) {
            return None;
        }
        let mut end = i + 1;
        let stop = self.joined(end) && self.is(end, words::STOP) && !self.source(i).ends_with('.');
        if stop && (short || self.digits(end + 1, 1, 2).is_some()) {
            end += 1;
        }
        let the = self.skip(end, words::THE);
        let day = self.day(the).filter(|&(e, day)| {
            // "in May 20 people": rarely written; "May third quarter" never.
            let ordinal = matches!(self.sense(the), Some(DateWord::Ordinal(_)));
            let unit = ordinal && matches!(self.sense(e), Some(DateWord::Unit(_)));
            let counted = !ordinal && self.is_cue(e, DateCue::Counted) || self.is(e, words::PERCENT) && self.joined(e);
            !unit && !counted && day <= 31 && (the == end || ordinal || e == the + 2)
        });
        if let Some((e, day)) = day {
            if let Some((e, year)) = self.year_ref(e)
                && dated_exists(month, day, year)
            {
                return Some((e, dated(month, day, year, pointer)));
            }
            if dated_exists(month, day, YearRef::Unsaid) {
                return Some((e, dated(month, day, YearRef::Unsaid, pointer)));
            }
        }
        match self.year_ref(end) {
            Some((e, year)) => Some((e, dated(month, 0, year, pointer))),
            None => Some((end, dated(month, 0, YearRef::Unsaid, pointer))),
        }
    }

    pub(super) fn weekday(&self, i: usize, day: u8, short: bool, pointer: Option<Pointer>) -> Read<When> {
        let mut j = i + 1;
        if short && self.is(j, words::STOP) && self.joined(j) {
            j += 1;
        }
        // "Thursday, May 29, 2025", "Thursday (May 29)", "Thursday 29 May", "Thursday the 29th"
        let mut k = j;
        let comma = self.token(k).is_some_and(|t| t.is_any(&[words::COMMA, words::OPEN]));
        k += usize::from(comma);
        let date = match self.sense(k) {
            Some(DateWord::Month(month, short)) => self.month(k, month, short, None).filter(|(_, when)| has_day(when)),
            _ => self.day_month(self.skip(k, words::THE)).or_else(|| self.numeric(k)).filter(|(_, when)| has_day(when)),
        };
        if let Some((end, when)) = date {
            let closed = self.is(k.saturating_sub(1), words::OPEN) && self.is(end, words::CLOSE);
            return Some((end + usize::from(closed), when));
        }
        let the = self.is(j, words::THE);
        if (the || self.is_suffix(j + 1))
            && let Some((end, day)) = self.day(j + usize::from(the))
        {
            return Some((end, When::Day { day, of: None }));
        }
        // "on Fri.": short forms need a preposition and nothing behind that they could belong to.
        let short_alone = short
            && self.tokens[i].is_capital()
            && matches!(self.sense_before(i), Some(DateWord::Lead(Lead::On | Lead::By | Lead::Until | Lead::Since)))
            && self.token(j).is_none_or(|t| t.shape == Shape::Mark);
        if short && !short_alone || !self.is_plain_weekday(i) {
            return None;
        }
        // "Friday after next"
        if self.sense(j) == Some(DateWord::Lead(Lead::After))
            && self.sense(j + 1) == Some(DateWord::Pointer(Pointer::Next))
        {
            return Some((j + 2, When::Weekday { day, pointer, week: Some(1) }));
        }
        // "Thursday next week", "Thursday of last week"
        let k = self.skip(j, words::OF);
        if let (Some(DateWord::Pointer(which)), Some(DateWord::Unit(TimeUnit::Week))) =
            (self.sense(k), self.sense(k + 1))
            && let Some(week) = shift(which)
        {
            return Some((k + 2, When::Weekday { day, pointer, week: Some(week) }));
        }
        Some((j, When::Weekday { day, pointer, week: None }))
    }

    /// Not a set ("every Monday") and not part of a name ("Joe Friday").
    pub(super) fn is_plain_weekday(&self, i: usize) -> bool {
        let Some(before) = self.before(i) else { return true };
        // "every Monday", "every other Friday"
        let every = |at: usize| self.before(at).is_some_and(|t| t.is_any(&[words::EVERY, words::EACH]));
        let set = every(i) || every(i - 1) && before.is(words::OTHER) || before.is_any(&[words::A, words::AN]);
        let name = before.has(class::GIVEN)
            && before.shape == Shape::Capital
            && !before.has(class::COMMON.or(class::VERB).or(class::DATE).or(class::SURNAME));
        !set && !name
    }

    /// "21 May 2025", "21st of May", "21-May-2025".
    pub(super) fn day_month(&self, i: usize) -> Read<When> {
        let (mut j, day) = self.day(i)?;
        if self.token(j).is_some_and(|t| t.is_any(&[words::DASH, words::SLASH]) && t.gap == Gap::Nothing) {
            j += 1;
        }
        j = self.skip(j, words::OF);
        let Some(DateWord::Month(month, short)) = self.sense(j) else { return self.day_of_month_away(j, day) };
        if !short
            && !self.tokens[j].is_capital()
            && matches!(month, 3 | 5)
            && !self.caseless
            && !self.is(j - 1, words::OF)
        {
            return None;
        }
        let mut end = j + 1;
        if short && self.joined(end) && self.is(end, words::STOP) {
            end += 1;
        }
        if self.token(end).is_some_and(|t| t.is_any(&[words::DASH, words::SLASH]) && t.gap == Gap::Nothing)
            && let Some(year) = self.digits(end + 1, 4, 4).or_else(|| self.digits(end + 1, 2, 2).map(century))
        {
            return Some((end + 2, dated(month, day, YearRef::Is(year), None)));
        }
        let (end, year) = self.year_ref(end).unwrap_or((end, YearRef::Unsaid));
        dated_exists(month, day, year).then(|| (end, dated(month, day, year, None)))
    }

    /// "20th of next month"
    pub(super) fn day_of_month_away(&self, j: usize, day: u8) -> Read<When> {
        let of = self.is(j.checked_sub(1)?, words::OF);
        let k = self.skip(j, words::THE);
        match (self.sense(k), self.sense(k + 1)) {
            (Some(DateWord::Pointer(which)), Some(DateWord::Unit(TimeUnit::Month))) if of => {
                Some((k + 2, When::Day { day, of: Some(shift(which)?) }))
            }
            _ => None,
        }
    }
}
