//! Posts that the clause is about rather than who holds them: "the job goes to Lee", "the new treasurer is Lee".

use super::change::{Event, past_title};
use super::draft::ChangeDraft;
use super::seat::Seat;
use crate::clauses::{self, VerbGroup};
use crate::lexicon::{Frame, FramePos, WordId, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::Direction;

/// "The job of treasurer goes to Lee", "was given to Lee", "gave the treasurer's job to Lee", "the post of treasurer has been
/// filled by Lee": who comes into the post that the clause is about.
pub(super) fn fills_a_post(reading: &Reading<'_>, verb: usize, lemma: WordId, drafts: &mut Vec<ChangeDraft>) {
    const REACH: usize = 14; // tokens
    let tokens = &reading.text.tokens;
    let group = clauses::verb_group(reading, verb);
    if group.negated || group.infinitive && !group.future || lemma == words::GO && group.passive {
        return;
    }
    let sentence = reading.text.sentences[reading.sentence_of(verb)];
    let gives = lemma != words::GO && lemma != words::FILL && !group.passive;
    if lemma == words::FILL && !group.passive {
        return;
    }
    let link = if lemma == words::FILL { words::BY } else { words::TO };
    // Only "gave" has the post between itself and "to"; a few words may stand there for the others.
    let reach = if gives { REACH } else { 6 };
    let to = (verb + 1..sentence.last.min(verb + reach)).find(|&at| tokens[at].is(link));
    let Some(to) = to else { return };
    let name = past_title(reading, to + 1);
    let Some(found) = reading.mentions.of_kind(name, Kind::Person).filter(|f| f.first == name) else { return };
    if tokens.get(found.last).is_some_and(|t| t.is_possessive()) {
        return;
    }
    let phrase = if gives { verb + 1..to } else { sentence.first.max(group.first.saturating_sub(REACH))..group.first };
    // "The office of general counsel will be filled": the title alone tells which post, where nothing else is filled.
    let office = lemma == words::FILL && group.future;
    let Some(post) = post_in(reading, phrase.clone(), office) else { return };
    if !gives && (reading.posts[post].all.end..group.first).any(|at| clauses::is_verb(reading, at)) {
        return;
    }
    let acting = lemma == words::FILL && tokens[verb..to].iter().any(|t| t.is(words::INTERIM));
    let evidence = reading.posts[post].all.start.min(group.first)..found.last;
    comes(reading, &group, post, acting, evidence, found.first, drafts);
}

/// The post that a phrase with a word for posts names: "the job of treasurer", "the treasurer's job", "the post of Acme chief".
fn post_in(reading: &Reading<'_>, phrase: std::ops::Range<usize>, office: bool) -> Option<usize> {
    let tokens = &reading.text.tokens;
    let post = phrase.clone().rev().find_map(|at| reading.post_at(at)).filter(|&post| !reading.posts[post].plural)?;
    let all = &reading.posts[post].all;
    let before = (phrase.start..all.start)
        .rev()
        .take(4)
        .any(|at| clauses::is_post_noun(&tokens[at]) && tokens.get(at + 1).is_some_and(|t| t.is(words::OF)));
    let title = reading.posts[post].title.end;
    let owned = title + usize::from(tokens.get(title).is_some_and(|t| t.is_possessive()));
    let after = tokens.get(owned).is_some_and(clauses::is_post_noun);
    (before || after || office).then_some(post)
}

/// "The new treasurer is Ann Lee", "The next mayor will be Omar Diaz".
pub(super) fn new_holders(reading: &Reading<'_>, drafts: &mut Vec<ChangeDraft>) {
    let tokens = &reading.text.tokens;
    for (index, post) in reading.posts.iter().enumerate().filter(|(_, post)| post.incoming && !post.plural) {
        let end = post.all.end;
        let be = end + usize::from(tokens.get(end).is_some_and(|t| t.is(words::WILL)));
        let lead = post.all.start.checked_sub(1).map(|at| &tokens[at]);
        let definite = tokens[post.all.start].is(words::THE)
            || lead.is_some_and(|t| t.is(words::THE) || t.is_possessive() || t.has(class::POSSESSIVE));
        if !definite || post.weak || !tokens.get(be).is_some_and(|t| t.has(class::BE) && !t.is_possessive()) {
            continue;
        }
        let name = past_title(reading, be + 1);
        let Some(found) = reading.mentions.of_kind(name, Kind::Person).filter(|f| f.first == name) else { continue };
        if tokens.get(found.last).is_some_and(|t| t.is_possessive()) {
            continue;
        }
        let group = clauses::verb_group(reading, be);
        comes(reading, &group, index, post.acting, post.all.start..found.last, found.first, drafts);
    }
}

fn comes(
    reading: &Reading<'_>,
    group: &VerbGroup,
    post: usize,
    acting: bool,
    evidence: std::ops::Range<usize>,
    person: usize,
    drafts: &mut Vec<ChangeDraft>,
) {
    let become_ = |f: &&Frame| f.pos == FramePos::Verb && f.rest.is_empty();
    let Some(frame) = reading.tables.frames_of(words::BECOME).find(become_) else { return };
    let realis = crate::discourse::verb_realis(reading, group, None);
    let (trigger, future) = (group.verb, group.future);
    let event = Event { frame, trigger, realis, future, past: false, evidence, employer: None };
    let Some(mut draft) = event.draft(reading, person, Direction::In) else { return };
    let seat = Seat::of_post(reading, post, None);
    draft.take(&Seat { acting: acting || seat.acting, ..seat });
    drafts.push(draft);
}
