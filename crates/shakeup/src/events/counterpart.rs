//! The two sides of one post: whoever comes takes what the other leaves.

use std::collections::BTreeMap;
use std::ops::Range;

use super::assemble::{PostKey, places_agree};
use super::context;
use super::draft::{ChangeDraft, RoleDraft, post_name};
use super::state::{RolesOf, is_settled_in, key_of};
use crate::clauses;
use crate::lexicon::{FrameEvent, ModifierKind, PostScope, class, words};
use crate::reading::{Reading, latest};
use crate::record::{Direction, Realis, Reason, Status};

/// In days.
const YEAR: i32 = 366;

/// How many posts one person may take by one verb.
const MOST_SEATS: usize = 4;

/// How many arrivals of one document are compared with each other.
const MOST_COMERS: usize = 24;

/// "took over after the departure of Lee in June", "named to succeed Lee, who retired in 2007": near enough to a month or year of
/// the predecessor's, when the sentence gives no other.
pub(super) fn share_months(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let mut gone: BTreeMap<usize, Vec<usize>> = BTreeMap::new(); // successor → drafts
    for (i, draft) in drafts.iter().enumerate() {
        let dated = draft.date.is_some_and(|date| date.day().is_none());
        if let Some((comer, _)) = draft.counterpart.as_ref().filter(|_| dated && draft.direction == Direction::Out) {
            gone.entry(*comer).or_default().push(i);
        }
    }
    for i in 0..drafts.len() {
        let draft = &drafts[i];
        let comes = draft.direction == Direction::In && draft.reason != Some(Reason::Nominated) && !draft.future;
        let undated = comes && draft.date_text.is_none() && draft.realis == Realis::Actual;
        let Some(others) = gone.get(&draft.person).filter(|_| undated) else { continue };
        let sentence = reading.sentence_of(draft.trigger);
        let other = latest(others).iter().copied().find(|&j| {
            reading.sentence_of(drafts[j].trigger) == sentence
                && drafts[j].trigger >= draft.trigger
                && !drafts[j].future
                && draft.counterpart.as_ref().is_none_or(|(person, _)| *person == drafts[j].person)
        });
        // "Acme named Lee treasurer, replacing Diaz, who died in March": no day of what is the news itself.
        let news = |j: usize| {
            let chosen = matches!(drafts[i].reason, Some(Reason::Appointed | Reason::Elected | Reason::Promoted));
            let ago = reading
                .published
                .zip(drafts[j].date)
                .map(|(now, then)| now.days_since_epoch() - then.days_since_epoch());
            chosen && ago.is_some_and(|days| days < YEAR)
        };
        if let Some(other) = other.filter(|&j| !news(j)) {
            (drafts[i].date, drafts[i].date_text) = (drafts[other].date, drafts[other].date_text.clone());
        }
    }
}

/// "Acme named Lee president and treasurer, succeeding Diaz, who remains a director": Diaz leaves what Lee takes, whatever
/// else the text says that he is; unless his title stands with his name in that sentence.
pub(super) fn take_stated_seats(reading: &Reading<'_>, roles: &RolesOf<'_>, drafts: &mut Vec<ChangeDraft>) {
    let mut taken: BTreeMap<usize, Vec<usize>> = BTreeMap::new(); // comer → drafts with a post
    for (i, draft) in drafts.iter().enumerate() {
        if draft.direction == Direction::In && draft.post.is_some() {
            taken.entry(draft.person).or_default().push(i);
        }
    }
    let mut more = Vec::new();
    for i in 0..drafts.len() {
        let draft = &drafts[i];
        if draft.direction != Direction::Out || draft.post.is_some() {
            continue;
        }
        let Some(seats) = draft.counterpart.as_ref().and_then(|(comer, _)| taken.get(comer)) else { continue };
        let sentence = reading.sentence_of(draft.trigger);
        // "In 2000 she was made chief. She will replace Lee, who retired in February": of another year.
        let apart = |j: usize| {
            let years = (drafts[j].date.map(|d| d.year()), draft.date.map(|d| d.year()));
            matches!(years, (Some(a), Some(b)) if a != b)
        };
        let near = |&&j: &&usize| sentence.abs_diff(reading.sentence_of(drafts[j].trigger)) <= 1 && !apart(j);
        let Some(&first) = seats.iter().find(near) else { continue };
        // "succeeding Senator Lee"
        let titled = roles
            .near(draft.person, draft.trigger)
            .any(|r| reading.sentence_of(r.evidence.start) == sentence && r.is_beside_name(reading));
        if titled {
            continue;
        }
        let mut together: Vec<usize> =
            seats.iter().copied().filter(|&j| drafts[j].trigger == drafts[first].trigger).take(MOST_SEATS).collect();
        // "named president and a director, succeeding Diaz": a board has more seats than one.
        if together.len() > 1 {
            together.retain(|&j| !is_seat_on_board(reading, &drafts[j]));
        }
        // "treasurer in 1990 and president in 2004, succeeding Diaz": president alone.
        if let Some(last) = together.iter().filter_map(|&j| drafts[j].date).max() {
            together.retain(|&j| drafts[j].date.is_none_or(|date| date == last));
        }
        for (order, &j) in together.iter().enumerate() {
            let (post, place) = (drafts[j].post.clone(), drafts[j].place.clone());
            if order == 0 {
                drafts[i].post = post;
                drafts[i].place = place;
            } else {
                let other = (drafts[i].person, drafts[i].person_tokens.clone());
                drafts[j].counterpart.get_or_insert(other);
                more.push(ChangeDraft { post, place, moved: None, ..drafts[i].clone() });
            }
        }
    }
    drafts.append(&mut more);
}

