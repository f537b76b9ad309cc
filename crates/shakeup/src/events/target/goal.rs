//! Targets named by a noun: "2 percent inflation target", "a goal of 50 percent", "the ceiling is 15 million barrels".

use std::ops::Range;

use super::by::By;
use super::scene::{Hit, Scene};
use super::slots;
use crate::lexicon::{CueClass as C, Form, class, words};
use crate::mentions::quantity::{Amount, Dimension};
use crate::record::{Comparator, TargetKind};

const NOUNS: &[C] = &[C::Goal, C::Ceiling, C::Floor, C::Promise];

/// A goal noun with the amount that it names.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub(super) noun: Hit,
    pub(super) rule: By,
    pub(super) metric: Option<Range<usize>>,
}

impl Named {
    /// Target or limit: a quota of exports or output is a limit.
    pub(super) fn kind(&self, scene: &Scene<'_, '_>, amount: &Amount) -> TargetKind {
        match self.noun.cue.class {
            C::Ceiling => TargetKind::Limit,
            C::Goal if scene.is_cue(self.noun.first, C::Quota) => {
                let near = self.noun.first.saturating_sub(5).max(scene.sentence.first)
                    ..(amount.last + 4).min(scene.sentence.last);
                let limits = scene.has_word(near, C::Limiting) || amount.dimension == Dimension::Physical;
                if limits { TargetKind::Limit } else { TargetKind::Target }
            }
            _ => TargetKind::Target,
        }
    }
}

fn noun_at(scene: &Scene<'_, '_>, at: usize) -> Option<Hit> {
    let noun = |h: &&Hit| NOUNS.contains(&h.cue.class) || h.cue.class == C::Budget && is_presented(scene, h);
    scene.hits_at(at).iter().filter(|h| scene.is_noun(h)).find(noun).copied()
}

/// "presented a budget of $6 billion": one that somebody has is a fact, one that somebody presents is a plan.
fn is_presented(scene: &Scene<'_, '_>, budget: &Hit) -> bool {
    let floor = budget.first.saturating_sub(8).max(scene.sentence.first);
    !scene.is(budget.last, &[words::TO])
        && !scene.is_nominal(budget.last)
        && scene.find_hit(floor..budget.first, &[C::Settle, C::Give, C::Fact]).is_some_and(|h| h.verb)
}

