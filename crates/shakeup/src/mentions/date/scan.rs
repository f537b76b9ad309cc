//! Finds date expressions: one pass over the tokens, which stops at the few words and numbers that dates start with.

use std::ops::Range;

use super::{DateFound, MonthRef, When, YearRef};
use crate::PartialDate;
use crate::lexicon::{DateCue, DatePhrase, DateWord, Lead, Part, Pointer, Tables, TimeUnit, WordId, class, words};
use crate::text::{Gap, Shape, Text, Token};

/// The date expressions of a text, in text order; no two overlap.
pub(crate) fn find(text: &Text<'_>, tables: &Tables) -> Vec<DateFound> {
    let mut scan = Scan { text, tokens: &text.tokens, tables, first: 0, last: 0, caseless: false, headline: false, out: Vec::new() };
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
type Read<T> = Option<(usize, T)>;

struct Scan<'a> {
    text: &'a Text<'a>,
    tokens: &'a [Token],
    tables: &'a Tables,
    first: usize, // of the sentence
    last: usize,
    caseless: bool,
    headline: bool,
    out: Vec<DateFound>,
}

impl Scan<'_> {
    fn sentence(&mut self) {
        let mut i = self.first;
        while i < self.last {
            let token = &self.tokens[i];
            let starts = token.has(class::DATE)
                || token.shape == Shape::Number
                || !token.word.is_known() && token.shape != Shape::Mark
                || token.is(words::APOSTROPHE);
            i = if starts { self.at(i).map_or(i + 1, |end| end.max(i + 1)) } else { i + 1 };
        }
    }

    // ---- tokens

    fn token(&self, i: usize) -> Option<&Token> {
        (i < self.last).then(|| &self.tokens[i])
    }

    fn before(&self, i: usize) -> Option<&Token> {
        (i > self.first).then(|| &self.tokens[i - 1])
    }

    fn is(&self, i: usize, word: WordId) -> bool {
        self.token(i).is_some_and(|t| t.word == word)
    }

    fn sense(&self, i: usize) -> Option<DateWord> {
        self.token(i).and_then(|t| self.tables.date_word(t.word))
    }

    fn sense_before(&self, i: usize) -> Option<DateWord> {
        self.before(i).and_then(|t| self.tables.date_word(t.word))
    }

    fn source(&self, i: usize) -> &str {
        self.token(i).map_or("", |t| &self.text.source[t.start as usize..t.end as usize])
    }

    fn is_cue(&self, i: usize, cue: DateCue) -> bool {
        self.sense(i) == Some(DateWord::Cue(cue))
    }

    fn skip(&self, i: usize, word: WordId) -> usize {
        i + usize::from(self.is(i, word))
    }

    /// Next to the token before it, without a space.
    fn joined(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.gap == Gap::Nothing) && i > self.first
    }

    fn is_dash(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.is_any(&[words::DASH, words::EN_DASH, words::EM_DASH, words::TWO_DASHES]))
    }

    /// A whole number of so many digits, without separators.
    fn digits(&self, i: usize, least: usize, most: usize) -> Option<i32> {
        let token = self.token(i).filter(|t| t.shape == Shape::Number)?;
        let length = (token.end - token.start) as usize;
        let source = self.source(i);
        ((least..=most).contains(&length) && source.bytes().all(|b| b.is_ascii_digit())).then(|| source.parse().ok()).flatten()
    }

    fn year_digits(&self, i: usize) -> Option<i32> {
        let goes_on = self.joined(i + 1) && self.token(i + 1).is_some_and(|t| t.is_word() && !t.is_possessive());
        self.digits(i, 4, 4).filter(|y| (1500..2200).contains(y) && !goes_on)
    }

    /// "2014" or "'04".
    fn year(&self, i: usize) -> Read<i32> {
        if let Some(year) = self.year_digits(i) {
            return Some((i + 1, year));
        }
        let short = self.is(i, words::APOSTROPHE) && self.joined(i + 1) && !self.joined(i + 2);
        short.then(|| self.digits(i + 1, 2, 2)).flatten().map(|y| (i + 2, century(y)))
    }

    /// ", 2014", "of 2014", "of last year", "next year" after a month, season or quarter.
    fn year_ref(&self, i: usize) -> Read<YearRef> {
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
    fn day(&self, i: usize) -> Read<u8> {
        if let Some(DateWord::Ordinal(day)) = self.sense(i) {
            return Some((i + 1, day));
        }
        let day = self.digits(i, 1, 2).filter(|d| (1..=31).contains(d))? as u8;
        let mut end = i + 1;
        if self.is_suffix(end) {
            end += 1;
        } else if self.joined(end) && self.token(end).is_some_and(|t| t.is_any(&[words::COLON, words::PERCENT]) || t.is_word() && !t.is_possessive()) {
            return None;
        }
        Some((end, day))
    }

    /// The "st" of "21st".
    fn is_suffix(&self, i: usize) -> bool {
        self.joined(i) && matches!(self.source(i).to_ascii_lowercase().as_str(), "st" | "nd" | "rd" | "th")
    }

    /// Whether a plural noun stands here: "people", "votes".
    fn counts(&self, i: usize) -> bool {
        let Some(token) = self.token(i).filter(|t| t.shape == Shape::Lower && t.gap == Gap::Space) else { return false };
        let word = self.source(i);
        word == "people" || word == "percent" || word == "million" || word == "billion"
            || word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !token.has(class::BE.or(class::HAVE).or(class::PREPOSITION).or(class::SUBORDINATOR).or(class::MODAL))
    }

    // ---- one expression

    /// Reads the expression at a token; the index to go on at.
    fn at(&mut self, i: usize) -> Option<usize> {
        if self.tokens[i].has(class::DATE) {
            if let Some((length, phrase)) = self.phrase(i) {
                return self.named(i, length, phrase);
            }
        }
        match self.sense(i) {
            Some(DateWord::Unit(unit)) => self.unit(i, unit),
            Some(DateWord::Part(part)) => self.part(i, part),
            Some(_) => {
                let (end, when) = self.core(i)?;
                self.push(self.with_article(i, &when)..end, when)
            }
            None => self.other(i),
        }
    }

    fn phrase(&self, i: usize) -> Option<(usize, DatePhrase)> {
        let rest = &self.tokens[i..self.last];
        self.tables.date_phrases.longest(rest.iter().map(|t| t.word)).map(|(length, phrase)| (length, *phrase))
    }

    fn named(&mut self, i: usize, length: usize, phrase: DatePhrase) -> Option<usize> {
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
                When::Nth { nth, weekday, of: MonthRef::Named(month, year) }
            }
        };
        let start = if pointer.is_some() { i - 1 } else { i };
        self.push(start..end, when)
    }

    /// "the" belongs to "the third of June", "the 1990s", "the 27th", not to "the May 21 vote".
    fn with_article(&self, i: usize, when: &When) -> usize {
        let takes = matches!(self.sense(i), Some(DateWord::Ordinal(_) | DateWord::Pointer(_)))
            || matches!(when, When::Day { .. } | When::Nth { .. });
        i - usize::from(takes && self.before(i).is_some_and(|t| t.is(words::THE)))
    }

    /// What may stand alone or inside "the end of …": everything that starts with its own head.
    fn core(&self, i: usize) -> Read<When> {
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
                    Some(DateWord::Lead(Lead::Since | Lead::After | Lead::Before)) => season != crate::lexicon::Season::Fall,
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
    fn is_name_after(&self, i: usize) -> bool {
        self.tokens[i].is_capital() && self.token(i + 1).is_some_and(Token::is_capital)
    }

    /// Not inside a name: "Silver Spring".
    fn is_plain(&self, i: usize) -> bool {
        !(self.tokens[i].is_capital() && self.before(i).is_some_and(|t| t.is_capital() && !t.has(class::DATE.or(class::PREPOSITION))))
    }

    // ---- months and days

    /// Whether a word that names a month does so here: "May", "March", "August" and "June" are other things too.
    fn is_month(&self, i: usize, month: u8, short: bool) -> bool {
        let token = &self.tokens[i];
        let stop = usize::from(self.joined(i + 1) && self.is(i + 1, words::STOP));
        let numbered = self.day(i + 1 + stop).is_some_and(|(end, _)| self.digits(i + 1 + stop, 1, 2).is_some() && !self.counts(end))
            || self.year(i + 1 + stop).is_some()
            || self.is(i + 1, words::COMMA) && self.year(i + 2).is_some_and(|(end, _)| !self.counts(end));
        let day_before = self.day_before(i).is_some();
        if short {
            return numbered || day_before || self.source(i).ends_with('.') && token.is_capital() && self.is_placed(i);
        }
        if numbered || day_before {
            return token.is_capital() || self.caseless || !matches!(month, 3 | 5 | 8) || numbered;
        }
        match month {
            5 => (token.is_capital() || self.caseless) && self.is_placed(i) && !self.may_is_a_name(i) && !self.starts_clause(i),
            3 | 8 => {
                let verb = self.is(i + 1, words::ON) || self.is(i + 1, words::FOR);
                (token.is_capital() || self.caseless)
                    && (self.is_placed(i) || month == 8 && !self.is_name_after(i) || self.is(i + 1, words::OF) && self.year_ref(i + 1).is_some())
                    && !verb
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
    fn is_placed(&self, i: usize) -> bool {
        match self.sense_before(i) {
            Some(DateWord::Lead(lead)) => lead != Lead::For || self.tables.class(self.tokens[i].word).has(class::MONTH),
            Some(DateWord::Part(_) | DateWord::Month(..) | DateWord::Cue(DateCue::Roughly)) => true,
            Some(DateWord::Pointer(pointer)) => pointer != Pointer::Same,
            _ => {
                let of = self.before(i).is_some_and(|t| t.is(words::OF));
                let joins = self.before(i).is_some_and(|t| t.is_any(&[words::AND, words::OR, words::TO, words::BETWEEN, words::COMMA, words::DASH, words::EN_DASH]));
                of && i >= self.first + 2
                    && matches!(self.sense(i - 2), Some(DateWord::Part(_) | DateWord::Ordinal(_) | DateWord::Unit(_) | DateWord::Pointer(_)))
                    || joins && i >= self.first + 2 && (matches!(self.sense(i - 2), Some(DateWord::Month(..))) || self.before(i).is_some_and(|t| t.is(words::BETWEEN)))
                    || of && self.before(i - 1).is_some_and(|t| t.is(words::AS))
            }
        }
    }

    /// "… by May" where the text names a person May.
    fn may_is_a_name(&self, i: usize) -> bool {
        matches!(self.sense_before(i), Some(DateWord::Lead(Lead::By | Lead::From | Lead::For | Lead::On | Lead::After | Lead::Before)))
            && self.tokens.windows(2).take(4000).any(|pair| {
                pair[1].word == self.tokens[i].word && pair[1].is_capital() && pair[0].has(class::GIVEN.or(class::HONORIFIC)) && pair[0].is_capital()
            })
    }

    /// "On March 3 … In may …": a modal has a verb behind it and a subject, no preposition, before it.
    fn starts_clause(&self, i: usize) -> bool {
        !self.tokens[i].is_capital() && self.token(i + 1).is_some_and(|t| t.has(class::VERB.or(class::NEGATION).or(class::BE).or(class::HAVE)) && t.shape == Shape::Lower)
    }

    /// Where the day before a month starts: "21 May", "21st of May", "the third of June".
    fn day_before(&self, i: usize) -> Option<(usize, u8)> {
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

    fn month(&self, i: usize, month: u8, short: bool, pointer: Option<Pointer>) -> Read<When> {
        if !self.is_month(i, month, short) {
            return None;
        }
        let mut end = i + 1;
        if short && self.joined(end) && self.is(end, words::STOP) && !self.source(i).ends_with('.') {
            end += 1;
        }
        let the = self.skip(end, words::THE);
        let day = self.day(the).filter(|&(e, day)| {
            // "in May 20 people": rarely written; "May third quarter" never.
            let ordinal = matches!(self.sense(the), Some(DateWord::Ordinal(_)));
            let unit = ordinal && matches!(self.sense(e), Some(DateWord::Unit(_)));
            let counted = !ordinal && self.source(e) == "percent" || self.is(e, words::PERCENT) && self.joined(e);
            !unit && !counted && day <= 31 && (the == end || ordinal || e == the + 2)
        });
        if let Some((e, day)) = day {
            if let Some((e, year)) = self.year_ref(e) {
                if dated_exists(month, day, year) {
                    return Some((e, dated(month, day, year, pointer)));
                }
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

    fn weekday(&self, i: usize, day: u8, short: bool, pointer: Option<Pointer>) -> Read<When> {
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
            _ => self.day_month(self.skip(k, words::THE)),
        };
        if let Some((end, when)) = date {
            let closed = self.is(k.saturating_sub(1), words::OPEN) && self.is(end, words::CLOSE);
            return Some((end + usize::from(closed), when));
        }
        if self.is(j, words::THE) {
            if let Some((end, day)) = self.day(j + 1) {
                return Some((end, When::Day { day, of: None }));
            }
        }
        if short || !self.is_plain_weekday(i) {
            return None;
        }
        // "Thursday next week", "Thursday of last week"
        let k = self.skip(j, words::OF);
        if let (Some(DateWord::Pointer(which)), Some(DateWord::Unit(TimeUnit::Week))) = (self.sense(k), self.sense(k + 1)) {
            if let Some(week) = shift(which) {
                return Some((k + 2, When::Weekday { day, pointer, week: Some(week) }));
            }
        }
        Some((j, When::Weekday { day, pointer, week: None }))
    }

    /// Not a set ("every Monday") and not part of a name ("Joe Friday").
    fn is_plain_weekday(&self, i: usize) -> bool {
        let Some(before) = self.before(i) else { return true };
        let set = before.is_any(&[words::EVERY, words::EACH, words::A, words::AN]);
        let name = before.has(class::GIVEN) && before.shape == Shape::Capital && !before.has(class::COMMON.or(class::VERB).or(class::DATE).or(class::SURNAME));
        !set && !name
    }

    /// "21 May 2025", "21st of May", "21-May-2025".
    fn day_month(&self, i: usize) -> Read<When> {
        let (mut j, day) = self.day(i)?;
        if self.token(j).is_some_and(|t| t.is_any(&[words::DASH, words::SLASH]) && t.gap == Gap::Nothing) {
            j += 1;
        }
        j = self.skip(j, words::OF);
        let Some(DateWord::Month(month, short)) = self.sense(j) else { return self.day_of_month_away(j, day) };
        if !short && !self.tokens[j].is_capital() && matches!(month, 3 | 5) && !self.caseless && !self.is(j - 1, words::OF) {
            return None;
        }
        let mut end = j + 1;
        if short && self.joined(end) && self.is(end, words::STOP) {
            end += 1;
        }
        if self.token(end).is_some_and(|t| t.is_any(&[words::DASH, words::SLASH]) && t.gap == Gap::Nothing) {
            if let Some(year) = self.digits(end + 1, 4, 4).or_else(|| self.digits(end + 1, 2, 2).map(century)) {
                return Some((end + 2, dated(month, day, YearRef::Is(year), None)));
            }
        }
        let (end, year) = self.year_ref(end).unwrap_or((end, YearRef::Unsaid));
        dated_exists(month, day, year).then(|| (end, dated(month, day, year, None)))
    }

    /// "20th of next month"
    fn day_of_month_away(&self, j: usize, day: u8) -> Read<When> {
        let of = self.is(j.checked_sub(1)?, words::OF);
        let k = self.skip(j, words::THE);
        match (self.sense(k), self.sense(k + 1)) {
            (Some(DateWord::Pointer(which)), Some(DateWord::Unit(TimeUnit::Month))) if of => {
                Some((k + 2, When::Day { day, of: Some(shift(which)?) }))
            }
            _ => None,
        }
    }

    // ---- words

    fn today(&self, i: usize, by: i8) -> Read<When> {
        let token = &self.tokens[i];
        // "USA Today"
        let name = token.is_capital() && !self.caseless && self.before(i).is_some_and(|t| t.is_capital() && !t.has(class::SAY));
        if name {
            return None;
        }
        // "the day before yesterday" is read from here back, in `unit`.
        Some((i + 1, When::Unit { unit: TimeUnit::Day, by: i16::from(by) }))
    }

    /// "last Thursday", "next month", "this spring", "the past two years", "the following day".
    fn pointer(&self, i: usize, pointer: Pointer) -> Read<When> {
        let mut pointer = pointer;
        let mut j = i + 1;
        // "this past Thursday", "this coming Friday"
        if let (Pointer::This, Some(DateWord::Pointer(inner))) = (pointer, self.sense(j)) {
            pointer = inner;
            j += 1;
        }
        let the = self.before(i).is_some_and(|t| t.is(words::THE));
        let fiscal = self.is_cue(j, DateCue::Fiscal);
        match self.sense(j + usize::from(fiscal))? {
            DateWord::Weekday(day, short) if !short && !self.is_that(i, pointer) => {
                if let Some(of) = (pointer == Pointer::Last).then(|| self.of_month(j + 1)).flatten() {
                    return Some((of.0, When::Nth { nth: -1, weekday: day, of: of.1 }));
                }
                self.weekday(j, day, short, Some(pointer))
            }
            DateWord::Month(month, short) if !short => self.month(j, month, short, Some(pointer)),
            DateWord::Season(season) if !self.is(j + 1, words::OF) && !self.is_that(i, pointer) => {
                Some((j + 1, When::Season { season, year: YearRef::Unsaid, pointer: Some(pointer) }))
            }
            DateWord::Unit(_) if fiscal => Some((j + 2, When::Unsettled)),
            DateWord::Unit(unit) => {
                let by = i16::from(shift(pointer).unwrap_or(0));
                // "the last week of June", "the last day of the year"
                if let Some((end, when)) = self.of_date(j + 1).filter(|_| the || pointer == Pointer::Last) {
                    return Some((end, when));
                }
                if matches!(pointer, Pointer::Following | Pointer::Same) || the && pointer == Pointer::Previous {
                    // "that year" is a time, "that day" too; which one the text says before.
                    return (pointer == Pointer::Following || self.source(i) != "that" || self.is_time_noun(j)).then_some((j + 1, When::Unsettled));
                }
                match unit {
                    TimeUnit::Day if the || pointer == Pointer::This => None,
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
            DateWord::Cue(DateCue::DayPart) => match (pointer, self.source(j)) {
                (Pointer::Last, "night") => Some((j + 1, When::Unit { unit: TimeUnit::Day, by: -1 })),
                (Pointer::This, _) => Some((j + 1, When::Unit { unit: TimeUnit::Day, by: 0 })),
                _ => None,
            },
            DateWord::Count(_) => self.stretch(j, pointer),
            _ => self.stretch(j, pointer),
        }
        .or_else(|| self.stretch(j, pointer))
    }

    fn is_that(&self, i: usize, pointer: Pointer) -> bool {
        pointer == Pointer::Same && self.source(i) == "that" && false || pointer == Pointer::Following && i + 1 >= self.last
    }

    /// "that year", "that day": not "that week-long" or "that quarter of".
    fn is_time_noun(&self, j: usize) -> bool {
        !self.is(j + 1, words::OF) && !(self.joined(j + 1) && self.is_dash(j + 1))
    }

    /// "last two years", "next 12 months", "coming five years".
    fn stretch(&self, j: usize, pointer: Pointer) -> Read<When> {
        let (end, count) = self.count(j)?;
        let Some(DateWord::Unit(unit)) = self.sense(end) else { return None };
        let when = match pointer {
            Pointer::Next | Pointer::Coming if count > 0 => When::Ahead { unit, by: count },
            _ => When::Unsettled,
        };
        Some((end + 1, when))
    }

    fn count(&self, j: usize) -> Read<i16> {
        if let Some(n) = self.digits(j, 1, 3) {
            return Some((j + 1, n as i16));
        }
        match self.sense(j) {
            Some(DateWord::Count(n)) => Some((j + 1, i16::from(n))),
            _ => None,
        }
    }

    /// "of June", "in 2025", "of the year", "of last month" after "the first week" or "the end".
    fn of_date(&self, j: usize) -> Read<When> {
        let of = self.token(j).is_some_and(|t| t.is_any(&[words::OF, words::IN]));
        of.then(|| self.inner(j + 1)).flatten()
    }

    /// What may follow "the end of": a core date, a year, "the year".
    fn inner(&self, j: usize) -> Read<When> {
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
        if self.is(j, words::THE) || self.is(j, words::ITS) || self.is(j, words::HIS) || self.is(j, words::HER) || self.is(j, words::THEIR) {
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
        self.core(j).or_else(|| self.day_month(j))
    }

    fn of_month(&self, j: usize) -> Read<MonthRef> {
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
    fn ordinal(&self, j: usize, i: usize, n: u8) -> Read<When> {
        match self.sense(j) {
            Some(DateWord::Unit(TimeUnit::Quarter)) => {
                let (end, year) = self.fiscal_or_year(j + 1);
                (n <= 4).then(|| (end, quarter_of(n, year)))
            }
            Some(DateWord::Unit(TimeUnit::Century | TimeUnit::Decade)) => None,
            Some(DateWord::Unit(_)) => self.of_date(j + 1).filter(|(_, when)| !matches!(when, When::Weekday { .. })),
            Some(DateWord::Count(0)) if self.source(j).eq_ignore_ascii_case("half") => self.of_date(j + 1),
            Some(DateWord::Weekday(weekday, false)) => {
                let (end, of) = self.of_month(j + 1)?;
                Some((end, When::Nth { nth: n as i8, weekday, of }))
            }
            Some(DateWord::Cue(DateCue::Fiscal)) => None,
            Some(DateWord::Month(..)) if self.is_suffix(j - 1) => self.day_month(i),
            _ if self.is(j, words::OF) => self.day_month(i),
            _ => None,
        }
    }

    /// The year of a quarter: "of 2026", "2026", "of fiscal 2026" (unsettled), "this year".
    fn fiscal_or_year(&self, j: usize) -> (usize, Option<YearRef>) {
        let k = self.skip(j, words::OF);
        let the = self.skip(k, words::THE);
        if self.is_cue(the, DateCue::Fiscal) {
            return self.core(the).map_or((j, None), |(end, _)| (end, None));
        }
        if let Some(DateWord::Pointer(_)) = self.sense(the) {
            if let Some((end, When::Unsettled)) = self.core(the) {
                return (end, None);
            }
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

    fn part(&mut self, i: usize, part: Part) -> Option<usize> {
        let mut j = i + 1;
        let of = self.token(j).is_some_and(|t| t.is_any(&[words::OF, words::IN]));
        if self.is_dash(j) && self.joined(j) && part != Part::Start {
            j += 1;
        }
        j += usize::from(of);
        let nominal = matches!(part, Part::Start | Part::End) || self.source(i).eq_ignore_ascii_case("middle");
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

    fn unit(&mut self, i: usize, unit: TimeUnit) -> Option<usize> {
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
        if let (Some(DateWord::Lead(lead @ (Lead::Before | Lead::After | Lead::From))), Some(anchor)) = (after, anchor) {
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
        // "year's end", "the week of May 5"
        if self.is(i + 1, words::S) && self.sense(i + 2) == Some(DateWord::Part(Part::End)) && unit != TimeUnit::Day {
            return self.push(i..i + 3, When::Unit { unit, by: 0 });
        }
        if unit == TimeUnit::Week && self.is(i + 1, words::OF) {
            let the = self.before(i).is_some_and(|t| t.is(words::THE));
            if let Some((end, when)) = self.core(i + 2).or_else(|| self.day_month(i + 2)).filter(|_| the) {
                return self.push(i - 1..end, when);
            }
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
        if unit != TimeUnit::Weekend && matches!(self.sense_before(start), Some(DateWord::Lead(Lead::In | Lead::Within))) {
            // "in two years", but not "in the two years", "at two weeks", "for the first time in three years"
            let preposition = self.before(start)?;
            let within = self.sense_before(start) == Some(DateWord::Lead(Lead::Within));
            if !within && (!preposition.is(words::IN) || self.is_time_in(start) || !self.ends_here(i + 1)) {
                return None;
            }
            return self.push(start..i + 1, if sure { When::Ahead { unit, by: count } } else { When::Unsettled });
        }
        None
    }

    /// "first time in three years", "once in two years"
    fn is_time_in(&self, start: usize) -> bool {
        start >= self.first + 2 && matches!(self.source(start - 2), "time" | "times" | "once" | "twice" | "first" | "most" | "least" | "third" | "second" | "fourth" | "fifth")
    }

    /// Whether nothing follows that a length of time would belong to: "in two years of talks", "in two years as chief".
    fn ends_here(&self, i: usize) -> bool {
        !self.token(i).is_some_and(|t| t.is_any(&[words::OF, words::AS, words::AT, words::APOSTROPHE, words::S]))
    }

    /// The number before a unit: "two", "10", "a", "a few", "a couple of", "two and a half"; where it starts.
    fn count_back(&self, i: usize) -> Option<(usize, i16)> {
        let mut j = i.checked_sub(1).filter(|&j| j >= self.first)?;
        if self.tokens[j].is(words::OF) && j > self.first {
            j -= 1; // "couple of"
        }
        if let Some(n) = self.digits(j, 1, 3) {
            return (self.tokens[i].gap > Gap::Nothing).then_some((j, n as i16));
        }
        let Some(DateWord::Count(n)) = self.sense(j) else { return None };
        let mut start = j;
        // "a few", "a couple of", "half a", "two and a half"
        while start > self.first && start + 4 > j && (self.tokens[start - 1].is(words::AND) || matches!(self.sense(start - 1), Some(DateWord::Count(_)))) {
            start -= 1;
        }
        if self.tokens[start].is(words::AND) {
            start += 1;
        }
        Some((start, if start == j { i16::from(n) } else { 0 }))
    }

    // ---- numbers and hyphenated words

    fn other(&mut self, i: usize) -> Option<usize> {
        let token = &self.tokens[i];
        if token.shape == Shape::Number {
            return self.number(i);
        }
        if token.is(words::APOSTROPHE) {
            let (end, year) = self.year(i)?;
            let placed = matches!(self.sense_before(i), Some(DateWord::Lead(Lead::In | Lead::Since | Lead::Until | Lead::By | Lead::Before | Lead::After)));
            return placed.then(|| year_date(year)).flatten().and_then(|when| self.push(i..end, when));
        }
        let bytes = self.source(i).len();
        if (5..=24).contains(&bytes) {
            return self.hyphenated(i);
        }
        self.fiscal_word(i)
    }

    /// "FY2026", "FY26".
    fn fiscal_word(&mut self, i: usize) -> Option<usize> {
        let source = self.source(i).as_bytes();
        let fiscal = matches!(source, [b'F', b'Y', digits @ ..] if (digits.len() == 2 || digits.len() == 4) && digits.iter().all(u8::is_ascii_digit));
        fiscal.then(|| self.push(i..i + 1, When::Unsettled)).flatten()
    }

    /// "mid-June", "late-2025", "third-quarter", "January-March".
    fn hyphenated(&mut self, i: usize) -> Option<usize> {
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
            (DateWord::Part(_), _) if year.is_some() => year.and_then(year_date).and_then(|when| self.push(i..i + 1, when)),
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
            (DateWord::Unit(unit @ (TimeUnit::Year | TimeUnit::Month | TimeUnit::Week)), Some(DateWord::Part(Part::End))) => {
                self.push(i..i + 1, When::Unit { unit, by: 0 })
            }
            _ => None,
        }
    }

    fn number(&mut self, i: usize) -> Option<usize> {
        if let Some((end, when)) = self.numeric(i) {
            return self.push(i..end, when);
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

    /// "on the 27th", when no noun follows.
    fn bare_day(&mut self, i: usize, day: u8) -> Option<usize> {
        let the = self.before(i).is_some_and(|t| t.is(words::THE));
        let lead = the && matches!(self.sense_before(i - 1), Some(DateWord::Lead(Lead::On | Lead::By | Lead::Until | Lead::Since | Lead::From)));
        let free = self.token(i + 2).is_none_or(|t| t.shape == Shape::Mark && !t.is(words::DASH) || t.has(class::PREPOSITION.or(class::CONJUNCTION).or(class::BE).or(class::MODAL)));
        (lead && free).then(|| self.push(i - 1..i + 2, When::Day { day, of: None })).flatten()
    }

    /// "1990s", "'90s".
    fn is_decade(&self, i: usize) -> bool {
        self.digits(i, 4, 4).is_some_and(|y| y % 10 == 0 && (1500..2200).contains(&y))
            && self.joined(i + 1)
            && self.token(i + 1).is_some_and(|t| t.end - t.start == 1)
            && self.source(i + 1) == "s"
    }

    /// "5/21/2025", "2025-05-21", "21.5.2025", "11/2016"; "7/16" after a preposition.
    fn numeric(&self, i: usize) -> Read<When> {
        let dotted = self.source(i);
        if dotted.len() >= 8 && dotted.bytes().filter(|b| *b == b'.').count() == 2 && !dotted.contains(',') {
            let mut parts = dotted.split('.').map(|p| (p.len(), p.parse::<i32>().unwrap_or(-1)));
            let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
            return three(a, b, c).map(|date| (i + 1, When::Date(date)));
        }
        if i > self.first && self.joined(i) && self.tokens[i - 1].is_any(&[words::SLASH, words::DASH, words::STOP]) {
            return None; // the middle of something longer
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
        if self.joined(i + 3) && self.token(i + 3).is_some_and(|t| t.is_any(&[words::SLASH, words::DASH]) || t.is_word()) {
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
            let placed = matches!(self.sense_before(i), Some(DateWord::Lead(Lead::On | Lead::By | Lead::Since | Lead::Until | Lead::From)))
                || self.before(i).is_some_and(|t| t.is(words::COLON)) && b.0 == 2;
            let (m, d) = month(a).map_or_else(|| month(b).map(|m| (m, a.1)), |m| Some((m, b.1)))?;
            let day = u8::try_from(d).ok()?;
            return (placed && dated_exists(m, day, YearRef::Unsaid)).then(|| (i + 3, dated(m, day, YearRef::Unsaid, None)));
        }
        // "2025-05" is a month; "2011-12" is two years, read in `years`.
        let range = (a.1 + 1) % 100 == b.1;
        (a.0 == 4 && b.0 == 2 && !range).then(|| month(b).and_then(|m| PartialDate::from_month(a.1, m))).flatten().map(|d| (i + 3, When::Date(d)))
    }

    /// "2030", "1996-2001", "2024-25", "2016 November".
    fn years(&mut self, i: usize, year: i32) -> Option<usize> {
        let first = year_date(year)?;
        if self.is_dash(i + 1) && !self.tokens[i + 1].is(words::TWO_DASHES) {
            let j = i + 2;
            let second = self.year_digits(j).filter(|&y| y >= year).or_else(|| {
                let short = self.digits(j, 2, 2).filter(|s| *s > year % 100 || *s == 0)?;
                (self.joined(i + 1) && self.joined(j)).then(|| year - year % 100 + short + if short == 0 { 100 } else { 0 })
            });
            if let Some(second) = second.filter(|_| !self.counts(j + 1)) {
                self.push_as(i..i + 1, first, Lead::From);
                return self.push_as(j..j + 1, year_date(second)?, Lead::Until);
            }
        }
        self.is_year(i).then(|| self.push(i..i + 1, first)).flatten()
    }

    /// Whether a number of four digits is a year here.
    fn is_year(&self, i: usize) -> bool {
        let year = self.year_digits(i).unwrap_or(0);
        if self.joined(i) && self.before(i).is_some_and(|t| t.is_any(&[words::DASH, words::SLASH, words::DOLLAR, words::HASH, words::STOP, words::COLON]) || t.is_word()) {
            return false;
        }
        let next = self.token(i + 1);
        if next.is_some_and(|t| t.is(words::PERCENT) || t.gap == Gap::Nothing && t.is_any(&[words::DASH, words::SLASH, words::COLON])) {
            return false;
        }
        let before = self.before(i);
        match self.sense_before(i) {
            Some(DateWord::Lead(Lead::Since | Lead::In | Lead::Until)) if before.is_some_and(|t| t.is_any(&[words::IN, words::SINCE, words::DURING]) || self.sense_before(i) == Some(DateWord::Lead(Lead::Until))) => {
                return !self.source(i + 1).eq_ignore_ascii_case("percent");
            }
            Some(DateWord::Lead(Lead::In)) => return false, // "at 2000"
            Some(DateWord::Lead(_) | DateWord::Cue(DateCue::Roughly | DateCue::To)) => return (1800..2150).contains(&year) && !self.counts(i + 1) && !before.is_some_and(|t| t.is(words::THAN)),
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
        let named = before.shape == Shape::Number || before.has(class::CURRENCY.or(class::ABBREVIATION)) || before.is_capital() && !self.caseless;
        let joins = before.is_any(&[words::AND, words::OR, words::BETWEEN, words::COMMA, words::OPEN, words::OF, words::CLOSE]);
        let plural = self.counts(i + 1);
        !named && !plural && (joins || before.shape == Shape::Lower && before.has(class::COMMON.or(class::VERB)))
    }

    // ---- leads and ranges

    fn push(&mut self, tokens: Range<usize>, when: When) -> Option<usize> {
        let lead = self.lead(tokens.start);
        self.push_as(tokens, when, lead)
    }

    fn push_as(&mut self, tokens: Range<usize>, when: When, lead: Lead) -> Option<usize> {
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
    fn joins_range(&self, start: usize) -> bool {
        let Some(known) = self.out.last().filter(|d| d.tokens.start >= self.first) else { return false };
        let between = known.tokens.end..start;
        match between.len() {
            1 => {
                let and = self.tokens[between.start].is(words::AND) && known.lead == Lead::From && self.before(known.tokens.start).is_some_and(|t| t.is(words::BETWEEN));
                and || self.is_dash(between.start) || self.is_cue(between.start, DateCue::To)
                    || self.sense(between.start) == Some(DateWord::Lead(Lead::Until))
            }
            _ => false,
        }
    }

    /// The first date of a range takes the year of the second.
    fn start_range(&mut self, second: &When) {
        let Some(known) = self.out.last_mut() else { return };
        known.lead = Lead::From;
        let year = match *second {
            When::Date(date) => YearRef::Is(date.year()),
            When::Month { year, .. } => year,
            _ => return,
        };
        if let When::Month { month, day, year: YearRef::Unsaid, pointer } = known.when {
            let later = matches!(*second, When::Date(date) if date.month().is_some_and(|m| m < month));
            let year = match year {
                YearRef::Is(year) => YearRef::Is(year - i32::from(later)),
                other => other,
            };
            known.when = dated(month, day, year, pointer);
        }
    }

    /// "May 3-5, 2025", "May 3 to 5": the second day of a range in one month.
    fn second_day(&mut self, end: usize, when: When) -> Option<usize> {
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
        let (stop, year) = match year {
            YearRef::Unsaid => self.year_ref(stop).unwrap_or((stop, year)),
            _ => (stop, year),
        };
        if !dated_exists(month, day, year) || self.source(stop) == "percent" || matches!(self.sense(stop), Some(DateWord::Month(..))) {
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
    fn lead(&self, start: usize) -> Lead {
        let mut j = start;
        if self.before(j).is_some_and(|t| t.is(words::THE)) {
            j -= 1;
        }
        if self.sense_before(j) == Some(DateWord::Cue(DateCue::Roughly)) && !self.before(j).is_some_and(|t| t.is(words::THAN)) {
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
            Some(DateWord::Lead(lead)) if self.source(j - 1).eq_ignore_ascii_case("effective") => return lead_effective(lead),
            Some(DateWord::Lead(lead)) => lead,
            Some(DateWord::Part(Part::Start)) => return Lead::From, // "beginning Monday"
            _ => return Lead::Bare,
        };
        // "effective on", "starting in"
        match (lead, self.sense_before(j - 1)) {
            (Lead::On | Lead::In | Lead::From, Some(DateWord::Lead(outer @ (Lead::Effective | Lead::From)))) => outer,
            (Lead::On | Lead::In | Lead::From, Some(DateWord::Part(Part::Start))) if self.before(j - 1).is_some_and(|t| t.has(class::VERB)) => Lead::From,
            _ => lead,
        }
    }
}

fn lead_effective(_: Lead) -> Lead {
    Lead::Effective
}

/// The century that two digits are of: '71 is 1971, '04 is 2004.
fn century(year: i32) -> i32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

/// How many units away a pointer points.
fn shift(pointer: Pointer) -> Option<i8> {
    Some(match pointer {
        Pointer::Last | Pointer::Past | Pointer::Previous => -1,
        Pointer::This => 0,
        Pointer::Next | Pointer::Coming => 1,
        Pointer::Following | Pointer::Same => return None,
    })
}

fn year_date(year: i32) -> Option<When> {
    PartialDate::from_year(year).map(When::Date)
}

/// Whether there is such a day in the year, or in some year.
fn dated_exists(month: u8, day: u8, year: YearRef) -> bool {
    let year = if let YearRef::Is(year) = year { year } else { 2000 };
    PartialDate::from_day(year, month, day).is_some()
}

/// A month or day with what is said of its year.
fn dated(month: u8, day: u8, year: YearRef, pointer: Option<Pointer>) -> When {
    let known = match year {
        YearRef::Is(year) if day == 0 => PartialDate::from_month(year, month),
        YearRef::Is(year) => PartialDate::from_day(year, month, day),
        _ => None,
    };
    known.map_or(When::Month { month, day, year, pointer }, When::Date)
}

fn has_day(when: &When) -> bool {
    match when {
        When::Date(date) => date.day().is_some(),
        When::Month { day, .. } => *day > 0,
        _ => false,
    }
}

fn quarter_of(quarter: u8, year: Option<YearRef>) -> When {
    year.map_or(When::Unsettled, |year| When::Quarter { quarter, year })
}

/// A date of three numbers, each with how many digits it has: year first, or month and day as America writes them
/// unless that is no date, or the day has to come first.
fn three(a: (usize, i32), b: (usize, i32), c: (usize, i32)) -> Option<PartialDate> {
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
