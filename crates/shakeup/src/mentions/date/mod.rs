//! Date expressions: where they stand, what they say, and which date that is.
//!
//! `find` reads the text alone; `resolve` puts a publication date to what was found. Weeks, quarters and seasons give as
//! much of a date as is sure: "last week" the month when the whole week lies in one, "the third quarter of 2026" the year.

mod months;
mod numbers;
mod relative;
mod resolve;
mod scan;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::PartialDate;
use crate::lexicon::{DateCue, DateWord, Form, Lead, Pointer, Season, Tables, TimeUnit, class, words};
use crate::record::DateMention;
use crate::span::Offsets;
use crate::text::{Gap, Shape, Text, Token};

pub(crate) use resolve::resolve;
pub(crate) use scan::find;

/// A date expression of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateFound {
    /// Without the preposition before it.
    pub(crate) tokens: Range<usize>,
    pub(crate) when: When,
    /// What the words before it say of it.
    pub(crate) lead: Lead,
}

/// What a date expression says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// "May 21, 2025", "June 2014", "2030".
    Date(PartialDate),
    /// "May 21", "next January", "June of last year"; `day` 0 is the whole month.
    Month { month: u8, day: u8, year: YearRef, pointer: Option<Pointer> },
    /// "Thursday", "last Thursday", "Thursday next week".
    Weekday { day: u8, pointer: Option<Pointer>, week: Option<i8> },
    /// A calendar unit so many away: "last month" −1, "this year" 0, "tomorrow" 1.
    Unit { unit: TimeUnit, by: i16 },
    /// A length of time away: "two weeks ago", "three months from now".
    Away { unit: TimeUnit, by: i16 },
    /// "in two years", "within 60 days", "over the next three years": ahead, unless a report of the past says it.
    Ahead { unit: TimeUnit, by: i16 },
    /// "the first Monday of October", "the last day of May"; −1 is the last.
    Nth { nth: i8, weekday: Option<u8>, of: MonthRef, pointer: Option<Pointer> },
    /// "the 20th of next month", "the 27th".
    Day { day: u8, of: Option<i8> },
    /// "summer 2025", "last fall".
    Season { season: Season, year: YearRef, pointer: Option<Pointer> },
    /// "the third quarter of 2026", "Q3".
    Quarter { quarter: u8, year: YearRef },
    /// "effective immediately".
    Immediately,
    /// A time that no date is sure of: "fiscal 2026", "the 1990s", "a year later", "several months ago".
    Unsettled,
}

/// The year of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum YearRef {
    Unsaid,
    Is(i32),
    /// Years away from the publication's.
    Away(i8),
}

/// A month by name or by its distance from the publication's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MonthRef {
    Named(u8, YearRef),
    Away(i8),
}

/// Where a date without a year lies, seen from the publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// On or before it: reports.
    Past,
    /// On or after it: plans.
    Future,
    /// The nearest; a bare weekday points back.
    Unknown,
}

/// Where the words around a date place it: after "will" or "plans to" ahead, after a verb in the past back, after one in
/// the present and after "effective" near.
///
/// The verb before the date in its sentence decides, or the first one behind it when there is none before.
pub(crate) fn direction(text: &Text<'_>, tables: &Tables, found: &DateFound) -> Direction {
    const REACH: usize = 80; // tokens, so that a text without full stops stays linear
    let at = found.tokens.start;
    let sentence = text.sentences.partition_point(|s| s.last <= at);
    let Some(sentence) = text.sentences.get(sentence).filter(|_| found.lead != Lead::Effective) else {
        return Direction::Unknown;
    };
    let before = (sentence.first..at).rev().take(REACH).find_map(|i| verb_direction(text, tables, i));
    let behind = || (found.tokens.end..sentence.last).take(REACH).find_map(|i| verb_direction(text, tables, i));
    before.or_else(behind).unwrap_or(Direction::Unknown)
}

