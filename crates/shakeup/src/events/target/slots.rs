//! What fills the slots of a target besides who wants it: what is measured, by when.

use std::ops::Range;

use super::governor::Governor;
use super::mood::Mood;
use super::scene::Scene;
pub(super) use super::who::{
    Fill, after_opening, announcer, ending_at, named_between, named_in, owner, set_by, speaker, subject, wanter,
};
use crate::PartialDate;
use crate::lexicon::{CueClass as C, Form, Lead, UnitKind, class, words};
use crate::mentions::date::{self, Direction, When};
use crate::mentions::quantity::{Amount, Dimension};
use crate::text::Shape;

fn is_small(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.has(at, class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB))
        || scene.is(at, &[words::QUOTE])
        || scene.word(at) == "current"
}

/// Words that say nothing of what is measured: "new", "total"; and the rate, which is a slot of its own.
fn is_adjective(scene: &Scene<'_, '_>, at: usize) -> bool {
    matches!(
        scene.word(at),
        "new"
            | "overall"
            | "initial"
            | "official"
            | "earlier"
            | "existing"
            | "additional"
            | "agreed"
            | "proposed"
            | "original"
            | "previous"
    ) || rate(scene, at).is_some()
}

/// The period of "daily", "annual", …
pub(super) fn rate(scene: &Scene<'_, '_>, at: usize) -> Option<Box<str>> {
    let token = scene.token(at)?;
    let units = &scene.reading.tables.measures.units;
    units.longest([token.word].into_iter()).filter(|(_, u)| u.kind == UnitKind::Rate).map(|(_, u)| u.name.clone())
}

/// What goals are often about, said elsewhere in the sentence: "output … is below the 15.8 mln bpd ceiling".
pub(super) fn near_metric(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    let before = scene.find_hit(scene.sentence.first..amount.first, &[C::Metric]);
    let hit = before.or_else(|| scene.find_hit(amount.last..scene.sentence.last, &[C::Metric]))?;
    let mut first = hit.first;
    while first > scene.sentence.first
        && hit.first - first < 3
        && scene.is_nominal(first - 1)
        && !is_small(scene, first - 1)
        && !scene.token(first - 1).is_some_and(|t| t.is_possessive())
        && !scene.has(first - 1, class::VERB)
    {
        first -= 1;
    }
    trimmed(scene, first..hit.last)
}

/// "an extra 1.1 billion in 1987 spending": a few words apart, and no verb between.
pub(super) fn is_beside(scene: &Scene<'_, '_>, amount: &Amount, metric: &Range<usize>) -> bool {
    let between =
        if metric.start >= amount.core.end { amount.core.end..metric.start } else { metric.end..amount.core.start };
    let verb = |i: usize| scene.hits_at(i).iter().any(|h| h.verb) && metric.start >= amount.core.end;
    between.len() <= 6 && !between.clone().any(|i| scene.parts(i) || scene.is(i, &[words::COMMA]) || verb(i))
}

/// A metric is a noun phrase: no bare verb ("paid"), no adjective or time word ("legal", "third quarter"); and a cut is of something.
pub(super) fn named_metric(scene: &Scene<'_, '_>, mut metric: Range<usize>) -> Option<Range<usize>> {
    while metric.start < metric.end
        && (scene.has_word(metric.start..metric.start + 1, C::Vague) || scene.is(metric.start, &[words::DASH]))
    {
        metric.start += 1;
    }
    let head = metric.end.checked_sub(1).filter(|&h| h >= metric.start)?;
    if metric.len() > 1 {
        return Some(metric);
    }
    let lower = scene.token(head).is_some_and(|t| t.shape == Shape::Lower);
    let shift = scene.find_hit(head..head + 1, &[C::Shift]).is_some();
    if shift && scene.is(metric.end, &[words::IN, words::TO, words::OF, words::FOR]) {
        let of = trimmed(scene, metric.end + 1..(metric.end + 9).min(scene.sentence.last));
        if of.is_some() {
            return of;
        }
    }
    let noun = class::IT.or(class::THEY).or(class::SPEAKER).or(class::TIME_UNIT);
    let sum = scene.has_word(head..head + 1, C::Sum);
    let verb = lower && !sum && (scene.is_finite(head) || scene.hits_at(head).iter().any(|h| h.verb));
    (!verb && !scene.has(head, noun)).then_some(metric)
}

