//! When two fills of a slot say the same: names, titles and organizations as people write them.

/// Words that tell nothing apart.
const SMALL: &[&str] = &["the", "a", "an", "of", "for", "and", "s", "its", "their", "his", "her", "us", "u"];
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

/// The words in lower case: "U.S." is "us", "Lee's" is "lee".
fn words(text: &str) -> Vec<String> {
    let text: Vec<char> = text.to_lowercase().replace('’', "'").chars().collect();
    let mut plain = String::new();
    let mut at = 0;
    while at < text.len() {
        let opens = at == 0 || !is_word(text[at - 1]);
        let dotted = (at..text.len())
            .step_by(2)
            .take_while(|&i| text[i].is_ascii_lowercase() && text.get(i + 1) == Some(&'.'))
            .count();
        if opens && dotted >= 2 {
            plain.extend((0..dotted).map(|i| text[at + 2 * i]));
            at += 2 * dotted;
        } else {
            plain.push(text[at]);
            at += 1;
        }
    }
    let text: Vec<char> = plain.chars().collect();
    let mut kept = String::new();
    let mut at = 0;
    while at < text.len() {
        let next = |i: usize| text.get(at + i).copied();
        match text[at] {
            '\'' if next(1) == Some('s') && !next(2).is_some_and(is_word) => at += 2,
            's' if next(1) == Some('\'') && next(2).is_none_or(char::is_whitespace) => {
                kept.push('s');
                at += 2;
            }
            letter => {
                kept.push(letter);
                at += 1;
            }
        }
    }
    kept.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn content(text: &str) -> Vec<String> {
    let all = words(text);
    let kept: Vec<String> = all.iter().filter(|w| !SMALL.contains(&w.as_str())).cloned().collect();
    if kept.is_empty() { all } else { kept }
}

fn stem(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(stem) if word.chars().count() > 3 && !stem.ends_with('s') => stem,
        _ => word,
    }
}

fn stems(text: &[String]) -> Vec<&str> {
    text.iter().map(|w| stem(w)).collect()
}

/// How much of two lists of words is common: Dice's coefficient.
fn overlap(a: &[&str], b: &[&str]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let mut rest = b.to_vec();
    let mut both = 0;
    for word in a {
        if let Some(at) = rest.iter().position(|other| other == word) {
            rest.remove(at);
            both += 1;
        }
    }
    2.0 * f64::from(both) / (a.len() + b.len()) as f64
}

/// Equal but for small words and plurals, or common to that degree, or one the acronym of the other.
pub(crate) fn same_text(a: &str, b: &str, floor: f64) -> bool {
    let (left, right) = (content(a), content(b));
    let (stem_left, stem_right) = (stems(&left), stems(&right));
    let abbreviates = |short: &str, long: &[String]| {
        let short = words(short).concat();
        let initials: String = long.iter().filter_map(|w| w.chars().next()).collect();
        short.chars().count() > 1 && long.len() > 1 && short == initials
    };
    stem_left == stem_right
        || overlap(&stem_left, &stem_right) >= floor
        || abbreviates(a, &right)
        || abbreviates(b, &left)
}

/// Whether the last words are the same: "migrant arrests", "daily arrests".
pub(crate) fn same_head(a: &str, b: &str) -> bool {
    let (a, b) = (content(a), content(b));
    matches!((a.last(), b.last()), (Some(a), Some(b)) if stem(a) == stem(b))
}

/// One surname, and given names that agree as far as both give them: "A. Lee", "Ann Lee", "Lee".
pub(crate) fn same_person(a: &str, b: &str) -> bool {
    let names =
        |text: &str| -> Vec<String> { words(text).into_iter().filter(|w| !SUFFIXES.contains(&w.as_str())).collect() };
    let (mut a, mut b) = (names(a), names(b));
    match (a.pop(), b.pop()) {
        (Some(x), Some(y)) if x == y => {}
        _ => return false,
    }
    let (short, mut rest) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    for given in short {
        let initial = |x: &str, y: &str| x.chars().count() == 1 && y.starts_with(x);
        let hit = rest.iter().position(|g| *g == given || initial(g, &given) || initial(&given, g));
        match hit {
            Some(at) => rest.remove(at),
            None => return false,
        };
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_differences_of_wording_are_none() {
        assert!(same_text("the U.S. Department of Parks", "US Parks Department", 0.74));
        assert!(same_text("Harbor Safety Office", "HSO", 0.74));
        assert!(same_text("Governors'", "governor", 0.66));
        assert!(!same_text("chairman", "vice chairman", 0.7));
        assert!(same_head("the migrant arrests", "arrests"));
    }

    #[test]
    fn given_names_may_be_left_out_or_shortened_but_not_differ() {
        assert!(same_person("Ann B. Lee", "Ann Lee"));
        assert!(same_person("A. Lee Jr.", "Ann Lee"));
        assert!(same_person("Lee", "Ann Lee"));
        assert!(!same_person("Omar Lee", "Ann Lee"));
        assert!(!same_person("Ann Lee", "Ann Diaz"));
    }
}
