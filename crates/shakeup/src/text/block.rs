//! Letters eight at a time.

/// Eight bytes of a text at once: which of them are letters, which of those capitals, by the high bit of each byte.
#[derive(Clone, Copy)]
pub(super) struct Block(pub(super) u64);

impl Block {
    const EACH: u64 = 0x0101_0101_0101_0101;
    pub(super) const HIGH: u64 = 0x80 * Block::EACH;

    #[inline]
    pub(super) fn letters(self) -> u64 {
        let small = (self.0 | (0x20 * Block::EACH)) & !Block::HIGH;
        let from_a = small + Block::EACH * (0x80 - b'a' as u64);
        let beyond_z = small + Block::EACH * (0x7F - b'z' as u64);
        from_a & !beyond_z & !self.0 & Block::HIGH
    }

    #[inline]
    pub(super) fn capitals(self) -> u64 {
        self.letters() & !(self.0 << 2)
    }

    /// The letters that it starts with.
    #[inline]
    pub(super) fn leading_word(self) -> Word {
        let letters = self.letters();
        let others = !letters & Block::HIGH;
        // All bits below the first byte that is no letter.
        let below = if others == 0 { u64::MAX } else { (others & others.wrapping_neg()).wrapping_sub(1) >> 7 };
        let length = others.trailing_zeros() as usize / 8;
        let letters = letters & below;
        Word { bytes: self.0 & below, length, letters, capitals: letters & !(self.0 << 2) }
    }

    /// How many letters it starts with.
    #[inline]
    pub(super) fn leading_letters(self) -> usize {
        (!self.letters() & Block::HIGH).trailing_zeros() as usize / 8
    }

    /// The same without what follows its first `length` bytes.
    #[inline]
    pub(super) fn first(self, length: usize) -> Block {
        Block(if length == 0 { 0 } else { self.0 & u64::MAX >> (64 - 8 * length) })
    }
}

/// The letters that a block starts with, and by the high bit of each byte which are letters and which capitals.
#[derive(Clone, Copy, Default)]
pub(super) struct Word {
    bytes: u64,
    pub(super) length: usize,
    pub(super) letters: u64,
    pub(super) capitals: u64,
}

impl Word {
    /// Its bytes in small letters.
    #[inline]
    pub(super) fn lower(self) -> u64 {
        self.bytes | self.capitals >> 2
    }
}

/// Bytes that may go on a word after its letters; after any other ASCII mark, or a space, the word is over.
pub(super) const GOES_ON: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        let ascii = byte as u8;
        table[byte] = !ascii.is_ascii() || ascii.is_ascii_alphanumeric() || matches!(ascii, b'\'' | b'-' | b'.');
        byte += 1;
    }
    table
};
