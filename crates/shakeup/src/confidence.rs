//! How sure a record is: what it shows of itself, weighed by the lines of `lexicons/confidence.tsv`.

use crate::lexicon::Tables;
use crate::{Extraction, Kind, Mention, NumericTarget, Reassignment, Role, Span};

/// What speaks for or against a record: a name and its value, as in `("rule", "resign")` or `("post", "elsewhere")`.
///
/// The table `confidence` of the lexicon has a weight for each; a record's confidence comes from the sum of its own.
pub type Signal<'r> = (&'static str, &'r str);

/// The names that a signal can have; `base` is that of every record of a kind.
pub(crate) const NAMES: &[&str] =
    &["base", "date", "mentions", "organization", "period", "person", "post", "reason", "rule", "status", "title"];

/// Gives every record its confidence.
pub(crate) fn rate(found: &mut Extraction, tables: &Tables) {
    let sure = |kind: Kind, signals: &[Signal<'_>]| probability(tables.weights.sum(kind, signals));
    let roles: Vec<f64> = found.roles.iter().map(|r| sure(Kind::Roles, &r.signals(found))).collect();
    let changes: Vec<f64> = found.reassignments.iter().map(|r| sure(Kind::Reassignments, &r.signals(found))).collect();
    found.roles.iter_mut().zip(roles).for_each(|(r, p)| r.confidence = p);
    found.reassignments.iter_mut().zip(changes).for_each(|(r, p)| r.confidence = p);
    for target in &mut found.targets {
        target.confidence = sure(Kind::Targets, &target.signals());
    }
}

/// The probability of log odds that are given in hundredths, in hundredths itself and never quite 0 or 1.
fn probability(hundredths: i32) -> f64 {
    let odds = (f64::from(hundredths) / 100.0).exp();
    let percent = (100.0 * odds / (1.0 + odds)).round();
    percent.clamp(1.0, 99.0) / 100.0
}

impl Role {
    /// What the record's confidence is made of; `found` is the extraction that holds it.
    ///
    /// ```
    /// let found = shakeup::Extractor::new().extract("Ohio Governor Ann Lee said so.");
    /// assert!(found.roles[0].signals(&found).contains(&("rule", "title-before-name")));
    /// ```
    pub fn signals(&self, found: &Extraction) -> Vec<Signal<'_>> {
        vec![
            ("rule", &*self.rule),
            ("status", self.status.as_str()),
            ("person", name_of(&self.person)),
            ("mentions", mentions_of(&self.person, found)),
            ("post", place_of_post(Some(&self.post), &self.person, self.sentence)),
            ("title", length_of(&self.post)),
            ("organization", presence(self.organization.as_ref(), self.sentence)),
        ]
    }
}

impl Reassignment {
    /// What the record's confidence is made of; `found` is the extraction that holds it.
    pub fn signals(&self, found: &Extraction) -> Vec<Signal<'_>> {
        let title = self.post.as_ref().map(|post| ("title", length_of(post)));
        let signals = [
            ("rule", &*self.rule),
            ("reason", self.reason.map_or("none", |reason| reason.as_str())),
            ("person", name_of(&self.person)),
            ("mentions", mentions_of(&self.person, found)),
            ("post", place_of_post(self.post.as_ref(), &self.person, self.sentence)),
            ("organization", presence(self.organization.as_ref(), self.sentence)),
            ("date", yes_or_no(self.date_text.is_some())),
        ];
        signals.into_iter().chain(title).collect()
    }
}

impl NumericTarget {
    /// What the record's confidence is made of.
    pub fn signals(&self) -> Vec<Signal<'_>> {
        vec![("rule", &*self.rule), ("period", yes_or_no(self.period.is_some()))]
    }
}

fn yes_or_no(set: bool) -> &'static str {
    if set { "yes" } else { "no" }
}

