//! Who held the highest offices when: what tells "President Carter" of the day from one of history.

use super::compile::Fault;
use super::tsv::{self, Line};
use super::vocabulary::WordId;
use super::{Tables, class};
use crate::PartialDate;

/// Presidents who left before are of history books, where the country is said.
const RECENT: &str = "1933-03-04";

/// One person's time in one office.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    /// The words of the title: "vice president".
    pub(crate) title: Box<[WordId]>,
    /// The country's name in the table of places.
    pub(crate) country: Box<str>,
    /// Any of these goes with the surname.
    pub(crate) given: Box<[WordId]>,
    /// The first day, and the last where there is one, as days since 1970.
    pub(crate) from: i32,
    pub(crate) until: Option<i32>,
}

impl Tables {
    /// The times in office of those who have this surname, the earliest first.
    pub(crate) fn terms(&self, surname: WordId) -> &[Term] {
        self.terms.get(&surname.0).map_or(&[], Vec::as_slice)
    }

    pub(super) fn term(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let words = self.intern_phrase(line.phrase);
        let surname = words[words.len() - 1];
        if line.removes {
            self.terms.remove(&surname.0);
            return Ok(());
        }
        let (title, country) = (line.column(1), line.column(2));
        if title.is_empty() || country.is_empty() {
            return Err((1, "a title and its country are needed".to_owned()));
        }
        let from = day(line.column(3)).ok_or_else(|| (3, "a day such as 1977-01-20 is needed".to_owned()))?;
        let until = match line.column(4) {
            "" => None,
            last => Some(day(last).ok_or_else(|| (4, format!("{last:?} is no day such as 1981-01-20")))?),
        };
        // Whom news still calls "President Carter" without the country, and "the Bush administration".
        let recent = until.is_none_or(|last| day(RECENT).is_some_and(|first| last > first));
        if title == "president" && country == "United States" && recent {
            let name = line.phrase.split(' ').chain(line.column(5).split(' '));
            name.filter(|word| !word.is_empty()).for_each(|word| {
                self.set_class(word, class::US_PRESIDENT, false);
            });
        }
        let term = Term {
            title: self.intern_phrase(title).into(),
            country: country.into(),
            given: self.intern_phrase(line.column(5)).into(),
            from,
            until,
        };
        let terms = self.terms.entry(surname.0).or_default();
        let at = terms.partition_point(|t| t.from <= from);
        terms.insert(at, term);
        Ok(())
    }
}

/// The day of "1977-01-20".
fn day(text: &str) -> Option<i32> {
    let (year, rest) = tsv::cut(text, b'-');
    let (month, day) = tsv::cut(rest, b'-');
    let date = PartialDate::from_day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    Some(date.days_since_epoch())
}
