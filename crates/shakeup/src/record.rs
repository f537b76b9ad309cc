//! What users get: roles, reassignments and numeric targets, each with the words that it stands on.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{PartialDate, Span};

/// Declares an enumeration whose values have one spelling in Rust, Python, JSON, Arrow and on the command line.
macro_rules! spelled {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The value as rows, JSON and Python write it.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }

            /// The value of a spelling, where there is one.
            pub fn from_word(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

spelled! {
    /// Whether a person holds, held or is to hold a post, as of the document.
    Status {
        /// Holds it: "Gov. Ann Lee said".
        Current = "current",
        /// Held it, or leaves it as the news of the text: "the outgoing chief".
        Former = "former",
        /// Is to take it up, or takes it up as the news of the text: "the president-elect".
        Incoming = "incoming",
    }
}

spelled! {
    /// Whether a person goes into or out of a post.
    Direction {
        /// Appointed, elected, takes over.
        In = "in",
        /// Resigns, is dismissed, is replaced.
        Out = "out",
    }
}

spelled! {
    /// Why or how a person goes into or out of a post.
    Reason {
        /// Out: ends the career.
        Retired = "retired",
        /// Out: goes of his or her own will.
        Resigned = "resigned",
        /// Out: is made to go.
        Dismissed = "dismissed",
        /// Out or in: moves to another post of the same employer.
        Reassigned = "reassigned",
        /// Out: the term or contract ends, or an election is lost.
        TermEnded = "term_ended",
        /// Out: dies in office.
        Died = "died",
        /// Out: put on leave or suspended.
        Suspended = "suspended",
        /// In: named, hired, appointed.
        Appointed = "appointed",
        /// In: by a vote.
        Elected = "elected",
        /// In: raised from a lower post.
        Promoted = "promoted",
        /// In: for the time being.
        Acting = "acting",
        /// In: chosen while somebody else must confirm.
        Nominated = "nominated",
        /// In: back to a post held before.
        Returned = "returned",
        /// Another reason that the text gives.
        Other = "other",
    }
}

spelled! {
    /// Whether it really happens.
    Realis {
        /// Has happened, happens, or is announced as decided.
        Actual = "actual",
        /// Intended or expected, not settled.
        Planned = "planned",
        /// Rumoured, considered, conditional or demanded.
        Possible = "possible",
        /// Said not to be so.
        Denied = "denied",
    }
}

spelled! {
    /// How a figure relates to its value.
    Comparator {
        /// Just that value; both ends are set.
        Eq = "eq",
        /// At least; `low` only.
        Ge = "ge",
        /// At most; `high` only.
        Le = "le",
        /// More than; `low` only.
        Gt = "gt",
        /// Less than; `high` only.
        Lt = "lt",
        /// About; both ends are set to the value said.
        Approx = "approx",
        /// From `low` to `high`.
        Range = "range",
    }
}

spelled! {
    /// What a figure is.
    TargetKind {
        /// A goal, quota, pledge, plan or order.
        Target = "target",
        /// A cap, ceiling or maximum allowed.
        Limit = "limit",
        /// The earlier target or level that a target is set against.
        Baseline = "baseline",
        /// A measured figure of the very metric that the text has a target for.
        Actual = "actual",
    }
}

spelled! {
    /// Which way a target moves its metric.
    Change {
        /// Up.
        Increase = "increase",
        /// Down.
        Decrease = "decrease",
    }
}

/// A person, organisation, post or measure named in the text: the words found, where, and the fullest name for them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Mention {
    /// The words as found: "Genalo".
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The fullest name that the document gives: "Kenneth Genalo". For a post, a metric and a concept the same as `text`.
    pub name: String,
    /// Index into the extraction's `people` or `organizations`, where it is one of them.
    pub entity: Option<usize>,
}

/// Who holds, held or is to hold which post at which organisation.
///
/// > Ohio Governor Ann Lee said on Monday …
///
/// gives `person` "Ann Lee", `post` "Governor", `organization` "Ohio", `status` current.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Role {
    /// Stable: a hash of document id, kind, span and slots.
    pub id: String,
    /// The holder.
    pub person: Mention,
    /// The title without the organisation: "deputy chief of staff".
    pub post: Mention,
    /// The narrowest organisation, unit or jurisdiction that the title is of.
    pub organization: Option<Mention>,
    /// As of the document.
    pub status: Status,
    /// Held for the time being ("acting", "interim").
    pub acting: bool,
    /// When the holder took it up.
    pub since: Option<PartialDate>,
    /// When the holder left it.
    pub until: Option<PartialDate>,
    /// The evidence, inside one sentence.
    pub span: Span,
    /// The evidence's words.
    pub text: String,
    /// The sentence of the evidence.
    pub sentence: Span,
    /// The rule or frame that made the record.
    pub rule: Cow<'static, str>,
    /// How likely the core of the record is right, 0.01 to 0.99, by its `signals`.
    pub confidence: f64,
}

