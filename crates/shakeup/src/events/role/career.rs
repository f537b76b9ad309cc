//! Posts that somebody's career went through: tenures, positions held, what came before and what came last.

use super::rules::{Holder, before_phrase, holder};
use crate::clauses;
use crate::lexicon::{Form, class, words};
use crate::mentions::{Kind, Post};
use crate::reading::Reading;
use crate::record::Status;
use crate::text::Gap;

/// "Ann Lee's tenure as chairman", "his work as treasurer".
pub(super) fn tenure_as(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let Some(at) = before_phrase(reading, post).filter(|&at| tokens[at].is(words::AS) && at > 0) else {
        return Vec::new();
    };
    let noun = &tokens[at - 1];
    if !noun.has(class::TENURE) {
        return Vec::new();
    }
    let owner = crate::events::change::possessor_before(reading, at - 1);
    // "She began her career as an engineer"
    let told = |owner: usize| {
        let verb = owner.checked_sub(1).and_then(|at| reading.tables.verb_form(tokens[at].word));
        noun.is(words::CAREER) && verb.is_some_and(|verb| verb.form.has(Form::PAST))
    };
    let status = (noun.has(class::FORMERLY) || owner.is_some_and(told)).then_some(Status::Former);
    owner.and_then(|owner| holder(reading, owner, status)).into_iter().collect()
}

/// "Ann Lee has held several posts at Acme, including treasurer and general counsel".
pub(super) fn positions_including(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let Some(mut at) = before_phrase(reading, post) else { return Vec::new() };
    if tokens[at].is(words::AS) && at > 0 {
        at -= 1;
    }
    if !tokens[at].is(words::INCLUDING) {
        return Vec::new();
    }
    let start = reading.text.sentences[reading.sentence_of(at)].first;
    let held = |&i: &usize| {
        let verb = reading.tables.verb_form(tokens[i].word);
        verb.is_some_and(|v| v.lemma == words::HOLD) && clauses::is_verb(reading, i)
    };
    let Some(verb) = (start..at).rev().take(30).find(held) else { return Vec::new() };
    let group = clauses::verb_group(reading, verb);
    clauses::subject(reading, &group).into_iter().filter_map(|at| holder(reading, at, Some(Status::Former))).collect()
}

/// "Ann Lee holds the titles of president and treasurer", "he held the position of treasurer".
pub(super) fn holds_title(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    const NEAR: usize = 4; // tokens: the verb, "both", "the"
    let tokens = &reading.text.tokens;
    let Some(of) = before_phrase(reading, post).filter(|&at| tokens[at].is(words::OF) && at > 0) else {
        return Vec::new();
    };
    if !clauses::is_post_noun(&tokens[of - 1]) {
        return Vec::new();
    }
    let held = |&at: &usize| {
        let verb = reading.tables.verb_form(tokens[at].word);
        verb.is_some_and(|v| v.lemma == words::HOLD) && clauses::is_verb(reading, at)
    };
    let Some(verb) = (of.saturating_sub(1 + NEAR)..of - 1).rev().find(held) else { return Vec::new() };
    let group = clauses::verb_group(reading, verb);
    if group.negated || group.conditional || group.infinitive || group.gerund || group.passive {
        return Vec::new();
    }
    let had = tokens[group.first..of].iter().any(|t| t.is(words::HAD) || t.has(class::FORMERLY));
    let status = match () {
        () if had || group.form.has(Form::PAST) && !group.perfect => Some(Status::Former),
        () if group.future => Some(Status::Incoming),
        () => None,
    };
    clauses::subject(reading, &group).into_iter().filter_map(|at| holder(reading, at, status)).collect()
}

