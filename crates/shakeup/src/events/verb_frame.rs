//! Verb frames: which verb stands here, whom it takes, and whether it says in, out, a move, a swap or a hold.

use super::assemble::PostKey;
use super::change::{Event, Rest, holder_of, nearby, rest_end};
use super::context::is_of_company;
use super::draft::{ChangeDraft, RoleDraft, post_name};
use super::one_way::{self, go};
use super::others::{fills, fills_term};
use super::seat::{is_elective, seats};
use super::swap;
use super::whom::{
    introduced, is_title_word, joined_title, joins_passive, owner_of_event, relative_object, stands_with,
};
use crate::clauses::{self, Complements, Object, VerbGroup};
use crate::discourse::{is_only_meant, verb_realis};
use crate::lexicon::{Form, Frame, FrameEvent, FrameNeed, FramePos, FrameWho, VerbKind, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::{Direction, Realis, Reason, Status};
use crate::text::Gap;

/// A verb that a frame names, as it stands in a sentence.
#[derive(Clone, Copy)]
pub(super) struct Verb<'a> {
    pub(super) reading: &'a Reading<'a>,
    /// The roles that shapes have given.
    pub(super) roles: &'a [RoleDraft],
    pub(super) frame: &'a Frame,
    pub(super) group: &'a VerbGroup,
    /// One past the words of the frame.
    pub(super) past: usize,
}

impl<'a> Verb<'a> {
    /// What the verb says happens, with evidence up to a token.
    pub(super) fn event(&self, end: usize) -> Event<'a> {
        let mut realis = verb_realis(self.reading, self.group, self.frame.realis);
        if self.frame.reason == Some(Reason::Dismissed) && is_only_meant(self.reading, self.group) {
            realis = realis.max(Realis::Possible);
        }
        Event {
            frame: self.frame,
            trigger: self.group.verb,
            realis,
            future: self.group.future || self.group.infinitive,
            past: self.group.form.has(Form::PAST) || self.group.form.has(Form::PARTICIPLE),
            evidence: self.group.first..end,
            employer: None,
        }
    }
}

/// Reads the verb at a token by the first of its frames that finds somebody.
pub(super) fn read(reading: &Reading<'_>, roles: &[RoleDraft], at: usize, drafts: &mut Vec<ChangeDraft>) {
    let Some(form) = reading.tables.verb_form(reading.text.tokens[at].word) else { return };
    if before_name(reading, at, drafts) || !clauses::is_verb(reading, at) {
        return;
    }
    if form.lemma == words::FILL {
        fills(reading, at, drafts);
    }
    let (mut rest, mut group) = (None, None); // most frames of a verb do not stand here
    let mut phrased = false; // a longer frame stands here
    for frame in reading.tables.frames_of(form.lemma).filter(|f| f.pos == FramePos::Verb) {
        if phrased && frame.rest.is_empty() {
            return;
        }
        let past = match frame.rest.is_empty() {
            true => Some(at + 1),
            false => rest.get_or_insert_with(|| Rest::new(reading, at + 1)).end(reading, frame),
        };
        let Some(past) = past else { continue };
        let group = *group.get_or_insert_with(|| clauses::verb_group(reading, at));
        // "announced the resignation of Lee": the noun says whose.
        let of = reading.text.tokens.get(past).is_some_and(|t| t.is(words::OF));
        let the = reading.text.tokens[at + 1..past.max(at + 1)].iter().any(|t| t.is(words::THE));
        // "will announce Diaz's resignation"
        let whose = (at + 1..past).any(|i| reading.mentions.of_kind(i, Kind::Person).is_some());
        // "serve out the remainder of Lee's term": whose it was is what the frame asks.
        let told = reading.text.tokens[past - 1].has(class::FRAME_NOUN) && frame.needs != FrameNeed::Person;
        if past > at + 1 && (of || the || whose) && told {
            continue;
        }
        // "left a board meeting"
        let board = past > at + 1 && reading.text.tokens[past - 1].is(words::BOARD);
        if board && clauses::is_compound(reading, past) {
            continue;
        }
        // "will not seek re-election", "decided not to run again"
        let before = group.first.checked_sub(1).map(|at| &reading.text.tokens[at]);
        // "decided against seeking re-election"
        let negated = group.negated
            || group.infinitive && before.is_some_and(|t| t.has(class::NEGATION))
            || group.gerund && before.is_some_and(|t| t.is(words::AGAINST));
        let mut group = group;
        if frame.negated {
            if !negated {
                continue;
            }
            group.negated = false;
        } else if group.infinitive {
            // "vowed not to resign"
            group.negated = negated;
        }
        // "rejected the mayor's offer to resign": nobody comes.
        let of_leaving = || {
            let form = reading.text.tokens.get(past + 1).and_then(|t| reading.tables.verb_form(t.word));
            let leaves = |f: &Frame| f.event == FrameEvent::Out && rest_end(reading, f, past + 2).is_some();
            form.is_some_and(|v| reading.tables.frames_of(v.lemma).any(leaves))
        };
        let refuses = frame.event == FrameEvent::In && frame.realis == Some(Realis::Denied);
        if refuses && reading.text.tokens.get(past).is_some_and(|t| t.is(words::TO)) && of_leaving() {
            return;
        }
        // "joined the Supreme Court": a name, not the frame's own words.
        let named = past > at + 1 && reading.mentions.of_kind(past - 1, Kind::Organization).is_some();
        if named && frame.event == FrameEvent::In && frame.needs == FrameNeed::Role {
            continue;
        }
        let verb = Verb { reading, roles, frame, group: &group, past };
        let before = drafts.len();
        match frame.event {
            FrameEvent::In | FrameEvent::Out | FrameEvent::Move => one_way::read(&verb, drafts),
            FrameEvent::Swap => swap::read(&verb, drafts),
            FrameEvent::Hold => takes_up(&verb, drafts),
            FrameEvent::Successor => {}
        }
        if drafts.len() > before {
            return;
        }
        // "Lee parted ways with Acme" is no "parted ways with Diaz": a shorter phrase may tell what a preposition leads to.
        phrased |= !frame.rest.is_empty();
        if phrased && !reading.text.tokens[past - 1].has(class::PREPOSITION) {
            return;
        }
    }
    if [words::FILL, words::SERVE, words::COMPLETE, words::FINISH].contains(&form.lemma) {
        fills_term(reading, at, drafts);
    }
}

