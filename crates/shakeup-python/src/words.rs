//! What Python sees of enumerations, tuples and the attributes of a match, with the types that the stubs have for them.

use std::convert::Infallible;

use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

#[cfg(feature = "stubs")]
pub(crate) use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
#[cfg(feature = "stubs")]
pub(crate) use pyo3::{type_hint_identifier, type_hint_subscript};

/// A value of an enumeration: a str, of which a stub has every spelling.
pub(crate) struct Word<T>(pub(crate) T);

macro_rules! words {
    ($($enumeration:ty),+) => {$(
        impl<'py> IntoPyObject<'py> for Word<$enumeration> {
            type Target = PyString;
            type Output = Bound<'py, PyString>;
            type Error = Infallible;

            #[cfg(feature = "stubs")]
            const OUTPUT_TYPE: PyStaticExpr = {
                const WORDS: [PyStaticExpr; <$enumeration>::ALL.len()] = {
                    let mut words = [type_hint_identifier!("builtins", "str"); <$enumeration>::ALL.len()];
                    let mut i = 0;
                    while i < words.len() {
                        let word = PyStaticConstant::Str(<$enumeration>::ALL[i].as_str());
                        words[i] = PyStaticExpr::Constant { value: word };
                        i += 1;
                    }
                    words
                };
                type_hint_subscript!(
                    type_hint_identifier!("typing", "Literal"),
                    PyStaticExpr::Tuple { elts: &WORDS }
                )
            };

            fn into_pyobject(self, py: Python<'py>) -> Result<Bound<'py, PyString>, Infallible> {
                self.0.as_str().into_pyobject(py)
            }
        }
    )+};
}

words! {
    shakeup::Status, shakeup::Direction, shakeup::Reason, shakeup::Realis, shakeup::Comparator, shakeup::TargetKind,
    shakeup::Change, shakeup::QuantityKind, shakeup_arrow::Table
}

/// A Python tuple: what a frozen object holds must be frozen too.
pub(crate) struct Tuple<T>(pub(crate) Vec<T>);

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Tuple<T> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("builtins", "tuple"),
        T::OUTPUT_TYPE,
        PyStaticExpr::Constant { value: PyStaticConstant::Ellipsis }
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0)
    }
}

/// Declares `MatchArgs`, which becomes the tuple of names that a `match` sees: `tuple[Literal["start"], Literal["end"]]`.
macro_rules! match_args {
    ([$($name:literal),+]) => {
        struct MatchArgs;

        impl<'py> IntoPyObject<'py> for MatchArgs {
            type Target = PyTuple;
            type Output = Bound<'py, PyTuple>;
            type Error = PyErr;

            #[cfg(feature = "stubs")]
            const OUTPUT_TYPE: $crate::words::PyStaticExpr = {
                use $crate::words::{PyStaticConstant, PyStaticExpr, type_hint_identifier, type_hint_subscript};
                type_hint_subscript!(
                    type_hint_identifier!("builtins", "tuple"),
                    PyStaticExpr::Tuple {
                        elts: &[$(type_hint_subscript!(
                            type_hint_identifier!("typing", "Literal"),
                            PyStaticExpr::Constant { value: PyStaticConstant::Str($name) }
                        )),+]
                    }
                )
            };

            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
                PyTuple::new(py, [$($name),+])
            }
        }
    };
}
pub(crate) use match_args;
