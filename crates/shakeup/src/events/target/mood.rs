//! Whether somebody wants, orders or plans what a verb says, by the words before it.

use std::ops::Range;

use super::aside::{before_aside, before_date, before_reflexive, given_term, is_presented, term_before};
use super::by::By;
use super::demand::{gerund_mood, that_mood};
use super::means::{carrier, contained, funded, means, purpose};
use super::modal::{self, is_effect, modal_mood, own_figure, says_of_itself};
use super::presenter::{presented_plan, stands_for_plan};
use super::scene::{Hit, Scene};
use crate::lexicon::{CueClass as C, Form, class, words};
use crate::mentions::quantity::Dimension;
use crate::record::{Change, Comparator, Realis};

/// Who wants it, of whom, and how firmly.
#[derive(Debug, Clone)]
pub(super) struct Mood {
    pub(super) rule: By,
    pub(super) realis: Realis,
    /// Before this token stands who wants it.
    pub(super) head: usize,
    /// The noun of a plan or a goal, where that says it: "the plan to".
    pub(super) noun: Option<Hit>,
    /// Who must do it, where that is somebody else.
    pub(super) addressee: Option<Range<usize>>,
    /// Who wants it does it: "plans to hire".
    pub(super) own: bool,
    /// The participle before "by": "a bill pushed by farmers".
    pub(super) backer: Option<usize>,
}

/// Whether somebody wants what the verb says, by the words before it.
pub(super) fn mood(scene: &Scene<'_, '_>, verb: &Hit) -> Option<Mood> {
    mood_of(scene, verb, 0)
}

pub(super) fn mood_of(scene: &Scene<'_, '_>, verb: &Hit, depth: usize) -> Option<Mood> {
    let mut at = scene.before(verb.first);
    // "to be capped", "will be raised": the verb group's own auxiliaries; "will have served" is a result
    let perfect = at.filter(|&i| verb.cue.form.has(Form::PARTICIPLE) && scene.is(i, &[words::HAVE]));
    if let Some(modal) = perfect.and_then(|i| scene.before(i)).filter(|&i| scene.has(i, class::MODAL)) {
        return modal::unreal(scene, verb, modal);
    }
    if let Some(carrier) = carrier(scene, verb).filter(|_| depth < 3) {
        return mood_of(scene, &carrier, depth + 1);
    }
    if let Some(be) = at.filter(|&i| scene.is_be(i) && verb.cue.form.has(Form::GERUND)) {
        // "the goal is cutting", "the goal appears to be cutting"
        let appears = scene.before(be).filter(|&t| scene.is(t, &[words::TO])).and_then(|t| scene.before(t));
        // "is cutting 500 jobs": announced and under way
        let now = scene.is(be, &[words::IS, words::ARE]) && verb.cue.class == C::Change && verb.cue.change.is_some();
        let counted = |a: &crate::mentions::quantity::Amount| a.first == verb.last && a.dimension == Dimension::Count;
        if now && scene.amounts.iter().any(|a| counted(a) || is_raised_to(scene, verb, a)) {
            return Some(own(By::IsDoing, None, be));
        }
        let mood = goal_before_be(scene, appears.unwrap_or(be));
        if let Some(mood) = mood.filter(|m| m.noun.is_some_and(|n| n.cue.class == C::Goal)) {
            return Some(mood);
        }
    }
    let doing = verb.cue.form.has(Form::GERUND) && at.is_some_and(|i| scene.is(i, &[words::BE]));
    while let Some(i) = at.filter(|&i| scene.is(i, &[words::BE, words::BEEN, words::HAVE])) {
        at = scene.before(i);
    }
    if doing && at.is_some_and(|i| scene.is(i, &[words::MUST, words::SHOULD])) {
        return None; // "he must be making $60,000": a guess
    }
    let Some(before) = at else {
        return finite(scene, verb, scene.sentence.first);
    };
    if let Some(mood) = wanted_done(scene, verb, before) {
        return Some(mood);
    }
    if scene.is(before, &[words::TO]) {
        return to_mood(scene, verb, before);
    }
    let contracted =
        matches!(scene.word(before), "'d" | "’d") && verb.cue.form.has(Form::BASE) && !verb.cue.form.has(Form::PAST);
    // "it says it can cut costs by 5 percent"
    let can = (scene.is_cue(before, C::Can) || scene.is(before, &[words::COULD])) && scene.has(before, class::MODAL);
    if can && verb.cue.change == Some(Change::Decrease) && says_of_itself(scene, before) {
        return Some(own(By::Promise, Some(Realis::Possible), before));
    }
    if contracted
        || scene.has(before, class::MODAL)
        || scene.is(before, &[words::NOT]) && scene.has(before.wrapping_sub(1), class::MODAL)
    {
        return modal_mood(scene, verb, before);
    }
    // "will pay all of it before scaling its part down to 90 percent"
    let then = verb.cue.form.has(Form::GERUND) && scene.is_cue(before, C::Then);
    if (then || scene.is(before, &[words::AND, words::OR, words::COMMA, words::BUT]))
        && depth < 3
        && let Some(mood) = listed(scene, verb, before, depth)
    {
        return Some(mood);
    }
    if verb.cue.form.has(Form::GERUND)
        && let Some(mood) =
            gerund_mood(scene, before).or_else(|| means(scene, verb, before)).or_else(|| contained(scene, verb, before))
    {
        return Some(mood);
    }
    // "ordered that use be reduced": a bare form, or the participle after a bare "be"
    let bare = verb.cue.form.has(Form::BASE)
        || verb.cue.form.has(Form::PARTICIPLE) && scene.before(verb.first).is_some_and(|b| scene.is(b, &[words::BE]));
    if bare && let Some(mood) = that_mood(scene, verb) {
        return Some(mood);
    }
    finite(scene, verb, before)
}

