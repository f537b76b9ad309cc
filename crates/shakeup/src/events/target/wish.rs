//! What somebody wants done by so much: "plans to hire 300", "urged an increase to 1.26 percent".

use super::by::By;
use super::scene::{self, Scene};
use super::slots;
use super::who::{self, Fill};
use super::{TargetDraft, bound, draft, governor, modal, mood};
use crate::lexicon::{CueClass as C, Form, class, words};
use crate::mentions::quantity::{Amount, Dimension};
use crate::record::{Change, Comparator, TargetKind};

/// "plans to hire 300", "ordered the mines to cut output by 5 percent": a verb with an amount, and somebody who wants it.
pub(super) fn wanted(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let governor = governor::governor(scene, amount)?;
    if counts_what_is(scene, amount, &governor) {
        return None;
    }
    let mood = mood::mood(scene, &governor.verb)?;
    if tells_what_happens(scene, amount, &governor, &mood) {
        return None;
    }
    let mut found = draft(scene, amount, mood.rule, mood.head.min(governor.verb.first));
    found.realis = mood.realis;
    found.setter = wanter(scene, amount, &governor, &mood);
    let passive = is_passive(scene, &governor.verb);
    let effect = matches!(mood.rule, By::Will | By::Would | By::IsTo | By::CouldCut)
        && !passive
        && governor.verb.cue.class != C::Give;
    let acts = |fill: &Fill| who::somebody(scene, fill.clone()).is_some_and(|f| who::acts(scene, &f));
    if effect && found.setter.as_ref().is_some_and(|f| !acts(f)) {
        return None; // "the sale will raise the supply by"
    }
    // "a 75 percent reduction in seats will save 50 percent of inns"
    let shift = |f: &Fill| f.entity.is_none() && scene.is_cue(f.tokens.end - 1, C::Shift);
    if effect
        && found.setter.is_none()
        && modal::own_figure(scene, mood.head).is_none()
        && who::subject(scene, mood.head).is_some_and(|f| shift(&f))
    {
        return None;
    }
    found.change = governor.verb.cue.change;
    found.metric = slots::metric_of_verb(scene, amount, &governor, &mood);
    found.addressee = if passive {
        let owner = found.metric.as_ref().and_then(|m| who::owner_of_metric(scene, m)); // "the EU budget to be capped"
        owner.or_else(|| bound::passive(scene, mood.head, governor.verb.cue.class == C::Cap, &found))
    } else {
        addressee(scene, amount, &governor, &mood, &found)
    };
    // "Republicans need 60 votes": who lacks them must get them; nobody set that
    let we = mood.head.checked_sub(1).is_some_and(|b| scene.has(b, class::SPEAKER));
    if !we && (mood.rule == By::Need || scene.is_cue(governor.verb.first, C::Need)) {
        found.addressee = found.setter.take().or(found.addressee);
        found.setter = bound::plan_over(scene).filter(|_| mood.rule == By::Need); // "will have to cut waste under the plan"
    }
    bound::obliged(scene, amount, &mood, &governor.verb, &mut found);
    if governor.verb.cue.class == C::Cap {
        found.kind = TargetKind::Limit;
        found.amount.bound_by(Comparator::Le);
    }
    if amount.verb {
        found.change = Some(if amount.value() < 1.0 { Change::Decrease } else { Change::Increase });
    }
    Some(found)
}

