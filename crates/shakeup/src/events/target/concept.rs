//! What a quantity is about where nothing is counted, wanted or not: "inflation" of "inflation rose 3 percent", "revenue" of
//! "revenue of $3 billion", "contract" of "a $50 million contract".

use std::ops::Range;

use super::scene::Scene;
use super::{pieces, slots};
use crate::clauses;
use crate::lexicon::{CueClass as C, Form, WordId, class, words};
use crate::mentions::Kind;
use crate::mentions::quantity::{Amount, Dimension, Reads};
use crate::reading::Reading;
use crate::text::Shape;

/// How far left of an amount its verb, and of a verb its subject, is looked for.
const REACH: usize = 16;

/// For each amount the tokens that say what it is about: the noun phrase without its article.
pub(crate) fn concepts(reading: &Reading<'_>, amounts: &[Amount]) -> Vec<Option<Range<usize>>> {
    let mut found: Vec<Option<Range<usize>>> = vec![None; amounts.len()];
    let mut first = 0;
    for sentence in reading.text.sentences.iter().flat_map(|s| pieces(*s)) {
        let last = first + amounts[first..].partition_point(|a| a.core.end <= sentence.last);
        if amounts[first..last].iter().any(is_about) {
            let scene = Scene::new(reading, sentence, &amounts[first..last]);
            for at in 0..last - first {
                if is_about(&scene.amounts[at]) {
                    found[first + at] = concept(&scene, at, &found[first..first + at]);
                }
            }
        }
        first = last;
    }
    found
}

/// Whether the amount can be about something: spans of time and ages are not, and what is counted says so itself.
fn is_about(amount: &Amount) -> bool {
    matches!(amount.reads, Reads::Amount | Reads::Aside) && amount.dimension != Dimension::Time && amount.counted.is_none()
}

fn concept(scene: &Scene<'_, '_>, at: usize, earlier: &[Option<Range<usize>>]) -> Option<Range<usize>> {
    let amount = &scene.amounts[at];
    let before = at.checked_sub(1).filter(|&b| scene.amounts[b].core.start >= scene.sentence.first);
    let same = before.and_then(|b| Some((&scene.amounts[b], earlier.get(b)?.clone()?)));
    if amount.reads == Reads::Aside {
        return same.map(|(_, concept)| concept); // "£960m ($1.8bn)"
    }
    if amount.verb {
        let after = amount.core.end;
        return slots::trimmed(scene, after..(after + 10).min(scene.sentence.last)).filter(|c| is_thing(scene, c));
    }
    let found = attribute(scene, amount)
        .or_else(|| noun_of(scene, amount))
        .or_else(|| continued(scene, amount, same))
        .or_else(|| by_verb(scene, amount, true))
        .or_else(|| part_of(scene, amount))
        .or_else(|| by_verb(scene, amount, false))
        .or_else(|| line(scene, amount));
    found.filter(|c| is_thing(scene, c))
}

/// A thing that can be so much: no person or organisation, no pronoun.
fn is_thing(scene: &Scene<'_, '_>, concept: &Range<usize>) -> bool {
    let of = concept.clone().skip(1).find(|&i| scene.is(i, &[words::OF]));
    let head = of.unwrap_or(concept.end) - 1;
    let who = class::PERSON_NOUN.or(class::ORG_GENERIC).or(class::HE).or(class::SHE).or(class::THEY).or(class::IT);
    let who = who.or(class::SPEAKER).or(class::WHO).or(class::THAT).or(class::TIME_UNIT).or(class::WEEKDAY);
    let name = scene.reading.mentions.covering(head).is_some_and(|(_, f)| f.kind != Kind::Post);
    let figure = [C::Figure, C::Sum, C::Company].iter().any(|&c| scene.is_cue(head, c)) && concept.len() == 1;
    let date = &scene.reading.dates;
    let date = date.get(date.partition_point(|d| d.tokens.end <= head)).is_some_and(|d| d.tokens.start <= head);
    !(scene.has(head, who) && !scene.is_cue(head, C::Metric) || name || figure || date)
}

