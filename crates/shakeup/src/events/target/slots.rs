//! What fills the slots of a target: who wants it, what is measured, by when.

use std::ops::Range;

use super::governor::Governor;
use super::mood::Mood;
use super::scene::Scene;
use crate::PartialDate;
use crate::lexicon::{CueClass as C, Form, Lead, UnitKind, class, words};
use crate::mentions::Kind;
use crate::mentions::date::{self, DateFound, Direction, When};
use crate::mentions::quantity::{Amount, Dimension};
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
        return organization_before(scene, at);
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
    let organization = |f: &&crate::mentions::Found| f.kind == Kind::Organization;
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

/// Who wants it: the subject of the wish, or who owns, announced or set the plan or the goal.
pub(super) fn wanter(scene: &Scene<'_, '_>, mood: &Mood) -> Option<Fill> {
    match mood.noun {
        Some(noun) => owner(scene, noun.first..noun.last)
            .or_else(|| whose(scene, noun.last))
            .or_else(|| announcer(scene, noun.first)),
        None => subject(scene, mood.head),
    }
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
            || scene.is(first, &[words::OF, words::FOR, words::S]))
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

fn is_small(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.has(at, class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB))
        || scene.is(at, &[words::QUOTE])
        || scene.word(at) == "current"
}

/// Words that say nothing of what is measured: "new", "total"; and the rate, which is a slot of its own.
fn is_adjective(scene: &Scene<'_, '_>, at: usize) -> bool {
    matches!(
        scene.word(at),
        "new"
            | "overall"
            | "initial"
            | "official"
            | "earlier"
            | "existing"
            | "additional"
            | "agreed"
            | "proposed"
            | "original"
            | "previous"
    ) || rate(scene, at).is_some()
}

/// The period of "daily", "annual", …
pub(super) fn rate(scene: &Scene<'_, '_>, at: usize) -> Option<Box<str>> {
    let token = scene.token(at)?;
    let units = &scene.reading.tables.measures.units;
    units.longest([token.word].into_iter()).filter(|(_, u)| u.kind == UnitKind::Rate).map(|(_, u)| u.name.clone())
}

/// What goals are often about, said elsewhere in the sentence: "output … is below the 15.8 mln bpd ceiling".
pub(super) fn near_metric(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    let before = scene.find_hit(scene.sentence.first..amount.first, &[C::Metric]);
    let hit = before.or_else(|| scene.find_hit(amount.last..scene.sentence.last, &[C::Metric]))?;
    let mut first = hit.first;
    while first > scene.sentence.first
        && hit.first - first < 3
        && scene.is_nominal(first - 1)
        && !is_small(scene, first - 1)
        && !scene.token(first - 1).is_some_and(|t| t.is_possessive())
        && !scene.has(first - 1, class::VERB)
    {
        first -= 1;
    }
    trimmed(scene, first..hit.last)
}

/// The head noun phrase of a run of tokens: without articles, up to the first preposition that is not "of".
pub(super) fn trimmed(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<Range<usize>> {
    let mut first = range.start;
    loop {
        // "the 70,000-tonne surplus", "1987 imports", "2005-6 budget": what stands before is no part of the name
        if let Some(amount) = scene.amounts.iter().find(|a| a.core.contains(&first) && a.core.start >= range.start) {
            first = if amount.counted.is_none() { amount.last.min(range.end) } else { amount.core.end };
        } else if is_small(scene, first)
            || scene.is(first, &[words::OF, words::IN, words::FOR, words::DASH])
            || is_adjective(scene, first)
        {
            first += 1;
        } else {
            break;
        }
        if first >= range.end {
            return None;
        }
    }
    let mut last = first;
    while last < range.end {
        let joined = scene.is(last, &[words::OF, words::THE, words::AND, words::A, words::AMPERSAND])
            || scene.token(last).is_some_and(|t| t.is_possessive());
        let number = scene.token(last).is_some_and(|t| t.shape == Shape::Number);
        if !(joined || scene.is_nominal(last) && !number || scene.is(last, &[words::DASH])) || scene.parts(last) {
            break;
        }
        if scene.has(last, class::MONTH.or(class::WEEKDAY)) && last > first {
            break;
        }
        last += 1;
    }
    while last > first
        && (!scene.is_nominal(last - 1)
            || scene.has(last - 1, class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB)))
    {
        last -= 1;
    }
    let pronoun = class::HE.or(class::SHE).or(class::IT).or(class::THEY).or(class::SPEAKER);
    (first < last && !(last - first == 1 && scene.has(first, pronoun))).then_some(first..last)
}

