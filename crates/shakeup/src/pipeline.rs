//! Runs the stages in the order text flows.

use crate::lexicon::Tables;
use crate::reading::Reading;
use crate::span::Offsets;
use crate::text::Text;
use crate::{Document, Extraction, Kind, confidence, events, mentions, resolve};

/// What is done by the time that a watch is told so; the stages whose time is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    Tokens,
    Sentences,
    Mentions,
    Dates,
    Entities,
    Roles,
    Changes,
    Quantities,
    Targets,
    Records,
}

impl Stage {
    /// In the order of the enumeration.
    pub(crate) const NAMES: [&str; 10] = [
        "tokens",
        "sentences",
        "mentions",
        "dates",
        "entities",
        "roles",
        "changes",
        "quantities",
        "targets",
        "records",
    ];
}

/// The stages up to the document's people and organisations.
pub(crate) fn read<'t>(document: &Document<'t>, tables: &'t Tables) -> Reading<'t> {
    read_watched(document, tables, &mut |_| ())
}

fn read_watched<'t>(document: &Document<'t>, tables: &'t Tables, watch: &mut impl FnMut(Stage)) -> Reading<'t> {
    let text = Text::watched(document.text, tables, watch);
    let (found, posts, abbreviated) = mentions::find(&text, tables);
    watch(Stage::Mentions);
    let dates = mentions::date::find(&text, tables);
    watch(Stage::Dates);
    let own = if document.published.is_none() { mentions::date::dateline(&text, &dates, tables) } else { None };
    let mut reading = Reading {
        tables,
        published: document.published.or(own.map(|(_, date)| date)),
        dateline: own.map(|(index, _)| index),
        dates,
        text,
        mentions: found,
        posts,
        abbreviated,
        people: Vec::new(),
        organizations: Vec::new(),
        pronouns: Vec::new(),
    };
    resolve::resolve(&mut reading);
    watch(Stage::Entities);
    reading
}

/// All stages.
pub(crate) fn run(document: &Document<'_>, tables: &Tables, kinds: [bool; 3]) -> Extraction {
    run_watched(document, tables, kinds, &mut |_| ())
}

/// All stages; the watch hears of each that is done.
pub(crate) fn run_watched(
    document: &Document<'_>,
    tables: &Tables,
    kinds: [bool; 3],
    watch: &mut impl FnMut(Stage),
) -> Extraction {
    let mut found = Extraction { doc: document.id.to_owned(), ..Extraction::default() };
    if document.text.len() > u32::MAX as usize {
        return found;
    }
    let reading = read_watched(document, tables, watch);
    let offsets = Offsets::new(document.text);
    let mut roles = events::role::recognize(&reading);
    events::context::place_roles(&reading, &mut roles);
    watch(Stage::Roles);
    let mut changes = events::change::recognize(&reading, &roles);
    events::when::date_changes(&reading, &mut changes);
    events::ladder::climb(&reading, &mut changes);
    let changes = events::state::settle(&reading, &roles, changes);
    let mut roles = events::state::apply(&reading, &changes, roles);
    events::incumbency::one_holder(&reading, &changes, &mut roles);
    events::role::seats(&reading, &mut roles);
    events::role::formers(&reading, &mut roles);
    events::role::incumbents(&reading, &mut roles);
    events::role::states(&reading, &mut roles);
    events::role::one_seat(&reading, &mut roles);
    events::context::campaigns(&reading, &mut roles);
    events::context::own_words(&reading, &mut roles);
    roles.sort_by_key(|role| (role.evidence.start, role.evidence.end));
    watch(Stage::Changes);
    if kinds[Kind::Roles as usize] {
        found.roles = events::assemble::roles(&reading, &offsets, document.id, &roles);
    }
    if kinds[Kind::Reassignments as usize] {
        found.reassignments = events::assemble::reassignments(&reading, &offsets, document.id, &changes);
        found.reassignments.sort_by_key(|change| (change.span.start, change.span.end));
    }
    watch(Stage::Records);
    let amounts = mentions::quantity::find(&reading.text, tables);
    watch(Stage::Quantities);
    if kinds[Kind::Targets as usize] {
        let targets = events::target::recognize(&reading, &amounts);
        watch(Stage::Targets);
        found.targets = events::target::records(&targets, document.id, &reading, &offsets);
    }
    found.people = events::assemble::people(&reading, &offsets);
    found.organizations = events::assemble::organizations(&reading, &offsets);
    found.dates = mentions::date::mentions(&reading.text, &offsets, &reading.dates, reading.published, |d| {
        mentions::date::direction(&reading.text, tables, d)
    });
    found.published = reading.published;
    found.dateline = reading.dateline.map(|index| found.dates[index].clone());
    let concepts = events::target::concepts(&reading, &amounts);
    found.quantities = mentions::quantity::records(&amounts, &concepts, &reading.text, tables, &offsets);
    confidence::rate(&mut found, tables);
    watch(Stage::Records);
    found
}
