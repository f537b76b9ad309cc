//! Organisations: acronyms and short forms to the fullest name that the document gives.

use super::{ByName, lower_into, name_of};
use crate::lexicon::{Gender, PlaceKind, class};
use crate::mentions::Kind;
use crate::reading::{Known, Reading};
use crate::text::Token;

/// The letters of an acronym, at most.
const ACRONYM: usize = 4;

pub(super) fn resolve(reading: &mut Reading<'_>) {
    let mut organizations: Vec<Known> = Vec::new();
    let mut by_name = ByName::default();
    let mut entity: Vec<Option<usize>> = vec![None; reading.mentions.list.len()];
    let mut key = String::new();
    for (index, found) in reading.mentions.list.iter().enumerate() {
        if !matches!(found.kind, Kind::Organization | Kind::Place) {
            continue;
        }
        let name = name_of(reading, found.first, found.last);
        // "Ore." and "Oregon" are one.
        let words = || reading.text.tokens[found.range()].iter().map(|t| t.word);
        let place = (found.kind == Kind::Place).then(|| reading.tables.places.longest(words())).flatten();
        let state = place.filter(|(n, p)| *n == found.last - found.first && p.kind == PlaceKind::State);
        match state.and_then(|(_, p)| p.canonical.as_deref()) {
            Some(canonical) => lower_into(&mut key, canonical),
            None => key_into(&mut key, &name),
        }
        let known = by_name.get_or_insert(&key, organizations.len());
        if known == organizations.len() {
            let gender = Gender::Unknown;
            organizations.push(Known { name: name.into_owned(), fullest: found.range(), first: found.first, gender });
        }
        if name_is_fuller(&organizations[known].name, reading.text.words(found.range())) {
            organizations[known].name = name_of(reading, found.first, found.last).into_owned();
            organizations[known].fullest = found.range();
        }
        entity[index] = Some(known);
    }
    // Which entity each is a short form of: bracketed acronyms, then "Acme" for "Acme Corp" and initials for full names.
    let mut fuller: Vec<usize> = (0..organizations.len()).collect();
    for short in &reading.abbreviated {
        let name = key_of(&name_of(reading, short.name.start, short.name.end));
        let acronym = key_of(&name_of(reading, short.short, short.short + 1));
        let Some(full) = by_name.get(&name) else { continue };
        // "the Company" is a name of its own only by its definition.
        let abbreviation = by_name.get_or_insert(&acronym, organizations.len());
        if abbreviation == organizations.len() {
            fuller.push(full);
            let first = short.short;
            let name = name_of(reading, first, first + 1).into_owned();
            organizations.push(Known { name, fullest: first..first + 1, first, gender: Gender::Unknown });
        }
        if abbreviation != full {
            fuller[abbreviation] = full;
        }
    }
    // A place is no short form: "Texas" beside "Texas Air Corp".
    let mut place = vec![false; organizations.len()];
    for (found, entity) in reading.mentions.list.iter().zip(&entity) {
        if let Some(organization) = entity.filter(|_| found.kind == Kind::Place) {
            place[organization] = true;
        }
    }
    let mut by_initials = ByName::default();
    let mut by_first = ByName::default();
    for (index, organization) in organizations.iter().enumerate() {
        if !organization.name.contains(' ') {
            continue;
        }
        initials_into(&mut key, &organization.name);
        by_initials.get_or_insert(&key, index);
        let corporate =
            reading.text.tokens[organization.fullest.clone()].last().is_some_and(|t| t.has(class::ORG_SUFFIX));
        let trade = reading.text.tokens[organization.fullest.clone()].last().is_some_and(is_trade);
        // "Marsh" for "Marsh & McLennan"
        if let Some(end) = organization.name.find(" & ") {
            key_into(&mut key, &organization.name[..end]);
            by_first.get_or_insert(&key, index);
        }
        if corporate || trade {
            for (end, _) in organization.name.match_indices(' ') {
                // "Fiat" beside "Fiat Motors", "House" beside "House Conference": known by itself.
                let known = || {
                    let words = organization.name[..end]
                        .split(' ')
                        .map(|word| reading.tables.word(word.to_lowercase().as_bytes()));
                    let length = organization.name[..end].split(' ').count();
                    reading.tables.organizations.longest(words).is_some_and(|(n, _)| n == length)
                };
                if !corporate && known() {
                    continue;
                }
                key_into(&mut key, &organization.name[..end]);
                by_first.get_or_insert(&key, index);
            }
        }
    }
    for index in 0..organizations.len() {
        if fuller[index] != index {
            continue;
        }
        let name = &organizations[index].name;
        let upper = name.chars().all(|c| c.is_uppercase() || c == '.') && name.chars().count() >= 2;
        if by_first.is_empty() && (!upper || by_initials.is_empty()) {
            continue;
        }
        key_into(&mut key, name);
        // "OSTRAVA" in the headline of a text of Ostrava Tools Inc, "OTC" in one of OTC Corp; not in one of OTC Finance Inc.
        let shouted = upper.then(|| {
            by_first.get(&key).filter(|&full| {
                key.len() > ACRONYM || is_bare(&reading.text.tokens[organizations[full].fullest.clone()])
            })
        });
        let shouted = shouted.flatten();
        if upper {
            key.retain(|c| c != '.');
        }
        let full = if upper { by_initials.get(&key).or(shouted) } else { by_first.get(&key) };
        let is_place = |index: usize| place.get(index).is_some_and(|place| *place);
        if let Some(full) = full.filter(|&f| f != index && (!is_place(index) || upper && is_place(f))) {
            fuller[index] = full;
        }
    }
    // A name that a suffix elsewhere shows to be an organisation: "Acme" after "Acme Corp".
    for (index, found) in reading.mentions.list.iter().enumerate() {
        if found.kind == Kind::Name {
            key_into(&mut key, &name_of(reading, found.first, found.last));
            entity[index] = by_first.get(&key).or_else(|| by_name.get(&key));
            // "Heck's also said" in a text of Heck's Inc: the mark is the name's own.
            let owns = reading.text.tokens.get(found.last).is_some_and(Token::is_possessive);
            if owns && entity[index].is_none() {
                key_into(&mut key, &name_of(reading, found.first, found.last + 1));
                entity[index] = by_first.get(&key);
            }
        }
    }
    for (found, organization) in reading.mentions.list.iter_mut().zip(entity) {
        let Some(organization) = organization else { continue };
        if found.kind == Kind::Name {
            found.kind = Kind::Organization;
        }
        if matches!(found.kind, Kind::Organization | Kind::Place) {
            found.entity = Some(fuller[organization]);
        }
    }
    reading.organizations = organizations;
}

