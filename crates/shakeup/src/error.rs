//! One opaque error: a bad lexicon line or a bad date. Extraction itself cannot fail.

use std::fmt;
use std::path::{Path, PathBuf};

/// What went wrong, and where: a lexicon line that cannot be read, or a date that is not a date.
///
/// ```
/// let error = "2025-13".parse::<shakeup::PartialDate>().unwrap_err();
/// assert_eq!(error.to_string(), "not a partial date (YYYY, YYYY-MM or YYYY-MM-DD): \"2025-13\"");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Box<Kind>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Date(String),
    Lexicon { path: PathBuf, line: usize, column: usize, message: String },
    Read { path: PathBuf, message: String },
    Option(String),
}

impl Error {
    pub(crate) fn date(text: &str) -> Error {
        Error(Box::new(Kind::Date(text.to_owned())))
    }

    pub(crate) fn lexicon(path: &Path, line: usize, column: usize, message: impl Into<String>) -> Error {
        Error(Box::new(Kind::Lexicon { path: path.to_owned(), line, column, message: message.into() }))
    }

    pub(crate) fn read(path: &Path, error: &std::io::Error) -> Error {
        Error(Box::new(Kind::Read { path: path.to_owned(), message: error.to_string() }))
    }

    pub(crate) fn option(message: impl Into<String>) -> Error {
        Error(Box::new(Kind::Option(message.into())))
    }

    /// Whether a lexicon file is at fault: its content or that it could not be read.
    pub fn is_lexicon(&self) -> bool {
        matches!(*self.0, Kind::Lexicon { .. } | Kind::Read { .. })
    }

    /// The lexicon file at fault, where there is one.
    pub fn path(&self) -> Option<&Path> {
        match &*self.0 {
            Kind::Lexicon { path, .. } | Kind::Read { path, .. } => Some(path),
            _ => None,
        }
    }

    /// Line and column of a lexicon mistake, counted from 1; the column in characters.
    pub fn position(&self) -> Option<(usize, usize)> {
        match &*self.0 {
            Kind::Lexicon { line, column, .. } => Some((*line, *column)),
            _ => None,
        }
    }

    /// What is wrong, without the place.
    pub fn message(&self) -> String {
        match &*self.0 {
            Kind::Lexicon { message, .. } | Kind::Read { message, .. } | Kind::Option(message) => message.clone(),
            Kind::Date(_) => self.to_string(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::Date(text) => write!(f, "not a partial date (YYYY, YYYY-MM or YYYY-MM-DD): {text:?}"),
            Kind::Lexicon { path, line, column, message } => {
                write!(f, "{}:{line}:{column}: {message}", path.display())
            }
            Kind::Read { path, message } => write!(f, "{}: {message}", path.display()),
            Kind::Option(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {}
