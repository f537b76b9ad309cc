//! Whether verbs of leaving mean a post: "left the company", not "left the room".

use super::others::past_date;
use crate::clauses::{self, Complements, Object, VerbGroup};
use crate::lexicon::{Form, FrameEvent, WordId, class, words};
use crate::mentions::{Found, Kind};
use crate::reading::Reading;
use crate::text::{Gap, Shape, Token};

/// Whether "left", "departs", "exits" is of a post: an organisation or post is named, another one follows, or the verb stands
/// alone with an auxiliary ("is leaving in June"). Not "left the room", "left Washington", "(1981, left)", "left out".
pub(super) fn leaves_a_post(
    reading: &Reading<'_>,
    group: &VerbGroup,
    past: usize,
    object: Option<&Object>,
    complements: &Complements,
) -> bool {
    let tokens = &reading.text.tokens;
    let next = tokens.get(past);
    if let Some(Object::Organization(at)) = object {
        // "leaves U.S. Federal Court after a hearing": a building.
        let found = reading.mentions.of_kind(*at, Kind::Organization);
        let building = |at: usize| group.form.has(Form::PRESENT) && !group.gerund && tokens[at].is(words::COURT);
        // "departed the White House for a rally", "left the Capitol for Ohio"
        let trip = |f: &Found| {
            let lead = tokens.get(f.last).is_some_and(|t| t.is(words::FOR));
            let article = usize::from(tokens.get(f.last + 1).is_some_and(|t| t.has(class::DETERMINER)));
            let at = f.last + 1 + article;
            lead && (reading.mentions.of_kind(at, Kind::Place).is_some()
                || article > 0 && tokens.get(at).is_some_and(|t| t.has(class::OCCASION)))
        };
        return found.is_some_and(|f| !building(f.last - 1) && !trip(f));
    }
    if object.is_some() {
        return false;
    }
    // "is leaving Monday for Paris", "will leave for Ohio"
    let after = past_date(reading, past);
    let trip = tokens.get(after).is_some_and(|t| t.is(words::FOR))
        && reading.mentions.of_kind(after + 1, Kind::Place).is_some_and(|f| f.first == after + 1);
    if trip {
        return false;
    }
    let named = !complements.posts.is_empty() || complements.position.is_some() || !complements.from_posts.is_empty();
    // "left the company"; not "left a company meeting".
    let of_work = |at: usize| {
        // Not "left the country".
        let house = |t: &Token| t.has(class::ORG_GENERIC) && !t.has(class::JURISDICTION);
        tokens.get(at).is_some_and(|t| house(t) || clauses::is_post_noun(t)) && !clauses::is_compound(reading, at + 1)
    };
    let generic =
        next.is_some_and(|t| t.has(class::DETERMINER.or(class::POSSESSIVE))) && (past + 1..past + 4).any(of_work);
    let moves_on =
        next.is_some_and(|t| t.is(words::TO)) && tokens.get(past + 1).is_some_and(|t| t.has(class::FRAME_VERB));
    // "the treasurer, Ann Lee, left in May": a month or year, where a trip would have a day.
    let in_month = next.is_some_and(|t| t.is(words::IN))
        && tokens.get(past + 1).is_some_and(|t| t.has(class::MONTH) || t.shape == Shape::Number);
    // "left weeks ago", "left last year"
    let at = reading.dates.partition_point(|d| d.tokens.start < past);
    let ago = reading.dates.get(at).is_some_and(|d| {
        d.tokens.start == past
            && d.tokens.len() > 1
            && !tokens[d.tokens.clone()].iter().any(|t| t.has(class::WEEKDAY) || t.shape == Shape::Number)
    });
    // "is leaving later this month", "will leave early next year"
    let dated = (group.bare || !group.gerund) && ago || group.bare && in_month;
    named
        || generic
        || moves_on
        || leaves_for_post(tokens, past)
        || dated
        || served(tokens, past)
        || !group.bare && !group.gerund && leaves_for_good(tokens, past)
        || stands_alone(after_adverb(tokens, past)) && !group.bare && !group.gerund
        || (stands_alone(next) || past_date(reading, past) > past) && is_succeeded(reading, group)
        || !group.bare && !group.gerund && clauses::takes_effect(reading, past)
}

