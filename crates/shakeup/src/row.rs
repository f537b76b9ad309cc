//! Rows: one record a line, flat. JSON Lines, CSV and Arrow hold these columns.

use serde::{Deserialize, Serialize};

use crate::{Entity, Extraction, NumericTarget, Quantity, Reassignment, Role};

/// Declares a row type and the names of its columns in order.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident $(as $column:literal)? : $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub struct $name { $($(#[$field_doc])* $(#[serde(rename = $column)])? pub $field: $type,)+ }
    };
}

row! {
    /// A [`Role`] as a row. Offsets `start`, `end` are code points.
    RoleRow {
        /// Document id.
        doc: String,
        /// Record id.
        id: String,
        /// Fullest name of the holder.
        person: String,
        /// Title without the organisation.
        post: String,
        /// Where the post is.
        organization: Option<String>,
        /// `current`, `former` or `incoming`.
        status: String,
        /// For the time being.
        acting: bool,
        /// Partial date.
        since: Option<String>,
        /// Partial date.
        until: Option<String>,
        /// First code point of the evidence.
        start: i64,
        /// One past its last code point.
        end: i64,
        /// First byte of the evidence.
        start_byte: i64,
        /// One past its last byte.
        end_byte: i64,
        /// Words of the evidence.
        text: String,
        /// Rule or frame.
        rule: String,
        /// How likely the core of the record is right, 0.01 to 0.99.
        confidence: f64,
    }
}

row! {
    /// A [`Reassignment`] as a row.
    ReassignmentRow {
        /// Document id.
        doc: String,
        /// Record id.
        id: String,
        /// Fullest name of who goes.
        person: String,
        /// `in` or `out`.
        direction: String,
        /// Title without the organisation.
        post: Option<String>,
        /// Where the post is.
        organization: Option<String>,
        /// Why or how.
        reason: Option<String>,
        /// Predecessor or successor.
        counterpart: Option<String>,
        /// Partial date.
        date: Option<String>,
        /// Words of the date.
        date_text: Option<String>,
        /// `actual`, `planned`, `possible` or `denied`.
        realis: String,
        /// For the time being.
        acting: bool,
        /// Id of the other half of a move.
        moved as "move": Option<String>,
        /// Who says so.
        attribution: Option<String>,
        /// First code point of the evidence.
        start: i64,
        /// One past its last code point.
        end: i64,
        /// First byte of the evidence.
        start_byte: i64,
        /// One past its last byte.
        end_byte: i64,
        /// Words of the evidence.
        text: String,
        /// Rule or frame.
        rule: String,
        /// How likely the core of the record is right, 0.01 to 0.99.
        confidence: f64,
    }
}

row! {
    /// A [`NumericTarget`] as a row.
    TargetRow {
        /// Document id.
        doc: String,
        /// Record id.
        id: String,
        /// Lower end in base units.
        low: Option<f64>,
        /// Upper end in base units.
        high: Option<f64>,
        /// `eq`, `ge`, `le`, `gt`, `lt`, `approx` or `range`.
        comparator: String,
        /// `count`, `percent`, `times`, an ISO 4217 code, or words.
        unit: String,
        /// What is counted or measured.
        metric: Option<String>,
        /// Per what.
        period: Option<String>,
        /// `target`, `limit`, `baseline` or `actual`.
        kind: String,
        /// Who sets it.
        setter: Option<String>,
        /// Who must reach it.
        addressee: Option<String>,
        /// Partial date.
        deadline: Option<String>,
        /// Words of the deadline.
        deadline_text: Option<String>,
        /// Id of the target that a baseline or actual belongs to.
        of: Option<String>,
        /// `increase` or `decrease`.
        change: Option<String>,
        /// `actual`, `planned`, `possible` or `denied`.
        realis: String,
        /// Who says so.
        attribution: Option<String>,
        /// First code point of the evidence.
        start: i64,
        /// One past its last code point.
        end: i64,
        /// First byte of the evidence.
        start_byte: i64,
        /// One past its last byte.
        end_byte: i64,
        /// Words of the evidence.
        text: String,
        /// Rule or frame.
        rule: String,
        /// How likely the core of the record is right, 0.01 to 0.99.
        confidence: f64,
    }
}

