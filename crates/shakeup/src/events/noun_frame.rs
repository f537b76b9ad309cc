//! Noun frames: "Lee's resignation as treasurer", "the appointment of Diaz", "his successor, Ann Lee".

use super::change::{Event, nearby, past_title, person_tokens, possessor_before, rest_end};
use super::draft::{ChangeDraft, Place, RoleDraft};
use super::employer;
use super::gapped::gapped;
use super::one_way::{is_club, is_of_kind, left_seats};
use super::others::past_date;
use super::people::opens_list;
use super::seat::{Seat, is_elective, runs_for_election, seats};
use super::successor::successor;
use crate::clauses;
use crate::discourse::noun_realis;
use crate::lexicon::{
    Frame, FrameEvent, FrameNeed, FramePos, FrameWho, Gender, OrganizationKind, PostKind, VerbKind, class, words,
};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::{Direction, Realis, Reason, Status};

/// Reads the noun at a token by the first of its frames that finds somebody.
pub(super) fn read(reading: &Reading<'_>, roles: &[RoleDraft], at: usize, drafts: &mut Vec<ChangeDraft>) {
    for frame in reading.tables.frames_of(reading.text.tokens[at].word).filter(|f| f.pos == FramePos::Noun) {
        let Some(past) = rest_end(reading, frame, at + 1) else { continue };
        if frame.event == FrameEvent::Out && is_from_contest(reading, past) {
            continue;
        }
        let before = drafts.len();
        match frame.event {
            FrameEvent::Successor => successor(reading, frame, at, past, drafts),
            FrameEvent::In if frame.who == FrameWho::Apposed => {
                choices(reading, roles, frame, at, past, drafts);
                if drafts.len() == before {
                    event_of(reading, roles, frame, at, past, drafts);
                }
            }
            _ => event_of(reading, roles, frame, at, past, drafts),
        }
        if drafts.len() > before {
            return;
        }
    }
}

/// "Lee's exit from the race": a candidate's.
fn is_from_contest(reading: &Reading<'_>, past: usize) -> bool {
    let tokens = &reading.text.tokens;
    let small = class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB);
    let from = tokens.get(past).is_some_and(|t| t.is(words::FROM));
    let noun = (past + 1..past + 4).find(|&at| !tokens.get(at).is_some_and(|t| t.has(small)));
    from && noun.is_some_and(|at| {
        let contest = |at: usize| tokens.get(at).is_some_and(|t| t.has(class::CONTEST));
        // "from the presidential race", "from the Senate race"
        contest(at) || contest(reading.mentions.covering(at).map_or(at + 1, |(_, f)| f.last))
    })
}

