//! Numbers with a power of ten: "4e14", "2.5×10^−5", "6 x 10²³".

use super::Reader;
use crate::lexicon::words;

impl Reader<'_, '_> {
    /// The power of ten after digits: where it ends and its exponent.
    pub(super) fn power_of_ten(&self, next: usize) -> Option<(usize, i32)> {
        match self.word_at(next).as_bytes() {
            [b'e' | b'E', ..] if self.touches(next) => Some((next + 1, exponent(&self.word_at(next)[1..])?)),
            [b'x'] | [b'*'] => self.times_ten(next),
            _ if self.word_at(next) == "×" => self.times_ten(next),
            _ => None,
        }
    }

    fn times_ten(&self, sign: usize) -> Option<(usize, i32)> {
        let mut at = sign + 2;
        if self.word_at(sign + 1) != "10" || !self.touches(at) {
            return None;
        }
        let caret = self.word_at(at) == "^";
        at += usize::from(caret);
        // "10−5", but "10-5" may be a range
        let minus = matches!(self.word_at(at), "−" | "⁻") || caret && self.text.tokens.get(at)?.is(words::DASH);
        at += usize::from(minus);
        let shown = self.word_at(at);
        if !(caret || minus || shown.chars().all(|c| superscript(c).is_some())) || shown.is_empty() {
            return None;
        }
        let power = exponent(shown)?;
        Some((at + 1, if minus { -power } else { power }))
    }
}

/// A whole number of at most three digits, high or not, with its sign.
fn exponent(shown: &str) -> Option<i32> {
    let digits = shown.trim_start_matches('-');
    let fits = (1..=3).contains(&digits.chars().count()) && shown.len() <= digits.len() + 1;
    let mut value = 0;
    for c in digits.chars() {
        value = 10 * value + c.to_digit(10).or_else(|| superscript(c))? as i32;
    }
    fits.then_some(if shown.len() > digits.len() { -value } else { value })
}

fn superscript(c: char) -> Option<u32> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|s| s == c).map(|at| at as u32)
}
