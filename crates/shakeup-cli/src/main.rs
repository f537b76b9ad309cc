//! The `shakeup` command: roles, reassignments and numeric targets from news, one line a record.

#![forbid(unsafe_code)]

mod args;
mod input;
mod output;
mod progress;
mod run;
mod table;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    run::run(&args::Cli::parse())
}