/// "Foods", "Partners", "Rovers": ends the name of a firm or a team, which is called by the words before it, too. A "Board", a "Union",
/// a "School" is of what stands before it, a "Courier" of the town.
pub(super) fn is_trade(token: &Token) -> bool {
    token.has(class::ORG_HEAD)
        && !token.has(class::ORG_GENERIC.or(class::ORG_UNIT).or(class::ORG_OPENER).or(class::NEWSPAPER))
}

/// "OTC Corp": one word and its legal form; not "OTC Group", which others may be.
fn is_bare(name: &[Token]) -> bool {
    name.len() == 2 && name[1].has(class::ORG_SUFFIX) && !name[1].has(class::ORG_GENERIC.or(class::ORG_HEAD))
}

/// "Oregon" is fuller than "Ore.", "Ostrava Tools" than the headline's "OSTRAVA TOOLS".
fn name_is_fuller(known: &str, new: &str) -> bool {
    let small = |name: &str| name.bytes().any(|b| b.is_ascii_lowercase());
    known.ends_with('.') && !new.ends_with('.') && new.len() > known.len() || !small(known) && small(new)
}

/// What tells organisations apart: their names in small letters, without the article.
fn key_into(key: &mut String, name: &str) {
    lower_into(key, name);
    if key.starts_with("the ") {
        key.drain(.."the ".len());
    }
}

fn key_of(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    key_into(&mut key, name);
    key
}

/// The first letters of a name's words, but for the small ones: "International Union of Dockers" gives "iud".
fn initials_into(key: &mut String, name: &str) {
    const SMALL: [&str; 7] = ["and", "of", "the", "for", "on", "&", "in"];
    key.clear();
    for word in name.split(' ').filter(|word| !SMALL.iter().any(|small| small.eq_ignore_ascii_case(word))) {
        key.extend(word.chars().take(1).flat_map(char::to_lowercase));
    }
}
