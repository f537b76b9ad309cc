//! JSON Lines: one document a line.

use std::io::{self, BufRead, BufReader};
use std::sync::Arc;

use serde_json::Value;

use super::{Doc, Problem, Raw, Reader, not_utf8, published};
use crate::args::Input;

/// Lines are cut here and parsed where there is time: by the threads that extract.
pub(crate) struct Lines {
    name: Arc<str>,
    reader: BufReader<Reader>,
    line: u64,
}

impl Lines {
    pub(crate) fn new(name: Arc<str>, reader: Reader) -> Lines {
        Lines { name, reader: BufReader::with_capacity(1 << 16, reader), line: 0 }
    }

    pub(crate) fn read(&mut self) -> Option<Raw> {
        loop {
            let mut bytes = Vec::new();
            self.line += 1;
            match self.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) => {
                    // Nothing more can be had from a reader that failed: leave it at its end.
                    self.reader = BufReader::new(Box::new(io::empty()));
                    return Some(Raw::Read(Err(Problem::new(format_args!("{}:{}", self.name, self.line), error))));
                }
            }
            if self.line == 1 && bytes.starts_with(b"\xef\xbb\xbf") {
                bytes.drain(..3);
            }
            if !bytes.trim_ascii().is_empty() {
                return Some(Raw::Line { name: Arc::clone(&self.name), line: self.line, bytes });
            }
        }
    }
}

/// The document of one line of JSON; `place` is the id of one that has none.
pub(crate) fn document(line: &[u8], place: &str, options: &Input) -> Result<Doc, String> {
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