/// "its 2 percent inflation target", "a 40-parcel daily quota", "the 15.8 mln bpd ceiling".
pub(super) fn before_noun(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Named> {
    let start = amount.core.end;
    // a counted "goals" or "targets" is no number of a goal: "scored 12 goals", "two targets"
    let bare = amount.dimension == Dimension::Count && amount.period.is_none();
    let hyphen = scene.is(start, &[words::DASH]);
    const REACH: usize = 10;
    for at in start..(start + REACH).min(scene.sentence.last) {
        if let Some(noun) = noun_at(scene, at) {
            if aside(scene, start, at) {
                return None; // "$95 a person (up to a family maximum of $285)"
            }
            let plural = scene.words(noun.first..noun.last).ends_with('s');
            let determined = amount.first.checked_sub(1).is_some_and(|b| {
                scene.has(b, class::DETERMINER.or(class::POSSESSIVE))
                    || scene.token(b).is_some_and(|t| t.is_possessive())
            });
            if bare && !hyphen && (plural || !determined || !amount.digits)
                || amount.dimension == Dimension::Time && noun.cue.class != C::Ceiling
                || noun.cue.class == C::Promise && amount.dimension != Dimension::Money
            {
                return None;
            }
            // "a 25 percent maximum tax rate"
            if scene.is_cue(noun.first, C::Extreme)
                && scene.is_possessive_or_nominal_after(noun.last)
                && !scene.is_cue(noun.last, C::Wage)
            {
                let end = (noun.last + 5).min(scene.sentence.last);
                let metric = slots::trimmed(scene, noun.last..end);
                return Some(Named { noun, rule: By::NumberBeforeGoal, metric });
            }
            let next = scene.hits_at(noun.last).first().filter(|h| NOUNS.contains(&h.cue.class));
            if scene.is_possessive_or_nominal_after(noun.last) && next.is_none() && noun.cue.class != C::Goal {
                return None; // "the 30-day limit order"
            }
            return Some(Named { noun, rule: By::NumberBeforeGoal, metric: between(scene, amount, &noun) });
        }
        if let Some(noun) = scheme_at(scene, amount, at) {
            return Some(Named { noun, rule: By::NumberBeforeGoal, metric: between(scene, amount, &noun) });
        }
        // "the $500 state and local tax cap"
        let joins =
            scene.is(at, &[words::AND]) && at > amount.last && scene.is_nominal(at - 1) && scene.is_nominal(at + 1);
        let rate = at < amount.last || aside(scene, start, at) || slots::is_year(scene, at) || joins;
        if !(rate || scene.is_nominal(at) || scene.is(at, &[words::DASH])) || scene.has(at, class::DETERMINER) && !rate
        {
            return None;
        }
    }
    None
}

/// "unveiled a 300 million dollar cost-cutting programme": a scheme that somebody presents, by what it is to cost or to bring.
fn scheme_at(scene: &Scene<'_, '_>, amount: &Amount, at: usize) -> Option<Hit> {
    const NEAR: usize = 5;
    let scheme = |h: &&Hit| h.cue.class == C::Plan && scene.is_cue(h.first, C::Scheme) && scene.is_noun(h);
    let noun = scene.hits_at(at).iter().find(scheme).copied()?;
    let end = scene.before_small(amount.first);
    let bare = |h: &Hit| scene.before(h.first).is_some_and(|b| scene.is(b, &[words::TO]) || scene.has(b, class::MODAL));
    let presents = scene.hit_ending(end, &[C::Settle, C::Give], true).filter(|h| !bare(h))?;
    let what = at > amount.last && scene.is_nominal(at - 1) && at - amount.last <= NEAR;
    let alone = !scene.is_possessive_or_nominal_after(noun.last) && !scene.is(noun.last, &[words::DASH]);
    let money = amount.dimension == Dimension::Money && amount.per.is_none();
    (money && what && alone && !presents.cue.form.has(Form::GERUND)).then_some(noun)
}

/// Inside brackets between the number and its noun: "the 50 mln Ecu (57 mln dlr) ceiling", "the $500 child benefit (CB) cap".
fn aside(scene: &Scene<'_, '_>, start: usize, at: usize) -> bool {
    let open = (start..=at).rev().find(|&i| scene.is(i, &[words::OPEN]));
    open.is_some_and(|open| !(open..at).any(|i| scene.is(i, &[words::CLOSE])))
}

/// "a $15 minimum wage", "the $15-an-hour minimum wage".
pub(super) fn before_minimum(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    let at = (amount.core.end..(amount.last + 5).min(scene.sentence.last)).find(|&i| scene.is_cue(i, C::Floor))?;
    let plain = (amount.last..at).all(|i| scene.is_nominal(i) || scene.is(i, &[words::DASH]));
    (plain && amount.dimension == Dimension::Money && scene.is_cue(at + 1, C::Wage)).then_some(at..at + 2)
}

/// "inflation" in "2 percent inflation target"; else what stands after it: "target for growth"; else the noun of a limit.
fn between(scene: &Scene<'_, '_>, amount: &Amount, noun: &Hit) -> Option<Range<usize>> {
    if amount.dimension == Dimension::Count
        && let Some(counted) = amount.counted.clone().filter(|c| c.end <= noun.first)
    {
        return Some(counted);
    }
    let inside = slots::trimmed(scene, amount.last.min(noun.first)..noun.first);
    // "the 2 percent NATO target": whose it is
    let named = |r: &Range<usize>| scene.reading.mentions.covering(r.end - 1).is_none_or(|(_, f)| f.first > r.start);
    // "pushes for a $2 trillion package"
    let own = noun.cue.class == C::Promise && amount.dimension == Dimension::Money;
    let own = || own.then_some(noun.first..noun.last);
    inside.filter(named).or_else(|| after_noun(scene, noun)).or_else(|| before_noun_words(scene, noun)).or_else(own)
}

fn after_noun(scene: &Scene<'_, '_>, noun: &Hit) -> Option<Range<usize>> {
    let linked = scene.is(noun.last, &[words::FOR, words::ON, words::OF]);
    let dated = slots::is_year(scene, noun.last + 1)
        || scene.has(noun.last + 1, class::MONTH)
        || scene.is(noun.last + 1, &[words::THIS]);
    if !linked || dated {
        return None;
    }
    let found = slots::trimmed(scene, noun.last + 1..(noun.last + 9).min(scene.sentence.last))?;
    // "its target for the month" says when.
    let when = found.len() == 1 && scene.has(found.start, class::TIME_UNIT);
    (!when).then_some(found)
}

/// "output" in "an output ceiling", "inflation" in "the inflation target".
fn before_noun_words(scene: &Scene<'_, '_>, noun: &Hit) -> Option<Range<usize>> {
    let mut first = noun.first;
    while first > scene.sentence.first
        && !scene.amounts.iter().any(|a| a.core.contains(&(first - 1)))
        && noun.first - first < 4
        && scene.is_nominal(first - 1)
        && !scene.has(first - 1, class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB))
    {
        let token = scene.token(first - 1);
        // "the cabinet set targets of", not "lending limits"
        let verb = scene.hits_at(first - 1).iter().any(|h| h.verb && !h.cue.form.has(Form::GERUND));
        if token.is_some_and(|t| t.is_possessive()) || scene.is_finite(first - 1) || verb {
            break;
        }
        first -= 1;
    }
    // "OPEC quota": whose it is says nothing of what is measured
    let name =
        first < noun.first && scene.reading.mentions.covering(noun.first - 1).is_some_and(|(_, f)| f.first <= first);
    if name || first == noun.first {
        return None;
    }
    // "reserve requirement": what is required says little alone
    let last = if scene.is_cue(noun.first, C::Decreed) { noun.last } else { noun.first };
    slots::trimmed(scene, first..last)
}

