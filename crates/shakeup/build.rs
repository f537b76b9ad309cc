//! Lays the longest lists of words out as one table, so that a process that starts need not read them: names and ordinary
//! words, seven in ten of all that the library knows. `src/lexicon/listed.rs` looks words up in it.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

#[path = "src/lexicon/layout.rs"]
mod layout;

use layout::{OFFSET, hash_of, marks, tag};

fn main() {
    let mut words: BTreeMap<String, u8> = BTreeMap::new();
    let mut mark = |word: &str, marks: u8| *words.entry(word.to_owned()).or_default() |= marks;
    read("common_words", |word, _| mark(word, marks::COMMON));
    read("given_names", |name, [gender, kind]| {
        mark(name, marks::GIVEN | if kind.is_empty() { marks::PLAIN_GIVEN } else { marks::NAME_AND_WORD });
        mark(name, if gender == "f" { marks::FEMALE } else { 0 } | if gender == "m" { marks::MALE } else { 0 });
    });
    read("surnames", |name, [kind, _]| {
        mark(name, marks::SURNAME | if kind.is_empty() { 0 } else { marks::NAME_AND_WORD });
    });
    let (slots, text) = table(&words);
    let out = env::var("OUT_DIR").expect("cargo names a folder");
    fs::write(Path::new(&out).join("listed.slots"), slots).expect("the table is written");
    fs::write(Path::new(&out).join("listed.text"), text).expect("the table's text is written");
    for source in ["build.rs", "src/lexicon/layout.rs"] {
        println!("cargo:rerun-if-changed={source}");
    }
}

/// The lines of a list: the word and the two columns after it. A test of the library reads the lists as users' are read, and
/// finds the same.
fn read(list: &str, mut put: impl FnMut(&str, [&str; 2])) {
    let path = format!("lexicons/{list}.tsv");
    println!("cargo:rerun-if-changed={path}");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut columns = line.split('\t').map(str::trim);
        let mut next = || columns.next().unwrap_or_default();
        put(next(), [next(), next()]);
    }
}

/// An open-addressed table, at most two thirds taken, and what its slots point to: length, marks and letters of each word.
fn table(words: &BTreeMap<String, u8>) -> (Vec<u8>, Vec<u8>) {
    let size = (words.len() * 3 / 2).next_power_of_two();
    let mut slots = vec![0u32; size];
    let mut text = vec![0]; // no word stands where an empty slot points
    for (word, &marks) in words {
        let hash = hash_of(word.as_bytes());
        let mut place = (hash >> (64 - size.trailing_zeros())) as usize;
        while slots[place] != 0 {
            place = (place + 1) % size;
        }
        slots[place] = tag(hash) | u32::try_from(text.len()).expect("the text is short");
        text.push(u8::try_from(word.len()).expect("no listed word is that long"));
        text.push(marks | if word.contains('-') { marks::HYPHENATED } else { 0 });
        text.extend(word.as_bytes());
    }
    assert!(text.len() <= OFFSET as usize, "slots have no room for so much text");
    (slots.iter().flat_map(|slot| slot.to_le_bytes()).collect(), text)
}
