//! Goals that are changed: "raised the limit to 74 percent", "the ceiling will rise to", "raise the minimum wage to".

use std::ops::Range;

use super::by::By;
use super::scene::Scene;
use super::{TargetDraft, bound, goal, governor, mood, slots, who, wish};
use crate::lexicon::{CueClass as C, Form, class, words};
use crate::mentions::quantity::{Amount, Dimension};
use crate::record::{Realis, TargetKind};

/// "raised the limit for … from 49% to 74%": whatever the mood, what is moved is a goal.
pub(super) fn goal_changed(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let governor = governor::governor(scene, amount)?;
    changed_to(scene, &governor, amount, &[C::Goal, C::Ceiling, C::Promise])
}

/// "raised its contribution to $190 million": a figure that one settles oneself.
pub(super) fn funding_changed(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let governor = governor::governor(scene, amount)?;
    let mut found = changed_to(scene, &governor, amount, &[C::Funding])?;
    found.addressee = found.setter.clone();
    Some(found)
}

fn changed_to(
    scene: &Scene<'_, '_>,
    governor: &governor::Governor,
    amount: &Amount,
    nouns: &[C],
) -> Option<TargetDraft> {
    if governor.verb.cue.class != C::Change || governor.marker != Some(words::TO) || amount.dimension == Dimension::Time
    {
        return None;
    }
    let object = governor.object.start..governor.object.end.min(governor.object.start + 6);
    let noun = scene.find_hit(object, nouns).filter(|n| scene.is_noun(n))?;
    // "reduced the limit set by the ministers"
    let told = scene.hits_at(noun.last).iter().any(|h| h.verb);
    let metric = slots::trimmed(scene, noun.last..governor.object.end)
        .filter(|_| !told)
        .or_else(|| slots::trimmed(scene, governor.object.start..noun.first));
    // "cut the maximum rate of tax to 53 percent": a rate that is wanted, no limit
    let rate = scene.is_cue(noun.first, C::Extreme) && scene.is_nominal(noun.last) && noun.last < governor.object.end;
    let metric = match () {
        () if rate => slots::trimmed(scene, noun.first..governor.object.end),
        () if noun.cue.class == C::Funding => slots::trimmed(scene, governor.object.start..noun.last),
        () => metric,
    };
    let mut found = super::goal(scene, amount, goal::Named { noun, rule: By::GoalChanged, metric });
    if rate {
        found.kind = TargetKind::Target;
        found.amount = amount.clone();
    }
    found.change = governor.verb.cue.change;
    found.setter = who::subject(scene, governor.verb.first).or(found.setter);
    Some(found)
}

/// "The ceiling will rise to 17 million", "the lending limit has been raised to 30 percent": the goal itself is what moves.
pub(super) fn goal_moved(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let governor = governor::governor(scene, amount)?;
    let verb = &governor.verb;
    let moves = matches!(verb.cue.class, C::Change | C::Move) && governor.marker == Some(words::TO);
    if !moves
        || !governor.object.is_empty() && !earlier_amount(scene, &governor.object)
        || amount.dimension == Dimension::Time
    {
        return None;
    }
    let group = goal::group_before(scene, verb.first);
    let named = goal::subject_of(scene, group, amount)?;
    let maybe = (group..verb.first).any(|i| scene.is(i, &[words::COULD, words::MAY, words::MIGHT]));
    // "the export quota rose to 83 percent" reports a share; "the quota will rise to" settles one
    let settles = (group..verb.first).any(|i| scene.has(i, class::MODAL)) || !verb.cue.form.has(Form::PAST);
    let rises = matches!(verb.cue.class, C::Move) || scene.is_cue(verb.first, C::Ergative);
    let active = wish::is_passive(scene, verb) || rises && settles;
    if maybe || !active || verb.cue.form.has(Form::GERUND) || mood::is_forecast(scene, group) {
        return None;
    }
    let start = named.noun.first;
    let mut found = super::goal(scene, amount, named);
    found.change = verb.cue.change;
    let would = (group..verb.first).any(|i| scene.is(i, &[words::WOULD]));
    if would && found.realis == Realis::Actual {
        found.realis = Realis::Possible;
    }
    let owner = who::owner(scene, start..group);
    let speaker = || who::speaker(scene, group).filter(|f| who::is_organization(scene, f));
    found.setter = who::set_by(scene, amount.last).or_else(|| bound::plan_over(scene)).or(owner).or_else(speaker);
    Some(found)
}

/// Only an earlier amount stands there: "to 30 pct from 25", "by one point to 19".
fn earlier_amount(scene: &Scene<'_, '_>, object: &Range<usize>) -> bool {
    let amount = |i: usize| scene.amounts.iter().any(|a| (a.first..a.last).contains(&i));
    object.clone().all(|i| amount(i) || scene.has(i, class::PREPOSITION.or(class::DETERMINER)))
}

/// "to raise the minimum wage to $15": whoever does it, the law will have it so.
pub(super) fn minimum_changed(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    if !matches!(amount.dimension, Dimension::Money | Dimension::Percent) {
        return None;
    }
    let governor = governor::governor(scene, amount)?;
    let mut found = changed_to(scene, &governor, amount, &[C::Floor])?;
    let verb = &governor.verb;
    let finite = verb.cue.form.has(Form::PAST) && !scene.before(verb.first).is_some_and(|b| scene.has(b, class::MODAL));
    if !finite {
        found.realis = Realis::Possible;
        found.setter = None;
    }
    found.addressee = None;
    Some(found)
}