/// "the retiring Ann Lee", "the ousted Diaz": the participle before a name tells a change.
fn before_name(reading: &Reading<'_>, at: usize, drafts: &mut Vec<ChangeDraft>) -> bool {
    let tokens = &reading.text.tokens;
    let named = reading.mentions.of_kind(at + 1, Kind::Person).filter(|f| f.first == at + 1);
    let article = at > 0 && tokens[at - 1].is(words::THE);
    let (Some(found), true) = (named, article) else { return false };
    let Some(frame) = super::change::participle_frame(reading, at) else { return false };
    let (event, direction) = Event::of_participle(frame, at, at..found.last);
    let mut draft = event.draft(reading, found.first, direction).filter(|_| direction == Direction::Out);
    // It is said of people in posts alone.
    if let Some(draft) = &mut draft {
        draft.needs = FrameNeed::Nothing;
    }
    let told = draft.is_some();
    drafts.extend(draft);
    told
}

/// "will serve as acting chief", "will continue as an adviser": holding in the future is taking up, unless the post is
/// held already.
fn takes_up(verb: &Verb<'_>, drafts: &mut Vec<ChangeDraft>) {
    let Verb { reading, roles, frame, group, past } = *verb;
    let governor = clauses::governor(reading, group).map(|(verb, _)| verb);
    // "will continue to serve as a director" changes nothing.
    let goes_on =
        governor.and_then(|verb| reading.tables.verb_form(reading.text.tokens[verb].word)).is_some_and(|form| {
            reading.tables.frames_of(form.lemma).any(|f| f.event == FrameEvent::Hold && (f.keeps || f.continues))
        });
    if goes_on {
        return;
    }
    // "ceased to serve as treasurer": told by the verb above.
    let ends = governor.and_then(|verb| {
        let form = reading.tables.verb_form(reading.text.tokens[verb].word)?;
        let mut frames = reading.tables.frames_of(form.lemma);
        frames.find(|f| f.event == FrameEvent::Out && rest_end(reading, f, verb + 1).is_some_and(|end| end > past - 1))
    });
    if ends.is_some() {
        return;
    }
    let above = governor.map(|verb| clauses::verb_group(reading, verb));
    // "left the company in May to lead the agency"
    let leaves = governor.is_some_and(|at| {
        let form = reading.tables.verb_form(reading.text.tokens[at].word);
        let out = |f: &Frame| {
            (f.event, f.who, f.pos) == (FrameEvent::Out, FrameWho::Subject, FramePos::Verb)
                && rest_end(reading, f, at + 1).is_some()
        };
        form.is_some_and(|v| reading.tables.frames_of(v.lemma).any(out))
    });
    // "Ann Lee to head Acme"
    let sentence = reading.text.sentences[reading.sentence_of(group.verb)];
    let announced = sentence.headline
        && group.infinitive
        && governor.is_none()
        && group.first > sentence.first
        && reading.mentions.of_kind(group.first - 1, Kind::Person).is_some();
    if (leaves || announced) && group.infinitive && frame.object_is_organization && !group.passive {
        if let Some(Object::Organization(at)) = clauses::object(reading, past - 1)
            && let Some(found) = reading.mentions.of_kind(at, Kind::Organization)
        {
            let place = super::draft::Place::new(reading, found.range());
            let seat = super::seat::Seat::titled(group.verb..past, Some(place));
            let people = subject_or_holder(reading, roles, group);
            let event = Event {
                realis: above.map_or(Realis::Actual, |g| verb_realis(reading, &g, None)),
                ..verb.event(found.last)
            };
            go(reading, &event, &people, Direction::In, vec![seat], &Complements::default(), drafts);
        }
        return;
    }
    // "agreed to serve as treasurer", "was asked to act as chief"
    let sense = governor.and_then(|verb| reading.tables.verb_form(reading.text.tokens[verb].word));
    let sense = sense.and_then(|form| reading.tables.verb(form.lemma));
    let agreed = group.infinitive && sense.is_some_and(|v| matches!(v.kind, VerbKind::Control | VerbKind::Orders));
    let future = group.future || agreed || announced || above.is_some_and(|g| g.future);
    if !future || frame.keeps || frame.object_is_organization || group.passive {
        return;
    }
    let complements = served_as(reading, past);
    let event = Event { future: true, ..verb.event(complements.end.max(past)) };
    // "declined to serve another term as chair" brings nobody in.
    if event.realis == Realis::Denied {
        return;
    }
    let mut titled = seats(reading, &complements, frame);
    titled.retain(|seat| seat.post.is_some());
    let holds = |person: Option<usize>, post: &std::ops::Range<usize>| {
        let key = PostKey::new(reading.tables, &post_name(reading, post));
        nearby(roles, group.verb).iter().any(|r| {
            Some(r.person) == person
                && r.post != *post
                && r.status == Status::Current
                && PostKey::new(reading.tables, &post_name(reading, &r.post)).same(&key, reading.tables)
        })
    };
    for at in subject_or_holder(reading, roles, group) {
        // "will continue as president" changes nothing, unless another post is left.
        let person = reading.person_at(at);
        let leaves = |d: &ChangeDraft| Some(d.person) == person && d.direction == Direction::Out;
        if frame.continues && !drafts.iter().rev().take(8).any(leaves) {
            continue;
        }
        // "stepped down as chairman but will continue as a director", who has been one all along
        let kept = |post: &std::ops::Range<usize>| frame.continues && is_of_company(reading, post);
        let new =
            titled.iter().filter(|seat| seat.post.as_ref().is_some_and(|post| !holds(person, post) && !kept(post)));
        let new: Vec<_> = new.cloned().collect();
        if !new.is_empty() {
            go(reading, &event, &[at], Direction::In, new, &complements, drafts);
        }
    }
}