/// Whose: the possessor, or the person after "of"; with where the complements start.
fn whose(reading: &Reading<'_>, frame: &Frame, noun: usize, past: usize) -> Option<(Vec<usize>, usize, usize)> {
    let compound = frame.event == FrameEvent::Out || frame.reason == Some(Reason::Nominated);
    let tokens = &reading.text.tokens;
    // "the death in March of Ann Lee"
    let dated = past_date(reading, past);
    let past = if tokens.get(dated).is_some_and(|t| t.is(words::OF)) { dated } else { past };
    // "Lee's appointment of Diaz as treasurer": whom "of" names.
    if tokens.get(past).is_some_and(|t| t.is(words::OF))
        && let Some(clauses::Object::People(people, end)) = clauses::object(reading, past)
    {
        // "the resignations of Lee, the treasurer, and Diaz, her deputy"
        let several = frame.event == FrameEvent::Out && reading.tables.spelling(tokens[noun].word).ends_with('s');
        if several {
            let last = reading.text.sentences[reading.sentence_of(noun)].last;
            return Some((clauses::listed(reading, past + 1, last), end, noun));
        }
        // "the removal of a Lee statue"
        // "Removal of General Lee Statue"
        let thing = tokens.get(end).is_some_and(|t| {
            let noun =
                t.has(class::COMMON) && !t.has(class::VERB.or(class::BE).or(class::PREPOSITION).or(class::ADVERB));
            noun && t.shape == crate::text::Shape::Capital && t.gap == crate::text::Gap::Space
        });
        let compound = thing || clauses::modifies(reading, end);
        return (!compound).then_some((people, end, noun));
    }
    // "his dismissal of the report": who does it.
    let acts = frame.event == FrameEvent::In || frame.reason == Some(Reason::Dismissed);
    if tokens.get(past).is_some_and(|t| t.is(words::OF)) && acts {
        return None;
    }
    // "Lee and Diaz announced their retirement"
    if frame.event == FrameEvent::Out
        && let Some(their) = (noun.saturating_sub(2)..noun).find(|&at| tokens[at].is(words::THEIR))
        && let Some(verb) = (their.saturating_sub(3)..their).rev().find(|&at| clauses::is_verb(reading, at))
    {
        let people = clauses::subject(reading, &clauses::verb_group(reading, verb));
        if people.len() > 1 {
            return Some((people, past, noun));
        }
    }
    // "two nominations: Ann Lee and Omar Diaz"
    if plural_of_coming(reading, frame, noun) && opens_list(reading, past) {
        let end = reading.text.sentences[reading.sentence_of(noun)].last;
        return Some((clauses::listed(reading, past + 1, end), past, noun));
    }
    // "the mayor's appointments", "the mayor's choice for chief" are of others; not "Lee's selection as chief".
    let chooses = |f: &Frame| f.pos == FramePos::Noun && f.who == FrameWho::Apposed;
    let chosen = tokens.get(past).is_some_and(|t| t.is(words::AS));
    let others =
        plural_of_coming(reading, frame, noun) || !chosen && reading.tables.frames_of(tokens[noun].word).any(chooses);
    // "the mayor's second appointment" is of another.
    let counted = frame.event == FrameEvent::In
        && frame.reason == Some(Reason::Appointed)
        && (noun.saturating_sub(3)..noun).any(|at| tokens[at].has(class::ORDINAL));
    let of_another = |at: usize| others || counted || is_attribute(reading, frame, at, noun);
    if let Some(at) = possessor_before(reading, noun).filter(|&at| !of_another(at)) {
        // "the king ordered his dismissal": of somebody else, whom only a name would tell.
        if frame.reason == Some(Reason::Dismissed) && ordered_by(reading, at, noun) {
            return None;
        }
        let at = announcer(reading, frame, at).unwrap_or(at);
        return Some((vec![at], past, person_tokens(reading, at).start));
    }
    // "the Hagel resignation"
    if noun > 0
        && compound
        // "the Lee firing"; not "Lee firing his chief".
        && let Some(found) = reading.mentions.of_kind(noun - 1, Kind::Person)
        && (!tokens[noun].has(class::GERUND)
            || found.first > 0 && tokens[found.first - 1].is(words::THE)
            || clauses::object(reading, noun).is_none()
            // "Lee firing dominates the week"
            || clauses::is_verb(reading, noun + 1))
        && tokens[noun].gap == crate::text::Gap::Space
    {
        return Some((vec![found.first], past, found.first));
    }
    None
}

/// "Lee became the mayor's second appointment": the mayor appoints.
fn is_attribute(reading: &Reading<'_>, frame: &Frame, possessor: usize, noun: usize) -> bool {
    let tokens = &reading.text.tokens;
    let mut before = person_tokens(reading, possessor).start;
    while before > 0 && (tokens[before - 1].has(class::HONORIFIC) || reading.post_at(before - 1).is_some()) {
        before -= 1;
    }
    let copula = before.checked_sub(1).map(|at| &tokens[at]);
    let becomes = |t: &crate::text::Token| {
        t.has(class::BE) || reading.tables.verb_form(t.word).is_some_and(|v| v.lemma == words::BECOME)
    };
    // Not "the news is Lee's return as treasurer".
    let chosen = matches!(frame.reason, Some(Reason::Appointed | Reason::Nominated | Reason::Promoted));
    chosen && noun > before && copula.is_some_and(|t| becomes(t) && !t.is_possessive())
}

/// "appointments", "nominations"
fn plural_of_coming(reading: &Reading<'_>, frame: &Frame, noun: usize) -> bool {
    frame.event == FrameEvent::In && reading.tables.spelling(reading.text.tokens[noun].word).ends_with('s')
}

/// Whether a pronoun before a noun means the subject of the verb that orders what the noun says.
fn ordered_by(reading: &Reading<'_>, pronoun: usize, noun: usize) -> bool {
    if !reading.text.tokens[pronoun].has(class::POSSESSIVE) {
        return false;
    }
    let verb = (noun.saturating_sub(5)..pronoun).rev().find(|&at| clauses::is_verb(reading, at));
    let orders = verb.filter(|&at| {
        let form = reading.tables.verb_form(reading.text.tokens[at].word);
        form.and_then(|v| reading.tables.verb(v.lemma))
            .is_some_and(|v| v.kind == VerbKind::Orders || v.realis == Some(Realis::Possible))
    });
    let meant = reading.referent(pronoun);
    orders.is_some_and(|at| {
        let subject = clauses::subject(reading, &clauses::verb_group(reading, at));
        subject.iter().any(|&s| reading.person_at(s) == meant)
    })
}