/// What is measured, given the verb that governs the amount.
pub(super) fn metric_of_verb(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    governor: &Governor,
    mood: &Mood,
) -> Option<Range<usize>> {
    let reaches =
        ["reach", "hit", "total", "exceed", "surpass"].iter().any(|w| scene.word(governor.verb.first).starts_with(w));
    if reaches && amount.counted.is_none() && amount.dimension != Dimension::Percent {
        // "sales are to reach $5 billion"
        if let Some(found) = subject(scene, mood.head).and_then(|f| trimmed(scene, f.tokens)) {
            return Some(found);
        }
    }
    if amount.verb {
        let after = amount.core.end;
        return trimmed(scene, after..(after + 10).min(scene.sentence.last));
    }
    let changes = matches!(governor.verb.cue.class, C::Change | C::Move | C::Cap | C::Set);
    if governor.verb.cue.class == C::Give
        && governor.marker.is_some()
        && !scene.is(amount.last, &[words::OF])
        && let Some(object) = trimmed(scene, governor.object.clone())
    {
        return Some(object); // "calls for spending of 243 billion"
    }
    if changes && governor.marker.is_some() {
        // "from $7 to $10": the object ends where the amounts begin
        let amounts =
            scene.amounts.iter().filter(|a| a.first >= governor.object.start && a.core.end <= governor.object.end);
        let first = amounts.map(|a| a.first).min().unwrap_or(governor.object.end);
        if let Some(object) = trimmed(scene, governor.object.start..first) {
            return Some(object);
        }
        let be = scene.before(governor.verb.first).is_some_and(|b| scene.has(b, class::BE))
            || scene.is(governor.verb.first, &[words::BE]);
        let passive = be || governor.verb.cue.form.has(Form::PARTICIPLE) && governor.object.is_empty();
        if let Some(to) = scene
            .before(governor.verb.first)
            .filter(|&b| scene.is(b, &[words::TO]) && governor.verb.cue.class == C::Move)
        {
            return ending_at(scene, to).and_then(|f| trimmed(scene, f.tokens)); // "expects spending to rise to"
        }
        if passive || governor.verb.cue.class == C::Move {
            let range = mood.addressee.clone().or_else(|| subject(scene, governor.verb.first).map(|f| f.tokens));
            if let Some(range) = range {
                return trimmed(scene, range);
            }
        }
    }
    if changes
        && amount.dimension != Dimension::Count
        && governor.marker.is_none()
        && !governor.object.is_empty()
        && let Some(object) = trimmed(scene, governor.object.clone())
    {
        return Some(object);
    }
    if changes
        && amount.counted.is_none()
        && !governor.object.is_empty()
        && let Some(object) = trimmed(scene, governor.object.clone())
    {
        return Some(object);
    }
    let done = amount.dimension == Dimension::Money && governor.verb.cue.class != C::Give;
    after_amount(scene, amount).or_else(|| done.then_some(governor.verb.first..governor.verb.last))
}

/// The counted noun, or what the amount is of: "$50m for flood defenses", "5% of his salary", "$9 billion in aid".
pub(super) fn after_amount(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    if let Some(counted) = &amount.counted {
        return Some(counted.clone());
    }
    let mut at = amount.last;
    if scene.is(at, &[words::OPEN]) {
        let close = (at..at + 8).find(|&i| scene.is(i, &[words::CLOSE]))?;
        at = close + 1;
    }
    let end = (at + 8).min(scene.sentence.last);
    let linked = scene.is(at, &[words::OF, words::IN, words::FOR, words::ON, words::INTO, words::TO, words::FROM])
        || scene.word(at) == "worth";
    if linked && !scene.token(at + 1).is_some_and(|t| t.shape == Shape::Number) {
        if scene.has(at + 1, class::MONTH) {
            return None;
        }
        let start = if scene.word(at) == "worth" { at + 2 } else { at + 1 };
        let timed = (start..(start + 4).min(end)).any(|i| scene.has(i, class::TIME_UNIT) || scene.word(i) == "term");
        if timed && scene.is(at, &[words::IN, words::FOR, words::ON]) {
            return None;
        }
        let infinitive = scene.is(at, &[words::TO]) && scene.has(at + 1, class::VERB);
        return if infinitive { None } else { trimmed(scene, start..end) };
    }
    if scene.is_nominal(at) && !scene.has(at, class::DETERMINER.or(class::ADVERB)) && !scene.is_finite(at) {
        let stop = (at..end).find(|&i| scene.has(i, class::PREPOSITION.or(class::CONJUNCTION))).unwrap_or(end);
        return trimmed(scene, at..stop);
    }
    None
}

