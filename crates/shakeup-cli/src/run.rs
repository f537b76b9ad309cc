//! Runs what was asked for and gives the exit status.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use shakeup::{Document, Error, Extractor, ExtractorBuilder, Kind, Lexicon};

use crate::args::{Cli, Command, Explain, Extract, Format, LexiconCommand};
use crate::input::{Doc, Documents, Raw};
use crate::journal::{Done, Fingerprint};
use crate::output;
use crate::progress::Progress;
use crate::sink::{Piece, Sink, end_on_interrupt};
use crate::window;

/// Some input could not be read.
const INPUT: u8 = 1;
/// Wrong usage.
pub(crate) const USAGE: u8 = 2;

/// More threads than any machine has use for would only take memory.
const MOST_THREADS: usize = 256;

/// Why a run stopped before its end.
enum Stop {
    /// What was asked for makes no sense, such as a lexicon that cannot be read.
    Usage(Error),
    /// What was asked for cannot be done here, such as a run that cannot be resumed.
    Refused(String),
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
        Err(Stop::Refused(message)) => {
            complain(message);
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
    let terminal = args.output.is_none() && io::stdout().is_terminal();
    let format = args.format.unwrap_or_else(|| usual_format(args.output.as_deref(), terminal));
    let threads = match args.threads {
        0 => thread::available_parallelism().map_or(1, usize::from),
        threads => threads.min(MOST_THREADS),
    };

    let (sink, before) = open(args, format)?;
    let sink = Arc::new(Mutex::new(sink));
    end_on_interrupt(&sink);
    let write = |pieces, documents, unread, input| {
        sink.lock().unwrap_or_else(PoisonError::into_inner).write(pieces, documents, unread, input)
    };
    let mut progress = Progress::new(args.progress);
    let documents = Documents::new(&args.input, args.output.as_deref());
    progress.set_total(documents.total_bytes());
    let bytes_read = documents.bytes_read();
    let mut documents = documents.scan(0_u64, |input, raw| {
        let identity = raw.identity();
        *input = Fingerprint::of(&[&input.to_le_bytes(), &Fingerprint::of(&identity).to_le_bytes()]);
        Some((raw, *input))
    });
    if before.documents > 0 {
        let last = documents.nth(usize::try_from(before.documents - 1).unwrap_or(usize::MAX));
        if last.is_none_or(|(_, input)| input != before.input) {
            return Err(Stop::Refused(
                "the input is not what it was when the run began: it cannot be gone on with".to_owned(),
            ));
        }
    }
    let (mut read, mut unread) = (before.documents, before.unread);
    if before.bytes == 0 {
        write(vec![Piece::Bytes(output::head(format))], 0, 0, 0)?;
    }
    let work = |(raw, input): (Raw, u64)| {
        let found = raw.into_doc(&args.input).map(|doc| output::document(format, &found(&extractor, &doc)));
        (found, input)
    };
    window::in_order(
        documents,
        |(raw, _)| raw.len(),
        threads,
        work,
        |done| {
            let (mut pieces, mut problems, documents) = (Vec::new(), Vec::new(), done.len() as u64);
            let input = done.last().map_or(0, |&(_, input)| input);
            for (found, _) in done {
                match found {
                    Ok(piece) => pieces.push(piece),
                    Err(problem) => problems.push(problem),
                }
            }
            let failed = problems.len() as u64;
            progress.aside(terminal || failed > 0, || {
                problems.iter().for_each(complain);
                write(pieces, documents, failed, input)
            })?;
            read += documents - failed;
            unread += failed;
            progress.advance(bytes_read.load(Ordering::Relaxed));
            Ok(())
        },
    )?;
    sink.lock().unwrap_or_else(PoisonError::into_inner).finish()?;
    if let Some(summary) = progress.finish(read, bytes_read.load(Ordering::Relaxed)) {
        complain(summary);
    }
    Ok(status(unread))
}

fn usual_format(output: Option<&Path>, terminal: bool) -> Format {
    match output.and_then(Path::extension).and_then(|extension| extension.to_str()) {
        Some("csv") => Format::Csv,
        Some("parquet") => Format::Parquet,
        _ if terminal => Format::Table,
        _ => Format::Rows,
    }
}

/// Where the output goes, and what of it is done.
fn open(args: &Extract, format: Format) -> Result<(Sink, Done), Stop> {
    let Some(path) = &args.output else {
        if format == Format::Parquet {
            return Err(Stop::Refused("Parquet is written to a file: --output FILE".to_owned()));
        }
        return Ok((Sink::Stdout, Done::default()));
    };
    let real = path.canonicalize().ok();
    if real.is_some() && args.input.files.iter().any(|file| file.canonicalize().ok() == real) {
        return Err(Stop::Refused(format!("{} is input and output", path.display())));
    }
    if format == Format::Parquet {
        if args.resume {
            return Err(Stop::Refused("a Parquet file cannot be gone on with: write rows, or begin anew".to_owned()));
        }
        #[cfg(feature = "parquet")]
        return Ok((Sink::parquet(path).map_err(Stop::Refused)?, Done::default()));
        #[cfg(not(feature = "parquet"))]
        return Err(Stop::Refused("this shakeup was built without Parquet".to_owned()));
    }
    Sink::file(path, decisive(args, format)?, args.resume).map_err(Stop::Refused)
}

/// All that decides which output comes from the same documents.
fn decisive(args: &Extract, format: Format) -> Result<String, Stop> {
    let mut words = Vec::new();
    for path in &args.words.lexicon {
        let mut files = vec![path.clone()];
        if path.is_dir() {
            files = path.read_dir()?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
            files.sort();
        }
        for file in files.iter().filter(|file| file.is_file()) {
            words.push(std::fs::read(file)?);
        }
    }
    let words = Fingerprint::of(&words.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let (version, input) = (env!("CARGO_PKG_VERSION"), &args.input);
    Ok(format!(
        "shakeup {version} {format:?} kinds {:?} min-confidence {} lexicon {words:x} {input:?}",
        args.kinds, args.min_confidence
    ))
}

fn explain(args: &Explain) -> Result<u8, Stop> {
    let extractor = builder(&args.words.lexicon)?.build()?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut unread = 0;
    for document in Documents::new(&args.input, None) {
        match document.into_doc(&args.input) {
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

fn status(unread: u64) -> u8 {
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
