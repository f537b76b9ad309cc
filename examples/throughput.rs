//! How fast articles are read: `cargo run --release -p shakeup --example throughput -- news.jsonl.gz`.
//!
//! Reads JSON Lines, plain or gzipped, with a field `text` (and `date`, where there is one), or the example articles when no
//! file is named. Prints megabytes, words and records a second on one thread, the time of each stage, and the cost as a
//! multiple of a floor that is measured over the same text in the same run: one pass that cuts ASCII words and looks each up,
//! and one pass of an automaton with 2,000 patterns. Every figure is the median of several runs, taken in turn.

use std::collections::HashSet;
use std::error::Error;
use std::fs::File;
use std::hash::{BuildHasherDefault, Hasher};
use std::hint::black_box;
use std::io::{BufRead, BufReader, Read};
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use shakeup::{Document, Extractor};

const RUNS: usize = 5;
const PATTERNS: usize = 2_000;

/// Word lists of the size that the lexicon has, for the floor.
const WORDS: [&str; 3] = [
    include_str!("../crates/shakeup/lexicons/common_words.tsv"),
    include_str!("../crates/shakeup/lexicons/given_names.tsv"),
    include_str!("../crates/shakeup/lexicons/surnames.tsv"),
];
const TITLES: &str = include_str!("../crates/shakeup/lexicons/posts.tsv");

struct Article {
    text: String,
    date: Option<shakeup::PartialDate>,
}

#[expect(clippy::print_stdout, reason = "an example shows what it does")]
fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let articles = if files.is_empty() { examples()? } else { read(&files)? };
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let words: usize = articles.iter().map(|article| article.text.split_whitespace().count()).sum();
    println!("{} articles, {:.1} MB, {words} words", articles.len(), megabytes(bytes));

    let started = Instant::now();
    let extractor = Extractor::new();
    println!("lexicon compiled in {:.1} ms", started.elapsed().as_secs_f64() * 1e3);

    let known: HashSet<&[u8], BuildHasherDefault<WordHasher>> = WORDS.iter().flat_map(|words| entries(words)).collect();
    let patterns: Vec<&[u8]> = entries(TITLES).take(PATTERNS).collect();
    let automaton = AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(patterns)?;

    let (mut whole, mut looking_up, mut matching) = (Vec::new(), Vec::new(), Vec::new());
    let mut records = 0;
    for _ in 0..RUNS {
        whole.push(time(|| records = articles.iter().map(|article| extract(&extractor, article)).sum()));
        looking_up.push(time(|| articles.iter().map(|article| words_known(&article.text, &known)).sum::<usize>()));
        matching
            .push(time(|| articles.iter().map(|article| automaton.find_iter(&article.text).count()).sum::<usize>()));
    }
    let (whole, looking_up, matching) = (median(whole), median(looking_up), median(matching));
    let floor = looking_up + matching;
    let rate = |amount: f64, time: Duration| amount / time.as_secs_f64();
    let size = megabytes(bytes);
    println!("\n{:>9.1} MB/s", rate(size, whole));
    println!("{:>9.0} words/s", rate(words as f64, whole));
    println!("{:>9.0} records/s ({records} records)", rate(records as f64, whole));
    println!("{:>9.1} MB/s words cut and looked up", rate(size, looking_up));
    println!("{:>9.1} MB/s {PATTERNS} patterns by an automaton", rate(size, matching));
    println!("{:>9.1} MB/s floor: both", rate(size, floor));
    println!("{:>9.2} times the floor", whole.as_secs_f64() / floor.as_secs_f64());

    println!("\ntime by stage, with the clock's own");
    let times: Vec<_> = (0..RUNS).map(|_| stages(&extractor, &articles)).collect();
    let stage = |index: usize| median(times.iter().map(|run| run[index]).collect());
    let total: Duration = (0..Extractor::STAGES.len()).map(stage).sum();
    for (index, name) in Extractor::STAGES.iter().enumerate() {
        let (time, share) = (stage(index), stage(index).as_secs_f64() / total.as_secs_f64());
        println!("{name:>11} {:>6.1} % {:>8.1} ns a word", share * 100.0, time.as_secs_f64() * 1e9 / words as f64);
    }
    if let Some(peak) = peak_memory() {
        println!("\n{peak:.0} MB of memory at most, the articles among them");
    }
    Ok(())
}

fn extract(extractor: &Extractor, article: &Article) -> usize {
    let found = extractor.extract_document(&document(article));
    found.roles.len() + found.reassignments.len() + found.targets.len()
}

fn document(article: &Article) -> Document<'_> {
    let document = Document::new(&article.text);
    article.date.map_or(document, |date| document.published(date))
}

fn stages(extractor: &Extractor, articles: &[Article]) -> Vec<Duration> {
    let mut sums = vec![Duration::ZERO; Extractor::STAGES.len()];
    for article in articles {
        let times = extractor.stage_times(&document(article));
        sums.iter_mut().zip(times).for_each(|(sum, time)| *sum += time);
    }
    sums
}

/// The floor's first half: ASCII words in small letters, each looked up once.
fn words_known(text: &str, known: &HashSet<&[u8], BuildHasherDefault<WordHasher>>) -> usize {
    let bytes = text.as_bytes();
    let mut lower = [0; 32];
    let (mut at, mut count) = (0, 0);
    while at < bytes.len() {
        let mut length = 0;
        while let Some(letter) = bytes.get(at + length).filter(|byte| byte.is_ascii_alphanumeric()) {
            if length < lower.len() {
                lower[length] = letter.to_ascii_lowercase();
            }
            length += 1;
        }
        count += usize::from(length > 0 && known.contains(&lower[..length.min(lower.len())]));
        at += length.max(1);
    }
    count
}

#[derive(Default)]
struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for block in bytes.chunks(8) {
            let mut padded = [0; 8];
            padded[..block.len()].copy_from_slice(block);
            self.write_u64(u64::from_le_bytes(padded));
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn write_usize(&mut self, value: usize) {
        self.write_u64(value as u64);
    }
}

/// The first column of a table.
fn entries(table: &str) -> impl Iterator<Item = &[u8]> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.filter_map(|line| line.split('\t').next()).map(str::as_bytes)
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let started = Instant::now();
    black_box(work());
    started.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// The most memory that the process has had, where the system tells.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<f64>().ok().map(|kilobytes| kilobytes / 1e3)
}

fn read(files: &[String]) -> Result<Vec<Article>, Box<dyn Error>> {
    let mut articles = Vec::new();
    for path in files {
        let file = BufReader::new(File::open(path)?);
        let file: Box<dyn Read> =
            if path.ends_with(".gz") { Box::new(flate2::bufread::MultiGzDecoder::new(file)) } else { Box::new(file) };
        for line in BufReader::new(file).lines() {
            let value: serde_json::Value = serde_json::from_str(&line?)?;
            let text = value["text"].as_str().ok_or("a line without a field `text`")?.to_owned();
            articles.push(Article { text, date: value["date"].as_str().and_then(|date| date.parse().ok()) });
        }
    }
    Ok(articles)
}

/// The example articles, fifty times, so that the clock has something to measure.
fn examples() -> Result<Vec<Article>, Box<dyn Error>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/articles");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let texts: Vec<String> = paths.iter().map(std::fs::read_to_string).collect::<Result<_, _>>()?;
    let copies = (0..50).flat_map(|_| texts.iter().cloned());
    Ok(copies.map(|text| Article { text, date: None }).collect())
}
