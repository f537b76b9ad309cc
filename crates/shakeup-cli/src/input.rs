//! Files, folders and standard input → documents, one at a time and in order.
//!
//! What cannot be read is a [`Problem`] in its place in the stream; reading goes on behind it.

use std::collections::VecDeque;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use serde_json::Value;
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
    fn new(place: impl fmt::Display, message: impl fmt::Display) -> Problem {
        Problem { place: place.to_string(), message: message.to_string() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// The documents of all inputs in order.
pub(crate) struct Documents<'a> {
    options: &'a Input,
    waiting: VecDeque<Result<PathBuf, Problem>>,
    open: Option<Source>,
    bytes_read: u64,
}

impl<'a> Documents<'a> {
    pub(crate) fn new(options: &'a Input) -> Documents<'a> {
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
        Documents { options, waiting, open: None, bytes_read: 0 }
    }

    /// Bytes in all files; `None` while standard input is among them.
    pub(crate) fn total_bytes(&self) -> Option<u64> {
        let mut total = 0;
        for path in self.waiting.iter().flatten() {
            total += if path.as_os_str() == "-" { return None } else { fs::metadata(path).map_or(0, |m| m.len()) };
        }
        Some(total)
    }

    /// Bytes of documents read so far.
    pub(crate) fn bytes_read(&self) -> u64 {
        self.bytes_read
    }

    fn open(&self, path: &Path) -> Result<Source, Problem> {
        let name = path.display().to_string();
        let reader: Box<dyn Read> = if path.as_os_str() == "-" {
            Box::new(io::stdin().lock())
        } else {
            Box::new(File::open(path).map_err(|error| Problem::new(&name, error))?)
        };
        match self.options.kind.or_else(|| kind_of(path)).unwrap_or(InputKind::Text) {
            InputKind::Text => Ok(Source::Text { name, reader: Some(reader) }),
            InputKind::Jsonl => {
                let reader = BufReader::with_capacity(1 << 16, reader);
                Ok(Source::Lines(Lines { name, reader, line: 0, buffer: Vec::new() }))
            }
            InputKind::Csv => {
                Columns::open(name, reader, self.options).map(|columns| Source::Columns(Box::new(columns)))
            }
        }
    }
}

impl Iterator for Documents<'_> {
    type Item = Result<Doc, Problem>;

    fn next(&mut self) -> Option<Result<Doc, Problem>> {
        loop {
            if let Some(source) = &mut self.open {
                let read = match source {
                    Source::Text { name, reader } => reader.take().map(|reader| whole(name, reader)),
                    Source::Lines(lines) => lines.read(self.options),
                    Source::Columns(columns) => columns.read(),
                };
                if let Some((bytes, document)) = read {
                    self.bytes_read += bytes as u64;
                    return Some(document.map(|doc| Doc { published: doc.published.or(self.options.date), ..doc }));
                }
                self.open = None;
            }
            match self.waiting.pop_front()?.and_then(|path| self.open(&path)) {
                Ok(source) => self.open = Some(source),
                Err(problem) => return Some(Err(problem)),
            }
        }
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
        } else if kind_of(&path).is_some() && path.is_file() {
            found.push_back(Ok(path));
        }
    }
}

fn kind_of(path: &Path) -> Option<InputKind> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "txt" | "text" => Some(InputKind::Text),
        "jsonl" | "ndjson" | "json" => Some(InputKind::Jsonl),
        "csv" => Some(InputKind::Csv),
        _ => None,
    }
}

/// An input that is being read. Each read gives the bytes that it took from the input beside the document.
enum Source {
    Text { name: String, reader: Option<Box<dyn Read>> },
    Lines(Lines),
    Columns(Box<Columns>),
}

/// A text file is one document. A byte order mark stays in it, so that offsets count from the start of the file.
fn whole(name: &str, mut reader: Box<dyn Read>) -> (usize, Result<Doc, Problem>) {
    let mut bytes = Vec::new();
    if let Err(error) = reader.read_to_end(&mut bytes) {
        return (0, Err(Problem::new(name, error)));
    }
    let read = bytes.len();
    let document = match String::from_utf8(bytes) {
        Ok(text) => Ok(Doc { id: name.to_owned(), text, published: None }),
        Err(error) => Err(Problem::new(name, not_utf8(error.utf8_error(), ""))),
    };
    (read, document)
}

fn not_utf8(error: std::str::Utf8Error, of: &str) -> String {
    format!("not UTF-8 at byte {}{of}", error.valid_up_to())
}

fn published(date: &str) -> Result<Option<PartialDate>, String> {
    if date.is_empty() { Ok(None) } else { date.parse().map(Some).map_err(|error: shakeup::Error| error.to_string()) }
}

/// JSON Lines. One buffer is used for all lines, so memory stays as small as the longest line.
struct Lines {
    name: String,
    reader: BufReader<Box<dyn Read>>,
    line: u64,
    buffer: Vec<u8>,
}