/// "elected Lee and Diaz directors. They replace Roe and Poe": who goes, and is said to be followed by nobody in particular,
/// leaves what several others came to by one verb just before.
pub(super) fn leave_seats_of_several(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let mut last: Option<(usize, usize)> = None; // of the last verb that brought several: two of its drafts
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|&i| drafts[i].trigger);
    let mut before: Option<usize> = None;
    for i in order {
        let draft = &drafts[i];
        if draft.direction == Direction::In && draft.post.is_some() {
            let several = before.filter(|&j| {
                drafts[j].trigger == draft.trigger && drafts[j].person != draft.person && drafts[j].post == draft.post
            });
            last = several.map(|j| (j, i)).or(last);
            before = Some(i);
            continue;
        }
        let goes = draft.direction == Direction::Out && draft.event == FrameEvent::Swap;
        let unsaid = draft.post.is_none() && draft.place.is_none() && draft.counterpart.is_none();
        let Some((one, _)) = last.filter(|_| goes && unsaid) else { continue };
        let sentences = reading.sentence_of(draft.trigger).abs_diff(reading.sentence_of(drafts[one].trigger));
        if (1..=2).contains(&sentences) {
            drafts[i].post = drafts[one].post.clone();
            drafts[i].place = drafts[one].place.clone();
        }
    }
}

/// "named to replace the late Justice Lee": who leaves so has died, whether or not the other is settled.
pub(super) fn follow_the_dead(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let tokens = &reading.text.tokens;
    let followed = |d: &&mut ChangeDraft| d.direction == Direction::Out && d.reason.is_none();
    for draft in drafts.iter_mut().filter(followed) {
        let name = draft.person_tokens.start;
        let title = name.checked_sub(1).and_then(|at| reading.post_at(at)).map(|post| &reading.posts[post]);
        let first = title.filter(|post| post.title.end == name).map_or(name, |post| post.title.start);
        let first = first - usize::from(first > 0 && tokens[first - 1].has(class::HONORIFIC));
        if first > 0 && tokens[first - 1].is(words::LATE) {
            draft.reason = Some(Reason::Died);
            draft.realis = Realis::Actual;
        }
    }
}

/// "director", "member of the board", "the board": one of several seats.
fn is_seat_on_board(reading: &Reading<'_>, draft: &ChangeDraft) -> bool {
    draft.post.as_ref().is_some_and(|post| {
        let tokens = &reading.text.tokens;
        post.len() == 1 && tokens[post.start].is(words::DIRECTOR) || post.clone().any(|at| tokens[at].is(words::BOARD))
    })
}

/// "Lee was named treasurer in 2010. She was fired on Monday": who leaves a post that the text does not name leaves the one
/// that it says her to have taken.
pub(super) fn leave_what_was_taken(drafts: &mut [ChangeDraft]) {
    let mut taken: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, draft) in drafts.iter().enumerate() {
        if draft.direction == Direction::In && draft.post.is_some() && draft.realis == Realis::Actual && !draft.future {
            taken.entry(draft.person).or_default().push(i);
        }
    }
    for i in 0..drafts.len() {
        let draft = &drafts[i];
        if draft.direction != Direction::Out || draft.post.is_some() || draft.place.is_some() {
            continue;
        }
        let before = |&&j: &&usize| drafts[j].trigger < draft.trigger;
        let Some(&from) = taken.get(&draft.person).and_then(|list| latest(list).iter().rev().find(before)) else {
            continue;
        };
        drafts[i].post = drafts[from].post.clone();
        drafts[i].place = drafts[from].place.clone();
    }
}

