//! Files, folders and standard input → documents, one at a time and in order.
//!
//! What cannot be read is a [`Problem`] in its place in the stream; reading goes on behind it.

mod csv;
mod jsonl;
#[cfg(feature = "parquet")]
mod parquet;

use std::collections::VecDeque;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use shakeup::PartialDate;

use crate::args::{Input, InputKind};

/// A document as it was read.
#[derive(Debug)]
pub(crate) struct Doc {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) published: Option<PartialDate>,
}

/// Input that could not be read: where, and why.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    place: String,
    message: String,
}

impl Problem {
    pub(crate) fn new(place: impl fmt::Display, message: impl fmt::Display) -> Problem {
        Problem { place: place.to_string(), message: message.to_string() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// A document as it lies in its file. Whoever has time makes a [`Doc`] of it: the threads that extract.
#[derive(Debug)]
pub(crate) enum Raw {
    /// A line of JSON.
    Line { name: Arc<str>, line: u64, bytes: Vec<u8> },
    /// A file of text. A byte order mark stays in it, so that offsets count from the start of the file.
    Text { name: Arc<str>, bytes: Vec<u8> },
    /// What was read as a whole.
    Read(Result<Doc, Problem>),
}

impl Raw {
    pub(crate) fn into_doc(self, options: &Input) -> Result<Doc, Problem> {
        let doc = match self {
            Raw::Line { name, line, bytes } => {
                let place = format!("{name}:{line}");
                jsonl::document(&bytes, &place, options).map_err(|message| Problem::new(place, message))
            }
            Raw::Text { name, bytes } => match String::from_utf8(bytes) {
                Ok(text) => Ok(Doc { id: name.to_string(), text, published: None }),
                Err(error) => Err(Problem::new(name, not_utf8(error.utf8_error(), ""))),
            },
            Raw::Read(doc) => doc,
        };
        doc.map(|doc| Doc { published: doc.published.or(options.date), ..doc })
    }

    /// Bytes that it takes, about.
    pub(crate) fn len(&self) -> usize {
        match self {
            Raw::Line { bytes, .. } | Raw::Text { bytes, .. } => bytes.len(),
            Raw::Read(doc) => doc.as_ref().map_or(0, |doc| doc.text.len()),
        }
    }

    /// The bytes by which it is known again.
    pub(crate) fn identity(&self) -> Vec<&[u8]> {
        match self {
            Raw::Line { bytes, .. } => vec![bytes.trim_ascii_end()],
            Raw::Text { name, bytes } => vec![name.as_bytes(), bytes],
            Raw::Read(Ok(doc)) => vec![doc.id.as_bytes(), doc.text.as_bytes()],
            Raw::Read(Err(problem)) => vec![problem.place.as_bytes()],
        }
    }
}

/// What is read from, decompressed.
type Reader = Box<dyn Read + Send>;

/// The documents of all inputs in order.
pub(crate) struct Documents<'a> {
    options: &'a Input,
    waiting: VecDeque<Result<PathBuf, Problem>>,
    open: Option<Source>,
    bytes_read: Arc<AtomicU64>,
}

impl<'a> Documents<'a> {
    /// `not` is no input even if it lies in a folder of inputs: the file that the output goes to.
    pub(crate) fn new(options: &'a Input, not: Option<&Path>) -> Documents<'a> {
        let mut waiting = VecDeque::new();
        if options.files.is_empty() {
            waiting.push_back(Ok(PathBuf::from("-")));
        }
        for path in &options.files {
            if path.as_os_str() != "-" && path.is_dir() {
                walk(path, &mut waiting);
            } else {
                waiting.push_back(Ok(path.clone()));
            }
        }
        if let Some(not) = not.and_then(|not| not.canonicalize().ok()) {
            waiting.retain(|path| !path.as_ref().is_ok_and(|path| path.canonicalize().is_ok_and(|path| path == not)));
        }
        Documents { options, waiting, open: None, bytes_read: Arc::default() }
    }

    /// Bytes in all files; `None` while standard input is among them.
    pub(crate) fn total_bytes(&self) -> Option<u64> {
        let mut total = 0;
        for path in self.waiting.iter().flatten() {
            total += if path.as_os_str() == "-" { return None } else { fs::metadata(path).map_or(0, |m| m.len()) };
        }
        Some(total)
    }

    /// Counts the bytes read from files so far, as they lie there.
    pub(crate) fn bytes_read(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.bytes_read)
    }

    fn open(&self, path: &Path) -> Result<Source, Problem> {
        let name: Arc<str> = path.display().to_string().into();
        let (stem, packing) = packing(path);
        let kind = self.options.kind.or_else(|| kind_of(&stem)).unwrap_or(InputKind::Text);
        if kind == InputKind::Parquet {
            return self.open_parquet(path, name);
        }
        let reader: Reader = if path.as_os_str() == "-" {
            Box::new(io::stdin())
        } else {
            Box::new(File::open(path).map_err(|error| Problem::new(&name, error))?)
        };
        let reader: Reader = Box::new(Counted { reader, bytes: self.bytes_read() });
        let reader: Reader = match packing {
            Packing::None => reader,
            // Files that were put one behind the other are one stream: each decoder goes on to the next.
            Packing::Gzip => Box::new(flate2::read::MultiGzDecoder::new(io::BufReader::with_capacity(1 << 16, reader))),
            Packing::Zstd => Box::new(zstd::Decoder::new(reader).map_err(|error| Problem::new(&name, error))?),
        };
        match kind {
            InputKind::Jsonl => Ok(Source::Lines(jsonl::Lines::new(name, reader))),
            InputKind::Csv => csv::Columns::open(name, reader, self.options).map(|c| Source::Columns(Box::new(c))),
            InputKind::Text | InputKind::Parquet => Ok(Source::Text { name, reader: Some(reader) }),
        }
    }

    #[cfg(feature = "parquet")]
    fn open_parquet(&self, path: &Path, name: Arc<str>) -> Result<Source, Problem> {
        parquet::Rows::open(path, name, self.options, self.bytes_read()).map(|rows| Source::Parquet(Box::new(rows)))
    }

    #[cfg(not(feature = "parquet"))]
    #[expect(clippy::unused_self, reason = "as with the feature")]
    fn open_parquet(&self, _: &Path, name: Arc<str>) -> Result<Source, Problem> {
        Err(Problem::new(name, "this shakeup was built without Parquet"))
    }
}

impl Iterator for Documents<'_> {
    type Item = Raw;

    fn next(&mut self) -> Option<Raw> {
        loop {
            if let Some(source) = &mut self.open {
                let read = match source {
                    Source::Text { name, reader } => reader.take().map(|reader| whole(name, reader)),
                    Source::Lines(lines) => lines.read(),
                    Source::Columns(columns) => columns.read(),
                    #[cfg(feature = "parquet")]
                    Source::Parquet(rows) => rows.read(),
                };
                if read.is_some() {
                    return read;
                }
                self.open = None;
            }
            match self.waiting.pop_front()?.and_then(|path| self.open(&path)) {
                Ok(source) => self.open = Some(source),
                Err(problem) => return Some(Raw::Read(Err(problem))),
            }
        }
    }
}

/// Counts what is read.
struct Counted {
    reader: Reader,
    bytes: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.bytes.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// The readable files below a folder, in the order of their names; links to folders are not followed.
fn walk(folder: &Path, found: &mut VecDeque<Result<PathBuf, Problem>>) {
    let entries = fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<Vec<_>>>());
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return found.push_back(Err(Problem::new(folder.display(), error))),
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&path, found);
        } else if kind_of(&packing(&path).0).is_some() && path.is_file() {
            found.push_back(Ok(path));
        }
    }
}

