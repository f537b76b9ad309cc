//! Who wants a target, and who must reach it: whole noun phrases, with the name that they stand for.

use std::ops::Range;

use super::mood::Mood;
use super::scene::Scene;
use crate::lexicon::{CueClass as C, Form, class, words};
use crate::mentions::Kind;
use crate::text::Shape;

/// Words of the text for a slot, with the fullest name where they name somebody.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fill {
    pub(crate) tokens: Range<usize>,
    pub(crate) name: Option<String>,
    pub(crate) entity: Option<usize>,
}

impl Fill {
    fn plain(tokens: Range<usize>) -> Fill {
        Fill { tokens, name: None, entity: None }
    }
}

/// The subject that ends before the verb group at `head`.
pub(super) fn subject(scene: &Scene<'_, '_>, head: usize) -> Option<Fill> {
    subject_within(scene, head, 3)
}

/// `steps` bounds how often "said it", "and" and "which" may lead on to a subject farther left.
fn subject_within(scene: &Scene<'_, '_>, head: usize, steps: usize) -> Option<Fill> {
    let steps = steps.checked_sub(1)?;
    let mut at = head.checked_sub(1)?;
    let group = class::ADVERB.or(class::HAVE).or(class::BE).or(class::MODAL).or(class::NEGATION).or(class::DO);
    for _ in 0..6 {
        let verb = scene.has(at, class::VERB) && scene.has(at, class::SAY);
        if scene.has(at, group) && !scene.has(at, class::DETERMINER) || scene.is(at, &[words::QUOTE]) || verb {
            at = at.checked_sub(1)?;
        } else {
            break;
        }
    }
    if scene.has(at, class::WHO.or(class::THAT)) {
        let which = scene.is(at, &[words::WHICH]);
        at = at.checked_sub(1)?;
        if scene.is(at, &[words::COMMA]) {
            at = at.checked_sub(1)?;
        }
        // "cut 1,300 jobs this summer, which will reduce": not the summer but who cuts
        if which && scene.reading.mentions.covering(at).is_none() {
            let organization = |f: &&crate::mentions::Found| f.kind == Kind::Organization;
            let first = scene.reading.mentions.within(scene.sentence.first..at).iter().find(organization);
            if let Some(first) = first {
                return Some(named(scene, first.range()));
            }
        }
    }
    if scene.is(at, &[words::AND, words::OR, words::BUT]) {
        // "a president who spent much and promises to borrow more": the subject of the verb before
        let floor = at.saturating_sub(20).max(scene.sentence.first);
        let finite = |h: &&super::scene::Hit| h.verb && (h.cue.form.has(Form::PAST) || h.cue.form.has(Form::PRESENT));
        let verb = (floor..at).rev().find_map(|i| scene.hits_at(i).iter().find(finite));
        return verb.and_then(|v| subject_within(scene, v.first, steps));
    }
    if scene.is(at, &[words::GREATER]) {
        // "Acme Corp <ACM.N> plans"
        let open = (at.saturating_sub(5)..at).rev().find(|&i| scene.is(i, &[words::LESS]))?;
        return ending_at(scene, open);
    }
    if scene.has(at, class::HE.or(class::SHE)) {
        return pronoun(scene, at);
    }
    if scene.has(at, class::IT.or(class::THEY).or(class::SPEAKER)) {
        // "Acme said it plans": the subject of "said"
        let said = (at.saturating_sub(4)..at).rev().find(|&i| scene.has(i, class::SAY)).filter(|&said| {
            let date = class::THAT.or(class::WEEKDAY).or(class::MONTH).or(class::PREPOSITION).or(class::ADVERB);
            (said + 1..at).all(|i| scene.has(i, date) || scene.token(i).is_some_and(|t| t.shape == Shape::Number))
        });
        if let Some(said) = said
            && let Some(fill) = subject_within(scene, said, steps)
        {
            return Some(fill);
        }
        let speaks = scene.has(at, class::SPEAKER);
        let source = if speaks { trailing_source(scene, head) } else { None };
        return source.or_else(|| organization_before(scene, at));
    }
    if scene.is(at, &[words::COMMA]) {
        return before_aside(scene, at);
    }
    ending_at(scene, at + 1)
}