/// "by 2030", "by the end of 2015", "this year", "over the next two years": the words and the date that they come to.
pub(super) fn deadline(scene: &Scene<'_, '_>, amount: &Amount) -> Option<(Range<usize>, Option<PartialDate>)> {
    let reading = scene.reading;
    let dates = &reading.dates;
    let next = dates.partition_point(|d| d.tokens.start < amount.last);
    let near = |d: &&DateFound| d.tokens.end <= scene.sentence.last && d.tokens.start < amount.last + 14;
    // "from July until the end of the year"
    let range = |first: &DateFound| dates.get(next + 1).filter(|d| d.lead == Lead::Until && first.lead == Lead::From);
    let found = dates.get(next).filter(near).map(|first| range(first).unwrap_or(first));
    let found = found.filter(|found| {
        let mut between = amount.last..found.tokens.start;
        // "16.6 mln barrels per day (bpd) for the rest of 1987"
        if scene.is(between.start, &[words::OPEN])
            && let Some(close) = between.clone().take(5).find(|&i| scene.is(i, &[words::CLOSE]))
        {
            between.start = close + 1;
        }
        let apart = between.clone().any(|i| scene.parts(i) || scene.is(i, &[words::OPEN]));
        let past = matches!(found.lead, Lead::Since | Lead::From | Lead::After);
        let over = matches!(found.when, When::Unit { by, .. } | When::Away { by, .. } if by < 0);
        !apart && !past && !over
    });
    let found = found.or_else(|| year_of_goal(scene, amount)).or_else(|| set_before(scene, amount))?;
    let mut first = found.tokens.start;
    let floor = if first < amount.first { scene.sentence.first } else { amount.last };
    while first > floor && (scene.has(first - 1, class::PREPOSITION) || scene.is(first - 1, &[words::THE])) {
        first -= 1;
    }
    let date = date::resolve(&found.when, reading.published, Direction::Future);
    Some((first..found.tokens.end, date))
}

/// "By 2030, the agency wants 40 new buses", "aims by 1990 to plant": the deadline before the verb.
fn set_before<'s>(scene: &Scene<'s, '_>, amount: &Amount) -> Option<&'s DateFound> {
    const REACH: usize = 25;
    let dates = &scene.reading.dates;
    let found = dates[..dates.partition_point(|d| d.tokens.end <= amount.first)].last()?;
    let deadline =
        matches!(found.lead, Lead::By | Lead::Before | Lead::Within) || matches!(found.when, When::Ahead { .. });
    let mut between = found.tokens.end..amount.first;
    let near = found.tokens.start >= scene.sentence.first && between.len() <= REACH;
    let says = |i: usize| scene.has(i, class::SAY);
    (deadline && near && !between.any(|i| scene.parts(i) || says(i))).then_some(found)
}

/// "its 1987 production target of 940,000 barrels", "the target for 1987 is 8 percent": the year that the goal is of.
fn year_of_goal<'s>(scene: &Scene<'s, '_>, amount: &Amount) -> Option<&'s DateFound> {
    const REACH: usize = 8;
    let dates = &scene.reading.dates;
    let found = dates[..dates.partition_point(|d| d.tokens.end <= amount.first)].last()?;
    let between = found.tokens.end..amount.first;
    let year = matches!(found.when, When::Date(date) if date.month().is_none());
    if !year || found.tokens.start < scene.sentence.first || between.len() > REACH {
        return None;
    }
    let goal = |i: usize| scene.has(i, class::TARGET_CUE) && scene.is_nominal(i) && !scene.has(i, class::VERB);
    let of = between.clone().any(goal) && between.clone().all(|i| !scene.is_finite(i) && !scene.parts(i));
    let before = found.tokens.start.checked_sub(2).filter(|&at| at >= scene.sentence.first);
    let for_it = before.is_some_and(|at| goal(at) && scene.is(at + 1, &[words::FOR]))
        && between.clone().all(|i| scene.has(i, class::BE.or(class::ADVERB)));
    (of || for_it).then_some(found)
}

pub(super) fn is_year(scene: &Scene<'_, '_>, at: usize) -> bool {
    let word = scene.word(at);
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && (word.starts_with("19") || word.starts_with("20"))
}

/// A year before what is measured makes a yearly figure of it: "1987 soybean imports", "the 2005-6 budget".
pub(super) fn is_yearly(scene: &Scene<'_, '_>, metric: &Range<usize>) -> bool {
    let floor = metric.start.saturating_sub(4).max(scene.sentence.first);
    (floor..metric.start)
        .rev()
        .take_while(|&i| !scene.has(i, class::PREPOSITION.or(class::VERB)))
        .any(|i| is_year(scene, i))
}
