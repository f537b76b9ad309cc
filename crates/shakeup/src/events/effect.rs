//! Dates that sentences of their own give: "The appointment is effective March 26.", "She will start on June 1."

use super::draft::ChangeDraft;
use super::when::{Clause, clear, dates_within, is_scheduled, may_be_dated, set};
use crate::clauses::{self, is_verb};
use crate::lexicon::{DateWord, Frame, FrameEvent, FramePos, FrameWho, Lead, TimeUnit, class, words};
use crate::mentions::Kind;
use crate::mentions::date::{self, DateFound, When};
use crate::reading::Reading;
use crate::record::{self, Realis, Reason};
use crate::text::Sentence;

/// How many sentences before its own a sentence may date.
const SENTENCES: usize = 3;

/// "The appointment is effective March 26.", "The changes take effect on May 1.", "Her last day will be October 20."
pub(super) fn date_by_sentences(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    if drafts.is_empty() {
        return;
    }
    // Drafts by sentence; they come in text order but for a few.
    let mut order: Vec<(usize, usize)> =
        drafts.iter().enumerate().map(|(i, d)| (reading.sentence_of(d.trigger), i)).collect();
    order.sort_unstable();
    for (index, sentence) in reading.text.sentences.iter().enumerate() {
        for found in dates_within(reading, sentence.first, sentence.last) {
            let Some(said) = said_of(reading, sentence.first, found) else { continue };
            let from = order.partition_point(|&(s, _)| s + SENTENCES < index);
            let to = order.partition_point(|&(s, _)| s <= index);
            let fits = |draft: &ChangeDraft| {
                may_be_dated(draft)
                    && (draft.date_text.is_none() || is_of_choice(reading, draft, found))
                    && said.direction.is_none_or(|d| d == draft.direction)
                    && said.person.is_none_or(|p| p == draft.person)
            };
            // The nearest sentence that tells such a change.
            let near = order[from..to].iter().rev().find(|&&(_, i)| fits(&drafts[i])).map(|&(s, _)| s);
            for &(s, i) in order[from..to].iter() {
                if Some(s) == near && fits(&drafts[i]) {
                    drafts[i].future |= said.future;
                    set(reading, &mut drafts[i], found);
                }
            }
        }
    }
}

/// "named on May 3 … The appointment is effective June 1", "resigned Monday … She will leave on July 1": a day that is only that of the
/// decision gives way to the later one.
fn is_of_choice(reading: &Reading<'_>, draft: &ChangeDraft, found: &DateFound) -> bool {
    let decided = matches!(draft.reason, Some(Reason::Appointed | Reason::Resigned | Reason::Retired))
        && found.when != When::Immediately;
    let ahead = || date::resolve(&found.when, reading.published, date::Direction::Future);
    let day = draft.date.filter(|_| decided && draft.realis == Realis::Actual);
    // "notified them on May 3 of her intent to resign" is over as well.
    let day = day.filter(|&day| !draft.future || reading.published.is_some_and(|now| day <= now));
    day.is_some_and(|day| day.day().is_some() && ahead().is_some_and(|later| later > day))
}

/// "Acme named Lee treasurer. She will start on June 1.": when somebody comes or goes of whom the sentences before tell it
/// without a day.
pub(super) fn date_by_starts(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let open = |d: &ChangeDraft| may_be_dated(d) && d.realis == Realis::Actual;
    let mut order: Vec<(usize, usize)> =
        drafts.iter().enumerate().filter(|(_, d)| open(d)).map(|(i, d)| (reading.sentence_of(d.trigger), i)).collect();
    order.sort_unstable();
    let mut next = 0; // the first sentence that was not looked through
    for at in 0..order.len() {
        let told = order[at].0;
        for index in (told + 1).max(next)..reading.text.sentences.len().min(told + 1 + SENTENCES) {
            next = index + 1;
            let sentence = &reading.text.sentences[index];
            for found in dates_within(reading, sentence.first, sentence.last) {
                let Some((person, direction)) = starts_on(reading, sentence, found) else { continue };
                let from = order.partition_point(|&(s, _)| s + SENTENCES < index);
                let to = order.partition_point(|&(s, _)| s < index);
                let same = |d: &ChangeDraft| {
                    let undated = d.date_text.is_none() || is_of_choice(reading, d, found);
                    d.person == person && d.direction == direction && open(d) && undated
                };
                let near = order[from..to].iter().rev().find(|&&(_, i)| same(&drafts[i])).map(|&(s, _)| s);
                for &(s, i) in order[from..to].iter() {
                    if Some(s) == near && same(&drafts[i]) {
                        drafts[i].future = true;
                        set(reading, &mut drafts[i], found);
                    }
                }
            }
        }
    }
}

