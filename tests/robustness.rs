//! Bad and huge input: no panic, no hang, and time in proportion to length.

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

/// Thousands of people with one surname, and of posts of one person.
#[test]
fn families_and_careers_take_time_in_proportion_to_their_length() {
    fn given(i: usize) -> String {
        [i / 676 % 26, i / 26 % 26, i % 26].map(|n| char::from(b'a' + n as u8)).iter().collect()
    }
    let family = |i: usize| format!("Gov. X{} Harlow spoke. ", given(i));
    let career = |i: usize| format!("Ann Lee resigned as president of X{} Corp. ", given(i));
    for sentence in [&family as &dyn Fn(usize) -> String, &career] {
        let text = |sentences: usize| (0..sentences).map(sentence).collect::<String>();
        let (short, long) = (text(1_500), text(15_000));
        best_of(1, &short);
        let ratio = (0..3).map(|_| best_of(1, &long).as_secs_f64() / best_of(3, &short).as_secs_f64());
        let ratios: Vec<f64> = ratio.collect();
        assert!(ratios.iter().any(|&ratio| ratio <= 20.0), "ten times the text takes {ratios:?} times as long");
    }
}

fn best_of(runs: usize, text: &str) -> Duration {
    let time = || {
        let started = Instant::now();
        std::hint::black_box(extract(text));
        started.elapsed()
    };
    (0..runs).map(|_| time()).min().unwrap()
}

#[test]
fn ten_times_the_text_takes_at_most_twelve_times_as_long() {
    let paragraph = format!(
        "{SENTENCE} The agency wants at least 3,000 arrests per day, up from 1,800. Ms. Roe, a director of Loom Software \
         since 2019, said on Thursday that she would not resign. \"We are ready,\" said Omar Diaz, deputy chief of staff.\n\n"
    );
    let short = paragraph.repeat(100_000 / paragraph.len());
    let long = paragraph.repeat(1_000_000 / paragraph.len());
    best_of(1, &short); // the lexicon is compiled before the clock runs
    let ratio = || best_of(3, &long).as_secs_f64() / best_of(5, &short).as_secs_f64();
    // A busy machine may spoil one measurement; a quadratic step spoils them all.
    let ratios: Vec<f64> = (0..3).map(|_| ratio()).collect();
    assert!(ratios.iter().any(|&ratio| ratio <= 12.0), "1 MB takes {ratios:?} times as long as 100 KB");
}
