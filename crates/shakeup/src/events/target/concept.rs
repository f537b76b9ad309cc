//! What a quantity is about where nothing is counted, wanted or not: "inflation" of "inflation rose 3 percent", "revenue" of
//! "revenue of $3 billion", "contract" of "a $50 million contract".

use std::cell::LazyCell;
use std::ops::Range;

use super::scene::Scene;
use super::{pieces, slots};
use crate::clauses;
use crate::lexicon::{CueClass as C, Form, WordId, class, words};
use crate::mentions::Kind;
use crate::mentions::quantity::{Amount, Dimension, Reads};
use crate::reading::Reading;
use crate::text::Shape;

/// How far left of an amount its verb, and of a verb its subject, is looked for.
const REACH: usize = 16;

/// For each amount the tokens that say what it is about: the noun phrase without its article.
pub(crate) fn concepts(reading: &Reading<'_>, amounts: &[Amount]) -> Vec<Option<Range<usize>>> {
    let mut found: Vec<Option<Range<usize>>> = vec![None; amounts.len()];
    let mut first = 0;
    for sentence in reading.text.sentences.iter().flat_map(|s| pieces(*s)) {
        let last = first + amounts[first..].partition_point(|a| a.core.end <= sentence.last);
        if amounts[first..last].iter().any(is_about) {
            let scene = Scene::new(reading, sentence, &amounts[first..last]);
            for at in 0..last - first {
                if is_about(&scene.amounts[at]) {
                    found[first + at] = concept(&scene, at, &found[first..first + at]);
                }
            }
        }
        first = last;
    }
    found
}

/// Whether the amount can be about something: spans of time, ages and "one of them" are not, and what is counted says so itself.
fn is_about(amount: &Amount) -> bool {
    let measures = match amount.dimension {
        Dimension::Time => false,
        Dimension::Count => amount.digits,
        _ => true,
    };
    measures && amount.counted.is_none() && matches!(amount.reads, Reads::Amount | Reads::Aside)
}

fn concept(scene: &Scene<'_, '_>, at: usize, earlier: &[Option<Range<usize>>]) -> Option<Range<usize>> {
    let amount = &scene.amounts[at];
    let before = (0..at).rev().take(4).find(|&b| is_about(&scene.amounts[b]));
    let same = before.and_then(|b| Some((&scene.amounts[b], earlier.get(b)?.clone()?)));
    if amount.reads == Reads::Aside {
        return same.map(|(_, concept)| concept); // "£960m ($1.8bn)"
    }
    if amount.verb {
        let after = amount.core.end;
        let end = (after + 10).min(scene.sentence.last);
        let end = (after..end).find(|&i| scene.is(i, &[words::AND]) && is_verb(scene, i + 1)).unwrap_or(end);
        return slots::trimmed(scene, after..end).filter(|c| is_thing(scene, c));
    }
    let part = || part_of(scene, amount);
    let told = LazyCell::new(|| by_verb(scene, amount));
    let found = attribute(scene, amount)
        .or_else(|| noun_of(scene, amount))
        .or_else(|| continued(scene, amount, same).map(|same| part().unwrap_or(same)))
        .or_else(|| told.as_ref().filter(|(changes, _)| *changes).map(|(_, concept)| concept.clone()))
        .or_else(|| part().filter(|_| scene.is(amount.last, &[words::OF])))
        .or_else(|| told.as_ref().map(|(_, concept)| concept.clone()))
        .or_else(part)
        .or_else(|| line(scene, amount));
    // "an increase in the rate from 3 percent"
    let changed = |f: Range<usize>| {
        let what = is_bare_shift(scene, &f) && scene.is(f.end, &[words::IN, words::OF]);
        if what { slots::trimmed(scene, f.end + 1..(f.end + 9).min(scene.sentence.last)).unwrap_or(f) } else { f }
    };
    found
        .map(changed)
        .map(|c| without_clause(scene, amount, without_owner(scene, c)))
        .filter(|c| is_share(scene, amount, c) || is_thing(scene, c))
}

/// "5 percent of Acme": a share can be of anything that has a name but of a person.
fn is_share(scene: &Scene<'_, '_>, amount: &Amount, concept: &Range<usize>) -> bool {
    let of =
        amount.dimension == Dimension::Percent && scene.is(amount.last, &[words::OF]) && concept.start > amount.last;
    let last = concept.end - 1;
    // "of the Walgreens' 8,000 shops"
    let whole = !scene.token(last).is_some_and(|t| t.is_possessive()) && !is_noun(scene, concept.end);
    of && whole
        && scene.reading.mentions.covering(last).is_some_and(|(_, f)| f.kind != Kind::Person && f.last == concept.end)
}

