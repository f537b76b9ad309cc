//! The forms of an English verb and the plural of a noun, from the lemma; irregular ones come from `irregular_verbs.tsv`.

/// Which form of a verb a word is; a word can be several ("replaced" is past and participle).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Form(pub(crate) u8);

impl Form {
    pub(crate) const BASE: Form = Form(1);
    pub(crate) const PRESENT: Form = Form(2); // third person
    pub(crate) const PAST: Form = Form(4);
    pub(crate) const PARTICIPLE: Form = Form(8);
    pub(crate) const GERUND: Form = Form(16);

    pub(crate) fn has(self, other: Form) -> bool {
        self.0 & other.0 != 0
    }
}

fn ends_in_consonant_y(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() > 1 && word.ends_with('y') && !b"aeiou".contains(&bytes[bytes.len() - 2])
}

/// "plan" → true: one syllable that ends in consonant, vowel, consonant doubles its last letter.
fn doubles(word: &str) -> bool {
    let bytes = word.as_bytes();
    let vowel = |b: u8| b"aeiou".contains(&b);
    let n = bytes.len();
    n >= 3
        && !vowel(bytes[n - 1])
        && !b"wxyh".contains(&bytes[n - 1])
        && vowel(bytes[n - 2])
        && !vowel(bytes[n - 3])
        && bytes[..n - 2].iter().filter(|&&b| vowel(b)).count() == 0
}

/// Third person, or plural of a noun: "resigns", "leaves", "carries", "bosses".
pub(crate) fn with_s(word: &str) -> String {
    if ends_in_consonant_y(word) {
        format!("{}ies", &word[..word.len() - 1])
    } else if ["s", "x", "z", "ch", "sh", "o"].iter().any(|e| word.ends_with(e)) {
        format!("{word}es")
    } else if word.ends_with("man") && word.len() > 3 {
        format!("{}men", &word[..word.len() - 3])
    } else {
        format!("{word}s")
    }
}

fn regular_past(lemma: &str) -> String {
    if lemma.ends_with('e') {
        format!("{lemma}d")
    } else if ends_in_consonant_y(lemma) {
        format!("{}ied", &lemma[..lemma.len() - 1])
    } else if doubles(lemma) {
        format!("{lemma}{}ed", &lemma[lemma.len() - 1..])
    } else {
        format!("{lemma}ed")
    }
}

fn gerund(lemma: &str) -> String {
    if let Some(stem) = lemma.strip_suffix("ie") {
        format!("{stem}ying")
    } else if lemma.ends_with('e') && !lemma.ends_with("ee") && !lemma.ends_with("oe") && lemma.len() > 2 {
        format!("{}ing", &lemma[..lemma.len() - 1])
    } else if doubles(lemma) {
        format!("{lemma}{}ing", &lemma[lemma.len() - 1..])
    } else {
        format!("{lemma}ing")
    }
}

/// All forms of a verb; `irregular` is its past and participle where they are not regular.
pub(crate) fn verb_forms(lemma: &str, irregular: Option<(&str, &str)>) -> Vec<(String, Form)> {
    let (past, participle) = match irregular {
        Some((past, participle)) => (past.to_owned(), participle.to_owned()),
        None => (regular_past(lemma), regular_past(lemma)),
    };
    let third = if lemma == "have" { "has".to_owned() } else { with_s(lemma) };
    let gerund = match lemma {
        "quit" | "begin" | "get" | "run" | "win" | "put" | "let" | "set" | "sit" | "cut" | "hit" | "shed" | "shut"
        | "bid" => {
            format!("{lemma}{}ing", &lemma[lemma.len() - 1..])
        }
        // "committed" → "committing"
        _ if participle.strip_prefix(lemma).is_some_and(|end| end.len() == 3 && lemma.ends_with(&end[..1])) => {
            format!("{}ing", &participle[..participle.len() - 2])
        }
        _ => gerund(lemma),
    };
    vec![
        (lemma.to_owned(), Form::BASE),
        (third, Form::PRESENT),
        (past, Form::PAST),
        (participle, Form::PARTICIPLE),
        (gerund, Form::GERUND),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs_inflect_as_news_spells_them() {
        for (lemma, past, ing) in [
            ("tap", "tapped", "tapping"),
            ("name", "named", "naming"),
            ("fire", "fired", "firing"),
            ("vacate", "vacated", "vacating"),
            ("carry", "carried", "carrying"),
            ("appoint", "appointed", "appointing"),
            ("resign", "resigned", "resigning"),
            ("oust", "ousted", "ousting"),
            ("step", "stepped", "stepping"),
            ("die", "died", "dying"),
            ("join", "joined", "joining"),
        ] {
            let forms = verb_forms(lemma, None);
            assert_eq!((forms[2].0.as_str(), forms[4].0.as_str()), (past, ing));
        }
    }
}
