//! Drafts to records: the same fact said twice is one record with the fuller slots.

use super::draft::{self, ChangeDraft, Place, RoleDraft, post_name};
use crate::Span;
use crate::discourse;
use crate::lexicon::{ModifierKind, OrganizationKind, Tables};
use crate::mentions::Kind;
use crate::reading::{Known, Reading, latest};
use crate::record::{Entity, Reassignment, Role, Status, record_id};
use crate::span::Offsets;

/// The words that tell posts apart, in lower case and order of the alphabet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PostKey(Vec<String>);

impl PostKey {
    pub(crate) fn new(tables: &Tables, name: &str) -> PostKey {
        let small = ["of", "the", "for", "and", "a", "an", "to"];
        let parts = name.split(|c: char| c.is_whitespace() || c == '-' || c == ',').filter(|w| !w.is_empty());
        let mut words: Vec<String> = in_full(tables, parts.map(str::to_lowercase).collect())
            .into_iter()
            .filter(|w| !small.contains(&w.as_str()))
            .map(|mut word| {
                if word.len() > 4 && word.ends_with('s') && !word.ends_with("ss") {
                    word.pop();
                }
                word
            })
            .collect();
        words.sort_unstable();
        PostKey(words)
    }

    /// How many words tell the post.
    pub(crate) fn words(&self) -> usize {
        self.0.len()
    }

    /// Whether both name one post: "Gov." and "governor", "secretary" and "defense secretary"; not "chairman" and
    /// "vice chairman".
    pub(crate) fn same(&self, other: &PostKey, tables: &Tables) -> bool {
        let (short, long) = if self.0.len() <= other.0.len() { (&self.0, &other.0) } else { (&other.0, &self.0) };
        let mut rest: Vec<&String> = long.iter().collect();
        for word in short {
            match rest.iter().position(|w| same_word(w, word)) {
                Some(at) => {
                    rest.remove(at);
                }
                None => return false,
            }
        }
        // "chairman" and "vice chairman" are two posts; what field or house a title is of makes no other post of it.
        rest.iter().all(|word| {
            let id = tables.word(word.as_bytes());
            let modifier = tables.modifiers.longest(std::iter::once(id)).map(|(_, kind)| *kind);
            !matches!(modifier, Some(ModifierKind::Degree | ModifierKind::Acting))
                && (modifier.is_some() || tables.posts.longest(std::iter::once(id)).is_none())
        })
    }
}

/// The words of a title with those in full that are cut short: "interim ceo" is an "interim chief executive officer".
fn in_full(tables: &Tables, words: Vec<String>) -> Vec<String> {
    let ids: Vec<_> = words.iter().map(|word| tables.word(word.as_bytes())).collect();
    let short = |at: usize| {
        let (length, sense) = tables.posts.longest(ids[at..].iter().copied())?;
        Some((at, length, usize::from(sense.full?)))
    };
    let Some((at, length, full)) = (0..ids.len()).find_map(short) else { return words };
    let full = tables.full_names[full].split(' ').map(str::to_owned);
    words[..at].iter().cloned().chain(full).chain(words[at + length..].iter().cloned()).collect()
}

/// Equal, or one the abbreviation of the other: "gov." and "governor".
fn same_word(a: &str, b: &str) -> bool {
    let abbreviates =
        |short: &str, long: &str| short.strip_suffix('.').is_some_and(|stem| stem.len() > 2 && long.starts_with(stem));
    a == b || abbreviates(a, b) || abbreviates(b, a)
}

/// Whether two places may be one: one is not said, or both name the same.
pub(crate) fn places_agree(reading: &Reading<'_>, a: Option<&Place>, b: Option<&Place>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            a.entity.is_some() && a.entity == b.entity || {
                let (a, b) = (full_name(reading, a), full_name(reading, b));
                a.contains(&b) || b.contains(&a)
            }
        }
        _ => true,
    }
}

/// The name of a place in lower case, as the lexicon spells it out, without what sort of office it is: "HHS" and "Health and
/// Human Services" are one.
fn full_name(reading: &Reading<'_>, place: &Place) -> String {
    let words = reading.text.tokens[place.tokens.clone()].iter().map(|t| t.word);
    let known = reading.tables.organizations.longest(words).filter(|(length, known)| {
        // A bank and its parent may share a short name.
        let firm = matches!(known.kind, OrganizationKind::Company | OrganizationKind::Bank);
        *length == place.tokens.len() && !firm
    });
    let name = match known.and_then(|(_, organization)| organization.canonical.as_deref()) {
        Some(name) => name.to_lowercase(),
        None => place.name(reading).to_lowercase(),
    };
    let office = ["department of ", "ministry of "].iter().find_map(|office| name.strip_prefix(office));
    office.map_or(name.clone(), str::to_owned)
}

/// One draft a fact: drafts of one person, post and place are merged into the first.
pub(crate) fn merge_roles(reading: &Reading<'_>, drafts: Vec<RoleDraft>) -> Vec<RoleDraft> {
    let mut merged: Vec<(RoleDraft, PostKey)> = Vec::new();
    let mut of_person: Vec<Vec<usize>> = vec![Vec::new(); reading.people.len()];
    for draft in drafts {
        let key = PostKey::new(reading.tables, &post_name(reading, &draft.post));
        let same = latest(&of_person[draft.person]).iter().copied().find(|&i| {
            let (known, known_key) = &merged[i];
            known_key.same(&key, reading.tables) && places_agree(reading, known.place.as_ref(), draft.place.as_ref())
        });
        match same {
            None => {
                of_person[draft.person].push(merged.len());
                merged.push((draft, key));
            }
            Some(i) => {
                let (known, known_key) = &mut merged[i];
                if known.place.is_none() {
                    known.place = draft.place;
                }
                if key.0.len() > known_key.0.len() {
                    known.post = draft.post;
                    *known_key = key;
                }
                known.acting |= draft.acting;
                known.since = known.since.or(draft.since);
                known.until = known.until.or(draft.until);
                known.status = match (known.status, draft.status) {
                    (Status::Former, _) | (_, Status::Former) => Status::Former,
                    (Status::Incoming, _) | (_, Status::Incoming) => Status::Incoming,
                    _ => Status::Current,
                };
            }
        }
    }
    merged.into_iter().map(|(draft, _)| draft).collect()
}

