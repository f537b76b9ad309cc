//! Of which state a member of a legislature is: party tags, links of web pages, descriptions later in the text.

use super::rules::Holder;
use crate::clauses;
use crate::events::context;
use crate::events::draft::{Place, RoleDraft};
use crate::lexicon::{PostScope, class, words};
use crate::mentions::{Found, Kind, Post};
use crate::reading::{Reading, is_party_letter};
use crate::text::{Gap, Shape, Token};

/// "Sen. Ann Lee (R-Ohio)", "Rep. Omar Diaz, D-N.Y.": the state stands in the party tag.
pub(super) fn party_state(reading: &Reading<'_>, post: &Post, holder: &Holder) -> Option<Place> {
    if post.scope == PostScope::Seat { state_after(reading, holder.tokens.end) } else { None }
}

/// The state of the party that a name goes on with.
fn state_after(reading: &Reading<'_>, end: usize) -> Option<Place> {
    let tokens = &reading.text.tokens;
    // "Sen. Ann Lee's (R-Ohio) service"
    let end = end + usize::from(tokens.get(end).is_some_and(Token::is_possessive));
    let open = tokens.get(end)?;
    if !open.is_any(&[words::OPEN, words::COMMA]) {
        return None;
    }
    if open.is(words::OPEN)
        && let Some(place) = spaced_tag(reading, end + 1)
    {
        return Some(place);
    }
    // "Rep. Ann Lee, an Ohio Democrat"
    let article =
        open.is(words::COMMA) && tokens.get(end + 1).is_some_and(|t| t.is_any(&[words::A, words::AN, words::THE]));
    let mut first = end + 1 + usize::from(article);
    // "Rep. Ann Lee, a moderate Democrat from Ohio"
    if article {
        first += tokens[first..].iter().take(3).take_while(|t| t.shape == Shape::Lower && t.has(class::COMMON)).count();
    }
    let tag = tokens.get(first)?;
    // "Sen. Ann Lee (Ohio)", "Rep. Omar Diaz, Pennsylvania Republican"
    if let Some(place) = reading.mentions.of_kind(first, Kind::Place).filter(|p| p.first == first) {
        let next = tokens.get(place.last);
        let closes = open.is(words::OPEN) && next.is_some_and(|t| t.is(words::CLOSE));
        // "Sens. Ann Lee, Ohio; and Omar Diaz, Maine", "Sen. Ann Lee, Ohio, said"
        let listed = |t: &Token| t.is(words::SEMICOLON) || t.is(words::COMMA) && clauses::is_state(reading, place);
        let party =
            open.is(words::COMMA) && next.is_some_and(|t| t.has(class::PERSON_NOUN) && t.is_capital() || listed(t));
        return (closes || party).then(|| Place::new(reading, place.range()));
    }
    // "Senator Ann Lee, Republican of Ohio"
    if tag.has(class::PERSON_NOUN)
        && tag.is_capital()
        && tokens.get(first + 1).is_some_and(|t| t.is_any(&[words::OF, words::FROM]))
    {
        let place = reading.mentions.of_kind(first + 2, Kind::Place);
        return place.map(|place| Place::new(reading, place.range()));
    }
    if !reading.is_party_tag(first) {
        return None;
    }
    let bytes = &reading.text.source.as_bytes()[tag.start as usize..tag.end as usize];
    // "D-West Virginia": the place goes on after the tag.
    let words = tokens[first + 1..].iter().take(2).map(|t| t.word);
    let place = reading
        .tables
        .places
        .longest(std::iter::once(reading.tables.word(&bytes[2..].to_ascii_lowercase())).chain(words));
    Some(Place { tokens: first..first + place.map_or(1, |(length, _)| length), entity: None })
}