/// "patients" of "patients interviewed", "fines" of "fines totalling", "drivers" of "drivers want".
fn without_clause(scene: &Scene<'_, '_>, amount: &Amount, concept: Range<usize>) -> Range<usize> {
    let after = concept.start > amount.first;
    let of = after && scene.is(amount.last, &[words::OF]);
    let plural = |at: usize| scene.word(at).ends_with('s') || scene.has(at, class::PLURAL);
    let form = |at: usize| scene.token(at).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
    let clause = |&at: &usize| {
        let last = at + 1 == concept.end || scene.is_finite(at + 1);
        let doing = scene.has(at, class::GERUND) && (plural(at - 1) || after && scene.is(at + 1, &[words::OF]));
        let does = (of || last) && plural(at - 1) && form(at).is_some_and(|f| f.has(Form::BASE)) && !plural(at);
        let next = scene.is(at, &[words::AND]) && scene.has(at + 2, class::DETERMINER); // "of the stock and place the …"
        let does = does || of && plural(at - 1) && form(at) == Some(Form::PRESENT) && scene.hits_at(at).is_empty();
        let adverb = last && clauses::is_manner(scene.reading, at) && !scene.has(at, class::TARGET_CUE);
        next || does
            || adverb
            || scene.is_finite(at)
            || last && (doing || is_participle(scene, at) || scene.is_cue(at, C::Slated))
    };
    let end = (concept.start + 1..concept.end).find(clause).unwrap_or(concept.end);
    concept.start..end
}

/// "budget deficit" of "the state's budget deficit".
fn without_owner(scene: &Scene<'_, '_>, concept: Range<usize>) -> Range<usize> {
    let of = concept.clone().find(|&i| scene.is(i, &[words::OF])).unwrap_or(concept.end);
    let owner =
        (concept.start..of.saturating_sub(1)).rev().find(|&i| scene.token(i).is_some_and(|t| t.is_possessive()));
    owner.map_or(concept.start, |o| o + 1)..concept.end
}

/// A thing that can be so much: no person or organisation, no pronoun.
fn is_thing(scene: &Scene<'_, '_>, concept: &Range<usize>) -> bool {
    let of = concept.clone().skip(1).find(|&i| scene.is(i, &[words::OF]));
    let head = of.unwrap_or(concept.end) - 1;
    let who = class::PERSON_NOUN.or(class::ORG_GENERIC).or(class::HE).or(class::SHE).or(class::THEY).or(class::IT);
    let who = who.or(class::SPEAKER).or(class::WHO).or(class::THAT).or(class::TIME_UNIT).or(class::WEEKDAY);
    let opens = head == scene.sentence.first; // "Shr" of a table
    let named = |k: Kind| k != Kind::Post && !(k == Kind::Name && opens);
    let name = scene.reading.mentions.covering(head).is_some_and(|(_, f)| named(f.kind));
    let name = name && !scene.is_cue(head, C::Metric); // "GDP"
    let figure = scene.is_cue(head, C::Person)
        || [C::Figure, C::Sum, C::Company].iter().any(|&c| scene.is_cue(head, c)) && concept.len() == 1;
    !(scene.has(head, who) && !scene.is_cue(head, C::Metric) || name || figure || dated(scene, head))
}

/// "a $50 million contract", "2 percent inflation", "a 5 percent rise in sales".
fn attribute(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    let start = amount.last + usize::from(scene.is(amount.last, &[words::DASH]));
    let particle = scene.is(start, &[words::UP, words::DOWN]) || scene.has(start, class::FRAME_ADJECTIVE);
    if !is_noun(scene, start) || particle || scene.has(start, class::COMPARATIVE) {
        return None;
    }
    let found = slots::after_amount(scene, &Amount { last: start, ..amount.clone() })?;
    // "fell 25 percent year-on-year", "$50 extra"
    // "51 percent disapprove": without an article only a noun that is known to be measured
    let article = class::DETERMINER.or(class::POSSESSIVE);
    let article =
        amount.first.checked_sub(1).and_then(|b| scene.token(b)).is_some_and(|t| t.has(article) || t.is_possessive())
            || scene.has(amount.first, article);
    let measured = [C::Metric, C::Flow, C::Holding, C::Limiting, C::Decreed, C::Reward];
    let bare = !article && !scene.sentence.headline;
    let adjective = |f: &Range<usize>| {
        f.len() == 1
            && (scene.word(f.start).len() < 3
                || scene.word(f.start).contains('-')
                || scene.is_cue(f.start, C::More)
                || is_bare_shift(scene, f)
                || bare && !measured.iter().any(|&c| scene.is_cue(f.start, c)))
    };
    (found.start < start + 3 || scene.is_cue(start, C::Shift)).then_some(found).filter(|f| !adjective(f))
}