/// Who a clause says comes or goes on a date that is still ahead: "She will start on June 1", "Lee takes over in July".
fn starts_on(reading: &Reading<'_>, sentence: &Sentence, found: &DateFound) -> Option<(usize, record::Direction)> {
    const CLAUSE: usize = 14; // "will take up her post as head of the agency's new office in"
    let tokens = &reading.text.tokens;
    let day = found.tokens.start;
    let verb = (sentence.first..day)
        .rev()
        .take(CLAUSE)
        // "takes over starting July 1": the word of the date is not the verb.
        .filter(|&at| at + 2 < day || !tokens[at].has(class::GERUND))
        .find(|&at| tokens[at].has(class::FRAME_VERB) && is_verb(reading, at))?;
    let ahead = !matches!(found.lead, Lead::Since | Lead::Until | Lead::For | Lead::Before | Lead::After)
        && !matches!(found.when, When::Unsettled | When::Immediately);
    let inside = verb + 1..day;
    // "will become chairman in July", "will join the board in July": another post.
    let other = inside.clone().any(|at| {
        reading.post_at(at).is_some()
            || reading.mentions.of_kind(at, Kind::Person).is_some()
            || tokens[at].is_any(&[words::BOARD, words::FOR])
            || tokens[at].is(words::COMMA) && found.lead != Lead::Effective
    });
    if !ahead || other || !clear(reading, verb + 1, day) {
        return None;
    }
    let group = clauses::verb_group(reading, verb);
    // "is expected to start", "is scheduled to join it"; not "to join Acme in May", before the post is taken up.
    let house =
        |at: usize| tokens[at].has(class::ORG_GENERIC) || reading.mentions.of_kind(at, Kind::Organization).is_some();
    let expected = group.infinitive
        && !inside.clone().any(house)
        && clauses::governor(reading, &group).is_some_and(|(_, effect)| effect == Some(Realis::Planned));
    if !(group.future || expected || is_scheduled(reading, verb)) || group.negated || group.conditional || group.passive
    {
        return None;
    }
    let form = reading.tables.verb_form(tokens[verb].word)?;
    let goes = |f: &&Frame| {
        f.pos == FramePos::Verb
            && f.who == FrameWho::Subject
            && matches!(f.event, FrameEvent::In | FrameEvent::Out)
            && super::change::rest_end(reading, f, verb + 1).is_some()
    };
    let frame = reading.tables.frames_of(form.lemma).find(goes)?;
    let direction = if frame.event == FrameEvent::In { record::Direction::In } else { record::Direction::Out };
    let &[subject] = clauses::subject(reading, &group).as_slice() else { return None };
    Some((reading.person_at(subject)?, direction))
}

/// "A city treasurer resigned Monday. Ann Lee stepped down after …": the sentence before tells the same without a name, and
/// when.
pub(super) fn date_by_leads(reading: &Reading<'_>, triggers: &[usize], drafts: &mut [ChangeDraft]) {
    for draft in drafts.iter_mut() {
        let goes = draft.direction == record::Direction::Out && draft.realis == Realis::Actual && !draft.future;
        let undated = goes && may_be_dated(draft) && draft.date_text.is_none();
        let Some(index) = reading.sentence_of(draft.trigger).checked_sub(1).filter(|_| undated) else { continue };
        let lead = reading.text.sentences[index];
        if lead.headline || dates_within(reading, lead.first, lead.last).is_empty() {
            continue;
        }
        let same = |at: &usize| tells_of_nobody(reading, triggers, *at, draft);
        let Some(told) = lead.range().find(same) else { continue };
        if let Some(found) = Clause::new(reading, triggers, told, false, false).date() {
            set(reading, draft, found);
        }
    }
}

