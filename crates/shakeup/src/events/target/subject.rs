//! The subject of a wish: the noun phrase before its verb, what a pronoun there stands for, whom a quotation is of.

use super::aside::before_date;
use super::scene::{self, Scene};
use super::who::{Fill, ending_at, named};
use crate::clauses;
use crate::lexicon::{CueClass as C, Form, class, words};
use crate::mentions::Kind;
use crate::text::Shape;

/// The subject that ends before the verb group at `head`.
pub(super) fn subject(scene: &Scene<'_, '_>, head: usize) -> Option<Fill> {
    subject_within(scene, head, 3)
}

/// `steps` bounds how often "said it", "and" and "which" may lead on to a subject farther left.
fn subject_within(scene: &Scene<'_, '_>, head: usize, steps: usize) -> Option<Fill> {
    let steps = steps.checked_sub(1)?;
    let mut at = head.checked_sub(1)?;
    // "the minister is expected to announce"
    let leads = |h: &scene::Hit| matches!(h.cue.class, C::Expect | C::Bent | C::Need) && h.last == at;
    if scene.is(at, &[words::TO])
        && let Some(hit) = at.checked_sub(1).and_then(|b| scene.hits_at(b).iter().find(|h| leads(h)))
    {
        at = hit.first.checked_sub(1)?;
    }
    let group = class::ADVERB.or(class::HAVE).or(class::BE).or(class::MODAL).or(class::NEGATION).or(class::DO);
    for _ in 0..6 {
        let dated = before_date(scene, at);
        // "the president in June 2011 vowed", not "the accord reached in Vienna on Monday set"
        let actor = || {
            let mention = scene.reading.mentions.covering(dated);
            let named = mention.is_some_and(|(_, f)| matches!(f.kind, Kind::Person | Kind::Organization));
            named
                || scene.is(dated.wrapping_sub(1), &[words::THE])
                    && !scene.has(dated.wrapping_sub(2), class::PREPOSITION)
        };
        // "first spoke of it and in May proposed"
        let joined = || scene.is(dated, &[words::AND, words::BUT]);
        if dated != at && (joined() || actor()) {
            at = dated;
            continue;
        }
        // "donors have so far pledged"
        let so_far = |h: &scene::Hit| h.cue.class == C::SoFar && h.last == at + 1;
        if at > scene.sentence.first + 1 && scene.hits_at(at - 1).iter().any(so_far) {
            at -= 2;
            continue;
        }
        let verb = scene.has(at, class::VERB) && scene.has(at, class::SAY) && scene.is_finite(at);
        let adverb = clauses::is_manner(scene.reading, at);
        let small = scene.has(at, group) && !scene.has(at, class::DETERMINER) || scene.is(at, &[words::QUOTE]);
        // "it remains committed to"
        let pronoun = class::IT.or(class::HE).or(class::SHE).or(class::THEY);
        let stays = scene.has(at, class::VERB) && at.checked_sub(1).is_some_and(|b| is_pronoun(scene, b, pronoun));
        if small || adverb || verb || stays {
            at = at.checked_sub(1)?;
        } else {
            break;
        }
    }
    let related = scene.has(at, class::WHO.or(class::THAT)); // "a deal with Acme, which plans": Acme does
    if related {
        let which = scene.is(at, &[words::WHICH]);
        at = at.checked_sub(1)?;
        if scene.is(at, &[words::QUOTE]) {
            at = at.checked_sub(1)?; // what he called a "joke" that asks for
        }
        if scene.is(at, &[words::COMMA]) {
            at = at.checked_sub(1)?;
        }
        // "cut 1,300 jobs this summer, which will reduce": not the summer but who cuts; but "backs the deal, which calls for"
        let plan = scene.hits_at(at).iter().any(|h| h.cue.class == C::Plan && scene.is_noun(h));
        if which && plan {
            return ending_at(scene, at + 1);
        }
        if which && scene.reading.mentions.covering(at).is_none() {
            let organization = |f: &&crate::mentions::Found| f.kind == Kind::Organization;
            let first = scene.reading.mentions.within(scene.sentence.first..at).iter().find(organization);
            if let Some(first) = first {
                return Some(named(scene, first.range()));
            }
        }
        if !which && !scene.has(at, class::HE.or(class::SHE).or(class::IT).or(class::THEY)) {
            return ending_at(scene, at + 1).map(|fill| described(scene, fill));
        }
    }
    if scene.is(at, &[words::AND, words::OR, words::BUT]) {
        // "a president who spent much and promises to borrow more": the subject of the verb before
        let floor = at.saturating_sub(20).max(scene.sentence.first);
        let finite = |h: &&super::scene::Hit| h.verb && (h.cue.form.has(Form::PAST) || h.cue.form.has(Form::PRESENT));
        // "said Peru would pay for it, and promised to build": not who would pay
        let bare = |i: usize| i.checked_sub(1).is_some_and(|b| scene.has(b, class::MODAL) || scene.is(b, &[words::TO]));
        let told = scene.is_finite(head);
        let known = |i: usize| scene.hits_at(i).iter().find(finite).filter(|_| !(told && bare(i))).map(|v| v.first);
        // "ends the limit on bonuses awarded to managers and imposes": what is told in the same tense
        let present = |h: &&super::scene::Hit| h.verb && h.cue.form.has(Form::PRESENT) && !h.cue.form.has(Form::PAST);
        let present = |i: usize| scene.hits_at(i).iter().any(|h| present(&h));
        let same = || (floor..at).rev().find(|&i| present(i) && !bare(i));
        let verb = if present(head) { same() } else { None }.or_else(|| (floor..at).rev().find_map(known));
        let verb = verb.or_else(|| (floor..at).rev().find(|&i| scene.is_finite(i)));
        // "it will phase out coal and will cut emissions": a clause of its own, whose subject is that of the auxiliary before
        let auxiliary =
            |i: usize| scene.has(i, class::MODAL.or(class::HAVE)) || scene.is_be(i) && !scene.is(i, &[words::BE]);
        let alike = || (floor..at).rev().take_while(|&i| !scene.parts(i)).find(|&i| auxiliary(i));
        let own = (at + 1..=head).any(auxiliary);
        let verb = if own { alike().or(verb) } else { verb };
        return verb.and_then(|v| subject_within(scene, v, steps));
    }
    if scene.is(at, &[words::CLOSE]) {
        // "Acme (ACM) is asking for"
        let open = (at.saturating_sub(6)..at).rev().find(|&i| scene.is(i, &[words::OPEN]))?;
        let figure = scene.amounts.iter().any(|a| (open..at).contains(&a.core.start));
        return if figure { None } else { ending_at(scene, open) };
    }
    if scene.is(at, &[words::GREATER]) {
        // "Acme Corp <ACM.N> plans"
        let open = (at.saturating_sub(5)..at).rev().find(|&i| scene.is(i, &[words::LESS]))?;
        return ending_at(scene, open);
    }
    if scene.has(at, class::HE.or(class::SHE)) {
        return pronoun(scene, at);
    }
    if is_pronoun(scene, at, class::SPEAKER) {
        return quoted(scene, at);
    }
    if scene.has(at, class::IT.or(class::THEY)) {
        // "Acme said it plans": the subject of "said"
        let said = (at.saturating_sub(7)..at).rev().find(|&i| scene.has(i, class::SAY)).filter(|&said| {
            let date = class::THAT.or(class::WEEKDAY).or(class::MONTH).or(class::PREPOSITION).or(class::ADVERB);
            let date = date.or(class::DETERMINER).or(class::TIME_UNIT);
            (said + 1..at).all(|i| scene.has(i, date) || scene.token(i).is_some_and(|t| t.shape == Shape::Number))
        });
        if let Some(said) = said
            && let Some(fill) = subject_within(scene, said, steps)
        {
            return Some(fill);
        }
        let first = (scene.sentence.first..at).all(|i| !scene.is_nominal(i));
        let opening = if first { opening_actor(scene, at, false) } else { own_actor(scene, at) };
        return opening.or_else(|| organization_before(scene, at)).or_else(|| opening_noun(scene, at));
    }
    if scene.is(at, &[words::COMMA]) {
        return before_aside(scene, at);
    }
    let found = ending_at(scene, at + 1)?;
    Some(if related { found } else { headed(scene, found) })
}

