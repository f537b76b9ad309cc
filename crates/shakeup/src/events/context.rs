//! Organisations that only the context gives: a minister's field, a leader's chamber, a filing's company.

use std::collections::BTreeMap;

use super::assemble::PostKey;
use super::draft::{Place, RoleDraft, post_name};
use crate::lexicon::{ModifierKind, OrganizationKind, PlaceKind, PostKind, PostScope, WordId, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::Status;

/// Gives roles without an organisation the one that the document means.
pub(crate) fn place_roles(reading: &Reading<'_>, roles: &mut [RoleDraft]) {
    let company = main_company(reading);
    let shared = shared_places(reading, roles);
    for role in roles.iter_mut().filter(|r| r.place.is_none()) {
        role.place = place_of(reading, &role.post, role.kind, company.as_ref(), &shared);
    }
}

/// The organisation that the document means by a post that stands without one.
pub(crate) fn place_of(
    reading: &Reading<'_>,
    post: &std::ops::Range<usize>,
    kind: PostKind,
    company: Option<&Place>,
    shared: &BTreeMap<String, Option<Place>>,
) -> Option<Place> {
    if let Some(place) = field(reading, post, kind) {
        return Some(place);
    }
    let scope = reading.post_at(post.start).map_or(PostScope::Any, |i| reading.posts[i].scope);
    match scope {
        PostScope::Chamber => {
            return nearest(reading, post.start, 400, |r, t| is_kind(r, t, OrganizationKind::Legislature));
        }
        PostScope::Local => return nearest(reading, post.start, 40, is_local),
        PostScope::National => return nearest(reading, post.start, 60, is_country),
        PostScope::Seat => return None,
        PostScope::Any => {}
    }
    // The staff of a government are of the house that the text speaks of: "communications director Ann Lee".
    let last = reading.tables.spelling(reading.text.tokens[post.end - 1].word);
    if matches!(last, "staff" | "director" | "secretary" | "counsel" | "spokesman" | "spokeswoman")
        && post.len() > 1
        && kind != PostKind::Executive
    {
        let house = nearest(reading, post.start, 60, |r, t| is_kind(r, t, OrganizationKind::Government));
        if house.is_some() {
            return house;
        }
    }
    if kind == PostKind::Judicial {
        return nearest(reading, post.start, 400, |r, t| is_kind(r, t, OrganizationKind::Court));
    }
    let known = shared.get(&post_name(reading, post).to_lowercase()).cloned().flatten();
    known.or_else(|| company.filter(|_| kind == PostKind::Executive || kind == PostKind::Finance).cloned())
}

/// The places of posts that the document gives one place only: every "chief of staff" is the White House's.
pub(crate) fn shared_places(reading: &Reading<'_>, roles: &[RoleDraft]) -> BTreeMap<String, Option<Place>> {
    let mut shared: BTreeMap<String, Option<Place>> = BTreeMap::new();
    for role in roles {
        let Some(place) = &role.place else { continue };
        let known = shared.entry(post_name(reading, &role.post).to_lowercase()).or_insert_with(|| Some(place.clone()));
        if known.as_ref().is_some_and(|k| k.name(reading) != place.name(reading)) {
            *known = None;
        }
    }
    // A bare "president" or "director" may be of anything.
    shared.retain(|post, _| PostKey::new(post).words() > 1);
    shared
}

/// Whose field is a ministry.
const MINISTERS: [WordId; 4] = [words::SECRETARY, words::SECRETARIES, words::MINISTER, words::MINISTERS];

/// "prime minister", "under secretary", "secretary of state", "press secretary": no fields.
const NO_FIELDS: [WordId; 4] = [words::PRIME, words::UNDER, words::STATE, words::PRESS];

/// "Transport Secretary", "secretary of Homeland Security": the field of a minister is the ministry.
fn field(reading: &Reading<'_>, post: &std::ops::Range<usize>, kind: PostKind) -> Option<Place> {
    let tokens = &reading.text.tokens;
    if !matches!(kind, PostKind::Government | PostKind::Executive) {
        return None;
    }
    let head = post.clone().find(|&at| tokens[at].is_any(&MINISTERS))?;
    let clean = |range: &std::ops::Range<usize>| {
        !range.is_empty()
            && range.clone().all(|at| {
                reading.tables.posts.longest(std::iter::once(tokens[at].word)).is_none()
                    && !tokens[at].is_any(&NO_FIELDS)
                    && reading
                        .tables
                        .modifiers
                        .longest(std::iter::once(tokens[at].word))
                        .is_none_or(|(_, kind)| *kind == ModifierKind::Domain)
            })
    };
    if head + 1 == post.end {
        let before = post.start..head;
        return (clean(&before) && tokens[head].is_any(&[words::SECRETARY, words::SECRETARIES]))
            .then_some(Place { tokens: before, entity: None });
    }
    let after = head + 2..post.end;
    let of = tokens[head + 1].is_any(&[words::OF, words::FOR]);
    (of && clean(&after)).then_some(Place { tokens: after, entity: None })
}

/// The nearest mention before a token that fits, else the next one in the same sentence.
fn nearest(
    reading: &Reading<'_>,
    token: usize,
    reach: usize,
    fits: impl Fn(&Reading<'_>, usize) -> bool,
) -> Option<Place> {
    let list = &reading.mentions.list;
    let at = list.partition_point(|f| f.first < token);
    let end = reading.text.sentences[reading.sentence_of(token)].last;
    let ok = |i: &usize| matches!(list[*i].kind, Kind::Organization | Kind::Place) && fits(reading, list[*i].first);
    let before = (at.saturating_sub(40)..at).rev().filter(|&i| token - list[i].first <= reach).find(ok);
    let found = before.or_else(|| (at..list.len()).take_while(|&i| list[i].first < end).find(ok))?;
    Some(Place::new(reading, list[found].range()))
}

fn is_kind(reading: &Reading<'_>, token: usize, kind: OrganizationKind) -> bool {
    let words = reading.text.tokens[token..].iter().map(|t| t.word);
    reading.tables.organizations.longest(words).is_some_and(|(_, o)| o.kind == kind)
}

/// Whether a court is named at a token.
pub(super) fn is_court(reading: &Reading<'_>, token: usize) -> bool {
    is_kind(reading, token, OrganizationKind::Court)
}

fn is_country(reading: &Reading<'_>, token: usize) -> bool {
    let words = reading.text.tokens[token..].iter().map(|t| t.word);
    let place = reading.tables.places.longest(words);
    place.is_some_and(|(_, p)| matches!(p.kind, PlaceKind::Country | PlaceKind::Demonym))
}

fn is_local(reading: &Reading<'_>, token: usize) -> bool {
    let words = reading.text.tokens[token..].iter().map(|t| t.word);
    let place = reading.tables.places.longest(words);
    place.is_some_and(|(_, p)| matches!(p.kind, PlaceKind::State | PlaceKind::City))
}

/// The company of a document that speaks of one: named with its legal form near the top.
pub(crate) fn main_company(reading: &Reading<'_>) -> Option<Place> {
    const TOP: usize = 60;
    let top = reading.mentions.list.iter().take_while(|f| f.first < TOP);
    let found = top.filter(|f| f.kind == Kind::Organization).find(|f| {
        let last = &reading.text.tokens[f.last - 1];
        last.has(class::ORG_SUFFIX)
    })?;
    Some(Place::new(reading, found.range()))
}

/// One office has one holder: of several people who are said to hold it now, the one whom the document speaks of most does,
/// and the others did ("the rule that President Diaz signed").
pub(crate) fn one_holder(reading: &Reading<'_>, roles: &mut [RoleDraft]) {
    let mut counts = vec![0usize; reading.people.len()];
    for found in reading.mentions.list.iter().filter(|f| f.kind == Kind::Person) {
        if let Some(person) = found.entity {
            counts[person] += 1;
        }
    }
    let mut holders: BTreeMap<(String, String), usize> = BTreeMap::new();
    let key = |role: &RoleDraft| {
        let sole = reading.post_at(role.post.start).is_some_and(|i| reading.posts[i].sole);
        let place = role.place.as_ref().map_or(String::new(), |p| p.name(reading).to_lowercase());
        // Chiefs of staff serve many masters: without a place they may be two.
        let anyone = place.is_empty() && role.kind == PostKind::Staff;
        (sole && !anyone && role.status == Status::Current)
            .then(|| (post_name(reading, &role.post).to_lowercase(), place))
    };
    for role in roles.iter() {
        let Some(key) = key(role) else { continue };
        let holder = holders.entry(key).or_insert(role.person);
        if counts[role.person] > counts[*holder] {
            *holder = role.person;
        }
    }
    for role in roles.iter_mut() {
        let Some(key) = key(role) else { continue };
        if holders.get(&key).is_some_and(|&holder| holder != role.person) {
            role.status = Status::Former;
        }
    }
}
