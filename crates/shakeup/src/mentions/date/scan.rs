//! Finds date expressions: one pass over the tokens, which stops at the few words and numbers that dates start with.

use std::cell::Cell;
use std::ops::Range;

use super::{DateFound, MonthRef, When, YearRef};
use crate::PartialDate;
use crate::lexicon::{DateCue, DatePhrase, DateWord, Lead, Part, Pointer, Tables, TimeUnit, WordId, class, words};
use crate::text::{Gap, Shape, Text, Token};

/// The date expressions of a text, in text order; no two overlap.
pub(crate) fn find(text: &Text<'_>, tables: &Tables) -> Vec<DateFound> {
    let mut scan = Scan {
        text,
        tokens: &text.tokens,
        tables,
        first: 0,
        last: 0,
        caseless: false,
        headline: false,
        out: Vec::new(),
        depth: Cell::new(0),
    };
    for sentence in &text.sentences {
        scan.first = sentence.first;
        scan.last = sentence.last.min(scan.tokens.len());
        scan.caseless = sentence.caseless;
        scan.headline = sentence.headline;
        scan.sentence();
    }
    scan.out
}

/// A part of an expression: one past its last token, and what it says.
pub(super) type Read<T> = Option<(usize, T)>;

pub(super) struct Scan<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) tokens: &'a [Token],
    pub(super) tables: &'a Tables,
    pub(super) first: usize, // of the sentence
    pub(super) last: usize,
    pub(super) caseless: bool,
    pub(super) headline: bool,
    pub(super) out: Vec<DateFound>,
    depth: Cell<u8>, // of expressions inside expressions
}

