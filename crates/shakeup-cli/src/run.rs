//! Runs what was asked for and gives the exit status.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use shakeup::{Document, Error, Extractor, ExtractorBuilder, Kind, Lexicon};

use crate::args::{Cli, Command, Explain, Extract, Format, LexiconCommand};
use crate::input::{Doc, Documents, Problem};
use crate::output;
use crate::progress::Progress;

/// Some input could not be read.
const INPUT: u8 = 1;
/// Wrong usage.
pub(crate) const USAGE: u8 = 2;

/// Threads get at most this much text and this many documents at a time, so that memory stays flat.
const BATCH_BYTES: usize = 1 << 20;
const BATCH_DOCUMENTS: usize = 64;

/// More threads than any machine has use for would only take memory.
const MOST_THREADS: usize = 256;

/// Why a run stopped before its end.
enum Stop {
    /// What was asked for makes no sense, such as a lexicon that cannot be read.
    Usage(Error),
    /// The output could not be written.
    Output(io::Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Stop {
        Stop::Usage(error)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Stop {
        Stop::Output(error)
    }
}

/// The exit status of a run.
pub(crate) fn run(cli: &Cli) -> u8 {
    let done = match &cli.command {
        Command::Extract(args) => extract(args),
        Command::Explain(args) => explain(args),
        Command::Lexicon(LexiconCommand::Check { dir }) => check(dir),
    };
    match done {
        Ok(status) => status,
        // The reader has seen enough, as `head` does.
        Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(Stop::Output(error)) => {
            complain(format_args!("cannot write: {error}"));
            INPUT
        }
        Err(Stop::Usage(error)) => {
            complain(error);
            USAGE
        }
    }
}

/// Writes to standard error; that it may be closed is no reason to stop.
fn complain(message: impl std::fmt::Display) {
    let _ = writeln!(io::stderr(), "shakeup: {message}");
}

fn builder(paths: &[PathBuf]) -> Result<ExtractorBuilder, Error> {
    let builder = Extractor::builder();
    if paths.is_empty() {
        return Ok(builder); // the built-in lexicon is compiled once and shared
    }
    let lexicon = paths.iter().try_fold(Lexicon::builtin(), |lexicon, path| {
        if path.is_file() { lexicon.with_file(path) } else { lexicon.with_dir(path) }
    })?;
    Ok(builder.lexicon(lexicon))
}

fn extract(args: &Extract) -> Result<u8, Stop> {
    let kinds = if args.kinds.is_empty() { Kind::ALL } else { &args.kinds };
    let builder = builder(&args.words.lexicon)?.kinds(kinds.iter().copied());
    let extractor = builder.min_confidence(args.min_confidence).build()?;
    let stdout = io::stdout();
    let terminal = stdout.is_terminal();
    let format = args.format.unwrap_or(if terminal { Format::Table } else { Format::Rows });
    let threads = match args.threads {
        0 => thread::available_parallelism().map_or(1, usize::from),
        threads => threads.min(MOST_THREADS),
    };

    let mut out = BufWriter::new(stdout.lock());
    let mut progress = Progress::new(args.progress);
    let mut documents = Documents::new(&args.input);
    progress.set_total(documents.total_bytes());
    let (mut read, mut unread) = (0, 0);
    out.write_all(&output::head(format))?;
    loop {
        let (batch, problems, more) = next_batch(&mut documents, threads);
        let written = in_order(&batch, threads, |doc| output::document(format, &found(&extractor, doc)));
        progress.aside(terminal || !problems.is_empty(), || {
            problems.iter().for_each(complain);
            written.iter().try_for_each(|bytes| out.write_all(bytes))?;
            out.flush() // whoever reads a slow stream sees each record as soon as it is there
        })?;
        read += batch.len() as u64;
        unread += problems.len();
        progress.advance(documents.bytes_read());
        if !more {
            break;
        }
    }
    if let Some(summary) = progress.finish(read, documents.bytes_read()) {
        complain(summary);
    }
    Ok(status(unread))
}

fn explain(args: &Explain) -> Result<u8, Stop> {
    let extractor = builder(&args.words.lexicon)?.build()?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut unread = 0;
    for document in Documents::new(&args.input) {
        match document {
            Ok(doc) => writeln!(out, "{}", extractor.explain(&as_document(&doc)).trim_end())?,
            Err(problem) => {
                complain(problem);
                unread += 1;
            }
        }
    }
    out.flush()?;
    Ok(status(unread))
}

fn check(dir: &Path) -> Result<u8, Stop> {
    let mistakes = Lexicon::check_dir(dir);
    let mut out = BufWriter::new(io::stdout().lock());
    for mistake in &mistakes {
        writeln!(out, "{mistake}")?;
    }
    out.flush()?;
    Ok(if mistakes.is_empty() { 0 } else { INPUT })
}

fn status(unread: usize) -> u8 {
    if unread == 0 {
        return 0;
    }
    complain(format_args!("{unread} input{} could not be read", if unread == 1 { "" } else { "s" }));
    INPUT
}

fn as_document(doc: &Doc) -> Document<'_> {
    let document = Document::new(&doc.text).id(&doc.id);
    doc.published.map_or(document, |date| document.published(date))
}

fn found(extractor: &Extractor, doc: &Doc) -> shakeup::Extraction {
    extractor.extract_document(&as_document(doc))
}

/// The next documents, the problems among them, and whether there may be more.
///
/// One thread takes one document at a time: more would only wait for a slow stream.
fn next_batch(documents: &mut Documents<'_>, threads: usize) -> (Vec<Doc>, Vec<Problem>, bool) {
    let (mut batch, mut problems, mut bytes) = (Vec::new(), Vec::new(), 0);
    let most = if threads == 1 { 1 } else { BATCH_DOCUMENTS * threads };
    while batch.len() < most && problems.len() < BATCH_DOCUMENTS && bytes < BATCH_BYTES * threads {
        match documents.next() {
            None => return (batch, problems, false),
            Some(Err(problem)) => problems.push(problem),
            Some(Ok(doc)) => {
                bytes += doc.text.len();
                batch.push(doc);
            }
        }
    }
    (batch, problems, true)
}

/// Does the work on all documents with that many threads and returns what came out in the documents' order.
fn in_order<R: Send>(batch: &[Doc], threads: usize, work: impl Fn(&Doc) -> R + Sync) -> Vec<R> {
    let threads = threads.min(batch.len());
    if threads <= 1 {
        return batch.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let i = next.fetch_add(1, Ordering::Relaxed);
            let Some(doc) = batch.get(i) else { return done };
            done.push((i, work(doc)));
        }
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(take)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("extraction does not panic")).collect()
    });
    done.sort_unstable_by_key(|&(i, _)| i);
    done.into_iter().map(|(_, result)| result).collect()
}
