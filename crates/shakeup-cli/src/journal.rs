//! How far a run has come, in a file beside its output: what `--resume` goes by.
//!
//! It says how many documents are done, how long the output was then and what the input up to there was, so that a run goes
//! on at a whole line even if it was killed, and only with the input and the options that it began with.

use std::fs::{self, File};
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

/// A run that is killed does at most this much again.
const PACE: Duration = Duration::from_secs(1);

/// What is done.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Done {
    /// What decides about the output: version, format, options and files.
    pub(crate) options: String,
    pub(crate) documents: u64,
    /// How many of them could not be read.
    pub(crate) unread: u64,
    /// Length of the output.
    pub(crate) bytes: u64,
    /// Of the documents, see [`Fingerprint`].
    pub(crate) input: u64,
}

pub(crate) struct Journal {
    path: PathBuf,
    written: Instant,
}

impl Journal {
    pub(crate) fn new(output: &Path) -> Journal {
        let mut path = output.as_os_str().to_owned();
        path.push(".progress");
        Journal { path: path.into(), written: Instant::now() }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What it says; `None` where there is none.
    pub(crate) fn read(&self) -> io::Result<Option<Done>> {
        match fs::read(&self.path) {
            Ok(text) => serde_json::from_slice(&text).map(Some).map_err(io::Error::from),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub(crate) fn is_due(&self) -> bool {
        self.written.elapsed() >= PACE
    }

    /// Writes it anew; whoever reads it sees the old one or the new one, and its output is on the disk by then.
    pub(crate) fn write(&mut self, done: &Done, output: &File) -> io::Result<()> {
        output.sync_data()?;
        let new = self.path.with_extension("progress.new");
        fs::write(&new, serde_json::to_vec(done)?)?;
        self.written = Instant::now();
        fs::rename(new, &self.path)
    }

    /// The run is done.
    pub(crate) fn remove(&self) -> io::Result<()> {
        fs::remove_file(&self.path)
    }
}

/// What pieces of bytes were, in eight bytes. Not made to withstand forgery.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    pub(crate) fn of(pieces: &[&[u8]]) -> u64 {
        let mut print = Fingerprint::default();
        for piece in pieces {
            print.write(piece);
            print.write(&(piece.len() as u64).to_le_bytes());
        }
        print.finish()
    }
}

impl Hasher for Fingerprint {
    fn write(&mut self, bytes: &[u8]) {
        let mut add = |word: u64| self.0 = (self.0.rotate_left(29) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            add(u64::from_le_bytes(word.try_into().expect("eight bytes")));
        }
        let mut rest = [0; 8];
        rest[..words.remainder().len()].copy_from_slice(words.remainder());
        add(u64::from_le_bytes(rest));
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}