/// The head noun phrase of a run of tokens: without articles, up to the first preposition that is not "of".
pub(super) fn trimmed(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<Range<usize>> {
    let mut first = range.start;
    loop {
        // "the 70,000-tonne surplus", "1987 imports", "2005-6 budget": what stands before is no part of the name
        if let Some(amount) = scene.amounts.iter().find(|a| a.core.contains(&first) && a.core.start >= range.start) {
            first = if amount.counted.is_none() { amount.last.min(range.end) } else { amount.core.end };
        } else if is_small(scene, first)
            || scene.is(first, &[words::OF, words::IN, words::FOR, words::DASH])
            || is_adjective(scene, first)
        {
            first += 1;
        } else {
            break;
        }
        if first >= range.end {
            return None;
        }
    }
    let mut last = first;
    while last < range.end {
        let joined = scene.is(last, &[words::OF, words::THE, words::AND, words::A, words::AMPERSAND])
            || scene.token(last).is_some_and(|t| t.is_possessive());
        let number = scene.token(last).is_some_and(|t| t.shape == Shape::Number);
        if !(joined || scene.is_nominal(last) && !number || scene.is(last, &[words::DASH])) || scene.parts(last) {
            break;
        }
        if scene.has(last, class::MONTH.or(class::WEEKDAY)) && last > first {
            break;
        }
        last += 1;
    }
    while last > first
        && (!scene.is_nominal(last - 1)
            || scene.has(last - 1, class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB)))
    {
        last -= 1;
    }
    let pronoun = class::HE.or(class::SHE).or(class::IT).or(class::THEY).or(class::SPEAKER);
    (first < last && !(last - first == 1 && scene.has(first, pronoun))).then_some(first..last)
}