/// "replaces Lee, who left on May 3": whoever is succeeded has left the post.
fn is_succeeded(reading: &Reading<'_>, group: &VerbGroup) -> bool {
    const TITLE: usize = 6; // tokens
    let tokens = &reading.text.tokens;
    let Some(who) = group.first.checked_sub(1).filter(|&at| at > 0 && tokens[at].has(class::WHO)) else { return false };
    let name = who - 1 - usize::from(tokens[who - 1].is(words::COMMA));
    let Some(found) = reading.mentions.of_kind(name, Kind::Person) else { return false };
    let start = reading.text.sentences[reading.sentence_of(who)].first;
    let verb = (start..found.first).rev().take(TITLE).find(|&at| tokens[at].has(class::FRAME_VERB));
    let form =
        verb.filter(|&at| clauses::is_verb(reading, at)).and_then(|at| reading.tables.verb_form(tokens[at].word));
    form.is_some_and(|v| reading.tables.frames_of(v.lemma).any(|f| f.event == FrameEvent::Swap))
}

/// "is leaving soon", "will depart shortly": what follows the adverb.
fn after_adverb(tokens: &[Token], past: usize) -> Option<&Token> {
    let adverb = tokens.get(past).is_some_and(|t| t.has(class::ADVERB) && !t.has(class::PREPOSITION) && t.is_word());
    tokens.get(past + usize::from(adverb))
}

/// "leaves after six years", "left after two terms": a trip is not so long. Not "left after the service".
fn served(tokens: &[Token], past: usize) -> bool {
    let after = tokens.get(past).is_some_and(|t| t.is(words::AFTER));
    let (first, noun) =
        (tokens.get(past + 1), (past + 2..past + 5).find(|&at| tokens.get(at).is_some_and(|t| t.has(class::TENURE))));
    let counted = |t: &Token| {
        t.shape == Shape::Number || t.has(class::NUMBER_WORD.or(class::POSSESSIVE)) || t.is_any(&[words::A, words::AN])
    };
    after && first.is_some_and(counted) && noun.is_some()
}

/// "is leaving amid a scandal", "will leave as part of a cut", "to spend more time with her family": no trip is told so.
fn leaves_for_good(tokens: &[Token], past: usize) -> bool {
    let is = |at: usize, words: &[WordId]| tokens.get(at).is_some_and(|t| t.is_any(words));
    is(past, &[words::AMID, words::BECAUSE, words::EFFECTIVE])
        || is(past, &[words::AS]) && is(past + 1, &[words::OF, words::PART])
        || is(past, &[words::TO]) && is(past + 1, &[words::PURSUE])
        || is(past, &[words::TO]) && is(past + 1, &[words::SPEND]) && is(past + 2, &[words::MORE, words::TIME])
}

/// "is leaving for a role at Bolt"
pub(super) fn leaves_for_post(tokens: &[Token], past: usize) -> bool {
    tokens.get(past).is_some_and(|t| t.is(words::FOR))
        && (past + 1..past + 5).any(|at| tokens.get(at).is_some_and(clauses::is_post_noun))
}

/// Whether a clause ends before a token, or goes on with a date or a circumstance.
pub(super) fn stands_alone(next: Option<&Token>) -> bool {
    const AFTER: [WordId; 12] = [
        words::COMMA,
        words::STOP,
        words::IN,
        words::AFTER,
        words::FOLLOWING,
        words::AT,
        words::ON,
        words::QUOTE,
        words::BY,
        words::NEXT,
        words::LAST,
        words::THIS,
    ];
    next.is_none_or(|t| t.is_any(&AFTER) || t.has(class::MONTH.or(class::WEEKDAY)) || t.gap == Gap::Blank)
}
