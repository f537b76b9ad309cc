//! One for another: "Lee replaces Diaz as treasurer", "Diaz was succeeded by Lee".

use super::change::{Event, holder_of};
use super::draft::ChangeDraft;
use super::people::subject_or_holder;
use super::seat::{Seat, seats};
use super::verb_frame::Verb;
use super::whom::{introduced, relative_object};
use crate::clauses::{self, Complements, Object};
use crate::lexicon::{Form, FrameEvent, FramePos, FrameWho, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::{Direction, Realis};

/// Who comes, who goes, and what completes the clause.
struct Exchange {
    comers: Vec<usize>,
    goers: Vec<usize>,
    complements: Complements,
}

/// "Lee replaces Diaz as treasurer of Acme": Lee in, Diaz out, of one post.
pub(super) fn read(verb: &Verb<'_>, drafts: &mut Vec<ChangeDraft>) {
    let Verb { reading, frame, group, past, .. } = *verb;
    let by = reading.text.tokens.get(group.verb + 1).is_some_and(|t| t.is(words::BY));
    let passive = group.passive || group.bare && group.form.has(Form::PARTICIPLE) && by;
    let exchange = if passive { passive_exchange(verb) } else { active_exchange(verb, drafts) };
    let Some(Exchange { comers, goers, complements }) = exchange else { return };
    // "tapped Lee, once an aide of Roe, as chief to replace Diaz": the verb before has said so.
    let told = |d: &ChangeDraft| {
        let goer = d.counterpart.as_ref().map(|(person, _)| *person);
        d.evidence.contains(&group.verb)
            && goer.is_some()
            && goers.iter().any(|&at| reading.person_at(at) == goer)
            && !comers.iter().any(|&at| reading.person_at(at) == Some(d.person))
    };
    if group.infinitive && drafts.iter().rev().take(8).any(told) {
        return;
    }
    // "has a deputy ready to fill his shoes": not he.
    let own = |&goer: &usize| {
        let person = reading.person_at(goer);
        let another = |c: usize| {
            c < group.first && reading.text.tokens[c..group.first].iter().any(|t| t.is_any(&[words::A, words::AN]))
        };
        reading.text.tokens[goer].has(class::POSSESSIVE)
            && (person.is_none() || comers.iter().any(|&c| reading.person_at(c) == person || another(c)))
    };
    if goers.iter().any(own) {
        return;
    }
    // Nobody replaces himself: such a goer is a pronoun that was misread.
    let comes = |person: Option<usize>| comers.iter().any(|&c| reading.person_at(c) == person);
    let goers: Vec<(usize, Option<usize>)> = goers
        .into_iter()
        .map(|goer| (goer, meant_by(reading, goer, &comers, group.verb)))
        .filter(|(_, person)| !comes(*person))
        .collect();
    let mut found = seats(reading, &complements, frame);
    if found.is_empty() {
        found.extend(fronted_post(reading, group.verb).map(|post| Seat::of_post(reading, post, None)));
    }
    let mut event = verb.event(past.max(complements.end));
    // "Acme replaced its chairman Diaz with Lee": where it is.
    if !passive && complements.with_somebody {
        event.employer = clauses::employer(reading, group.first);
    }
    // "A and B will replace C and D at O1 and O2": in order.
    let paired = comers.len() == goers.len() && comers.len() > 1;
    let pairs: Vec<(Option<usize>, Option<usize>, usize)> = match (comers.len(), goers.len()) {
        (0, n) => (0..n).map(|g| (None, Some(g), 0)).collect(),
        (n, 0) => (0..n).map(|c| (Some(c), None, 0)).collect(),
        (n, _) if paired => (0..n).map(|i| (Some(i), Some(i), i)).collect(),
        (n, m) => (0..n).flat_map(|c| (0..m).map(move |g| (Some(c), Some(g), 0))).collect(),
    };
    for (comer, goer, order) in pairs {
        let seat = match found.as_slice() {
            [] => Seat::default(),
            [Seat { post: None, place, .. }] => {
                Seat { place: complements.places.get(order).or(place.as_ref()).cloned(), ..Seat::default() }
            }
            list => list[if paired { order.min(list.len() - 1) } else { 0 }].clone(),
        };
        let mut incoming = comer.and_then(|c| event.draft(reading, comers[c], Direction::In));
        let mut outgoing = goer.and_then(|g| {
            let (at, person) = goers[g];
            let mut draft = event.draft(reading, at, Direction::Out)?;
            draft.person = person?;
            Some(draft)
        });
        if let (Some(incoming), Some(outgoing)) = (&mut incoming, &mut outgoing) {
            incoming.counterpart = Some((outgoing.person, outgoing.person_tokens.clone()));
            outgoing.counterpart = Some((incoming.person, incoming.person_tokens.clone()));
        }
        // "withdrew the nomination of Lee to replace Diaz": as the noun has it.
        let noun = incoming.as_ref().filter(|_| group.infinitive).and_then(|d| named_before(reading, drafts, d));
        if let (Some(realis), Some(incoming)) = (noun, &mut incoming) {
            incoming.realis = realis;
            outgoing = outgoing.filter(|_| realis != Realis::Denied);
            if let Some(outgoing) = outgoing.as_mut().filter(|_| realis == Realis::Possible) {
                outgoing.realis = realis;
            }
        }
        for mut draft in [incoming, outgoing].into_iter().flatten() {
            draft.take(&seat);
            drafts.push(draft);
        }
    }
}

/// "As chairman, he succeeds Diaz": the post that opens the sentence.
fn fronted_post(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let sentence = reading.text.sentences[reading.sentence_of(verb)];
    let tokens = &reading.text.tokens;
    let post = (sentence.first + 1..sentence.first + 3).find_map(|at| reading.post_at(at).filter(|_| at < verb))?;
    let end = reading.posts[post].all.end;
    (tokens[sentence.first].is(words::AS) && tokens.get(end).is_some_and(|t| t.is(words::COMMA))).then_some(post)
}

/// "Diaz was replaced by Lee", "was replaced with Lee".
fn passive_exchange(verb: &Verb<'_>) -> Option<Exchange> {
    let complements = clauses::complements(verb.reading, verb.past, false);
    let goers = subject_or_holder(verb.reading, verb.roles, verb.group);
    let comers = if complements.by.is_empty() { complements.with.clone() } else { complements.by.clone() };
    (!comers.is_empty() || !goers.is_empty()).then_some(Exchange { comers, goers, complements })
}

/// "Lee replaces Diaz", "replaces Diaz with Lee", ", succeeding Diaz".
fn active_exchange(verb: &Verb<'_>, drafts: &mut Vec<ChangeDraft>) -> Option<Exchange> {
    let Verb { reading, group, .. } = *verb;
    // "succeeding as treasurer Omar Diaz"
    let as_post = reading.text.tokens.get(verb.past).is_some_and(|t| t.is(words::AS)).then(|| verb.past + 1);
    let titled = as_post.and_then(|at| reading.post_at(at)).map(|post| reading.posts[post].all.end);
    let named = titled.filter(|&end| reading.mentions.of_kind(end, Kind::Person).is_some_and(|f| f.first == end));
    // "follows Ann Lee as president": the object stands inside the phrase.
    let inside = (group.verb + 1..verb.past).find_map(|at| reading.mentions.of_kind(at, Kind::Person));
    // "will take his place", "fill her shoes"
    let his = (group.verb + 1..verb.past).find(|&at| {
        reading.text.tokens[at].has(class::POSSESSIVE) && reading.text.tokens[at].has(class::HE.or(class::SHE))
    });
    let object = match inside {
        Some(found) => Object::People(vec![found.first], verb.past),
        None if his.is_some() => Object::People(his.into_iter().collect(), verb.past),
        // "the talks take place"
        None if verb.frame.rest.last().is_some_and(|&word| word == words::PLACE) => return None,
        None => clauses::object(reading, named.unwrap_or(verb.past.max(group.verb + 1)) - 1)?,
    };
    let (goers, end) = match &object {
        Object::People(people, end) => (people.clone(), *end),
        // "has replaced its chief executive": who decides is not who comes.
        Object::Post(_) if !frame_succeeds(verb) => return None,
        Object::Post(post) => {
            (holder_of(reading, verb.roles, *post).into_iter().collect(), reading.posts[*post].all.end)
        }
        Object::Organization(_) => return None,
    };
    // "follows Ann Lee as", "Ann Lee at"
    let again = inside.is_some() && reading.text.tokens[end - 1].has(class::PREPOSITION);
    let from = if named.is_some() { verb.past } else { end - usize::from(again) };
    let complements = clauses::complements(reading, from, false);
    let mut comers = clauses::subject(reading, group);
    // "Replacing Diaz as treasurer is Lee"
    if comers.is_empty()
        && group.gerund
        && let Some(people) = introduced(reading, group)
    {
        comers = people;
    }
    // ", replacing Diaz": the one who has just been named.
    if group.gerund {
        let sentence = reading.sentence_of(group.verb);
        let near = drafts.iter().rev().take(12).filter(|d| {
            d.direction == Direction::In
                && reading.sentence_of(d.trigger) == sentence
                && d.person_tokens.start < group.verb
        });
        if let Some(named) = near.max_by_key(|d| d.person_tokens.start) {
            comers = vec![named.person_tokens.start];
        }
    }
    // "the nomination of Lee to replace him"
    let before = group.first.checked_sub(1).filter(|_| group.infinitive && comers.is_empty());
    if let Some(named) = before.and_then(|at| reading.mentions.of_kind(at, Kind::Person)) {
        comers = vec![named.first];
    }
    // "Lee's plan to replace Diaz": who decides.
    let planned = group.infinitive && group.first > 0 && reading.text.tokens[group.first - 1].has(class::INTENTION);
    // "a fight between Lee and Poe over how to replace Diaz"
    let asked = group.infinitive
        && group.first > 0
        && (reading.text.tokens[group.first - 1].has(class::PRESUPPOSING.or(class::CONDITION))
            || reading.text.tokens[group.first - 1].is_any(&[words::WHEN, words::WHAT, words::WHO]));
    // "quieted his critics by replacing Diaz": who decides, too.
    let by = group.gerund && group.first > 0 && reading.text.tokens[group.first - 1].is(words::BY);
    if (planned || asked || by || clauses::for_whom(reading, group).is_some()) && !frame_succeeds(verb) {
        comers.clear();
    }
    // "the judge whom Lee nominated to replace Diaz", "named Lee, an aide of Diaz, to replace him": whoever is named.
    if let Some(verb) = naming_verb(reading, group) {
        comers = match clauses::object(reading, verb) {
            Some(Object::People(people, _)) => people,
            // "He is the judge Lee nominated to replace Diaz"
            _ if let Some(people) = relative_object(reading, &clauses::verb_group(reading, verb), verb + 1) => people,
            _ => {
                let names = clauses::subject(reading, &clauses::verb_group(reading, verb));
                comers.into_iter().filter(|at| !names.contains(at)).collect()
            }
        };
    }
    // "To replace Diaz as treasurer, the mayor named Lee"
    if let Some(verb) = naming_after(reading, group) {
        comers = match clauses::object(reading, verb) {
            Some(Object::People(people, _)) => people,
            _ => Vec::new(),
        };
    }
    // "The contenders to replace Diaz include Lee and Roe", "contenders to replace Diaz, including Lee,"
    if comers.is_empty() && group.infinitive && reading.text.tokens[group.first - 1].has(class::CONTENDER) {
        comers = contenders(reading, end);
    }
    // "replace Diaz with Lee": the subject is the one who decides.
    if complements.with_somebody {
        comers.clone_from(&complements.with);
    }
    // "succeeds the chairman": nobody is named, but the post is.
    if let (Object::Post(post), true) = (object, goers.is_empty()) {
        let event = verb.event(reading.posts[post].all.end);
        one_sided(reading, &event, &comers, post, drafts);
        return None;
    }
    Some(Exchange { comers, goers, complements })
}

/// Who is listed behind "candidates to replace Diaz": after "include", "including", "are".
fn contenders(reading: &Reading<'_>, from: usize) -> Vec<usize> {
    const REACH: usize = 10; // tokens: "as treasurer of the company"
    let tokens = &reading.text.tokens;
    let last = reading.text.sentences[reading.sentence_of(from.saturating_sub(1))].last;
    let lists = |&at: &usize| {
        let form = reading.tables.verb_form(tokens[at].word);
        form.is_some_and(|v| v.lemma == words::INCLUDE) || tokens[at].is(words::ARE)
    };
    let Some(verb) = (from..last.min(from + REACH)).find(lists) else { return Vec::new() };
    // "including Lee, who once served Roe, and Diaz"
    let mut people = Vec::new();
    let mut at = verb + 1;
    let mut inserted = false;
    while at < last && at < verb + 40 {
        let token = &tokens[at];
        if token.is_any(&[words::EM_DASH, words::TWO_DASHES, words::SEMICOLON, words::COLON]) {
            break;
        }
        inserted = (inserted || token.has(class::WHO)) && !token.is(words::AND);
        match reading.mentions.of_kind(at, Kind::Person) {
            Some(found) => {
                let owned = tokens.get(found.last).is_some_and(|t| t.is_possessive())
                    || at > verb + 1 && tokens[at - 1].has(class::PREPOSITION);
                if !inserted && !owned {
                    people.push(found.first);
                }
                at = found.last;
            }
            None => at += 1,
        }
    }
    people
}

/// What a noun just before a draft's person says of the same person's coming: "the nomination of Lee to …".
fn named_before(reading: &Reading<'_>, drafts: &[ChangeDraft], draft: &ChangeDraft) -> Option<Realis> {
    let noun = |d: &&ChangeDraft| {
        d.direction == Direction::In
            && d.person == draft.person
            && d.person_tokens == draft.person_tokens
            && d.trigger < d.person_tokens.start
            && reading.text.tokens[d.trigger].has(class::FRAME_NOUN)
    };
    drafts.iter().rev().take(8).find(noun).map(|d| d.realis)
}

/// The active verb of naming that an infinitive hangs on.
fn naming_verb(reading: &Reading<'_>, group: &clauses::VerbGroup) -> Option<usize> {
    let (verb, _) = clauses::governor(reading, group).filter(|_| group.infinitive)?;
    let above = clauses::verb_group(reading, verb);
    let form = reading.tables.verb_form(reading.text.tokens[verb].word)?;
    let names = |f: &crate::lexicon::Frame| {
        f.pos == FramePos::Verb && f.rest.is_empty() && f.event == FrameEvent::In && f.who == FrameWho::Object
    };
    let participle = above.bare && form.form.has(Form::PARTICIPLE) && clauses::object(reading, verb).is_none();
    (!above.passive && !participle && reading.tables.frames_of(form.lemma).any(names)).then_some(verb)
}

/// The verb of naming in the clause that an infinitive opens: "To replace Diaz as treasurer, the mayor named Lee".
fn naming_after(reading: &Reading<'_>, group: &clauses::VerbGroup) -> Option<usize> {
    const CLAUSE: usize = 30; // tokens
    let sentence = reading.text.sentences[reading.sentence_of(group.verb)];
    if !group.infinitive || group.first != sentence.first {
        return None;
    }
    let tokens = &reading.text.tokens;
    let comma = (group.verb..sentence.last.min(group.verb + CLAUSE)).find(|&at| tokens[at].is(words::COMMA))?;
    let verb = (comma..sentence.last.min(comma + CLAUSE)).find(|&at| clauses::is_verb(reading, at))?;
    let form = reading.tables.verb_form(tokens[verb].word)?;
    let names = |f: &crate::lexicon::Frame| f.event == FrameEvent::In && f.who == FrameWho::Object;
    reading.tables.frames_of(form.lemma).any(names).then_some(verb)
}

/// "succeeds", "takes over from": the subject is always the one who comes.
fn frame_succeeds(verb: &Verb<'_>) -> bool {
    !verb.frame.decides
}

/// "Lee succeeds the chairman", whom the text does not name.
fn one_sided(reading: &Reading<'_>, event: &Event<'_>, comers: &[usize], post: usize, drafts: &mut Vec<ChangeDraft>) {
    for &at in comers {
        if let Some(mut draft) = event.draft(reading, at, Direction::In) {
            draft.take(&Seat::of_post(reading, post, None));
            drafts.push(draft);
        }
    }
}

/// Whom a name or pronoun means that is replaced: in "Lee named Diaz to replace him" neither Lee nor Diaz.
pub(super) fn meant_by(reading: &Reading<'_>, at: usize, comers: &[usize], verb: usize) -> Option<usize> {
    let first = reading.person_at(at);
    if !reading.text.tokens[at].has(class::HE.or(class::SHE)) {
        return first;
    }
    // "Lee, who resigned when Diaz was named as his replacement": nobody here decides.
    let near = (at.saturating_sub(8)..at).rev().find(|&i| clauses::is_verb(reading, i));
    let passive = near.is_some_and(|i| clauses::verb_group(reading, i).passive);
    let decides = sentence_subject(reading, verb).filter(|_| !passive);
    // "nominated by President Diaz to succeed him"
    let by = (at.saturating_sub(8)..at).rev().find(|&i| reading.text.tokens[i].is(words::BY));
    let agent = by.and_then(|by| (by + 1..by + 5).find_map(|i| reading.person_at(i).filter(|_| i < at)));
    let comes = |p: usize| comers.iter().any(|&c| reading.person_at(c) == Some(p));
    // "The mayor, Lee, endorsed Diaz to succeed him": Lee himself.
    let endorses = |i: &usize| {
        let form = reading.tables.verb_form(reading.text.tokens[*i].word);
        form.is_some_and(|v| [words::ENDORSE, words::BACK].contains(&v.lemma)) && clauses::is_verb(reading, *i)
    };
    let endorser = (at.saturating_sub(10)..at).rev().find(endorses);
    let endorser = endorser.map(|i| clauses::subject(reading, &clauses::verb_group(reading, i)));
    if let Some(&[subject]) = endorser.as_deref()
        && let Some(person) = reading.person_at(subject).filter(|&p| !comes(p))
    {
        return Some(person);
    }
    reading.referents(at).find(|&p| !comes(p) && Some(p) != decides && Some(p) != agent).or(first)
}

/// The first person of the sentence, when a verb stands between: the one who decides.
pub(super) fn sentence_subject(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let sentence = reading.text.sentences[reading.sentence_of(verb)];
    let first = (sentence.first..verb).find(|&at| reading.person_at(at).is_some())?;
    (first + 1..verb).any(|at| clauses::is_verb(reading, at)).then(|| reading.person_at(first)).flatten()
}