/// What is measured, given the verb that governs the amount.
pub(super) fn metric_of_verb(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    governor: &Governor,
    mood: &Mood,
) -> Option<Range<usize>> {
    let reaches =
        ["reach", "hit", "total", "exceed", "surpass"].iter().any(|w| scene.word(governor.verb.first).starts_with(w));
    if reaches && amount.counted.is_none() && amount.dimension != Dimension::Percent {
        // "sales are to reach $5 billion"
        if let Some(found) = subject(scene, mood.head).and_then(|f| trimmed(scene, f.tokens)) {
            return Some(found);
        }
    }
    if amount.verb {
        let after = amount.core.end;
        return trimmed(scene, after..(after + 10).min(scene.sentence.last));
    }
    if governor.marker == Some(words::AT) && governor.verb.cue.class == C::Give {
        // "targets growth at 4 percent", "growth is targeted at 4 percent"
        let range = governor.verb.first.saturating_sub(5).max(scene.sentence.first)..governor.object.end;
        return trimmed(scene, governor.object.clone())
            .or_else(|| scene.find_hit(range, &[C::Metric]).map(|h| h.first..h.last));
    }
    let changes = matches!(governor.verb.cue.class, C::Change | C::Move | C::Cap | C::Set);
    if governor.verb.cue.class == C::Give
        && governor.marker.is_some()
        && !scene.is(amount.last, &[words::OF])
        && let Some(object) = trimmed(scene, governor.object.clone())
    {
        return Some(object); // "calls for spending of 243 billion"
    }
    if changes && governor.marker.is_some() {
        // "from $7 to $10": the object ends where the amounts begin
        let amounts =
            scene.amounts.iter().filter(|a| a.first >= governor.object.start && a.core.end <= governor.object.end);
        let (first, last) =
            amounts.fold((governor.object.end, None), |(first, _), a| (first.min(a.first), Some(a.last)));
        // "cut Roads by 37 percent, Schools by 8 percent": each has a metric of its own
        if let Some(last) = last
            && scene.is(last, &[words::COMMA, words::AND])
            && governor.marker == Some(words::BY)
            && let Some(own) =
                trimmed(scene, last + 1 + usize::from(scene.is(last + 1, &[words::AND]))..governor.object.end)
        {
            return Some(own);
        }
        if let Some(object) = trimmed(scene, governor.object.start..first) {
            return Some(object);
        }
        let be = scene.before(governor.verb.first).is_some_and(|b| scene.has(b, class::BE))
            || scene.is(governor.verb.first, &[words::BE]);
        let passive = be || governor.verb.cue.form.has(Form::PARTICIPLE) && governor.object.is_empty();
        if let Some(to) = scene
            .before(governor.verb.first)
            .filter(|&b| scene.is(b, &[words::TO]) && governor.verb.cue.class == C::Move)
        {
            return ending_at(scene, to).and_then(|f| trimmed(scene, f.tokens)); // "expects spending to rise to"
        }
        if passive || governor.verb.cue.class == C::Move {
            let range = mood.addressee.clone().or_else(|| subject(scene, governor.verb.first).map(|f| f.tokens));
            if let Some(range) = range {
                return trimmed(scene, range);
            }
        }
    }
    if changes
        && amount.dimension != Dimension::Count
        && governor.marker.is_none()
        && !governor.object.is_empty()
        && let Some(object) = trimmed(scene, governor.object.clone())
    {
        return Some(object);
    }
    if changes
        && amount.counted.is_none()
        && !governor.object.is_empty()
        && let Some(object) = trimmed(scene, governor.object.clone())
    {
        return Some(object);
    }
    // "hopes to save $5 million": the verb alone says what the money is
    let sum = |h: &&super::scene::Hit| h.cue.class == C::Sum && h.last == governor.verb.last;
    let telling = amount.dimension == Dimension::Money
        && governor.marker.is_none()
        && scene.hits_at(governor.verb.first).iter().any(|h| sum(&h));
    after_amount(scene, amount).or_else(|| telling.then_some(governor.verb.first..governor.verb.last))
}

/// The counted noun, or what the amount is of: "$50m for flood defenses", "5% of his salary", "$9 billion in aid".
pub(super) fn after_amount(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    if let Some(counted) = &amount.counted {
        return Some(counted.clone());
    }
    let mut at = amount.last;
    if scene.is(at, &[words::OPEN]) {
        let close = (at..at + 8).find(|&i| scene.is(i, &[words::CLOSE]))?;
        at = close + 1;
    }
    let end = (at + 8).min(scene.sentence.last);
    let linked = scene.is(at, &[words::OF, words::IN, words::FOR, words::ON, words::INTO, words::TO, words::FROM])
        || scene.word(at) == "worth";
    if linked && !scene.token(at + 1).is_some_and(|t| t.shape == Shape::Number) {
        if scene.has(at + 1, class::MONTH) {
            return None;
        }
        let start = if scene.word(at) == "worth" { at + 2 } else { at + 1 };
        let timed = (start..(start + 4).min(end)).any(|i| scene.has(i, class::TIME_UNIT) || scene.word(i) == "term");
        if timed && scene.is(at, &[words::IN, words::FOR, words::ON]) {
            return None;
        }
        // "$2 billion to bolster the system", "$3 billion from the insurer": to do what, from whom
        let named = scene.has(at + 1, class::DETERMINER.or(class::POSSESSIVE))
            || scene.token(at + 1).is_some_and(|t| t.is_capital());
        let infinitive = scene.is(at, &[words::TO]) && !named;
        let payer = scene.is(at, &[words::FROM]) && amount.dimension == Dimension::Money;
        return if infinitive || payer { None } else { trimmed(scene, start..end) };
    }
    if scene.is_nominal(at) && !scene.has(at, class::DETERMINER.or(class::ADVERB)) && !scene.is_finite(at) {
        let stop = (at..end).find(|&i| scene.has(i, class::PREPOSITION.or(class::CONJUNCTION))).unwrap_or(end);
        return trimmed(scene, at..stop);
    }
    None
}

