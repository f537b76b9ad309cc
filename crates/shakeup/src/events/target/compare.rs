//! The figures that a target is set against: baselines and results; and the same target said twice.

use super::TargetDraft;
use super::scene::Scene;
use crate::lexicon::{CueClass as C, class, words};
use crate::mentions::quantity::{Amount, Dimension};
use crate::reading::Reading;
use crate::record::TargetKind;

fn used(drafts: &[TargetDraft], amount: &Amount) -> bool {
    drafts.iter().any(|d| d.amount.core == amount.core)
}

/// The amount with the unit of its target, where it names none itself: "to 5,100 from 6,300".
fn alike(amount: &Amount, target: &Amount) -> Option<Amount> {
    let mut found = amount.clone();
    let bare = amount.dimension == Dimension::Count && amount.counted.is_none();
    if amount.unit != target.unit {
        if !bare || target.dimension == Dimension::Times {
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

/// "from 7 to 3", "to 5,100 from 6,300", "up from 1,800", "against 227.5 billion", "its $85 billion … by $10 billion".
pub(super) fn baselines(scene: &Scene<'_, '_>, drafts: &mut Vec<TargetDraft>, from: usize) {
    let targets = from..drafts.len();
    for amount in scene.amounts.iter().filter(|a| a.is_amount() && !a.verb) {
        if used(&drafts[from..], amount) {
            make_baseline(scene, drafts, targets.clone(), amount);
            continue;
        }
        let near = targets
            .clone()
            .rfind(|&i| drafts[i].kind != TargetKind::Baseline && linked(scene, amount, &drafts[i].amount));
        let Some(of) = near else { continue };
        let Some(alike) = alike(amount, &drafts[of].amount) else { continue };
        let target = &drafts[of];
        let baseline = TargetDraft {
            evidence: amount.first.min(target.amount.first)..amount.last.max(target.amount.last),
            amount: alike,
            kind: TargetKind::Baseline,
            rule: "set against",
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

/// "up from the 1,800 per day quota": found as a goal of its own, but another is set against it.
fn make_baseline(scene: &Scene<'_, '_>, drafts: &mut [TargetDraft], targets: std::ops::Range<usize>, amount: &Amount) {
    let own = targets.clone().find(|&i| drafts[i].amount.core == amount.core);
    let other = targets.clone().rfind(|&i| {
        drafts[i].amount.core != amount.core
            && linked(scene, amount, &drafts[i].amount)
            && drafts[i].amount.unit == amount.unit
    });
    if let (Some(own), Some(of)) = (own, other)
        && drafts[of].kind != TargetKind::Baseline
    {
        drafts[own].kind = TargetKind::Baseline;
        drafts[own].of = Some(of);
        drafts[own].metric = drafts[of].metric.clone().or_else(|| drafts[own].metric.clone());
        drafts[own].addressee = drafts[of].addressee.clone();
    }
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
            || scene.is(before - 1, &[words::OF]))
    {
        before -= 1;
    }
    let Some(link) = before.checked_sub(1) else { return false };
    let from = scene.is(link, &[words::FROM]);
    if target.first >= amount.core.end {
        // "from $11 to $14"; "the 70,000-tonne surplus by 20,000 tonnes"
        let between = amount.last.min(target.first)..target.first;
        let to = scene.is(target.first - 1, &[words::TO]) || scene.word(target.first.saturating_sub(1)) == "to";
        let by = scene.is(target.first - 1, &[words::BY]);
        let determined = before < amount.first;
        return from && to && between.len() <= 6
            || by && determined && !from && between.len() <= 9 && between.clone().all(|i| !scene.parts(i));
    }
    let between = target.last..link;
    if amount.first < target.last || between.len() > 14 {
        return false;
    }
    let against = scene.is_cue(link, C::Against);
    let compared = scene.is(link, &[words::WITH, words::TO]) && scene.is_cue(link - 1, C::Against);
    let stops = between
        .clone()
        .any(|i| scene.parts(i) && !scene.is(i, &[words::EN_DASH, words::EM_DASH, words::DASH, words::TWO_DASHES]));
    (from || against || compared) && !stops
}

/// "sets spending at $1.012 trillion this year and $1.014 trillion next year": a number of a list is what the one before is.
pub(super) fn listed(scene: &Scene<'_, '_>, drafts: &mut Vec<TargetDraft>, from: usize) {
    for pair in scene.amounts.windows(2) {
        let [before, amount] = pair else { continue };
        let Some(of) = (from..drafts.len()).find(|&i| drafts[i].amount.core == before.core) else { continue };
        let Some(link) = amount.first.checked_sub(1) else { continue };
        let gap = before.last.min(link)..link;
        let and = scene.is(link, &[words::AND]) && amount.unit == before.unit && amount.dimension != Dimension::Count;
        let counted =
            scene.is(link, &[words::AND]) && amount.counted.is_some() && before.counted.is_some() && gap.len() <= 1;
        let equivalent =
            scene.is(link, &[words::TO]) && scene.is_cue(link - 1, C::Equal) && amount.period.is_some();
        if !(and || counted || equivalent) || !amount.is_amount() || used(&drafts[from..], amount) || gap.len() > 14 {
            continue;
        }
        if gap.clone().any(|i| scene.has(i, class::MODAL) || scene.is_finite(i)) {
            continue;
        }
        let first = &drafts[of];
        let mut alike = amount.clone();
        alike.period = alike.period.or_else(|| first.amount.period.clone());
        if first.kind == TargetKind::Limit {
            alike.bound_by(first.amount.comparator);
        }
        let metric = amount.counted.clone().or_else(|| first.metric.clone());
        drafts.push(TargetDraft {
            evidence: first.evidence.start..amount.last,
            amount: alike,
            metric,
            rule: "listed",
            ..first.clone()
        });
    }
}

/// "raised $2.6 million, exceeding its goal of $2 million": a figure of the metric beside a goal that it meets or misses.
pub(super) fn actuals(scene: &Scene<'_, '_>, drafts: &mut Vec<TargetDraft>, from: usize) {
    let goals: Vec<usize> = (from..drafts.len())
        .filter(|&i| drafts[i].rule.contains("goal") && drafts[i].kind != TargetKind::Baseline)
        .collect();
    for of in goals {
        let goal = drafts[of].amount.clone();
        for amount in scene
            .amounts
            .iter()
            .filter(|a| a.is_amount() && a.dimension == goal.dimension && a.unit == goal.unit && !a.verb)
        {
            if used(&drafts[from..], amount)
                || amount.dimension == Dimension::Time
                || amount.dimension == Dimension::Count && amount.counted.is_none() && !amount.digits
            {
                continue;
            }
            let between =
                if amount.first < goal.first { amount.core.end..goal.first } else { goal.last..amount.core.start };
            let near = between.len() <= 22
                && between.clone().any(|i| scene.is_cue(i, C::Reaching));
            if !near {
                continue;
            }
            // "4,000 cars a week, below its goal of 5,000": the goal is of cars a week too
            if drafts[of].metric.is_none() {
                drafts[of].metric = amount.counted.clone();
            }
            if drafts[of].amount.period.is_none() {
                drafts[of].amount.period = amount.period.clone();
            }
            let target = &drafts[of];
            let mut alike = amount.clone();
            if alike.period.is_none() {
                alike.period = target.amount.period.clone();
            }
            let actual = TargetDraft {
                evidence: amount.first.min(target.evidence.start)..amount.last.max(target.evidence.end),
                metric: amount.counted.clone().or_else(|| target.metric.clone()),
                amount: alike,
                kind: TargetKind::Actual,
                rule: "measured against",
                setter: None,
                deadline: None,
                of: Some(of),
                realis: crate::record::Realis::Actual,
                ..target.clone()
            };
            drafts.push(actual);
        }
    }
}

/// "Emissions have fallen 11 percent so far": a figure of the target's own metric in the sentences around it.
pub(super) fn results(reading: &Reading<'_>, amounts: &[Amount], drafts: &mut Vec<TargetDraft>) {
    const MOST: usize = 40; // results of a document, and amounts of a sentence that are looked at
    let targets = drafts.len();
    let mut taken: Vec<usize> = drafts.iter().map(|d| d.amount.core.start).collect();
    taken.sort_unstable();
    for of in 0..targets {
        let target = &drafts[of];
        let Some(metric) =
            target.metric.clone().filter(|_| matches!(target.kind, TargetKind::Target | TargetKind::Limit))
        else {
            continue;
        };
        if drafts.len() >= targets + MOST {
            return;
        }
        let head = stem_of(reading, metric.end - 1);
        let index = reading.sentence_of(target.sentence.start);
        let around = index.saturating_sub(2)..(index + 3).min(reading.text.sentences.len());
        for sentence in &reading.text.sentences[around] {
            let first = amounts.partition_point(|a| a.core.start < sentence.first);
            let last = amounts.partition_point(|a| a.core.start < sentence.last);
            for amount in amounts[first..last].iter().take(MOST) {
                let goal = &drafts[of];
                let same = amount.is_amount()
                    && amount.unit == goal.amount.unit
                    && !amount.verb
                    && amount.dimension != Dimension::Times;
                let hyphen = reading.text.tokens.get(amount.core.end).is_some_and(|t| t.is(words::DASH)); // "a 500-bed ward"
                let small = amount.dimension == Dimension::Count && (!amount.digits || hyphen);
                let used = taken.binary_search(&amount.core.start);
                let Err(place) = used else { continue };
                if !same || small || goal.rule == "need" || !measures(reading, sentence.first, amount, &head) {
                    continue;
                }
                taken.insert(place, amount.core.start);
                drafts.push(result(drafts, of, amount, sentence.range()));
            }
        }
    }
}

fn stem_of(reading: &Reading<'_>, token: usize) -> String {
    reading.text.words(token..token + 1).to_lowercase().trim_end_matches('s').to_owned()
}

/// "emissions have fallen 11 percent": the metric, then a verb that tells a result, then the amount.
fn measures(reading: &Reading<'_>, first: usize, amount: &Amount, head: &str) -> bool {
    let floor = amount.first.saturating_sub(10).max(first);
    let told = |i: usize| {
        let form = reading.tables.verb_form(reading.text.tokens[i].word).map(|v| v.form);
        form.is_some_and(|f| f.has(crate::lexicon::Form::PAST))
            || reading.text.tokens[i].has(class::BE)
            || is_told(reading, i)
    };
    let future =
        (floor..amount.first).any(|i| reading.text.tokens[i].has(class::MODAL) || reading.text.tokens[i].is(words::TO));
    let metric = (floor..amount.first).rev().find(|&i| stem_of(reading, i) == head);
    let counted = amount.counted.as_ref().is_some_and(|c| stem_of(reading, c.end - 1) == head);
    !future && (metric.is_some_and(|m| (m + 1..amount.first).any(told)) || counted && (floor..amount.first).any(told))
}

/// "fell", "totaled": a verb that reports a figure.
fn is_told(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.text.tokens[at];
    let cues = token.has(class::TARGET_CUE).then(|| reading.tables.measures.cues.longest(std::iter::once(token.word)));
    cues.flatten().is_some_and(|(_, senses)| senses.iter().any(|c| c.class == C::Told))
}

fn result(drafts: &[TargetDraft], of: usize, amount: &Amount, sentence: std::ops::Range<usize>) -> TargetDraft {
    let target = &drafts[of];
    let mut alike = amount.clone();
    alike.period = alike.period.or_else(|| target.amount.period.clone());
    TargetDraft {
        evidence: amount.first..amount.last,
        metric: amount.counted.clone().or_else(|| target.metric.clone()),
        amount: alike,
        kind: TargetKind::Actual,
        rule: "result",
        setter: None,
        deadline: None,
        of: Some(of),
        realis: crate::record::Realis::Actual,
        sentence,
        ..target.clone()
    }
}

/// The same target said twice is one record with the fuller slots.
pub(super) fn merged(reading: &Reading<'_>, drafts: Vec<TargetDraft>) -> Vec<TargetDraft> {
    let mut kept: Vec<TargetDraft> = Vec::new();
    let mut place: Vec<usize> = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        draft.of = draft.of.and_then(|of| place.get(of).copied());
        // Only the last few targets are compared, so that a long document stays linear.
        let floor = kept.len().saturating_sub(40);
        let same = (floor..kept.len()).find(|&i| same(reading, &kept[i], &draft));
        match same {
            Some(i) => {
                fill(&mut kept[i], draft);
                place.push(i);
            }
            None => {
                place.push(kept.len());
                kept.push(draft);
            }
        }
    }
    kept
}

fn same(reading: &Reading<'_>, a: &TargetDraft, b: &TargetDraft) -> bool {
    let (x, y) = (&a.amount, &b.amount);
    let value = x.value() == y.value() && x.unit == y.unit;
    let kind = a.kind == b.kind
        || a.kind == TargetKind::Target && b.kind == TargetKind::Limit
        || a.kind == TargetKind::Limit && b.kind == TargetKind::Target;
    let period = x.period == y.period || x.period.is_none() || y.period.is_none();
    value
        && kind
        && period
        && !different_people(reading, a, b)
        && (shares_word(reading, a, b) || x.dimension == Dimension::Money)
}

/// Two people who promise the same number promise twice.
fn different_people(reading: &Reading<'_>, a: &TargetDraft, b: &TargetDraft) -> bool {
    let person = |d: &TargetDraft| {
        let setter = d.setter.as_ref()?;
        setter.entity.filter(|_| reading.person_at(setter.tokens.start) == setter.entity)
    };
    matches!((person(a), person(b)), (Some(x), Some(y)) if x != y)
}

fn shares_word(reading: &Reading<'_>, a: &TargetDraft, b: &TargetDraft) -> bool {
    let (Some(x), Some(y)) = (&a.metric, &b.metric) else { return true };
    let text = &reading.text;
    let stem = |i: usize| text.words(i..i + 1).to_lowercase().trim_end_matches('s').to_owned();
    x.clone().any(|i| y.clone().any(|j| stem(i) == stem(j)))
}

fn fill(kept: &mut TargetDraft, mut other: TargetDraft) {
    if kept.headline && !other.headline {
        std::mem::swap(kept, &mut other); // the text says it more fully: "about 280 mln kilos"
        kept.of = other.of;
    }
    kept.metric = kept.metric.take().or(other.metric);
    kept.setter = kept.setter.take().or(other.setter);
    kept.addressee = kept.addressee.take().or(other.addressee);
    kept.deadline = kept.deadline.take().or(other.deadline);
    kept.change = kept.change.or(other.change);
    if kept.amount.period.is_none() {
        kept.amount.period = other.amount.period;
    }
}
