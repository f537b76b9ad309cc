//! What a modal verb makes of the verb after it: "will cut", "would raise", "must hire"; and whose figure it moves.

use std::ops::Range;

use super::by::By;
use super::mood::{Mood, is_forecast, own, wanted};
use super::scene::{Hit, Scene};
use super::who;
use crate::lexicon::{CueClass as C, Form, class, words};
use crate::mentions::Kind;
use crate::record::{Change, Realis};

/// "will cut", "would raise", "must hire".
pub(super) fn modal_mood(scene: &Scene<'_, '_>, verb: &Hit, modal: usize) -> Option<Mood> {
    let negated = scene.is(modal, &[words::NOT]) || (modal + 1..verb.first).any(|i| scene.has(i, class::NEGATION));
    let modal = if scene.is(modal, &[words::NOT]) { modal - 1 } else { modal };
    if is_forecast(scene, modal) {
        return None;
    }
    let word = scene.token(modal)?.word;
    // "a plan he hopes will create 300 homes"
    let noun = |h: &Hit| scene.hits_at(h.first).iter().any(|n| n.cue.form == Form::default() && n.last == h.last);
    if !negated
        && let Some(wish) =
            scene.hit_ending(modal, &[C::Intent], true).filter(|h| !noun(h) || h.cue.form.has(Form::PRESENT))
    {
        return wanted(scene, &wish, Mood { own: false, ..own(By::Intent, wish.cue.realis, wish.first) });
    }
    if let Some(wish) = hoped(scene, modal).filter(|_| !negated) {
        return wanted(scene, &wish, Mood { own: false, ..own(By::Intent, wish.cue.realis, wish.first) });
    }
    if verb.cue.class == C::Reach {
        return None;
    }
    // "promised that he will win 95 percent of the vote"
    let vow = scene.find_hit(scene.sentence.first..modal, &[C::Vow]).filter(|h| h.verb);
    let strong = matches!(verb.cue.class, C::Change | C::Give | C::Cap | C::Set | C::Do) && !is_effect(scene, verb);
    let strong = strong
        || matches!(verb.cue.class, C::Move | C::Change)
            && (under_plan(scene) || !multiplies(scene, verb) && own_figure(scene, modal).is_some());
    // "under the plan teachers would be paid $50,000"
    let paid = matches!(verb.cue.class, C::Act | C::Give) && scene.before(verb.first).is_some_and(|b| scene.is_be(b));
    let strong = strong || paid && verb.cue.form.has(Form::PARTICIPLE) && under_plan(scene);
    let would = word == words::WOULD || scene.word(modal).ends_with('d') && scene.word(modal).len() <= 4;
    let will = word == words::WILL || scene.word(modal).ends_with("ll") && word != words::SHALL;
    let expected = word == words::SHOULD && verb.cue.class == C::Move; // "exports should rise to"
    let (rule, realis) = match word {
        // "the center should earn $5 million": expected of it
        words::SHOULD if verb.cue.class == C::Act => return None,
        _ if expected => return None,
        words::MUST | words::SHOULD | words::SHALL => (By::Must, None),
        _ if will && strong => (By::Will, None),
        words::COULD | words::MAY | words::MIGHT if strong && verb.cue.change == Some(Change::Decrease) => {
            (By::CouldCut, Some(Realis::Possible))
        }
        _ if would
            && strong
            && (is_done(scene, verb)
                || somebody_would(scene, modal)
                || under_plan(scene)
                || own_figure(scene, modal).is_some()) =>
        {
            // "the utility said it would invest": its own word that it will
            (By::Would, (!says_of_itself(scene, modal)).then_some(Realis::Possible))
        }
        _ if (will || would) && !negated && !is_effect(scene, verb) => {
            // "promised that, if elected, he will win"
            let that = |v: &Hit| (v.last..v.last + 4).any(|i| scene.is(i, &[words::THAT]));
            let he = scene.has(modal.wrapping_sub(1), class::HE.or(class::SHE).or(class::IT).or(class::THEY));
            let plain = |v: &Hit| (v.last..modal).all(|i| !scene.is(i, &[words::COMMA]));
            let vow = vow.filter(|v| plain(v) || he && that(v))?;
            return wanted(scene, &vow, Mood { own: false, ..own(By::PromisedThat, vow.cue.realis, vow.first) });
        }
        _ => return None,
    };
    (!negated).then(|| own(rule, realis, modal))
}

