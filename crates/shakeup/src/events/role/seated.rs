//! Members of legislatures, governors and mayors whom a text calls by their place: "Ann Lee ran. Aides to the Ohio senator …".

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::context;
use super::super::draft::{Place, RoleDraft};
use crate::lexicon::{Gender, PostScope, class, words};
use crate::mentions::{Kind, Post};
use crate::reading::{Reading, latest};
use crate::record::Status;
use crate::text::Gap;

/// An office of a state or a town by what it is called: "Rep." and "congressman" are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seat {
    Senate,
    House,
    /// Another, by the last word of its title.
    Other(crate::lexicon::WordId),
}

fn seat(reading: &Reading<'_>, post: &Range<usize>) -> Option<Seat> {
    let known = &reading.posts[reading.post_at(post.start)?];
    let last = &reading.text.tokens[post.end - 1];
    match known.scope {
        PostScope::Seat | PostScope::Local if last.has(class::SENATOR) => Some(Seat::Senate),
        PostScope::Seat | PostScope::Local if last.has(class::HOUSE_SEAT) => Some(Seat::House),
        PostScope::Seat | PostScope::Local => Some(Seat::Other(last.word)),
        PostScope::National => Some(Seat::Other(last.word)),
        _ => last.is(words::PRESIDENT).then_some(Seat::Other(last.word)),
    }
}

/// Whether two places are one: "Ohio" and "R-Ohio", "Mich." and "Michigan"; a house of all states agrees with each.
fn is_one_place(reading: &Reading<'_>, a: &Place, b: &Place) -> bool {
    if [a, b].iter().any(|place| context::is_chamber(reading, place.tokens.start)) {
        return true;
    }
    let name = |place: &Place| {
        let words = reading.text.tokens[place.tokens.clone()].iter().map(|t| t.word);
        let known = reading.tables.places.longest(words).and_then(|(_, known)| known.canonical.as_deref());
        known.map_or_else(|| place.name(reading), str::to_owned).to_lowercase()
    };
    name(a) == name(b)
}

/// One record for one seat: "Rep. Ann Lee … the Ohio congresswoman".
pub(crate) fn one_seat(reading: &Reading<'_>, roles: &mut Vec<RoleDraft>) {
    let mut kept: Vec<RoleDraft> = Vec::with_capacity(roles.len());
    let mut of_person: Vec<Vec<usize>> = vec![Vec::new(); reading.people.len()];
    for mut role in roles.drain(..) {
        let chamber = seat(reading, &role.post).filter(|seat| !matches!(seat, Seat::Other(_)));
        let same = chamber.and_then(|chamber| {
            latest(&of_person[role.person]).iter().copied().find(|&i| {
                let known: &RoleDraft = &kept[i];
                seat(reading, &known.post) == Some(chamber)
                    && known.place.as_ref().zip(role.place.as_ref()).is_none_or(|(a, b)| is_one_place(reading, a, b))
            })
        });
        let Some(i) = same else {
            of_person[role.person].push(kept.len());
            kept.push(role);
            continue;
        };
        let stated = reading.post_at(role.post.start).is_some_and(|i| reading.posts[i].former);
        let known = &mut kept[i];
        // "two congressmen, Rep. Ann Lee and …"
        if role.is_before_name() && !known.is_before_name() {
            std::mem::swap(known, &mut role);
        }
        if stated {
            known.status = Status::Former;
        }
        // The state says more than the house.
        let house = known.place.as_ref().is_some_and(|place| context::is_chamber(reading, place.tokens.start));
        known.place = if house { role.place.or(known.place.take()) } else { known.place.take().or(role.place) };
        known.since = known.since.or(role.since);
        known.until = known.until.or(role.until);
    }
    *roles = kept;
}

