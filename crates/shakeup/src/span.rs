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

/// Byte offsets to code points, in constant time a look-up: by blocks, how many characters start before each, and where in it
/// they do.
///
/// Converting each span by itself from the start of the text would make a long document quadratic.
#[derive(Debug)]
pub(crate) struct Offsets {
    blocks: Vec<Block>, // empty for ASCII text
}

/// 64 bytes of a text.
#[derive(Debug, Clone, Copy)]
struct Block {
    /// Characters that start before it.
    before: u32,
    /// By byte: a character starts there.
    starts: u64,
}

const BLOCK: usize = u64::BITS as usize;

/// By bit: whether a character starts at one of eight bytes.
#[inline]
fn starts_in(bytes: [u8; 8]) -> u64 {
    let block = u64::from_le_bytes(bytes);
    let goes_on = block & !(block << 1) & 0x8080_8080_8080_8080; // 0b10……
    // The high bits of the bytes side by side: bit 8k + 7 goes to bit 56 + k.
    !(goes_on >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

impl Offsets {
    pub(crate) fn new(text: &str) -> Offsets {
        if text.is_ascii() {
            return Offsets { blocks: Vec::new() };
        }
        let (whole, rest) = text.as_bytes().as_chunks::<BLOCK>();
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        let mut before = 0;
        let block = |bytes: &[u8; BLOCK]| {
            let eights = bytes.as_chunks().0.iter().rev();
            let starts = eights.fold(0, |starts, &eight| starts << 8 | starts_in(eight));
            let block = Block { before, starts };
            before += starts.count_ones();
            block
        };
        Offsets { blocks: whole.iter().chain([&last]).map(block).collect() }
    }

    fn chars(&self, byte: usize) -> usize {
        let Some(block) = self.blocks.get(byte / BLOCK) else { return byte };
        let inside = block.starts & ((1 << (byte % BLOCK)) - 1);
        block.before as usize + inside.count_ones() as usize
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