impl Scan<'_> {
    fn sentence(&mut self) {
        let starts = |token: &Token| {
            token.has(class::DATE)
                || !token.word.is_known() && token.shape != Shape::Mark
                || token.is(words::APOSTROPHE)
        };
        let mut i = self.first;
        while let Some(skipped) = self.tokens[i.min(self.last)..self.last].iter().position(starts) {
            i += skipped;
            i = self.at(i).map_or(i + 1, |end| end.max(i + 1));
        }
    }

    // ---- tokens

    pub(super) fn token(&self, i: usize) -> Option<&Token> {
        (i < self.last).then(|| &self.tokens[i])
    }

    pub(super) fn before(&self, i: usize) -> Option<&Token> {
        (i > self.first).then(|| &self.tokens[i - 1])
    }

    pub(super) fn is(&self, i: usize, word: WordId) -> bool {
        self.token(i).is_some_and(|t| t.word == word)
    }

    pub(super) fn sense(&self, i: usize) -> Option<DateWord> {
        self.token(i).and_then(|t| self.tables.date_word(t.word))
    }

    pub(super) fn sense_before(&self, i: usize) -> Option<DateWord> {
        self.before(i).and_then(|t| self.tables.date_word(t.word))
    }

    pub(super) fn source(&self, i: usize) -> &str {
        self.token(i).map_or("", |t| &self.text.source[t.start as usize..t.end as usize])
    }

    pub(super) fn is_cue(&self, i: usize, cue: DateCue) -> bool {
        self.sense(i) == Some(DateWord::Cue(cue))
    }

    pub(super) fn skip(&self, i: usize, word: WordId) -> usize {
        i + usize::from(self.is(i, word))
    }

    /// Next to the token before it, without a space.
    pub(super) fn joined(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.gap == Gap::Nothing) && i > self.first
    }

    pub(super) fn is_dash(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.is_any(&[words::DASH, words::EN_DASH, words::EM_DASH, words::TWO_DASHES]))
    }

    /// A whole number of so many digits, without separators.
    pub(super) fn digits(&self, i: usize, least: usize, most: usize) -> Option<i32> {
        let token = self.token(i).filter(|t| t.shape == Shape::Number)?;
        let length = (token.end - token.start) as usize;
        let source = self.source(i);
        ((least..=most).contains(&length) && source.bytes().all(|b| b.is_ascii_digit()))
            .then(|| source.parse().ok())
            .flatten()
    }

    pub(super) fn year_digits(&self, i: usize) -> Option<i32> {
        let goes_on = self.joined(i + 1) && self.token(i + 1).is_some_and(|t| t.is_word() && !t.is_possessive());
        self.digits(i, 4, 4).filter(|y| (1500..2200).contains(y) && !goes_on)
    }

    /// "2014" or "'04".
    pub(super) fn year(&self, i: usize) -> Read<i32> {
        if let Some(year) = self.year_digits(i) {
            return Some((i + 1, year));
        }
        let short = self.is(i, words::APOSTROPHE) && self.joined(i + 1) && !self.joined(i + 2);
        short.then(|| self.digits(i + 1, 2, 2)).flatten().map(|y| (i + 2, century(y)))
    }

    /// ", 2014", "of 2014", "of last year", "next year" after a month, season or quarter.
    pub(super) fn year_ref(&self, i: usize) -> Read<YearRef> {
        let comma = self.is(i, words::COMMA);
        let j = if comma { i + 1 } else { self.skip(i, words::OF) };
        if let Some((end, year)) = self.year(j) {
            // "in May, 2000 people": a number with a comma before it is a year only when nothing is counted.
            return (!comma || !self.counts(end)).then_some((end, YearRef::Is(year)));
        }
        if comma {
            return None;
        }
        match (self.sense(j), self.sense(j + 1)) {
            (Some(DateWord::Pointer(pointer)), Some(DateWord::Unit(TimeUnit::Year))) => {
                let by = shift(pointer)?;
                Some((j + 2, YearRef::Away(by)))
            }
            _ => None,
        }
    }

    /// A day of a month after or before its name: "21", "21st", "twenty-first"; not "21 percent" or "21:30".
    pub(super) fn day(&self, i: usize) -> Read<u8> {
        match (self.sense(i), self.sense(i + 1)) {
            (Some(DateWord::Ordinal(day)), _) => return Some((i + 1, day)),
            // "twenty second", "twenty one"
            (
                Some(DateWord::Count(tens @ (20 | 30))),
                Some(DateWord::Ordinal(n @ 1..=9) | DateWord::Count(n @ 1..=9)),
            ) => {
                return (tens + n <= 31).then_some((i + 2, tens + n));
            }
            _ => {}
        }
        let day = self.digits(i, 1, 2).filter(|d| (1..=31).contains(d))? as u8;
        let mut end = i + 1;
        if self.is_suffix(end) {
            end += 1;
        } else if self.joined(end)
            && self
                .token(end)
                .is_some_and(|t| t.is_any(&[words::COLON, words::PERCENT]) || t.is_word() && !t.is_possessive())
        {
            return None;
        }
        Some((end, day))
    }

    /// The "st" of "21st".
    pub(super) fn is_suffix(&self, i: usize) -> bool {
        self.joined(i) && ["st", "nd", "rd", "th"].iter().any(|suffix| self.source(i).eq_ignore_ascii_case(suffix))
    }

    /// Whether a plural noun stands here: "people", "votes".
    pub(super) fn counts(&self, i: usize) -> bool {
        let Some(token) = self.token(i).filter(|t| t.shape == Shape::Lower && t.gap == Gap::Space) else {
            return false;
        };
        let word = self.source(i);
        self.is_cue(i, DateCue::Counted)
            || word.len() > 3
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !token.has(class::BE.or(class::HAVE).or(class::PREPOSITION).or(class::SUBORDINATOR).or(class::MODAL))
    }

    // ---- one expression

    /// Reads the expression at a token; the index to go on at.
    pub(super) fn at(&mut self, i: usize) -> Option<usize> {
        if self.tokens[i].has(class::DATE)
            && let Some((length, phrase)) = self.phrase(i)
        {
            return self.named(i, length, phrase);
        }
        match self.sense(i) {
            Some(DateWord::Unit(unit)) => self.unit(i, unit),
            Some(DateWord::Part(part)) => self.part(i, part),
            // "twenty second of June"
            Some(DateWord::Ordinal(1..=9)) if matches!(self.sense_before(i), Some(DateWord::Count(20 | 30))) => {
                let (end, when) = self.day_month(i - 1)?;
                self.push(i - 1..end, when)
            }
            Some(_) => {
                let (end, when) = self.core(i)?;
                self.push(self.with_article(i, &when)..end, when)
            }
            None => self.other(i),
        }
    }

    pub(super) fn phrase(&self, i: usize) -> Option<(usize, DatePhrase)> {
        let rest = &self.tokens[i..self.last];
        self.tables.date_phrases.longest(rest.iter().map(|t| t.word)).map(|(length, phrase)| (length, *phrase))
    }

    pub(super) fn named(&mut self, i: usize, length: usize, phrase: DatePhrase) -> Option<usize> {
        let mut end = i + length;
        // A holiday counts as a date after a preposition, a pointer, or before a year: not "a Christmas party".
        let before = self.sense_before(i);
        let pointer = match before {
            Some(DateWord::Pointer(pointer)) => Some(pointer),
            _ => None,
        };
        let year = self.year_ref(end);
        let lead = matches!(before, Some(DateWord::Lead(_)));
        if year.is_none() && pointer.is_none() && !lead {
            return Some(end);
        }
        let year = year.map_or(YearRef::Unsaid, |(e, year)| {
            end = e;
            year
        });
        let when = match phrase {
            DatePhrase::Not => return Some(i + length),
            DatePhrase::Fixed(month, day) => dated(month, day, year, pointer),
            DatePhrase::Nth(month, nth, weekday) => {
                let year = match pointer {
                    Some(Pointer::This) => YearRef::Away(0),
                    _ => year,
                };
                When::Nth { nth, weekday: Some(weekday), of: MonthRef::Named(month, year), pointer }
            }
        };
        let start = if pointer.is_some() { i - 1 } else { i };
        self.push(start..end, when)
    }

    /// "the" belongs to "the third of June", "the 1990s", "the 27th", not to "the May 21 vote".
    pub(super) fn with_article(&self, i: usize, when: &When) -> usize {
        let takes = matches!(self.sense(i), Some(DateWord::Ordinal(_) | DateWord::Pointer(_)))
            || matches!(when, When::Day { .. } | When::Nth { .. });
        i - usize::from(takes && self.before(i).is_some_and(|t| t.is(words::THE)))
    }

    /// What may stand alone or inside "the end of …": everything that starts with its own head.
    pub(super) fn core(&self, i: usize) -> Read<When> {
        // "the last week of the last month of the last …" is not followed without end.
        const DEEPEST: u8 = 4;
        if self.depth.get() == DEEPEST {
            return None;
        }
        self.depth.set(self.depth.get() + 1);
        let read = self.head(i);
        self.depth.set(self.depth.get() - 1);
        read
    }

    fn head(&self, i: usize) -> Read<When> {
        match self.sense(i)? {
            DateWord::Month(month, short) => self.month(i, month, short, None),
            DateWord::Weekday(day, short) => self.weekday(i, day, short, None),
            DateWord::Day(by) => self.today(i, by),
            DateWord::Pointer(pointer) => self.pointer(i, pointer),
            DateWord::Ordinal(n) => self.ordinal(i + 1, i, n),
            DateWord::Season(season) => {
                let free = self.year_ref(i + 1);
                let the = usize::from(self.before(i).is_some_and(|t| t.is(words::THE)));
                let lead = self.sense_before(i - the.min(i));
                let placed = match lead {
                    Some(DateWord::Lead(Lead::In | Lead::By | Lead::Until)) => true,
                    Some(DateWord::Lead(Lead::Since | Lead::After | Lead::Before)) => {
                        season != crate::lexicon::Season::Fall
                    }
                    Some(DateWord::Part(_)) => true,
                    _ => false,
                };
                match free {
                    Some((end, year)) => Some((end, When::Season { season, year, pointer: None })),
                    None if placed && !self.is(i + 1, words::OF) && !self.is_name_after(i) && self.is_plain(i) => {
                        Some((i + 1, When::Season { season, year: YearRef::Unsaid, pointer: None }))
                    }
                    None => None,
                }
            }
            DateWord::Quarter(quarter) => {
                let (end, year) = self.fiscal_or_year(i + 1);
                Some((end, quarter_of(quarter, year)))
            }
            DateWord::Cue(DateCue::Fiscal) => {
                // "fiscal 2026", "fiscal year 2026", "fiscal year 2025-26"
                let year = matches!(self.sense(i + 1), Some(DateWord::Unit(TimeUnit::Year | TimeUnit::Quarter)));
                let (mut end, _) = self.year(i + 1 + usize::from(year))?;
                if self.is_dash(end) && self.joined(end) && self.digits(end + 1, 2, 4).is_some() {
                    end += 2;
                }
                Some((end, When::Unsettled))
            }
            DateWord::Cue(DateCue::Immediately) => {
                let effective = self.sense_before(i) == Some(DateWord::Lead(Lead::Effective));
                effective.then_some((i + 1, When::Immediately))
            }
            _ => None,
        }
    }

    /// A capitalised word follows, as in "Summer Olympics".
    pub(super) fn is_name_after(&self, i: usize) -> bool {
        self.tokens[i].is_capital() && self.token(i + 1).is_some_and(Token::is_capital)
    }

    /// Not inside a name: "Silver Spring".
    pub(super) fn is_plain(&self, i: usize) -> bool {
        !(self.tokens[i].is_capital()
            && self.before(i).is_some_and(|t| t.is_capital() && !t.has(class::DATE.or(class::PREPOSITION))))
    }

    // ---- leads and ranges

    pub(super) fn push(&mut self, tokens: Range<usize>, when: When) -> Option<usize> {
        let lead = self.lead(tokens.start);
        self.push_as(tokens, when, lead)
    }

    pub(super) fn push_as(&mut self, tokens: Range<usize>, when: When, lead: Lead) -> Option<usize> {
        let mut tokens = tokens;
        if let Some(known) = self.out.last() {
            // A count before a unit may reach back into what was found: keep to the right of it.
            tokens.start = tokens.start.max(known.tokens.end);
        }
        if tokens.start >= tokens.end || tokens.end > self.last {
            return Some(tokens.end);
        }
        let end = tokens.end;
        let range = self.joins_range(tokens.start);
        let lead = if range { Lead::Until } else { lead };
        if range {
            self.start_range(&when);
        }
        self.out.push(DateFound { tokens, when, lead });
        Some(self.second_day(end, when).unwrap_or(end))
    }

    /// Whether "to", "through" or a dash alone stands between the date before and this one.
    pub(super) fn joins_range(&self, start: usize) -> bool {
        let Some(known) = self.out.last().filter(|d| d.tokens.start >= self.first) else { return false };
        // "from the 13th to the 15 of July"
        let the = start > known.tokens.end + 1 && self.tokens[start - 1].is(words::THE);
        let between = known.tokens.end..start - usize::from(the);
        match between.len() {
            1 => {
                let and = self.tokens[between.start].is(words::AND)
                    && known.lead == Lead::From
                    && self.before(known.tokens.start).is_some_and(|t| t.is(words::BETWEEN));
                and || self.is_dash(between.start)
                    || self.is_cue(between.start, DateCue::To)
                    || self.sense(between.start) == Some(DateWord::Lead(Lead::Until))
            }
            _ => false,
        }
    }

    /// The first date of a range takes the year of the second.
    pub(super) fn start_range(&mut self, second: &When) {
        let Some(known) = self.out.last_mut() else { return };
        known.lead = Lead::From;
        let (in_month, year) = match *second {
            When::Date(date) => (date.month(), YearRef::Is(date.year())),
            When::Month { month, year, .. } => (Some(month), year),
            _ => return,
        };
        // "from the 13th to the 15th of July"
        if let (When::Day { day, of: None }, Some(month)) = (known.when, in_month) {
            known.when = dated(month, day, year, None);
            return;
        }
        if let When::Month { month, day, year: YearRef::Unsaid, pointer: None } = known.when {
            let later = matches!(*second, When::Date(date) if date.month().is_some_and(|m| m < month));
            let year = match year {
                YearRef::Is(year) => YearRef::Is(year - i32::from(later)),
                other => other,
            };
            known.when = dated(month, day, year, None);
        }
    }

    /// "May 3-5, 2025", "May 3 to 5": the second day of a range in one month.
    pub(super) fn second_day(&mut self, end: usize, when: When) -> Option<usize> {
        let (month, year) = match when {
            When::Month { month, day: 1.., year, pointer: None } => (month, year),
            _ => return None,
        };
        let joint = self.is_dash(end) && !self.tokens[end].is(words::TWO_DASHES)
            || self.is_cue(end, DateCue::To)
            || self.sense(end) == Some(DateWord::Lead(Lead::Until));
        if !joint {
            return None;
        }
        self.digits(end + 1, 1, 2)?;
        let (stop, day) = self.day(end + 1)?;
        if self.joined(stop) && self.token(stop).is_some_and(|t| t.is_any(&[words::SLASH, words::DASH])) {
            return None;
        }
        let (stop, year) = match year {
            YearRef::Unsaid => self.year_ref(stop).unwrap_or((stop, year)),
            _ => (stop, year),
        };
        if !dated_exists(month, day, year)
            || self.is_cue(stop, DateCue::Counted)
            || matches!(self.sense(stop), Some(DateWord::Month(..)))
        {
            return None;
        }
        let known = self.out.last_mut()?;
        known.lead = Lead::From;
        if let When::Month { month, day, pointer, .. } = known.when {
            known.when = dated(month, day, year, pointer);
        }
        self.out.push(DateFound { tokens: end + 1..stop, when: dated(month, day, year, None), lead: Lead::Until });
        Some(stop)
    }

    /// What the words before say: "by", "no later than", "effective", "starting on".
    pub(super) fn lead(&self, start: usize) -> Lead {
        let mut j = start;
        if self.sense_before(j) == Some(DateWord::Unit(TimeUnit::Year)) {
            j -= 1; // "the year 2020"
        }
        if self.before(j).is_some_and(|t| t.is(words::THE)) {
            j -= 1;
        }
        if self.sense_before(j) == Some(DateWord::Cue(DateCue::Roughly))
            && !self.before(j).is_some_and(|t| t.is(words::THAN))
        {
            j -= 1;
        }
        let Some(before) = self.before(j) else { return Lead::Bare };
        if before.is(words::BETWEEN) {
            return Lead::From;
        }
        if before.is(words::THAN) && self.sense_before(j - 1) == Some(DateWord::Part(Part::Later)) {
            return Lead::By;
        }
        if before.is(words::OF) && self.before(j - 1).is_some_and(|t| t.is(words::AS)) {
            return Lead::Effective;
        }
        let lead = match self.sense_before(j) {
            Some(DateWord::Lead(Lead::Effective)) => return Lead::Effective,
            Some(DateWord::Lead(lead)) => lead,
            Some(DateWord::Part(Part::Start)) => return Lead::From, // "beginning Monday"
            _ => return Lead::Bare,
        };
        // "effective on", "starting in"
        match (lead, self.sense_before(j - 1)) {
            (Lead::On | Lead::In | Lead::From, Some(DateWord::Lead(outer @ (Lead::Effective | Lead::From)))) => outer,
            (Lead::On | Lead::In | Lead::From, Some(DateWord::Part(Part::Start)))
                if self.before(j - 1).is_some_and(|t| t.has(class::VERB)) =>
            {
                Lead::From
            }
            _ => lead,
        }
    }
}

