//! Mentions as columns from the start: a document has ten times as many of them as records, too many for a string each.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use shakeup::{Extraction, Span};

/// The rows of mentions, column by column: what [`crate::mention_batch`] makes of `Extraction::mention_rows`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mentions {
    doc: Strings,
    kind: Vec<&'static str>,
    entity: Vec<i64>,
    name: Strings,
    text: Strings,
    spans: Vec<Span>,
}

/// Strings one behind the other, and where each ends.
#[derive(Debug, Clone, Default, PartialEq)]
struct Strings {
    data: String,
    ends: Vec<usize>,
}

impl Strings {
    fn push(&mut self, text: &str) {
        self.data.push_str(text);
        self.ends.push(self.data.len());
    }

    fn append(&mut self, more: &Strings) {
        let start = self.data.len();
        self.data.push_str(&more.data);
        self.ends.extend(more.ends.iter().map(|end| start + end));
    }

    fn array(&self) -> ArrayRef {
        let starts = std::iter::once(&0).chain(&self.ends);
        Arc::new(StringArray::from_iter_values(starts.zip(&self.ends).map(|(&start, &end)| &self.data[start..end])))
    }
}

impl Mentions {
    /// Adds those of a document; `text` is its text.
    pub(crate) fn push(&mut self, found: &Extraction, text: &str) {
        let mut mentions = Vec::new();
        for (kind, entities) in [("person", &found.people), ("organization", &found.organizations)] {
            for (i, entity) in entities.iter().enumerate() {
                mentions.extend(entity.mentions.iter().map(|&span| (span, kind, i)));
            }
        }
        mentions.sort_by_key(|(span, kind, _)| (span.start_char, span.end_char, *kind));
        for (span, kind, entity) in mentions {
            let entities = if kind == "person" { &found.people } else { &found.organizations };
            self.doc.push(&found.doc);
            self.kind.push(kind);
            self.entity.push(entity as i64);
            self.name.push(&entities[entity].name);
            self.text.push(text.get(span.start..span.end).unwrap_or_default());
            self.spans.push(span);
        }
    }

    pub(crate) fn append(&mut self, mut more: Mentions) {
        self.doc.append(&more.doc);
        self.kind.append(&mut more.kind);
        self.entity.append(&mut more.entity);
        self.name.append(&more.name);
        self.text.append(&more.text);
        self.spans.append(&mut more.spans);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    pub(crate) fn batch(&self) -> RecordBatch {
        let offsets = |of: fn(&Span) -> usize| -> ArrayRef {
            Arc::new(Int64Array::from_iter_values(self.spans.iter().map(|span| of(span) as i64)))
        };
        let columns: Vec<ArrayRef> = vec![
            self.doc.array(),
            Arc::new(StringArray::from_iter_values(&self.kind)),
            Arc::new(Int64Array::from_iter_values(self.entity.iter().copied())),
            self.name.array(),
            self.text.array(),
            offsets(|span| span.start_char),
            offsets(|span| span.end_char),
            offsets(|span| span.start),
            offsets(|span| span.end),
        ];
        RecordBatch::try_new(Arc::new(crate::mention_schema()), columns).expect("the columns are those of the schema")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_hold_what_rows_hold() {
        let texts =
            ["🙂 Ohio Governor Ann Lee named Omar Diaz of Acme Corp chairman. Lee left.", "", "Zoë Brandt spoke."];
        let (mut mentions, mut rows) = (Mentions::default(), Vec::new());
        for (i, text) in texts.iter().enumerate() {
            let document = shakeup::Document::new(text).id(["a", "b", "c"][i]);
            let found = shakeup::Extractor::new().extract_document(&document);
            rows.extend(found.mention_rows(text));
            let mut more = Mentions::default();
            more.push(&found, text);
            mentions.append(more);
        }
        assert!(mentions.len() == rows.len() && rows.len() > 4 && !mentions.is_empty());
        assert_eq!(mentions.batch(), crate::mention_batch(&rows));
    }
}