/// "a $50 million contract", "2 percent inflation", "a 5 percent rise in sales".
fn attribute(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    let start = amount.last + usize::from(scene.is(amount.last, &[words::DASH]));
    if !is_noun(scene, start) || scene.is_cue(start, C::Comparing) {
        return None;
    }
    let found = slots::after_amount(scene, &Amount { last: start, ..amount.clone() })?;
    (found.start < start + 3 || scene.is_cue(start, C::Shift)).then_some(found).filter(|f| !is_bare_shift(scene, f))
}

/// "3 percent of voters", "$9 billion in aid", "$50m for flood defences", "$5 million on ads".
fn part_of(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    let (link, next) = (amount.last, amount.last + 1);
    let money = amount.dimension == Dimension::Money;
    let fits = scene.is(link, &[words::OF])
        || scene.is_cue(link, C::Worth)
        || money && scene.is(link, &[words::IN]) && is_noun(scene, next)
        || money && scene.is(link, &[words::FOR, words::ON]) && !scene.has(next, class::GERUND);
    let fits = fits && !scene.has(next, class::WHO.or(class::THAT)) && !scene.is_cue(next, C::Others);
    if fits { slots::after_amount(scene, amount) } else { None }
}

/// "revenue of $3 billion", "unemployment at 4 percent", "Price: $5 million".
fn noun_of(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    let link = amount.first.checked_sub(1).filter(|&l| l > scene.sentence.first)?;
    if !scene.is(link, &[words::OF, words::AT, words::COLON, words::OPEN]) {
        return None;
    }
    let end = link - usize::from(scene.is(link, &[words::AT]) && scene.is(link - 1, &[words::COMMA]));
    let found = noun_ending(scene, end)?;
    let shift = is_bare_shift(scene, &found);
    // "an increase of 5 percent in sales"
    let after = shift && scene.is(amount.last, &[words::IN]);
    if after {
        return slots::trimmed(scene, amount.last + 1..(amount.last + 9).min(scene.sentence.last));
    }
    (!shift).then_some(found)
}

/// "from $7 to $10", "5 percent, or $3 million", "12 cents vs 10 cents": another figure of the same thing.
fn continued(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    same: Option<(&Amount, Range<usize>)>,
) -> Option<Range<usize>> {
    let (before, concept) = same?;
    let mut between = before.last..amount.first;
    let links = [words::TO, words::FROM, words::OR, words::AND];
    let linked = |i: usize| scene.is(i, &links) || scene.is_cue(i, C::Against);
    let near = between.len() <= REACH && between.clone().any(linked);
    (near && !between.any(|i| scene.parts(i) || is_verb(scene, i))).then_some(concept)
}