row! {
    /// One mention of a person or an organisation: what `people` and `organizations` of an [`Extraction`] hold, flat.
    MentionRow {
        /// Document id.
        doc: String,
        /// `person` or `organization`.
        kind: String,
        /// Index into the document's people or organisations: mentions that share it are of the same one.
        entity: i64,
        /// Fullest name that the document gives.
        name: String,
        /// Words as found.
        text: String,
        /// First code point of the mention.
        start: i64,
        /// One past its last code point.
        end: i64,
        /// First byte of the mention.
        start_byte: i64,
        /// One past its last byte.
        end_byte: i64,
    }
}

row! {
    /// A [`Quantity`] as a row.
    QuantityRow {
        /// Document id.
        doc: String,
        /// What it measures: `count`, `percent`, `money`, …
        kind: String,
        /// Lower end in base units.
        low: Option<f64>,
        /// Upper end in base units.
        high: Option<f64>,
        /// `eq`, `ge`, `le`, `gt`, `lt`, `approx` or `range`.
        comparator: String,
        /// `count`, `percent`, `times`, an ISO 4217 code, or words.
        unit: String,
        /// UCUM code of the unit.
        ucum: Option<String>,
        /// Counted noun phrase.
        counted: Option<String>,
        /// What it is about where nothing is counted.
        concept: Option<String>,
        /// In how long.
        period: Option<String>,
        /// For one of what.
        per: Option<String>,
        /// `increase` or `decrease`.
        change: Option<String>,
        /// Words of the quantity.
        text: String,
        /// First code point of the quantity.
        start: i64,
        /// One past its last code point.
        end: i64,
        /// First byte of the quantity.
        start_byte: i64,
        /// One past its last byte.
        end_byte: i64,
    }
}

/// One record as a flat row; in JSON its `type` is `role`, `reassignment` or `target`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Row {
    /// A role.
    #[serde(rename = "role")]
    Role(RoleRow),
    /// A reassignment.
    #[serde(rename = "reassignment")]
    Reassignment(ReassignmentRow),
    /// A numeric target.
    #[serde(rename = "target")]
    Target(TargetRow),
}

impl Row {
    /// `role`, `reassignment` or `target`.
    pub fn kind(&self) -> &'static str {
        match self {
            Row::Role(_) => "role",
            Row::Reassignment(_) => "reassignment",
            Row::Target(_) => "target",
        }
    }

    /// Code points where the evidence starts and ends.
    pub fn evidence(&self) -> (i64, i64) {
        match self {
            Row::Role(r) => (r.start, r.end),
            Row::Reassignment(r) => (r.start, r.end),
            Row::Target(r) => (r.start, r.end),
        }
    }

    /// The row as one line of JSON, without a line break.
    #[cfg(feature = "json")]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a row holds only strings, numbers and booleans")
    }
}

impl Role {
    /// The role as a row of that document.
    pub fn to_row(&self, doc: &str) -> RoleRow {
        RoleRow {
            doc: doc.to_owned(),
            id: self.id.clone(),
            person: self.person.name.clone(),
            post: self.post.name.clone(),
            organization: self.organization.as_ref().map(|m| m.name.clone()),
            status: self.status.to_string(),
            acting: self.acting,
            since: self.since.map(|d| d.to_string()),
            until: self.until.map(|d| d.to_string()),
            start: self.span.start_char as i64,
            end: self.span.end_char as i64,
            start_byte: self.span.start as i64,
            end_byte: self.span.end as i64,
            text: self.text.clone(),
            rule: self.rule.to_string(),
            confidence: self.confidence,
        }
    }
}

impl Reassignment {
    /// The reassignment as a row of that document.
    pub fn to_row(&self, doc: &str) -> ReassignmentRow {
        ReassignmentRow {
            doc: doc.to_owned(),
            id: self.id.clone(),
            person: self.person.name.clone(),
            direction: self.direction.to_string(),
            post: self.post.as_ref().map(|m| m.name.clone()),
            organization: self.organization.as_ref().map(|m| m.name.clone()),
            reason: self.reason.map(|r| r.to_string()),
            counterpart: self.counterpart.as_ref().map(|m| m.name.clone()),
            date: self.date.map(|d| d.to_string()),
            date_text: self.date_text.clone(),
            realis: self.realis.to_string(),
            acting: self.acting,
            moved: self.moved.clone(),
            attribution: self.attribution.clone(),
            start: self.span.start_char as i64,
            end: self.span.end_char as i64,
            start_byte: self.span.start as i64,
            end_byte: self.span.end as i64,
            text: self.text.clone(),
            rule: self.rule.to_string(),
            confidence: self.confidence,
        }
    }
}

