//! Whom a verb means that has neither subject nor object beside it: relative clauses without a pronoun, shared auxiliaries,
//! owners of events, phrases with "with", lists that the verb introduces.

use crate::clauses::{self, VerbGroup};
use crate::lexicon::{Form, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;

/// "Lee is the aide the mayor fired", "Lee, the judge Diaz named to the court": whom a relative clause without a pronoun
/// describes. The verb's own subject stands right before it, and a noun phrase with its article right before that.
pub(super) fn relative_object(reading: &Reading<'_>, group: &VerbGroup, past: usize) -> Option<Vec<usize>> {
    let tokens = &reading.text.tokens;
    let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
    if group.passive || group.infinitive || group.gerund || group.first < start + 4 {
        return None;
    }
    // No object of its own follows.
    let next = tokens.get(past);
    if next.is_some_and(|t| t.has(class::DETERMINER.or(class::POSSESSIVE).or(class::HE).or(class::SHE)))
        || clauses::object(reading, past - 1).is_some()
    {
        return None;
    }
    let before = group.first - 1;
    let mut at =
        match reading.mentions.of_kind(before, Kind::Person).or(reading.mentions.of_kind(before, Kind::Organization)) {
            Some(found) => found.first,
            None if tokens[before].is_any(&[words::HE, words::SHE]) => before,
            None => return None,
        };
    // "the aide President Diaz fired"
    while at > start
        && (tokens[at - 1].has(class::HONORIFIC) && tokens[at - 1].is_capital()
            || reading
                .post_at(at - 1)
                .is_some_and(|p| tokens[reading.posts[p].title.start].is_capital() && reading.posts[p].title.end == at))
    {
        at = reading.post_at(at - 1).map_or(at - 1, |p| reading.posts[p].title.start);
    }
    let noun = at.checked_sub(1).filter(|&i| i > start && !tokens[i].is_possessive())?;
    let post = reading.post_at(noun);
    if post.is_none() && !tokens[noun].has(class::PERSON_NOUN) {
        return None;
    }
    let head = post.map_or(noun, |p| reading.posts[p].all.start);
    let described = |i: usize| {
        tokens[i].has(class::COMMON) && !tokens[i].has(class::PREPOSITION.or(class::BE))
            || reading.mentions.covering(i).is_some()
    };
    let article = (start..=head).rev().take(7).find(|&i| tokens[i].has(class::DETERMINER) || !described(i))?;
    if !tokens[article].is_any(&[words::A, words::AN, words::THE]) {
        return None;
    }
    let lead = article.checked_sub(1).filter(|&i| i >= start)?;
    // "He's the aide the mayor fired"
    let clitic = lead > start && tokens[lead - 1].is_any(&[words::HE, words::SHE]);
    if tokens[lead].has(class::BE) && (clitic || !tokens[lead].is_possessive()) {
        let people = match clitic {
            true => vec![lead - 1],
            false => clauses::subject(reading, &clauses::verb_group(reading, lead)),
        };
        return (people.len() == 1).then_some(people);
    }
    let name = lead.checked_sub(1).filter(|_| tokens[lead].is(words::COMMA))?;
    reading.mentions.of_kind(name, Kind::Person).map(|found| vec![found.first])
}

/// "was impeached and removed from office": the auxiliary is said once.
pub(super) fn joins_passive(reading: &Reading<'_>, group: &VerbGroup) -> bool {
    let tokens = &reading.text.tokens;
    let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
    if group.first < start + 2 || !tokens[group.first - 1].is_any(&[words::AND, words::THEN]) {
        return false;
    }
    let near = (start..group.first - 1).rev().take(8);
    let mut near = near.take_while(|&at| reading.mentions.of_kind(at, Kind::Person).is_none());
    let verb = near.find(|&at| clauses::is_verb(reading, at));
    // "was impeached and": a verb that no table lists.
    let unlisted = group.first > start + 2
        && tokens[group.first - 3].has(class::BE)
        && reading.text.words(group.first - 2..group.first - 1).ends_with("ed");
    unlisted || verb.is_some_and(|at| clauses::verb_group(reading, at).passive)
}

/// The people of a list that a verb introduces: "Resigning as directors were Lee and Diaz", "Elected as directors: Lee and
/// Diaz", "Among those fired was Lee", "Others removed from the council include Lee", "Those who resigned include Lee".
pub(super) fn introduced(reading: &Reading<'_>, group: &VerbGroup) -> Option<Vec<usize>> {
    const REACH: usize = 24; // tokens
    let tokens = &reading.text.tokens;
    let sentence = reading.text.sentences[reading.sentence_of(group.verb)];
    let participle = group.gerund || group.bare && group.form.has(Form::PARTICIPLE);
    let small = [words::ALSO, words::AMONG, words::THE, words::THOSE, words::OTHERS];
    let opens = |end: usize| end - sentence.first < 5 && tokens[sentence.first..end].iter().all(|t| t.is_any(&small));
    let those = |end: usize| end > sentence.first && tokens[end - 1].is_any(&[words::THOSE, words::OTHERS]);
    // "Those who resigned include"
    let who = group.first > sentence.first + 1 && tokens[group.first - 1].has(class::WHO);
    let who = who && those(group.first - 1) && opens(group.first - 1);
    if !(who || participle && opens(group.first)) {
        return None;
    }
    let several = who || those(group.first);
    let says = |&at: &usize| {
        let includes = || reading.tables.verb_form(tokens[at].word).is_some_and(|v| v.lemma == words::INCLUDE);
        tokens[at].has(class::BE) && !tokens[at].is_possessive()
            || !several && tokens[at].is(words::COLON)
            || several && includes()
    };
    let verb = (group.verb + 1..sentence.last.min(group.verb + REACH)).find(says)?;
    let people = clauses::listed(reading, verb + 1, sentence.last);
    (several || !people.is_empty()).then_some(people)
}

/// Who is one of several of whom a participle tells: "Lee was among those fired in May".
pub(super) fn among_those(reading: &Reading<'_>, group: &VerbGroup) -> Option<Vec<usize>> {
    let tokens = &reading.text.tokens;
    let participle = group.gerund || group.bare && group.form.has(Form::PARTICIPLE);
    let copula = group.first.checked_sub(3).filter(|_| participle)?;
    let among = tokens[copula + 1].is(words::AMONG) && tokens[copula + 2].is(words::THOSE);
    (among && tokens[copula].has(class::BE)).then(|| clauses::subject(reading, &clauses::verb_group(reading, copula)))
}

/// Whose the noun phrase before a token is: "Lee's first interview", "her first public speech".
pub(super) fn owner_of_event(reading: &Reading<'_>, end: usize, start: usize) -> Option<usize> {
    const PHRASE: usize = 7; // tokens
    let tokens = &reading.text.tokens;
    for at in (start..end).rev().take(PHRASE) {
        let token = &tokens[at];
        if token.is_possessive() {
            return at.checked_sub(1).and_then(|at| reading.mentions.of_kind(at, Kind::Person)).map(|f| f.first);
        }
        if token.has(class::POSSESSIVE) {
            return (token.has(class::HE.or(class::SHE)) && reading.referent(at).is_some()).then_some(at);
        }
        if !token.is_word() || token.has(class::PREPOSITION.or(class::CONJUNCTION).or(class::BE)) {
            return None;
        }
    }
    None
}

/// "former", "Republican": words of a title that no post mention covers.
pub(super) fn is_title_word(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.text.tokens[at];
    token.has(class::COMMON) && !token.has(class::PREPOSITION.or(class::CONJUNCTION).or(class::VERB).or(class::BE))
}

/// "With Lee gone, …": whether "with" opens the phrase of the name that ends at a token.
pub(super) fn stands_with(reading: &Reading<'_>, name: usize) -> bool {
    let Some(found) = reading.mentions.of_kind(name, Kind::Person) else { return false };
    let mut at = found.first;
    while at > 0 && (reading.post_at(at - 1).is_some() || reading.text.tokens[at - 1].has(class::HONORIFIC)) {
        at -= 1;
    }
    at > 0 && reading.text.tokens[at - 1].is(words::WITH)
}

/// The last of the titles that "and" joins: "a writer and board member".
pub(super) fn joined_title(reading: &Reading<'_>, post: usize) -> Option<usize> {
    let end = reading.posts[post].all.end;
    let joined = reading.text.tokens.get(end)?.is_any(&[words::AND, words::AMPERSAND]);
    Some(reading.post_at(end + 1).filter(|_| joined).unwrap_or(post))
}
