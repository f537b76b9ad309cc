//! Gold documents, and which extracted records are right by them.
//!
//! A gold line holds `roles`, `changes` and `targets` beside the text. Each slot is a list of acceptable fills, the fullest
//! first; null in the list says that an empty slot is right too. A record marked `"optional": true` counts neither way.

use serde_json::{Map, Value};
use shakeup::{Extraction, Kind};

use crate::wording::{same_head, same_person, same_text};

/// A slot's name here and in gold.
type Names = &'static [(&'static str, &'static str)];

const ROLE: Names = &[("person", "person"), ("post", "post"), ("organization", "org"), ("status", "status")];
const REASSIGNMENT: Names = &[
    ("person", "person"),
    ("direction", "direction"),
    ("post", "post"),
    ("organization", "org"),
    ("reason", "reason"),
    ("counterpart", "other"),
    ("date", "date"),
    ("realis", "realis"),
];
const TARGET: Names = &[
    ("comparator", "comparator"),
    ("unit", "unit"),
    ("metric", "metric"),
    ("period", "period"),
    ("kind", "kind"),
    ("setter", "setter"),
    ("addressee", "addressee"),
    ("realis", "realis"),
];

fn names(kind: Kind) -> Names {
    match kind {
        Kind::Roles => ROLE,
        Kind::Reassignments => REASSIGNMENT,
        Kind::Targets => TARGET,
    }
}

type Ends = [Option<f64>; 2];

/// A gold record: what may fill each slot.
struct Gold {
    fills: Vec<(&'static str, Vec<Option<String>>)>,
    /// Only of targets: the values that are right.
    values: Vec<Ends>,
    optional: bool,
}

/// An extracted record: what fills each slot.
pub(crate) struct Filled {
    fills: Vec<(&'static str, Option<String>)>,
    value: Ends,
}

/// What gold says of an extracted record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Its core is right: person and post, or person, direction and post or organization, or value, rate and metric.
    Right,
    Wrong,
    /// It is one that a careful reader may take or leave.
    Optional,
}

/// The records of one kind that a gold document has.
pub(crate) struct Key {
    kind: Kind,
    golds: Vec<Gold>,
}

impl Key {
    /// Those of a line of gold.
    pub(crate) fn of(document: &Value, kind: Kind) -> Key {
        let field = match kind {
            Kind::Roles => "roles",
            Kind::Reassignments => "changes",
            Kind::Targets => "targets",
        };
        let records = document.get(field).and_then(Value::as_array);
        Key { kind, golds: records.into_iter().flatten().map(|r| Gold::of(r, kind)).collect() }
    }

    /// How many records there are to find.
    pub(crate) fn wanted(&self) -> usize {
        self.golds.iter().filter(|g| !g.optional).count()
    }