/// One person going into or out of one post.
///
/// > Omar Diaz will take over from Ann Lee as chief of Smithfield Transit on June 1.
///
/// gives two: Omar Diaz `in` and Ann Lee `out`, each with post "chief", organisation "Smithfield Transit", the other as
/// `counterpart`, and the date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reassignment {
    /// Stable: a hash of document id, kind, span and slots.
    pub id: String,
    /// Who goes.
    pub person: Mention,
    /// Into or out of the post.
    pub direction: Direction,
    /// The post, without the organisation.
    pub post: Option<Mention>,
    /// Where the post is.
    pub organization: Option<Mention>,
    /// Why or how, where the text says.
    pub reason: Option<Reason>,
    /// Predecessor or successor in the same post.
    pub counterpart: Option<Mention>,
    /// When it takes effect.
    pub date: Option<PartialDate>,
    /// The words of the date.
    pub date_text: Option<String>,
    /// Whether it really happens.
    pub realis: Realis,
    /// Taken up for the time being.
    pub acting: bool,
    /// `id` of the other half, when one person leaves one post for another.
    #[serde(rename = "move")]
    pub moved: Option<String>,
    /// Who says so.
    pub attribution: Option<String>,
    /// The evidence, inside one sentence.
    pub span: Span,
    /// The evidence's words.
    pub text: String,
    /// The sentence of the evidence.
    pub sentence: Span,
    /// The rule or frame that made the record.
    pub rule: Cow<'static, str>,
    /// How likely the core of the record is right, 0.01 to 0.99, by its `signals`.
    pub confidence: f64,
}

/// The number that somebody wants reached or not passed, or a figure that it is set against.
///
/// > The agency wants at least 40 new buses a year by 2028, up from 25.
///
/// gives a `target` of `low` 40, comparator `ge`, unit `count`, metric "new buses", period `year`, deadline 2028, and a
/// `baseline` of 25 whose `of` is the target's `id`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NumericTarget {
    /// Stable: a hash of document id, kind, span and slots.
    pub id: String,
    /// Lower end in base units; `None` for "at most" and "less than".
    pub low: Option<f64>,
    /// Upper end in base units; `None` for "at least" and "more than".
    pub high: Option<f64>,
    /// How the figure relates to its value.
    pub comparator: Comparator,
    /// `count`, `percent`, `times`, an ISO 4217 code, or the unit in words ("tonnes").
    pub unit: String,
    /// What is counted or measured.
    pub metric: Option<Mention>,
    /// Per what: `day`, `week`, `month`, `quarter`, `year`, …
    pub period: Option<String>,
    /// Target, limit, baseline or actual.
    pub kind: TargetKind,
    /// Who sets or demands it.
    pub setter: Option<Mention>,
    /// Who must reach it.
    pub addressee: Option<Mention>,
    /// By when.
    pub deadline: Option<PartialDate>,
    /// The words of the deadline.
    pub deadline_text: Option<String>,
    /// `id` of the target that a baseline or actual belongs to.
    pub of: Option<String>,
    /// Which way the metric is to move.
    pub change: Option<Change>,
    /// `actual` for a target in force or stated by its setter, `possible` for one only proposed, `denied` if dropped.
    pub realis: Realis,
    /// Who says so.
    pub attribution: Option<String>,
    /// The evidence, inside one sentence.
    pub span: Span,
    /// The evidence's words.
    pub text: String,
    /// The sentence of the evidence.
    pub sentence: Span,
    /// The rule or frame that made the record.
    pub rule: Cow<'static, str>,
    /// How likely the core of the record is right, 0.01 to 0.99, by its `signals`.
    pub confidence: f64,
}

/// A person or an organisation of the document, with every mention of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Entity {
    /// The fullest name that the document gives.
    pub name: String,
    /// Where it is named or referred to, in text order.
    pub mentions: Vec<Span>,
}

/// A date expression and what it resolves to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DateMention {
    /// The words: "last Thursday".
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The date, where the text or the publication date settles it.
    pub date: Option<PartialDate>,
}

