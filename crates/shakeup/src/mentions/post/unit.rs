//! Units and bodies that a post is of: with an owner's name, and with none but their words.

use super::super::{Found, Kind, Mentions};
use crate::lexicon::{Class, ModifierKind, Tables, class, words};
use crate::text::{Gap, Shape, Text, Token};

/// "firm Acme", "magazine The Acme", "watchdog group Acme": a noun for an organisation, with its name behind it.
pub(super) fn is_named_behind(tokens: &[Token], mentions: &Mentions, noun: usize) -> bool {
    let group = tokens.get(noun + 1).is_some_and(|t| t.has(class::ORG_GENERIC) && t.shape == Shape::Lower);
    let name = noun + 1 + usize::from(group);
    let name = name + usize::from(tokens.get(name).is_some_and(|t| t.is(words::THE)));
    tokens.get(name).is_some_and(|t| t.is_capital() && t.gap == Gap::Space)
        && mentions.covering(name).is_some_and(|(_, f)| matches!(f.kind, Kind::Organization | Kind::Name))
}

/// "head of the political science department", "chair of the interactive committee": so called, without a name.
pub(super) fn unnamed_unit(
    tokens: &[Token],
    tables: &Tables,
    name: usize,
    at: usize,
) -> Option<std::ops::Range<usize>> {
    if !tokens[at].has(class::ORG_UNIT) {
        return None;
    }
    let owner = (name..at).rev().find(|&i| tokens[i].is_possessive());
    let unit = owner.map_or(name, |owner| owner + 1)..at + 1;
    let goes_on = |t: &Token| t.is_possessive() || t.shape == Shape::Lower && t.has(class::ORG_GENERIC);
    // "the science department", not "the new subsidiary", "that office".
    let modifier = tables.modifiers.longest(tokens[unit.clone()].iter().map(|t| t.word));
    (unit.len() > 1
        && modifier.is_none_or(|(_, kind)| *kind == ModifierKind::Domain)
        && !tokens[unit.start].has(class::GRAMMAR)
        && tokens[unit.clone()].iter().all(|t| t.shape == Shape::Lower && t.has(class::COMMON))
        && !tokens.get(unit.end).is_some_and(goes_on))
    .then_some(unit)
}

/// "Acme's retail unit", "the city's planning department": the unit without a name that starts at a token.
pub(crate) fn unit_at(
    text: &Text<'_>,
    tables: &Tables,
    mentions: &Mentions,
    start: usize,
) -> Option<std::ops::Range<usize>> {
    const LONGEST: usize = 6; // tokens: "political science and law department"
    let tokens = &text.tokens;
    let name = past_articles(tokens, start);
    if let Some((_, owner)) = mentions.covering(name).filter(|(_, f)| f.first == name) {
        let unit = with_unit(tokens, mentions, owner);
        return (matches!(owner.kind, Kind::Organization | Kind::Name) && unit != owner.range()).then_some(unit);
    }
    // Not "runs a big operation", "leads the lobbying group Acme".
    let known = !tokens[name - 1].is_any(&[words::A, words::AN]);
    let plain = |at: &usize| mentions.covering(*at).is_none();
    let goes_on = |at: usize| tokens.get(at).is_some_and(|t| t.is_capital() && t.gap == Gap::Space);
    let unit = (name..tokens.len().min(name + LONGEST))
        .take_while(plain)
        .find_map(|at| unnamed_unit(tokens, tables, name, at).filter(|_| !goes_on(at + 1)));
    unit.filter(|_| known)
}

/// "the council of economic advisers", "the committee of the regions": a body that its words tell, in small letters.
pub(super) fn unnamed_body(tokens: &[Token], name: usize, noun: usize) -> Option<std::ops::Range<usize>> {
    const LONGEST: usize = 4; // tokens behind "of"
    if name != noun || tokens[noun].shape != Shape::Lower || tokens[noun].is(words::BOARD) {
        return None;
    }
    let first = noun + 1 + usize::from(tokens.get(noun + 1)?.is(words::OF));
    let plain = |t: &&Token| t.shape == Shape::Lower && t.has(class::COMMON) && !t.has(class::GRAMMAR.or(class::VERB));
    let end = first + tokens[first..].iter().take(LONGEST).take_while(plain).count();
    (first > noun + 1 && end > first).then_some(noun..end)
}

pub(super) fn past_articles(tokens: &[Token], mut at: usize) -> usize {
    let end = at + 3;
    // "of <Acme Corp>": the wire's brackets round a name.
    while at < end
        && tokens
            .get(at)
            .is_some_and(|t| t.has(class::DETERMINER.or(class::POSSESSIVE)) || t.is_any(&[words::S, words::LESS]))
    {
        at += 1;
    }
    at
}

/// An organisation with the unit that it owns, in capitals the unit alone: "ICE's Enforcement and Removal Operations".
pub(super) fn with_unit(tokens: &[Token], mentions: &Mentions, found: &Found) -> std::ops::Range<usize> {
    if !tokens.get(found.last).is_some_and(Token::is_possessive) {
        return found.range();
    }
    let unit = owned_unit(tokens, mentions, found.last + 1);
    // "in the Justice Department's antitrust division", "the bureau's Ohio office", "Acme's trade and research unit"
    const LONGEST: usize = 6; // tokens
    const CLAUSE: Class =
        class::BE.or(class::HAVE).or(class::MODAL).or(class::SAY).or(class::DETERMINER).or(class::SUBORDINATOR);
    let mut division = None;
    for (at, token) in tokens.iter().enumerate().skip(found.last + 1).take(LONGEST) {
        if token.has(class::ORG_UNIT.or(class::ORG_GENERIC)) {
            division = Some(at);
        }
        let word = token.shape == Shape::Lower
            && token.has(class::COMMON)
            && !token.has(CLAUSE)
            && (!token.has(class::PREPOSITION) || token.is(words::OF));
        if !word && mentions.of_kind(at, Kind::Place).is_none() {
            break;
        }
    }
    match (unit, division) {
        (Some(unit), _) => unit.range(),
        (None, Some(division)) => found.first..division + 1,
        _ => found.range(),
    }
}

/// "Acme's Percept Films", "the council's famous Ellery Theatre", "the union's Drivers' Rights Project": what stands after an
/// owner, the organisation before a mere name.
fn owned_unit<'m>(tokens: &[Token], mentions: &'m Mentions, start: usize) -> Option<&'m Found> {
    const LONGEST: usize = 6; // tokens
    let mut named: Option<&Found> = None;
    let mut at = start;
    while at < tokens.len().min(start + LONGEST) && tokens[at].gap <= Gap::Line {
        match mentions.covering(at) {
            Some((_, unit)) if unit.kind == Kind::Organization && (at < start + 2 || unit.range().len() > 1) => {
                return Some(unit);
            }
            // "the university's Psychology department": a word is no name.
            Some((_, unit)) if unit.kind == Kind::Name && named.is_none() && unit.range().len() > 1 => {
                named = Some(unit);
                at = unit.last;
            }
            None if tokens[at].is_possessive() && named.is_some() => at += 1,
            None if named.is_none() && tokens[at].shape == Shape::Lower && is_plain(&tokens[at]) => at += 1,
            _ => break,
        }
    }
    named
}

/// An ordinary word that describes what follows.
fn is_plain(token: &Token) -> bool {
    token.has(class::COMMON) && !token.has(class::GRAMMAR.or(class::SAY).or(class::VERB))
}