/// "Mayor Lee spoke hours after Diaz announced his retirement": whoever announces what is his own.
fn announcer(reading: &Reading<'_>, frame: &Frame, possessor: usize) -> Option<usize> {
    if frame.event != FrameEvent::Out || !reading.text.tokens[possessor].has(class::POSSESSIVE) {
        return None;
    }
    let verb = (possessor.saturating_sub(2)..possessor).rev().find(|&at| clauses::is_verb(reading, at))?;
    let form = reading.tables.verb_form(reading.text.tokens[verb].word)?;
    // "announce", "submit", "hand in": what may be said of a resignation of one's own.
    let own = |f: &Frame| {
        (f.event, f.who, f.realis) == (FrameEvent::Out, FrameWho::Subject, None)
            && f.rest.last() == Some(&words::RESIGNATION)
    };
    let group = clauses::verb_group(reading, verb);
    if group.passive || !reading.tables.frames_of(form.lemma).any(own) {
        return None;
    }
    let [subject] = clauses::subject(reading, &group)[..] else { return None };
    let person = reading.person_at(subject).map(|p| reading.people[p].gender)?;
    let said = if reading.text.tokens[possessor].has(class::SHE) { Gender::Female } else { Gender::Male };
    (person == Gender::Unknown || person == said).then_some(subject)
}

/// "The picks include Ann Lee for treasurer and Omar Diaz for labor secretary": each with a post of his own.
fn choices(
    reading: &Reading<'_>,
    roles: &[RoleDraft],
    frame: &Frame,
    noun: usize,
    past: usize,
    drafts: &mut Vec<ChangeDraft>,
) {
    let tokens = &reading.text.tokens;
    let Some(link) = tokens.get(past).filter(|_| reading.tables.spelling(tokens[noun].word).ends_with('s')) else {
        return;
    };
    let includes = || reading.tables.verb_form(link.word).is_some_and(|v| v.lemma == words::INCLUDE);
    if !(link.has(class::BE) && !link.is_possessive() || includes()) {
        return;
    }
    let end = reading.text.sentences[reading.sentence_of(noun)].last;
    for at in clauses::listed(reading, past + 1, end) {
        let after = person_tokens(reading, at).end;
        let complements = clauses::complements(reading, after, false);
        let seat = complements.for_posts.first().map(|&post| Seat::of_post(reading, post, None));
        let (Some(seat), false) = (seat, runs_for_election(reading, &complements, frame)) else { continue };
        let realis = noun_realis(reading, noun, noun, frame.realis);
        let evidence = noun..complements.end;
        let event = Event { frame, trigger: noun, realis, future: false, past: false, evidence, employer: None };
        if let Some(mut draft) = event.draft(reading, at, Direction::In).filter(|_| !governs(reading, roles, at)) {
            draft.take(&seat);
            drafts.push(draft);
        }
    }
}

/// Whom a choice is: "Lee, the mayor's pick for chief", "Lee is his pick", "his pick for chief, Ann Lee".
fn apposed(reading: &Reading<'_>, noun: usize, past: usize) -> Option<(Vec<usize>, usize, usize)> {
    let tokens = &reading.text.tokens;
    let sentence = reading.text.sentences[reading.sentence_of(noun)];
    // "transport secretary nominee Ann Lee"
    let behind = reading.mentions.of_kind(past, Kind::Person).filter(|f| f.first == past && f.last <= sentence.last);
    let owns = |f: &crate::mentions::Found| tokens.get(f.last).is_some_and(|t| t.is_possessive());
    if let Some(person) = behind.filter(|f| !owns(f)) {
        return Some((vec![person.first], past, noun));
    }
    let mut at = noun;
    while at > sentence.first && noun - at < 8 {
        at -= 1;
        let token = &tokens[at];
        if let Some((_, found)) = reading.mentions.covering(at) {
            at = found.first;
            continue;
        }
        if token.is(words::COMMA) || token.has(class::BE) && !token.is_possessive() {
            let before = at.checked_sub(1)?;
            let person = reading.mentions.of_kind(before, Kind::Person)?;
            return Some((vec![person.first], past, person.first));
        }
        let passes = token.has(class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB).or(class::HONORIFIC))
            || token.is_possessive()
            || token.has(class::COMMON) && !token.has(class::VERB.or(class::PREPOSITION));
        if !passes {
            break;
        }
    }
    let complements = clauses::complements(reading, past, false);
    let name = complements.end.max(past);
    // "her choice for treasurer: Ann Lee"
    let comma = tokens.get(name).is_some_and(|t| t.is_any(&[words::COMMA, words::COLON]));
    // "the nominee, Judge Ann Lee"
    let name = past_title(reading, name + usize::from(comma));
    let person = reading.mentions.of_kind(name, Kind::Person).filter(|f| f.last <= sentence.last)?;
    // "a nominee for the court in May, Mayor Lee could": a clause of its own.
    let acts = class::MODAL.or(class::BE).or(class::HAVE).or(class::SAY);
    let clause = tokens.get(person.last).is_some_and(|t| t.has(acts) && !t.is_possessive());
    (person.first == name && !(comma && clause)).then(|| (vec![person.first], past, noun))
}

