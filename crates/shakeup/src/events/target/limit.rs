//! What must not be passed: "no more than 15,000 a year", "must not exceed", "up to 50 guests are allowed".

use super::by::By;
use super::scene::{Hit, Scene};
use crate::lexicon::{CueClass as C, class, words};
use crate::mentions::quantity::{Amount, Dimension};
use crate::record::{Comparator, Realis};

/// A number that must not be passed or fallen short of.
#[derive(Debug, Clone)]
pub(super) struct Bounded {
    pub(super) rule: By,
    pub(super) limit: bool,
    pub(super) comparator: Comparator,
    pub(super) realis: Realis,
    /// The modal or verb: its subject must keep the bound.
    pub(super) head: usize,
}

fn modal_before(scene: &Scene<'_, '_>, from: usize, reach: usize) -> Option<usize> {
    let floor = from.saturating_sub(reach).max(scene.sentence.first);
    for at in (floor..from).rev() {
        if scene.has(at, class::MODAL) || scene.is_cue(at, C::Cannot) {
            return Some(at);
        }
        if scene.parts(at) || scene.has(at, class::SAY) {
            return None;
        }
    }
    None
}

fn realis(scene: &Scene<'_, '_>, modal: usize) -> Realis {
    if scene.is(modal, &[words::WOULD, words::COULD, words::MIGHT]) { Realis::Possible } else { Realis::Actual }
}

/// "will accept no more than 15,000", "can hold at most four", "justices spend no more than 18 years".
pub(super) fn no_more_than(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Bounded> {
    if amount.comparator != Comparator::Le {
        return None;
    }
    // "no more than", "at most", "a maximum of"; not "up to"
    let firm = (amount.first..amount.core.start)
        .any(|i| scene.has(i, class::NEGATION.or(class::SUPERLATIVE)) || scene.is_cue(i, C::Extreme));
    if firm {
        let modal = modal_before(scene, amount.first, 8).filter(|&m| !scene.is(m, &[words::COULD, words::MIGHT]));
        let Some(modal) = modal else {
            return capped(scene, amount).or_else(|| demanded(scene, amount)).or_else(|| let_in(scene, amount));
        };
        return Some(Bounded {
            rule: By::NoMoreThan,
            limit: true,
            comparator: Comparator::Le,
            realis: realis(scene, modal),
            head: modal,
        });
    }
    // "allows up to 50 guests"
    let percent = matches!(amount.dimension, Dimension::Percent | Dimension::Times);
    const NEAR: usize = 6;
    let floor = amount.first.saturating_sub(14).max(scene.sentence.first);
    let allowed = scene.find_hit(floor..amount.first, &[C::Allowing])?.first;
    // "allows as many as 40 percent of sales" tells a result, "allows exporters to use up to 10 percent" does not
    let small = class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB);
    let bare = |i: usize| scene.is_nominal(i) && !scene.has(i, small) && !scene.amounts.iter().any(|a| a.first == i);
    let to = || (allowed..amount.first).any(|i| scene.is(i, &[words::TO]) && bare(i + 1));
    let far = amount.first - allowed > NEAR;
    let apart = |i: usize| scene.parts(i) || far && (scene.has(i, class::MODAL) || scene.is_finite(i) && i > allowed);
    if (percent || far) && (!to() || (allowed..amount.first).any(apart)) {
        return None;
    }
    Some(Bounded {
        rule: By::AllowsUpTo,
        limit: true,
        comparator: Comparator::Le,
        realis: Realis::Actual,
        head: allowed,
    })
}

