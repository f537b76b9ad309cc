//! Wishes whose verb is a gerund or stands behind "that": "the goal of reducing", "demanded that the agency triple".

use super::aside::before_reflexive;
use super::by::By;
use super::mood::{Mood, is_bare, own, plan_realis, wanted};
use super::scene::{Hit, Scene};
use crate::lexicon::{CueClass as C, class, words};
use crate::record::Realis;

/// "goal of reducing", "committed to spending", "proposed cutting", "aimed at raising".
pub(super) fn gerund_mood(scene: &Scene<'_, '_>, before: usize) -> Option<Mood> {
    if scene.is(before, &[words::COLON]) {
        // "set itself a target: cutting waste by half"
        let noun = scene.hit_ending(before, &[C::Goal, C::Plan], false)?;
        return Some(Mood { noun: Some(noun), ..own(By::GoalOfDoing, plan_realis(scene, &noun), noun.first) });
    }
    // "pension plans covering 300 people": one plans to do it
    let on = |h: &Hit| h.last > h.first + 1; // "focus on cutting"
    let noun = |h: &Hit| scene.hits_at(h.first).iter().any(|n| n.cue.class == C::Plan && n.last == h.last);
    let takes = |h: &Hit| {
        on(h) || !noun(h) && (h.cue.class != C::Intent || h.cue.realis.is_some() || scene.is_cue(h.first, C::Give))
    };
    if let Some(hit) = scene.hit_ending(before + 1, &[C::Intent, C::Order, C::Give], true).filter(takes) {
        return wanted(scene, &hit, own(By::IntentOfDoing, hit.cue.realis, hit.first));
    }
    // "is intent on cutting", "bent on raising"
    if let Some(bent) = scene.hit_ending(before + 1, &[C::Bent], false).filter(on) {
        let be = scene.before(bent.first).filter(|&b| scene.is_be(b)).unwrap_or(bent.first);
        return Some(own(By::SetOnDoing, bent.cue.realis, be));
    }
    // "backs raising the fee to $9"
    let maybe = |h: &Hit| h.cue.realis == Some(Realis::Possible);
    if let Some(hit) = scene.hit_ending(before + 1, &[C::Settle], true).filter(maybe) {
        return wanted(scene, &hit, Mood { own: false, ..own(By::IntentOfDoing, hit.cue.realis, hit.first) });
    }
    if scene.is(before, &[words::INCLUDING]) {
        return included(scene, before);
    }
    // "balanced the budget by cutting" tells how
    let preposition = scene.has(before, class::PREPOSITION) && !scene.is(before, &[words::BY]);
    if !preposition {
        return None;
    }
    let end = before_reflexive(scene, scene.before(before)?) + 1;
    if let Some(noun) = scene.hit_ending(end, &[C::Goal, C::Plan, C::Promise], false) {
        return Some(Mood { noun: Some(noun), ..own(By::GoalOfDoing, plan_realis(scene, &noun), noun.first) });
    }
    let verb = scene.hit_ending(end, &[C::Intent, C::Give], true)?;
    wanted(scene, &verb, own(By::IntentOfDoing, verb.cue.realis, verb.first))
}

/// "agreed to guard the border, including spending $30 million", "a plan of ten points, including raising the wage to $9".
fn included(scene: &Scene<'_, '_>, including: usize) -> Option<Mood> {
    const REACH: usize = 18;
    let floor = including.saturating_sub(REACH).max(scene.sentence.first);
    let clause = (floor..including).rev().take_while(|&i| !scene.parts(i));
    let wish = |i: usize| {
        let wants = |h: &&Hit| h.verb && matches!(h.cue.class, C::Intent | C::Give) && scene.is(h.last, &[words::TO]);
        let plans = |h: &&Hit| h.cue.class == C::Plan && scene.is_noun(h);
        let hits = scene.hits_at(i);
        hits.iter().find(wants).or_else(|| hits.iter().find(plans)).copied()
    };
    let hit = clause.into_iter().find_map(wish)?;
    if hit.verb {
        return wanted(scene, &hit, own(By::Intent, hit.cue.realis, hit.first));
    }
    Some(Mood { noun: Some(hit), own: false, ..own(By::APlanDoes, plan_realis(scene, &hit), hit.first) })
}

/// "demanded that the agency triple", "proposals that justices spend": a bare form after "that".
pub(super) fn that_mood(scene: &Scene<'_, '_>, verb: &Hit) -> Option<Mood> {
    let floor = verb.first.saturating_sub(11).max(scene.sentence.first);
    let that = (floor..verb.first).rev().find(|&i| scene.is(i, &[words::THAT]))?;
    if that + 1 == verb.first {
        return None; // "rules that limit lending"
    }
    // "recommended that bars close and that diners reduce"
    let and = that.checked_sub(1).is_some_and(|a| scene.is(a, &[words::AND, words::OR]));
    let first =
        || (that.saturating_sub(16).max(scene.sentence.first)..that - 1).rev().find(|&i| scene.is(i, &[words::THAT]));
    let led = if and { first().unwrap_or(that) } else { that };
    let hit = scene
        .hit_ending(led, &[C::Order, C::Give, C::Intent], true)
        .or_else(|| scene.hit_ending(led, &[C::Plan, C::Promise, C::Goal], false))
        .or_else(|| demand_is(scene, led))?;
    // "that staff work at home and meetings be limited": of the second clause
    let nouns = |i: &usize| scene.is_nominal(*i) || scene.has(*i, class::DETERMINER.or(class::BE));
    let second = (that + 1..verb.first).rev().take_while(nouns).last().unwrap_or(that + 1);
    let joined =
        second > that + 2 && scene.is(second - 1, &[words::AND]) && (that + 1..second).any(|i| is_bare(scene, i));
    let start = if joined { second } else { that + 1 };
    let mood =
        Mood { addressee: Some(start..verb.first), own: false, ..own(By::DemandThat, hit.cue.realis, hit.first) };
    wanted(scene, &hit, mood)
}

/// "one of Peru's demands is that Chile reduce", "the plan is that it be cut".
fn demand_is(scene: &Scene<'_, '_>, that: usize) -> Option<Hit> {
    let be = that.checked_sub(1).filter(|&b| scene.is_be(b))?;
    let demand = scene.hit_ending(be, &[C::Plan, C::Promise, C::Goal], false)?;
    scene.is_noun(&demand).then_some(demand)
}
