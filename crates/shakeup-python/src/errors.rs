//! Rust's errors as Python's exceptions, which are classes written in Python.

use pyo3::call::PyCallArgs;
use pyo3::prelude::*;

/// An exception of `shakeup._errors`; whatever goes wrong in making it is raised in its place.
fn exception<'py>(py: Python<'py>, class: &str, args: impl PyCallArgs<'py>) -> PyErr {
    let made = py.import("shakeup._errors").and_then(|module| module.getattr(class)?.call1(args));
    made.map_or_else(|error| error, PyErr::from_value)
}

pub(crate) fn input(py: Python<'_>, message: impl Into<String>) -> PyErr {
    exception(py, "InputError", (message.into(),))
}

pub(crate) fn from_core(py: Python<'_>, error: &shakeup::Error) -> PyErr {
    if !error.is_lexicon() {
        return input(py, error.to_string());
    }
    let (line, column) = error.position().unzip();
    exception(py, "LexiconError", (error.message(), error.path().map(|path| path.display().to_string()), line, column))
}
