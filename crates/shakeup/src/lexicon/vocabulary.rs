//! Words as small integers: a word is looked up once, and rules work on its number and its classes.

use super::class::{self, Class};
use super::layout::{HEAD, hash, hash_of, head};
use super::listed::Listed;
use super::sense::Gender;

/// A word's number. 0 stands for every word that the lexicon does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub(crate) struct WordId(pub(crate) u32);

impl WordId {
    pub(crate) const UNKNOWN: WordId = WordId(0);

    pub(crate) fn is_known(self) -> bool {
        self != WordId::UNKNOWN
    }

    /// One of 64 bits, by the end of the number: a set of these says at once of most words that they are not in it.
    #[inline]
    pub(crate) const fn bit(self) -> u64 {
        1 << (self.0 % u64::BITS)
    }
}

/// Lower-case words to numbers, by open addressing. A look-up touches two places: the slot, and the word's entry, which holds
/// its classes too. Small tables matter more than few instructions here: what does not fit the caches costs most.
///
/// Words that only the longest lists name are not in it but in the table of listed words. What is read at run time is: it starts
/// from what the lists say of the word, and may change it.
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

/// A word of at most two heads' length, in small letters, as numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ShortWord {
    pub(crate) head: u64,
    /// What follows the head.
    pub(crate) tail: u64,
    pub(crate) length: u32,
    /// The token that it is, for who looks many up together.
    pub(crate) token: u32,
}

impl ShortWord {
    /// How many are looked up together.
    pub(crate) const AT_ONCE: usize = 32;

    #[inline]
    fn hash(&self) -> u64 {
        hash(self.head, (self.length as usize > HEAD).then_some(self.tail).into_iter())
    }
}

