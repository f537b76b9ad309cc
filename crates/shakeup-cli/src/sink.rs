//! Where the output goes: whole lines to standard output or a file, or rows to a Parquet file.

use std::fs::{self, File};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::{process, thread};

use shakeup::Row;

use crate::journal::{Done, Journal};
#[cfg(feature = "parquet")]
use crate::parquet::Table;

/// The exit status of a program that was interrupted.
const INTERRUPTED: i32 = 130;

/// What came out of documents.
pub(crate) enum Piece {
    Bytes(Vec<u8>),
    Rows(Vec<Row>),
}

pub(crate) enum Sink {
    Stdout,
    File {
        file: File,
        journal: Journal,
        done: Done,
    },
    /// Whoever looks for the file finds it whole or not at all: it gets its name at the end.
    #[cfg(feature = "parquet")]
    Parquet {
        table: Option<Box<Table>>,
        part: PathBuf,
        path: PathBuf,
    },
}

impl Sink {
    /// A file that is begun, or gone on with: then all that was written after the last entry of the journal goes.
    ///
    /// The second value says what is done; an error says why nothing can be.
    pub(crate) fn file(path: &Path, options: String, resume: bool) -> Result<(Sink, Done), String> {
        let (mut journal, shown) = (Journal::new(path), path.display());
        let beside = journal.path().display().to_string();
        let before = journal.read().map_err(|error| format!("{beside}: {error}"))?;
        let done = match before {
            Some(_) if !resume => {
                return Err(format!(
                    "{shown} is of an unfinished run: --resume goes on with it; to begin anew remove {beside}"
                ));
            }
            Some(before) if before.options != options => {
                return Err(format!(
                    "{shown} was begun with other options or files, and cannot be gone on with\n  then: {}\n  now:  {options}",
                    before.options
                ));
            }
            Some(before) => before,
            None if resume && path.exists() => {
                return Err(format!("{shown} is of no unfinished run: there is no {beside}"));
            }
            None => Done { options, ..Done::default() },
        };
        let open = File::options().write(true).create(true).truncate(false).open(path);
        let mut file = open.map_err(|error| format!("{shown}: {error}"))?;
        let length = file.metadata().map_err(|error| format!("{shown}: {error}"))?.len();
        if length < done.bytes {
            return Err(format!("{shown} is shorter than {beside} says: {length} bytes, not {}", done.bytes));
        }
        let begin = file.set_len(done.bytes).and_then(|()| file.seek(SeekFrom::Start(done.bytes)));
        begin.and_then(|_| journal.write(&done, &file)).map_err(|error| format!("{shown}: {error}"))?;
        Ok((Sink::File { file, journal, done: done.clone() }, done))
    }

    #[cfg(feature = "parquet")]
    pub(crate) fn parquet(path: &Path) -> Result<Sink, String> {
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let table = File::create(&part).map_err(io::Error::other).and_then(Table::new);
        let table = table.map_err(|error| format!("{}: {error}", part.display()))?;
        Ok(Sink::Parquet { table: Some(Box::new(table)), part, path: path.to_owned() })
    }

    /// Writes what came out of so many documents, of which some were unread; `input` is the fingerprint of all so far.
    pub(crate) fn write(&mut self, pieces: Vec<Piece>, documents: u64, unread: u64, input: u64) -> io::Result<()> {
        let bytes = |pieces: Vec<Piece>| {
            let of = |piece| if let Piece::Bytes(bytes) = piece { bytes } else { Vec::new() };
            pieces.into_iter().map(of).reduce(|mut all, mut more| {
                all.append(&mut more);
                all
            })
        };
        match self {
            Sink::Stdout => {
                // Whoever reads a slow stream sees each record as soon as it is there.
                let mut out = io::stdout().lock();
                bytes(pieces).map_or(Ok(()), |bytes| out.write_all(&bytes))?;
                out.flush()
            }
            Sink::File { file, journal, done } => {
                let bytes = bytes(pieces).unwrap_or_default();
                file.write_all(&bytes)?;
                done.bytes += bytes.len() as u64;
                done.documents += documents;
                done.unread += unread;
                done.input = input;
                if journal.is_due() { journal.write(done, file) } else { Ok(()) }
            }
            #[cfg(feature = "parquet")]
            Sink::Parquet { table, .. } => {
                let rows =
                    pieces.into_iter().flat_map(|piece| if let Piece::Rows(rows) = piece { rows } else { Vec::new() });
                table.as_mut().map_or(Ok(()), |table| table.push(rows))
            }
        }
    }

    pub(crate) fn finish(&mut self) -> io::Result<()> {
        match self {
            Sink::Stdout => Ok(()),
            Sink::File { file, journal, .. } => file.sync_data().and_then(|()| journal.remove()),
            #[cfg(feature = "parquet")]
            Sink::Parquet { table, part, path } => {
                table.take().map_or(Ok(()), |table| table.finish())?;
                fs::rename(part, path)
            }
        }
    }

    /// Leaves it so that a run can go on, or that nobody takes it for whole.
    fn leave(&mut self) {
        match self {
            Sink::Stdout => {}
            Sink::File { file, journal, done } => {
                let _ = journal.write(done, file); // the last entry stands if this one cannot be written
            }
            #[cfg(feature = "parquet")]
            Sink::Parquet { part, .. } => {
                let _ = fs::remove_file(part);
            }
        }
    }
}

/// Ends the program on Ctrl-C between two writes, so that whole lines are left; a second Ctrl-C does not wait for that.
pub(crate) fn end_on_interrupt(sink: &Arc<Mutex<Sink>>) {
    static AGAIN: AtomicBool = AtomicBool::new(false);
    let sink = Arc::clone(sink);
    // Only the first run of a program that runs several gets its own handler: the others end as the program says.
    let _ = ctrlc::set_handler(move || {
        if AGAIN.swap(true, Ordering::SeqCst) {
            process::exit(INTERRUPTED);
        }
        let sink = Arc::clone(&sink);
        thread::spawn(move || {
            let mut sink = sink.lock().unwrap_or_else(PoisonError::into_inner);
            sink.leave();
            process::exit(INTERRUPTED);
        });
    });
}
