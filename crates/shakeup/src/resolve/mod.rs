//! The document's people and organisations: surnames, acronyms, short forms, "the agency", he and she.

mod organizations;
mod people;

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::sync::LazyLock;

use crate::reading::Reading;

/// Something for every name, or part of one, in small letters. Nothing goes through these in their order.
type ByName<V> = HashMap<Box<str>, V, BuildHasherDefault<NameHasher>>;

/// Hashes names. Whoever writes a text may choose names that collide, which a secret of the process keeps from him: look-ups
/// stay as fast as they are.
struct NameHasher(u64);

impl Default for NameHasher {
    fn default() -> NameHasher {
        static SECRET: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(0));
        NameHasher(*SECRET)
    }
}

impl Hasher for NameHasher {
    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }

    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        for block in bytes.chunks(crate::lexicon::HEAD) {
            self.write_u64(crate::lexicon::head(block));
        }
    }

    #[inline]
    fn write_u8(&mut self, value: u8) {
        self.write_u64(u64::from(value));
    }

    /// Both halves of a product, folded: every bit of the secret and of what came before has its say in all bits.
    #[inline]
    fn write_u64(&mut self, value: u64) {
        let product = u128::from(self.0 ^ value) * 0x9E37_79B9_7F4A_7C15;
        self.0 = product as u64 ^ (product >> 64) as u64;
    }
}

/// Ties the mentions of one person or organisation together, and pronouns to people.
pub(crate) fn resolve(reading: &mut Reading<'_>) {
    people::resolve(reading);
    organizations::resolve(reading);
    people::pronouns(reading);
}

/// Words of the text with one space between them, wherever its lines break; mostly they stand so.
fn on_one_line(words: &str) -> Cow<'_, str> {
    let mut after_space = true;
    let plain = words.bytes().all(|byte| {
        let twice = byte == b' ' && after_space;
        after_space = byte == b' ';
        byte.is_ascii() && !byte.is_ascii_control() && !twice
    });
    if plain && !after_space || words.is_empty() {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Adds a text in small letters.
fn push_lower(lower: &mut String, text: &str) {
    if text.is_ascii() {
        let start = lower.len();
        lower.push_str(text);
        lower[start..].make_ascii_lowercase();
    } else {
        lower.push_str(&text.to_lowercase());
    }
}

/// Puts a text into `lower` in small letters, in place of what is there.
fn lower_into(lower: &mut String, text: &str) {
    lower.clear();
    push_lower(lower, text);
}
