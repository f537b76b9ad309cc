//! The same target said twice is one record.

use super::TargetDraft;
use super::by::By;
use crate::mentions::quantity::Dimension;
use crate::reading::Reading;
use crate::record::TargetKind;

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
    let set_against = matches!(a.kind, TargetKind::Baseline | TargetKind::Actual);
    if set_against && a.of != b.of {
        return false; // of two targets
    }
    // "schools by 8 percent, roads by 8 percent"
    let listed = a.sentence == b.sentence && b.rule == By::Listed && a.metric != b.metric;
    let period = x.period == y.period || x.period.is_none() || y.period.is_none();
    value
        && kind
        && period
        && !listed
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

/// Whether the metrics of two share a word, or one has none.
pub(super) fn shares_word(reading: &Reading<'_>, a: &TargetDraft, b: &TargetDraft) -> bool {
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