/// "is raising steel tariffs to 50 percent": a level that somebody settles.
fn is_raised_to(scene: &Scene<'_, '_>, verb: &Hit, amount: &crate::mentions::quantity::Amount) -> bool {
    const OBJECT: usize = 7;
    let level = matches!(amount.dimension, Dimension::Percent | Dimension::Money);
    let to = amount.first.checked_sub(1).filter(|&t| level && t > verb.last && scene.is(t, &[words::TO]));
    let plain = |i: usize| scene.is_nominal(i) || scene.is(i, &[words::ON, words::OF, words::FOR]);
    to.is_some_and(|t| t - verb.last <= OBJECT && (verb.last..t).all(plain))
}

/// "aims to plant trees and (to) open parks": the verb shares the mood of the one before it.
fn listed(scene: &Scene<'_, '_>, verb: &Hit, before: usize, depth: usize) -> Option<Mood> {
    let floor = scene.sentence.first.max(verb.first.saturating_sub(25));
    // "had hoped for 300 visitors but got 200"
    let told = verb.cue.form.has(Form::PAST) && matches!(verb.cue.class, C::Act | C::Do | C::Reach);
    if told && scene.is(before, &[words::BUT]) {
        return None;
    }
    // "will close 120 shops, cutting 3,000 jobs"
    let trailing =
        verb.cue.form.has(Form::GERUND) && (scene.is(before, &[words::COMMA]) || scene.is_cue(before, C::Then));
    for at in (floor..before).rev() {
        let same = |h: &&Hit| {
            if trailing && h.verb && matches!(h.cue.class, C::Change | C::Do) {
                return true;
            }
            matches!(h.cue.class, C::Change | C::Do | C::Act | C::Give | C::Cap | C::Set)
                && h.cue.form.0 & verb.cue.form.0 != 0
        };
        if let Some(first) = scene.hits_at(at).iter().filter(|h| scene.is_verb(h)).find(same) {
            return mood_of(scene, first, depth + 1);
        }
        if scene.is(at, &[words::TO]) && scene.hits_at(at + 1).is_empty() && verb.cue.form.has(Form::BASE) {
            return to_mood(scene, verb, at); // "plans to overhaul X and raise Y"
        }
        if scene.parts(at) {
            return None;
        }
    }
    None
}

pub(super) fn own(rule: By, realis: Option<Realis>, head: usize) -> Mood {
    Mood { rule, realis: realis.unwrap_or(Realis::Actual), head, noun: None, addressee: None, own: true, backer: None }
}

