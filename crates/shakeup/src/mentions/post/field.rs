//! The field of a post between its title and what it is of: "president of North America at Acme", "Acme labour correspondent".

use super::super::{Found, Kind, Mentions};
use super::Post;
use super::unit::past_articles;
use crate::lexicon::{PlaceKind, PostKind, PostScope, Tables, class, words};
use crate::text::{Gap, Shape, Text, Token};

/// Past the function that a comma adds to a title in capitals, where what the post is of stands behind: "Vice President, Global Sales
/// of Acme".
pub(super) fn past_function(tokens: &[Token], post: &Post, start: usize) -> usize {
    const LONGEST: usize = 5; // "Planning, Strategy and Growth"
    let comma = tokens.get(start).is_some_and(|t| t.is(words::COMMA)) && tokens[post.title.end - 1].is_capital();
    if !comma || post.kind != PostKind::Executive && post.kind != PostKind::Finance {
        return start;
    }
    let part = |t: &Token| {
        let word = t.shape == Shape::Capital && t.has(class::COMMON) && !t.has(class::GRAMMAR.or(class::POST_START));
        t.gap <= Gap::Space && (word || t.is_any(&[words::AND, words::AMPERSAND, words::COMMA]))
    };
    let words = tokens[start + 1..].iter().take(LONGEST).take_while(|t| part(t)).count();
    let end = start + 1 + words;
    let leads = tokens.get(end).is_some_and(|t| t.is_any(&[words::OF, words::AT, words::FOR, words::WITH]));
    if words > 0 && leads { end } else { start }
}

/// Where "at" stands behind a region and what it describes, if an organisation follows: "head of Asia Pacific at Acme", "director of
/// the Middle East programme at the Harbor Institute".
pub(super) fn field_by_place(
    text: &Text<'_>,
    mentions: &Mentions,
    post: &Post,
    lead: &Token,
    found: &Found,
) -> Option<usize> {
    const NOUNS: usize = 3;
    let tokens = &text.tokens;
    let region = found.kind == Kind::Place || found.kind == Kind::Name && lead.is(words::FOR);
    let seated = matches!(post.scope, PostScope::Local | PostScope::National | PostScope::Seat);
    if !region || seated || !lead.is_any(&[words::OF, words::FOR, words::IN, words::ON]) {
        return None;
    }
    let noun =
        |t: &Token| t.gap == Gap::Space && t.is_word() && !t.has(class::GRAMMAR.or(class::SAY).or(class::FRAME_VERB));
    let nouns = tokens[found.last..].iter().take(NOUNS).take_while(|t| noun(t)).count();
    let at = found.last + nouns;
    let owner = past_articles(tokens, at + 1);
    // "head of the Europe office for Acme"
    let bare = nouns == 0;
    let leads = tokens.get(at).is_some_and(|t| t.is(words::AT) || bare && t.is_any(&[words::FOR, words::WITH]));
    (leads && mentions.of_kind(owner, Kind::Organization).is_some()).then_some(at)
}

/// Whether a demonym goes with the word after it and names no place: "European publishing".
pub(super) fn describes_field(tokens: &[Token], tables: &Tables, found: &Found) -> bool {
    let place = tables.places.longest(tokens[found.range()].iter().map(|t| t.word));
    let next = tokens.get(found.last);
    // "US" and "UK" are adjectives as they stand.
    let initials = found.last - found.first == 1 && tokens[found.first].shape == Shape::Upper;
    place.is_some_and(|(_, p)| p.kind == PlaceKind::Demonym || initials)
        && next.is_some_and(|t| {
            let noun = t.has(class::COMMON) && !t.has(class::GRAMMAR.or(class::SAY).or(class::BE).or(class::HAVE));
            t.shape == Shape::Lower && t.gap == Gap::Space && noun
        })
}

/// "Acme labour affairs correspondent Ann Lee": where a field starts that no table knows, between an organisation and a title
/// before a name.
pub(super) fn field_after_name(tokens: &[Token], mentions: &Mentions, post: &Post) -> Option<usize> {
    const LONGEST: usize = 3;
    let named = mentions.of_kind(post.title.end, Kind::Person).is_some_and(|f| f.first == post.title.end);
    if !post.weak || !named || post.all.start != post.title.start {
        return None;
    }
    let is_field = |at: usize| {
        let token = &tokens[at];
        let verb = token.has(class::VERB) && !token.has(class::GERUND);
        token.shape == Shape::Lower && token.has(class::COMMON) && !token.has(class::GRAMMAR.or(class::SAY)) && !verb
    };
    let mut start = post.all.start;
    while start > 0 && post.all.start - start < LONGEST && is_field(start - 1) && tokens[start].gap == Gap::Space {
        start -= 1;
    }
    let owner = mentions.of_kind(start.checked_sub(1)?, Kind::Organization)?;
    (start < post.all.start && owner.last == start && tokens[start].gap == Gap::Space).then_some(start)
}
