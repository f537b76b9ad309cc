//! What a word does in a date expression.

use super::sense::kinds;

kinds! {
    /// A unit of the calendar.
    TimeUnit {
        Day = "day", Week = "week", Fortnight = "fortnight", Weekend = "weekend", Month = "month", Quarter = "quarter",
        Year = "year", Decade = "decade", Century = "century",
    }
}

kinds! {
    /// A season, as the northern hemisphere's news has it.
    Season { Spring = "spring", Summer = "summer", Fall = "fall", Winter = "winter", }
}

kinds! {
    /// What points from the publication date to a unit, weekday or month.
    Pointer {
        Last = "last", Past = "past", This = "this", Next = "next", Coming = "coming", Previous = "previous",
        Following = "following", Same = "same",
    }
}

kinds! {
    /// A part of a longer time: "early", "the end of".
    Part {
        Early = "early", Late = "late", Mid = "mid", Start = "start", End = "end", Later = "later", Earlier = "earlier",
    }
}

kinds! {
    /// What the words before a date say of it.
    Lead {
        By = "by", Before = "before", Until = "until", Since = "since", From = "from", After = "after", On = "on", In = "in",
        For = "for", Within = "within", Effective = "effective", Bare = "",
    }
}

kinds! {
    /// Words that date rules name one by one.
    DateCue {
        Ago = "ago", FromNow = "from_now", Now = "now", Fiscal = "fiscal", Immediately = "immediately",
        DayPart = "day_part", Roughly = "roughly", To = "to", Counted = "counted", Occasion = "occasion", Label = "label",
    }
}

/// The sense of a word in date expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateWord {
    /// 1 to 12, and whether it is short: "sept".
    Month(u8, bool),
    /// Monday = 0, and whether it is short: "thu".
    Weekday(u8, bool),
    Unit(TimeUnit),
    Season(Season),
    Ordinal(u8),
    /// 0: a number left open, "several".
    Count(u8),
    /// Days away from today.
    Day(i8),
    Pointer(Pointer),
    Part(Part),
    Lead(Lead),
    Cue(DateCue),
    Quarter(u8),
}

impl DateWord {
    /// Whether a date expression may start, or be recognised, at the word.
    pub(super) fn starts(self) -> bool {
        !matches!(
            self,
            DateWord::Count(_)
                | DateWord::Lead(_)
                | DateWord::Cue(
                    DateCue::Ago
                        | DateCue::Now
                        | DateCue::Roughly
                        | DateCue::To
                        | DateCue::Counted
                        | DateCue::Occasion
                        | DateCue::Label
                )
        )
    }

    pub(super) fn read(kind: &str, value: &str) -> Option<DateWord> {
        let number = |low: i8, high: i8| value.parse::<i8>().ok().filter(|n| (low..=high).contains(n));
        let small = |low: i8, high: i8| number(low, high).map(|n| n as u8);
        Some(match kind {
            "month" => DateWord::Month(small(1, 12)?, false),
            "month_short" => DateWord::Month(small(1, 12)?, true),
            "weekday" => DateWord::Weekday(small(0, 6)?, false),
            "weekday_short" => DateWord::Weekday(small(0, 6)?, true),
            "unit" => DateWord::Unit(TimeUnit::from_word(value)?),
            "season" => DateWord::Season(Season::from_word(value)?),
            "ordinal" => DateWord::Ordinal(small(1, 31)?),
            "count" => DateWord::Count(small(0, 99)?),
            "day" => DateWord::Day(number(-9, 9)?),
            "which" => DateWord::Pointer(Pointer::from_word(value)?),
            "part" => DateWord::Part(Part::from_word(value)?),
            "lead" => DateWord::Lead(Lead::from_word(value)?),
            "cue" => DateWord::Cue(DateCue::from_word(value)?),
            "quarter" => DateWord::Quarter(small(1, 4)?),
            _ => return None,
        })
    }
}

/// A phrase with a meaning of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DatePhrase {
    /// A name that holds a date word: "Super Tuesday".
    Not,
    /// A day of every year: month and day.
    Fixed(u8, u8),
    /// The n-th weekday of a month, -1 for the last: month, n, weekday.
    Nth(u8, i8, u8),
}

impl DatePhrase {
    pub(super) fn read(kind: &str, value: &str) -> Option<DatePhrase> {
        if kind == "not" {
            return value.is_empty().then_some(DatePhrase::Not);
        }
        let mut parts = value.split('-');
        let month = parts.next()?.parse().ok().filter(|m| (1..=12).contains(m))?;
        let middle = parts.next()?;
        match parts.next() {
            None => Some(DatePhrase::Fixed(month, middle.parse().ok().filter(|d| (1..=31).contains(d))?)),
            Some(weekday) => {
                let nth = if middle == "last" { -1 } else { middle.parse().ok().filter(|n| (1..=5).contains(n))? };
                Some(DatePhrase::Nth(month, nth, weekday.parse().ok().filter(|d| *d < 7)?))
            }
        }
    }
}
