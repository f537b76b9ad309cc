//! What may stand between a wish and the verb it is about: dates, asides, terms, who is meant.

use super::by::By;
use super::mood::{Mood, own};
use super::scene::{Hit, Scene};
use crate::lexicon::{CueClass as C, Form, class, words};
use crate::mentions::quantity::Dimension;
use crate::text::Shape;

/// "agreed in December to": the date lies between.
pub(super) fn before_date(scene: &Scene<'_, '_>, last: usize) -> usize {
    let dates = &scene.reading.dates;
    let at = dates.partition_point(|d| d.tokens.end <= last);
    let Some(date) = dates.get(at).filter(|d| d.tokens.start <= last && d.tokens.end == last + 1) else { return last };
    let mut first = date.tokens.start;
    while first > scene.sentence.first + 1 && scene.has(first - 1, class::PREPOSITION) {
        first -= 1;
    }
    if first > scene.sentence.first { first - 1 } else { last }
}

/// "rules issued last week to cut", "a plan unveiled by the ministry to cut": what the participle after a plan says of it ends
/// before a token.
pub(super) fn is_presented(scene: &Scene<'_, '_>, plan: &Hit, before: usize) -> bool {
    let form = scene.token(plan.last).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
    let participle = form.is_some_and(|f| f.has(Form::PARTICIPLE)) && plan.last <= before;
    let told = [C::Settle, C::Give, C::Imposed, C::Act].iter().any(|&c| scene.is_cue(plan.last, c));
    let by = scene.is(plan.last + 1, &[words::BY]);
    let plain = |i: usize| {
        (scene.is_nominal(i)
            || scene.has(i, class::PREPOSITION.or(class::DETERMINER))
            || scene.token(i).is_some_and(|t| t.is_possessive()))
            && !scene.is(i, &[words::TO])
    };
    plan.cue.class == C::Plan && participle && (told || by) && (plan.last + 1..=before).all(plain)
}

/// "aims, among other things, to", "voted 52-48 to": the verb before what stands between.
pub(super) fn before_aside(scene: &Scene<'_, '_>, last: usize) -> usize {
    const LONGEST: usize = 7;
    let number = |i: usize| scene.token(i).is_some_and(|t| t.shape == Shape::Number);
    if number(last) && last >= 3 && scene.is(last - 1, &[words::DASH, words::EN_DASH, words::TO]) && number(last - 2) {
        return last - 3;
    }
    if !scene.is(last, &[words::COMMA]) {
        return last;
    }
    let floor = last.saturating_sub(LONGEST).max(scene.sentence.first + 1);
    let open = (floor..last).rev().find(|&i| scene.is(i, &[words::COMMA]));
    let small = |i: usize| scene.has(i, class::PREPOSITION) && !scene.is(i, &[words::TO]);
    let wishes = |o: usize| scene.hit_ending(o, &[C::Intent, C::Order], true).is_some();
    open.filter(|&o| small(o + 1) && wishes(o)).map_or(last, |o| o - 1)
}

/// "committed itself to": the verb before "itself".
pub(super) fn before_reflexive(scene: &Scene<'_, '_>, last: usize) -> usize {
    let own = scene.has(last, class::REFLEXIVE).then(|| scene.before(last)).flatten();
    own.filter(|&v| scene.hits_at(v).iter().any(|h| h.verb)).unwrap_or(last)
}

/// "has three years to cut", "was given two months to cut": who has so long to do it must do it.
pub(super) fn given_term(scene: &Scene<'_, '_>, last: usize) -> Option<Mood> {
    let term = scene.amounts.iter().find(|a| a.dimension == Dimension::Time && a.core.end == last + 1);
    let verb = term.map_or(Some(last), |t| scene.before(t.first))?;
    if term.is_some() && scene.has(verb, class::HAVE) {
        return Some(own(By::Need, None, verb));
    }
    let be = scene.before(verb).filter(|&b| scene.is_be(b))?;
    let given = |h: &Hit| h.verb && h.cue.class == C::Gift && h.cue.form.has(Form::PARTICIPLE);
    let until = term.is_some() || scene.is(last + 1, &[words::UNTIL]);
    (until && scene.hits_at(verb).iter().any(given)).then(|| own(By::OrderedTo, None, be))
}

/// Where "until March" or "five years" begins that ends at a token, after somebody.
pub(super) fn term_before(scene: &Scene<'_, '_>, from: usize, last: usize) -> Option<usize> {
    let until = Some(last + 1).filter(|&i| scene.is(i, &[words::UNTIL]));
    let span =
        scene.amounts.iter().find(|a| a.dimension == Dimension::Time && a.core.end == last + 1 && a.first > from);
    until.or(span.map(|a| a.first)).filter(|&t| t > from)
}
