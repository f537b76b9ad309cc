//! What makes records: `extract`, `tables` and `Extractor`.

use std::ffi::OsString;
use std::hash::{Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyType};
use shakeup::Kind;

use crate::documents::document;
use crate::errors;
use crate::lexicon::Lexicon;
use crate::many::Extractions;
use crate::records::Extraction;
use crate::tables::{Tables, Where, read};
use crate::threads::how_many;

/// The records of a text; for many texts make an Extractor.
///
/// >>> import shakeup
/// >>> found = shakeup.extract("Acme Corp named Jane Roe chief executive.")
/// >>> found.reassignments[0].person.name
/// 'Jane Roe'
#[pyfunction]
#[pyo3(signature = (text, *, id: "_Id" = None, published: "_Published" = None, kinds: "_Kinds" = None, min_confidence=None))]
pub(crate) fn extract(
    py: Python<'_>,
    text: &Bound<'_, PyString>,
    id: Option<&Bound<'_, PyAny>>,
    published: Option<&Bound<'_, PyAny>>,
    kinds: Option<&Bound<'_, PyAny>>,
    min_confidence: Option<f64>,
) -> PyResult<Extraction> {
    Extractor::new(py, None, kinds, min_confidence.unwrap_or(0.0))?.extract(py, text, id, published)
}

/// The tables of many documents, for pandas, polars, pyarrow and DuckDB: `Extractor().tables(…)`, where the rest is said.
///
/// >>> import shakeup
/// >>> shakeup.tables(["Acme Corp named Jane Roe chief executive."])
/// Tables(roles=1, reassignments=1, targets=0, mentions=2, quantities=0)
#[pyfunction]
#[pyo3(signature = (data, text=None, id=None, published: "_Published" = None, threads=0))]
pub(crate) fn tables(
    data: &Bound<'_, PyAny>,
    text: Option<String>,
    id: Option<String>,
    published: Option<&Bound<'_, PyAny>>,
    threads: usize,
) -> PyResult<Tables> {
    read(&shakeup::Extractor::new(), data, Where { text, id, published }, how_many(threads))
}

/// Runs the command line and returns its exit status; the first argument is the name of the command.
#[pyfunction]
#[pyo3(name = "_main")]
pub(crate) fn main(py: Python<'_>, args: Vec<OsString>) -> u8 {
    py.detach(|| shakeup_cli::run(args))
}

/// Reads texts and returns their records. Safe to share between threads and to pickle.
///
/// `lexicon` is a `Lexicon`, or one or more paths of folders or .tsv files to add to the built-in one; `kinds` any of
/// "roles", "reassignments" and "targets"; records of less confidence than `min_confidence` are left out.
///
/// >>> import shakeup
/// >>> extractor = shakeup.Extractor(kinds=["roles"], min_confidence=0.5)
/// >>> extractor.extract("Nothing to see.").roles
/// ()
/// >>> extractor
/// Extractor(kinds=['roles'], min_confidence=0.5)
#[pyclass(frozen, eq, hash, module = "shakeup")]
pub(crate) struct Extractor {
    inner: shakeup::Extractor,
    lexicon: Option<Lexicon>,
    kinds: Vec<Kind>,
    min_confidence: f64,
}

/// Extractors that give the same are equal.
impl PartialEq for Extractor {
    fn eq(&self, other: &Extractor) -> bool {
        (&self.lexicon, &self.kinds, self.min_confidence) == (&other.lexicon, &other.kinds, other.min_confidence)
    }
}

impl Hash for Extractor {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        (&self.lexicon, &self.kinds).hash(hasher);
        (self.min_confidence + 0.0).to_bits().hash(hasher); // zero and minus zero are equal
    }
}

#[pymethods]
impl Extractor {
    #[new]
    #[pyo3(signature = (lexicon: "Lexicon | _Path | Iterable[_Path] | None" = None, kinds: "_Kinds" = None, min_confidence=0.0))]
    fn new(
        py: Python<'_>,
        lexicon: Option<&Bound<'_, PyAny>>,
        kinds: Option<&Bound<'_, PyAny>>,
        min_confidence: f64,
    ) -> PyResult<Extractor> {
        let mut kinds = kinds.map_or_else(|| Ok(Kind::ALL.to_vec()), kinds_of)?;
        kinds.sort();
        kinds.dedup();
        let mut builder = shakeup::Extractor::builder().kinds(kinds.iter().copied()).min_confidence(min_confidence);
        let lexicon = lexicon.map(Lexicon::of).transpose()?;
        if let Some(lexicon) = &lexicon {
            builder = builder.lexicon(lexicon.inner.clone());
        }
        let inner = builder.build().map_err(|error| errors::from_core(py, &error))?;
        Ok(Extractor { inner, lexicon, kinds, min_confidence })
    }

