//! Coordination: "A, B and C".

use crate::lexicon::{PlaceKind, class, words};
use crate::mentions::{Found, Kind};
use crate::reading::Reading;

/// How many members a coordination may have.
const MOST: usize = 12;

/// The mentions of a kind that are coordinated after a token: for "A, B and C" from the end of A, B and C.
pub(crate) fn conjuncts_after<'r>(reading: &'r Reading<'_>, end: usize, kind: Kind) -> Vec<&'r Found> {
    let tokens = &reading.text.tokens;
    let mut found = Vec::new();
    let mut at = end;
    let mut closed = false;
    while found.len() < MOST && !closed {
        let mut next = skip_tag(reading, at);
        let Some(link) = tokens.get(next) else { break };
        if !link.is_any(&[words::COMMA, words::AND, words::AMPERSAND, words::SEMICOLON]) {
            break;
        }
        closed = link.is_any(&[words::AND, words::AMPERSAND]);
        next += 1;
        let comma = tokens.get(next).is_some_and(|t| t.is(words::AND));
        if comma {
            closed = true;
            next += 1;
        }
        let mut limit = 3;
        while limit > 0 && tokens.get(next).is_some_and(|t| t.has(class::HONORIFIC)) {
            next += 1;
            limit -= 1;
        }
        // "removed Lee and Oil Minister Omar Diaz"; not "hired Lee, and Governor Diaz said".
        if kind == Kind::Person
            && let Some(titled) = titled_name(reading, next)
        {
            next = titled;
        }
        match reading.mentions.of_kind(next, kind) {
            // "succeeding Lee, and Diaz was named": a clause of its own.
            Some(mention) if comma && found.is_empty() && kind == Kind::Person && opens_clause(reading, mention) => {
                break;
            }
            // "and Lee as treasurer", "and Lee treasurer" goes on with a post of its own.
            Some(mention) if mention.first == next && closed && has_own_post(reading, mention) => break,
            Some(mention) if mention.first == next => {
                at = mention.last;
                found.push(mention);
            }
            _ => break,
        }
    }
    let closed = closed && found.last().is_none_or(|last| at == last.last);
    // Without "and" it was a list of something else: "Lee, Diaz said".
    if closed { found } else { Vec::new() }
}

/// The people whom a clause lists, each with titles and places of work before or after the name: for "were Acme chairman Ann
/// Lee, Omar Diaz of Bolt, and Carl Roe, a lawyer" all three.
pub(crate) fn listed(reading: &Reading<'_>, from: usize, end: usize) -> Vec<usize> {
    let tokens = &reading.text.tokens;
    let mut people = Vec::new();
    let mut at = from;
    while at < end && people.len() < MOST {
        if let Some((_, found)) = reading.mentions.covering(at) {
            let owns = tokens.get(found.last).is_some_and(|t| t.is_possessive());
            let lead = at > from && tokens[at - 1].has(class::PREPOSITION);
            if found.kind == Kind::Person && !owns && !lead {
                people.push(found.first);
            }
            at = found.last.max(at + 1);
            continue;
        }
        let clause = class::WHO.or(class::BE).or(class::HAVE).or(class::MODAL).or(class::SAY).or(class::SUBORDINATOR);
        let token = &tokens[at];
        let closes = token.has(clause) && !token.has(class::PREPOSITION) && !token.is_possessive();
        if closes || super::is_verb(reading, at) || token.is_any(&[words::QUOTE, words::COLON]) {
            break;
        }
        at += 1;
    }
    people
}

/// The name behind a title, unless it does something of its own.
fn titled_name(reading: &Reading<'_>, title: usize) -> Option<usize> {
    let mut post = &reading.posts[reading.post_at(title)?];
    // "and President and CEO Omar Diaz"
    let joined = reading.text.tokens.get(post.all.end).is_some_and(|t| t.is_any(&[words::AND, words::AMPERSAND]));
    if let Some(second) = reading.post_at(post.all.end + 1).filter(|_| joined) {
        post = &reading.posts[second];
    }
    let found = reading.mentions.of_kind(post.all.end, Kind::Person).filter(|f| f.first == post.all.end)?;
    let acts = |t: &crate::text::Token| {
        t.has(class::SAY.or(class::BE).or(class::HAVE).or(class::MODAL).or(class::WHO)) || t.is_possessive()
    };
    let after = reading.text.tokens.get(found.last);
    let verb = after.is_some_and(acts) || after.is_some() && super::is_verb(reading, found.last);
    (!verb).then_some(found.first)
}

