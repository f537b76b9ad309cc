//! Amounts that the words after them make targets of: "$3 million pledged", "$4 billion would be set aside".

use super::by::By;
use super::scene::{self, Hit, Scene};
use super::{TargetDraft, bound, draft, modal, mood, slots, who};
use crate::lexicon::{CueClass as C, Form, class, words};
use crate::mentions::quantity::{Amount, Dimension};
use crate::record::{Comparator, Realis, TargetKind};

/// "$4 billion would be set aside for schools": the amount is the subject.
pub(super) fn sum_would(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    // "none of the $735 million would go to"
    let start = amount.first - usize::from(scene.has(amount.first.wrapping_sub(1), class::DETERMINER));
    let opens = start.checked_sub(1).is_none_or(|b| !scene.has(b, class::PREPOSITION));
    let counts = amount.dimension == Dimension::Count
        && amount.counted.is_some()
        && start == amount.first
        && (amount.digits && amount.value() >= 10.0 && told(scene, start)
            || amount.value() >= 2.0 && modal::under_plan(scene));
    if amount.dimension != Dimension::Money && !counts && vower(scene, amount, start).is_none() || !opens {
        return None;
    }
    let end = scene.sentence.last.min(amount.last + 6);
    // "$2 billion of it will go to schools"
    // "$2 billion of it would come from fees"
    let comes = |i: usize| scene.hits_at(i + 1).iter().any(|h| h.cue.class == C::Going && h.last > h.first + 1);
    let goes = |i: usize| scene.is_cue(i + 1, C::Going) && scene.is(i + 2, &[words::TO]) || comes(i);
    let modal = (amount.last..end).take_while(|&i| !scene.parts(i) && !scene.is(i, &[words::COMMA])).find(|&i| {
        let modal = scene.is(i, &[words::WILL, words::WOULD]) || !counts && scene.is(i, &[words::MUST, words::SHOULD]);
        let next = i + 1 + usize::from(scene.has(i + 1, class::ADVERB)); // "would also be"
        modal && (scene.is(next, &[words::BE]) || goes(i))
    })?;
    let classes = [C::Give, C::Do, C::Change];
    // "300 people will be allowed in" is no deed
    let deed = |h: &scene::Hit| classes.contains(&h.cue.class) && (!counts || h.cue.class != C::Give);
    let done = |h: &&scene::Hit| deed(h) && h.cue.form.has(Form::PARTICIPLE) && !h.cue.trade;
    let given = |h: &&scene::Hit| h.cue.class == C::Going;
    let vow = vower(scene, amount, start);
    let verb = if goes(modal) {
        scene.hits_at(modal + 1).iter().find(given).copied()
    } else {
        (modal + 2..modal + 4).find_map(|i| scene.hits_at(i).iter().find(done)).copied()
    };
    let verb = verb.or_else(|| vow.map(|v| scene::Hit { first: modal + 2, last: modal + 3, ..v }))?;
    let mut found = draft(scene, amount, By::SumWouldBe, modal);
    found.realis = if scene.is(modal, &[words::WOULD]) { Realis::Possible } else { Realis::Actual };
    found.change = verb.cue.change;
    found.setter = vow.and_then(|v| who::subject(scene, v.first)).or_else(|| who::set_by(scene, verb.last));
    if counts && found.setter.is_none() && told(scene, start) {
        found.setter = who::speaker(scene, start);
        found.realis = Realis::Actual;
    }
    let after = slots::trimmed(scene, verb.last..(verb.last + 8).min(scene.sentence.last));
    found.metric = slots::after_amount(scene, amount).or(after);
    found.evidence = amount.first..verb.last;
    Some(found)
}

/// "The firm said (that) 300 shops would be opened": after a verb of saying.
fn told(scene: &Scene<'_, '_>, start: usize) -> bool {
    let says = start.checked_sub(1).map(|b| b - usize::from(b > 0 && scene.is(b, &[words::THAT])));
    says.is_some_and(|s| scene.has(s, class::SAY) && scene.has(s, class::VERB) && s > scene.sentence.first)
}

/// The verb of "vowed (that) 300 soldiers would be sent".
fn vower(scene: &Scene<'_, '_>, amount: &Amount, start: usize) -> Option<scene::Hit> {
    let counts = amount.dimension == Dimension::Count && amount.counted.is_some() && amount.digits;
    let end = start.checked_sub(1).filter(|&t| scene.is(t, &[words::THAT])).unwrap_or(start);
    let starts = (end.saturating_sub(2)..end).rev();
    let vows = |h: &&scene::Hit| h.verb && h.last == end && matches!(h.cue.class, C::Vow | C::Order);
    starts.filter(|_| counts).find_map(|i| scene.hits_at(i).iter().find(vows)).copied()
}

