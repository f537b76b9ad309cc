//! Every stage of one text as an indented tree, for people who wonder why a record is there or is not.
//! A word of coming or going that told nothing says why.

use std::fmt::Write;

use crate::confidence::Signal;
use crate::lexicon::{BASE, Tables};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::span::{Offsets, Span};
use crate::{Document, events, pipeline};

/// Where the words of a frame stand ("step down", "departure"), whether or not a record came of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Trigger {
    /// The frame, as its line of `lexicons/frames.tsv` has it and as records name it in `rule`.
    pub frame: String,
    /// Where its words stand.
    pub span: Span,
    /// The sentence of them.
    pub sentence: Span,
}

/// Every place where a frame's words stand, in text order.
pub(crate) fn triggers(document: &Document<'_>, tables: &Tables) -> Vec<Trigger> {
    let reading = pipeline::read(document, tables);
    let offsets = Offsets::new(document.text);
    let found = events::trigger::triggers(&reading);
    let trigger = |found: &events::trigger::Trigger<'_>| Trigger {
        frame: found.frame.to_owned(),
        span: events::span(&reading, &offsets, &(found.first..found.last)),
        sentence: events::sentence_span(&reading, &offsets, found.first),
    };
    found.iter().map(trigger).collect()
}

/// Sentences, mentions, entities, and the records with their rules.
pub(crate) fn tree(document: &Document<'_>, tables: &Tables) -> String {
    let reading = pipeline::read(document, tables);
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = sentences(&reading, &mut out);
    let _ = entities(&reading, &mut out);
    let _ = records(document, tables, &mut out);
    out
}

fn sentences(reading: &Reading<'_>, out: &mut String) -> std::fmt::Result {
    let mut roles = events::role::recognize(reading);
    events::context::place_roles(reading, &mut roles);
    let silence = events::silence::Silence::new(reading, &roles);
    for (i, sentence) in reading.text.sentences.iter().enumerate() {
        let marks = [(sentence.headline, " headline"), (sentence.caseless, " caseless")];
        let marks: String = marks.iter().filter(|(set, _)| *set).map(|(_, name)| *name).collect();
        writeln!(out, "sentence {}{marks}: {}", i + 1, one_line(reading.text.words(sentence.range())))?;
        for found in reading.mentions.within(sentence.range()) {
            let words = one_line(reading.text.words(found.range()));
            match (found.kind, found.entity) {
                (Kind::Person, Some(person)) => {
                    writeln!(out, "  person \"{words}\" = {}", reading.people[person].name)?
                }
                (Kind::Organization | Kind::Place, Some(known)) => {
                    let kind = if found.kind == Kind::Place { "place" } else { "organization" };
                    writeln!(out, "  {kind} \"{words}\" = {}", reading.organizations[known].name)?;
                }
                (Kind::Post, Some(index)) => {
                    let post = &reading.posts[index];
                    write!(out, "  post \"{words}\"")?;
                    if let Some(organization) = &post.organization {
                        write!(out, " of \"{}\"", one_line(reading.text.words(organization.clone())))?;
                    }
                    let flags = [
                        (post.former, "former"),
                        (post.outgoing, "outgoing"),
                        (post.incoming, "incoming"),
                        (post.acting, "acting"),
                        (post.plural, "plural"),
                        (post.weak, "weak"),
                        (post.of_generic, "of a generic"),
                    ];
                    for (_, name) in flags.iter().filter(|(set, _)| *set) {
                        write!(out, " {name}")?;
                    }
                    writeln!(out)?;
                }
                _ => writeln!(out, "  name \"{words}\"")?,
            }
        }
        for (token, person) in reading.pronouns.iter().filter(|(t, _)| sentence.range().contains(t)) {
            let person = person[0].map_or("?", |p| reading.people[p].name.as_str());
            writeln!(out, "  \"{}\" = {person}", reading.text.words(*token..token + 1))?;
        }
        for (word, reason) in silence.of(sentence) {
            writeln!(out, "  no change by \"{word}\": {reason}")?;
        }
    }
    Ok(())
}

fn entities(reading: &Reading<'_>, out: &mut String) -> std::fmt::Result {
    for person in &reading.people {
        writeln!(out, "person: {} ({:?})", person.name, person.gender)?;
    }
    Ok(())
}

fn records(document: &Document<'_>, tables: &Tables, out: &mut String) -> std::fmt::Result {
    let found = pipeline::run(document, tables, [true; 3]);
    if let Some(date) = found.published {
        let own = found.dateline.as_ref().map(|words| format!(" by \"{}\"", one_line(&words.text)));
        writeln!(out, "published: {date}{}", own.unwrap_or_default())?;
    }
    for role in &found.roles {
        writeln!(out, "role: {role}\n  by {} ({:.2}): {}", role.rule, role.confidence, one_line(&role.text))?;
        if let Some(rule) = events::role::RULES.iter().find(|rule| rule.name == role.rule) {
            writeln!(out, "  as in: {}", rule.example)?;
        }
        weights(tables, crate::Kind::Roles, &role.signals(&found), out)?;
    }
    for change in &found.reassignments {
        writeln!(
            out,
            "reassignment: {change}\n  by {} ({:.2}): {}",
            change.rule,
            change.confidence,
            one_line(&change.text)
        )?;
        weights(tables, crate::Kind::Reassignments, &change.signals(&found), out)?;
    }
    for target in &found.targets {
        writeln!(out, "{target}\n  by {} ({:.2}): {}", target.rule, target.confidence, one_line(&target.text))?;
        weights(tables, crate::Kind::Targets, &target.signals(), out)?;
    }
    Ok(())
}

/// What the confidence of a record is the sum of, as log odds.
fn weights(tables: &Tables, kind: crate::Kind, signals: &[Signal<'_>], out: &mut String) -> std::fmt::Result {
    write!(out, "  because:")?;
    for signal in [&[BASE], signals].concat() {
        let weight = f64::from(tables.weights.weight(kind, signal)) / 100.0;
        let (name, value) = signal;
        let space = if value.is_empty() { "" } else { " " };
        write!(out, " {name}{space}{value} {weight:+.2};")?;
    }
    writeln!(out)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