/// "3 percent of voters", "$9 billion in aid", "$50m for flood defences", "$5 million on ads".
fn part_of(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    let (link, next) = (amount.last, amount.last + 1);
    let money = amount.dimension == Dimension::Money;
    let fits = scene.is(link, &[words::OF])
        || scene.is_cue(link, C::Worth)
        || money && scene.is(link, &[words::IN]) && is_noun(scene, next)
        || money && scene.is(link, &[words::FOR, words::ON]) && !scene.has(next, class::GERUND);
    // "for the first time", "on 3 million"
    let ranked = scene.has(next, class::DETERMINER) && scene.has(next + 1, class::ORDINAL);
    let fits = fits && !ranked && !scene.amounts.iter().any(|a| a.core.contains(&next));
    let fits = fits && !scene.has(next, class::WHO.or(class::THAT)) && !scene.is_cue(next, C::Others);
    if fits { slots::after_amount(scene, amount) } else { None }
}

/// "revenue of $3 billion", "unemployment at 4 percent", "Price: $5 million".
fn noun_of(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    let link = amount.first.checked_sub(1).filter(|&l| l > scene.sentence.first)?;
    if !scene.is(link, &[words::OF, words::AT, words::COLON, words::OPEN]) && !scene.is_cue(link, C::Worth) {
        return None;
    }
    let aside = scene.is(link, &[words::AT]) && scene.is(link - 1, &[words::COMMA]);
    let end = if aside { link - 1 } else { before_term(scene, link) };
    let found = noun_phrase(scene, end, true)?;
    // "by midday at 5 francs"
    let hung = found.start.checked_sub(1).filter(|_| scene.is(link, &[words::AT]));
    if hung.is_some_and(|h| scene.has(h, class::PREPOSITION) && !scene.is(h, &[words::OF, words::WITH])) {
        return None;
    }
    let shift = is_bare_shift(scene, &found);
    // "an increase of 5 percent in sales"
    let after = shift && scene.is(amount.last, &[words::IN]);
    if after {
        return slots::trimmed(scene, amount.last + 1..(amount.last + 9).min(scene.sentence.last));
    }
    // "a deficit of 3 percent of GDP", but "the sale of 20 percent of the stock"
    let share = amount.dimension == Dimension::Percent && scene.is(amount.last, &[words::OF]);
    (!shift && (!share || scene.is_cue(found.end - 1, C::Metric))).then_some(found)
}

/// "a loss for the quarter of $5 million": where the term that hangs on the noun begins.
fn before_term(scene: &Scene<'_, '_>, end: usize) -> usize {
    const TERM: usize = 9;
    let floor = end.saturating_sub(TERM).max(scene.sentence.first);
    if end <= floor || !(scene.has(end - 1, class::TIME_UNIT) || dated(scene, end - 1)) {
        return end;
    }
    (floor + 1..end).rev().find(|&i| scene.is(i, &[words::FOR, words::IN])).unwrap_or(end)
}

fn dated(scene: &Scene<'_, '_>, at: usize) -> bool {
    let dates = &scene.reading.dates;
    dates.get(dates.partition_point(|d| d.tokens.end <= at)).is_some_and(|d| d.tokens.start <= at)
}

/// "from $7 to $10", "5 percent, or $3 million", "12 cents vs 10 cents": another figure of the same thing.
fn continued(scene: &Scene<'_, '_>, amount: &Amount, same: Option<(&Amount, Range<usize>)>) -> Option<Range<usize>> {
    let (before, concept) = same?;
    let mut between = before.last..amount.first;
    let links = [words::TO, words::FROM, words::OR, words::AND];
    let linked = |i: usize| scene.is(i, &links) || scene.is_cue(i, C::Against);
    let near = between.len() <= REACH && between.clone().any(linked);
    let other = |i: usize| scene.parts(i) || is_verb(scene, i) && !scene.is_cue(i, C::Against);
    (near && !between.any(other)).then_some(concept)
}

