//! Changes that are named by a noun: "urged an increase to 1.26 percent", "approved a 5 percent pay raise".

use std::ops::Range;

use super::by::By;
use super::mood::{self, Mood, own};
use super::scene::{Hit, Scene};
use super::{TargetDraft, draft, modal, slots, who};
use crate::lexicon::{CueClass as C, Form, class, words};
use crate::mentions::quantity::{Amount, Dimension};
use crate::record::Realis;

/// "urged an increase to 1.26 percent", "calls for a cut of 300 jobs", "an increase in the rate to £5 is scheduled".
pub(super) fn to_number(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let linked = |l: &usize| scene.is(*l, &[words::TO, words::OF, words::BY]) || scene.is_cue(*l, C::Worth);
    let link = amount.first.checked_sub(1).filter(linked)?;
    // "a wage hike - from $7 to $10", "an increase in her yearly base salary from $300,000 to $400,000"
    let pair = |a: &&Amount| {
        a.core.end <= link && link <= a.last.max(a.core.end) && scene.is(a.first.wrapping_sub(1), &[words::FROM])
    };
    let from = scene.amounts.iter().rfind(pair).map(|a| a.first - 1);
    let link = from.unwrap_or(link);
    let floor = link.saturating_sub(if from.is_some() { 12 } else { 8 }).max(scene.sentence.first);
    let noun = scene.find_hit(floor..link, &[C::Shift]).filter(|h| scene.is_noun(h))?;
    let link = link - usize::from(link == noun.last + 1 && scene.parts(noun.last));
    let apart = |i: usize| {
        scene.parts(i) || scene.is(i, &[words::FROM, words::COMMA]) || scene.is_finite(i) || scene.has(i, class::MODAL)
    };
    if amount.dimension == Dimension::Time || (noun.last..link).any(apart) {
        return None;
    }
    let mood = wish(scene, noun.first).or_else(|| planned(scene, amount.last)).or_else(|| joined(scene, &noun))?;
    let inside = slots::trimmed(scene, noun.last..link);
    // "a tax cut worth", but "a wage increase to"
    let level = from.is_some() || scene.is(link, &[words::TO]);
    let end = if level { noun.first } else { noun.last };
    let compound = || slots::object_ending(scene, noun.first.saturating_sub(4), noun.first, end);
    let metric = inside.or_else(|| slots::after_amount(scene, amount)).or_else(compound);
    Some(changed(scene, amount, &noun, &mood, metric))
}

/// "an increase in her salary from … and an increase in her bonus from …": the second is wanted as the first is.
fn joined(scene: &Scene<'_, '_>, noun: &Hit) -> Option<Mood> {
    const REACH: usize = 24;
    let mut at = noun.first;
    while at > scene.sentence.first && scene.has(at - 1, class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB)) {
        at -= 1;
    }
    let and = at.checked_sub(1).filter(|&i| scene.is(i, &[words::AND, words::COMMA]))?;
    let listed = scene.amounts.iter().any(|a| a.core.end <= and && and <= a.last + 2);
    let floor = and.saturating_sub(REACH).max(scene.sentence.first);
    let first =
        (floor..and).find_map(|i| scene.hits_at(i).iter().find(|h| h.cue.class == C::Shift && scene.is_noun(h)));
    let apart = |i: usize| scene.parts(i) || scene.is_finite(i) || scene.has(i, class::MODAL);
    let first = first.filter(|f| listed && !(f.last..and).any(apart))?;
    wish(scene, first.first)
}

/// "plans for the relocation of 4,000 families", "requires the completion of 70 miles of fence": a deed that a noun names.
pub(super) fn deed(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let of = amount.first.checked_sub(1).filter(|&l| scene.is(l, &[words::OF]))?;
    let free = |d: usize| scene.hits_at(d).is_empty() && !scene.has(d, class::ORG_GENERIC.or(class::ORG_HEAD));
    // "the killing of"
    let doing = |d: usize| scene.word(d).ends_with("ing") && scene.is(d.wrapping_sub(1), &[words::THE]);
    let deed = of.checked_sub(1).filter(|&d| scene.is_nominal(d) && (free(d) || doing(d)))?;
    let named = doing(deed) || ["tion", "sion", "ment"].iter().any(|&end| scene.word(deed).ends_with(end));
    let counts = amount.dimension == Dimension::Count && amount.counted.is_some() && amount.value() >= 10.0;
    let measured = amount.digits && (counts || amount.dimension == Dimension::Physical);
    if !named || !measured {
        return None;
    }
    // what is only announced may have been done
    let mood = wish(scene, deed)?;
    let direct = mood.noun.map_or(!scene.is_cue(mood.head, C::Settle), |noun| !scene.is(noun.last, &[words::TO]));
    if !direct {
        return None; // "a decision to leave the association of 600 shops"
    }
    let mut found = draft(scene, amount, mood.rule, mood.head.min(deed));
    found.realis = mood.realis;
    found.setter = if mood.own { who::wanter(scene, &mood) } else { None };
    found.metric = slots::after_amount(scene, amount);
    Some(found)
}

