//! The files of `lexicons/`, compiled into the library.

use super::Tables;

macro_rules! tables {
    ($($name:literal,)+) => {
        /// Every built-in table: its name and its text, in the order in which they are read.
        pub(super) const FILES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../lexicons/", $name, ".tsv"))),)+];
    };
}

// Irregular verbs come before the verbs, given names before the words for people, whose gender wins. The long lists of words
// come last: words that start phrases have small numbers then, and the tables that are indexed by them are short.
tables! {
    "grammar", "irregular_verbs", "verbs", "frames", "not_names", "places", "organizations", "organization_words", "posts",
    "post_modifiers", "abbreviations", "dates", "numbers", "units", "currencies", "targets", "confidence", "common_words",
    "given_names", "surnames", "person_words",
}

pub(super) fn compile() -> Tables {
    let mut tables = Tables::new();
    for (name, text) in FILES {
        tables.read_builtin(name, text);
    }
    tables
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn every_built_in_line_is_sound() {
        let mut tables = Tables::new();
        for (name, text) in FILES {
            let path = format!("{name}.tsv");
            let faults = tables.read(name, Path::new(&path), text);
            assert!(faults.is_empty(), "{}", faults.iter().map(|f| f.to_string() + "\n").collect::<String>());
        }
    }

    #[test]
    fn every_built_in_file_says_source_and_licence_and_is_sorted_and_unique() {
        for (name, text) in FILES {
            let head: String = text.lines().take_while(|l| l.starts_with('#')).collect();
            assert!(head.contains("Source") && head.contains("icence"), "{name}: no source or licence in its head");
            let keys: Vec<Vec<&str>> =
                text.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').take(4).collect()).collect();
            for pair in keys.windows(2) {
                assert!(pair[0] < pair[1], "{name}: {:?} stands before {:?}", pair[0], pair[1]);
            }
        }
    }
}
