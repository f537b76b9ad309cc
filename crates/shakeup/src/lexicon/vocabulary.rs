//! Words as small integers: a word is looked up once, and rules work on its number and its classes.

/// A word's number. 0 stands for every word that the lexicon does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub(crate) struct WordId(pub(crate) u32);

impl WordId {
    pub(crate) const UNKNOWN: WordId = WordId(0);

    pub(crate) fn is_known(self) -> bool {
        self != WordId::UNKNOWN
    }
}

/// Lower-case words to numbers, by open addressing over one string of all words: no allocation a word.
#[derive(Debug, Clone)]
pub(crate) struct Vocabulary {
    text: String,
    ends: Vec<u32>, // ends[id] is where word `id` ends in `text`; it starts where the one before ends
    slots: Vec<Slot>,
    shift: u32, // the high bits of a hash are the place of its slot
}

/// Where a word is looked for. Most words are no longer than their head, and are told apart without going to the text.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    head: u64,
    length: u32,
    id: u32, // 0 is empty
}

/// The first bytes of a word as one number, with nothing behind its end.
pub(crate) const HEAD: usize = 8;

const SEED: u64 = 0x517c_c1b7_2722_0a95;

/// The first bytes of a word, as slots hold them.
#[inline]
pub(super) fn head(word: &[u8]) -> u64 {
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

impl Vocabulary {
    pub(crate) fn with_capacity(words: usize) -> Vocabulary {
        let size = (words * 2).next_power_of_two().max(16);
        let (text, ends) = (String::with_capacity(words * 8), Vec::with_capacity(words));
        let mut empty = Vocabulary { text, ends, slots: vec![Slot::default(); size], shift: 64 - size.trailing_zeros() };
        empty.ends.push(0);
        empty
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn word(&self, id: WordId) -> &str {
        match id.0 as usize {
            0 => "",
            i => &self.text[self.ends[i - 1] as usize..self.ends[i] as usize],
        }
    }

    /// The number of a lower-case word, `UNKNOWN` when the lexicon has no such word.
    #[inline]
    pub(crate) fn get(&self, word: &[u8]) -> WordId {
        self.find(word).unwrap_or_default()
    }

    /// The same for a word of at most two heads' length, given as numbers.
    #[inline]
    pub(crate) fn get_short(&self, head: u64, tail: u64, length: usize) -> WordId {
        if length <= HEAD {
            return self.probe(hash(head, std::iter::empty()), head, length, |_| true).unwrap_or_default();
        }
        let hash = hash(head, std::iter::once(tail));
        self.probe(hash, head, length, |id| self.tail(id, length) == tail).unwrap_or_default()
    }

    /// The number of a word, or the empty slot where it belongs.
    #[inline]
    fn find(&self, word: &[u8]) -> Result<WordId, usize> {
        let (head, rest) = (self::head(word), word.get(HEAD..).unwrap_or_default());
        let hash = hash(head, rest.chunks(HEAD).map(self::head));
        self.probe(hash, head, word.len(), |id| rest.is_empty() || self.rest(id) == rest)
    }

    #[inline]
    fn probe(&self, hash: u64, head: u64, length: usize, same_rest: impl Fn(u32) -> bool) -> Result<WordId, usize> {
        let mut place = (hash >> self.shift) as usize;
        loop {
            let slot = &self.slots[place];
            if slot.id == 0 {
                return Err(place);
            }
            if slot.head == head && slot.length as usize == length && same_rest(slot.id) {
                return Ok(WordId(slot.id));
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
    }

    /// What follows the head of a longer word.
    fn rest(&self, id: u32) -> &[u8] {
        &self.text.as_bytes()[self.ends[id as usize - 1] as usize + HEAD..self.ends[id as usize] as usize]
    }

    /// The same as a number, for a word of at most two heads' length.
    #[inline]
    fn tail(&self, id: u32, length: usize) -> u64 {
        let start = self.ends[id as usize - 1] as usize + HEAD;
        match self.text.as_bytes().get(start..).and_then(|rest| rest.first_chunk()) {
            Some(block) => u64::from_le_bytes(*block) & u64::MAX >> (64 - 8 * (length - HEAD)),
            None => head(self.rest(id)), // the last word of the text
        }
    }

    /// The number of a lower-case word, added when it is new.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        let place = match self.find(word.as_bytes()) {
            Ok(known) => return known,
            Err(_) if word.is_empty() => return WordId::UNKNOWN,
            Err(place) => place,
        };
        let id = self.ends.len() as u32;
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
        self.slots[place] = Slot { head: head(word.as_bytes()), length: word.len() as u32, id };
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        WordId(id)
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        self.shift = 64 - size.trailing_zeros();
        for slot in std::mem::replace(&mut self.slots, vec![Slot::default(); size]) {
            if let Err(place) = self.find(self.word(WordId(slot.id)).as_bytes())
                && slot.id != 0
            {
                self.slots[place] = slot;
            }
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
                assert_eq!(vocabulary.get_short(head(first), head(second), word.len()), id, "{word}");
                assert_eq!(vocabulary.get_short(head(first), head(second) + 1, word.len()).is_known(), second.is_empty());
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