/// "Ann Lee, chief of Acme, said": what stands before the aside that ends at a comma.
fn before_aside(scene: &Scene<'_, '_>, comma: usize) -> Option<Fill> {
    let floor = comma.saturating_sub(20).max(scene.sentence.first);
    let open = (floor..comma).rev().find(|&i| scene.is(i, &[words::COMMA]))?;
    // "the chief, Ann Lee, said": the name says more than what stands before it
    if let Some((_, found)) = scene.reading.mentions.covering(comma - 1)
        && found.kind == Kind::Person
        && found.first == open + 1
    {
        return Some(named(scene, found.range()));
    }
    ending_at(scene, open)
}

/// Whom "he" or "her" means.
fn pronoun(scene: &Scene<'_, '_>, at: usize) -> Option<Fill> {
    let reading = scene.reading;
    let person = reading.referent(at)?;
    let known = reading.people.get(person)?;
    Some(Fill { tokens: at..at + 1, name: Some(known.name.clone()), entity: Some(person) })
}

/// What "it" or "the company" means: the first organisation of this sentence, else of the one before, else the last one.
fn organization_before(scene: &Scene<'_, '_>, at: usize) -> Option<Fill> {
    let reading = scene.reading;
    let organization = |f: &&crate::mentions::Found| f.kind == Kind::Organization && !is_media(scene, f.range());
    let here = reading.mentions.within(scene.sentence.first..at).iter().find(organization);
    let index = reading.sentence_of(at);
    let previous = index.checked_sub(1).map(|i| reading.text.sentences[i].range()).unwrap_or(0..0);
    let found =
        here.or_else(|| reading.mentions.within(previous).iter().take(40).find(organization)).or_else(|| {
            let before = reading.mentions.list.partition_point(|f| f.first < at);
            reading.mentions.list[..before].iter().rev().take(40).find(organization)
        })?;
    Some(named(scene, found.range()))
}

/// A newspaper or agency: "we" and "it" in what it reports mean others.
fn is_media(scene: &Scene<'_, '_>, tokens: Range<usize>) -> bool {
    let words = scene.reading.text.tokens[tokens].iter().map(|t| t.word);
    let known = scene.reading.tables.organizations.longest(words);
    known.is_some_and(|(_, sense)| sense.kind == crate::lexicon::OrganizationKind::Media)
}

/// Who wants it: the subject of the wish, or who owns, announced or set the plan or the goal.
pub(super) fn wanter(scene: &Scene<'_, '_>, mood: &Mood) -> Option<Fill> {
    match mood.noun {
        Some(noun) => owner(scene, noun.first..noun.last)
            .or_else(|| whose(scene, noun.last))
            .or_else(|| announcer(scene, noun.first)),
        // "met in Geneva to pledge $7.5 billion": not Geneva but who met
        None if mood.rule == "promise" && scene.is(mood.head, &[words::TO]) => verb_before(scene, mood.head),
        None => subject(scene, mood.head),
    }
}

/// The subject of the finite verb to the left.
fn verb_before(scene: &Scene<'_, '_>, to: usize) -> Option<Fill> {
    let floor = to.saturating_sub(14).max(scene.sentence.first);
    let verb = (floor..to).rev().find(|&i| scene.is_finite(i) || scene.is_be(i))?;
    subject(scene, verb)
}

/// "the goal of the campaign", "an agreement by the council".
fn whose(scene: &Scene<'_, '_>, after: usize) -> Option<Fill> {
    let linked = scene.is(after, &[words::OF, words::BY]) && scene.token(after + 1).is_some();
    let stop = (after + 1..scene.sentence.last.min(after + 9)).find(|&i| {
        !(scene.is_nominal(i) || scene.has(i, class::DETERMINER) || scene.is(i, &[words::OF]))
            || scene.is(i, &[words::TO])
    })?;
    let doing = scene.hits_at(after + 1).iter().any(|h| h.cue.form.has(Form::GERUND));
    (linked && !doing && stop > after + 1).then(|| ending_at(scene, stop)).flatten()
}

