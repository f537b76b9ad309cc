//! Weights of signals from records that are known to be right or wrong: logistic regression, each weight drawn towards 0
//! so that what few records show moves little.

use std::collections::BTreeMap;

use shakeup::{Extractor, Kind};

use crate::Texts;
use crate::gold::{Filled, Key, Verdict, filled};
use crate::input;

/// A signal with a string of its own.
pub(crate) type Sign = (&'static str, String);

/// An extracted record, what it shows, and whether it is right.
pub(crate) struct Record {
    /// Index into the documents.
    pub(crate) doc: usize,
    pub(crate) signs: Vec<Sign>,
    pub(crate) slots: Filled,
    /// `None` when it counts neither way.
    pub(crate) right: Option<bool>,
}

/// A document of gold: its part in cross-validation, and what there is to find.
pub(crate) struct Doc {
    pub(crate) fold: usize,
    keys: Vec<Key>,
}

impl Doc {
    pub(crate) fn key(&self, kind: Kind) -> &Key {
        &self.keys[kind as usize]
    }
}

/// Gold documents with what is extracted from them, by kind.
pub(crate) struct Judged {
    pub(crate) docs: Vec<Doc>,
    pub(crate) records: [Vec<Record>; 3],
}

/// Each fold is held out once while the weights are fitted on the rest.
pub(crate) const FOLDS: usize = 10;

/// Reads gold, extracts, and judges each record.
pub(crate) fn judge(gold: &Texts) -> Result<Judged, String> {
    let extractor = Extractor::new();
    let mut judged = Judged { docs: Vec::new(), records: [const { Vec::new() }; 3] };
    input::each(&gold.file, |text| {
        let found = text.extract(&extractor);
        let doc = judged.docs.len();
        let keys: Vec<Key> = Kind::ALL.iter().map(|&kind| Key::of(&text.value, kind)).collect();
        for &kind in Kind::ALL {
            let slots = filled(&found, kind);
            let verdicts = keys[kind as usize].judge(&slots.iter().collect::<Vec<_>>());
            let signs = signs(&found, kind);
            for ((slots, verdict), signs) in slots.into_iter().zip(verdicts).zip(signs) {
                let right = (verdict != Verdict::Optional).then_some(verdict == Verdict::Right);
                judged.records[kind as usize].push(Record { doc, signs, slots, right });
            }
        }
        judged.docs.push(Doc { fold: (input::hash([text.id.as_str()]) % FOLDS as u64) as usize, keys });
    })?;
    if judged.docs.is_empty() {
        return Err(format!("{}: no documents", gold.file.display()));
    }
    Ok(judged)
}

fn signs(found: &shakeup::Extraction, kind: Kind) -> Vec<Vec<Sign>> {
    let own = |signals: Vec<shakeup::Signal<'_>>| signals.into_iter().map(|(n, v)| (n, v.to_owned())).collect();
    match kind {
        Kind::Roles => found.roles.iter().map(|r| own(r.signals(found))).collect(),
        Kind::Reassignments => found.reassignments.iter().map(|r| own(r.signals(found))).collect(),
        Kind::Targets => found.targets.iter().map(|r| own(r.signals())).collect(),
    }
}

/// Log odds of a kind of record and what each signal adds, in hundredths as the table holds them.
#[derive(Debug, Default)]
pub(crate) struct Model {
    pub(crate) base: i32,
    pub(crate) weights: BTreeMap<Sign, i32>,
}

impl Model {
    /// The confidence of a record of these signals, as the library works it out.
    pub(crate) fn confidence(&self, signs: &[Sign]) -> f64 {
        let sum = self.base + signs.iter().filter_map(|s| self.weights.get(s)).sum::<i32>();
        let percent = (100.0 * logistic(f64::from(sum) / 100.0)).round();
        percent.clamp(1.0, 99.0) / 100.0
    }
}

fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// How much a weight is drawn towards 0: the one of these that tells held-out records best.
const PENALTIES: &[f64] = &[1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0];

/// How much harder the weights of rules are drawn: there are many, and few records show each.
const RULE_PENALTY: f64 = 8.0;

/// The penalty by which held-out documents are told best.
pub(crate) fn best_penalty(judged: &Judged, kind: Kind) -> f64 {
    let loss = |penalty: f64| -> f64 {
        held_out(judged, kind, penalty)
            .iter()
            .zip(&judged.records[kind as usize])
            .filter_map(|(&p, record)| record.right.map(|right| -(if right { p } else { 1.0 - p }).ln()))
            .sum()
    };
    let losses: Vec<(f64, f64)> = PENALTIES.iter().map(|&penalty| (loss(penalty), penalty)).collect();
    losses.into_iter().min_by(|a, b| a.0.total_cmp(&b.0)).map_or(PENALTIES[0], |(_, penalty)| penalty)
}

/// For each record of a kind the confidence that weights give which were fitted without its document.
pub(crate) fn held_out(judged: &Judged, kind: Kind, penalty: f64) -> Vec<f64> {
    let records = &judged.records[kind as usize];
    let mut sure = vec![0.0; records.len()];
    for fold in 0..FOLDS {
        let model = fit(records.iter().filter(|r| judged.docs[r.doc].fold != fold), penalty);
        for (record, sure) in records.iter().zip(&mut sure).filter(|(r, _)| judged.docs[r.doc].fold == fold) {
            *sure = model.confidence(&record.signs);
        }
    }
    sure
}

/// The weights under which the records are likeliest, less the penalty on large ones: Newton's steps, one weight at a
/// time, until none moves.
pub(crate) fn fit<'r>(records: impl Iterator<Item = &'r Record>, penalty: f64) -> Model {
    let mut right: Vec<f64> = Vec::new();
    let mut shown_by: BTreeMap<&Sign, Vec<usize>> = BTreeMap::new();
    for (record, is_right) in records.filter_map(|r| r.right.map(|right| (r, right))) {
        for sign in &record.signs {
            shown_by.entry(sign).or_default().push(right.len());
        }
        right.push(f64::from(u8::from(is_right)));
    }
    let all: Vec<usize> = (0..right.len()).collect();
    let mut log_odds = vec![0.0; right.len()];
    let mut base = 0.0;
    let mut weights = vec![0.0; shown_by.len()];
    const STEPS: usize = 500;
    for _ in 0..STEPS {
        let mut moved = step(&mut base, &all, &right, &mut log_odds, 0.1);
        for (weight, (sign, shown)) in weights.iter_mut().zip(&shown_by) {
            let penalty = if sign.0 == "rule" { RULE_PENALTY * penalty } else { penalty };
            moved = step(weight, shown, &right, &mut log_odds, penalty).max(moved);
        }
        if moved < 1e-5 {
            break;
        }
    }
    let hundredths = |weight: f64| (weight * 100.0).round() as i32;
    let weights = shown_by.into_keys().cloned().zip(weights.into_iter().map(hundredths)).collect();
    Model { base: hundredths(base), weights }
}

