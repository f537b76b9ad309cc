//! The figures that a target is set against, and the other numbers of its list.

use std::ops::Range;

use super::TargetDraft;
use super::by::By;
use super::merge::shares_word;
use super::scene::{self, Scene};
use super::slots;
use crate::lexicon::{CueClass as C, class, words};
use crate::mentions::quantity::{Amount, Dimension};
use crate::reading::Reading;
use crate::record::{Comparator, TargetKind};

pub(super) fn used(drafts: &[TargetDraft], amount: &Amount) -> bool {
    drafts.iter().any(|d| d.amount.core == amount.core)
}

/// The amount with the unit of its target, where it names none itself: "to 5,100 from 6,300".
fn alike(scene: &Scene<'_, '_>, amount: &Amount, target: &Amount) -> Option<Amount> {
    let mut found = amount.clone();
    // "from 1.7 million last year" counts no years
    let timed = |c: &std::ops::Range<usize>| scene.has(c.end - 1, class::TIME_UNIT);
    // "bans more than 50 guests … from five parishes"
    let head = |c: &Range<usize>| scene.word(c.end - 1).trim_end_matches('s').to_lowercase();
    let after = amount.first >= target.last;
    let heads = amount.counted.as_ref().zip(target.counted.as_ref()).filter(|(own, _)| after && !timed(own));
    if heads.is_some_and(|(own, other)| head(own) != head(other)) {
        return None;
    }
    let bare = amount.dimension == Dimension::Count && amount.counted.as_ref().is_none_or(timed);
    if amount.unit != target.unit {
        // "$7.25 an hour in 21 states, up from 18": of the states
        let other = |a: &Amount| {
            a.is_amount()
                && a.dimension == Dimension::Count
                && a.core.start >= target.last
                && a.core.end <= amount.first
        };
        if !bare || target.dimension == Dimension::Times || scene.amounts.iter().any(other) {
            return None;
        }
        found.dimension = target.dimension;
        found.unit = target.unit.clone();
    }
    if found.period.is_none() {
        found.period = target.period.clone();
    }
    Some(found)
}

/// "199 billion baht, against 185 billion targeted": a bare large number has the unit of the amount before it.
pub(super) fn same_unit(scene: &Scene<'_, '_>, amount: &mut Amount) {
    const LARGE: f64 = 1e5;
    if amount.dimension != Dimension::Count || amount.counted.is_some() || amount.value() < LARGE {
        return;
    }
    let measured = |a: &&Amount| matches!(a.dimension, Dimension::Money | Dimension::Physical) && a.is_amount();
    let before = scene.amounts.iter().rev().filter(|a| a.core.end <= amount.first).find(measured);
    if let Some(before) = before.filter(|b| b.value() >= LARGE) {
        amount.dimension = before.dimension;
        amount.unit = before.unit.clone();
        amount.period = amount.period.take().or_else(|| before.period.clone());
    }
}