/// How the text names the person here: "Ann Lee", "Lee", "she"; or "Cher", of whom it never says more.
fn name_of(person: &Mention) -> &'static str {
    if !person.name.contains(' ') {
        "one word"
    } else if person.text == person.name {
        "full name"
    } else if person.name.contains(&person.text) {
        "part of name"
    } else {
        "other words"
    }
}

fn mentions_of(person: &Mention, found: &Extraction) -> &'static str {
    match person.entity.and_then(|i| found.people.get(i)).map_or(1, |known| known.mentions.len()) {
        0 | 1 => "one",
        2..=5 => "few",
        _ => "many",
    }
}

/// Where the post stands: elsewhere in the document, beside the name ("Governor Ann Lee"), or so far from it.
fn place_of_post(post: Option<&Mention>, person: &Mention, sentence: Span) -> &'static str {
    let Some(post) = post else { return "none" };
    if !sentence.contains(post.span) {
        return "elsewhere";
    }
    if !sentence.contains(person.span) {
        return "apart";
    }
    let (first, second) = if post.span < person.span { (post.span, person.span) } else { (person.span, post.span) };
    match second.start.saturating_sub(first.end) {
        0..=2 => "beside",
        3..=19 => "near",
        20..=119 => "further",
        _ => "far",
    }
}

fn presence(part: Option<&Mention>, sentence: Span) -> &'static str {
    match part {
        None => "none",
        Some(part) if sentence.contains(part.span) => "here",
        Some(_) => "elsewhere",
    }
}

/// "chief executive" tells more than "head", and words that run on are often more than a title.
fn length_of(part: &Mention) -> &'static str {
    match part.text.split_whitespace().take(5).count() {
        0 | 1 => "one word",
        2..=4 => "words",
        _ => "many words",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_confidence_hangs_on_the_last_bit_of_a_logarithm() {
        // Log odds are whole hundredths, so that their sum is exact; no sum may lie so near to a half percent that the
        // rounding could differ between machines.
        for hundredths in -2000..=2000 {
            let odds = (f64::from(hundredths) / 100.0).exp();
            let percent = 100.0 * odds / (1.0 + odds);
            assert!((percent.fract() - 0.5).abs() > 1e-9, "{hundredths}");
        }
        assert_eq!((probability(0), probability(-9999), probability(9999)), (0.5, 0.01, 0.99));
    }

    #[test]
    fn names_are_sorted_and_those_of_the_signals() {
        assert!(NAMES.is_sorted());
        let found = crate::Extractor::new().extract(
            "Ohio Governor Ann Lee resigned on Monday. Omar Diaz was named mayor. Acme Corp plans to hire 300 people.",
        );
        let mut names: Vec<&str> = vec!["base"];
        names.extend(found.roles.iter().flat_map(|r| r.signals(&found)).map(|s| s.0));
        names.extend(found.reassignments.iter().flat_map(|r| r.signals(&found)).map(|s| s.0));
        names.extend(found.targets.iter().flat_map(NumericTarget::signals).map(|s| s.0));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names, NAMES);
    }

    #[test]
    fn confidence_does_not_depend_on_the_date_of_publication() {
        let text = "Acme Corp named Jane Roe chief executive on May 5, replacing John Doe, who retired.";
        let extractor = crate::Extractor::new();
        let sure = |document: &crate::Document<'_>| -> Vec<f64> {
            extractor.extract_document(document).reassignments.iter().map(|r| r.confidence).collect()
        };
        let document = crate::Document::new(text);
        assert_eq!(sure(&document), sure(&document.published("2025-05-29".parse().unwrap())));
    }

    #[test]
    fn confidence_does_not_depend_on_the_kinds_that_are_asked_for() {
        let text = "Governor Ann Lee of Ohio resigned. She wants at least 300 troopers by 2030.";
        let all = crate::Extractor::new().extract(text);
        let roles = crate::Extractor::builder().kinds([Kind::Roles]).build().unwrap().extract(text);
        assert_eq!(all.roles, roles.roles);
        assert!(all.roles.iter().all(|r| (0.0..=1.0).contains(&r.confidence)));
    }
}
