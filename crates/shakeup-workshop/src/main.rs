//! `shakeup-workshop`: what the makers of shakeup measure and fit it with. Not published.

mod calibrate;
mod curve;
mod fit;
mod gold;
mod input;
mod picture;
mod review;
mod silent;
mod wording;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Measure shakeup on texts and gold records, and fit the confidence of its records.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Draw records from texts for a reader to judge: tab-separated, the first column empty for the verdict
    Review(review::Review),
    /// List the words that could tell a change where none was found, the most frequent first
    Silent(silent::Silent),
    /// Fit what each sign of a record weighs and print the table for lexicons/confidence.tsv
    Calibrate(calibrate::Calibrate),
    /// Draw precision over recall as the least confidence rises, and write the table of it
    Curve(curve::Curve),
}

/// Where texts or gold documents are.
#[derive(Debug, clap::Args)]
struct Texts {
    /// JSON Lines, one object a document: id, text, date; - for standard input
    #[arg(value_name = "FILE.jsonl")]
    file: PathBuf,
}

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let done = match Cli::parse().command {
        Command::Review(args) => review::run(&args, &mut out),
        Command::Silent(args) => silent::run(&args, &mut out),
        Command::Calibrate(args) => calibrate::run(&args, &mut out),
        Command::Curve(args) => curve::run(&args),
    };
    match done.and_then(|()| out.flush().map_err(|error| error.to_string())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(io::stderr(), "shakeup-workshop: {message}");
            ExitCode::FAILURE
        }
    }
}