/// "Peru hopes (that) its exports will reach": the wish whose clause has the modal.
fn hoped(scene: &Scene<'_, '_>, modal: usize) -> Option<Hit> {
    const CLAUSE: usize = 7;
    let floor = modal.saturating_sub(CLAUSE).max(scene.sentence.first);
    let inside = |i: usize| {
        scene.is_nominal(i) || scene.has(i, class::DETERMINER) || scene.is(i, &[words::THAT, words::OF, words::IN])
    };
    let wish = |i: usize| {
        let hopes = |h: &&Hit| h.verb && h.cue.class == C::Intent && scene.is_cue(h.first, C::Wish);
        scene.hits_at(i).iter().find(hopes).copied()
    };
    let at = (floor..modal).rev().find(|&i| wish(i).is_some() || !inside(i))?;
    wish(at).filter(|w| w.last < modal)
}

/// "The bill would have raised the wage to $12": a plan that came to nothing wanted it.
pub(super) fn unreal(scene: &Scene<'_, '_>, verb: &Hit, modal: usize) -> Option<Mood> {
    let aims = matches!(verb.cue.class, C::Change | C::Give | C::Cap | C::Set | C::Do) && !is_effect(scene, verb);
    let aims = aims || matches!(verb.cue.class, C::Change | C::Move) && under_plan(scene);
    let planned = plan_would(scene, modal) || under_plan(scene);
    let would = scene.is(modal, &[words::WOULD]) && aims && planned && !is_forecast(scene, modal);
    would.then(|| own(By::Would, Some(Realis::Denied), modal))
}

/// "Peru says it can", "they said they can".
pub(super) fn says_of_itself(scene: &Scene<'_, '_>, modal: usize) -> bool {
    // "she said her company would"
    let company = modal >= 3
        && scene.is_cue(modal - 1, C::Company)
        && (scene.has(modal - 2, class::POSSESSIVE) || scene.is(modal - 2, &[words::THE]))
        && scene.has(modal - 3, class::SAY);
    if company {
        return true;
    }
    let pronoun = class::IT.or(class::THEY).or(class::HE).or(class::SHE);
    let at = modal.checked_sub(2).filter(|_| scene.has(modal - 1, pronoun));
    at.is_some_and(|s| {
        let mut said = if scene.is(s, &[words::THAT]) { s.wrapping_sub(1) } else { s };
        // "announced on Thursday that it would"
        if scene.has(said, class::WEEKDAY) {
            said = said.wrapping_sub(1);
            said = if scene.is(said, &[words::ON]) { said.wrapping_sub(1) } else { said };
        }
        scene.has(said, class::SAY)
    })
}

/// "spending would be cut 5 percent": somebody would have to do it.
fn is_done(scene: &Scene<'_, '_>, verb: &Hit) -> bool {
    let be = scene.before(verb.first).is_some_and(|b| scene.is_be(b));
    be && verb.cue.form.has(Form::PARTICIPLE) && matches!(verb.cue.class, C::Change | C::Cap | C::Give | C::Set)
}

/// "double", "triple": "spending will double" is a forecast, "would double to $3 million" names a level.
fn multiplies(scene: &Scene<'_, '_>, verb: &Hit) -> bool {
    let level = |end: usize| scene.is(end, &[words::TO]) && scene.amounts.iter().any(|a| a.first == end + 1);
    scene.amounts.iter().any(|a| a.verb && a.core.start == verb.first && !level(a.core.end))
}

/// Debt will grow by 3 percent, a ban would cut prices: nobody's aim. Somebody's has an object: "will cut its debt by".
pub(super) fn is_effect(scene: &Scene<'_, '_>, verb: &Hit) -> bool {
    let base = |h: &Hit| h.cue.class == C::Ergative && h.cue.form.has(Form::BASE);
    let ergative = scene.hits_at(verb.first).iter().any(base)
        || scene.amounts.iter().any(|a| a.verb && a.core.start == verb.first);
    let object = scene.has(verb.last, class::DETERMINER.or(class::POSSESSIVE)) || scene.is_nominal(verb.last);
    let bound = scene.amounts.iter().any(|a| (a.first..a.core.end).contains(&verb.last));
    ergative && (!object || bound)
}