/// The records of merged drafts.
pub(crate) fn roles(reading: &Reading<'_>, offsets: &Offsets, doc: &str, drafts: &[RoleDraft]) -> Vec<Role> {
    drafts.iter().map(|draft| role(reading, offsets, doc, draft)).collect()
}

fn role(reading: &Reading<'_>, offsets: &Offsets, doc: &str, draft: &RoleDraft) -> Role {
    let person = draft::person(reading, offsets, draft.person, &draft.person_tokens);
    let post = draft::mention(reading, offsets, &draft.post, post_name(reading, &draft.post), None);
    let organization = draft.place.as_ref().map(|place| draft::place(reading, offsets, place));
    let span = draft::evidence_span(reading, offsets, &draft.evidence);
    let organization_name = organization.as_ref().map_or("", |m| m.name.as_str());
    let slots = [person.name.as_str(), post.name.as_str(), organization_name, draft.status.as_str()];
    Role {
        id: record_id(doc, "role", span, &slots),
        status: draft.status,
        acting: draft.acting,
        since: draft.since,
        until: draft.until,
        span,
        text: span.of(reading.text.source).to_owned(),
        sentence: draft::sentence_span(reading, offsets, draft.evidence.start),
        rule: draft.rule.into(),
        confidence: 0.0, // from its signals, once all is known
        person,
        post,
        organization,
    }
}

/// The people of a document with every mention, pronouns among them.
pub(crate) fn people(reading: &Reading<'_>, offsets: &Offsets) -> Vec<Entity> {
    let mut spans = vec![Vec::new(); reading.people.len()];
    for found in reading.mentions.list.iter().filter(|f| f.kind == Kind::Person) {
        if let Some(person) = found.entity {
            spans[person].push(draft::span(reading, offsets, &found.range()));
        }
    }
    for (token, _) in &reading.pronouns {
        if let Some(person) = reading.referent(*token) {
            spans[person].push(draft::span(reading, offsets, &(*token..token + 1)));
        }
    }
    entities(reading.people.iter(), spans)
}

/// The organisations and jurisdictions of a document with every mention.
pub(crate) fn organizations(reading: &Reading<'_>, offsets: &Offsets) -> Vec<Entity> {
    let mut spans = vec![Vec::new(); reading.organizations.len()];
    for found in reading.mentions.list.iter().filter(|f| matches!(f.kind, Kind::Organization | Kind::Place)) {
        if let Some(organization) = found.entity {
            spans[organization].push(draft::span(reading, offsets, &found.range()));
        }
    }
    entities(reading.organizations.iter(), spans)
}

fn entities<'k>(known: impl Iterator<Item = &'k Known>, spans: Vec<Vec<Span>>) -> Vec<Entity> {
    known
        .zip(spans)
        .map(|(known, mut mentions)| {
            mentions.sort();
            Entity { name: known.name.clone(), mentions }
        })
        .collect()
}

/// The records of settled changes, halves of moves tied to each other.
pub(crate) fn reassignments(
    reading: &Reading<'_>,
    offsets: &Offsets,
    doc: &str,
    drafts: &[ChangeDraft],
) -> Vec<Reassignment> {
    let mut records: Vec<Reassignment> =
        drafts.iter().map(|draft| reassignment(reading, offsets, doc, draft)).collect();
    for (i, draft) in drafts.iter().enumerate() {
        records[i].moved = draft.moved.map(|other| records[other].id.clone());
    }
    records
}

fn reassignment(reading: &Reading<'_>, offsets: &Offsets, doc: &str, draft: &ChangeDraft) -> Reassignment {
    let person = draft::person(reading, offsets, draft.person, &draft.person_tokens);
    let post = draft.post.as_ref().map(|post| draft::mention(reading, offsets, post, post_name(reading, post), None));
    let organization = draft.place.as_ref().map(|place| draft::place(reading, offsets, place));
    // Two pronouns may turn out to mean one person, who is nobody's successor but another's.
    let counterpart = draft.counterpart.as_ref().filter(|(other, _)| *other != draft.person);
    let counterpart = counterpart.map(|(other, tokens)| draft::person(reading, offsets, *other, tokens));
    let span = draft::evidence_span(reading, offsets, &draft.evidence);
    let name = |part: &Option<crate::Mention>| part.as_ref().map_or(String::new(), |m| m.name.clone());
    let slots = [person.name.clone(), draft.direction.to_string(), name(&post), name(&organization)];
    Reassignment {
        id: record_id(doc, "reassignment", span, &slots.each_ref().map(String::as_str)),
        direction: draft.direction,
        reason: draft.reason,
        date: draft.date,
        date_text: draft.date_text.clone(),
        realis: draft.realis,
        acting: draft.acting,
        moved: None,
        attribution: discourse::attribution(reading, draft.trigger),
        span,
        text: span.of(reading.text.source).to_owned(),
        sentence: draft::sentence_span(reading, offsets, draft.evidence.start),
        rule: draft.rule.clone().into(),
        confidence: 0.0, // from its signals, once all is known
        person,
        post,
        organization,
        counterpart,
    }
}
