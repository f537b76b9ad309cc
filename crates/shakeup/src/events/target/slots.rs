//! What fills the other slots of a target: what is measured, at what rate, by when.

use std::ops::Range;

use super::TargetDraft;
use super::by::By;
use super::concept;
use super::governor::Governor;
use super::modal;
use super::mood::Mood;
use super::scene::{self, Scene};
use super::who::{ending_at, subject};
use crate::PartialDate;
use crate::lexicon::{CueClass as C, Form, Lead, UnitKind, class, words};
use crate::mentions::Kind;
use crate::mentions::date::{self, DateFound, Direction, When};
use crate::mentions::quantity::{Amount, Dimension};
use crate::reading::Reading;
use crate::text::Shape;

fn is_small(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.has(at, class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB)) || scene.is(at, &[words::QUOTE])
}

/// Words that say nothing of what is measured: "new", "total"; and the rate, which is a slot of its own.
fn is_adjective(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.is_cue(at, C::Plain) || rate(scene, at).is_some()
}

/// The period of "daily", "annual", …
pub(super) fn rate(scene: &Scene<'_, '_>, at: usize) -> Option<Box<str>> {
    let token = scene.token(at)?;
    let units = &scene.reading.tables.measures.units;
    units.longest([token.word].into_iter()).filter(|(_, u)| u.kind == UnitKind::Rate).map(|(_, u)| u.name.clone())
}

/// A metric that names no pay: a verb ("called for a raise to $9 an hour"), a participle.
pub(super) fn is_no_wage(scene: &Scene<'_, '_>, metric: &Range<usize>) -> bool {
    metric.len() == 1 && !scene.is_cue(metric.start, C::Wage)
}

/// The wage that was spoken of last, within a few sentences.
pub(super) fn wage_before(scene: &Scene<'_, '_>, amount: usize) -> Option<Range<usize>> {
    const NEAR: usize = 250;
    let reading = scene.reading;
    let last = (amount.saturating_sub(NEAR)..amount).rev().find(|&i| scene::is_cue(reading, i, C::Wage))?;
    let first = last - usize::from(last > 0 && scene::is_cue(reading, last - 1, C::Extreme));
    Some(first..last + 1)
}

/// "Its quota is 1.4 million barrels a day": the flow that was spoken of last, within a few sentences.
pub(super) fn flow_before(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    const NEAR: usize = 150;
    let daily = amount.unit.as_ref() == "barrels" && amount.period.is_some();
    let before = amount.first.saturating_sub(NEAR)..amount.first;
    let flow = daily.then(|| before.rev().find(|&i| scene::is_cue(scene.reading, i, C::Flow))).flatten()?;
    Some(flow..flow + 1)
}