/// "His salary will increase to $3 million", "spending on roads is due to rise by": a figure that somebody settles, before
/// the verb group that ends at a token.
pub(super) fn own_figure(scene: &Scene<'_, '_>, end: usize) -> Option<Range<usize>> {
    let end = shared_subject(scene, end);
    let floor = end.saturating_sub(9).max(scene.sentence.first);
    let inside = |i: &usize| {
        scene.is_nominal(*i) && !scene.is_finite(*i)
            || scene.has(*i, class::DETERMINER.or(class::ADVERB))
            || scene.is_be(*i)
            || scene.is(*i, &[words::IN, words::OF, words::FOR, words::ON])
    };
    let settled = |i: usize| scene.hits_at(i).iter().any(|h| h.cue.class == C::Decreed);
    // "the tax rate will rise"
    let ends = |i: usize| i == end || !scene.is_nominal(i) || scene.has(i, class::ADVERB);
    let headed = |i: usize| ends(i + 1) || scene.is_cue(i + 1, C::Figure) && ends(i + 2);
    let head = (floor..end).rev().take_while(inside).find(|&i| settled(i) && headed(i))?;
    let small = class::DETERMINER.or(class::POSSESSIVE);
    let named = |i: usize| scene.is_nominal(i) && !scene.token(i).is_some_and(|t| t.is_possessive() || t.has(small));
    let first = (floor..head).rev().take_while(|&i| named(i) && !scene.is_finite(i)).last().unwrap_or(head);
    let last = head + 1 + usize::from(head + 1 < end && scene.is_cue(head + 1, C::Figure));
    Some(first..last)
}

/// "The tariffs will begin in May and will rise to": the auxiliary before, which has the subject of both.
fn shared_subject(scene: &Scene<'_, '_>, modal: usize) -> usize {
    const REACH: usize = 14;
    let and = modal.checked_sub(1).filter(|&a| scene.is(a, &[words::AND]));
    let floor = modal.saturating_sub(REACH).max(scene.sentence.first);
    let clause = |and: usize| (floor..and).rev().take_while(|&i| !scene.parts(i));
    and.and_then(|and| clause(and).find(|&i| scene.has(i, class::MODAL))).unwrap_or(modal)
}

/// "Aid will rise to $5 billion under the plan": the plan wants it.
pub(super) fn under_plan(scene: &Scene<'_, '_>) -> bool {
    scene.sentence.range().filter(|&i| scene.is(i, &[words::UNDER])).take(3).any(|under| {
        let end = scene.sentence.last.min(under + 6);
        scene.find_hit(under + 1..end, &[C::Plan]).is_some_and(|h| scene.is_noun(&h))
    })
}

/// A plan stands before "would", or opens the sentence.
pub(super) fn plan_would(scene: &Scene<'_, '_>, modal: usize) -> bool {
    let floor = modal.saturating_sub(7).max(scene.sentence.first);
    if scene.find_hit(floor..modal, &[C::Plan]).is_some_and(|h| scene.is_noun(&h)) {
        return true;
    }
    // "The provision drawing fire from veterans would cut …"
    let opening = scene.find_hit(scene.sentence.first..(scene.sentence.first + 4).min(modal), &[C::Plan]);
    opening.is_some_and(|h| scene.is_noun(&h))
}

/// The subject of "would" is a plan, a law, or somebody: not what a thing would bring about.
fn somebody_would(scene: &Scene<'_, '_>, modal: usize) -> bool {
    let floor = modal.saturating_sub(7).max(scene.sentence.first);
    if plan_would(scene, modal) {
        return true;
    }
    // "Both would cut the top rate to 33 percent": plans or people told of before
    if modal == scene.sentence.first + 1 && scene.is(scene.sentence.first, &[words::BOTH]) {
        return true;
    }
    let Some(subject) = scene.before(modal) else { return false };
    // "a milder plan than the version of the party, which would raise the wage to $15"
    if scene.is(subject, &[words::WHICH]) {
        let floor = subject.saturating_sub(25).max(scene.sentence.first);
        return scene.find_hit(floor..subject, &[C::Plan]).is_some_and(|h| scene.is_noun(&h));
    }
    if scene.is(subject, &[words::AND]) {
        return scene
            .find_hit(floor.saturating_sub(12).max(scene.sentence.first)..subject, &[C::Intent, C::Give])
            .is_some_and(|h| h.verb);
    }
    let pronoun = class::HE.or(class::SHE).or(class::THEY).or(class::SPEAKER).or(class::IT);
    // "ending abuse in America would reduce": America is not who would
    let subject_of = |first: usize| !scene.has(first.wrapping_sub(1), class::PREPOSITION);
    let named =
        scene.reading.mentions.covering(subject).is_some_and(|(_, f)| f.kind != Kind::Post && subject_of(f.first));
    let known = || who::ending_at(scene, subject + 1).and_then(|f| who::somebody(scene, f));
    scene.has(subject, pronoun) || named || subject_of(subject) && known().is_some_and(|f| who::acts(scene, &f))
}
