//! Who holds what and what changes: transitions imply their other half, and the same fact said twice is one.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::assemble::{PostKey, merge_roles, places_agree};
use super::consent::await_confirmations;
use super::draft::{ChangeDraft, Place, RoleDraft, post_name};
use super::inherit::{
    inherit_from_counterpart_roles, inherit_from_counterparts, inherit_from_free_posts, inherit_from_roles,
    inherit_from_the_clause_above, inherit_from_the_same_verb, inherit_what_is_held, share_posts, title_dignities,
};
use super::lead::{leads, name_leaders};
use super::listing::is_of_another_item;
use super::merge::merge;
use super::precedence::inherit_from_precedence;
use super::setting::Setting;
use super::{announcer, breath, context, counterpart, employer, incumbency, interim};
use crate::PartialDate;
use crate::lexicon::{FrameNeed, PostKind, class, words};
use crate::mentions::{Kind, Post};
use crate::reading::{Reading, latest};
use crate::record::{Direction, Realis, Reason, Status};
use crate::text::Gap;

/// Roles by person, in text order.
pub(super) struct RolesOf<'r> {
    pub(super) roles: &'r [RoleDraft],
    of_person: Vec<Vec<usize>>,
}

/// How many roles of one person before and after a place are looked through, so that long documents stay linear.
const NEARBY: usize = 12;

