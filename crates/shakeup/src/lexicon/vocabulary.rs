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
fn hash(head: u64, rest: &[u8]) -> u64 {
    let mut hash = head.wrapping_mul(SEED);
    for block in rest.chunks(HEAD) {
        hash = (hash.rotate_left(23) ^ self::head(block)).wrapping_mul(SEED);
    }
    hash
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
        self.find(head(word), word.len(), word.get(HEAD..).unwrap_or_default()).unwrap_or_default()
    }

    /// The same for a word of at most `HEAD` bytes, given as a number.
    #[inline]
    pub(crate) fn get_short(&self, head: u64, length: usize) -> WordId {
        self.find(head, length, &[]).unwrap_or_default()
    }

    /// The number of a word, or the empty slot where it belongs.
    #[inline]
    fn find(&self, head: u64, length: usize, rest: &[u8]) -> Result<WordId, usize> {
        let mut place = (hash(head, rest) >> self.shift) as usize;
        loop {
            let slot = &self.slots[place];
            if slot.id == 0 {
                return Err(place);
            }
            if slot.head == head && slot.length as usize == length && (rest.is_empty() || self.rest(slot.id) == rest) {
                return Ok(WordId(slot.id));
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
    }

    /// What follows the head of a longer word.
    fn rest(&self, id: u32) -> &[u8] {
        &self.text.as_bytes()[self.ends[id as usize - 1] as usize + HEAD..self.ends[id as usize] as usize]
    }

    /// The number of a lower-case word, added when it is new.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        let bytes = word.as_bytes();
        let (head, rest) = (head(bytes), bytes.get(HEAD..).unwrap_or_default());
        let place = match self.find(head, bytes.len(), rest) {
            Ok(known) => return known,
            Err(_) if word.is_empty() => return WordId::UNKNOWN,
            Err(place) => place,
        };
        let id = self.ends.len() as u32;
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
        self.slots[place] = Slot { head, length: bytes.len() as u32, id };
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        WordId(id)
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        self.shift = 64 - size.trailing_zeros();
        for slot in std::mem::replace(&mut self.slots, vec![Slot::default(); size]) {
            let rest: &[u8] = if slot.length as usize > HEAD { self.rest(slot.id) } else { &[] };
            if slot.id != 0
                && let Err(place) = self.find(slot.head, slot.length as usize, rest)
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
