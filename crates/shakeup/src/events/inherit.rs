//! The post and organisation a change leaves unsaid: from the person's roles, the counterpart, or a post named nearby.

use super::assemble::{PostKey, places_agree};
use super::draft::{ChangeDraft, Place, RoleDraft, post_name};
use super::one_way::is_of_kind;
use super::seat::{Seat, is_elective};
use super::state::{RolesOf, key_of};
use crate::clauses::is_verb;
use crate::lexicon::{Form, FrameEvent, FrameNeed, ModifierKind, OrganizationKind, PostKind, PostScope, class, words};
use crate::mentions::{Kind, Post};
use crate::reading::{Reading, latest};
use crate::record::{Direction, Realis, Reason, Status};
use crate::text::Shape;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The post that a person leaves, where only the title elsewhere says it: "Governor Lee resigned".
pub(super) fn inherit_from_roles(reading: &Reading<'_>, roles: &RolesOf<'_>, drafts: &mut Vec<ChangeDraft>) {
    let mut more = Vec::new();
    let taken = taken_posts(drafts);
    let comes = |d: &&ChangeDraft| d.direction == Direction::In && d.post.is_some() && d.realis == Realis::Actual;
    let took: BTreeSet<usize> = drafts.iter().filter(comes).map(|d| d.person).collect();
    for draft in drafts.iter_mut().filter(|d| d.direction == Direction::Out) {
        let mut held = roles.near(draft.person, draft.trigger).filter(|r| {
            // A rank is kept when a post is left; only who retires leaves it.
            let here = reading.sentence_of(r.evidence.start) == reading.sentence_of(draft.trigger);
            let died = draft.reason == Some(Reason::Died);
            let office = matches!(r.kind, PostKind::Judicial | PostKind::Legislative | PostKind::Government);
            (!died || (here || office) && r.status == Status::Current)
                && r.status != Status::Incoming
                && !r.keeps
                && !taken.contains(&(r.person, r.post.start))
                && !is_held_after(reading, r, draft)
                && (r.kind != PostKind::Military || draft.reason == Some(Reason::Retired))
        });
        if draft.post.is_some() {
            // "resigned as governor": the organisation may stand with the title elsewhere.
            if draft.place.is_none() {
                let key = key_of(reading, draft);
                let same = |r: &&RoleDraft| {
                    r.place.is_some()
                        && key.as_ref().is_some_and(|k| {
                            k.same(&PostKey::new(reading.tables, &post_name(reading, &r.post)), reading.tables)
                        })
                };
                draft.place = held.find(same).and_then(|r| r.place.clone());
            }
            continue;
        }
        let sentence = reading.sentence_of(draft.trigger);
        let distance = |r: &RoleDraft| {
            let far = reading.sentence_of(r.evidence.start).abs_diff(sentence);
            let after = usize::from(r.evidence.start > draft.trigger);
            // A rank or a post held before is left only when nothing else is known.
            (usize::from(r.kind == PostKind::Military), usize::from(r.status == Status::Former && far > 0), far, after)
        };
        let fitting = held.filter(|r| {
            places_agree(reading, draft.place.as_ref(), r.place.as_ref()) && seats_there(reading, draft, r)
        });
        let Some(role) = fitting.min_by_key(|r| distance(r)) else { continue };
        // "became president in 1972. She stepped down in 1987. … She was also vice chairwoman of a panel": told of later.
        let later = reading.sentence_of(role.evidence.start) > sentence && role.status == Status::Former;
        if later && took.contains(&(draft.person)) {
            continue;
        }
        draft.post = Some(role.post.clone());
        if draft.place.is_none() || role.place.is_some() {
            draft.place.clone_from(&role.place);
        }
        // "President and chief executive Ann Lee resigned": both posts, when one title gives her both.
        let here = reading.sentence_of(role.post.start);
        let beside = roles.near(draft.person, draft.trigger).filter(|r| {
            r.post.start.abs_diff(role.post.start) < 12
                && r.post != role.post
                && (r.status, r.rule) == (role.status, role.rule)
                && reading.sentence_of(r.post.start) == here
        });
        more.extend(beside.map(|other| ChangeDraft {
            post: Some(other.post.clone()),
            place: other.place.clone().or_else(|| draft.place.clone()),
            moved: None,
            ..draft.clone()
        }));
    }
    drafts.append(&mut more);
}

