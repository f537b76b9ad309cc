//! Whom else a clause of one person's coming or going names: whose post it was, who takes it over, who goes along.

use super::change::{Event, past_title};
use super::draft::ChangeDraft;
use super::seat::Seat;
use super::verb_frame::Verb;
use crate::clauses::{self, Complements, Object, VerbGroup};
use crate::lexicon::{FramePos, Gender, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::{Direction, Reason};

/// "handed the reins to Lee", "lost her seat to Diaz": whoever the post goes to comes in.
pub(super) fn hand_on(
    reading: &Reading<'_>,
    event: &Event<'_>,
    takers: &[usize],
    drafts: &mut Vec<ChangeDraft>,
    from: usize,
) {
    for i in from..drafts.len() {
        let goer = drafts[i].person;
        for &at in takers.iter().filter(|&&at| reading.person_at(at).is_some_and(|p| p != goer)) {
            let Some(mut draft) = event.draft(reading, at, Direction::In) else { continue };
            let left = &mut drafts[i];
            left.counterpart = Some((draft.person, draft.person_tokens.clone()));
            draft.counterpart = Some((goer, left.person_tokens.clone()));
            draft.post.clone_from(&left.post);
            draft.place.clone_from(&left.place);
            // "lost his seat to Lee"
            draft.reason = draft.reason.or((left.reason == Some(Reason::TermEnded)).then_some(Reason::Elected));
            drafts.push(draft);
        }
    }
}

/// "Lee was suspended along with Diaz", "Lee will leave the board in May, together with Diaz": whether somebody goes along.
pub(super) fn alongside(
    reading: &Reading<'_>,
    event: &Event<'_>,
    direction: Direction,
    from: usize,
    drafts: &mut Vec<ChangeDraft>,
) -> bool {
    let tokens = &reading.text.tokens;
    let link = past_date(reading, from);
    let link = link + usize::from(tokens.get(link).is_some_and(|t| t.is(words::COMMA)));
    let with = tokens.get(link).is_some_and(|t| t.is_any(&[words::ALONG, words::TOGETHER]))
        && tokens.get(link + 1).is_some_and(|t| t.is(words::WITH));
    let as_well = tokens.get(link).is_some_and(|t| t.is(words::AS))
        && tokens.get(link + 1).is_some_and(|t| t.is(words::WELL))
        && tokens.get(link + 2).is_some_and(|t| t.is(words::AS));
    // "stepped down, followed shortly afterward by Diaz"
    let followed = direction == Direction::Out && tokens.get(link).is_some_and(|t| t.is(words::FOLLOWED));
    let by = (link + 1..link + 5).find(|&at| tokens.get(at).is_some_and(|t| t.is(words::BY))).filter(|_| followed);
    if let Some(by) = by {
        let name = past_title(reading, by + 1);
        let other = reading.mentions.of_kind(name, Kind::Person).filter(|f| f.first == name);
        drafts.extend(other.and_then(|f| event.draft(reading, f.first, direction)));
        return true;
    }
    if with || as_well {
        let name = past_title(reading, link + 2 + usize::from(as_well));
        let other = reading.mentions.of_kind(name, Kind::Person).filter(|f| f.first == name);
        // "along with Lee's deputy"
        let other = other.filter(|f| !tokens.get(f.last).is_some_and(|t| t.is_possessive()));
        let seat = drafts.last().map(Seat::of_change);
        // Each leaves a post of his own, unless the text says which.
        let said = seat.filter(|seat| seat.post.as_ref().is_none_or(|post| event.trigger < post.start));
        if let Some(mut draft) = other.and_then(|f| event.draft(reading, f.first, direction)) {
            draft.take(&said.unwrap_or_default());
            drafts.push(draft);
        }
        return true;
    }
    false
}

/// Past a date that follows: "on April 23", "in May".
pub(super) fn past_date(reading: &Reading<'_>, from: usize) -> usize {
    let lead = reading.text.tokens.get(from).is_some_and(|t| t.is_any(&[words::ON, words::IN]));
    let start = from + usize::from(lead);
    let at = reading.dates.partition_point(|d| d.tokens.start < start);
    reading.dates.get(at).filter(|d| d.tokens.start == start).map_or(from, |d| d.tokens.end)
}

/// The people who are the object of the verb that "and" joins to this one.
pub(super) fn object_before(reading: &Reading<'_>, group: &VerbGroup) -> Vec<usize> {
    const REACH: usize = 20; // tokens
    let tokens = &reading.text.tokens;
    let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
    if group.first == start || !tokens[group.first - 1].is(words::AND) {
        return Vec::new();
    }
    let verb = (start..group.first - 1).rev().take(REACH).find(|&at| clauses::is_verb(reading, at));
    match verb.and_then(|verb| clauses::object(reading, verb)) {
        Some(Object::People(people, _)) => people.into_iter().filter_map(|at| reading.person_at(at)).collect(),
        _ => Vec::new(),
    }
}

/// "will assume Lee's post", "will take over her duties", "complete the term of the late Senator Lee": whose post it was.
pub(super) fn whose_post(verb: &Verb<'_>, people: &[usize], complements: &mut Complements) {
    let Verb { reading, group, past, .. } = *verb;
    let tokens = &reading.text.tokens;
    let owner = (group.verb + 1..past.saturating_sub(1)).find_map(|at| reading.mentions.of_kind(at, Kind::Person));
    let owner = owner.filter(|f| tokens.get(f.last).is_some_and(|t| t.is_possessive()));
    if let Some(owner) = owner {
        complements.succeeds.push(owner.first);
        return;
    }
    // "will serve the rest of Sen. Lee's term"
    if let Some((goer, past)) = clauses::term_of_another(reading, group.verb) {
        complements.succeeds.push(goer);
        complements.end = complements.end.max(past);
        return;
    }
    // "He will take over her duties": hers, who is somebody else.
    let possessive = class::POSSESSIVE;
    let pronoun = (group.verb + 1..past).find(|&at| {
        tokens[at].has(possessive) && tokens[at].has(class::HE.or(class::SHE)) && reading.referent(at).is_some()
    });
    // "Diaz would take over his duties": nobody takes over his own.
    let takes = reading.text.tokens.get(group.verb + 1).is_some_and(|t| t.is(words::OVER));
    let named = people.iter().all(|&p| reading.mentions.of_kind(p, Kind::Person).is_some());
    let subject = |p: usize| people.iter().any(|&at| reading.person_at(at) == Some(p));
    if let Some(at) = pronoun.filter(|_| takes && named && !people.is_empty())
        && let Some(other) = reading.referents(at).find(|&p| !subject(p))
        && let Some(token) = mention_before(reading, other, at)
    {
        complements.succeeds.push(token);
        return;
    }
    let other = pronoun.filter(|&at| {
        let gender = if tokens[at].has(class::SHE) { Gender::Female } else { Gender::Male };
        people.iter().filter_map(|&p| reading.person_at(p)).all(|p| {
            let own = reading.people[p].gender;
            own != Gender::Unknown && own != gender
        })
    });
    if let Some(other) = other.filter(|_| !people.is_empty()) {
        complements.succeeds.push(other);
        return;
    }
    // "fill the seat of Lee"; not "took the role of Hamlet".
    let of = past - usize::from(tokens[past - 1].is(words::OF));
    if past > group.verb + 1
        && !tokens[of - 1].is_any(&[words::ROLE, words::TITLE])
        && tokens.get(of).is_some_and(|t| t.is(words::OF))
        && let Some(Object::People(people, past)) = clauses::object(reading, of)
    {
        complements.succeeds = people;
        complements.end = complements.end.max(past);
    }
}

/// The last token before a place that names a person, near it.
fn mention_before(reading: &Reading<'_>, person: usize, at: usize) -> Option<usize> {
    const NEAR: usize = 60; // tokens
    let found = reading.mentions.within(at.saturating_sub(NEAR)..at).iter().rev();
    found.filter(|f| f.kind == Kind::Person && f.entity == Some(person)).map(|f| f.first).next()
}

/// "Lee beat Roe to serve out the last years of Sen. Diaz's term": who comes for whom, whatever stands between.
pub(super) fn fills_term(reading: &Reading<'_>, verb: usize, drafts: &mut Vec<ChangeDraft>) {
    let told = |d: &ChangeDraft| d.evidence.contains(&verb) && d.counterpart.is_some();
    let Some((other, past)) = clauses::term_of_another(reading, verb) else { return };
    let mut frames = reading.tables.frames_of(words::BECOME);
    let Some(frame) = frames.find(|f| f.pos == FramePos::Verb && f.rest.is_empty()) else { return };
    if drafts.iter().rev().take(6).any(told) {
        return;
    }
    let group = clauses::verb_group(reading, verb);
    let ([comer], Some(goer)) = (&clauses::subject(reading, &group)[..], reading.person_at(other)) else { return };
    let realis = crate::discourse::verb_realis(reading, &group, None);
    let (trigger, evidence, future) = (verb, verb..past, group.future);
    let event = Event { frame, trigger, realis, future, past: false, evidence, employer: None };
    let (comes, goes) = (event.draft(reading, *comer, Direction::In), event.draft(reading, other, Direction::Out));
    if let (Some(mut comes), Some(mut goes)) = (comes, goes)
        && comes.person != goer
    {
        comes.counterpart = Some((goer, goes.person_tokens.clone()));
        goes.counterpart = Some((comes.person, comes.person_tokens.clone()));
        drafts.extend([comes, goes]);
    }
}
