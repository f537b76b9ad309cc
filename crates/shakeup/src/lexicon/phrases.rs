//! Phrases of one or more words, matched longest first over word numbers.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::vocabulary::WordId;

/// Hashes word numbers, which come from the lexicon: the standard hasher guards against an attacker that is not here.
#[derive(Default, Clone)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    #[inline]
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        for block in bytes.chunks(super::HEAD) {
            self.write_u64(super::layout::head(block));
        }
    }
    #[inline]
    fn write_u8(&mut self, value: u8) {
        self.write_u64(u64::from(value));
    }
    #[inline]
    fn write_u32(&mut self, value: u32) {
        self.write_u64(u64::from(value));
    }
    #[inline]
    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

pub(crate) type IdMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// A trie of phrases with a value each.
#[derive(Debug, Clone)]
pub(crate) struct Phrases<V> {
    first: Vec<u32>, // by word: the node of a phrase's first word, 0 if none starts so; most look-ups end here
    next: IdMap<(u32, u32), u32>,
    nodes: Vec<Node<V>>, // node 0 is the start
}

/// A phrase, or words that one starts with.
#[derive(Debug, Clone)]
struct Node<V> {
    value: Option<V>,
    /// The bits of the words that longer phrases go on with.
    next: u64,
}

impl<V> Node<V> {
    const EMPTY: Node<V> = Node { value: None, next: 0 };
}

impl<V: Clone> Phrases<V> {
    pub(crate) fn new() -> Phrases<V> {
        Phrases { first: Vec::new(), next: IdMap::default(), nodes: vec![Node::EMPTY] }
    }

    fn node(&mut self, words: &[WordId]) -> usize {
        let Some((&start, rest)) = words.split_first() else { return 0 };
        let index = start.0 as usize;
        if self.first.len() <= index {
            self.first.resize(index + 1, 0);
        }
        if self.first[index] == 0 {
            self.first[index] = self.nodes.len() as u32;
            self.nodes.push(Node::EMPTY);
        }
        let mut node = self.first[index];
        for word in rest {
            let fresh = self.nodes.len() as u32;
            self.nodes[node as usize].next |= word.bit();
            node = *self.next.entry((node, word.0)).or_insert(fresh);
            if node == fresh {
                self.nodes.push(Node::EMPTY);
            }
        }
        node as usize
    }

    pub(crate) fn insert(&mut self, words: &[WordId], value: V) {
        let node = self.node(words);
        self.nodes[node].value = Some(value);
    }

    /// The value of just that phrase, to change or set it.
    pub(crate) fn entry(&mut self, words: &[WordId]) -> &mut Option<V> {
        let node = self.node(words);
        &mut self.nodes[node].value
    }

    pub(crate) fn remove(&mut self, words: &[WordId]) {
        let node = self.node(words);
        self.nodes[node].value = None;
    }

    /// The longest phrase that starts here: how many words it has, and its value.
    #[inline]
    pub(crate) fn longest(&self, mut words: impl Iterator<Item = WordId>) -> Option<(usize, &V)> {
        let start = words.next()?;
        let index = self.first.get(start.0 as usize).copied().filter(|&node| node != 0)?;
        let node = &self.nodes[index as usize];
        let word = node.value.as_ref().map(|value| (1, value));
        match words.next() {
            Some(second) if node.next & second.bit() != 0 => self.longer(index, second, words).or(word),
            _ => word,
        }
    }

    /// The longest phrase of more than one word.
    fn longer(&self, first: u32, second: WordId, rest: impl Iterator<Item = WordId>) -> Option<(usize, &V)> {
        let mut index = first;
        let mut best = None;
        for (before, word) in std::iter::once(second).chain(rest).enumerate() {
            if self.nodes[index as usize].next & word.bit() == 0 {
                break;
            }
            let Some(&next) = self.next.get(&(index, word.0)) else { break };
            index = next;
            if let Some(value) = &self.nodes[index as usize].value {
                best = Some((before + 2, value));
            }
        }
        best
    }
}