/// "Lee, treasurer of the union since 1999, was re-elected in 2004": to what he holds.
pub(super) fn inherit_what_is_held(reading: &Reading<'_>, roles: &RolesOf<'_>, drafts: &mut [ChangeDraft]) {
    let again = |d: &ChangeDraft| {
        let verb = reading.tables.verb_form(reading.text.tokens[d.trigger].word).map(|v| v.lemma);
        matches!(verb, Some(words::RE_ELECT | words::REELECT))
    };
    for draft in drafts.iter_mut().filter(|d| d.direction == Direction::In && d.post.is_none() && d.place.is_none()) {
        let mut held = roles.near(draft.person, draft.trigger).filter(|r| r.status != Status::Incoming);
        if let Some(role) = again(draft).then(|| held.next()).flatten() {
            draft.post = Some(role.post.clone());
            draft.place.clone_from(&role.place);
        }
    }
}

/// "Lee was fired in 2016. He is now treasurer of Acme": what somebody is after he has gone is not what he left.
fn is_held_after(reading: &Reading<'_>, role: &RoleDraft, draft: &ChangeDraft) -> bool {
    let gone = draft.realis == Realis::Actual && !draft.future && draft.reason != Some(Reason::Died);
    let tokens = &reading.text.tokens;
    let lead = role.post.start.saturating_sub(3)..role.post.start;
    gone && role.rule == "copula"
        && role.status == Status::Current
        && role.evidence.start > draft.trigger
        && tokens[lead].iter().any(|t| t.is(words::NOW))
}

/// "the Senate seat vacated by Attorney General Lee": who leaves a house leaves no post of another kind.
fn seats_there(reading: &Reading<'_>, draft: &ChangeDraft, role: &RoleDraft) -> bool {
    // "resigned from the council", once "chairman of a commission"
    let other = role.place.is_none() && draft.place.is_some();
    if other && reading.text.tokens.get(role.post.end).is_some_and(|t| t.is_any(&[words::OF, words::AT])) {
        return false;
    }
    let house = |place: &Place| is_of_kind(reading, place, &[OrganizationKind::Legislature]);
    role.place.is_some()
        || !matches!(role.kind, PostKind::Government | PostKind::Judicial)
        || !draft.place.as_ref().is_some_and(house)
}

/// "Diaz has been acting chief since Lee left": who leaves when another holds a post has left that one.
pub(super) fn inherit_from_the_clause_above(reading: &Reading<'_>, roles: &RolesOf<'_>, drafts: &mut [ChangeDraft]) {
    const NEAR: usize = 10; // tokens between the post and the clause
    let tokens = &reading.text.tokens;
    for draft in drafts.iter_mut().filter(|d| d.direction == Direction::Out && d.post.is_none() && d.place.is_none()) {
        if draft.counterpart.is_some() {
            continue;
        }
        let known = roles.near(draft.person, draft.trigger).next().is_some();
        let first = draft.person_tokens.start.min(draft.trigger);
        let small = class::DETERMINER.or(class::HONORIFIC).or(class::PREPOSITION);
        let opens = |&at: &usize| tokens[at].is_any(&[words::SINCE, words::AFTER, words::WHEN, words::FOLLOWING]);
        let light = |at: &usize| {
            let described = tokens[*at].has(class::COMMON) && !is_verb(reading, *at) || reading.post_at(*at).is_some();
            opens(at) || tokens[*at].has(small) || described
        };
        let Some(lead) = (0..first).rev().take(5).take_while(light).find(opens) else { continue };
        let sentence = reading.text.sentences[reading.sentence_of(lead)].first;
        let held = |&at: &usize| {
            let post = reading.post_at(at).map(|i| &reading.posts[i]);
            post.is_some_and(|p| !p.weak && !p.plural && !p.former && p.title.end == at + 1)
        };
        let Some(at) = (sentence..lead).rev().take(NEAR).find(held) else { continue };
        let Some(post) = reading.post_at(at).map(|i| &reading.posts[i]) else { continue };
        // "the director said since Lee left": not what he holds; "Director Diaz has grown since Lee left" neither.
        let serves = post.all.start.checked_sub(1).filter(|&before| before >= sentence).is_some_and(|before| {
            let lead = before - usize::from(tokens[before].has(class::DETERMINER) && before > sentence);
            tokens[lead].is(words::AS) || tokens[lead].has(class::BE) && !tokens[lead].is_possessive()
        });
        // "has been without a treasurer since Lee, a friend of the mayor's, left"
        let bare = post.all.start.saturating_sub(2).max(sentence)..post.all.start;
        let without = bare.clone().any(|at| tokens[at].is(words::WITHOUT));
        if without || serves && !known {
            // "acting chief": she was chief.
            let interim = usize::from(post.acting && post.title.len() > 1);
            draft.post = Some(post.title.start + interim..post.title.end);
            draft.place = post.organization.clone().map(|tokens| Place::new(reading, tokens));
        }
    }
}

