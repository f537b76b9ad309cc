//! The files of `lexicons/`, compiled into the library.

use super::Tables;

macro_rules! tables {
    ($($name:literal,)+) => {
        /// Every built-in table: its name and its text, in the order in which they are read.
        pub(super) const FILES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../lexicons/", $name, ".tsv"))),)+];
    };
}

// Irregular verbs come before the verbs. The longest lists are not here: `build.rs` reads `common_words`, `given_names` and
// `surnames`.
tables! {
    "grammar", "irregular_verbs", "verbs", "frames", "not_names", "places", "organizations", "organization_words", "posts",
    "post_modifiers", "abbreviations", "dates", "numbers", "units", "currencies", "targets", "confidence", "person_words", "terms",
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
    use crate::lexicon::tsv;

    /// The lists that `build.rs` reads.
    const LISTS: &[(&str, &str)] = &[
        ("common_words", include_str!("../../lexicons/common_words.tsv")),
        ("given_names", include_str!("../../lexicons/given_names.tsv")),
        ("surnames", include_str!("../../lexicons/surnames.tsv")),
    ];

    fn files() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
        FILES.iter().chain(LISTS)
    }

    #[test]
    fn every_built_in_line_is_sound() {
        let mut tables = Tables::new();
        for (name, text) in files() {
            let path = format!("{name}.tsv");
            let faults = tables.read(name, Path::new(&path), text);
            assert!(faults.is_empty(), "{}", faults.iter().map(|f| f.to_string() + "\n").collect::<String>());
        }
    }

    #[test]
    fn listed_words_are_what_the_lists_would_make_of_them_at_run_time() {
        let (listed, mut read) = (Tables::new(), Tables::new());
        let words = || LISTS.iter().flat_map(|(_, text)| tsv::lines(text)).map(|line| line.phrase);
        words().for_each(|word| read.forget(word));
        for (name, text) in LISTS {
            read.read_builtin(name, text);
        }
        for word in words() {
            let (before, after) = (listed.word(word.as_bytes()), read.word(word.as_bytes()));
            assert_eq!(listed.spelling(before), word);
            assert_eq!(
                (listed.class(before), listed.gender(before)),
                (read.class(after), read.gender(after)),
                "{word}"
            );
        }
    }

    #[test]
    fn every_built_in_file_says_source_and_licence_and_is_sorted_and_unique() {
        for (name, text) in files() {
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
