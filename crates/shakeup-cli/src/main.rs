//! The `shakeup` command: roles, reassignments and numeric targets from news, one line a record.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use mimalloc::MiMalloc;

// Documents are many small allocations: the system's allocator takes a tenth of the time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(shakeup_cli::run(std::env::args_os()))
}
