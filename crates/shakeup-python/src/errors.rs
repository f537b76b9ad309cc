//! Rust's errors as Python's exceptions, which are classes written in Python.

use pyo3::call::PyCallArgs;
use pyo3::exceptions::PyImportError;
use pyo3::prelude::*;
use pyo3::types::PyModule;

/// An exception of `shakeup._errors`; whatever goes wrong in making it is raised in its place.
fn exception<'py>(py: Python<'py>, class: &str, args: impl PyCallArgs<'py>) -> PyErr {
    let made = py.import("shakeup._errors").and_then(|module| module.getattr(class)?.call1(args));
    made.map_or_else(|error| error, PyErr::from_value)
}

pub(crate) fn input(py: Python<'_>, message: impl Into<String>) -> PyErr {
    exception(py, "InputError", (message.into(),))
}

/// What is wrong with one of many inputs, by its number from 0.
pub(crate) fn input_at(py: Python<'_>, index: u64, message: impl Into<String>) -> PyErr {
    exception(py, "InputError", (message.into(), index))
}

/// The error of one of many inputs, by its number from 0; an error that is not about input stays what it is.
pub(crate) fn at(py: Python<'_>, error: PyErr, index: u64) -> PyErr {
    let message = || -> PyResult<Option<String>> {
        let is_input = error.is_instance(py, &py.import("shakeup._errors")?.getattr("InputError")?);
        if is_input { Ok(Some(error.value(py).str()?.to_string())) } else { Ok(None) }
    };
    match message() {
        Ok(Some(message)) => input_at(py, index, message),
        _ => error,
    }
}

/// What to say of something that stands where a text belongs.
pub(crate) fn not_a_text(value: &Bound<'_, PyAny>) -> String {
    let class = value.get_type().name().map_or_else(|_| "object".to_owned(), |name| name.to_string());
    format!("a str belongs here, not {class}")
}

pub(crate) fn from_core(py: Python<'_>, error: &shakeup::Error) -> PyErr {
    if !error.is_lexicon() {
        return input(py, error.to_string());
    }
    let (line, column) = error.position().unzip();
    exception(py, "LexiconError", (error.message(), error.path().map(|path| path.display().to_string()), line, column))
}

/// A package that users may do without, or what to install.
pub(crate) fn package<'py>(py: Python<'py>, name: &str, what: &str) -> PyResult<Bound<'py, PyModule>> {
    let package = name.split('.').next().unwrap_or(name);
    py.import(name).map_err(|error| {
        if !error.is_instance_of::<PyImportError>(py) {
            return error;
        }
        let missing =
            PyImportError::new_err(format!("{what} needs {package}, which is not installed: pip install {package}"));
        match missing.value(py).setattr("name", package) {
            Ok(()) => missing,
            Err(error) => error,
        }
    })
}