/// "the wage would be $15", "the tax rate will be 20 percent": a figure that somebody settles, and the level it is to have.
pub(super) fn figure_would(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let be = amount.first.checked_sub(2).filter(|&m| scene.is(m + 1, &[words::BE]))?;
    let level = matches!(amount.dimension, Dimension::Money | Dimension::Percent);
    if !level || !scene.is(be, &[words::WILL, words::WOULD, words::MUST, words::SHOULD]) || is_comparison(scene, amount)
    {
        return None;
    }
    let figure = modal::own_figure(scene, be).filter(|_| !mood::is_forecast(scene, be))?;
    let mut found = draft(scene, amount, By::FigureWouldBe, figure.start);
    found.realis = if scene.is(be, &[words::WOULD]) { Realis::Possible } else { Realis::Actual };
    found.setter = bound::plan_over(scene).or_else(|| who::speaker(scene, be));
    found.metric = slots::trimmed(scene, figure);
    Some(found)
}

/// "would be 5 percent higher", "will be $3 million more": no level.
fn is_comparison(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    amount.per.is_some() // a dividend
        || scene.has(amount.last, class::COMPARATIVE.or(class::MORE)) || scene.is_cue(amount.last, C::Side)
}

/// "$3 million pledged for repairs", "185.5 billion baht targeted for 1986".
pub(super) fn promised(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let money = amount.dimension == Dimension::Money || amount.dimension == Dimension::Physical;
    // "$3 billion in new funds was pledged"
    let end = scene.sentence.last.min(amount.last + 8);
    let inside = |i: &usize| scene.is_nominal(*i) || scene.is(*i, &[words::IN, words::OF]);
    let be = (amount.last..end).find(|i| !inside(i)).filter(|&i| scene.is_be(i) || scene.has(i, class::HAVE));
    let after = be.map(|b| b + 1 + usize::from(scene.is(b + 1, &[words::BEEN])));
    let given = |h: &&scene::Hit| h.cue.class == C::Give && h.cue.form.has(Form::PARTICIPLE);
    // "was allocated to schools"
    let vowed = |h: &&scene::Hit| given(h) && [C::Vow, C::Granting].iter().any(|&c| scene.is_cue(h.first, c));
    let direct = scene.hits_at(amount.last).iter().find(given);
    // "the 20 percent rate proposed by the party", "a 5 percent tax planned for May"
    let dates = &scene.reading.dates;
    let dated =
        |at: usize| dates.get(dates.partition_point(|d| d.tokens.end <= at)).is_some_and(|d| d.tokens.start <= at + 1);
    let led = |h: &scene::Hit| scene.is(h.last, &[words::BY]) || scene.is(h.last, &[words::FOR]) && dated(h.last);
    let by = (amount.last..end).take_while(inside).find_map(|i| scene.hits_at(i).iter().find(|h| given(h) && led(h)));
    let measured = amount.digits || matches!(amount.dimension, Dimension::Percent | Dimension::Money);
    let by = by.filter(|_| measured && amount.dimension != Dimension::Time);
    if let Some(hit) = by {
        let mut found = draft(scene, amount, By::Promised, hit.first);
        let named = slots::after_amount(scene, amount).map(|m| m.start..m.end.min(hit.first)).filter(|m| !m.is_empty());
        found.metric = named.or_else(|| (amount.last < hit.first).then_some(amount.last..hit.first));
        found.setter = who::set_by(scene, hit.first);
        found.realis = hit.cue.realis.unwrap_or(Realis::Possible);
        return Some(found);
    }
    if let Some(found) = asked_for(scene, amount).or_else(|| hoped_for(scene, amount)) {
        return Some(found);
    }
    let hit = direct.or_else(|| scene.hits_at(after?).iter().find(vowed)).filter(|_| money)?;
    // "has been pledged so far" tells how far it has come
    if (hit.last..end).any(|i| scene.is_cue(i, C::SoFar)) {
        return None;
    }
    let object = scene.has(hit.last, class::DETERMINER.or(class::POSSESSIVE));
    if object || scene.token(hit.last).is_some_and(|t| t.shape == crate::text::Shape::Number) {
        return None;
    }
    let mut found = draft(scene, amount, By::Promised, hit.first);
    found.metric = slots::trimmed(scene, hit.last..(hit.last + 8).min(scene.sentence.last));
    Some(found)
}

