//! Whole articles with reviewed snapshots. `make bless` accepts what has changed; read the difference first.

use std::fmt::Write;
use std::path::Path;

use shakeup::{Document, Extractor};

#[test]
fn articles_give_the_records_that_were_reviewed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder.join("tests/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut files: Vec<_> =
        std::fs::read_dir(folder.join("examples/articles")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    settings.bind(|| {
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap();
            let name = file.file_stem().unwrap().to_str().unwrap();
            insta::assert_snapshot!(name, records(name, &text));
        }
    });
}

/// Each record in words, with the evidence and the rule below it: what a reviewer needs to judge it.
fn records(name: &str, text: &str) -> String {
    let published = "2025-05-29".parse().unwrap();
    let found = Extractor::new().extract_document(&Document::new(text).id(name).published(published));
    let mut out = String::new();
    let mut heading = |title: &str, records: Vec<(String, &str, &str)>| {
        writeln!(out, "{title}").unwrap();
        for (words, evidence, rule) in records {
            writeln!(out, "  {words}\n      {rule}: {evidence:?}").unwrap();
        }
    };
    heading("roles", found.roles.iter().map(|r| (r.to_string(), r.text.as_str(), &*r.rule)).collect());
    heading("reassignments", found.reassignments.iter().map(|r| (r.to_string(), r.text.as_str(), &*r.rule)).collect());
    heading("targets", found.targets.iter().map(|r| (r.to_string(), r.text.as_str(), &*r.rule)).collect());
    out
}