/// "from 7 to 3", "to 5,100 from 6,300", "up from 1,800", "against 227.5 billion", "its $85 billion … by $10 billion".
pub(super) fn baselines(scene: &Scene<'_, '_>, drafts: &mut Vec<TargetDraft>, from: usize) {
    let targets = from..drafts.len();
    // "from the 4,000-strong workforce" says how large a thing is
    let attribute = |a: &Amount| a.dimension == Dimension::Count && scene.is(a.core.end, &[words::DASH]);
    for amount in scene.amounts.iter().filter(|a| a.is_amount() && !a.verb && !attribute(a)) {
        if used(&drafts[from..], amount) {
            make_baseline(scene, drafts, targets.clone(), amount);
            continue;
        }
        // "up from 202 million in 1986 and 220 million in 1985"
        let listed =
            drafts.last().filter(|d| d.kind == TargetKind::Baseline && d.rule == By::SetAgainst).is_some_and(|d| {
                let and = amount.first.checked_sub(1).is_some_and(|b| scene.is(b, &[words::AND]));
                and && amount.core.start > d.amount.last && amount.first - d.amount.last <= 5
            });
        let listed = if listed { drafts.last().and_then(|d| d.of) } else { None };
        let near = targets
            .clone()
            .rfind(|&i| drafts[i].kind != TargetKind::Baseline && linked(scene, amount, &drafts[i].amount));
        let Some(of) = near.or(listed) else { continue };
        let Some(mut alike) = alike(scene, amount, &drafts[of].amount) else { continue };
        if drafts[of].amount.period.is_none() {
            drafts[of].amount.period = amount.period.clone(); // "cut its $85 billion a month in purchases by $10 billion"
        }
        // "spending of 243 billion against 227 billion this year": both are of a year
        if drafts[of].amount.period.is_none() && is_flow(scene, &drafts[of]) && of_a_year(scene, amount) {
            drafts[of].amount.period = Some("year".into());
            alike.period = drafts[of].amount.period.clone();
        }
        let target = &drafts[of];
        let baseline = TargetDraft {
            evidence: amount.first.min(target.amount.first)..amount.last.max(target.amount.last),
            amount: alike,
            kind: TargetKind::Baseline,
            rule: By::SetAgainst,
            metric: target.metric.clone(),
            setter: None,
            deadline: None,
            of: Some(of),
            realis: crate::record::Realis::Actual,
            ..target.clone()
        };
        drafts.push(baseline);
    }
}

/// "The current minimum is $10.10", beside a wage of $15 that somebody wants: the level in force is what it is set against.
pub(super) fn in_force(reading: &Reading<'_>, drafts: &mut [TargetDraft]) {
    const NEAR: usize = 6; // targets on either side
    const REACH: usize = 120; // tokens
    for i in 0..drafts.len() {
        let level = &drafts[i];
        let goal = matches!(level.rule, By::GoalIsNumber | By::GoalOfNumber | By::NumberBeforeGoal);
        let start = level.evidence.start;
        let first = start.saturating_sub(2).max(level.sentence.start);
        let current = || (first..start).any(|t| scene::is_cue(reading, t, C::Present));
        if !goal || matches!(level.kind, TargetKind::Baseline | TargetKind::Actual) || !current() {
            continue;
        }
        let around = i.saturating_sub(NEAR)..(i + NEAR + 1).min(drafts.len());
        let wanted = around.filter(|&j| j != i).find(|&j| {
            let other = &drafts[j];
            let apart = other.sentence.start.abs_diff(level.sentence.start);
            matches!(other.kind, TargetKind::Target | TargetKind::Limit)
                && other.amount.unit == level.amount.unit
                && other.amount.value() != level.amount.value()
                && apart <= REACH
                && shares_word(reading, other, level)
        });
        let Some(of) = wanted else { continue };
        let (metric, period) = (drafts[of].metric.clone(), drafts[of].amount.period.clone());
        let level = &mut drafts[i];
        level.kind = TargetKind::Baseline;
        level.of = Some(of);
        level.rule = By::SetAgainst;
        level.setter = None;
        level.amount.bound_by(Comparator::Eq);
        level.metric = level.metric.take().or(metric);
        level.amount.period = level.amount.period.take().or(period);
    }
}

/// Spending, output, exports: what is so much in a time.
fn is_flow(scene: &Scene<'_, '_>, draft: &TargetDraft) -> bool {
    let level = matches!(draft.amount.dimension, Dimension::Money | Dimension::Physical);
    level && draft.metric.as_ref().is_some_and(|m| m.clone().any(|i| scene.is_cue(i, C::Flow)))
}

/// "227 billion this year", "1.7 million tonnes in 1986".
fn of_a_year(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let dates = &scene.reading.dates;
    let next = dates.get(dates.partition_point(|d| d.tokens.end <= amount.core.end));
    let near = next.filter(|d| d.tokens.start <= amount.last + 1);
    near.is_some_and(|d| {
        let last = d.tokens.end - 1;
        scene.is_cue(last, C::Yearly) || slots::is_year(scene, last)
    })
}

