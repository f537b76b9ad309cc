// How words are hashed, and how the table of listed words lies in memory. `build.rs`, which makes that table, reads this file too.

/// How many first bytes of a word make its head: one number, with nothing behind the word's end.
pub(crate) const HEAD: usize = 8;

const SEED: u64 = 0x517c_c1b7_2722_0a95;

/// The head of a word or of what follows its head.
#[inline]
pub(crate) fn head(word: &[u8]) -> u64 {
    match word.first_chunk::<HEAD>() {
        Some(head) => u64::from_le_bytes(*head),
        None => word.iter().rev().fold(0, |head, &byte| head << 8 | u64::from(byte)),
    }
}

/// Multiplicative hash over eight bytes at a time: the look-up is the inner loop of the whole library.
#[inline]
pub(crate) fn hash(head: u64, rest: impl Iterator<Item = u64>) -> u64 {
    let mix = |hash: u64, block: u64| (hash.rotate_left(23) ^ block).wrapping_mul(SEED);
    rest.fold(head.wrapping_mul(SEED), mix)
}

/// The hash of a whole word.
#[inline]
pub(crate) fn hash_of(word: &[u8]) -> u64 {
    hash(head(word), word.get(HEAD..).unwrap_or_default().chunks(HEAD).map(head))
}

/// What a listed word is: a byte of marks stands before the word, after one for its length.
pub(crate) mod marks {
    pub(crate) const COMMON: u8 = 1;
    pub(crate) const GIVEN: u8 = 2;
    pub(crate) const PLAIN_GIVEN: u8 = 4;
    pub(crate) const SURNAME: u8 = 8;
    pub(crate) const NAME_AND_WORD: u8 = 16;
    pub(crate) const HYPHENATED: u8 = 32;
    pub(crate) const FEMALE: u8 = 64;
    pub(crate) const MALE: u8 = 128;
}

/// Bits of a slot that say where the word's length stands; the others are the last bits of its hash. 0 is an empty slot.
pub(crate) const OFFSET: u32 = 0x000F_FFFF;

/// What a slot holds of a word's hash.
#[inline]
pub(crate) fn tag(hash: u64) -> u32 {
    (hash >> 8) as u32 & !OFFSET
}