/// The century that two digits are of: '71 is 1971, '04 is 2004.
pub(super) fn century(year: i32) -> i32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

/// How many units away a pointer points.
pub(super) fn shift(pointer: Pointer) -> Option<i8> {
    Some(match pointer {
        Pointer::Last | Pointer::Past | Pointer::Previous => -1,
        Pointer::This => 0,
        Pointer::Next | Pointer::Coming => 1,
        Pointer::Following | Pointer::Same => return None,
    })
}

pub(super) fn year_date(year: i32) -> Option<When> {
    PartialDate::from_year(year).map(When::Date)
}

/// Whether there is such a day in the year, or in some year.
pub(super) fn dated_exists(month: u8, day: u8, year: YearRef) -> bool {
    let year = if let YearRef::Is(year) = year { year } else { 2000 };
    PartialDate::from_day(year, month, day).is_some()
}

/// A month or day with what is said of its year.
pub(super) fn dated(month: u8, day: u8, year: YearRef, pointer: Option<Pointer>) -> When {
    let known = match year {
        YearRef::Is(year) if day == 0 => PartialDate::from_month(year, month),
        YearRef::Is(year) => PartialDate::from_day(year, month, day),
        _ => None,
    };
    known.map_or(When::Month { month, day, year, pointer }, When::Date)
}

