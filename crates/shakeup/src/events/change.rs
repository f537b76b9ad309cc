//! Reassignments: every verb, noun and word after "be" that a frame names, read for who goes where.

use std::ops::Range;

use super::draft::{ChangeDraft, Place, RoleDraft, post_name};
use super::filled::new_holders;
use super::one_way::{go, is_of_kind};
use super::seat::{Seat, ranks};
use super::{noun_frame, verb_frame};
use crate::lexicon::{Form, Frame, FrameEvent, FramePos, FrameWho, OrganizationKind, WordId, class, words};
use crate::mentions::{Kind, compound_head};
use crate::reading::Reading;
use crate::record::{Direction, Realis, Reason, Status};

/// What a frame has found out about its event before people are put to it.
#[derive(Debug, Clone)]
pub(super) struct Event<'f> {
    pub(super) frame: &'f Frame,
    pub(super) trigger: usize,
    pub(super) realis: Realis,
    pub(super) future: bool,
    /// Told in the past tense or by a participle.
    pub(super) past: bool,
    pub(super) evidence: Range<usize>,
    pub(super) employer: Option<Place>,
}

impl<'f> Event<'f> {
    /// What a participle before a name or a title tells, and which way: "the ousted chairman, Ann Lee", "the retiring Lee".
    pub(super) fn of_participle(frame: &'f Frame, trigger: usize, evidence: Range<usize>) -> (Event<'f>, Direction) {
        let direction = if frame.event == FrameEvent::Out { Direction::Out } else { Direction::In };
        let realis = frame.realis.unwrap_or(Realis::Actual);
        let event = Event { frame, trigger, realis, future: false, past: true, evidence, employer: None };
        (event, direction)
    }
}

/// The reassignments of a document, in text order; `roles` are those that its shapes have given.
pub(crate) fn recognize(reading: &Reading<'_>, roles: &[RoleDraft]) -> Vec<ChangeDraft> {
    let mut drafts = Vec::new();
    let triggers = class::FRAME_VERB.or(class::FRAME_NOUN).or(class::FRAME_ADJECTIVE);
    for (at, token) in reading.text.tokens.iter().enumerate().filter(|(_, token)| token.has(triggers)) {
        if reading.mentions.covering(at).is_some_and(|(_, f)| f.kind != Kind::Name) {
            continue;
        }
        if token.has(class::FRAME_VERB) {
            verb_frame::read(reading, roles, at, &mut drafts);
        }
        if token.has(class::FRAME_NOUN) {
            noun_frame::read(reading, roles, at, &mut drafts);
        }
        if token.has(class::FRAME_ADJECTIVE) {
            verb_frame::read_after_be(reading, roles, at, &mut drafts);
        }
    }
    participles(reading, roles, &mut drafts);
    listed_members(reading, &mut drafts);
    new_holders(reading, &mut drafts);
    future_holders(reading, roles, &mut drafts);
    drafts
}

/// "the ousted chairman, Ann Lee", "newly elected president Omar Diaz": the participle before a title tells a change.
fn participles(reading: &Reading<'_>, roles: &[RoleDraft], drafts: &mut Vec<ChangeDraft>) {
    for role in roles {
        let Some(post) = reading.post_at(role.post.start).map(|i| &reading.posts[i]) else { continue };
        let Some(at) = post.participle else { continue };
        // "After lunch with Lee, the fired director still faces questions": not Lee.
        let apposed = post.all.start > role.person_tokens.end;
        let adverb = reading.text.tokens.get(post.all.end).is_some_and(|t| t.has(class::ADVERB));
        if apposed && crate::clauses::is_verb(reading, post.all.end + usize::from(adverb)) {
            continue;
        }
        let Some(frame) = participle_frame(reading, at) else { continue };
        let (event, direction) = Event::of_participle(frame, at, role.evidence.clone());
        if let Some(mut draft) = event.draft(reading, role.person_tokens.start, direction) {
            draft.post = Some(role.post.clone());
            draft.place.clone_from(&role.place);
            draft.acting = role.acting;
            drafts.push(draft);
        }
    }
}

