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
    ends: Vec<u32>,  // ends[id] is where word `id` ends in `text`; it starts where the one before ends
    slots: Vec<u32>, // 0 is empty
    mask: usize,
}

impl Vocabulary {
    pub(crate) fn with_capacity(words: usize) -> Vocabulary {
        let size = (words * 2).next_power_of_two().max(16);
        Vocabulary { text: String::with_capacity(words * 8), ends: vec![0], slots: vec![0; size], mask: size - 1 }
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
    pub(crate) fn get(&self, word: &[u8]) -> WordId {
        let mut slot = hash(word) as usize & self.mask;
        loop {
            match self.slots[slot] {
                0 => return WordId::UNKNOWN,
                id if self.word(WordId(id)).as_bytes() == word => return WordId(id),
                _ => slot = (slot + 1) & self.mask,
            }
        }
    }

    /// The number of a lower-case word, added when it is new.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        let known = self.get(word.as_bytes());
        if known.is_known() || word.is_empty() {
            return known;
        }
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        let id = self.ends.len() as u32;
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
        self.place(id);
        WordId(id)
    }

    fn place(&mut self, id: u32) {
        let mut slot = hash(self.word(WordId(id)).as_bytes()) as usize & self.mask;
        while self.slots[slot] != 0 {
            slot = (slot + 1) & self.mask;
        }
        self.slots[slot] = id;
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        self.slots = vec![0; size];
        self.mask = size - 1;
        for id in 1..self.ends.len() as u32 {
            self.place(id);
        }
    }
}

/// Multiplicative hash over eight bytes at a time: the look-up is the inner loop of the whole library.
fn hash(bytes: &[u8]) -> u64 {
    const SEED: u64 = 0x517c_c1b7_2722_0a95;
    let mut hash = bytes.len() as u64;
    let mut mix = |block: u64| hash = (hash.rotate_left(5) ^ block).wrapping_mul(SEED);
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        mix(u64::from_le_bytes(chunk.try_into().unwrap_or_default()));
    }
    let mut last = [0u8; 8];
    last[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
    mix(u64::from_le_bytes(last));
    hash ^ (hash >> 29)
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