/// What the verb of the amount says of: its object before "to", "by" or "at", else its subject. And whether the
/// verb tells of a change.
fn by_verb(scene: &Scene<'_, '_>, amount: &Amount) -> Option<(bool, Range<usize>)> {
    // "at a record 3 percent"
    let described = (1..3).find(|&n| {
        let article = amount.first.checked_sub(n + 1).is_some_and(|i| scene.has(i, class::DETERMINER));
        article && (amount.first - n..amount.first).all(|i| scene.is_nominal(i) || is_participle(scene, i))
    });
    let link = scene.before(amount.first - described.map_or(0, |n| n + 1))?;
    let marker = scene.token(link).filter(|t| t.is_any(&[words::TO, words::BY, words::AT, words::FROM, words::FOR]));
    let marker: Option<WordId> = marker.map(|t| t.word);
    let mut end = if marker.is_some() { link } else { link + 1 };
    let up = |at: usize| scene.is(at, &[words::UP, words::DOWN]);
    let phrasal = || scene.has(end.wrapping_sub(2), class::PHRASAL); // "make up 5 percent"
    let risen = end > scene.sentence.first && up(end - 1) && !phrasal();
    end -= usize::from(risen);
    let floor = end.saturating_sub(REACH).max(scene.sentence.first);
    let verb = (floor..end).rev().take_while(|&i| !scene.parts(i) && !scene.is(i, &[words::COMMA, words::OPEN]));
    let verb = verb.into_iter().find(|&i| is_verb(scene, i));
    let Some(verb) = verb else {
        // "sales, up 5 percent, …"
        let comma = risen && scene.is(end.wrapping_sub(1), &[words::COMMA]);
        return if risen { noun_ending(scene, end - usize::from(comma)).map(|c| (false, c)) } else { None };
    };
    let object = verb + 1..end;
    let changes = [C::Change, C::Move, C::Ergative, C::Attain].iter().any(|&c| scene.is_cue(verb, c)) || risen;
    let small = |i: usize| scene.has(i, class::ADVERB) || up(i) || clauses::is_manner(scene.reading, i);
    // "fell in May to"
    let adjunct = |i: usize| scene.has(i, class::PREPOSITION);
    let empty = object.clone().find(|&i| !small(i)).is_none_or(adjunct);
    if empty && marker == Some(words::FOR) {
        return None;
    }
    if empty {
        // "paid $5", "raised $3 million": nothing says what for
        let gauges = changes && !scene.is_cue(verb, C::Do)
            || scene.is_be(verb)
            || [C::Gauge, C::Exceed, C::Told, C::Standing].iter().any(|&c| scene.is_cue(verb, c));
        // "a streak broken by $5": by an agent
        let agent = marker == Some(words::BY) && !changes;
        let told = marker.is_some() && !agent || risen || gauges || amount.dimension == Dimension::Percent;
        return if told { subject(scene, verb, 2).map(|c| (changes, c)) } else { None };
    }
    if scene.is_cue(verb, C::Gauge) && marker.is_none() {
        return subject(scene, verb, 2).map(|c| (changes, c)); // "cost taxpayers $5 million"
    }
    // "pushed prices above $50"
    let side = (amount.first..amount.core.start).any(|i| scene.is_cue(i, C::Side));
    let direct = marker.is_some() || risen || changes || side;
    let object = slots::trimmed(scene, object).filter(|_| direct)?;
    is_thing(scene, &object).then_some((changes, object))
}