/// "up from the 1,800 per day quota": found as a goal of its own, but another is set against it.
fn make_baseline(scene: &Scene<'_, '_>, drafts: &mut [TargetDraft], targets: std::ops::Range<usize>, amount: &Amount) {
    let own = targets.clone().find(|&i| drafts[i].amount.core == amount.core);
    // "cut its target of 940,000 barrels to 870,000"
    let moved = |d: &TargetDraft| {
        let apart = |i: usize| scene.parts(i) || scene.is(i, &[words::COMMA]);
        d.rule == By::GoalChanged
            && amount.last < d.amount.first
            && d.amount.first - amount.last <= 7
            && !(amount.last..d.amount.first).any(apart)
            && scene.is(amount.first.wrapping_sub(1), &[words::OF])
    };
    let other = targets.clone().rfind(|&i| {
        drafts[i].amount.core != amount.core
            && (linked(scene, amount, &drafts[i].amount) || moved(&drafts[i]))
            && drafts[i].amount.unit == amount.unit
    });
    if let (Some(own), Some(of)) = (own, other)
        && drafts[of].kind != TargetKind::Baseline
    {
        if drafts[of].amount.period.is_none() {
            drafts[of].amount.period = drafts[own].amount.period.clone();
        }
        drafts[own].kind = TargetKind::Baseline;
        drafts[own].of = Some(of);
        drafts[own].metric = drafts[of].metric.clone().or_else(|| drafts[own].metric.clone());
        drafts[own].addressee = drafts[of].addressee.clone();
    }
}

/// "up from last season's yield of 1,800": after "up from" or "against" any nouns may stand before the amount.
fn after_up_from(scene: &Scene<'_, '_>, amount: &Amount, before: usize) -> usize {
    let floor = amount.first.saturating_sub(7).max(scene.sentence.first);
    let noun = |i: usize| {
        let year = slots::is_year(scene, i); // "up from the 1986 outlay of"
        scene.is_nominal(i) || year || scene.has(i, class::DETERMINER) || scene.is(i, &[words::OF])
    };
    let mut at = before;
    while at > floor && noun(at - 1) && !scene.is_cue(at - 1, C::Against) {
        at -= 1;
    }
    let link = at.checked_sub(1);
    // "far below the current rate of 35 percent"
    let current = (at..amount.first).any(|i| scene.is_cue(i, C::Present));
    let up = link.is_some_and(|l| {
        scene.is(l, &[words::FROM]) && scene.is(l.wrapping_sub(1), &[words::UP, words::DOWN])
            || scene.is_cue(l, C::Against)
            || current && scene.is_cue(l, C::Side)
    });
    if up { at } else { before }
}

