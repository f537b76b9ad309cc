//! The Python module `shakeup._shakeup`: wrappers, errors and offsets, nothing else.
//!
//! `records` holds the frozen classes that Python sees, `extractor` what makes them, `many` and `tables` what makes many of
//! them, `columns` reads Arrow data, `errors` is the way from Rust's one error to Python's exceptions. What reads better in
//! Python is in `python/shakeup`.

mod columns;
mod documents;
mod errors;
mod extractor;
mod lexicon;
mod many;
mod records;
mod tables;
mod threads;

use pyo3::prelude::*;

#[pymodule]
mod _shakeup {
    #[pymodule_export]
    use crate::extractor::{Extractor, extract, main, tables};
    #[pymodule_export]
    use crate::lexicon::{Lexicon, restore_lexicon};
    #[pymodule_export]
    use crate::records::{
        DateMention, Entity, Extraction, Mention, NumericTarget, Quantity, Reassignment, Role, Span, restore,
    };
    #[pymodule_export]
    use crate::tables::{Table, Tables};
    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