/// "firms in the north plan", "the union of those working at Acme seeks": the noun that the phrase before the verb belongs to.
fn headed(scene: &Scene<'_, '_>, fill: Fill) -> Fill {
    const PHRASES: usize = 4;
    let mut found = fill;
    for _ in 0..PHRASES {
        let Some(outer) = outer(scene, &found) else { break };
        found = outer;
    }
    found
}

/// The noun phrase that the one given stands in, after a preposition.
fn outer(scene: &Scene<'_, '_>, inner: &Fill) -> Option<Fill> {
    let mut start = inner.tokens.start;
    let described = class::DETERMINER.or(class::POSSESSIVE);
    let describes = |i: usize| {
        let lower = scene.token(i).is_some_and(|t| t.shape == Shape::Lower);
        scene.has(i, described) || lower && scene.is_nominal(i) && !scene.has(i, class::VERB.or(class::ADVERB))
    };
    while start > scene.sentence.first && describes(start - 1) {
        start -= 1;
    }
    let link = start.checked_sub(1)?;
    // "the union representing the nurses asks"
    let lower = scene.token(link).is_some_and(|t| t.shape == Shape::Lower && t.has(class::GERUND));
    if let Some(head) = link.checked_sub(1).filter(|&h| lower && scene.is_nominal(h) && !scene.has(h, class::ADVERB)) {
        let party = class::ORG_GENERIC.or(class::PERSON_NOUN).or(class::FOLK);
        let acts = scene.has(head, party) || scene.is_plural_of(head, party);
        if acts && !is_verbal(scene, head) {
            return ending_at(scene, link);
        }
    }
    let inside = [words::IN, words::AT, words::FROM, words::WITH, words::ON, words::WITHIN];
    let head = link.checked_sub(1).filter(|_| scene.is(link, &inside) && !scene.is(start, &[words::A, words::AN]))?;
    let noun = scene.is_nominal(head) && !scene.has(head, class::ADVERB) && !is_verbal(scene, head);
    // "backed away from a bill": no noun
    let noun = noun && !head.checked_sub(1).is_some_and(|b| is_verbal(scene, b) && !scene.has(b, class::SAY));
    let left = ending_at(scene, link).filter(|_| noun)?;
    // "officials at the ministry plan": they speak for it
    let staff = left.entity.is_none()
        && (scene.is_cue(head, C::Mouthpiece)
            || scene.has(head, class::PERSON_NOUN)
            || scene.is_plural_of(head, class::PERSON_NOUN));
    let house = inner.entity.is_some() || scene.has(inner.tokens.end - 1, class::ORG_GENERIC);
    let lower = head == scene.sentence.first || scene.token(head).is_some_and(|t| t.shape == Shape::Lower);
    if staff && house && lower {
        return None;
    }
    Some(left)
}

