//! Verb frames: which verb stands here, whom it takes, and whether it says in, out, a move, a swap or a hold.

use super::assemble::PostKey;
use super::change::{Event, Rest, nearby, rest_end};
use super::context::is_of_company;
use super::draft::{ChangeDraft, RoleDraft, post_name};
use super::filled::fills_a_post;
use super::one_way::{self, go};
use super::others::fills_term;
use super::people::subject_or_holder;
use super::seat::{is_elective, seats};
use super::swap;
use super::whom::stands_with;
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
    if [words::FILL, words::GO, words::GIVE, words::AWARD].contains(&form.lemma) {
        fills_a_post(reading, at, form.lemma, drafts);
    }
    let (mut rest, mut group) = (None, None); // most frames of a verb do not stand here
    let mut phrase: Option<(&str, bool)> = None; // a longer frame that stands here, and whether it ends in a preposition
    for frame in reading.tables.frames_of(form.lemma).filter(|f| f.pos == FramePos::Verb) {
        // "Lee moved up to treasurer" after "the board moved up Lee": the same phrase is told in other ways too.
        // "Lee parted ways with Acme" is no "parted ways with Diaz": a shorter phrase may tell what a preposition leads to.
        let other = phrase.filter(|(name, _)| *name != frame.name.as_ref());
        if other.is_some_and(|(_, leads_on)| frame.rest.is_empty() || !leads_on) {
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
        // "parted ways with Northgate Bank"
        let inside = reading.mentions.of_kind(past - 1, Kind::Organization).is_some_and(|f| f.first + 1 < past);
        if named && inside && frame.event == FrameEvent::Out {
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
        if !frame.rest.is_empty() {
            phrase = Some((frame.name.as_ref(), reading.text.tokens[past - 1].has(class::PREPOSITION)));
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
    let tokens = &reading.text.tokens;
    // "Lee no longer serves as treasurer"
    let over = group.verb > 1 && tokens[group.verb - 1].is(words::LONGER) && tokens[group.verb - 2].is(words::NO);
    if over && !group.passive && !frame.object_is_organization {
        let complements = served_as(reading, past);
        let event = verb.event(complements.end.max(past));
        let left =
            seats(reading, &complements, frame).into_iter().filter(|seat| seat.post.is_some()).collect::<Vec<_>>();
        if !left.is_empty() {
            let people = subject_or_holder(reading, roles, group);
            go(reading, &event, &people, Direction::Out, left, &complements, drafts);
        }
        return;
    }
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
            // "will not be back as coach"
            if group.negated {
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
                || is_headline(reading, at)
                    && tokens[past].is_any(&[words::AFTER, words::AMID, words::OVER, words::IN])
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

/// Whether a headline ends at a place: "Acme CFO out".
fn ends_headline(reading: &Reading<'_>, at: usize) -> bool {
    let sentence = reading.text.sentences[reading.sentence_of(at.saturating_sub(1))];
    sentence.headline && sentence.last == at
}

fn is_headline(reading: &Reading<'_>, at: usize) -> bool {
    reading.text.sentences[reading.sentence_of(at)].headline
}
