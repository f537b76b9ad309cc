//! The longest lists of words, names and ordinary words, as one table that `build.rs` lays out: nothing is read at start.

use super::class::{self, Class};
use super::layout::{HEAD, OFFSET, marks, tag};
use super::sense::Gender;
use super::vocabulary::{ShortWord, WordId};

/// Starts where a line of the cache does: a search seldom leaves the line.
#[repr(align(64))]
struct Aligned<T>(T);

const SLOT: usize = size_of::<u32>();
const SIZE: usize = include_bytes!(concat!(env!("OUT_DIR"), "/listed.slots")).len() / SLOT;

static SLOTS: Aligned<[u8; SIZE * SLOT]> = Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/listed.slots")));
static TEXT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/listed.text"));

/// The numbers of listed words start here, above all that are given at run time.
const FIRST: u32 = 1 << 24;

/// The classes of each set of marks.
static CLASSES: [Class; 256] = {
    let meanings = [
        (marks::COMMON, class::COMMON),
        (marks::GIVEN, class::GIVEN),
        (marks::PLAIN_GIVEN, class::PLAIN_GIVEN),
        (marks::SURNAME, class::SURNAME),
        (marks::NAME_AND_WORD, class::NAME_AND_WORD),
        (marks::HYPHENATED, class::HYPHENATED),
    ];
    let mut classes = [Class::NONE; 256];
    let mut set = 0;
    while set < classes.len() {
        let mut i = 0;
        while i < meanings.len() {
            if set as u8 & meanings[i].0 != 0 {
                classes[set] = classes[set].or(meanings[i].1);
            }
            i += 1;
        }
        set += 1;
    }
    classes
};

/// A listed word, by the place of its length in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listed(u32);

impl Listed {
    /// The listed word in small letters with that hash.
    #[inline]
    pub(super) fn get(word: &[u8], hash: u64) -> Option<Listed> {
        Listed::find(hash, |listed| listed.bytes() == word)
    }

    #[inline]
    pub(super) fn get_short(word: &ShortWord, hash: u64) -> Option<Listed> {
        Listed::find(hash, |listed| listed.is(word))
    }

    #[inline]
    fn is(self, word: &ShortWord) -> bool {
        let length = self.length();
        length == word.length as usize
            && self.block(0) == word.head
            && (length <= HEAD || self.block(HEAD) == word.tail)
    }

    /// The slot where the search for a hash starts, and the head of the word there: for who fetches many before it looks.
    #[inline]
    pub(super) fn first_slot(hash: u64) -> u32 {
        u32::from_le_bytes(SLOTS.0.as_chunks().0[Listed::place(hash)])
    }

    #[inline]
    pub(super) fn head_in(slot: u32) -> u64 {
        Listed(slot & OFFSET).block(0)
    }

    /// The word in a slot with that head, when it is the one.
    #[inline]
    pub(super) fn in_slot(slot: u32, head: u64, word: &ShortWord, hash: u64) -> Option<Listed> {
        let may_be = slot & !OFFSET == tag(hash) && head == word.head && slot != 0;
        may_be.then_some(Listed(slot & OFFSET)).filter(|listed| listed.is(word))
    }

    #[inline]
    fn place(hash: u64) -> usize {
        (hash >> (64 - SIZE.trailing_zeros())) as usize
    }

    #[inline]
    fn find(hash: u64, is_sought: impl Fn(&Listed) -> bool) -> Option<Listed> {
        let slots = SLOTS.0.as_chunks().0;
        let mut place = Listed::place(hash);
        loop {
            let slot = u32::from_le_bytes(slots[place]);
            if slot == 0 {
                return None;
            }
            let found = Listed(slot & OFFSET);
            if slot & !OFFSET == tag(hash) && is_sought(&found) {
                return Some(found);
            }
            place = (place + 1) % SIZE;
        }
    }

    /// The listed word of a number, unless the number was given at run time.
    #[inline]
    pub(super) fn of(id: WordId) -> Option<Listed> {
        id.0.checked_sub(FIRST).map(Listed)
    }

    #[inline]
    pub(super) fn id(self) -> WordId {
        WordId(FIRST + self.0)
    }

    #[inline]
    fn length(self) -> usize {
        usize::from(TEXT[self.0 as usize])
    }

    #[inline]
    fn marks(self) -> u8 {
        TEXT[self.0 as usize + 1]
    }

    #[inline]
    fn bytes(self) -> &'static [u8] {
        &TEXT[self.0 as usize + 2..][..self.length()]
    }

    /// The bytes of the word from one of them on, up to eight, as one number.
    #[inline]
    fn block(self, from: usize) -> u64 {
        let left = self.length() - from;
        match TEXT[self.0 as usize + 2 + from..].first_chunk() {
            Some(block) if left < HEAD => u64::from_le_bytes(*block) & ((1 << (8 * left)) - 1),
            Some(block) => u64::from_le_bytes(*block),
            None => super::layout::head(&self.bytes()[from..]), // the last word of the text
        }
    }

    pub(super) fn word(self) -> &'static str {
        str::from_utf8(self.bytes()).unwrap_or_default()
    }

    #[inline]
    pub(super) fn class(self) -> Class {
        CLASSES[usize::from(self.marks())]
    }

    pub(super) fn gender(self) -> Gender {
        match self.marks() & (marks::FEMALE | marks::MALE) {
            marks::FEMALE => Gender::Female,
            marks::MALE => Gender::Male,
            _ => Gender::Unknown,
        }
    }
}
