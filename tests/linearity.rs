//! Time in proportion to length, whatever the text is like.
//!
//! What is measured is the processor time of the test's own thread, so that other work on the machine does not count, and the
//! least of several runs; a slow moment may spoil one attempt, a quadratic step spoils them all.

use std::time::Duration;

use cpu_time::ThreadTime;
use shakeup::Extractor;

const MEGABYTE: usize = 1_000_000;

/// Times that twice the text may take, taken over three doublings: one alone may step over the size of a cache. A quadratic step
/// makes it four, and eight times the text takes 64 times as long.
const TWICE: f64 = 2.2;

/// The least time that a text has taken.
fn time(text: &str, runs: usize) -> Duration {
    // Once so much has been freed at a time, the allocator keeps what is freed: else a long text would fetch its memory from
    // the system in every run, a short one never.
    std::hint::black_box(Vec::<u8>::with_capacity(31 << 20));
    let extractor = Extractor::new();
    let run = |_| {
        let started = ThreadTime::now();
        std::hint::black_box(extractor.extract(text));
        started.elapsed()
    };
    (0..runs).map(run).min().unwrap()
}

fn ratio(long: &str, short: &str, runs: usize) -> f64 {
    time(long, runs).as_secs_f64() / time(short, runs).as_secs_f64()
}

/// Whether one of several attempts gives at most `most`.
fn is_at_most(most: f64, measure: impl Fn() -> f64) -> Result<(), Vec<f64>> {
    let mut seen = Vec::new();
    for _ in 0..4 {
        seen.push(measure());
        if seen.last().is_some_and(|&ratio| ratio <= most) {
            return Ok(());
        }
    }
    Err(seen)
}

fn news() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let articles: String = files.iter().map(|file| std::fs::read_to_string(file).unwrap() + "\n\n").collect();
    articles.repeat(MEGABYTE / articles.len() + 1)
}

/// Three letters that differ for every number below 17,576.
fn letters(i: usize) -> String {
    [i / 676 % 26, i / 26 % 26, i % 26].map(|n| char::from(b'a' + n as u8)).iter().collect()
}

/// A text that repeats something, and how many times.
type Shape<'a> = (&'static str, &'a dyn Fn(usize) -> String, usize);

#[test]
fn a_megabyte_of_anything_takes_at_most_three_times_as_long_as_one_of_news() {
    let repeated = |piece: &'static str| move |times: usize| piece.repeat(times);
    let nested = |times: usize| {
        let (open, close) = ("(\"[“‘'", "'’”]\")");
        open.repeat(times / 2) + "the mayor" + &close.repeat(times / 2)
    };
    let names = |times: usize| -> String {
        (0..times).map(|i| format!("X{} O{}, ", letters(i), letters(i / 17_576 + i * 7))).collect()
    };
    let shapes: [Shape<'_>; 11] = [
        ("one token", &repeated("x"), MEGABYTE),
        ("one token of capitals", &repeated("Xy"), MEGABYTE / 2),
        (
            "one sentence",
            &repeated("that the mayor of the town and the board would name a new head of "),
            MEGABYTE / 67,
        ),
        ("only capitals", &repeated("ACME NAMED JANE ROE CHIEF OF THE BANK "), MEGABYTE / 38),
        ("only titles", &repeated("deputy chief vice president secretary of state "), MEGABYTE / 47),
        ("only titles in capitals", &repeated("Deputy Chief Vice President Secretary Of State "), MEGABYTE / 47),
        ("only numbers", &repeated("1,800 3.5 20 million two-thirds 5 "), MEGABYTE / 34),
        ("only quotes and brackets", &repeated("(\"[“‘' "), MEGABYTE / 13),
        ("nested quotes and brackets", &nested, MEGABYTE / 11),
        ("lines", &repeated("Roe\n"), MEGABYTE / 4),
        ("100,000 names", &names, 100_000),
    ];
    let news = news();
    for (name, text, times) in shapes {
        let (eighth, whole) = (text(times / 8), text(times));
        let size = whole.len() as f64 / news.len() as f64;
        let slow = is_at_most(3.0 * size, || ratio(&whole, &news, 2));
        assert_eq!(slow, Ok(()), "times the time of {size:.2} times as much news: {name}");
        let slow = is_at_most(TWICE.powi(3), || ratio(&whole, &eighth, 2));
        assert_eq!(slow, Ok(()), "times the time for eight times the text: {name}");
    }
}

/// Thousands of people with one surname, and of posts of one person.
#[test]
fn families_and_careers_take_time_in_proportion_to_their_length() {
    let family = |i: usize| format!("Gov. X{} Harlow spoke. ", letters(i));
    let career = |i: usize| format!("Ann Lee resigned as president of X{} Corp. ", letters(i));
    for sentence in [&family as &dyn Fn(usize) -> String, &career] {
        let text = |sentences: usize| (0..sentences).map(sentence).collect::<String>();
        let (short, long) = (text(1_500), text(15_000));
        assert_eq!(is_at_most(20.0, || ratio(&long, &short, 2)), Ok(()), "times the time for ten times the text");
    }
}

#[test]
fn ten_times_the_news_takes_at_most_twelve_times_as_long() {
    let (long, short) = (news(), news());
    let short: String = short.chars().take(MEGABYTE / 10).collect();
    assert_eq!(is_at_most(12.0, || ratio(&long, &short, 3)), Ok(()));
}
