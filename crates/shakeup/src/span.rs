//! Where something stands in the text, in bytes and in code points.

use serde::{Deserialize, Serialize};

/// A piece of the document's text, as bytes and as code points.
///
/// `text[span.start..span.end]` never panics for the text that was given: the offsets lie inside it, on character
/// boundaries, with `start <= end`. `start_char` and `end_char` count code points, as Python slices do.
/// In JSON the code points are `start` and `end`, the bytes `start_byte` and `end_byte`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    #[serde(rename = "start_byte")]
    pub start: usize,
    /// One past the last byte.
    #[serde(rename = "end_byte")]
    pub end: usize,
    /// First code point.
    #[serde(rename = "start")]
    pub start_char: usize,
    /// One past the last code point.
    #[serde(rename = "end")]
    pub end_char: usize,
}

impl Span {
    /// The words that the span covers in the text that it came from.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether the other span lies inside this one.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// Byte offsets to code points, in constant time a look-up: the count is kept for every 32nd byte.
///
/// Converting each span by itself from the start of the text would make a long document quadratic.
#[derive(Debug)]
pub(crate) struct Offsets<'t> {
    text: &'t str,
    counts: Vec<u32>, // empty for ASCII text
}

const STRIDE: usize = 32;

fn is_first_byte(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

/// How many characters start among the bytes, eight of which are looked at together.
#[inline]
fn first_bytes(bytes: &[u8]) -> u32 {
    let (blocks, rest) = bytes.as_chunks::<8>();
    let in_block = |block: &[u8; 8]| {
        let block = u64::from_le_bytes(*block);
        let following = block & !(block << 1) & 0x8080_8080_8080_8080; // 0b10……
        8 - following.count_ones()
    };
    let in_rest = rest.iter().filter(|&&byte| is_first_byte(byte)).count() as u32;
    blocks.iter().map(in_block).sum::<u32>() + in_rest
}

impl<'t> Offsets<'t> {
    pub(crate) fn new(text: &'t str) -> Offsets<'t> {
        if text.is_ascii() {
            return Offsets { text, counts: Vec::new() };
        }
        let mut counts = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0u32;
        for block in text.as_bytes().chunks(STRIDE) {
            counts.push(count);
            count += first_bytes(block);
        }
        Offsets { text, counts }
    }

    fn chars(&self, byte: usize) -> usize {
        if self.counts.is_empty() {
            return byte;
        }
        let block = (byte / STRIDE).min(self.counts.len() - 1);
        let rest = &self.text.as_bytes()[block * STRIDE..byte];
        self.counts[block] as usize + first_bytes(rest) as usize
    }

    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        Span { start, end, start_char: self.chars(start), end_char: self.chars(end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_across_blocks() {
        let text = "é🙂a".repeat(100);
        let offsets = Offsets::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.span(byte, text.len()).start_char, count);
        }
        assert_eq!(offsets.span(0, text.len()).end_char, 300);
    }
}
