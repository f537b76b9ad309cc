//! Dates in figures, years, decades, and dates in hyphenated words.

use super::scan::{Read, Scan, dated, dated_exists, quarter_of, three, year_date};
use super::{DateFound, When, YearRef};
use crate::PartialDate;
use crate::lexicon::{DateCue, DateWord, Lead, Part, TimeUnit, class, words};
use crate::text::{Gap, Shape};
impl Scan<'_> {
    pub(super) fn other(&mut self, i: usize) -> Option<usize> {
        let token = &self.tokens[i];
        if token.shape == Shape::Number {
            return self.number(i);
        }
        if token.is(words::APOSTROPHE) {
            let (end, year) = self.year(i)?;
            let placed = matches!(
                self.sense_before(i),
                Some(DateWord::Lead(Lead::In | Lead::Since | Lead::Until | Lead::By | Lead::Before | Lead::After))
            );
            return placed.then(|| year_date(year)).flatten().and_then(|when| self.push(i..end, when));
        }
        let bytes = self.source(i).len();
        if (5..=24).contains(&bytes) {
            return self.hyphenated(i);
        }
        self.fiscal_word(i)
    }

    /// "FY2026", "FY26".
    pub(super) fn fiscal_word(&mut self, i: usize) -> Option<usize> {
        let source = self.source(i).as_bytes();
        let fiscal = matches!(source, [b'F', b'Y', digits @ ..] if (digits.len() == 2 || digits.len() == 4) && digits.iter().all(u8::is_ascii_digit));
        fiscal.then(|| self.push(i..i + 1, When::Unsettled)).flatten()
    }

    /// "mid-June", "late-2025", "third-quarter", "January-March".
    pub(super) fn hyphenated(&mut self, i: usize) -> Option<usize> {
        let Some((head, tail)) = self.source(i).split_once('-') else { return self.fiscal_word(i) };
        let sense = |part: &str| {
            let mut lower = [0u8; 24];
            let lower = lower.get_mut(..part.len())?;
            lower.copy_from_slice(part.as_bytes());
            lower.make_ascii_lowercase();
            self.tables.date_word(self.tables.word(lower))
        };
        let head = sense(head)?;
        let year = (tail.len() == 4).then(|| tail.parse::<i32>().ok()).flatten().filter(|y| (1500..2200).contains(y));
        let decade = tail.len() == 5 && tail.ends_with("0s");
        let tail = sense(tail);
        match (head, tail) {
            (DateWord::Part(_), _) if year.is_some() => {
                year.and_then(year_date).and_then(|when| self.push(i..i + 1, when))
            }
            (DateWord::Part(_), _) if decade => self.push(i..i + 1, When::Unsettled),
            (DateWord::Part(_), Some(DateWord::Month(month, false))) => {
                let (end, year) = self.year_ref(i + 1).unwrap_or((i + 1, YearRef::Unsaid));
                self.push(i..end, dated(month, 0, year, None))
            }
            (DateWord::Part(Part::Mid | Part::Early | Part::Late), Some(DateWord::Season(season))) => {
                let (end, year) = self.year_ref(i + 1).unwrap_or((i + 1, YearRef::Unsaid));
                self.push(i..end, When::Season { season, year, pointer: None })
            }
            (DateWord::Ordinal(n @ 1..=4), Some(DateWord::Unit(TimeUnit::Quarter))) => {
                let (end, year) = self.fiscal_or_year(i + 1);
                self.push(i..end, quarter_of(n, year))
            }
            (DateWord::Month(..), Some(DateWord::Month(..))) => {
                let year = self.year_ref(i + 1);
                match year {
                    Some((end, YearRef::Is(year))) => year_date(year).and_then(|when| self.push(i..end, when)),
                    _ => self.push(i..i + 1, When::Unsettled),
                }
            }
            (
                DateWord::Unit(unit @ (TimeUnit::Year | TimeUnit::Month | TimeUnit::Week)),
                Some(DateWord::Part(Part::End)),
            ) => self.push(i..i + 1, When::Unit { unit, by: 0 }),
            _ => None,
        }
    }

    pub(super) fn number(&mut self, i: usize) -> Option<usize> {
        if let Some((end, when)) = self.numeric(i) {
            return self.push(i..end, when);
        }
        if self.before(i).is_some_and(|t| t.is_any(&[words::DOLLAR, words::HASH])) {
            return None;
        }
        if let Some(end) = self.two_days(i) {
            return Some(end);
        }
        if let Some((end, when)) = self.day_month(i) {
            // "at 21 May" never; "from 3 to 12 of Sept" is left
            let start = i - usize::from(self.is_suffix(i + 1) && self.before(i).is_some_and(|t| t.is(words::THE)));
            return self.push(start..end, when);
        }
        if self.is_suffix(i + 1) {
            let n = self.digits(i, 1, 2).filter(|n| (1..=31).contains(n))? as u8;
            if let Some((end, when)) = self.ordinal(i + 2, i, n) {
                let start = i - usize::from(self.before(i).is_some_and(|t| t.is(words::THE)));
                return self.push(start..end, when);
            }
            return self.bare_day(i, n);
        }
        if self.is_decade(i) {
            return self.push(i..i + 2, When::Unsettled);
        }
        let year = self.year_digits(i)?;
        self.years(i, year)
    }

    /// "3-5 June", "from 3 to 5 June", "between 3 and 5 June".
    pub(super) fn two_days(&mut self, i: usize) -> Option<usize> {
        let (j, first) = self.day(i)?;
        let and = self.token(j)?.is(words::AND);
        let both = and && !self.before(i).is_some_and(|t| t.is(words::BETWEEN)); // "18 and 19 June"
        let joint =
            and || self.is_dash(j) || self.is_cue(j, DateCue::To) || self.sense(j) == Some(DateWord::Lead(Lead::Until));
        if !joint {
            return None;
        }
        let (end, when) = self.day_month(j + 1)?;
        let of = match when {
            When::Date(date) => dated(date.month()?, first, YearRef::Is(date.year()), None),
            When::Month { month, year, .. } => dated(month, first, year, None),
            When::Day { of, .. } => When::Day { day: first, of },
            _ => return None,
        };
        let leads = if both { (self.lead(i), self.lead(i)) } else { (Lead::From, Lead::Until) };
        self.out.push(DateFound { tokens: i..j, when: of, lead: leads.0 });
        self.out.push(DateFound { tokens: j + 1..end, when, lead: leads.1 });
        Some(end)
    }

    /// "on the 27th", "on 27th", when no noun follows.
    pub(super) fn bare_day(&mut self, i: usize, day: u8) -> Option<usize> {
        let the = self.before(i).is_some_and(|t| t.is(words::THE));
        let start = i - usize::from(the);
        let lead = match self.sense_before(start) {
            Some(DateWord::Lead(Lead::On)) => true,
            Some(DateWord::Lead(Lead::By | Lead::Until | Lead::Since | Lead::From | Lead::For)) => the,
            _ => false,
        };
        let free = self.token(i + 2).is_none_or(|t| {
            t.shape == Shape::Mark && !t.is(words::DASH)
                || t.has(class::PREPOSITION.or(class::CONJUNCTION).or(class::BE).or(class::MODAL))
        });
        (lead && free).then(|| self.push(start..i + 2, When::Day { day, of: None })).flatten()
    }

    /// "1990s", "'90s".
    pub(super) fn is_decade(&self, i: usize) -> bool {
        let ten = self.digits(i, 4, 4).is_some_and(|y| y % 10 == 0 && (1500..2200).contains(&y))
            || self.digits(i, 2, 2).is_some_and(|y| y % 10 == 0)
                && self.before(i).is_some_and(|t| t.is_any(&[words::THE, words::APOSTROPHE]));
        let the = self.before(i).is_some_and(|t| t.is(words::THE));
        ten && self.joined(i + 1) && (self.source(i + 1) == "s" || the && self.is(i + 1, words::S))
    }

    /// "5/21/2025", "2025-05-21", "21.5.2025", "11/2016"; "7/16" after a preposition.
    pub(super) fn numeric(&self, i: usize) -> Read<When> {
        let dotted = self.source(i);
        if dotted.len() >= 8 && dotted.bytes().filter(|b| *b == b'.').count() == 2 && !dotted.contains(',') {
            let mut parts = dotted.split('.').map(|p| (p.len(), p.parse::<i32>().unwrap_or(-1)));
            let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
            return three(a, b, c).map(|date| (i + 1, When::Date(date)));
        }
        if i > self.first && self.joined(i) && self.tokens[i - 1].is_any(&[words::SLASH, words::DASH, words::STOP]) {
            return None; // the middle of something longer
        }
        if self.before(i).is_some_and(|t| t.is_any(&[words::EVERY, words::EACH])) {
            return None; // a set
        }
        let part = |k: usize| {
            let value = self.digits(k, 1, 4)?;
            Some((self.source(k).len(), value))
        };
        let mark = self.token(i + 1).filter(|t| t.is_any(&[words::SLASH, words::DASH]) && t.gap == Gap::Nothing)?.word;
        if !self.joined(i + 2) {
            return None;
        }
        let (a, b) = (part(i)?, part(i + 2)?);
        if self.is(i + 3, mark) && self.joined(i + 3) && self.joined(i + 4) {
            return three(a, b, part(i + 4)?).map(|date| (i + 5, When::Date(date)));
        }
        if self.joined(i + 3)
            && self.token(i + 3).is_some_and(|t| t.is_any(&[words::SLASH, words::DASH]) || t.is_word())
        {
            return None;
        }
        let month = |m: (usize, i32)| (m.0 <= 2 && (1..=12).contains(&m.1)).then_some(m.1 as u8);
        if mark == words::SLASH {
            match (a.0, b.0) {
                (1 | 2, 4) => return PartialDate::from_month(b.1, month(a)?).map(|d| (i + 3, When::Date(d))),
                (4, 1 | 2) => return PartialDate::from_month(a.1, month(b)?).map(|d| (i + 3, When::Date(d))),
                (1 | 2, 1 | 2) => {}
                _ => return None,
            }
            let placed = matches!(
                self.sense_before(i),
                Some(DateWord::Lead(Lead::On | Lead::By | Lead::Since | Lead::Until | Lead::From))
            ) || self.before(i).is_some_and(|t| t.is(words::COLON)) && b.0 == 2
                || self.is_cue(i.saturating_sub(1), DateCue::To)
                    && self.out.last().is_some_and(|d| d.tokens.end + 1 == i)
                || a.1.max(b.1) > 12 && (a.1, b.1) != (24, 7)
                || matches!(self.sense_before(i), Some(DateWord::Weekday(..)));
            let (m, d) = month(a).map_or_else(|| month(b).map(|m| (m, a.1)), |m| Some((m, b.1)))?;
            let day = u8::try_from(d).ok()?;
            return (placed && dated_exists(m, day, YearRef::Unsaid))
                .then(|| (i + 3, dated(m, day, YearRef::Unsaid, None)));
        }
        // "2025-05" is a month; "2011-12" is two years, read in `years`.
        let range = (a.1 + 1) % 100 == b.1;
        (a.0 == 4 && b.0 == 2 && !range)
            .then(|| month(b).and_then(|m| PartialDate::from_month(a.1, m)))
            .flatten()
            .map(|d| (i + 3, When::Date(d)))
    }

    /// "2030", "1996-2001", "2024-25", "2016 November".
    pub(super) fn years(&mut self, i: usize, year: i32) -> Option<usize> {
        let first = year_date(year)?;
        // "the 1987 fiscal year"
        if self.is_cue(i + 1, DateCue::Fiscal) && self.sense(i + 2) == Some(DateWord::Unit(TimeUnit::Year)) {
            return self.push(i..i + 3, When::Unsettled);
        }
        if self.is_dash(i + 1) && !self.tokens[i + 1].is(words::TWO_DASHES) {
            let j = i + 2;
            let second = self.year_digits(j).filter(|&y| y >= year).or_else(|| {
                let short = self.digits(j, 2, 2).filter(|s| *s > year % 100 || *s == 0)?;
                (self.joined(i + 1) && self.joined(j))
                    .then(|| year - year % 100 + short + if short == 0 { 100 } else { 0 })
            });
            if let Some(second) = second.filter(|_| !self.counts(j + 1)) {
                self.push_as(i..i + 1, first, Lead::From);
                return self.push_as(j..j + 1, year_date(second)?, Lead::Until);
            }
        }
        self.is_year(i).then(|| self.push(i..i + 1, first)).flatten()
    }

    /// Whether a number of four digits is a year here.
    pub(super) fn is_year(&self, i: usize) -> bool {
        let year = self.year_digits(i).unwrap_or(0);
        if self.joined(i)
            && self.before(i).is_some_and(|t| {
                t.is_any(&[words::DASH, words::SLASH, words::DOLLAR, words::HASH, words::STOP, words::COLON])
                    || t.is_word()
            })
        {
            return false;
        }
        let next = self.token(i + 1);
        if next.is_some_and(|t| {
            t.is(words::PERCENT) || t.gap == Gap::Nothing && t.is_any(&[words::DASH, words::SLASH, words::COLON])
        }) {
            return false;
        }
        // "(2100 UTC)"
        if self.is_cue(i + 1, DateCue::Counted) {
            return false;
        }
        let before = self.before(i);
        match self.sense_before(i) {
            Some(DateWord::Lead(Lead::Since | Lead::In | Lead::Until))
                if before.is_some_and(|t| {
                    t.is_any(&[words::IN, words::SINCE, words::DURING])
                        || self.sense_before(i) == Some(DateWord::Lead(Lead::Until))
                }) =>
            {
                return true;
            }
            Some(DateWord::Lead(Lead::In)) => return false, // "at 2000"
            Some(DateWord::Lead(_) | DateWord::Cue(DateCue::Roughly | DateCue::To)) => {
                return (1800..2150).contains(&year)
                    && !self.counts(i + 1)
                    && !before.is_some_and(|t| t.is(words::THAN));
            }
            Some(DateWord::Part(Part::Early | Part::Mid | Part::Late)) => return true,
            _ => {}
        }
        if !(1900..2101).contains(&year) {
            return false;
        }
        let Some(before) = before else { return !self.counts(i + 1) };
        if before.is_any(&[words::THE, words::HIS, words::HER, words::THEIR, words::ITS, words::S]) {
            return true;
        }
        // "Agenda 2030", "No. 2010", "Section 2014": part of a name; so is anything that counts.
        let named = before.shape == Shape::Number
            || before.has(class::CURRENCY.or(class::ABBREVIATION))
            || before.is_capital() && !self.caseless;
        let joins =
            before.is_any(&[words::AND, words::OR, words::BETWEEN, words::COMMA, words::OPEN, words::OF, words::CLOSE]);
        let plural = self.counts(i + 1);
        !named && !plural && (joins || before.shape == Shape::Lower && before.has(class::COMMON.or(class::VERB)))
    }
}