/// The complements of a verb of serving; whom it serves may stand between: "serve the public as an adviser".
fn served_as(reading: &Reading<'_>, past: usize) -> Complements {
    let tokens = &reading.text.tokens;
    let mut at = past;
    while at < past + 5
        && tokens.get(at).is_some_and(|t| {
            t.is_word() && !t.is(words::AS) && !t.has(class::PREPOSITION.or(class::VERB).or(class::CONJUNCTION))
        })
    {
        at += 1;
    }
    clauses::complements(reading, if tokens.get(at).is_some_and(|t| t.is(words::AS)) { at } else { past }, false)
}

/// Reads "out as", "out of a job" after "be": "Lee is out as chairman", "Lee out as chairman".
pub(super) fn read_after_be(reading: &Reading<'_>, roles: &[RoleDraft], at: usize, drafts: &mut Vec<ChangeDraft>) {
    let tokens = &reading.text.tokens;
    let mut rest = None; // most frames of a word do not stand here
    for frame in reading.tables.frames_of(tokens[at].word).filter(|f| f.pos == FramePos::Adjective) {
        let rest = rest.get_or_insert_with(|| Rest::new(reading, at + 1));
        let Some(past) = rest.end(reading, frame) else { continue };
        let Some(mut before) = at.checked_sub(1) else { return };
        // "is out", "was long a leading contender"
        let noun = frame.post_after_for;
        let described = |t: &crate::text::Token| {
            t.has(class::DETERMINER.or(class::POSSESSIVE))
                || t.is_possessive()
                || t.is_word() && t.has(class::COMMON) && !t.has(class::PREPOSITION.or(class::BE))
        };
        while before > 0
            && at - before < 6
            && (tokens[before].has(class::ADVERB.or(class::NEGATION))
                || noun && described(&tokens[before]) && !clauses::is_verb(reading, before))
            && reading.mentions.covering(before).is_none()
        {
            before -= 1;
        }
        let mut possible = false; // "could be out"
        let people = if tokens[before].has(class::BE) {
            let group = clauses::verb_group(reading, before);
            if tokens[before + 1..at].iter().any(|t| t.has(class::NEGATION)) {
                continue;
            }
            possible = group.conditional;
            subject_or_holder(reading, roles, &group)
        } else if noun
            && tokens[before].is(words::COMMA)
            && let Some(name) = before.checked_sub(1).and_then(|b| reading.mentions.of_kind(b, Kind::Person))
        {
            // "Lee, a leading contender for treasurer, …"
            vec![name.first]
        } else if reading.mentions.of_kind(before, Kind::Person).is_some()
            && (tokens.get(past).is_some_and(|t| t.is_any(&[words::AS, words::AT]))
                || ends_headline(reading, past)
                || stands_with(reading, before))
        {
            vec![reading.mentions.of_kind(before, Kind::Person).map_or(before, |f| f.first)]
        } else {
            continue;
        };
        let titled = !frame.rest.is_empty()
            && frame.event == FrameEvent::Out
            && (past..past + 3)
                .take_while(|&i| i == past || described(&tokens[i - 1]))
                .any(|i| reading.post_at(i).is_some());
        let complements = clauses::complements(reading, past, titled);
        // "Lee is out to win", "the results are out": without a post or place after it, only "is out" at a clause's end.
        let closes = tokens.get(past).is_none_or(|t| {
            // "on his way out of the cabinet"
            !frame.rest.is_empty() && t.is_any(&[words::OF, words::FROM])
                // "is no longer the chief executive"
                || titled
                || noun && t.is(words::FOR)
                // "in line to become treasurer"
                || frame.realis == Some(Realis::Possible) && !frame.rest.is_empty() && t.is(words::TO)
                || t.is_any(&[words::COMMA, words::STOP, words::AFTER, words::AS, words::AT])
                || t.gap == Gap::Blank
        });
        if !closes {
            continue;
        }
        let mut group = clauses::verb_group(reading, before);
        group.verb = at;
        let event = Event {
            frame,
            trigger: at,
            realis: frame.realis.unwrap_or(if possible { Realis::Possible } else { Realis::Actual }),
            future: group.future,
            past: false,
            evidence: at..past.max(complements.end),
            employer: None,
        };
        let direction = if frame.event == FrameEvent::In { Direction::In } else { Direction::Out };
        // "the front-runner for mayor" runs for an election.
        if noun && complements.for_posts.iter().any(|&post| is_elective(reading, post)) {
            return;
        }
        go(reading, &event, &people, direction, seats(reading, &complements, frame), &complements, drafts);
        return;
    }
}

