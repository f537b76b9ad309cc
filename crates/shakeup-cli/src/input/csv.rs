//! Comma-separated values: one document a row.

use std::io;
use std::sync::Arc;

use super::{Doc, Problem, Raw, Reader, not_utf8, published};
use crate::args::Input;

/// Comma-separated values with a header.
pub(crate) struct Columns {
    name: Arc<str>,
    reader: csv::Reader<Reader>,
    record: csv::ByteRecord,
    text: usize,
    id: Option<usize>,
    date: Option<usize>,
}

impl Columns {
    pub(crate) fn open(name: Arc<str>, reader: Reader, options: &Input) -> Result<Columns, Problem> {
        let mut reader = csv::Reader::from_reader(reader);
        let header = reader.byte_headers().map_err(|error| Problem::new(&name, error))?;
        let column = |field: &str| header.iter().position(|name| name == field.as_bytes());
        let text = column(&options.text_field)
            .ok_or_else(|| Problem::new(format!("{name}:1"), format!("no column {:?}", options.text_field)))?;
        let (id, date) = (column(&options.id_field), column(&options.date_field));
        Ok(Columns { name, reader, record: csv::ByteRecord::new(), text, id, date })
    }

    pub(crate) fn read(&mut self) -> Option<Raw> {
        let more = self.reader.read_byte_record(&mut self.record);
        let line = match &more {
            Err(error) => error.position().map(csv::Position::line),
            Ok(_) => self.record.position().map(csv::Position::line),
        };
        let failed = more.as_ref().is_err_and(csv::Error::is_io_error);
        let place = line.map_or_else(|| self.name.to_string(), |line| format!("{}:{line}", self.name));
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
        if failed {
            // Nothing more can be had from a reader that failed: leave it at its end.
            self.reader = csv::Reader::from_reader(Box::new(io::empty()));
        }
        Some(Raw::Read(document.map_err(|message| Problem::new(place, message))))
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