fn opens_clause(reading: &Reading<'_>, mention: &Found) -> bool {
    let verb = class::BE.or(class::HAVE).or(class::MODAL);
    reading.text.tokens.get(mention.last).is_some_and(|t| t.has(verb) && !t.is_possessive())
}

fn has_own_post(reading: &Reading<'_>, mention: &Found) -> bool {
    let tokens = &reading.text.tokens;
    let next = mention.last;
    mention.kind == Kind::Person
        // "named Lee and Diaz directors"
        && (reading.post_at(next).is_some_and(|post| !reading.posts[post].plural)
            || tokens.get(next).is_some_and(|t| t.is(words::AS))
                && (next + 1..next + 4)
                    .find_map(|at| reading.post_at(at))
                    .is_some_and(|post| !reading.posts[post].plural))
}

/// Whether a place is a state.
pub(crate) fn is_state(reading: &Reading<'_>, place: &Found) -> bool {
    let known = reading.tables.places.longest(reading.text.tokens[place.range()].iter().map(|t| t.word));
    known.is_some_and(|(_, known)| known.kind == PlaceKind::State)
}

/// Whether a party or a place of its own stands behind a name.
pub(crate) fn is_tagged(reading: &Reading<'_>, name: &Found) -> bool {
    skip_tag(reading, name.last) > name.last
}

/// A party tag or a place between members: "Lee (R-Ohio)", "Lee, R-Ohio,", "Lee of Ohio".
fn skip_tag(reading: &Reading<'_>, at: usize) -> usize {
    let tokens = &reading.text.tokens;
    if tokens.get(at).is_some_and(|t| t.is(words::OF)) {
        // "Lee of Acme Bank, Diaz of Bolt"
        let of = |kind: Kind| reading.mentions.of_kind(at + 1, kind).map(|found| found.last);
        return of(Kind::Place).or_else(|| of(Kind::Organization)).unwrap_or(at);
    }
    // "Lee, Republican of Ohio, and Diaz, Democrat of Maine"
    let party = tokens.get(at).is_some_and(|t| t.is(words::COMMA))
        && tokens.get(at + 1).is_some_and(|t| t.has(class::PERSON_NOUN) && t.is_capital())
        && tokens.get(at + 2).is_some_and(|t| t.is(words::OF));
    if let Some(place) = reading.mentions.of_kind(at + 3, Kind::Place).filter(|_| party) {
        return place.last;
    }
    // "Lee, Ohio; Diaz, Maine", "Lee, Ohio, and Diaz, Maine"
    if let Some(place) = reading.mentions.of_kind(at + 1, Kind::Place).filter(|p| p.first == at + 1)
        && tokens[at].is(words::COMMA)
        && tokens
            .get(place.last)
            .is_some_and(|t| t.is(words::SEMICOLON) || t.is(words::COMMA) && is_state(reading, place))
    {
        return place.last;
    }
    // "Lee, an Ohio Democrat, and Diaz"
    let article = tokens.get(at).is_some_and(|t| t.is(words::COMMA))
        && tokens.get(at + 1).is_some_and(|t| t.is_any(&[words::A, words::AN]));
    if let Some(place) = reading.mentions.of_kind(at + 2, Kind::Place).filter(|_| article)
        && tokens.get(place.last).is_some_and(|t| t.has(class::PERSON_NOUN) && t.is_capital())
    {
        return place.last + 1;
    }
    let tagged = tokens.get(at).is_some_and(|t| t.is(words::COMMA)) && reading.is_party_tag(at + 1);
    if tagged {
        let end = reading.mentions.covering(at + 1).map_or(at + 2, |(_, f)| f.last);
        return end;
    }
    if tokens.get(at).is_some_and(|t| t.is(words::OPEN)) {
        let close = (at + 1..tokens.len().min(at + 8)).find(|&i| tokens[i].is(words::CLOSE));
        return close.map_or(at, |close| close + 1);
    }
    at
}