/// The subject's people; or the known holder of the post that is the subject: "the chief executive resigned".
pub(super) fn subject_or_holder(reading: &Reading<'_>, roles: &[RoleDraft], group: &VerbGroup) -> Vec<usize> {
    let people = clauses::subject(reading, group);
    if !people.is_empty() {
        return people;
    }
    let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
    let sentence = reading.text.sentences[reading.sentence_of(group.verb)];
    if let Some(people) = introduced(reading, group) {
        return people;
    }
    // "Since stepping down as mayor, Lee has …", "But after losing her job", "Having resigned as mayor, Lee …"
    let lead = group.first.saturating_sub(1);
    let dangling = group.gerund
        && (lead == start || lead == start + 1 && reading.text.tokens[start].has(class::CONJUNCTION.or(class::ADVERB)))
        && (group.first == start || reading.text.tokens[lead].has(class::SUBORDINATOR.or(class::PREPOSITION)));
    if group.bare
        && group.form.has(Form::PARTICIPLE)
        && let Some(people) = described_by(reading, group.first, start)
    {
        return people;
    }
    // "Named chairman in 2004, Lee retired": the subject of the clause after it.
    if dangling || group.bare && group.form.has(Form::PARTICIPLE) && group.first == start {
        let comma =
            (group.verb..sentence.last.min(group.verb + 20)).find(|&at| reading.text.tokens[at].is(words::COMMA));
        let name = comma.and_then(|comma| {
            let lead = class::HONORIFIC.or(class::DETERMINER);
            // "Eased out in May, former Senate leader Ann Lee says"
            let described =
                |at: usize| reading.text.tokens[at].shape == crate::text::Shape::Lower && is_title_word(reading, at);
            (comma + 1..sentence.last.min(comma + 8)).find(|&at| {
                !reading.text.tokens[at].has(lead)
                    && reading.post_at(at).is_none()
                    && !described(at)
                    && reading.mentions.of_kind(at, Kind::Organization).is_none()
            })
        });
        // "Upon taking office, he named …": whoever he is.
        let name = name.filter(|&at| !dangling || reading.mentions.of_kind(at, Kind::Person).is_some());
        return name.filter(|&at| reading.person_at(at).is_some()).into_iter().collect();
    }
    // "Lee's first interview since becoming mayor"
    if group.gerund
        && group.first > start + 2
        && reading.text.tokens[group.first - 1].is_any(&[words::SINCE, words::AFTER])
        && let Some(owner) = owner_of_event(reading, group.first - 1, start)
    {
        return vec![owner];
    }
    // "the director said the company retired its debt": another subject stands between.
    let between = |at: usize| {
        let token = &reading.text.tokens[at];
        // "as her chief of staff, most people were relieved"; not "the president, who resigned", "now resigned".
        let light = |i: usize| reading.text.tokens[i].has(class::WHO.or(class::ADVERB));
        let parts = token.is(words::COMMA) && !(at + 1..group.first).all(light);
        reading.mentions.covering(at).is_some()
            || !clauses::is_verb(reading, at) && !token.has(class::ORG_GENERIC) && !parts
    };
    let near = (start..group.first).rev().take(6).take_while(|&at| between(at)).find_map(|at| reading.post_at(at));
    // "Chairman Lee's leadership was brought on": not Lee.
    let owns = |post: &usize| {
        let holder = reading.mentions.of_kind(reading.posts[*post].title.end, Kind::Person);
        holder.is_some_and(|f| reading.text.tokens.get(f.last).is_some_and(|t| t.is_possessive()))
    };
    let near = near.filter(|post| !owns(post));
    near.and_then(|post| holder_of(reading, roles, post)).into_iter().collect()
}

