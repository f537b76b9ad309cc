//! Numbers that go on with what the target before them says: "$5 million in May and $7 million in June", "and Peru 3 percent",
//! "including 200 for students".

use std::ops::Range;

use super::by::By;
use super::compare::{same_unit, used};
use super::scene::Scene;
use super::who::{self, Fill};
use super::{TargetDraft, slots};
use crate::lexicon::{CueClass as C, words};
use crate::mentions::Kind;
use crate::mentions::quantity::{Amount, Dimension};
use crate::record::TargetKind;

/// Adds what goes on with a target of the sentence.
pub(super) fn continued(scene: &Scene<'_, '_>, drafts: &mut Vec<TargetDraft>, from: usize) {
    for pair in scene.amounts.windows(2) {
        let [before, amount] = pair else { continue };
        let Some(of) = (from..drafts.len()).rfind(|&i| drafts[i].amount.core == before.core) else { continue };
        let first = &drafts[of];
        let more = before.last < amount.first && is_more(scene, &(before.last..amount.first));
        let Some(alike) = alike(scene, before, amount, more) else { continue };
        if used(&drafts[from..], amount) || !matches!(first.kind, TargetKind::Target | TargetKind::Limit) {
            continue;
        }
        let gap = before.last.min(amount.first)..amount.first;
        let own = owner(scene, first, gap.clone(), amount);
        let part = is_part(scene, &gap);
        if own.is_none() && !part && !is_next(scene, gap, amount) {
            continue;
        }
        let mut found = TargetDraft {
            evidence: first.evidence.start..amount.last,
            deadline: slots::deadline(scene, amount).or_else(|| first.deadline.clone().filter(|_| own.is_some())),
            rule: By::Listed,
            ..first.clone()
        };
        let metric = if part { slots::after_amount(scene, amount) } else { None };
        found.metric = metric.or_else(|| amount.counted.clone()).or(found.metric);
        found.amount = alike;
        if first.kind == TargetKind::Limit {
            found.amount.bound_by(first.amount.comparator);
        }
        if let Some(own) = own {
            found.setter = found.setter.and(Some(own.clone()));
            found.addressee = found.addressee.and(Some(own));
        }
        drafts.push(found);
    }
}

/// The amount as one of the kind of the one before: "300 trees in May, 400 in June".
fn alike(scene: &Scene<'_, '_>, before: &Amount, amount: &Amount, more: bool) -> Option<Amount> {
    let mut found = amount.clone();
    if before.dimension != Dimension::Count {
        same_unit(scene, &mut found);
    }
    let plain = amount.is_amount() && !amount.verb && before.dimension != Dimension::Time;
    let heads = before.counted.as_ref().zip(amount.counted.as_ref());
    let head = |c: &Range<usize>| scene.word(c.end - 1).trim_end_matches('s').to_lowercase();
    let same = found.unit == before.unit && (more || heads.is_none_or(|(a, b)| head(a) == head(b)));
    let few = before.dimension == Dimension::Count && !amount.digits && amount.value() < 10.0;
    found.period = found.period.take().or_else(|| before.period.clone());
    (plain && same && !few).then_some(found)
}

/// Where the date that begins right before or at a token ends.
fn date_at(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let dates = &scene.reading.dates;
    let date = dates.get(dates.partition_point(|d| d.tokens.end <= at))?;
    (date.tokens.start <= at + 1).then_some(date.tokens.end)
}

/// "in May, 400 in June", "this year and to $7 next year": each number has its own date.
fn is_next(scene: &Scene<'_, '_>, gap: Range<usize>, amount: &Amount) -> bool {
    const LONGEST: usize = 3;
    let Some(end) = date_at(scene, gap.start).filter(|&e| e < gap.end) else { return false };
    let links = |i: usize| scene.is(i, &[words::COMMA, words::AND, words::TO, words::THEN]) || scene.is_cue(i, C::Then);
    gap.end - end <= LONGEST && (end..gap.end).all(links) && date_at(scene, amount.last).is_some()
}

/// "including 200 for", "of which 200 are": a part of what is wanted.
fn is_part(scene: &Scene<'_, '_>, gap: &Range<usize>) -> bool {
    const LONGEST: usize = 8;
    let link = gap.end - 1;
    let which = scene.is(link, &[words::WHICH]) && scene.is(link - 1, &[words::OF]);
    gap.len() <= LONGEST && !gap.is_empty() && (which || is_more(scene, gap) || scene.is(link, &[words::INCLUDING]))
}

/// "32,000 migrants, plus another 22,500 refugees".
fn is_more(scene: &Scene<'_, '_>, gap: &Range<usize>) -> bool {
    let link = gap.end - 1;
    gap.len() <= 4 && (link.saturating_sub(1).max(gap.start)..=link).any(|i| scene.is_cue(i, C::AsWell))
}

/// "Peru pledged $5 million and Chile $3 million", "Peru by 5 percent and Chile by 3": who is named right before the number.
fn owner(scene: &Scene<'_, '_>, first: &TargetDraft, gap: Range<usize>, amount: &Amount) -> Option<Fill> {
    const LONGEST: usize = 7;
    let whose = first.setter.as_ref().or(first.addressee.as_ref())?;
    let known = scene.reading.mentions.covering(whose.tokens.start).is_some();
    let marker = |a: &Amount| a.first.checked_sub(1).filter(|&i| scene.is(i, &[words::BY, words::TO]));
    let end = match (marker(amount), marker(&first.amount)) {
        (Some(own), Some(other)) if scene.word(own) == scene.word(other) => own,
        (None, _) => amount.first,
        _ => return None,
    };
    let end = end - usize::from(scene.token(end - 1).is_some_and(|t| t.is_possessive() && t.is(words::S)));
    let (_, found) = scene.reading.mentions.covering(end.checked_sub(1)?)?;
    let named = matches!(found.kind, Kind::Person | Kind::Organization | Kind::Place) && found.last == end;
    let links = |i: usize| scene.is(i, &[words::COMMA, words::AND, words::BUT, words::WHILE, words::THE]);
    let after = found.first > gap.start && (gap.start..found.first).all(links);
    let other = found.first > whose.tokens.end;
    (known && named && after && other && gap.len() <= LONGEST).then(|| who::named(scene, found.range()))
}
