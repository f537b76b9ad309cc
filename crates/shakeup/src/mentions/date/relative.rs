//! Relative words: "last month", "the end of June", "two weeks ago".

use super::scan::{Read, Scan, month_of, quarter_of, shift, year_date};
use super::{MonthRef, When, YearRef};
use crate::lexicon::{DateCue, DateWord, Lead, Part, Pointer, TimeUnit, class, words};
use crate::text::{Gap, Token};
impl Scan<'_> {
    pub(super) fn today(&self, i: usize, by: i8) -> Read<When> {
        let token = &self.tokens[i];
        // "USA Today"
        let name = token.is_capital()
            && !self.caseless
            && self.before(i).is_some_and(|t| t.is_capital() && !t.has(class::SAY));
        if name {
            return None;
        }
        // "the day before yesterday" is read from here back, in `unit`.
        Some((i + 1, When::Unit { unit: TimeUnit::Day, by: i16::from(by) }))
    }

    /// "last Thursday", "next month", "this spring", "the past two years", "the following day".
    pub(super) fn pointer(&self, i: usize, pointer: Pointer) -> Read<When> {
        let mut pointer = pointer;
        let mut j = i + 1;
        // "this past Thursday", "this coming Friday"
        if let (Pointer::This, Some(DateWord::Pointer(inner))) = (pointer, self.sense(j)) {
            pointer = inner;
            j += 1;
        }
        let the = self.before(i).is_some_and(|t| t.is(words::THE));
        let fiscal = self.is_cue(j, DateCue::Fiscal);
        let Some(sense) = self.sense(j + usize::from(fiscal)) else { return self.stretch(j, pointer) };
        match sense {
            DateWord::Weekday(day, short) if !short => {
                if let Some(of) = (pointer == Pointer::Last).then(|| self.of_month(j + 1)).flatten() {
                    return Some((of.0, When::Nth { nth: -1, weekday: Some(day), of: of.1, pointer: None }));
                }
                self.weekday(j, day, short, Some(pointer))
            }
            DateWord::Month(month, short) if !short => self.month(j, month, short, Some(pointer)),
            DateWord::Season(season) if !self.is(j + 1, words::OF) => {
                Some((j + 1, When::Season { season, year: YearRef::Unsaid, pointer: Some(pointer) }))
            }
            DateWord::Unit(_) if fiscal => Some((j + 2, When::Unsettled)),
            DateWord::Unit(unit) => {
                let by = i16::from(shift(pointer).unwrap_or(0));
                if let (Pointer::Last, TimeUnit::Day, Some((end, of))) = (pointer, unit, self.of_month(j + 1)) {
                    return Some((end, When::Nth { nth: -1, weekday: None, of, pointer: None }));
                }
                // "the last week of June"
                if let Some((end, when)) = self.of_date(j + 1).filter(|_| the || pointer == Pointer::Last) {
                    return Some((end, when));
                }
                if matches!(pointer, Pointer::Following | Pointer::Same) || the && pointer == Pointer::Previous {
                    // "that year" is a time, "that day" too; which one the text says before.
                    return (pointer == Pointer::Following || !self.is(i, words::THAT) || self.is_time_noun(j))
                        .then_some((j + 1, When::Unsettled));
                }
                match unit {
                    // "the coming weeks", "past years": no one of them.
                    _ if self.is_plural(j) => Some((j + 1, When::Unsettled)),
                    // "her last day", "its next year": not away from today.
                    _ if self.before(i).is_some_and(|t| t.has(class::POSSESSIVE) || t.is_possessive()) => None,
                    TimeUnit::Day if pointer == Pointer::Next || pointer == Pointer::Previous => {
                        Some((j + 1, When::Unsettled)) // away from another day
                    }
                    TimeUnit::Day => None,
                    // "over the last year" is a stretch, not a calendar year.
                    _ if the && pointer == Pointer::Next => Some((j + 1, When::Ahead { unit, by })),
                    _ if the && by < 0 => Some((j + 1, When::Unsettled)),
                    // "Thursday" may follow: "last week Sunday", "next week on Friday"
                    TimeUnit::Week => {
                        let k = self.skip(j + 1, words::ON);
                        match self.sense(k) {
                            Some(DateWord::Weekday(day, false)) => {
                                Some((k + 1, When::Weekday { day, pointer: None, week: Some(by as i8) }))
                            }
                            _ => Some((j + 1, When::Unit { unit, by })),
                        }
                    }
                    _ => Some((j + 1, When::Unit { unit, by })),
                }
            }
            DateWord::Cue(DateCue::DayPart) => match pointer {
                Pointer::Last => Some((j + 1, When::Unit { unit: TimeUnit::Day, by: -1 })),
                Pointer::This => Some((j + 1, When::Unit { unit: TimeUnit::Day, by: 0 })),
                _ => None,
            },
            _ => self.stretch(j, pointer),
        }
    }

    /// "that year", "that day": not "that week-long" or "that quarter of".
    pub(super) fn is_time_noun(&self, j: usize) -> bool {
        !(self.is(j + 1, words::OF) || self.joined(j + 1) && self.is_dash(j + 1))
    }

    /// "last two years", "next 12 months", "coming five years".
    pub(super) fn stretch(&self, j: usize, pointer: Pointer) -> Read<When> {
        let (end, count) = self.count(j)?;
        let Some(DateWord::Unit(unit)) = self.sense(end) else { return None };
        let when = match pointer {
            Pointer::Next | Pointer::Coming if count > 0 => When::Ahead { unit, by: count },
            _ => When::Unsettled,
        };
        Some((end + 1, when))
    }

    pub(super) fn count(&self, j: usize) -> Read<i16> {
        if let Some(n) = self.digits(j, 1, 3) {
            return Some((j + 1, n as i16));
        }
        match self.sense(j) {
            Some(DateWord::Count(n)) => Some((j + 1, i16::from(n))),
            _ => None,
        }
    }

    /// "of June", "in 2025", "of the year", "of last month" after "the first week" or "the end".
    pub(super) fn of_date(&self, j: usize) -> Read<When> {
        let of = self.token(j).is_some_and(|t| t.is_any(&[words::OF, words::IN]));
        of.then(|| self.inner(j + 1)).flatten()
    }

    /// What may follow "the end of": a core date, a year, "the year".
    pub(super) fn inner(&self, j: usize) -> Read<When> {
        if let Some((end, year)) = self.year(j) {
            if self.is_decade(j) {
                return Some((j + 2, When::Unsettled));
            }
            if self.counts(end) || self.joined(end) && self.is_dash(end) {
                return None;
            }
            return Some((end, year_date(year)?));
        }
        if self.is_decade(j) {
            return Some((j + 2, When::Unsettled));
        }
        if self.is(j, words::THE)
            || self.is(j, words::ITS)
            || self.is(j, words::HIS)
            || self.is(j, words::HER)
            || self.is(j, words::THEIR)
        {
            // "the first half of the 1987 fiscal year"
            if self.year(j + 1).is_some_and(|(end, _)| self.is_cue(end, DateCue::Fiscal)) {
                return Some((j + 4, When::Unsettled));
            }
            let fiscal = self.is_cue(j + 1, DateCue::Fiscal);
            if let Some(DateWord::Unit(unit)) = self.sense(j + 1 + usize::from(fiscal)) {
                let end = j + 2 + usize::from(fiscal);
                let calendar = self.is(j, words::THE) && !fiscal;
                return match unit {
                    TimeUnit::Day => None,
                    _ if calendar => Some((end, When::Unit { unit, by: 0 })),
                    _ => Some((end, When::Unsettled)),
                };
            }
            return self.core(j + 1);
        }
        // "by end of year"
        if let Some(DateWord::Unit(unit @ (TimeUnit::Year | TimeUnit::Month | TimeUnit::Week | TimeUnit::Quarter))) =
            self.sense(j)
            && !self.is_plural(j)
            && self.ends_here(j + 1)
        {
            return Some((j + 1, When::Unit { unit, by: 0 }));
        }
        self.core(j).or_else(|| self.day_month(j))
    }

    /// "weeks": no one of them is meant.
    pub(super) fn is_plural(&self, j: usize) -> bool {
        self.source(j).ends_with(['s', 'S'])
    }

    pub(super) fn of_month(&self, j: usize) -> Read<MonthRef> {
        if !self.token(j).is_some_and(|t| t.is_any(&[words::OF, words::IN])) {
            return None;
        }
        let k = self.skip(j + 1, words::THE);
        match self.sense(k)? {
            DateWord::Month(month, _) => {
                let (end, year) = self.year_ref(k + 1).unwrap_or((k + 1, YearRef::Unsaid));
                Some((end, MonthRef::Named(month, year)))
            }
            DateWord::Pointer(pointer) if self.sense(k + 1) == Some(DateWord::Unit(TimeUnit::Month)) => {
                Some((k + 2, MonthRef::Away(shift(pointer)?)))
            }
            DateWord::Unit(TimeUnit::Month) => Some((k + 1, MonthRef::Away(0))),
            _ => None,
        }
    }

    /// After "the third": "of June", "quarter of 2026", "week of May", "Monday in October", "half of next year".
    pub(super) fn ordinal(&self, j: usize, i: usize, n: u8) -> Read<When> {
        match self.sense(j) {
            Some(DateWord::Unit(TimeUnit::Quarter)) => {
                let (end, year) = self.fiscal_or_year(j + 1);
                (n <= 4).then(|| (end, quarter_of(n, year)))
            }
            Some(DateWord::Unit(TimeUnit::Century | TimeUnit::Decade)) => None,
            Some(DateWord::Unit(TimeUnit::Day)) if !self.is_plural(j) => self
                .of_month(j + 1)
                .map(|(end, of)| (end, When::Nth { nth: n as i8, weekday: None, of, pointer: None })),
            Some(DateWord::Unit(_)) => self.of_date(j + 1).filter(|(_, when)| !matches!(when, When::Weekday { .. })),
            Some(DateWord::Count(0)) if self.is(j, words::HALF) => self.of_date(j + 1),
            Some(DateWord::Weekday(weekday, false)) => {
                let (end, of) = self.of_month(j + 1)?;
                Some((end, When::Nth { nth: n as i8, weekday: Some(weekday), of, pointer: None }))
            }
            Some(DateWord::Cue(DateCue::Fiscal)) => None,
            Some(DateWord::Month(..)) if self.is_suffix(j - 1) => self.day_month(i),
            _ if self.is(j, words::OF) => self.day_month(i),
            _ => None,
        }
    }

    /// The year of a quarter: "of 2026", "2026", "of fiscal 2026" (unsettled), "this year".
    pub(super) fn fiscal_or_year(&self, j: usize) -> (usize, Option<YearRef>) {
        let k = self.skip(j, words::OF);
        let the = self.skip(k, words::THE);
        if self.is_cue(the, DateCue::Fiscal) {
            return self.core(the).map_or((j, None), |(end, _)| (end, None));
        }
        if let Some(DateWord::Pointer(_)) = self.sense(the)
            && let Some((end, When::Unsettled)) = self.core(the)
        {
            return (end, None);
        }
        if the > k && the > j + 1 && self.sense(the) == Some(DateWord::Unit(TimeUnit::Year)) {
            return (the + 1, Some(YearRef::Away(0)));
        }
        match self.year_ref(j) {
            Some((end, year)) => (end, Some(year)),
            None => (j, Some(YearRef::Unsaid)),
        }
    }

    // ---- parts: "early next year", "the end of June", "later this week"

    pub(super) fn part(&mut self, i: usize, part: Part) -> Option<usize> {
        let mut j = i + 1;
        let of = self.token(j).is_some_and(|t| t.is_any(&[words::OF, words::IN]));
        if self.is_dash(j) && self.joined(j) && part != Part::Start {
            j += 1;
        }
        j += usize::from(of);
        let nominal = matches!(part, Part::Start | Part::End) || self.is(i, words::MIDDLE);
        // "starting Monday" and "beginning in May" lead to a date; "the end of June" needs its "of".
        if nominal && !(of && self.is(j - 1, words::OF)) {
            return None;
        }
        let (end, when) = self.inner(j)?;
        if of && !nominal && matches!(when, When::Weekday { .. }) || matches!(when, When::Day { of: None, .. }) {
            return None;
        }
        let start = i - usize::from(self.before(i).is_some_and(|t| t.is(words::THE)));
        self.push(start..end, when)
    }

    // ---- lengths of time: "two weeks ago", "in three months", "the day before yesterday"

    pub(super) fn unit(&mut self, i: usize, unit: TimeUnit) -> Option<usize> {
        // "the day before yesterday", "two days after tomorrow"
        let (mut start, mut count) = match self.count_back(i) {
            Some((start, count)) => (start, Some(count)),
            None => (i, None),
        };
        let after = self.sense(i + 1);
        let anchor = match self.sense(i + 2) {
            Some(DateWord::Day(by)) => Some(i16::from(by)),
            Some(DateWord::Cue(DateCue::Now)) => Some(0),
            _ => None,
        };
        if let (Some(DateWord::Lead(lead @ (Lead::Before | Lead::After | Lead::From))), Some(anchor)) = (after, anchor)
        {
            let sign = if lead == Lead::Before { -1 } else { 1 };
            let count = match count {
                None if unit == TimeUnit::Day => 1,
                None => return None,
                Some(count) => count,
            };
            if start == i && self.before(i).is_some_and(|t| t.is(words::THE)) {
                start -= 1;
            }
            let when = match (count, anchor) {
                (0, _) => When::Unsettled,
                (_, 0) => When::Away { unit, by: sign * count },
                _ if unit == TimeUnit::Day => When::Away { unit, by: sign * count + anchor },
                _ if unit == TimeUnit::Week => When::Away { unit: TimeUnit::Day, by: sign * count * 7 + anchor },
                _ => When::Unsettled,
            };
            return self.push(start..i + 3, when);
        }
        let the = self.before(i).is_some_and(|t| t.is(words::THE));
        if the
            && unit == TimeUnit::Weekend
            && matches!(self.sense_before(i - 1), Some(DateWord::Lead(_) | DateWord::Cue(DateCue::Roughly)))
        {
            return self.push(i - 1..i + 1, When::Unit { unit, by: 0 });
        }
        // "the year after next"
        let next = self.skip(i + 2, words::THE);
        if the
            && after == Some(DateWord::Lead(Lead::After))
            && self.sense(next) == Some(DateWord::Pointer(Pointer::Next))
        {
            return self.push(i - 1..next + 1, When::Unit { unit, by: 2 });
        }
        // "year's end", "the week of May 5", "the week beginning May 5", "the week of the 18th"
        if self.is(i + 1, words::S) && self.sense(i + 2) == Some(DateWord::Part(Part::End)) && unit != TimeUnit::Day {
            return self.push(i..i + 3, When::Unit { unit, by: 0 });
        }
        let begins = self.sense(i + 1) == Some(DateWord::Part(Part::Start))
            || self.sense(i + 1) == Some(DateWord::Lead(Lead::From)) && !self.is(i + 1, words::FROM);
        let first = if begins { self.skip(i + 2, words::ON) } else { i + 2 };
        if unit == TimeUnit::Week
            && the
            && (self.is(i + 1, words::OF) || begins)
            && let Some((end, when)) = self.core(first).or_else(|| self.day_month(self.skip(first, words::THE)))
        {
            return self.push(i - 1..end, month_of(when));
        }
        let counted = count.take();
        let roughly = self.sense_before(start) == Some(DateWord::Cue(DateCue::Roughly));
        let count = counted?;
        let sure = count > 0 && !roughly;
        if self.is_cue(i + 1, DateCue::Ago) {
            let when = if sure { When::Away { unit, by: -count } } else { When::Unsettled };
            return self.push(start..i + 2, when);
        }
        if self.is_cue(i + 1, DateCue::FromNow) {
            let when = if sure { When::Away { unit, by: count } } else { When::Unsettled };
            return self.push(start..i + 2, when);
        }
        // "a year later", "two years earlier": away from a time that the text says elsewhere.
        if matches!(after, Some(DateWord::Part(Part::Later | Part::Earlier))) {
            return self.push(start..i + 2, When::Unsettled);
        }
        if unit != TimeUnit::Weekend
            && matches!(self.sense_before(start), Some(DateWord::Lead(Lead::In | Lead::Within)))
        {
            // "in two years", but not "in the two years", "at two weeks", "for the first time in three years"
            let preposition = self.before(start)?;
            let within = self.sense_before(start) == Some(DateWord::Lead(Lead::Within));
            let time = i + 1 + usize::from(self.token(i + 1).is_some_and(Token::is_possessive));
            let times = self.is_cue(time, DateCue::Occasion) && time > i + 1;
            if !within && (!preposition.is(words::IN) || self.is_time_in(start) || !times && !self.ends_here(i + 1)) {
                return None;
            }
            // "within ten days of the vote", "in two weeks after that"
            let anchored = !times
                && (self.is(i + 1, words::OF)
                    || self.is(i + 1, words::FOLLOWING)
                    || matches!(after, Some(DateWord::Lead(Lead::After | Lead::From | Lead::Since | Lead::Before))));
            let end = if times { time + 1 } else { i + 1 };
            return self
                .push(start..end, if sure && !anchored { When::Ahead { unit, by: count } } else { When::Unsettled });
        }
        None
    }

    /// "first time in three years", "once in two years"
    pub(super) fn is_time_in(&self, start: usize) -> bool {
        start >= self.first + 2
            && matches!(self.sense(start - 2), Some(DateWord::Cue(DateCue::Occasion) | DateWord::Ordinal(_)))
    }

    /// Whether nothing follows that a length of time would belong to: "in two years of talks", "in two years as chief".
    pub(super) fn ends_here(&self, i: usize) -> bool {
        !self.token(i).is_some_and(|t| t.is_any(&[words::OF, words::AS, words::AT, words::APOSTROPHE, words::S]))
    }

    /// The number before a unit: "two", "10", "a", "a few", "a couple of", "two and a half"; where it starts.
    pub(super) fn count_back(&self, i: usize) -> Option<(usize, i16)> {
        let mut j = i.checked_sub(1).filter(|&j| j >= self.first)?;
        if self.tokens[j].is(words::OF) && j > self.first {
            j -= 1; // "couple of"
        }
        if let Some(n) = self.digits(j, 1, 3) {
            return (self.tokens[i].gap > Gap::Nothing).then_some((j, n as i16));
        }
        let Some(DateWord::Count(n)) = self.sense(j) else { return None };
        let mut start = j;
        // "a few", "a couple of", "half a", "two and a half"; not "the one four years ago"
        let open = |k: usize| self.sense(k) == Some(DateWord::Count(0)) || self.tokens[k].is(words::AND);
        while start > self.first
            && start + 4 > j
            && (self.tokens[start - 1].is(words::AND)
                || matches!(self.sense(start - 1), Some(DateWord::Count(_))) && (open(start) || open(start - 1)))
        {
            start -= 1;
        }
        if self.tokens[start].is(words::AND) {
            start += 1;
        }
        Some((start, if start == j { i16::from(n) } else { 0 }))
    }
}