/// "Despite promising $1 trillion, Mr. Lee …": who is named after the clause that opens the sentence.
pub(super) fn after_opening(scene: &Scene<'_, '_>, from: usize) -> Option<Fill> {
    let comma = (from..scene.sentence.last.min(from + 20)).find(|&i| scene.is(i, &[words::COMMA]))?;
    let list = scene.reading.mentions.within(comma..scene.sentence.last.min(comma + 6));
    let found = list.iter().find(|f| matches!(f.kind, Kind::Person | Kind::Organization))?;
    Some(named(scene, found.range()))
}

/// "The airline says no fare will be higher than $499": who says so.
pub(super) fn speaker(scene: &Scene<'_, '_>, before: usize) -> Option<Fill> {
    let said = (scene.sentence.first..before).find(|&i| scene.has(i, class::SAY) && i > scene.sentence.first)?;
    subject(scene, said)
}

/// "The White House announced a goal of …": the subject of the verb that the noun is the object of.
pub(super) fn announcer(scene: &Scene<'_, '_>, noun: usize) -> Option<Fill> {
    let floor = noun.saturating_sub(9).max(scene.sentence.first);
    for at in (floor..noun).rev() {
        let form = scene.token(at).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
        let verb = scene.token(at).is_some_and(|t| t.shape == Shape::Lower)
            && form.is_some_and(|f| f.has(Form::PAST) || f.has(Form::PRESENT));
        if verb || scene.is_be(at) || scene.hits_at(at).iter().any(|h| h.verb) {
            return subject(scene, at);
        }
        if scene.parts(at) {
            break;
        }
    }
    let people = scene.reading.mentions.within(scene.sentence.first..noun);
    let found = people.iter().rev().find(|f| matches!(f.kind, Kind::Person | Kind::Organization))?;
    Some(named(scene, found.range()))
}

/// "the ceiling set by the ministers", "the quota the White House demanded".
pub(super) fn set_by(scene: &Scene<'_, '_>, after: usize) -> Option<Fill> {
    let end = scene.sentence.last.min(after + 12);
    let verb = |at: usize| {
        let form = scene.token(at).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
        form.is_some_and(|f| f.has(Form::PAST) || f.has(Form::PARTICIPLE))
            || matches!(scene.word(at), "demanded" | "adopted" | "imposed" | "declared" | "envisaged")
    };
    if let Some(by) =
        (after..end.min(after + 4)).find(|&i| scene.is(i, &[words::BY])).filter(|&by| (after..by).any(verb))
    {
        let stop =
            (by + 1..end).find(|&i| !(scene.is_nominal(i) || scene.is(i, &[words::THE, words::OF]))).unwrap_or(end);
        return ending_at(scene, stop);
    }
    let start = after + usize::from(scene.has(after, class::THAT));
    let opens = scene.has(start, class::DETERMINER) || scene.reading.mentions.covering(start).is_some();
    let at = (start + 1..end.min(start + 7))
        .find(|&i| verb(i) && scene.reading.mentions.covering(i).is_none())
        .filter(|_| opens)?;
    let plain = (start..at).all(|i| scene.is_nominal(i) || scene.has(i, class::DETERMINER.or(class::ADVERB)));
    let last = (start..at).rev().find(|&i| !scene.has(i, class::ADVERB))? + 1;
    plain.then(|| ending_at(scene, last)).flatten()
}

