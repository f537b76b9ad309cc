//! Word tables: built in, compiled once, and the user's own on top. Words are data; sentence shapes are code.

mod accents;
mod builtin;
pub(crate) mod class;
mod compile;
mod date_word;
mod frame;
mod inflect;
mod layout;
mod listed;
mod measure;
mod nickname;
mod phrases;
mod sense;
mod term;
#[cfg(test)]
mod tests;
mod tsv;
mod vocabulary;
mod weights;
pub(crate) mod words;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use once_cell::sync::Lazy;

pub(crate) use accents::push_plain;
pub(crate) use class::Class;
pub(crate) use compile::Tables;
pub(crate) use date_word::{DateCue, DatePhrase, DateWord, Lead, Part, Pointer, Season, TimeUnit};
pub(crate) use frame::{Frame, FrameEvent, FrameNeed, FramePos, FrameWho, VerbKind};
pub(crate) use inflect::Form;
pub(crate) use layout::HEAD;
pub(crate) use measure::{Cue, CueClass, MoneyKind, MoneySense, NumberKind, NumberSense, UnitKind, UnitSense};
pub(crate) use sense::{
    Gender, ModifierKind, NotName, OrganizationKind, PlaceKind, PlaceSense, PostKind, PostScope, PostSense,
};
pub(crate) use term::Term;
pub(crate) use vocabulary::{ShortWord, WordId};
pub(crate) use weights::BASE;

use crate::Error;

/// Words that the extractor knows: titles, names, organisations, verbs, units.
///
/// A table is one of the files in the crate's `lexicons/` folder, named without `.tsv`: `posts`, `post_modifiers`,
/// `organizations`, `places`, `frames`, … Each file's head says what its columns are. A user's entry wins over a built-in one;
/// a line that starts with `-` removes one.
///
/// ```
/// use shakeup::Lexicon;
/// let lexicon = Lexicon::builtin().with_tsv("posts", "harbour reeve\tgovernment\ttitle\n-boss\n")?;
/// let error = Lexicon::builtin().with_tsv("posts", "reeve\tnonsense").unwrap_err();
/// assert_eq!(error.position(), Some((1, 7)));
/// # Ok::<(), shakeup::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    layers: Vec<Layer>,
}

/// Lines that a user added to one table.
#[derive(Debug, Clone)]
struct Layer {
    table: String,
    path: PathBuf,
    text: String,
}

static BUILTIN: Lazy<Arc<Tables>> = Lazy::new(|| Arc::new(builtin::compile()));

impl Tables {
    /// The built-in tables, compiled once in a process.
    pub(crate) fn builtin() -> Arc<Tables> {
        Arc::clone(&BUILTIN)
    }
}

impl Lexicon {
    /// The built-in words alone.
    pub fn builtin() -> Lexicon {
        Lexicon::default()
    }

    /// The same with the lines of `text` added to a table.
    ///
    /// # Errors
    /// When there is no such table, or for the first line that cannot be read, with its line and column.
    pub fn with_tsv(self, table: &str, text: &str) -> Result<Lexicon, Error> {
        self.with_layer(table, Path::new(&format!("{table}.tsv")), text.to_owned())
    }

    /// The same with a file added to the table that the file is named after: `posts.tsv`.
    ///
    /// # Errors
    /// When the file cannot be read, is not UTF-8, or for its first line that is wrong.
    pub fn with_file(self, path: impl AsRef<Path>) -> Result<Lexicon, Error> {
        let path = path.as_ref();
        let text = std::fs::read_to_string(path).map_err(|e| Error::read(path, &e))?;
        self.with_layer(&table_of(path), path, text)
    }

    /// The same with every `*.tsv` file of a folder added, in the order of their names.
    ///
    /// # Errors
    /// When the folder or a file cannot be read, or for the first line that is wrong.
    pub fn with_dir(self, path: impl AsRef<Path>) -> Result<Lexicon, Error> {
        tsv_files(path.as_ref())?.into_iter().try_fold(self, Lexicon::with_file)
    }

    /// The same with entries added to a table: the columns of each, of which the last ones may be left out. Capitals and
    /// spaces of the first column do not matter.
    ///
    /// ```
    /// # use shakeup::{Extractor, Lexicon};
    /// let lexicon = Lexicon::builtin()
    ///     .with_entries("posts", [["Harbour Reeve", "government", "title"]])?
    ///     .with_entries("frames", [["muster out", "verb", "out", "subject", "retired"]])?;
    /// let extractor = Extractor::builder().lexicon(lexicon).build()?;
    /// let found = extractor.extract("Harbour Reeve Ann Lee mustered out on Monday.");
    /// assert_eq!(found.reassignments[0].to_string(), "Ann Lee out as Harbour Reeve: retired, Monday (actual)");
    /// # Ok::<(), shakeup::Error>(())
    /// ```
    ///
    /// # Errors
    /// When there is no such table, or for the first entry that makes no sense: its number from 1 is the line.
    pub fn with_entries<E, C>(self, table: &str, entries: impl IntoIterator<Item = E>) -> Result<Lexicon, Error>
    where
        E: IntoIterator<Item = C>,
        C: AsRef<str>,
    {
        let mut text = String::new();
        for (number, entry) in entries.into_iter().enumerate() {
            for (i, column) in entry.into_iter().enumerate() {
                match i {
                    0 => text += &phrase_of(table, number, column.as_ref())?,
                    _ => text.extend(["\t", &column.as_ref().replace(['\t', '\n', '\r'], " ")]),
                }
            }
            text.push('\n');
        }
        self.with_tsv(table, &text)
    }

