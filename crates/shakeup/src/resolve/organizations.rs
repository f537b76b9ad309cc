//! Organisations: acronyms and short forms to the fullest name that the document gives.

use std::collections::HashMap;

use crate::lexicon::{Gender, PlaceKind, class};
use crate::mentions::Kind;
use crate::reading::{Known, Reading};

pub(super) fn resolve(reading: &mut Reading<'_>) {
    let mut organizations: Vec<Known> = Vec::new();
    let mut by_name: HashMap<String, usize> = HashMap::new();
    let mut entity: Vec<Option<usize>> = vec![None; reading.mentions.list.len()];
    for (index, found) in reading.mentions.list.iter().enumerate() {
        if !matches!(found.kind, Kind::Organization | Kind::Place) {
            continue;
        }
        let name = organization_name(reading, found.first, found.last);
        // "Ore." and "Oregon" are one.
        let words = || reading.text.tokens[found.range()].iter().map(|t| t.word);
        let state =
            reading.tables.places.longest(words()).filter(|(n, p)| {
                *n == found.last - found.first && p.kind == PlaceKind::State && found.kind == Kind::Place
            });
        let key = state.and_then(|(_, p)| p.canonical.as_deref()).map_or_else(|| key_of(&name), str::to_lowercase);
        let known = *by_name.entry(key).or_insert_with(|| {
            organizations.push(Known { name, fullest: found.range(), first: found.first, gender: Gender::Unknown });
            organizations.len() - 1
        });
        if name_is_fuller(&organizations[known].name, reading.text.words(found.range())) {
            organizations[known].name = organization_name(reading, found.first, found.last);
            organizations[known].fullest = found.range();
        }
        entity[index] = Some(known);
    }
    // Which entity each is a short form of: bracketed acronyms, then "Acme" for "Acme Corp" and initials for full names.
    let mut fuller: Vec<usize> = (0..organizations.len()).collect();
    for short in &reading.abbreviated {
        let name = key_of(&organization_name(reading, short.name.start, short.name.end));
        let acronym = key_of(&organization_name(reading, short.short, short.short + 1));
        let Some(&full) = by_name.get(&name) else { continue };
        // "the Company" is a name of its own only by its definition.
        let abbreviation = *by_name.entry(acronym).or_insert_with(|| {
            fuller.push(full);
            let first = short.short;
            let name = organization_name(reading, first, first + 1);
            organizations.push(Known { name, fullest: first..first + 1, first, gender: Gender::Unknown });
            organizations.len() - 1
        });
        if abbreviation != full {
            fuller[abbreviation] = full;
        }
    }
    let mut by_initials: HashMap<String, usize> = HashMap::new();
    let mut by_first: HashMap<String, usize> = HashMap::new();
    for (index, organization) in organizations.iter().enumerate() {
        let words: Vec<&str> = organization.name.split_whitespace().collect();
        if words.len() >= 2 {
            by_initials.entry(initials(&words)).or_insert(index);
            let corporate =
                reading.text.tokens[organization.fullest.clone()].last().is_some_and(|t| t.has(class::ORG_SUFFIX));
            if corporate {
                for length in 1..words.len() {
                    by_first.entry(key_of(&words[..length].join(" "))).or_insert(index);
                }
            }
        }
    }
    for index in 0..organizations.len() {
        if fuller[index] != index {
            continue;
        }
        let name = &organizations[index].name;
        let upper = name.chars().all(|c| c.is_uppercase() || c == '.') && name.chars().count() >= 2;
        let key = key_of(name);
        let full = if upper { by_initials.get(&key.replace('.', "")) } else { by_first.get(&key) };
        if let Some(&full) = full.filter(|&&f| f != index) {
            fuller[index] = full;
        }
    }
    // A name that a suffix elsewhere shows to be an organisation: "Acme" after "Acme Corp".
    for (index, found) in reading.mentions.list.iter().enumerate() {
        if found.kind == Kind::Name {
            let key = key_of(&organization_name(reading, found.first, found.last));
            entity[index] = by_first.get(&key).or_else(|| by_name.get(&key)).copied();
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

/// "Oregon" is fuller than "Ore.".
fn name_is_fuller(known: &str, new: &str) -> bool {
    known.ends_with('.') && !new.ends_with('.') && new.len() > known.len()
}

fn organization_name(reading: &Reading<'_>, first: usize, last: usize) -> String {
    reading.text.words(first..last).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn key_of(name: &str) -> String {
    let lower = name.to_lowercase();
    lower.strip_prefix("the ").map_or(lower.clone(), str::to_owned)
}

fn initials(words: &[&str]) -> String {
    let small = ["and", "of", "the", "for", "on", "&", "in"];
    words
        .iter()
        .filter(|w| !small.contains(&w.to_lowercase().as_str()))
        .filter_map(|w| w.chars().next())
        .flat_map(char::to_lowercase)
        .collect()
}