/// "a 5 percent pay raise", "an $800,000-a-year tax increase", "a proposed 10 percent cut in aid".
pub(super) fn by_number(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let measured = !matches!(amount.dimension, Dimension::Time | Dimension::Times);
    if amount.verb || !measured || amount.dimension == Dimension::Count && !amount.digits {
        return None;
    }
    let Some(noun) = noun_after(scene, amount) else { return proposed_level(scene, amount) };
    let due = || {
        (amount.last..noun.first)
            .any(|i| scene.is_cue(i, C::Binding))
            .then(|| Mood { own: false, ..own(By::BindingChange, None, noun.first) })
    };
    let mood = wish(scene, amount.first).or_else(|| planned(scene, noun.last)).or_else(due)?;
    let inside = slots::trimmed(scene, amount.last.min(noun.first)..noun.first).map(|m| m.start..noun.last);
    let of = scene.is(noun.last, &[words::IN, words::OF, words::TO, words::FOR]);
    let after = || slots::trimmed(scene, noun.last + 1..(noun.last + 9).min(scene.sentence.last));
    let metric = inside.or_else(|| if of { after() } else { None }).unwrap_or(noun.first..noun.last);
    let mut found = changed(scene, amount, &noun, &mood, Some(metric));
    found.evidence.end = found.evidence.end.max(noun.last);
    Some(found)
}

/// "a proposed 2 percent wealth tax", "its planned $5 toll": the level that something is to have.
fn proposed_level(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let level = matches!(amount.dimension, Dimension::Money | Dimension::Percent) && amount.per.is_none();
    let proposed = amount.first.checked_sub(1).map(|b| b - usize::from(slots::rate(scene, b).is_some() && b > 0))?;
    let proposed = scene.is_cue(proposed, C::Slated) && scene.is_cue(proposed, C::Possible);
    // "voters approved a 25 percent tax on"
    let mut first = amount.first;
    while first > scene.sentence.first
        && amount.first - first < 4
        && (scene.is_cue(first - 1, C::More) || scene.is(first - 1, &[words::COMMA]))
    {
        first -= 1; // "a one-time, 14 percent tax"
    }
    let article = first.checked_sub(1).filter(|&a| level && !proposed && scene.is(a, &[words::A, words::AN]));
    let settles = |a: usize| scene.hit_ending(a, &[C::Settle], true).filter(|h| !h.cue.form.has(Form::GERUND));
    // what is announced or imposed may be law already
    let open = |h: &Hit| h.cue.realis.is_some() || [C::Give, C::Granting].iter().any(|&c| scene.is_cue(h.first, c));
    let settled = article.and_then(settles).filter(open);
    if !level || !proposed && settled.is_none() {
        return None;
    }
    let metric = slots::after_amount(scene, amount)?;
    let penalty = metric.clone().any(|i| scene.is_cue(i, C::Penalty)); // "they face a $95 fine"
    if !metric.clone().any(|i| scene.is_cue(i, C::Decreed)) || penalty {
        return None;
    }
    if let Some(settles) = settled {
        let mood = mood::wanted(scene, &settles, own(By::WantedChange, settles.cue.realis, settles.first))?;
        let mut found = draft(scene, amount, mood.rule, settles.first);
        found.realis = mood.realis;
        found.setter = who::wanter(scene, &mood);
        found.metric = Some(metric);
        return Some(found);
    }
    let mut found = draft(scene, amount, By::ProposedChange, metric.start.min(amount.first));
    found.realis = Realis::Possible;
    found.setter = who::named_between(scene, amount.core.end..metric.end);
    found.metric = Some(metric);
    Some(found)
}

fn changed(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    noun: &Hit,
    mood: &Mood,
    metric: Option<Range<usize>>,
) -> TargetDraft {
    let mut found = draft(scene, amount, mood.rule, mood.head.min(noun.first));
    found.realis = mood.realis;
    found.change = noun.cue.change;
    found.setter = if mood.own { who::wanter(scene, mood) } else { None };
    if mood.rule == By::Must {
        found.setter = who::speaker(scene, mood.head); // "she says they should get a $1 million tax cut"
    }
    if scene.is_cue(mood.head, C::Facing) {
        found.addressee = found.setter.take(); // "agencies face $85 billion in cuts"
    }
    found.metric = metric;
    found
}

