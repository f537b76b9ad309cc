//! The verb that governs an amount: "cut costs by 5 percent" is about cutting, "hire 300" about hiring.

use std::ops::Range;

use super::scene::{Hit, Scene};
use crate::lexicon::{Cue, CueClass as C, Form, WordId, class, words};
use crate::mentions::quantity::{Amount, Dimension};
use crate::record::Comparator;
use crate::text::Shape;

/// The verb that an amount depends on, and how.
#[derive(Debug, Clone)]
pub(super) struct Governor {
    pub(super) verb: Hit,
    /// The preposition before the amount: "to", "by", "at".
    pub(super) marker: Option<WordId>,
    /// What stands between the verb and the preposition.
    pub(super) object: Range<usize>,
}

const GOVERNING: &[C] =
    &[C::Change, C::Move, C::Do, C::Act, C::Give, C::Cap, C::Set, C::Exceed, C::Reach, C::Order, C::Fact];

/// The nearest verb of the tables to the left that can have the amount as its object or complement.
pub(super) fn governor(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Governor> {
    let Some(index) = scene.amounts.iter().position(|a| std::ptr::eq(a, amount)) else { return find(scene, amount) };
    if let Some((of, governor)) = &*scene.governed.borrow()
        && *of == index
    {
        return governor.clone();
    }
    let governor = find(scene, amount);
    scene.governed.replace(Some((index, governor.clone())));
    governor
}

fn find(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Governor> {
    if amount.verb {
        // "halving" as a gerund, "to halve" as a bare form
        let gerund = scene.has(amount.core.start, class::GERUND);
        let form = if gerund { Form::GERUND } else { Form::BASE };
        let verb = Hit {
            first: amount.core.start,
            last: amount.core.end,
            cue: Cue { class: C::Change, form, change: None, realis: None, trade: false },
            verb: true,
        };
        return Some(Governor { verb, marker: None, object: amount.core.end..amount.core.end });
    }
    let (marker, end) = marker(scene, amount);
    if scene.is_cue(end.wrapping_sub(1), C::Relating) {
        return None;
    }
    let floor = scene.sentence.first.max(amount.first.saturating_sub(26));
    let mut commas = 0;
    if scene.is(end.wrapping_sub(1), &[words::BE]) && scene.before(end - 1).is_some_and(|b| scene.is(b, &[words::TO])) {
        return to_be(scene, end - 1, marker);
    }
    let mut next = end;
    while next > floor {
        let at = if marker.is_some() { skipped(scene, next - 1, floor) } else { next - 1 };
        next = at;
        let multiplier = scene.amounts.iter().find(|a| a.verb && a.core.start == at);
        if let Some(verb) = multiplier {
            // "triple daily arrests to 900 a day"
            if !matches!(marker, Some(words::TO | words::FROM)) {
                return None;
            }
            let mut found = find(scene, verb)?;
            found.marker = marker;
            found.object = verb.core.end..end;
            return Some(found);
        }
        // "the limit set by the ministers": the participle tells whose it is
        let told = |h: &Hit| h.cue.form.has(Form::PARTICIPLE) && scene.is(h.last, &[words::BY]) && h.last < end;
        let be = || scene.before(at).is_some_and(|b| scene.is_be(b));
        let governs = |h: &&Hit| h.last <= amount.first && scene.is_verb(h) && (!told(h) || be());
        let hits = scene.hits_at(at);
        let best = GOVERNING.iter().filter(|_| !hits.is_empty()).find_map(|&class| {
            let mut hits = hits.iter().filter(|h| h.cue.class == class).filter(governs);
            hits.find(|h| takes(scene, h, amount, marker))
        });
        if let Some(&verb) = best {
            let verb = governing_instead(scene, verb, amount, marker).unwrap_or(verb);
            // the preposition of "call for" is the verb's own
            let marker = marker.filter(|_| verb.last <= end);
            return (verb.cue.class != C::Fact).then(|| Governor {
                verb,
                marker,
                object: verb.last..end.max(verb.last),
            });
        }
        if let Some(verb) = unlisted(scene, at, end, amount, marker) {
            return Some(Governor { verb, marker: None, object: end..end });
        }
        // "its previously announced cost cuts" says nothing, "said costs" does
        let says = scene.has(at, class::SAY)
            && !is_state(scene, at)
            && !scene.has(at.wrapping_sub(1), class::MODAL) // "the sum that families can claim"
            && !scene.before(at).is_some_and(|b| scene.has(b, class::DETERMINER.or(class::POSSESSIVE)));
        // "lift that to 10,000", "cap that rate at 28 percent": no clause begins
        let those = scene.is(at, &[words::THAT])
            && scene
                .hit_ending(at, &[C::Change, C::Cap, C::Set], true)
                .is_some_and(|h| !h.cue.form.has(Form::PARTICIPLE));
        if those {
            continue;
        }
        if scene.parts(at) || scene.has(at, class::MODAL) || says || scene.is(at, &[words::OPEN]) {
            return None;
        }
        if scene.is_be(at) && !scene.is(at, &[words::BE, words::BEEN]) {
            return None;
        }
        commas += usize::from(scene.is(at, &[words::COMMA]));
        if commas > 2 {
            return None;
        }
    }
    None
}

/// "deductions for state and local taxes": a noun that looks like a verb of saying.
fn is_state(scene: &Scene<'_, '_>, at: usize) -> bool {
    let preposition = |i: usize| scene.has(i, class::PREPOSITION) && !scene.is(i, &[words::TO]);
    scene.has(at, class::JURISDICTION) && at.checked_sub(1).is_some_and(preposition)
}

/// The token where a bracket or a relative clause that ends at a token opens: "cut Environment Agency (EA) spending by", "cut the
/// tax that families must pay by"; else the token itself.
fn skipped(scene: &Scene<'_, '_>, at: usize, floor: usize) -> usize {
    const CLAUSE: usize = 4;
    let free = |first: usize| !scene.amounts.iter().any(|a| (first..at).contains(&a.core.start));
    if scene.is(at, &[words::CLOSE]) {
        let open = (floor..at).rev().take(8).find(|&i| scene.is(i, &[words::OPEN]));
        return open.filter(|&o| o > floor && free(o)).map_or(at, |o| o - 1);
    }
    // "raise the threshold — $23,660 — to": a figure set between dashes
    let dash =
        |i: usize| scene.parts(i) && scene.is(i, &[words::DASH, words::EN_DASH, words::EM_DASH, words::TWO_DASHES]);
    if dash(at) {
        let open = (floor..at).rev().take(8).find(|&i| dash(i));
        let figure = |o: usize| scene.amounts.iter().any(|a| a.first > o && a.last <= at && a.first <= o + 3);
        return open.filter(|&o| o > floor && figure(o)).map_or(at, |o| o - 1);
    }
    if scene.has(at, class::MODAL) {
        let that = (floor..at).rev().take(CLAUSE).find(|&i| scene.is(i, &[words::THAT, words::WHICH]));
        let noun = |t: usize| {
            t > floor && scene.is_nominal(t - 1) && !scene.has(t - 1, class::VERB.or(class::SAY).or(class::WEEKDAY))
        };
        return that.filter(|&t| t + 1 < at && noun(t)).map_or(at, |t| t - 1);
    }
    at
}

/// "plans to refurbish 300 rooms", "a target of procuring 300 tonnes": after "to" or a goal's "of" a verb that no table has, right
/// before its amount.
fn unlisted(scene: &Scene<'_, '_>, at: usize, end: usize, amount: &Amount, marker: Option<WordId>) -> Option<Hit> {
    // "was supposed to have released"
    let perfect = usize::from(scene.is(at.checked_sub(1)?, &[words::HAVE]));
    let before = if perfect > 0 { at.checked_sub(2)? } else { scene.before(at)? };
    let to = scene.is(before, &[words::TO]) && marker.is_none();
    // "plans on cancelling 300 grants"
    let doing = scene.has(at, class::GERUND)
        && scene.is(at - 1, &[words::ON, words::OF, words::TO])
        && (scene.hit_ending(at - 1, &[C::Intent, C::Give], true).is_some()
            || scene.is(at - 1, &[words::OF])
                && scene.hit_ending(at - 1, &[C::Goal, C::Plan, C::Promise], false).is_some());
    let to = to || doing && marker.is_none();
    let form = if doing { Form::GERUND } else { Form::BASE };
    // "source" is a noun in the tables
    let verb = |h: &Hit| h.verb || h.cue.class == C::Metric;
    let token = scene.token(at).filter(|t| to && t.shape == Shape::Lower && !scene.hits_at(at).iter().any(verb))?;
    let small = class::ADVERB.or(class::DETERMINER).or(class::PREPOSITION).or(class::BE).or(class::HAVE);
    if token.has(small.or(class::NUMBER_WORD).or(class::TIME_UNIT)) || !is_direct(scene, at + 1..end, amount) {
        return None;
    }
    let cue = Cue { class: C::Act, form, change: None, realis: None, trade: false };
    Some(Hit { first: at, last: at + 1, cue, verb: true })
}

/// The preposition that an amount hangs on, and where the words before both end: "to (the) 34,000".
fn marker(scene: &Scene<'_, '_>, amount: &Amount) -> (Option<WordId>, usize) {
    let mut at = amount.first;
    let adjective = |i: usize| scene.is_cue(i, C::Slated) || scene.is_cue(i, C::Earlier) || scene.is_cue(i, C::More);
    let from = if at > scene.sentence.first + 2 && adjective(at - 1) { at - 1 } else { at };
    if from > scene.sentence.first + 1
        && scene.has(from - 1, class::DETERMINER.or(class::POSSESSIVE))
        && scene.has(from - 2, class::PREPOSITION)
    {
        at = from - 1; // "by a projected $3 billion"
    }
    // "set tariffs ranging from 5 to 25 percent"
    if let Some(from) = at.checked_sub(2).filter(|&f| scene.is(f + 1, &[words::FROM]) && scene.has(f, class::RANGING)) {
        return (Some(words::OF), from);
    }
    // "cap it at an average of 37 miles", "cut them to a level of 5 percent"
    let of = at.checked_sub(1).filter(|&o| scene.is(o, &[words::OF]));
    let summed = of.and_then(|o| {
        let sums = [C::Sum, C::Figure, C::Metric];
        let noun = o.checked_sub(1).filter(|&n| sums.iter().any(|&c| scene.is_cue(n, c)))?;
        let floor = noun.saturating_sub(4).max(scene.sentence.first);
        let inside = |i: &usize| scene.is_nominal(*i) || scene.has(*i, class::DETERMINER);
        let first = (floor..noun).rev().take_while(inside).last().filter(|&f| f > floor)?;
        let led = scene.is(first - 1, &[words::TO])
            || !scene.is_cue(noun, C::Metric) && scene.is(first - 1, &[words::AT, words::BY, words::WITHIN]);
        let fits = scene.has(first, class::DETERMINER.or(class::POSSESSIVE)) && led;
        fits.then_some(first)
    });
    at = summed.unwrap_or(at);
    let preposition = at.checked_sub(1).and_then(|b| scene.token(b)).filter(|t| t.has(class::PREPOSITION));
    match preposition {
        Some(token) => (Some(token.word), at - 1),
        None => (None, amount.first),
    }
}

/// "caps rent increases at 3 percent": a form in "-s" right before the amount may be the noun that an earlier verb governs.
fn governing_instead(scene: &Scene<'_, '_>, verb: Hit, amount: &Amount, marker: Option<WordId>) -> Option<Hit> {
    let end = self::marker(scene, amount).1;
    if !verb.cue.form.has(Form::PRESENT) || verb.last != end {
        return None;
    }
    let floor = verb.first.saturating_sub(5).max(scene.sentence.first);
    for at in (floor..verb.first).rev() {
        let earlier =
            scene.hits_at(at).iter().find(|h| h.verb && h.cue.class != C::Fact && takes(scene, h, amount, marker));
        if earlier.is_some() || scene.parts(at) || scene.is(at, &[words::COMMA]) {
            return earlier.copied();
        }
    }
    None
}

/// "wants it to be 1.26%": "be" governs like "set".
fn to_be(_scene: &Scene<'_, '_>, be: usize, marker: Option<WordId>) -> Option<Governor> {
    let cue = Cue { class: C::Set, form: Form::BASE, change: None, realis: None, trade: false };
    Some(Governor { verb: Hit { first: be, last: be + 1, cue, verb: true }, marker, object: be + 1..be + 1 })
}

/// Whether the verb can take the amount with that preposition.
fn takes(scene: &Scene<'_, '_>, verb: &Hit, amount: &Amount, marker: Option<WordId>) -> bool {
    let before = self::marker(scene, amount).1;
    let marker = marker.filter(|_| verb.last <= before);
    let end = if marker.is_some() { before } else { amount.first };
    let between = verb.last..end;
    let direct = is_direct(scene, between.clone(), amount);
    match verb.cue.class {
        C::Fact => true,
        C::Change | C::Move => match marker {
            // "will keep 8,600 soldiers there"
            None if kept(scene, verb, amount) => direct,
            // "keep its debt below 40 percent", "reduce stocks below 300 tonnes"
            None if (amount.first..amount.core.start).any(|i| scene.is_cue(i, C::Side)) => {
                // not "raise taxes on incomes above $29,000"
                let plain = verb.cue.change.is_none() || !between.clone().any(|i| scene.has(i, class::PREPOSITION));
                between.len() <= 8 && plain
            }
            None if verb.cue.change.is_none() => false,
            None => {
                // not "cut its rate, now at a low 5 percent, by 0.2 points"
                let aside = between.clone().any(|i| scene.is(i, &[words::COMMA]));
                direct || !aside && matches!(amount.dimension, Dimension::Percent | Dimension::Times)
            }
            // "grow the economy at an average rate of 3 percent"
            Some(words::AT) if before + 1 < amount.first && amount.dimension == Dimension::Percent => true,
            Some(words::AT) => verb.cue.change.is_none() && (amount.digits || amount.dimension != Dimension::Count), // "keep it at", but "raise money by issuing shares at"
            Some(words::TO | words::BY | words::FROM) => true,
            // "maintain a ratio of 9 percent"
            Some(words::OF) if scene.is_cue(verb.first, C::Keep) => {
                let level =
                    |i: usize| [C::Figure, C::Metric, C::Sum, C::Decreed, C::Paid].iter().any(|&c| scene.is_cue(i, c));
                (1..=5).contains(&between.len()) && between.clone().next_back().is_some_and(level)
            }
            Some(words::IN) => amount.dimension == Dimension::Times, // "cut it in half"
            Some(_) => false,
        },
        C::Do | C::Act => match marker {
            None => direct,
            // "provide permits for as many as five million parents"
            Some(words::TO | words::FOR) => {
                !scene.is_cue(verb.first, C::Give) && gives_people(scene, verb, amount, &between)
            }
            // "reach a total of 45", not "cover the sale of 50,000 tonnes"
            Some(words::OF) => {
                let sums = |i: usize| [C::Sum, C::Paid, C::Decreed, C::Penalty].iter().any(|&c| scene.is_cue(i, c)); // "impose a tax of"
                let bound =
                    amount.comparator != Comparator::Eq && !between.clone().any(|i| scene.has(i, class::PREPOSITION)); // "hold capital of at least 7 percent"
                between.len() <= 4 && (bound || between.clone().any(sums))
            }
            // "remove duties on 90 percent of goods", "put women in 40 percent of posts"
            Some(words::IN) => {
                let share = amount.dimension == Dimension::Percent && scene.is(amount.last, &[words::OF]);
                share && (1..=3).contains(&between.len()) && between.clone().all(|i| scene.is_nominal(i))
            }
            Some(words::ON) => {
                let share = amount.dimension == Dimension::Percent && scene.is(amount.last, &[words::OF]);
                // "add duties on $3 billion of goods"
                let taxed = amount.dimension == Dimension::Money
                    && between.clone().next_back().is_some_and(|i| scene.is_cue(i, C::Decreed));
                (share || taxed) && verb.cue.class == C::Do && (1..=3).contains(&between.len())
            }
            _ => false,
        },
        C::Give => match marker {
            // "offer permits to as many as five million parents"
            Some(words::TO | words::FOR) if gives_people(scene, verb, amount, &between) => true,
            // "wants inflation between 1 and 3 percent"
            None => {
                direct
                    || between.len() <= 3
                        && scene.has_word(between.clone(), C::Metric)
                        && amount.dimension != Dimension::Count
            }
            // "targeted at 3 percent", "calls for a tax rate within a range of"
            Some(words::AT | words::WITHIN) => {
                let rate = between
                    .clone()
                    .next_back()
                    .is_some_and(|i| scene.is_cue(i, C::Figure) || scene.is_cue(i, C::Decreed));
                let planned = || scene.before(verb.first).is_some_and(|b| scene.is_be(b)); // "outlays are planned at"
                (scene.is_cue(verb.first, C::Aimed) || planned()) && between.is_empty() || rate && between.len() <= 8
            }
            Some(words::OF | words::TO | words::WITH) => {
                // "calls for a raise to $9.50", but "offers rates to five million members"
                let moved = [C::Shift, C::Metric, C::Goal, C::Ceiling, C::Decreed]
                    .iter()
                    .any(|&class| scene.has_word(between.clone(), class));
                (marker != Some(words::TO) || moved)
                    && between.len() <= 5
                    && !between.clone().any(|i| scene.has(i, class::PREPOSITION) || scene.is(i, &[words::COMMA]))
            }
            _ => false,
        },
        // "reach sales of $5 billion", "achieve cost savings of at least $75 million"
        C::Reach if marker == Some(words::OF) => {
            let what = between.clone().all(|i| scene.is_nominal(i) || scene.has(i, class::DETERMINER));
            amount.dimension != Dimension::Count && (1..=4).contains(&between.len()) && what
        }
        C::Exceed | C::Reach => marker.is_none() && direct,
        // "asked Congress for $2.5 billion"
        C::Order => {
            takes_for(scene, verb)
                && marker == Some(words::FOR)
                && (1..=4).contains(&between.len())
                && amount.dimension == Dimension::Money
        }
        // "frozen aid to 13 countries": frozen at
        C::Cap => marker == Some(words::AT) || marker == Some(words::TO) && !scene.is_cue(verb.first, C::Act),
        // "establish rates of 33 percent"
        C::Set if marker == Some(words::OF) => {
            let levied =
                |i: usize| scene.is_cue(i, C::Figure) || scene.is_cue(i, C::Decreed) || scene.is_cue(i, C::Sum);
            between.len() <= 6 && levied(before.wrapping_sub(1)) && between.clone().all(|i| !scene.parts(i))
        }
        // "set a 25 percent tariff"
        C::Set if marker.is_none() => {
            let end = (amount.last + 3).min(scene.sentence.last);
            direct
                && matches!(amount.dimension, Dimension::Percent | Dimension::Money)
                && (amount.last..end).take_while(|&i| scene.is_nominal(i)).any(|i| scene.is_cue(i, C::Decreed))
        }
        C::Set => matches!(marker, Some(words::AT | words::TO)),
        _ => false,
    }
}

/// Something is given to so many people: "offer permits to as many as five million parents".
fn gives_people(scene: &Scene<'_, '_>, verb: &Hit, amount: &Amount, between: &Range<usize>) -> bool {
    let person =
        |i: usize| scene.has(i, class::FOLK.or(class::PERSON_NOUN)) || scene.is_plural_of(i, class::PERSON_NOUN);
    let people = amount.counted.as_ref().is_some_and(|c| person(c.end - 1));
    // "calls for a path to citizenship for 1.8 million migrants"
    let given = scene.is_cue(verb.first, C::Gift) || verb.cue.class == C::Give;
    let told = between.clone().any(|i| scene.is_finite(i)); // "Planned Flats held a session for 2,000 people"
    let given = given && !told && (1..=9).contains(&between.len());
    people && given && amount.value() >= 10.0 && between.clone().all(|i| !scene.parts(i))
}

/// "keep 8,600 soldiers", "maintain 30 embassies": how many are to stay.
fn kept(scene: &Scene<'_, '_>, verb: &Hit, amount: &Amount) -> bool {
    let counts = amount.dimension == Dimension::Count && amount.counted.is_some() && amount.digits;
    counts && amount.value() >= 10.0 && scene.is_cue(verb.first, C::Keep) && verb.cue.change.is_none()
}

/// Whether a verb that takes somebody gives the amount after "for": the lexicon has "ask for" beside "ask".
fn takes_for(scene: &Scene<'_, '_>, verb: &Hit) -> bool {
    let phrase = [scene.reading.text.tokens[verb.first].word, words::FOR];
    scene.reading.tables.measures.cues.longest(phrase.into_iter()).is_some_and(|(length, _)| length == 2)
}

/// Only articles, adverbs, "another" or earlier amounts of a list stand between the verb and its amount.
fn is_direct(scene: &Scene<'_, '_>, between: Range<usize>, amount: &Amount) -> bool {
    let small = |at: usize| {
        scene.has(at, class::DETERMINER.or(class::ADVERB).or(class::POSSESSIVE))
            || scene.is(at, &[words::QUOTE, words::UP, words::ABOUT])
            || scene.is_cue(at, C::More)
    };
    if between.clone().all(small) {
        return true;
    }
    // "provide the agency $893 million"
    let gives = scene.is_cue(between.start.wrapping_sub(1), C::Gift);
    let somebody = |at: usize| scene.is_nominal(at) && !scene.amounts.iter().any(|a| a.core.contains(&at));
    let money = amount.dimension == Dimension::Money;
    if gives && between.len() <= 4 && money && between.clone().all(somebody) {
        return true;
    }
    // "give the Department of Public Works more than $400 million"
    let receiver = between.end.checked_sub(1).and_then(|last| scene.reading.mentions.covering(last)).map(|(_, f)| f);
    let whole = |f: &crate::mentions::Found| {
        f.last == between.end && (f.first == between.start || f.first == between.start + 1 && small(between.start))
    };
    if gives && money && receiver.is_some_and(whole) {
        return true;
    }
    // "promised voters 300 new homes"
    let vows = scene.is_cue(between.start.wrapping_sub(1), C::Vow) && scene.is_cue(between.start - 1, C::Give);
    let counts = amount.dimension == Dimension::Count && amount.digits && amount.value() >= 10.0;
    if vows && counts && between.len() == 1 && between.clone().all(somebody) {
        return true;
    }
    // "buy $35 billion in bonds and $40 billion in Treasuries"
    let listed = amount.first > between.start && scene.is(amount.first - 1, &[words::AND, words::OR, words::COMMA]);
    let earlier = scene
        .amounts
        .iter()
        .find(|a| a.core.start >= between.start && a.core.end <= between.end && a.dimension == amount.dimension);
    listed && earlier.is_some_and(|a| (between.start..a.first).all(small))
}
