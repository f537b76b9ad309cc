//! Work on a stream with several threads, in its order and in bounded memory.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

/// A thread gets at most this much at a time, so that memory stays flat. One item may be longer.
const CHUNK_BYTES: usize = 1 << 16;
const CHUNK_ITEMS: usize = 64;

/// So many chunks a thread are read ahead of what was written: one long item must not stop the others at once.
const CHUNKS_AHEAD: usize = 4;

/// Does the work on all items and writes what came out, in the items' order.
///
/// One thread takes one item at a time. More are fed by another thread that only reads: while they are busy it fills
/// chunks, and while they wait they get each item as soon as it is there.
pub(crate) fn in_order<T: Send, R: Send>(
    items: impl Iterator<Item = T> + Send,
    size: impl Fn(&T) -> usize + Send,
    threads: usize,
    work: impl Fn(T) -> R + Sync,
    mut write: impl FnMut(Vec<R>) -> io::Result<()>,
) -> io::Result<()> {
    if threads <= 1 {
        return items.map(work).try_for_each(|done| write(vec![done]));
    }
    let (to_workers, jobs) = mpsc::channel::<(u64, Vec<T>)>();
    let (to_writer, done) = mpsc::channel::<(u64, Vec<R>)>();
    let (make_room, room) = mpsc::channel::<()>();
    for _ in 0..threads * CHUNKS_AHEAD {
        let _ = make_room.send(());
    }
    let (jobs, work) = (Mutex::new(jobs), &work);
    let jobs = &jobs;
    thread::scope(|scope| {
        scope.spawn(move || read(items, size, &room, &to_workers));
        for _ in 0..threads {
            let to_writer = to_writer.clone();
            scope.spawn(move || {
                loop {
                    let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((number, chunk)) = job else { return };
                    if to_writer.send((number, chunk.into_iter().map(work).collect())).is_err() {
                        return; // nobody writes any more
                    }
                }
            });
        }
        drop(to_writer);
        let make_room = make_room; // it goes with this closure: without it the reader would wait for room after an error
        let (mut early, mut next) = (BTreeMap::new(), 0);
        for (number, chunk) in done {
            early.insert(number, chunk);
            while let Some(chunk) = early.remove(&next) {
                write(chunk)?; // an error drops both ends of the channels, which ends the threads
                next += 1;
                let _ = make_room.send(());
            }
        }
        Ok(())
    })
}

fn read<T>(
    items: impl Iterator<Item = T>,
    size: impl Fn(&T) -> usize,
    room: &mpsc::Receiver<()>,
    to_workers: &mpsc::Sender<(u64, Vec<T>)>,
) {
    let (mut number, mut chunk, mut bytes) = (0, Vec::new(), 0);
    for item in items {
        bytes += size(&item);
        chunk.push(item);
        let full = chunk.len() >= CHUNK_ITEMS || bytes >= CHUNK_BYTES;
        let has_room = match room.try_recv() {
            Err(mpsc::TryRecvError::Empty) if full => room.recv().map_err(|_| mpsc::TryRecvError::Disconnected),
            has_room => has_room,
        };
        match has_room {
            Ok(()) => {
                if to_workers.send((number, std::mem::take(&mut chunk))).is_err() {
                    return;
                }
                (number, bytes) = (number + 1, 0);
            }
            Err(mpsc::TryRecvError::Empty) => {}
            Err(mpsc::TryRecvError::Disconnected) => return, // nobody writes any more
        }
    }
    if !chunk.is_empty() && room.recv().is_ok() {
        let _ = to_workers.send((number, chunk));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_kept_and_an_error_ends_it() {
        for threads in [1, 2, 7] {
            let (mut seen, items) = (Vec::new(), || 0..10_000_u32);
            in_order(
                items(),
                |_| 100,
                threads,
                |i| i * 2,
                |done| {
                    seen.extend(done);
                    Ok(())
                },
            )
            .unwrap();
            assert_eq!(seen, items().map(|i| i * 2).collect::<Vec<_>>());
            let mut left = 3;
            let end = in_order(
                items(),
                |_| 100,
                threads,
                |i| i,
                |_| {
                    left -= 1;
                    if left == 0 { Err(io::Error::other("full")) } else { Ok(()) }
                },
            );
            assert_eq!(end.unwrap_err().to_string(), "full");
        }
    }
}