/// A finite verb or a participle, after which the preposition is its own: "said in Oslo".
fn is_verbal(scene: &Scene<'_, '_>, at: usize) -> bool {
    let form = scene.token(at).and_then(|t| scene.reading.tables.verb_form(t.word)).map(|v| v.form);
    let lower = scene.token(at).is_some_and(|t| t.shape == Shape::Lower);
    let verb = form.is_some_and(|f| f.has(Form::PAST) || f.has(Form::PARTICIPLE) || f.has(Form::GERUND));
    lower
        && (verb
            || scene.word(at).ends_with("ed")
            || scene.has(at, class::SAY)
            || scene.hits_at(at).iter().any(|h| h.verb))
}

/// A pronoun, and no name that looks like one: "US".
pub(super) fn is_pronoun(scene: &Scene<'_, '_>, at: usize, class: crate::lexicon::Class) -> bool {
    scene.has(at, class) && scene.reading.mentions.covering(at).is_none()
}

/// "The government is at odds with … It plans to": who or what the sentence before opens with.
/// `people`: whether that may be somebody.
pub(super) fn opening_actor(scene: &Scene<'_, '_>, at: usize, people: bool) -> Option<Fill> {
    const OPENING: usize = 6;
    let reading = scene.reading;
    let previous = reading.sentence_of(at).checked_sub(1)?;
    let previous = reading.text.sentences[previous];
    let tokens = &reading.text.tokens;
    let end = previous.last.min(previous.first + OPENING);
    for (i, token) in tokens.iter().enumerate().take(end).skip(previous.first) {
        if let Some((_, found)) = reading.mentions.covering(i) {
            // "Lee's plan is broad. It includes": the plan is Lee's
            let owned = tokens.get(found.last).is_some_and(|t| t.is_possessive())
                && (found.last + 1..end).any(|n| scene::is_cue(reading, n, C::Plan));
            let kind = found.kind == Kind::Organization || people && found.kind == Kind::Person;
            // "Nigeria has few clinics. It plans to"
            let acts = |i: usize| tokens.get(i).is_some_and(|t| t.has(class::MODAL.or(class::HAVE).or(class::VERB)));
            let land = found.kind == Kind::Place && found.first == previous.first && acts(found.last);
            return (owned || kind || land).then(|| named(scene, found.range()));
        }
        let lower = token.shape == Shape::Lower && !token.has(class::VERB);
        let plural = reading.text.words(i..i + 1).ends_with('s');
        // "the company" was named before
        let known = scene::is_cue(reading, i, C::Company) || scene.has(at, class::THEY) != plural;
        let plan = [C::Scheme, C::Law, C::Budget].iter().any(|&c| scene::is_cue(reading, i, c));
        if lower && !known && (token.has(class::ORG_GENERIC) || plan) {
            return Some(Fill::plain(i..i + 1));
        }
        if token.has(class::PREPOSITION.or(class::MODAL).or(class::BE).or(class::HAVE)) {
            return None;
        }
    }
    None
}

