//! How far a long run has come, on standard error.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Short runs show nothing unless asked.
const PATIENCE: Duration = Duration::from_secs(1);

pub(crate) struct Progress {
    wanted: bool,
    started: Instant,
    total: Option<u64>,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(crate) fn new(wanted: bool) -> Progress {
        Progress { wanted, started: Instant::now(), total: None, bar: None }
    }

    /// How many bytes there are to read, where that is known.
    pub(crate) fn set_total(&mut self, total: Option<u64>) {
        self.total = total;
    }

    pub(crate) fn advance(&mut self, bytes: u64) {
        if self.bar.is_none() && (self.wanted || self.started.elapsed() > PATIENCE) && std::io::stderr().is_terminal() {
            self.bar = Some(bar(self.total));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(bytes);
        }
    }

    /// Runs what may write to the terminal, without the bar in its way.
    pub(crate) fn aside<T>(&self, to_terminal: bool, write: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) if to_terminal => bar.suspend(write),
            _ => write(),
        }
    }

    /// Takes the bar away; a summary where progress was asked for.
    pub(crate) fn finish(&self, documents: u64, bytes: u64) -> Option<String> {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        let seconds = self.started.elapsed().as_secs_f64();
        self.wanted.then(|| format!("{documents} documents, {:.1} MB in {seconds:.1} s", bytes as f64 / 1e6))
    }
}

fn bar(total: Option<u64>) -> ProgressBar {
    let (bar, template) = match total {
        Some(total) => (ProgressBar::new(total), "{bar:40} {bytes}/{total_bytes} {bytes_per_sec} {eta}"),
        None => (ProgressBar::new_spinner(), "{spinner} {bytes} {bytes_per_sec} {elapsed}"),
    };
    bar.with_style(ProgressStyle::with_template(template).expect("the template is ours"))
}
