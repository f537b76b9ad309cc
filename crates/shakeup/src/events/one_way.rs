//! In or out, one way: "named Lee chairman", "Lee resigned as chairman", and both at once for moves.

use super::assemble::places_agree;
use super::change::{Event, person_tokens};
use super::context::is_firm;
use super::draft::{ChangeDraft, Place, RoleDraft};
use super::gapped::gapped;
use super::leaving::{leaves_a_post, leaves_for_post, stands_alone};
use super::moving::moves;
use super::others::{hand_on, object_before, past_date, whose_post};
use super::people::people_of;
use super::seat::{Seat, ranks, runs_for_election, seats};
use super::swap::{meant_by, sentence_subject};
use super::vacancy::{spoken_of, vacated_before};
use super::verb_frame::Verb;
use crate::clauses::{self, Complements, Object, VerbGroup};
use crate::lexicon::{FrameEvent, FrameNeed, FrameWho, OrganizationKind, PostKind, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::{Direction, Realis, Reason, Status};
use crate::text::Gap;

/// Words before a gerund that make it a hope: "gave up on becoming mayor".
const HOPES: [crate::lexicon::WordId; 6] = [words::OF, words::ON, words::IN, words::ABOUT, words::FROM, words::FOR];

/// In, out or both by a move, of one set of people.
pub(super) fn read(verb: &Verb<'_>, drafts: &mut Vec<ChangeDraft>) {
    let Verb { reading, frame, group, past, .. } = *verb;
    let tokens = &reading.text.tokens;
    // "the possibility of her winning"
    let owned = group.first > 1 && tokens[group.first - 1].has(class::POSSESSIVE);
    let lead = group.first.checked_sub(1 + usize::from(owned));
    let hoped = group.gerund && lead.is_some_and(|at| tokens[at].is_any(&HOPES));
    if hoped && frame.event == FrameEvent::In && frame.who == FrameWho::Subject {
        return;
    }
    // "a clash over when and how to fill the vacancy": nobody does yet.
    let asked = group.infinitive
        && group.first > 0
        && (tokens[group.first - 1].has(class::PRESUPPOSING) || tokens[group.first - 1].is(words::WHEN));
    if asked && frame.event == FrameEvent::In && frame.who == FrameWho::Subject {
        return;
    }
    // "the base is fired up", "may turn out to be right"
    if frame.rest.is_empty() && tokens.get(past).is_some_and(|t| t.is_any(&[words::UP, words::OUT])) {
        return;
    }
    // "resigned himself to it"
    if tokens.get(past).is_some_and(|t| t.has(class::REFLEXIVE)) {
        return;
    }
    let Some((people, end, object)) = people_of(verb) else { return };
    // "the senator parted ways with Governor Lee": two people quarrel, only an employer lets go.
    let quarrel = frame.who == FrameWho::Object && tokens[past - 1].is(words::WITH);
    if quarrel && !clauses::subject(reading, group).is_empty() {
        return;
    }
    // "Lee parted ways with Acme": an employer, nobody else.
    let parts = frame.who == FrameWho::Subject && frame.event == FrameEvent::Out && tokens[past - 1].is(words::WITH);
    let with = past + usize::from(tokens.get(past).is_some_and(|t| t.has(class::DETERMINER)));
    let house = reading.mentions.of_kind(with, Kind::Organization).filter(|f| f.first == with);
    if parts
        && house
            .is_none_or(|f| tokens.get(f.last).is_some_and(|t| t.is_possessive()) || reading.post_at(f.last).is_some())
    {
        return;
    }
    let leaves = frame.event == FrameEvent::Out;
    let complements_at = |from: usize, direct: bool| match leaves {
        true => clauses::complements_of_leaving(reading, from, direct),
        false => clauses::complements(reading, from, direct),
    };
    let direct = frame.post_follows || frame.object_is_post && frame.who == FrameWho::Subject;
    let mut complements = complements_at(end, direct);
    // What follows is where he goes.
    if leaves && leaves_for_post(tokens, past) {
        complements = Complements { end: past, ..Complements::default() };
    }
    if frame.bare_needs && leaves && !leaves_a_post(reading, group, past, object.as_ref(), &complements) {
        return;
    }
    // "took over the conversation"
    let said = complements_name_something(&complements) || object.is_some();
    if frame.bare_needs && !leaves && !said && !stands_alone(tokens.get(past)) {
        return;
    }
    // "left for Lisbon" is a trip.
    let trip =
        tokens.get(past).is_some_and(|t| t.is(words::FOR)) && reading.mentions.of_kind(past + 1, Kind::Place).is_some();
    if leaves && trip {
        return;
    }
    if runs_for_election(reading, &complements, frame) {
        return;
    }
    // "was relieved to make it", "lawmakers and retired officers"
    let next_verb =
        tokens.get(past).is_some_and(|t| t.is(words::TO)) && tokens.get(past + 1).is_some_and(|t| t.has(class::VERB));
    // "a lawyer and retired judge"
    let joined = group.first > 0 && tokens[group.first - 1].is_any(&[words::AND, words::A, words::AN, words::THE]);
    let adjective = group.bare
        && frame.who == FrameWho::Subject
        && reading.post_at(past).is_some_and(|post| reading.posts[post].plural || joined);
    // "removed from this list"
    let of_work = |at: usize| {
        tokens.get(at).is_some_and(|t| {
            t.has(class::ORG_GENERIC.or(class::TENURE))
                || clauses::is_post_noun(t)
                || reading.mentions.covering(at).is_some()
        })
    };
    // "dismissed Lee from the witness table"
    let from_thing = |past: usize| {
        tokens.get(past).is_some_and(|t| t.is(words::FROM))
            && tokens.get(past + 1).is_some_and(|t| t.has(class::DETERMINER))
            && !(past + 1..past + 6).any(of_work)
    };
    let dismisses = frame.reason == Some(Reason::Dismissed) && !group.passive;
    // "forced out of his home"
    let out_of = tokens[past - 1].is(words::OUT)
        && tokens.get(past).is_some_and(|t| t.is(words::OF))
        && tokens.get(past + 1).is_some_and(|t| t.has(class::DETERMINER.or(class::POSSESSIVE)))
        && !(past + 1..past + 6).any(of_work);
    let from = frame.who == FrameWho::Object
        && (frame.needs == FrameNeed::Role && from_thing(past) || dismisses && from_thing(end) || out_of);
    if leaves && (group.passive && next_verb || adjective || from) {
        return;
    }
    // "cannot quit the story", "resigned the match": no post; "resigned this morning": a date.
    let owned = tokens.get(past).is_some_and(|t| t.has(class::DETERMINER.or(class::POSSESSIVE)))
        && past_date(reading, past) == past;
    let phrase =
        |at: &usize| tokens.get(*at).is_some_and(|t| t.is_word() && t.gap <= Gap::Space && !t.has(class::PREPOSITION));
    // "quit smoking", "stopped drinking"
    let habit = frame.rest.is_empty()
        && frame.object_is_post
        && tokens.get(past).is_some_and(|t| !t.has(class::SAY.or(class::FRAME_VERB).or(class::PREPOSITION)))
        && reading.text.words(past..past + 1).ends_with("ing")
        && stands_alone(tokens.get(past + 1));
    if leaves && habit && frame.who == FrameWho::Subject && reading.post_at(past).is_none() {
        return;
    }
    // "was named to the list", "elected to the hall of fame": no post that the text knows.
    let to_thing = !leaves
        && frame.who == FrameWho::Object
        && tokens.get(past).is_some_and(|t| t.is(words::TO))
        && tokens.get(past + 1).is_some_and(|t| t.has(class::DETERMINER))
        && !complements_name_something(&complements)
        && complements.succeeds.is_empty()
        && !complements.vacancy
        && !complements.own
        && complements.leads.is_none()
        && !(past + 1..past + 6).any(of_work);
    // "Lee, the mayor, elected to stay": what he does himself.
    let does = !leaves
        && frame.who == FrameWho::Object
        && frame.reason == Some(Reason::Elected)
        && group.bare
        && next_verb
        && !complements_name_something(&complements)
        && complements.succeeds.is_empty()
        && complements.leads.is_none();
    if to_thing || does {
        return;
    }
    let thing = frame.object_is_post
        && frame.rest.is_empty()
        && frame.who == FrameWho::Subject
        && !group.passive
        && owned
        && !complements_name_something(&complements)
        && object.is_none()
        && !(past + 1..past + 6).take_while(phrase).any(|at| of_work(at) || timed_noun(reading, at));
    if leaves && thing {
        return;
    }
    // "quit the race", "bowed out of the contest"; not "will step down at the next election".
    let from = [words::OF, words::FROM, words::OUT, words::FOR];
    let apart = tokens.get(past).is_some_and(|t| t.has(class::PREPOSITION) && !t.is_any(&from));
    let small = class::DETERMINER.or(class::POSSESSIVE).or(class::PREPOSITION);
    let contest = (past..past + 4).find(|&at| !tokens.get(at).is_some_and(|t| t.has(small)));
    let is_contest = |at: usize| tokens.get(at).is_some_and(|t| t.has(class::CONTEST));
    // "quits the leadership race", "left the White House race"
    let named = |at: usize| reading.mentions.covering(at).map_or(at + 1, |(_, f)| f.last);
    if leaves && !apart && contest.is_some_and(|at| is_contest(at) || is_contest(named(at))) {
        return;
    }
    // "joined nine others to found Acme": only who is joined is joined.
    let joins = !leaves && frame.object_is_organization && frame.rest.is_empty() && frame.who == FrameWho::Subject;
    let titled = !complements.posts.is_empty() || complements.position.is_some();
    // "joined the Lee administration as treasurer"
    let institution = (past + 1..past + 4).find(|&at| tokens.get(at).is_some_and(|t| t.has(class::ORG_GENERIC)));
    let institution =
        institution.filter(|at| joins && !titled && reading.mentions.of_kind(at - 1, Kind::Person).is_some());
    if let Some(at) = institution {
        complements = complements_at(at + 1, false);
    }
    let object = object.filter(|_| institution.is_none());
    let titled = !complements.posts.is_empty() || complements.position.is_some();
    // "joined the company in 1985"
    let generic = tokens.get(past).is_some_and(|t| t.is_any(&[words::THE, words::ITS]))
        && tokens.get(past + 1).is_some_and(|t| t.has(class::ORG_GENERIC))
        && !tokens.get(past + 2).is_some_and(|t| t.is(words::OF))
        && !clauses::is_compound(reading, past + 2);
    let company =
        clauses::organization_in_focus(reading, past + 1).filter(|place| joins && generic && is_firm(reading, place));
    if let Some(company) = company.filter(|_| !titled) {
        complements.places.push(company);
        complements.end = complements.end.max(past + 2);
    } else if joins && !titled && !matches!(object, Some(Object::Organization(_))) {
        return;
    }
    // "steps down a staircase"
    let timed = |at: usize| {
        tokens.get(at).is_some_and(|t| t.has(class::TIME_UNIT.or(class::WEEKDAY).or(class::MONTH)))
            || reading.post_at(at).is_some()
    };
    let walks = tokens.get(past).is_some_and(|t| t.has(class::DETERMINER))
        && past_date(reading, past) == past
        && !(past + 1..past + 4).any(timed);
    if leaves && !frame.rest.is_empty() && walks && !complements_name_something(&complements) && object.is_none() {
        return;
    }
    // "left the Republican Party": a member, of no post.
    let party = match object {
        Some(Object::Organization(at)) if leaves => reading.mentions.of_kind(at, Kind::Organization),
        _ => None,
    };
    let party = party.map(|f| Place::new(reading, f.range())).filter(|place| is_club(reading, place));
    let coached = party.as_ref().is_some_and(|team| coaches(verb, &people, team));
    if party.is_some() && complements.posts.is_empty() && !coached {
        return;
    }
    if !leaves && frame.who == FrameWho::Subject && frame.object_is_post && complements.succeeds.is_empty() {
        whose_post(verb, &people, &mut complements);
    }
    // "took the helm from Lee"
    if frame.person_after_from && complements.succeeds.is_empty() {
        complements.succeeds = std::mem::take(&mut complements.from_people);
    }
    // "lost the race for governor": of a post that was not held.
    if leaves && frame.post_after_for && !complements.for_posts.is_empty() {
        return;
    }
    // "Acme named Lee chairman", "was named chairman by Acme": the one who decides is where the post is.
    let employer = match frame.who {
        FrameWho::Object if group.passive => complements.by_place.clone(),
        FrameWho::Object => clauses::employer(reading, group.first),
        _ => None,
    };
    // "the Senate confirmed Lee": he sits elsewhere.
    let consents = tokens[group.verb].has(class::CONFIRMING);
    let employer = employer.filter(|place| !(consents && is_of_kind(reading, place, &[OrganizationKind::Legislature])));
    // "joined Acme as an analyst", "Acme hired Lee as an analyst": a post there, however little it says alone.
    let joined = match object {
        Some(Object::Organization(at)) if joins => reading.mentions.of_kind(at, Kind::Organization),
        _ => None,
    };
    let joined = joined.map(|f| Place::new(reading, f.range())).filter(|place| !is_club(reading, place));
    let known = |place: &&Place| reading.mentions.of_kind(place.tokens.start, Kind::Organization).is_some();
    complements.host = joined.or_else(|| employer.as_ref().filter(known).cloned());
    if !leaves && past > group.verb + 1 && clauses::is_vacancy(reading, past - 1) {
        complements.vacancy = true;
        complements.own |= tokens[past - 2].is(words::THAT);
    }
    let mut found = seats(reading, &complements, frame);
    match object {
        // "joining Syria in its refusal"
        Some(Object::Organization(at)) if !leaves && reading.mentions.of_kind(at, Kind::Organization).is_none() => {
            // "join Westmark Pumps as president": named, though nothing shows of what kind.
            let name = reading.mentions.of_kind(at, Kind::Name).filter(|_| joins);
            if let Some(place) = name.map(|f| Place::new(reading, f.range())) {
                found.iter_mut().for_each(|seat| {
                    seat.place.get_or_insert_with(|| place.clone());
                });
            }
        }
        Some(Object::Organization(at)) if frame.object_is_organization => {
            let tokens = reading.mentions.covering(at).map_or(at..at + 1, |(_, f)| f.range());
            let mut after = complements_at(tokens.end, false);
            complements.end = complements.end.max(tokens.end).max(after.end);
            let place = Place::new(reading, tokens);
            after.host = complements.host.take();
            found.extend(seats(reading, &after, frame));
            found.dedup();
            for seat in &mut found {
                seat.place.get_or_insert(place.clone());
            }
            if found.is_empty() {
                found.push(Seat::at(place));
            }
        }
        // "Before she became treasurer, Lee taught"
        Some(Object::People(..)) if frame.object_is_post && !complements.posts.is_empty() => {}
        Some(Object::People(..)) if frame.who == FrameWho::Subject && frame.needs != FrameNeed::Nothing => return,
        // "became the mayor's second choice": whose it is.
        Some(Object::Post(post))
            if !leaves && tokens.get(reading.posts[post].title.end).is_some_and(|t| t.is_possessive()) => {}
        Some(Object::Post(post)) if frame.object_is_post && found.is_empty() && (leaves || !ranks(reading, post)) => {
            found.push(Seat::of_post(reading, post, complements.places.first()));
        }
        Some(Object::Post(post)) if frame.who == FrameWho::Object => found.push(Seat::of_post(reading, post, None)),
        _ => {}
    }
    // "won the presidency", "took over the chairmanship of Acme": the frame's own word is the post.
    if past > group.verb + 1 && tokens[past - 1].has(class::DIGNITY) && found.iter().all(|seat| seat.post.is_none()) {
        found = vec![Seat::titled(past - 1..past, complements.places.first().cloned())];
    }
    // "named a new chief executive, Ann Lee"
    if let (FrameWho::Object, false, false, Some(&first)) = (frame.who, leaves, group.passive, people.first())
        && found.iter().all(|seat| seat.post.is_none())
        && first > past + 1
        && tokens[first - 1].is(words::COMMA)
        && let Some(post) = reading.post_at(first - 2).filter(|&post| reading.posts[post].incoming)
    {
        let place = found.pop().and_then(|seat| seat.place);
        found.push(Seat::of_post(reading, post, place.as_ref()));
    }
    if leaves {
        left_seats(reading, &complements, &mut found);
    }
    // "died in the hospital": where, not from what.
    if frame.reason == Some(Reason::Died) {
        found.retain(|seat| seat.post.is_some());
    }
    // "won the Senate seat", "lost his State Department job": the frame's own words say where.
    let inner = |past: usize| (group.verb + 1..past).find_map(|at| reading.post_at(at));
    if frame.who == FrameWho::Subject
        && past > group.verb + 2
        && found.iter().all(|seat| seat.post.is_none())
        && let Some(post) = inner(past - 1).filter(|&post| !reading.posts[post].plural)
    {
        // "left the treasurer's job", "won the governor's race"
        found = vec![Seat::of_post(reading, post, complements.places.first())];
    }
    if frame.who == FrameWho::Subject && clauses::is_post_noun(&tokens[past - 1]) {
        let inside = (group.verb + 1..past).find_map(|at| reading.mentions.of_kind(at, Kind::Organization));
        if let Some(place) = inside.map(|f| Place::new(reading, f.range())) {
            if found.is_empty() {
                found.push(Seat::default());
            }
            found.iter_mut().for_each(|seat| {
                seat.place.get_or_insert_with(|| place.clone());
            });
        }
    }
    // Joining or leaving a party is no change of post.
    // "resigned her position with the party" does.
    let employed = leaves && (group.verb + 1..complements.end).any(|at| clauses::is_post_noun(&tokens[at]));
    // "took charge of Dunmore Rovers" is more.
    let leads = frame.object_is_post && !frame.rest.is_empty();
    found.retain(|seat| {
        seat.post.is_some() || employed || coached || leads || !seat.place.as_ref().is_some_and(|p| is_club(reading, p))
    });
    // "Acme named Lee of Bolt its chairman": the subject's.
    if let Some(employer) = employer.as_ref().filter(|_| !group.passive) {
        let own = |seat: &Seat| {
            let title = seat.post.as_ref().and_then(|post| reading.post_at(post.start)).map(|p| &reading.posts[p]);
            title.is_some_and(|post| {
                post.of_generic
                    && (post.all.start.saturating_sub(1)..post.title.start).any(|at| tokens[at].is(words::ITS))
            })
        };
        found.iter_mut().filter(|seat| own(seat)).for_each(|seat| seat.place = Some(employer.clone()));
    }
    let event = Event { employer, ..verb.event(past.max(complements.end)) };
    if frame.event == FrameEvent::Move {
        // "reassigned to a desk job"
        if found.is_empty() {
            found.extend(complements.position.clone().map(|position| Seat::titled(position, None)));
        }
        moves(reading, verb.roles, &event, &people, &found, &complements, drafts);
        return;
    }
    let direction = if leaves { Direction::Out } else { Direction::In };
    let before = drafts.len();
    // "named two executives: Lee as treasurer and Diaz as counsel"
    let own: Vec<_> = people.iter().map(|&at| seat_behind(reading, at)).collect();
    if matches!(object, Some(Object::Post(post)) if reading.posts[post].plural) && own.iter().any(Option::is_some) {
        for (&at, own) in people.iter().zip(own) {
            let seats = own.map_or_else(|| found.clone(), |seat| vec![seat]);
            go(reading, &event, &[at], direction, seats, &complements, drafts);
        }
        return;
    }
    go(reading, &event, &people, direction, found, &complements, drafts);
    if leaves && frame.person_after_to && drafts.len() > before {
        hand_on(reading, &event, &complements.to_people, drafts, before);
    }
    // "promoted to treasurer from controller"
    let risen = matches!(frame.reason, Some(Reason::Promoted | Reason::Reassigned)) && drafts.len() > before;
    if let Some(&left) = complements.from_posts.first().filter(|_| risen && !leaves) {
        for &at in &people {
            let Some(mut out) = event.draft(reading, at, Direction::Out) else { continue };
            out.take(&Seat::of_post(reading, left, complements.from_place.as_ref()));
            out.reason = Some(Reason::Reassigned);
            drafts.push(out);
        }
    }
    if frame.who == FrameWho::Object && !group.passive {
        not_the_subject(reading, group, drafts, before);
    }
    if drafts.len() > before {
        gapped(reading, &event, direction, complements.end, drafts);
    }
}

/// The post behind a name of a list: "Lee as treasurer".
fn seat_behind(reading: &Reading<'_>, at: usize) -> Option<Seat> {
    let name = reading.mentions.of_kind(at, Kind::Person)?;
    reading.text.tokens.get(name.last).filter(|t| t.is(words::AS))?;
    let article = usize::from(
        reading.text.tokens.get(name.last + 1).is_some_and(|t| t.has(class::DETERMINER.or(class::POSSESSIVE))),
    );
    let post = reading.post_at(name.last + 1 + article).filter(|&post| !reading.posts[post].plural)?;
    Some(Seat::of_post(reading, post, None))
}

/// "retired this week", "quits next month", "his committee", "her chairmanship".
fn timed_noun(reading: &Reading<'_>, at: usize) -> bool {
    let timed = class::TIME_UNIT.or(class::WEEKDAY).or(class::MONTH).or(class::ORG_UNIT).or(class::ORG_HEAD);
    reading.text.tokens[at].has(timed.or(class::REFLEXIVE)) || reading.post_at(at).is_some()
}

/// "Lee wants to fire him": whoever the pronoun means, it is not the one who fires.
fn not_the_subject(reading: &Reading<'_>, group: &VerbGroup, drafts: &mut Vec<ChangeDraft>, from: usize) {
    let pronoun = |d: &ChangeDraft| reading.text.tokens[d.person_tokens.start].has(class::HE.or(class::SHE));
    if !drafts[from..].iter().any(pronoun) {
        return;
    }
    let mut subject: Vec<usize> =
        clauses::subject(reading, group).into_iter().filter_map(|at| reading.person_at(at)).collect();
    // "President Lee, a general, relieved Diaz and appointed him an adviser"
    let joined = !group.gerund && group.first > 0 && reading.text.tokens[group.first - 1].is(words::AND);
    if subject.is_empty() && joined {
        subject.extend(sentence_subject(reading, group.verb));
    }
    let mut kept = from;
    for i in from..drafts.len() {
        // "relieved Lee of his post and appointed him an adviser": the object of the verb before.
        if pronoun(&drafts[i])
            && let [same] = object_before(reading, group)[..]
            && reading.referents(drafts[i].person_tokens.start).any(|p| p == same)
        {
            drafts[i].person = same;
            drafts.swap(kept, i);
            kept += 1;
            continue;
        }
        if pronoun(&drafts[i]) && subject.contains(&drafts[i].person) {
            let meant = reading.referents(drafts[i].person_tokens.start).find(|p| !subject.contains(p));
            let Some(person) = meant else { continue };
            drafts[i].person = person;
        }
        drafts.swap(kept, i);
        kept += 1;
    }
    drafts.truncate(kept);
}

/// A party or a team, of which people are members without a post.
pub(super) fn is_club(reading: &Reading<'_>, place: &Place) -> bool {
    is_of_kind(reading, place, &[OrganizationKind::Party, OrganizationKind::Team])
}

/// "Coach Ann Lee has left Dunmore Rovers": of the people of a team those leave a post who coach, manage or run it.
fn coaches(verb: &Verb<'_>, people: &[usize], team: &Place) -> bool {
    let reading = verb.reading;
    let runs = |r: &RoleDraft| {
        matches!(r.kind, PostKind::Sport | PostKind::Executive)
            && r.status != Status::Former
            && reading.post_at(r.post.start).is_some_and(|i| !reading.posts[i].weak)
            && places_agree(reading, r.place.as_ref(), Some(team))
    };
    is_of_kind(reading, team, &[OrganizationKind::Team])
        && people.iter().any(|&at| verb.roles.iter().any(|r| Some(r.person) == reading.person_at(at) && runs(r)))
}

pub(super) fn is_of_kind(reading: &Reading<'_>, place: &Place, kinds: &[OrganizationKind]) -> bool {
    let words = reading.text.tokens[place.tokens.clone()].iter().map(|t| t.word);
    reading.tables.organizations.longest(words).is_some_and(|(_, o)| kinds.contains(&o.kind))
}

/// "fired from the board", "resigned from Acme", "quit as treasurer of Acme".
pub(super) fn left_seats(reading: &Reading<'_>, complements: &Complements, found: &mut Vec<Seat>) {
    let place = complements.from_place.as_ref();
    for &post in complements.from_posts.iter().filter(|&&p| !reading.posts[p].weak) {
        found.push(Seat::of_post(reading, post, place.or(complements.places.first())));
    }
    match place {
        Some(place) if found.is_empty() => found.push(Seat::at(place.clone())),
        // The organisation after "from" is the post's.
        Some(place) => found.iter_mut().for_each(|seat| {
            seat.place.get_or_insert_with(|| place.clone());
        }),
        None => {}
    }
}

fn complements_name_something(complements: &Complements) -> bool {
    !complements.posts.is_empty()
        || !complements.places.is_empty()
        || complements.position.is_some()
        || complements.dignity.is_some()
}

/// Drafts for each person and each seat; whom "to succeed" names goes out of it.
pub(super) fn go(
    reading: &Reading<'_>,
    event: &Event<'_>,
    people: &[usize],
    direction: Direction,
    mut seats: Vec<Seat>,
    complements: &Complements,
    drafts: &mut Vec<ChangeDraft>,
) {
    let comes = direction == Direction::In;
    let satisfied = match event.frame.needs {
        FrameNeed::Post => {
            // "named Lee to the Court of Appeals": a judge of it.
            let bench =
                |s: &Seat| s.place.as_ref().is_some_and(|place| is_of_kind(reading, place, &[OrganizationKind::Court]));
            seats.iter().any(|s| s.post.is_some() || comes && event.frame.who == FrameWho::Object && bench(s))
                || comes && complements.succeeds.len() == 1 && !complements.in_place
        }
        FrameNeed::Place => !seats.is_empty() || !complements.succeeds.is_empty(),
        FrameNeed::Person => !if comes { &complements.succeeds } else { &complements.to_people }.is_empty(),
        FrameNeed::Nothing | FrameNeed::Name | FrameNeed::Role => true,
    };
    let vacated = vacated_before(reading, event, people, complements, drafts).filter(|_| comes && seats.is_empty());
    let (vacated, goer) = vacated.map_or((None, None), |(seat, goer)| (Some(seat), Some(goer)));
    let own = comes && complements.own && seats.is_empty() && vacated.is_none();
    // "He was a district attorney. He was appointed to that position in 2005"
    let vacated = vacated.or_else(|| spoken_of(reading, event.trigger).filter(|_| own && complements.vacancy));
    let satisfied = satisfied || vacated.is_some() || own;
    // "if elected", "to be elected" for nobody knows what
    let elected = event.frame.reason == Some(Reason::Elected) && event.frame.needs == FrameNeed::Role;
    let happened = event.realis == Realis::Actual && !event.future && event.past;
    // "believed that Lee would win the presidency"
    let hoped = event.frame.reason == Some(Reason::Elected)
        && event.realis == Realis::Possible
        && seats
            .iter()
            .any(|s| s.post.as_ref().is_some_and(|p| p.len() == 1 && reading.text.tokens[p.start].has(class::DIGNITY)));
    // "if he becomes president": of somebody who runs.
    let runs = comes
        && event.frame.name.as_ref() == "become"
        && (event.trigger.saturating_sub(4)..event.trigger).any(|at| reading.text.tokens[at].has(class::CONDITION))
        && seats.iter().any(|s| {
            let post = s.post.as_ref().filter(|_| s.place.is_none());
            post.is_some_and(|p| p.len() == 1 && reading.text.tokens[p.start].is(words::PRESIDENT))
        });
    let hoped = hoped || runs;
    if !satisfied || hoped || elected && seats.is_empty() && !happened {
        return;
    }
    if let (Some(seat), true) = (vacated, seats.is_empty()) {
        seats.push(seat);
    }
    if seats.is_empty() {
        seats.push(Seat::default());
    }
    // "Lee and Diaz were named president and treasurer, respectively"
    let sentence = reading.text.sentences[reading.sentence_of(event.trigger)];
    // "Lee and Diaz resigned as chairman and treasurer": no two hold both.
    let singular = |seat: &Seat| {
        let post = seat.post.as_ref().and_then(|post| reading.post_at(post.start)).map(|post| &reading.posts[post]);
        post.is_some_and(|post| !post.plural && !post.weak)
    };
    let paired = people.len() == seats.len()
        && people.len() > 1
        && ((event.trigger..sentence.last).any(|at| reading.text.tokens[at].is(words::RESPECTIVELY))
            || seats.iter().all(singular));
    for (order, &at) in people.iter().enumerate() {
        for seat in if paired { &seats[order..=order] } else { &seats[..] } {
            let Some(mut draft) = event.draft(reading, at, direction) else { continue };
            draft.take(seat);
            // "appointed special counsel Lee to lead the inquiry": to what stands before the name.
            let leads = complements.leads.is_some() && seat.place.is_none() && event.frame.who == FrameWho::Object;
            let title = at.checked_sub(1).and_then(|before| reading.post_at(before)).filter(|_| comes && leads);
            if let Some(title) = title.filter(|&i| reading.text.tokens[reading.posts[i].title.start].is(words::SPECIAL))
            {
                draft.take(&Seat::of_post(reading, title, None));
            }
            if own {
                draft.needs = FrameNeed::Role;
            }
            if let Some(goer) = &goer {
                draft.counterpart = Some(goer.clone());
            }
            if let Some(&other) = complements.succeeds.first().filter(|_| comes) {
                // "nominated by President Diaz to succeed him": not the one who nominates either.
                let known: Vec<usize> = people.iter().chain(&complements.by).copied().collect();
                let Some(person) = meant_by(reading, other, &known, other) else { continue };
                // "He assumes the office held by Lee": he is somebody else.
                if draft.person == person {
                    let pronoun = reading.text.tokens[at].has(class::HE.or(class::SHE));
                    let Some(meant) = reading.referents(at).find(|&p| p != person).filter(|_| pronoun) else {
                        continue;
                    };
                    draft.person = meant;
                }
                draft.counterpart = Some((person, person_tokens(reading, other)));
                if let Some(mut out) = event.draft(reading, other, Direction::Out) {
                    out.person = person;
                    out.counterpart = Some((draft.person, draft.person_tokens.clone()));
                    out.take(seat);
                    out.reason = None;
                    drafts.push(out);
                }
            }
            drafts.push(draft);
        }
    }
}