/// Who comes into which title, by person and its first token: "will return to her role as assistant director" leaves another.
fn taken_posts(drafts: &[ChangeDraft]) -> BTreeSet<(usize, usize)> {
    let comes = drafts.iter().filter(|d| d.direction == Direction::In && d.reason == Some(Reason::Returned));
    comes.filter_map(|d| d.post.as_ref().map(|post| (d.person, post.start))).collect()
}

/// The successor takes the post that the predecessor leaves, and the other way round.
pub(super) fn inherit_from_counterparts(reading: &Reading<'_>, drafts: &mut Vec<ChangeDraft>) {
    succeed_to_all(drafts);
    share_posts(reading, drafts);
}

/// Either half of an exchange takes the post that the other half names.
pub(super) fn share_posts(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let mut posted: BTreeMap<(usize, Direction), Seat> = BTreeMap::new();
    let mut exchanged: BTreeMap<(usize, Direction, usize), Seat> = BTreeMap::new();
    for draft in drafts.iter().filter(|d| d.post.is_some()) {
        // "replaced Lee with acting chief Diaz": Lee was chief.
        let acts = |post: &std::ops::Range<usize>| reading.post_at(post.start).is_some_and(|i| reading.posts[i].acting);
        let comes = draft.direction == Direction::In;
        let interim = |post: &std::ops::Range<usize>| usize::from(comes && post.len() > 1 && acts(post));
        let post = draft.post.as_ref().map(|post| post.start + interim(post)..post.end);
        let seat = || Seat { post: post.clone(), place: draft.place.clone(), acting: false };
        // "treasurer in 1990 and president in 2004, succeeding Lee": Lee was president.
        if let Some((other, _)) = &draft.counterpart {
            exchanged.entry((draft.person, draft.direction, *other)).or_insert_with(seat);
        }
        posted.entry((draft.person, draft.direction)).or_insert_with(seat);
    }
    for draft in drafts.iter_mut().filter(|d| d.post.is_none()) {
        let Some((other, _)) = &draft.counterpart else { continue };
        let opposite = if draft.direction == Direction::In { Direction::Out } else { Direction::In };
        let own = exchanged.get(&(*other, opposite, draft.person));
        if let Some(seat) = own.or_else(|| posted.get(&(*other, opposite))) {
            draft.post.clone_from(&seat.post);
            if seat.place.is_some() {
                draft.place.clone_from(&seat.place);
            }
        }
    }
}

