//! Who wants a number and who must reach it: subjects, owners, announcers.

use std::ops::Range;

use super::aside::before_date;
use super::mood::Mood;
use super::presenter;
use super::scene::Scene;
use super::slots;
pub(super) use super::subject::subject;
use super::subject::{is_pronoun, opening_actor, organization_before, pronoun, quoted};
use crate::lexicon::{CueClass as C, Form, class, words};
use crate::mentions::Kind;
use crate::mentions::quantity::Amount;
use crate::text::Shape;

/// Words of the text for a slot, with the fullest name where they name somebody.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fill {
    pub(crate) tokens: Range<usize>,
    pub(crate) name: Option<String>,
    pub(crate) entity: Option<usize>,
}

impl Fill {
    pub(super) fn plain(tokens: Range<usize>) -> Fill {
        Fill { tokens, name: None, entity: None }
    }
}

/// Who wants it: the subject of the wish, or who owns, announced or set the plan or the goal.
pub(super) fn wanter(scene: &Scene<'_, '_>, mood: &Mood) -> Option<Fill> {
    if let Some(backer) = mood.backer {
        return set_by(scene, backer);
    }
    match mood.noun {
        Some(noun) => owner(scene, noun.first..noun.last)
            .or_else(|| attribute(scene, noun.first))
            .or_else(|| whose(scene, noun.last))
            .or_else(|| opens_phrase(scene, noun.first).then(|| after_opening(scene, noun.last)).flatten())
            .or_else(|| announcer(scene, noun.first))
            .or_else(|| presenter::earlier(scene, noun.last - 1))
            .or_else(|| of_topic(scene, noun.first)),
        None => {
            if let Some(found) = planner(scene, mood.head) {
                return Some(found);
            }
            let found = subject(scene, mood.head);
            // "issued guidance the same day recommending": who issued it
            let hangs = scene.has(mood.head, class::GERUND) && !scene.is(mood.head.wrapping_sub(1), &[words::COMMA]);
            let law = |f: &Fill| scene.find_hit(f.tokens.clone(), &[C::Plan, C::Law]).is_some();
            let idle = |f: &Fill| !law(f) && !somebody(scene, f.clone()).is_some_and(|f| acts(scene, &f));
            let main = || doer_before(scene, mood.head).and_then(|f| somebody(scene, f)).filter(|f| acts(scene, f));
            if hangs && found.as_ref().is_some_and(idle) { main().or(found) } else { found }
        }
    }
}

/// "The ministry launched a scheme (in May) designed to": who did something with the plan that a participle tells of.
fn planner(scene: &Scene<'_, '_>, participle: usize) -> Option<Fill> {
    let form = scene.token(participle).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
    let led = |h: &crate::events::target::scene::Hit| h.cue.class == C::Bent || h.cue.form.has(Form::PARTICIPLE);
    let aimed = form.is_some_and(|f| f.has(Form::PARTICIPLE)) && scene.hits_at(participle).iter().any(led);
    let before = before_date(scene, participle.checked_sub(1).filter(|_| aimed)?);
    let plan = scene.hit_ending(before + 1, &[C::Plan], false)?;
    let article = scene.before(plan.first).filter(|&a| scene.has(a, class::DETERMINER.or(class::POSSESSIVE)))?;
    let verb = scene.before(article).filter(|&v| scene.is_finite(v) || scene.hits_at(v).iter().any(|h| h.verb))?;
    somebody(scene, subject(scene, verb)?).filter(|f| acts(scene, f))
}

/// "The ministry hopes to export more. The target is 300 tonnes": the goal is of whom the sentence before tells.
pub(super) fn of_topic(scene: &Scene<'_, '_>, noun: usize) -> Option<Fill> {
    const OPENING: usize = 3;
    let opens = noun <= scene.sentence.first + OPENING && scene.is(scene.sentence.first, &[words::THE]);
    let goal = scene.is_cue(noun, C::Goal);
    if opens && goal { opening_actor(scene, noun, noun == scene.sentence.first + 1) } else { None }
}

/// "the goal of the campaign", "an agreement by the council".
pub(super) fn whose(scene: &Scene<'_, '_>, after: usize) -> Option<Fill> {
    whose_by(scene, after, &[words::OF, words::BY])
}

