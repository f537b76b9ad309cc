//! Surnames that are ordinary words, at the start of a sentence: "Waters said no." in a text of Ann Waters.

use super::{Found, Kind, Mentions};
use crate::lexicon::{Form, Tables, class, words};
use crate::text::{Gap, Shape, Text};

/// Names the people of whom a sentence opens with the surname alone, where a full name of the document has that surname.
pub(super) fn promote(text: &Text<'_>, tables: &Tables, mentions: &mut Mentions) {
    let mut surnames: Vec<u32> = mentions
        .list
        .iter()
        .filter(|found| found.kind == Kind::Person && found.last - found.first >= 2)
        .map(|found| &text.tokens[found.last - 1])
        .filter(|token| token.has(class::COMMON.or(class::VERB).or(class::GRAMMAR)) && token.shape == Shape::Capital)
        .map(|token| token.word.0)
        .collect();
    if surnames.is_empty() {
        return;
    }
    surnames.sort_unstable();
    let mut named: Vec<Found> = Vec::new();
    for sentence in text.sentences.iter().filter(|sentence| !sentence.headline && !sentence.caseless) {
        let quoted = usize::from(text.tokens.get(sentence.first).is_some_and(|t| t.is(words::QUOTE)));
        let at = sentence.first + quoted;
        let Some(token) = text.tokens.get(at).filter(|_| at < sentence.last) else { continue };
        let surname = token.shape == Shape::Capital && surnames.binary_search(&token.word.0).is_ok();
        if surname && mentions.covering(at).is_none() && acts(text, tables, at) {
            named.push(Found { kind: Kind::Person, first: at, last: at + 1, entity: None });
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

/// "Waters is", "Waters, who", "Waters's aides", "Waters told": what follows goes with one person, not with water.
fn acts(text: &Text<'_>, tables: &Tables, at: usize) -> bool {
    let Some(next) = text.tokens.get(at + 1) else { return false };
    if next.is_possessive() {
        return true;
    }
    if next.gap == Gap::Nothing && next.is(words::COMMA) {
        // "Waters, 55,", "Waters, who", "Waters, the chairwoman"
        return text
            .tokens
            .get(at + 2)
            .is_some_and(|t| t.has(class::WHO.or(class::DETERMINER)) || t.shape == Shape::Number);
    }
    if next.gap != Gap::Space || next.shape != Shape::Lower {
        return false;
    }
    let past = |t: &crate::text::Token| tables.verb_form(t.word).is_some_and(|v| v.form.has(Form::PAST));
    let singular = next.is_any(&[words::IS, words::WAS, words::HAS, words::HAD]);
    singular || next.has(class::SAY.or(class::ANIMATE).or(class::MODAL)) || next.has(class::VERB) && past(next)
}