/// "Lee, president and treasurer of Acme, will retire. Diaz will succeed him": to all that one clause says him to leave.
fn succeed_to_all(drafts: &mut Vec<ChangeDraft>) {
    let mut left: BTreeMap<usize, Vec<usize>> = BTreeMap::new(); // person → drafts that leave a post
    for (i, draft) in drafts.iter().enumerate() {
        if draft.direction == Direction::Out && draft.post.is_some() {
            left.entry(draft.person).or_default().push(i);
        }
    }
    let mut more = Vec::new();
    for i in 0..drafts.len() {
        let draft = &drafts[i];
        let comes = draft.direction == Direction::In && draft.post.is_none() && draft.event == FrameEvent::Swap;
        let Some((goer, _)) = draft.counterpart.as_ref().filter(|_| comes) else { continue };
        let Some((&first, others)) = left.get(goer).and_then(|list| latest(list).split_first()) else { continue };
        let (trigger, known) = (drafts[first].trigger, drafts[first].place.clone());
        let fits = |place: &Option<super::draft::Place>| draft.place.is_none() || *place == known;
        for &j in others.iter().filter(|&&j| drafts[j].trigger == trigger && fits(&drafts[j].place)).take(2) {
            if drafts[j].place == known && drafts[j].post != drafts[first].post {
                let (post, place) = (drafts[j].post.clone(), drafts[j].place.clone());
                more.push(ChangeDraft { post, place, moved: None, ..draft.clone() });
            }
        }
    }
    drafts.append(&mut more);
}

/// "Lee, elected to the Senate in 2010, and Diaz, elected in 2012": what the verb says of the first it says of the second.
pub(super) fn inherit_from_the_same_verb(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    const NEAR: usize = 6; // drafts
    for i in 1..drafts.len() {
        let draft = &drafts[i];
        if draft.post.is_some() || draft.place.is_some() || draft.direction == Direction::Out || draft.reason.is_none()
        {
            continue;
        }
        let sentence = reading.sentence_of(draft.trigger);
        let first = drafts[i.saturating_sub(NEAR)..i].iter().rev().find(|other| {
            reading.sentence_of(other.trigger) == sentence
                && (&other.rule, other.direction) == (&draft.rule, draft.direction)
                && other.person != draft.person
                && (other.post.is_some() || other.place.is_some())
        });
        let seat = first.map(|other| (other.post.clone(), other.place.clone()));
        if let Some((post, place)) = seat {
            (drafts[i].post, drafts[i].place) = (post, place);
        }
    }
}

/// The successor of somebody who is only known by a title: "Diaz will succeed Governor Lee".
pub(super) fn inherit_from_counterpart_roles(reading: &Reading<'_>, roles: &RolesOf<'_>, drafts: &mut [ChangeDraft]) {
    let taken = taken_posts(drafts);
    for draft in drafts.iter_mut().filter(|d| d.direction == Direction::In && d.post.is_none()) {
        let Some((other, _)) = &draft.counterpart else { continue };
        let role = roles
            .near(*other, draft.trigger)
            // "will take over for Diaz, whom the mayor named treasurer": for what Diaz leaves.
            .find(|r| {
                r.kind != PostKind::Military
                    && r.status != Status::Incoming
                    && !is_held_after(reading, r, draft)
                    && !taken.contains(&(r.person, r.post.start))
                    && places_agree(reading, draft.place.as_ref(), r.place.as_ref())
                    && seats_there(reading, draft, r)
            });
        if let Some(role) = role {
            draft.post = Some(role.post.clone());
            if role.place.is_some() {
                draft.place.clone_from(&role.place);
            }
        }
    }
}

