//! Who is in office: of several holders of one office the one whom the text shows to act, and the presidents whom news calls so
//! without a country.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::assemble::PostKey;
use super::draft::{ChangeDraft, Place, RoleDraft, post_name};
use super::geography;
use crate::PartialDate;
use crate::lexicon::{Form, Gender, PostKind, Term, WordId, class, words};
use crate::mentions::{Found, Kind};
use crate::reading::Reading;
use crate::record::{Direction, Realis, Status};
use crate::text::{Gap, Shape, Token};

/// One office has one holder: of several people who are said to hold it now, the one whom the document speaks of most does,
/// and the others did ("the rule that President Diaz signed").
pub(crate) fn one_holder(reading: &Reading<'_>, changes: &[ChangeDraft], roles: &mut [RoleDraft]) {
    // Who says and does things now counts for more than whom history is told of.
    let mut counts = vec![0usize; reading.people.len()];
    for found in reading.mentions.list.iter().filter(|f| f.kind == Kind::Person) {
        if let Some(person) = found.entity {
            counts[person] += if acts_now(reading, found.last) { 3 } else { 1 };
        }
    }
    let mut holders: BTreeMap<(String, String), usize> = BTreeMap::new();
    let key = |role: &RoleDraft| {
        let sole = reading.post_at(role.post.start).is_some_and(|i| reading.posts[i].sole && !reading.posts[i].plural);
        let place = role.place.as_ref().map_or(String::new(), |p| p.name(reading).to_lowercase());
        // Chiefs of staff serve many masters: without a place they may be two.
        let anyone = place.is_empty() && role.kind == PostKind::Staff;
        (sole && !anyone && role.status == Status::Current)
            .then(|| (post_name(reading, &role.post).to_lowercase(), place))
    };
    let keys: Vec<_> = roles.iter().map(key).collect();
    for (role, key) in roles.iter().zip(&keys) {
        let Some(key) = key else { continue };
        let holder = holders.entry(key.clone()).or_insert(role.person);
        if counts[role.person] > counts[*holder] {
            *holder = role.person;
        }
    }
    // "the Diaz administration" has a president, whom the text need not call so.
    for person in heads_of_administrations(reading) {
        if let Some(holder) = holders.get_mut(&("president".to_owned(), String::new()))
            && counts[person] > counts[*holder]
        {
            *holder = person;
        }
    }
    for (role, key) in roles.iter_mut().zip(keys) {
        let Some(key) = key else { continue };
        // "William Lee", "Bill Lee": two names of one man.
        let surname = |person: usize| {
            let last = reading.people[person].fullest.end - 1;
            reading.text.words(last..last + 1)
        };
        let another = |holder: usize| holder != role.person && surname(holder) != surname(role.person);
        if holders.get(&key).is_some_and(|&holder| another(holder)) {
            role.status = Status::Former;
        }
    }
    let leaves = leavers(reading, changes);
    let late = mourned(reading);
    for role in roles.iter_mut() {
        role.status = status_in_office(reading, &leaves, role).unwrap_or(role.status);
        if role.status == Status::Current && late.contains(&role.person) {
            role.status = Status::Former;
        }
    }
}

/// Whom the text calls dead: "the late Ann Lee", "the late Ohio Sen. Omar Diaz".
fn mourned(reading: &Reading<'_>) -> BTreeSet<usize> {
    const TITLES: usize = 6; // tokens: "Supreme Court Justice"
    let tokens = &reading.text.tokens;
    let titled = |at: &usize| {
        let found = reading.mentions.covering(*at);
        tokens[*at].has(class::HONORIFIC)
            || found.is_some_and(|(_, f)| f.kind != Kind::Person && !tokens[*at].is(words::LATE))
    };
    // Not "the late Diaz convert".
    let compound = |f: &Found| {
        let next = tokens.get(f.last).filter(|t| t.gap == Gap::Space && t.shape == Shape::Lower);
        next.is_some_and(|t| t.has(class::COMMON) && !t.has(class::GRAMMAR.or(class::SAY).or(class::VERB)))
    };
    let people = reading.mentions.list.iter().filter(|f| f.kind == Kind::Person && !compound(f));
    let late = people.filter(|found| {
        let lead = (found.first.saturating_sub(TITLES)..found.first).rev().find(|at| !titled(at));
        lead.is_some_and(|at| {
            let before = at.checked_sub(1).map(|before| &tokens[before]);
            tokens[at].is(words::LATE) && before.is_some_and(|t| t.has(class::DETERMINER.or(class::POSSESSIVE)))
        })
    });
    late.filter_map(|found| found.entity).collect()
}