    /// The records of a text.
    ///
    /// >>> import shakeup
    /// >>> shakeup.Extractor().extract("Nothing to see.", id="a1", published="2025-05-29").doc
    /// 'a1'
    #[pyo3(signature = (text, id: "_Id" = None, published: "_Published" = None))]
    fn extract(
        &self,
        py: Python<'_>,
        text: &Bound<'_, PyString>,
        id: Option<&Bound<'_, PyAny>>,
        published: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Extraction> {
        let document = document(text, id, published)?;
        let found = py.detach(|| document.extract(&self.inner));
        Ok(Extraction::of(found, document.text))
    }

    /// An iterator over the records of texts, in their order; reads and works ahead by a small batch.
    ///
    /// `ids` and `published` go along with `texts`; a single date is that of all. `threads=0` is one a core.
    /// `progress=True` shows a tqdm bar. What cannot be read (no str, no date) raises InputError, after all that came
    /// before it; with `on_error="record"` the InputError stands in its place, and the others are read.
    ///
    /// >>> import shakeup
    /// >>> texts = ["Nothing to see.", None, "Nor here."]
    /// >>> many = shakeup.Extractor().extract_many(texts, ids=["a", "b", "c"], on_error="record")
    /// >>> [str(found) if isinstance(found, shakeup.InputError) else found.doc for found in many]
    /// ['a', 'input 1: a str belongs here, not NoneType', 'c']
    #[pyo3(signature = (
        texts: "Iterable[str | None]",
        ids: "Iterable[_Id] | None" = None,
        published: "_Published | Iterable[_Published]" = None,
        threads=0,
        progress=false,
        on_error: "_OnError" = "raise",
    ) -> "Iterator[Extraction | InputError]")]
    #[expect(clippy::too_many_arguments, reason = "keywords in Python")]
    fn extract_many<'py>(
        &self,
        py: Python<'py>,
        texts: &Bound<'py, PyAny>,
        ids: Option<&Bound<'py, PyAny>>,
        published: Option<&Bound<'py, PyAny>>,
        threads: usize,
        progress: bool,
        on_error: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let many = Extractions::new(&self.inner, texts, ids, published, threads, on_error)?;
        let many = Bound::new(py, many)?.into_any();
        if !progress {
            return Ok(many);
        }
        let bar = errors::package(py, "tqdm.auto", "progress=True")?.getattr("tqdm")?;
        let options = PyDict::new(py);
        options.set_item("total", texts.len().ok())?;
        options.set_item("unit", "text")?;
        Ok(bar.call((many,), Some(&options))?.try_iter()?.into_any())
    }

    /// The tables of many documents, for pandas, polars, pyarrow and DuckDB.
    ///
    /// `data` is a list of texts or of dicts, a pandas or polars data frame or column, a pyarrow table, record batch, reader
    /// or array, a DuckDB relation, or anything else that has `__arrow_c_stream__` or `__arrow_c_array__`; what is in
    /// Arrow's form is read where it lies. `text`, `id` and `published` name the columns; without a name they are those
    /// called "text", "id" and "published" or "date", where there are such. A document without an id gets its row number,
    /// from 0. `published` may also be one date for all. Dates are strings (YYYY, YYYY-MM or YYYY-MM-DD, a time is
    /// cut off), days, or points in time, whose day in UTC counts. A row without text has no records.
    /// `threads=0` is one a core.
    ///
    /// >>> import shakeup
    /// >>> news = [{"key": "a1", "body": "Acme Corp named Jane Roe chief executive on Monday."}]
    /// >>> tables = shakeup.Extractor().tables(news, text="body", id="key", published="2025-05-29")
    /// >>> [(row["doc"], row["person"], row["date"]) for row in tables.reassignments.to_dicts()]
    /// [('a1', 'Jane Roe', '2025-05-26')]
    #[pyo3(signature = (data, text=None, id=None, published: "_Published" = None, threads=0))]
    fn tables(
        &self,
        data: &Bound<'_, PyAny>,
        text: Option<String>,
        id: Option<String>,
        published: Option<&Bound<'_, PyAny>>,
        threads: usize,
    ) -> PyResult<Tables> {
        read(&self.inner, data, Where { text, id, published }, how_many(threads))
    }

    /// Every stage of a text as an indented tree, as `shakeup explain` prints it.
    #[pyo3(signature = (text, id: "_Id" = None, published: "_Published" = None))]
    fn explain(
        &self,
        py: Python<'_>,
        text: &Bound<'_, PyString>,
        id: Option<&Bound<'_, PyAny>>,
        published: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<String> {
        let document = document(text, id, published)?;
        Ok(py.detach(|| self.inner.explain(&document.document())))
    }

    /// The settings that are not the usual ones.
    fn __repr__(&self) -> String {
        let lexicon = self.lexicon.as_ref().map(|lexicon| format!("lexicon={}", lexicon.__repr__()));
        let kinds = (self.kinds != Kind::ALL).then(|| format!("kinds={:?}", self.words()).replace('"', "'"));
        let least = (self.min_confidence != 0.0).then(|| format!("min_confidence={}", self.min_confidence));
        format!("Extractor({})", [lexicon, kinds, least].into_iter().flatten().collect::<Vec<_>>().join(", "))
    }

    #[pyo3(signature = () -> "tuple[Any, ...]")]
    #[expect(clippy::type_complexity, reason = "what pickle wants: a class and its arguments")]
    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (Option<Lexicon>, Vec<&'static str>, f64)) {
        (py.get_type::<Extractor>(), (self.lexicon.clone(), self.words(), self.min_confidence))
    }
}

impl Extractor {
    fn words(&self) -> Vec<&'static str> {
        self.kinds.iter().map(|kind| kind.as_str()).collect()
    }
}

/// Kinds of records from one word or several.
fn kinds_of(value: &Bound<'_, PyAny>) -> PyResult<Vec<Kind>> {
    let words: Vec<String> = match value.extract::<String>() {
        Ok(word) => vec![word],
        Err(_) => value.try_iter()?.map(|word| word?.extract()).collect::<PyResult<_>>()?,
    };
    let kind = |word: &String| {
        let known = "roles, reassignments and targets";
        Kind::from_word(word).ok_or_else(|| errors::input(value.py(), format!("no kind {word:?}: there are {known}")))
    };
    words.iter().map(kind).collect()
}
