//! What makes records: `extract`, `Extractor`, `Lexicon`, and the iterator over many texts.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyString, PyType};
use shakeup::{Kind, PartialDate};

use crate::errors;
use crate::records::Extraction;

/// The records of a text; for many texts make an Extractor.
///
/// >>> import shakeup
/// >>> found = shakeup.extract("Acme Corp named Jane Roe chief executive.")
/// >>> found.reassignments[0].person.name
/// 'Jane Roe'
#[pyfunction]
#[pyo3(signature = (text, *, id=None, published=None, kinds=None, min_confidence=None))]
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

/// Reads texts and returns their records. Safe to share between threads and to pickle.
///
/// `lexicon` is a `Lexicon`, or one or more paths of folders or .tsv files to add to the built-in one; `kinds` any of
/// "roles", "reassignments" and "targets"; records of less confidence than `min_confidence` are left out.
///
/// >>> import shakeup
/// >>> extractor = shakeup.Extractor(kinds=["roles"], min_confidence=0.5)
/// >>> extractor.extract("Nothing to see.").roles
/// ()
#[pyclass(frozen, module = "shakeup")]
pub(crate) struct Extractor {
    inner: shakeup::Extractor,
    lexicon: Option<Lexicon>,
    kinds: Vec<&'static str>,
    min_confidence: f64,
}

#[pymethods]
impl Extractor {
    #[new]
    #[pyo3(signature = (lexicon=None, kinds=None, min_confidence=0.0))]
    fn new(
        py: Python<'_>,
        lexicon: Option<&Bound<'_, PyAny>>,
        kinds: Option<&Bound<'_, PyAny>>,
        min_confidence: f64,
    ) -> PyResult<Extractor> {
        let kinds = kinds.map_or_else(|| Ok(Kind::ALL.to_vec()), kinds_of)?;
        let mut builder = shakeup::Extractor::builder().kinds(kinds.iter().copied()).min_confidence(min_confidence);
        let lexicon = lexicon.map(Lexicon::of).transpose()?;
        if let Some(lexicon) = &lexicon {
            builder = builder.lexicon(lexicon.inner.clone());
        }
        let inner = builder.build().map_err(|error| errors::from_core(py, &error))?;
        Ok(Extractor { inner, lexicon, kinds: kinds.into_iter().map(Kind::as_str).collect(), min_confidence })
    }