spelled! {
    /// What a quantity measures.
    QuantityKind {
        /// Things: "3,000 arrests".
        Count = "count",
        /// Percent, percentage points, basis points.
        Percent = "percent",
        /// A factor or a part: "triple", "a third", "one in five".
        Times = "times",
        /// An amount of money.
        Money = "money",
        /// A length of time.
        Time = "time",
        /// How old somebody or something is.
        Age = "age",
        /// Miles, feet, kilometres.
        Length = "length",
        /// Acres, square metres.
        Area = "area",
        /// Barrels, litres.
        Volume = "volume",
        /// Tonnes, pounds.
        Mass = "mass",
        /// Miles per hour, knots.
        Speed = "speed",
        /// Degrees.
        Temperature = "temperature",
        /// Any other unit: watts, bytes, bushels.
        Other = "other",
    }
}

/// A number with its comparator, unit and rate, whether or not it belongs to a target.
///
/// ```
/// use shakeup::{Comparator, Extractor, QuantityKind};
///
/// let found = Extractor::new().extract("The port handled at least 2.5 million tonnes a year.");
/// let quantity = &found.quantities[0];
/// assert_eq!((quantity.kind, quantity.low, quantity.comparator), (QuantityKind::Mass, Some(2.5e6), Comparator::Ge));
/// assert_eq!((&*quantity.unit, quantity.ucum.as_deref()), ("tonnes", Some("t")));
/// assert_eq!(quantity.period.as_deref(), Some("year"));
/// let found = Extractor::new().extract("Net income fell to $20 million.");
/// assert_eq!(found.quantities[0].concept.as_ref().unwrap().text, "Net income");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The words: "at least 3,000 arrests per day".
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// What it measures.
    pub kind: QuantityKind,
    /// Lower end in base units.
    pub low: Option<f64>,
    /// Upper end in base units.
    pub high: Option<f64>,
    /// How the figure relates to its value.
    pub comparator: Comparator,
    /// `count`, `percent`, `times`, an ISO 4217 code, or the unit in words.
    pub unit: String,
    /// The unit's UCUM code, where it has one: `t`, `[mi_i]/h`.
    pub ucum: Option<String>,
    /// The counted noun phrase: "arrests".
    pub counted: Option<String>,
    /// What the number is about where nothing is counted, without its article: "inflation" of "inflation rose 3 percent",
    /// "contract" of "a $50 million contract". `None` where the sentence does not say.
    pub concept: Option<Mention>,
    /// In how long: `day`, `year`, …
    pub period: Option<String>,
    /// For one of what: `share`, `barrel`, `person`, …
    pub per: Option<String>,
    /// Which way something changes by it: "rose 5 percent", "down 20 points".
    pub change: Option<Change>,
}

/// Everything that was found in one document, in text order.
///
/// > DAYTON, Ohio, March 6, 2024 (Wire) – Mayor Ann Lee resigned on Monday.
///
/// gives a role and a reassignment of Ann Lee, dated 2024-03-04, `published` 2024-03-06 and, unless that date was given
/// with the document, `dateline` "March 6, 2024".
///
/// ```
/// use shakeup::{Document, Extractor};
/// let (extractor, text) = (Extractor::new(), "DAYTON, Ohio, March 6, 2024 (Wire) – Mayor Ann Lee resigned on Monday.");
/// let found = extractor.extract(text);
/// assert_eq!(found.reassignments[0].date, Some("2024-03-04".parse()?));
/// assert_eq!(found.published, Some("2024-03-06".parse()?));
/// assert_eq!(found.dateline.unwrap().text, "March 6, 2024");
///
/// let given = extractor.extract_document(&Document::new(text).published("2024-03-07".parse()?));
/// assert_eq!((given.published, given.dateline), (Some("2024-03-07".parse()?), None));
/// # Ok::<(), shakeup::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Extraction {
    /// The document's id, empty when none was given.
    pub doc: String,
    /// The publication date that "Thursday" and "next month" were resolved against: the one given with the document, or
    /// else that of `dateline`. `None` where there is neither.
    pub published: Option<PartialDate>,
    /// The text's own words for `published`, where no date was given with the document: a dateline, a line that is a
    /// date, or a label ("Date of report: …") near its top.
    pub dateline: Option<DateMention>,
    /// Who holds which post where.
    pub roles: Vec<Role>,
    /// Who goes into or out of which post.
    pub reassignments: Vec<Reassignment>,
    /// The numbers that somebody wants reached or not passed.
    pub targets: Vec<NumericTarget>,
    /// The people of the document.
    pub people: Vec<Entity>,
    /// The organisations and jurisdictions of the document.
    pub organizations: Vec<Entity>,
    /// The dates of the document.
    pub dates: Vec<DateMention>,
    /// The quantities of the document.
    pub quantities: Vec<Quantity>,
}