/// "The airline is short of staff. It plans to": the noun that the sentence before opens with, where the text names nobody.
fn opening_noun(scene: &Scene<'_, '_>, at: usize) -> Option<Fill> {
    let reading = scene.reading;
    let previous = reading.text.sentences[reading.sentence_of(at).checked_sub(1)?];
    let head = previous.first + 1;
    let tokens = &reading.text.tokens;
    let fits = head + 1 < previous.last && tokens[previous.first].is(words::THE);
    let acts = |i: usize| tokens[i].has(class::MODAL.or(class::HAVE).or(class::BE).or(class::VERB));
    let party = tokens.get(head).is_some_and(|t| t.has(class::ORG_GENERIC.or(class::ORG_HEAD).or(class::ORG_UNIT)))
        || fits && scene::is_cue(reading, head, C::Company);
    (fits && party && acts(head + 1)).then(|| Fill::plain(head..head + 1))
}

/// "The city has built half of the homes that it promised": the subject of the sentence, where it is no name.
fn own_actor(scene: &Scene<'_, '_>, at: usize) -> Option<Fill> {
    const OPENING: usize = 4;
    let first = scene.sentence.first;
    let end = (first + OPENING).min(at);
    let acts = |i: usize| scene.has(i, class::HAVE.or(class::MODAL).or(class::BE)) || scene.is_finite(i);
    let head = (first..end).find(|&i| acts(i + 1))?;
    let actor = scene.has(head, class::ORG_GENERIC) && scene.token(head)?.shape == Shape::Lower;
    let named = !scene.reading.mentions.within(first..at).is_empty();
    (actor && !named && scene.is(first, &[words::THE])).then(|| ending_at(scene, head + 1)).flatten()
}

/// "Ann Lee, chief of Acme, said": what stands before the aside that ends at a comma.
fn before_aside(scene: &Scene<'_, '_>, comma: usize) -> Option<Fill> {
    let floor = comma.saturating_sub(20).max(scene.sentence.first);
    let open = (floor..comma).rev().find(|&i| scene.is(i, &[words::COMMA]))?;
    // "the club's chairman, Ann Lee, wants": the aside names whom the post tells of
    let aside = scene.reading.mentions.covering(open + 1).map(|(_, f)| f).filter(|f| f.kind == Kind::Person);
    if let Some(person) = aside.filter(|f| f.first == open + 1 && f.last == comma) {
        return Some(named(scene, person.range()));
    }
    ending_at(scene, open)
}