/// "The minimum wage is to rise to £6", where other wages of the text are by the hour: so is this one.
pub(super) fn wages(reading: &Reading<'_>, amounts: &[Amount], drafts: &mut [TargetDraft]) {
    let hourly = |a: &&Amount| a.dimension == Dimension::Money && a.period.as_deref() == Some("hour");
    let Some(wage) = amounts.iter().find(hourly) else { return };
    for draft in drafts.iter_mut() {
        let pay = |m: &Range<usize>| m.clone().any(|i| scene::is_cue(reading, i, C::Wage));
        let (value, like) = (draft.amount.value(), wage.value());
        let alike = draft.amount.unit == wage.unit && value <= 4.0 * like && like <= 4.0 * value;
        if draft.amount.period.is_none() && alike && draft.metric.as_ref().is_some_and(pay) {
            draft.amount.period = wage.period.clone();
        }
    }
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
        && !scene.amounts.iter().any(|a| a.core.contains(&(first - 1)))
        && !scene.token(first - 1).is_some_and(|t| t.is_possessive())
        && !scene.has(first - 1, class::VERB)
    {
        first -= 1;
    }
    trimmed(scene, first..hit.last)
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
            // "a lower goal"
            || scene.has(first, class::COMPARATIVE)
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
        // "Environment Agency (EA) spending"
        let close = (last + 1..range.end.min(last + 4)).find(|&i| scene.is(i, &[words::CLOSE]));
        if let Some(close) =
            close.filter(|&c| scene.is(last, &[words::OPEN]) && c + 1 < range.end && scene.is_nominal(c + 1))
        {
            last = close + 1;
            continue;
        }
        let joined = scene.is(last, &[words::OF, words::THE, words::AND, words::A, words::AMPERSAND])
            || scene.token(last).is_some_and(|t| t.is_possessive());
        let number = scene.token(last).is_some_and(|t| t.shape == Shape::Number);
        if !(joined || scene.is_nominal(last) && !number || scene.is(last, &[words::DASH])) || scene.parts(last) {
            break;
        }
        if scene.has(last, class::MONTH.or(class::WEEKDAY)) && last > first {
            break;
        }
        // "tax increases coupled with cuts", "refugees let into the country"
        let form = scene.token(last).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
        let participle = last > first
            && form.is_some_and(|f| f.has(Form::PARTICIPLE))
            && scene.token(last).is_some_and(|t| t.shape == Shape::Lower);
        if participle && scene.has(last + 1, class::PREPOSITION) && !scene.is(last + 1, &[words::OF]) {
            break;
        }
        last += 1;
    }
    while last > first
        && (!scene.is_nominal(last - 1)
            || scene.has(last - 1, class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB))
            || scene.is(last - 1, &[words::UP, words::DOWN]))
    // "bring the rate down to"
    {
        last -= 1;
    }
    let pronoun = class::HE.or(class::SHE).or(class::IT).or(class::THEY).or(class::SPEAKER).or(class::WHO);
    let empty = |i: usize| scene.has(i, pronoun) || scene.is_cue(i, C::Figure); // "raise it", "extend this figure"
    (first < last && !(last - first == 1 && empty(first))).then_some(first..last)
}