impl Lines {
    fn read(&mut self, options: &Input) -> Option<(usize, Result<Doc, Problem>)> {
        let mut read = 0;
        loop {
            self.buffer.clear();
            self.line += 1;
            match self.reader.read_until(b'\n', &mut self.buffer) {
                Ok(0) => return None,
                Ok(bytes) => read += bytes,
                Err(error) => {
                    // Nothing more can be had from a reader that failed: leave it at its end.
                    self.reader = BufReader::new(Box::new(io::empty()));
                    return Some((read, Err(Problem::new(&self.name, error))));
                }
            }
            let line = self.buffer.strip_prefix(b"\xef\xbb\xbf").filter(|_| self.line == 1).unwrap_or(&self.buffer);
            if line.trim_ascii().is_empty() {
                continue;
            }
            let place = format!("{}:{}", self.name, self.line);
            return Some((read, document(line, &place, options).map_err(|message| Problem::new(place, message))));
        }
    }
}

/// The document of one line of JSON; `place` is the id of one that has none.
fn document(line: &[u8], place: &str, options: &Input) -> Result<Doc, String> {
    let line = std::str::from_utf8(line).map_err(|error| not_utf8(error, " of the line"))?;
    let value: Value = serde_json::from_str(line).map_err(|error| {
        // serde_json counts the lines of what it was given, which is always one.
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        format!("{message} (column {})", error.column())
    })?;
    let Value::Object(mut fields) = value else { return Err("not a JSON object".to_owned()) };
    let text = match fields.remove(&options.text_field) {
        Some(Value::String(text)) => text,
        None | Some(Value::Null) => return Err(format!("no field {:?}", options.text_field)),
        Some(_) => return Err(format!("field {:?} is not a string", options.text_field)),
    };
    let id = match fields.remove(&options.id_field) {
        Some(Value::String(id)) => id,
        Some(Value::Number(id)) => id.to_string(),
        None | Some(Value::Null) => place.to_owned(),
        Some(_) => return Err(format!("field {:?} is neither a string nor a number", options.id_field)),
    };
    let published = match fields.remove(&options.date_field) {
        None | Some(Value::Null) => None,
        Some(Value::String(date)) => published(&date)?,
        Some(Value::Number(year)) => published(&year.to_string())?,
        Some(_) => return Err(format!("field {:?} is not a date", options.date_field)),
    };
    Ok(Doc { id, text, published })
}

/// Comma-separated values with a header.
struct Columns {
    name: String,
    reader: csv::Reader<Box<dyn Read>>,
    record: csv::ByteRecord,
    text: usize,
    id: Option<usize>,
    date: Option<usize>,
}

impl Columns {
    fn open(name: String, reader: Box<dyn Read>, options: &Input) -> Result<Columns, Problem> {
        let mut reader = csv::Reader::from_reader(reader);
        let header = reader.byte_headers().map_err(|error| Problem::new(&name, error))?;
        let column = |field: &str| header.iter().position(|name| name == field.as_bytes());
        let text = column(&options.text_field)
            .ok_or_else(|| Problem::new(format!("{name}:1"), format!("no column {:?}", options.text_field)))?;
        let (id, date) = (column(&options.id_field), column(&options.date_field));
        Ok(Columns { name, reader, record: csv::ByteRecord::new(), text, id, date })
    }

    fn read(&mut self) -> Option<(usize, Result<Doc, Problem>)> {
        let start = self.reader.position().byte();
        let more = self.reader.read_byte_record(&mut self.record);
        let line = match &more {
            Err(error) => error.position().map(csv::Position::line),
            Ok(_) => self.record.position().map(csv::Position::line),
        };
        let failed = more.as_ref().is_err_and(csv::Error::is_io_error);
        let place = line.map_or_else(|| self.name.clone(), |line| format!("{}:{line}", self.name));
        let document = match more {
            Ok(false) => return None,
            Ok(true) => self.document(&place),
            Err(error) => Err(match error.kind() {
                csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                    format!("{len} fields, but the header has {expected_len}")
                }
                _ => error.to_string(),
            }),
        };
        let read = (self.reader.position().byte() - start) as usize;
        if failed {
            // Nothing more can be had from a reader that failed: leave it at its end.
            self.reader = csv::Reader::from_reader(Box::new(io::empty()));
        }
        Some((read, document.map_err(|message| Problem::new(place, message))))
    }

    fn document(&self, place: &str) -> Result<Doc, String> {
        let field = |column: usize| {
            std::str::from_utf8(&self.record[column])
                .map_err(|error| not_utf8(error, &format!(" of field {}", column + 1)))
        };
        let text = field(self.text)?.to_owned();
        let id = match self.id.map(field).transpose()? {
            None | Some("") => place.to_owned(),
            Some(id) => id.to_owned(),
        };
        let published = published(self.date.map(field).transpose()?.unwrap_or_default())?;
        Ok(Doc { id, text, published })
    }
}