/// Whom a noun phrase describes: "Lee, a physician first elected in 2008", "Lee and Diaz were the members elected".
fn described_by(reading: &Reading<'_>, participle: usize, start: usize) -> Option<Vec<usize>> {
    let tokens = &reading.text.tokens;
    let mut at = participle;
    while at > start + 1 && participle - at < 7 {
        at -= 1;
        if tokens[at].has(class::DETERMINER) && tokens[at].is_any(&[words::A, words::AN, words::THE]) {
            let comma = at - 1;
            let becomes = reading.tables.verb_form(tokens[comma].word).is_some_and(|v| v.lemma == words::BECOME);
            if (becomes || tokens[comma].has(class::BE) && !tokens[comma].is_possessive()) && at + 1 < participle {
                let people = clauses::subject(reading, &clauses::verb_group(reading, comma));
                return (!people.is_empty()).then_some(people);
            }
            let name = comma.checked_sub(1).filter(|_| tokens[comma].is(words::COMMA) && at + 1 < participle)?;
            return reading.mentions.of_kind(name, Kind::Person).map(|found| vec![found.first]);
        }
        // "Lee, youngest woman elected to the board"
        if tokens[at].has(class::SUPERLATIVE.or(class::ORDINAL)) && tokens[at - 1].is(words::COMMA) && at > start + 1 {
            return reading.mentions.of_kind(at - 2, Kind::Person).map(|found| vec![found.first]);
        }
        let noun = tokens[at].is_word() && !tokens[at].has(class::PREPOSITION.or(class::CONJUNCTION));
        if !noun || clauses::is_verb(reading, at) {
            return None;
        }
    }
    None
}

