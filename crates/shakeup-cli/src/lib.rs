//! The `shakeup` command as a library: the Python package brings it along as `python -m shakeup`.

#![forbid(unsafe_code)]

mod args;
mod input;
mod journal;
mod output;
#[cfg(feature = "parquet")]
mod parquet;
mod progress;
mod run;
mod sink;
mod table;
mod window;

use std::ffi::OsString;

use clap::Parser;

/// Runs the command and returns its exit status. The first argument is the name of the command.
///
/// It reads standard input where it is asked to, and writes to standard output and standard error.
///
/// ```
/// assert_eq!(shakeup_cli::run(["shakeup", "--version"]), 0);
/// assert_eq!(shakeup_cli::run(["shakeup", "extract", "--threads", "many"]), 2);
/// ```
pub fn run<A: Into<OsString> + Clone>(args: impl IntoIterator<Item = A>) -> u8 {
    match args::Cli::try_parse_from(args) {
        Ok(cli) => run::run(&cli),
        Err(error) => {
            let _ = error.print(); // help, the version, or what is wrong
            u8::try_from(error.exit_code()).unwrap_or(run::USAGE)
        }
    }
}
