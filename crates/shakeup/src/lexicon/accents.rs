//! Letters without their accents: "Rosselló" and "Rossello" are one name.

use super::{Tables, WordId, class};

/// Each letter, after it what it is written with.
const ACCENTED: &[(&str, &str)] = &[
    ("'", "’ʼ"),
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"),
    ("ae", "æ"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệə"),
    ("g", "ĝğġģ"),
    ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįıǐỉị"),
    ("j", "ĵ"),
    ("k", "ķ"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňŉ"),
    ("o", "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšș"),
    ("ss", "ß"),
    ("t", "ţťŧț"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔụủứừửữự"),
    ("w", "ŵ"),
    ("y", "ýÿŷỳỵỷỹ"),
    ("z", "źżž"),
];

/// Adds a text in small letters that have no accents.
pub(crate) fn push_plain(plain: &mut String, lower: &str) {
    for letter in lower.chars() {
        match ACCENTED.iter().find(|(_, accented)| !letter.is_ascii() && accented.contains(letter)) {
            Some((bare, _)) => plain.push_str(bare),
            // What stands over the letter before it: "e" and U+0301.
            None if matches!(letter, '\u{300}'..='\u{36f}') => {}
            None => plain.push(letter),
        }
    }
}

impl Tables {
    /// The number of a word in lower case with letters outside ASCII; a name that is only listed without accents goes by that:
    /// "Áurelio".
    pub(crate) fn accented(&self, lower: &str) -> WordId {
        let word = self.word(lower.as_bytes());
        if word.is_known() || !lower.starts_with(char::is_alphabetic) {
            return word;
        }
        let mut plain = String::with_capacity(lower.len());
        push_plain(&mut plain, lower);
        let plain = self.word(plain.as_bytes());
        let names = self.class(plain);
        let name = names.has(class::GIVEN.or(class::SURNAME)) && !names.has(class::COMMON);
        if name { plain } else { word }
    }
}
