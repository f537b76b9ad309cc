//! Something for every name of a document: names side by side in one text, found by a hash that nobody outside can foresee.

use std::hash::{BuildHasher, RandomState};

use once_cell::sync::Lazy;

use crate::lexicon::{HEAD, head};

/// What a process hashes names with: other numbers in every process, so that nobody can make names up that collide.
static SEEDS: Lazy<[u64; 2]> = Lazy::new(|| {
    let random = RandomState::new();
    [random.hash_one(0), random.hash_one(1) | 1]
});

/// Names in small letters, or parts of them, and a number for each. Nothing goes through these in their order.
#[derive(Debug)]
pub(super) struct ByName {
    text: String,
    entries: Vec<Entry>, // in the order in which they came
    slots: Vec<u32>,     // 1 + index of an entry, by the high bits of its hash; 0 is empty
    seeds: [u64; 2],
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    hash: u64,
    end: usize, // in the text; it starts where the one before ends
    value: usize,
}

impl Default for ByName {
    fn default() -> ByName {
        ByName { text: String::new(), entries: Vec::new(), slots: Vec::new(), seeds: *SEEDS }
    }
}

impl ByName {
    const FEWEST_SLOTS: usize = 32;

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The number of a name.
    pub(super) fn get(&self, name: &str) -> Option<usize> {
        self.find(name, self.hash(name))
    }

    /// The number of a name, which is `value` from now on where it has none.
    pub(super) fn get_or_insert(&mut self, name: &str, value: usize) -> usize {
        let hash = self.hash(name);
        if let Some(known) = self.find(name, hash) {
            return known;
        }
        // At most half of the slots are taken.
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
        }
        self.text.push_str(name);
        self.entries.push(Entry { hash, end: self.text.len(), value });
        self.put(hash, self.entries.len() as u32);
        value
    }

    /// A product of 128 bits for every eight bytes, folded: each bit of the name changes every bit of the hash.
    fn hash(&self, name: &str) -> u64 {
        let [start, factor] = self.seeds;
        let fold = |hash: u64, block: u64| {
            let product = u128::from(hash ^ block) * u128::from(factor);
            product as u64 ^ (product >> u64::BITS) as u64
        };
        let (blocks, rest) = name.as_bytes().as_chunks::<HEAD>();
        let hash = blocks.iter().fold(start, |hash, block| fold(hash, u64::from_le_bytes(*block)));
        fold(fold(hash, head(rest)), name.len() as u64)
    }

    fn find(&self, name: &str, hash: u64) -> Option<usize> {
        let mut slot = self.first_slot(hash)?;
        while let Some(index) = self.slots[slot].checked_sub(1) {
            let entry = self.entries[index as usize];
            if entry.hash == hash && self.name(index as usize) == name {
                return Some(entry.value);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        None
    }

    fn name(&self, index: usize) -> &str {
        let start = index.checked_sub(1).map_or(0, |before| self.entries[before].end);
        &self.text[start..self.entries[index].end]
    }

    /// Where the search for a hash starts.
    fn first_slot(&self, hash: u64) -> Option<usize> {
        let bits = self.slots.len().checked_ilog2()?;
        Some((hash >> (u64::BITS - bits)) as usize)
    }

    fn put(&mut self, hash: u64, number: u32) {
        let Some(mut slot) = self.first_slot(hash) else { return };
        while self.slots[slot] != 0 {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        self.slots[slot] = number;
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(ByName::FEWEST_SLOTS)];
        for index in 0..self.entries.len() {
            self.put(self.entries[index].hash, index as u32 + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_the_number_that_it_came_with() {
        let mut names = ByName::default();
        assert_eq!(names.get(""), None);
        for i in 0..1000 {
            assert_eq!(names.get_or_insert(&"lee ".repeat(i), i), i);
            assert_eq!(names.get_or_insert(&"lee ".repeat(i), 7), i);
        }
        assert_eq!(names.get(&"lee ".repeat(500)), Some(500));
        assert_eq!(names.get("lee"), None);
        assert_eq!(names.get("diaz"), None);
    }
}
