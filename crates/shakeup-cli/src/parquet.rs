//! Records → a Parquet file of one table, with the columns of all kinds of rows.

use std::fs::File;
use std::io;
use std::sync::Arc;

use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use shakeup::Row;

/// Rows are handed on by so many, and written as a row group when those take this much memory.
const BATCH: usize = 4096;
const GROUP_BYTES: usize = 8 << 20;

pub(crate) struct Table {
    writer: ArrowWriter<File>,
    rows: Vec<Row>,
}

impl Table {
    pub(crate) fn new(file: File) -> io::Result<Table> {
        let properties = WriterProperties::builder().set_compression(Compression::ZSTD(ZstdLevel::default())).build();
        let schema = Arc::new(shakeup_arrow::record_schema());
        Ok(Table { writer: ArrowWriter::try_new(file, schema, Some(properties))?, rows: Vec::new() })
    }

    pub(crate) fn push(&mut self, rows: impl Iterator<Item = Row>) -> io::Result<()> {
        self.rows.extend(rows);
        if self.rows.len() >= BATCH { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> io::Result<()> {
        self.writer.write(&shakeup_arrow::record_batch(&std::mem::take(&mut self.rows)))?;
        if self.writer.in_progress_size() >= GROUP_BYTES {
            self.writer.flush()?;
        }
        Ok(())
    }

    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.write()?;
        self.writer.close()?;
        Ok(())
    }
}