/// Tokens of the people coordinated up to and with a mention: for "A, B and C" from C, all three.
pub(crate) fn conjuncts_before(reading: &Reading<'_>, last: &Found, start: usize) -> Vec<usize> {
    let tokens = &reading.text.tokens;
    let mut found = vec![last.first];
    let mut at = last.first;
    let mut joined = false;
    while at > start + 1 && found.len() < MOST {
        let mut link = at - 1;
        while link > start && tokens[link].has(class::HONORIFIC) {
            link -= 1;
        }
        // The title of the later member: "Gov. A and Sen. B".
        if let Some(post) = reading.mentions.of_kind(link, Kind::Post) {
            if post.first <= start {
                break;
            }
            // "Acme president Lee and Bolt president Diaz"
            let whole = post.entity.map_or(post.first, |index| reading.posts[index].all.start.min(post.first));
            link = whole.max(start + 1) - 1;
        }
        let token = &tokens[link];
        // "Lee, as well as Diaz, was"
        let as_well = link >= start + 3
            && token.is(words::AS)
            && tokens[link - 1].is(words::WELL)
            && tokens[link - 2].is(words::AS);
        if as_well {
            link -= 2;
            joined = true;
        } else if token.is(words::AND) {
            joined = true;
        } else if !(token.is_any(&[words::COMMA, words::SEMICOLON]) && joined) {
            break;
        }
        let mut before = link.saturating_sub(1);
        if tokens[before].is_any(&[words::COMMA, words::SEMICOLON]) {
            before = before.saturating_sub(1);
        }
        before = before_apposition(reading, before, start);
        match reading.mentions.of_kind(before, Kind::Person) {
            Some(mention) if before >= start => {
                let mention = described_with(reading, mention, start).unwrap_or(mention);
                // "was named president, succeeding Lee, and Diaz has been": Lee is another verb's.
                let title = |at: usize| reading.post_at(at).is_some() || tokens[at].has(class::HONORIFIC);
                let lead = (start..mention.first).rev().take(4).find(|&at| !title(at));
                let other = |at: usize| {
                    let includes = reading.tables.verb_form(tokens[at].word).is_some_and(|v| v.lemma == words::INCLUDE);
                    tokens[at].has(class::GERUND) && !includes && super::is_verb(reading, at)
                };
                if lead.is_some_and(other) {
                    break;
                }
                at = mention.first;
                found.push(mention.first);
            }
            _ => break,
        }
    }
    found.reverse();
    found
}

/// "Lee, husband of Rep. Roe, and Diaz": Roe only says who Lee is.
fn described_with<'r>(reading: &'r Reading<'_>, mention: &Found, start: usize) -> Option<&'r Found> {
    const NOUN: usize = 5; // tokens: "a longtime friend"
    let tokens = &reading.text.tokens;
    let title = |at: usize| reading.mentions.of_kind(at, Kind::Post).is_some() || tokens[at].has(class::HONORIFIC);
    let of = (start..mention.first).rev().take(4).find(|&at| !title(at)).filter(|&at| tokens[at].is(words::OF))?;
    let noun = |&at: &usize| tokens[at].has(class::COMMON.or(class::DETERMINER)) && !tokens[at].has(class::PREPOSITION);
    let first = (start..of).rev().take(NOUN).take_while(noun).last()?;
    let comma = first.checked_sub(1).filter(|&at| at > start && tokens[at].is(words::COMMA))?;
    reading.mentions.of_kind(comma - 1, Kind::Person)
}

/// From the end of an apposition to the person before it: "Lee, president and treasurer; Diaz, …".
fn before_apposition(reading: &Reading<'_>, end: usize, start: usize) -> usize {
    let tokens = &reading.text.tokens;
    let mut at = end;
    let mut posts = 0;
    while at > start && end - at < 16 {
        match reading.mentions.covering(at) {
            // "Lee of Acme in Ohio and Diaz"
            Some((_, found)) if found.kind == Kind::Person && tokens[found.last].is(words::OF) => return at,
            Some((_, found)) if found.kind == Kind::Person => {
                // "Rep. Lee, D-Calif., and Diaz"
                let tagged = reading.is_party_tag(found.last + 1);
                let apposed = (posts > 0 || tagged) && tokens[found.last].is(words::COMMA);
                return if apposed || at == end { at } else { end };
            }
            Some((_, found)) => {
                posts += usize::from(found.kind == Kind::Post);
                at = found.first;
            }
            None if tokens[at].is_any(&[words::SEMICOLON, words::COLON]) || tokens[at].has(class::VERB) => return end,
            None => {}
        }
        // A mention may start the text.
        at = at.saturating_sub(1);
    }
    end
}