/// Who goes, by a frame whose person is the subject or the object.
pub(super) fn people_of(verb: &Verb<'_>) -> Option<(Vec<usize>, usize, Option<Object>)> {
    let Verb { reading, roles, frame, group, past } = *verb;
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
                // "Lee, whom she's picked as chief": has, not is.
                let picked = antecedent_of_whom(reading, group).map(|at| vec![at]);
                let people = picked.unwrap_or_else(|| subject_or_holder(reading, roles, group));
                let people = if people.is_empty() { announced(reading, past) } else { people };
                return Some((people, past, None));
            }
            let ambiguous = group.bare && group.form.has(Form::PARTICIPLE);
            // "place Lee on leave": the object stands inside the phrase.
            let inside = (group.verb + 1..past).find(|&at| reading.person_at(at).is_some());
            if let Some(at) = inside {
                return Some((vec![at], past, None));
            }
            // "Lee, whom the mayor installed as chief"
            if let Some(at) = antecedent_of_whom(reading, group) {
                return Some((vec![at], past, None));
            }
            // "the aide the mayor fired in May"
            if let Some(people) = relative_object(reading, group, past) {
                return Some((people, past, None));
            }
            // "hired as its director Ann Lee"
            if reading.text.tokens.get(past).is_some_and(|t| t.is(words::AS))
                && let Some(post) = (past + 1..past + 4).find_map(|at| reading.post_at(at))
                && let Some(post) = joined_title(reading, post)
                && let Some(found) = reading.mentions.of_kind(reading.posts[post].all.end, Kind::Person)
            {
                return Some((vec![found.first], found.last, Some(Object::Post(post))));
            }
            // "the inspector general fired by Lee": who does it.
            let agent = ambiguous && reading.text.tokens.get(past).is_some_and(|t| t.is(words::BY));
            match clauses::object(reading, past.max(group.verb + 1) - 1).filter(|_| !agent) {
                Some(Object::People(people, end)) => Some((people, end, None)),
                // "fired its chief executive": whoever the text knows to hold the post.
                Some(Object::Post(post)) if !ambiguous || !follows_person(reading, group) => {
                    // "elected two directors: Ann Lee and Omar Diaz"
                    let end = reading.posts[post].all.end;
                    if reading.posts[post].plural && opens_list(reading, end) {
                        let people = clauses::listed(reading, end + 1, sentence_end(reading, end));
                        return Some((people, end, Some(Object::Post(post))));
                    }
                    // "named a new chief executive" names nobody; "Named treasurer in 2004, Lee …" is passive.
                    let starts = group.first == reading.text.sentences[reading.sentence_of(group.verb)].first;
                    if ambiguous && starts {
                        return Some((subject_or_holder(reading, roles, group), past, None));
                    }
                    if frame.event != FrameEvent::Out {
                        return None;
                    }
                    let people = holder_of(reading, roles, post).into_iter().collect();
                    let end = reading.posts[post].all.end;
                    Some((people, end, Some(Object::Post(post))))
                }
                // "Lee, named chairman in 2004", "Lee named chairman": a participle is passive without its auxiliary.
                _ if ambiguous
                    && (reads_as_passive(reading, group, past)
                        || elected_when(reading, frame, past)
                        || elected_to(reading, group, past)
                        || joins_passive(reading, group)) =>
                {
                    Some((subject_or_holder(reading, roles, group), past, None))
                }
                _ => None,
            }
        }
    }
}

/// Whether a colon or dashes at a token open a list.
pub(super) fn opens_list(reading: &Reading<'_>, at: usize) -> bool {
    let marks = [words::COLON, words::TWO_DASHES, words::EM_DASH];
    reading.text.tokens.get(at).is_some_and(|t| t.is_any(&marks))
}

