//! Office-holders whom a text calls by their office alone: "Ann Lee vetoed it. The governor said so twice."

use std::collections::BTreeMap;

use super::super::assemble::PostKey;
use super::super::draft::{Place, RoleDraft, post_name};
use super::super::incumbency;
use super::super::setting::main_company;
use crate::lexicon::{PostScope, class, words};
use crate::mentions::{Kind, Post};
use crate::reading::Reading;
use crate::record::Status;
use crate::text::Gap;

/// Gives the office that a text speaks of by "the" alone to the person whom the sentences around it are about, where the
/// text gives that person no other post and the office to nobody else.
pub(crate) fn incumbents(reading: &Reading<'_>, roles: &mut Vec<RoleDraft>) {
    const TRIED: usize = 16; // offices alone
    let bare = |post: &&Post| is_bare(reading, post);
    let mut posts = reading.posts.iter().filter(bare).take(TRIED).peekable();
    if posts.peek().is_none() || main_company(reading).is_some() {
        return;
    }
    let mut titled = vec![false; reading.people.len()];
    for role in roles.iter() {
        titled[role.person] = true;
    }
    let key = |post: &std::ops::Range<usize>| PostKey::new(reading.tables, &post_name(reading, post));
    let held: Vec<PostKey> = roles.iter().map(|role| key(&role.post)).collect();
    let is_seat =
        |role: &RoleDraft| reading.post_at(role.post.start).is_some_and(|i| reading.posts[i].scope == PostScope::Seat);
    let seated = roles.iter().any(is_seat);
    let found = posts.find_map(|post| {
        let seat = post.scope == PostScope::Seat;
        let own = key(&post.title);
        let taken = held.iter().any(|held| held.same(&own, reading.tables)) || seat && seated;
        let person = spoken_of(reading, post).or_else(|| governing(reading, post)).filter(|&person| !titled[person]);
        person.filter(|_| !taken).map(|person| (person, post))
    });
    let Some((person, post)) = found else { return };
    let the = post.title.start - 1;
    roles.push(described(person, post, the, None, Status::Current));
}

/// The role of somebody whom an article and a title mean.
fn described(person: usize, post: &Post, the: usize, place: Option<Place>, status: Status) -> RoleDraft {
    RoleDraft {
        person,
        person_tokens: the..the + 1,
        post: post.title.clone(),
        kind: post.kind,
        place,
        status,
        acting: false,
        keeps: false,
        since: None,
        until: None,
        evidence: the..post.title.end,
        rule: "definite-description",
    }
}

/// "the former vice president": whoever is known to have held that office, where the text names one such person alone.
pub(crate) fn formers(reading: &Reading<'_>, roles: &mut Vec<RoleDraft>) {
    const TRIED: usize = 16; // descriptions
    const LISTED: usize = 8; // offices of one description
    let tokens = &reading.text.tokens;
    // "the former" is one phrase before a title.
    let article =
        |post: &Post| (post.all.start.saturating_sub(1)..=post.all.start).rev().find(|&at| tokens[at].is(words::THE));
    let alone = |post: &&Post| {
        // Not "the previous president".
        let former = (post.all.start..post.title.start).any(|at| tokens[at].is(words::FORMER));
        let the = former && article(post).is_some();
        let bare = post.former && !post.plural && post.organization.is_none() && !post.of_generic;
        let name = post.all.end + usize::from(tokens.get(post.all.end).is_some_and(|t| t.is(words::COMMA)));
        let named = reading.mentions.of_kind(name, Kind::Person).is_some();
        let of = tokens.get(post.all.end).is_some_and(|t| t.is_any(&[words::OF, words::FOR, words::AT]));
        the && bare && !named && !of
    };
    let key = |post: &std::ops::Range<usize>| PostKey::new(reading.tables, &post_name(reading, post));
    for post in reading.posts.iter().filter(alone).take(TRIED) {
        // Not "President Lee" for the first lady.
        let whole = |p: usize| reading.people[p].fullest.len() > 1;
        let mut people =
            (0..reading.people.len()).filter(|&p| whole(p) && incumbency::held_before(reading, p, &post.title));
        let (Some(person), None) = (people.next(), people.next()) else { continue };
        let the = article(post).unwrap_or(post.all.start);
        // "the former first lady, senator and secretary of state"
        let mut next = Some(post);
        for _ in 0..LISTED {
            let Some(post) = next else { break };
            let own = key(&post.title);
            if !roles.iter().any(|role| role.person == person && key(&role.post).same(&own, reading.tables)) {
                let place = post.organization.clone().map(|tokens| Place::new(reading, tokens));
                roles.push(described(person, post, the, place, Status::Former));
            }
            let end = post.all.end;
            let link = tokens.get(end).is_some_and(|t| t.is_any(&[words::COMMA, words::AND]));
            let found = reading.mentions.of_kind(end + 1, Kind::Post).filter(|_| link).and_then(|f| f.entity);
            let beside = |post: &&Post| {
                let named = reading.mentions.of_kind(post.all.end, Kind::Person).is_some();
                post.all.start == end + 1 && !named && !post.plural && !post.weak
            };
            next = found.map(|index| &reading.posts[index]).filter(beside);
        }
    }
}

