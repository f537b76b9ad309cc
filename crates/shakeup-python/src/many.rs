//! The iterator over many texts.

use std::collections::VecDeque;

use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyString};
use shakeup::PartialDate;

use crate::documents::{Doc, date_of, document};
use crate::errors;
use crate::records::Extraction;
use crate::threads::{BATCH_BYTES, how_many, in_order};

/// Each thread gets at most this many texts at a time: whoever takes one extraction waits for a batch of them.
const BATCH_TEXTS: usize = 32;

/// Extractions of many texts, made batch by batch as they are asked for.
#[pyclass(module = "shakeup")]
pub(crate) struct Extractions {
    extractor: shakeup::Extractor,
    texts: Option<Py<PyIterator>>, // none once they have ended or failed
    ids: Option<Py<PyIterator>>,
    published: Option<Py<PyIterator>>,
    date: Option<PartialDate>,
    threads: usize,
    records_errors: bool,
    read: u64,
    ready: VecDeque<Result<Extraction, PyErr>>,
    failed: Option<PyErr>,
}

#[pymethods]
impl Extractions {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__<'py>(&mut self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        if self.ready.is_empty() {
            let batch = self.batch(py);
            let (extractor, threads) = (&self.extractor, self.threads);
            let found = py.detach(|| {
                let extract = |doc: &Result<Doc<'_>, PyErr>| doc.as_ref().ok().map(|doc| doc.extract(extractor));
                in_order(&batch, threads, extract)
            });
            let made = |(doc, found): (Result<Doc<'_>, _>, Option<_>)| {
                doc.map(|doc| Extraction::of(found.unwrap_or_default(), doc.text))
            };
            self.ready = batch.into_iter().zip(found).map(made).collect();
            py.check_signals()?; // a list() of all never comes back to the interpreter
        }
        match self.ready.pop_front() {
            Some(Ok(found)) => Ok(Some(Bound::new(py, found)?.into_any())),
            Some(Err(error)) => Ok(Some(error.into_value(py).into_bound(py).into_any())),
            None => self.failed.take().map_or(Ok(None), Err), // what came before a bad text was given first
        }
    }
}

impl Extractions {
    pub(crate) fn new(
        extractor: &shakeup::Extractor,
        texts: &Bound<'_, PyAny>,
        ids: Option<&Bound<'_, PyAny>>,
        published: Option<&Bound<'_, PyAny>>,
        threads: usize,
        on_error: &str,
    ) -> PyResult<Extractions> {
        let py = texts.py();
        let each = |values: &Bound<'_, PyAny>| values.try_iter().map(Bound::unbind);
        if texts.is_instance_of::<PyString>() {
            return Err(errors::input(py, "many texts belong here, not one: put it in a list"));
        }
        let (published, date) = match published.filter(|value| !value.is_none()) {
            Some(value) if value.cast::<PyString>().is_ok() || value.hasattr("isoformat")? => (None, date_of(value)?),
            several => (several.map(each).transpose()?, None),
        };
        let records_errors = match on_error {
            "raise" => false,
            "record" => true,
            other => return Err(errors::input(py, format!("on_error is \"raise\" or \"record\", not {other:?}"))),
        };
        Ok(Extractions {
            extractor: extractor.clone(),
            texts: Some(each(texts)?),
            ids: ids.map(each).transpose()?,
            published,
            date,
            threads: how_many(threads),
            records_errors,
            read: 0,
            ready: VecDeque::new(),
            failed: None,
        })
    }

    /// The next texts, up to the end or to the first that is bad if bad ones are not wanted.
    fn batch(&mut self, py: Python<'_>) -> Vec<Result<Doc<'static>, PyErr>> {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        let most = if self.threads == 1 { 1 } else { BATCH_TEXTS * self.threads };
        while self.texts.is_some() && batch.len() < most && bytes < BATCH_BYTES * self.threads {
            match self.read(py) {
                Ok(Some(Ok(doc))) => {
                    bytes += doc.text.len();
                    batch.push(Ok(doc));
                }
                Ok(Some(Err(error))) if self.records_errors => batch.push(Err(error)),
                end => {
                    self.texts = None;
                    self.failed = end.and_then(Option::transpose).err();
                }
            }
            self.read += 1;
        }
        batch
    }

    /// The next text, or what is wrong with it; an error that is no text's own ends them all.
    fn read(&self, py: Python<'_>) -> PyResult<Option<PyResult<Doc<'static>>>> {
        let next = |values: &Py<PyIterator>| values.bind(py).clone().next().transpose();
        let along = |values: &Option<Py<PyIterator>>, what: &str| match values {
            None => Ok(None),
            Some(values) => {
                next(values)?.map(Some).ok_or_else(|| errors::input(py, format!("fewer {what} than texts")))
            }
        };
        let Some(text) = self.texts.as_ref().map(next).transpose()?.flatten() else { return Ok(None) };
        let (id, published) = (along(&self.ids, "ids")?, along(&self.published, "dates")?);
        let doc = match text.cast::<PyString>() {
            Ok(text) => document(text, id.as_ref(), published.as_ref())
                .map(|doc| Doc { published: doc.published.or(self.date), ..doc.into_owned() }),
            Err(_) => Err(errors::input(py, errors::not_a_text(&text))),
        };
        Ok(Some(doc.map_err(|error| errors::at(py, error, self.read))))
    }
}