/// "Diaz, now treasurer, will become president. Lee was named treasurer": who moves on leaves what another takes.
pub(super) fn leave_what_another_takes(reading: &Reading<'_>, roles: &RolesOf<'_>, drafts: &mut Vec<ChangeDraft>) {
    let news = |d: &ChangeDraft| {
        d.direction == Direction::In
            && d.post.is_some()
            && d.realis == Realis::Actual
            && !d.inferred
            && !is_settled_in(reading, d)
            && !d.post.as_ref().is_some_and(|post| reading.text.tokens[post.start].is(words::BOARD))
    };
    let comers: Vec<usize> = (0..drafts.len()).filter(|&i| news(&drafts[i])).take(MOST_COMERS).collect();
    if comers.len() < 2 {
        return;
    }
    let mut more = Vec::new();
    for &i in &comers {
        let comes = &drafts[i];
        let Some(key) = bare_key(reading, comes).filter(|_| comes.counterpart.is_none()) else { continue };
        let same =
            |post: &Range<usize>| PostKey::new(reading.tables, &post_name(reading, post)).same(&key, reading.tables);
        // Whoever held it, and is named to another post here.
        let moves = |&&j: &&usize| {
            let other = &drafts[j];
            other.person != comes.person
                && other.post.as_ref().is_some_and(|post| !same(post))
                && !drafts.iter().any(|d| {
                    d.direction == Direction::Out && d.person == other.person && d.post.as_ref().is_some_and(same)
                })
        };
        let holds = |r: &RoleDraft| {
            // "brought in Diaz as chief of staff and pollster Lee as manager": she holds no post that he comes into.
            r.status == Status::Current
                && comes.post.as_ref() != Some(&r.post)
                && !r.keeps
                && same(&r.post)
                && places_agree(reading, r.place.as_ref(), comes.place.as_ref())
        };
        let left =
            comers.iter().filter(moves).find_map(|&j| roles.near(drafts[j].person, comes.trigger).find(|r| holds(r)));
        let Some(role) = left else { continue };
        more.push((
            i,
            ChangeDraft {
                person: role.person,
                person_tokens: role.person_tokens.clone(),
                direction: Direction::Out,
                post: Some(role.post.clone()),
                place: role.place.clone().or_else(|| comes.place.clone()),
                reason: Some(Reason::Reassigned),
                counterpart: Some((comes.person, comes.person_tokens.clone())),
                acting: false,
                moved: None,
                ..drafts[i].clone()
            },
        ));
    }
    for (i, left) in more {
        drafts[i].counterpart = Some((left.person, left.person_tokens.clone()));
        drafts.push(left);
    }
}

/// "Lee resigned as treasurer. … Diaz was named treasurer": of the one who leaves a post and the one who takes it, each is
/// the other's counterpart when the text has no third.
pub(super) fn pair_same_posts(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let mut posts: Vec<(PostKey, Vec<usize>)> = Vec::new();
    for (i, draft) in drafts.iter().enumerate() {
        let stands = draft.realis != Realis::Denied && !is_created(reading, draft);
        let Some(key) = bare_key(reading, draft).filter(|_| stands) else { continue };
        let first = posts.len() - latest(&posts).len();
        let same = |(known, members): &(PostKey, Vec<usize>)| {
            known.same(&key, reading.tables)
                && places_agree(reading, drafts[members[0]].place.as_ref(), draft.place.as_ref())
        };
        match posts[first..].iter().position(same) {
            Some(at) => posts[first + at].1.push(i),
            None => posts.push((key, vec![i])),
        }
    }
    for (_, members) in posts {
        let one = |direction: Direction| {
            let mut who = members.iter().copied().filter(|&i| drafts[i].direction == direction);
            let first = who.next()?;
            who.all(|i| drafts[i].person == drafts[first].person).then_some(first)
        };
        let (Some(comes), Some(goes)) = (one(Direction::In), one(Direction::Out)) else { continue };
        let years = (drafts[comes].date.map(|d| d.year()), drafts[goes].date.map(|d| d.year()));
        let apart = matches!(years, (Some(a), Some(b)) if a != b);
        if drafts[comes].person == drafts[goes].person || apart {
            continue;
        }
        let comer = (drafts[comes].person, drafts[comes].person_tokens.clone());
        let goer = (drafts[goes].person, drafts[goes].person_tokens.clone());
        drafts[comes].counterpart.get_or_insert(goer);
        drafts[goes].counterpart.get_or_insert(comer);
    }
}