/// Whether the amount counts what there is already, or nothing that can be wanted by so much.
fn counts_what_is(scene: &Scene<'_, '_>, amount: &Amount, governor: &governor::Governor) -> bool {
    let verb = &governor.verb;
    let class = verb.cue.class;
    let baseline = governor.marker == Some(words::FROM) && class != C::Do;
    // "extend 30-year loans"
    let term = amount.dimension == Dimension::Time && amount.core.clone().any(|i| scene.is(i, &[words::DASH]));
    // "limits shifts to 16 hours"
    let capped = class == C::Cap && governor.marker == Some(words::TO) && !governor.object.is_empty();
    if baseline || term || amount.dimension == Dimension::Time && class != C::Change && !capped {
        return true;
    }
    let count = amount.dimension == Dimension::Count;
    let plain = matches!(amount.comparator, Comparator::Eq | Comparator::Range);
    let act = matches!(class, C::Act | C::Give | C::Reach) && plain;
    let few = amount.value() < 2.0 || act && !amount.digits && amount.value() < 10.0;
    if count && amount.period.is_none() && few {
        return true;
    }
    let timed =
        |c: &std::ops::Range<usize>| scene.has(c.end - 1, class::TIME_UNIT) || scene.is_cue(c.end - 1, C::Timed);
    let times = amount.unit.as_ref() == "times" && !amount.verb && matches!(class, C::Do | C::Act | C::Give);
    if times || amount.counted.as_ref().is_some_and(timed) {
        return true;
    }
    // "acquired Nine Networks": a name
    let name = !amount.digits
        && amount.core.start > scene.sentence.first
        && !scene.sentence.headline
        && scene.token(amount.core.start).is_some_and(|t| t.shape == crate::text::Shape::Capital);
    if count && name {
        return true;
    }
    // "protect the other three players", "win the 11 states": those that there are
    let definite = verb.last < amount.first
        && (verb.last..amount.first)
            .any(|i| scene.is(i, &[words::THE]) || scene.has(i, class::POSSESSIVE) || scene.is_cue(i, C::Others));
    // "increase loans to the 15 debtors"
    let to_those = governor.marker == Some(words::TO)
        && amount.counted.is_some()
        && (amount.first.saturating_sub(1)..amount.core.start).any(|i| scene.is(i, &[words::THE]));
    if count && (definite && governor.marker.is_none() && amount.value() < 1000.0 || to_those) {
        return true;
    }
    // "build a 40-foot wall", "target 29 lawmakers"
    let dash = (amount.core.start + 1..amount.core.end + 1).find(|&i| scene.is(i, &[words::DASH]));
    let sized = dash.is_some_and(|d| amount.dimension == Dimension::Physical || scene.has(d + 1, class::UNIT));
    if sized && governor.marker.is_none() || count && scene.is_cue(verb.first, C::Aimed) {
        return true;
    }
    // "…, double last year's total"
    amount.verb && scene.before(amount.core.start).is_none_or(|b| scene.is(b, &[words::COMMA]))
}

/// Whether the sentence tells of a result, a deal or the contents of a thing rather than of an aim.
fn tells_what_happens(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    governor: &governor::Governor,
    mood: &mood::Mood,
) -> bool {
    let verb = &governor.verb;
    if scene.hits_at(verb.first).is_empty() && !plain_aim(scene, amount, governor, mood) {
        return true;
    }
    let to_be = scene.is(verb.first, &[words::BE]);
    let after = amount.last..(amount.last + 2).min(scene.sentence.last);
    let named = [C::Shift, C::Metric].iter().any(|&c| scene.has_word(after.clone(), c)); // "includes a 0.5 percent tax"
    let contains = mood.rule == By::APlanDoes
        && verb.cue.class == C::Act
        && amount.dimension != Dimension::Money
        && !(named && amount.dimension == Dimension::Percent);
    // "a package covering $77 billion of debt", "offered 35 dlrs per share"
    let contains = contains || mood.rule == By::APlanDoes && verb.cue.class == C::Act && verb.cue.form == Form::GERUND;
    let traded = scene.hits_at(verb.first).iter().any(|h| h.cue.trade);
    if traded && amount.per.as_deref() == Some("share") {
        return true;
    }
    let uncertain = mood.rule == By::CouldCut && amount.dimension != Dimension::Count;
    if contains || uncertain || to_be && mood.addressee.is_none() {
        return true;
    }
    // "were forced to lower that estimate to $58 million"
    let guess = |i: usize| scene.is_cue(i, C::Person) && !scene.has(i, class::PERSON_NOUN);
    if matches!(verb.cue.class, C::Change | C::Set) && governor.object.clone().next_back().is_some_and(guess) {
        return true;
    }
    // "will reduce its stake to 60 percent"
    let share = matches!(amount.dimension, Dimension::Percent | Dimension::Times);
    let stake = scene.has_word(governor.object.clone(), C::Stake);
    if stake || share && scene.has_word(governor.object.clone(), C::Holding) {
        return true;
    }
    verb.cue.trade && is_trade(scene, amount, mood.rule, mood.head) || is_fee(scene, amount)
}

