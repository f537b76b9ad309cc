//! A career up the ladder: "became treasurer in 1995, vice president in 2001 and president in 2010" says one verb of many posts.

use std::ops::Range;

use super::draft::{ChangeDraft, Place};
use crate::lexicon::{class, words};
use crate::mentions::date::{self, DateFound, Direction as Way};
use crate::mentions::{Kind, Post};
use crate::reading::Reading;
use crate::record::{Direction, Realis};
use crate::text::Shape;

/// Posts that one verb names, at most.
const RUNGS: usize = 8;

/// A post farther on in the list, and its date.
#[derive(Clone, Copy)]
struct Rung<'r> {
    post: &'r Post,
    date: &'r DateFound,
    /// The date stands before the post, and before those that "and" joins to it.
    ahead: bool,
}

/// Adds the posts with dates of their own that follow the one that a verb puts somebody into.
pub(crate) fn climb(reading: &Reading<'_>, drafts: &mut Vec<ChangeDraft>) {
    let mut more: Vec<ChangeDraft> = Vec::new();
    for draft in drafts.iter() {
        let told = draft.direction == Direction::In && draft.realis == Realis::Actual && !draft.inferred;
        let Some(post) = draft.post.as_ref().filter(|post| told && post.start > draft.trigger) else { continue };
        let Some(index) = reading.post_at(post.start) else { continue };
        let mut end = past_place(reading, reading.posts[index].all.end.max(post.end));
        if date_after(reading, end).is_none() {
            continue;
        }
        let mut below = None;
        for _ in 0..RUNGS {
            let Some(rung) = next_rung(reading, end, below) else { break };
            let known = |d: &ChangeDraft| {
                d.trigger == draft.trigger
                    && d.person == draft.person
                    && d.post.as_ref().is_some_and(|p| p.start == rung.post.title.start)
            };
            if !drafts.iter().chain(&more).any(known) {
                more.push(step(reading, draft, &rung));
            }
            end = past_place(reading, rung.post.all.end);
            below = Some(rung);
        }
    }
    drafts.append(&mut more);
}

fn step(reading: &Reading<'_>, first: &ChangeDraft, rung: &Rung<'_>) -> ChangeDraft {
    let own = rung.post.organization.clone().map(|tokens: Range<usize>| Place::new(reading, tokens));
    let words = reading.text.words(rung.date.tokens.clone());
    ChangeDraft {
        post: Some(rung.post.title.clone()),
        // "head of its Lagos office in 1977 and treasurer in 1986": the town was that of the first alone.
        place: own.or_else(|| {
            first.place.clone().filter(|place| reading.mentions.of_kind(place.tokens.start, Kind::Place).is_none())
        }),
        acting: rung.post.acting,
        counterpart: None,
        moved: None,
        date: date::resolve(&rung.date.when, reading.published, Way::Past),
        date_text: Some(words.split_whitespace().collect::<Vec<_>>().join(" ")),
        ..first.clone()
    }
}

/// The next post of the list from the end of the last: after a comma or "and", with a date before or behind it.
fn next_rung<'r>(reading: &'r Reading<'_>, end: usize, below: Option<Rung<'r>>) -> Option<Rung<'r>> {
    let tokens = &reading.text.tokens;
    let last = reading.text.sentences[reading.sentence_of(end.min(tokens.len()) - 1)].last;
    let mut at = end;
    if let Some(found) = date_after(reading, at) {
        at = found.tokens.end;
    }
    let link = at;
    let joins =
        |at: usize| tokens[at].is_any(&[words::COMMA, words::AND, words::THEN]) || tokens[at].is(words::SEMICOLON);
    while at < last && joins(at) {
        at += 1;
    }
    if at == link {
        return None;
    }
    // "and, in 1972, president"
    let ahead = date_after(reading, at);
    if let Some(found) = ahead {
        at = found.tokens.end;
        at += usize::from(at < last && tokens[at].is(words::COMMA));
    }
    while at < last && (tokens[at].has(class::DETERMINER.or(class::POSSESSIVE)) || tokens[at].is(words::AS)) {
        at += 1;
    }
    let index = (at < last).then(|| reading.post_at(at)).flatten()?;
    let post = &reading.posts[index];
    let behind = || date_after(reading, past_place(reading, post.all.end));
    // "in 1972, president and chief executive": both then.
    let joined =
        || below.filter(|rung| rung.ahead && link + 1 == at && tokens[link].is(words::AND)).map(|rung| rung.date);
    let date = ahead.or_else(behind).or_else(joined)?;
    // "became treasurer in 2004 and chairman Ann Lee left": a title before a name is another's.
    let titled = reading.mentions.of_kind(post.all.end, Kind::Person).is_some_and(|f| f.first == post.all.end);
    let starts = post.all.start <= at && post.title.start >= at && !post.former && !post.plural && !titled;
    let ahead = ahead.is_some() || behind().is_none();
    starts.then_some(Rung { post, date, ahead })
}

/// Past "of Acme", "at its bank" behind a title.
fn past_place(reading: &Reading<'_>, end: usize) -> usize {
    let tokens = &reading.text.tokens;
    if tokens.get(end).is_some_and(|t| t.has(class::ORG_UNIT) && t.shape == Shape::Lower) {
        return end + 1;
    }
    let lead = tokens.get(end).is_some_and(|t| t.is_any(&[words::OF, words::AT, words::FOR]));
    let name = end + 1 + usize::from(tokens.get(end + 1).is_some_and(|t| t.has(class::DETERMINER)));
    match reading.mentions.covering(name).filter(|_| lead) {
        Some((_, found)) if matches!(found.kind, Kind::Organization | Kind::Place | Kind::Name) => {
            // "of its Lagos office"
            let unit = tokens.get(found.last).is_some_and(|t| t.has(class::ORG_UNIT) && t.shape == Shape::Lower);
            found.last + usize::from(unit)
        }
        _ => end,
    }
}

/// The date at a token, its preposition passed over: "in 1995".
fn date_after<'r>(reading: &'r Reading<'_>, at: usize) -> Option<&'r DateFound> {
    let lead = reading.text.tokens.get(at).is_some_and(|t| t.is_any(&[words::IN, words::ON]));
    let start = at + usize::from(lead);
    let index = reading.dates.partition_point(|d| d.tokens.start < start);
    reading.dates.get(index).filter(|d| d.tokens.start == start)
}
