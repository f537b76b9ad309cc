//! Names that only their surroundings show to be people: "Xanthe Oduya, the treasurer of Acme", "named Xanthe Oduya".

use super::{Found, Kind, Mentions, Post};
use crate::lexicon::{Frame, FrameEvent, FrameNeed, FramePos, FrameWho, Tables, class, words};
use crate::text::{Gap, Shape, Text, Token};

/// Turns names into people where a title, an apposition or a verb that takes people stands beside them.
pub(super) fn promote(text: &Text<'_>, tables: &Tables, mentions: &mut Mentions, posts: &[Post]) {
    for index in 0..mentions.list.len() {
        let found = &mentions.list[index];
        if found.kind == Kind::Name
            && !is_no_name(text, tables, found)
            && (could_be_person(text, found) && is_treated_as_person(text, tables, mentions, posts, found)
                || could_be_surname(text, found) && goes_or_is_followed(text, tables, mentions, found))
        {
            mentions.list[index].kind = Kind::Person;
        } else if found.kind == Kind::Name && has_ticker(text, found) {
            mentions.list[index].kind = Kind::Organization;
        }
    }
}

/// "Moulin <MOU.PA> said": listed at an exchange.
fn has_ticker(text: &Text<'_>, found: &Found) -> bool {
    crate::clauses::past_ticker(&text.tokens, found.last) > found.last
}

/// Two to four capitalised words, none of them an ordinary one.
fn could_be_person(text: &Text<'_>, found: &Found) -> bool {
    // "Sen. Ann Lee, D-St. Louis, said": a party and its place.
    let first = &text.tokens[found.first];
    let tag = &text.source.as_bytes()[first.start as usize..first.end as usize];
    if matches!(tag, [letter, b'-', place, ..] if crate::reading::is_party_letter(*letter) && place.is_ascii_uppercase())
    {
        return false;
    }
    let tokens = &text.tokens[found.range()];
    // "Xanthe Cedar": an ordinary word may be a surname after a name that is none.
    // "Xanthe K. Cedar"
    let tail = tokens[tokens.len() - 1];
    let initialed = tokens.len() == 3 && tokens[1].shape == Shape::Initial;
    let ordinary_tail = (tokens.len() == 2 || initialed)
        && tokens[0].shape == Shape::Capital
        && !tokens[0].has(class::COMMON.or(class::ORG_HEAD).or(class::PLACE_START).or(class::PERSON_NOUN))
        && tail.shape == Shape::Capital
        && !tail.has(class::LANDMARK.or(class::VERB).or(class::WEEKDAY).or(class::MONTH));
    (2..=5).contains(&tokens.len())
        && tokens.iter().all(|t| {
            ordinary_tail
                || t.shape == Shape::Capital && (!t.has(class::COMMON) || t.has(class::GIVEN.or(class::SURNAME)))
                || t.shape == Shape::Initial
                || t.start < tokens[tokens.len() - 1].start && is_initials(text, t)
                || t.has(class::PARTICLE)
                || t.is(words::QUOTE)
        })
        && !tokens[tokens.len() - 1].has(class::ORG_HEAD.or(class::ORG_SUFFIX))
}

/// "B.C.": initials without a space.
fn is_initials(text: &Text<'_>, token: &Token) -> bool {
    let word = &text.source[token.start as usize..token.end as usize];
    let mut parts = word.split_terminator('.');
    word.ends_with('.') && parts.all(|part| part.len() == 1 && part.bytes().all(|b| b.is_ascii_uppercase()))
}

/// "Abel Prize": known for what it is; not "John Doe".
fn is_no_name(text: &Text<'_>, tables: &Tables, found: &Found) -> bool {
    let tokens = &text.tokens[found.range()];
    let like_name = tokens[0].has(class::GIVEN) && tokens[tokens.len() - 1].has(class::SURNAME);
    !like_name
        && tokens[0].has(class::NOT_NAME_START)
        && tables.not_names.longest(tokens.iter().map(|t| t.word)).is_some()
}

/// One capitalised word that is no ordinary one.
fn could_be_surname(text: &Text<'_>, found: &Found) -> bool {
    let token = &text.tokens[found.first];
    let other = class::COMMON.or(class::ORG_HEAD).or(class::ORG_START).or(class::PLACE_START).or(class::NOT_NAME_START);
    found.last == found.first + 1 && token.shape == Shape::Capital && (token.has(class::SURNAME) || !token.has(other))
}