/// Whether the words between say that the target is set against the amount.
fn linked(scene: &Scene<'_, '_>, amount: &Amount, target: &Amount) -> bool {
    if target.core == amount.core {
        return false;
    }
    let mut before = amount.first;
    while before > scene.sentence.first
        && (scene.has(before - 1, class::DETERMINER.or(class::POSSESSIVE))
            || scene.is_cue(before - 1, C::Earlier)
            || scene.token(before - 1).is_some_and(|t| t.is_possessive())
            || scene.is(before - 1, &[words::OF]))
    {
        before -= 1;
    }
    before = after_up_from(scene, amount, before);
    let Some(link) = before.checked_sub(1) else { return false };
    let from = scene.is(link, &[words::FROM]);
    if target.first >= amount.core.end {
        // "from $11 to $14"; "the 70,000-tonne surplus by 20,000 tonnes"
        let between = amount.last.min(target.first)..target.first;
        let to = scene.is(target.first - 1, &[words::TO]);
        let by = scene.is(target.first - 1, &[words::BY]);
        let determined = before < amount.first;
        return from && to && between.len() <= 6
            || by && determined && !from && between.len() <= 9 && between.clone().all(|i| !scene.parts(i));
    }
    let between = target.last..link;
    if amount.first < target.last || between.len() > 14 {
        return false;
    }
    let below = scene.is_cue(link, C::Side) && (link..amount.first).any(|i| scene.is_cue(i, C::Present));
    let against =
        scene.is_cue(link, C::Against) || below || scene.is(link, &[words::AFTER]) && of_a_year(scene, amount);
    let compared = scene.is(link, &[words::WITH, words::TO]) && scene.is_cue(link - 1, C::Against);
    // "cut 300 jobs from its 4,000-strong workforce" tells what is cut into
    let own = amount
        .first
        .checked_sub(1)
        .is_some_and(|b| scene.is(b, &[words::A, words::AN]) || scene.has(b, class::POSSESSIVE));
    let to = target.first.checked_sub(1).is_some_and(|b| scene.is(b, &[words::TO]));
    if from && own && !to && !scene.is(link.wrapping_sub(1), &[words::UP, words::DOWN]) {
        return false;
    }
    let stops = between
        .clone()
        .any(|i| scene.parts(i) && !scene.is(i, &[words::EN_DASH, words::EM_DASH, words::DASH, words::TWO_DASHES]));
    (from || against || compared) && !stops
}

/// "rising", "falling": a verb of moving as a gerund.
fn moves(scene: &Scene<'_, '_>, at: usize) -> bool {
    let moving =
        |h: &crate::events::target::scene::Hit| matches!(h.cue.class, C::Move | C::Change) && h.cue.change.is_some();
    scene.hits_at(at).iter().any(moving)
}

/// "sets spending at $1.012 trillion this year and $1.014 trillion next year": a number of a list is what the one before is.
pub(super) fn listed(scene: &Scene<'_, '_>, drafts: &mut Vec<TargetDraft>, from: usize) {
    for pair in scene.amounts.windows(2) {
        let [before, amount] = pair else { continue };
        let Some(of) = (from..drafts.len()).find(|&i| drafts[i].amount.core == before.core) else { continue };
        let parallel = parallel(scene, before, amount);
        if let Some(given) = (from..drafts.len()).find(|&i| drafts[i].amount.core == amount.core) {
            // "to 16.6 million barrels a day in May and to 18.3 million in June"
            let alike = drafts[given].amount.unit == drafts[of].amount.unit && drafts[given].rule == drafts[of].rule;
            if alike && drafts[given].amount.period.is_none() && amount.first - before.last.min(amount.first) <= 8 {
                drafts[given].amount.period = drafts[of].amount.period.clone();
            }
            if let Some(metric) = parallel.clone() {
                drafts[given].addressee =
                    super::who::owner_of_metric(scene, &metric).or(drafts[given].addressee.take());
                drafts[given].metric = parallel;
                drafts[given].rule = By::Listed;
            }
            continue;
        }
        let Some(mut link) = amount.first.checked_sub(1) else { continue };
        if scene.has(link, class::DETERMINER) && link > scene.sentence.first {
            link -= 1; // "a 0.5 percent tax on stocks and a 0.1 percent tax on bonds"
        }
        // "50,000 jobs as well as 60,000 troops"
        let well = scene.is_cue(link.saturating_sub(2), C::AsWell).then_some(link - 2);
        link = well.unwrap_or(link);
        let gap = before.last.min(link)..link;
        let and = scene.is(link, &[words::AND]) && amount.unit == before.unit && amount.dimension != Dimension::Count;
        let counted = (scene.is(link, &[words::AND]) || well.is_some())
            && amount.counted.is_some()
            && before.counted.is_some()
            && gap.len() <= 1;
        // "to 16 million barrels in May and to 18 million in June"
        let again = scene.is(link, &[words::TO])
            && scene.is(link.wrapping_sub(1), &[words::AND])
            && scene.is(before.first.wrapping_sub(1), &[words::TO])
            && amount.unit == before.unit
            && amount.dimension != Dimension::Count;
        let equivalent = scene.is(link, &[words::TO]) && scene.is_cue(link - 1, C::Equal) && amount.period.is_some();
        // "a ceiling of 16 million barrels, rising to 18 million in autumn"
        let later = scene.is(link, &[words::TO]) && scene.has(link - 1, class::GERUND) && moves(scene, link - 1);
        if !(and || counted || again || equivalent || later || parallel.is_some())
            || !amount.is_amount()
            || gap.len() > 14
        {
            continue;
        }
        if gap.clone().any(|i| scene.has(i, class::MODAL) || scene.is_finite(i)) {
            continue;
        }
        let first = &drafts[of];
        let same = if later { alike(scene, amount, &first.amount) } else { Some(amount.clone()) };
        let Some(mut alike) = same else { continue };
        alike.period = alike.period.or_else(|| first.amount.period.clone());
        if first.kind == TargetKind::Limit {
            alike.bound_by(first.amount.comparator);
        }
        let whose = parallel.as_ref().and_then(|m| super::who::owner_of_metric(scene, m));
        let metric = amount.counted.clone().or(parallel).or_else(|| first.metric.clone());
        let near = slots::deadline(scene, amount).filter(|(d, _)| d.start >= amount.last); // "$5 next year and $7 by 2030"
        drafts.push(TargetDraft {
            deadline: near.or_else(|| first.deadline.clone()),
            addressee: whose.or_else(|| first.addressee.clone()),
            evidence: first.evidence.start..amount.last,
            amount: alike,
            metric,
            rule: By::Listed,
            ..first.clone()
        });
    }
}