enum Packing {
    None,
    Gzip,
    Zstd,
}

/// How a file is packed, by its extension, and its name without that: "news.jsonl.gz" → "news.jsonl".
fn packing(path: &Path) -> (PathBuf, Packing) {
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
    match extension.as_str() {
        "gz" | "gzip" => (path.with_extension(""), Packing::Gzip),
        "zst" | "zstd" => (path.with_extension(""), Packing::Zstd),
        _ => (path.to_owned(), Packing::None),
    }
}

fn kind_of(path: &Path) -> Option<InputKind> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "txt" | "text" => Some(InputKind::Text),
        "jsonl" | "ndjson" | "json" => Some(InputKind::Jsonl),
        "csv" => Some(InputKind::Csv),
        "parquet" => Some(InputKind::Parquet),
        _ => None,
    }
}

/// An input that is being read.
enum Source {
    Text {
        name: Arc<str>,
        reader: Option<Reader>,
    },
    Lines(jsonl::Lines),
    Columns(Box<csv::Columns>),
    #[cfg(feature = "parquet")]
    Parquet(Box<parquet::Rows>),
}

/// A text file is one document.
fn whole(name: &Arc<str>, mut reader: Reader) -> Raw {
    let mut bytes = Vec::new();
    match reader.read_to_end(&mut bytes) {
        Ok(_) => Raw::Text { name: Arc::clone(name), bytes },
        Err(error) => Raw::Read(Err(Problem::new(name, error))),
    }
}

fn not_utf8(error: std::str::Utf8Error, of: &str) -> String {
    format!("not UTF-8 at byte {}{of}", error.valid_up_to())
}

fn published(date: &str) -> Result<Option<PartialDate>, String> {
    if date.is_empty() { Ok(None) } else { date.parse().map(Some).map_err(|error: shakeup::Error| error.to_string()) }
}