    /// What is right and what is wrong: each gold record pairs with one extracted record at most, best pairs first.
    pub(crate) fn judge(&self, found: &[&Filled]) -> Vec<Verdict> {
        let mut pairs = Vec::new();
        for (i, gold) in self.golds.iter().enumerate() {
            for (j, filled) in found.iter().enumerate().filter(|(_, f)| gold.is_anchored(self.kind, f)) {
                let core = gold.has_core(self.kind, filled);
                let rank = (core && gold.is_strict(self.kind, filled), core, gold.hits(self.kind, filled));
                pairs.push((rank, i, j));
            }
        }
        pairs.sort_by(|a, b| b.0.cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut verdicts: Vec<Option<Verdict>> = vec![None; found.len()];
        let mut taken = vec![false; self.golds.len()];
        for ((_, core, _), i, j) in pairs {
            if !taken[i] && verdicts[j].is_none() {
                taken[i] = true;
                verdicts[j] = Some(match core {
                    _ if self.golds[i].optional => Verdict::Optional,
                    true => Verdict::Right,
                    false => Verdict::Wrong,
                });
            }
        }
        verdicts.into_iter().map(|v| v.unwrap_or(Verdict::Wrong)).collect()
    }
}

/// The extracted records of one kind as slots, in the order of the extraction.
pub(crate) fn filled(found: &Extraction, kind: Kind) -> Vec<Filled> {
    let doc = &found.doc;
    let rows: Vec<Value> = match kind {
        Kind::Roles => found.roles.iter().filter_map(|r| serde_json::to_value(r.to_row(doc)).ok()).collect(),
        Kind::Reassignments => {
            found.reassignments.iter().filter_map(|r| serde_json::to_value(r.to_row(doc)).ok()).collect()
        }
        Kind::Targets => found.targets.iter().filter_map(|r| serde_json::to_value(r.to_row(doc)).ok()).collect(),
    };
    rows.iter().filter_map(Value::as_object).map(|row| Filled::of(row, kind)).collect()
}

impl Filled {
    fn of(row: &Map<String, Value>, kind: Kind) -> Filled {
        let text = |name: &str| row.get(name).and_then(Value::as_str).filter(|t| !t.is_empty()).map(str::to_owned);
        let number = |name: &str| row.get(name).and_then(Value::as_f64);
        Filled {
            fills: names(kind).iter().map(|(name, _)| (*name, text(name))).collect(),
            value: [number("low"), number("high")],
        }
    }

    fn get(&self, slot: &str) -> Option<&str> {
        self.fills.iter().find(|(name, _)| *name == slot)?.1.as_deref()
    }
}

impl Gold {
    fn of(record: &Value, kind: Kind) -> Gold {
        let text = |value: &Value| value.as_str().filter(|t| !t.is_empty()).map(str::to_owned);
        let listed = |name: &str| match record.get(name) {
            Some(Value::Array(fills)) if !fills.is_empty() => fills.iter().map(text).collect(),
            Some(fill @ Value::String(_)) => vec![text(fill)],
            _ => vec![None],
        };
        let ends = |value: &Value| [value.get(0).and_then(Value::as_f64), value.get(1).and_then(Value::as_f64)];
        let values = match record.get("value") {
            Some(Value::Array(values)) if values.first().is_some_and(Value::is_array) => {
                values.iter().map(ends).collect()
            }
            Some(value) => vec![ends(value)],
            None => Vec::new(),
        };
        Gold {
            fills: names(kind).iter().map(|(name, theirs)| (*name, listed(theirs))).collect(),
            values,
            optional: record.get("optional").and_then(Value::as_bool).unwrap_or(false),
        }
    }

    fn get(&self, slot: &str) -> &[Option<String>] {
        self.fills.iter().find(|(name, _)| *name == slot).map_or(&[], |(_, fills)| fills)
    }

    /// The slot is filled, and rightly.
    fn hit(&self, found: &Filled, slot: &str) -> bool {
        found.get(slot).is_some_and(|fill| self.get(slot).iter().flatten().any(|gold| matches(slot, gold, fill)))
    }

    /// Rightly filled or rightly empty.
    fn agrees(&self, found: &Filled, slot: &str) -> bool {
        self.hit(found, slot) || found.get(slot).is_none() && self.get(slot).contains(&None)
    }

    fn states(&self, slot: &str) -> bool {
        self.get(slot).iter().any(Option::is_some)
    }

    fn hits_value(&self, found: &Filled) -> bool {
        let same = |value: &Ends| near(value[0], found.value[0]) && near(value[1], found.value[1]);
        found.value != [None, None] && self.values.iter().any(same)
    }

    fn hits(&self, kind: Kind, found: &Filled) -> usize {
        let value = usize::from(kind == Kind::Targets && self.hits_value(found));
        value + self.fills.iter().filter(|(slot, _)| self.hit(found, slot)).count()
    }

    /// Whether both may be of one fact at all.
    fn is_anchored(&self, kind: Kind, found: &Filled) -> bool {
        match kind {
            Kind::Roles => self.hit(found, "person"),
            Kind::Reassignments => self.hit(found, "person") && self.hit(found, "direction"),
            Kind::Targets => {
                let mut ends = self.values.iter().flatten();
                ends.any(|v| v.is_some() && found.value.iter().any(|w| near(*v, *w)))
            }
        }
    }