/// Bits of a slot that hold the word's number.
const NUMBER: u32 = 0x00FF_FFFF;

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
        if let Some(listed) = Listed::of(id) {
            return listed.word();
        }
        let entry = &self.entries[id.0 as usize];
        &self.text[entry.start as usize..entry.start as usize + entry.length as usize]
    }

    #[inline]
    pub(crate) fn class(&self, id: WordId) -> Class {
        Listed::of(id).map_or_else(|| self.entries[id.0 as usize].class, Listed::class)
    }

    /// The classes of an interned word, to change them; those of no word do not change.
    pub(crate) fn class_mut(&mut self, id: WordId) -> Option<&mut Class> {
        self.entries.get_mut(id.0 as usize).filter(|_| id.is_known()).map(|entry| &mut entry.class)
    }

    #[inline]
    pub(crate) fn gender(&self, id: WordId) -> Gender {
        Listed::of(id).map_or_else(|| self.entries[id.0 as usize].gender, Listed::gender)
    }

    pub(crate) fn set_gender(&mut self, id: WordId, gender: Gender) {
        if let Some(entry) = self.entries.get_mut(id.0 as usize).filter(|_| id.is_known()) {
            entry.gender = gender;
        }
    }

    /// The number of a lower-case word, `UNKNOWN` when the lexicon has no such word.
    #[inline]
    pub(crate) fn get(&self, word: &[u8]) -> WordId {
        let hash = hash_of(word);
        self.interned(word, hash).or_else(|| Listed::get(word, hash).map(Listed::id)).unwrap_or_default()
    }

    #[inline]
    fn interned(&self, word: &[u8], hash: u64) -> Option<WordId> {
        let (head, rest) = (head(word), word.get(HEAD..).unwrap_or_default());
        self.find(hash, |entry| {
            entry.head == head && entry.length as usize == word.len() && (rest.is_empty() || self.rest(entry) == rest)
        })
    }

    /// The numbers and classes of at most `ShortWord::AT_ONCE` words: their slots are fetched first, then their entries, so
    /// that one wait for memory overlaps the others; and so again for those that are not found there.
    #[inline]
    pub(crate) fn get_all(&self, words: &[ShortWord], mut put: impl FnMut(u32, WordId, Class)) {
        let mut slots = [0; ShortWord::AT_ONCE];
        let mut heads = [0; ShortWord::AT_ONCE];
        for (slot, word) in slots.iter_mut().zip(words) {
            *slot = self.slots[self.place(word.hash()).0];
        }
        // Without a branch between them, which a processor would wait for.
        for (head, slot) in heads.iter_mut().zip(&slots[..words.len()]) {
            *head = self.entries[(slot & NUMBER) as usize].head;
        }
        let mut others = [0; ShortWord::AT_ONCE];
        let mut count = 0;
        for (i, (slot, word)) in slots.iter().zip(words).enumerate() {
            let entry = &self.entries[(slot & NUMBER) as usize];
            if *slot != 0 && heads[i] == word.head && self.is(entry, word) {
                put(word.token, WordId(slot & NUMBER), entry.class);
            } else {
                others[count] = i;
                count += 1;
            }
        }
        let others = &others[..count];
        for (slot, &i) in slots.iter_mut().zip(others) {
            *slot = Listed::first_slot(words[i].hash());
        }
        for (head, slot) in heads.iter_mut().zip(&slots[..count]) {
            *head = Listed::head_in(*slot);
        }
        for ((&i, slot), head) in others.iter().zip(slots).zip(heads) {
            let word = &words[i];
            let hash = word.hash();
            let listed = || Listed::in_slot(slot, head, word, hash).or_else(|| Listed::get_short(word, hash));
            let interned = self.find(hash, |entry| self.is(entry, word));
            let found = interned.or_else(|| listed().map(Listed::id)).unwrap_or_default();
            put(word.token, found, self.class(found));
        }
    }

    /// The number of a short word.
    #[inline]
    pub(crate) fn get_short(&self, word: &ShortWord) -> WordId {
        let hash = word.hash();
        let interned = self.find(hash, |entry| self.is(entry, word));
        interned.or_else(|| Listed::get_short(word, hash).map(Listed::id)).unwrap_or_default()
    }

    #[inline]
    fn is(&self, entry: &Entry, word: &ShortWord) -> bool {
        entry.head == word.head
            && u32::from(entry.length) == word.length
            && (word.length as usize <= HEAD || self.tail(entry) == word.tail)
    }

    #[inline]
    fn find(&self, hash: u64, is_sought: impl Fn(&Entry) -> bool) -> Option<WordId> {
        let (mut place, mark) = self.place(hash);
        loop {
            let slot = self.slots[place];
            if slot == 0 {
                return None;
            }
            if slot & !NUMBER == mark && is_sought(&self.entries[(slot & NUMBER) as usize]) {
                return Some(WordId(slot & NUMBER));
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
        let hash = hash_of(word.as_bytes());
        if let Some(known) = self.interned(word.as_bytes(), hash) {
            return known;
        }
        let full = self.entries.len() > NUMBER as usize || self.text.len() > u32::MAX as usize;
        let (Ok(length), false) = (u16::try_from(word.len()), word.is_empty() || full) else {
            return WordId::UNKNOWN;
        };
        if slots_for(self.entries.len()) > self.slots.len() {
            self.grow();
        }
        let id = self.entries.len() as u32;
        let start = self.text.len() as u32;
        self.text.push_str(word);
        let (class, gender) = match Listed::get(word.as_bytes(), hash) {
            Some(listed) => (listed.class(), listed.gender()),
            None if word.as_bytes().contains(&b'-') => (class::HYPHENATED, Gender::Unknown),
            None => (Class::NONE, Gender::Unknown),
        };
        self.entries.push(Entry { head: head(word.as_bytes()), start, length, class, gender });
        self.put(id, hash);
        WordId(id)
    }

    fn put(&mut self, id: u32, hash: u64) {
        let (mut place, mark) = self.place(hash);
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
            let hash = hash_of(self.word(WordId(id)).as_bytes());
            self.put(id, hash);
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
                let short = ShortWord { head: head(first), tail: head(second), length: word.len() as u32, token: 0 };
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
        assert_eq!(vocabulary.get(b"nonesuch12"), WordId::UNKNOWN);
    }
}