/// Moves one weight to where the records that show its signal want it; returns how far.
fn step(weight: &mut f64, shown: &[usize], right: &[f64], log_odds: &mut [f64], penalty: f64) -> f64 {
    let (mut slope, mut bend) = (-penalty * *weight, penalty);
    for &i in shown {
        let p = logistic(log_odds[i]);
        slope += right[i] - p;
        bend += p * (1.0 - p);
    }
    let by = (slope / bend).clamp(-1.0, 1.0);
    *weight += by;
    shown.iter().for_each(|&i| log_odds[i] += by);
    by.abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(signs: &[(&'static str, &str)], right: bool) -> Record {
        let key = Key::of(&serde_json::Value::Null, Kind::Roles);
        assert_eq!(key.wanted(), 0);
        let found = shakeup::Extractor::new().extract("Governor Ann Lee spoke.");
        let slots = filled(&found, Kind::Roles).remove(0);
        let signs = signs.iter().map(|&(name, value)| (name, value.to_owned())).collect();
        Record { doc: 0, signs, slots, right: Some(right) }
    }

    #[test]
    fn what_many_records_show_weighs_more_than_what_one_shows() {
        let mut records: Vec<Record> = (0..40).map(|i| record(&[("rule", "good")], i != 0)).collect();
        records.extend((0..40).map(|i| record(&[("rule", "bad")], i % 2 == 0)));
        records.push(record(&[("rule", "seen once")], false));
        let model = fit(records.iter(), 0.25);
        let sure = |rule: &str| model.confidence(&[("rule", rule.to_owned())]);
        assert!(sure("good") > 0.85 && sure("bad") < 0.65, "{} {}", sure("good"), sure("bad"));
        assert!(sure("seen once") > sure("bad") && sure("seen once") < sure("never seen"));
    }
}
