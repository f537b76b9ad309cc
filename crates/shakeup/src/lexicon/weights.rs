//! What each sign of a record weighs in its confidence: the table `confidence`.

use std::collections::BTreeMap;

use super::compile::{Fault, Tables};
use super::tsv::Line;
use crate::Kind;
use crate::confidence::{NAMES, Signal};

/// The signal of every record of a kind.
pub(crate) const BASE: Signal<'static> = ("base", "");

/// Log odds in hundredths, by kind of record, name and value.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weights {
    of: [BTreeMap<&'static str, BTreeMap<Box<str>, i32>>; 3],
}

impl Weights {
    /// The sum for a record of these signals, that of its kind included; a signal that no line names weighs nothing.
    pub(crate) fn sum(&self, kind: Kind, signals: &[Signal<'_>]) -> i32 {
        self.weight(kind, BASE) + signals.iter().map(|&signal| self.weight(kind, signal)).sum::<i32>()
    }

    /// What one signal adds.
    pub(crate) fn weight(&self, kind: Kind, (name, value): Signal<'_>) -> i32 {
        self.of[kind as usize].get(name).and_then(|values| values.get(value)).copied().unwrap_or(0)
    }
}

impl Tables {
    pub(super) fn weight_line(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let kind = match line.phrase {
            "role" => Kind::Roles,
            "reassignment" => Kind::Reassignments,
            "target" => Kind::Targets,
            other => return Err((0, format!("{other:?} is none of: role reassignment target"))),
        };
        let name = line.column(1);
        let name = NAMES.iter().find(|known| **known == name);
        let name = name.ok_or_else(|| (1, format!("{:?} is none of: {}", line.column(1), NAMES.join(" "))))?;
        let values = self.weights.of[kind as usize].entry(name).or_default();
        if line.removes {
            values.remove(line.column(2));
            return Ok(());
        }
        let weight: Option<f64> = line.column(3).parse().ok();
        let weight = weight.filter(|w| w.abs() < 100.0);
        let weight = weight.ok_or_else(|| (3, format!("{:?} is no weight such as -0.35", line.column(3))))?;
        values.insert(line.column(2).into(), (weight * 100.0).round() as i32);
        Ok(())
    }
}
