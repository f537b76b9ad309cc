//! Verbs whose mood another verb or noun of the sentence carries: what is begun, the means of what is wanted, what it serves.

use super::by::By;
use super::governor;
use super::modal::modal_mood;
use super::mood::{Mood, is_bare, mood_of, own, plan_realis, to_mood, wanted};
use super::scene::{Hit, Scene};
use crate::lexicon::{Cue, CueClass as C, Form, class, words};
use crate::mentions::quantity::Dimension;
use crate::record::Realis;
use crate::text::Shape;

/// "must start paying", "plans to continue to pay": the verb before carries the mood.
pub(super) fn carrier(scene: &Scene<'_, '_>, verb: &Hit) -> Option<Hit> {
    let before = scene.before(verb.first)?;
    if let Some(hit) = brought_about(scene, verb, before) {
        return Some(hit);
    }
    let to = scene.is(before, &[words::TO]);
    let last = if to { scene.before(before)? } else { before };
    let carries = |h: &&Hit| h.verb && h.cue.class == C::Aspect && h.last == last + 1;
    let hit = *scene.hits_at(last).iter().find(carries)?;
    let fits = to || verb.cue.form.has(Form::GERUND);
    fits.then_some(Hit { cue: Cue { form: hit.cue.form, ..verb.cue }, ..hit })
}

/// "will see its workforce cut to", "plans to keep spending capped at": the participle of what is brought about.
fn brought_about(scene: &Scene<'_, '_>, verb: &Hit, before: usize) -> Option<Hit> {
    const OBJECT: usize = 6;
    if !verb.cue.form.has(Form::PARTICIPLE) || !matches!(verb.cue.class, C::Change | C::Cap) {
        return None;
    }
    let floor = before.saturating_sub(OBJECT).max(scene.sentence.first);
    let inside = |i: usize| scene.is_nominal(i) || scene.has(i, class::DETERMINER.or(class::POSSESSIVE));
    let aspect = |i: usize| {
        let sees = |h: &&Hit| h.verb && h.cue.class == C::Aspect && h.cue.form.has(Form::BASE) && h.last <= before;
        let led = i.checked_sub(1).is_some_and(|b| scene.has(b, class::MODAL) || scene.is(b, &[words::TO]));
        scene.hits_at(i).iter().find(sees).filter(|_| led).copied()
    };
    let at = (floor..=before).rev().find(|&i| aspect(i).is_some() || !inside(i))?;
    let hit = aspect(at)?;
    Some(Hit { cue: Cue { form: hit.cue.form, ..verb.cue }, ..hit })
}

/// "promises to narrow the gap by planting 300 trees": the means of what is wanted are wanted.
pub(super) fn means(scene: &Scene<'_, '_>, verb: &Hit, by: usize) -> Option<Mood> {
    const REACH: usize = 16;
    if !scene.is(by, &[words::BY]) {
        return None;
    }
    let floor = by.saturating_sub(REACH).max(scene.sentence.first);
    let clause = (floor..by).rev().take_while(|&i| !scene.parts(i) && !scene.is(i, &[words::COMMA]));
    let small = class::DETERMINER.or(class::POSSESSIVE).or(class::PREPOSITION);
    let bare = |i: usize| scene.token(i + 1).is_some_and(|t| t.shape == Shape::Lower && !t.has(small));
    for at in clause {
        if scene.is(at, &[words::TO]) && bare(at) {
            return to_mood(scene, verb, at);
        }
        if scene.has(at, class::MODAL) && bare(at) {
            return modal_mood(scene, verb, at);
        }
        if scene.is_finite(at) {
            return None;
        }
    }
    None
}

/// "the plan involves lowering taxes by 20 percent": what a plan holds is planned.
pub(super) fn contained(scene: &Scene<'_, '_>, verb: &Hit, before: usize) -> Option<Mood> {
    let holds = scene.hits_at(before).iter().any(|h| h.verb && h.cue.class == C::Holds && h.last == before + 1);
    // "the plan itself involves"
    let near = before.saturating_sub(3).max(scene.sentence.first)..before;
    let plan = scene.find_hit(near, &[C::Plan]).filter(|h| scene.is_noun(h) && holds && verb.cue.class != C::Reach)?;
    if !(plan.last..before).all(|i| scene.is_nominal(i)) {
        return None;
    }
    let realis = plan_realis(scene, &plan).unwrap_or(Realis::Possible);
    Some(Mood { noun: Some(plan), own: false, ..own(By::APlanDoes, Some(realis), before) })
}

/// "plans to use the money saved to raise police numbers by 10,000": what is planned serves what is wanted.
pub(super) fn purpose(scene: &Scene<'_, '_>, verb: &Hit, before: usize) -> Option<Mood> {
    let total = scene.is_cue(verb.first, C::Attain); // "plans to hire 10 more people to reach a total of 45"
    if !matches!(verb.cue.class, C::Change | C::Do | C::Set) && !total || verb.cue.trade {
        return None;
    }
    let floor = before.saturating_sub(16).max(scene.sentence.first);
    let to = (floor..before)
        .rev()
        .take_while(|&i| !scene.parts(i) && !scene.is(i, &[words::COMMA]))
        .find(|&i| scene.is(i, &[words::TO]) && is_bare(scene, i + 1))?;
    let end = scene.before(to)? + 1;
    if let Some(hit) = scene.hit_ending(end, &[C::Intent], true) {
        return wanted(scene, &hit, own(By::Intent, hit.cue.realis, hit.first));
    }
    let noun = scene.hit_ending(end, &[C::Plan, C::Goal, C::Promise], false)?;
    Some(Mood { noun: Some(noun), ..own(By::PlanTo, plan_realis(scene, &noun), noun.first) })
}

/// "would provide $80 million to hire 75 judges": what a sum is wanted for is wanted too.
pub(super) fn funded(scene: &Scene<'_, '_>, verb: &Hit, to: usize) -> Option<Mood> {
    const REACH: usize = 20;
    if !verb.cue.form.has(Form::BASE) || !matches!(verb.cue.class, C::Change | C::Do | C::Act) || verb.cue.trade {
        return None;
    }
    let floor = to.saturating_sub(REACH).max(scene.sentence.first);
    let mut sums = scene.amounts.iter().filter(|a| a.first >= floor && a.last <= to && a.is_amount());
    let sum = sums.rfind(|a| a.dimension == Dimension::Money)?;
    let apart = |i: usize| scene.parts(i) || scene.is_finite(i) || scene.has(i, class::MODAL) || scene.is_be(i);
    if (sum.last..to).any(apart) {
        return None;
    }
    let gives = governor::governor(scene, sum)?.verb;
    let given = matches!(gives.cue.class, C::Do | C::Give | C::Change) && gives.first < sum.first;
    given.then(|| mood_of(scene, &gives, 2)).flatten()
}