/// "The newly elected directors were Ann Lee and Omar Diaz": the participle before a title whose holders are listed.
fn listed_members(reading: &Reading<'_>, drafts: &mut Vec<ChangeDraft>) {
    let tokens = &reading.text.tokens;
    for (index, post) in reading.posts.iter().enumerate().filter(|(_, post)| post.plural) {
        let Some(frame) = post.participle.and_then(|at| participle_frame(reading, at)) else { continue };
        let be = post.all.end;
        // "the nominated producers are …": of a prize.
        if frame.reason == Some(Reason::Nominated) {
            continue;
        }
        if !tokens.get(be).is_some_and(|t| t.has(class::BE)) {
            continue;
        }
        let end = reading.text.sentences[reading.sentence_of(be)].last;
        let trigger = post.participle.unwrap_or(post.title.start);
        let (event, direction) = Event::of_participle(frame, trigger, post.all.clone());
        for at in crate::clauses::listed(reading, be + 1, end) {
            let Some(mut draft) = event.draft(reading, at, direction) else { continue };
            draft.take(&Seat::of_post(reading, index, None));
            drafts.push(draft);
        }
    }
}

/// "Ann Lee will be the acting secretary": becomes it; not "will be a good president".
fn future_holders(reading: &Reading<'_>, roles: &[RoleDraft], drafts: &mut Vec<ChangeDraft>) {
    let Some(frame) = reading.tables.frames_of(words::BECOME).find(|f| f.pos == FramePos::Verb && f.rest.is_empty())
    else {
        return;
    };
    for role in roles.iter().filter(|r| r.status == Status::Incoming && !r.is_before_name()) {
        // "Lee will head the bureau"
        if role.rule == "leads-organization" {
            let tokens = &reading.text.tokens;
            let last = |p: &Place| Place::new(reading, p.tokens.end - 1..p.tokens.end);
            let house = |p: &Place| is_of_kind(reading, p, &[OrganizationKind::Legislature, OrganizationKind::Party]);
            let place = role.place.as_ref().filter(|p| !house(p) && !house(&last(p)));
            let Some(place) = place.filter(|_| tokens[role.post.start].is_any(&[words::HEAD, words::LEAD])) else {
                continue;
            };
            let (trigger, evidence) = (role.post.start, role.evidence.clone());
            let realis = Realis::Actual;
            let event = Event { frame, trigger, realis, future: true, past: false, evidence, employer: None };
            if let Some(mut draft) = event.draft(reading, role.person_tokens.start, Direction::In) {
                draft.take(&Seat::titled(role.post.clone(), Some(place.clone())));
                drafts.push(draft);
            }
            continue;
        }
        // "will be the first president to visit Marn": a rank.
        let Some(index) = reading.post_at(role.post.start).filter(|&index| !ranks(reading, index)) else { continue };
        let post = &reading.posts[index];
        let Some(be) = future_copula(reading, post.all.start) else { continue };
        let evidence = role.evidence.clone();
        let event =
            Event { frame, trigger: be, realis: Realis::Actual, future: true, past: false, evidence, employer: None };
        // "will be treasurer in place of Omar Diaz"
        let complements = crate::clauses::complements(reading, post.all.end, false);
        let seat = Seat { post: Some(role.post.clone()), place: role.place.clone(), acting: role.acting };
        go(reading, &event, &[role.person_tokens.start], Direction::In, vec![seat], &complements, drafts);
    }
}

/// The "be" of "will be" or "is to be" before a post, when nothing but whose it is stands between.
fn future_copula(reading: &Reading<'_>, post: usize) -> Option<usize> {
    const BETWEEN: usize = 6; // tokens
    let tokens = &reading.text.tokens;
    for at in (1..post).rev().take(BETWEEN) {
        let token = &tokens[at];
        if token.is(words::BE) {
            // "is to be chief"
            let settled = at > 1 && tokens[at - 1].is(words::TO) && tokens[at - 2].has(class::BE);
            return (settled || tokens[at - 1].is_any(&[words::WILL, words::WILL_CLITIC])).then_some(at);
        }
        let whose = token.is_possessive()
            || token.has(class::POSSESSIVE)
            || token.has(class::DETERMINER) && !token.is_any(&[words::A, words::AN])
            || reading.mentions.covering(at).is_some();
        if !whose {
            return None;
        }
    }
    None
}

