//! The frozen classes that Python sees. Each wraps one type of the core; JSON is the way out and back in.

use std::hash::{Hash, Hasher};
use std::ops::Deref;

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::errors;
use crate::words::{Tuple, Word, match_args};

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("records are JSON")
}

fn of_json<T: DeserializeOwned>(py: Python<'_>, text: &str) -> PyResult<T> {
    serde_json::from_str(text).map_err(|error| errors::input(py, format!("not the JSON of such an object: {error}")))
}

/// What a class wraps. Beside its JSON, a pickle holds the text that it goes with.
trait Core {
    fn text(&self) -> Option<&str> {
        None
    }

    fn with_text(self, _text: Option<String>) -> Self
    where
        Self: Sized,
    {
        self
    }
}

impl Core for shakeup::Span {}
impl Core for shakeup::Mention {}
impl Core for shakeup::Entity {}
impl Core for shakeup::DateMention {}
impl Core for shakeup::Quantity {}
impl<R> Core for Of<R> {}

/// What was found, and the text that it was found in: a notebook shows the one in the other. Two that found the same are equal.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Read {
    found: shakeup::Extraction,
    #[serde(skip)]
    text: Option<String>,
}

impl Core for Read {
    fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    fn with_text(self, text: Option<String>) -> Self {
        Read { text, ..self }
    }
}

impl PartialEq for Read {
    fn eq(&self, other: &Read) -> bool {
        self.found == other.found
    }
}

impl Deref for Read {
    type Target = shakeup::Extraction;

    fn deref(&self) -> &shakeup::Extraction {
        &self.found
    }
}

/// A record and the document that it is from.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Of<R> {
    doc: String,
    #[serde(flatten)]
    record: R,
}

impl<R> Deref for Of<R> {
    type Target = R;

    fn deref(&self) -> &R {
        &self.record
    }
}

/// `Role(person='Ann Lee', post='Governor', status='current')`: what has a value, mentions by their names.
fn named_parts(object: &Bound<'_, PyAny>, names: &[&str]) -> PyResult<String> {
    let mut parts = Vec::new();
    for name in names {
        let value = object.getattr(*name)?;
        if value.is_none() {
            continue;
        }
        let shown = match value.cast::<Mention>() {
            Ok(mention) => mention.str()?.repr()?,
            Err(_) => value.repr()?,
        };
        parts.push(format!("{name}={shown}"));
    }
    Ok(format!("{}({})", object.get_type().name()?, parts.join(", ")))
}

/// `Extraction(doc='a1', roles=2, reassignments=1, targets=0)`.
fn counts(object: &Bound<'_, PyAny>, names: &[&str]) -> PyResult<String> {
    let mut parts = vec![format!("doc={}", object.getattr("doc")?.repr()?)];
    for name in names {
        parts.push(format!("{name}={}", object.getattr(*name)?.len()?));
    }
    Ok(format!("{}({})", object.get_type().name()?, parts.join(", ")))
}

fn parsed<'py>(py: Python<'py>, json: String) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (json,))
}

