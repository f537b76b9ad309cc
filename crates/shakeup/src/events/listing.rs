//! Lists: what one item says is not of the next, and what stands before an item's colon is what its posts are of.

use super::draft::Place;
use crate::lexicon::words;
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::text::{Gap, Shape, Token};

/// Whether a place is only known from another item of the list that a post stands in: "• Bolt Inc. named Lee chairman.
/// • Treasurer Omar Diaz retired."
pub(super) fn is_of_another_item(reading: &Reading<'_>, post: usize, place: &Place) -> bool {
    let Some(own) = item_of(reading, post) else { return false };
    let entity = place.entity.or_else(|| reading.organization_at(place.tokens.start));
    let first = entity.map_or(place.tokens.start, |entity| reading.organizations[entity].first.min(place.tokens.start));
    item_of(reading, place.tokens.start).is_some_and(|other| other != own)
        && item_of(reading, first).is_some_and(|other| other != own)
}

/// The organisation before the colon that opens a line: "Harbor Literacy Council: Ann Lee, board chair; Omar Diaz, treasurer."
pub(super) fn label(reading: &Reading<'_>, rule: &str, post: usize) -> Option<Place> {
    // "Editor's note: Ann Lee is a treasurer" is a sentence.
    if rule != "apposition-after-name" {
        return None;
    }
    let tokens = &reading.text.tokens;
    let first = reading.text.sentences[reading.sentence_of(post)].first;
    if first > 0 && tokens[first].gap < Gap::Line {
        return None;
    }
    let name = first + usize::from(is_marker(&tokens[first]));
    let (_, found) = reading.mentions.covering(name)?;
    // "Cabinet: Ann Lee, treasurer" says what the news is about.
    let names = matches!(found.kind, Kind::Organization | Kind::Name) && found.first == name && found.range().len() > 1;
    let opens = tokens.get(found.last).is_some_and(|t| t.is(words::COLON)) && found.last < post;
    let person = reading.mentions.of_kind(found.last + 1, Kind::Person).is_some();
    (names && opens && person).then(|| Place::new(reading, found.range()))
}

/// The first token of the list's item that a token stands in.
fn item_of(reading: &Reading<'_>, token: usize) -> Option<usize> {
    const SENTENCES: usize = 8; // of one item
    let tokens = &reading.text.tokens;
    let sentence = reading.sentence_of(token);
    for sentence in reading.text.sentences[..=sentence].iter().rev().take(SENTENCES) {
        let first = &tokens[sentence.first];
        let line = sentence.first == 0 || first.gap >= Gap::Line;
        // "2. Ann Lee was named treasurer"
        let numbered = || {
            let stop = tokens.get(sentence.first + 1);
            first.shape == Shape::Number && stop.is_some_and(|t| t.is(words::STOP) && t.gap == Gap::Nothing)
        };
        if first.is(words::BULLET) || line && (is_marker(first) || numbered()) {
            return Some(sentence.first);
        }
        if line {
            return None;
        }
    }
    None
}

fn is_marker(token: &Token) -> bool {
    token.is_any(&[words::BULLET, words::STAR, words::DASH, words::EN_DASH, words::EM_DASH, words::TWO_DASHES])
}
