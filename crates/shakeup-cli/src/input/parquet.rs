//! Parquet files: one document a row.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arrow_array::{Array, RecordBatch, StructArray};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use shakeup_arrow::{DocumentColumns, DocumentNames};

use super::{Doc, Problem, Raw};
use crate::args::Input;

/// Rows that are decoded at a time: few, so that long texts take little memory.
const BATCH: usize = 64;

/// The rows of a file, of which only the columns of text, id and date are read.
pub(crate) struct Rows {
    name: Arc<str>,
    names: DocumentNames,
    batches: Option<ParquetRecordBatchReader>,
    batch: StructArray,
    /// The next row of the batch, and of the file, from 1.
    next: usize,
    row: u64,
    /// A file's bytes are counted row by row.
    bytes: Arc<AtomicU64>,
    bytes_per_row: u64,
}

impl Rows {
    pub(crate) fn open(path: &Path, name: Arc<str>, options: &Input, bytes: Arc<AtomicU64>) -> Result<Rows, Problem> {
        if path.as_os_str() == "-" {
            return Err(Problem::new(name, "Parquet cannot be read from standard input: it is read from its end"));
        }
        let file = File::open(path).map_err(|error| Problem::new(&name, error))?;
        let length = file.metadata().map_or(0, |metadata| metadata.len());
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| Problem::new(&name, error))?;
        let has = |column: &String| builder.schema().column_with_name(column).map(|_| column.clone());
        let text = has(&options.text_field)
            .ok_or_else(|| Problem::new(&name, format_args!("no column {:?}", options.text_field)))?;
        let names = DocumentNames { text: Some(text), id: has(&options.id_field), published: has(&options.date_field) };
        let wanted = [&names.text, &names.id, &names.published].into_iter().flatten().map(String::as_str);
        let mask = ProjectionMask::columns(builder.parquet_schema(), wanted);
        let rows = builder.metadata().file_metadata().num_rows().max(1) as u64;
        let batches = builder.with_projection(mask).with_batch_size(BATCH).build();
        let batches = batches.map_err(|error| Problem::new(&name, error))?;
        Ok(Rows {
            name,
            names,
            batches: Some(batches),
            batch: StructArray::new_empty_fields(0, None),
            next: 0,
            row: 0,
            bytes,
            bytes_per_row: length / rows,
        })
    }

    pub(crate) fn read(&mut self) -> Option<Raw> {
        loop {
            while self.next == self.batch.len() {
                match self.batches.as_mut()?.next()? {
                    Ok(batch) => (self.batch, self.next) = (whole(batch), 0),
                    Err(error) => {
                        self.batches = None; // nothing more can be had from a file that is broken
                        let place = format!("{}:{}", self.name, self.row + 1);
                        return Some(Raw::Read(Err(Problem::new(place, error))));
                    }
                }
            }
            let i = self.next;
            self.next += 1;
            self.row += 1;
            self.bytes.fetch_add(self.bytes_per_row, Ordering::Relaxed);
            let place = format!("{}:{}", self.name, self.row);
            let columns = match DocumentColumns::new(&self.batch, &self.names) {
                Ok(columns) => columns,
                Err(message) => {
                    self.batches = None; // no row can be read without its column
                    self.next = self.batch.len();
                    return Some(Raw::Read(Err(Problem::new(&self.name, message))));
                }
            };
            match columns.document(i) {
                Ok(None) => {} // a row without text has no records
                Ok(Some(doc)) => {
                    let id = doc.id.map_or(place, |id| id.into_owned());
                    let doc = Doc { id, text: doc.text.to_owned(), published: doc.published };
                    return Some(Raw::Read(Ok(doc)));
                }
                Err(message) => return Some(Raw::Read(Err(Problem::new(place, message)))),
            }
        }
    }
}

fn whole(batch: RecordBatch) -> StructArray {
    batch.into()
}