/// "are ready to pay £12m for the winger": what one club pays another is business, no aim.
fn is_fee(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    const NEAR: usize = 6;
    let end = (amount.last + NEAR).min(scene.sentence.last);
    amount.dimension == Dimension::Money
        && scene.is(amount.last, &[words::FOR, words::ON])
        && scene.has_word(amount.last..end, C::Player)
}

/// Who must reach it: who is ordered or asked, whose what is measured is, or who wants it and does it.
fn addressee(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    governor: &governor::Governor,
    mood: &mood::Mood,
    found: &TargetDraft,
) -> Option<Fill> {
    let verb = &governor.verb;
    let shift = verb.cue.class == C::Give && scene.is_cue(amount.last, C::Shift); // "seeks an 8 percent cut to the agency's budget"
    if (shift || matches!(verb.cue.class, C::Change | C::Cap | C::Set))
        && let Some(owner) = found.metric.as_ref().and_then(|m| who::owner_of_metric(scene, m))
    {
        return Some(owner); // "pledged to cut America's emissions"
    }
    if let Some(source) = who::source_of_metric(scene, &governor.object) {
        return Some(source);
    }
    if verb.cue.class == C::Order && !governor.object.is_empty() {
        return who::named_in(scene, &governor.object); // "asked Congress for $2.5 billion"
    }
    if let Some(words) = &mood.addressee {
        // "The IMF asked the company to": no other company is named
        let same = |f: &Fill| f.entity.is_some() && found.setter.as_ref().is_some_and(|s| s.entity == f.entity);
        let plain = || Fill::plain(scene.skip_small(words.start)..words.end);
        return who::named_in(scene, words).map(|f| if same(&f) { plain() } else { f });
    }
    // "voters backed a law to raise the wage": a law obliges others
    let law = mood.noun.is_some_and(|n| scene.is_cue(n.first, C::Law));
    if mood.own && !law && does_it_itself(scene, verb, found.setter.as_ref()) {
        return found.setter.clone();
    }
    let asks = verb.cue.class == C::Give && !scene.is_cue(verb.first, C::Own);
    if asks { who::asked(scene, amount) } else { None }
}

/// What a verb that no table has can be about: "hopes to refurbish 300 rooms", not "needed to service its $3 billion debt".
fn plain_aim(scene: &Scene<'_, '_>, amount: &Amount, governor: &governor::Governor, mood: &mood::Mood) -> bool {
    let verb = governor.verb.first;
    let known = scene.amounts.iter().any(|a| a.verb && a.core.start == verb) || scene.is(verb, &[words::BE]);
    let definite = class::POSSESSIVE.or(class::PREPOSITION);
    let others = (governor.verb.last..amount.first)
        .any(|i| scene.is(i, &[words::THE, words::QUOTE]) || scene.has(i, definite) || scene.is_cue(i, C::Others));
    let measured = matches!(amount.dimension, Dimension::Money | Dimension::Percent)
        || amount.dimension == Dimension::Physical && amount.value() >= 10.0 && scene.is(amount.last, &[words::OF])
        || amount.dimension == Dimension::Count && amount.digits && amount.value() >= 10.0;
    known || measured && !others && !matches!(mood.rule, By::Need | By::Must | By::HeadlineTo)
}

