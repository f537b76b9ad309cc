//! What a document speaks of: its company, its country, its departments.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::assemble::PostKey;
use super::context::{is_company, is_employer};
use super::draft::{Place, RoleDraft, post_name};
use super::geography::{has_no_ministers, is_nation, named_countries};
use crate::clauses;
use crate::lexicon::{OrganizationKind, PlaceKind, class, words};
use crate::mentions::{Found, Kind};
use crate::reading::Reading;

/// What a document speaks of: where posts are that stand without a place. Each is looked for when it is first asked for.
pub(crate) struct Setting<'r> {
    reading: &'r Reading<'r>,
    company: OnceCell<Option<Place>>,
    subject: OnceCell<Option<Place>>,
    country: OnceCell<Option<Place>>,
    countries: OnceCell<BTreeMap<String, Place>>,
    foreign: OnceCell<bool>,
    state: OnceCell<Option<Place>>,
    departments: OnceCell<BTreeMap<String, Place>>,
    /// The places of posts that the document gives one place only: every "chief of staff" is the White House's.
    pub(super) shared: BTreeMap<String, Option<Place>>,
}

impl<'r> Setting<'r> {
    pub(crate) fn new(reading: &'r Reading<'r>, roles: &[RoleDraft]) -> Setting<'r> {
        Setting {
            reading,
            company: OnceCell::new(),
            subject: OnceCell::new(),
            country: OnceCell::new(),
            countries: OnceCell::new(),
            foreign: OnceCell::new(),
            state: OnceCell::new(),
            departments: OnceCell::new(),
            shared: shared_places(reading, roles),
        }
    }

    /// The company that the text opens with, by its legal name.
    pub(super) fn company(&self) -> Option<&Place> {
        self.company.get_or_init(|| main_company(self.reading)).as_ref()
    }

    /// The company or agency that the text names most.
    pub(super) fn subject(&self) -> Option<&Place> {
        self.subject.get_or_init(|| main_organization(self.reading)).as_ref()
    }

    pub(super) fn country(&self) -> Option<&Place> {
        self.country.get_or_init(|| main_place(self.reading, PlaceKind::Country)).as_ref()
    }

    /// The first mention of a country by the name that the table of places gives it.
    pub(super) fn named(&self, country: &str) -> Option<&Place> {
        self.countries.get_or_init(|| named_countries(self.reading)).get(country)
    }

    /// Nothing in the text is of the United States, whose president needs no country.
    pub(super) fn is_foreign(&self) -> bool {
        let mentions = &self.reading.mentions.list;
        let american = || mentions.iter().any(|f| is_american(self.reading, f));
        *self.foreign.get_or_init(|| self.country().is_some() && self.company().is_none() && !american())
    }

    pub(super) fn state(&self) -> Option<&Place> {
        self.state.get_or_init(|| main_place(self.reading, PlaceKind::State)).as_ref()
    }

    /// The first mention of a department by its full name: "the Justice Department", "DOJ".
    pub(super) fn department(&self, name: &str) -> Option<&Place> {
        self.departments.get_or_init(|| departments(self.reading)).get(name)
    }
}

/// The departments that a document names, by their full names.
pub(super) fn departments(reading: &Reading<'_>) -> BTreeMap<String, Place> {
    let mut departments = BTreeMap::new();
    for found in reading.mentions.list.iter().filter(|f| f.kind == Kind::Organization) {
        let words = reading.text.tokens[found.range()].iter().map(|t| t.word);
        if let Some((_, known)) = reading.tables.organizations.longest(words).filter(|(n, _)| *n == found.range().len())
            && known.kind == OrganizationKind::Government
        {
            let name = known.canonical.as_deref().unwrap_or_else(|| reading.text.words(found.range())).to_lowercase();
            departments.entry(name).or_insert_with(|| Place::new(reading, found.range()));
        }
    }
    departments
}

/// The place of a kind that the document names at least twice, and more than twice as often as any other of the kind.
pub(super) fn main_place(reading: &Reading<'_>, kind: PlaceKind) -> Option<Place> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (index, found) in reading.mentions.list.iter().enumerate().filter(|(_, f)| f.kind == Kind::Place) {
        let words = reading.text.tokens[found.range()].iter().map(|t| t.word);
        let Some((_, place)) = reading.tables.places.longest(words) else { continue };
        let demonym = kind == PlaceKind::Country && is_nation(reading, place);
        if (place.kind == kind || demonym) && !has_no_ministers(place) {
            let name = place.canonical.as_deref().unwrap_or_else(|| reading.text.words(found.range()));
            counts.entry(name).or_insert((0, index)).0 += 1;
        }
    }
    let (&(most, first), rest) = counts
        .values()
        .max_by_key(|(n, first)| (*n, usize::MAX - first))
        .map(|best| (best, counts.values().filter(|other| *other != best).map(|(n, _)| *n).max().unwrap_or(0)))?;
    // The only country that a text names may stand once, in its headline.
    let only = kind == PlaceKind::Country && rest == 0;
    ((most >= 2 || only) && most > 2 * rest).then(|| Place::new(reading, reading.mentions.list[first].range()))
}