/// The metric of a goal that stands before its number.
fn metric(scene: &Scene<'_, '_>, amount: &Amount, noun: &Hit) -> Option<Range<usize>> {
    let linked = scene.is(noun.last, &[words::FOR, words::ON]) && noun.last + 1 < amount.first;
    let counted = amount.counted.clone().filter(|_| amount.dimension == Dimension::Count);
    let after = || (amount.dimension != Dimension::Count).then(|| slots::after_amount(scene, amount)).flatten();
    let own = linked.then(|| after_noun(scene, noun)).flatten().filter(|m| m.end <= amount.first);
    // "a limit of 3 percent of output on the deficit", "a ceiling of 440 on daily flights"
    let capped = (noun.cue.class == C::Ceiling && amount.last > noun.last).then(|| on_after(scene, amount)).flatten();
    counted.or(own).or(capped).or_else(|| before_noun_words(scene, noun)).or_else(after)
}

/// What a limit is on, said after its number.
fn on_after(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    const NEAR: usize = 5;
    let end = scene.sentence.last.min(amount.last + NEAR);
    let inside = |i: usize| scene.is_nominal(i) || scene.is(i, &[words::OF]) || scene.has(i, class::DETERMINER);
    let on = (amount.last..end).find(|&i| !inside(i)).filter(|&i| scene.is(i, &[words::ON]))?;
    slots::trimmed(scene, on + 1..(on + 8).min(scene.sentence.last))
}

