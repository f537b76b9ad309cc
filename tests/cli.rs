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
fn a_date_of_publication_from_the_text_itself_is_said_to_be_so() {
    let text = b"DAYTON, Ohio, March 6, 2024 (Wire) - Mayor Ann Lee resigned on Monday.\n";
    let folder = folder(&[("a.txt", text)]);
    let (table, _) = run(&mut shakeup(&folder, "extract a.txt --format table"), 0);
    assert!(table.starts_with("a.txt, published 2024-03-06 by its own words \"March 6, 2024\"\n"), "{table}");
    let (json, _) = run(&mut shakeup(&folder, "extract a.txt --format json"), 0);
    let found: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&found["published"], &found["dateline"]["text"]), (&"2024-03-06".into(), &"March 6, 2024".into()));
    assert_eq!(found["reassignments"][0]["date"], "2024-03-04");

    let (table, _) = run(&mut shakeup(&folder, "extract a.txt --format table --date 2024-03-07"), 0);
    assert!(table.starts_with("a.txt\n"), "{table}");
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

/// 300 documents that differ, with a record each, and a line among them that cannot be read.
fn stream() -> Vec<u8> {
    let line =
        |i: usize| serde_json::json!({ "text": format!("{NAMED} Day {i}.").repeat(1 + i % 5), "id": i }).to_string();
    let mut lines: Vec<String> = (0..300).map(line).collect();
    lines.insert(40, "{".to_owned());
    (lines.join("\n") + "\n").into_bytes()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

#[test]
fn packed_files_are_read_to_the_end_of_their_last_part() {
    let (one, two) = (&b"{\"text\": \"x\"}\n"[..], &b"{\"text\": \"y\"}\n"[..]);
    let zstd = |bytes| zstd::encode_all(bytes, 1).unwrap();
    let long = gzip(&one.repeat(5000));
    let folder = folder(&[
        ("in/a.jsonl.gz", &[gzip(one), gzip(two)].concat()),
        ("in/b.jsonl.zst", &[zstd(one), zstd(two)].concat()),
        ("in/c.txt.gz", &gzip(b"x")),
        ("in/d.gz", b"not looked at"),
        ("torn.jsonl.gz", &long[..long.len() - 12]),
        ("lie.jsonl.zst", b"{\"text\": \"x\"}\n"),
    ]);
    let (stdout, _) = run(&mut shakeup(&folder, "extract in --format json"), 0);
    assert_eq!(
        docs(&stdout),
        ["in/a.jsonl.gz:1", "in/a.jsonl.gz:2", "in/b.jsonl.zst:1", "in/b.jsonl.zst:2", "in/c.txt.gz"]
    );
    let (_, stderr) = run(&mut shakeup(&folder, "extract torn.jsonl.gz lie.jsonl.zst"), 1);
    assert!(stderr.contains("torn.jsonl.gz:") && stderr.contains("lie.jsonl.zst"), "{stderr}");
}

#[test]
fn a_run_that_was_cut_off_goes_on_where_it_was() {
    let folder = folder(&[("a.jsonl", &stream())]);
    let (whole, _) = run(&mut shakeup(&folder, "extract a.jsonl --format json"), 1);
    let path = |name| folder.path().join(name);
    run(&mut shakeup(&folder, "extract a.jsonl --format json -o out.jsonl"), 1);
    assert_eq!(fs::read_to_string(path("out.jsonl")).unwrap(), whole);
    assert!(!path("out.jsonl.progress").exists());

    // As a run leaves it that is killed in the middle of a line, a while after its last entry.
    let args = "extract --input jsonl --format json -o out.jsonl --resume";
    fs::remove_file(path("out.jsonl")).unwrap();
    let mut child = Process::new(assert_cmd::cargo::cargo_bin("shakeup"))
        .args(args.split(' '))
        .current_dir(&folder)
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let lines = stream();
    let lines: Vec<&[u8]> = lines.split_inclusive(|&b| b == b'\n').collect();
    stdin.write_all(&lines[..100].concat()).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1200));
    stdin.write_all(&lines[100..110].concat()).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(500));
    child.kill().unwrap();
    child.wait().unwrap();
    let written = fs::read(path("out.jsonl")).unwrap();
    fs::write(path("out.jsonl"), [&written[..], b"{\"doc\": \"to"].concat()).unwrap();

    let refused = |args: &str, input: &[u8], why: &str| {
        let (_, stderr) = run(shakeup(&folder, args).write_stdin(input), 2);
        assert!(stderr.contains(why), "{stderr}");
    };
    refused("extract --input jsonl --format json -o out.jsonl", &lines.concat(), "unfinished run");
    refused(&format!("{args} --kinds roles"), &lines.concat(), "other options");
    refused(args, &lines[1..].concat(), "not what it was");
    refused(args, &lines[..50].concat(), "not what it was");
    let (_, stderr) = run(shakeup(&folder, &format!("{args} --threads 3")).write_stdin(lines.concat()), 1);
    assert!(stderr.ends_with("shakeup: 1 input could not be read\n"), "{stderr}");
    let resumed = fs::read_to_string(path("out.jsonl")).unwrap();
    assert_eq!(resumed.lines().count(), 300);
    assert!(resumed == whole);
    refused(args, b"", "no unfinished run");
}

