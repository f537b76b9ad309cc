//! Quantities → numeric targets: the numbers that somebody wants reached or not passed, by named rules.

mod aside;
mod bound;
mod bounded;
mod by;
mod changed;
mod compare;
mod concept;
mod demand;
mod goal;
mod governor;
mod limit;
mod means;
mod measured;
mod merge;
mod modal;
mod mood;
mod presenter;
mod records;
mod scene;
mod series;
mod shift;
mod slots;
mod subject;
mod sums;
mod who;
mod wish;

use std::ops::Range;

use self::by::By;
pub(crate) use self::concept::concepts;
pub(crate) use self::records::records;
use self::scene::Scene;
use self::who::Fill;
use crate::PartialDate;
use crate::lexicon::{CueClass as C, class, words};
use crate::mentions::quantity::{Amount, Dimension};
use crate::reading::Reading;
use crate::record::{Change, Comparator, Realis, TargetKind};
use crate::text::Sentence;

/// A target before it becomes a record.
#[derive(Debug, Clone)]
pub(crate) struct TargetDraft {
    pub(crate) amount: Amount,
    pub(crate) rule: By,
    pub(crate) kind: TargetKind,
    pub(crate) metric: Option<Range<usize>>,
    pub(crate) setter: Option<Fill>,
    pub(crate) addressee: Option<Fill>,
    pub(crate) deadline: Option<(Range<usize>, Option<PartialDate>)>,
    pub(crate) change: Option<Change>,
    pub(crate) realis: Realis,
    /// Index of the target that a baseline or an actual figure belongs to.
    pub(crate) of: Option<usize>,
    /// Tokens of the evidence.
    pub(crate) evidence: Range<usize>,
    pub(crate) sentence: Range<usize>,
    /// Said in a headline.
    pub(crate) headline: bool,
}

/// A named rule: what it finds, shown by a sentence.
#[cfg_attr(
    not(test),
    allow(dead_code, reason = "name and example are read by the test that every example fires its own rule")
)]
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    /// A sentence that fires it.
    pub(crate) example: &'static str,
    find: fn(&Scene<'_, '_>, &Amount) -> Option<TargetDraft>,
}

/// Every rule; the first one that fires on an amount wins.
pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "number before goal",
        example: "The bank kept its 2 percent inflation target.",
        find: number_before_goal,
    },
    Rule { name: "goal of number", example: "The club has a goal of 300 members by 2030.", find: goal_of_number },
    Rule { name: "goal is number", example: "Our goal is 1 million trees.", find: goal_is_number },
    Rule {
        name: "goal changed",
        example: "India has raised the limit for foreign stakes in banks from 49% to 74%.",
        find: changed::goal_changed,
    },
    Rule {
        name: "goal moved",
        example: "The output ceiling will rise to 17 million barrels.",
        find: changed::goal_moved,
    },
    Rule { name: "must not exceed", example: "The deficit must not exceed 3 percent.", find: bounded::must_not_exceed },
    Rule {
        name: "no more than",
        example: "The state will accept no more than 15,000 refugees.",
        find: bounded::no_more_than,
    },
    Rule {
        name: "allowed to",
        example: "Each member is allowed to catch 300 tonnes of tuna.",
        find: bounded::allowed_to,
    },
    Rule {
        name: "kept from",
        example: "The accord aims to keep temperatures from rising by more than 2 degrees.",
        find: bounded::kept_from,
    },
    Rule { name: "wanted", example: "The airline plans to hire 300 pilots.", find: wish::wanted },
    Rule {
        name: "wanted change",
        example: "The commission urged an increase to 1.26 percent.",
        find: shift::to_number,
    },
    Rule { name: "wanted deed", example: "The mayor has plans for the relocation of 400 families.", find: shift::deed },
    Rule { name: "change by number", example: "The council approved a 5 percent pay raise.", find: shift::by_number },
    Rule {
        name: "minimum changed",
        example: "Ohio is the sixth state to raise the minimum wage to $15 an hour.",
        find: changed::minimum_changed,
    },
    Rule { name: "sum approved", example: "The House approved $225 million in aid.", find: sums::approved },
    Rule {
        name: "figure changed",
        example: "Japan raised its contribution to $190 million.",
        find: changed::funding_changed,
    },
    Rule {
        name: "share must",
        example: "At least 60 percent of the money must go to schools.",
        find: bounded::share_must,
    },
    Rule {
        name: "must not fall below",
        example: "The rate cannot be less than 4.5 percent.",
        find: bounded::must_not_fall,
    },
    Rule {
        name: "must at least",
        example: "The museum must find at least six sponsors.",
        find: bounded::must_at_least,
    },
    Rule {
        name: "banned above",
        example: "The state banned gatherings of more than 50 people.",
        find: bounded::banned_above,
    },
    Rule { name: "unless", example: "The crew will not sail unless they get a 9 percent raise.", find: sums::unless },
    Rule { name: "can be up to", example: "Up to three agents can be named for each film.", find: bounded::can_be },
    Rule { name: "minimum wage", example: "Voters like the idea of a $15 minimum wage.", find: minimum_wage },
    Rule { name: "needed", example: "He is short of the 1,237 delegates needed to win.", find: sums::needed },
    Rule { name: "requires", example: "Passage requires 60 votes.", find: sums::requires },
    Rule { name: "fine of up to", example: "The law sets fines of up to $5,000.", find: sums::penalty },
    Rule { name: "sum would be", example: "Some $40 million would be earmarked for parks.", find: sums::sum_would },
    Rule { name: "figure would be", example: "The fee would be $15.", find: sums::figure_would },
    Rule { name: "promised", example: "The sums include $3 million pledged for repairs.", find: sums::promised },
];

