//! Names and titles that a line or a row sets beside each other: tables of officers, sign-offs, signatures.

use super::rules::{Holder, holder};
use crate::events::draft::Place;
use crate::lexicon::{PostKind, class, words};
use crate::mentions::{Kind, Post};
use crate::reading::Reading;
use crate::text::{Gap, Shape};

/// "Ann Lee 52 President", "Ann Lee: President": a row that starts with a name, an age or a colon before the title.
pub(super) fn row(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let Some(mut at) = post.all.start.checked_sub(1).filter(|_| tokens[post.title.start].is_capital()) else {
        return Vec::new();
    };
    let age = |at: usize| {
        let token = &tokens[at];
        token.shape == Shape::Number && token.end - token.start == 2 && token.gap == Gap::Space
    };
    if !age(at) && !tokens[at].is(words::COLON) {
        return Vec::new();
    }
    while at > 0 && (tokens[at].is_any(&[words::COLON, words::COMMA]) || age(at)) {
        at -= 1;
    }
    let Some(found) = reading.mentions.of_kind(at, Kind::Person).filter(|f| f.last == at + 1) else {
        return Vec::new();
    };
    // "Ann Lee: Queen of the Sea" is a headline.
    let told = tokens[post.all.start - 1].is(words::COLON) && post.kind == PostKind::Royal;
    let row = found.range().len() > 1 && starts_line(reading, found.first) && is_short(reading, post) && !told;
    row.then(|| holder(reading, found.first, None)).flatten().into_iter().collect()
}

/// A name on a line of its own, the title on the line below: how letters and filings are signed.
pub(super) fn below_name(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    const LABELS: usize = 3; // "Title:", "Name:"
    let tokens = &reading.text.tokens;
    if !tokens[post.title.start].is_capital() || !is_short(reading, post) {
        return Vec::new();
    }
    // "Name: Ann Lee", "Title: President"
    let label = |at: usize| at >= 2 && tokens[at - 1].is(words::COLON) && starts_line(reading, at - 2);
    let first = if label(post.all.start) { post.all.start - 2 } else { post.all.start };
    if !starts_line(reading, first) || first == 0 {
        return Vec::new();
    }
    let above = &reading.text.sentences[reading.sentence_of(first - 1)];
    let Some(found) = reading.mentions.of_kind(first - 1, Kind::Person).filter(|f| f.last == first) else {
        return Vec::new();
    };
    let alone = starts_line(reading, found.first) || label(found.first);
    let signed = alone && found.range().len() > 1 && above.range().len() <= found.range().len() + LABELS;
    signed.then(|| holder(reading, found.first, None)).flatten().into_iter().collect()
}

/// Whether the title of a row with a name of its own ends the line: it is not the next row's.
pub(super) fn is_of_row_above(reading: &Reading<'_>, post: &Post, name: usize) -> bool {
    let tokens = &reading.text.tokens;
    if tokens[name].gap < Gap::Line {
        return false;
    }
    let sentence = reading.text.sentences[reading.sentence_of(post.all.start)];
    sentence.last <= name && reading.mentions.of_kind(sentence.first, Kind::Person).is_some()
        || !below_name(reading, post).is_empty()
}

/// "Ann Lee, Director, Harbor Institute", "Chair, Board of Trustees": what a title is of, a comma for "of".
pub(super) fn after_comma(reading: &Reading<'_>, rule: &str, post: &Post) -> Option<Place> {
    if !matches!(rule, "row" | "below-name" | "apposition-after-name") || post.title.end != post.all.end {
        return None;
    }
    let tokens = &reading.text.tokens;
    let comma = tokens.get(post.all.end).filter(|t| t.is(words::COMMA) && t.gap == Gap::Nothing)?;
    let found = reading.mentions.of_kind(post.all.end + 1, Kind::Organization)?;
    let whole = comma.end < tokens[found.first].start && found.first == post.all.end + 1;
    // "Ann Lee, treasurer, Acme and its bank agreed" goes on.
    let closes = tokens.get(found.last).is_none_or(|t| t.gap >= Gap::Line || t.is_any(&[words::COMMA, words::STOP]));
    let listed = tokens.get(found.last).is_some_and(|t| t.is(words::COMMA))
        && reading.mentions.of_kind(found.last + 1, Kind::Organization).is_some();
    (whole && closes && !listed).then(|| Place::new(reading, found.range()))
}

fn starts_line(reading: &Reading<'_>, at: usize) -> bool {
    at == 0 || reading.text.tokens[at].gap >= Gap::Line
}

/// Whether a line with a title is no clause: nothing on it is told.
fn is_short(reading: &Reading<'_>, post: &Post) -> bool {
    const LINE: usize = 20; // tokens
    let sentence = reading.text.sentences[reading.sentence_of(post.all.start)];
    let told = class::BE.or(class::HAVE).or(class::MODAL).or(class::SAY);
    let line = &reading.text.tokens[sentence.range()];
    // "Chief warns of delay" under a name is a headline.
    let goes_on = reading.text.tokens[..sentence.last].get(post.all.end).is_some_and(|t| {
        t.is_word() && !t.is_any(&[words::AND, words::OF, words::AT, words::FOR]) && !t.has(class::DETERMINER)
    });
    line.len() <= LINE
        && !goes_on
        && !sentence.classes.has(told)
        && !line.last().is_some_and(|t| t.is_any(&[words::QUOTE, words::QUESTION]))
        && reading.mentions.of_kind(post.title.end, Kind::Person).is_none_or(|f| f.first >= sentence.last)
}