/// What stands before "to": an intent, an order to somebody, a plan.
pub(super) fn to_mood(scene: &Scene<'_, '_>, verb: &Hit, to: usize) -> Option<Mood> {
    let before = before_aside(scene, before_date(scene, scene.before(to)?));
    let before = before_reflexive(scene, before);
    let end = before + 1;
    if scene.is(before, &[words::AND, words::OR, words::COMMA]) {
        // "aims to plant trees and to open parks"
        let floor = before.saturating_sub(25).max(scene.sentence.first);
        let earlier = (floor..before)
            .rev()
            .take_while(|&i| !scene.parts(i))
            .find(|&i| scene.is(i, &[words::TO]) && is_bare(scene, i + 1));
        return earlier.and_then(|to| to_mood(scene, verb, to)).or_else(|| funded(scene, verb, to));
    }
    // "costs are likely to need to double"
    let chance = |h: &Hit| {
        scene.is_cue(h.first, C::Need)
            && h.first >= 2
            && scene.is(h.first - 1, &[words::TO])
            && scene.is_cue(h.first - 2, C::Chance)
    };
    // "was pressed to cut": others want it
    let pressed = |h: &Hit| {
        let participle = h.cue.form.has(Form::PARTICIPLE) && scene.before(h.first).is_some_and(|b| scene.is_be(b));
        participle && scene.is_cue(h.first, C::Order)
    };
    if let Some(hit) = scene.hit_ending(end, &[C::Intent, C::Give], true).filter(|h| !pressed(h)) {
        if chance(&hit) {
            return None;
        }
        return wanted(scene, &hit, own(By::Intent, hit.cue.realis, hit.first));
    }
    if let Some(hit) = scene.hit_ending(end, &[C::Expect], true) {
        let be = scene.before(hit.first).is_some_and(|b| scene.is_be(b));
        let doing = matches!(verb.cue.class, C::Do | C::Change) && !verb.cue.trade;
        // "is expected to seek $80 billion": others say so
        if be && verb.cue.class == C::Give && verb.cue.form.has(Form::BASE) && !is_forecast(scene, hit.first) {
            return Some(Mood { own: false, ..own(By::ExpectedToPropose, Some(Realis::Possible), hit.first) });
        }
        let aside =
            scene.before(hit.first).is_none_or(|b| scene.is(b, &[words::COMMA])) && hit.cue.form.has(Form::PARTICIPLE);
        return (!be && doing && !aside && !is_forecast(scene, hit.first))
            .then(|| own(By::ExpectsOfItself, None, hit.first));
    }
    if let Some(hit) = scene.hit_ending(end, &[C::Need], true) {
        // "is likely to need to double"
        let chance = hit.first >= 2 && scene.is(hit.first - 1, &[words::TO]) && scene.is_cue(hit.first - 2, C::Chance);
        if chance {
            return None;
        }
        return wanted(scene, &hit, own(By::Need, None, hit.first)); // "no longer needs to"
    }
    if scene.has(before, class::HAVE) {
        if scene.is(before, &[words::HAD]) {
            return None; // what had to be done is done
        }
        return Some(own(By::Need, None, before));
    }
    if let Some(hit) = scene.hit_ending(end, &[C::Order], true) {
        // "was ordered to cut": the subject must
        let be = scene.before(hit.first).filter(|&b| scene.is_be(b));
        // "Mines ordered to cut waste by 5 percent"
        let headed = || (scene.sentence.headline && hit.cue.form.has(Form::PARTICIPLE)).then_some(hit.first);
        return be.or_else(headed).map(|b| Mood {
            rule: By::OrderedTo,
            realis: Realis::Actual,
            head: b,
            noun: None,
            addressee: None,
            own: true,
            backer: None,
        });
    }
    if scene.is_cue(to - 1, C::Chance) {
        return None; // "is likely to grow"
    }
    // "would like to plant", "she'd like to"
    let would = |m: usize| scene.is(m, &[words::WOULD]) || matches!(scene.word(m), "'d" | "’d");
    if scene.is(before, &[words::LIKE])
        && let Some(modal) = scene.before(before).filter(|&m| would(m))
    {
        return wanted(scene, &Hit { first: modal, last: before + 1, ..*verb }, own(By::Intent, None, modal));
    }
    if let Some(mood) = given_term(scene, before) {
        return Some(mood);
    }
    if scene.is_be(before) {
        let strong = matches!(verb.cue.class, C::Change | C::Do | C::Cap | C::Move) && !verb.cue.trade;
        let present = scene.is(before, &[words::IS, words::ARE]) && strong;
        return goal_before_be(scene, before).or_else(|| present.then(|| own(By::IsTo, None, before)));
    }
    if let Some(bent) = scene.hits_at(before).iter().find(|h| h.cue.class == C::Bent) {
        let decreed = || verb.cue.class == C::Move && own_figure(scene, before).is_some();
        let aims = matches!(verb.cue.class, C::Change | C::Do | C::Give | C::Cap | C::Set) && !is_effect(scene, verb);
        let aims = aims || verb.cue.class == C::Act && !verb.cue.trade && scene.is_cue(before, C::Vow); // "committed to taking"
        // "is willing to pay as much as $3 million a year": no price but how far it goes
        let goes_to = |a: &crate::mentions::quantity::Amount| {
            a.dimension == Dimension::Money
                && a.comparator == Comparator::Le
                && (verb.last..verb.last + 2).contains(&a.first)
        };
        let aims = aims || scene.is_cue(verb.first, C::Gift) && scene.amounts.iter().any(goes_to);
        if !aims && !decreed() {
            return None;
        }
        let be = scene.before(before).filter(|&b| scene.is_be(b)).unwrap_or(before);
        // "was supposed to release 300": others said that it must
        let owed = scene.is_cue(before, C::Vow) && scene.is_cue(before, C::Binding);
        return Some(own(if owed { By::OrderedTo } else { By::SetOnDoing }, bent.cue.realis, be));
    }
    // "wants the budget to be capped": the budget is no plan to do so
    if scene.is(verb.first.wrapping_sub(1), &[words::BE])
        && let Some(mood) = order_of(scene, verb, before)
    {
        return Some(mood);
    }
    // "the plan to cut", "a goal (of this order) to cut": the noun ends right before, or a short phrase lies between
    let floor = before.saturating_sub(8).max(scene.sentence.first);
    for at in (floor..=before).rev() {
        if let Some(noun) =
            scene.hits_at(at).iter().find(|h| matches!(h.cue.class, C::Plan | C::Goal | C::Promise) && scene.is_noun(h))
        {
            let near = noun.last == before + 1 || scene.has(noun.last, class::PREPOSITION);
            if near || is_presented(scene, noun, before) {
                let mood = Mood { noun: Some(*noun), ..own(By::PlanTo, plan_realis(scene, noun), noun.first) };
                // "a bill pushed by farmers to raise the fee"
                let pushed = !near && scene.is(noun.last + 1, &[words::BY]);
                return Some(Mood { own: !pushed, backer: pushed.then_some(noun.last), ..mood });
            }
        }
        let presents =
            |i: usize| scene.hit_ending(i, &[C::Plan], false).is_some_and(|n| is_presented(scene, &n, before));
        if scene.has(at, class::VERB.or(class::MODAL)) && scene.is_finite(at) && !presents(at) {
            break;
        }
    }
    if scene.is(before, &[words::COLON]) {
        // "The big goal: to keep …"
        let noun = scene.hit_ending(before, &[C::Goal, C::Plan], false)?;
        return Some(Mood { noun: Some(noun), ..own(By::GoalIsTo, None, noun.first) });
    }
    let finite = (scene.sentence.first..before).any(|i| scene.is_finite(i) || scene.has(i, class::BE));
    if scene.sentence.headline
        && !finite
        && !is_effect(scene, verb)
        && scene.is_nominal(before)
        && matches!(verb.cue.class, C::Change | C::Do)
        && !verb.cue.trade
    {
        return Some(own(By::HeadlineTo, None, to)); // "Steel firm to cut 45,000 jobs"
    }
    if (verb.cue.class == C::Move || verb.cue.class == C::Change)
        && let Some(mood) = expects_own(scene, before)
    {
        return Some(mood);
    }
    let order = order_of(scene, verb, before);
    // "met in Geneva to pledge $7.5 billion"
    let pledge =
        || (verb.cue.class == C::Give && verb.cue.form.has(Form::BASE)).then(|| own(By::Promise, None, before + 1));
    order.or_else(pledge).or_else(|| purpose(scene, verb, before)).or_else(|| funded(scene, verb, to))
}