fn event_of(
    reading: &Reading<'_>,
    roles: &[RoleDraft],
    frame: &Frame,
    noun: usize,
    past: usize,
    drafts: &mut Vec<ChangeDraft>,
) {
    let who =
        if frame.who == FrameWho::Apposed { apposed(reading, noun, past) } else { whose(reading, frame, noun, past) };
    let Some((people, end, first)) = who else { return };
    // "her confirmation hearing", "his re-election campaign"
    if frame.who == FrameWho::Of
        && frame.event == FrameEvent::In
        && frame.needs == FrameNeed::Place
        && end == past
        && clauses::modifies(reading, past)
    {
        return;
    }
    // "Lee's resignation announcement shook the Senate": what follows is of the announcement.
    let of_another = frame.event == FrameEvent::Out && end == past && clauses::is_compound(reading, past);
    let complements = match of_another {
        true => clauses::Complements { end, ..Default::default() },
        false => clauses::complements(reading, end, false),
    };
    if runs_for_election(reading, &complements, frame) {
        return;
    }
    // "his victory in the state's primary": a candidate's.
    let won = frame.event == FrameEvent::In && frame.reason == Some(Reason::Elected) && frame.who == FrameWho::Of;
    let primary = (past..past + 6).take_while(|&at| reading.text.tokens.get(at).is_some_and(|t| t.is_word()));
    if won && { primary }.any(|at| reading.text.tokens[at].is_any(&[words::PRIMARY, words::PRIMARIES, words::CAUCUSES]))
    {
        return;
    }
    let direction = if frame.event == FrameEvent::Out { Direction::Out } else { Direction::In };
    let mut found = seats(reading, &complements, frame);
    if direction == Direction::Out {
        left_seats(reading, &complements, &mut found);
    }
    if found.is_empty() {
        found.extend(seat_before(reading, frame, noun));
    }
    // "the election of President Lee", "the confirmation of Justice Diaz": to what the title says.
    let confirms = reading.text.tokens[noun].is(words::CONFIRMATION);
    if found.is_empty() && (confirms || frame.reason == Some(Reason::Elected)) && first == noun {
        let title = people.first().and_then(|at| reading.post_at(at.checked_sub(1)?));
        let bench = |post: usize| confirms && reading.posts[post].kind == PostKind::Judicial;
        let title = title.filter(|&post| is_elective(reading, post) || bench(post));
        found.extend(title.map(|post| Seat::of_post(reading, post, None)));
    }
    let satisfied = match frame.needs {
        FrameNeed::Post => found.iter().any(|seat| seat.post.is_some()),
        FrameNeed::Place => !found.is_empty(),
        _ => true,
    };
    // "Lee's term as chairman ends in June"
    let sentence = reading.text.sentences[reading.sentence_of(noun)];
    let after = complements.end.max(past)..sentence.last.min(complements.end.max(past) + 6);
    let tokens = &reading.text.tokens;
    let ends = |at: usize| {
        let next = |i: usize| tokens.get(at + i);
        tokens[at].has(class::FRAME_END) && clauses::is_verb(reading, at)
            // "was not renewed", "will not be extended"
            || tokens[at].has(class::NEGATION)
                && (1..3).any(|i| next(i).is_some_and(|t| t.is_any(&[words::RENEWED, words::EXTENDED])))
            // "is over", "came to an end"
            || tokens[at].has(class::BE) && next(1).is_some_and(|t| t.is(words::OVER))
            || tokens[at].has(class::VERB)
                && next(1).is_some_and(|t| t.is(words::TO))
                && next(3).is_some_and(|t| t.has(class::FRAME_END))
    };
    if frame.ends && !after.into_iter().any(ends) {
        return;
    }
    if !satisfied || frame.event == FrameEvent::Move && found.is_empty() {
        return;
    }
    if direction == Direction::In
        && found.is_empty()
        && frame.needs == FrameNeed::Nothing
        && frame.reason != Some(Reason::Nominated)
        && !knows_change(roles, reading, &people)
    {
        return;
    }
    // "President Lee's appointment was challenged", "the mayor's elevation": those whom voters choose appoint others.
    let chosen = matches!(frame.reason, Some(Reason::Appointed | Reason::Promoted));
    if direction == Direction::In && found.is_empty() && chosen && people.iter().any(|&at| governs(reading, roles, at))
    {
        return;
    }
    // "Acme announced the appointment of Lee as chairman"
    let realis = noun_realis(reading, first, noun, frame.realis);
    // "The Senate approved Lee's nomination on Tuesday": more than a nomination.
    let confirmed =
        frame.reason == Some(Reason::Nominated) && frame.realis == Some(Realis::Planned) && realis == Realis::Actual;
    // "saw the departure of Lee" is of where she was.
    let told_of = direction == Direction::In || frame.reason == Some(Reason::Dismissed);
    // Not "the union calls for the resignation of Lee".
    let decides = first == noun
        && (direction == Direction::In || realis == Realis::Actual)
        && !(told_of && employer::is_only_judged(reading, noun));
    let employer = decides.then(|| clauses::employer(reading, noun)).flatten();
    let event = Event {
        frame,
        trigger: noun,
        realis,
        future: false,
        past: false,
        evidence: first.min(noun)..past.max(complements.end),
        employer,
    };
    if found.is_empty() {
        found.push(Seat::default());
    }
    let before = drafts.len();
    for &at in &people {
        for seat in &found {
            let Some(mut draft) = event.draft(reading, at, direction) else { continue };
            draft.take(seat);
            if confirmed {
                draft.reason = Some(Reason::Appointed);
                draft.settled = true;
            }
            drafts.push(draft);
        }
    }
    // "the nomination of Lee to fill the vacancy left by Diaz"
    if let (&[other], Direction::In) = (&complements.succeeds[..], direction)
        && let Some(goer) = reading.person_at(other)
    {
        let seat = found.first().cloned().unwrap_or_default();
        let mut left = event.draft(reading, other, Direction::Out).filter(|_| realis != Realis::Denied);
        for draft in drafts[before..].iter_mut().filter(|d| d.person != goer) {
            draft.counterpart = Some((goer, person_tokens(reading, other)));
            if let Some(mut out) = left.take() {
                out.counterpart = Some((draft.person, draft.person_tokens.clone()));
                out.take(&seat);
                out.reason = None;
                drafts.push(out);
                break;
            }
        }
    }
    // "the appointment of Lee as chairman and Diaz as treasurer"
    if drafts.len() > before && people.len() == 1 && direction == Direction::In {
        gapped(reading, &event, direction, complements.end, drafts);
    }
}