/// "a goal of 50 percent", "growth target for 2004 of 3.1%", "its target: 300 homes".
pub(super) fn noun_of(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Named> {
    if let Some(noun) = bound_set(scene, amount) {
        return Some(Named { noun, rule: By::GoalOfNumber, metric: metric(scene, amount, &noun) });
    }
    let link = amount.first.checked_sub(1)?;
    // "the goal, 40 launches a year, was": an apposition of the noun itself
    let aside = scene.is(link, &[words::COMMA])
        && scene.is(amount.last, &[words::COMMA])
        && link.checked_sub(1).and_then(|at| noun_at(scene, at)).is_some_and(|n| n.last == link);
    // "a request for $5 million"
    let sum = scene.is(link, &[words::FOR]) && amount.dimension == Dimension::Money;
    // "the requirement for at least 3,000 volunteers"
    let bound = scene.is(link, &[words::FOR]) && matches!(amount.comparator, Comparator::Ge | Comparator::Le);
    // "plans for 800 redundancies"
    let counts = scene.is(link, &[words::FOR])
        && amount.digits
        && amount.value() >= 10.0
        && amount
            .counted
            .as_ref()
            .is_some_and(|c| !scene.has(c.end - 1, class::TIME_UNIT) && !scene.is_cue(c.end - 1, C::Timed));
    let counts = counts && !bound && amount.dimension == Dimension::Count;
    if !aside
        && !sum
        && !bound
        && !counts
        && !scene.is(link, &[words::OF, words::AT, words::TO, words::COLON, words::FROM])
    {
        return None;
    }
    let floor = link.saturating_sub(if scene.is(link, &[words::AT]) { 9 } else { 6 }).max(scene.sentence.first);
    for at in (floor..link).rev() {
        if let Some(noun) = noun_at(scene, at).filter(|n| n.last <= link) {
            // "a target range of three to six percent"
            let ranged = noun.last + 1 == link && scene.is(link, &[words::OF]) && scene.is_cue(noun.last, C::Figure);
            let told = scene.is(link, &[words::COLON]) && (noun.last..link).any(|i| scene.is_be(i));
            let near = noun.last == link
                || ranged
                || told
                || sum && scene.is(noun.last, &[words::BY])
                || scene.is(noun.last, &[words::FOR, words::ON, words::IN, words::PER]);
            let from = scene.is(link, &[words::FROM]) && noun.cue.class == C::Promise; // "commitments from 300 companies"
            // "the target of two attempts"
            let attacked = amount.dimension == Dimension::Count
                && !amount.digits
                && amount.value() < 10.0
                && noun.cue.class == C::Goal;
            let level = scene.is(link, &[words::AT]) && noun.cue.class == C::Promise; // "demand has flattened at"
            // "total demand of 5 billion francs" is a market's
            let market = scene.is_cue(noun.first, C::Market) && scene.is(link, &[words::OF]);
            // "the ceiling on deposits with terms of one year": the number is the terms'
            let prepositions = (noun.last..link).filter(|&i| scene.has(i, class::PREPOSITION)).count();
            let apart = prepositions > 1 && !scene.is(link, &[words::AT]); // "set the minimum for workers in the trade at"
            // "the plans of 300 engineers"
            let scheme = scene.is_cue(noun.first, C::Scheme) && amount.dimension != Dimension::Money && !counts;
            // "a proposal by the party for $10.10 an hour"
            let by = sum && scene.is(noun.last, &[words::BY]) && noun.cue.class == C::Promise;
            let counted =
                counts && (noun.cue.class != C::Promise || noun.last != link || scene.is_cue(noun.first, C::Market));
            let small = from
                || counted
                || market
                || apart
                || scheme
                || level
                || attacked
                || sum && (noun.cue.class != C::Promise || noun.last != link && !by)
                || amount.dimension == Dimension::Count && !amount.digits && noun.cue.class == C::Promise;
            if !near || small || amount.dimension == Dimension::Time && noun.cue.class == C::Goal {
                return None;
            }
            return Some(Named { noun, rule: By::GoalOfNumber, metric: metric(scene, amount, &noun) });
        }
        // "The target is ambitious: 40 percent"
        let copula = scene.is_be(at) && scene.is(link, &[words::COLON]);
        if scene.parts(at)
            || scene.is(at, &[words::COMMA])
            || scene.is_finite(at) && !copula
            || scene.is_be(at) && !copula
        {
            return None;
        }
    }
    None
}

/// "set a ceiling of 3 percent", "agreed to a minimum of 40": what only bounds the number elsewhere is set here.
fn bound_set(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Hit> {
    let of = amount.core.start.checked_sub(1).filter(|&i| i > amount.first && scene.is(i, &[words::OF]))?;
    let noun = scene.hits_at(of - 1).iter().find(|h| scene.is_noun(h) && NOUNS.contains(&h.cue.class)).copied()?;
    let link = amount.first.checked_sub(1)?;
    let link = if scene.is(link, &[words::TO, words::ON]) { link } else { link + 1 };
    let sets = [C::Set, C::Settle, C::Order, C::Intent, C::Give];
    // "faces a maximum of two years"
    let bears = |h: &Hit| h.cue.form.has(Form::GERUND) || scene.is_cue(h.first, C::Facing);
    let sets = scene.hit_ending(link, &sets, true).filter(|h| !bears(h));
    (amount.dimension != Dimension::Time || !scene.is_cue(noun.first, C::Extreme)).then_some(sets)?.map(|_| noun)
}

/// "Our goal is 1 million trees", "the quota has been set at 210,000 barrels", "the target is for some 17 mln tonnes".
pub(super) fn noun_is(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Named> {
    let level = level_of(scene, amount);
    let start = level.as_ref().map_or(amount.first, |l| scene.before_small(l.start));
    let mut at = start;
    let mut be = None;
    let mut group = start; // "has been set at", "will be": where the verb group begins
    let floor = start.saturating_sub(7).max(scene.sentence.first);
    while at > floor {
        at -= 1;
        if scene.is_be(at) {
            be = Some(at);
        }
        let set = scene.has_word(at..at + 1, C::Standing);
        let small = scene.is(at, &[words::AT, words::FOR, words::BY])
            || scene.has(at, class::BE.or(class::HAVE).or(class::MODAL))
            || scene.is_adverb(at);
        if set && be.is_none() {
            be = Some(at);
        }
        if !(set || small) {
            break;
        }
        group = at;
    }
    let be = be?.min(group);
    // "the guidelines set five categories"
    let few = amount.dimension == Dimension::Count && !amount.digits && amount.value() < 10.0;
    if few && !scene.is_be(be) && !scene.has(be, class::HAVE.or(class::MODAL)) {
        return None;
    }
    if scene.has(amount.last, class::COMPARATIVE.or(class::MORE)) {
        return None; // "a threshold that was 23 percent higher"
    }
    let floor = be.saturating_sub(24).max(scene.sentence.first);
    let mut relative = None;
    for at in (floor..be).rev() {
        if let Some(noun) = noun_at(scene, at) {
            let sum = noun.cue.class != C::Promise || amount.dimension == Dimension::Money;
            // "the ceiling for a family, which is $3,000", but not "the plans in its letter, which is three pages long"
            // "the cost of the plan was $5": what it costs
            let of = noun.first.saturating_sub(3).max(scene.sentence.first + 1)..noun.first;
            let costs = of.into_iter().any(|i| scene.is(i, &[words::OF]) && scene.is_cue(i - 1, C::Metric));
            if costs && noun.cue.class == C::Promise {
                return None;
            }
            let own = relative.is_none_or(|r| noun.last + 1 >= r || noun.cue.class == C::Ceiling);
            // "the target is 12 months for", not "the goal is two years away"
            let waits = scene.is_cue(noun.first, C::Aimed)
                && noun.last == be
                && (amount.last >= scene.sentence.last
                    || scene.is(amount.last, &[words::FOR, words::IN, words::COMMA, words::STOP]));
            if amount.dimension == Dimension::Time && noun.cue.class == C::Goal && !waits || !sum || !own {
                return None;
            }
            let near = noun.last >= be - 1
                || scene.has(noun.last, class::PREPOSITION)
                || scene.has(noun.last, class::HAVE.or(class::MODAL).or(class::ADVERB))
                || scene.is(noun.last, &[words::COMMA])
                || scene.is(noun.last + 1, &[words::BY]); // "the target set by the ministry is"
            // "his target bonus will remain at 150%"
            let names = |i: usize| scene.is_nominal(i) || scene.has(i, class::MODAL.or(class::ADVERB));
            let named = noun.cue.class == C::Goal || scene.is_cue(noun.first, C::Extreme);
            let attribute = named && be - noun.last <= 6 && (noun.last..be).all(names);
            if level.is_some() && noun.cue.class != C::Goal {
                return None; // "the cap was a source of"
            }
            let named = if near { metric(scene, amount, &noun) } else { slots::trimmed(scene, noun.last..be) };
            let named = level.or(named);
            return (near || attribute).then_some(Named { noun, rule: By::GoalIsNumber, metric: named });
        }
        let opens = scene.is(at, &[words::EM_DASH, words::TWO_DASHES, words::DASH]) && relative == Some(at + 1);
        if scene.has(at, class::THAT) {
            relative = Some(at);
        }
        let verb = at + 9 < be && scene.hits_at(at).iter().any(|h| h.verb);
        if scene.parts(at) && !scene.has(at, class::THAT) && !opens || scene.is_finite(at) || verb {
            return None;
        }
    }
    None
}

/// "(the target is for) growth of 3 percent", "(the goal is) a deficit of 2 percent": what the level is of.
fn level_of(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    const LONGEST: usize = 4;
    let of = amount.first.checked_sub(1).filter(|&o| scene.is(o, &[words::OF]))?;
    let floor = of.saturating_sub(LONGEST).max(scene.sentence.first + 1);
    let small = class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB).or(class::VERB);
    let inside = |i: &usize| scene.is_nominal(*i) && !scene.has(*i, small) && noun_at(scene, *i).is_none();
    let first = (floor..of).rev().take_while(inside).last()?;
    slots::trimmed(scene, first..of).filter(|m| m.end == of)
}

/// Where the verb group that a verb belongs to begins: "will", "has been", "is to be".
pub(super) fn group_before(scene: &Scene<'_, '_>, verb: usize) -> usize {
    let small = class::ADVERB.or(class::HAVE).or(class::BE).or(class::MODAL);
    let mut first = verb;
    while first > scene.sentence.first
        && (scene.has(first - 1, small) && !scene.has(first - 1, class::DETERMINER)
            || scene.is(first - 1, &[words::TO]))
    {
        first -= 1;
    }
    first
}

/// The goal noun of a subject that ends before a verb group, with what it is of: "the ceiling on deposits", "lending limits".
pub(super) fn subject_of(scene: &Scene<'_, '_>, group: usize, amount: &Amount) -> Option<Named> {
    const REACH: usize = 14;
    let floor = group.saturating_sub(REACH).max(scene.sentence.first);
    for at in (floor..group).rev() {
        let goal = |n: &Hit| matches!(n.cue.class, C::Goal | C::Ceiling | C::Floor) && n.last <= group;
        if let Some(noun) = noun_at(scene, at).filter(goal) {
            let near =
                noun.last == group || scene.has(noun.last, class::PREPOSITION) || scene.is(noun.last, &[words::COMMA]);
            // "the limit set by the ministers", "limits on foreign firms to"
            return near.then(|| {
                let metric =
                    after_noun(scene, &noun).filter(|m| m.end <= group).or_else(|| before_noun_words(scene, &noun));
                let counted = amount.counted.clone().filter(|_| amount.dimension == Dimension::Count);
                Named { noun, rule: By::GoalMoved, metric: metric.or(counted) }
            });
        }
        let comma = scene.is(at, &[words::COMMA]);
        if scene.parts(at) || scene.is_finite(at) || scene.is_be(at) || comma && at + 1 < group {
            return None;
        }
    }
    None
}

impl Scene<'_, '_> {
    /// Where the articles before a token begin.
    fn before_small(&self, mut at: usize) -> usize {
        while at > self.sentence.first && self.has(at - 1, class::DETERMINER.or(class::POSSESSIVE)) {
            at -= 1;
        }
        at
    }

    fn is_possessive_or_nominal_after(&self, at: usize) -> bool {
        let finite = self.is_finite(at) || self.has(at, class::VERB);
        let pronoun = class::IT.or(class::THEY).or(class::HE).or(class::SHE).or(class::SPEAKER);
        self.is_nominal(at)
            && !finite
            && !self.has(at, pronoun)
            && !self.has(at, class::ADVERB.or(class::DETERMINER).or(class::WEEKDAY).or(class::MONTH))
    }
}