/// "had hoped (that) 7 million people would sign up": so many who are to do something.
fn hoped_for(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    const SUBJECT: usize = 8;
    let counts = amount.dimension == Dimension::Count && amount.counted.is_some() && amount.digits;
    let share = amount.dimension == Dimension::Percent;
    let end = amount.first.checked_sub(1).filter(|_| counts || share)?;
    let end = if scene.is(end, &[words::THAT]) { end } else { end + 1 };
    let wish = scene.hit_ending(end, &[C::Intent], true).filter(|h| scene.is_cue(h.first, C::Wish))?;
    let stop = scene.sentence.last.min(amount.last + SUBJECT);
    let inside = |i: &usize| scene.is_nominal(*i) || scene.is(*i, &[words::OF, words::THE, words::IN]);
    let modal = (amount.last..stop).find(|i| !inside(i)).filter(|&m| scene.is(m, &[words::WILL, words::WOULD]))?;
    let mood = mood::wanted(scene, &wish, mood::own(By::Promise, None, wish.first))?;
    let mut found = draft(scene, amount, By::Promise, wish.first);
    found.evidence.end = found.evidence.end.max(modal + 1);
    found.realis = mood.realis;
    found.setter = who::subject(scene, wish.first);
    found.metric = slots::after_amount(scene, amount);
    Some(found)
}

/// "the $5 billion the president wants for", "750 million that the ministry had planned to grant": whom the clause after it names.
fn asked_for(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    const CLAUSE: usize = 6;
    let definite =
        amount.first.checked_sub(1).is_some_and(|b| scene.is(b, &[words::THE]) || scene.has(b, class::POSSESSIVE));
    let start = amount.last + usize::from(scene.is(amount.last, &[words::THAT, words::WHICH]));
    let pronoun = class::HE.or(class::SHE).or(class::IT).or(class::THEY);
    let opens = scene.has(start, class::DETERMINER.or(pronoun)) || scene.token(start).is_some_and(|t| t.is_capital());
    if !definite || !opens || !amount.digits || amount.dimension == Dimension::Time {
        return None;
    }
    let end = scene.sentence.last.min(start + CLAUSE);
    let inside = |i: &usize| scene.is_nominal(*i) || scene.has(*i, class::DETERMINER.or(class::HAVE).or(pronoun));
    let wishes = |h: &&scene::Hit| {
        let finite = h.cue.form.has(Form::PAST) || h.cue.form.has(Form::PRESENT) || h.cue.form.has(Form::PARTICIPLE);
        h.verb
            && finite
            && matches!(h.cue.class, C::Give | C::Intent)
            && !scene.hits_at(h.first).iter().any(|n| n.cue.trade)
    };
    let verb = (start + 1..end).take_while(inside).find_map(|i| scene.hits_at(i).iter().find(wishes))?;
    let after = scene.is(verb.last, &[words::TO, words::FOR, words::IN, words::FROM, words::STOP, words::COMMA]);
    if !after && verb.last < scene.sentence.last {
        return None;
    }
    let mut found = draft(scene, amount, By::Promised, verb.first);
    found.setter = who::subject(scene, verb.first);
    found.metric = slots::after_amount(scene, amount).filter(|m| m.end <= start);
    found.realis = verb.cue.realis.unwrap_or(Realis::Actual);
    if scene.is_cue(verb.first, C::Need) {
        found.addressee = found.setter.take();
    }
    Some(found)
}

/// "approved $225 million in aid", "passed 15 billion dlrs for housing": money that those who may decide on it set aside.
pub(super) fn approved(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let measured = matches!(amount.dimension, Dimension::Money | Dimension::Physical);
    if !measured || amount.per.is_some() || !amount.digits {
        return None;
    }
    let mut end = amount.first;
    while end > scene.sentence.first
        && (scene.has(end - 1, class::DETERMINER.or(class::ADVERB)) || scene.is_cue(end - 1, C::More))
    {
        end -= 1;
    }
    let settles = |h: &Hit| scene.is_cue(h.first, C::Granting) && h.verb;
    let verb = scene.hit_ending(end, &[C::Settle, C::Do], true).filter(settles)?;
    // "approved a $20 million grant"
    let sum = scene.has(amount.first.wrapping_sub(1), class::DETERMINER)
        && amount.dimension == Dimension::Money
        && slots::after_amount(scene, amount)
            .is_some_and(|m| scene.is_cue(m.end - 1, C::Paid) || scene.is_cue(m.end - 1, C::Funding));
    let for_it = sum || scene.is(amount.last, &[words::IN, words::FOR, words::TO, words::OF]);
    let attribute = scene.before(verb.first).is_some_and(|b| scene.has(b, class::DETERMINER.or(class::POSSESSIVE)));
    if !for_it || attribute || verb.cue.form.has(Form::GERUND) {
        return None;
    }
    let mut found = draft(scene, amount, By::SumApproved, verb.first);
    let before = scene.before(verb.first);
    let would = before.is_some_and(|b| scene.is(b, &[words::WOULD, words::COULD, words::MAY, words::MIGHT]));
    if would {
        found.realis = Realis::Possible;
    }
    found.setter = who::subject(scene, verb.first);
    found.metric = slots::after_amount(scene, amount);
    Some(found)
}

