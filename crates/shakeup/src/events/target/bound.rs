//! Who is bound by a number that another sets: "was told to cut", "banks must hold", "limits on growers".

use super::TargetDraft;
use super::by::By;
use super::mood::Mood;
use super::scene::{Hit, Scene};
use super::who::{self, Fill};
use super::wish::is_passive;
use crate::lexicon::{CueClass as C, Form, class, words};
use crate::mentions::quantity::Amount;
use crate::record::TargetKind;

/// "The mines were ordered to cut", "banks must hold": the subject must reach it, and who wants it is named elsewhere or not
/// at all.
pub(super) fn obliged(scene: &Scene<'_, '_>, amount: &Amount, mood: &Mood, verb: &Hit, found: &mut TargetDraft) {
    let passive = is_passive(scene, verb);
    // "that nurses will get a 5 percent rise", "will make $15 an hour": others give it
    let gets = scene.is_cue(verb.first, C::Getting) || amount.period.as_deref() == Some("hour");
    if mood.rule == By::PromisedThat && found.addressee.is_none() && !passive && !gets {
        // "announced that the city will lend $10 million": the city lends it
        let subject = modal_after(scene, mood.head, amount.first).and_then(|m| who::subject(scene, m));
        found.addressee = subject.and_then(|f| who::somebody(scene, f)).filter(|f| who::acts(scene, f));
    }
    if !matches!(mood.rule, By::OrderedTo | By::Must) || passive {
        return;
    }
    let we = mood.head.checked_sub(1).is_some_and(|b| scene.has(b, class::SPEAKER)); // "we must cut it to 5 percent"
    if we {
        return;
    }
    let subject = who::subject(scene, mood.head).and_then(|f| who::somebody(scene, f));
    let subject = subject.filter(|f| who::acts(scene, f));
    let orderer = match mood.backer {
        Some(backer) => who::set_by(scene, backer),
        None => {
            who::set_by(scene, amount.last).or_else(|| plan_over(scene)).or_else(|| said_of(scene, mood.head, amount))
        }
    };
    found.setter = orderer.filter(|o| subject.as_ref().is_none_or(|s| s.tokens != o.tokens));
    found.addressee = found.addressee.take().filter(|_| mood.backer.is_none()).or(subject);
}

fn modal_after(scene: &Scene<'_, '_>, from: usize, to: usize) -> Option<usize> {
    (from..to).rev().find(|&i| scene.has(i, class::MODAL))
}

/// "Acme said its workforce will be cut", "individuals are limited to a $500 deduction": whose what is cut is, and whom a cap
/// binds.
pub(super) fn passive(scene: &Scene<'_, '_>, head: usize, cap: bool, found: &TargetDraft) -> Option<Fill> {
    if cap {
        let subject = who::subject(scene, head).and_then(|f| who::somebody(scene, f))?;
        return is_party(scene, &subject).then_some(subject);
    }
    let metric = found.metric.as_ref()?;
    let own = metric.start.checked_sub(1).filter(|&p| scene.has(p, class::POSSESSIVE))?;
    let its = !scene.has(own, class::HE.or(class::SHE).or(class::SPEAKER));
    found.setter.clone().filter(|s| its && s.tokens.end <= own && who::is_organization(scene, s))
}

/// "Under the new rule, utilities must cut …": the rule, the plan or the law that wants it.
pub(super) fn plan_over(scene: &Scene<'_, '_>) -> Option<Fill> {
    const REACH: usize = 7;
    scene.sentence.range().filter(|&i| scene.is(i, &[words::UNDER])).take(3).find_map(|under| {
        let end = scene.sentence.last.min(under + REACH);
        let noun = scene.find_hit(under + 1..end, &[C::Plan, C::Law]).filter(|h| scene.is_noun(h))?;
        let inside = |i: usize| {
            scene.is_nominal(i)
                || scene.has(i, class::DETERMINER.or(class::POSSESSIVE))
                || scene.token(i).is_some_and(|t| t.is_possessive())
        };
        let whole = (under + 1..noun.last).all(inside);
        let owner = who::owner(scene, noun.first..noun.last).or_else(|| who::attribute(scene, noun.first));
        whole.then(|| owner.or_else(|| who::ending_at(scene, noun.last))).flatten()
    })
}

/// "The Lee budget would cut the deficit by $5 billion. Defence would be cut by $2 billion": the same somebody wants both.
pub(super) fn same_plan(draft: &TargetDraft, earlier: &[TargetDraft]) -> Option<Fill> {
    if !matches!(draft.rule, By::Would | By::Will) || draft.addressee.is_some() {
        return None;
    }
    let next = |e: &&TargetDraft| e.sentence.end + 1 >= draft.sentence.start;
    let before = earlier.last().filter(next)?;
    before.setter.clone().filter(|_| matches!(before.kind, TargetKind::Target | TargetKind::Limit))
}

/// "The council said hospitals must …", "Hospitals must …, the council said": an organization that says so of others.
fn said_of(scene: &Scene<'_, '_>, head: usize, amount: &Amount) -> Option<Fill> {
    let before = who::speaker(scene, head).and_then(|f| who::somebody(scene, f)).filter(|f| who::acts(scene, f));
    before.or_else(|| said_after(scene, amount))
}

