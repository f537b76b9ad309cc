//! Figures of the metric of a target: "raised $2.6 million, exceeding its goal of $2 million".

use super::TargetDraft;
use super::by::By;
use super::compare::used;
use super::scene::{self, Scene};
use super::who::{self, Fill};
use crate::lexicon::{CueClass as C, Form, WordId, class, words};
use crate::mentions::quantity::{Amount, Dimension};
use crate::reading::Reading;
use crate::record::{Comparator, TargetKind};

/// "raised $2.6 million, exceeding its goal of $2 million": a figure of the metric beside a goal that it meets or misses.
pub(super) fn actuals(scene: &Scene<'_, '_>, drafts: &mut Vec<TargetDraft>, from: usize) {
    // "raised 34 million, compared with the 50 million it had hoped for"
    let set_against = |d: &TargetDraft| {
        let before = (d.amount.first.saturating_sub(3).max(scene.sentence.first)..d.amount.first).rev();
        // "stood at 7.5 percent, above the required 6 percent"
        let required = d.rule == By::Needed && scene.is_cue(d.amount.first.wrapping_sub(1), C::Requiring);
        required || d.rule == By::Promised && before.take(3).any(|i| scene.is_cue(i, C::Against))
    };
    // "had hoped for 300 visitors but got 200"
    let told = |amount: &Amount| amount.first.checked_sub(1).and_then(|at| told_before_amount(scene, at));
    let but = |goal: &Amount, amount: &Amount| {
        let verb = told(amount).filter(|&v| v > goal.last && !scene.has(v, class::SAY));
        verb.is_some_and(|v| v - goal.last <= 8 && (goal.last..v).any(|i| scene.is(i, &[words::BUT])))
    };
    let missed = |d: &TargetDraft| {
        let wish = matches!(d.rule, By::Intent | By::Promise | By::IntentOfDoing | By::PlanTo | By::PromisedThat);
        wish && scene.amounts.iter().any(|a| but(&d.amount, a))
    };
    let goals: Vec<usize> = (from..drafts.len())
        .filter(|&i| drafts[i].kind != TargetKind::Baseline)
        .filter(|&i| drafts[i].rule.names_goal() || set_against(&drafts[i]) || missed(&drafts[i]))
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
            // "55 senators … the 60-vote threshold"
            let head = |c: &std::ops::Range<usize>| scene.word(c.end - 1).trim_end_matches('s').to_lowercase();
            let heads = amount.counted.as_ref().map(head).zip(goal.counted.as_ref().map(head));
            if goal.dimension == Dimension::Count && heads.is_some_and(|(own, other)| own != other) {
                continue;
            }
            let between =
                if amount.first < goal.first { amount.core.end..goal.first } else { goal.last..amount.core.start };
            // "rejected its quota of 1.4 million barrels a day and pumped 1.7 million"
            let verb = amount.first.checked_sub(1).map(|b| scene.hits_at(b));
            let form = Form::PAST.0 | Form::GERUND.0;
            let made = goal.dimension == Dimension::Physical
                && goal.period == amount.period
                && goal.period.is_some()
                && between.len() <= 34
                && verb.is_some_and(|hits| {
                    hits.iter().any(|h| h.verb && matches!(h.cue.class, C::Do | C::Act) && h.cue.form.0 & form != 0)
                });
            // "missed its goal of $5 million, with sales of $4 million"
            let with = amount.first > goal.last
                && between.len() <= 6
                && scene.is(between.start, &[words::COMMA])
                && scene.is(between.start + 1, &[words::WITH])
                && (goal.first.saturating_sub(5).max(scene.sentence.first)..goal.first)
                    .any(|i| scene.is_cue(i, C::Reaching));
            let near = made
                || with
                || but(&goal, amount)
                || between.len() <= 22 && between.clone().any(|i| scene.is_cue(i, C::Reaching));
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
            // "Peru's output fell to 3 million tonnes, against a quota of 4 million"
            if drafts[of].addressee.is_none() {
                drafts[of].addressee = maker(scene, amount);
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
                rule: By::MeasuredAgainst,
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

/// "Output grew by 2.5 percent but fell short of its target": a figure beside a goal whose number the sentence leaves out.
pub(super) fn unnumbered(scene: &Scene<'_, '_>, drafts: &mut Vec<TargetDraft>, from: usize) {
    for amount in scene.amounts.iter().filter(|a| a.is_amount() && !a.verb && a.digits) {
        let counts = amount.dimension == Dimension::Count;
        let measured = !matches!(amount.dimension, Dimension::Time | Dimension::Times);
        if !measured || counts && (amount.counted.is_none() || amount.value() < 10.0) || used(&drafts[from..], amount) {
            continue;
        }
        let Some(goal) = goal_without_number(scene, amount) else { continue };
        let verb = told_before_amount(scene, amount.first.wrapping_sub(1));
        let by =
            amount.first.checked_sub(2).filter(|&v| scene.is(v + 1, &[words::BY, words::TO, words::OF, words::AT]));
        let Some(verb) = verb.or_else(|| by.and_then(|v| told_before_amount(scene, v))) else { continue };
        let subject = || super::concept::subject(scene, verb, 2);
        let metric = if counts { amount.counted.clone() } else { subject().or_else(|| amount.counted.clone()) };
        let mut found = super::draft(scene, amount, By::MeasuredAgainst, amount.first);
        found.kind = TargetKind::Actual;
        found.evidence = amount.first..goal;
        found.deadline = None;
        found.metric = metric;
        found.addressee = maker(scene, amount);
        drafts.push(found);
    }
}

/// Where a goal that a figure meets or misses ends, where no number goes with it: "but fell short of its target".
fn goal_without_number(scene: &Scene<'_, '_>, amount: &Amount) -> Option<usize> {
    const REACH: usize = 20;
    const PHRASE: usize = 7;
    let end = scene.sentence.last.min(amount.last + REACH);
    let free = |range: std::ops::Range<usize>| !scene.amounts.iter().any(|a| range.contains(&a.core.start));
    let apart = |i: usize| scene.parts(i) && !scene.is(i, &[words::BUT]) || scene.is(i, &[words::AFTER]);
    let clause = (amount.last..end).take_while(|&i| !apart(i));
    let reaching = clause.into_iter().find(|&i| scene.is_cue(i, C::Reaching) && !scene.has(i, class::PREPOSITION))?;
    let stop = scene.sentence.last.min(reaching + PHRASE);
    let goal = |i: usize| {
        let named = |h: &&scene::Hit| h.cue.class == C::Goal && scene.is_noun(h);
        scene.hits_at(i).iter().find(named).copied()
    };
    let at = (reaching + 1..stop).find(|&i| goal(i).is_some())?;
    let noun = goal(at)?;
    let inside =
        |i: usize| scene.is_nominal(i) || scene.has(i, class::DETERMINER.or(class::POSSESSIVE).or(class::PREPOSITION));
    let of = scene.is(noun.last, &[words::OF]);
    let forecast = scene.has_word(scene.sentence.range(), C::Person);
    let plain = (reaching + 1..at).all(inside) && !of && !forecast;
    (plain && free(amount.last..noun.last + 1)).then_some(noun.last)
}

/// The verb in the past that has what follows a token as its object: "but got", "but had only".
fn told_before_amount(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let at = if scene.is_adverb(at) || scene.has(at, class::DETERMINER) { scene.before(at)? } else { at };
    let form = scene.token(at).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
    let past = form.is_some_and(|f| f.has(Form::PAST)) || scene.is(at, &[words::HAD]);
    (past && !scene.before(at).is_some_and(|b| scene.has(b, class::MODAL))).then_some(at)
}

/// "Peru's output fell to": whose what is measured is, said before the amount.
fn maker(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Fill> {
    const REACH: usize = 24;
    let floor = amount.first.saturating_sub(REACH).max(scene.sentence.first);
    let metric = (floor..amount.first).find(|&i| scene.is_cue(i, C::Metric) && scene.is_nominal(i))?;
    let first = (floor..metric).rev().take_while(|&i| scene.is_nominal(i)).last().unwrap_or(metric);
    who::owner_of_metric(scene, &(first..metric + 1))
}

/// "Sales reached $4 million. The goal was $5 million": the figure that the sentence before tells, where the goal names no metric.
pub(super) fn told_before(reading: &Reading<'_>, amounts: &[Amount], drafts: &mut Vec<TargetDraft>) {
    const OPENING: usize = 7;
    const REACH: usize = 10;
    for of in 0..drafts.len() {
        let goal = &drafts[of];
        let opens = goal.evidence.start <= goal.sentence.start + OPENING;
        let named = goal.rule.names_goal() && goal.kind == TargetKind::Target;
        let counts = goal.amount.dimension == Dimension::Count || goal.amount.dimension == Dimension::Time;
        let answered = drafts[of + 1..].iter().any(|d| d.of == Some(of));
        if !(opens && named) || counts || answered {
            continue;
        }
        let Some(index) = reading.sentence_of(goal.sentence.start).checked_sub(1) else { continue };
        let before = reading.text.sentences[index];
        let first = amounts.partition_point(|a| a.core.start < before.first);
        let last = amounts.partition_point(|a| a.core.start < before.last);
        let same = |a: &&Amount| a.is_amount() && a.unit == goal.amount.unit && !a.verb;
        let mut alike = amounts[first..last].iter().take(REACH).filter(same);
        let (Some(amount), None) = (alike.next(), alike.next()) else { continue };
        if drafts.iter().any(|d| d.amount.core == amount.core) {
            continue;
        }
        let scene = Scene::new(reading, before, &amounts[first..last]);
        let small = class::DETERMINER.or(class::ADVERB).or(class::PREPOSITION);
        let floor = before.first + 1;
        let verb = (floor..amount.first.max(floor)).rev().find(|&i| !scene.has(i, small) || scene.is(i, &[words::TO]));
        let reached = verb.filter(|&i| {
            let form = reading.tables.verb_form(reading.text.tokens[i].word).map(|v| v.form);
            form.is_some_and(|f| f.has(Form::PAST)) && !scene.has(i - 1, class::MODAL) && !scene.is(i - 1, &[words::TO])
        });
        let Some(metric) = reached.and_then(|v| super::concept::subject(&scene, v, 2)) else { continue };
        if drafts[of].metric.is_none() {
            drafts[of].metric = Some(metric.clone());
        }
        let actual = TargetDraft { metric: Some(metric), ..result(drafts, of, amount, before.range()) };
        drafts.push(actual);
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
        if !matches!(target.kind, TargetKind::Target | TargetKind::Limit) {
            continue;
        }
        if drafts.len() >= targets + MOST {
            return;
        }
        let head = target.metric.as_ref().map(|m| stem_of(reading, m.end - 1));
        let deed = deed_before(reading, target.evidence.start, target.amount.first, Form::BASE);
        if head.is_none() && deed.is_none() {
            continue;
        }
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
                    && amount.comparator != Comparator::Le // "no more than 10 people" measures nothing
                    && amount.dimension != Dimension::Times;
                let hyphen = reading.text.tokens.get(amount.core.end).is_some_and(|t| t.is(words::DASH)); // "a 500-bed ward"
                let small = amount.dimension == Dimension::Count && (!amount.digits || hyphen);
                let used = taken.binary_search(&amount.core.start);
                let Err(place) = used else { continue };
                // "62 opposed it" says nothing of a 217-vote threshold
                let tally = goal.amount.dimension == Dimension::Count
                    && goal.rule == By::NumberBeforeGoal
                    && goal.amount.comparator == Comparator::Ge;
                if !same
                    || tally
                    || small
                    || matches!(goal.rule, By::Need | By::Needed | By::AllowsUpTo | By::ShareMust)
                    || !(head.as_ref().is_some_and(|h| measures(reading, sentence.first, amount, h))
                        || deed.is_some() && deed == done_before(reading, sentence.first, amount))
                {
                    continue;
                }
                taken.insert(place, amount.core.start);
                drafts.push(result(drafts, of, amount, sentence.range()));
            }
        }
    }
}

/// The lemma of the verb in that form that an amount is the object of, at most an article or an adverb between.
fn deed_before(reading: &Reading<'_>, floor: usize, amount: usize, form: Form) -> Option<WordId> {
    const NEAR: usize = 2;
    let floor = amount.saturating_sub(NEAR + 1).max(floor);
    let small = class::DETERMINER.or(class::ADVERB);
    let verb = (floor..amount).rev().find(|&i| !reading.text.tokens[i].has(small))?;
    let found = reading.tables.verb_form(reading.text.tokens[verb].word)?;
    found.form.has(form).then_some(found.lemma)
}

/// "… to build 450 miles. She had built 78": the deed of the target, done.
fn done_before(reading: &Reading<'_>, first: usize, amount: &Amount) -> Option<WordId> {
    let deed = deed_before(reading, first, amount.first, Form::PAST)?;
    let before = &reading.text.tokens[amount.first.saturating_sub(5).max(first)..amount.first];
    let to = before.iter().any(|t| t.has(class::MODAL) && !t.has(class::MONTH) || t.is(words::TO));
    (!to).then_some(deed)
}

fn stem_of(reading: &Reading<'_>, token: usize) -> String {
    reading.text.words(token..token + 1).to_lowercase().trim_end_matches('s').to_owned()
}

/// "emissions have fallen 11 percent": the metric, then a verb that tells a result, then the amount.
fn measures(reading: &Reading<'_>, first: usize, amount: &Amount, head: &str) -> bool {
    let floor = amount.first.saturating_sub(10).max(first);
    let told = |i: usize| {
        let form = reading.tables.verb_form(reading.text.tokens[i].word).map(|v| v.form);
        form.is_some_and(|f| f.has(Form::PAST))
            || reading.text.tokens[i].has(class::BE)
            || scene::is_cue(reading, i, C::Told)
    };
    let says = |i: usize| reading.text.tokens[i].has(class::SAY);
    let future =
        (floor..amount.first).any(|i| reading.text.tokens[i].has(class::MODAL) || reading.text.tokens[i].is(words::TO));
    let metric = (floor..amount.first).rev().find(|&i| stem_of(reading, i) == head);
    let counted = amount.counted.as_ref().is_some_and(|c| stem_of(reading, c.end - 1) == head);
    let last = (amount.last + 6).min(reading.text.sentences[reading.sentence_of(first)].last);
    let told_here = (floor..amount.first).any(told);
    let so_far = (amount.dimension == Dimension::Money || told_here)
        && (floor..amount.first).chain(amount.last..last).any(|i| scene::is_cue(reading, i, C::SoFar));
    !future
        && (so_far
            || metric.is_some_and(|m| (m + 1..amount.first).any(told))
            || counted && (amount.first.saturating_sub(5).max(floor)..amount.first).any(|i| told(i) && !says(i)))
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
        rule: By::Result,
        setter: None,
        deadline: None,
        of: Some(of),
        realis: crate::record::Realis::Actual,
        sentence,
        ..target.clone()
    }
}