/// What the verb of the amount says of: its object before "to", "by" or "at", else its subject. With `moved` only where the
/// verb tells of a change.
fn by_verb(scene: &Scene<'_, '_>, amount: &Amount, moved: bool) -> Option<Range<usize>> {
    let link = scene.before(amount.first)?;
    let marker = scene.token(link).filter(|t| t.is_any(&[words::TO, words::BY, words::AT, words::FROM, words::FOR]));
    let marker: Option<WordId> = marker.map(|t| t.word);
    let mut end = if marker.is_some() { link } else { link + 1 };
    let up = |at: usize| scene.is(at, &[words::UP, words::DOWN]);
    let risen = end > scene.sentence.first && up(end - 1);
    end -= usize::from(risen);
    let floor = end.saturating_sub(REACH).max(scene.sentence.first);
    let verb = (floor..end).rev().take_while(|&i| !scene.parts(i) && !scene.is(i, &[words::COMMA, words::OPEN]));
    let verb = verb.into_iter().find(|&i| is_verb(scene, i));
    let Some(verb) = verb else {
        // "sales, up 5 percent, …"
        let comma = risen && scene.is(end.wrapping_sub(1), &[words::COMMA]);
        return if risen && !moved { noun_ending(scene, end - usize::from(comma)) } else { None };
    };
    let object = verb + 1..end;
    let changes = [C::Change, C::Move, C::Ergative, C::Attain].iter().any(|&c| scene.is_cue(verb, c)) || risen;
    if moved && !changes {
        return None;
    }
    let small = |i: usize| scene.has(i, class::ADVERB) || up(i) || clauses::is_manner(scene.reading, i);
    let empty = object.clone().all(small);
    if empty && marker == Some(words::FOR) {
        return None;
    }
    if empty {
        // "paid $5", "raised $3 million": nothing says what for
        let gauges = changes && !scene.is_cue(verb, C::Do)
            || scene.is_be(verb)
            || [C::Gauge, C::Exceed, C::Told, C::Standing].iter().any(|&c| scene.is_cue(verb, c));
        let told = marker.is_some() || risen || gauges || amount.dimension == Dimension::Percent;
        return if told { subject(scene, verb, 2) } else { None };
    }
    if scene.is_cue(verb, C::Gauge) && marker.is_none() {
        return subject(scene, verb, 2); // "cost taxpayers $5 million"
    }
    let direct = marker.is_some() || risen || changes;
    let object = slots::trimmed(scene, object).filter(|_| direct)?;
    is_thing(scene, &object).then_some(object)
}

/// "Net income $5.2 million": a line of a table.
fn line(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    const WORDS: usize = 4;
    let first = scene.sentence.first;
    let plain = amount.first > first && amount.first - first <= WORDS && (first..amount.first).all(|i| is_noun(scene, i));
    if plain { slots::trimmed(scene, first..amount.first) } else { None }
}

/// The subject of a verb: the noun phrase before its verb group, without what hangs on it ("exports" of "exports to Japan").
fn subject(scene: &Scene<'_, '_>, verb: usize, steps: usize) -> Option<Range<usize>> {
    let steps = steps.checked_sub(1)?;
    let floor = scene.sentence.first;
    let group = class::ADVERB.or(class::HAVE).or(class::BE).or(class::MODAL).or(class::NEGATION).or(class::DO);
    let mut end = verb;
    while end > floor {
        let at = end - 1;
        let auxiliary = scene.has(at, group) && !scene.has(at, class::DETERMINER) || clauses::is_manner(scene.reading, at);
        if scene.is(at, &[words::TO]) && at > floor {
            end = at - 1; // "is expected to rise"
        } else if auxiliary || end < verb && is_participle(scene, at) {
            end = at;
        } else {
            break;
        }
    }
    let last = end.checked_sub(1).filter(|&l| l >= floor)?;
    let trailing = scene.is(last, &[words::COMMA]) && scene.has(verb, class::GERUND);
    if trailing || scene.is(last, &[words::AND, words::BUT, words::OR]) {
        // "sales rose 5 percent and fell by 3 percent", "sales grew, rising by"
        let before = (last.saturating_sub(REACH).max(floor)..last).rev();
        let before = before.take_while(|&i| !scene.parts(i)).find(|&i| is_verb(scene, i))?;
        return subject(scene, before, steps);
    }
    if scene.has(last, class::THAT.or(class::WHO)) {
        let comma = last.checked_sub(1).filter(|&c| scene.is(c, &[words::COMMA]));
        return noun_ending(scene, comma.unwrap_or(last));
    }
    if scene.is(last, &[words::COMMA]) {
        // "sales, which …, rose"
        let open = (last.saturating_sub(25).max(floor)..last).rev().find(|&i| scene.is(i, &[words::COMMA]))?;
        return noun_ending(scene, open);
    }
    noun_ending(scene, end)
}