/// Gives an office that a text speaks of with its place to the only person of this sentence and the one before who may hold it.
pub(crate) fn seats(reading: &Reading<'_>, roles: &mut Vec<RoleDraft>) {
    const TRIED: usize = 32;
    const BACK: usize = 4; // sentences
    let mut posts = reading.posts.iter().filter(|post| is_description(reading, post)).take(TRIED).peekable();
    if posts.peek().is_none() {
        return;
    }
    let told: BTreeSet<usize> = roles.iter().map(|role| role.post.start).collect();
    let mut of_person: Vec<Vec<usize>> = vec![Vec::new(); reading.people.len()];
    for (i, role) in roles.iter().enumerate() {
        of_person[role.person].push(i);
    }
    for post in posts.filter(|post| !told.contains(&post.title.start)) {
        let Some((seat, place)) =
            seat(reading, &post.title).zip(post.organization.clone().map(|o| Place::new(reading, o)))
        else {
            continue;
        };
        let here = |role: &RoleDraft| role.place.as_ref().is_none_or(|p| is_one_place(reading, p, &place));
        let fits = |person: usize| {
            let gender = reading.people[person].gender;
            let title = reading.tables.gender(reading.text.tokens[post.title.end - 1].word);
            let same_gender = [gender, title].contains(&Gender::Unknown) || gender == title;
            same_gender
                && latest(&of_person[person]).iter().all(|&i| {
                    let role: &RoleDraft = &roles[i];
                    let own = self::seat(reading, &role.post);
                    own.is_none_or(|own| if own == seat { here(role) } else { role.status != Status::Current })
                })
        };
        let end = post.all.start;
        let sentence = reading.sentence_of(end);
        // "Take Ann Lee. A natural leader. Last year's nominee. The Ohio congressman …": as far back as somebody is named.
        let start = |back: usize| reading.text.sentences[sentence.saturating_sub(back)].first;
        let names = |first: usize| reading.mentions.within(first..end).iter().any(|f| f.kind == Kind::Person);
        let first = (1..=BACK).map(start).find(|&first| names(first)).unwrap_or_else(|| start(1));
        let people = reading.mentions.within(first..end).iter().filter(|f| f.kind == Kind::Person);
        let pronouns = (first..end).filter(|&at| reading.text.tokens[at].has(class::HE.or(class::SHE)));
        let meant = pronouns.filter_map(|at| reading.referent(at));
        let able: BTreeSet<usize> =
            people.filter_map(|f| f.entity).chain(meant).filter(|&person| fits(person)).collect();
        let mut able = able.into_iter();
        let (Some(person), None) = (able.next(), able.next()) else { continue };
        let known = of_person[person].iter().copied().find(|&i| self::seat(reading, &roles[i].post) == Some(seat));
        if let Some(i) = known {
            roles[i].place.get_or_insert(place);
            continue;
        }
        // Whoever is said elsewhere to hold it is meant.
        if roles.iter().any(|role| self::seat(reading, &role.post) == Some(seat) && role.place.is_some() && here(role))
        {
            continue;
        }
        of_person[person].push(roles.len());
        let the = post.all.start - usize::from(!reading.text.tokens[post.all.start].is(words::THE));
        roles.push(RoleDraft {
            person,
            person_tokens: the..the + 1,
            post: post.title.clone(),
            kind: post.kind,
            place: Some(place),
            status: if post.former || post.outgoing { Status::Former } else { Status::Current },
            acting: post.acting,
            keeps: false,
            since: None,
            until: None,
            evidence: the..post.title.end,
            rule: "definite-description",
        });
    }
}

/// "the Ohio senator", "the former Port Ellery mayor": with a place before the title, and no name beside it.
fn is_description(reading: &Reading<'_>, post: &Post) -> bool {
    let tokens = &reading.text.tokens;
    let civic = matches!(post.scope, PostScope::Seat | PostScope::Local);
    if !civic || post.plural || post.weak || post.incoming || post.all.start == 0 {
        return false;
    }
    let the = tokens[post.all.start].is(words::THE) || tokens[post.all.start - 1].is(words::THE);
    let place = post.organization.as_ref().filter(|o| o.start < post.title.start);
    let placed = place.is_some_and(|o| reading.mentions.of_kind(o.start, Kind::Place).is_some());
    if !the || !placed {
        return false;
    }
    let Some(next) = tokens.get(post.title.end) else { return true };
    // "the Ohio senator who", "the Ohio senator from Port Ellery", "the Ohio governor's race", "the Ohio governor race"
    let goes_on = next.has(class::WHO) || next.is_any(&[words::OF, words::FROM, words::ELECT]) || next.is_possessive();
    let noun =
        next.gap == Gap::Space && next.has(class::COMMON) && !next.has(class::GRAMMAR.or(class::VERB).or(class::SAY));
    let name = post.title.end + usize::from(next.is(words::COMMA));
    let named = reading.mentions.covering(name).is_some_and(|(_, f)| matches!(f.kind, Kind::Person | Kind::Post));
    !goes_on && !noun && !named && !next.has(class::HYPHENATED)
}