/// "Lee was named to the post", "his nomination": the post that the sentences before speak of, which nobody else holds.
pub(super) fn inherit_from_free_posts(reading: &Reading<'_>, roles: &RolesOf<'_>, drafts: &mut [ChangeDraft]) {
    // "elected a director to fill the vacancy created by the death of Lee": by sentence, the post that is filled.
    let filled: BTreeMap<usize, Seat> = drafts
        .iter()
        .filter(|d| d.direction == Direction::In && d.post.is_some())
        .map(|d| {
            let seat = Seat { post: d.post.clone(), place: d.place.clone(), acting: false };
            (reading.sentence_of(d.trigger), seat)
        })
        .collect();
    // "Lee was ousted as speaker, and the party elevated Diaz to the post": by sentence, the post that is left.
    let left: BTreeMap<usize, ChangeDraft> = drafts
        .iter()
        .filter(|d| d.direction == Direction::Out && d.post.is_some())
        .map(|d| (reading.sentence_of(d.trigger), d.clone()))
        .collect();
    // Who stays in a post keeps it: "the president fired Lee" says nothing of Lee's post.
    let leave: BTreeSet<usize> = drafts.iter().filter(|d| d.direction == Direction::Out).map(|d| d.person).collect();
    let kept: BTreeMap<String, usize> = roles
        .roles
        .iter()
        .filter(|r| r.status == Status::Current && !leave.contains(&r.person))
        .map(|r| (post_name(reading, &r.post).to_lowercase(), r.person))
        .collect();
    // "is leaving to join Acme as president": nobody leaves what he comes into.
    let taken: BTreeMap<usize, (usize, usize)> = drafts
        .iter()
        .filter(|d| d.direction == Direction::In)
        .filter_map(|d| d.post.as_ref().map(|post| (post.start, (d.person, d.trigger))))
        .collect();
    // "Lee is the new minister. She replaces Diaz": what he leaves is what she comes into.
    for side in [Direction::In, Direction::Out] {
        if side == Direction::Out {
            share_posts(reading, drafts);
        }
        for draft in drafts.iter_mut().filter(|d| d.direction == side && d.post.is_none() && d.place.is_none()) {
            // Whoever dies leaves no post of a bystander, only one that is filled again.
            if draft.reason == Some(Reason::Died) {
                if let Some(seat) = filled.get(&reading.sentence_of(draft.trigger)) {
                    draft.post.clone_from(&seat.post);
                    draft.place.clone_from(&seat.place);
                }
                continue;
            }
            // "Lee, a policy adviser, is leaving": too little for a role of its own, enough for what is left.
            if draft.direction == Direction::Out
                && let Some(post) = apposed_post(reading, draft)
            {
                let seat = Seat::of_post(reading, post, None);
                (draft.post, draft.place) = (seat.post, seat.place);
                continue;
            }
            let here = reading.sentence_of(draft.trigger);
            let titled =
                |r: &RoleDraft| r.is_before_name() && is_second(reading, &r.post) && r.status == Status::Current;
            let steps_up = || takes_over(reading, draft) && roles.near(draft.person, draft.trigger).any(titled);
            // "Chief Diaz retired. Deputy Chief Lee will take over"
            let before = || here.checked_sub(1).filter(|_| steps_up()).and_then(|before| left.get(&before));
            let same = left.get(&here).filter(|_| takes_the_post(reading, draft) || steps_up());
            let goes = same.or_else(before).filter(|left| left.person != draft.person && left.trigger < draft.trigger);
            if let Some(left) = goes.filter(|_| draft.direction == Direction::In) {
                (draft.post, draft.place) = (left.post.clone(), left.place.clone());
                draft.counterpart = draft.counterpart.take().or(Some((left.person, left.person_tokens.clone())));
                continue;
            }
            if draft.direction == Direction::In {
                let own = roles.near(draft.person, draft.trigger).filter(|r| {
                    // Not "Lee, acting deputy director, will take over for Diaz".
                    let beside = reading.sentence_of(r.evidence.start) == reading.sentence_of(draft.trigger)
                        && !r.is_before_name();
                    let seat = reading.post_at(r.post.start).is_some_and(|i| reading.posts[i].scope == PostScope::Seat);
                    let held = r.status == Status::Current
                        && !seat
                        && !matches!(r.kind, PostKind::Judicial | PostKind::Generic);
                    // "Elected to three-year terms were Acme chairman Ann Lee and others": not to chair Acme.
                    let firm = matches!(
                        r.kind,
                        PostKind::Executive | PostKind::Finance | PostKind::Diplomatic | PostKind::Staff
                    );
                    let elected = draft.reason == Some(Reason::Elected);
                    let voted = reading.post_at(r.post.start).is_some_and(|post| is_elective(reading, post));
                    // "Elected was Ann Lee, a former congressman"
                    let was = r.status == Status::Former && beside && r.evidence.start >= draft.trigger;
                    let other = elected && (firm && !voted || was);
                    let elected = elected && r.status == Status::Current;
                    // Who replaces somebody takes another post than his own, unless he is there already: "Acting Chief Lee".
                    let stays = r.acting && !beside;
                    // "President Lee, who succeeded Diaz in 2013"
                    let holds = draft.event == FrameEvent::Swap && !draft.future && draft.realis == Realis::Actual;
                    let heads = reading.text.tokens[r.post.end - 1].is(words::PRESIDENT) && r.post.len() == 1;
                    let holds = holds && (heads || voted) && r.status == Status::Current && r.is_before_name();
                    let there = draft.counterpart.is_none() || stays || holds || seat && r.status != Status::Former;
                    // "his pick, who now serves as physician": whoever is nominated goes elsewhere.
                    let there = there && (draft.reason != Some(Reason::Nominated) || r.acting);
                    // "Sen. Lee, appointed to replace Diaz"
                    let seated = seat && draft.counterpart.is_some() && draft.reason != Some(Reason::Nominated);
                    let own = there && (draft.needs == FrameNeed::Role || held || elected || seated || holds);
                    // "promoted controller Ann Lee to the post": to another one.
                    // "Chief Diaz retired. Deputy Chief Lee will take over": what her title says is second to.
                    let second = || takes_over(reading, draft) && is_second(reading, &r.post);
                    let risen = draft.reason == Some(Reason::Promoted) || second();
                    let risen = risen && r.is_before_name() && !r.acting;
                    r.kind != PostKind::Military && (r.status == Status::Incoming || own && !other && !risen)
                });
                // "Justice Lee, a former clerk, joined the court": not as a clerk.
                let far = |r: &&RoleDraft| (r.status == Status::Former, r.evidence.start.abs_diff(draft.trigger));
                if let Some(role) = own.min_by_key(far) {
                    draft.post = Some(role.post.clone());
                    draft.place.clone_from(&role.place);
                    continue;
                }
            }
            // "after Lee was elected" to what he holds, not to what is free.
            if draft.reason == Some(Reason::Elected) && draft.needs == FrameNeed::Role {
                continue;
            }
            // "the Lee nomination" of somebody of whom nothing is known says too little.
            let unknown = || roles.near(draft.person, draft.trigger).next().is_none();
            if draft.reason == Some(Reason::Nominated)
                && draft.needs == FrameNeed::Nothing
                && draft.counterpart.is_none()
                && unknown()
            {
                continue;
            }
            // "Sen. Lee of Ohio … Lee's nomination", "Chief Justice Lee is sworn in": to another post than his own.
            let own: Vec<PostKey> = roles
                .near(draft.person, draft.trigger)
                .filter(|r| {
                    let goes = draft.reason == Some(Reason::Nominated) || r.kind == PostKind::Judicial;
                    draft.direction == Direction::In && goes && r.status == Status::Current
                })
                .map(|r| PostKey::new(reading.tables, &post_name(reading, &r.post)))
                .collect();
            let sentence = reading.sentence_of(draft.trigger);
            let first = reading.text.sentences[sentence.saturating_sub(2)].first;
            let last = reading.text.sentences[sentence].last;
            let free = reading
            .mentions
            .within(first..last)
            .iter()
            .filter(|f| f.kind == Kind::Post)
            .filter_map(|f| f.entity)
            .filter(|&i| {
                let post = &reading.posts[i];
                // "The former Acme chairman replaces Lee": whoever acts does not leave the post.
                let acts = post.all.end == draft.trigger && draft.person_tokens.start > draft.trigger;
                !post.weak
                    && !post.plural
                    // "The former treasurer from Acme is a veteran. He would succeed Lee": Lee held another.
                    && (!post.former || draft.counterpart.is_none())
                    && post.kind != PostKind::Military
                    && !is_somebody(reading, post)
                    && !acts
                    && !is_held(reading, roles, i)
                    && !is_common_noun(reading, post)
                    && !own.iter().any(|k| k.same(&PostKey::new(reading.tables, &post_name(reading, &post.title)), reading.tables))
                    && !taken.get(&post.title.start).is_some_and(|&(person, trigger)| {
                        draft.direction == Direction::Out && person == draft.person && trigger > draft.trigger
                            // "would take over for Diaz, whom the mayor named treasurer": not as treasurer.
                            || draft.counterpart.as_ref().is_some_and(|(goer, _)| *goer == person)
                    })
                    && kept.get(&post_name(reading, &post.title).to_lowercase()).is_none_or(|&p| p == draft.person)
            });
            let nearest = free.min_by_key(|&i| {
                let start = reading.posts[i].all.start;
                (usize::from(start > draft.trigger), start.abs_diff(draft.trigger))
            });
            if let Some(post) = nearest {
                let seat = Seat::of_post(reading, post, None);
                draft.post = seat.post;
                draft.place = seat.place;
                draft.inferred = reading.sentence_of(reading.posts[post].all.start) != sentence;
            }
        }
    }
}

