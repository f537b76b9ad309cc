//! Names that are ordinary words, at the start of a sentence: "Waters said no." in a text of Ann Waters, "Marsh is a broker."
//! in one that speaks of Marsh.

use super::{Found, Kind, Mentions};
use crate::lexicon::{Form, Tables, class, words};
use crate::text::{Gap, Shape, Text};

/// Names those of whom a sentence opens with one word, where the document has it as a surname or as a name inside a sentence.
pub(super) fn promote(text: &Text<'_>, tables: &Tables, mentions: &mut Mentions) {
    let word = class::COMMON.or(class::VERB).or(class::GRAMMAR);
    let mut names: Vec<(u32, Kind)> = Vec::new();
    for found in &mentions.list {
        let token = &text.tokens[found.last - 1];
        let long = found.last - found.first >= 2;
        let kind = match found.kind {
            Kind::Person if long => Kind::Person,
            Kind::Organization if !long => Kind::Organization,
            // Not after "of", where half a name may stand: "Isle of Man".
            Kind::Name if !long && found.first > 0 && !text.tokens[found.first - 1].is(words::OF) => Kind::Name,
            _ => continue,
        };
        if token.shape == Shape::Capital && token.has(word) {
            names.push((token.word.0, kind));
        }
    }
    if names.is_empty() {
        return;
    }
    names.sort_unstable();
    names.dedup_by_key(|(word, _)| *word);
    let mut named: Vec<Found> = Vec::new();
    for sentence in text.sentences.iter().filter(|sentence| !sentence.caseless) {
        let quoted = usize::from(text.tokens.get(sentence.first).is_some_and(|t| t.is(words::QUOTE)));
        let at = sentence.first + quoted;
        let Some(token) = text.tokens.get(at).filter(|_| at < sentence.last) else { continue };
        if token.shape != Shape::Capital || mentions.covering(at).is_some() {
            continue;
        }
        let Ok(name) = names.binary_search_by_key(&token.word.0, |(word, _)| *word) else { continue };
        let person = || names[name].1 == Kind::Person;
        if if sentence.headline { person() && makes_news(text, tables, at) } else { acts(text, tables, at) } {
            named.push(Found { kind: names[name].1, first: at, last: at + 1, entity: None });
        }
    }
    if named.is_empty() {
        return;
    }
    let mut list = std::mem::take(&mut mentions.list);
    list.append(&mut named);
    list.sort_by_key(|found| found.first);
    *mentions = Mentions::new(list, text.tokens.len());
}

/// "Waters denies", "Waters Denies": how headlines begin; not "Water Rates Rise".
fn makes_news(text: &Text<'_>, tables: &Tables, at: usize) -> bool {
    let Some(next) = text.tokens.get(at + 1).filter(|t| t.gap == Gap::Space && t.has(class::VERB)) else {
        return false;
    };
    tables.verb_form(next.word).is_some_and(|v| v.form.has(Form::PRESENT) && !v.form.has(Form::BASE))
}

/// "Waters is", "Waters, who", "Waters's aides", "Waters told": what follows goes with one person, not with water.
fn acts(text: &Text<'_>, tables: &Tables, at: usize) -> bool {
    let Some(next) = text.tokens.get(at + 1) else { return false };
    if next.is_possessive() {
        return true;
    }
    if next.gap == Gap::Nothing && next.is(words::COMMA) {
        // "Waters, 55,", "Waters, who", "Waters, the chairwoman", "Waters, speaking"
        return text
            .tokens
            .get(at + 2)
            .is_some_and(|t| t.has(class::WHO.or(class::DETERMINER).or(class::GERUND)) || t.shape == Shape::Number);
    }
    if next.gap != Gap::Space || next.shape != Shape::Lower {
        return false;
    }
    let past = |t: &crate::text::Token| tables.verb_form(t.word).is_some_and(|v| v.form.has(Form::PAST));
    let singular = next.is_any(&[words::IS, words::WAS, words::HAS, words::HAD]);
    singular || next.has(class::SAY.or(class::ANIMATE).or(class::MODAL)) || next.has(class::VERB) && past(next)
}