/// What the verb at a token says of a date; `None` when there is none, or when a verb before it has to say it.
fn verb_direction(text: &Text<'_>, tables: &Tables, i: usize) -> Option<Direction> {
    let token = &text.tokens[i];
    let before = i.checked_sub(1).map(|b| &text.tokens[b]);
    let next = text.tokens.get(i + 1);
    let form = |token: &Token, wanted: Form| {
        token.shape == Shape::Lower && tables.verb_form(token.word).is_some_and(|verb| verb.form.has(wanted))
    };
    if token.has(class::MODAL) && token.shape != Shape::Capital {
        // "would" and "could" of reported plans point ahead too, but not "would have".
        let perfect = next.is_some_and(|t| t.is(words::HAVE));
        return Some(if perfect { Direction::Past } else { Direction::Future });
    }
    if token.is(words::TO) && next.is_some_and(|t| form(t, Form::BASE)) {
        // "expected to", "set to", "is to"; in "named Lee to succeed Diaz" the verb before says when.
        let plan = before
            .is_some_and(|t| t.has(class::VERB.or(class::BE)) && !t.has(class::FRAME_VERB) && t.shape == Shape::Lower);
        return plan.then_some(Direction::Future);
    }
    // Not "Tuesday's firing".
    let owns = token.is_possessive() && !before.is_some_and(|t| t.has(class::HE.or(class::SHE)) || t.is(words::IT));
    if token.has(class::BE) && form(next?, Form::GERUND) && !owns && !token.is_any(&[words::WAS, words::BEEN]) {
        return Some(Direction::Future); // "is signing it Thursday"
    }
    // A participle after "be" or "have" leaves the answer to what stands before it: "will be named".
    let inside = before.is_some_and(|t| t.has(class::BE.or(class::HAVE).or(class::MODAL)) || t.is(words::TO));
    if token.is_any(&[words::WAS, words::HAD, words::HAS, words::HAVE, words::BEEN]) || form(token, Form::PAST) {
        return (!inside || token.is_any(&[words::HAD, words::HAS, words::WAS])).then_some(Direction::Past);
    }
    let present = token.is(words::IS) || form(token, Form::PRESENT) && !form(token, Form::BASE);
    (present && !inside).then_some(Direction::Unknown)
}

/// The dates of a document for its users.
pub(crate) fn mentions(
    text: &Text<'_>,
    offsets: &Offsets,
    found: &[DateFound],
    published: Option<PartialDate>,
    direction: impl Fn(&DateFound) -> Direction,
) -> Vec<DateMention> {
    found
        .iter()
        .map(|date| {
            let words = text.words(date.tokens.clone());
            let start = text.tokens[date.tokens.start].start as usize;
            let span = offsets.span(start, start + words.len());
            DateMention { text: words.to_owned(), span, date: resolve(&date.when, published, direction(date)) }
        })
        .collect()
}

/// The publication date that the text itself gives near its top, and which of the dates found it is: a dateline, a line
/// that is a date, or a label ("Date of report: November 7, 2018"). Only a whole day counts.
pub(crate) fn dateline(text: &Text<'_>, found: &[DateFound], tables: &Tables) -> Option<(usize, PartialDate)> {
    const TOP: usize = 120; // tokens
    let days = || {
        let top = found.iter().take_while(|d| d.tokens.start < TOP).enumerate();
        top.filter_map(|(index, d)| match d.when {
            When::Date(date) if date.day().is_some() => Some((index, date)),
            _ => None,
        })
    };
    let dateline = days().find(|&(index, _)| is_dateline(text, &found[index], tables));
    dateline.or_else(|| days().find(|&(index, _)| is_labelled(text, &found[index], tables)))
}

/// First token of the line or sentence, whichever starts later.
fn line_start(text: &Text<'_>, at: usize) -> usize {
    (0..=at).rev().take(60).find(|&i| i == 0 || text.tokens[i].gap >= Gap::Line).unwrap_or(at)
}

fn is_dateline(text: &Text<'_>, date: &DateFound, tables: &Tables) -> bool {
    let line = line_start(text, date.tokens.start);
    let place = &text.tokens[line..date.tokens.start];
    let next = text.tokens.get(date.tokens.end..).unwrap_or_default();
    let ends = next.first().is_none_or(|t| t.gap >= Gap::Line);
    if place.is_empty() {
        return ends;
    }
    // "WASHINGTON, D.C., March 3, 2024 (Wire) –": capitals and marks before, a dash or slash soon after.
    let capitals = place.len() <= 12 && place.iter().all(|t| t.is_capital() || t.shape == Shape::Mark);
    let dash = [words::DASH, words::EN_DASH, words::EM_DASH, words::TWO_DASHES, words::SLASH];
    let marked = next.iter().take(12).take_while(|t| t.gap < Gap::Line).any(|t| t.is_any(&dash));
    let named = place
        .iter()
        .filter(|t| t.is_word())
        .all(|t| t.shape == Shape::Upper || tables.class(t.word).has(class::PLACE_START) || marked);
    capitals && named && (marked || ends)
}

fn is_labelled(text: &Text<'_>, date: &DateFound, tables: &Tables) -> bool {
    let line = line_start(text, date.tokens.start);
    let label = &text.tokens[line..date.tokens.start];
    let labels = label.first().is_some_and(|t| tables.date_word(t.word) == Some(DateWord::Cue(DateCue::Label)));
    // "Date of report: …", "Date: …"; not "Date night on …"
    let date = label.first().is_some_and(|t| t.is(words::DATE));
    let date_of = label.get(1).is_some_and(|t| t.is_any(&[words::OF, words::COLON, words::OPEN]));
    label.len() <= 16 && labels && (!date || date_of)
}
