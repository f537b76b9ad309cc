//! Whole articles through all stages. `cargo bench -p shakeup`.

use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use shakeup::Extractor;

fn articles(criterion: &mut Criterion) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let extractor = Extractor::new();
    let mut group = criterion.benchmark_group("extract");
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(file.file_stem().unwrap().to_str().unwrap(), |bencher| {
            bencher.iter(|| extractor.extract(&text));
        });
    }
    group.finish();
}

criterion_group!(benches, articles);
criterion_main!(benches);