/// "the Supreme Court nominee", "Lee's CFO nomination": the post or organisation that stands directly before the noun.
fn seat_before(reading: &Reading<'_>, frame: &Frame, noun: usize) -> Option<Seat> {
    let before = noun.checked_sub(1).filter(|_| reading.text.tokens[noun].gap == crate::text::Gap::Space)?;
    // "his official resignation": an adjective.
    if let Some(post) = reading.post_at(before).filter(|&post| !reading.posts[post].weak) {
        return Some(Seat::of_post(reading, post, None));
    }
    let found = reading.mentions.of_kind(before, Kind::Organization)?;
    let place = Place::new(reading, found.range());
    // "the Republican nominee" runs for some office; "her Senate confirmation" is by the Senate.
    let confirms =
        frame.reason == Some(Reason::Appointed) && is_of_kind(reading, &place, &[OrganizationKind::Legislature]);
    (!confirms && !is_club(reading, &place)).then(|| Seat::at(place))
}

/// Whether the document says of somebody which post is meant, so that "the nomination of Lee" says something.
fn knows_change(roles: &[RoleDraft], reading: &Reading<'_>, people: &[usize]) -> bool {
    people.iter().any(|&at| nearby(roles, at).iter().any(|r| Some(r.person) == reading.person_at(at)))
}

/// Whether somebody holds a post that voters fill: "President Lee", "the mayor".
fn governs(reading: &Reading<'_>, roles: &[RoleDraft], at: usize) -> bool {
    nearby(roles, at).iter().any(|r| {
        Some(r.person) == reading.person_at(at)
            && r.status == Status::Current
            && reading.post_at(r.post.start).is_some_and(|post| is_elective(reading, post))
    })
}
