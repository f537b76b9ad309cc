//! Bad and huge input: no panic, no hang. That time is in proportion to length is tested in `linearity.rs`.

use std::time::{Duration, Instant};

use shakeup::{Extraction, Extractor};

const SENTENCE: &str = "Acme Corp named Jane Roe chief executive, replacing John Doe, who retired in May.";

fn extract(text: &str) -> Extraction {
    Extractor::new().extract(text)
}

fn check(text: &str) {
    for row in extract(text).rows() {
        let (start, end) = row.evidence();
        let evidence: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
        let said = match row {
            shakeup::Row::Role(row) => row.text,
            shakeup::Row::Reassignment(row) => row.text,
            shakeup::Row::Target(row) => row.text,
        };
        assert_eq!(evidence, said, "in {text:?}");
    }
}

#[test]
fn text_without_words_has_no_records() {
    for text in [
        "",
        " ",
        "\n\n\n",
        "\r\n\r\n",
        "\t",
        "\0",
        "\0\0\0\0",
        "\u{feff}",
        "...",
        "\"\"\"",
        "((((",
        "🙂🙂",
        "\u{200f}\u{200f}",
    ] {
        assert_eq!(extract(text).rows(), [], "{text:?}");
    }
}

#[test]
fn what_stands_round_a_sentence_does_not_hide_it() {
    for text in [
        format!("\u{feff}{SENTENCE}"),
        format!("{SENTENCE}\r\n\r\n{SENTENCE}\r\n"),
        format!("\0 {SENTENCE} \0"),
        format!("🙂🙂 {SENTENCE} 👩‍👩‍👧‍👦"),
        format!("مرحبا بالعالم. {SENTENCE} שלום"),
        format!("<html><body><p>{SENTENCE}</p><script>var a = \"<b>\";</script></body></html>"),
    ] {
        assert!(!extract(&text).reassignments.is_empty(), "{text:?}");
        check(&text);
    }
}

#[test]
fn markup_soup_is_read_as_text() {
    check(
        &"<div class=\"a\"><<>></p>&nbsp;&#x1F642;<!-- -->< Jane Roe, <b>chief</b> of <a href='x'>Acme</a>".repeat(50),
    );
}

/// Shapes that have sent other programs into backtracking or recursion.
#[test]
fn repetition_does_not_hang() {
    let pieces = "(/\"/“/“‘/Jane /Jane Roe, /Jane Roe and /of the /chief /deputy vice /1,/1./1,000,000 /- /$/the /named /\
                  named Jane Roe /who was /Acme Corp's /A.B.C./to to to /up from /more than /he /x\n/\n/,/; ";
    for piece in pieces.split('/') {
        let text = piece.repeat(200_000 / piece.len());
        let started = Instant::now();
        extract(&text);
        assert!(started.elapsed() < Duration::from_secs(20), "{piece:?} takes {:?}", started.elapsed());
    }
}

#[test]
fn ten_megabytes_without_a_space_end_soon() {
    for piece in ["x", "Ab", "é", "9", "🙂"] {
        let text = piece.repeat(10_000_000 / piece.len());
        let started = Instant::now();
        assert_eq!(extract(&text).rows(), []);
        assert!(started.elapsed() < Duration::from_secs(30), "{piece:?} takes {:?}", started.elapsed());
    }
}

/// A title that starts the text before "and" has nobody to its left.
#[test]
fn mentions_at_the_edges_of_a_text_are_read() {
    for text in [
        "Vice president and Ann Lee resigned as treasurer of Acme Corp.",
        "Acme Corp; Ann Lee resigned",
        "of Acme Corp and Ann Lee, chief",
        "to replace Lee",
        "named Lee",
        "a candidate to",
        "is willing to resign",
        "the death of",
        "'s chief of staff",
    ] {
        check(text);
    }
}
