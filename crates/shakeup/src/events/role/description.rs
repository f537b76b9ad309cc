//! Titles that describe whom the text names beside them or has named: "the company's chairman, Omar Diaz", "the former Ohio governor".

use super::rules::{Holder, holder};
use crate::clauses;
use crate::lexicon::{Form, PostKind, PostScope, class, words};
use crate::mentions::{Kind, Post};
use crate::reading::Reading;
use crate::text::{Gap, Shape, Token};

/// "The company's chairman, Omar Diaz, …"
pub(super) fn name_after_description(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let comma = post.all.end;
    // "The senators — Ann Lee of Ohio and Omar Diaz of Maine — said"
    let dash = |t: &Token| t.is_any(&[words::EM_DASH, words::EN_DASH, words::TWO_DASHES]) && post.plural;
    if !tokens.get(comma).is_some_and(|t| t.is_any(&[words::COMMA, words::COLON]) || dash(t)) {
        return Vec::new();
    }
    // "the parliament speaker, Ann Lee,"
    let noun = post.all.start >= 2
        && tokens[post.all.start - 1].has(class::ORG_GENERIC)
        && tokens[post.all.start - 2].has(class::DETERMINER);
    let owned = post.organization.is_some()
        || post.of_generic
        || noun
        || post.all.start > 0
            && (tokens[post.all.start - 1].has(class::DETERMINER.or(class::POSSESSIVE))
                || tokens[post.all.start - 1].is_possessive())
        || follows_owned(reading, post)
        || follows_noun(reading, post);
    let mut name = comma + 1;
    // "its chairman, Democrat Ann Lee of Ohio,"
    let partisan = |t: &Token| t.has(class::PERSON_NOUN) && t.is_capital();
    if tokens.get(name).is_some_and(|t| t.has(class::HONORIFIC) || partisan(t)) {
        name += 1;
    }
    if post.plural {
        return names_after_description(reading, post, name);
    }
    let Some(found) = reading.mentions.of_kind(name, Kind::Person) else { return Vec::new() };
    let closes = tokens.get(past_seat(reading, found.last)).is_none_or(|t| {
        t.is_any(&[
            words::COMMA,
            words::STOP,
            words::SEMICOLON,
            words::CLOSE,
            words::QUOTE,
            words::EM_DASH,
            words::EN_DASH,
            words::TWO_DASHES,
            words::DASH,
            words::OPEN,
        ]) || t.gap == Gap::Blank

            // "Acme chairman, Omar Diaz said": a comma too few.
            || t.has(class::SAY) && found.range().len() > 1 && post.organization.as_ref().is_some_and(|o| o.start < post.title.start)
    });
    // "The company's chairman: Omar Diaz"; not "Retired general: Diaz is wrong".
    let titled = !tokens[comma].is(words::COLON) || found.range().len() > 1;
    if !owned || !closes || !titled {
        return Vec::new();
    }
    holder(reading, name, None).into_iter().collect()
}

/// "Finance Minister, Ann Lee MSP,", "member of Congress, Ann Lee of New York,": past the seat that a name goes on with.
fn past_seat(reading: &Reading<'_>, end: usize) -> usize {
    let tokens = &reading.text.tokens;
    let letters = reading.mentions.of_kind(end, Kind::Post).filter(|p| p.first == end);
    if let Some(letters) = letters.filter(|p| p.range().len() == 1 && tokens[p.first].shape == Shape::Upper) {
        return letters.last;
    }
    let of = tokens.get(end).is_some_and(|t| t.is(words::OF));
    let place = reading.mentions.of_kind(end + 1, Kind::Place).filter(|p| of && p.first == end + 1);
    place.map_or(end, |place| place.last)
}

/// "his son-in-law and senior adviser, Omar Diaz,": another noun for the same one stands first.
fn follows_noun(reading: &Reading<'_>, post: &Post) -> bool {
    let tokens = &reading.text.tokens;
    let Some([owner, noun, and]) = post.all.start.checked_sub(3).and_then(|at| tokens.get(at..at + 3)) else {
        return false;
    };
    let plain = noun.shape == Shape::Lower && noun.is_word() && !noun.has(class::GRAMMAR);
    and.is(words::AND) && plain && (owner.has(class::DETERMINER.or(class::POSSESSIVE)) || owner.is_possessive())
}

