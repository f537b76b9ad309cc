//! A sheet of records for a reader to judge.

use std::collections::BTreeMap;
use std::io::Write;

use serde_json::{Map, Value};
use shakeup::{Extraction, Extractor, Span};

use crate::Texts;
use crate::input;

#[derive(Debug, clap::Args)]
pub(crate) struct Review {
    /// Texts to extract from
    #[command(flatten)]
    texts: Texts,
    /// Kind of records: role, reassignment or target [default: all]
    #[arg(long, value_name = "KIND", value_parser = ["role", "reassignment", "target"])]
    kind: Option<String>,
    /// Only records of this rule or frame
    #[arg(long, value_name = "NAME")]
    rule: Option<String>,
    /// How many records
    #[arg(long, value_name = "N", default_value_t = 100)]
    count: usize,
    /// Another seed draws other records
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

/// Draws the records whose hash with the seed is the least: any order of the texts gives the same sample, and a change of
/// the code that leaves a record as it was leaves it in the sample too.
pub(crate) fn run(args: &Review, out: &mut impl Write) -> Result<(), String> {
    let extractor = Extractor::new();
    let seed = args.seed.to_string();
    let mut drawn: BTreeMap<(u64, String), String> = BTreeMap::new();
    input::each(&args.texts.file, |text| {
        let found = text.extract(&extractor);
        let sentences = sentences(&found);
        for row in found.rows() {
            let Ok(Value::Object(row)) = serde_json::to_value(&row) else { continue };
            let field = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default();
            let wanted = args.kind.as_ref().is_none_or(|kind| field("type") == kind)
                && args.rule.as_ref().is_none_or(|rule| field("rule") == rule);
            if !wanted {
                continue;
            }
            let id = field("id").to_owned();
            let rank = (input::hash([seed.as_str(), &text.id, &id]), format!("{}\n{id}", text.id));
            if drawn.len() < args.count || drawn.last_key_value().is_some_and(|(last, _)| rank < *last) {
                let date = text.date.map_or(String::new(), |date| date.to_string());
                let sentence = sentences.get(&id).map_or(String::new(), |s| marked(&text.text, s.0, s.1));
                let line = [field("type"), &text.id, &date, &slots(&row), field("rule"), &sure(&row), &sentence];
                drawn.insert(rank, line.join("\t"));
            }
            if drawn.len() > args.count {
                drawn.pop_last();
            }
        }
    })?;
    let head = "verdict\tnumber\tkind\tdocument\tdate\trecord\trule\tconfidence\tsentence";
    let lines = drawn.values().enumerate().map(|(i, line)| format!("\t{}\t{line}", i + 1));
    std::iter::once(head.to_owned())
        .chain(lines)
        .try_for_each(|line| writeln!(out, "{line}"))
        .map_err(|error| error.to_string())
}

/// Sentence and evidence of each record, by its id.
fn sentences(found: &Extraction) -> BTreeMap<String, (Span, Span)> {
    let roles = found.roles.iter().map(|r| (r.id.clone(), (r.sentence, r.span)));
    let changes = found.reassignments.iter().map(|r| (r.id.clone(), (r.sentence, r.span)));
    let targets = found.targets.iter().map(|r| (r.id.clone(), (r.sentence, r.span)));
    roles.chain(changes).chain(targets).collect()
}

/// The sentence on one line, the evidence between marks.
fn marked(text: &str, sentence: Span, evidence: Span) -> String {
    let start = evidence.start.clamp(sentence.start, sentence.end);
    let end = evidence.end.clamp(start, sentence.end);
    let marked = format!("{}⟦{}⟧{}", &text[sentence.start..start], &text[start..end], &text[end..sentence.end]);
    one_line(&marked)
}

pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sure(row: &Map<String, Value>) -> String {
    row.get("confidence").and_then(Value::as_f64).map_or(String::new(), |p| format!("{p:.2}"))
}

/// The filled slots of a row in words: `person=Ann Lee direction=out`.
fn slots(row: &Map<String, Value>) -> String {
    const ABOUT: &[&str] =
        &["type", "doc", "id", "start", "end", "start_byte", "end_byte", "text", "rule", "confidence"];
    let filled = row
        .iter()
        .filter(|(name, value)| !ABOUT.contains(&name.as_str()) && !value.is_null() && **value != Value::Bool(false));
    let slot = |(name, value): (&String, &Value)| match value {
        Value::String(text) => format!("{name}={}", one_line(text)),
        other => format!("{name}={other}"),
    };
    filled.map(slot).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_evidence_is_marked_inside_its_sentence() {
        let text = "One. On Monday Governor  Ann Lee said so. Two.";
        let found = Extractor::new().extract(text);
        let role = &found.roles[0];
        assert_eq!(marked(text, role.sentence, role.span), "On Monday ⟦Governor Ann Lee⟧ said so.");
    }
}