/// "will not return unless they get a 9 percent raise": what is made a condition is demanded.
pub(super) fn unless(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let measured = matches!(amount.dimension, Dimension::Money | Dimension::Percent);
    let floor = amount.first.saturating_sub(8).max(scene.sentence.first);
    let condition = (floor..amount.first).rev().find(|&i| scene.is_cue(i, C::Unless)).filter(|_| measured)?;
    let mut verb = amount.first;
    while verb > condition && scene.has(verb - 1, class::DETERMINER.or(class::ADVERB)) {
        verb -= 1;
    }
    let gets = verb.checked_sub(1).filter(|&v| scene.is_cue(v, C::Getting))?;
    let first = (scene.sentence.first..condition)
        .find(|&i| scene.has(i, class::SAY) || scene.hits_at(i).iter().any(|h| h.verb && h.cue.class != C::Aspect));
    let mut found = draft(scene, amount, By::Unless, condition.min(gets));
    found.setter = first.and_then(|v| who::subject(scene, v));
    found.metric = slots::after_amount(scene, amount);
    Some(found)
}

/// "the 1,237 delegates needed to win": what somebody lacks.
pub(super) fn needed(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    if let Some(found) = required_level(scene, amount) {
        return Some(found);
    }
    let needed = scene.is_cue(amount.last, C::Need) || scene.is_cue(amount.last, C::Requiring);
    let measured = amount.dimension == Dimension::Count && amount.counted.is_some() && amount.value() >= 2.0;
    let held = scene.has(amount.last, class::VERB.or(class::TARGET_CUE)) && amount.digits;
    let end = scene.is(amount.last + 1, &[words::TO, words::FOR]);
    if !(needed && held && measured && end) {
        return None;
    }
    let mut found = draft(scene, amount, By::Needed, amount.last);
    found.metric = amount.counted.clone();
    Some(found)
}

/// "above the required 6 percent", "the mandated 300 hours": the least that a rule asks for.
fn required_level(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let required = amount.first.checked_sub(1).filter(|&r| scene.is_cue(r, C::Requiring))?;
    let form = scene.token(required).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
    let the = scene.before(required).is_some_and(|b| scene.has(b, class::POSSESSIVE) || scene.is(b, &[words::THE]));
    let participle = form.is_some_and(|f| f.has(Form::PARTICIPLE)) && amount.comparator == Comparator::Eq;
    let plain = match amount.dimension {
        Dimension::Times | Dimension::Time => false,
        Dimension::Count => amount.counted.is_some() && amount.digits,
        _ => true,
    };
    if !(the && participle && plain) {
        return None;
    }
    let mut found = draft(scene, amount, By::Needed, required);
    found.metric = slots::after_amount(scene, amount);
    Some(found)
}

/// "passage requires 60 votes", "it takes the support of 50 senators": what must be there, which a law may say.
pub(super) fn requires(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let counts = amount.dimension == Dimension::Count && amount.counted.is_some() && amount.digits;
    let of = amount.first.checked_sub(1).filter(|_| counts && amount.value() >= 2.0)?;
    // "requires the support of 50 senators"
    let backing = scene.is(of, &[words::OF]) && of >= 3 && scene.is(of - 2, &[words::THE]);
    let verb = if backing { of - 3 } else { of };
    let form = scene.token(verb).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
    let asks = scene.is_cue(verb, C::Requiring) && scene.hits_at(verb).iter().any(|h| h.verb);
    let other = || (verb.saturating_sub(3)..verb).any(|i| scene.has(i, class::NEGATION) || scene.is_be(i));
    if !asks || form.is_none_or(|f| f.has(Form::GERUND)) || other() {
        return None;
    }
    let mut found = draft(scene, amount, By::Needed, verb);
    found.metric = amount.counted.clone();
    let law = |f: &who::Fill| scene.find_hit(f.tokens.clone(), &[C::Law]).is_some();
    found.setter = who::subject(scene, verb).filter(law);
    Some(found)
}

/// "fines of up to $5,000": the most that a law allows.
pub(super) fn penalty(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let of =
        amount.first.checked_sub(1).filter(|&b| scene.is(b, &[words::OF]) && amount.comparator == Comparator::Le)?;
    let noun = of.checked_sub(1).filter(|&n| scene.is_cue(n, C::Penalty))?;
    if !matches!(amount.dimension, Dimension::Money | Dimension::Time) {
        return None;
    }
    let mut found = draft(scene, amount, By::FineOfUpTo, noun);
    found.kind = TargetKind::Limit;
    found.metric = slots::trimmed(scene, noun..noun + 1);
    let near = noun.saturating_sub(12).max(scene.sentence.first)..noun;
    if scene.has_word(near, C::Possible) {
        found.realis = Realis::Possible;
    }
    Some(found)
}