/// The targets of a document, in text order, the same one said twice merged.
pub(crate) fn recognize(reading: &Reading<'_>, amounts: &[Amount]) -> Vec<TargetDraft> {
    let mut drafts: Vec<TargetDraft> = Vec::new();
    for sentence in reading.text.sentences.iter().flat_map(|s| pieces(*s)) {
        let first = amounts.partition_point(|a| a.core.start < sentence.first);
        let last = amounts.partition_point(|a| a.core.end <= sentence.last);
        let tokens = &reading.text.tokens[sentence.range()];
        if first >= last || !tokens.iter().any(|t| t.has(class::TARGET_CUE.or(class::MODAL))) {
            continue;
        }
        let scene = Scene::new(reading, sentence, &amounts[first..last]);
        let from = drafts.len();
        for amount in scene.amounts.iter().filter(|a| a.is_amount() && !is_date(reading, a)) {
            let found = RULES.iter().find_map(|rule| (rule.find)(&scene, amount));
            let found = found.map(|draft| completed(&scene, draft, &drafts));
            drafts.extend(found);
        }
        series::continued(&scene, &mut drafts, from);
        compare::listed(&scene, &mut drafts, from);
        compare::baselines(&scene, &mut drafts, from);
        measured::actuals(&scene, &mut drafts, from);
        measured::unnumbered(&scene, &mut drafts, from);
    }
    compare::in_force(reading, &mut drafts);
    measured::results(reading, amounts, &mut drafts);
    measured::told_before(reading, amounts, &mut drafts);
    slots::wages(reading, amounts, &mut drafts);
    merge::merged(reading, drafts)
}

/// A sentence in pieces of a bounded length, so that a text without full stops stays linear.
fn pieces(sentence: Sentence) -> impl Iterator<Item = Sentence> {
    const LONGEST: usize = 300;
    let starts = (sentence.first..sentence.last).step_by(LONGEST);
    starts.map(move |first| Sentence { first, last: sentence.last.min(first + LONGEST), ..sentence })
}