/// "(R., Ohio)", "(D–Vt.)", "(D) of Ohio": party and state as words of their own.
fn spaced_tag(reading: &Reading<'_>, party: usize) -> Option<Place> {
    let tokens = &reading.text.tokens;
    let tag = tokens.get(party)?;
    let name = &reading.text.source.as_bytes()[tag.start as usize..tag.end as usize];
    if !matches!(name, [letter] | [letter, b'.'] if is_party_letter(*letter)) {
        return None;
    }
    let link = tokens.get(party + 1)?;
    let place = if link.is(words::CLOSE) && tokens.get(party + 2)?.is(words::OF) {
        party + 3
    } else if link.is_any(&[words::COMMA, words::EN_DASH, words::DASH, words::EM_DASH]) {
        party + 2
    } else {
        party + 1
    };
    let found = reading.mentions.of_kind(place, Kind::Place).filter(|f| f.first == place)?;
    Some(Place::new(reading, found.range()))
}

/// "Sen. Ann Lee Ann Marie Lee Tax bill stalls in House MORE (R-Ohio)": a page links the full name, and headlines of other
/// pages, between a name and its tag.
fn state_after_links(reading: &Reading<'_>, end: usize) -> Option<Place> {
    const LINKS: usize = 90; // tokens
    let tokens = &reading.text.tokens;
    let linked = reading.mentions.of_kind(end, Kind::Person).is_some_and(|f| f.first == end);
    if !linked || tokens[end].gap != Gap::Space {
        return None;
    }
    let is_more = |&at: &usize| tokens[at].is(words::MORE) && tokens[at].shape == Shape::Upper;
    let more = (end..tokens.len().min(end + LINKS)).find(is_more)?;
    state_after(reading, more + 1)
}

/// What state members are of whose title does not say it: "Sen. Ann Lee said no … Ms. Lee, Ohio Republican, …", "the Ohio
/// Democrat" right after the one of whom the text speaks.
pub(crate) fn states(reading: &Reading<'_>, drafts: &mut [RoleDraft]) {
    let is_seat =
        |d: &RoleDraft| reading.post_at(d.post.start).is_some_and(|i| reading.posts[i].scope == PostScope::Seat);
    // The state says more than the house.
    let house = |place: &Place| context::is_chamber(reading, place.tokens.start);
    let open = |d: &RoleDraft| d.place.as_ref().is_none_or(house) && is_seat(d);
    if !drafts.iter().any(open) {
        return;
    }
    let mut found: Vec<Option<Place>> = vec![None; reading.people.len()];
    // "Rep. Ann Lee … the Ohio congresswoman"
    for draft in drafts.iter().filter(|d| is_seat(d)) {
        let place = draft.place.as_ref().filter(|p| reading.mentions.of_kind(p.tokens.start, Kind::Place).is_some());
        if found[draft.person].is_none() {
            found[draft.person] = place.cloned();
        }
    }
    let mut last: Option<usize> = None;
    for mention in &reading.mentions.list {
        if let Some(person) = mention.entity.filter(|_| mention.kind == Kind::Person) {
            last = Some(person);
            if found[person].is_none() {
                let state = state_after(reading, mention.last);
                found[person] = state.or_else(|| state_after_links(reading, mention.last));
            }
        } else if let Some(person) = last.filter(|_| mention.kind == Kind::Place) {
            let the = mention.first > 0 && reading.text.tokens[mention.first - 1].is(words::THE);
            if the && found[person].is_none() && is_partisan(reading, mention.last) && !is_introduced(reading, mention)
            {
                found[person] = Some(Place::new(reading, mention.range()));
            }
        }
    }
    for draft in drafts.iter_mut() {
        if open(draft) && found[draft.person].is_some() {
            draft.place.clone_from(&found[draft.person]);
        }
    }
}

/// "the Ohio Democrat"
fn is_partisan(reading: &Reading<'_>, at: usize) -> bool {
    let noun = reading.text.tokens.get(at);
    noun.is_some_and(|t| t.has(class::PERSON_NOUN) && t.is_capital() && t.gap == Gap::Space)
}

/// "the Ohio Democrat Omar Diaz", "the Ohio Democrat, Omar Diaz,": a name of its own goes with the description.
fn is_introduced(reading: &Reading<'_>, place: &Found) -> bool {
    let next = place.last + 1;
    let comma = usize::from(reading.text.tokens.get(next).is_some_and(|t| t.is(words::COMMA)));
    reading.mentions.of_kind(next + comma, Kind::Person).is_some()
}