fn whose_by(scene: &Scene<'_, '_>, after: usize, links: &[crate::lexicon::WordId]) -> Option<Fill> {
    let linked = scene.is(after, links) && scene.token(after + 1).is_some();
    let stop = (after + 1..scene.sentence.last.min(after + 9)).find(|&i| {
        !(scene.is_nominal(i) || scene.has(i, class::DETERMINER) || scene.is(i, &[words::OF]))
            || scene.is(i, &[words::TO])
    })?;
    let doing = scene.hits_at(after + 1).iter().any(|h| h.cue.form.has(Form::GERUND));
    (linked && !doing && stop > after + 1).then(|| ending_at(scene, stop)).flatten()
}

/// "by the council" at a token.
pub(super) fn by(scene: &Scene<'_, '_>, at: usize) -> Option<Fill> {
    whose_by(scene, at, &[words::BY])
}

/// "Despite promising $1 trillion, Mr. Lee …": who is named after the clause that opens the sentence.
pub(super) fn after_opening(scene: &Scene<'_, '_>, from: usize) -> Option<Fill> {
    let comma = (from..scene.sentence.last.min(from + 20)).find(|&i| scene.is(i, &[words::COMMA]))?;
    let list = scene.reading.mentions.within(comma..scene.sentence.last.min(comma + 6));
    let land = |f: &&crate::mentions::Found| f.kind == Kind::Place && f.first == comma + 1 && scene.is_finite(f.last);
    if let Some(found) = list.iter().find(|f| matches!(f.kind, Kind::Person | Kind::Organization) || land(f)) {
        return Some(named(scene, found.range()));
    }
    // "In a bid to cut waste, the ministry …"
    const PHRASE: usize = 4;
    let first = comma + 2;
    let stop = (first..scene.sentence.last.min(first + PHRASE))
        .find(|&i| !scene.is_nominal(i) || scene.is_finite(i) || scene.has(i, class::VERB))?;
    let found = (scene.is(comma + 1, &[words::THE]) && stop > first).then(|| ending_at(scene, stop)).flatten()?;
    somebody(scene, found).filter(|f| acts(scene, f))
}

/// "In a bid to", "With a target of": a phrase that opens the sentence, whose subject comes after it.
pub(super) fn opens_phrase(scene: &Scene<'_, '_>, noun: usize) -> bool {
    const OPENING: usize = 3;
    let first = scene.sentence.first;
    scene.is(first, &[words::IN, words::WITH]) && noun <= first + OPENING
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
            // "she wants to put a cap on": who wants to
            let infinitive = at > floor && scene.is(at - 1, &[words::TO]);
            if let Some(wish) = infinitive.then(|| scene.hit_ending(at - 1, &[C::Intent], true)).flatten() {
                return subject(scene, wish.first);
            }
            // "the agency will go farther, setting a goal of": who does what the clause before the comma says
            let trailing = at > floor && scene.has(at, class::GERUND) && scene.is(at - 1, &[words::COMMA]);
            return if trailing { doer_before(scene, at - 1) } else { subject(scene, at) };
        }
        if scene.parts(at) {
            break;
        }
    }
    let people = scene.reading.mentions.within(scene.sentence.first..noun);
    let found = people.iter().rev().find(|f| matches!(f.kind, Kind::Person | Kind::Organization))?;
    Some(named(scene, found.range()))
}

/// The subject of the clause that ends at a comma: of its auxiliary, else of its last finite verb.
fn doer_before(scene: &Scene<'_, '_>, comma: usize) -> Option<Fill> {
    let floor = comma.saturating_sub(20).max(scene.sentence.first);
    let modal = (floor..comma).rev().find(|&i| scene.has(i, class::MODAL));
    let verb = modal.or_else(|| (floor..comma).rev().find(|&i| scene.is_finite(i)))?;
    subject(scene, verb)
}