/// What is measured, given the verb that governs the amount.
pub(super) fn metric_of_verb(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    governor: &Governor,
    mood: &Mood,
) -> Option<Range<usize>> {
    // "reach sales of $5 billion"
    let of = governor.marker == Some(words::OF) && governor.verb.cue.class == C::Reach;
    if of && let Some(object) = trimmed(scene, governor.object.clone()) {
        return Some(object);
    }
    let reaches = scene.is_cue(governor.verb.first, C::Attain);
    if reaches && amount.counted.is_none() && amount.dimension != Dimension::Percent {
        // "sales are to reach $5 billion", "hopes its sales will reach": no wish stands between
        let modal = scene.before(governor.verb.first).is_some_and(|b| scene.has(b, class::MODAL));
        let found = subject(scene, if modal { governor.verb.first } else { mood.head });
        // "the ministry must reach $2 billion in revenue"
        let actor = found.as_ref().is_some_and(|f| f.entity.is_some());
        let own = if actor { after_amount(scene, amount) } else { None };
        if let Some(found) = own.or_else(|| found.and_then(|f| trimmed(scene, f.tokens))) {
            return Some(found);
        }
    }
    if amount.verb {
        let after = amount.core.end;
        return trimmed(scene, after..(after + 10).min(scene.sentence.last));
    }
    let changes = matches!(governor.verb.cue.class, C::Change | C::Move | C::Cap | C::Set);
    let levies = governor.marker == Some(words::OF) && matches!(governor.verb.cue.class, C::Set | C::Do | C::Act);
    let levies = levies
        && governor
            .object
            .clone()
            .next_back()
            .is_some_and(|i| scene.is_cue(i, C::Decreed) || scene.is_cue(i, C::Penalty));
    // "offer permits to two million migrants" counts migrants
    let people = amount.counted.is_some() && matches!(governor.marker, Some(words::TO | words::FOR));
    if (governor.verb.cue.class == C::Give || levies)
        && governor.marker.is_some()
        && !people
        && !scene.is(amount.last, &[words::OF])
        && let Some(object) = trimmed(scene, governor.object.clone())
    {
        return Some(object); // "calls for spending of 243 billion"
    }
    if changes && governor.marker.is_some() {
        // "from $7 to $10": the object ends where the amounts begin
        let amounts =
            scene.amounts.iter().filter(|a| a.first >= governor.object.start && a.core.end <= governor.object.end);
        let first = amounts.map(|a| a.first).min().unwrap_or(governor.object.end);
        if let Some(object) = trimmed(scene, governor.object.start..first) {
            return Some(object);
        }
        let be = scene.before(governor.verb.first).is_some_and(|b| scene.has(b, class::BE))
            || scene.is(governor.verb.first, &[words::BE]);
        let passive = be || governor.verb.cue.form.has(Form::PARTICIPLE) && governor.object.is_empty();
        if let Some(to) = scene
            .before(governor.verb.first)
            .filter(|&b| scene.is(b, &[words::TO]) && governor.verb.cue.class == C::Move)
            .filter(|&b| !scene.is_cue(b.wrapping_sub(1), C::Bent))
        // "aid is due to rise by 3 percent"
        {
            return ending_at(scene, to).and_then(|f| trimmed(scene, f.tokens)); // "expects spending to rise to"
        }
        // "his salary will increase to $3 million"
        let grows = scene.is_cue(governor.verb.first, C::Ergative) && governor.object.is_empty();
        if passive || grows || governor.verb.cue.class == C::Move {
            // "will be further reduced to"
            let verb = (scene.sentence.first..=governor.verb.first).rev().find(|&i| i == 0 || !scene.is_adverb(i - 1));
            let verb = verb.unwrap_or(governor.verb.first);
            let rises = || if mood.rule == By::SetOnDoing { mood.head } else { verb };
            let figure = || modal::own_figure(scene, mood.head);
            let changes = || what_changes(scene, rises()).or_else(|| subject(scene, rises()).map(|f| f.tokens));
            let range = mood.addressee.clone().or_else(figure).or_else(changes);
            // "Marn will cut by 300,000 barrels a day": who cuts, not what.
            let acts = |r: &Range<usize>| {
                let named = scene
                    .reading
                    .mentions
                    .covering(r.start)
                    .is_some_and(|(_, f)| f.kind != Kind::Name && f.last >= r.end);
                named && !passive && !grows
            };
            if let Some(range) = range.filter(|r| !acts(r)) {
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
    // "save $3 million" is about saving, but "prices will be increased $25" about prices
    let pronoun = governor.object.len() == 1 && scene.has(governor.object.start, class::IT.or(class::THEY)); // "raise it to"
    let done = amount.dimension == Dimension::Money
        && !pronoun
        && [C::Do, C::Act].iter().any(|&c| scene.is_cue(governor.verb.first, c));
    let be = scene.before(governor.verb.first).is_some_and(|b| scene.is_be(b));
    let aimed = governor.verb.cue.class == C::Give && governor.marker == Some(words::AT); // "growth is targeted at"
    if (changes || aimed) && be && governor.verb.cue.form.has(Form::PARTICIPLE) {
        let plain = subject(scene, governor.verb.first).filter(|f| f.entity.is_none()).map(|f| f.tokens);
        if let Some(found) = mood.addressee.clone().or(plain).and_then(|r| trimmed(scene, r)) {
            return Some(found);
        }
    }
    // "generate savings of $75 million", "hold capital of at least"; not "reach a total of"
    let sums = |i: usize| (scene.is_cue(i, C::Sum) || scene.is_cue(i, C::Figure)) && !scene.is_cue(i, C::Metric);
    if done
        && governor.marker == Some(words::OF)
        && !governor.object.clone().any(sums)
        && let Some(object) = trimmed(scene, governor.object.clone())
    {
        return Some(object);
    }
    let own = || done.then_some(governor.verb.first..governor.verb.last);
    after_amount(scene, amount).or_else(|| purpose(scene, amount)).or_else(own)
}

/// "rates on policies are to be cut", "the limit for banks which meet the criteria would be raised": the subject, without what
/// hangs on it.
fn what_changes(scene: &Scene<'_, '_>, verb: usize) -> Option<Range<usize>> {
    const REACH: usize = 16;
    let found = concept::subject(scene, verb, 2)?;
    let article = scene.has(found.start.wrapping_sub(1), class::DETERMINER.or(class::POSSESSIVE));
    let group = class::NEGATION.or(class::DO).or(class::MODAL).or(class::HAVE).or(class::BE);
    let negated = scene.has(found.start.wrapping_sub(1), group); // "which do not meet the criteria"
    let does = found.start.saturating_sub(1 + usize::from(article && !negated));
    let floor = does.saturating_sub(REACH).max(scene.sentence.first);
    let clause = (floor + 1..does).rev().take_while(|&i| !scene.is(i, &[words::COMMA, words::SEMICOLON]));
    let which = |&i: &usize| scene.has(i, class::WHO.or(class::THAT)) && scene.is_nominal(i - 1);
    let related = (negated || concept::is_verb(scene, does)).then(|| clause.into_iter().find(which)).flatten();
    related.map_or(Some(found), |which| concept::noun_ending(scene, which))
}

/// "is not allowed to enrich uranium above", "does not allow property taxes above": the nouns that end there.
pub(super) fn object_ending(scene: &Scene<'_, '_>, from: usize, at: usize, end: usize) -> Option<Range<usize>> {
    let noun = |i: &usize| {
        let moves = [C::Move, C::Exceed, C::Allowing].iter().any(|&c| scene.is_cue(*i, c));
        let other = class::GERUND.or(class::DETERMINER).or(class::POSSESSIVE);
        let verb = moves || scene.is(i - 1, &[words::TO]) || scene.has(*i, other) || scene.is_finite(*i);
        scene.is_nominal(*i) && !verb
    };
    let first = (from + 1..at).rev().take_while(noun).last()?;
    trimmed(scene, first..end)
}

/// "provide $80 billion to expand coverage", "pledged $2 million to fight malaria": what a sum is for.
fn purpose(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    const REACH: usize = 10;
    // "$80 million, a 19 percent rise, to hire"
    let aside = scene.is(amount.last, &[words::COMMA]) && scene.is(amount.last + 1, &[words::A, words::AN]);
    let close =
        (amount.last + 1..(amount.last + REACH).min(scene.sentence.last)).find(|&i| scene.is(i, &[words::COMMA]));
    let link = if aside { close? + 1 } else { amount.last };
    let verb = link + 1;
    let to = amount.dimension == Dimension::Money && scene.is(link, &[words::TO]) && !scene.is_nominal(link);
    let form = scene.token(verb).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
    let base = scene.hits_at(verb).iter().any(|h| h.verb) || form.is_some_and(|f| f.has(Form::BASE));
    let lower =
        scene.token(verb).is_some_and(|t| t.shape == Shape::Lower && !t.has(class::DETERMINER.or(class::POSSESSIVE)));
    let reaches = [C::Reach, C::Attain].iter().any(|&c| scene.is_cue(verb, c)); // "needs $5,000 to meet its goal"
    if !(to && base && lower) || reaches {
        return None;
    }
    trimmed(scene, verb + 1..(verb + REACH).min(scene.sentence.last))
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
    // "$4 billion more in revenue"
    at += usize::from(scene.is(at, &[words::MORE]) && scene.is(at + 1, &[words::IN]));
    // "slash $5 billion from its costs", not "raise $5 million from donors"
    let own = scene.has(at + 1, class::POSSESSIVE)
        || scene.is_cue(at + 1, C::Metric)
        || amount.dimension == Dimension::Percent && scene.is(at + 1, &[words::THE]); // "cut 5 percent from the program"
    let receiver = scene.is(at, &[words::TO]) && amount.dimension == Dimension::Physical; // "300 tonnes to Peru"
    let linked = !receiver && scene.is(at, &[words::OF, words::IN, words::FOR, words::ON, words::INTO, words::TO])
        || scene.is(at, &[words::FROM]) && own
        || scene.is_cue(at, C::Worth);
    let further = scene.amounts.iter().any(|a| (at + 1..at + 3).contains(&a.core.start)); // "10 percent on roughly $3 billion"
    if linked && further && !scene.is(at, &[words::OF]) {
        return None;
    }
    if linked && !scene.token(at + 1).is_some_and(|t| t.shape == Shape::Number) {
        if scene.has(at + 1, class::MONTH) {
            return None;
        }
        let start = if scene.is_cue(at, C::Worth) { at + 2 } else { at + 1 };
        // "in irrigation this year" is no time, "in the next five years" is
        let ends = |i: usize| {
            let dates = &scene.reading.dates;
            let date = dates.get(dates.partition_point(|d| d.tokens.end <= i));
            i > start && (scene.has(i, class::PREPOSITION) || date.is_some_and(|d| d.tokens.start == i))
        };
        let mut near = (start..(start + 4).min(end)).take_while(|&i| !ends(i));
        let timed = near.any(|i| scene.has(i, class::TIME_UNIT) || scene.is_cue(i, C::Timed));
        if timed && scene.is(at, &[words::IN, words::FOR, words::ON]) {
            return None;
        }
        let infinitive = scene.is(at, &[words::TO]) && scene.has(at + 1, class::VERB);
        return if infinitive { None } else { trimmed(scene, start..end) };
    }
    let dates = &scene.reading.dates;
    let date = dates.get(dates.partition_point(|d| d.tokens.end <= at)).is_some_and(|d| d.tokens.start == at);
    if date {
        return None; // "$8 million next year"
    }
    if scene.is_nominal(at) && !scene.has(at, class::DETERMINER.or(class::ADVERB)) && !scene.is_finite(at) {
        let stop = (at..end).find(|&i| scene.has(i, class::PREPOSITION.or(class::CONJUNCTION))).unwrap_or(end);
        // "a 1 percent cut in emissions" is about emissions
        let shift = stop == at + 1 && scene.is_cue(at, C::Shift) && scene.is(stop, &[words::IN, words::OF, words::TO]);
        let of = if shift { trimmed(scene, stop + 1..(stop + 9).min(scene.sentence.last)) } else { None };
        return of.or_else(|| trimmed(scene, at..stop));
    }
    None
}

/// "by 2030", "by the end of 2015", "this year", "over the next two years": the words and the date that they come to.
pub(super) fn deadline(scene: &Scene<'_, '_>, amount: &Amount) -> Option<(Range<usize>, Option<PartialDate>)> {
    let reading = scene.reading;
    let dates = &reading.dates;
    let next = dates.partition_point(|d| d.tokens.start < amount.last);
    let near = |d: &&DateFound| d.tokens.end <= scene.sentence.last && d.tokens.start < amount.last + 14;
    // "from July until the end of the year"
    let range = |first: &DateFound| dates.get(next + 1).filter(|d| d.lead == Lead::Until && first.lead == Lead::From);
    let found = dates.get(next).filter(near).map(|first| range(first).unwrap_or(first));
    let found = found.filter(|found| {
        let mut between = amount.last..found.tokens.start;
        // "16.6 mln barrels per day (bpd) for the rest of 1987"
        if scene.is(between.start, &[words::OPEN])
            && let Some(close) = between.clone().take(5).find(|&i| scene.is(i, &[words::CLOSE]))
        {
            between.start = close + 1;
        }
        let apart = between.clone().any(|i| scene.parts(i) || scene.is(i, &[words::OPEN]));
        let past = matches!(found.lead, Lead::Since | Lead::From | Lead::After);
        let part = scene.is(found.tokens.start.wrapping_sub(1), &[words::OF]); // "bonds of 2000"
        let over = matches!(found.when, When::Unit { by, .. } | When::Away { by, .. } if by < 0);
        !apart && !past && !over && !part
    });
    let found = found.or_else(|| year_of_goal(scene, amount)).or_else(|| set_before(scene, amount))?;
    let mut first = found.tokens.start;
    let floor = if first < amount.first { scene.sentence.first } else { amount.last };
    while first > floor && (scene.has(first - 1, class::PREPOSITION) || scene.is(first - 1, &[words::THE])) {
        first -= 1;
    }
    let date = date::resolve(&found.when, reading.published, Direction::Future);
    Some((first..found.tokens.end, date))
}

/// "1,700 tonnes for a year", "for 12 months from March": how long the amount lasts is its rate.
pub(super) fn span_after(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Box<str>> {
    if !scene.is(amount.last, &[words::FOR]) {
        return None;
    }
    let at = amount.last + 1;
    let one = scene.is(at, &[words::A, words::EACH]) || scene.is_cue(at, C::Single);
    let year = scene.amounts.iter().find(|a| a.core.start == at && a.unit.as_ref() == "months" && a.value() == 12.0);
    if year.is_some() {
        return Some("year".into());
    }
    let unit = scene.token(at + 1).filter(|t| one && t.has(class::TIME_UNIT))?;
    let rates = &scene.reading.tables.measures.units;
    rates
        .longest([words::PER, unit.word].into_iter())
        .filter(|(_, u)| u.kind == UnitKind::Rate)
        .map(|(_, u)| u.name.clone())
}

/// "By 2030, the agency wants 40 new buses", "aims by 1990 to plant": the deadline before the verb.
fn set_before<'s>(scene: &Scene<'s, '_>, amount: &Amount) -> Option<&'s DateFound> {
    const REACH: usize = 25;
    let dates = &scene.reading.dates;
    let found = dates[..dates.partition_point(|d| d.tokens.end <= amount.first)].last()?;
    let deadline =
        matches!(found.lead, Lead::By | Lead::Before | Lead::Within) || matches!(found.when, When::Ahead { .. });
    let mut between = found.tokens.end..amount.first;
    let near = found.tokens.start >= scene.sentence.first && between.len() <= REACH;
    let says = |i: usize| scene.has(i, class::SAY);
    (deadline && near && !between.any(|i| scene.parts(i) || says(i))).then_some(found)
}

/// "its 1987 production target of 940,000 barrels", "the target for 1987 is 8 percent": the year that the goal is of.
fn year_of_goal<'s>(scene: &Scene<'s, '_>, amount: &Amount) -> Option<&'s DateFound> {
    const REACH: usize = 8;
    let dates = &scene.reading.dates;
    let found = dates[..dates.partition_point(|d| d.tokens.end <= amount.first)].last()?;
    let between = found.tokens.end..amount.first;
    let year = matches!(found.when, When::Date(date) if date.month().is_none());
    if !year || found.tokens.start < scene.sentence.first || between.len() > REACH {
        return None;
    }
    let goal = |i: usize| scene.has(i, class::TARGET_CUE) && scene.is_nominal(i) && !scene.has(i, class::VERB);
    let of = between.clone().any(goal) && between.clone().all(|i| !scene.is_finite(i) && !scene.parts(i));
    let before = found.tokens.start.checked_sub(2).filter(|&at| at >= scene.sentence.first);
    let for_it = before.is_some_and(|at| goal(at) && scene.is(at + 1, &[words::FOR]))
        && between.clone().all(|i| scene.has(i, class::BE.or(class::ADVERB)));
    (of || for_it).then_some(found)
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
