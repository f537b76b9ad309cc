//! What a date expression says, put to a publication date.

use super::{Direction, MonthRef, When, YearRef};
use crate::PartialDate;
use crate::date::days_in_month;
use crate::lexicon::{Pointer, Season, TimeUnit};

/// The date of an expression, as far as it is sure. Relative ones need the publication date, and as much of it as they count in.
pub(crate) fn resolve(when: &When, published: Option<PartialDate>, direction: Direction) -> Option<PartialDate> {
    match *when {
        When::Date(date) => return Some(date),
        When::Season { year: YearRef::Is(year), .. } | When::Quarter { year: YearRef::Is(year), .. } => {
            return PartialDate::from_year(year);
        }
        When::Nth { nth, weekday, of: MonthRef::Named(month, YearRef::Is(year)), .. } => {
            return nth_weekday(year, month, nth, weekday);
        }
        _ => {}
    }
    let published = published?;
    match *when {
        When::Month { month, day, year, pointer } => month_or_day(month, day, year, pointer, published, direction),
        When::Weekday { day, pointer, week } => weekday(day, pointer, week, published, direction),
        When::Unit { unit: TimeUnit::Weekend, by: 0 } => {
            // Reports of the days before it speak of the weekend that is over.
            let over = direction == Direction::Past && published.weekday()? < 5;
            calendar_unit(TimeUnit::Weekend, -i32::from(over), published)
        }
        When::Unit { unit, by } => calendar_unit(unit, i32::from(by), published),
        When::Away { unit, by } => away(unit, i32::from(by), published),
        When::Ahead { unit, by } if direction != Direction::Past => away(unit, i32::from(by), published),
        When::Nth { nth, weekday, of: MonthRef::Away(by), .. } => {
            let month = add_months(published, i32::from(by))?;
            nth_weekday(month.year(), month.month()?, nth, weekday)
        }
        When::Nth { nth, weekday, of: MonthRef::Named(month, YearRef::Away(by)), .. } => {
            nth_weekday(published.year() + i32::from(by), month, nth, weekday)
        }
        When::Nth { nth, weekday, of: MonthRef::Named(month, _), pointer } => {
            let this_year = nth_weekday(published.year(), month, nth, weekday)?;
            let over = published.day().is_some() && this_year <= published;
            let by = match pointer {
                Some(Pointer::Last | Pointer::Past | Pointer::Previous) => Some(-i32::from(!over)),
                Some(Pointer::Next | Pointer::Coming) => Some(i32::from(over)),
                _ => None,
            };
            if let Some(by) = by {
                return nth_weekday(published.year() + by, month, nth, weekday);
            }
            choose(published, direction, |year| nth_weekday(year, month, nth, weekday))
        }
        When::Day { day, of: Some(by) } => {
            let month = add_months(published, i32::from(by))?;
            PartialDate::from_day(month.year(), month.month()?, day)
        }
        When::Day { day, of: None } => day_of_month(day, published, direction),
        When::Season { season, year, pointer } => season_year(season, year, pointer, published, direction),
        When::Quarter { year: YearRef::Away(by), .. } => PartialDate::from_year(published.year() + i32::from(by)),
        When::Immediately => Some(published),
        _ => None,
    }
}

fn add_days(date: PartialDate, days: i32) -> Option<PartialDate> {
    date.day()?;
    PartialDate::from_days_since_epoch(date.days_since_epoch().checked_add(days)?)
}

/// The month so many months away from the date's.
fn add_months(date: PartialDate, months: i32) -> Option<PartialDate> {
    let count = date.year() * 12 + i32::from(date.month()?) - 1 + months;
    PartialDate::from_month(count.div_euclid(12), (count.rem_euclid(12) + 1) as u8)
}

/// What two days have in common: the month, the year or nothing.
fn common(first: PartialDate, last: PartialDate) -> Option<PartialDate> {
    match (first.month(), last.month()) {
        _ if first.year() != last.year() => None,
        (Some(a), Some(b)) if a == b => PartialDate::from_month(first.year(), a),
        _ => PartialDate::from_year(first.year()),
    }
}