/// "the goal (of the campaign) is": the noun that is the subject of "be".
fn goal_before_be(scene: &Scene<'_, '_>, be: usize) -> Option<Mood> {
    let floor = be.saturating_sub(16).max(scene.sentence.first);
    let noun = scene.find_hit(floor..be, &[C::Goal, C::Plan]).filter(|n| scene.is_noun(n))?;
    let subject = noun.last == be
        || scene.has(noun.last, class::PREPOSITION.or(class::ADVERB))
        || scene.is(noun.last, &[words::COMMA]);
    subject.then(|| Mood { noun: Some(noun), ..own(By::GoalIsTo, None, noun.first) })
}

/// "expects its capital spending to rise to": what it spends itself is its plan; what it earns is a forecast.
fn expects_own(scene: &Scene<'_, '_>, before: usize) -> Option<Mood> {
    if !scene.has_word(before..before + 1, C::Own) {
        return None;
    }
    let floor = before.saturating_sub(6).max(scene.sentence.first);
    let hit = scene.find_hit(floor..before, &[C::Expect]).filter(|h| h.verb && !is_forecast(scene, h.first))?;
    let be = scene.before(hit.first).is_some_and(|b| scene.is_be(b));
    (!be).then(|| own(By::ExpectsOfItself, None, hit.first))
}

