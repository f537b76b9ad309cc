//! Whose an infinitive or a gerund is where no verb above it says: "it is time for Lee to resign", "is about to resign", "his decision to
//! leave".

use super::coordination::conjuncts_before;
use super::subject::{find, lead_of};
use super::verb::{VerbGroup, is_verb, verb_group};
use crate::lexicon::{Form, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::text::Token;

/// Who is to do what an infinitive says, after "for": "it is time for Lee to resign", "the way for Mayor Lee to become".
pub(crate) fn for_whom(reading: &Reading<'_>, group: &VerbGroup) -> Option<usize> {
    let before = group.first.checked_sub(1).filter(|_| group.infinitive)?;
    let found = reading.mentions.of_kind(before, Kind::Person)?;
    let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
    let lead = lead_of(reading, found.first, start)?;
    reading.text.tokens[lead].is(words::FOR).then_some(found.first)
}

/// Of whom a relative clause says that somebody says it: "Lee, who the company said will retire".
pub(super) fn said_of(reading: &Reading<'_>, group: &VerbGroup, start: usize) -> Option<usize> {
    const SPEAKER: usize = 6; // tokens
    let tokens = &reading.text.tokens;
    let said = group.first.checked_sub(1).filter(|&at| at > start && tokens[at].has(class::SAY))?;
    if group.gerund || group.infinitive || tokens[said - 1].has(class::WHO) || !is_verb(reading, said) {
        return None;
    }
    let within = |at: &usize| !is_verb(reading, *at) && !tokens[*at].is(words::COMMA);
    let who = (start + 1..said).rev().take(SPEAKER).take_while(within).find(|&at| tokens[at].has(class::WHO))?;
    let name = who.checked_sub(1 + usize::from(tokens[who - 1].is(words::COMMA)))?;
    reading.mentions.of_kind(name, Kind::Person).map(|found| found.first)
}

/// Who does what a participle after "with" says: "with Lee being fired as chief", "with Lee, a partner of Acme, named chairman".
pub(super) fn with_whom(reading: &Reading<'_>, group: &VerbGroup, start: usize) -> Option<Vec<usize>> {
    const INSERTION: usize = 16; // tokens
    let tokens = &reading.text.tokens;
    let participle = group.gerund || group.bare && group.form.has(Form::PARTICIPLE);
    let mut before = group.first.checked_sub(1).filter(|&at| participle && at > start)?;
    while before > start && tokens[before].has(class::ADVERB) {
        before -= 1;
    }
    let mut found = reading.mentions.of_kind(before, Kind::Person);
    if tokens[before].is(words::COMMA) {
        // The insertion says what somebody is, not what he does.
        let inside = |at: &usize| !tokens[*at].is(words::COMMA) && !is_verb(reading, *at);
        let opens = (start..before).rev().take(INSERTION).take_while(inside).last()?.checked_sub(1)?;
        found =
            reading.mentions.of_kind(opens.checked_sub(1).filter(|_| tokens[opens].is(words::COMMA))?, Kind::Person);
    }
    let found = found?;
    let people = conjuncts_before(reading, found, start);
    let lead = lead_of(reading, *people.first()?, start)?;
    // "met with Lee leaving office": a verb's own "with".
    let own = lead > start && is_verb(reading, lead - 1);
    (tokens[lead].is(words::WITH) && !own).then_some(people)
}

/// The people whose a noun before an infinitive is, when it says: "his decision to leave", "Lee, a candidate to succeed Diaz";
/// nobody for "the race to succeed Diaz", "candidates to succeed him".
pub(super) fn of_noun(reading: &Reading<'_>, noun: usize, start: usize) -> Option<Vec<usize>> {
    let tokens = &reading.text.tokens;
    let token = &tokens[noun];
    if token.has(class::CONTEST) {
        return Some(Vec::new());
    }
    if token.has(class::CONTENDER) {
        let mut at = noun;
        while at > start && noun - at < 8 {
            at -= 1;
            if tokens[at].is(words::COMMA) {
                let person = at.checked_sub(1).and_then(|b| reading.mentions.of_kind(b, Kind::Person));
                return Some(person.map_or(Vec::new(), |found| conjuncts_before(reading, found, start)));
            }
            // "with Lee the favorite to succeed him"
            let found = reading.mentions.of_kind(at, Kind::Person);
            if let Some(found) =
                found.filter(|f| lead_of(reading, f.first, start).is_some_and(|l| tokens[l].is(words::WITH)))
            {
                return Some(vec![found.first]);
            }
            // "Lee is a candidate to", "Lee emerged as the favorite to"; not "Lee met candidates to".
            let copula = tokens[at].has(class::BE) && !tokens[at].is_possessive();
            let verb = tokens[at].has(class::VERB) && is_verb(reading, at);
            if copula || verb {
                let says = copula || tokens.get(at + 1).is_some_and(|t| t.is(words::AS));
                return Some(if says { find(reading, &verb_group(reading, at), 2) } else { Vec::new() });
            }
        }
        return Some(Vec::new());
    }
    let owner = noun.checked_sub(1).filter(|&at| at >= start && token.has(class::INTENTION))?;
    // "Lee and Diaz told the board of their decision to resign": those who tell.
    if tokens[owner].is(words::THEIR) {
        const CLAUSE: usize = 14; // tokens
        let verb = (start..owner).rev().take(CLAUSE).find(|&at| is_verb(reading, at))?;
        return Some(find(reading, &verb_group(reading, verb), 2));
    }
    if tokens[owner].has(class::POSSESSIVE) {
        return Some(reading.referent(owner).map(|_| owner).into_iter().collect());
    }
    // "Lee announced plans to retire": who tells of them.
    if tokens[owner].has(class::SAY) && is_verb(reading, owner) {
        return Some(find(reading, &verb_group(reading, owner), 2)).filter(|people| !people.is_empty());
    }
    let name = owner.checked_sub(1).filter(|_| tokens[owner].is_possessive())?;
    Some(reading.mentions.of_kind(name, Kind::Person).map(|found| found.first).into_iter().collect())
}

/// The copula whose adjective an infinitive hangs on: "is willing to", "was still ready to", "is about to", "is under growing
/// pressure to".
pub(super) fn copula_of(reading: &Reading<'_>, infinitive: usize, start: usize) -> Option<usize> {
    const BETWEEN: usize = 3; // adverbs or adjectives
    let tokens = &reading.text.tokens;
    let adjective = infinitive.checked_sub(1).filter(|&at| at > start)?;
    let token = &tokens[adjective];
    if !(token.has(class::DOUBT) || token.is(words::ABOUT)) {
        return None;
    }
    let back = |may: fn(&Token) -> bool| {
        let between = (start..adjective).rev().take(BETWEEN).take_while(|&at| may(&tokens[at]));
        between.last().unwrap_or(adjective)
    };
    let pressed = back(|t| t.has(class::COMMON) && !t.has(class::PREPOSITION)).checked_sub(1);
    let pressed = pressed.filter(|&at| at > start && tokens[at].is(words::UNDER));
    let copula = pressed.unwrap_or_else(|| back(|t| t.has(class::ADVERB))).checked_sub(1).filter(|&at| at >= start)?;
    (tokens[copula].has(class::BE) && !tokens[copula].is_possessive()).then_some(copula)
}
