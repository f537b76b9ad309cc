//! Our own articles through all stages, through each stage alone, and with a large lexicon of the user's.
//! `cargo bench -p shakeup`.

use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use shakeup::{Document, Extractor, Lexicon};

/// Name and text of every example article.
fn articles() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let name = |file: &Path| file.file_stem().unwrap().to_str().unwrap().to_owned();
    files.iter().map(|file| (name(file), std::fs::read_to_string(file).unwrap())).collect()
}

fn bytes(articles: &[(String, String)]) -> Throughput {
    Throughput::Bytes(articles.iter().map(|(_, text)| text.len() as u64).sum())
}

fn whole(criterion: &mut Criterion) {
    let extractor = Extractor::new();
    let mut group = criterion.benchmark_group("article");
    for (name, text) in articles() {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |bencher| bencher.iter(|| extractor.extract(&text)));
    }
    group.finish();
}

/// Each stage alone, on what the stages before it have made of all articles.
fn stages(criterion: &mut Criterion) {
    let extractor = Extractor::new();
    let articles = articles();
    let mut group = criterion.benchmark_group("stage");
    group.throughput(bytes(&articles));
    for (stage, name) in Extractor::STAGES.into_iter().enumerate() {
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|times| {
                let once = |_| articles.iter().map(|(_, text)| extractor.stage_times(&Document::new(text))[stage]);
                (0..times).flat_map(once).sum::<Duration>()
            });
        });
    }
    group.finish();
}

/// All articles with the built-in lexicon, and with 50,000 organisations more.
fn lexicons(criterion: &mut Criterion) {
    let articles = articles();
    let lines: String = (0..50_000).map(|i| format!("quexal {i} works {}\tcompany\n", i % 7)).collect();
    let large = Lexicon::builtin().with_tsv("organizations", &lines).unwrap();
    let mut group = criterion.benchmark_group("lexicon");
    group.throughput(bytes(&articles));
    for (name, lexicon) in [("built-in", Lexicon::builtin()), ("50,000 entries more", large)] {
        let extractor = Extractor::builder().lexicon(lexicon).build().unwrap();
        group.bench_function(name, |bencher| {
            bencher.iter(|| articles.iter().map(|(_, text)| extractor.extract(text).roles.len()).sum::<usize>());
        });
    }
    group.finish();
}

criterion_group!(benches, whole, stages, lexicons);
criterion_main!(benches);