/// "wants rents frozen at $900", "wanted the fee cut to $5": the participle of what is wanted.
fn wanted_done(scene: &Scene<'_, '_>, verb: &Hit, before: usize) -> Option<Mood> {
    const OBJECT: usize = 6;
    if !verb.cue.form.has(Form::PARTICIPLE) || !matches!(verb.cue.class, C::Change | C::Cap) {
        return None;
    }
    let floor = before.saturating_sub(OBJECT).max(scene.sentence.first);
    let inside = |i: usize| scene.is_nominal(i) || scene.has(i, class::DETERMINER.or(class::POSSESSIVE));
    let wish = |i: usize| {
        let wants = |h: &&Hit| h.verb && h.cue.class == C::Intent && scene.is_cue(h.first, C::Wish) && h.last <= before;
        scene.hits_at(i).iter().find(wants).copied()
    };
    let at = (floor..=before).rev().find(|&i| wish(i).is_some() || !inside(i))?;
    let hit = wish(at)?;
    let object = scene.skip_small(hit.last)..before + 1;
    wanted(scene, &hit, Mood { addressee: Some(object), own: false, ..own(By::Order, None, hit.first) })
}

/// A bare verb form of any table.
pub(super) fn is_bare(scene: &Scene<'_, '_>, at: usize) -> bool {
    let known =
        scene.token(at).and_then(|t| scene.reading.tables.verb_form(t.word)).is_some_and(|v| v.form.has(Form::BASE));
    known || scene.hits_at(at).iter().any(|h| h.cue.form.has(Form::BASE))
}