/// Who leaves which posts as the document tells it; no post for whoever only resigns.
fn leavers(reading: &Reading<'_>, changes: &[ChangeDraft]) -> BTreeMap<usize, Vec<Option<PostKey>>> {
    const MOST: usize = 16; // posts that one leaves
    let mut leaves: BTreeMap<usize, Vec<Option<PostKey>>> = BTreeMap::new();
    let told = |c: &&ChangeDraft| c.direction == Direction::Out && matches!(c.realis, Realis::Actual | Realis::Planned);
    for change in changes.iter().filter(told) {
        let posts = leaves.entry(change.person).or_default();
        if posts.len() < MOST {
            posts.push(change.post.as_ref().map(|post| PostKey::new(reading.tables, &post_name(reading, post))));
        }
    }
    leaves
}

/// What the document's date says of "President Carter", where it is known when he held that office: nothing of the weeks around
/// his first and last day, which the text tells of itself, nor where the text calls him a former one.
fn status_in_office(
    reading: &Reading<'_>,
    leaves: &BTreeMap<usize, Vec<Option<PostKey>>>,
    role: &RoleDraft,
) -> Option<Status> {
    const WEEKS: i32 = 60; // days
    let today = reading.published?.days_since_epoch();
    let stated = reading.post_at(role.post.start).is_some_and(|i| reading.posts[i].former || reading.posts[i].outgoing);
    let all = || terms(reading, role.person, &role.post, role.place.as_ref());
    let terms = || all().filter(|term| term.from <= today);
    let settled = |term: &Term| term.from + WEEKS <= today && term.until.is_none_or(|until| today < until - WEEKS);
    match () {
        () if stated || terms().next().is_none() => None,
        // "Attorney General Lee announced that he will resign"
        () if terms().any(settled) && role.status == Status::Former && leaves_office(reading, leaves, role) => None,
        () if terms().any(settled) => Some(Status::Current),
        // "incoming Speaker Lee", who was it once before.
        () if role.status == Status::Incoming && all().any(|term| term.from > today) => None,
        () if terms().any(|term| term.until.is_none_or(|until| today < until + WEEKS)) => None,
        () => Some(Status::Former),
    }
}

/// Whether the document tells that a holder leaves; of heads of state, that is settled by the days of their terms alone.
fn leaves_office(reading: &Reading<'_>, leaves: &BTreeMap<usize, Vec<Option<PostKey>>>, role: &RoleDraft) -> bool {
    let own = || PostKey::new(reading.tables, &post_name(reading, &role.post));
    !reading.text.tokens[role.post.end - 1].is_any(&HEADS_OF_STATE)
        && leaves.get(&role.person).is_some_and(|posts| {
            posts.iter().any(|post| post.as_ref().is_none_or(|post| post.same(&own(), reading.tables)))
        })
}

/// Whether it is known that somebody held an office at other times than the document's alone.
pub(super) fn is_of_other_times(reading: &Reading<'_>, person: usize, post: &Range<usize>) -> bool {
    let Some(today) = reading.published.map(|date| date.days_since_epoch()) else { return false };
    let now = |term: &Term| term.from <= today && term.until.is_none_or(|until| today <= until);
    terms(reading, person, post, None).next().is_some() && !terms(reading, person, post, None).any(now)
}

/// The last words of the titles that are of a country, and of no house in it.
const HEADS_OF_STATE: [WordId; 4] = [words::PRESIDENT, words::MINISTER, words::CHANCELLOR, words::PREMIER];

/// The country, of all but the United States, that somebody of a known name heads or headed: "President Lee", "the prime minister".
pub(super) fn headed_country<'r>(reading: &'r Reading<'_>, person: usize, post: &Range<usize>) -> Option<&'r str> {
    if !reading.text.tokens[post.end - 1].is_any(&HEADS_OF_STATE) || post.len() > 2 {
        return None;
    }
    let today = reading.published.map_or(i32::MAX, PartialDate::days_since_epoch);
    let mut terms = terms(reading, person, post, None).filter(|term| term.from <= today);
    let country = &*terms.next()?.country;
    (country != "United States" && terms.all(|term| &*term.country == country)).then_some(country)
}

