//! Drafts → the records that users get.

use std::ops::Range;

use super::TargetDraft;
use super::who::Fill;
use crate::discourse;
use crate::reading::Reading;
use crate::record::{Mention, NumericTarget, record_id};
use crate::span::{Offsets, Span};
use crate::text::Text;

/// The records of drafts, with the ids by which baselines name their targets.
pub(crate) fn records(
    drafts: &[TargetDraft],
    doc: &str,
    reading: &Reading<'_>,
    offsets: &Offsets,
) -> Vec<NumericTarget> {
    let mut records: Vec<NumericTarget> = drafts.iter().map(|d| record(d, doc, reading, offsets)).collect();
    for (i, draft) in drafts.iter().enumerate() {
        records[i].of = draft.of.and_then(|of| records.get(of)).map(|r| r.id.clone());
    }
    records
}

fn span(text: &Text<'_>, tokens: &Range<usize>, offsets: &Offsets) -> Span {
    let (first, last) = (text.tokens[tokens.start], text.tokens[tokens.end - 1]);
    offsets.span(first.start as usize, last.end as usize)
}

fn mention(text: &Text<'_>, fill: &Fill, offsets: &Offsets) -> Mention {
    let words = text.words(fill.tokens.clone()).to_owned();
    let name = fill.name.clone().unwrap_or_else(|| words.clone());
    Mention { text: words, span: span(text, &fill.tokens, offsets), name, entity: fill.entity }
}

fn record(draft: &TargetDraft, doc: &str, reading: &Reading<'_>, offsets: &Offsets) -> NumericTarget {
    let text = &reading.text;
    let evidence = span(text, &draft.evidence, offsets);
    let amount = &draft.amount;
    let metric = draft.metric.clone().map(|tokens| mention(text, &Fill { tokens, name: None, entity: None }, offsets));
    let value = format!("{:?} {:?}", amount.low, amount.high);
    let slots = [value.as_str(), &amount.unit, draft.kind.as_str(), metric.as_ref().map_or("", |m| &m.text)];
    NumericTarget {
        id: record_id(doc, "target", evidence, &slots),
        low: amount.low,
        high: amount.high,
        comparator: amount.comparator,
        unit: amount.unit.to_string(),
        metric,
        period: amount.period.as_deref().map(str::to_owned),
        kind: draft.kind,
        setter: draft.setter.as_ref().map(|f| mention(text, f, offsets)),
        addressee: draft.addressee.as_ref().map(|f| mention(text, f, offsets)),
        deadline: draft.deadline.as_ref().and_then(|d| d.1),
        deadline_text: draft.deadline.as_ref().map(|d| text.words(d.0.clone()).to_owned()),
        of: None,
        change: draft.change,
        realis: draft.realis,
        attribution: discourse::attribution(reading, amount.core.start),
        span: evidence,
        text: text.words(draft.evidence.clone()).to_owned(),
        sentence: span(text, &draft.sentence, offsets),
        rule: draft.rule.name().into(),
        confidence: 0.0, // from its signals, once all is known
    }
}