impl fmt::Display for Mention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl fmt::Display for Role {
    /// "Ann Lee: Governor, Ohio (current)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.person, self.post)?;
        if let Some(organization) = &self.organization {
            write!(f, ", {organization}")?;
        }
        write!(f, " ({})", self.status)
    }
}

impl fmt::Display for Reassignment {
    /// "Ann Lee out as chief, Smithfield Transit: retired, followed by Omar Diaz, 2028-06-01 (actual)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.person, self.direction)?;
        match (&self.post, &self.organization) {
            (Some(post), Some(organization)) => write!(f, " as {post}, {organization}")?,
            (Some(post), None) => write!(f, " as {post}")?,
            (None, Some(organization)) => write!(f, " at {organization}")?,
            (None, None) => {}
        }
        let mut separator = ": ";
        if let Some(reason) = self.reason {
            write!(f, "{separator}{}", reason.as_str().replace('_', " "))?;
            separator = ", ";
        }
        if let Some(counterpart) = &self.counterpart {
            let how = if self.direction == Direction::Out { "followed by" } else { "after" };
            write!(f, "{separator}{how} {counterpart}")?;
            separator = ", ";
        }
        match (self.date, &self.date_text) {
            (Some(date), _) => write!(f, "{separator}{date}")?,
            (None, Some(text)) => write!(f, "{separator}{text}")?,
            _ => {}
        }
        write!(f, " ({})", self.realis)
    }
}

impl fmt::Display for NumericTarget {
    /// "target: at least 40 new buses per year by 2028, Smithfield Transit (actual)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.kind)?;
        let figure = |value: Option<f64>| value.map_or_else(String::new, plain_number);
        match self.comparator {
            Comparator::Eq => f.write_str(&figure(self.low))?,
            Comparator::Approx => write!(f, "about {}", figure(self.low))?,
            Comparator::Ge => write!(f, "at least {}", figure(self.low))?,
            Comparator::Gt => write!(f, "more than {}", figure(self.low))?,
            Comparator::Le => write!(f, "at most {}", figure(self.high))?,
            Comparator::Lt => write!(f, "less than {}", figure(self.high))?,
            Comparator::Range => write!(f, "{} to {}", figure(self.low), figure(self.high))?,
        }
        if self.unit != "count" {
            write!(f, " {}", self.unit)?;
        }
        if let Some(metric) = &self.metric {
            write!(f, " {metric}")?;
        }
        if let Some(period) = &self.period {
            write!(f, " per {period}")?;
        }
        match (self.deadline, &self.deadline_text) {
            (Some(date), _) => write!(f, " by {date}")?,
            (None, Some(text)) => write!(f, " {text}")?,
            _ => {}
        }
        if let Some(setter) = &self.setter {
            write!(f, ", set by {setter}")?;
        }
        if let Some(addressee) = &self.addressee {
            write!(f, " for {addressee}")?;
        }
        write!(f, " ({})", self.realis)
    }
}

/// A number with thousands separators and no more decimals than it has: 3000 → "3,000", 1.5 → "1.5".
pub(crate) fn plain_number(value: f64) -> String {
    let shown = format!("{value}");
    let (whole, fraction) = shown.split_once('.').map_or((shown.as_str(), None), |(w, f)| (w, Some(f)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |d| ("-", d));
    let mut out = String::from(sign);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// A stable 64-bit hash (FNV-1a) of a record's kind, place and slots, as 16 hexadecimal digits.
pub(crate) fn record_id(doc: &str, kind: &str, span: Span, slots: &[&str]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let mut eat = |bytes: &[u8]| {
        for &byte in bytes.iter().chain(&[0u8]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    };
    eat(doc.as_bytes());
    eat(kind.as_bytes());
    eat(&(span.start as u64).to_le_bytes());
    eat(&(span.end as u64).to_le_bytes());
    for slot in slots {
        eat(slot.as_bytes());
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_keep_their_decimals() {
        for (value, shown) in
            [(3000.0, "3,000"), (1.5, "1.5"), (999.0, "999"), (-1_234_567.25, "-1,234,567.25"), (0.0, "0")]
        {
            assert_eq!(plain_number(value), shown);
        }
    }

    #[test]
    fn every_spelling_leads_back_to_its_value() {
        for reason in Reason::ALL {
            assert_eq!(Reason::from_word(reason.as_str()), Some(*reason));
        }
    }
}
