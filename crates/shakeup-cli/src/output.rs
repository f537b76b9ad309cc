//! Records → bytes, one document at a time.

use serde_json::Value;
use shakeup::{Comparator, Extraction, Mention, NumericTarget, PartialDate};

use crate::args::Format;
use crate::sink::Piece;
use crate::table::table;

/// A table is laid out for this many columns.
const WIDTH: usize = 100;

/// The columns of CSV: those of all kinds of rows.
const COLUMNS: &[&str] = &[
    "type",
    "doc",
    "id",
    "person",
    "post",
    "organization",
    "status",
    "acting",
    "since",
    "until",
    "direction",
    "reason",
    "counterpart",
    "date",
    "date_text",
    "move",
    "low",
    "high",
    "comparator",
    "unit",
    "metric",
    "period",
    "kind",
    "setter",
    "addressee",
    "deadline",
    "deadline_text",
    "of",
    "change",
    "realis",
    "attribution",
    "start",
    "end",
    "start_byte",
    "end_byte",
    "text",
    "rule",
    "confidence",
];

/// What stands before the first document.
pub(crate) fn head(format: Format) -> Vec<u8> {
    if format == Format::Csv { csv_lines(std::iter::once(COLUMNS)) } else { Vec::new() }
}

/// What stands for one document.
pub(crate) fn document(format: Format, found: &Extraction) -> Piece {
    Piece::Bytes(match format {
        Format::Table => document_table(found).into_bytes(),
        Format::Rows => found.rows().iter().fold(Vec::new(), json_line),
        Format::Json => json_line(Vec::new(), found),
        Format::Csv => csv_lines(found.rows().iter().map(|row| {
            let row = serde_json::to_value(row).expect("rows are JSON");
            COLUMNS.iter().map(move |&column| csv_cell(&row[column]))
        })),
        Format::Parquet => return Piece::Rows(found.rows()),
    })
}

fn json_line<T: serde::Serialize>(mut out: Vec<u8>, value: &T) -> Vec<u8> {
    serde_json::to_writer(&mut out, value).expect("records are JSON");
    out.push(b'\n');
    out
}

fn csv_cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn csv_lines<C: AsRef<[u8]>>(lines: impl Iterator<Item = impl IntoIterator<Item = C>>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for line in lines {
        writer.write_record(line).expect("every line has all columns and memory does not fail");
    }
    writer.into_inner().expect("memory does not fail")
}

/// One section a document, one table a kind.
fn document_table(found: &Extraction) -> String {
    let mut out = clean(if found.doc.is_empty() { "(no id)" } else { &found.doc });
    if let (Some(date), Some(dateline)) = (found.published, &found.dateline) {
        out += &format!(", published {date} by its own words \"{}\"", clean(&dateline.text));
    }
    out.push('\n');
    let rows = found.roles.iter().map(|role| {
        let status = format!("{}{}", role.status, if role.acting { ", acting" } else { "" });
        vec![
            name(Some(&role.person)),
            name(Some(&role.post)),
            name(role.organization.as_ref()),
            status,
            word(role.since),
            word(role.until),
        ]
    });
    section(&mut out, &["role", "post", "organization", "status", "since", "until"], rows.collect());
    let rows = found.reassignments.iter().map(|change| {
        vec![
            name(Some(&change.person)),
            change.direction.to_string(),
            name(change.post.as_ref()),
            name(change.organization.as_ref()),
            change.reason.map_or_else(String::new, |reason| reason.as_str().replace('_', " ")),
            name(change.counterpart.as_ref()),
            date(change.date, change.date_text.as_deref()),
            change.realis.to_string(),
        ]
    });
    section(
        &mut out,
        &["reassignment", "", "post", "organization", "reason", "counterpart", "date", "realis"],
        rows.collect(),
    );
    let rows = found.targets.iter().map(|target| {
        vec![
            figure(target),
            name(target.metric.as_ref()),
            target.kind.to_string(),
            target.change.map_or_else(String::new, |change| change.to_string()),
            name(target.setter.as_ref()),
            name(target.addressee.as_ref()),
            date(target.deadline, target.deadline_text.as_deref()),
            target.realis.to_string(),
        ]
    });
    section(
        &mut out,
        &["target", "metric", "kind", "change", "setter", "addressee", "deadline", "realis"],
        rows.collect(),
    );
    if found.roles.is_empty() && found.reassignments.is_empty() && found.targets.is_empty() {
        out.push_str("  no records\n");
    }
    out.push('\n');
    out
}

fn section(out: &mut String, headings: &[&str], rows: Vec<Vec<String>>) {
    if !rows.is_empty() {
        out.push('\n');
        out.push_str(&table(headings, &rows, WIDTH));
    }
}

fn name(mention: Option<&Mention>) -> String {
    mention.map_or_else(String::new, |mention| clean(&mention.name))
}

fn word(date: Option<PartialDate>) -> String {
    date.map_or_else(String::new, |date| date.to_string())
}

fn date(date: Option<PartialDate>, text: Option<&str>) -> String {
    date.map_or_else(|| clean(text.unwrap_or_default()), |date| date.to_string())
}

/// One line, and nothing that a terminal would obey.
fn clean(text: &str) -> String {
    let shown: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "≥ 3,000 per day", "50 percent".
fn figure(target: &NumericTarget) -> String {
    let (low, high) = (target.low.map(grouped).unwrap_or_default(), target.high.map(grouped).unwrap_or_default());
    let mut out = match target.comparator {
        Comparator::Eq => low,
        Comparator::Approx => format!("~ {low}"),
        Comparator::Ge => format!("≥ {low}"),
        Comparator::Gt => format!("> {low}"),
        Comparator::Le => format!("≤ {high}"),
        Comparator::Lt => format!("< {high}"),
        Comparator::Range => format!("{low}–{high}"),
    };
    if target.unit != "count" {
        out = format!("{out} {}", clean(&target.unit));
    }
    if let Some(period) = &target.period {
        out = format!("{out} per {}", clean(period));
    }
    out
}

/// 3000 → "3,000".
fn grouped(value: f64) -> String {
    let shown = value.to_string();
    let (whole, fraction) = shown.split_at(shown.find('.').unwrap_or(shown.len()));
    let mut out = String::new();
    for (i, c) in whole.chars().enumerate() {
        let left = whole.len() - i;
        if i > 0 && left % 3 == 0 && !out.ends_with('-') {
            out.push(',');
        }
        out.push(c);
    }
    out + fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "parquet")]
    #[test]
    fn parquet_has_the_columns_of_csv() {
        let schema = shakeup_arrow::record_schema();
        assert_eq!(schema.fields().iter().map(|field| field.name().as_str()).collect::<Vec<_>>(), COLUMNS);
    }

    #[test]
    fn numbers_are_grouped() {
        for (value, shown) in [(3000.0, "3,000"), (100.0, "100"), (-100_000.5, "-100,000.5"), (3.5e9, "3,500,000,000")]
        {
            assert_eq!(grouped(value), shown);
        }
    }

    #[test]
    fn terminals_get_no_commands() {
        assert_eq!(clean("Ann\n\x1b[31mLee\u{9b}"), "Ann [31mLee");
    }
}