/// "its chairman and treasurer, Ann Lee,": the first of two titles says whose both are.
fn follows_owned(reading: &Reading<'_>, post: &Post) -> bool {
    const TITLES: usize = 3;
    let tokens = &reading.text.tokens;
    let mut start = post.all.start;
    for _ in 0..TITLES {
        let link = start.checked_sub(1).filter(|&at| at > 0 && tokens[at].is_any(&[words::AND, words::COMMA]));
        let first = link.and_then(|at| reading.post_at(at - 1)).map(|index| &reading.posts[index]);
        let Some(first) = first else { return false };
        let before = first.all.start.checked_sub(1).map(|at| &tokens[at]);
        if first.organization.is_some()
            || first.of_generic
            || before.is_some_and(|t| t.has(class::DETERMINER.or(class::POSSESSIVE)) || t.is_possessive())
        {
            return true;
        }
        start = first.all.start;
    }
    false
}

/// "Two new directors, Ann Lee and Omar Diaz, …": as many names as the plural asks for.
fn names_after_description(reading: &Reading<'_>, post: &Post, name: usize) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    // Not "to leaders, Ann Lee and Omar Diaz".
    let start = post.all.start.saturating_sub(3);
    let counted = (start..post.title.start).any(|at| {
        let token = &tokens[at];
        token.has(class::DETERMINER.or(class::POSSESSIVE).or(class::NUMBER_WORD)) || token.is_possessive()
    });
    // "two congressmen, Rep. Ann Lee of Ohio and Omar Diaz of Maine"; not "officials, attorneys Ann Lee and Omar Diaz".
    let title = reading.mentions.of_kind(name, Kind::Post).filter(|p| p.first == name);
    let own = title.and_then(|title| title.entity).is_some_and(|i| reading.posts[i].plural);
    let name = title.map_or(name, |title| title.last);
    let person = reading.mentions.of_kind(name, Kind::Person);
    let Some(first) = person.filter(|f| f.range().len() > 1 && counted && !own) else { return Vec::new() };
    let others = clauses::conjuncts_after(reading, first.last, Kind::Person);
    // "two": no more and no fewer.
    let two = (post.all.start.saturating_sub(3)..post.title.start).any(|at| tokens[at].is(words::TWO));
    if others.is_empty() || two && others.len() != 1 || others.iter().any(|other| other.range().len() < 2) {
        return Vec::new();
    }
    let people = std::iter::once(name).chain(others.into_iter().map(|other| other.first));
    people.filter_map(|at| holder(reading, at, None)).collect()
}

/// "governors such as Ann Lee of Ohio", "senators like Ann Lee (Ohio) and Omar Diaz (Maine)": holders of seats whose place is told.
pub(super) fn such_as(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    if !post.plural || !matches!(post.scope, PostScope::Seat | PostScope::Local) {
        return Vec::new();
    }
    let link = post.all.end + usize::from(tokens.get(post.all.end).is_some_and(|t| t.is(words::COMMA)));
    let Some(lead) = tokens.get(link) else { return Vec::new() };
    let name = link + 1 + usize::from(lead.is(words::SUCH));
    let leads = lead.is_any(&[words::LIKE, words::INCLUDING])
        || lead.is(words::SUCH) && tokens.get(link + 1).is_some_and(|t| t.is(words::AS));
    let first = reading.mentions.of_kind(name, Kind::Person).filter(|f| leads && f.first == name);
    let Some(first) = first else { return Vec::new() };
    let others = clauses::conjuncts_after(reading, first.last, Kind::Person);
    let people = std::iter::once(first).chain(others).filter(|f| f.range().len() > 1 && clauses::is_tagged(reading, f));
    people.filter_map(|f| holder(reading, f.first, None)).collect()
}