/// "Lee will take over": a frame that stands alone and says neither how nor what.
fn takes_over(reading: &Reading<'_>, draft: &ChangeDraft) -> bool {
    let verb = reading.tables.verb_form(reading.text.tokens[draft.trigger].word);
    let mut frames = verb.into_iter().flat_map(|verb| reading.tables.frames_of(verb.lemma));
    draft.reason.is_none() && frames.any(|f| f.bare_needs && *f.name == *draft.rule)
}

/// "deputy chief", "vice president": a title below another one.
fn is_second(reading: &Reading<'_>, post: &Range<usize>) -> bool {
    let first = reading.text.tokens[post.start].word;
    let degree = reading.tables.modifiers.longest(std::iter::once(first));
    let below = degree.is_some_and(|(_, kind)| *kind == ModifierKind::Degree);
    post.len() > 1
        && below
        && reading.tables.posts.longest(reading.text.tokens[post.start + 1..post.end].iter().map(|t| t.word)).is_some()
}

/// "promoted Lee to the post", "named her to the job".
fn takes_the_post(reading: &Reading<'_>, draft: &ChangeDraft) -> bool {
    const REACH: usize = 14; // tokens: "elevated Majority Leader Ann Lee of Ohio to the post"
    let tokens = &reading.text.tokens;
    let sentence = reading.text.sentences[reading.sentence_of(draft.trigger)];
    let near = &tokens[draft.trigger..sentence.last.min(draft.trigger + REACH)];
    near.windows(3).any(|w| w[0].is(words::TO) && w[1].has(class::DETERMINER) && crate::clauses::is_post_noun(&w[2]))
}