/// "…, the council said.": the organization that says so at the end of the sentence.
pub(super) fn said_after(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Fill> {
    const TAIL: usize = 3;
    let says = |i: &usize| scene.has(*i, class::SAY) && scene.is_finite(*i);
    let said = (amount.last..scene.sentence.last).find(says)?;
    let ends = scene.sentence.last <= said + TAIL;
    who::subject(scene, said).filter(|f| ends && f.tokens.start > amount.last && who::is_organization(scene, f))
}

/// "a limit of 300 tonnes on growers", "a target of 2 percent for its members", "faces a limit of 40 hours", "was given a
/// quota of 30": whom a goal binds, which another set.
pub(super) fn by_goal(scene: &Scene<'_, '_>, noun: C, start: usize, after: usize, found: &mut TargetDraft) {
    if !matches!(noun, C::Goal | C::Ceiling | C::Floor) {
        return;
    }
    let limit = found.kind == TargetKind::Limit;
    if let Some((setter, party)) = given(scene, start) {
        found.setter = Some(setter);
        found.addressee = Some(party);
        return;
    }
    let link = scene.is(after, &[words::FOR]) || limit && scene.is(after, &[words::ON]);
    let end = (after + 1..scene.sentence.last.min(after + 7))
        .find(|&i| !(scene.is_nominal(i) || scene.has(i, class::DETERMINER.or(class::POSSESSIVE))))
        .unwrap_or(scene.sentence.last.min(after + 7));
    let party = link.then(|| who::ending_at(scene, end)).flatten().filter(|f| f.tokens.start > after);
    let listed = scene.is(end, &[words::AND, words::OR, words::COMMA]); // "limits on state and local taxes"
    let party = party.and_then(|f| who::somebody(scene, f)).filter(|f| !listed && is_party(scene, f));
    if let Some(party) = party {
        found.metric = found.metric.take().filter(|m| m.end <= party.tokens.start || m.start >= party.tokens.end);
        found.addressee = Some(party);
        return;
    }
    let floor = start.saturating_sub(5).max(scene.sentence.first);
    let opens = |i: &usize| scene.has(*i, class::DETERMINER);
    let Some(article) = (floor..start).rev().find(opens) else { return };
    let Some(verb) = scene.before(article).filter(|&v| scene.has(v, class::VERB) || scene.is_cue(v, C::Facing)) else {
        return;
    };
    let form = scene.token(verb).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
    let be = scene.before(verb).filter(|&b| scene.is_be(b) && form.is_some_and(|f| f.has(Form::PARTICIPLE)));
    if be.is_none() && !scene.is_cue(verb, C::Facing) {
        return;
    }
    let subject = who::subject(scene, be.unwrap_or(verb)).and_then(|f| who::somebody(scene, f));
    if let Some(subject) = subject.filter(|f| who::acts(scene, f)) {
        // "faces a new government cap of $500"
        let named = found.setter.take().filter(|s| s.tokens != subject.tokens);
        found.setter = who::set_by(scene, after).or_else(|| who::by(scene, after)).or(named);
        found.addressee = Some(subject);
    }
}

/// "Ministers set hospitals a target of 300 beds": who sets it, and whom.
fn given(scene: &Scene<'_, '_>, goal: usize) -> Option<(Fill, Fill)> {
    const REACH: usize = 5;
    let floor = goal.saturating_sub(REACH).max(scene.sentence.first);
    let article = (floor..goal).rev().find(|&i| scene.is(i, &[words::A, words::AN]))?;
    let gives = |h: &&Hit| h.verb && (h.cue.class == C::Set || scene.is_cue(h.first, C::Gift)) && h.last < article;
    let floor = article.saturating_sub(REACH).max(scene.sentence.first);
    let verb = (floor..article).rev().find_map(|i| scene.hits_at(i).iter().find(gives).copied())?;
    let named = |i: usize| scene.is_nominal(i) || scene.has(i, class::DETERMINER.or(class::POSSESSIVE));
    let party = who::ending_at(scene, article).filter(|f| f.tokens.start >= verb.last && is_party(scene, f))?;
    let setter = who::subject(scene, verb.first).and_then(|f| who::somebody(scene, f))?;
    (verb.last..article).all(named).then_some((setter, party))
}

/// "the measure would allow adults over 21 to keep up to": who allows, and whom, up to what describes them.
pub(super) fn allowed(scene: &Scene<'_, '_>, amount: &Amount, head: usize, found: &mut TargetDraft) -> bool {
    let to = (head + 1..amount.first).find(|&i| scene.is(i, &[words::TO])).filter(|&t| t > head + 1);
    let Some(to) = to.filter(|_| !scene.before(head).is_some_and(|b| scene.is_be(b))) else { return false };
    found.setter = who::subject(scene, head).or(found.setter.take());
    let start = scene.skip_small(head + 1);
    let plain = |i: &usize| scene.is_nominal(*i) || scene.token(*i).is_some_and(|t| t.is_possessive());
    let end = (start..to).take_while(plain).last().map_or(start, |i| i + 1);
    let number = (start..end).find(|&i| scene.amounts.iter().any(|a| a.core.contains(&i))).unwrap_or(end);
    found.addressee = if number > start { who::named_in(scene, &(start..number)) } else { None };
    true
}

/// People, an organization or a country, no plan and no thing.
fn is_party(scene: &Scene<'_, '_>, fill: &Fill) -> bool {
    let known = class::PERSON_NOUN.or(class::ORG_GENERIC).or(class::JURISDICTION);
    let head = fill.tokens.end - 1;
    fill.entity.is_some()
        || scene.has(head, known)
        || scene.is_cue(head, C::Company)
        || scene.is_plural_of(head, class::PERSON_NOUN.or(class::ORG_GENERIC).or(class::JURISDICTION))
}