    /// The same without some entries of a table, by their first column.
    ///
    /// ```
    /// # use shakeup::{Extractor, Lexicon};
    /// let lexicon = Lexicon::builtin().without("posts", ["boss"])?;
    /// let extractor = Extractor::builder().lexicon(lexicon).build()?;
    /// assert!(extractor.extract("Acme boss Ann Lee said so.").roles.is_empty());
    /// # Ok::<(), shakeup::Error>(())
    /// ```
    ///
    /// # Errors
    /// When there is no such table, or when more columns must say which entries of it are meant.
    pub fn without<P: AsRef<str>>(self, table: &str, phrases: impl IntoIterator<Item = P>) -> Result<Lexicon, Error> {
        let mut text = String::new();
        for (number, phrase) in phrases.into_iter().enumerate() {
            text.extend(["-", &phrase_of(table, number, phrase.as_ref())?, "\n"]);
        }
        self.with_tsv(table, &text)
    }

    /// The same with a `.tsv` file or all those of a folder added.
    ///
    /// # Errors
    /// Those of [`Lexicon::with_file`] and [`Lexicon::with_dir`].
    pub fn load(self, path: impl AsRef<Path>) -> Result<Lexicon, Error> {
        let path = path.as_ref();
        if path.is_dir() { self.with_dir(path) } else { self.with_file(path) }
    }

    /// The lines that were added, as name and text of a table, in order: with [`Lexicon::with_tsv`] they make the same
    /// lexicon elsewhere.
    pub fn added(&self) -> impl Iterator<Item = (&str, &str)> {
        self.layers.iter().map(|layer| (&*layer.table, &*layer.text))
    }

    /// Every mistake in the `*.tsv` files of a folder, in file and line order; empty when all is well.
    pub fn check_dir(path: impl AsRef<Path>) -> Vec<Error> {
        let files = match tsv_files(path.as_ref()) {
            Ok(files) => files,
            Err(error) => return vec![error],
        };
        let mut faults = Vec::new();
        for file in files {
            match std::fs::read_to_string(&file) {
                Ok(text) => faults.extend(compile::faults(&table_of(&file), &file, &text)),
                Err(error) => faults.push(Error::read(&file, &error)),
            }
        }
        faults
    }

    fn with_layer(mut self, table: &str, path: &Path, text: String) -> Result<Lexicon, Error> {
        match compile::faults(table, path, &text).into_iter().next() {
            Some(fault) => Err(fault),
            None => {
                self.layers.push(Layer { table: table.to_owned(), path: path.to_owned(), text });
                Ok(self)
            }
        }
    }

    /// The compiled tables.
    pub(crate) fn tables(&self) -> Arc<Tables> {
        if self.layers.is_empty() {
            return Tables::builtin();
        }
        let mut tables = Tables::clone(&BUILTIN);
        tables.end_builtin();
        for layer in &self.layers {
            tables.read(&layer.table, &layer.path, &layer.text);
        }
        Arc::new(tables)
    }
}

/// The first column of an entry that is no line of a file: nothing that a line would take for something else.
fn phrase_of(table: &str, number: usize, words: &str) -> Result<String, Error> {
    let phrase = tsv::phrase(words);
    if phrase.is_empty() || phrase.starts_with(['#', '-']) {
        let message = format!("no entry can be {words:?}: it is empty or starts with # or -");
        return Err(Error::lexicon(Path::new(&format!("{table}.tsv")), number + 1, 1, message));
    }
    Ok(phrase)
}

fn table_of(path: &Path) -> String {
    path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default()
}

fn tsv_files(dir: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = std::fs::read_dir(dir).map_err(|e| Error::read(dir, &e))?;
    let mut files: Vec<PathBuf> =
        entries.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "tsv")).collect();
    files.sort();
    Ok(files)
}

/// A form of a verb, by its lemma: "step" and past give "stepped".
#[cfg(test)]
pub(crate) fn verb_form_of(tables: &Tables, lemma: &str, form: Form) -> String {
    let id = tables.word(lemma.as_bytes());
    let mut forms = (1..tables.words())
        .map(|i| WordId(i as u32))
        .filter(|&word| tables.verb_form(word).is_some_and(|v| v.lemma == id && v.form.has(form)));
    forms.next().map_or_else(|| lemma.to_owned(), |word| tables.spelling(word).to_owned())
}
