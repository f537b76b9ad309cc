//! Who says so: the subject of a verb of saying, or whom "according to" names.

use crate::clauses::{self, is_verb};
use crate::lexicon::{class, words};
use crate::mentions::Kind;
use crate::reading::Reading;

/// How far from the evidence the words of attribution may stand, in tokens.
const REACH: usize = 60;

/// Who says what stands at a token, by the words of its sentence or, for a quotation, of the next one.
pub(crate) fn attribution(reading: &Reading<'_>, token: usize) -> Option<String> {
    let index = reading.sentence_of(token);
    let sentence = reading.text.sentences[index];
    let near = sentence.first.max(token.saturating_sub(REACH))..sentence.last.min(token + REACH);
    if let Some(source) = near.clone().find_map(|at| according_to(reading, at)) {
        return Some(source);
    }
    // "…, the agency said", "Lee said on Monday that …": not a verb of saying inside the evidence's own clause.
    near.filter(|&at| at != token && says(reading, at)).find_map(|at| sayer(reading, at))
}

fn according_to(reading: &Reading<'_>, at: usize) -> Option<String> {
    let tokens = &reading.text.tokens;
    if !tokens[at].is(words::ACCORDING) || !tokens.get(at + 1)?.is(words::TO) {
        return None;
    }
    (at + 2..tokens.len().min(at + 8)).find_map(|name| named(reading, name)).or_else(|| description(reading, at + 2))
}

fn says(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.text.tokens[at];
    token.has(class::SAY) && !token.has(class::FRAME_VERB) && is_verb(reading, at) && {
        let group = clauses::verb_group(reading, at);
        !group.infinitive && !group.passive && !group.conditional && !group.negated
    }
}

/// The name of the subject of a verb of saying, before it or, after a quotation, behind it: "said Ann Lee".
fn sayer(reading: &Reading<'_>, verb: usize) -> Option<String> {
    let tokens = &reading.text.tokens;
    let group = clauses::verb_group(reading, verb);
    let start = reading.text.sentences[reading.sentence_of(verb)].first;
    let before = (start..group.first).rev().take(8).take_while(|&at| !tokens[at].is_any(&[words::QUOTE, words::SEMICOLON]));
    for at in before {
        if let Some(name) = named(reading, at) {
            return Some(name);
        }
        if is_verb(reading, at) {
            break;
        }
    }
    let next = verb + 1;
    if tokens.get(next).is_some_and(|t| t.is_capital() || reading.post_at(next).is_some()) {
        if let Some(name) = (next..tokens.len().min(next + 8)).find_map(|at| named(reading, at)) {
            return Some(name);
        }
    }
    description(reading, group.first.checked_sub(2).filter(|&at| at >= start)?)
}

/// The person or organisation at a token, by its fullest name; "he" by whom he is.
fn named(reading: &Reading<'_>, at: usize) -> Option<String> {
    if let Some(person) = reading.person_at(at) {
        return Some(reading.people[person].name.clone());
    }
    let found = reading.mentions.of_kind(at, Kind::Organization)?;
    Some(reading.organizations[found.entity?].name.clone())
}

/// "the company", "two officials": a source without a name, in its own words.
fn description(reading: &Reading<'_>, at: usize) -> Option<String> {
    let tokens = &reading.text.tokens;
    let noun = (at..tokens.len().min(at + 3)).find(|&i| tokens[i].has(class::ORG_GENERIC.or(class::PERSON_NOUN)))?;
    if tokens[noun].has(class::ORG_GENERIC) {
        if let Some(place) = clauses::organization_in_focus(reading, noun) {
            return Some(place.name(reading));
        }
    }
    Some(reading.text.words(at..noun + 1).split_whitespace().collect::<Vec<_>>().join(" "))
}