impl NumericTarget {
    /// The target as a row of that document.
    pub fn to_row(&self, doc: &str) -> TargetRow {
        TargetRow {
            doc: doc.to_owned(),
            id: self.id.clone(),
            low: self.low,
            high: self.high,
            comparator: self.comparator.to_string(),
            unit: self.unit.clone(),
            metric: self.metric.as_ref().map(|m| m.name.clone()),
            period: self.period.clone(),
            kind: self.kind.to_string(),
            setter: self.setter.as_ref().map(|m| m.name.clone()),
            addressee: self.addressee.as_ref().map(|m| m.name.clone()),
            deadline: self.deadline.map(|d| d.to_string()),
            deadline_text: self.deadline_text.clone(),
            of: self.of.clone(),
            change: self.change.map(|c| c.to_string()),
            realis: self.realis.to_string(),
            attribution: self.attribution.clone(),
            start: self.span.start_char as i64,
            end: self.span.end_char as i64,
            start_byte: self.span.start as i64,
            end_byte: self.span.end as i64,
            text: self.text.clone(),
            rule: self.rule.to_string(),
            confidence: self.confidence,
        }
    }
}

impl Quantity {
    /// The quantity as a row of that document.
    pub fn to_row(&self, doc: &str) -> QuantityRow {
        QuantityRow {
            doc: doc.to_owned(),
            kind: self.kind.to_string(),
            low: self.low,
            high: self.high,
            comparator: self.comparator.to_string(),
            unit: self.unit.clone(),
            ucum: self.ucum.clone(),
            counted: self.counted.clone(),
            concept: self.concept.as_ref().map(|m| m.name.clone()),
            period: self.period.clone(),
            per: self.per.clone(),
            change: self.change.map(|c| c.to_string()),
            text: self.text.clone(),
            start: self.span.start_char as i64,
            end: self.span.end_char as i64,
            start_byte: self.span.start as i64,
            end_byte: self.span.end as i64,
        }
    }
}

impl Extraction {
    /// All mentions of people and organisations as rows, sorted by start, end and kind. `text` is the document's text.
    ///
    /// ```
    /// let text = "Ohio Governor Ann Lee said so. Lee then left.";
    /// let mentions = shakeup::Extractor::new().extract(text).mention_rows(text);
    /// let lee = mentions.iter().filter(|mention| mention.name == "Ann Lee");
    /// assert_eq!(lee.map(|mention| &*mention.text).collect::<Vec<_>>(), ["Ann Lee", "Lee"]);
    /// ```
    pub fn mention_rows(&self, text: &str) -> Vec<MentionRow> {
        let each = |kind: &'static str, entities: &[Entity], rows: &mut Vec<MentionRow>| {
            for (entity, known) in entities.iter().enumerate() {
                rows.extend(known.mentions.iter().map(|span| MentionRow {
                    doc: self.doc.clone(),
                    kind: kind.to_owned(),
                    entity: entity as i64,
                    name: known.name.clone(),
                    text: text.get(span.start..span.end).unwrap_or_default().to_owned(),
                    start: span.start_char as i64,
                    end: span.end_char as i64,
                    start_byte: span.start as i64,
                    end_byte: span.end as i64,
                }));
            }
        };
        let mut rows = Vec::new();
        each("person", &self.people, &mut rows);
        each("organization", &self.organizations, &mut rows);
        rows.sort_by(|a, b| (a.start, a.end, &a.kind).cmp(&(b.start, b.end, &b.kind)));
        rows
    }

    /// All records as rows, sorted by start, end and type.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::with_capacity(self.roles.len() + self.reassignments.len() + self.targets.len());
        rows.extend(self.roles.iter().map(|r| Row::Role(r.to_row(&self.doc))));
        rows.extend(self.reassignments.iter().map(|r| Row::Reassignment(r.to_row(&self.doc))));
        rows.extend(self.targets.iter().map(|r| Row::Target(r.to_row(&self.doc))));
        // The sort is stable, so records with the same evidence keep the order in which they were found.
        rows.sort_by(|a, b| (a.evidence(), a.kind()).cmp(&(b.evidence(), b.kind())));
        rows
    }
}