impl<'r> RolesOf<'r> {
    fn new(people: usize, roles: &'r [RoleDraft]) -> RolesOf<'r> {
        let mut of_person = vec![Vec::new(); people];
        for (i, role) in roles.iter().enumerate() {
            of_person[role.person].push(i);
        }
        RolesOf { roles, of_person }
    }

    /// The roles of a person that stand nearest to a token.
    pub(super) fn near(&self, person: usize, token: usize) -> impl Iterator<Item = &'r RoleDraft> + Clone + '_ {
        let list = &self.of_person[person];
        let at = list.partition_point(|&i| self.roles[i].evidence.start < token);
        // The first role of a person is often the fullest.
        let first = list.first().filter(|_| at > NEARBY);
        let near = &list[at.saturating_sub(NEARBY)..list.len().min(at + NEARBY)];
        near.iter().chain(first).map(|&i| &self.roles[i])
    }
}

/// Fills what the document says elsewhere, drops what stays without a post that its frame needs, and merges.
pub(crate) fn settle(reading: &Reading<'_>, roles: &[RoleDraft], mut drafts: Vec<ChangeDraft>) -> Vec<ChangeDraft> {
    let roles = RolesOf::new(reading.people.len(), roles);
    drop_namesakes(reading, &mut drafts);
    interim::take_for_a_time(reading, &mut drafts);
    follow_the_event(reading, &mut drafts);
    follow_after(reading, &roles, &mut drafts);
    name_seats(reading, &roles, &mut drafts);
    title_dignities(reading, &roles, &mut drafts);
    announcer::announced_by(reading, &mut drafts);
    // What one sentence says without the post and another with it is one change: before anything is inherited.
    let mut drafts = merge(reading, &roles, drafts);
    name_leaders(reading, &roles, &mut drafts);
    counterpart::take_stated_seats(reading, &roles, &mut drafts);
    counterpart::leave_seats_of_several(reading, &mut drafts);
    inherit_from_the_same_verb(reading, &mut drafts);
    inherit_from_the_clause_above(reading, &roles, &mut drafts);
    inherit_from_roles(reading, &roles, &mut drafts);
    inherit_from_precedence(reading, &roles, &mut drafts);
    inherit_what_is_held(reading, &roles, &mut drafts);
    counterpart::leave_what_was_taken(&mut drafts);
    inherit_from_counterparts(reading, &mut drafts);
    inherit_from_counterpart_roles(reading, &roles, &mut drafts);
    inherit_from_free_posts(reading, &roles, &mut drafts);
    share_posts(reading, &mut drafts);
    let mut merged = merge(reading, &roles, drafts);
    counterpart::follow_the_dead(reading, &mut merged);
    let setting = LazyCell::new(|| Setting::new(reading, roles.roles));
    for draft in &mut merged {
        employer::correct_place(reading, draft);
    }
    breath::share_place(reading, &mut merged);
    breath::be_where_it_was(reading, &mut merged);
    breath::stay_where_one_came(reading, &mut merged);
    breath::share_in_list(reading, &mut merged);
    // Who succeeds somebody is where the text says that one was, before any other house is thought of.
    for draft in merged.iter_mut().filter(|d| d.place.is_none() && d.employer.is_some()) {
        fill_place(reading, &roles, &setting, draft);
    }
    share_places(reading, &mut merged);
    for draft in merged.iter_mut().filter(|d| d.place.is_none()) {
        fill_place(reading, &roles, &setting, draft);
    }
    breath::share_place(reading, &mut merged);
    breath::share_date(&mut merged);
    let fired = |d: &ChangeDraft| d.reason == Some(Reason::Dismissed) && d.post.is_none() && d.place.is_none();
    for draft in merged.iter_mut().filter(|d| fired(d)) {
        draft.place = owner_of(reading, draft);
    }
    for draft in merged.iter_mut().filter(|d| d.post.is_none()) {
        draft.post = draft.place.as_ref().and_then(|place| employer::bench(reading, draft.trigger, place));
    }
    counterpart::leave_what_another_takes(reading, &roles, &mut merged);
    counterpart::pair_same_posts(reading, &mut merged);
    counterpart::follow_in_what_was_left(reading, &mut merged);
    counterpart::tie_moves(reading, &mut merged);
    share_places(reading, &mut merged);
    await_confirmations(reading, &mut merged);
    drop_unsatisfied(reading, &mut merged);
    counterpart::share_months(reading, &mut merged);
    merged
}

/// The organisation of a change whose clause names none: by who decides or tells, by the person's titles, by the setting.
fn fill_place(reading: &Reading<'_>, roles: &RolesOf<'_>, setting: &Setting<'_>, draft: &mut ChangeDraft) {
    let Some(post) = &draft.post else {
        // "the Garland nomination" of a judge, in a text about a court
        let judge = |d: &ChangeDraft| roles.near(d.person, d.trigger).all(|r| r.kind == PostKind::Judicial);
        if draft.reason == Some(Reason::Nominated) && judge(draft) {
            draft.place = employer::court(reading, draft.trigger);
        }
        // "Acme hired Lee", "Acme fired Lee"
        let hired = draft.direction == Direction::In && matches!(draft.needs, FrameNeed::Nothing | FrameNeed::Name);
        let fired = draft.direction == Direction::Out
            && matches!(draft.reason, Some(Reason::Dismissed | Reason::Suspended))
            && draft.employer.as_ref().is_some_and(|place| !employer::only_votes(reading, place));
        if draft.place.is_none() && (hired || fired) {
            let named = |p: &Place| reading.mentions.of_kind(p.tokens.start, Kind::Organization).is_some();
            draft.place = draft.employer.take().filter(named);
        }
        return;
    };
    // "resigned from the Board": the company's.
    let board = reading.post_at(post.start).is_none() && context::is_of_company(reading, post);
    let unknown = if board { PostKind::Executive } else { PostKind::Generic };
    let kind = reading.post_at(post.start).map_or(unknown, |i| reading.posts[i].kind);
    // What another company tells of "Acme founder Lee" is of Acme.
    if let Some(place) = place_in_title(reading, roles, draft).filter(|_| draft.reason != Some(Reason::Dismissed)) {
        draft.place = Some(place);
        return;
    }
    draft.place = draft
        .employer
        .take()
        .filter(|employer| employer::may_employ(reading, employer, post, kind))
        .or_else(|| place_of_holder(reading, roles, draft))
        .or_else(|| announcer::speaker(reading, draft))
        .or_else(|| {
            let meant = context::place_of(reading, post, kind, setting);
            meant.filter(|place| !breath::is_other_house(reading, roles, draft, place))
        })
        .or_else(|| context::place_of_change(reading, post, kind))
        .or_else(|| announcer::speaker_in_focus(reading, draft))
        .filter(|place| !is_of_another_item(reading, draft.trigger, place))
        .or_else(|| employer::whose_staff(reading, draft, kind));
}

/// "fired Acme's Lee": where somebody is whose name an organization's stands before.
fn owner_of(reading: &Reading<'_>, draft: &ChangeDraft) -> Option<Place> {
    let mark = draft.person_tokens.start.checked_sub(1)?;
    let owner = mark.checked_sub(1).filter(|_| reading.text.tokens[mark].is_possessive())?;
    let found = reading.mentions.of_kind(owner, Kind::Organization)?;
    Some(Place::new(reading, found.range()))
}

/// "Diaz to nominate Lee": a bare name that is a person's elsewhere in the text employs nobody.
fn drop_namesakes(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let tokens = &reading.text.tokens;
    let bare =
        |place: &Place| place.tokens.len() == 1 && reading.mentions.of_kind(place.tokens.start, Kind::Name).is_some();
    if !drafts.iter().any(|d| d.employer.as_ref().is_some_and(bare)) {
        return;
    }
    let people = reading.mentions.list.iter().filter(|f| f.kind == Kind::Person);
    let surnames: BTreeSet<_> = people.map(|f| tokens[f.last - 1].word).collect();
    for draft in drafts.iter_mut() {
        let namesake = |place: &Place| bare(place) && surnames.contains(&tokens[place.tokens.start].word);
        draft.employer = draft.employer.take().filter(|place| !namesake(place));
    }
}

/// "elected Speaker" of somebody whom the text elsewhere calls House Speaker; a company's new president may well be another's.
fn place_of_holder(reading: &Reading<'_>, roles: &RolesOf<'_>, draft: &ChangeDraft) -> Option<Place> {
    let elsewhere = |post: &std::ops::Range<usize>| context::is_of_company(reading, post);
    if draft.direction == Direction::In && draft.post.as_ref().is_some_and(elsewhere) {
        return None;
    }
    let key = key_of(reading, draft)?;
    let same = |r: &&RoleDraft| {
        // "Lee, once chairwoman of the caucus, will be convention chairwoman": not of the caucus.
        // "named Lee, the founder of Acme, as treasurer": not of Acme.
        let here = draft.direction == Direction::In && draft.post.as_ref() == Some(&r.post);
        let was = draft.direction == Direction::In && r.status == Status::Former;
        r.place.is_some()
            && !was
            && !here
            && key.same(&PostKey::new(reading.tables, &post_name(reading, &r.post)), reading.tables)
    };
    roles.near(draft.person, draft.trigger).find(same).and_then(|r| r.place.clone())
}

/// "Acme founder Lee, who resigned as chairman": of Acme, whatever company the text is of.
fn place_in_title(reading: &Reading<'_>, roles: &RolesOf<'_>, draft: &ChangeDraft) -> Option<Place> {
    let leaves = draft.direction == Direction::Out
        && draft.post.as_ref().is_some_and(|post| context::is_of_company(reading, post));
    let sentence = reading.sentence_of(draft.trigger);
    let titled = |r: &&RoleDraft| {
        r.is_before_name()
            && r.status != Status::Incoming
            && matches!(r.kind, PostKind::Executive | PostKind::Finance | PostKind::Generic)
            && reading.sentence_of(r.post.start) == sentence
            && r.post.start < draft.trigger
    };
    let title =
        roles.near(draft.person, draft.trigger).filter(titled).find(|r| r.place.is_some()).filter(|_| leaves)?;
    title.place.clone().filter(|place| context::is_employer(reading, place.tokens.start))
}

/// Where a post is: said of it, or by who decides or announces.
pub(super) fn own_place(draft: &ChangeDraft) -> Option<&Place> {
    draft.place.as_ref().or(draft.employer.as_ref())
}

pub(super) fn key_of(reading: &Reading<'_>, draft: &ChangeDraft) -> Option<PostKey> {
    draft.post.as_ref().map(|p| PostKey::new(reading.tables, &post_name(reading, p)))
}

/// Successor and predecessor in one post are at one organisation.
fn share_places(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let mut placed: BTreeMap<(usize, Direction), (PostKey, Place)> = BTreeMap::new();
    for draft in drafts.iter() {
        if let (Some(key), Some(place)) = (key_of(reading, draft), &draft.place) {
            placed.entry((draft.person, draft.direction)).or_insert((key, place.clone()));
        }
    }
    for draft in drafts.iter_mut().filter(|d| d.place.is_none()) {
        let (Some((other, _)), Some(key)) = (&draft.counterpart, key_of(reading, draft)) else { continue };
        let opposite = if draft.direction == Direction::In { Direction::Out } else { Direction::In };
        // "Lee resigned as dean of Tilden College. Diaz will be acting dean": there, too.
        let bare = counterpart::bare_key(reading, draft);
        let same = |k: &PostKey| {
            k.same(&key, reading.tables) || bare.as_ref().is_some_and(|bare| k.same(bare, reading.tables))
        };
        if let Some((_, place)) = placed.get(&(*other, opposite)).filter(|(k, _)| same(k)) {
            draft.place = Some(place.clone());
        }
    }
}

/// Leaves out the changes whose frame needs a post that the document nowhere gives, and arrivals at nothing; the halves of moves
/// stay tied.
fn drop_unsatisfied(reading: &Reading<'_>, drafts: &mut Vec<ChangeDraft>) {
    let keeps: Vec<bool> = drafts
        .iter()
        .map(|d| {
            // "they appointed Lee" for nobody knows what says nothing; "Lee was fired", "they hired Lee" do.
            let named = !reading.text.tokens[d.person_tokens.start].has(class::HE.or(class::SHE));
            let hired = d.needs == FrameNeed::Name && named && d.realis == Realis::Actual;
            let says = hired
                || !matches!(d.needs, FrameNeed::Role | FrameNeed::Person)
                    && (d.direction == Direction::Out || d.counterpart.is_some());
            says || d.post.is_some() || d.place.is_some()
        })
        .collect();
    let mut index = 0;
    let new: Vec<Option<usize>> = keeps
        .iter()
        .map(|&keep| {
            keep.then(|| {
                index += 1;
                index - 1
            })
        })
        .collect();
    let mut keep = keeps.iter();
    drafts.retain(|_| *keep.next().unwrap_or(&true));
    for draft in drafts {
        draft.moved = draft.moved.and_then(|other| new[other]);
    }
}

/// "His departure" is that of the man whom the text says by name to go, when he may be meant at all.
fn follow_the_event(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let is_pronoun = |d: &ChangeDraft| reading.text.tokens[d.person_tokens.start].has(class::HE.or(class::SHE));
    // "On Lee's election he resigned": the one whom its own sentence names.
    let told_here = |d: &ChangeDraft| {
        let at = d.person_tokens.start;
        let start = reading.text.sentences[reading.sentence_of(at)].first;
        let here = reading.mentions.within(start..at).iter();
        reading.text.tokens[at].is_any(&[words::HE, words::SHE]) && { here }
            .rfind(|f| f.kind == Kind::Person)
            .is_some_and(|f| f.entity == Some(d.person))
    };
    let named: BTreeSet<(usize, Direction)> =
        drafts.iter().filter(|d| !is_pronoun(d)).map(|d| (d.person, d.direction)).collect();
    // "Lee resigned as secretary. Diaz spoke. He will stand down as mayor": not Lee, who leaves another post.
    let mut left: BTreeMap<usize, Vec<Option<PostKey>>> = BTreeMap::new();
    for draft in drafts.iter().filter(|d| d.direction == Direction::Out && !is_pronoun(d)) {
        let posts = left.entry(draft.person).or_default();
        if posts.len() < NEARBY {
            posts.push(key_of(reading, draft));
        }
    }
    let leaves = |person: usize, key: &Option<PostKey>| {
        let same = |a: &PostKey, b: &PostKey| a.same(b, reading.tables);
        left.get(&person)
            .is_some_and(|posts| posts.iter().any(|post| !matches!((post, key), (Some(a), Some(b)) if !same(a, b))))
    };
    let mut meant: BTreeMap<usize, usize> = BTreeMap::new(); // pronoun → person
    for draft in drafts.iter_mut().filter(|d| d.direction == Direction::Out && is_pronoun(d)) {
        if !named.contains(&(draft.person, draft.direction)) && !told_here(draft) {
            let mut others = reading.referents(draft.person_tokens.start);
            let key = key_of(reading, draft);
            if let Some(person) = others.find(|&p| leaves(p, &key)) {
                draft.person = person;
                meant.insert(draft.person_tokens.start, person);
            }
        }
    }
    // "removed Lee and replaced him with Diaz": Diaz comes for the same man.
    for (person, tokens) in drafts.iter_mut().filter_map(|d| d.counterpart.as_mut()) {
        if let Some(&other) = meant.get(&tokens.start) {
            *person = other;
        }
    }
}

/// "Lee, a member of the board of Acme, resigned from the board": the seat is the post that the text gives her.
fn name_seats(reading: &Reading<'_>, roles: &RolesOf<'_>, drafts: &mut [ChangeDraft]) {
    let tokens = &reading.text.tokens;
    let is_board = |post: &std::ops::Range<usize>| post.clone().any(|at| tokens[at].is(words::BOARD));
    for draft in drafts.iter_mut().filter(|d| d.direction == Direction::Out) {
        let Some(post) = draft.post.as_ref().filter(|p| is_board(p) && tokens[p.start].is(words::BOARD)) else {
            continue;
        };
        let seat = roles.near(draft.person, draft.trigger).find(|r| {
            let members = reading.post_at(r.post.start).is_some() && r.post.len() > post.len();
            members && is_board(&r.post) && !is_more_than_a_seat(reading, &r.post) && r.post.start < draft.trigger
        });
        if let Some(seat) = seat.filter(|r| places_agree(reading, draft.place.as_ref(), r.place.as_ref())) {
            draft.post = Some(seat.post.clone());
            draft.place = draft.place.take().or_else(|| seat.place.clone());
        }
    }
}

/// "chairman of the board", "chair of the Board's audit committee": more than a seat.
fn is_more_than_a_seat(reading: &Reading<'_>, post: &std::ops::Range<usize>) -> bool {
    let first = &reading.text.tokens[post.start];
    !first.is_any(&[words::DIRECTOR, words::MEMBER])
}

/// "named chairman after the resignation of Lee": Lee is the predecessor; not "after the resignation of Senator Lee".
fn follow_after(reading: &Reading<'_>, roles: &RolesOf<'_>, drafts: &mut [ChangeDraft]) {
    for i in 1..drafts.len() {
        let draft = &drafts[i];
        if draft.direction != Direction::Out || draft.post.is_some() || draft.counterpart.is_some() {
            continue;
        }
        let first = draft.evidence.start.saturating_sub(4);
        let after =
            reading.text.tokens[first..draft.trigger].iter().any(|t| t.is_any(&[words::AFTER, words::FOLLOWING]));
        let sentence = reading.sentence_of(draft.trigger);
        let comes = (i.saturating_sub(4)..i).rev().find(|&j| {
            let other = &drafts[j];
            other.direction == Direction::In
                && other.post.is_some()
                && other.person != draft.person
                && reading.sentence_of(other.trigger) == sentence
        });
        let comes = comes.filter(|&j| {
            let key = key_of(reading, &drafts[j]);
            // "appointed Diaz counsel a week after the firing of Lee", whom the text calls a director
            let titled = roles.near(draft.person, draft.trigger).find(|r| {
                let here = reading.sentence_of(r.evidence.start) == sentence;
                let far = !here
                    && draft.reason != Some(Reason::Died)
                    && r.is_before_name()
                    && !matches!(r.kind, PostKind::Military | PostKind::Legislative);
                far || here && r.evidence.start >= drafts[j].trigger
            });
            titled.is_none_or(|r| {
                let own = PostKey::new(reading.tables, &post_name(reading, &r.post));
                key.is_some_and(|k| k.same(&own, reading.tables))
            })
        });
        if let (true, Some(j)) = (after, comes) {
            drafts[i].counterpart = Some((drafts[j].person, drafts[j].person_tokens.clone()));
            drafts[i].post = drafts[j].post.clone();
            drafts[i].place = drafts[j].place.clone();
            drafts[j].counterpart =
                drafts[j].counterpart.clone().or(Some((drafts[i].person, drafts[i].person_tokens.clone())));
        }
    }
}

/// News of this many days ago is no news: who came then holds the post now.
const SETTLED: i32 = 60;

/// "Lee was elected governor in 2014", read three years later: she has come and is there.
pub(super) fn is_settled_in(reading: &Reading<'_>, change: &ChangeDraft) -> bool {
    let (Some(date), Some(published)) = (change.date, reading.published) else { return false };
    let whole = date.month().is_some();
    let gone = published.days_since_epoch() - date.days_since_epoch();
    if whole { gone > SETTLED } else { date.year() < published.year() && gone > 365 }
}

/// The roles that changes imply, with those that shapes gave: who comes in is incoming, who goes out is former.
pub(crate) fn apply(reading: &Reading<'_>, changes: &[ChangeDraft], roles: Vec<RoleDraft>) -> Vec<RoleDraft> {
    let mut roles = merge_roles(reading, roles);
    let mut of_person: Vec<Vec<usize>> = vec![Vec::new(); reading.people.len()];
    for (i, role) in roles.iter().enumerate() {
        of_person[role.person].push(i);
    }
    // Whoever came and went is gone, in whatever order the text says it.
    let (ins, outs): (Vec<_>, Vec<_>) = changes.iter().partition(|c| c.direction == Direction::In);
    let mut latest_rung: BTreeMap<(usize, usize), PartialDate> = BTreeMap::new(); // person and verb → its last date
    for change in &ins {
        if let Some(date) = change.date {
            let rung = latest_rung.entry((change.person, change.trigger)).or_insert(date);
            *rung = (*rung).max(date);
        }
    }
    // "became treasurer in 1995 and president in 2010": treasurer no more.
    let is_passed = |change: &ChangeDraft| {
        change
            .date
            .is_some_and(|date| latest_rung.get(&(change.person, change.trigger)).is_some_and(|&last| date < last))
    };
    for change in ins.into_iter().chain(outs) {
        let Some(post) = &change.post else { continue };
        // "a critical leadership position" is where somebody goes, but the title of no role.
        let titled = reading.post_at(post.start).is_some()
            || leads(reading, change)
            || reading.text.tokens[post.start].is(words::BOARD);
        let unsettled = matches!(change.realis, Realis::Possible | Realis::Denied);
        let goes = change.direction == Direction::Out;
        if unsettled && !(goes && says_its_post(reading, change)) || change.inferred || !titled {
            continue;
        }
        let status = match change.direction {
            // "plans to retire", "might replace Lee as chief", "will not resign as mayor": in office until it is settled.
            Direction::Out if change.realis != Realis::Actual => Status::Current,
            Direction::Out => Status::Former,
            Direction::In if begins_career(reading, change) || is_passed(change) => Status::Former,
            Direction::In if is_settled_in(reading, change) => Status::Current,
            Direction::In => Status::Incoming,
        };
        let key = PostKey::new(reading.tables, &post_name(reading, post));
        let mut known = false;
        for &i in latest(&of_person[change.person]) {
            let role = &mut roles[i];
            // "the former chairwoman of the caucus … will be chairwoman": what one was one was.
            // "Lee was treasurer of Bolt … Acme named Lee treasurer": another time, and maybe another house.
            let comes = status == Status::Incoming;
            let was = comes && (titled_as(reading, role, |post| post.former) || role.status == Status::Former);
            // "named Lee, a former congressman": no title of what one comes into.
            known |= was && role.post == *post;
            if !was
                && PostKey::new(reading.tables, &post_name(reading, &role.post)).same(&key, reading.tables)
                && places_agree(reading, role.place.as_ref(), change.place.as_ref())
            {
                known = true;
                // "nominated Judge Lee": the title that she has is not what she comes into.
                let own = comes && role.is_before_name() && role.post == *post;
                // "Chief of Staff Lee said … Lee was named chief of staff after …", "has been president since 2019": is there.
                let elsewhere = || reading.sentence_of(role.post.start) != reading.sentence_of(change.trigger);
                let holds = role.is_before_name() && elsewhere() || role.since.is_some();
                let own = own || comes && role.status == Status::Current && holds;
                // "elected governor in 2014" does not bring back a former governor.
                if !role.keeps && !own && (status != Status::Current || role.status == Status::Incoming) {
                    role.status = status;
                }
                // "President Carter leaves the White House"
                if role.place.is_none() && !unsettled && !incumbency::is_us_president_titled(reading, &role.post) {
                    role.place.clone_from(&change.place);
                }
            }
        }
        if !known {
            of_person[change.person].push(roles.len());
            roles.push(RoleDraft {
                person: change.person,
                person_tokens: change.person_tokens.clone(),
                post: post.clone(),
                kind: PostKind::Generic,
                place: change.place.clone(),
                status,
                acting: change.acting,
                keeps: false,
                since: None,
                until: None,
                evidence: change.evidence.clone(),
                rule: "change",
            });
        }
    }
    // Whoever died holds no post, whichever the text tells; a pronoun may mean another.
    let named = |c: &ChangeDraft| reading.mentions.of_kind(c.person_tokens.start, Kind::Person).is_some();
    let died = |c: &&ChangeDraft| c.reason == Some(Reason::Died) && c.realis == Realis::Actual && named(c);
    for change in changes.iter().filter(died) {
        for &i in latest(&of_person[change.person]) {
            roles[i].status = Status::Former;
        }
    }
    let mut comes = vec![false; reading.people.len()];
    for change in changes.iter().filter(|c| c.direction == Direction::In) {
        comes[change.person] = true;
    }
    for role in roles.iter_mut().filter(|r| r.status == Status::Incoming && !comes[r.person]) {
        // "The new chairman is Lee" is the news itself.
        let before = |post: &Post| {
            post.all.end + 1 == role.person_tokens.start && reading.text.tokens[post.all.end].is(words::COMMA)
        };
        if titled_as(reading, role, |post| is_newly(reading, post) && (before(post) || role.is_beside_name(reading))) {
            role.status = Status::Current;
        }
    }
    roles
}

/// "Lee began her career as a clerk": where she was first, she is no more.
fn begins_career(reading: &Reading<'_>, change: &ChangeDraft) -> bool {
    const NEAR: usize = 4; // "began her long legal career"
    let verb = reading.tables.verb_form(reading.text.tokens[change.trigger].word).map(|v| v.lemma);
    if !matches!(verb, Some(words::BEGIN | words::START)) {
        return false;
    }
    let after = reading.text.tokens[change.trigger + 1..].iter().take(NEAR);
    after.take_while(|t| t.gap <= Gap::Line).any(|t| t.is(words::CAREER))
}

/// "might replace Lee as chief": the post stands in the sentence of the change.
fn says_its_post(reading: &Reading<'_>, change: &ChangeDraft) -> bool {
    let post = change.post.as_ref();
    post.is_some_and(|post| reading.sentence_of(post.start) == reading.sentence_of(change.trigger))
}

fn titled_as(reading: &Reading<'_>, role: &RoleDraft, says: impl Fn(&Post) -> bool) -> bool {
    reading.post_at(role.post.start).is_some_and(|i| says(&reading.posts[i]))
}

/// "The new chairman, Ann Lee, told": in office, where the text does not tell that she comes.
fn is_newly(reading: &Reading<'_>, post: &Post) -> bool {
    post.incoming && (post.all.start..post.title.start).any(|at| reading.text.tokens[at].is(words::NEW))
}
