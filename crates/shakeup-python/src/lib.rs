//! The Python module `shakeup._shakeup`: wrappers, errors and offsets, nothing else.
//!
//! `records` holds the frozen classes that Python sees, `extractor` what makes them, `errors` the way from Rust's one
//! error to Python's exceptions. What reads better in Python is in `python/shakeup`.

mod errors;
mod extractor;
mod records;

use pyo3::prelude::*;

#[pymodule]
mod _shakeup {
    #[pymodule_export]
    use crate::extractor::{Extractor, Lexicon, extract, restore_lexicon};
    #[pymodule_export]
    use crate::records::{
        DateMention, Entity, Extraction, Mention, NumericTarget, Quantity, Reassignment, Role, Span, restore,
    };
    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