/// The frame of a participle that stands before a title or a name.
pub(super) fn participle_frame<'r>(reading: &'r Reading<'_>, at: usize) -> Option<&'r Frame> {
    // "newly-elected"
    let verb = reading.tables.verb_form(compound_head(reading.tables, reading.text.tokens[at].word))?;
    // "retiring Senator Ann Lee": she does it herself.
    let leaves = reading.text.tokens[at].has(class::GERUND);
    let fits = |f: &&Frame| {
        f.pos == FramePos::Verb
            && f.rest.is_empty()
            && match f.who {
                FrameWho::Subject => leaves && f.event == FrameEvent::Out,
                _ => !leaves && verb.form.has(Form::PARTICIPLE) && matches!(f.event, FrameEvent::In | FrameEvent::Out),
            }
    };
    reading.tables.frames_of(verb.lemma).find(fits)
}

/// How many words may stand between the words of a frame.
const BETWEEN: usize = 3;

/// Where the second word of a frame may stand after its first, which is the same for all frames of a word.
#[derive(Clone, Copy)]
pub(crate) struct Rest {
    from: usize,
    places: [usize; BETWEEN + 1],
    count: usize,
    /// The bits of the words there.
    words: u64,
}

impl Rest {
    /// Those after a frame's first word, which ends before a token.
    pub(crate) fn new(reading: &Reading<'_>, from: usize) -> Rest {
        let mut rest = Rest { from, places: [from; BETWEEN + 1], count: 0, words: 0 };
        let mut at = from;
        while rest.count <= BETWEEN && at < reading.text.tokens.len() {
            rest.places[rest.count] = at;
            rest.words |= reading.text.tokens[at].word.bit();
            rest.count += 1;
            // "place Lee on leave", "show Lee the door": the object stands between.
            // "forced Treasurer Lee out"
            // "assume Mr. Lee's duties"
            let name = at + usize::from(reading.text.tokens[at].has(class::HONORIFIC));
            let object = reading.mentions.of_kind(past_title(reading, name), Kind::Person);
            // "take over Lee's duties"
            let owns = |f: &crate::mentions::Found| reading.text.tokens.get(f.last).is_some_and(|t| t.is_possessive());
            let object = object.filter(|f| rest.count == 1 || owns(f));
            // "accepted the chief of staff job"
            let title = reading.post_at(at).map(|post| reading.posts[post].title.end);
            let title = title.filter(|&end| reading.text.tokens.get(end).is_some_and(crate::clauses::is_post_noun));
            match object {
                Some(found) => at = found.last,
                None if title.is_some() => at = title.unwrap_or(at),
                None if passes(reading, at) => at += 1,
                None => break,
            }
        }
        rest
    }

    /// One past the words of a frame after its first, when they stand here: "tender [his] resignation".
    #[inline]
    pub(crate) fn end(&self, reading: &Reading<'_>, frame: &Frame) -> Option<usize> {
        let Some((&second, others)) = frame.rest.split_first() else { return Some(self.from) };
        if (self.words | POST_NOUN_BITS) & second.bit() == 0 { None } else { self.find(reading, second, others) }
    }

    fn find(&self, reading: &Reading<'_>, second: WordId, others: &[WordId]) -> Option<usize> {
        // "left their posts"
        let is = |at: usize, word: WordId| {
            let token = &reading.text.tokens[at];
            token.is(word) || POST_NOUNS.contains(&word) && is_plural_of(reading, token, word)
        };
        let places = &self.places[..self.count];
        let mut at = *places.iter().find(|&&at| is(at, second))? + 1;
        for &word in others {
            let mut reach = at..reading.text.tokens.len().min(at + BETWEEN + 1);
            at = reach.find_map(|at| match is(at, word) {
                true => Some(Some(at + 1)),
                false => (!passes(reading, at)).then_some(None),
            })??;
        }
        Some(at)
    }
}

/// One past the words of a frame after its first, when they stand here: "tender [his] resignation".
pub(crate) fn rest_end(reading: &Reading<'_>, frame: &Frame, from: usize) -> Option<usize> {
    if frame.rest.is_empty() { Some(from) } else { Rest::new(reading, from).end(reading, frame) }
}

