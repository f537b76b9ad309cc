//! The `shakeup` command from outside: inputs, formats, exit statuses.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command as Process, Output, Stdio};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A sentence that gives one reassignment whatever else.
const NAMED: &str = "Acme Corp named Jane Roe chief executive.";

fn shakeup(folder: &TempDir, args: &str) -> Command {
    let mut command = Command::cargo_bin("shakeup").unwrap();
    command.current_dir(folder).args(args.split_whitespace());
    command
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

fn run(command: &mut Command, status: i32) -> (String, String) {
    let Output { stdout, stderr, .. } = command.assert().code(status).get_output().clone();
    (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

/// Ids of the documents that `--format json` printed.
fn docs(stdout: &str) -> Vec<String> {
    let doc = |line| serde_json::from_str::<Value>(line).unwrap()["doc"].as_str().unwrap().to_owned();
    stdout.lines().map(doc).collect()
}

fn jsonl(lines: &[&str]) -> Vec<u8> {
    lines.join("\n").into_bytes()
}

#[test]
fn a_broken_line_is_named_and_the_others_are_read() {
    let lines = jsonl(&[
        r#"{"id": "a", "text": "One."}"#,
        r#"{"id": 2, "text": "Two."}"#,
        r#"{"id": "c", "text": "#,
        "",
        r#"{"text": "Four."}"#,
        "{\"id\": \"e\", \"text\": \"Five.\"}\r",
    ]);
    let folder = folder(&[("news.jsonl", &lines)]);
    let (stdout, stderr) = run(&mut shakeup(&folder, "extract news.jsonl --format json"), 1);
    assert_eq!(docs(&stdout), ["a", "2", "news.jsonl:5", "e"]);
    assert!(stderr.starts_with("shakeup: news.jsonl:3: "), "{stderr}");
    assert!(stderr.ends_with("shakeup: 1 input could not be read\n"), "{stderr}");
}

#[test]
fn each_kind_of_bad_line_says_what_is_wrong() {
    let cases: [(&[u8], &str); 10] = [
        (b"[1]", "not a JSON object"),
        (b"{\"id\": 1}", "no field \"text\""),
        (b"{\"text\": null}", "no field \"text\""),
        (b"{\"text\": 5}", "field \"text\" is not a string"),
        (b"{\"text\": \"x\", \"id\": []}", "field \"id\" is neither a string nor a number"),
        (b"{\"text\": \"x\", \"date\": \"yesterday\"}", "not a partial date"),
        (b"{\"text\": \"x\", \"date\": {}}", "field \"date\" is not a date"),
        (b"{\"text\": \"\\ud800\"}", "unexpected end of hex escape"),
        (b"{\"text\": \"ab\xff\"}", "not UTF-8 at byte 12 of the line"),
        (b"{\"text\": \"x\"} {}", "trailing characters"),
    ];
    for (line, message) in cases {
        let content = [b"{\"text\": \"x\"}\n", line, b"\n{\"text\": \"y\"}\n"].concat();
        let folder = folder(&[("a.jsonl", &content)]);
        let (stdout, stderr) = run(&mut shakeup(&folder, "extract a.jsonl --format json"), 1);
        assert_eq!(docs(&stdout), ["a.jsonl:1", "a.jsonl:3"]);
        assert!(stderr.contains("a.jsonl:2: ") && stderr.contains(message), "{message}: {stderr}");
    }
}

#[test]
fn fields_can_have_other_names_and_dates_can_be_missing() {
    let folder =
        folder(&[("a.jsonl", br#"{"key": "k", "body": "x", "when": null}"#), ("b.csv", b"key,body,when\nk,x,\n")]);
    let fields = "--text-field body --id-field key --date-field when";
    let (stdout, _) = run(&mut shakeup(&folder, &format!("extract a.jsonl b.csv --format json {fields}")), 0);
    assert_eq!(docs(&stdout), ["k", "k"]);
}

#[test]
fn csv_rows_are_documents() {
    let content = "\u{feff}id,date,text\na,2025-05-29,\"Two\nlines, one text.\"\n,,No id.\nc,yesterday,x\nd,2025\ne,2025,\u{e9}\n";
    let folder = folder(&[("a.csv", content.as_bytes()), ("b.csv", b"id,body\n1,x\n"), ("c.csv", b"text\n\xff\ny\n")]);
    let (stdout, stderr) = run(&mut shakeup(&folder, "extract a.csv b.csv c.csv --format json"), 1);
    assert_eq!(docs(&stdout), ["a", "a.csv:4", "e", "c.csv:3"]);
    for message in [
        "a.csv:5: not a partial date",
        "a.csv:6: 2 fields, but the header has 3",
        "b.csv:1: no column \"text\"",
        "c.csv:2: not UTF-8 at byte 0 of field 1",
    ] {
        assert!(stderr.contains(message), "{message}: {stderr}");
    }
}

#[test]
fn text_that_is_not_utf8_is_an_error_at_its_byte() {
    let folder = folder(&[("bad.txt", b"caf\xe9"), ("good.txt", b"Good.")]);
    let (stdout, stderr) = run(&mut shakeup(&folder, "extract bad.txt missing.txt good.txt --format json"), 1);
    assert_eq!(docs(&stdout), ["good.txt"]);
    assert!(stderr.contains("bad.txt: not UTF-8 at byte 3\n"), "{stderr}");
    assert!(stderr.contains("missing.txt: "), "{stderr}");
    assert!(stderr.contains("2 inputs could not be read"), "{stderr}");
}

#[test]
fn folders_are_searched_in_order_and_other_files_are_left_alone() {
    let folder = folder(&[
        ("news/b/z.txt", b"x"),
        ("news/a.text", b"x"),
        ("news/c.NDJSON", b"{\"text\": \"x\"}"),
        ("news/d.json", b"{\"text\": \"x\"}\n{\"text\": \"y\"}"),
        ("news/picture.png", b"\xff\xfe"),
        ("news/notes.md", b"x"),
    ]);
    let (stdout, stderr) = run(&mut shakeup(&folder, "extract news --format json"), 0);
    assert_eq!(docs(&stdout), ["news/a.text", "news/b/z.txt", "news/c.NDJSON:1", "news/d.json:1", "news/d.json:2"]);
    assert_eq!(stderr, "");
}

#[test]
fn standard_input_is_text_unless_said_otherwise() {
    let folder = folder(&[]);
    for args in ["extract --format json", "extract - --format json"] {
        let (stdout, _) = run(shakeup(&folder, args).write_stdin("Some text.\n"), 0);
        assert_eq!(docs(&stdout), ["-"]);
    }
    let (stdout, _) =
        run(shakeup(&folder, "extract --input jsonl --format json").write_stdin("{\"text\": \"x\"}\n"), 0);
    assert_eq!(docs(&stdout), ["-:1"]);
    let (stdout, _) = run(shakeup(&folder, "extract --input csv --format json").write_stdin("id,text\n7,x\n"), 0);
    assert_eq!(docs(&stdout), ["7"]);
}

#[test]
fn empty_input_is_no_error() {
    let folder = folder(&[("a.txt", b""), ("a.jsonl", b""), ("b.jsonl", b"\xef\xbb\xbf\n  \n"), ("empty/x.md", b"")]);
    let (stdout, stderr) = run(&mut shakeup(&folder, "extract a.txt a.jsonl b.jsonl empty --format json"), 0);
    assert_eq!((docs(&stdout), stderr.as_str()), (vec!["a.txt".to_owned()], ""));
}

#[test]
fn a_byte_order_mark_counts_in_a_text_and_not_in_json() {
    let text = format!("\u{feff}{NAMED}");
    let line = format!("\u{feff}{}", serde_json::json!({ "text": NAMED }));
    let folder = folder(&[("a.txt", text.as_bytes()), ("a.jsonl", line.as_bytes())]);
    for (file, whole) in [("a.txt", text.as_str()), ("a.jsonl", NAMED)] {
        let (stdout, _) = run(&mut shakeup(&folder, &format!("extract {file} --kinds reassignments")), 0);
        let row: Value = serde_json::from_str(stdout.lines().next().expect("a reassignment")).unwrap();
        let (start, end) = (row["start_byte"].as_u64().unwrap() as usize, row["end_byte"].as_u64().unwrap() as usize);
        assert_eq!(whole[start..end], *row["text"].as_str().unwrap());
    }
}

#[test]
fn a_pipe_gets_rows() {
    let folder = folder(&[("a.txt", NAMED.as_bytes())]);
    let (stdout, _) = run(&mut shakeup(&folder, "extract a.txt"), 0);
    let rows: Vec<Value> = stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let change = rows.iter().find(|row| row["type"] == "reassignment").expect("a reassignment");
    assert_eq!((&change["person"], &change["doc"]), (&Value::from("Jane Roe"), &Value::from("a.txt")));
    let (stdout, _) = run(&mut shakeup(&folder, "extract a.txt --kinds targets"), 0);
    assert_eq!(stdout, "");
}

#[test]
fn csv_and_table_hold_what_rows_hold() {
    let folder = folder(&[("a.txt", NAMED.as_bytes())]);
    let (rows, _) = run(&mut shakeup(&folder, "extract a.txt"), 0);
    let (csv, _) = run(&mut shakeup(&folder, "extract a.txt --format csv"), 0);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().unwrap().clone();
    let mut records = reader.records();
    for row in rows.lines() {
        let row: serde_json::Map<String, Value> = serde_json::from_str(row).unwrap();
        let record = records.next().unwrap().unwrap();
        assert!(row.keys().all(|key| header.iter().any(|column| column == key)));
        for (column, cell) in header.iter().zip(&record) {
            match row.get(column) {
                None | Some(Value::Null) => assert_eq!(cell, ""),
                Some(Value::String(text)) => assert_eq!(cell, text),
                Some(other) => assert_eq!(cell, other.to_string()),
            }
        }
    }
    assert!(records.next().is_none());
    let (table, _) = run(&mut shakeup(&folder, "extract a.txt --format table"), 0);
    assert!(table.starts_with("a.txt\n") && table.contains("Jane Roe"), "{table}");
}

#[test]
fn threads_do_not_change_the_output() {
    let texts = (0..500).map(|i| serde_json::json!({ "text": NAMED.repeat(i % 7), "id": i }).to_string());
    let lines: Vec<String> = texts.collect();
    let folder = folder(&[("a.jsonl", lines.join("\n").as_bytes())]);
    let [one, four, all] = ["1", "4", "0"]
        .map(|threads| run(&mut shakeup(&folder, &format!("extract a.jsonl --format json --threads {threads}")), 0).0);
    assert_eq!(docs(&one).len(), 500);
    assert!(one == four && one == all);
}

#[test]
fn a_line_of_ten_megabytes_is_read() {
    let line = serde_json::json!({ "text": "word ".repeat(2_000_000), "id": "long" }).to_string();
    let folder = folder(&[("a.jsonl", line.as_bytes())]);
    let (stdout, _) = run(&mut shakeup(&folder, "extract a.jsonl"), 0);
    assert_eq!(stdout, "");
}

#[test]
fn wrong_usage_is_two() {
    let folder = folder(&[("a.txt", b"x")]);
    for args in [
        "",
        "extract a.txt --format xml",
        "extract a.txt --kinds people",
        "extract a.txt --min-confidence 2",
        "extract a.txt --date someday",
        "extract a.txt --nonsense",
        "extract a.txt --lexicon nowhere",
    ] {
        let (stdout, stderr) = run(&mut shakeup(&folder, args), 2);
        assert!(stdout.is_empty() && !stderr.is_empty(), "{args}: {stdout}{stderr}");
    }
}

#[test]
fn progress_ends_with_a_summary() {
    let folder = folder(&[("a.txt", b"x"), ("b.txt", b"yz")]);
    let (_, stderr) = run(&mut shakeup(&folder, "extract a.txt b.txt --progress"), 0);
    assert!(stderr.starts_with("shakeup: 2 documents, 0.0 MB in "), "{stderr}");
}

#[test]
fn explain_shows_the_stages() {
    let folder = folder(&[("a.txt", NAMED.as_bytes())]);
    let (stdout, _) = run(&mut shakeup(&folder, "explain a.txt"), 0);
    assert!(stdout.contains("Jane Roe"), "{stdout}");
    run(&mut shakeup(&folder, "explain missing.txt"), 1);
}

#[test]
fn lexicon_check_names_mistakes() {
    let folder =
        folder(&[("good/posts.tsv", b"harbour reeve\tgovernment\ttitle\n"), ("bad/nothing.tsv", b"a\tb\tc\n")]);
    run(&mut shakeup(&folder, "lexicon check good"), 0);
    let (stdout, _) = run(&mut shakeup(&folder, "lexicon check bad"), 1);
    assert!(stdout.contains("nothing.tsv"), "{stdout}");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let line = serde_json::json!({ "text": NAMED }).to_string() + "\n";
    let folder = folder(&[("a.jsonl", line.repeat(5000).as_bytes())]);
    let mut child = Process::new(assert_cmd::cargo::cargo_bin("shakeup"))
        .args(["extract", "a.jsonl", "--format", "json"])
        .current_dir(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take()); // as `head` does when it has seen enough
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn a_slow_stream_gives_each_document_at_once() {
    let folder = folder(&[]);
    let mut child = Process::new(assert_cmd::cargo::cargo_bin("shakeup"))
        .args(["extract", "--input", "jsonl", "--format", "json"])
        .current_dir(&folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap()));
    for id in ["a", "b"] {
        writeln!(stdin, "{{\"text\": \"x\", \"id\": \"{id}\"}}").unwrap();
        assert_eq!(docs(&lines.next().unwrap().unwrap()), [id]);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let folder = folder(&[("a.txt", b"x")]);
    let full = fs::OpenOptions::new().write(true).open(Path::new("/dev/full")).unwrap();
    let output = Process::new(assert_cmd::cargo::cargo_bin("shakeup"))
        .args(["extract", "a.txt", "--format", "json"])
        .current_dir(&folder)
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write"));
}

/// The first screen of the README: the quoted article gives the table below it.
#[test]
fn the_readme_shows_what_comes_out() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md")).unwrap();
    let quoted = readme.lines().filter_map(|line| line.strip_prefix('>'));
    let article: Vec<&str> = quoted.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let shown = readme.split("```text\n").nth(1).unwrap().split("```").next().unwrap();
    let folder = folder(&[("harbor.txt", article.join("\n").as_bytes())]);
    let (table, _) = run(&mut shakeup(&folder, "extract harbor.txt --format table --date 2025-05-29"), 0);
    assert_eq!(table.trim_end(), shown.trim_end());
}