fn calendar_unit(unit: TimeUnit, by: i32, published: PartialDate) -> Option<PartialDate> {
    match unit {
        TimeUnit::Day => add_days(published, by),
        TimeUnit::Week => {
            // Weeks start on Sunday for some and on Monday for others: what holds for both is sure.
            let monday = add_days(published, by * 7 - i32::from(published.weekday()?))?;
            common(monday, add_days(monday, 6)?)
        }
        TimeUnit::Weekend => {
            let saturday = add_days(published, by * 7 + 5 - i32::from(published.weekday()?))?;
            common(saturday, add_days(saturday, 1)?)
        }
        TimeUnit::Month => add_months(published, by),
        TimeUnit::Quarter => {
            let month = i32::from(published.month()?) - 1;
            PartialDate::from_year(published.year() + (month / 3 + by).div_euclid(4))
        }
        TimeUnit::Year => PartialDate::from_year(published.year() + by),
        TimeUnit::Fortnight | TimeUnit::Decade | TimeUnit::Century => None,
    }
}

fn away(unit: TimeUnit, by: i32, published: PartialDate) -> Option<PartialDate> {
    match unit {
        TimeUnit::Day => add_days(published, by),
        TimeUnit::Week => add_days(published, by * 7),
        TimeUnit::Fortnight => add_days(published, by * 14),
        TimeUnit::Month | TimeUnit::Year => calendar_unit(unit, by, published),
        TimeUnit::Quarter => add_months(published, by * 3).and_then(|m| PartialDate::from_year(m.year())),
        TimeUnit::Weekend | TimeUnit::Decade | TimeUnit::Century => None,
    }
}

fn weekday(
    day: u8,
    pointer: Option<Pointer>,
    week: Option<i8>,
    published: PartialDate,
    direction: Direction,
) -> Option<PartialDate> {
    let today = i32::from(published.weekday()?);
    let ahead = (i32::from(day) - today).rem_euclid(7); // 0 is today
    let back = -(today - i32::from(day)).rem_euclid(7);
    if let Some(week) = week {
        return add_days(published, i32::from(day) - today + 7 * i32::from(week));
    }
    // "Last Thursday" and "next Thursday" are not those of the running week, which starts on Sunday.
    let (since_sunday, place) = ((today + 1) % 7, (i32::from(day) + 1) % 7);
    let days = match pointer {
        Some(Pointer::Last | Pointer::Previous) if back == 0 || place < since_sunday && place > 0 => back - 7,
        Some(Pointer::Last | Pointer::Previous) => back,
        Some(Pointer::Past) => {
            if back == 0 {
                -7
            } else {
                back
            }
        }
        Some(Pointer::Next) if place >= since_sunday => ahead + 7,
        Some(Pointer::Next) => ahead,
        Some(Pointer::Coming) => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        Some(Pointer::Following | Pointer::Same) => return None,
        Some(Pointer::This) => {
            if direction == Direction::Past {
                back
            } else {
                ahead
            }
        }
        None => {
            if direction == Direction::Future {
                ahead
            } else {
                back
            }
        }
    };
    add_days(published, days)
}

fn month_or_day(
    month: u8,
    day: u8,
    year: YearRef,
    pointer: Option<Pointer>,
    published: PartialDate,
    direction: Direction,
) -> Option<PartialDate> {
    let date = |year: i32| {
        if day == 0 { PartialDate::from_month(year, month) } else { PartialDate::from_day(year, month, day) }
    };
    match year {
        YearRef::Is(year) => return date(year),
        YearRef::Away(by) => return date(published.year() + i32::from(by)),
        YearRef::Unsaid => {}
    }
    let months = i32::from(month) - i32::from(published.month()?);
    match pointer {
        Some(Pointer::Last | Pointer::Past | Pointer::Previous) => date(published.year() - i32::from(months >= 0)),
        Some(Pointer::Next) => date(published.year() + i32::from(months <= 0)),
        Some(Pointer::Coming) => date(published.year() + i32::from(months < 0)),
        Some(Pointer::This) => date(published.year()),
        Some(Pointer::Following | Pointer::Same) => None,
        None => choose(published, direction, date),
    }
}