fn sentence_end(reading: &Reading<'_>, at: usize) -> usize {
    reading.text.sentences[reading.sentence_of(at)].last
}

/// The people of a list that follows the verb: "two members were elected to the board -- Lee and Diaz".
fn announced(reading: &Reading<'_>, past: usize) -> Vec<usize> {
    const REACH: usize = 14;
    let end = sentence_end(reading, past.saturating_sub(1));
    let Some(mark) = (past..end.min(past + REACH)).find(|&at| opens_list(reading, at)) else { return Vec::new() };
    let people = clauses::listed(reading, mark + 1, end);
    let first = people.first().copied().unwrap_or(end);
    // The list starts with a name or its title, not with a clause.
    if (mark + 1..first).any(|at| reading.mentions.covering(at).is_none()) { Vec::new() } else { people }
}

/// The person before "whom", when the verb's own subject is all that stands between: "Lee, whom the mayor named".
fn antecedent_of_whom(reading: &Reading<'_>, group: &VerbGroup) -> Option<usize> {
    let tokens = &reading.text.tokens;
    let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
    let whom = (start..group.first).rev().take(6).find(|&at| tokens[at].is(words::WHOM))?;
    if (whom + 1..group.first).any(|at| clauses::is_verb(reading, at)) {
        return None;
    }
    let before = whom.checked_sub(1 + usize::from(whom > 0 && tokens[whom - 1].is(words::COMMA)))?;
    reading.mentions.of_kind(before, Kind::Person).map(|found| found.first)
}

fn follows_person(reading: &Reading<'_>, group: &VerbGroup) -> bool {
    // "Lee, first appointed treasurer in 1990"
    let edge = (0..group.first).rev().take(3).find(|&at| !reading.text.tokens[at].has(class::ADVERB));
    let Some(mut before) = edge else { return false };
    if reading.text.tokens[before].is(words::COMMA) && before > 0 {
        before -= 1;
    }
    reading.mentions.of_kind(before, Kind::Person).is_some()
}

/// Whether a participle without auxiliary is passive: a post or "as" follows, or it stands in an insertion.
fn reads_as_passive(reading: &Reading<'_>, group: &VerbGroup, past: usize) -> bool {
    let tokens = &reading.text.tokens;
    let next = tokens.get(past);
    let starts = group.first == reading.text.sentences[reading.sentence_of(group.verb)].first;
    // ", first appointed to the post by"
    let edge = (0..group.first).rev().take(3).find(|&at| !tokens[at].has(class::ADVERB));
    let inserted = starts || edge.is_some_and(|at| tokens[at].is(words::COMMA));
    let links = [words::AS, words::BY, words::FROM];
    let insertion_links = [words::TO, words::IN, words::ON, words::AFTER, words::AT, words::COMMA];
    next.is_some_and(|t| t.is_any(&links) || inserted && (t.is_any(&insertion_links) || t.has(class::WEEKDAY)))
        || reading.post_at(past).is_some()
        || inserted
            && next.is_some_and(|t| t.has(class::DETERMINER))
            && (past + 1..past + 4).any(|at| reading.post_at(at).is_some())
}

/// "a physician elected in 2008"
fn elected_when(reading: &Reading<'_>, frame: &Frame, past: usize) -> bool {
    frame.reason == Some(Reason::Elected) && reading.text.tokens.get(past).is_some_and(|t| t.is(words::IN))
}

/// "Lee and Diaz were the members elected to the board", "Judge Ann Lee elevated to Supreme Court"
fn elected_to(reading: &Reading<'_>, group: &VerbGroup, past: usize) -> bool {
    let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
    let named = |at: usize| reading.mentions.of_kind(at, Kind::Person).is_some();
    let seat = |at: usize| [Kind::Organization, Kind::Post].iter().any(|&k| reading.mentions.of_kind(at, k).is_some());
    reading.text.tokens.get(past).is_some_and(|t| t.is(words::TO))
        && (described_by(reading, group.first, start).is_some()
            || group.first > start && named(group.first - 1) && (past + 1..past + 4).any(seat))
}

/// Whether a headline ends at a place: "Acme CFO out".
fn ends_headline(reading: &Reading<'_>, at: usize) -> bool {
    let sentence = reading.text.sentences[reading.sentence_of(at.saturating_sub(1))];
    sentence.headline && sentence.last == at
}