/// The post right behind the name of whoever leaves: "Lee, a policy adviser and friend of Diaz, is leaving".
fn apposed_post(reading: &Reading<'_>, draft: &ChangeDraft) -> Option<usize> {
    let tokens = &reading.text.tokens;
    let comma = draft.person_tokens.end;
    let named = reading.mentions.of_kind(draft.person_tokens.start, Kind::Person).is_some();
    let here = reading.sentence_of(comma.min(tokens.len() - 1)) == reading.sentence_of(draft.trigger);
    if !named || !here || !tokens.get(comma).is_some_and(|t| t.is(words::COMMA)) {
        return None;
    }
    let at =
        comma + 1 + usize::from(tokens.get(comma + 1).is_some_and(|t| t.is_any(&[words::A, words::AN, words::THE])));
    // "Lee, management board member in charge of finance, …"
    let modifier = tokens.get(at).is_some_and(|t| t.has(class::COMMON) && !t.has(class::PREPOSITION.or(class::VERB)));
    let post = reading.post_at(at).or_else(|| reading.post_at(at + 1).filter(|_| modifier));
    post.filter(|&index| !reading.posts[index].plural && !reading.posts[index].former)
}

/// "evaded justice": no office without an article.
fn is_common_noun(reading: &Reading<'_>, post: &Post) -> bool {
    let tokens = &reading.text.tokens;
    let first = post.all.start;
    let bare = !tokens[first.saturating_sub(4)..first].iter().any(|t| t.has(class::DETERMINER.or(class::POSSESSIVE)));
    post.kind == PostKind::Judicial && post.all.len() == 1 && tokens[first].shape == Shape::Lower && bare
}