/// Whether it is known that somebody held an office, and no longer does at the document's date.
pub(super) fn held_before(reading: &Reading<'_>, person: usize, post: &Range<usize>) -> bool {
    let Some(today) = reading.published.map(PartialDate::days_since_epoch) else { return false };
    let mut terms = terms(reading, person, post, None).filter(|term| term.from <= today).peekable();
    terms.peek().is_some() && terms.all(|term| term.until.is_some_and(|until| until < today))
}

/// The times at which a person of a known name held an office.
fn terms<'r>(
    reading: &'r Reading<'_>,
    person: usize,
    post: &Range<usize>,
    place: Option<&Place>,
) -> impl Iterator<Item = &'r Term> {
    const MEMORY: i32 = 100 * 366; // days: how long a surname alone tells who is meant
    let person = &reading.people[person];
    let tokens = &reading.text.tokens;
    let surname = person.fullest.clone().rfind(|&at| tokens[at].has(class::SURNAME));
    let given = move || person.fullest.clone().filter(move |&at| Some(at) != surname).map(|at| &tokens[at]);
    let today = reading.published.map(PartialDate::days_since_epoch);
    let terms = surname.map_or(&[][..], |at| reading.tables.terms(tokens[at].word));
    terms.iter().filter(move |term| {
        // "Secretary of State Lee" is of the State Department, "Speaker Lee" of the House.
        let heads = term.title.last().is_some_and(|word| HEADS_OF_STATE.contains(word));
        let in_country = |place: &Place| match geography::country_of(reading, place) {
            Some(country) => country == &*term.country,
            None => !heads && !geography::is_place(reading, place),
        };
        let recent = || today.zip(term.until).is_none_or(|(today, until)| today - until < MEMORY);
        let head = post.end.saturating_sub(term.title.len()).max(post.start);
        // "Presidents Ann Lee and Omar Diaz"
        let plural = |at: usize| tokens[at].is(words::PRESIDENTS) && at + 1 == post.end;
        let word = |at: usize| if plural(at) { words::PRESIDENT } else { tokens[at].word };
        (head..post.end).map(word).eq(term.title.iter().copied())
            && (post.start..head).all(|at| tokens[at].has(class::PLACE_START))
            && place.is_none_or(in_country)
            && if given().any(|t| t.is_word()) {
                given().any(|t| term.given.contains(&t.word))
            } else {
                recent() && person.gender != Gender::Female
            }
    })
}

/// "President Carter": said without a country.
pub(super) fn is_us_president_titled(reading: &Reading<'_>, post: &std::ops::Range<usize>) -> bool {
    reading.text.tokens[post.end - 1].is(words::PRESIDENT)
        && reading
            .mentions
            .of_kind(post.end, Kind::Person)
            .is_some_and(|f| reading.text.tokens[f.last - 1].has(class::US_PRESIDENT))
}

/// Whether a person's whole name may be one of a president of the United States.
pub(super) fn is_us_president(reading: &Reading<'_>, person: usize) -> bool {
    let known = &reading.people[person];
    known.gender != Gender::Female
        && reading.text.tokens[known.fullest.clone()]
            .iter()
            .all(|t| t.has(class::US_PRESIDENT.or(class::ABBREVIATION)) || t.shape == Shape::Initial || !t.is_word())
}

/// Whose administration, presidency or White House the text speaks of.
pub(super) fn heads_of_administrations<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = usize> + 'r {
    let tokens = &reading.text.tokens;
    let people = reading.mentions.list.iter().filter(|f| f.kind == Kind::Person);
    people.filter_map(move |found| {
        let next = found.last + usize::from(tokens.get(found.last).is_some_and(Token::is_possessive));
        let named = tokens.get(next)?.is_any(&[words::ADMINISTRATION, words::PRESIDENCY]);
        // "what a Diaz administration would do" is none yet.
        let wished = found.first > 0 && tokens[found.first - 1].is_any(&[words::A, words::AN]);
        found.entity.filter(|_| named && !wished)
    })
}

/// "Lee says", "Lee has pardoned", "Lee would sign", "Lee on Thursday": what follows a name is of the present.
pub(crate) fn acts_now(reading: &Reading<'_>, after: usize) -> bool {
    let Some(next) = reading.text.tokens.get(after) else { return false };
    let present = || reading.tables.verb_form(next.word).is_some_and(|v| v.form.has(Form::PRESENT));
    let weekday = || next.is(words::ON) && reading.text.tokens.get(after + 1).is_some_and(|t| t.has(class::WEEKDAY));
    next.has(class::SAY.or(class::MODAL).or(class::WEEKDAY))
        || next.is_any(&[words::IS, words::HAS])
        || present()
        || weekday()
}
