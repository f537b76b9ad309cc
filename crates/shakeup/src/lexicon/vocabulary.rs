//! Words as small integers: a word is looked up once, and rules work on its number and its classes.

use super::class::{self, Class};
use super::sense::Gender;

/// A word's number. 0 stands for every word that the lexicon does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub(crate) struct WordId(pub(crate) u32);

impl WordId {
    pub(crate) const UNKNOWN: WordId = WordId(0);

    pub(crate) fn is_known(self) -> bool {
        self != WordId::UNKNOWN
    }
}

/// Lower-case words to numbers, by open addressing. A look-up touches two places: the slot, and the word's entry, which holds
/// its classes too. Small tables matter more than few instructions here: what does not fit the caches costs most.
#[derive(Debug, Clone)]
pub(crate) struct Vocabulary {
    text: String,
    entries: Vec<Entry>, // by word number
    slots: Vec<u32>,     // a word's number below eight bits of its hash; 0 is empty
    shift: u32,          // the high bits of a hash are the place of its slot
}

/// A word. Most are no longer than their head, and are told apart without going to the text. Two fill a line of the cache.
#[derive(Debug, Clone, Copy)]
#[repr(align(32))]
struct Entry {
    class: Class,
    head: u64,
    /// Where the word starts in the text.
    start: u32,
    length: u16,
    gender: Gender,
}

const NO_WORD: Entry = Entry { class: Class::NONE, head: 0, start: 0, length: 0, gender: Gender::Unknown };

/// The first bytes of a word as one number, with nothing behind its end.
pub(crate) const HEAD: usize = 8;

/// A word of at most two heads' length, in small letters, as numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ShortWord {
    pub(crate) head: u64,
    /// What follows the head.
    pub(crate) tail: u64,
    pub(crate) length: u32,
}

impl ShortWord {
    /// How many are looked up together.
    pub(crate) const AT_ONCE: usize = 32;

    #[inline]
    fn hash(&self) -> u64 {
        hash(self.head, (self.length as usize > HEAD).then_some(self.tail).into_iter())
    }
}

const SEED: u64 = 0x517c_c1b7_2722_0a95;

/// Bits of a slot that hold the word's number.
const NUMBER: u32 = 0x00FF_FFFF;

/// The first bytes of a word, as entries hold them.
#[inline]
pub(crate) fn head(word: &[u8]) -> u64 {
    match word.first_chunk::<HEAD>() {
        Some(head) => u64::from_le_bytes(*head),
        None => word.iter().rev().fold(0, |head, &byte| head << 8 | u64::from(byte)),
    }
}

/// Multiplicative hash over eight bytes at a time: the look-up is the inner loop of the whole library.
#[inline]
fn hash(head: u64, rest: impl Iterator<Item = u64>) -> u64 {
    let mix = |hash: u64, block: u64| (hash.rotate_left(23) ^ block).wrapping_mul(SEED);
    rest.fold(head.wrapping_mul(SEED), mix)
}

/// How many slots hold so many words: at most three quarters are taken.
fn slots_for(words: usize) -> usize {
    (words + words / 3 + 16).next_power_of_two()
}

impl Vocabulary {
    pub(crate) fn with_capacity(words: usize) -> Vocabulary {
        let size = slots_for(words);
        let mut empty = Vocabulary {
            text: String::with_capacity(words * 8),
            entries: Vec::with_capacity(words),
            slots: vec![0; size],
            shift: 64 - size.trailing_zeros(),
        };
        empty.entries.push(NO_WORD);
        empty
    }