/// Whether a post stands for the one who holds it: "the president's aide", "counselor to the attorney general", "the
/// governor said".
fn is_somebody(reading: &Reading<'_>, post: &Post) -> bool {
    let tokens = &reading.text.tokens;
    let mut before = post.all.start;
    // "contact with Marn's ambassador"
    let owner = |at: usize| {
        let named = |f: &(usize, &crate::mentions::Found)| matches!(f.1.kind, Kind::Place | Kind::Organization);
        tokens[at].is_possessive() && at > 0 && reading.mentions.covering(at - 1).as_ref().is_some_and(named)
    };
    while before > 0 && (tokens[before - 1].has(class::DETERMINER.or(class::POSSESSIVE)) || owner(before - 1)) {
        before = match reading.mentions.covering(before.saturating_sub(2)).filter(|_| owner(before - 1)) {
            Some((_, found)) => found.first,
            None => before - 1,
        };
    }
    // "a terrific leader" is nobody's post.
    let described = (before.saturating_sub(2)..before).any(|at| tokens[at].is_any(&[words::A, words::AN]));
    if described || tokens[before..post.all.start].iter().any(|t| t.is_any(&[words::A, words::AN])) {
        return true;
    }
    let definite = before < post.all.start;
    let party = before > 0 && tokens[before - 1].is_any(&[words::TO, words::BY, words::WITH, words::FROM]);
    let after = post.all.end;
    // "the president now feels"
    let does = |at: usize| {
        let at = at + usize::from(tokens.get(at).is_some_and(|t| t.has(class::ADVERB)));
        let form = tokens.get(at).and_then(|t| reading.tables.verb_form(t.word));
        form.is_some_and(|v| v.form.has(Form::PRESENT)) && !tokens[at].has(class::FRAME_VERB) && is_verb(reading, at)
    };
    let acts =
        tokens.get(after).is_some_and(|t| t.is_possessive() || t.has(class::SAY.or(class::MODAL))) || does(after);
    definite && (party || acts)
}

/// Whether a post mention is tied to somebody by a role of its own.
fn is_held(reading: &Reading<'_>, roles: &RolesOf<'_>, post: usize) -> bool {
    let title = &reading.posts[post].title;
    let at = roles.roles.partition_point(|r| r.evidence.start < title.start.saturating_sub(30));
    roles.roles[at..].iter().take(24).take_while(|r| r.evidence.start <= title.end).any(|r| r.post == *title)
        || reading.mentions.of_kind(title.end, Kind::Person).is_some()
}

/// "Speaker Lee will resign from the speakership": the post is the one that the text gives him.
pub(super) fn title_dignities(reading: &Reading<'_>, roles: &RolesOf<'_>, drafts: &mut [ChangeDraft]) {
    const STEM: usize = 4; // bytes: "presidency", "president"
    let tokens = &reading.text.tokens;
    let stem = |at: usize| reading.tables.spelling(tokens[at].word).get(..STEM);
    for draft in drafts.iter_mut() {
        let Some(at) =
            draft.post.as_ref().filter(|p| p.len() == 1 && tokens[p.start].has(class::DIGNITY)).map(|p| p.start)
        else {
            continue;
        };
        let role = roles.near(draft.person, draft.trigger).find(|r| {
            stem(r.post.end - 1) == stem(at) && places_agree(reading, draft.place.as_ref(), r.place.as_ref())
        });
        if let Some(role) = role {
            draft.post = Some(role.post.clone());
            draft.place = draft.place.take().or_else(|| role.place.clone());
        }
    }
}
