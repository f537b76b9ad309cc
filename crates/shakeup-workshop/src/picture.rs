//! Lines of precision over recall as an SVG that can be read on light and on dark pages.

use std::fmt::Write;

use crate::curve::Point;

/// The figures of one kind of record, the least confidence rising.
pub(crate) struct Line {
    pub(crate) name: &'static str,
    pub(crate) points: Vec<Point>,
}

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 460.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 736.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 404.0;

/// Thresholds that are marked on each line.
const MARKED: &[f64] = &[0.5, 0.7, 0.8, 0.9, 0.95];

// Colours that people who confuse red and green tell apart, a darker set on light and a lighter one on dark.
const STYLE: &str = "\
text { font: 13px system-ui, 'DejaVu Sans', sans-serif; fill: #24292f; stroke: #ffffff; stroke-width: 3; paint-order: stroke }
.page { fill: #ffffff }
.name { font-weight: 600; font-size: 14px }
.small { font-size: 11px }
.grid { stroke: #d0d7de; stroke-width: 1 }
.line { fill: none; stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round }
.dot { stroke: #ffffff; stroke-width: 1.5 }
.l0 { stroke: #0b61a4 } .f0 { fill: #0b61a4 }
.l1 { stroke: #b84a00 } .f1 { fill: #b84a00 }
.l2 { stroke: #6f3fa0 } .f2 { fill: #6f3fa0 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; stroke: #0d1117 }
  .page { fill: #0d1117 }
  .grid { stroke: #3d444d }
  .dot { stroke: #0d1117 }
  .l0 { stroke: #58a6ff } .f0 { fill: #58a6ff }
  .l1 { stroke: #ff9e4a } .f1 { fill: #ff9e4a }
  .l2 { stroke: #c79bf2 } .f2 { fill: #c79bf2 }
}
";

pub(crate) fn draw(lines: &[Line]) -> String {
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = write(lines, &mut svg);
    svg
}

fn write(lines: &[Line], svg: &mut String) -> std::fmt::Result {
    let least = lines.iter().flat_map(|l| &l.points).map(|p| p.precision).fold(1.0, f64::min);
    // The lowest tenth that leaves a little room under the lines.
    let floor = (((least - 0.02) * 10.0).floor() / 10.0).clamp(0.0, 0.9);
    let x = |recall: f64| LEFT + recall * (RIGHT - LEFT);
    let y = |precision: f64| BOTTOM - (precision - floor) / (1.0 - floor) * (BOTTOM - TOP);
    writeln!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" aria-label="Precision over recall as the least confidence rises, for roles, reassignments and targets">"#
    )?;
    writeln!(svg, "<style>\n{STYLE}</style>")?;
    writeln!(svg, r#"<rect class="page" width="{WIDTH}" height="{HEIGHT}" rx="6"/>"#)?;
    for tenth in 0..=10 {
        let at = x(f64::from(tenth) / 10.0);
        writeln!(svg, r#"<path class="grid" d="M{at:.1} {TOP}V{BOTTOM}"/>"#)?;
        writeln!(
            svg,
            r#"<text x="{at:.1}" y="{:.1}" text-anchor="middle">{:.1}</text>"#,
            BOTTOM + 20.0,
            tenth as f64 / 10.0
        )?;
    }
    let step = if floor < 0.7 { 10 } else { 5 };
    for percent in ((floor * 100.0).round() as u32..=100).filter(|p| p % step == 0) {
        let value = f64::from(percent) / 100.0;
        writeln!(svg, r#"<path class="grid" d="M{LEFT} {0:.1}H{RIGHT}"/>"#, y(value))?;
        writeln!(svg, r#"<text x="{:.1}" y="{:.1}" text-anchor="end">{value:.2}</text>"#, LEFT - 8.0, y(value) + 4.5)?;
    }
    writeln!(
        svg,
        r#"<text x="{:.1}" y="{:.1}" text-anchor="middle">recall</text>"#,
        (LEFT + RIGHT) / 2.0,
        BOTTOM + 44.0
    )?;
    writeln!(svg, r#"<text x="{LEFT}" y="{:.1}">precision</text>"#, TOP - 16.0)?;
    writeln!(
        svg,
        r#"<text class="small" x="{RIGHT}" y="{:.1}" text-anchor="end">numbers: min_confidence</text>"#,
        TOP - 16.0
    )?;
    let mut names = String::new(); // above all lines
    for (i, line) in lines.iter().enumerate() {
        let mut path = String::new();
        for (n, point) in line.points.iter().enumerate() {
            write!(path, "{}{:.1} {:.1}", if n == 0 { "M" } else { "L" }, x(point.recall), y(point.precision))?;
        }
        writeln!(svg, r#"<path class="line l{i}" d="{path}"/>"#)?;
        for (first, last, at) in marks(line, x, y) {
            let name = if first == last { first.to_string() } else { format!("{first}–{last}") };
            writeln!(svg, r#"<circle class="dot f{i}" cx="{:.1}" cy="{:.1}" r="4.5"/>"#, at.0, at.1)?;
            writeln!(names, r#"<text class="small" x="{:.1}" y="{:.1}">{name}</text>"#, at.0 + 5.0, at.1 - 8.0)?;
        }
        // The name stands right of the line's end, where all records are kept.
        if let Some(point) = line.points.first() {
            let (at, up) = (x(point.recall) + 8.0, y(point.precision) + 8.0);
            let (at, anchor) = if at > RIGHT - 110.0 { (at - 16.0, "end") } else { (at, "start") };
            writeln!(
                names,
                r#"<text class="name f{i}" x="{at:.1}" y="{up:.1}" text-anchor="{anchor}">{}</text>"#,
                line.name
            )?;
        }
    }
    svg.push_str(&names);
    svg.push_str("</svg>\n");
    Ok(())
}

/// The marked thresholds of a line and where they lie; those that fall together are one mark.
fn marks(line: &Line, x: impl Fn(f64) -> f64, y: impl Fn(f64) -> f64) -> Vec<(f64, f64, (f64, f64))> {
    const APART: f64 = 16.0;
    let mut marks: Vec<(f64, f64, (f64, f64))> = Vec::new();
    for &least in MARKED {
        let Some(point) = line.points.iter().find(|p| (p.least - least).abs() < 1e-9) else { continue };
        let at = (x(point.recall), y(point.precision));
        match marks.last_mut() {
            Some((_, last, known)) if (known.0 - at.0).hypot(known.1 - at.1) < APART => *last = least,
            _ => marks.push((least, least, at)),
        }
    }
    marks
}