/// Declares a frozen class: what it wraps, what a `match` sees, how it shows itself, its attributes and other methods.
macro_rules! class {
    (
        $(#[doc = $doc:literal])* $name:ident($core:ty) matches $names:tt shown by $shown:ident;
        |$this:ident| { $($(#[doc = $field_doc:literal])* $field:ident: $type:ty = $value:expr;)+ }
        $($methods:tt)*
    ) => {
        $(#[doc = $doc])*
        #[pyclass(frozen, eq, hash, module = "shakeup")]
        #[derive(Clone, PartialEq)]
        pub(crate) struct $name(pub(crate) $core);

        impl Hash for $name {
            fn hash<H: Hasher>(&self, hasher: &mut H) {
                json(&self.0).hash(hasher);
            }
        }

        const _: () = {
            match_args!($names);

            #[pymethods]
            impl $name {
            #[classattr]
            #[pyo3(name = "__match_args__")]
            fn match_args() -> MatchArgs {
                MatchArgs
            }

            fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
                $shown(slf.as_any(), &$names)
            }

            #[pyo3(signature = () -> "tuple[Any, ...]")]
            fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
                let restore = slf.py().import("shakeup._shakeup")?.getattr("_restore")?;
                let core = &slf.get().0;
                Ok((restore, (stringify!($name), json(core), core.text()).into_pyobject(slf.py())?))
            }

            /// All that it holds, as JSON; `from_json` reads it.
            fn to_json(&self) -> String {
                json(&self.0)
            }

            /// The object whose `to_json` it is.
            #[staticmethod]
            fn from_json(py: Python<'_>, text: &str) -> PyResult<$name> {
                of_json(py, text).map($name)
            }

            /// All that it holds, as a dict.
            #[pyo3(signature = () -> "dict[str, Any]")]
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                parsed(py, json(&self.0))
            }

            $($(#[doc = $field_doc])* #[getter] fn $field(&self) -> $type { let $this = &self.0; $value })+

            $($methods)*
            }
        };
    };
}

/// A class of records: the attributes that all three kinds have, and its own.
macro_rules! record {
    (
        $(#[doc = $doc:literal])* $name:ident($row:ident) matches $names:tt;
        |$this:ident| { $($fields:tt)+ }
    ) => {
        class! {
            $(#[doc = $doc])* $name(Of<shakeup::$name>) matches $names shown by named_parts;
            |$this| {
                /// Id of the document.
                doc: &str = &$this.doc;
                /// Stable id of the record: a hash of document id, kind, place and slots.
                id: &str = &$this.id;
                $($fields)+
                /// First code point of the evidence: `text[r.start:r.end]` is the evidence.
                start: usize = $this.span.start_char;
                /// One past the last code point of the evidence.
                end: usize = $this.span.end_char;
                /// First byte of the evidence in UTF-8.
                start_byte: usize = $this.span.start;
                /// One past the last byte of the evidence in UTF-8.
                end_byte: usize = $this.span.end;
                /// Place of the evidence.
                span: Span = Span($this.span);
                /// Place of the evidence's sentence.
                sentence: Span = Span($this.sentence);
                /// Words of the evidence.
                text: &str = &$this.text;
                /// Rule or frame that made the record.
                rule: &str = &$this.rule;
                /// How likely the core of the record is right, 0.01 to 0.99.
                confidence: f64 = $this.confidence;
            }

            /// The record as a flat dict, as in `Extraction.rows()` and in the tables.
            #[pyo3(signature = () -> "dict[str, Any]")]
            fn row<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                parsed(py, json(&shakeup::Row::$row(self.0.record.to_row(&self.0.doc))))
            }

            /// The record in words.
            fn __str__(&self) -> String {
                self.0.record.to_string()
            }
        }
    };
}

fn mention(mention: &Option<shakeup::Mention>) -> Option<Mention> {
    mention.clone().map(Mention)
}

fn date(date: Option<shakeup::PartialDate>) -> Option<String> {
    date.map(|date| date.to_string())
}

class! {
    /// A piece of the text, in code points and in bytes of UTF-8.
    Span(shakeup::Span) matches ["start", "end"] shown by named_parts;
    |span| {
        /// First code point.
        start: usize = span.start_char;
        /// One past the last code point.
        end: usize = span.end_char;
        /// First byte.
        start_byte: usize = span.start;
        /// One past the last byte.
        end_byte: usize = span.end;
    }
}

class! {
    /// A person, organization, post, metric or concept as the text names it; `str()` gives its fullest name.
    Mention(shakeup::Mention) matches ["name", "text"] shown by named_parts;
    |mention| {
        /// Fullest name that the document gives.
        name: &str = &mention.name;
        /// Words as found.
        text: &str = &mention.text;
        /// First code point.
        start: usize = mention.span.start_char;
        /// One past the last code point.
        end: usize = mention.span.end_char;
        /// First byte in UTF-8.
        start_byte: usize = mention.span.start;
        /// One past the last byte in UTF-8.
        end_byte: usize = mention.span.end;
        /// Place in the text.
        span: Span = Span(mention.span);
        /// Index into the extraction's people or organizations, where it is one of them.
        entity: Option<usize> = mention.entity;
    }

    /// The fullest name.
    fn __str__(&self) -> &str {
        &self.0.name
    }
}

class! {
    /// A person or an organization of the document, with all its mentions.
    Entity(shakeup::Entity) matches ["name", "mentions"] shown by named_parts;
    |entity| {
        /// Fullest name that the document gives.
        name: &str = &entity.name;
        /// Where it is named or referred to, in text order.
        mentions: Tuple<Span> = Tuple(entity.mentions.iter().copied().map(Span).collect());
    }

    /// The fullest name.
    fn __str__(&self) -> &str {
        &self.0.name
    }
}

class! {
    /// A date expression and what it resolves to.
    DateMention(shakeup::DateMention) matches ["text", "date"] shown by named_parts;
    |mention| {
        /// Words of the date.
        text: &str = &mention.text;
        /// Place in the text.
        span: Span = Span(mention.span);
        /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, where the text or the publication date settles it.
        date: Option<String> = date(mention.date);
    }
}

class! {
    /// A number with its comparator, unit and rate, whether or not it belongs to a target.
    Quantity(shakeup::Quantity) matches ["low", "high", "comparator", "unit", "counted", "concept", "period", "per", "change", "kind"] shown by named_parts;
    |quantity| {
        /// Words of the quantity.
        text: &str = &quantity.text;
        /// Place in the text.
        span: Span = Span(quantity.span);
        /// What it measures: `count`, `percent`, `times`, `money`, `time`, `age`, `length`, `area`, `volume`, `mass`, `speed`,
        /// `temperature` or `other`.
        kind: Word<shakeup::QuantityKind> = Word(quantity.kind);
        /// Lower end in base units.
        low: Option<f64> = quantity.low;
        /// Upper end in base units.
        high: Option<f64> = quantity.high;
        /// `eq`, `ge`, `le`, `gt`, `lt`, `approx` or `range`.
        comparator: Word<shakeup::Comparator> = Word(quantity.comparator);
        /// `count`, `percent`, `times`, an ISO 4217 code, or the unit in words.
        unit: &str = &quantity.unit;
        /// UCUM code of the unit, where it has one.
        ucum: Option<&str> = quantity.ucum.as_deref();
        /// Counted noun phrase.
        counted: Option<&str> = quantity.counted.as_deref();
        /// What it is about where nothing is counted, as "inflation" of "inflation rose 3 percent".
        concept: Option<Mention> = mention(&quantity.concept);
        /// In how long: `day`, `year`, …
        period: Option<&str> = quantity.period.as_deref();
        /// For one of what: `share`, `barrel`, `person`, …
        per: Option<&str> = quantity.per.as_deref();
        /// Which way something changes by it: `increase` or `decrease`.
        change: Option<Word<shakeup::Change>> = quantity.change.map(Word);
    }
}

record! {
    /// Who holds, held or is to hold which post at which organization.
    Role(Role) matches ["person", "post", "organization", "status"];
    |role| {
        /// Holder of the post.
        person: Mention = Mention(role.person.clone());
        /// Title without the organization.
        post: Mention = Mention(role.post.clone());
        /// Narrowest organization, unit or jurisdiction that the title is of.
        organization: Option<Mention> = mention(&role.organization);
        /// `current`, `former` or `incoming`, as of the document.
        status: Word<shakeup::Status> = Word(role.status);
        /// Whether the post is held for the time being.
        acting: bool = role.acting;
        /// Partial date from which the post is held.
        since: Option<String> = date(role.since);
        /// Partial date until which the post was held.
        until: Option<String> = date(role.until);
    }
}

record! {
    /// One person going into or out of one post.
    Reassignment(Reassignment) matches ["person", "direction", "post", "organization", "reason"];
    |change| {
        /// Who goes.
        person: Mention = Mention(change.person.clone());
        /// `in` or `out`.
        direction: Word<shakeup::Direction> = Word(change.direction);
        /// Title without the organization.
        post: Option<Mention> = mention(&change.post);
        /// Where the post is.
        organization: Option<Mention> = mention(&change.organization);
        /// Why or how, where the text says.
        reason: Option<Word<shakeup::Reason>> = change.reason.map(Word);
        /// Predecessor or successor in the same post.
        counterpart: Option<Mention> = mention(&change.counterpart);
        /// Partial date on which it takes effect.
        date: Option<String> = date(change.date);
        /// Words of the date.
        date_text: Option<&str> = change.date_text.as_deref();
        /// `actual`, `planned`, `possible` or `denied`.
        realis: Word<shakeup::Realis> = Word(change.realis);
        /// Whether the post is taken up for the time being.
        acting: bool = change.acting;
        /// Id of the other half, when one person leaves one post for another.
        r#move: Option<&str> = change.moved.as_deref();
        /// Who says so.
        attribution: Option<&str> = change.attribution.as_deref();
    }
}

record! {
    /// The number that somebody wants reached or not passed, or a figure that it is set against.
    NumericTarget(Target) matches ["kind", "comparator", "low", "high", "unit", "metric", "period"];
    |target| {
        /// Lower end in base units; None for "at most" and "less than".
        low: Option<f64> = target.low;
        /// Upper end in base units; None for "at least" and "more than".
        high: Option<f64> = target.high;
        /// `eq`, `ge`, `le`, `gt`, `lt`, `approx` or `range`.
        comparator: Word<shakeup::Comparator> = Word(target.comparator);
        /// `count`, `percent`, `times`, an ISO 4217 code, or the unit in words.
        unit: &str = &target.unit;
        /// What is counted or measured.
        metric: Option<Mention> = mention(&target.metric);
        /// Per what: `day`, `year`, …
        period: Option<&str> = target.period.as_deref();
        /// `target`, `limit`, `baseline` or `actual`.
        kind: Word<shakeup::TargetKind> = Word(target.kind);
        /// Who sets or demands it.
        setter: Option<Mention> = mention(&target.setter);
        /// Who must reach it.
        addressee: Option<Mention> = mention(&target.addressee);
        /// Partial date by which it is to be reached.
        deadline: Option<String> = date(target.deadline);
        /// Words of the deadline.
        deadline_text: Option<&str> = target.deadline_text.as_deref();
        /// Id of the target that a baseline or actual belongs to.
        of: Option<&str> = target.of.as_deref();
        /// `increase` or `decrease`.
        change: Option<Word<shakeup::Change>> = target.change.map(Word);
        /// `actual`, `planned`, `possible` or `denied`.
        realis: Word<shakeup::Realis> = Word(target.realis);
        /// Who says so.
        attribution: Option<&str> = target.attribution.as_deref();
    }
}

class! {
    /// Everything that was found in one document, in text order.
    ///
    /// >>> import shakeup
    /// >>> shakeup.extract("Nothing to see.", id="a1")
    /// Extraction(doc='a1', roles=0, reassignments=0, targets=0)
    Extraction(Read) matches ["roles", "reassignments", "targets"] shown by counts;
    |found| {
        /// Id of the document, empty when none was given.
        doc: &str = &found.doc;
        /// Partial date that relative dates were resolved against: the one given, or else that of `dateline`.
        published: Option<String> = date(found.published);
        /// The text's own words for `published` near its top, where no date was given.
        dateline: Option<DateMention> = found.dateline.clone().map(DateMention);
        /// Who holds which post where.
        roles: Tuple<Role> = of(&found.doc, &found.roles, Role);
        /// Who goes into or out of which post.
        reassignments: Tuple<Reassignment> = of(&found.doc, &found.reassignments, Reassignment);
        /// Numbers that somebody wants reached or not passed.
        targets: Tuple<NumericTarget> = of(&found.doc, &found.targets, NumericTarget);
        /// People of the document.
        people: Tuple<Entity> = Tuple(found.people.iter().cloned().map(Entity).collect());
        /// Organizations and jurisdictions of the document.
        organizations: Tuple<Entity> = Tuple(found.organizations.iter().cloned().map(Entity).collect());
        /// Dates of the document.
        dates: Tuple<DateMention> = Tuple(found.dates.iter().cloned().map(DateMention).collect());
        /// Quantities of the document.
        quantities: Tuple<Quantity> = Tuple(found.quantities.iter().cloned().map(Quantity).collect());
    }

    /// The text that was read; None where only what was found in it is known.
    ///
    /// >>> import shakeup
    /// >>> shakeup.extract("Nothing to see.").text
    /// 'Nothing to see.'
    #[getter]
    fn text(&self) -> Option<&str> {
        self.0.text.as_deref()
    }

    /// The article with its records beside it, which a notebook shows by itself.
    #[pyo3(signature = () -> "str")]
    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("shakeup.display")?.call_method1("html", (slf,))
    }

    /// All records as flat dicts, sorted by place: what `pandas.DataFrame` takes.
    ///
    /// >>> import shakeup
    /// >>> shakeup.extract("Nothing to see.").rows()
    /// []
    #[pyo3(signature = () -> "list[dict[str, Any]]")]
    fn rows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        parsed(py, json(&self.0.rows()))
    }
}

impl Extraction {
    pub(crate) fn of(found: shakeup::Extraction, text: impl Into<String>) -> Extraction {
        Extraction(Read { found, text: Some(text.into()) })
    }
}

fn of<R: Clone, W>(doc: &str, records: &[R], wrap: fn(Of<R>) -> W) -> Tuple<W> {
    Tuple(records.iter().map(|record| wrap(Of { doc: doc.to_owned(), record: record.clone() })).collect())
}

/// The object that a pickle holds.
#[pyfunction]
#[pyo3(name = "_restore", signature = (class_, state, text=None))]
pub(crate) fn restore<'py>(
    py: Python<'py>,
    class_: &str,
    state: &str,
    text: Option<String>,
) -> PyResult<Bound<'py, PyAny>> {
    macro_rules! from_state {
        ($($name:ident),+) => {
            match class_ {
                $(stringify!($name) => {
                    Ok(Bound::new(py, $name(Core::with_text(of_json(py, state)?, text)))?.into_any())
                })+
                _ => Err(errors::input(py, format!("no class {class_:?}"))),
            }
        };
    }
    from_state!(Span, Mention, Entity, DateMention, Quantity, Role, Reassignment, NumericTarget, Extraction)
}