/// "Ann Lee, a banker who gave much and pledged more": whom the description of an apposition is of.
fn described(scene: &Scene<'_, '_>, fill: Fill) -> Fill {
    let article =
        fill.tokens.start.checked_sub(1).filter(|&a| fill.entity.is_none() && scene.is(a, &[words::A, words::AN]));
    let name = article.and_then(|a| a.checked_sub(1)).filter(|&c| scene.is(c, &[words::COMMA])).and_then(|c| {
        let last = c.checked_sub(1)?;
        let Some((_, found)) = scene.reading.mentions.covering(last) else {
            let capital = scene.token(last).is_some_and(|t| t.is_capital());
            return if capital { ending_at(scene, c) } else { None };
        };
        matches!(found.kind, Kind::Person | Kind::Organization).then(|| named(scene, found.range()))
    });
    name.unwrap_or(fill)
}

/// "I plan to cut it by half," she said: who speaks; what "we" do is done by whom the speaker speaks for.
pub(super) fn quoted(scene: &Scene<'_, '_>, at: usize) -> Option<Fill> {
    let says = |i: &usize| scene.has(*i, class::SAY) && scene.has(*i, class::VERB);
    let before = (scene.sentence.first..at).rev().find(says);
    if let Some(said) = before.filter(|&s| s > scene.sentence.first) {
        return subject(scene, said);
    }
    // "…," the chief of the union said
    const TAIL: usize = 12;
    let closed = |s: usize| (s.saturating_sub(TAIL).max(at)..s).any(|i| scene.is(i, &[words::QUOTE]));
    let after = (at..scene.sentence.last).find(|i| {
        says(i)
            && (scene.is(i.wrapping_sub(1), &[words::QUOTE, words::COMMA])
                || scene.is(i.wrapping_sub(2), &[words::QUOTE])
                || scene.is_finite(*i) && i + 2 >= scene.sentence.last && closed(*i))
    })?;
    // "said Ann Lee", "Lee said"
    let named_after = scene.reading.mentions.within(after..scene.sentence.last.min(after + 6));
    let person = |f: &&crate::mentions::Found| f.kind == Kind::Person;
    let found = named_after.iter().find(person).map(|f| named(scene, f.range()));
    found.or_else(|| subject(scene, after))
}

/// Whom "he" or "her" means.
pub(super) fn pronoun(scene: &Scene<'_, '_>, at: usize) -> Option<Fill> {
    let reading = scene.reading;
    let person = reading.referent(at)?;
    let known = reading.people.get(person)?;
    Some(Fill { tokens: at..at + 1, name: Some(known.name.clone()), entity: Some(person) })
}

/// What "it" or "the company" means: the first organisation of this sentence, else of the one before, else the last one.
pub(super) fn organization_before(scene: &Scene<'_, '_>, at: usize) -> Option<Fill> {
    let reading = scene.reading;
    let organization = |f: &&crate::mentions::Found| f.kind == Kind::Organization;
    // "Norway rejected its quota": a country that acts
    let actor = |f: &&crate::mentions::Found| {
        f.kind == Kind::Organization
            || f.kind == Kind::Place && (scene.is_finite(f.last) || scene.has(f.last, class::SAY.or(class::HAVE)))
    };
    // "He told the bank that Peru must keep its cap": the subject of the clause comes first
    let before = reading.mentions.within(scene.sentence.first..at);
    let acting = |f: &&crate::mentions::Found| {
        // "Kuwait, which denied it, pumped more than its quota"
        let aside = f.first == scene.sentence.first
            && scene.is(f.last, &[words::COMMA])
            && scene.is(f.last + 1, &[words::WHICH]);
        matches!(f.kind, Kind::Organization | Kind::Place)
            && (aside || scene.has(f.last, class::MODAL) || scene.is_finite(f.last))
            && !scene.has(f.first.wrapping_sub(1), class::PREPOSITION)
    };
    let here = before.iter().rev().find(acting).or_else(|| before.iter().find(actor));
    let index = reading.sentence_of(at);
    let previous = index.checked_sub(1).map(|i| reading.text.sentences[i].range()).unwrap_or(0..0);
    let found =
        here.or_else(|| reading.mentions.within(previous).iter().take(40).find(organization)).or_else(|| {
            let before = reading.mentions.list.partition_point(|f| f.first < at);
            reading.mentions.list[..before].iter().rev().take(40).find(organization)
        })?;
    Some(named(scene, found.range()))
}