/// Whether a verb or noun tells what a draft does, of somebody whom its sentence does not name.
fn tells_of_nobody(reading: &Reading<'_>, triggers: &[usize], at: usize, draft: &ChangeDraft) -> bool {
    let token = &reading.text.tokens[at];
    if triggers.binary_search(&at).is_ok() || !token.has(class::FRAME_VERB.or(class::FRAME_NOUN)) {
        return false;
    }
    let fits = |frame: &Frame| {
        frame.event == FrameEvent::Out
            && frame.reason.is_some()
            && frame.reason == draft.reason
            && frame.rest.is_empty()
    };
    let verb = reading.tables.verb_form(token.word).filter(|_| is_verb(reading, at));
    match verb {
        Some(verb) => {
            let group = clauses::verb_group(reading, at);
            let told = !(group.negated || group.infinitive || group.conditional || group.future || group.gerund);
            told && reading.tables.frames_of(verb.lemma).any(|f| f.pos == FramePos::Verb && fits(f))
        }
        None => reading.tables.frames_of(token.word).any(|f| f.pos == FramePos::Noun && fits(f)),
    }
}

/// What a sentence says takes effect on a date.
struct Effect {
    /// `None`: "the changes".
    direction: Option<record::Direction>,
    person: Option<usize>,
    future: bool,
}

fn said_of(reading: &Reading<'_>, first: usize, found: &DateFound) -> Option<Effect> {
    let tokens = &reading.text.tokens;
    let near = || (first..found.tokens.start).rev().take(16);
    let future = near().any(|at| tokens[at].is_any(&[words::WILL, words::WILL_CLITIC]));
    let person = |noun: usize| {
        (first..noun)
            .rev()
            .take(4)
            .find(|&at| tokens[at].has(class::POSSESSIVE) || reading.mentions.of_kind(at, Kind::Person).is_some())
    };
    if found.lead == Lead::Effective {
        let noun = near().find(|&at| tokens[at].has(class::FRAME_NOUN.or(class::CHANGE)))?;
        // "The changes take effect", not "The tax changes take effect", "a change in its rules, effective May 1".
        let of_thing = tokens[noun + 1].is_any(&[words::IN, words::OF, words::TO]);
        let bare = (noun == first || tokens[noun - 1].has(class::DETERMINER)) && !of_thing;
        if tokens[noun].has(class::CHANGE) && !bare {
            return None;
        }
        // "Lee, whose appointment takes effect today": not that of the sentence before.
        if (noun.saturating_sub(3).max(first)..noun).any(|at| tokens[at].has(class::WHO)) {
            return None;
        }
        if (noun..found.tokens.start).any(|at| tokens[at].has(class::NEGATION)) {
            return None;
        }
        // The noun is the subject: nothing but a verb between it and the date.
        if near()
            .take_while(|&at| at > noun)
            .any(|at| tokens[at].has(class::WHO) || reading.mentions.covering(at).is_some())
        {
            return None;
        }
        let event = reading.tables.frames_of(tokens[noun].word).next().map(|f| f.event);
        let direction = match event {
            _ if tokens[noun].has(class::CHANGE) => None,
            Some(FrameEvent::In) => Some(record::Direction::In),
            Some(FrameEvent::Out) => Some(record::Direction::Out),
            _ => return None,
        };
        let person = person(noun).and_then(|at| reading.person_at(at));
        return Some(Effect { direction, person, future });
    }
    // "her last day", "Lee's final day"
    let day = near().find(|&at| reading.tables.date_word(tokens[at].word) == Some(DateWord::Unit(TimeUnit::Day)))?;
    let last = day.checked_sub(1).filter(|&b| b > first && tokens[b].is_any(&[words::LAST, words::FINAL]))?;
    let owner = (tokens[last - 1].has(class::POSSESSIVE) || tokens[last - 1].is_possessive())
        .then(|| if tokens[last - 1].is_possessive() { last.checked_sub(2) } else { Some(last - 1) })
        .flatten()?;
    let person = reading.person_at(owner)?;
    Some(Effect { direction: Some(record::Direction::Out), person: Some(person), future })
}
