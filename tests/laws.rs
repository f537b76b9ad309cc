//! What holds for any text: nothing panics, spans are true, and the same input gives the same bytes.

use proptest::prelude::*;
use serde_json::Value;
use shakeup::{Document, Extraction, Extractor, Lexicon, Mention, Row, Span};

/// Pieces of news, and what breaks pieces of news, with bars between them.
const FRAGMENTS: &str = "Acme Corp|named|Jane Roe|chief executive|of|replacing|John Doe|, who retired in May|.|The agency|\
    (ERO)|wants at least|3,000|arrests per day|up from|1,800|by 2030|50%|$3.5 billion|will step down as|\
    head of|respectively|and|Smith and Jones|\"|“|”|'s|—|\n\n|\n|\r\n|he|the company|Gov.|Ann Lee|\
    Zoë Müller|李明|محمد|🙂|e\u{301}|\u{feff}|\0|\u{202e}|…|is out as|resigned|denied that|Thursday|\
    last month|June 1|half a dozen|triple|no more than|ACME NAMES ROE CEO|<p>|&amp;|</a>|\
    http://example.com/a?b=c|former|acting|U.S.|Inc.|J. R.|-|,|;|(|)|of of of|the the";

fn text() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        8 => prop::sample::select(FRAGMENTS.split('|').collect::<Vec<_>>()).prop_map(str::to_owned),
        1 => "\\PC{0,8}",
        1 => any::<String>(),
    ];
    let glue = prop_oneof![9 => Just(" "), 1 => Just("")];
    let mix = prop::collection::vec((fragment, glue), 0..40);
    prop_oneof![
        4 => mix.prop_map(|parts| parts.into_iter().flat_map(|(fragment, glue)| [fragment, glue.to_owned()]).collect()),
        1 => any::<String>(),
    ]
}

fn json(found: &Extraction) -> String {
    serde_json::to_string(found).unwrap()
}

/// Every span of an extraction, with the words that must stand there where the record says so.
fn spans(found: &Extraction) -> Vec<(Span, Option<&str>)> {
    let mut spans = Vec::new();
    let mut mentions: Vec<&Mention> = Vec::new();
    for role in &found.roles {
        spans.extend([(role.span, Some(role.text.as_str())), (role.sentence, None)]);
        mentions.extend([&role.person, &role.post].into_iter().chain(&role.organization));
    }
    for change in &found.reassignments {
        spans.extend([(change.span, Some(change.text.as_str())), (change.sentence, None)]);
        mentions.push(&change.person);
        mentions.extend(change.post.iter().chain(&change.organization).chain(&change.counterpart));
    }
    for target in &found.targets {
        spans.extend([(target.span, Some(target.text.as_str())), (target.sentence, None)]);
        mentions.extend(target.metric.iter().chain(&target.setter).chain(&target.addressee));
    }
    spans.extend(mentions.into_iter().map(|mention| (mention.span, Some(mention.text.as_str()))));
    spans.extend(
        found.people.iter().chain(&found.organizations).flat_map(|e| e.mentions.iter().map(|&span| (span, None))),
    );
    spans.extend(found.dates.iter().chain(&found.dateline).map(|date| (date.span, Some(date.text.as_str()))));
    spans.extend(found.quantities.iter().map(|quantity| (quantity.span, Some(quantity.text.as_str()))));
    spans
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn spans_lie_in_the_text_and_code_points_agree_with_bytes(text in text()) {
        let found = Extractor::new().extract(&text);
        for (span, words) in spans(&found) {
            prop_assert!(span.start <= span.end && span.end <= text.len(), "{span:?}");
            prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{span:?}");
            prop_assert_eq!(text[..span.start].chars().count(), span.start_char);
            prop_assert_eq!(text[..span.end].chars().count(), span.end_char);
            if let Some(words) = words {
                prop_assert_eq!(span.of(&text), words);
            }
        }
        for record in found.roles.iter().map(|r| (r.sentence, r.span))
            .chain(found.reassignments.iter().map(|r| (r.sentence, r.span)))
            .chain(found.targets.iter().map(|r| (r.sentence, r.span)))
        {
            prop_assert!(record.0.contains(record.1), "evidence outside its sentence: {record:?}");
        }
    }

    #[test]
    fn the_same_text_gives_the_same_bytes_whatever_came_before(first in text(), second in text()) {
        let extractor = Extractor::new();
        let alone = json(&extractor.extract(&second));
        extractor.extract(&first);
        prop_assert_eq!(&json(&extractor.extract(&second)), &alone);
        let elsewhere = std::thread::scope(|scope| scope.spawn(|| json(&Extractor::new().extract(&second))).join().unwrap());
        prop_assert_eq!(&elsewhere, &alone);
    }

    #[test]
    fn rows_json_and_records_say_the_same(text in text(), published in prop::option::of(1990i32..2040)) {
        let mut document = Document::new(&text).id("a1");
        if let Some(year) = published {
            document = document.published(format!("{year}-03-04").parse().unwrap());
        }
        let found = Extractor::new().extract_document(&document);
        let back: Extraction = serde_json::from_str(&json(&found)).unwrap();
        prop_assert_eq!(&back, &found);
        let rows = found.rows();
        prop_assert_eq!(rows.len(), found.roles.len() + found.reassignments.len() + found.targets.len());
        for role in &found.roles {
            prop_assert!(rows.contains(&Row::Role(role.to_row("a1"))));
        }
        for change in &found.reassignments {
            prop_assert!(rows.contains(&Row::Reassignment(change.to_row("a1"))));
        }
        for target in &found.targets {
            prop_assert!(rows.contains(&Row::Target(target.to_row("a1"))));
        }
        for row in &rows {
            let value = serde_json::to_value(row).unwrap();
            prop_assert_eq!(&value["type"], row.kind());
            let (start, end) = (value["start_byte"].as_u64().unwrap() as usize, value["end_byte"].as_u64().unwrap() as usize);
            prop_assert_eq!(&value["text"], &Value::from(&text[start..end]));
            prop_assert_eq!(&serde_json::from_value::<Row>(value).unwrap(), row);
        }
    }

    #[test]
    fn explaining_never_panics(text in text()) {
        Extractor::new().explain(&Document::new(&text));
    }
}

/// Lines that are nearly right, and lines that are nothing.
fn table_text() -> impl Strategy<Value = String> {
    let words = "harbour reeve|-chief|named|verb|in|government|title|subject|#|post=pred|é|USD|1000|Acme";
    let cell = prop_oneof![4 => prop::sample::select(words.split('|').collect::<Vec<_>>()).prop_map(str::to_owned), 1 => "\\PC{0,6}", 1 => any::<String>()];
    let line = prop::collection::vec(cell, 0..6).prop_map(|cells| cells.join("\t"));
    prop::collection::vec(line, 0..4).prop_map(|lines| lines.join("\n"))
}

proptest! {
    // Compiling a lexicon takes much longer than reading a short text.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn more_lexicon_never_panics(name in "posts|frames|places|units|given_names|verbs|organizations|[a-z]{0,6}", table in table_text(), text in text()) {
        if let Ok(lexicon) = Lexicon::builtin().with_tsv(&name, &table) {
            let extractor = Extractor::builder().lexicon(lexicon).build().unwrap();
            let found = extractor.extract(&format!("{text} Acme named harbour reeve Ann Lee chief executive."));
            prop_assert!(spans(&found).iter().all(|(span, _)| span.start <= span.end));
        }
    }
}
