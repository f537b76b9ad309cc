//! Columns of text that line up, within a width.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

const GAP: usize = 2;
const NARROWEST: usize = 6;

/// Cells under headings, indented by two; columns with nothing in them are left out, long cells go on below.
pub(crate) fn table(headings: &[&str], rows: &[Vec<String>], width: usize) -> String {
    let used: Vec<usize> = (0..headings.len()).filter(|&c| rows.iter().any(|row| !row[c].is_empty())).collect();
    let natural = |&c: &usize| rows.iter().map(|row| row[c].width()).chain([headings[c].width()]).max().unwrap_or(0);
    let widths = fit(used.iter().map(natural).collect(), width.saturating_sub(GAP * used.len()));
    let mut out = String::new();
    let heading: Vec<String> = headings.iter().map(|heading| (*heading).to_owned()).collect();
    for row in std::iter::once(&heading).chain(rows) {
        let cells: Vec<Vec<String>> = used.iter().zip(&widths).map(|(&c, &width)| wrap(&row[c], width)).collect();
        for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let start = out.len();
            for (cell, &width) in cells.iter().zip(&widths) {
                let words = cell.get(line).map_or("", String::as_str);
                out.push_str(&" ".repeat(GAP));
                out.push_str(words);
                out.push_str(&" ".repeat(width.saturating_sub(words.width())));
            }
            out.truncate(start + out[start..].trim_end().len());
            out.push('\n');
        }
    }
    out
}

/// Takes from the widest columns until all fit.
fn fit(mut widths: Vec<usize>, room: usize) -> Vec<usize> {
    while widths.iter().sum::<usize>() > room {
        match widths.iter_mut().max() {
            Some(widest) if *widest > NARROWEST => *widest -= 1,
            _ => break,
        }
    }
    widths
}

/// Breaks at spaces; a word too long for a line is cut.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if used > 0 && used + 1 + word.width() > width {
            lines.push(String::new());
            used = 0;
        } else if used > 0 {
            lines.last_mut().expect("there is always a line").push(' ');
            used += 1;
        }
        for c in word.chars() {
            let wide = c.width().unwrap_or(0);
            if used + wide > width && used > 0 {
                lines.push(String::new());
                used = 0;
            }
            lines.last_mut().expect("there is always a line").push(c);
            used += wide;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn long_cells_go_on_below_and_empty_columns_go() {
        let rows = [cells(&["Ann Lee", "", "deputy chief of staff"]), cells(&["Bo", "", "cook"])];
        let shown = table(&["who", "nothing", "post"], &rows, 24);
        assert_eq!(shown, "  who      post\n  Ann Lee  deputy chief\n           of staff\n  Bo       cook\n");
    }

    #[test]
    fn a_word_without_spaces_is_cut() {
        assert_eq!(wrap("abcdefgh", 3), cells(&["abc", "def", "gh"]));
        assert_eq!(wrap("漢字漢字", 4), cells(&["漢字", "漢字"]));
        assert_eq!(wrap("", 4), cells(&[""]));
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let long = "many words in a row ".repeat(8);
        let shown = table(&["a", "b", "c"], &[cells(&[&long, &long, &long])], 60);
        assert!(shown.lines().all(|line| line.width() <= 60), "{shown}");
    }
}
