//! Verb frames: who goes by "named", "resigned", "replaced", "moved", and to what.

use super::change::{Event, holder_of, nearby, post_and_place, rest_end, targets_of};
use super::assemble::PostKey;
use super::draft::{ChangeDraft, Place, RoleDraft, post_name};
use crate::clauses::{self, Complements, Object, VerbGroup};
use crate::discourse::verb_realis;
use crate::lexicon::{Form, Frame, FrameEvent, FrameNeed, FramePos, FrameWho, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::{Direction, Reason, Status};
use crate::text::Gap;

/// Reads the verb at a token by the first of its frames that finds somebody.
pub(super) fn read(reading: &Reading<'_>, roles: &[RoleDraft], at: usize, drafts: &mut Vec<ChangeDraft>) {
    let Some(verb) = reading.tables.verb_form(reading.text.tokens[at].word) else { return };
    if !clauses::is_verb(reading, at) {
        return;
    }
    let group = clauses::verb_group(reading, at);
    for frame in reading.tables.frames_of(verb.lemma).filter(|f| f.pos == FramePos::Verb) {
        let Some(past) = rest_end(reading, frame, at + 1) else { continue };
        // "announced the resignation of Lee": the noun says whose.
        let of = reading.text.tokens.get(past).is_some_and(|t| t.is(words::OF));
        let the = reading.text.tokens[at + 1..past.max(at + 1)].iter().any(|t| t.is(words::THE));
        if past > at + 1 && (of || the) && reading.text.tokens[past - 1].has(class::FRAME_NOUN) {
            continue;
        }
        let before = drafts.len();
        match frame.event {
            FrameEvent::In | FrameEvent::Out | FrameEvent::Move => one_way(reading, roles, frame, &group, past, drafts),
            FrameEvent::Swap => swap(reading, roles, frame, &group, past, drafts),
            FrameEvent::Hold => takes_up(reading, roles, frame, &group, past, drafts),
            FrameEvent::Successor | FrameEvent::Predecessor => {}
        }
        if drafts.len() > before || !frame.rest.is_empty() {
            return;
        }
    }
}

/// "will serve as acting chief", "will continue as an adviser": holding in the future is taking up, unless the post is
/// held already.
fn takes_up(
    reading: &Reading<'_>,
    roles: &[RoleDraft],
    frame: &Frame,
    group: &VerbGroup,
    past: usize,
    drafts: &mut Vec<ChangeDraft>,
) {
    let above = clauses::governor(reading, group).map(|(verb, _)| clauses::verb_group(reading, verb));
    let future = group.future || above.is_some_and(|g| g.future);
    if !future || frame.keeps || frame.object_is_organization || group.passive {
        return;
    }
    let people = subject_or_holder(reading, roles, group);
    let complements = served_as(reading, past);
    let event = Event {
        frame,
        trigger: group.verb,
        realis: verb_realis(reading, group, frame.realis),
        future: true,
        evidence: group.first..complements.end.max(past),
        employer: None,
    };
    let targets = targets_of(reading, &complements, frame);
    let targets: Vec<_> = targets.into_iter().filter(|(post, _, _)| post.is_some()).collect();
    let holds = |at: usize, post: &std::ops::Range<usize>| {
        let key = PostKey::new(&post_name(reading, post));
        let person = reading.person_at(at);
        nearby(roles, at).iter().any(|r| Some(r.person) == person && r.status == Status::Current && PostKey::new(&post_name(reading, &r.post)).same(&key, reading.tables))
    };
    let stays = matches!(&*frame.name, "continue" | "stay on");
    for at in people {
        // "will continue as president" changes nothing, unless another post is left.
        let person = reading.person_at(at);
        let leaves = |d: &ChangeDraft| Some(d.person) == person && d.direction == Direction::Out;
        if stays && !drafts.iter().rev().take(8).any(leaves) {
            continue;
        }
        let new: Vec<_> = targets.iter().filter(|(post, _, _)| post.as_ref().is_some_and(|p| !holds(at, p))).cloned().collect();
        if !new.is_empty() {
            go(reading, &event, &[at], Direction::In, new, &complements, drafts);
        }
    }
}

/// The complements of a verb of serving; whom it serves may stand between: "serve the public as an adviser".
fn served_as(reading: &Reading<'_>, past: usize) -> Complements {
    let tokens = &reading.text.tokens;
    let mut at = past;
    while at < past + 5 && tokens.get(at).is_some_and(|t| t.is_word() && !t.is(words::AS) && !t.has(class::PREPOSITION.or(class::VERB).or(class::CONJUNCTION))) {
        at += 1;
    }
    clauses::complements(reading, if tokens.get(at).is_some_and(|t| t.is(words::AS)) { at } else { past }, false)
}

/// Reads "out as", "out of a job" after "be": "Lee is out as chairman", "Lee out as chairman".
pub(super) fn read_after_be(reading: &Reading<'_>, roles: &[RoleDraft], at: usize, drafts: &mut Vec<ChangeDraft>) {
    let tokens = &reading.text.tokens;
    for frame in reading.tables.frames_of(tokens[at].word).filter(|f| f.pos == FramePos::Adjective) {
        let Some(past) = rest_end(reading, frame, at + 1) else { continue };
        let Some(mut before) = at.checked_sub(1) else { return };
        while before > 0 && tokens[before].has(class::ADVERB.or(class::NEGATION)) {
            before -= 1;
        }
        let people = if tokens[before].has(class::BE) {
            let group = clauses::verb_group(reading, before);
            if group.conditional || tokens[before + 1..at].iter().any(|t| t.has(class::NEGATION)) {
                continue;
            }
            subject_or_holder(reading, roles, &group)
        } else if reading.mentions.of_kind(before, Kind::Person).is_some() && (tokens.get(past).is_some_and(|t| t.is_any(&[words::AS, words::AT])) || ends_headline(reading, past)) {
            vec![reading.mentions.of_kind(before, Kind::Person).map_or(before, |f| f.first)]
        } else {
            continue;
        };
        let complements = clauses::complements(reading, past, false);
        // "Lee is out to win", "the results are out": without a post or place after it, only "is out" at a clause's end.
        let closes = tokens.get(past).is_none_or(|t| t.is_any(&[words::COMMA, words::STOP, words::AFTER, words::AS, words::AT]) || t.gap == Gap::Blank);
        if !closes {
            continue;
        }
        let mut group = clauses::verb_group(reading, before);
        group.verb = at;
        let event = Event {
            frame,
            trigger: at,
            realis: frame.realis.unwrap_or(crate::record::Realis::Actual),
            future: group.future,
            evidence: at..past.max(complements.end),
            employer: None,
        };
        let direction = if frame.event == FrameEvent::In { Direction::In } else { Direction::Out };
        go(reading, &event, &people, direction, targets_of(reading, &complements, frame), &complements, drafts);
        return;
    }
}

/// The subject's people; or the known holder of the post that is the subject: "the chief executive resigned".
fn subject_or_holder(reading: &Reading<'_>, roles: &[RoleDraft], group: &VerbGroup) -> Vec<usize> {
    let people = clauses::subject(reading, group);
    if !people.is_empty() {
        return people;
    }
    let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
    let near = (start..group.first).rev().take(6).find_map(|at| reading.post_at(at));
    near.and_then(|post| holder_of(reading, roles, post)).into_iter().collect()
}

/// Who goes, by a frame whose person is the subject or the object.
fn people_of(
    reading: &Reading<'_>,
    roles: &[RoleDraft],
    frame: &Frame,
    group: &VerbGroup,
    past: usize,
) -> Option<(Vec<usize>, usize, Option<Object>)> {
    match frame.who {
        FrameWho::Subject | FrameWho::Of | FrameWho::Apposed => {
            let by = reading.text.tokens.get(past).is_some_and(|t| t.is(words::BY));
            if group.passive || group.bare && group.form.has(Form::PARTICIPLE) && by {
                // "the seat vacated by Lee"
                let by = clauses::complements(reading, past, false).by;
                return (frame.object_is_post && !by.is_empty()).then_some((by, past, None));
            }
            let people = subject_or_holder(reading, roles, group);
            let object = if frame.rest.is_empty() { clauses::object(reading, group.verb) } else { None };
            Some((people, past, object))
        }
        FrameWho::Object => {
            if group.passive {
                return Some((subject_or_holder(reading, roles, group), past, None));
            }
            let ambiguous = group.bare && group.form.has(Form::PARTICIPLE);
            // "place Lee on leave": the object stands inside the phrase.
            let inside = (group.verb + 1..past).find(|&at| reading.person_at(at).is_some());
            if let Some(at) = inside {
                return Some((vec![at], past, None));
            }
            match clauses::object(reading, past.max(group.verb + 1) - 1) {
                Some(Object::People(people, end)) => Some((people, end, None)),
                // "fired its chief executive": whoever the text knows to hold the post.
                Some(Object::Post(post)) if !ambiguous || !follows_person(reading, group) => {
                    // "named a new chief executive" names nobody.
                    if frame.event != FrameEvent::Out {
                        return None;
                    }
                    let people = holder_of(reading, roles, post).into_iter().collect();
                    let end = reading.posts[post].all.end;
                    Some((people, end, Some(Object::Post(post))))
                }
                // "Lee, named chairman in 2004", "Lee named chairman": a participle is passive without its auxiliary.
                _ if ambiguous && reads_as_passive(reading, group, past) => {
                    Some((subject_or_holder(reading, roles, group), past, None))
                }
                _ => None,
            }
        }
    }
}

fn follows_person(reading: &Reading<'_>, group: &VerbGroup) -> bool {
    let Some(mut before) = group.first.checked_sub(1) else { return false };
    if reading.text.tokens[before].is(words::COMMA) && before > 0 {
        before -= 1;
    }
    reading.mentions.of_kind(before, Kind::Person).is_some()
}

/// Whether a participle without auxiliary is passive: a post or "as" follows, or it stands in an insertion.
fn reads_as_passive(reading: &Reading<'_>, group: &VerbGroup, past: usize) -> bool {
    let tokens = &reading.text.tokens;
    let next = tokens.get(past);
    let inserted = group.first > 0 && tokens[group.first - 1].is(words::COMMA);
    let links = [words::AS, words::BY, words::FROM, words::TO];
    let insertion_links = [words::IN, words::ON, words::AFTER, words::AT, words::COMMA];
    next.is_some_and(|t| t.is_any(&links) || inserted && (t.is_any(&insertion_links) || t.has(class::WEEKDAY)))
        || reading.post_at(past).is_some()
        || next.is_some_and(|t| t.has(class::DETERMINER)) && (past + 1..past + 4).any(|at| reading.post_at(at).is_some())
}

/// In, out or both by a move, of one set of people.
fn one_way(
    reading: &Reading<'_>,
    roles: &[RoleDraft],
    frame: &Frame,
    group: &VerbGroup,
    past: usize,
    drafts: &mut Vec<ChangeDraft>,
) {
    // "hopes of becoming president", "gave up on becoming mayor"
    let before = group.first.checked_sub(1).map(|b| reading.text.tokens[b]);
    // "confirmed to reporters that", "approved of": somebody must be confirmed.
    let hoped = before.is_some_and(|t| t.is_any(&[words::OF, words::ON, words::IN, words::ABOUT, words::FROM, words::FOR]));
    if group.gerund && hoped && frame.event == FrameEvent::In {
        return;
    }
    let Some((people, end, object)) = people_of(reading, roles, frame, group, past) else { return };
    let direct = frame.post_follows || frame.object_is_post && frame.who == FrameWho::Subject;
    let leaves = frame.event == FrameEvent::Out;
    let mut complements = match leaves {
        true => clauses::complements_of_leaving(reading, end, direct),
        false => clauses::complements(reading, end, direct),
    };
    if frame.bare_needs && !leaves_a_post(reading, group, past, object.as_ref(), &complements) {
        return;
    }
    // "left for Lisbon" is a trip.
    let trip = reading.text.tokens.get(past).is_some_and(|t| t.is(words::FOR)) && reading.mentions.of_kind(past + 1, Kind::Place).is_some();
    if leaves && trip {
        return;
    }
    let direction = if frame.event == FrameEvent::Out { Direction::Out } else { Direction::In };
    let mut targets = targets_of(reading, &complements, frame);
    match object {
        Some(Object::Organization(at)) if frame.object_is_organization => {
            let tokens = reading.mentions.covering(at).map_or(at..at + 1, |(_, f)| f.range());
            complements.end = complements.end.max(tokens.end);
            let after = match leaves {
                true => clauses::complements_of_leaving(reading, tokens.end, false),
                false => clauses::complements(reading, tokens.end, false),
            };
            let place = Place::new(reading, tokens);
            targets.extend(targets_of(reading, &after, frame));
            targets.dedup();
            for (_, own, _) in &mut targets {
                own.get_or_insert(place.clone());
            }
            if targets.is_empty() {
                targets.push((None, Some(place), false));
            }
            complements.end = complements.end.max(after.end);
        }
        Some(Object::People(..)) if frame.who == FrameWho::Subject && frame.needs != FrameNeed::Nothing => return,
        Some(Object::Post(post)) if frame.object_is_post && targets.is_empty() => {
            targets.push(post_and_place(reading, post, complements.places.first()));
        }
        Some(Object::Post(post)) if frame.who == FrameWho::Object => {
            targets.push(post_and_place(reading, post, None));
        }
        _ => {}
    }
    if direction == Direction::Out {
        // "fired from the board", "resigned from Acme"
        for &post in complements.from_posts.iter().filter(|&&p| !reading.posts[p].weak) {
            targets.push(post_and_place(reading, post, complements.from_place.as_ref().or(complements.places.first())));
        }
        if let (Some(place), true) = (&complements.from_place, targets.is_empty()) {
            targets.push((None, Some(place.clone()), false));
        }
        // The organisation after "from" is the post's.
        for (_, own, _) in &mut targets {
            if own.is_none() {
                own.clone_from(&complements.from_place);
            }
        }
    }
    // "Acme named Lee chairman", "was named chairman by Acme": the one who decides is where the post is.
    let employer = match frame.who {
        FrameWho::Object if group.passive => complements.by_place.clone(),
        FrameWho::Object => clauses::employer(reading, group.first),
        _ => None,
    };
    let event = Event {
        frame,
        trigger: group.verb,
        realis: verb_realis(reading, group, frame.realis),
        future: group.future || group.infinitive,
        evidence: group.first..past.max(complements.end),
        employer,
    };
    if frame.event == FrameEvent::Move {
        // "reassigned to a desk job"
        if targets.is_empty() {
            targets.extend(complements.position.clone().map(|position| (Some(position), None, false)));
        }
        moves(reading, roles, &event, &people, targets, &complements, drafts);
        return;
    }
    let before = drafts.len();
    go(reading, &event, &people, direction, targets, &complements, drafts);
    if drafts.len() == before + 1 && people.len() == 1 {
        gapped(reading, &event, direction, complements.end, drafts);
    }
}

/// Whether "left", "departs", "exits" is of a post: an organisation or post is named, another one follows, or the verb stands
/// alone with an auxiliary ("is leaving in June"). Not "left the room", "left Washington", "(1981, left)", "left out".
fn leaves_a_post(reading: &Reading<'_>, group: &VerbGroup, past: usize, object: Option<&Object>, complements: &Complements) -> bool {
    let tokens = &reading.text.tokens;
    let next = tokens.get(past);
    if let Some(Object::Organization(at)) = object {
        return reading.mentions.of_kind(*at, Kind::Organization).is_some();
    }
    if object.is_some() {
        return false;
    }
    let named = !complements.posts.is_empty() || complements.position.is_some() || !complements.from_posts.is_empty();
    let generic = (past + 1..past + 4).any(|at| tokens.get(at).is_some_and(|t| t.has(class::ORG_GENERIC) || clauses::is_post_noun(t)))
        && next.is_some_and(|t| t.has(class::DETERMINER.or(class::POSSESSIVE)));
    let moves_on = next.is_some_and(|t| t.is(words::TO)) && tokens.get(past + 1).is_some_and(|t| t.has(class::FRAME_VERB));
    let alone = next.is_none_or(|t| {
        t.is_any(&[words::COMMA, words::STOP, words::IN, words::AFTER, words::AT, words::ON, words::QUOTE, words::BY, words::NEXT, words::LAST, words::THIS])
            || t.has(class::MONTH.or(class::WEEKDAY)) || t.gap == Gap::Blank
    });
    named || generic || moves_on || alone && !group.bare && !group.gerund
}

/// Drafts for each person and each post; with whom "to succeed" or "by" names on the other side.
fn go(
    reading: &Reading<'_>,
    event: &Event<'_>,
    people: &[usize],
    direction: Direction,
    targets: Vec<(Option<std::ops::Range<usize>>, Option<Place>, bool)>,
    complements: &Complements,
    drafts: &mut Vec<ChangeDraft>,
) {
    let satisfied = match event.frame.needs {
        FrameNeed::Post => targets.iter().any(|(post, _, _)| post.is_some()) || direction == Direction::In && complements.succeeds.len() == 1,
        FrameNeed::Place => !targets.is_empty() || !complements.succeeds.is_empty(),
        FrameNeed::Nothing | FrameNeed::Role => true,
    };
    if !satisfied {
        return;
    }
    let targets = if targets.is_empty() { vec![(None, None, false)] } else { targets };
    let sentence = reading.text.sentences[reading.sentence_of(event.trigger)];
    let respectively = people.len() == targets.len()
        && people.len() > 1
        && (event.trigger..sentence.last).any(|at| reading.text.tokens[at].is(words::RESPECTIVELY));
    for (order, &at) in people.iter().enumerate() {
        for (post, place, acting) in if respectively { &targets[order..=order] } else { &targets[..] } {
            let Some(mut draft) = event.draft(reading, at, direction) else { continue };
            draft.post.clone_from(post);
            draft.place.clone_from(place);
            draft.acting |= acting;
            if *acting && direction == Direction::In {
                draft.reason = Some(Reason::Acting);
            }
            if direction == Direction::In {
                if let Some(&other) = complements.succeeds.first() {
                    let Some(person) = meant_by(reading, other, people, other) else { continue };
                    draft.counterpart = Some((person, super::change::person_tokens(reading, other)));
                    if let Some(mut out) = event.draft(reading, other, Direction::Out) {
                        out.person = person;
                        out.counterpart = Some((draft.person, draft.person_tokens.clone()));
                        out.post.clone_from(post);
                        out.place.clone_from(place);
                        out.reason = None;
                        drafts.push(out);
                    }
                }
            }
            drafts.push(draft);
        }
    }
}

/// "Smith becomes chairman and Jones chief executive": the verb is said once.
fn gapped(reading: &Reading<'_>, event: &Event<'_>, direction: Direction, from: usize, drafts: &mut Vec<ChangeDraft>) {
    let tokens = &reading.text.tokens;
    let mut at = from;
    for _ in 0..8 {
        while tokens.get(at).is_some_and(|t| t.is_any(&[words::COMMA, words::SEMICOLON, words::AND])) {
            at += 1;
        }
        if at == from {
            return;
        }
        // ", succeeding Diaz, and Lee as treasurer"
        if tokens.get(at).is_some_and(|t| t.has(class::GERUND)) {
            let Some(Object::People(_, past)) = clauses::object(reading, at) else { return };
            at = past;
            while tokens.get(at).is_some_and(|t| t.is_any(&[words::COMMA, words::SEMICOLON, words::AND])) {
                at += 1;
            }
        }
        let Some(person) = reading.mentions.of_kind(at, Kind::Person).filter(|f| f.first == at) else { return };
        let mut next = person.last;
        while tokens.get(next).is_some_and(|t| t.is_any(&[words::AS, words::THE, words::A, words::COMMA])) {
            next += 1;
        }
        let Some(post) = reading.post_at(next) else {
            // "Lee to head the port and Diaz to lead the airport"
            let complements = clauses::complements(reading, person.last, false);
            let targets = targets_of(reading, &complements, event.frame);
            let Some((title, place, acting)) = targets.into_iter().find(|(title, ..)| title.is_some()) else { return };
            let Some(mut draft) = event.draft(reading, at, direction) else { return };
            (draft.post, draft.place, draft.acting) = (title, place, acting);
            draft.evidence.end = draft.evidence.end.max(complements.end);
            at = complements.end;
            drafts.push(draft);
            continue;
        };
        let Some(mut draft) = event.draft(reading, at, direction) else { return };
        let place = drafts.last().and_then(|d| d.place.clone());
        let (title, own, acting) = post_and_place(reading, post, place.as_ref());
        draft.post = title;
        draft.place = own;
        draft.acting = acting;
        draft.evidence.end = draft.evidence.end.max(reading.posts[post].all.end);
        at = reading.posts[post].all.end;
        drafts.push(draft);
    }
}

/// Out of one post and into another: "moved from treasurer to president", "has been reassigned to a desk job".
fn moves(
    reading: &Reading<'_>,
    roles: &[RoleDraft],
    event: &Event<'_>,
    people: &[usize],
    targets: Vec<(Option<std::ops::Range<usize>>, Option<Place>, bool)>,
    complements: &Complements,
    drafts: &mut Vec<ChangeDraft>,
) {
    let from_post = complements.from_posts.first().map(|&p| post_and_place(reading, p, complements.from_place.as_ref()));
    for &at in people {
        let Some(person) = reading.person_at(at) else { continue };
        let known = nearby(roles, event.trigger).iter().rev().find(|r| r.person == person && r.evidence.start <= event.trigger);
        if targets.is_empty() && from_post.is_none() && known.is_none() {
            continue;
        }
        if event.frame.needs == FrameNeed::Post && targets.iter().all(|(post, _, _)| post.is_none()) && from_post.is_none() {
            continue;
        }
        let mut out = None;
        if from_post.is_some() || known.is_some() {
            if let Some(mut draft) = event.draft(reading, at, Direction::Out) {
                match (&from_post, known) {
                    (Some((post, place, _)), _) => {
                        draft.post.clone_from(post);
                        draft.place.clone_from(place);
                    }
                    (None, Some(role)) => {
                        draft.post = Some(role.post.clone());
                        draft.place.clone_from(&role.place);
                    }
                    _ => {}
                }
                draft.reason = Some(Reason::Reassigned);
                out = Some(drafts.len());
                drafts.push(draft);
            }
        }
        for (post, place, acting) in &targets {
            if let Some(mut draft) = event.draft(reading, at, Direction::In) {
                draft.post.clone_from(post);
                draft.place.clone_from(place);
                draft.acting = *acting;
                draft.moved = out;
                if let Some(out) = out {
                    if drafts[out].place.is_none() {
                        drafts[out].place.clone_from(place);
                    }
                    let this = drafts.len();
                    drafts[out].moved = Some(this);
                }
                drafts.push(draft);
            }
        }
    }
}

/// "Lee replaces Diaz as treasurer of Acme": Lee in, Diaz out, of one post.
fn swap(
    reading: &Reading<'_>,
    roles: &[RoleDraft],
    frame: &Frame,
    group: &VerbGroup,
    past: usize,
    drafts: &mut Vec<ChangeDraft>,
) {
    let (mut comers, mut goers, complements);
    if group.passive || group.bare && group.form.has(Form::PARTICIPLE) && reading.text.tokens.get(group.verb + 1).is_some_and(|t| t.is(words::BY)) {
        complements = clauses::complements(reading, past, false);
        goers = subject_or_holder(reading, roles, group);
        comers = complements.by.clone();
        if comers.is_empty() {
            comers.clone_from(&complements.with);
        }
        if comers.is_empty() && goers.is_empty() {
            return;
        }
    } else {
        let object = clauses::object(reading, past.max(group.verb + 1) - 1);
        let (people, end) = match object {
            Some(Object::People(people, end)) => (people, end),
            Some(Object::Post(post)) => {
                (holder_of(reading, roles, post).into_iter().collect(), reading.posts[post].all.end)
            }
            _ => return,
        };
        complements = clauses::complements(reading, end, false);
        goers = people;
        comers = clauses::subject(reading, group);
        // ", replacing Diaz": the one who has just been named.
        if group.gerund {
            let near = drafts.iter().rev().take(12).filter(|d| {
                d.direction == Direction::In && same_sentence(reading, d.trigger, group.verb) && d.person_tokens.start < group.verb
            });
            if let Some(named) = near.max_by_key(|d| d.person_tokens.start) {
                comers = vec![named.person_tokens.start];
            }
        }
        // "replace Diaz with Lee": the subject is the one who decides.
        if !complements.with.is_empty() {
            comers.clone_from(&complements.with);
        }
        if let Object::Post(post) = clauses::object(reading, past.max(group.verb + 1) - 1).unwrap_or(Object::Organization(0)) {
            // "succeeds the chairman": nobody is named, but the post is.
            if goers.is_empty() {
                one_sided(reading, frame, group, &comers, post, drafts);
                return;
            }
        }
    }
    let mut meant: Vec<Option<usize>> = goers.iter().map(|&g| meant_by(reading, g, &comers, group.verb)).collect();
    let mut keep = meant.iter().map(|p| !comers.iter().any(|&c| reading.person_at(c) == *p)).collect::<Vec<_>>().into_iter();
    goers.retain(|_| keep.next().unwrap_or(true));
    meant.retain(|p| !comers.iter().any(|&c| reading.person_at(c) == *p));
    let targets = targets_of(reading, &complements, frame);
    let event = Event {
        frame,
        trigger: group.verb,
        realis: verb_realis(reading, group, frame.realis),
        future: group.future || group.infinitive,
        evidence: group.first..past.max(complements.end),
        employer: None,
    };
    // "A and B will replace C and D at O1 and O2": in order.
    let paired = comers.len() == goers.len() && comers.len() > 1;
    let pairs: Vec<(Option<usize>, Option<usize>, usize)> = match (comers.len(), goers.len()) {
        (0, _) => goers.iter().map(|&g| (None, Some(g), 0)).collect(),
        (_, 0) => comers.iter().map(|&c| (Some(c), None, 0)).collect(),
        _ if paired => comers.iter().zip(&goers).enumerate().map(|(i, (&c, &g))| (Some(c), Some(g), i)).collect(),
        _ => comers.iter().flat_map(|&c| goers.iter().map(move |&g| (Some(c), Some(g), 0))).collect(),
    };
    for (comer, goer, order) in pairs {
        let target = match targets.as_slice() {
            [] => (None, None, false),
            [(None, Some(first), _)] => (None, complements.places.get(order).cloned().or_else(|| Some(first.clone())), false),
            list => list[if paired { order.min(list.len() - 1) } else { 0 }].clone(),
        };
        let mut incoming = comer.and_then(|at| event.draft(reading, at, Direction::In));
        let mut outgoing = goer.and_then(|at| event.draft(reading, at, Direction::Out));
        if let (Some(outgoing), Some(Some(person))) = (&mut outgoing, goer.and_then(|g| goers.iter().position(|&o| o == g)).map(|i| meant[i])) {
            outgoing.person = person;
        }
        if let (Some(incoming), Some(outgoing)) = (&mut incoming, &mut outgoing) {
            incoming.counterpart = Some((outgoing.person, outgoing.person_tokens.clone()));
            outgoing.counterpart = Some((incoming.person, incoming.person_tokens.clone()));
        }
        for mut draft in [incoming, outgoing].into_iter().flatten() {
            draft.post.clone_from(&target.0);
            draft.place.clone_from(&target.1);
            if target.2 && draft.direction == Direction::In {
                draft.acting = true;
                draft.reason = Some(Reason::Acting);
            }
            drafts.push(draft);
        }
    }
}

/// "Lee succeeds the chairman", whom the text does not name.
fn one_sided(
    reading: &Reading<'_>,
    frame: &Frame,
    group: &VerbGroup,
    comers: &[usize],
    post: usize,
    drafts: &mut Vec<ChangeDraft>,
) {
    let event = Event {
        frame,
        trigger: group.verb,
        realis: verb_realis(reading, group, frame.realis),
        future: group.future,
        evidence: group.first..reading.posts[post].all.end,
        employer: None,
    };
    for &at in comers {
        if let Some(mut draft) = event.draft(reading, at, Direction::In) {
            let (title, place, acting) = post_and_place(reading, post, None);
            draft.post = title;
            draft.place = place;
            draft.acting = acting;
            drafts.push(draft);
        }
    }
}

fn same_sentence(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    reading.sentence_of(a) == reading.sentence_of(b)
}

/// Whom a name or pronoun means that is replaced: in "Lee named Diaz to replace him" neither Lee nor Diaz.
fn meant_by(reading: &Reading<'_>, at: usize, comers: &[usize], verb: usize) -> Option<usize> {
    let first = reading.person_at(at);
    if !reading.text.tokens[at].has(class::HE.or(class::SHE)) {
        return first;
    }
    let decides = sentence_subject(reading, verb);
    let comes = |p: usize| comers.iter().any(|&c| reading.person_at(c) == Some(p));
    reading.referents(at).find(|&p| !comes(p) && Some(p) != decides).or(first)
}

/// The first person of the sentence, when a verb stands between: the one who decides.
fn sentence_subject(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let sentence = reading.text.sentences[reading.sentence_of(verb)];
    let first = (sentence.first..verb).find(|&at| reading.person_at(at).is_some())?;
    (first + 1..verb).any(|at| clauses::is_verb(reading, at)).then(|| reading.person_at(first)).flatten()
}

/// Whether a headline ends at a place: "Acme CFO out".
fn ends_headline(reading: &Reading<'_>, at: usize) -> bool {
    let sentence = reading.text.sentences[reading.sentence_of(at.saturating_sub(1))];
    sentence.headline && sentence.last == at
}