/// "by 2030", "by the end of 2015", "this year", "over the next two years": the words and the date that they come to.
pub(super) fn deadline(scene: &Scene<'_, '_>, amount: &Amount) -> Option<(Range<usize>, Option<PartialDate>)> {
    deadline_after(scene, amount).or_else(|| opening_deadline(scene))
}

fn deadline_after(scene: &Scene<'_, '_>, amount: &Amount) -> Option<(Range<usize>, Option<PartialDate>)> {
    let reading = scene.reading;
    let dates = &reading.dates;
    let next = dates.partition_point(|d| d.tokens.start < amount.last);
    let found = dates.get(next).filter(|d| d.tokens.end <= scene.sentence.last && d.tokens.start < amount.last + 14)?;
    let apart = (amount.last..found.tokens.start).any(|i| scene.parts(i) || scene.is(i, &[words::OPEN]));
    // "during a trip last September", "since its launch on March 24": when something happened
    let past = matches!(found.lead, Lead::Since | Lead::From | Lead::After)
        || (amount.last..found.tokens.start).any(|i| matches!(scene.word(i), "during" | "since" | "after"));
    let over = matches!(found.when, When::Unit { by, .. } | When::Away { by, .. } if by < 0)
        || scene.word(found.tokens.start) == "last";
    // "a fourth quarter charge", "the December accord"
    let last = found.tokens.end;
    let attribute = scene.is_nominal(last)
        && scene.token(last).is_some_and(|t| t.shape == Shape::Lower)
        && !scene.is_finite(last)
        && !scene.has(last, class::ADVERB.or(class::DETERMINER).or(class::SAY).or(class::VERB))
        && !scene.has(found.tokens.start.wrapping_sub(1), class::PREPOSITION);
    if apart || past || over || attribute {
        return None;
    }
    let mut first = found.tokens.start;
    while first > amount.last && (scene.has(first - 1, class::PREPOSITION) || scene.is(first - 1, &[words::THE])) {
        first -= 1;
    }
    let date = date::resolve(&found.when, reading.published, Direction::Future);
    // "a program cut off in 1982"
    let gone = date.zip(reading.published).is_some_and(|(date, now)| date.year() < now.year());
    (!gone).then_some((first..found.tokens.end, date))
}

/// "By 2010, it expects to …": the date that opens the sentence.
fn opening_deadline(scene: &Scene<'_, '_>) -> Option<(Range<usize>, Option<PartialDate>)> {
    let reading = scene.reading;
    let first = scene.sentence.first;
    let next = reading.dates.partition_point(|d| d.tokens.start < first);
    let found =
        reading.dates.get(next).filter(|d| d.tokens.start <= first + 3 && d.tokens.end < scene.sentence.last)?;
    let by = scene.word(first).eq_ignore_ascii_case("by") || scene.word(first).eq_ignore_ascii_case("within");
    let comma = scene.is(found.tokens.end, &[words::COMMA]);
    let date = date::resolve(&found.when, reading.published, Direction::Future);
    (by && comma).then_some((first..found.tokens.end, date))
}

pub(super) fn is_year(scene: &Scene<'_, '_>, at: usize) -> bool {
    let word = scene.word(at);
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && (word.starts_with("19") || word.starts_with("20"))
}

/// A year before what is measured makes a yearly figure of it: "1987 soybean imports", "the 2005-6 budget".
pub(super) fn is_yearly(scene: &Scene<'_, '_>, metric: &Range<usize>) -> bool {
    let floor = metric.start.saturating_sub(4).max(scene.sentence.first);
    (floor..metric.start)
        .rev()
        .take_while(|&i| !scene.has(i, class::PREPOSITION.or(class::VERB)))
        .any(|i| is_year(scene, i))
}