    /// The records of a text.
    ///
    /// >>> import shakeup
    /// >>> shakeup.Extractor().extract("Nothing to see.", id="a1", published="2025-05-29").doc
    /// 'a1'
    #[pyo3(signature = (text, id=None, published=None))]
    fn extract(
        &self,
        py: Python<'_>,
        text: &Bound<'_, PyString>,
        id: Option<&Bound<'_, PyAny>>,
        published: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Extraction> {
        let (text, meta) = (utf8(text)?, Meta::new(id, published)?);
        Ok(Extraction::of(py.detach(|| self.inner.extract_document(&meta.document(text))), text))
    }

    /// An iterator over the records of texts, in their order; reads and works ahead by a small batch.
    ///
    /// `ids` and `published` go along with `texts`; a single date is that of all. `threads=0` is one a core.
    ///
    /// >>> import shakeup
    /// >>> texts = ["Nothing to see.", "Nor here."]
    /// >>> [found.doc for found in shakeup.Extractor().extract_many(texts, ids=["a", "b"])]
    /// ['a', 'b']
    #[pyo3(signature = (texts, ids=None, published=None, threads=0))]
    fn extract_many(
        &self,
        texts: &Bound<'_, PyAny>,
        ids: Option<&Bound<'_, PyAny>>,
        published: Option<&Bound<'_, PyAny>>,
        threads: usize,
    ) -> PyResult<Extractions> {
        let each = |values: &Bound<'_, PyAny>| values.try_iter().map(Bound::unbind);
        let (published, date) = match published {
            Some(value) if value.cast::<PyString>().is_ok() || value.hasattr("isoformat")? => (None, date_of(value)?),
            several => (several.map(each).transpose()?, None),
        };
        let threads = match threads {
            0 => thread::available_parallelism().map_or(1, usize::from),
            threads => threads.min(MOST_THREADS),
        };
        Ok(Extractions {
            extractor: self.inner.clone(),
            texts: Some(each(texts)?),
            ids: ids.map(each).transpose()?,
            published,
            date,
            threads,
            ready: VecDeque::new(),
            failed: None,
        })
    }

    /// Every stage of a text as an indented tree, as `shakeup explain` prints it.
    #[pyo3(signature = (text, id=None, published=None))]
    fn explain(
        &self,
        py: Python<'_>,
        text: &Bound<'_, PyString>,
        id: Option<&Bound<'_, PyAny>>,
        published: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<String> {
        let (text, meta) = (utf8(text)?, Meta::new(id, published)?);
        Ok(py.detach(|| self.inner.explain(&meta.document(text))))
    }

    fn __repr__(&self) -> String {
        let lexicon = if self.lexicon.is_some() { "Lexicon(…)" } else { "None" };
        format!("Extractor(lexicon={lexicon}, kinds={:?}, min_confidence={:?})", self.kinds, self.min_confidence)
    }

    #[expect(clippy::type_complexity, reason = "what pickle wants: a class and its arguments")]
    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (Option<Lexicon>, Vec<&'static str>, f64)) {
        (py.get_type::<Extractor>(), (self.lexicon.clone(), self.kinds.clone(), self.min_confidence))
    }
}

/// Name and text of a lexicon table.
type Table = (String, String);

/// Words that an Extractor knows: the built-in ones, and yours. Each method returns a new lexicon.
///
/// >>> import shakeup
/// >>> lexicon = shakeup.Lexicon.builtin().with_tsv("posts", "harbour reeve\tgovernment\ttitle")
/// >>> shakeup.Extractor(lexicon).extract("Nothing to see.").roles
/// ()
#[pyclass(frozen, module = "shakeup")]
#[derive(Clone)]
pub(crate) struct Lexicon {
    inner: shakeup::Lexicon,
    /// Each table that was added: a pickle must not depend on files.
    added: Vec<Table>,
}

#[pymethods]
impl Lexicon {
    /// The built-in words.
    #[staticmethod]
    fn builtin() -> Lexicon {
        Lexicon { inner: shakeup::Lexicon::builtin(), added: Vec::new() }
    }

    /// The lexicon with the lines of a table added.
    fn with_tsv(&self, py: Python<'_>, table: &str, text: &str) -> PyResult<Lexicon> {
        let inner = self.inner.clone().with_tsv(table, text);
        self.with(py, inner, [(table.to_owned(), text.to_owned())])
    }

    /// The lexicon with a file added, which is named after its table: `posts.tsv`.
    fn with_file(&self, py: Python<'_>, path: PathBuf) -> PyResult<Lexicon> {
        let inner = self.inner.clone().with_file(&path);
        self.with(py, inner, table(&path))
    }

    /// The lexicon with every .tsv file of a folder added.
    fn with_dir(&self, py: Python<'_>, path: PathBuf) -> PyResult<Lexicon> {
        let inner = self.inner.clone().with_dir(&path);
        let files = path.read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
        let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|e| e == "tsv")).collect();
        files.sort();
        self.with(py, inner, files.iter().filter_map(|path| table(path)))
    }

    fn __repr__(&self) -> String {
        let added: Vec<&str> = self.added.iter().map(|(table, _)| table.as_str()).collect();
        format!("Lexicon(added={added:?})")
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Vec<Table>,))> {
        Ok((py.import("shakeup._shakeup")?.getattr("_restore_lexicon")?, (self.added.clone(),)))
    }
}

impl Lexicon {
    fn with(
        &self,
        py: Python<'_>,
        inner: Result<shakeup::Lexicon, shakeup::Error>,
        more: impl IntoIterator<Item = Table>,
    ) -> PyResult<Lexicon> {
        let inner = inner.map_err(|error| errors::from_core(py, &error))?;
        Ok(Lexicon { inner, added: self.added.iter().cloned().chain(more).collect() })
    }

    /// From what an Extractor is given: a lexicon, a path, or paths.
    fn of(value: &Bound<'_, PyAny>) -> PyResult<Lexicon> {
        if let Ok(lexicon) = value.cast::<Lexicon>() {
            return Ok(lexicon.get().clone());
        }
        let add = |lexicon: Lexicon, path: PathBuf| {
            if path.is_file() { lexicon.with_file(value.py(), path) } else { lexicon.with_dir(value.py(), path) }
        };
        match value.extract::<PathBuf>() {
            Ok(path) => add(Lexicon::builtin(), path),
            Err(_) => value.try_iter()?.try_fold(Lexicon::builtin(), |lexicon, path| add(lexicon, path?.extract()?)),
        }
    }
}

/// Name and text of the table in a file; `None` when it cannot be read, which the core has reported by then.
fn table(path: &Path) -> Option<Table> {
    Some((path.file_stem()?.to_str()?.to_owned(), std::fs::read_to_string(path).ok()?))
}

/// The lexicon that a pickle holds.
#[pyfunction]
#[pyo3(name = "_restore_lexicon")]
pub(crate) fn restore_lexicon(py: Python<'_>, added: Vec<Table>) -> PyResult<Lexicon> {
    added.iter().try_fold(Lexicon::builtin(), |lexicon, (table, text)| lexicon.with_tsv(py, table, text))
}

/// A document's id and date.
struct Meta {
    id: String,
    published: Option<PartialDate>,
}

