//! stub
use std::path::Path;
use std::sync::Arc;
use crate::Error;
#[derive(Debug, Clone)]
/// Words: built in, and the user's own.
pub struct Lexicon {}
#[derive(Debug)]
pub(crate) struct Tables {}
impl Tables { pub(crate) fn builtin() -> Arc<Tables> { Arc::new(Tables {}) } }
impl Lexicon {
    /// The built-in lexicon.
    pub fn builtin() -> Lexicon { Lexicon {} }
    /// Adds the lines of a table: `posts`, `places`, `frames`, …
    /// # Errors
    /// A line that cannot be read.
    pub fn with_tsv(self, table: &str, text: &str) -> Result<Lexicon, Error> { let _ = (table, text); Ok(self) }
    /// Adds a file named after its table: `posts.tsv`.
    /// # Errors
    /// A file or line that cannot be read.
    pub fn with_file(self, path: impl AsRef<Path>) -> Result<Lexicon, Error> { let _ = path; Ok(self) }
    /// Adds every `*.tsv` of a folder.
    /// # Errors
    /// A file or line that cannot be read.
    pub fn with_dir(self, path: impl AsRef<Path>) -> Result<Lexicon, Error> { let _ = path; Ok(self) }
    /// Every mistake in the files of a folder.
    pub fn check_dir(path: impl AsRef<Path>) -> Vec<Error> { let _ = path; Vec::new() }
    pub(crate) fn tables(&self) -> Arc<Tables> { Tables::builtin() }
}