/// "ordered the mines to cut", "push for the agency to make": somebody stands between the order and "to".
fn order_of(scene: &Scene<'_, '_>, _verb: &Hit, before: usize) -> Option<Mood> {
    const REACH: usize = 18; // "called on lenders, among them the development banks, to raise"
    let floor = before.saturating_sub(REACH).max(scene.sentence.first);
    for at in (floor..before).rev() {
        let order = |h: &&Hit| {
            h.last <= before
                && scene.is_verb(h)
                && (h.cue.class == C::Order || h.cue.class == C::Intent && scene.is_cue(h.first, C::Wish))
        };
        if let Some(hit) = scene.hits_at(at).iter().find(order) {
            if scene.is(hit.last, &[words::TO]) {
                return None; // "wants to use the money to": nobody is ordered
            }
            // "a bill pushed by farmers to raise the fee": who pushes it
            if scene.is(hit.last, &[words::BY]) && hit.cue.form.has(Form::PARTICIPLE) {
                // "the mines were ordered by the court to cut"
                if let Some(be) = scene.before(hit.first).filter(|&b| scene.is_be(b)) {
                    let mood = Mood { backer: Some(hit.first), ..own(By::OrderedTo, None, be) };
                    return wanted(scene, hit, mood);
                }
                let mood =
                    Mood { own: false, backer: Some(hit.first), ..own(By::Order, Some(Realis::Possible), hit.first) };
                return wanted(scene, hit, mood);
            }
            // "directed the agency to allow enough sites to power"
            let end = (hit.last..before + 1).find(|&i| scene.is(i, &[words::TO])).unwrap_or(before + 1);
            let addressee = scene.skip_small(hit.last)..end.max(hit.last + 1);
            let mood = Mood { addressee: Some(addressee), own: false, ..own(By::Order, None, hit.first) };
            return wanted(scene, hit, mood);
        }
        // "promised voters to cut the tax by 5 percent"
        let vows = |h: &&Hit| h.verb && h.cue.class == C::Intent && scene.is_cue(h.first, C::Vow) && h.last == before;
        if let Some(hit) = scene.hits_at(at).iter().find(vows)
            && scene.is_nominal(before)
        {
            return wanted(scene, hit, own(By::Intent, hit.cue.realis, hit.first));
        }
        // "gave the mills until March to cut waste to 4 percent"
        let gift = |h: &&Hit| h.verb && h.cue.class == C::Gift && scene.is_cue(h.first, C::Getting) && h.last <= before;
        if let Some(hit) = scene.hits_at(at).iter().find(gift)
            && let Some(term) = term_before(scene, hit.last, before)
        {
            let mood = Mood {
                addressee: Some(scene.skip_small(hit.last)..term),
                own: false,
                ..own(By::Order, None, hit.first)
            };
            return wanted(scene, hit, mood);
        }
        let noun = |h: &&Hit| matches!(h.cue.class, C::Plan | C::Promise) && scene.is_noun(h);
        if let Some(hit) = scene.hits_at(at).iter().find(noun).filter(|h| scene.is(h.last, &[words::FOR])) {
            let addressee = scene.skip_small(hit.last + 1)..before + 1;
            return Some(Mood {
                addressee: Some(addressee),
                own: false,
                noun: Some(*hit),
                ..own(By::PlanFor, plan_realis(scene, hit), hit.first)
            });
        }
        let there = scene.is(at, &[words::THERE, words::QUOTE]);
        if scene.parts(at) || scene.has(at, class::MODAL) || scene.is_be(at) || there {
            return None;
        }
    }
    None
}

/// A wish that is denied ("does not plan to") or only possible ("may ask").
pub(super) fn wanted(scene: &Scene<'_, '_>, hit: &Hit, mut mood: Mood) -> Option<Mood> {
    if is_forecast(scene, hit.first) {
        return None;
    }
    let group = hit.first.saturating_sub(4).max(scene.sentence.first)..hit.first;
    // "would have required": it does not
    let unreal = scene.is(hit.first.wrapping_sub(1), &[words::HAVE])
        && scene.before(hit.first - 1).is_some_and(|b| scene.is(b, &[words::WOULD]));
    let negated = unreal || group.clone().any(|i| scene.has(i, class::NEGATION));
    let maybe = group.clone().any(|i| {
        scene.is(i, &[words::MAY, words::MIGHT, words::COULD]) && scene.has(i, class::MODAL)
            || scene.has(i, class::CONDITION)
    });
    let said_only = group.clone().any(|i| scene.is_cue(i, C::Hearsay));
    if negated {
        mood.realis = Realis::Denied;
    } else if (maybe || said_only) && mood.realis == Realis::Actual {
        mood.realis = Realis::Possible;
    }
    Some(mood)
}

/// What a plan's own words say of it: "a proposal", "the bill", "a proposed rule" are not settled.
pub(super) fn plan_realis(scene: &Scene<'_, '_>, noun: &Hit) -> Option<Realis> {
    let near = noun.first.saturating_sub(3).max(scene.sentence.first)..noun.last;
    let stopped = noun.first.saturating_sub(5).max(scene.sentence.first)..noun.first;
    let stopped = scene.find_hit(stopped, &[C::Stop]).is_some_and(|h| h.verb);
    let none = scene.is(noun.first.wrapping_sub(1), &[words::NO]); // "there is no plan to"
    if stopped || none || scene.has_word(near.clone(), C::Denied) {
        return Some(Realis::Denied);
    }
    scene.has_word(near, C::Possible).then_some(Realis::Possible)
}

/// Analysts, surveys and forecasts want nothing.
pub(super) fn is_forecast(scene: &Scene<'_, '_>, at: usize) -> bool {
    let floor = at.saturating_sub(8).max(scene.sentence.first);
    scene.has_word(floor..at, C::Person)
}

