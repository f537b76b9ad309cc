//! Whose words a quotation holds: whoever speaks says "I" of himself, and "he" of another.

use crate::lexicon::{class, words};
use crate::mentions::{Found, Kind};
use crate::reading::Reading;
use crate::text::Gap;

/// The quotation marks and the speaker of the paragraph under way.
#[derive(Default)]
pub(super) struct Quoting {
    /// The first token that has not been looked at.
    next: usize,
    open: bool,
    speaker: Option<usize>,
}

impl Quoting {
    /// Goes on to a token: a new paragraph starts without quotation and speaker.
    fn advance(&mut self, reading: &Reading<'_>, to: usize) {
        for token in &reading.text.tokens[self.next.min(to)..to] {
            if token.gap >= Gap::Line {
                (self.open, self.speaker) = (false, None);
            }
            self.open ^= token.is(words::QUOTE);
        }
        self.next = self.next.max(to);
    }

    /// Notes a person who says something outside quotation marks.
    pub(super) fn meet(&mut self, reading: &Reading<'_>, found: &Found, person: usize) {
        self.advance(reading, found.last);
        if !self.open && says(reading, found) {
            self.speaker = Some(person);
        }
    }

    /// Who speaks the words that a token stands in, if it stands between quotation marks.
    pub(super) fn speaker_at(&mut self, reading: &Reading<'_>, at: usize) -> Option<usize> {
        self.advance(reading, at + 1);
        if !self.open {
            return None;
        }
        self.speaker.or_else(|| speaker_after(reading, at))
    }
}

/// "Lee said", "said Mayor Lee".
fn says(reading: &Reading<'_>, found: &Found) -> bool {
    let tokens = &reading.text.tokens;
    if tokens.get(found.last).is_some_and(|t| t.has(class::SAY)) {
        return true;
    }
    let mut before = found.first;
    if let Some(title) = before.checked_sub(1).and_then(|at| reading.mentions.of_kind(at, Kind::Post)) {
        before = title.first;
    }
    before.checked_sub(1).is_some_and(|at| tokens[at].has(class::SAY) && tokens[before].gap <= Gap::Space)
}

/// "He is right," Lee said; "He is right," said Mayor Lee: the speaker named behind the mark that closes.
fn speaker_after(reading: &Reading<'_>, at: usize) -> Option<usize> {
    const FAR: usize = 60; // tokens to the mark
    const NEAR: usize = 6; // "said the town's mayor, Lee"
    let tokens = &reading.text.tokens;
    let rest = tokens[at + 1..].iter().take(FAR).take_while(|t| t.gap < Gap::Line);
    let close = at + 1 + { rest }.position(|t| t.is(words::QUOTE))?;
    let end = tokens.len().min(close + NEAR);
    let name = (close + 1..end)
        .take_while(|&at| tokens[at].gap < Gap::Line && !tokens[at].is(words::QUOTE))
        .find_map(|at| reading.mentions.of_kind(at, Kind::Person))?;
    let told = says(reading, name) || (close + 1..name.first).any(|at| tokens[at].has(class::SAY));
    name.entity.filter(|_| told)
}