/// Whether a word may stand between the words of a frame.
fn passes(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.text.tokens;
    let token = &tokens[at];
    token.has(class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB).or(class::HE).or(class::SHE))
        || token.is_possessive()
        // Not a post: "assumed the CEO role".
        || token.is_word()
            && token.has(class::COMMON)
            && !token.has(class::PREPOSITION.or(class::CONJUNCTION).or(class::SUBORDINATOR).or(class::FRAME_NOUN))
        || reading.mentions.of_kind(at, Kind::Organization).is_some()
        // "take over Mr. Lee's duties"
        || reading.mentions.of_kind(at, Kind::Person).is_some_and(|f| tokens.get(f.last).is_some_and(|t| t.is_possessive()))
        || token.has(class::HONORIFIC)
        // "won a 10th term", "won Tuesday's election"
        || token.has(class::ORDINAL.or(class::WEEKDAY))
        || token.shape == crate::text::Shape::Number && reading.text.words(at..at + 1).ends_with("th")
}

/// Past a title that stands directly before a name.
pub(super) fn past_title(reading: &Reading<'_>, at: usize) -> usize {
    // "State Department spokeswoman Ann Lee"
    let owner = reading.mentions.of_kind(at, Kind::Organization).map_or(at, |f| f.last);
    let end = reading.post_at(owner).map_or(at, |post| reading.posts[post].title.end);
    if reading.mentions.of_kind(end, Kind::Person).is_some_and(|f| f.first == end) { end } else { at }
}

/// Words for a post, which frames mean in the plural too.
const POST_NOUNS: [WordId; 5] = [words::POST, words::POSITION, words::JOB, words::ROLE, words::SEAT];

const POST_NOUN_BITS: u64 = {
    let [post, position, job, role, seat] = POST_NOUNS;
    post.bit() | position.bit() | job.bit() | role.bit() | seat.bit()
};

/// "posts", "jobs"
fn is_plural_of(reading: &Reading<'_>, token: &crate::text::Token, word: WordId) -> bool {
    reading.tables.spelling(token.word).strip_suffix('s') == Some(reading.tables.spelling(word))
}

/// Tokens of a person's mention: the whole name, or the pronoun.
pub(super) fn person_tokens(reading: &Reading<'_>, at: usize) -> Range<usize> {
    reading.mentions.of_kind(at, Kind::Person).map_or(at..at + 1, |f| f.range())
}

impl ChangeDraft {
    /// Puts a seat into the draft.
    pub(super) fn take(&mut self, seat: &Seat) {
        self.post.clone_from(&seat.post);
        self.place.clone_from(&seat.place);
        self.acting |= seat.acting;
        if seat.acting && self.direction == Direction::In {
            self.reason = Some(Reason::Acting);
        }
    }
}

impl Event<'_> {
    /// The draft of one person's going in or out.
    pub(super) fn draft(&self, reading: &Reading<'_>, at: usize, direction: Direction) -> Option<ChangeDraft> {
        let person = reading.person_at(at)?;
        let tokens = person_tokens(reading, at);
        let near = reading.sentence_of(tokens.start) == reading.sentence_of(self.trigger);
        let evidence = match near {
            true => self.evidence.start.min(tokens.start)..self.evidence.end.max(tokens.end),
            false => self.evidence.clone(),
        };
        let reason = self.frame.reason.filter(|r| fits(*r, direction));
        Some(ChangeDraft {
            person,
            evidence,
            person_tokens: tokens,
            direction,
            post: None,
            place: None,
            reason,
            counterpart: None,
            realis: self.realis,
            settled: self.realis == Realis::Actual
                && !self.future
                && (reason != Some(Reason::Appointed) || reading.text.tokens[self.trigger].has(class::CONFIRMING)),
            acting: self.frame.acting,
            trigger: self.trigger,
            rule: self.frame.name.to_string(),
            event: self.frame.event,
            needs: self.frame.needs,
            future: self.future,
            moved: None,
            inferred: false,
            date: None,
            date_text: None,
            employer: self.employer.clone(),
        })
    }
}

fn fits(reason: Reason, direction: Direction) -> bool {
    match reason {
        Reason::Retired
        | Reason::Resigned
        | Reason::Dismissed
        | Reason::TermEnded
        | Reason::Died
        | Reason::Suspended => direction == Direction::Out,
        Reason::Appointed
        | Reason::Elected
        | Reason::Promoted
        | Reason::Acting
        | Reason::Nominated
        | Reason::Returned => direction == Direction::In,
        Reason::Reassigned | Reason::Other => true,
    }
}