/// "cut schools by 8 percent, roads by 5 percent", "a 13 percent cut to schools, a 2 percent cut to roads": what the next
/// number is of.
fn parallel(scene: &Scene<'_, '_>, before: &Amount, amount: &Amount) -> Option<Range<usize>> {
    const LONGEST: usize = 14;
    let gap = before.last.min(amount.first)..amount.first;
    let said = gap.clone().any(|i| scene.has(i, class::MODAL) || scene.is_finite(i));
    if amount.unit != before.unit || amount.dimension == Dimension::Count || gap.len() > LONGEST || said {
        return None;
    }
    let stops = |i: &usize| scene.is(*i, &[words::COMMA, words::AND]);
    let by = |a: &Amount| a.first.checked_sub(1).is_some_and(|i| scene.is(i, &[words::BY]));
    if by(before) && by(amount) {
        stops(&gap.start).then_some(())?;
        let start = gap.clone().find(|&i| !stops(&i) && !scene.has(i, class::DETERMINER))?;
        let metric = start..amount.first - 1;
        // "cut aid by 21 percent and reduce funds by 26 percent"
        let verb = |i: usize| scene.hits_at(i).iter().any(|h| matches!(h.cue.class, C::Change | C::Move));
        return (!metric.is_empty() && !scene.has(start, class::GERUND) && !verb(start)).then_some(metric);
    }
    let noun = |a: &Amount| scene.hits_at(a.last).iter().find(|h| h.cue.class == C::Shift);
    let same = noun(before)?.cue.change == noun(amount)?.cue.change;
    let to = |a: &Amount| scene.is(a.last + 1, &[words::TO, words::IN, words::FOR]);
    let article = usize::from(gap.end > gap.start && scene.has(gap.end - 1, class::DETERMINER));
    let linked = gap.end.checked_sub(1 + article).is_some_and(|i| stops(&i));
    if !(same && linked && to(before) && to(amount)) {
        return None;
    }
    let mut start = amount.last + 2;
    start += usize::from(scene.has(start, class::DETERMINER));
    let end = (start..(start + 6).min(scene.sentence.last)).find(|&i| !scene.is_nominal(i) || stops(&i))?;
    (end > start).then_some(start..end)
}