    fn has_core(&self, kind: Kind, found: &Filled) -> bool {
        match kind {
            Kind::Roles => self.hit(found, "post"),
            Kind::Reassignments => {
                let silent = !(self.states("post") || self.states("organization"));
                self.hit(found, "post") || self.hit(found, "organization") || silent
            }
            Kind::Targets => {
                let telling = self.hit(found, "unit") && !self.get("unit").contains(&Some("count".to_owned()));
                let unmeasured = !self.states("metric") && self.agrees(found, "unit");
                self.agrees(found, "period") && (self.hit(found, "metric") || telling || unmeasured)
            }
        }
    }

    /// All that defines the record, where its core is right.
    fn is_strict(&self, kind: Kind, found: &Filled) -> bool {
        match kind {
            Kind::Roles => self.agrees(found, "organization") && self.hit(found, "status"),
            Kind::Reassignments => {
                let happens = |realis: Option<&str>| !matches!(realis, Some("possible" | "denied"));
                let side = happens(found.get("realis"));
                self.agrees(found, "post")
                    && self.agrees(found, "organization")
                    && self.get("realis").iter().any(|gold| happens(gold.as_deref()) == side)
            }
            Kind::Targets => {
                self.hits_value(found)
                    && self.hit(found, "comparator")
                    && self.hit(found, "kind")
                    && self.agrees(found, "metric")
            }
        }
    }
}

fn matches(slot: &str, gold: &str, fill: &str) -> bool {
    match slot {
        "person" | "counterpart" => same_person(gold, fill),
        "organization" => same_text(gold, fill, 0.74),
        "setter" | "addressee" => same_text(gold, fill, 0.74) || same_person(gold, fill),
        "post" => same_text(gold, fill, 0.66),
        "metric" => same_text(gold, fill, 0.5) || same_head(gold, fill),
        "unit" => same_text(gold, fill, 0.6),
        "date" => fill.starts_with(gold) || gold.starts_with(fill),
        _ => gold == fill,
    }
}

fn near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b || (a - b).abs() <= 1e-6 * a.abs().max(1.0),
        (a, b) => a == b,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn judged(text: &str, document: &Value, kind: Kind) -> Vec<Verdict> {
        let found = filled(&shakeup::Extractor::new().extract(text), kind);
        Key::of(document, kind).judge(&found.iter().collect::<Vec<_>>())
    }

    #[test]
    fn a_record_is_right_by_its_core_and_optional_ones_count_neither_way() {
        let text = "Ohio Governor Ann Lee met Mayor Omar Diaz and Senator Eva Roe.";
        let gold = json!({"roles": [
            {"person": ["Ann Lee"], "post": ["Governor"], "org": null, "status": "current"},
            {"person": ["Omar Diaz"], "post": ["councilman"], "org": null, "status": "current"},
            {"person": ["Eva Roe"], "post": ["Senator"], "org": null, "status": "current", "optional": true},
        ]});
        assert_eq!(judged(text, &gold, Kind::Roles), [Verdict::Right, Verdict::Wrong, Verdict::Optional]);
        assert_eq!(Key::of(&gold, Kind::Roles).wanted(), 2);
    }

    #[test]
    fn a_target_needs_value_rate_and_metric_or_a_telling_unit() {
        let text = "Acme Corp plans to hire 300 people a year.";
        let record = |period: Value| {
            json!({"targets": [{"value": [300, 300], "comparator": "eq", "unit": ["count"], "metric": ["hires", "people"],
                "period": period, "kind": "target", "setter": null, "addressee": null, "realis": "actual"}]})
        };
        assert_eq!(judged(text, &record(json!("year")), Kind::Targets), [Verdict::Right]);
        assert_eq!(judged(text, &record(Value::Null), Kind::Targets), [Verdict::Wrong]);
    }
}
