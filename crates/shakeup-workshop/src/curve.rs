//! Precision over recall as the least confidence rises: a picture, and the table of a page.

use std::fs;
use std::path::PathBuf;

use shakeup::Kind;

use crate::Texts;
use crate::fit::{self, Judged};
use crate::gold::{Filled, Verdict};
use crate::picture::{self, Line};

#[derive(Debug, clap::Args)]
pub(crate) struct Curve {
    /// Gold documents
    #[command(flatten)]
    gold: Texts,
    /// Where the picture goes
    #[arg(long, value_name = "FILE.svg")]
    output: PathBuf,
    /// A Markdown page whose table, between its two `<!-- table -->` lines, is written anew
    #[arg(long, value_name = "FILE.md")]
    page: Option<PathBuf>,
}

/// Precision and recall of one kind when records of less than `least` are left out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Point {
    pub(crate) least: f64,
    pub(crate) precision: f64,
    pub(crate) recall: f64,
}

const TABLE: &[f64] = &[0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

pub(crate) fn run(args: &Curve) -> Result<(), String> {
    let judged = fit::judge(&args.gold)?;
    let lines: Vec<Line> = Kind::ALL
        .iter()
        .map(|&kind| {
            let sure = fit::held_out(&judged, kind, fit::best_penalty(&judged, kind));
            let points = (0..=99).filter_map(|p| point(&judged, kind, &sure, f64::from(p) / 100.0)).collect();
            Line { name: kind.as_str(), points }
        })
        .collect();
    fs::write(&args.output, picture::draw(&lines)).map_err(|e| format!("{}: {e}", args.output.display()))?;
    if let Some(page) = &args.page {
        let text = fs::read_to_string(page).map_err(|e| format!("{}: {e}", page.display()))?;
        let text = with_table(&text, &table(&lines)).map_err(|e| format!("{}: {e}", page.display()))?;
        fs::write(page, text).map_err(|e| format!("{}: {e}", page.display()))?;
    }
    Ok(())
}

/// The figures when less sure records are left out; `None` where no record is left.
fn point(judged: &Judged, kind: Kind, sure: &[f64], least: f64) -> Option<Point> {
    let mut of_doc: Vec<Vec<&Filled>> = judged.docs.iter().map(|_| Vec::new()).collect();
    for (record, _) in judged.records[kind as usize].iter().zip(sure).filter(|(_, sure)| **sure >= least) {
        of_doc[record.doc].push(&record.slots);
    }
    let (mut right, mut of, mut wanted) = (0, 0, 0);
    for (doc, found) in judged.docs.iter().zip(&of_doc) {
        wanted += doc.key(kind).wanted();
        let verdicts = doc.key(kind).judge(found);
        right += verdicts.iter().filter(|v| **v == Verdict::Right).count();
        of += verdicts.iter().filter(|v| **v != Verdict::Optional).count();
    }
    let share = |of: usize| right as f64 / of.max(1) as f64;
    (of > 0).then(|| Point { least, precision: share(of), recall: share(wanted) })
}

/// The Markdown table of precision and recall at some thresholds.
fn table(lines: &[Line]) -> String {
    let head: String = lines.iter().map(|line| format!(" {0}: precision | {0}: recall |", line.name)).collect();
    let mut table = format!("| `min_confidence` |{head}\n| --- |{}\n", " ---: | ---: |".repeat(lines.len()));
    for &least in TABLE {
        let name = if least == 0.0 { "0 (all)".to_owned() } else { least.to_string() };
        table += &format!("| {name} |");
        for line in lines {
            let point = line.points.iter().find(|p| (p.least - least).abs() < 1e-9);
            let cells = point.map(|p| format!(" {:.2} | {:.2} |", p.precision, p.recall));
            table += &cells.unwrap_or_else(|| " – | 0 |".to_owned());
        }
        table.push('\n');
    }
    table
}

const MARK: &str = "<!-- table -->\n";

fn with_table(page: &str, table: &str) -> Result<String, String> {
    let parts: Vec<&str> = page.split(MARK).collect();
    match parts[..] {
        [before, _, after] => Ok(format!("{before}{MARK}{table}{MARK}{after}")),
        _ => Err(format!("needs two lines {:?} for the table to go between", MARK.trim_end())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_goes_between_its_marks_and_nothing_else_changes() {
        let page = format!("a\n{MARK}old\n{MARK}b\n");
        assert_eq!(with_table(&page, "new\n").unwrap(), format!("a\n{MARK}new\n{MARK}b\n"));
        assert!(with_table("no marks", "new").is_err());
    }
}
