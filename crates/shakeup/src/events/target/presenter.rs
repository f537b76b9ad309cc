//! Who presented the plan, the budget or the bill that wants a number.

use super::scene::{self, Hit, Scene};
use super::who::{self, Fill};
use crate::lexicon::{CueClass as C, Form, class};

/// "The budget calls for": who presented it, where the text says so; a law stands for itself.
pub(super) fn behind_plan(scene: &Scene<'_, '_>, fill: Fill) -> Fill {
    let head = fill.tokens.end - 1;
    let named = scene.token(head).is_some_and(|t| t.is_capital()) && fill.tokens.len() > 1; // "the Green Pact proposes"
    if fill.entity.is_some() || named || !scene.is_cue(head, C::Scheme) {
        return fill;
    }
    let here = who::whose(scene, fill.tokens.end).or_else(|| presenter(scene, head));
    here.or_else(|| earlier(scene, head)).and_then(|f| who::somebody(scene, f)).unwrap_or(fill)
}

/// "The cabinet approved a budget that …": whose the plan is, or who did something with it.
pub(super) fn presenter(scene: &Scene<'_, '_>, plan: usize) -> Option<Fill> {
    who::owner(scene, plan..plan + 1).or_else(|| {
        let floor = plan.saturating_sub(7).max(scene.sentence.first);
        let verb = scene.find_hit(floor..plan, &[C::Settle, C::Give]).filter(|h| h.verb)?;
        who::subject(scene, verb.first)
    })
}

/// The same in one of the sentences before: "The minister presented her budget. … The budget calls for".
pub(super) fn earlier(scene: &Scene<'_, '_>, plan: usize) -> Option<Fill> {
    const SENTENCES: usize = 3;
    let reading = scene.reading;
    let index = reading.sentence_of(plan);
    let word = reading.text.tokens[plan].word;
    (index.saturating_sub(SENTENCES)..index).rev().find_map(|i| {
        let sentence = reading.text.sentences[i];
        let near = sentence.last.saturating_sub(60).max(sentence.first);
        let at = (near..sentence.last).rev().find(|&t| reading.text.tokens[t].word == word)?;
        let scene = Scene::new(reading, crate::text::Sentence { first: near, ..sentence }, &[]);
        presenter(&scene, at)
    })
}

/// "The bill was passed in May. It cuts $3 billion from": what "it" stands for is what the sentence before opens with.
pub(super) fn stands_for_plan(scene: &Scene<'_, '_>, at: usize) -> bool {
    const OPENING: usize = 8;
    let it = at == scene.sentence.first && scene.has(at, class::IT);
    let previous = scene.reading.sentence_of(at).checked_sub(1).filter(|_| it);
    previous.is_some_and(|p| {
        let sentence = scene.reading.text.sentences[p];
        let end = sentence.last.min(sentence.first + OPENING);
        (sentence.first..end).any(|i| {
            let law = [C::Law, C::Budget].iter().any(|&c| scene::is_cue(scene.reading, i, c));
            law && !scene.reading.text.tokens[i].has(class::VERB)
        })
    })
}

/// "The plan unveiled by the ministry includes $4 million": a plan that opens the sentence, with who presented it after it.
pub(super) fn presented_plan(scene: &Scene<'_, '_>, before: usize, verb: &Hit) -> Option<Hit> {
    const OPENING: usize = 4;
    let end = (scene.sentence.first + OPENING).min(before);
    let plan = scene.find_hit(scene.sentence.first..end, &[C::Plan]).filter(|h| scene.is_noun(h))?;
    let form = scene.token(plan.last).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
    let participle = form.is_some_and(|f| f.has(Form::PARTICIPLE)) || scene.word(plan.last).ends_with("ed");
    let apart = |i: usize| scene.parts(i) || scene.has(i, class::MODAL) || scene.is_be(i) || scene.has(i, class::HAVE);
    let plain = !(plan.last..=before).any(apart) && !(plan.last + 1..=before).any(|i| scene.is_finite(i));
    (participle && plain && verb.cue.form.has(Form::PRESENT)).then_some(plan)
}