/// The month of a day, for "the week of May 5".
pub(super) fn month_of(when: When) -> When {
    match when {
        When::Date(date) => date.month().and_then(|m| PartialDate::from_month(date.year(), m)).map_or(when, When::Date),
        When::Month { month, year, pointer, .. } => When::Month { month, day: 0, year, pointer },
        _ => when,
    }
}

pub(super) fn has_day(when: &When) -> bool {
    match when {
        When::Date(date) => date.day().is_some(),
        When::Month { day, .. } => *day > 0,
        _ => false,
    }
}

pub(super) fn quarter_of(quarter: u8, year: Option<YearRef>) -> When {
    year.map_or(When::Unsettled, |year| When::Quarter { quarter, year })
}

/// A date of three numbers, each with how many digits it has: year first, or month and day as America writes them
/// unless that is no date, or the day has to come first.
pub(super) fn three(a: (usize, i32), b: (usize, i32), c: (usize, i32)) -> Option<PartialDate> {
    let small = |n: (usize, i32)| if n.0 <= 2 { u8::try_from(n.1).ok() } else { None };
    if a.0 == 4 {
        return PartialDate::from_day(a.1, small(b)?, small(c)?);
    }
    let year = match c.0 {
        4 => c.1,
        2 => century(c.1),
        _ => return None,
    };
    let (a, b) = (small(a)?, small(b)?);
    PartialDate::from_day(year, a, b).or_else(|| PartialDate::from_day(year, b, a))
}
