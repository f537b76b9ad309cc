//! Who presented the plan, the budget or the bill that wants a number.

use super::scene::Scene;
use super::who::{self, Fill};
use crate::lexicon::CueClass as C;

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