impl Meta {
    fn new(id: Option<&Bound<'_, PyAny>>, published: Option<&Bound<'_, PyAny>>) -> PyResult<Meta> {
        let id = match id.filter(|id| !id.is_none()) {
            Some(id) => utf8(&id.str()?)?.to_owned(), // numbers are ids too
            None => String::new(),
        };
        Ok(Meta { id, published: published.map(date_of).transpose()?.flatten() })
    }

    fn document<'t>(&'t self, text: &'t str) -> shakeup::Document<'t> {
        let document = shakeup::Document::new(text).id(&self.id);
        self.published.map_or(document, |date| document.published(date))
    }
}

fn utf8<'a>(text: &'a Bound<'_, PyString>) -> PyResult<&'a str> {
    text.to_str()
        .map_err(|error| errors::input(text.py(), format!("text is not valid Unicode: {}", error.value(text.py()))))
}

/// A partial date from a string, a `datetime.date` or a `datetime.datetime`; nothing from None.
fn date_of(value: &Bound<'_, PyAny>) -> PyResult<Option<PartialDate>> {
    if value.is_none() {
        return Ok(None);
    }
    let text = match value.cast::<PyString>() {
        Ok(text) => utf8(text)?.to_owned(),
        // A datetime's day: "2025-05-29T12:00:00" → "2025-05-29".
        Err(_) => value.call_method0("isoformat")?.extract::<String>()?.chars().take(10).collect(),
    };
    text.parse().map(Some).map_err(|error| errors::from_core(value.py(), &error))
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

const MOST_THREADS: usize = 256;
const BATCH_DOCUMENTS: usize = 16;
const BATCH_BYTES: usize = 1 << 20;

/// Extractions of many texts, made batch by batch as they are asked for.
#[pyclass(module = "shakeup")]
pub(crate) struct Extractions {
    extractor: shakeup::Extractor,
    texts: Option<Py<PyIterator>>, // none once they have ended or failed
    ids: Option<Py<PyIterator>>,
    published: Option<Py<PyIterator>>,
    date: Option<PartialDate>,
    threads: usize,
    ready: VecDeque<Extraction>,
    failed: Option<PyErr>,
}

#[pymethods]
impl Extractions {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<Extraction>> {
        if self.ready.is_empty() {
            let batch = self.batch(py);
            let found = py.detach(|| in_order(&self.extractor, &batch, self.threads));
            self.ready = batch.into_iter().zip(found).map(|((text, _), found)| Extraction::of(found, text)).collect();
        }
        match self.ready.pop_front() {
            Some(found) => Ok(Some(found)),
            None => self.failed.take().map_or(Ok(None), Err), // what came before a bad text was given first
        }
    }
}

impl Extractions {
    /// The next texts, up to the end or to the first that is bad.
    fn batch(&mut self, py: Python<'_>) -> Vec<(String, Meta)> {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        let most = if self.threads == 1 { 1 } else { BATCH_DOCUMENTS * self.threads };
        while self.texts.is_some() && batch.len() < most && bytes < BATCH_BYTES * self.threads {
            match self.read(py) {
                Ok(Some((text, meta))) => {
                    bytes += text.len();
                    batch.push((text, meta));
                }
                end => {
                    self.texts = None;
                    self.failed = end.err();
                }
            }
        }
        batch
    }

    fn read(&self, py: Python<'_>) -> PyResult<Option<(String, Meta)>> {
        let next = |values: &Py<PyIterator>| values.bind(py).clone().next().transpose();
        let along = |values: &Option<Py<PyIterator>>, what: &str| match values {
            None => Ok(None),
            Some(values) => {
                next(values)?.map(Some).ok_or_else(|| errors::input(py, format!("fewer {what} than texts")))
            }
        };
        let Some(text) = self.texts.as_ref().map(next).transpose()?.flatten() else { return Ok(None) };
        let (id, published) = (along(&self.ids, "ids")?, along(&self.published, "dates")?);
        let mut meta = Meta::new(id.as_ref(), published.as_ref())?;
        meta.published = meta.published.or(self.date);
        Ok(Some((utf8(text.cast::<PyString>()?)?.to_owned(), meta)))
    }
}

/// What is found in the texts, in their order. Threads live as long as a batch: a pool would not survive a fork.
fn in_order(extractor: &shakeup::Extractor, batch: &[(String, Meta)], threads: usize) -> Vec<shakeup::Extraction> {
    let work = |(text, meta): &(String, Meta)| extractor.extract_document(&meta.document(text));
    let threads = threads.min(batch.len());
    if threads <= 1 {
        return batch.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let i = next.fetch_add(1, Ordering::Relaxed);
            let Some(document) = batch.get(i) else { return done };
            done.push((i, work(document)));
        }
    };
    let mut done: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(take)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("extraction does not panic")).collect()
    });
    done.sort_unstable_by_key(|&(i, _)| i);
    done.into_iter().map(|(_, found)| found).collect()
}
