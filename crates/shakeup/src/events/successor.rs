//! Nouns for who comes after somebody: "his successor, Omar Diaz", "a candidate to replace Lee", "the heir to Lee as chairman".

use super::change::{Event, person_tokens, possessor_before};
use super::draft::ChangeDraft;
use super::seat::seats;
use crate::clauses;
use crate::discourse::noun_realis;
use crate::lexicon::{Frame, FrameNeed, ModifierKind, WordId, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::{Direction, Realis};

/// "Lee's successor, Omar Diaz, …", "Diaz was named as Lee's successor" (read with the verb), "a successor to Lee".
pub(super) fn successor(reading: &Reading<'_>, frame: &Frame, noun: usize, past: usize, drafts: &mut Vec<ChangeDraft>) {
    let tokens = &reading.text.tokens;
    // "a replacement for Lee", "no successor to Chairman Lee"
    if tokens.get(past).is_some_and(|t| t.is_any(&[words::TO, words::FOR]))
        && let Some(clauses::Object::People(people, end)) = clauses::object(reading, past)
        // "her replacement for now is Lee"
        && !tokens[past..end].iter().any(|t| t.has(class::BE) && !t.is_possessive())
    {
        // Whoever is chosen in the end, the post is left.
        let realis = Realis::Actual;
        let evidence = noun..past + 1;
        let event = Event { frame, trigger: noun, realis, future: false, past: false, evidence, employer: None };
        if let (Some(comer), [goer]) = (described_before(reading, noun), &people[..]) {
            let before = drafts.len();
            pair(reading, frame, noun, comer, *goer, drafts);
            let complements = clauses::complements(reading, end, false);
            if let Some(seat) = seats(reading, &complements, frame).first() {
                drafts[before..].iter_mut().for_each(|draft| draft.take(seat));
            }
            if drafts.len() > before {
                return;
            }
        }
        for &at in &people {
            let Some(mut draft) = event.draft(reading, at, Direction::Out) else { continue };
            draft.needs = FrameNeed::Role;
            drafts.push(draft);
        }
        // "Possible replacements for Lee are Diaz and Roe"
        if reading.tables.spelling(tokens[noun].word).ends_with('s') {
            possible_successors(reading, frame, noun, end, people.first().copied(), drafts);
        }
        return;
    }
    // "Lee's acting replacement"
    let acting = noun.checked_sub(1).filter(|&at| is_interim(reading, at));
    let goer = possessor_before(reading, acting.unwrap_or(noun));
    // "Lee's possible successors"
    if reading.tables.spelling(tokens[noun].word).ends_with('s') {
        possible_successors(reading, frame, noun, past, goer, drafts);
        return;
    }
    let Some(goer) = goer else { return };
    // "Lee's successor as treasurer will be Omar Diaz"
    let complements = clauses::complements(reading, past, false);
    let mut copula = complements.end.max(past);
    copula += usize::from(tokens.get(copula).is_some_and(|t| t.has(class::MODAL)));
    // "is expected to be", "is likely to be"
    let to = (copula + 1..copula + 4).find(|&at| tokens.get(at).is_some_and(|t| t.is(words::TO)));
    let expected =
        to.filter(|&to| tokens[copula].has(class::BE) && tokens.get(to + 1).is_some_and(|t| t.is(words::BE)));
    copula = expected.map_or(copula, |to| to + 1);
    let named = tokens.get(copula).is_some_and(|t| t.has(class::BE) && !t.is_possessive());
    if let Some(comer) = reading.mentions.of_kind(copula + 1, Kind::Person).filter(|f| named && f.first == copula + 1) {
        let before = drafts.len();
        pair(reading, frame, noun, comer.first, goer, drafts);
        if expected.is_some() {
            drafts[before..].iter_mut().for_each(|d| d.realis = d.realis.max(Realis::Planned));
        }
        if let Some(seat) = seats(reading, &complements, frame).first() {
            drafts[before..].iter_mut().for_each(|draft| draft.take(seat));
        }
        return;
    }
    let mut name = past;
    if tokens.get(name).is_some_and(|t| t.is(words::COMMA)) {
        name += 1;
    }
    while tokens.get(name).is_some_and(|t| t.has(class::HONORIFIC))
        || reading.post_at(name).is_some_and(|p| reading.posts[p].title.end > name)
    {
        name = reading.post_at(name).map_or(name + 1, |p| reading.posts[p].title.end);
    }
    let Some(comer) = reading.mentions.of_kind(name, Kind::Person).filter(|f| f.first == name) else { return };
    // "the feud over his replacement, Diaz and his critics": a clause of its own.
    let closes = tokens.get(comer.last).is_none_or(|t| !t.is_word() || t.has(class::WHO) || t.is_possessive());
    if tokens.get(past).is_some_and(|t| t.is(words::COMMA)) && !closes {
        return;
    }
    pair(reading, frame, noun, comer.first, goer, drafts);
}

/// "acting", "interim"
fn is_interim(reading: &Reading<'_>, at: usize) -> bool {
    let word = std::iter::once(reading.text.tokens[at].word);
    reading.tables.modifiers.longest(word).is_some_and(|(_, kind)| *kind == ModifierKind::Acting)
}

/// "Possible successors include Ann Lee and Omar Diaz", "Lee's likely replacements are Diaz and Roe".
fn possible_successors(
    reading: &Reading<'_>,
    frame: &Frame,
    noun: usize,
    past: usize,
    goer: Option<usize>,
    drafts: &mut Vec<ChangeDraft>,
) {
    const REACH: usize = 8; // tokens: "being discussed by the board"
    let tokens = &reading.text.tokens;
    let sentence = reading.text.sentences[reading.sentence_of(noun)];
    const POSSIBLE: [WordId; 3] = [words::POSSIBLE, words::POTENTIAL, words::LIKELY];
    let possible = (sentence.first..noun).rev().take(2).any(|at| tokens[at].is_any(&POSSIBLE));
    let includes = |&at: &usize| {
        let verb = reading.tables.verb_form(tokens[at].word);
        verb.is_some_and(|v| v.lemma == words::INCLUDE) || tokens[at].is_any(&[words::ARE, words::WERE])
    };
    let near = past..sentence.last.min(past + REACH);
    let Some(verb) = near.filter(|_| possible).find(includes) else { return };
    let goer = goer.and_then(|at| Some((reading.person_at(at)?, person_tokens(reading, at))));
    // "Possible successors": of whoever has just left.
    let goer = goer.or_else(|| {
        let near = |d: &&ChangeDraft| {
            d.direction == Direction::Out && reading.sentence_of(d.trigger) + 1 >= reading.sentence_of(noun)
        };
        let left = drafts.iter().rev().take(4).find(near)?;
        Some((left.person, left.person_tokens.clone()))
    });
    let Some(goer) = goer else { return };
    let (realis, evidence) = (Realis::Possible, noun..verb + 1);
    let event = Event { frame, trigger: noun, realis, future: true, past: false, evidence, employer: None };
    for at in clauses::listed(reading, verb + 1, sentence.last) {
        let Some(mut draft) = event.draft(reading, at, Direction::In).filter(|d| d.person != goer.0) else { continue };
        draft.counterpart = Some(goer.clone());
        draft.needs = FrameNeed::Role;
        drafts.push(draft);
    }
}

/// Whom a noun phrase without adjectives describes: "Diaz is the successor to Lee", "Diaz, successor to Lee as treasurer".
fn described_before(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let tokens = &reading.text.tokens;
    let mut before = noun.checked_sub(1)?;
    if tokens[before].is_any(&[words::THE, words::A]) {
        before = before.checked_sub(1)?;
    }
    if tokens[before].has(class::BE) && !tokens[before].is_possessive() {
        let group = clauses::verb_group(reading, before);
        let [subject] = clauses::subject(reading, &group)[..] else { return None };
        return Some(subject).filter(|_| !group.negated && !group.conditional);
    }
    let name = before.checked_sub(1).filter(|_| tokens[before].is(words::COMMA))?;
    reading.mentions.of_kind(name, Kind::Person).map(|f| f.first)
}

fn pair(reading: &Reading<'_>, frame: &Frame, noun: usize, comer: usize, goer: usize, drafts: &mut Vec<ChangeDraft>) {
    let realis = noun_realis(reading, noun, noun, frame.realis);
    let evidence = noun..noun + 1;
    let event = Event { frame, trigger: noun, realis, future: false, past: false, evidence, employer: None };
    let incoming = event.draft(reading, comer, Direction::In);
    let outgoing = event.draft(reading, goer, Direction::Out);
    if let (Some(mut incoming), Some(mut outgoing)) = (incoming, outgoing) {
        incoming.counterpart = Some((outgoing.person, outgoing.person_tokens.clone()));
        outgoing.counterpart = Some((incoming.person, incoming.person_tokens.clone()));
        drafts.push(incoming);
        drafts.push(outgoing);
    }
}
