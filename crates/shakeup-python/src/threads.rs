//! Work on many documents at once. Threads live as long as a batch: a pool would not survive a fork.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// More threads than any machine has use for would only take memory.
const MOST_THREADS: usize = 256;

/// Each thread gets at most this much text and this many documents at a time, so that memory stays flat and Ctrl-C is heard.
pub(crate) const BATCH_BYTES: usize = 1 << 20;
pub(crate) const BATCH_DOCUMENTS: usize = 1024;

/// How many threads are meant; 0 is one a core.
pub(crate) fn how_many(threads: usize) -> usize {
    match threads {
        0 => thread::available_parallelism().map_or(1, usize::from),
        threads => threads.min(MOST_THREADS),
    }
}

/// Does the work on each item with that many threads and returns what came out in the items' order.
pub(crate) fn in_order<T: Sync, R: Send>(items: &[T], threads: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = threads.min(items.len());
    if threads <= 1 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let i = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(i) else { return done };
            done.push((i, work(item)));
        }
    };
    let mut done: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(take)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("extraction does not panic")).collect()
    });
    done.sort_unstable_by_key(|&(i, _)| i);
    done.into_iter().map(|(_, found)| found).collect()
}