/// The noun phrase that ends before a token.
pub(super) fn ending_at(scene: &Scene<'_, '_>, end: usize) -> Option<Fill> {
    let last = end.checked_sub(1)?;
    if let Some((_, found)) = scene.reading.mentions.covering(last)
        && matches!(found.kind, Kind::Person | Kind::Organization)
    {
        return Some(named(scene, found.range()));
    }
    let mut first = end;
    while first > scene.sentence.first && end - first < 10 {
        let at = first - 1;
        let joined = scene.is(at, &[words::OF, words::AMPERSAND, words::S, words::APOSTROPHE, words::FOR])
            && first < end
            || scene.is(at, &[words::AND]) && first < end && scene.token(first).is_some_and(|t| t.is_capital());
        let fits = scene.is_nominal(at)
            && !scene.has(at, class::ADVERB.or(class::WEEKDAY).or(class::MONTH))
            && !(scene.has(at, class::VERB)
                && scene.token(at).is_some_and(|t| t.shape == Shape::Lower)
                && scene.is_finite(at));
        if !(joined || fits) {
            break;
        }
        first = at;
        if scene.has(at, class::DETERMINER) && !scene.is(at.wrapping_sub(1), &[words::OF]) {
            break;
        }
    }
    while first < end
        && (scene.has(first, class::DETERMINER.or(class::POSSESSIVE))
            || scene.is(first, &[words::OF, words::FOR, words::S, words::AND, words::OR, words::BUT]))
    {
        first += 1;
    }
    if first >= end || scene.token(first).is_some_and(|t| !t.is_word() && t.shape != Shape::Number) {
        return None;
    }
    // "Obama's plan": the plan is the owner's
    let words = first..end;
    if let Some(owner) =
        words.clone().rev().find(|&i| scene.token(i).is_some_and(|t| t.is_possessive())).filter(|&o| o > first)
        && scene.find_hit(owner..end, &[C::Plan, C::Goal, C::Ceiling, C::Promise]).is_some()
    {
        return ending_at(scene, owner).or_else(|| Some(named(scene, first..owner)));
    }
    // "the company", "the carmaker": named before
    let company = matches!(
        scene.word(end - 1),
        "company"
            | "firm"
            | "group"
            | "carmaker"
            | "airline"
            | "bank"
            | "agency"
            | "department"
            | "corporation"
            | "automaker"
            | "retailer"
            | "charity"
    );
    if company && end - first <= 2 && first > scene.sentence.first && scene.is(first - 1, &[words::THE]) {
        return organization_before(scene, first).or_else(|| Some(Fill::plain(words)));
    }
    Some(named(scene, words))
}

/// The fill of those tokens, with the entity that a mention among them belongs to.
fn named(scene: &Scene<'_, '_>, tokens: Range<usize>) -> Fill {
    let reading = scene.reading;
    let within = reading.mentions.within(tokens.clone());
    let Some(found) = within.iter().rev().find(|f| matches!(f.kind, Kind::Person | Kind::Organization)) else {
        return Fill::plain(tokens);
    };
    let list = if found.kind == Kind::Person { &reading.people } else { &reading.organizations };
    let name = found.entity.and_then(|e| list.get(e)).map(|k| k.name.clone());
    Fill { tokens: found.range(), name, entity: found.entity }
}

/// Who is named in a run of tokens, at its end.
pub(super) fn named_in(scene: &Scene<'_, '_>, words: &Range<usize>) -> Option<Fill> {
    let mut found = ending_at(scene, words.end)?;
    if found.tokens.start < words.start && found.tokens.end > words.start && found.name.is_none() {
        found.tokens.start = words.start;
    }
    Some(found)
}

/// The organisation or person named between a number and its goal: "the 2 percent NATO target".
pub(super) fn named_between(scene: &Scene<'_, '_>, words: Range<usize>) -> Option<Fill> {
    let list = scene.reading.mentions.within(words);
    let found = list.iter().find(|f| matches!(f.kind, Kind::Person | Kind::Organization))?;
    Some(named(scene, found.range()))
}