/// "the ceiling set by the ministers", "the quota the White House demanded".
pub(super) fn set_by(scene: &Scene<'_, '_>, after: usize) -> Option<Fill> {
    let end = scene.sentence.last.min(after + 12);
    let verb = |at: usize| {
        let form = scene.token(at).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
        form.is_some_and(|f| f.has(Form::PAST) || f.has(Form::PARTICIPLE)) || scene.has_word(at..at + 1, C::Imposed)
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
    if slots::is_year(scene, last) {
        // "the budget for fiscal 2021"
        let plan = scene.find_hit(last.saturating_sub(3).max(scene.sentence.first)..last, &[C::Plan])?;
        return ending_at(scene, plan.last);
    }
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
        // "has put forward proposals": what is put forward
        let perfect = first < end && scene.has(at.wrapping_sub(1), class::HAVE);
        let figure = perfect || scene.amounts.iter().any(|a| a.core.contains(&at)); // "the 5 billion Norland wants"
        if !(joined || fits) || figure {
            break;
        }
        first = at;
        let owned = scene.has(at, class::POSSESSIVE);
        if owned || scene.has(at, class::DETERMINER) && !scene.is(at.wrapping_sub(1), &[words::OF]) {
            break;
        }
    }
    while first < end
        && (scene.has(first, class::DETERMINER.or(class::POSSESSIVE))
            || scene.is(first, &[words::OF, words::FOR, words::S]))
    {
        first += 1;
    }
    if first >= end || scene.token(first).is_some_and(|t| !t.is_word() && t.shape != Shape::Number) {
        return None;
    }
    // "his plan": the plan is his
    let plans = scene.find_hit(first..end, &[C::Plan, C::Goal, C::Promise]).is_some();
    if plans && let Some(before) = first.checked_sub(1).filter(|&b| scene.has(b, class::POSSESSIVE)) {
        let person = scene.has(before, class::HE.or(class::SHE));
        let found = if person { pronoun(scene, before) } else { organization_before(scene, before) };
        if found.is_some() {
            return found;
        }
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
    let one = !scene.word(end - 1).ends_with('s');
    if one
        && scene.is_cue(end - 1, C::Company)
        && end - first <= 2
        && first > scene.sentence.first
        && scene.is(first - 1, &[words::THE])
    {
        return organization_before(scene, first).or_else(|| Some(Fill::plain(words)));
    }
    Some(named(scene, words))
}

/// The fill of those tokens, with the entity that a mention among them belongs to.
pub(super) fn named(scene: &Scene<'_, '_>, tokens: Range<usize>) -> Fill {
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

/// "seeks $2.5 billion from Congress": whom the amount is wanted from.
pub(super) fn asked(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Fill> {
    let end = scene.sentence.last.min(amount.last + 7);
    let from = (amount.last..end).find(|&i| scene.is(i, &[words::FROM]) || scene.parts(i))?;
    let list = scene.reading.mentions.within(from + 1..scene.sentence.last.min(from + 5));
    let found =
        list.iter().find(|f| matches!(f.kind, Kind::Person | Kind::Organization)).filter(|f| f.first <= from + 2)?;
    scene.is(from, &[words::FROM]).then(|| named(scene, found.range()))
}

/// "cut emissions from power plants by 30 percent": who gives off what is to be cut.
pub(super) fn source_of_metric(scene: &Scene<'_, '_>, object: &Range<usize>) -> Option<Fill> {
    let given_off = object.clone().find(|&i| scene.is_cue(i, C::Emitted) && scene.is(i + 1, &[words::FROM]))?;
    let start = given_off + 2;
    // "oil and gas wells"
    let joins = |i: usize| scene.is(i, &[words::AND]) && scene.is_nominal(i + 1) && i > start;
    let inside = |i: usize| scene.is_nominal(i) || scene.has(i, class::DETERMINER) || joins(i);
    let amount = |i: usize| scene.amounts.iter().any(|a| a.core.start == i);
    let stop = (start..scene.sentence.last.min(start + 8)).find(|&i| !inside(i) || amount(i))?;
    let mut found = ending_at(scene, stop).filter(|_| stop > start)?;
    if found.entity.is_none() && (start..stop).any(joins) {
        found.tokens.start = scene.skip_small(start);
    }
    Some(found)
}

/// The organisation named right before a goal: "Norway's OPEC quota".
pub(super) fn named_before(scene: &Scene<'_, '_>, noun: usize) -> Option<Fill> {
    let near = scene.reading.mentions.within(noun.saturating_sub(5).max(scene.sentence.first)..noun);
    let found = near.iter().rev().find(|f| f.kind == Kind::Organization)?;
    let plain = (found.last..noun).all(|i| scene.is_nominal(i) && !scene.token(i).is_some_and(|t| t.is_possessive()));
    plain.then(|| named(scene, found.range()))
}

/// "cut America's emissions", "raise the EU budget": whose what is measured is.
pub(super) fn owner_of_metric(scene: &Scene<'_, '_>, metric: &Range<usize>) -> Option<Fill> {
    let before = metric.start.checked_sub(1)?;
    let owned = scene.token(before).is_some_and(|t| t.is_possessive());
    let at = if owned { before - 1 } else { metric.start };
    // "sets government spending at"
    let lower = scene.token(at).is_some_and(|t| t.shape == Shape::Lower && t.has(class::ORG_GENERIC));
    let lower = lower && !scene.is_cue(at, C::Company); // "corporation tax" is the state's
    if lower && !owned && metric.len() == 2 && scene.is_cue(metric.end - 1, C::Metric) {
        return Some(Fill::plain(at..at + 1));
    }
    let (_, found) = scene.reading.mentions.covering(at)?;
    let formula = scene.word(at).bytes().any(|b| b.is_ascii_digit()); // "CO2 emissions"
    if formula {
        return None;
    }
    // "cut the Commerce Department by 37 percent"
    let itself = found.kind == Kind::Organization && found.last == metric.end;
    let whole = owned || (itself || found.last < metric.end) && !scene.has(before, class::POSSESSIVE);
    (whole && matches!(found.kind, Kind::Organization | Kind::Place)).then(|| named(scene, found.range()))
}

/// The organisation or person named between a number and its goal: "the 2 percent NATO target".
pub(super) fn named_between(scene: &Scene<'_, '_>, words: Range<usize>) -> Option<Fill> {
    let list = scene.reading.mentions.within(words);
    let found = list.iter().find(|f| matches!(f.kind, Kind::Person | Kind::Organization))?;
    Some(named(scene, found.range()))
}

/// "the economy would struggle to meet its goal": who does what the clause of "its" says.
fn clause_subject(scene: &Scene<'_, '_>, its: usize) -> Option<Fill> {
    let floor = its.saturating_sub(10).max(scene.sentence.first);
    let clause = (floor..its).rev().take_while(|&i| !scene.parts(i) && !scene.is(i, &[words::COMMA]));
    // "reaffirmed its goal"
    let past = |i: usize| scene.word(i).ends_with("ed") && scene.token(i).is_some_and(|t| t.shape == Shape::Lower);
    let acts_here = |i: usize| scene.has(i, class::MODAL) || scene.is_finite(i) || scene.is_be(i) || past(i);
    let verb = clause.into_iter().find(|&i| acts_here(i))?;
    let found = somebody(scene, subject(scene, verb)?)?;
    let person = is_person(scene, &found);
    (!person && acts(scene, &found)).then_some(found)
}

/// "a Philippine request", "the Lee plan": whose it is by the name right before it.
pub(super) fn attribute(scene: &Scene<'_, '_>, noun: usize) -> Option<Fill> {
    let mut before = noun.checked_sub(1)?;
    // "an Acme Trade Group (ATG) plan"
    if scene.is(before, &[words::CLOSE]) && scene.is(before.checked_sub(2)?, &[words::OPEN]) {
        before = before.checked_sub(3)?;
    }
    let noun = before + 1;
    // "believes administration proposals"
    let lower = scene.token(before).is_some_and(|t| t.shape == Shape::Lower && t.has(class::ORG_GENERIC));
    if lower && !scene.is_cue(before, C::Company) {
        return Some(Fill::plain(before..noun));
    }
    let (_, found) = scene.reading.mentions.covering(before)?;
    let leads = scene.has(found.first.wrapping_sub(1), class::DETERMINER.or(class::PREPOSITION).or(class::CONJUNCTION));
    let kind = matches!(found.kind, Kind::Person | Kind::Organization | Kind::Place);
    (kind && leads && found.last == noun).then(|| named(scene, found.range()))
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
        if scene.has(at, class::POSSESSIVE) && is_pronoun(scene, at, class::SPEAKER) {
            // "Our target is 300 homes," a spokesman said
            return quoted(scene, at).or_else(|| organization_before(scene, at));
        }
        if scene.has(at, class::POSSESSIVE) {
            return clause_subject(scene, at).or_else(|| organization_before(scene, at));
        }
        if scene.parts(at)
            || scene.has(at, class::PREPOSITION.or(class::BE).or(class::MODAL))
            || scene.is(at, &[words::COMMA])
        {
            return None;
        }
    }
    None
}

/// "the end of the plan": the noun before "of".
fn head_of(scene: &Scene<'_, '_>, fill: &Fill) -> Option<usize> {
    let of = fill.tokens.clone().skip(1).find(|&i| fill.entity.is_none() && scene.is(i, &[words::OF]));
    of.or(Some(fill.tokens.end)).filter(|&end| end > fill.tokens.start).map(|end| end - 1)
}

pub(super) fn is_person(scene: &Scene<'_, '_>, fill: &Fill) -> bool {
    let named = scene.reading.mentions.within(fill.tokens.clone()).iter().any(|f| f.kind == Kind::Person);
    named || scene.has(fill.tokens.start, class::HE.or(class::SHE))
}

pub(super) fn is_organization(scene: &Scene<'_, '_>, fill: &Fill) -> bool {
    let mention = scene.reading.mentions.covering(fill.tokens.start);
    mention.is_some_and(|(_, f)| f.kind == Kind::Organization)
}

/// A fill that can want something: no pronoun, measure, change or verb that the words before a wish happened to end with.
pub(super) fn somebody(scene: &Scene<'_, '_>, mut fill: Fill) -> Option<Fill> {
    if fill.entity.is_some() {
        return Some(fill);
    }
    let leading = class::CONJUNCTION.or(class::SUBORDINATOR).or(class::ADVERB).or(class::PREPOSITION);
    // "given Acme announced that it plans"
    let participle = |at: usize| {
        let form = scene.token(at).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
        let lower = scene.token(at).is_some_and(|t| t.shape == Shape::Lower);
        lower && form.is_some_and(|f| f.has(Form::PARTICIPLE)) && scene.token(at + 1).is_some_and(|t| t.is_capital())
    };
    while fill.tokens.start < fill.tokens.end
        && (scene.has(fill.tokens.start, leading) || fill.tokens.len() > 1 && participle(fill.tokens.start))
    {
        fill.tokens.start += 1;
    }
    let head = head_of(scene, &fill)?;
    let pronoun = class::HE.or(class::SHE).or(class::IT).or(class::THEY).or(class::SPEAKER).or(class::THAT);
    let lower = scene.token(head).is_some_and(|t| t.shape == Shape::Lower);
    let gerund = lower && scene.has(head, class::GERUND) && fill.tokens.len() == 1;
    let thing =
        scene.hits_at(head).iter().any(|h| matches!(h.cue.class, C::Shift | C::Metric)) && !scene.is_cue(head, C::Plan);
    let acts = fill.tokens.clone().any(|i| scene.has(i, class::MODAL.or(class::HAVE)) || scene.is_be(i));
    let measure = scene.has(fill.tokens.start, class::UNIT) || scene.amounts.iter().any(|a| a.core.contains(&head));
    if scene.is_cue(head, C::Mouthpiece) {
        // "a spokesman for the union", "the party released a memo saying it intends"
        let behind = whose_by(scene, fill.tokens.end, &[words::FOR, words::OF]);
        return behind.or_else(|| presenter::presenter(scene, head)).filter(|f| f.entity.is_some());
    }
    let small = is_pronoun(scene, head, class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB).or(pronoun));
    let verb = lower && scene.has(head, class::VERB) && scene.is_finite(head) && !scene.has(head, class::PERSON_NOUN);
    let verb = verb || fill.tokens.len() == 1 && scene.is(head, &[words::THERE]);
    let found = !(gerund || thing || acts || measure || small || verb);
    found.then(|| holder(scene, head).unwrap_or(fill))
}

/// "the president": the last person whom the text has named with that title before.
fn holder(scene: &Scene<'_, '_>, head: usize) -> Option<Fill> {
    const NEAR: usize = 120;
    let reading = scene.reading;
    let lower = scene.token(head).is_some_and(|t| t.shape == Shape::Lower);
    if !lower || reading.mentions.covering(head).is_none_or(|(_, f)| f.kind != Kind::Post) {
        return None;
    }
    let title = scene.word(head);
    let list = &reading.mentions.list;
    let end = list.partition_point(|f| f.first < head);
    let person = list[..end].iter().rev().take(NEAR).find(|f| {
        let before = f.first.checked_sub(1).map(|b| reading.text.words(b..b + 1));
        f.kind == Kind::Person && before.is_some_and(|b| b.eq_ignore_ascii_case(title))
    })?;
    Some(named(scene, person.range()))
}

/// Whether a fill is known to act: a name, a person, an organisation, a government; or a plan, which says what is to be done.
pub(super) fn acts(scene: &Scene<'_, '_>, fill: &Fill) -> bool {
    let Some(head) = head_of(scene, fill) else { return false };
    let known =
        class::PERSON_NOUN.or(class::ORG_GENERIC).or(class::ORG_HEAD).or(class::ORG_UNIT).or(class::JURISDICTION);
    let plan = scene.hits_at(head).iter().any(|h| matches!(h.cue.class, C::Plan | C::Goal | C::Law));
    let pronoun = class::HE.or(class::SHE).or(class::THEY).or(class::SPEAKER);
    let capital = scene.token(head).is_some_and(|t| t.is_capital());
    let post = scene.reading.mentions.covering(head).is_some();
    fill.entity.is_some()
        || scene.has(head, known.or(pronoun))
        || plan
        || capital
        || post
        || scene.is_cue(head, C::Company)
        || scene.has(head, class::FOLK)
        || scene
            .is_plural_of(head, class::PERSON_NOUN.or(class::JURISDICTION).or(class::ORG_GENERIC).or(class::ORG_HEAD))
}