/// "to limit the deduction to loans of no more than $750,000".
fn capped(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Bounded> {
    let floor = amount.first.saturating_sub(10).max(scene.sentence.first);
    let cap = scene.find_hit(floor..amount.first, &[C::Cap]).filter(|h| h.verb)?;
    let plain = (cap.last..amount.first).all(|i| !scene.parts(i) && !scene.is(i, &[words::COMMA]));
    plain.then_some(Bounded {
        rule: By::NoMoreThan,
        limit: true,
        comparator: Comparator::Le,
        realis: Realis::Actual,
        head: cap.first,
    })
}

/// "cannot be less than 4.5 percent", "may not fall below $10".
pub(super) fn not_below(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Bounded> {
    if amount.comparator != Comparator::Lt {
        return None;
    }
    let modal = modal_before(scene, amount.first, 4)?;
    let negated = (modal..amount.first).any(|i| scene.has(i, class::NEGATION)) || scene.is_cue(modal, C::Cannot);
    let past = scene.is(modal, &[words::COULD, words::MIGHT, words::WOULD]);
    (negated && !past).then_some(Bounded {
        rule: By::MustNotFallBelow,
        limit: false,
        comparator: Comparator::Ge,
        realis: Realis::Actual,
        head: modal,
    })
}

/// "is allowing no more than 10 guests", "allowed to open at no more than half".
fn let_in(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Bounded> {
    let floor = amount.first.saturating_sub(6).max(scene.sentence.first);
    let allowed = scene.find_hit(floor..amount.first, &[C::Allowing])?;
    let plain =
        (allowed.last..amount.first).all(|i| !scene.parts(i) && !scene.is(i, &[words::COMMA]) && !scene.is_finite(i));
    plain.then_some(Bounded {
        rule: By::AllowsUpTo,
        limit: true,
        comparator: Comparator::Le,
        realis: Realis::Actual,
        head: allowed.first,
    })
}

/// "proposals that judges serve no more than 18 years".
fn demanded(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Bounded> {
    let floor = amount.first.saturating_sub(11).max(scene.sentence.first);
    let that = (floor..amount.first).rev().find(|&i| scene.is(i, &[words::THAT]))?;
    let order = scene.hit_ending(that, &[C::Order, C::Give, C::Intent], true);
    order.or_else(|| scene.hit_ending(that, &[C::Plan, C::Promise], false))?;
    Some(Bounded {
        rule: By::NoMoreThan,
        limit: true,
        comparator: Comparator::Le,
        realis: Realis::Possible,
        head: amount.first,
    })
}

/// "each member is allowed to catch 300 tonnes".
pub(super) fn allowed(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Bounded> {
    if !matches!(amount.comparator, Comparator::Eq | Comparator::Le)
        || matches!(amount.dimension, Dimension::Percent | Dimension::Times)
    {
        return None;
    }
    let to = amount.first.checked_sub(2).filter(|&t| scene.is(t, &[words::TO]))?;
    let allowed = scene.before(to).filter(|&a| scene.has_word(a..a + 1, C::Allowing))?;
    let be = scene.before(allowed).filter(|&b| scene.is_be(b))?;
    let small = amount.dimension == Dimension::Count && amount.value() < 2.0;
    (!small).then_some(Bounded {
        rule: By::AllowedTo,
        limit: true,
        comparator: Comparator::Le,
        realis: Realis::Actual,
        head: be,
    })
}

/// "must not exceed 3 percent", "may not be higher than", "no fare will be priced higher than $499".
pub(super) fn not_above(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Bounded> {
    let exceed: Option<Hit> = scene.hit_ending(amount.first, &[C::Exceed], true);
    if amount.comparator != Comparator::Gt && exceed.is_none() {
        return None;
    }
    let from = exceed.map_or(amount.first, |h| h.first);
    // "is not allowed to enrich uranium above"
    let floor = from.saturating_sub(7).max(scene.sentence.first);
    let barred = |&i: &usize| scene.is_cue(i, C::Allowing) && scene.has(i.wrapping_sub(1), class::NEGATION);
    let barred = (floor..from).rev().find(barred).map(|i| i - 1);
    let modal = modal_before(scene, from, 7).filter(|&m| !scene.is(m, &[words::COULD, words::MIGHT])).or(barred)?;
    let refuses = amount.dimension == Dimension::Time && scene.is(modal, &[words::WILL, words::WOULD]);
    if refuses || amount.value() < 2.0 && amount.dimension == Dimension::Count {
        return None;
    }
    let denied = (modal..from).any(|i| scene.has(i, class::NEGATION))
        || (modal.saturating_sub(6).max(scene.sentence.first)..modal)
            .any(|i| scene.is(i, &[words::NO, words::NEITHER]));
    denied.then(|| Bounded {
        rule: By::MustNotExceed,
        limit: true,
        comparator: Comparator::Le,
        realis: realis(scene, modal),
        head: modal,
    })
}

/// "must stay below 3 percent", "has to be kept under 40": what it is said to stay under.
pub(super) fn stays_below(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Bounded> {
    const GROUP: usize = 4;
    if !matches!(amount.comparator, Comparator::Lt | Comparator::Le) || amount.dimension == Dimension::Time {
        return None;
    }
    let floor = amount.first.saturating_sub(GROUP).max(scene.sentence.first);
    let stays = |i: usize| scene.is_be(i) || [C::Standing, C::Keep].iter().any(|&c| scene.is_cue(i, c));
    let group = |i: usize| stays(i) || scene.is(i, &[words::TO]) || scene.has(i, class::ADVERB);
    let must = (floor..amount.first).rev().find(|&i| !group(i))?;
    let modal = scene.is(must, &[words::MUST, words::SHALL]) || has_to(scene, must);
    let negated = (must..amount.core.start).any(|i| scene.has(i, class::NEGATION)); // "shall not be less than"
    (modal && !negated && stays(amount.first - 1)).then_some(Bounded {
        rule: By::MustNotExceed,
        limit: true,
        comparator: amount.comparator,
        realis: Realis::Actual,
        head: must,
    })
}

/// "must find at least six sponsors", "need to be paid at least £5".
pub(super) fn at_least(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Bounded> {
    if !matches!(amount.comparator, Comparator::Ge | Comparator::Gt) {
        return None;
    }
    let few = amount.dimension == Dimension::Count && (!amount.digits && amount.value() < 4.0 || amount.value() < 2.0);
    if few {
        return required(scene, amount);
    }
    let floor = amount.first.saturating_sub(7).max(scene.sentence.first);
    for at in (floor..amount.first).rev() {
        // "should it lose by more than": a condition
        let pronoun = class::HE.or(class::SHE).or(class::IT).or(class::THEY).or(class::SPEAKER);
        let turned = scene.has(at + 1, pronoun) || scene.token(at + 1).is_some_and(|t| t.is_capital());
        let must = scene.is(at, &[words::MUST, words::SHALL, words::SHOULD]) && !turned;
        let need = scene.hits_at(at).iter().any(|h| h.cue.class == C::Need && scene.is_verb(h));
        let required = at + 2 >= amount.first && scene.has_word(at..at + 1, C::Requiring);
        // "will have to win more than half of the votes"
        let have = scene.is(at, &[words::HAVE, words::HAS])
            && scene.is(at + 1, &[words::TO])
            && !scene.is(at + 2, &[words::BE]);
        if must || need || required || have {
            return Some(Bounded {
                rule: By::MustAtLeast,
                limit: false,
                comparator: amount.comparator,
                realis: Realis::Actual,
                head: at,
            });
        }
        // "must maintain a ratio of at least": no saying
        let said = scene.has(at, class::SAY) && !scene.has(at.wrapping_sub(1), class::MODAL);
        if scene.parts(at) || said {
            return None;
        }
    }
    None
}

/// "have to", "would need to", "are required to".
fn has_to(scene: &Scene<'_, '_>, at: usize) -> bool {
    let required = scene.is_cue(at, C::Requiring) || scene.is_cue(at, C::Need);
    let be = scene.before(at).is_some_and(|b| scene.is_be(b) || scene.has(b, class::MODAL));
    (scene.has(at, class::HAVE) || required && be) && scene.is(at + 1, &[words::TO])
}

/// "requires that every board have at least one woman": what a law demands may be few.
fn required(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Bounded> {
    let floor = amount.first.saturating_sub(24).max(scene.sentence.first);
    let that = (floor..amount.first).rev().find(|&i| scene.is(i, &[words::THAT]))?;
    let by_then = (that..amount.first).all(|i| !scene.has(i, class::SAY) && !scene.has(i, class::MODAL));
    let law = scene.is_cue(that.wrapping_sub(1), C::Requiring);
    (law && by_then).then_some(Bounded {
        rule: By::RequiredThat,
        limit: false,
        comparator: amount.comparator,
        realis: Realis::Actual,
        head: that - 1,
    })
}

/// "banned gatherings of more than 50 people", "a ban on loans of $1,000 or more": what is banned begins at the number.
pub(super) fn banned(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Bounded> {
    let comparator = match amount.comparator {
        Comparator::Gt => Comparator::Le,
        Comparator::Ge => Comparator::Lt,
        _ => return None,
    };
    let link = amount.first.checked_sub(1)?;
    let floor = amount.first.saturating_sub(16).max(scene.sentence.first);
    // "limits members from serving for more than eight years"
    let from = |h: &Hit| h.verb && (h.last..link).any(|i| scene.is(i, &[words::FROM]));
    let ban = scene.find_hit(floor..link, &[C::Ban]).or_else(|| scene.find_hit(floor..link, &[C::Cap]).filter(from))?;
    let lasts = amount.dimension == Dimension::Time && scene.is(link, &[words::FOR]);
    // "magazines that hold more than 10 rounds"
    let verb = scene.has(link, class::VERB) || scene.hits_at(link).iter().any(|h| h.verb);
    // "bars banks from lending more than $300 million"
    let doing = verb && scene.has(link, class::GERUND) && scene.is(link.wrapping_sub(1), &[words::FROM]);
    let holds = doing || verb && (scene.has(link.wrapping_sub(1), class::THAT) || scene.has(link, class::GERUND));
    let apart = |i: usize| scene.parts(i) && !(holds && i + 1 == link);
    let plain = (ban.last..amount.first).all(|i| !apart(i) && !scene.is_finite(i) && !scene.is(i, &[words::COMMA]));
    let measures =
        holds || lasts || scene.is(link, &[words::OF, words::WITH]) || scene.has_word(link..amount.first, C::Worth);
    (plain && measures).then_some(Bounded {
        rule: By::BannedAbove,
        limit: true,
        comparator,
        realis: Realis::Actual,
        head: ban.first,
    })
}

/// "keep the temperature from rising by more than 2 degrees": what must not happen begins at the number.
pub(super) fn kept_from(scene: &Scene<'_, '_>, amount: &Amount) -> Option<(Bounded, Hit)> {
    let comparator = match amount.comparator {
        Comparator::Gt => Comparator::Le,
        Comparator::Ge => Comparator::Lt,
        _ => return None,
    };
    let link = amount.first - usize::from(scene.is(amount.first.wrapping_sub(1), &[words::BY]));
    let grows = scene.hit_ending(link, &[C::Move, C::Exceed, C::Change], true)?;
    let from = grows.first.checked_sub(1).filter(|&f| scene.is(f, &[words::FROM]))?;
    let floor = from.saturating_sub(8).max(scene.sentence.first);
    let keeps = |h: &Hit| h.verb && h.cue.change.is_none();
    let keep = scene.find_hit(floor..from, &[C::Keep]).filter(keeps)?;
    let bound = Bounded { rule: By::KeptFrom, limit: false, comparator, realis: Realis::Actual, head: keep.first };
    Some((bound, keep))
}

/// "Up to three agents can be named": a number that something can be at most.
pub(super) fn can_be(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Bounded> {
    let opens = amount.first.checked_sub(1).is_none_or(|b| !scene.has(b, class::PREPOSITION));
    if amount.comparator != Comparator::Le || !opens {
        return None;
    }
    let end = scene.sentence.last.min(amount.last + 4);
    // "No more than 117 members will vote"
    let firm = (amount.first..amount.core.start)
        .any(|i| scene.has(i, class::NEGATION.or(class::SUPERLATIVE)) || scene.is_cue(i, C::Extreme));
    let counts = firm && amount.counted.is_some() && amount.dimension == Dimension::Count;
    let rules = |i: usize| counts && scene.is(i, &[words::WILL, words::WOULD, words::MUST, words::SHALL, words::MAY]);
    let can = (amount.last..end)
        .take_while(|&i| scene.is_nominal(i) || scene.has(i, class::MODAL))
        .find(|&i| scene.is_cue(i, C::Can) || rules(i))?;
    (rules(can) || scene.is(can + 1, &[words::BE])).then_some(Bounded {
        rule: By::CanBeUpTo,
        limit: true,
        comparator: Comparator::Le,
        realis: Realis::Actual,
        head: can,
    })
}

/// "At least 60 percent of the money must go to schools": the number stands in the subject.
pub(super) fn share_must(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Bounded> {
    let bound = amount.comparator != Comparator::Eq && amount.comparator != Comparator::Approx;
    // "a third of the fleet must be electric"
    let share = amount.dimension == Dimension::Times && scene.is(amount.core.end, &[words::OF]);
    if !(amount.digits || share)
        || !(bound || share || amount.dimension == Dimension::Percent)
        || amount.dimension == Dimension::Time
    {
        return None;
    }
    // "a mandate that 60 percent of its power come from wind"
    if let Some(order) = demanded_share(scene, amount) {
        return Some(order);
    }
    // "companies with more than 50 employees must": the number says which companies
    // "anyone who makes less than $40,000 must": it says who
    let tells = class::PREPOSITION.or(class::VERB);
    if amount.first.checked_sub(1).is_some_and(|b| scene.has(b, tells) && !scene.has(b, class::SAY)) {
        return None;
    }
    let end = scene.sentence.last.min(amount.last + 9);
    let must = (amount.last..end).take_while(|&i| !scene.parts(i) && !scene.is(i, &[words::COMMA])).find(|&i| {
        let has = has_to(scene, i) && !scene.is(i, &[words::HAD]); // what had to be done is done
        scene.is(i, &[words::MUST, words::SHALL]) || has || should(scene, amount, i)
    })?;
    let limit = matches!(amount.comparator, Comparator::Le | Comparator::Lt);
    Some(Bounded { rule: By::ShareMust, limit, comparator: amount.comparator, realis: Realis::Actual, head: must })
}

/// "30 percent of teachers should be men": nobody in between who says so.
fn should(scene: &Scene<'_, '_>, amount: &Amount, at: usize) -> bool {
    let plain = |i: usize| {
        (scene.is_nominal(i) || scene.has(i, class::DETERMINER) || scene.is(i, &[words::OF]))
            && !scene.has(i, class::VERB)
    };
    let share = amount.dimension == Dimension::Percent && scene.is(amount.last, &[words::OF]);
    share && scene.is(at, &[words::SHOULD]) && scene.is(at + 1, &[words::BE]) && (amount.last..at).all(plain)
}

/// "requires that 30 percent of the seats go to women": after "that" the share is the subject of what is demanded.
fn demanded_share(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Bounded> {
    let that = amount.first.checked_sub(1).filter(|&t| scene.is(t, &[words::THAT]))?;
    let order = scene.hit_ending(that, &[C::Order, C::Requiring], true);
    let noun = || scene.hit_ending(that, &[C::Goal, C::Plan, C::Promise], false);
    let by = order.or_else(noun).or_else(|| scene.hit_ending(that, &[C::Requiring], false))?;
    // a bare form or "be": "go to women", "be sold"; "plans that 30 percent of voters dislike" demands nothing
    let end = scene.sentence.last.min(amount.last + 9);
    let verb = (amount.last..end)
        .take_while(|&i| !scene.parts(i) && !scene.is_finite(i))
        .find(|&i| scene.is(i, &[words::BE]) || is_subjunctive(scene, i, amount.last))?;
    let limit = matches!(amount.comparator, Comparator::Le | Comparator::Lt);
    (verb >= amount.last).then_some(Bounded {
        rule: By::ShareMust,
        limit,
        comparator: amount.comparator,
        realis: Realis::Actual,
        head: by.first,
    })
}

/// A bare verb form after a singular or after "of" and a noun.
fn is_subjunctive(scene: &Scene<'_, '_>, at: usize, from: usize) -> bool {
    let form = scene.token(at).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
    let bare = form.is_some_and(|f| f.has(crate::lexicon::Form::BASE)) && !scene.has(at, class::PREPOSITION);
    let next = scene.has(at + 1, class::PREPOSITION.or(class::DETERMINER)) || scene.is(at + 1, &[words::TO]);
    bare && next && at > from + 1
}