/// The year's day or month that lies on or before, on or after, or nearest to the publication.
fn choose(
    published: PartialDate,
    direction: Direction,
    date: impl Fn(i32) -> Option<PartialDate>,
) -> Option<PartialDate> {
    // Eight years hold a 29 February.
    let year = published.year();
    let place = |d: PartialDate| -> i32 {
        let months = d.year() * 12 + i32::from(d.month().unwrap_or(1));
        match (d.day(), published.day()) {
            (Some(_), Some(_)) => d.days_since_epoch(),
            _ => months,
        }
    };
    let now = match date(year).or_else(|| (1..=8).find_map(|n| date(year + n))) {
        Some(sample) if sample.day().is_some() && published.day().is_some() => published.days_since_epoch(),
        _ => year * 12 + i32::from(published.month()?),
    };
    let past = (0..=8).filter_map(|n| date(year - n)).find(|&d| place(d) <= now);
    let future = (0..=8).filter_map(|n| date(year + n)).find(|&d| place(d) >= now);
    let nearest = match (past, future) {
        (Some(p), Some(f)) => Some(if now - place(p) <= place(f) - now { p } else { f }),
        (p, f) => p.or(f),
    };
    let wanted = match direction {
        Direction::Past => past,
        Direction::Future => future,
        Direction::Unknown => nearest,
    };
    // A day without its year is less than a year away, or the text would name the year.
    let farthest = if direction == Direction::Future { 350 } else { 305 };
    wanted.filter(|d| d.day().is_none() || published.day().is_none() || (place(*d) - now).abs() <= farthest).or(nearest)
}

/// The n-th weekday of a month, or its n-th day; −1 is the last.
fn nth_weekday(year: i32, month: u8, nth: i8, weekday: Option<u8>) -> Option<PartialDate> {
    PartialDate::from_month(year, month)?;
    let last = days_in_month(year, month);
    let Some(weekday) = weekday else {
        let day = if nth > 0 { nth } else { last as i8 + 1 + nth };
        return PartialDate::from_day(year, month, u8::try_from(day).ok()?);
    };
    if nth > 0 {
        let first = PartialDate::from_day(year, month, 1)?;
        let shift = (i32::from(weekday) - i32::from(first.weekday()?)).rem_euclid(7);
        return PartialDate::from_day(year, month, u8::try_from(1 + shift + 7 * (i32::from(nth) - 1)).ok()?);
    }
    let last = PartialDate::from_day(year, month, last)?;
    let shift = (i32::from(last.weekday()?) - i32::from(weekday)).rem_euclid(7);
    add_days(last, -shift + 7 * (i32::from(nth) + 1))
}

fn day_of_month(day: u8, published: PartialDate, direction: Direction) -> Option<PartialDate> {
    let today = published.day()?;
    let in_month = |by: i32| {
        let month = add_months(published, by)?;
        PartialDate::from_day(month.year(), month.month()?, day)
    };
    match direction {
        Direction::Future => (0..3).filter(|by| *by > 0 || day >= today).find_map(in_month),
        _ => (0..3).filter(|by| *by > 0 || day <= today).find_map(|by| in_month(-by)),
    }
}

fn season_year(
    season: Season,
    year: YearRef,
    pointer: Option<Pointer>,
    published: PartialDate,
    direction: Direction,
) -> Option<PartialDate> {
    if let YearRef::Away(by) = year {
        return PartialDate::from_year(published.year() + i32::from(by));
    }
    let month = published.month()?;
    let (start, end) = match season {
        Season::Spring => (3, 5),
        Season::Summer => (6, 8),
        Season::Fall => (9, 11),
        Season::Winter => return None, // it has two years
    };
    let by = match (pointer, direction) {
        (Some(Pointer::This), _) => 0,
        (Some(Pointer::Last | Pointer::Past | Pointer::Previous), _) if month <= end => -1,
        (Some(Pointer::Last | Pointer::Past | Pointer::Previous), _) if month >= end + 3 => 0,
        (Some(Pointer::Next | Pointer::Coming), _) if month >= start => 1,
        (Some(Pointer::Coming), _) => 0,
        (None, Direction::Past) => -i32::from(month < start),
        (None, Direction::Future) => i32::from(month > end),
        _ => return None,
    };
    PartialDate::from_year(published.year() + by)
}