/// "Follow her on Twitter": where something is said, not whom the text is about.
fn is_medium(reading: &Reading<'_>, found: &Found) -> bool {
    found.first > 0 && reading.text.tokens[found.first - 1].is(words::ON)
}

/// The company or agency that the document names at least twice, and more often than any other.
pub(super) fn main_organization(reading: &Reading<'_>) -> Option<Place> {
    let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new(); // entity → mentions, the first of them
    for (index, found) in reading.mentions.list.iter().enumerate() {
        let employer =
            || found.kind == Kind::Organization && !is_medium(reading, found) && is_employer(reading, found.first);
        if let Some(entity) = found.entity.filter(|_| employer()) {
            counts.entry(entity).or_insert((0, index)).0 += 1;
        }
    }
    let (most, first) = counts.values().copied().max_by_key(|(n, first)| (*n, usize::MAX - first))?;
    let rivals = counts.values().filter(|(n, _)| *n == most).count();
    (most >= 2 && rivals == 1).then(|| Place::new(reading, reading.mentions.list[first].range()))
}

/// A house, a party, an agency or a place of the United States: whose president is meant then, the text need not say.
pub(super) fn is_american(reading: &Reading<'_>, found: &Found) -> bool {
    use OrganizationKind::{Agency, Government, Legislature, Party};
    let words = || reading.text.tokens[found.range()].iter().map(|t| t.word);
    let place = || reading.tables.places.longest(words());
    let organization = || reading.tables.organizations.longest(words());
    match found.kind {
        Kind::Place => place().is_some_and(|(_, p)| p.kind == PlaceKind::State || has_no_ministers(p)),
        Kind::Organization => {
            organization().is_some_and(|(_, o)| matches!(o.kind, Agency | Government | Legislature | Party))
        }
        _ => false,
    }
}

/// The places of posts that the document gives one place only.
pub(super) fn shared_places(reading: &Reading<'_>, roles: &[RoleDraft]) -> BTreeMap<String, Option<Place>> {
    let mut shared: BTreeMap<String, Option<Place>> = BTreeMap::new();
    for role in roles {
        let Some(place) = &role.place else { continue };
        let known = shared.entry(post_name(reading, &role.post).to_lowercase()).or_insert_with(|| Some(place.clone()));
        if known.as_ref().is_some_and(|k| k.name(reading) != place.name(reading)) {
            *known = None;
        }
    }
    // A bare "president" or "director" may be of anything.
    shared.retain(|post, _| PostKey::new(reading.tables, post).words() > 1);
    shared
}

/// The company that a text without a legal form speaks of: named first, and again.
pub(super) fn leading_company(reading: &Reading<'_>) -> Option<Place> {
    const TOP: usize = 60;
    let list = &reading.mentions.list;
    let top = list.iter().take_while(|f| f.first < TOP);
    let found = top.filter(|f| f.kind == Kind::Organization && is_company(reading, f.first)).find(|f| {
        let same = |other: &&Found| other.entity == f.entity && other.kind == f.kind && !is_medium(reading, other);
        let again = list.iter().take(TOP * 4).filter(same);
        again.take(2).count() > 1
    })?;
    Some(Place::new(reading, found.range()))
}

/// The company of a document that speaks of one: named with its legal form near the top.
pub(crate) fn main_company(reading: &Reading<'_>) -> Option<Place> {
    const TOP: usize = 60;
    let tokens = &reading.text.tokens;
    let top = || reading.mentions.list.iter().take_while(|f| f.first < TOP).filter(|f| f.kind == Kind::Organization);
    // "Acme, formerly Dunmore Corp, said"
    let once = |f: &Found| f.first > 0 && tokens[f.first - 1].has(class::FORMERLY);
    let formal = |f: &&Found| tokens[f.last - 1].has(class::ORG_SUFFIX) && !once(f);
    // "Acme Corp said", "Moulin <MOU.PA> said"
    let says = |f: &&Found| {
        let after = clauses::past_ticker(tokens, f.last);
        (formal(f) || after > f.last) && tokens.get(after).is_some_and(|t| t.has(class::SAY))
    };
    if let Some(found) = top().find(says) {
        return Some(Place::new(reading, found.range()));
    }
    let found = top().find(formal)?;
    // "Acme, formerly Dunmore Corp", "he ran Dunmore Corp before": the text is of the one that it opens with and names again.
    let leading = leading_company(reading).filter(|place| {
        let another = place.entity != found.entity || place.entity.is_none();
        place.tokens.start < found.first && another && !place.tokens.contains(&found.first)
    });
    leading.or_else(|| Some(Place::new(reading, found.range())))
}