    /// How many numbers there are, that of no word among them.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn word(&self, id: WordId) -> &str {
        let entry = &self.entries[id.0 as usize];
        &self.text[entry.start as usize..entry.start as usize + entry.length as usize]
    }

    #[inline]
    pub(crate) fn class(&self, id: WordId) -> Class {
        self.entries[id.0 as usize].class
    }

    /// The classes of a word, to change them; those of no word do not change.
    pub(crate) fn class_mut(&mut self, id: WordId) -> Option<&mut Class> {
        self.entries.get_mut(id.0 as usize).filter(|_| id.is_known()).map(|entry| &mut entry.class)
    }

    #[inline]
    pub(crate) fn gender(&self, id: WordId) -> Gender {
        self.entries[id.0 as usize].gender
    }

    pub(crate) fn set_gender(&mut self, id: WordId, gender: Gender) {
        if let Some(entry) = self.entries.get_mut(id.0 as usize).filter(|_| id.is_known()) {
            entry.gender = gender;
        }
    }

    /// The number of a lower-case word, `UNKNOWN` when the lexicon has no such word.
    #[inline]
    pub(crate) fn get(&self, word: &[u8]) -> WordId {
        let (head, rest) = (self::head(word), word.get(HEAD..).unwrap_or_default());
        self.find(hash(head, rest.chunks(HEAD).map(self::head)), |entry| {
            entry.head == head && entry.length as usize == word.len() && (rest.is_empty() || self.rest(entry) == rest)
        })
    }

    /// The numbers and classes of many words: their slots are fetched first, then their entries, so that one wait for memory
    /// overlaps the others.
    #[inline]
    pub(crate) fn get_all(&self, words: &[ShortWord], mut put: impl FnMut(usize, WordId, Class)) {
        let mut slots = [0; ShortWord::AT_ONCE];
        let mut heads = [0; ShortWord::AT_ONCE];
        for (chunk, words) in words.chunks(slots.len()).enumerate() {
            for (slot, word) in slots.iter_mut().zip(words) {
                *slot = self.slots[self.place(word.hash()).0];
            }
            // Without a branch between them, which a processor would wait for.
            for (head, slot) in heads.iter_mut().zip(&slots[..words.len()]) {
                *head = self.entries[(slot & NUMBER) as usize].head;
            }
            for (i, (slot, word)) in slots.iter().zip(words).enumerate() {
                let entry = &self.entries[(slot & NUMBER) as usize];
                let at_once = *slot != 0 && heads[i] == word.head && self.is(entry, word);
                let found = if at_once { WordId(slot & NUMBER) } else { self.get_short(word) };
                let class = if at_once { entry.class } else { self.class(found) };
                put(chunk * ShortWord::AT_ONCE + i, found, class);
            }
        }
    }

    /// The number of a short word.
    #[inline]
    pub(crate) fn get_short(&self, word: &ShortWord) -> WordId {
        self.find(word.hash(), |entry| self.is(entry, word))
    }

    #[inline]
    fn is(&self, entry: &Entry, word: &ShortWord) -> bool {
        entry.head == word.head
            && u32::from(entry.length) == word.length
            && (word.length as usize <= HEAD || self.tail(entry) == word.tail)
    }

    #[inline]
    fn find(&self, hash: u64, is_sought: impl Fn(&Entry) -> bool) -> WordId {
        let (mut place, mark) = self.place(hash);
        loop {
            let slot = self.slots[place];
            if slot == 0 {
                return WordId::UNKNOWN;
            }
            if slot & !NUMBER == mark && is_sought(&self.entries[(slot & NUMBER) as usize]) {
                return WordId(slot & NUMBER);
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
    }

    /// The slot where the search for a hash starts, and the bits that mark its words there.
    #[inline]
    fn place(&self, hash: u64) -> (usize, u32) {
        ((hash >> self.shift) as usize, (hash >> (self.shift - 32)) as u32 & !NUMBER)
    }

    /// What follows the head of a longer word.
    fn rest(&self, entry: &Entry) -> &[u8] {
        &self.text.as_bytes()[entry.start as usize..][HEAD..entry.length as usize]
    }

    /// The same as a number, for a word of at most two heads' length.
    #[inline]
    fn tail(&self, entry: &Entry) -> u64 {
        match self.text.as_bytes().get(entry.start as usize + HEAD..).and_then(|rest| rest.first_chunk()) {
            Some(block) => u64::from_le_bytes(*block) & u64::MAX >> (64 - 8 * (entry.length as usize - HEAD)),
            None => head(self.rest(entry)), // the last word of the text
        }
    }

    /// The number of a lower-case word, added when it is new. A word too long or too many is not added.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        let known = self.get(word.as_bytes());
        let full = self.entries.len() > NUMBER as usize || self.text.len() > u32::MAX as usize;
        let (Ok(length), false) = (u16::try_from(word.len()), known.is_known() || word.is_empty() || full) else {
            return known;
        };
        if slots_for(self.entries.len()) > self.slots.len() {
            self.grow();
        }
        let id = self.entries.len() as u32;
        let start = self.text.len() as u32;
        self.text.push_str(word);
        let class = if word.as_bytes().contains(&b'-') { class::HYPHENATED } else { Class::NONE };
        self.entries.push(Entry { head: head(word.as_bytes()), start, length, class, ..NO_WORD });
        self.put(id);
        WordId(id)
    }

    fn put(&mut self, id: u32) {
        let bytes = self.word(WordId(id)).as_bytes();
        let rest = bytes.get(HEAD..).unwrap_or_default();
        let (mut place, mark) = self.place(hash(head(bytes), rest.chunks(HEAD).map(head)));
        while self.slots[place] != 0 {
            place = (place + 1) & (self.slots.len() - 1);
        }
        self.slots[place] = mark | id;
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        self.slots = vec![0; size];
        self.shift = 64 - size.trailing_zeros();
        for id in 1..self.entries.len() as u32 {
            self.put(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_every_length_are_found_by_their_bytes_and_by_their_blocks() {
        let mut vocabulary = Vocabulary::with_capacity(1);
        let long = "abcdefghijklmnopqrstuvwxyz";
        let words: Vec<&str> = (1..=long.len()).flat_map(|length| [&long[..length], &long[26 - length..]]).collect();
        for word in &words {
            vocabulary.intern(word);
        }
        for word in words {
            let id = vocabulary.get(word.as_bytes());
            assert_eq!(vocabulary.word(id), word);
            if word.len() <= 2 * HEAD {
                let (first, second) = word.as_bytes().split_at(word.len().min(HEAD));
                let short = ShortWord { head: head(first), tail: head(second), length: word.len() as u32 };
                assert_eq!(vocabulary.get_short(&short), id, "{word}");
                let other = ShortWord { tail: short.tail + 1, ..short };
                assert_eq!(vocabulary.get_short(&other).is_known(), second.is_empty());
            }
        }
    }

    #[test]
    fn a_word_keeps_its_number_while_the_table_grows() {
        let mut vocabulary = Vocabulary::with_capacity(1);
        let ids: Vec<WordId> = (0..5000).map(|i| vocabulary.intern(&format!("word{i}"))).collect();
        for (i, id) in ids.iter().enumerate() {
            assert_eq!(vocabulary.get(format!("word{i}").as_bytes()), *id);
            assert_eq!(vocabulary.word(*id), format!("word{i}"));
        }
        assert_eq!(vocabulary.get(b"nothing"), WordId::UNKNOWN);
    }
}
