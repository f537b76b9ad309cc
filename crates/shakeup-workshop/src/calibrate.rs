//! Fits the table `confidence` from gold and says how well it holds on documents that it was not fitted on.

use std::collections::BTreeMap;
use std::io::{self, Write};

use shakeup::Kind;

use crate::Texts;
use crate::fit::{self, Judged, Record, Sign};

#[derive(Debug, clap::Args)]
pub(crate) struct Calibrate {
    /// Gold documents
    #[command(flatten)]
    gold: Texts,
}

pub(crate) fn run(args: &Calibrate, out: &mut impl Write) -> Result<(), String> {
    let judged = fit::judge(&args.gold)?;
    table(&judged, out).map_err(|error| error.to_string())?;
    report(&judged, &mut io::stderr().lock()).map_err(|error| error.to_string())
}

/// A kind as rows and the table name it.
pub(crate) fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Roles => "role",
        Kind::Reassignments => "reassignment",
        Kind::Targets => "target",
    }
}

const HEAD: &str = "\
# What each sign of a record adds to its confidence. A record's log odds of being right are the sum of its kind's base and
#   the weights of its signs; a sign without a line, such as a new rule, adds nothing.
# Columns: kind of record, name of the sign, its value, weight (log odds), right records that show it, records that show it.
# Fitted, not written: `make confidence GOLD=…` makes this file from annotated documents. docs/confidence.md says how.
# Source: fitted for shakeup on news and filings annotated for it, of which only these counts are kept.
# Licence: MIT OR Apache-2.0.
";

fn table(judged: &Judged, out: &mut impl Write) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())?;
    let mut lines = Vec::new();
    for &kind in Kind::ALL {
        let records = &judged.records[kind as usize];
        let model = fit::fit(records.iter(), fit::best_penalty(judged, kind));
        let mut counts: BTreeMap<&Sign, (usize, usize)> = BTreeMap::new();
        let mut all = (0, 0);
        for (record, right) in records.iter().filter_map(|r| r.right.map(|right| (r, usize::from(right)))) {
            all = (all.0 + right, all.1 + 1);
            for sign in &record.signs {
                let count = counts.entry(sign).or_default();
                *count = (count.0 + right, count.1 + 1);
            }
        }
        let mut line = |(name, value): (&str, &str), weight: i32, (right, of): (usize, usize)| {
            lines.push(format!("{}\t{name}\t{value}\t{:.2}\t{right}\t{of}\n", word(kind), f64::from(weight) / 100.0));
        };
        line(("base", ""), model.base, all);
        for ((name, value), &weight) in &model.weights {
            let count = counts.get(&(*name, value.clone())).copied().unwrap_or_default();
            line((name, value), weight, count);
        }
    }
    lines.sort_by(|a, b| a.split('\t').cmp(b.split('\t')));
    lines.iter().try_for_each(|line| out.write_all(line.as_bytes()))
}

/// How far confidence and share of right records are apart, over ten bands of confidence, weighted by their records.
fn calibration_error(records: &[(f64, bool)]) -> f64 {
    let mut bands = [(0.0, 0.0, 0usize); 10];
    for &(sure, right) in records {
        let band = &mut bands[((sure * 10.0) as usize).min(9)];
        *band = (band.0 + sure, band.1 + f64::from(u8::from(right)), band.2 + 1);
    }
    bands.iter().map(|(sure, right, _)| (sure - right).abs()).sum::<f64>() / records.len().max(1) as f64
}

fn report(judged: &Judged, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{} documents; each record by weights fitted without its document", judged.docs.len())?;
    let mut every: Vec<(f64, bool)> = Vec::new();
    for &kind in Kind::ALL {
        let records = &judged.records[kind as usize];
        let penalty = fit::best_penalty(judged, kind);
        let sure = fit::held_out(judged, kind, penalty);
        let known: Vec<(f64, bool)> = known(records, &sure).collect();
        line(out, word(kind), &known, Some(penalty))?;
        every.extend(known);
    }
    line(out, "all", &every, None)
}

fn known(records: &[Record], sure: &[f64]) -> impl Iterator<Item = (f64, bool)> {
    records.iter().zip(sure).filter_map(|(record, &sure)| record.right.map(|right| (sure, right)))
}

fn line(out: &mut impl Write, name: &str, records: &[(f64, bool)], penalty: Option<f64>) -> io::Result<()> {
    let right = records.iter().filter(|r| r.1).count();
    let loss: f64 = records.iter().map(|&(sure, right)| -(if right { sure } else { 1.0 - sure }).ln()).sum();
    let (of, error) = (records.len(), calibration_error(records));
    write!(out, "{name:13} {right}/{of} right, log loss {:.4}, calibration error {error:.3}", loss / of.max(1) as f64)?;
    for least in [0.5, 0.8, 0.9, 0.95] {
        let (mut right, mut of) = (0, 0);
        for record in records.iter().filter(|r| r.0 >= least) {
            right += usize::from(record.1);
            of += 1;
        }
        write!(out, "; at {least} {right}/{of} = {:.3}", right as f64 / of.max(1) as f64)?;
    }
    writeln!(out, "{}", penalty.map_or(String::new(), |p| format!("; penalty {p}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calibration_error_is_the_mean_gap_between_said_and_true() {
        let records = [(0.95, true), (0.95, true), (0.55, true), (0.55, false)];
        assert!((calibration_error(&records) - 0.05).abs() < 1e-9);
    }
}