/// Who owns a goal: "the agency's goal", "its goal", "the goal of the agency".
pub(super) fn owner(scene: &Scene<'_, '_>, noun: Range<usize>) -> Option<Fill> {
    let floor = noun.start.saturating_sub(7).max(scene.sentence.first);
    for at in (floor..noun.start).rev() {
        if scene.token(at).is_some_and(|t| t.is_possessive()) {
            return ending_at(scene, at);
        }
        if scene.has(at, class::HE.or(class::SHE)) && scene.has(at, class::POSSESSIVE) {
            return pronoun(scene, at);
        }
        if scene.has(at, class::POSSESSIVE) {
            return organization_before(scene, at);
        }
        if scene.parts(at) || scene.has(at, class::PREPOSITION.or(class::BE)) || scene.is(at, &[words::COMMA]) {
            return None;
        }
    }
    None
}

/// Whether a filler can want something: a whole noun phrase that ends in somebody, no participle, no "a share", no news agency.
/// "The budget calls for 300 posts" is what its owner wants; nobody named issues it, nobody is the setter.
pub(super) fn checked(scene: &Scene<'_, '_>, fill: Fill) -> Option<Fill> {
    let head = fill.tokens.end.checked_sub(1)?;
    let cues = &scene.reading.tables.measures.cues;
    let named = scene.reading.text.tokens[fill.tokens.clone()].iter().map(|t| t.word);
    let credit = cues
        .longest(named)
        .is_some_and(|(length, senses)| length == fill.tokens.len() && senses.iter().any(|s| s.class == C::Credit));
    if credit {
        return None;
    }
    if fill.entity.is_some() && fill.name.is_some() {
        return Some(fill);
    }
    let token = scene.reading.text.tokens.get(head)?;
    if !scene.sentence.range().contains(&head) {
        return Some(fill); // named in the sentence before
    }
    let grammar = class::ADVERB
        .or(class::PREPOSITION)
        .or(class::DETERMINER)
        .or(class::IT)
        .or(class::THEY)
        .or(class::SPEAKER)
        .or(class::WEEKDAY)
        .or(class::MONTH)
        .or(class::TIME_UNIT);
    let lower = token.shape == Shape::Lower;
    let word = scene.word(head);
    let family = matches!(word, "family" | "assembly" | "ally" | "monopoly");
    let verbal = lower
        && (word.ends_with("ing")
            || word.ends_with("ly") && !family
            || scene.is_finite(head)
            || scene.hits_at(head).iter().any(|h| h.verb));
    let thing = scene.has_word(head..head + 1, C::Nobody)
        || lower && [C::Metric, C::Holding].iter().any(|&class| scene.has_word(head..head + 1, class));
    if token.has(grammar) || !token.is_word() || verbal || thing {
        return None;
    }
    if scene.has_word(head..head + 1, C::Paper) {
        return issuer(scene, &fill.tokens);
    }
    let spokesman = matches!(word, "spokesman" | "spokeswoman" | "spokesperson" | "executive" | "official");
    if spokesman {
        return organization_before(scene, fill.tokens.start).or(Some(fill));
    }
    Some(fill)
}

/// Who issued a plan or document: "its proposal", "Obama's budget", "a plan by the council".
fn issuer(scene: &Scene<'_, '_>, paper: &Range<usize>) -> Option<Fill> {
    owner(scene, paper.clone()).or_else(|| whose(scene, paper.end)).filter(|f| {
        let head = f.tokens.end - 1;
        !scene.has_word(head..head + 1, C::Paper) && !scene.has_word(head..head + 1, C::Nobody)
    })
}

/// "We plan to hire 300 people, Acme said": who is named as the source at the sentence's end.
fn trailing_source(scene: &Scene<'_, '_>, from: usize) -> Option<Fill> {
    let said = (from..scene.sentence.last).find(|&i| scene.has(i, class::SAY) && scene.is_finite(i))?;
    let floor = said.saturating_sub(10).max(from);
    let comma = (floor..said).rev().find(|&i| scene.is(i, &[words::COMMA, words::QUOTE]))?;
    let list = scene.reading.mentions.within(comma..(said + 4).min(scene.sentence.last));
    let found = list.iter().find(|f| matches!(f.kind, Kind::Person | Kind::Organization));
    if let Some(found) = found {
        return Some(named(scene, found.range()));
    }
    if comma + 1 == said { None } else { ending_at(scene, said) }
}
