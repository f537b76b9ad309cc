//! Drafts of what must not be passed or fallen short of: whose bound it is, and on what.

use super::by::By;
use super::scene::Scene;
use super::who::{self, Fill};
use super::{TargetDraft, bound, draft, limit, mood, slots};
use crate::lexicon::{CueClass as C, class, words};
use crate::mentions::Kind;
use crate::mentions::quantity::{Amount, Dimension};
use crate::record::TargetKind;

fn bounded(scene: &Scene<'_, '_>, amount: &Amount, bound: limit::Bounded) -> TargetDraft {
    let mut found = draft(scene, amount, bound.rule, bound.head);
    found.kind = if bound.limit { TargetKind::Limit } else { TargetKind::Target };
    found.amount.bound_by(bound.comparator);
    found.realis = bound.realis;
    let is_place =
        |f: &Fill| scene.reading.mentions.covering(f.tokens.start).is_some_and(|(_, m)| m.kind == Kind::Place);
    let subject = || {
        who::subject(scene, bound.head)
            .filter(|s| s.entity.is_none() && !is_place(s))
            .and_then(|s| slots::trimmed(scene, s.tokens))
    };
    // "the deficit must not exceed 3 percent of output" is about the deficit
    let share = amount.dimension == Dimension::Percent && scene.is(amount.last, &[words::OF]);
    let measured =
        |m: &std::ops::Range<usize>| scene.is_cue(m.end - 1, C::Metric) || scene.is_cue(m.end - 1, C::Decreed);
    let own = if share { subject().filter(measured) } else { None };
    found.metric = own.or_else(|| slots::after_amount(scene, amount)).or_else(subject);
    found.addressee = who::subject(scene, bound.head).filter(|f| who::acts(scene, f));
    found.setter = who::speaker(scene, bound.head);
    found
}

pub(super) fn must_not_exceed(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let bound = limit::not_above(scene, amount).or_else(|| limit::stays_below(scene, amount))?;
    let head = bound.head;
    let mut found = bounded(scene, amount, bound);
    // "is not allowed to enrich uranium above 4 percent"
    if scene.has_word(head..amount.first, C::Allowing) && slots::after_amount(scene, amount).is_none() {
        found.metric = slots::object_ending(scene, head, amount.first, amount.first).or(found.metric);
    }
    // "the law does not allow loans above $10,000"
    if scene.has(head.wrapping_sub(1), class::DO) {
        found.setter = found.addressee.take();
        return Some(found);
    }
    found.addressee = found.addressee.or_else(|| found.setter.clone()); // "the airline says no fare will be higher than"
    Some(found)
}

pub(super) fn no_more_than(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let bound = limit::no_more_than(scene, amount)?;
    let (head, allows) = (bound.head, bound.rule == By::AllowsUpTo);
    let mut found = bounded(scene, amount, bound);
    if allows && bound::allowed(scene, amount, head, &mut found) {
        return Some(found);
    }
    found.setter = found.setter.take().or_else(|| found.addressee.clone());
    Some(found)
}

pub(super) fn allowed_to(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    limit::allowed(scene, amount).map(|bound| bounded(scene, amount, bound))
}

pub(super) fn share_must(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let bound = limit::share_must(scene, amount)?;
    let demanded = (bound.head < amount.first).then_some(bound.head);
    let mut found = bounded(scene, amount, bound);
    found.addressee = None; // the subject is what is counted
    if let Some(order) = demanded {
        found.setter = who::owner(scene, order..order + 1).or_else(|| who::announcer(scene, order + 1));
        // "60 percent of its power come from": up to the verb
        let verb = |i: &usize| scene.has(*i, class::VERB) || scene.is_be(*i);
        found.metric = found.metric.map(|m| m.start..m.clone().skip(1).find(verb).unwrap_or(m.end));
    }
    Some(found)
}

pub(super) fn must_not_fall(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    limit::not_below(scene, amount).map(|bound| bounded(scene, amount, bound))
}

pub(super) fn must_at_least(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    if amount.dimension == Dimension::Time {
        return None;
    }
    let bound = limit::at_least(scene, amount)?;
    let law = (bound.rule == By::RequiredThat).then_some(bound.head);
    let mut found = bounded(scene, amount, bound);
    if let Some(law) = law {
        // "the act requires that boards have at least one woman"
        found.setter = who::subject(scene, law);
        found.addressee = who::subject(scene, amount.first - 1);
    }
    Some(found)
}

pub(super) fn banned_above(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let bound = limit::banned(scene, amount)?;
    let head = bound.head;
    let mut found = bounded(scene, amount, bound);
    found.setter = found.addressee.take().or(found.setter);
    // "prohibits loans of more than $1,000" is about loans
    let of = amount.first.checked_sub(1).filter(|&o| scene.is(o, &[words::OF]) && amount.counted.is_none());
    found.metric = of.and_then(|o| slots::object_ending(scene, head, o, o)).or(found.metric);
    if amount.dimension == Dimension::Time {
        // "limits members from serving for more than eight years"
        let from = (head..amount.first).find(|&i| scene.is(i, &[words::FROM]));
        found.metric = from.and_then(|f| slots::trimmed(scene, f + 1..amount.first)).or(found.metric);
    }
    Some(found)
}

pub(super) fn kept_from(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let (bound, keep) = limit::kept_from(scene, amount)?;
    let mood = mood::mood(scene, &keep)?;
    let mut found = draft(scene, amount, bound.rule, mood.head.min(keep.first));
    found.amount.bound_by(bound.comparator);
    found.realis = mood.realis;
    found.setter = who::wanter(scene, &mood);
    found.metric = slots::trimmed(scene, keep.last..amount.first);
    Some(found)
}

pub(super) fn can_be(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let mut found = bounded(scene, amount, limit::can_be(scene, amount)?);
    found.addressee = None;
    Some(found)
}