/// "Net income $5.2 million": a line of a table.
fn line(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Range<usize>> {
    const WORDS: usize = 4;
    let first = scene.sentence.first;
    let plain =
        amount.first > first && amount.first - first <= WORDS && (first..amount.first).all(|i| is_noun(scene, i));
    if plain { slots::trimmed(scene, first..amount.first) } else { None }
}

/// The subject of a verb: the noun phrase before its verb group, without what hangs on it ("exports" of "exports to Japan").
pub(super) fn subject(scene: &Scene<'_, '_>, verb: usize, steps: usize) -> Option<Range<usize>> {
    let steps = steps.checked_sub(1)?;
    let floor = scene.sentence.first;
    let group = class::ADVERB.or(class::HAVE).or(class::BE).or(class::MODAL).or(class::NEGATION).or(class::DO);
    let mut end = verb;
    while end > floor {
        let at = end - 1;
        let auxiliary =
            scene.has(at, group) && !scene.has(at, class::DETERMINER) || clauses::is_manner(scene.reading, at);
        if scene.is(at, &[words::TO]) && at > floor {
            end = at - 1; // "is expected to rise"
        } else if auxiliary || end < verb && is_participle(scene, at) {
            end = at;
        } else {
            break;
        }
    }
    let last = end.checked_sub(1).filter(|&l| l >= floor)?;
    let trailing = scene.is(last, &[words::COMMA]) && scene.has(verb, class::GERUND);
    if trailing || scene.is(last, &[words::AND, words::BUT, words::OR]) {
        // "sales rose 5 percent and fell by 3 percent", "sales grew, rising by"
        let before = (last.saturating_sub(REACH).max(floor)..last).rev();
        let before = before.take_while(|&i| !scene.parts(i)).find(|&i| is_verb(scene, i))?;
        return subject(scene, before, steps);
    }
    if scene.has(last, class::THAT.or(class::WHO)) {
        let comma = last.checked_sub(1).filter(|&c| scene.is(c, &[words::COMMA]));
        return noun_ending(scene, comma.unwrap_or(last));
    }
    if scene.is(last, &[words::COMMA]) {
        // "sales, which …, rose"
        let open = (last.saturating_sub(25).max(floor)..last).rev().find(|&i| scene.is(i, &[words::COMMA]))?;
        return noun_ending(scene, open);
    }
    noun_ending(scene, end)
}

/// The noun phrase that ends before a token with all that hangs on it, cut to its head: "exports" of "exports to Japan".
pub(super) fn noun_ending(scene: &Scene<'_, '_>, end: usize) -> Option<Range<usize>> {
    noun_phrase(scene, end, false)
}

/// With `near` only "of" and "from" lead farther left: "price" of "warrants at an issue price of 5 francs".
fn noun_phrase(scene: &Scene<'_, '_>, end: usize, near: bool) -> Option<Range<usize>> {
    let floor = end.saturating_sub(REACH).max(scene.sentence.first);
    let pronoun = class::HE.or(class::SHE).or(class::IT).or(class::THEY).or(class::SPEAKER);
    let mut first = end;
    while first > floor {
        let at = first - 1;
        if scene.has(at, pronoun) && !scene.has(at, class::POSSESSIVE) {
            break; // "improved since it peaked"
        }
        let joined = scene.is(at, &[words::AND, words::AMPERSAND]) && first < end && !near;
        let inside = scene.has(at, class::PREPOSITION.or(class::DETERMINER).or(class::POSSESSIVE));
        let mark = scene.is(at, &[words::DASH, words::S, words::APOSTROPHE]);
        let counts = scene.amounts.iter().find(|a| a.core.contains(&at)).map(|a| !is_about(a));
        let number = counts == Some(false); // not "turnout in the 13 elections", "the 10-year note"
        let hangs = near && scene.has(at, class::PREPOSITION) && !scene.is(at, &[words::OF, words::FROM]);
        let towards = scene.is(at, &[words::TO]) && !scene.has(at + 1, class::VERB); // "exports to Japan"
        let inside = inside && (towards || !scene.is(at, &[words::TO]));
        let fits = scene.is_nominal(at) || counts.is_some() || joined || inside || mark || slots::is_year(scene, at);
        let speaks = scene.has(at, class::SAY) && scene.has(at, class::VERB);
        let formed = |at: usize| scene.is_finite(at) || is_participle(scene, at) || scene.has(at, class::GERUND);
        let noun = near && first == end && !formed(at); // "a charge of"
        if number || hangs || !fits || speaks || !noun && is_verb(scene, at) || scene.parts(at) && !inside {
            break;
        }
        first = at;
        if near && scene.is(at, &[words::A, words::AN]) {
            break;
        }
    }
    let small = class::CONJUNCTION.or(class::ADVERB);
    while first < end && (scene.has(first, small) || scene.is(first, &[words::AND])) {
        first += 1;
    }
    if first < end && scene.has(first, class::PREPOSITION) {
        // "from today the price of meat"
        let article = |&i: &usize| scene.has(i, class::DETERMINER.or(class::POSSESSIVE)) && scene.is_nominal(i - 1);
        first = if near { first + 1 } else { (first + 2..end).find(article).unwrap_or(first) };
    }
    if first >= end || scene.has(first, class::PREPOSITION) {
        return None; // "in Japan exports"
    }
    slots::trimmed(scene, first..end)
}

/// A noun that may follow a number or stand in a line of a table.
fn is_noun(scene: &Scene<'_, '_>, at: usize) -> bool {
    let other = class::ADVERB.or(class::DETERMINER).or(class::POSSESSIVE).or(class::WEEKDAY).or(class::MONTH);
    let other =
        other.or(class::HE).or(class::SHE).or(class::IT).or(class::THEY).or(class::SPEAKER).or(class::TIME_UNIT);
    scene.is_nominal(at)
        && !scene.has(at, other)
        && !dated(scene, at)
        && (!clauses::is_manner(scene.reading, at) || scene.has(at, class::TARGET_CUE)) // "supply"
        && !(scene.is_finite(at) || is_participle(scene, at) && !is_noun_after(scene, at))
        && !scene.amounts.iter().any(|a| a.core.contains(&at))
}

fn is_noun_after(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.is_nominal(at + 1) && !scene.has(at + 1, class::ADVERB.or(class::DETERMINER))
}

/// "increase", "cut" alone: what increased is said elsewhere.
fn is_bare_shift(scene: &Scene<'_, '_>, found: &Range<usize>) -> bool {
    found.len() == 1 && scene.is_cue(found.start, C::Shift)
}

fn is_participle(scene: &Scene<'_, '_>, at: usize) -> bool {
    let form = scene.token(at).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
    let lower = scene.token(at).is_some_and(|t| t.shape == Shape::Lower);
    lower && form.map_or(scene.word(at).ends_with("ed"), |f| f.has(Form::PARTICIPLE) && !f.has(Form::BASE))
}

/// A verb used as one, by its form and the words before it.
pub(super) fn is_verb(scene: &Scene<'_, '_>, at: usize) -> bool {
    let Some(token) = scene.token(at).filter(|t| t.is_word()) else { return false };
    if scene.is_be(at) {
        return true;
    }
    if token.shape != Shape::Lower {
        return false;
    }
    // "the increased fee", "from continuing operations"
    let described = at.checked_sub(1).and_then(|b| scene.token(b)).is_some_and(|t| {
        let linked = t.has(class::PREPOSITION) && !t.is(words::TO) && is_noun_after(scene, at);
        linked || t.has(class::DETERMINER.or(class::POSSESSIVE)) && !t.has(class::THAT) || t.is_possessive()
    });
    // "the value was", "exports rose", "estimated damage at"
    let group = class::MODAL.or(class::HAVE).or(class::DO);
    let follows = at.checked_sub(1).and_then(|b| scene.token(b)).filter(|t| t.shape == Shape::Lower);
    let follows = follows.and_then(|t| scene.reading.tables.verb_form(t.word)).is_some_and(|v| v.form.has(Form::PAST));
    let noun = scene.is_be(at + 1) || scene.has(at + 1, group) || scene.is_finite(at + 1) || follows;
    let Some(form) = scene.reading.tables.verb_form(token.word).map(|v| v.form) else {
        let doing = scene.word(at).ends_with("ing") && scene.is_be(at.wrapping_sub(1));
        let listed = scene.hits_at(at).iter().any(|h| h.verb) && !described && !noun;
        return doing || listed || scene.word(at).ends_with("ed") && !described;
    };
    if form.has(Form::GERUND) {
        // "cut spending by"
        let opens = class::BE.or(class::ADVERB).or(class::CONJUNCTION).or(class::PREPOSITION);
        let measures = scene.amounts.iter().any(|a| a.first == at + 1); // "a rate topping 3 percent"
        let named =
            at > scene.sentence.first && !measures && !scene.has(at - 1, opens) && !scene.is(at - 1, &[words::COMMA]);
        let named = named && !(scene.word(at - 1).ends_with('s') && scene.is_nominal(at + 1)); // "terms requiring payment"
        return !described && !named && !scene.is_cue(at, C::Metric);
    }
    if form.has(Form::PAST) && !form.has(Form::BASE) {
        return !described;
    }
    let hit = scene.hits_at(at).iter().any(|h| h.verb);
    // "a drastic cut, and": a past form that is a noun too has something after it
    let alone = form.has(Form::BASE) && form.has(Form::PAST) && !scene.is_be(at.wrapping_sub(1));
    let noun = noun || alone && (scene.is(at + 1, &[words::COMMA, words::AND, words::OF, words::IN]));
    !noun && (hit || clauses::is_verb(scene.reading, at) && !described)
}