/// The noun phrase that ends before a token with all that hangs on it, cut to its head: "exports" of "exports to Japan".
fn noun_ending(scene: &Scene<'_, '_>, end: usize) -> Option<Range<usize>> {
    let floor = end.saturating_sub(REACH).max(scene.sentence.first);
    let mut first = end;
    while first > floor {
        let at = first - 1;
        let joined = scene.is(at, &[words::AND, words::AMPERSAND]) && first < end;
        let inside = scene.has(at, class::PREPOSITION.or(class::DETERMINER).or(class::POSSESSIVE));
        let mark = scene.is(at, &[words::DASH, words::S, words::APOSTROPHE]);
        let number = scene.amounts.iter().any(|a| a.core.contains(&at));
        let fits = scene.is_nominal(at) || joined || inside && !scene.is(at, &[words::TO]) || mark;
        let speaks = scene.has(at, class::SAY) && scene.has(at, class::VERB);
        if number || !fits || speaks || is_verb(scene, at) || scene.parts(at) && !inside {
            break;
        }
        first = at;
    }
    let small = class::CONJUNCTION.or(class::ADVERB);
    while first < end && (scene.has(first, small) || scene.is(first, &[words::AND])) {
        first += 1;
    }
    if first >= end || scene.has(first, class::PREPOSITION) {
        return None; // "in Japan exports"
    }
    slots::trimmed(scene, first..end)
}

/// A noun that may follow a number or stand in a line of a table.
fn is_noun(scene: &Scene<'_, '_>, at: usize) -> bool {
    let other = class::ADVERB.or(class::DETERMINER).or(class::POSSESSIVE).or(class::WEEKDAY).or(class::MONTH);
    let other = other.or(class::HE).or(class::SHE).or(class::IT).or(class::THEY).or(class::SPEAKER).or(class::TIME_UNIT);
    let dates = &scene.reading.dates;
    let date = dates.get(dates.partition_point(|d| d.tokens.end <= at)).is_some_and(|d| d.tokens.start <= at);
    scene.is_nominal(at)
        && !scene.has(at, other)
        && !date
        && !clauses::is_manner(scene.reading, at)
        && !(scene.is_finite(at) || is_participle(scene, at) && !is_noun_after(scene, at))
        && !scene.amounts.iter().any(|a| a.core.contains(&at))
}

fn is_noun_after(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.is_nominal(at + 1) && !scene.has(at + 1, class::ADVERB.or(class::DETERMINER))
}

/// "increase", "cut" alone: what increased is said elsewhere.
fn is_bare_shift(scene: &Scene<'_, '_>, found: &Range<usize>) -> bool {
    found.len() == 1 && scene.is_cue(found.start, C::Shift)
}

fn is_participle(scene: &Scene<'_, '_>, at: usize) -> bool {
    let form = scene.token(at).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
    let lower = scene.token(at).is_some_and(|t| t.shape == Shape::Lower);
    lower && form.map_or(scene.word(at).ends_with("ed"), |f| f.has(Form::PARTICIPLE))
}

/// A verb used as one, by its form and the words before it.
fn is_verb(scene: &Scene<'_, '_>, at: usize) -> bool {
    if scene.is_be(at) {
        return true;
    }
    let Some(token) = scene.token(at).filter(|t| t.shape == Shape::Lower) else { return false };
    let described = at.checked_sub(1).and_then(|b| scene.token(b)).is_some_and(|t| {
        t.has(class::DETERMINER.or(class::POSSESSIVE)) && !t.has(class::THAT) || t.is_possessive()
    });
    let Some(form) = scene.reading.tables.verb_form(token.word).map(|v| v.form) else {
        return scene.word(at).ends_with("ed") && !described;
    };
    if form.has(Form::PAST) && !form.has(Form::BASE) || form.has(Form::GERUND) {
        return !described;
    }
    let hit = scene.hits_at(at).iter().any(|h| h.verb);
    hit || clauses::is_verb(scene.reading, at) && !described
}