/// "Oduya resigned", "Oduya has been fired", "Ann Lee succeeded Oduya": what only people do, by a frame that needs no more.
fn goes_or_is_followed(text: &Text<'_>, tables: &Tables, mentions: &Mentions, found: &Found) -> bool {
    let tokens = &text.tokens;
    let frame = |at: usize, fits: &dyn Fn(&Frame) -> bool| {
        let token = &tokens[at];
        token.has(class::FRAME_VERB)
            && token.shape == Shape::Lower
            && tables.verb_form(token.word).is_some_and(|form| {
                let plain = |f: &&Frame| f.pos == FramePos::Verb && f.needs == FrameNeed::Nothing;
                tables.frames_of(form.lemma).filter(plain).any(fits)
            })
    };
    let leaves = |at: usize| {
        frame(at, &|f| f.event == FrameEvent::Out && f.who == FrameWho::Subject && is_followed_by_rest(tokens, f, at))
    };
    let made_leave =
        |at: usize| frame(at, &|f| f.event == FrameEvent::Out && f.who == FrameWho::Object && f.rest.is_empty());
    let auxiliary = class::BE.or(class::HAVE).or(class::MODAL).or(class::ADVERB);
    let verb = (found.last..tokens.len().min(found.last + 4)).find(|&at| !tokens[at].has(auxiliary));
    // "Oduya might succeed him"
    let follows = |at: usize| {
        frame(at, &|f| f.event == FrameEvent::Swap && f.rest.is_empty())
            && tokens.get(at + 1).is_some_and(|t| t.has(class::HE.or(class::SHE)) && !t.has(class::SUBORDINATOR))
    };
    if verb.is_some_and(follows) {
        return true;
    }
    if verb.is_some_and(|at| leaves(at) || at > found.last && tokens[at - 1].has(class::BE) && made_leave(at)) {
        return true;
    }
    // "Ann Lee, who succeeded Oduya"; "was succeeded by Oduya"
    let Some(before) = found.first.checked_sub(1) else { return false };
    let by = usize::from(tokens[before].is(words::BY));
    let Some(verb) = before.checked_sub(by) else { return false };
    let somebody = |at: usize| mentions.of_kind(at, Kind::Person).is_some() || tokens[at].has(class::HE.or(class::SHE));
    // "the race to succeed Oduya as chairman"
    let titled = tokens.get(found.last).is_some_and(|t| t.is(words::AS))
        && (found.last + 1..found.last + 4).any(|at| mentions.of_kind(at, Kind::Post).is_some());
    frame(verb, &|f| f.event == FrameEvent::Swap && f.rest.is_empty())
        && (titled || (verb.saturating_sub(6)..verb).any(somebody))
}