/// The noun of a change that an amount stands before: only nouns and a rate lie between.
fn noun_after(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Hit> {
    // "$85 billion in budget cuts"
    if amount.dimension == Dimension::Money && scene.is(amount.last, &[words::IN, words::OF]) {
        let end = (amount.last + 8).min(scene.sentence.last);
        let plain = |i: &usize| scene.is_nominal(*i) || scene.is(*i, &[words::DASH, words::COMMA]);
        let inside = (amount.last + 1..end).take_while(plain);
        let noun = |i| scene.hits_at(i).iter().find(|h| h.cue.class == C::Shift && ends_phrase(scene, h));
        return inside.filter_map(noun).next().copied();
    }
    for at in amount.core.end..(amount.core.end + 7).min(scene.sentence.last) {
        if let Some(noun) = scene.hits_at(at).iter().find(|h| h.cue.class == C::Shift && ends_phrase(scene, h)) {
            return Some(*noun);
        }
        let rate = at < amount.last || scene.is(at, &[words::DASH]);
        if !rate && (!scene.is_nominal(at) || scene.has(at, class::DETERMINER.or(class::POSSESSIVE))) {
            return None;
        }
    }
    None
}

/// "5 percent pay raises for teachers": no object follows, so that "raises" is no verb.
fn ends_phrase(scene: &Scene<'_, '_>, noun: &Hit) -> bool {
    let object = class::DETERMINER.or(class::POSSESSIVE);
    let dates = &scene.reading.dates;
    let date = dates.get(dates.partition_point(|d| d.tokens.end <= noun.last)); // "cuts this year"
    scene.is_noun(noun)
        || date.is_some_and(|d| d.tokens.start == noun.last)
        || !scene.has(noun.last, object) && !scene.is_nominal(noun.last)
}

/// "a $1 increase is scheduled", "a cut of 5 percent planned for May".
fn planned(scene: &Scene<'_, '_>, after: usize) -> Option<Mood> {
    let end = (after + 7).min(scene.sentence.last);
    let slated = (after..end).take_while(|&i| !scene.parts(i) && !scene.is(i, &[words::COMMA]));
    let slated =
        slated.filter(|&i| scene.is_cue(i, C::Slated)).find(|&i| i == after || (after..i).any(|b| scene.is_be(b)))?;
    Some(Mood { own: false, ..own(By::PlannedChange, None, slated) })
}

/// Who wants what the noun phrase around a token names: "proposed a", "a plan for a", "wants to reward them with a".
fn wish(scene: &Scene<'_, '_>, inside: usize) -> Option<Mood> {
    const REACH: usize = 16;
    let mut at = inside;
    let mut proposed = None;
    let adjective = class::DETERMINER.or(class::ADVERB).or(class::POSSESSIVE);
    while at > scene.sentence.first && inside - at < 6 {
        if scene.has_word(at - 1..at, C::Possible) && !scene.has(at - 1, class::MODAL)
            || scene.is_cue(at - 1, C::Slated)
        {
            proposed = Some(at - 1);
        } else if !(scene.has(at - 1, adjective) || scene.is_cue(at - 1, C::More) || scene.is_cue(at - 1, C::Metric)) {
            break;
        }
        at -= 1;
    }
    if let Some(at) = proposed {
        return Some(Mood { own: false, ..own(By::ProposedChange, Some(Realis::Possible), at) });
    }
    // "the plan's $85 billion in cuts"
    let owner = at.checked_sub(2).filter(|_| scene.token(at - 1).is_some_and(|t| t.is_possessive()));
    let plan = owner.and_then(|o| scene.hits_at(o).iter().find(|h| h.cue.class == C::Plan && scene.is_noun(h)));
    if let Some(plan) = plan {
        return Some(Mood {
            noun: Some(*plan),
            own: false,
            ..own(By::PlannedChange, mood::plan_realis(scene, plan), plan.first)
        });
    }
    let floor = at.saturating_sub(REACH).max(scene.sentence.first);
    for i in (floor..at).rev() {
        let verbs = || scene.hits_at(i).iter().filter(|h| h.verb && h.last <= at);
        let settles = |h: &&Hit| matches!(h.cue.class, C::Give | C::Intent | C::Order | C::Settle);
        if let Some(hit) = verbs().find(settles) {
            return accepts(scene, hit, at)
                .then(|| mood::wanted(scene, hit, own(By::WantedChange, hit.cue.realis, hit.first)))
                .flatten();
        }
        let plan = |h: &&Hit| matches!(h.cue.class, C::Plan | C::Goal | C::Promise) && scene.is_noun(h);
        if let Some(noun) = scene.hits_at(i).iter().find(plan) {
            // "approved a bill on Saturday for a 4 percent raise"
            let dated = scene.reading.dates.partition_point(|d| d.tokens.end <= noun.last);
            let date = scene.reading.dates.get(dated).filter(|d| d.tokens.start <= noun.last + 1);
            let after = date.map_or(noun.last, |d| d.tokens.end);
            let after = after + usize::from(date.is_some() && scene.has(after, class::TIME_UNIT)); // "Saturday evening"
            let opens = scene.is(after, &[words::TO, words::FOR, words::OF, words::WITH, words::THAT])
                || scene.hits_at(after).iter().any(|h| h.verb);
            return opens.then(|| Mood {
                noun: Some(*noun),
                ..own(By::WantedChange, mood::plan_realis(scene, noun), noun.first)
            });
        }
        if scene.is_cue(i, C::Slated)
            && scene.before(i).is_some_and(|b| scene.is_be(b))
            && scene.is(i + 1, &[words::FOR])
        {
            return Some(own(By::PlannedChange, None, i)); // "is slated for a cut of"
        }
        if scene.has(i, class::MODAL) {
            return announced(scene, i).or_else(|| granted(scene, i, at));
        }
        let other = [C::Fact, C::Stop, C::Cap, C::Exceed, C::Change, C::Expect];
        let that = scene.is(i, &[words::THAT]) && scene.hit_ending(i, &[C::Plan, C::Promise], false).is_some();
        if verbs().any(|h| other.contains(&h.cue.class)) || scene.parts(i) && !that {
            return None;
        }
        if scene.is_finite(i) || scene.is(i, &[words::COMMA]) && at - i > 1 {
            return None;
        }
    }
    None
}

/// Whether the verb has the noun phrase as its object, its receiver apart: "offered teachers a 5 percent raise".
fn accepts(scene: &Scene<'_, '_>, verb: &Hit, at: usize) -> bool {
    if scene.is(verb.last, &[words::TO]) {
        return matches!(verb.cue.class, C::Intent | C::Give);
    }
    let between = verb.last..at;
    let plain =
        |i: usize| scene.is_nominal(i) || scene.is(i, &[words::FOR, words::AND, words::ON, words::TO, words::WITH]);
    verb.cue.class != C::Intent && between.len() <= 7 && between.clone().all(plain)
}

/// "they should get a $1 million tax cut", "the agency's budget would see a 27 percent cut": what somebody is to get.
fn granted(scene: &Scene<'_, '_>, modal: usize, at: usize) -> Option<Mood> {
    let gives = |v: &usize| [C::Getting, C::Facing, C::Gift].iter().any(|&c| scene.is_cue(*v, c));
    let after = (modal + 1..at).find(|&v| !scene.has(v, class::ADVERB)).filter(gives);
    let gets = scene.before(at).filter(gives).or(after)?;
    // "the plan would give the richest a tax cut of"
    let apart = |i: usize| scene.is(i, &[words::COMMA]) || scene.amounts.iter().any(|a| a.core.contains(&i));
    let plain = after == Some(gets) && !(gets..at).any(apart);
    if modal::plan_would(scene, modal) && plain && scene.is(modal, &[words::WILL, words::WOULD]) {
        return Some(own(By::Would, Some(Realis::Possible), modal));
    }
    if after == Some(gets) && !plain || scene.before(gets) != Some(modal) || mood::is_forecast(scene, modal) {
        return None;
    }
    if scene.is(modal, &[words::MUST, words::SHOULD]) {
        return Some(Mood { own: false, ..own(By::Must, None, modal) });
    }
    let decreed = scene.is(modal, &[words::WILL, words::WOULD]) && modal::own_figure(scene, modal).is_some();
    let realis = scene.is(modal, &[words::WOULD]).then_some(Realis::Possible);
    decreed.then(|| Mood { own: false, ..own(By::Would, realis, modal) })
}

/// "announced that teachers would get a 5 percent raise".
fn announced(scene: &Scene<'_, '_>, modal: usize) -> Option<Mood> {
    if scene.is(modal, &[words::COULD, words::MAY, words::MIGHT]) {
        return None;
    }
    let floor = modal.saturating_sub(14).max(scene.sentence.first);
    let hit = scene.find_hit(floor..modal, &[C::Give, C::Intent, C::Order, C::Settle]).filter(|h| h.verb)?;
    if (hit.last..modal).any(|i| scene.is(i, &[words::COMMA, words::WHICH])) {
        return None;
    }
    mood::wanted(scene, &hit, own(By::WantedChange, hit.cue.realis, hit.first))
}
