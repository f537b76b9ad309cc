//! What can be asked for on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use shakeup::{Kind, PartialDate};

/// Roles, reassignments and numeric targets from English news, every record traceable to its words.
#[derive(Debug, Parser)]
#[command(name = "shakeup", version, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print the records of texts: a table on a terminal, one JSON row a line to a pipe
    ///
    /// Exit status: 0 done, 1 some input could not be read (each named on standard error, the rest processed),
    /// 2 wrong usage.
    Extract(Extract),
    /// Print every stage of a text as a tree
    Explain(Explain),
    /// Look after lexicon files
    #[command(subcommand)]
    Lexicon(LexiconCommand),
}

#[derive(Debug, Args)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) words: Words,
    /// How to print records [default: table on a terminal, rows to a pipe]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<Format>,
    /// Write to this file; without --format its extension decides: .csv, .parquet, else rows
    ///
    /// While it is written, FILE.progress beside it says how far the run has come.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Go on with an interrupted run: same options, same input, and the output that it left
    #[arg(long, requires = "output")]
    pub(crate) resume: bool,
    /// Kinds of records wanted, separated by commas [default: roles,reassignments,targets]
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = kind)]
    pub(crate) kinds: Vec<Kind>,
    /// Leave out records of less confidence than this
    #[arg(long, value_name = "P", default_value_t = 0.0, value_parser = probability)]
    pub(crate) min_confidence: f64,
    /// Threads; 0 for one a core. The output is the same whatever the number
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) threads: usize,
    /// Show progress on standard error, and a summary at the end
    #[arg(long)]
    pub(crate) progress: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) words: Words,
}

/// Which documents, and how they are read.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// Files, folders (searched for .txt, .text, .jsonl, .ndjson, .json, .csv and .parquet) or - for standard input
    ///
    /// Files may be packed by gzip or zstd: news.jsonl.gz, news.csv.zst.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// What the input is [default: by the file's extension, else text]
    #[arg(long = "input", value_enum, value_name = "KIND")]
    pub(crate) kind: Option<InputKind>,
    /// Field or column of the text
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub(crate) text_field: String,
    /// Field or column of the document's id
    #[arg(long, value_name = "NAME", default_value = "id")]
    pub(crate) id_field: String,
    /// Field or column of the publication date (YYYY, YYYY-MM or YYYY-MM-DD)
    #[arg(long, value_name = "NAME", default_value = "date")]
    pub(crate) date_field: String,
    /// Publication date of documents that bring none of their own
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<PartialDate>,
}

#[derive(Debug, Args)]
pub(crate) struct Words {
    /// Folder or .tsv file of lexicon entries to add; may be given more than once
    #[arg(long, value_name = "DIR")]
    pub(crate) lexicon: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LexiconCommand {
    /// Name every mistake in a folder's lexicon files, as file:line:column
    Check {
        /// Folder of .tsv files
        #[arg(value_name = "DIR")]
        dir: PathBuf,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputKind {
    /// The whole file is one document
    Text,
    /// One JSON object a line
    Jsonl,
    /// One document a row, with a header
    Csv,
    /// One document a row
    Parquet,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading
    Table,
    /// One record a line, as JSON
    Rows,
    /// One document a line, as JSON
    Json,
    /// The columns of the rows
    Csv,
    /// The columns of the rows, in a Parquet file: with --output
    Parquet,
}

fn kind(word: &str) -> Result<Kind, String> {
    Kind::from_word(word).ok_or_else(|| {
        let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
        format!("one of {}", known.join(", "))
    })
}

fn probability(word: &str) -> Result<f64, String> {
    match word.parse() {
        Ok(value) if (0.0..=1.0).contains(&value) => Ok(value),
        _ => Err("a number from 0 to 1".to_owned()),
    }
}