/// Part of a date: "in two years", "June 1".
fn is_date(reading: &Reading<'_>, amount: &Amount) -> bool {
    let next = reading.dates.partition_point(|d| d.tokens.end <= amount.core.start);
    let date =
        reading.dates.get(next).is_some_and(|d| d.tokens.start <= amount.core.start && amount.core.end <= d.tokens.end);
    date && matches!(amount.dimension, Dimension::Time | Dimension::Count) && amount.counted.is_none()
}

/// The slots that the wider sentence gives: "an annual target", "the target is 15 million" of something named before.
fn completed(scene: &Scene<'_, '_>, mut draft: TargetDraft, earlier: &[TargetDraft]) -> TargetDraft {
    let checked = |fill: Fill| who::somebody(scene, fill).map(|f| presenter::behind_plan(scene, f));
    draft.setter = draft.setter.and_then(checked);
    draft.addressee = draft.addressee.and_then(checked);
    // "loans are subject to limits of": loans set none
    if draft.rule.names_goal() {
        let near = draft.evidence.start.saturating_sub(3).max(scene.sentence.first)..draft.evidence.start;
        let has = near.clone().any(|i| scene.has(i, class::HAVE)); // "the port has plans for"
        let before = |f: &Fill| !scene.sentence.range().contains(&f.tokens.start);
        draft.setter = draft.setter.filter(|f| has || before(f) || who::acts(scene, f));
    }
    draft.setter = draft.setter.take().or_else(|| bound::same_plan(&draft, earlier));
    // "every officer has a target of": they are given it
    let all = |f: &mut Fill| scene.is(f.tokens.start.wrapping_sub(1), &[words::EVERY, words::EACH]);
    if let Some(given) = draft.setter.take_if(all) {
        draft.addressee = draft.addressee.take().or(Some(given));
    }
    compare::same_unit(scene, &mut draft.amount);
    if draft.amount.period.is_none() {
        let around = draft.metric.clone().map(|m| m.start.saturating_sub(1)..m.end);
        let noun = draft.evidence.start.saturating_sub(2)..draft.amount.first;
        // "0.7 percent of its annual income"
        let percent = draft.amount.dimension == Dimension::Percent && scene.is(draft.amount.last, &[words::OF]);
        let of = percent.then(|| draft.amount.last + 1..(draft.amount.last + 4).min(scene.sentence.last));
        let places = around.into_iter().chain([noun]).chain(of);
        let rate = places.flatten().find_map(|i| slots::rate(scene, i));
        draft.amount.period = rate;
    }
    let level = matches!(draft.amount.dimension, Dimension::Money | Dimension::Physical);
    if draft.amount.period.is_none() && draft.amount.dimension == Dimension::Physical {
        draft.amount.period = slots::span_after(scene, &draft.amount);
    }
    if draft.amount.period.is_none() && level && draft.metric.as_ref().is_some_and(|m| slots::is_yearly(scene, m)) {
        draft.amount.period = Some("year".into());
    }
    // "raise the retirement age to 67"
    let age = |m: &Range<usize>| scene.is(m.end - 1, &[words::AGE]);
    if draft.amount.dimension == Dimension::Count
        && draft.amount.counted.is_none()
        && draft.metric.as_ref().is_some_and(age)
    {
        draft.amount.unit = "years".into();
    }
    // "$9 an hour" is a wage
    let hourly = draft.amount.dimension == Dimension::Money && draft.amount.period.as_deref() == Some("hour");
    if hourly && draft.metric.as_ref().is_none_or(|m| slots::is_no_wage(scene, m)) {
        draft.metric = slots::wage_before(scene, draft.amount.first).or(draft.metric);
    }
    if draft.metric.is_none() && draft.amount.dimension != Dimension::Time {
        let setter = draft.setter.as_ref().map(|f| f.tokens.clone()).unwrap_or_default();
        let near = slots::near_metric(scene, &draft.amount).filter(|m| !setter.contains(&(m.end - 1)));
        // "But a target of 1.5 million more by 2010 …": of what the target before was
        let last = earlier
            .last()
            .filter(|e| e.amount.dimension == draft.amount.dimension && e.sentence.end + 60 > draft.sentence.start);
        draft.metric =
            near.or_else(|| last.and_then(|e| e.metric.clone())).or_else(|| slots::flow_before(scene, &draft.amount));
    }
    draft
}