#[test]
fn what_is_read_is_not_written_to() {
    let folder = folder(&[("in/a.jsonl", b"{\"text\": \"x\"}\n")]);
    let (_, stderr) = run(&mut shakeup(&folder, "extract in/a.jsonl -o in/../in/a.jsonl"), 2);
    assert!(stderr.contains("is input and output"), "{stderr}");
    for _ in 0..2 {
        run(&mut shakeup(&folder, "extract in --format json -o in/out.jsonl"), 0);
        assert_eq!(docs(&fs::read_to_string(folder.path().join("in/out.jsonl")).unwrap()), ["in/a.jsonl:1"]);
    }
}

#[cfg(unix)]
#[test]
fn an_interrupt_leaves_whole_lines() {
    let folder = folder(&[]);
    let mut child = Process::new(assert_cmd::cargo::cargo_bin("shakeup"))
        .args("extract --input jsonl --format json -o out.jsonl --threads 2".split(' '))
        .current_dir(&folder)
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let path = folder.path().join("out.jsonl");
    let lines = stream();
    // As fast as it goes until there is much of it; then the signal comes while it writes.
    while fs::metadata(&path).map_or(0, |metadata| metadata.len()) < 1 << 20 {
        stdin.write_all(&lines).unwrap();
    }
    Process::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    while stdin.write_all(&lines).is_ok() {}
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let written = fs::read_to_string(&path).unwrap();
    assert!(written.ends_with('\n') && docs(&written).len() > 100);
    let progress = fs::read_to_string(folder.path().join("out.jsonl.progress")).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&progress).unwrap()["bytes"], written.len());
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_is_read_and_written() {
    use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
    use parquet::arrow::ArrowWriter;
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
    use std::sync::Arc;

    let texts = StringArray::from(vec![Some(NAMED), None, Some("Nothing to see."), Some(NAMED)]);
    let columns: [(&str, ArrayRef); 3] = [
        ("id", Arc::new(Int64Array::from(vec![Some(7), Some(8), Some(9), None]))),
        ("unread", Arc::new(Int64Array::from(vec![1, 2, 3, 4]))),
        ("text", Arc::new(texts)),
    ];
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    let file = writer.into_inner().unwrap();
    let folder = folder(&[("in/a.parquet", &file), ("torn.parquet", &file[..file.len() / 2])]);
    let (stdout, _) = run(&mut shakeup(&folder, "extract in --format json"), 0);
    assert_eq!(docs(&stdout), ["7", "9", "in/a.parquet:4"]);
    let (_, stderr) = run(&mut shakeup(&folder, "extract torn.parquet in/a.parquet --text-field body"), 1);
    assert!(stderr.contains("torn.parquet: ") && stderr.contains("in/a.parquet: no column \"body\""), "{stderr}");

    let (rows, _) = run(&mut shakeup(&folder, "extract in"), 0);
    run(&mut shakeup(&folder, "extract in -o records.parquet"), 0);
    let written = fs::File::open(folder.path().join("records.parquet")).unwrap();
    let read = ParquetRecordBatchReaderBuilder::try_new(written).unwrap().build().unwrap();
    assert_eq!(read.map(|batch| batch.unwrap().num_rows()).sum::<usize>(), rows.lines().count());
    for args in ["extract in --format parquet", "extract in -o x.parquet --resume"] {
        run(&mut shakeup(&folder, args), 2);
    }
    assert!(!folder.path().join("x.parquet.part").exists());
}