/// "Ann Lee spoke of cuts. The governor said …": the only person of the sentence before, where the description opens the next.
fn spoken_of(reading: &Reading<'_>, post: &Post) -> Option<usize> {
    let the = post.title.start - 1;
    let sentence = reading.sentence_of(the);
    let (first, before) =
        (reading.text.sentences[sentence].first, reading.text.sentences.get(sentence.checked_sub(1)?)?);
    if the > first + usize::from(reading.text.tokens[first].is(words::QUOTE)) {
        return None;
    }
    let people = || reading.mentions.within(before.range()).iter().filter(|f| f.kind == Kind::Person);
    let person = people().next()?;
    // Whoever opens a sentence is what it is about.
    let opens = person.first <= before.first + 2;
    (opens && people().all(|other| other.entity == person.entity)).then_some(person.entity)?
}

/// "the Diaz administration" has a president, whom the text need not call so; nor need it those whom every reader knows.
fn governing(reading: &Reading<'_>, post: &Post) -> Option<usize> {
    if !reading.text.tokens[post.title.end - 1].is(words::PRESIDENT) || post.title.len() > 1 {
        return None;
    }
    let named = || reading.mentions.list.iter().filter(|f| f.kind == Kind::Person).filter_map(|f| f.entity);
    let presidents = named().filter(|&person| incumbency::is_us_president(reading, person));
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let now = |person: &usize| !incumbency::is_of_other_times(reading, *person, &post.title);
    for person in incumbency::heads_of_administrations(reading).chain(presidents).filter(now) {
        *counts.entry(person).or_insert(0) += 1;
    }
    let most = counts.values().copied().max()?;
    let mut leading = counts.iter().filter(|(_, n)| **n == most);
    leading.next().filter(|_| leading.next().is_none()).map(|(person, _)| *person)
}

/// "the president": an office that one holds, or a seat, with nothing that says which.
fn is_bare(reading: &Reading<'_>, post: &Post) -> bool {
    let tokens = &reading.text.tokens;
    let alone = post.all == post.title && post.organization.is_none() && !post.of_generic && !post.plural && !post.weak;
    let office = post.sole || post.scope == PostScope::Seat;
    if !alone || !office || post.title.start == 0 || !tokens[post.title.start - 1].is(words::THE) {
        return false;
    }
    let Some(next) = tokens.get(post.title.end) else { return true };
    // "the president of", "the president and chief executive", "the president, Ann Lee", "the governor Ann Lee"
    let named = reading.mentions.covering(post.title.end).is_some() && next.gap <= Gap::Space && !next.is_possessive();
    let goes_on = next.is_any(&[words::OF, words::FOR, words::AND, words::AT, words::COMMA, words::DASH, words::ELECT]);
    !named && !goes_on && !next.has(class::HYPHENATED.or(class::WHO))
}