fn draft(scene: &Scene<'_, '_>, amount: &Amount, rule: By, from: usize) -> TargetDraft {
    let evidence = from.min(amount.first)..amount.last.max(from + 1).min(scene.sentence.last);
    TargetDraft {
        amount: amount.clone(),
        rule,
        kind: TargetKind::Target,
        metric: None,
        setter: None,
        addressee: None,
        deadline: slots::deadline(scene, amount),
        change: None,
        realis: Realis::Actual,
        of: None,
        evidence,
        sentence: scene.sentence.range(),
        headline: scene.sentence.headline || scene.sentence.caseless,
    }
}

fn goal(scene: &Scene<'_, '_>, amount: &Amount, named: goal::Named) -> TargetDraft {
    let mut found = draft(scene, amount, named.rule, named.noun.first);
    found.kind = named.kind(scene, amount);
    let start = named.noun.first.min(amount.first);
    let after = named.noun.last.max(amount.last);
    let owner = who::owner(scene, start..named.noun.last)
        .or_else(|| who::named_between(scene, amount.core.end..named.noun.first.max(amount.core.end)));
    // "The goal of the ministry is 300 homes"; "With a target of 300 homes, the ministry …"
    let of = || (named.rule == By::GoalIsNumber).then(|| who::whose(scene, named.noun.last)).flatten();
    let of = || of().and_then(|f| who::somebody(scene, f)).filter(|f| who::acts(scene, f));
    let opens = || who::opens_phrase(scene, start).then(|| who::after_opening(scene, after)).flatten();
    let owner = owner.or_else(of).or_else(opens);
    let set_by = who::set_by(scene, after).or_else(|| who::set_by(scene, named.noun.last)); // "the target set by the ministry is"
    // "the state's ceiling for aid" binds others; of what one makes oneself, "the club's output ceiling", it binds the owner
    let own = || scene.has_word(start.saturating_sub(5).max(scene.sentence.first)..after, C::Limiting);
    let binds = named.noun.cue.class != C::Ceiling || amount.dimension == Dimension::Physical || own();
    // "the cartel set a 15 million ton ceiling"
    let sets =
        || scene.find_hit(start.saturating_sub(3).max(scene.sentence.first)..start, &[C::Set]).is_some_and(|h| h.verb);
    // "Mr Lee's demand for $5 million": others must pay it
    let asks = |f: &Fill| named.noun.cue.class == C::Promise && who::is_person(scene, f);
    let binds = binds && !owner.as_ref().is_some_and(asks);
    let announced = || (named.rule == By::GoalOfNumber || sets()).then(|| who::announcer(scene, start)).flatten();
    found.addressee = owner.clone().or_else(announced).filter(|_| binds);
    // "Norway's quota": a quota is given to its owner; "Norway's import quota" it gives to others
    let owned = |at: usize| scene.token(at).is_some_and(|t| t.is_possessive()) || scene.has(at, class::POSSESSIVE);
    let quota = scene.is_cue(named.noun.first, C::Quota) && named.noun.first.checked_sub(1).is_some_and(owned);
    let given = owner.is_some() && quota && !sets();
    found.setter = set_by.or(owner.filter(|_| !given));
    // "The Senate rejected the request for $5 million": it wanted no such thing
    let near = start.saturating_sub(4).max(scene.sentence.first)..start;
    let the = scene.before(named.noun.first).is_some_and(|b| scene.is(b, &[words::THE]));
    let refused = the && scene.find_hit(near, &[C::Stop]).is_some_and(|h| h.verb);
    if !given && !refused {
        found.setter = found.setter.or_else(|| who::announcer(scene, start));
    }
    found.addressee = found.addressee.filter(|_| !refused);
    // "savers have a limit of $500": it binds them
    let bound = || (start.saturating_sub(3)..start).any(|i| scene.has(i, class::HAVE));
    if named.noun.cue.class == C::Ceiling && named.rule == By::GoalOfNumber && bound() {
        found.addressee = who::announcer(scene, start);
        found.setter = who::set_by(scene, after);
    }
    // "his target bonus": it is paid to him
    let reward = |m: &Range<usize>| m.clone().any(|i| scene.is_cue(i, C::Reward));
    if named.metric.as_ref().is_some_and(reward) {
        let person = |f: &Fill| !who::is_person(scene, f);
        found.setter = found.setter.filter(person);
        found.addressee = found.addressee.filter(person);
    }
    let noun = named.noun.cue.class;
    found.realis = goal_realis(scene, start, named.noun.last);
    if found.kind == TargetKind::Limit && matches!(found.amount.comparator, Comparator::Eq | Comparator::Approx) {
        found.amount.bound_by(Comparator::Le);
    }
    let raised = amount.first.checked_sub(1).is_some_and(|b| scene.is(b, &[words::TO]));
    if named.noun.cue.class == C::Floor && !raised && found.amount.comparator == Comparator::Eq {
        found.amount.bound_by(Comparator::Ge);
    }
    found.metric = named.metric;
    // "the budget law target of $108 billion": the law sets it
    // "a Hale administration request"
    let law = |m: &Range<usize>| {
        let body = scene.hits_at(m.end - 1).iter().any(|h| h.cue.class == C::Plan) && m.len() > 1
            || scene.has(m.end - 1, class::ORG_GENERIC);
        body && m.end <= named.noun.first
    };
    if let Some(law) = found.metric.take_if(|m| law(m)) {
        found.setter = Some(Fill::plain(law));
        found.addressee = None;
    }
    // "Norway's OPEC quota", "its EU target": another sets it for the owner
    if let Some(body) = who::named_before(scene, named.noun.first)
        && let Some(owner) = who::owner(scene, body.tokens.start..named.noun.last)
        && owner.entity != body.entity
    {
        found.setter = Some(body);
        found.addressee = Some(owner);
    }
    // "the target for hospitals is 300 beds"
    let bound = scene.is(named.noun.last, &[words::FOR, words::ON]) && named.rule == By::GoalIsNumber;
    bound::by_goal(scene, noun, start, if bound { named.noun.last } else { after }, &mut found);
    found.setter = found.setter.or_else(|| bound::said_after(scene, amount));
    if named.rule == By::GoalIsNumber && found.setter.is_none() && found.addressee.is_none() {
        found.setter = who::of_topic(scene, named.noun.first);
        found.addressee = found.setter.clone().filter(|_| binds);
    }
    found
}

