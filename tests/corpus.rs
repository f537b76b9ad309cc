//! The corpus in tests/corpus: each case says which records or quantities a text has, and so which it has not.
//!
//! python/tests/test_corpus.py reads the same cases by the same rules.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value};
use shakeup::{Document, Extractor};

/// A case's key and the `type` of the rows that it lists.
const KINDS: [(&str, &str); 3] = [("roles", "role"), ("reassignments", "reassignment"), ("targets", "target")];

type Record = Map<String, Value>;

#[test]
fn every_case_gives_its_records_and_no_others() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let extractor = Extractor::new();
    let (mut cases, mut failed, mut report) = (0, 0, String::new());
    for file in files {
        let cases_of_file: toml::Table = toml::from_str(&fs::read_to_string(&file).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for case in serde_json::to_value(cases_of_file).unwrap()["case"].as_array().unwrap() {
            cases += 1;
            let wrong = differences(&extractor, case);
            if !wrong.is_empty() {
                failed += 1;
                let file = file.file_name().unwrap().display();
                writeln!(report, "\n{file}: {}\n  text: {}{wrong}", case["name"], case["text"]).unwrap();
            }
        }
    }
    assert!(cases > 0, "no cases");
    assert!(failed == 0, "{report}\n{failed} of {cases} cases fail");
}

/// What a case expects and does not get, in words; empty when all is well.
fn differences(extractor: &Extractor, case: &Value) -> String {
    let mut document = Document::new(case["text"].as_str().unwrap()).id("case");
    if let Some(date) = case["published"].as_str() {
        document = document.published(date.parse().unwrap());
    }
    let found = extractor.extract_document(&document);
    let rows = serde_json::to_value(found.rows()).unwrap();
    let quantities: Vec<_> = found.quantities.iter().map(|quantity| quantity.to_row("case")).collect();
    let quantities = serde_json::to_value(quantities).unwrap();
    let quantities: Vec<&Record> = quantities.as_array().unwrap().iter().map(|q| q.as_object().unwrap()).collect();
    let rows: Vec<&Record> = rows.as_array().unwrap().iter().map(|row| row.as_object().unwrap()).collect();
    let mut wrong = String::new();
    let of_kind = |kind: &str| rows.iter().copied().filter(|row| row["type"] == kind).collect();
    let records = KINDS.map(|(key, kind)| (key, of_kind(kind)));
    for (key, got) in records.into_iter().chain([("quantities", quantities)]) {
        let Some(expected) = case[key].as_array() else { continue };
        let expected: Vec<&Record> = expected.iter().map(|record| record.as_object().unwrap()).collect();
        if expected.len() != got.len() || !pairs_up(&expected, &got) {
            write!(wrong, "\n  {key} expected:{}\n  {key} got:{}", list(&expected), list(&got)).unwrap();
        }
    }
    wrong
}

/// Whether each expected record can have a row of its own that has all its slots.
fn pairs_up(expected: &[&Record], rows: &[&Record]) -> bool {
    let Some((first, rest)) = expected.split_first() else { return true };
    (0..rows.len()).any(|i| {
        let left = [&rows[..i], &rows[i + 1..]].concat();
        has_slots(rows[i], first) && pairs_up(rest, &left)
    })
}

fn has_slots(row: &Record, expected: &Record) -> bool {
    expected.iter().all(|(slot, value)| {
        let got = row.get(slot).unwrap_or_else(|| panic!("no slot {slot:?}"));
        match (value, got) {
            (Value::String(text), Value::Null) => text.is_empty(), // "" stands for null, which TOML has not
            (Value::String(text), Value::String(got)) => !text.is_empty() && text.to_lowercase() == got.to_lowercase(),
            (Value::Number(number), Value::Number(got)) => number.as_f64() == got.as_f64(),
            _ => value == got,
        }
    })
}

fn list(records: &[&Record]) -> String {
    let evidence = ["type", "doc", "id", "start", "end", "start_byte", "end_byte", "confidence"];
    let mut out = String::new();
    for record in records {
        let slots = record.iter().filter(|(slot, value)| !evidence.contains(&slot.as_str()) && !value.is_null());
        let slots: Vec<String> = slots.map(|(slot, value)| format!("{slot}={value}")).collect();
        write!(out, "\n    {}", slots.join(" ")).unwrap();
    }
    if records.is_empty() { " none".to_owned() } else { out }
}