/// "Ann Lee held several jobs at Acme, most recently as treasurer", "has worked there since 2012, first as an auditor".
pub(super) fn most_recently_as(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let Some(at) = before_phrase(reading, post).filter(|&at| tokens[at].is(words::AS)) else { return Vec::new() };
    let start = reading.text.sentences[reading.sentence_of(at)].first;
    // "most recently", "lastly": adverbs alone stand between the comma and "as".
    let comma = (start..at).rev().take(4).find(|&i| !tokens[i].has(class::ADVERB));
    let Some(comma) = comma.filter(|&i| i + 1 < at && tokens[i].is(words::COMMA)) else { return Vec::new() };
    let Some(verb) = verb_before(reading, start, comma) else { return Vec::new() };
    let group = clauses::verb_group(reading, verb);
    let works =
        |i: usize| tokens[i].has(class::EMPLOYMENT) || reading.mentions.of_kind(i, Kind::Organization).is_some();
    let employed = (start..comma).any(works);
    if !employed || group.negated || group.conditional || group.future {
        return Vec::new();
    }
    let status = (!group.perfect).then_some(Status::Former);
    clauses::subject(reading, &group).into_iter().filter_map(|at| holder(reading, at, status)).collect()
}

/// "Ann Lee came to Acme after three years as treasurer of Bolt": what she was before.
pub(super) fn after_years_as(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let Some(at) = before_phrase(reading, post).filter(|&at| tokens[at].is(words::AS)) else { return Vec::new() };
    let start = reading.text.sentences[reading.sentence_of(at)].first;
    let Some(after) = clauses::after_years(reading, at) else { return Vec::new() };
    let Some(verb) = verb_before(reading, start, after) else { return Vec::new() };
    let group = clauses::verb_group(reading, verb);
    if group.negated || group.conditional {
        return Vec::new();
    }
    let past = Some(Status::Former);
    clauses::subject(reading, &group).into_iter().filter_map(|at| holder(reading, at, past)).collect()
}

/// "Ann Lee, 58. Treasurer of Acme since 2018. Former mayor of Dunmore.": what a short life of hers lists without verbs.
pub(super) fn listed_life(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    const LINES: usize = 8; // sentences of a life
    const SHORT: usize = 9; // tokens: "Dr. Ann Marie Lee, 58."
    let tokens = &reading.text.tokens;
    let index = reading.sentence_of(post.all.start);
    let sentences = &reading.text.sentences;
    if sentences[index].first != post.all.start || tokens[post.all.start].gap >= Gap::Line || post.plural {
        return Vec::new();
    }
    // The first sentence of the paragraph is a name and hardly more, and none has a verb.
    let lines = (index.saturating_sub(LINES)..=index).rev();
    let verbless = |&i: &usize| sentences[i].range().len() < 60 && !sentences[i].range().any(|at| is_told(reading, at));
    let first =
        lines.take_while(verbless).find(|&i| sentences[i].first == 0 || tokens[sentences[i].first].gap >= Gap::Line);
    let Some(first) = first.map(|i| sentences[i]).filter(|s| s.range().len() <= SHORT && !s.headline) else {
        return Vec::new();
    };
    let title = usize::from(tokens[first.first].has(class::HONORIFIC));
    let name = reading.mentions.of_kind(first.first + title, Kind::Person);
    name.filter(|f| f.range().len() > 1).and_then(|f| holder(reading, f.first, None)).into_iter().collect()
}

/// A verb that makes a sentence, by its look or by its place.
fn is_told(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.text.tokens[at];
    token.has(class::BE.or(class::HAVE).or(class::MODAL).or(class::SAY)) && !token.is_possessive()
        || token.has(class::VERB.or(class::FRAME_VERB)) && clauses::is_verb(reading, at)
}

/// The last finite verb before a token.
fn verb_before(reading: &Reading<'_>, start: usize, end: usize) -> Option<usize> {
    const REACH: usize = 40; // tokens
    (start..end).rev().take(REACH).find(|&at| {
        clauses::is_verb(reading, at) && {
            let group = clauses::verb_group(reading, at);
            !group.gerund && !group.infinitive
        }
    })
}
