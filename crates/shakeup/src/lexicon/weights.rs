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

#[cfg(test)]
mod tests {
    use crate::{Extractor, Lexicon};

    #[test]
    fn a_users_weight_wins_and_a_line_that_makes_no_sense_is_named_with_its_place() {
        let text = "Ohio Governor Ann Lee said so.";
        let sure = |lines: &str| {
            let lexicon = Lexicon::builtin().with_tsv("confidence", lines).unwrap();
            Extractor::builder().lexicon(lexicon).build().unwrap().extract(text).roles[0].confidence
        };
        assert_eq!(sure("role\trule\ttitle-before-name\t-20\n"), 0.01);
        assert_eq!(sure("role\trule\tno-such-rule\t-20\n"), Extractor::new().extract(text).roles[0].confidence);
        for (line, column) in [("rule\tbase\t\t1", 1), ("role\truel\tx\t1", 6), ("role\trule\tx\tmuch", 13)] {
            let error = Lexicon::builtin().with_tsv("confidence", line).unwrap_err();
            assert_eq!(error.position(), Some((1, column)), "{error}");
        }
    }
}