/// "A lawyer and former chairman of Acme, Ann Lee …": what a sentence says first of its subject.
pub(super) fn opening_description(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    const LONGEST: usize = 9; // tokens ahead of the title
    let tokens = &reading.text.tokens;
    let sentence = reading.text.sentences[reading.sentence_of(post.title.start)];
    let first = sentence.first + usize::from(tokens[sentence.first].is(words::QUOTE));
    let indefinite = tokens[first].is_any(&[words::A, words::AN]) || first == post.all.start && post.former;
    let comma = post.all.end;
    if post.plural
        || !indefinite
        || post.title.start > first + LONGEST
        || !tokens.get(comma).is_some_and(|t| t.is(words::COMMA))
    {
        return Vec::new();
    }
    let plain = (first..post.all.start).all(|at| {
        let token = &tokens[at];
        token.is_word()
            && !token.is(words::WHO)
            && !token.has(class::BE.or(class::HAVE).or(class::MODAL).or(class::SAY))
    });
    let name = comma + 1 + usize::from(tokens.get(comma + 1).is_some_and(|t| t.has(class::HONORIFIC)));
    let found = reading.mentions.of_kind(name, Kind::Person).filter(|f| plain && f.first == name);
    let acts = found.is_some_and(|f| {
        tokens.get(f.last).is_some_and(|t| {
            t.has(class::BE.or(class::HAVE).or(class::MODAL).or(class::ADVERB))
                || reading.tables.verb_form(t.word).is_some_and(|v| v.form.has(Form::PAST) || v.form.has(Form::PRESENT))
        })
    });
    found.filter(|_| acts).and_then(|f| holder(reading, f.first, None)).into_iter().collect()
}

/// "Ann Lee ran. The former Ohio governor said so": the only person whom this sentence and the one before name.
pub(super) fn definite_description(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    // "The chairman of the Ohio Republican Party announced" brings in somebody new.
    // "The former first lady" is whom the text speaks of.
    let known = post.former || post.organization.as_ref().is_some_and(|o| o.start < post.title.start);
    if !known || post.weak || post.plural || post.incoming {
        return Vec::new();
    }
    // "the former" is one phrase before a title.
    let the = |at: &usize| tokens[*at].is(words::THE);
    let Some(the) = Some(post.all.start).filter(the).or(post.all.start.checked_sub(1).filter(the)) else {
        return Vec::new();
    };
    let sentence = reading.sentence_of(the);
    let first = reading.text.sentences[sentence].first;
    let opens = the == first || tokens[the - 1].is_any(&[words::COMMA, words::QUOTE]);
    // "the former mayor, senator and governor said"
    let listed = tokens.get(post.all.end).is_some_and(|t| t.is_any(&[words::COMMA, words::AND]))
        && reading.post_at(post.all.end + 1).is_some();
    let acts = listed
        || tokens.get(post.all.end).is_some_and(|t| {
            t.has(class::SAY.or(class::MODAL).or(class::HAVE).or(class::BE))
                || reading.tables.verb_form(t.word).is_some_and(|v| v.form.has(Form::PAST) || v.form.has(Form::PRESENT))
        });
    if !opens || !acts {
        return Vec::new();
    }
    let start = reading.text.sentences[sentence.saturating_sub(1)].first;
    let mut people = reading.mentions.within(start..the).iter().filter(|f| f.kind == Kind::Person);
    let Some(person) = people.next_back() else { return Vec::new() };
    if people.any(|other| other.entity != person.entity) {
        return Vec::new();
    }
    // Many work at a department; one governs a state, and the subject of the sentence before goes on.
    let opens = reading.text.sentences[reading.sentence_of(person.first)].first == person.first;
    let seat =
        matches!(post.scope, PostScope::Seat | PostScope::Local | PostScope::National) || post.kind == PostKind::Sport;
    if !opens && !seat {
        return Vec::new();
    }
    let evidence = the..the + 1;
    person
        .entity
        .map(|entity| Holder { person: entity, tokens: evidence, status: None, keeps: false })
        .into_iter()
        .collect()
}
