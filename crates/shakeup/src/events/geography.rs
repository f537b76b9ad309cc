//! Countries, states and towns that posts may be of.

use std::collections::BTreeMap;

use super::context::nearest;
use super::draft::Place;
use crate::lexicon::{PlaceKind, PlaceSense, words};
use crate::mentions::Kind;
use crate::reading::Reading;

/// The country that the text spoke of last, be it in the name of something of its: "the Ghanaian Security Forces".
pub(super) fn nearest_country(reading: &Reading<'_>, token: usize) -> Option<Place> {
    const REACH: usize = 60;
    nearest(reading, token, REACH, is_country).map(|found| named_place(reading, found))
}

/// The town or county that a state goes with: "Port Ellery, Ohio".
pub(super) fn town_before(reading: &Reading<'_>, state: Place) -> Place {
    let comma = state.tokens.start.checked_sub(1).filter(|&at| reading.text.tokens[at].is(words::COMMA));
    let town = comma.and_then(|at| reading.mentions.covering(at.checked_sub(1)?));
    let town = town.filter(|(_, f)| matches!(f.kind, Kind::Place | Kind::Name | Kind::Organization));
    match town {
        Some((_, town)) if is_state(reading, state.tokens.start) => Place::new(reading, town.range()),
        _ => state,
    }
}

/// The place that the name of something of its starts with.
pub(super) fn named_place(reading: &Reading<'_>, found: Place) -> Place {
    let words = reading.text.tokens[found.tokens.clone()].iter().map(|t| t.word);
    match reading.tables.places.longest(words) {
        Some((length, _)) if length < found.tokens.len() => {
            Place { tokens: found.tokens.start..found.tokens.start + length, entity: None }
        }
        _ => found,
    }
}

/// A country that a minister may be of.
pub(super) fn is_country(reading: &Reading<'_>, token: usize) -> bool {
    let words = reading.text.tokens[token..].iter().map(|t| t.word);
    let place = reading.tables.places.longest(words);
    place.is_some_and(|(_, p)| is_nation(reading, p) && !has_no_ministers(p))
}

/// A country or its people: no "Asian".
pub(super) fn is_nation(reading: &Reading<'_>, place: &PlaceSense) -> bool {
    let name = || place.canonical.as_ref().map(|name| name.to_lowercase());
    let is_country = |name: String| {
        let words = name.split(' ').map(|word| reading.tables.word(word.as_bytes()));
        reading.tables.places.longest(words).is_some_and(|(_, p)| p.kind == PlaceKind::Country)
    };
    place.kind == PlaceKind::Country || place.kind == PlaceKind::Demonym && name().is_some_and(is_country)
}

/// The countries that a text names, each where it does first, be it by its people.
pub(super) fn named_countries(reading: &Reading<'_>) -> BTreeMap<String, Place> {
    let mut countries = BTreeMap::new();
    for found in reading.mentions.list.iter().filter(|f| f.kind == Kind::Place) {
        let place = Place::new(reading, found.range());
        if let Some(country) = country_of(reading, &place) {
            countries.entry(country.to_owned()).or_insert(place);
        }
    }
    countries
}

/// Whether a place is one on the map, no house or department.
pub(super) fn is_place(reading: &Reading<'_>, place: &Place) -> bool {
    let words = reading.text.tokens[place.tokens.clone()].iter().map(|t| t.word);
    reading.tables.places.longest(words).is_some_and(|(length, _)| length == place.tokens.len())
}

/// The name of the country that a place is.
pub(super) fn country_of<'r>(reading: &'r Reading<'_>, place: &Place) -> Option<&'r str> {
    let words = reading.text.tokens[place.tokens.clone()].iter().map(|t| t.word);
    let (length, found) = reading.tables.places.longest(words)?;
    let whole = length == place.tokens.len() && matches!(found.kind, PlaceKind::Country | PlaceKind::Demonym);
    found.canonical.as_deref().filter(|_| whole)
}

/// The United States are governed by secretaries: a minister in a text about them is somebody else's.
pub(super) fn has_no_ministers(place: &PlaceSense) -> bool {
    place.canonical.as_deref() == Some("United States")
}

/// A state or a country: what has a governor; no court of a country, though a house of a state tells which state.
pub(super) fn is_governed(reading: &Reading<'_>, token: usize) -> bool {
    let words = reading.text.tokens[token..].iter().map(|t| t.word);
    let Some((_, place)) = reading.tables.places.longest(words) else { return false };
    let country = place.kind == PlaceKind::Country && !has_no_ministers(place) && is_country(reading, token);
    is_state(reading, token) || country && reading.mentions.of_kind(token, Kind::Place).is_some()
}

pub(super) fn is_state(reading: &Reading<'_>, token: usize) -> bool {
    let words = reading.text.tokens[token..].iter().map(|t| t.word);
    is_local(reading, token) && reading.tables.places.longest(words).is_some_and(|(_, p)| p.kind == PlaceKind::State)
}

pub(super) fn is_local(reading: &Reading<'_>, token: usize) -> bool {
    // "Washington (ANP) …": where an agency writes from.
    if reading.text.tokens.get(token + 1).is_some_and(|t| t.is(words::OPEN)) {
        return false;
    }
    let words = reading.text.tokens[token..].iter().map(|t| t.word);
    let place = reading.tables.places.longest(words);
    place.is_some_and(|(_, p)| matches!(p.kind, PlaceKind::State | PlaceKind::City))
}