/// "named president and treasurer, replacing treasurer Lee": Lee was no president.
pub(super) fn follow_in_what_was_left(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let mut left: BTreeMap<(usize, usize), Vec<(PostKey, usize)>> = BTreeMap::new(); // comer and goer → posts and their tokens
    for draft in drafts.iter().filter(|d| d.direction == Direction::Out) {
        let (Some((comer, _)), Some(key), Some(post)) = (&draft.counterpart, key_of(reading, draft), &draft.post)
        else {
            continue;
        };
        left.entry((*comer, draft.person)).or_default().push((key, post.start));
    }
    for i in 0..drafts.len() {
        let draft = &drafts[i];
        let Some((goer, _)) = draft.counterpart.as_ref().filter(|_| draft.direction == Direction::In) else { continue };
        let (Some(posts), Some(post)) = (left.get(&(draft.person, *goer)), &draft.post) else { continue };
        let key = PostKey::new(reading.tables, &post_name(reading, post));
        let said = posts.iter().all(|(_, start)| *start > post.start);
        let together = |other: &ChangeDraft| {
            other.person == draft.person
                && other.trigger == draft.trigger
                && other.post != draft.post
                && key_of(reading, other).is_some_and(|k| posts.iter().any(|(left, _)| left.same(&k, reading.tables)))
        };
        let near = i.saturating_sub(MOST_SEATS)..drafts.len().min(i + 1 + MOST_SEATS);
        let other = !posts.iter().any(|(left, _)| left.same(&key, reading.tables));
        if said && other && drafts[near].iter().any(together) {
            drafts[i].counterpart = None;
        }
    }
}

/// "resigned as treasurer to become president of Acme": one person's leaving and taking up are a move.
pub(super) fn tie_moves(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let mut left: BTreeMap<usize, usize> = BTreeMap::new(); // person → draft that leaves, the latest
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|&i| drafts[i].trigger);
    for i in order {
        let draft = &drafts[i];
        if draft.direction == Direction::Out {
            left.insert(draft.person, i);
            continue;
        }
        let Some(&out) = left.get(&draft.person) else { continue };
        let trigger = draft.trigger;
        let infinitive = trigger > 0 && reading.text.tokens[trigger - 1].is(words::TO);
        let together = infinitive
            && trigger - drafts[out].trigger < 30
            && reading.sentence_of(trigger) == reading.sentence_of(drafts[out].trigger);
        if together && draft.moved.is_none() && drafts[out].moved.is_none() {
            drafts[i].moved = Some(out);
            drafts[out].moved = Some(i);
        }
    }
}

/// "the new position of treasurer", "the newly created post of treasurer": nobody had it before.
fn is_created(reading: &Reading<'_>, draft: &ChangeDraft) -> bool {
    const PHRASE: usize = 5; // "new position of the", "newly created joint post of"
    let tokens = &reading.text.tokens;
    let Some(post) = draft.post.as_ref().filter(|_| draft.direction == Direction::In) else { return false };
    let before = post.start.saturating_sub(PHRASE)..post.start;
    let noun = before.clone().rev().find(|&at| clauses::is_post_noun(&tokens[at]));
    noun.is_some_and(|noun| {
        tokens[noun + 1].is(words::OF)
            && (before.start..noun).any(|at| tokens[at].is_any(&[words::NEW, words::CREATED]))
    })
}

/// The words of a post that one person holds at a time, without "acting": no vice president, no director of a company.
pub(super) fn bare_key(reading: &Reading<'_>, draft: &ChangeDraft) -> Option<PostKey> {
    let post = draft.post.as_ref()?;
    let known = &reading.posts[reading.post_at(post.start)?];
    // Several people are vice presidents, senators, directors of a company.
    let company = || draft.place.as_ref().is_none_or(|p| context::is_firm(reading, p));
    let many = post.clone().any(|at| reading.text.tokens[at].is(words::VICE))
        || known.scope == PostScope::Seat
        || post.len() == 1 && reading.text.tokens[post.start].is(words::DIRECTOR) && company();
    if many || known.weak || known.plural {
        return None;
    }
    let name = post_name(reading, post);
    let acting = |word: &&str| {
        let id = reading.tables.word(word.to_lowercase().as_bytes());
        let modifier = reading.tables.modifiers.longest(std::iter::once(id));
        modifier.is_none_or(|(_, kind)| *kind != ModifierKind::Acting)
    };
    Some(PostKey::new(reading.tables, &name.split_whitespace().filter(acting).collect::<Vec<_>>().join(" ")))
}
