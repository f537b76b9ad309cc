//! Texts, ids and dates as they come from Python.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::{PyFloat, PyInt, PyString};
use shakeup::PartialDate;
use shakeup_arrow::partial_date;

use crate::errors;

/// A document as it was read.
pub(crate) struct Doc<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) id: Cow<'t, str>,
    pub(crate) published: Option<PartialDate>,
}

impl Doc<'_> {
    pub(crate) fn extract(&self, extractor: &shakeup::Extractor) -> shakeup::Extraction {
        extractor.extract_document(&self.document())
    }

    pub(crate) fn into_owned(self) -> Doc<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        Doc { text: owned(self.text), id: owned(self.id), published: self.published }
    }

    pub(crate) fn document(&self) -> shakeup::Document<'_> {
        let document = shakeup::Document::new(&self.text).id(&self.id);
        self.published.map_or(document, |date| document.published(date))
    }
}

/// The document of a text with its id and date, where they are given; `None` is given by nobody.
pub(crate) fn document<'t>(
    text: &'t Bound<'_, PyString>,
    id: Option<&Bound<'_, PyAny>>,
    published: Option<&Bound<'_, PyAny>>,
) -> PyResult<Doc<'t>> {
    let id = id.map(id_of).transpose()?.flatten().unwrap_or_default();
    let published = published.map(date_of).transpose()?.flatten();
    Ok(Doc { text: Cow::Borrowed(utf8(text)?), id: Cow::Owned(id), published })
}

pub(crate) fn utf8<'a>(text: &'a Bound<'_, PyString>) -> PyResult<&'a str> {
    text.to_str()
        .map_err(|error| errors::input(text.py(), format!("text is not valid Unicode: {}", error.value(text.py()))))
}

/// An id from anything that has a string, as numbers have; nothing from what is missing.
pub(crate) fn id_of(value: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    if is_missing(value) { Ok(None) } else { utf8(&value.str()?).map(|id| Some(id.to_owned())) }
}

/// A partial date from a string, a year, a `datetime.date` or a `datetime.datetime`; nothing from what is missing.
pub(crate) fn date_of(value: &Bound<'_, PyAny>) -> PyResult<Option<PartialDate>> {
    if is_missing(value) {
        return Ok(None);
    }
    let py = value.py();
    let date = match value.cast::<PyString>() {
        Ok(text) => partial_date(utf8(text)?),
        Err(_) if value.hasattr("isoformat")? => partial_date(&value.call_method0("isoformat")?.extract::<String>()?),
        Err(_) if value.is_instance_of::<PyInt>() => value.str()?.extract::<String>()?.parse(),
        Err(_) => return Err(errors::input(py, format!("not a date: {}", value.repr()?))),
    };
    date.map(Some).map_err(|error| errors::from_core(py, &error))
}

/// None, and what data frames hold in its place: NaN, `pandas.NA`, `NaT`.
pub(crate) fn is_missing(value: &Bound<'_, PyAny>) -> bool {
    let named =
        |value: &Bound<'_, PyAny>| value.get_type().name().is_ok_and(|name| name == "NAType" || name == "NaTType");
    value.is_none() || value.cast::<PyFloat>().is_ok_and(|number| number.value().is_nan()) || named(value)
}