/// The verb is itself a promise, a cap, or what a bill does.
fn finite(scene: &Scene<'_, '_>, verb: &Hit, before: usize) -> Option<Mood> {
    match verb.cue.class {
        C::Give => wanted(scene, verb, own(By::Promise, verb.cue.realis, verb.first)),
        C::Order => wanted(scene, verb, Mood { own: false, ..own(By::Promise, verb.cue.realis, verb.first) }),
        // "prices froze at $5": by themselves
        C::Cap if is_cue_verb(scene, verb, C::Act) && is_intransitive(scene, verb) => None,
        C::Cap => wanted(scene, verb, Mood { own: false, ..own(By::Cap, None, verb.first) }),
        // "has earmarked $2 million": what is set aside is to be spent
        C::Do if is_cue_verb(scene, verb, C::Give) && is_cue_verb(scene, verb, C::Granting) => {
            wanted(scene, verb, own(By::Promise, verb.cue.realis, verb.first))
        }
        // "the bill included $6.5 billion for"
        C::Act | C::Do if verb.cue.form.has(Form::PAST) && is_cue_verb(scene, verb, C::Holds) => {
            let before = if scene.has(before, class::THAT) { scene.before(before)? } else { before };
            let near = before.saturating_sub(2).max(scene.sentence.first)..before + 1;
            let plan = scene
                .find_hit(near, &[C::Law, C::Promise, C::Budget])
                .filter(|h| scene.is_noun(h) && h.last == before + 1)?;
            let money = scene
                .amounts
                .iter()
                .any(|a| a.dimension == Dimension::Money && (verb.last..verb.last + 2).contains(&a.first));
            let realis = plan_realis(scene, &plan).unwrap_or(Realis::Possible);
            money.then(|| Mood { own: false, ..own(By::APlanDoes, Some(realis), verb.first) })
        }
        C::Change | C::Set | C::Do | C::Act if verb.cue.form.has(Form::PRESENT) || verb.cue.form.has(Form::GERUND) => {
            let before = if scene.has(before, class::THAT) { scene.before(before)? } else { before };
            let subject = scene.find_hit(before.saturating_sub(4).max(scene.sentence.first)..before + 1, &[C::Plan]);
            let unveiled = || presented_plan(scene, before, verb);
            let subject = subject.filter(|s| s.last == before + 1).or_else(unveiled);
            let money = |a: &crate::mentions::quantity::Amount| {
                a.dimension == Dimension::Money && (verb.last..verb.last + 3).contains(&a.first)
            };
            if subject.is_none() && scene.amounts.iter().any(money) && stands_for_plan(scene, before) {
                return Some(Mood { own: false, ..own(By::APlanDoes, Some(Realis::Possible), verb.first) });
            }
            let subject = subject?;
            // a campaign that spends is people
            let people = scene.has(subject.first, class::ORG_GENERIC);
            let plain = scene.is_noun(&subject) && !people;
            plain.then(|| Mood {
                own: false,
                ..own(By::APlanDoes, Some(plan_realis(scene, &subject).unwrap_or(Realis::Possible)), verb.first)
            })
        }
        _ => None,
    }
}

fn is_intransitive(scene: &Scene<'_, '_>, verb: &Hit) -> bool {
    scene.is(verb.last, &[words::AT]) && !scene.before(verb.first).is_some_and(|b| scene.is_be(b))
}

fn is_cue_verb(scene: &Scene<'_, '_>, verb: &Hit, class: C) -> bool {
    scene.hits_at(verb.first).iter().any(|h| h.verb && h.last == verb.last && h.cue.class == class)
}

impl Scene<'_, '_> {
    /// A verb in a finite form by the verb tables.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let form = self.reading.tables.verb_form(token.word).map(|v| v.form);
        token.has(class::MODAL) && !token.has(class::MONTH)
            || form.is_some_and(|f| f.has(Form::PAST) && !f.has(Form::BASE))
    }

    /// The first token at or after `at` that is no preposition, article or adverb.
    pub(super) fn skip_small(&self, mut at: usize) -> usize {
        while self.has(at, class::PREPOSITION.or(class::DETERMINER).or(class::ADVERB)) && at + 1 < self.sentence.last {
            at += 1;
        }
        at
    }
}