/// How many roles before and after a place are looked through for a holder, so that long documents stay linear.
const NEARBY: usize = 40;

/// The roles that stand nearest to a token; `roles` are in text order.
pub(super) fn nearby(roles: &[RoleDraft], token: usize) -> &[RoleDraft] {
    let at = roles.partition_point(|r| r.evidence.start < token);
    &roles[at.saturating_sub(NEARBY)..roles.len().min(at + NEARBY)]
}

/// The holder of a post that is named without its holder: "the chief executive resigned".
pub(super) fn holder_of(reading: &Reading<'_>, roles: &[RoleDraft], post: usize) -> Option<usize> {
    let post = &reading.posts[post];
    // "when a new president is sworn in"
    // "no president has won re-election"
    let none = post.all.start > 0 && reading.text.tokens[post.all.start - 1].is(words::NO);
    // "a sitting mayor has never been elected": any one.
    let any = (post.all.start.saturating_sub(2)..post.title.start)
        .any(|at| reading.text.tokens[at].is_any(&[words::A, words::AN]));
    if post.plural || post.former || post.incoming || none || any {
        return None;
    }
    if let Some(person) = reading.mentions.of_kind(post.title.end, Kind::Person) {
        return Some(person.first);
    }
    let key = super::assemble::PostKey::new(reading.tables, &post_name(reading, &post.title));
    let place = post.organization.as_ref().map(|o| Place::new(reading, o.clone()));
    let mut holders = nearby(roles, post.all.start).iter().filter(|role| {
        super::assemble::PostKey::new(reading.tables, &post_name(reading, &role.post)).same(&key, reading.tables)
            && super::assemble::places_agree(reading, role.place.as_ref(), place.as_ref())
    });
    let first = holders.next()?;
    // Two people of one post: the text must say which.
    holders.all(|role| role.person == first.person).then_some(first.person_tokens.start)
}

/// Whether a token is a pronoun or name that stands before a possessive: "Lee's", "his".
pub(super) fn possessor_before(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let tokens = &reading.text.tokens;
    let mut before = at.checked_sub(1)?;
    // Adjectives and post nouns may stand between: "Lee's abrupt resignation", "the White House's".
    for _ in 0..3 {
        let token = &tokens[before];
        if token.is_possessive() {
            let name = before.checked_sub(1)?;
            if let Some(found) = reading.mentions.of_kind(name, Kind::Person) {
                return Some(found.first);
            }
            return None;
        }
        if token.has(class::POSSESSIVE) && token.has(class::HE.or(class::SHE)) {
            return reading.referent(before).map(|_| before);
        }
        // "Lee, whose appointment takes effect today"
        if token.is(words::WHOSE) {
            let name = before.checked_sub(1 + usize::from(tokens[before - 1].is(words::COMMA)))?;
            return reading.mentions.of_kind(name, Kind::Person).map(|found| found.first);
        }
        // "Rep. Lee's (D-Ohio) nomination"
        if token.is(words::CLOSE) {
            before = (before.saturating_sub(6)..before).rev().find(|&at| tokens[at].is(words::OPEN))?.checked_sub(1)?;
            continue;
        }
        // "Lee's January death"
        let dated = token.has(class::MONTH.or(class::WEEKDAY)) && token.is_capital();
        let adjective = dated
            || token.is_word()
            && token.has(class::COMMON.or(class::ADVERB))
            && !token.has(class::PREPOSITION.or(class::CONJUNCTION).or(class::DETERMINER).or(class::BE))
            // "his 2010 election"
            || token.is(words::QUOTE)
            || token.shape == crate::text::Shape::Number;
        // "Lee's Supreme Court nomination"; not "his second Supreme Court nomination", which may be another's.
        if let Some((_, found)) = reading.mentions.covering(before) {
            let owner = found.first.checked_sub(1).map(|at| &tokens[at]);
            let owned = owner.is_some_and(|t| t.is_possessive() || t.has(class::POSSESSIVE));
            if !matches!(found.kind, Kind::Organization | Kind::Post) || !owned {
                return None;
            }
            before = found.first.checked_sub(1)?;
            continue;
        }
        if !adjective {
            return None;
        }
        before = before.checked_sub(1)?;
    }
    None
}