fn is_treated_as_person(text: &Text<'_>, tables: &Tables, mentions: &Mentions, posts: &[Post], found: &Found) -> bool {
    let tokens = &text.tokens;
    let is_post = |at: usize| mentions.of_kind(at, Kind::Post).is_some();
    if let Some(before) = found.first.checked_sub(1).filter(|_| tokens[found.first].gap <= Gap::Line) {
        // "chief economist Xanthe Oduya", "Acme's treasurer, Xanthe Oduya,"
        let comma = usize::from(tokens[before].is(words::COMMA));
        if let Some(post) = before.checked_sub(comma).and_then(|at| ends_in_post(mentions, posts, at))
            && (comma == 0 && posts[post].title.end == found.first || comma == 1)
        {
            return true;
        }
        if takes_people(tables, &tokens[before]) && tokens[before].shape == Shape::Lower {
            return true;
        }
        // "the resignation of Xanthe Oduya"
        let noun = before.checked_sub(1).filter(|_| tokens[before].is(words::OF));
        if noun.is_some_and(|at| tokens[at].shape == Shape::Lower && is_going_of_people(tables, &tokens[at])) {
            return true;
        }
        // "her husband Xanthe Oduya", "the suspect, Xanthe Oduya,"
        let noun = |at: usize| tokens[at].has(class::PERSON_NOUN) && tokens[at].shape == Shape::Lower;
        let described = before.checked_sub(comma).is_some_and(|at| {
            let the = || at.checked_sub(1).is_some_and(|the| tokens[the].has(class::DETERMINER.or(class::POSSESSIVE)));
            let closes = || tokens.get(found.last).is_some_and(|t| t.shape == Shape::Mark);
            noun(at) && (comma == 0 || the() && closes())
        });
        if described {
            return true;
        }
    }
    // "Xanthe Oduya's wife"
    let owns = tokens.get(found.last).is_some_and(Token::is_possessive)
        && tokens.get(found.last + 1).is_some_and(|t| t.has(class::KIN) && t.shape == Shape::Lower);
    if owns {
        return true;
    }
    // "Xanthe Rice and Ann Lee": a surname that is a word too, after a name that is none.
    let joined = found.first > 0 && tokens[found.first - 1].is(words::AND)
        || tokens.get(found.last).is_some_and(|t| t.is(words::AND));
    let unknown = joined && !tokens[found.first].word.is_known() && tokens[found.last - 1].has(class::SURNAME);
    let initialed = found.last - found.first == 3 && tokens[found.first + 1].shape == Shape::Initial;
    let ordinary = !initialed
        && !tokens[found.first].has(class::PLAIN_GIVEN)
        && !unknown
        && tokens[found.range()].iter().any(|t| t.has(class::COMMON));
    if !ordinary && tokens[found.first].gap <= Gap::Space && super::alone::stands_with_person(text, mentions, found) {
        return true;
    }
    let Some(next) = tokens.get(found.last) else { return false };
    if next.is(words::COMMA) {
        // ", 55, the …", ", the treasurer of …", ", who"
        let mut at = found.last + 1;
        if tokens.get(at).is_some_and(|t| t.shape == Shape::Number)
            && tokens.get(at + 1).is_some_and(|t| t.is(words::COMMA))
        {
            return true;
        }
        // ", sacked as treasurer"
        if tokens.get(at).is_some_and(|t| takes_people(tables, t) && t.shape == Shape::Lower)
            && tokens.get(at + 1).is_some_and(|t| t.is_any(&[words::AS, words::FROM, words::BY]))
        {
            return true;
        }
        // ", a protester from Ohio"
        let indefinite = tokens.get(at).is_some_and(|t| t.is_any(&[words::A, words::AN]));
        for _ in 0..5 {
            let Some(token) = tokens.get(at) else { return false };
            if is_post(at) || token.has(class::WHO) || indefinite && token.has(class::PERSON_NOUN) {
                return true;
            }
            let owner = mentions.of_kind(at, Kind::Organization).or_else(|| mentions.of_kind(at, Kind::Place));
            match owner {
                Some(owner) => at = owner.last,
                None if token.has(class::DETERMINER.or(class::POSSESSIVE))
                    || token.is_possessive()
                    || token.has(class::COMMON) && !token.has(class::VERB) =>
                {
                    at += 1
                }
                None => return false,
            }
        }
        return false;
    }
    // "Xanthe Oduya resigned", "Xanthe Oduya was named", "Xanthe Oduya said"
    let mut verb = found.last;
    while verb < found.last + 4
        && tokens.get(verb).is_some_and(|t| t.has(class::BE.or(class::HAVE).or(class::MODAL).or(class::ADVERB)))
    {
        verb += 1;
    }
    let Some(token) = tokens.get(verb) else { return false };
    if next.has(class::SAY.or(class::WHO).or(class::ANIMATE)) && next.shape == Shape::Lower {
        return true;
    }
    let Some(form) =
        tables.verb_form(token.word).filter(|_| token.has(class::FRAME_VERB) && token.shape == Shape::Lower)
    else {
        return false;
    };
    // "Xanthe Oduya made way"; not "Harlow Tools makes lathes".
    tables.frames_of(form.lemma).any(|f| {
        f.pos == FramePos::Verb
            && (f.who == FrameWho::Subject) == (verb == found.last)
            && is_followed_by_rest(tokens, f, verb)
    })
}

/// "Oduya got the sack": whether the words of a verb's frame follow it.
fn is_followed_by_rest(tokens: &[Token], frame: &Frame, verb: usize) -> bool {
    let mut next = verb + 1;
    frame.rest.iter().all(|&word| {
        next += usize::from(tokens.get(next).is_some_and(|t| t.has(class::DETERMINER)));
        next += 1;
        tokens.get(next - 1).is_some_and(|t| t.is(word))
    })
}

/// The post whose title or complements end at a token.
fn ends_in_post(mentions: &Mentions, posts: &[Post], at: usize) -> Option<usize> {
    if let Some(found) = mentions.of_kind(at, Kind::Post) {
        return found.entity;
    }
    // "the head of Acme, Xanthe Oduya,"
    let organization = mentions.covering(at).filter(|(_, f)| matches!(f.kind, Kind::Organization | Kind::Place))?.1;
    (1..5).find_map(|back| {
        let index = mentions.of_kind(organization.first.checked_sub(back)?, Kind::Post)?.entity?;
        (posts[index].all.end == organization.last).then_some(index)
    })
}

/// "resignation", "appointment": nouns of what only people do or have done to them.
fn is_going_of_people(tables: &Tables, token: &Token) -> bool {
    token.has(class::FRAME_NOUN)
        && tables
            .frames_of(token.word)
            .any(|f| f.pos == FramePos::Noun && f.rest.is_empty() && f.needs == FrameNeed::Nothing)
}

/// "named", "appointed", "elected": verbs whose object is a person.
fn takes_people(tables: &Tables, token: &Token) -> bool {
    let Some(form) = tables.verb_form(token.word).filter(|_| token.has(class::FRAME_VERB)) else { return false };
    tables.frames_of(form.lemma).any(|f| f.pos == FramePos::Verb && f.who == FrameWho::Object && f.rest.is_empty())
}
