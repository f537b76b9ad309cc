//! The `shakeup` command: roles, reassignments and numeric targets from news, one line a record.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(shakeup_cli::run(std::env::args_os()))
}
