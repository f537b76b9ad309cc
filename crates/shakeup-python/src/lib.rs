//! The Python module `shakeup._shakeup`: wrappers, errors and offsets, nothing else.
//!
//! `records` holds the frozen classes that Python sees, `extractor` what makes them, `many` and `tables` what makes many of
//! them, `columns` reads Arrow data, `errors` is the way from Rust's one error to Python's exceptions. What reads better in
//! Python is in `python/shakeup`.
//!
//! The stubs, `python/shakeup/_shakeup.pyi`, are made of all this: `words` and the `signature`s say to `make stubs`, which
//! builds with the feature `stubs`, what the types of Rust do not.

mod columns;
mod documents;
mod errors;
mod extractor;
mod lexicon;
mod many;
mod records;
mod tables;
mod threads;
mod words;

use pyo3::pymodule;

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

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "its name in Python")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