/// A company that plans to cut jobs cuts them; a politician who wants taxes raised, or asks for money, needs others.
fn does_it_itself(scene: &Scene<'_, '_>, verb: &scene::Hit, setter: Option<&Fill>) -> bool {
    let Some(setter) = setter else { return false };
    let person = who::is_person(scene, setter);
    let plan = setter.entity.is_none() && scene.find_hit(setter.tokens.clone(), &[C::Plan]).is_some();
    let asks = verb.cue.class == C::Give && !scene.is_cue(verb.first, C::Own);
    let proposes = verb.cue.class == C::Give && scene.is_cue(verb.first, C::Settle);
    let needs_others = proposes || matches!(verb.cue.class, C::Change | C::Cap | C::Set | C::Move);
    !(plan || asks || person && needs_others)
}

/// "will be limited to": the subject is what is limited, not who limits it.
pub(super) fn is_passive(scene: &Scene<'_, '_>, verb: &scene::Hit) -> bool {
    let participle = verb.cue.form.has(Form::PARTICIPLE);
    participle && scene.before(verb.first).is_some_and(|b| scene.is_be(b))
}

/// Who wants it, where it is not the subject of the wish alone.
fn wanter(scene: &Scene<'_, '_>, amount: &Amount, governor: &governor::Governor, mood: &mood::Mood) -> Option<Fill> {
    let verb = &governor.verb;
    let capped = verb.cue.class == C::Cap && verb.cue.form.has(Form::PARTICIPLE) && governor.object.is_empty();
    if capped && mood.rule == By::Cap {
        return who::set_by(scene, amount.last); // "a penalty capped at $2,085": nobody is named
    }
    if is_passive(scene, verb) && mood.addressee.is_none() && mood.noun.is_none() {
        let set_by = who::set_by(scene, amount.last).or_else(|| bound::plan_over(scene));
        return set_by.or_else(|| who::speaker(scene, mood.head)).or_else(|| bound::said_after(scene, amount));
    }
    // "his salary will increase to $3 million": he does not set it
    let figure = matches!(verb.cue.class, C::Move | C::Change) && governor.object.is_empty() && mood.noun.is_none();
    if figure
        && matches!(mood.rule, By::Will | By::Would | By::SetOnDoing)
        && (modal::own_figure(scene, mood.head).is_some() || modal::under_plan(scene))
    {
        let set_by = who::set_by(scene, amount.last).or_else(|| bound::plan_over(scene));
        return set_by.or_else(|| who::speaker(scene, mood.head));
    }
    let opens = verb.cue.form.has(Form::GERUND) && verb.first < scene.sentence.first + 6 && mood.head == verb.first;
    let found = who::wanter(scene, mood).and_then(|f| who::somebody(scene, f));
    // "Acme said output was in line with its targeted 300 tonnes": who tells of it
    let attribute = mood.head == verb.first && verb.cue.form.has(Form::PARTICIPLE) && !verb.cue.form.has(Form::BASE);
    let told = || who::speaker(scene, mood.head).filter(|f| who::is_organization(scene, f));
    let found = if attribute || mood.rule == By::Promise { found.or_else(told) } else { found };
    // "plans to abolish 160 boards have been unveiled by the party"
    let found = if mood.noun.is_some() { found.or_else(|| who::set_by(scene, amount.last)) } else { found };
    if opens { who::after_opening(scene, amount.last).or(found) } else { found }
}

/// "agreed to buy a 20 percent stake", "will pay $440 million", "plans to sell two million shares": business done, no aim.
fn is_trade(scene: &Scene<'_, '_>, amount: &Amount, rule: By, head: usize) -> bool {
    let end = (amount.last + 8).min(scene.sentence.last);
    let holding = scene.has_word(amount.core.end..end, C::Holding);
    if amount.period.is_some() {
        return false;
    }
    let deal = scene.is_cue(head, C::Dealt) || matches!(rule, By::Will | By::Would | By::PlanTo | By::APlanDoes);
    holding || amount.dimension == Dimension::Percent || deal && amount.dimension == Dimension::Money
}
