//! What is said in one breath: several posts of one person by one verb are at one place and change hands on one day.

use std::collections::BTreeMap;
use std::ops::Range;

use super::announcer;
use super::context::is_employer;
use super::draft::{ChangeDraft, Place, RoleDraft};
use super::state::RolesOf;
use crate::lexicon::{class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::Direction;

/// How many posts of one verb are looked at.
const MOST: usize = 8;

/// The drafts of one person by one verb, each list in the order of the drafts.
fn by_verb(drafts: &[ChangeDraft]) -> impl Iterator<Item = Vec<usize>> + use<> {
    let mut said: BTreeMap<(usize, Direction, usize), Vec<usize>> = BTreeMap::new();
    for (i, draft) in drafts.iter().enumerate().filter(|(_, d)| d.post.is_some()) {
        let together = said.entry((draft.person, draft.direction, draft.trigger)).or_default();
        if together.len() < MOST {
            together.push(i);
        }
    }
    said.into_values().filter(|together| together.len() > 1)
}

/// "will act as chairman and adviser of Acme", "Acme's chairman and treasurer resigned": what is joined is at one place.
pub(super) fn share_place(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    for together in by_verb(drafts) {
        for &i in &together {
            let Some(post) = drafts[i].post.clone().filter(|_| drafts[i].place.is_none()) else { continue };
            let place = together.iter().find_map(|&j| {
                let (other, place) = (drafts[j].post.as_ref()?, drafts[j].place.as_ref()?);
                is_joined(reading, &post, other).then(|| place.clone())
            });
            drafts[i].place = place;
        }
    }
}

/// "Tilden College dean Lee, provost Diaz and registrar Roe resigned": all are where the first title says.
pub(super) fn share_in_list(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let mut order: Vec<usize> = (0..drafts.len()).filter(|&i| drafts[i].post.is_some()).collect();
    order.sort_by_key(|&i| (drafts[i].trigger, drafts[i].post.as_ref().map(|post| post.start)));
    let tokens = &reading.text.tokens;
    for pair in 1..order.len() {
        let (before, i) = (&drafts[order[pair - 1]], order[pair]);
        let draft = &drafts[i];
        let same =
            before.trigger == draft.trigger && before.direction == draft.direction && before.person != draft.person;
        let (Some(first), Some(post)) = (&before.post, &draft.post) else { continue };
        if !same || draft.place.is_some() || draft.employer.is_some() {
            continue;
        }
        let named = |d: &ChangeDraft, post: &Range<usize>| d.person_tokens.start == post.end;
        let between = before.person_tokens.end..post.start;
        let listed = !between.is_empty()
            && between.len() <= 3
            && tokens[between].iter().all(|t| t.is(words::COMMA) || t.has(class::CONJUNCTION.or(class::DETERMINER)));
        if listed && named(before, first) && named(draft, post) {
            drafts[i].place = before.place.clone();
        }
    }
}

/// "before joining Acme, where she was named treasurer": there.
pub(super) fn be_where_it_was(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    const CLAUSE: usize = 8; // "where she had in 2009 been"
    let tokens = &reading.text.tokens;
    for draft in drafts.iter_mut().filter(|d| d.place.is_none() && announcer::may_be_of_house(reading, d)) {
        let start = reading.text.sentences[reading.sentence_of(draft.trigger)].first;
        let mut clause = (start..draft.trigger).rev().take(CLAUSE).take_while(|&at| !tokens[at].is(words::COMMA));
        let Some(comma) = clause.find(|&at| tokens[at].is(words::WHERE)).and_then(|at| at.checked_sub(1)) else {
            continue;
        };
        let named = comma.checked_sub(1).filter(|_| tokens[comma].is(words::COMMA)).unwrap_or(comma);
        let found = reading.mentions.of_kind(named, Kind::Organization).filter(|f| f.last == named + 1);
        draft.place = found.filter(|f| is_employer(reading, f.first)).map(|f| Place::new(reading, f.range()));
    }
}

/// "Lee joined Acme in 2001 and became treasurer in 2009": there, where the same sentence has just brought her.
pub(super) fn stay_where_one_came(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let mut came: BTreeMap<usize, (usize, Place)> = BTreeMap::new(); // person → sentence and place
    let mut order: Vec<usize> = (0..drafts.len()).filter(|&i| drafts[i].direction == Direction::In).collect();
    order.sort_by_key(|&i| drafts[i].trigger);
    for i in order {
        let draft = &drafts[i];
        let sentence = reading.sentence_of(draft.trigger);
        match &draft.place {
            Some(place) if draft.post.is_none() && is_employer(reading, place.tokens.start) => {
                came.insert(draft.person, (sentence, place.clone()));
            }
            None if draft.employer.is_none() && announcer::may_be_of_house(reading, draft) => {
                let there = came.get(&draft.person).filter(|(at, _)| *at == sentence);
                drafts[i].place = there.map(|(_, place)| place.clone());
            }
            _ => {}
        }
    }
}

/// "named Lee president and treasurer. She joins in May": she takes up both then.
pub(super) fn share_date(drafts: &mut [ChangeDraft]) {
    for together in by_verb(drafts) {
        let dated = together.iter().copied().find(|&i| drafts[i].date.is_some());
        let Some(dated) = dated else { continue };
        for &i in &together {
            if drafts[i].date_text.is_none() {
                (drafts[i].date, drafts[i].date_text) = (drafts[dated].date, drafts[dated].date_text.clone());
            }
        }
    }
}

/// "president and treasurer", "president, the treasurer": only a conjunction between.
fn is_joined(reading: &Reading<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    const BETWEEN: usize = 4; // ", and as its"
    let (first, last) = if a.start < b.start { (a, b) } else { (b, a) };
    let tokens = &reading.text.tokens;
    let small = class::CONJUNCTION.or(class::DETERMINER).or(class::POSSESSIVE);
    first.end < last.start
        && last.start - first.end <= BETWEEN
        && tokens[first.end..last.start].iter().all(|t| t.has(small) || t.is_any(&[words::COMMA, words::AS]))
}

/// "picked Lee, who had led the bureau, as chief of staff", "brought on Transport Secretary Lee as spokesman": where somebody is
/// or was does not say whose staff he joins.
pub(super) fn is_other_house(reading: &Reading<'_>, roles: &RolesOf<'_>, draft: &ChangeDraft, place: &Place) -> bool {
    let Some(post) = draft.post.as_ref().filter(|_| draft.direction == Direction::In) else { return false };
    let staff = reading.text.tokens[post.end - 1].has(class::HOUSE_STAFF);
    let other = |r: &RoleDraft| {
        r.post != *post
            && r.place.as_ref().is_some_and(|own| own.tokens == place.tokens)
            && reading.sentence_of(r.evidence.start) == reading.sentence_of(draft.trigger)
    };
    staff && roles.near(draft.person, draft.trigger).any(other)
}
