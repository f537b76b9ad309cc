//! Partial dates: EDTF level 0, as far as the text says it.

use std::fmt;
use std::str::FromStr;

use once_cell::sync::Lazy;
use regex::Regex;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Error;

/// A year, a month of a year, or a day: `2025`, `2025-05`, `2025-05-29` (EDTF level 0).
///
/// ```
/// use shakeup::PartialDate;
/// let date: PartialDate = "2025-05-29".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (2025, Some(5), Some(29)));
/// assert_eq!(date.to_string(), "2025-05-29");
/// assert!("2025-02-30".parse::<PartialDate>().is_err());
/// # Ok::<(), shakeup::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    year: i32,
    month: u8, // 0: not said
    day: u8,   // 0: not said
}

impl PartialDate {
    /// The year alone; `None` outside 1..=9999.
    pub fn from_year(year: i32) -> Option<PartialDate> {
        (1..=9999).contains(&year).then_some(PartialDate { year, month: 0, day: 0 })
    }

    /// A month of a year; `None` when there is no such month.
    pub fn from_month(year: i32, month: u8) -> Option<PartialDate> {
        let date = PartialDate::from_year(year)?;
        (1..=12).contains(&month).then_some(PartialDate { month, ..date })
    }

    /// A day of the Gregorian calendar; `None` when there is no such day.
    pub fn from_day(year: i32, month: u8, day: u8) -> Option<PartialDate> {
        let date = PartialDate::from_month(year, month)?;
        (day >= 1 && day <= days_in_month(year, month)).then_some(PartialDate { day, ..date })
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, where it is known.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// Days since 1970-01-01 of a whole date; the first day of a month or year otherwise.
    pub fn days_since_epoch(self) -> i32 {
        days_from_civil(self.year, self.month.max(1), self.day.max(1))
    }

    /// The whole date that lies that many days after 1970-01-01; `None` outside the years 1..=9999.
    pub fn from_days_since_epoch(days: i32) -> Option<PartialDate> {
        let (year, month, day) = civil_from_days(days);
        PartialDate::from_day(year, month, day)
    }

    /// Day of the week of a whole date, Monday = 0; `None` for a month or a year.
    pub fn weekday(self) -> Option<u8> {
        self.day()?;
        Some((self.days_since_epoch() + 3).rem_euclid(7) as u8)
    }
}

/// Days of a month in the Gregorian calendar.
pub(crate) fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

// Howard Hinnant's civil calendar algorithms: exact for every year, no table.
fn days_from_civil(year: i32, month: u8, day: u8) -> i32 {
    let (month, day) = (i32::from(month), i32::from(day));
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let yoe = y.rem_euclid(400);
    let doy = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
}

fn civil_from_days(days: i32) -> (i32, u8, u8) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = (doy - (153 * mp + 2) / 5 + 1) as u8;
    let month = (if mp < 10 { mp + 3 } else { mp - 9 }) as u8;
    (yoe + era * 400 + i32::from(month <= 2), month, day)
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

/// "2025", "2025-05", "2025-05-29".
static EDTF: Lazy<Regex> =
    Lazy::new(|| Regex::new("^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$").expect("a test compiles it"));

impl FromStr for PartialDate {
    type Err = Error;

    fn from_str(text: &str) -> Result<PartialDate, Error> {
        let bad = || Error::date(text);
        let parts = EDTF.captures(text).ok_or_else(bad)?;
        let number = |i: usize| parts.get(i).and_then(|part| part.as_str().parse::<i32>().ok());
        match (number(1), number(2), number(3)) {
            (Some(year), Some(month), Some(day)) => PartialDate::from_day(year, month as u8, day as u8),
            (Some(year), Some(month), None) => PartialDate::from_month(year, month as u8),
            (Some(year), ..) => PartialDate::from_year(year),
            _ => None,
        }
        .ok_or_else(bad)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PartialDate, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_agree_both_ways() {
        for days in (-700_000..2_900_000).step_by(37) {
            if let Some(date) = PartialDate::from_days_since_epoch(days) {
                assert_eq!(date.days_since_epoch(), days);
                assert_eq!(date.to_string().parse::<PartialDate>(), Ok(date));
            }
        }
    }

    #[test]
    fn weekday_of_a_known_thursday() {
        assert_eq!("2025-05-29".parse::<PartialDate>().unwrap().weekday(), Some(3));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "25", "2025-5", "2025-05-32", "2025-02-29", "2025-05-29T00", "0000", "+2025", "2025-05-29-01"]
        {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }
}
