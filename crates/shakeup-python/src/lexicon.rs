//! The words that an Extractor knows.

use std::path::{Path, PathBuf};

use pyo3::prelude::*;

use crate::errors;

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
    pub(crate) inner: shakeup::Lexicon,
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
    pub(crate) fn of(value: &Bound<'_, PyAny>) -> PyResult<Lexicon> {
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