/// "dropped its target", "a proposed cap": what the words before the noun do to it.
fn goal_realis(scene: &Scene<'_, '_>, start: usize, end: usize) -> Realis {
    let near = start.saturating_sub(6).max(scene.sentence.first)..end;
    if scene.find_hit(near.clone(), &[C::Stop]).is_some() || scene.has_word(near.clone(), C::Denied) {
        Realis::Denied
    } else if scene.has_word(near, C::Possible) {
        Realis::Possible
    } else {
        Realis::Actual
    }
}

/// "one of the goals" and "halving" name no goal of that number.
fn names_goal(amount: &Amount) -> bool {
    let one = amount.dimension == Dimension::Count && amount.value() <= 1.0;
    !(amount.verb || one || amount.dimension == Dimension::Times)
}

fn number_before_goal(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    if !names_goal(amount) {
        return None;
    }
    goal::before_noun(scene, amount).map(|named| goal(scene, amount, named))
}

fn goal_of_number(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    if !names_goal(amount) {
        return None;
    }
    goal::noun_of(scene, amount).map(|named| goal(scene, amount, named))
}

fn goal_is_number(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    if !names_goal(amount) {
        return None;
    }
    goal::noun_is(scene, amount).map(|named| goal(scene, amount, named))
}

fn minimum_wage(scene: &Scene<'_, '_>, amount: &Amount) -> Option<TargetDraft> {
    let metric = goal::before_minimum(scene, amount)?;
    let mut found = draft(scene, amount, By::MinimumWage, metric.start);
    found.evidence = amount.first..metric.end;
    found.metric = Some(metric);
    found.realis = Realis::Possible;
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::NumericTarget;
    use crate::{Document, Extractor};

    fn targets(text: &str) -> Vec<NumericTarget> {
        Extractor::new().extract_document(&Document::new(text)).targets
    }

    #[test]
    fn every_example_fires_its_own_rule() {
        let tables = crate::lexicon::Tables::builtin();
        for rule in RULES {
            let reading = crate::pipeline::read(&Document::new(rule.example), &tables);
            let amounts = crate::mentions::quantity::find(&reading.text, &tables);
            let sentence = reading.text.sentences[0];
            let scene = Scene::new(&reading, sentence, &amounts);
            assert!(amounts.iter().any(|a| (rule.find)(&scene, a).is_some()), "{}: {}", rule.name, rule.example);
        }
    }

    #[test]
    fn a_baseline_names_the_target_that_is_set_against_it() {
        let found = targets("The governor wants to raise the minimum wage from $11 to $14.");
        let target = found.iter().find(|t| t.kind == TargetKind::Target).unwrap();
        let baseline = found.iter().find(|t| t.kind == TargetKind::Baseline).unwrap();
        assert_eq!((baseline.of.as_ref(), baseline.low, target.low), (Some(&target.id), Some(11.0), Some(14.0)));
    }

    #[test]
    fn the_same_target_said_twice_is_one_record() {
        let found = targets("Acme plans to hire 300 engineers. It wants to hire 300 engineers by 2027.");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].deadline, Some("2027".parse().unwrap()));
    }

    #[test]
    fn a_noun_is_not_taken_for_the_verb_it_looks_like() {
        assert!(targets("The plans of 300 engineers were shown.").is_empty());
        let found = targets("The firm wants to cut costs by 150 mln dlrs.");
        assert_eq!(found[0].metric.as_ref().unwrap().text, "costs");
    }

    #[test]
    fn what_a_thing_would_bring_about_is_nobodys_aim() {
        for text in [
            "A ban on exports would reduce prices by 13 cents.",
            "Debt will grow by 3 percent next year.",
            "Analysts expect the bank to raise rates by 25 basis points.",
            "The firm agreed to buy a 20 percent stake in Acme.",
            "He had to spend $100 million to win.",
            "She is aiming to buy a 55-inch television.",
        ] {
            assert!(targets(text).is_empty(), "{text}: {:?}", targets(text));
        }
    }

    #[test]
    fn no_text_panics() {
        let pieces = [
            "goal",
            "of",
            "plan",
            "to",
            "cut",
            "5",
            "percent",
            "from",
            "by",
            "$3",
            "million",
            "is",
            "it",
            "said",
            "and",
            ",",
            "that",
            "which",
            "must",
            "not",
            "exceed",
            "at least",
            "double",
            "quota",
            "a",
            "day",
            "will",
            "Acme Corp",
            "(",
            ")",
            "its",
            "'s",
            ".",
            "\n\n",
        ];
        let extractor = Extractor::new();
        let mut state = 11usize;
        for _ in 0..300 {
            let mut text = String::new();
            for _ in 0..40 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(pieces[(state >> 33) % pieces.len()]);
                text.push(' ');
            }
            for target in extractor.extract(&text).targets {
                assert_eq!(target.span.of(&text), target.text);
            }
        }
    }

    #[test]
    fn long_chains_of_cue_words_stay_quick_and_quiet() {
        let text = "plan to cut plan to cut 5 percent and ".repeat(3000);
        assert!(targets(&text).len() < 10_000);
    }
}
