//! What a post is of by other words of its sentence: an employer before it, a programme, a noun in the title itself.

use super::rules::Holder;
use crate::events::draft::Place;
use crate::events::geography;
use crate::lexicon::{ModifierKind, OrganizationKind, PlaceKind, PostKind, class, words};
use crate::mentions::{Found, Kind, Post};
use crate::reading::Reading;
use crate::text::{Shape, Token};

/// The rules that tell what somebody did for an employer.
pub(super) const EMPLOYED: [&str; 3] = ["serves-as", "positions-including", "most-recently-as"];

/// "joins from Bolt Inc., where she was treasurer": the organisation that "where" stands for.
pub(super) fn where_at(reading: &Reading<'_>, post: &Post) -> Option<Place> {
    const REACH: usize = 12; // tokens: "where she most recently served as senior"
    let tokens = &reading.text.tokens;
    let start = reading.text.sentences[reading.sentence_of(post.title.start)].first;
    let mut before = (start..post.title.start).rev().take(REACH);
    let at =
        before.find(|&at| tokens[at].is(words::WHERE) || reading.mentions.of_kind(at, Kind::Organization).is_some())?;
    let named = at.checked_sub(1).filter(|_| tokens[at].is(words::WHERE))?;
    let named = named.checked_sub(usize::from(tokens[named].is(words::COMMA)))?;
    reading.mentions.of_kind(named, Kind::Organization).map(|f| Place::new(reading, f.range()))
}

/// "was employed by Acme until 2008, during which time she served as treasurer", "held posts at Acme, including treasurer": the
/// organisation that the sentence names before the title as the employer.
pub(super) fn employer(reading: &Reading<'_>, post: &Post) -> Option<Place> {
    const REACH: usize = 60; // tokens
    const NEAR: usize = 6; // tokens from the word of employment to the employer
    let tokens = &reading.text.tokens;
    let sentence = reading.text.sentences[reading.sentence_of(post.title.start)];
    let first = sentence.first.max(post.title.start.saturating_sub(REACH));
    let employs = |f: &&Found| {
        let lead = f.first.checked_sub(1).map(|at| at - usize::from(tokens[at].is(words::THE) && at > 0));
        f.kind == Kind::Organization
            && f.last <= post.title.start
            && lead.filter(|&at| at >= first).is_some_and(|at| {
                tokens[at].is_any(&[words::AT, words::BY, words::WITH, words::FOR])
                    && tokens[at.saturating_sub(NEAR).max(first)..at].iter().any(|t| t.has(class::EMPLOYMENT))
            })
    };
    let found = reading.mentions.within(first..post.title.start).iter().rev().find(employs)?;
    Some(Place::new(reading, found.range()))
}

/// "the president's personal lawyer", "the governor's spokesman", "his former lawyer": of whoever holds the other post, or is
/// spoken of.
pub(super) fn serves_holder(reading: &Reading<'_>, post: &Post) -> bool {
    let tokens = &reading.text.tokens;
    let Some(before) = post.all.start.checked_sub(1).filter(|&at| at > 0) else { return false };
    let person = matches!(post.kind, PostKind::Legal | PostKind::Staff)
        && tokens[before].has(class::POSSESSIVE)
        && tokens[before].has(class::HE.or(class::SHE));
    person || tokens[before].is_possessive() && reading.mentions.of_kind(before - 1, Kind::Post).is_some()
}

/// "Harbor News … Co-host Ann Lee said", "on Morning Tide, correspondent Omar Diaz": of the paper, the station or the programme
/// that this sentence or the one before names last.
pub(super) fn programme(reading: &Reading<'_>, rule: &str, post: &Post, holder: &Holder) -> Option<Place> {
    let before = rule == "title-before-name" && holder.tokens.len() > 1 && post.kind == PostKind::Media;
    // Not "told reporters Ann Lee would stay".
    if !before || !post.weak || post.plural && reading.text.tokens[post.title.start].shape == Shape::Lower {
        return None;
    }
    const VIEW: usize = 120; // tokens, of sentences without end
    let sentence = reading.sentence_of(post.title.start);
    let near = post.title.start.saturating_sub(VIEW);
    let first = reading.text.sentences[sentence.saturating_sub(1)].first.max(near);
    let last = reading.text.sentences[sentence].last.min(post.title.end + VIEW);
    let media = |f: &&Found| f.kind == Kind::Organization && is_media(reading, f);
    let start = reading.text.sentences[sentence].first.max(near);
    if let Some(found) = reading.mentions.within(start..post.title.start).iter().rev().find(media) {
        return Some(Place::new(reading, found.range()));
    }
    let mut near = reading.mentions.within(first..last).iter().filter(media);
    let found = near.next()?;
    near.all(|other| other.entity.is_some() && other.entity == found.entity).then(|| Place::new(reading, found.range()))
}

fn is_media(reading: &Reading<'_>, found: &Found) -> bool {
    let tokens = &reading.text.tokens[found.range()];
    let words = tokens.iter().skip(usize::from(tokens[0].is(words::THE))).map(|t| t.word);
    let known = reading.tables.organizations.longest(words);
    known.is_some_and(|(_, known)| known.kind == OrganizationKind::Media)
        || tokens[tokens.len() - 1].has(class::NEWSPAPER)
}

/// What a title says itself that it is of: "Central Bank" of "Central Bank president", "campaign" of "campaign manager".
pub(crate) fn noun_in_title(reading: &Reading<'_>, title: &std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    let tokens = &reading.text.tokens;
    let house =
        |&at: &usize| tokens[at].has(class::ORG_GENERIC.or(class::ORG_UNIT)) && !tokens[at].has(class::JURISDICTION);
    // Not the board of directors, nor the director of communications for the campaign.
    let of = |&at: &usize| tokens[at].is_any(&[words::OF, words::FOR]);
    let end = title.clone().find(of).map_or(title.end, |of| of.saturating_sub(1)).max(title.start + 1);
    let noun = (title.start..end - 1).rev().find(house)?;
    // "a school teacher", "the business executive" say what kind of thing, not which.
    let capitals = tokens[title.start..=noun].iter().all(Token::is_capital);
    if !capitals && !tokens[noun].has(class::PUBLIC_BODY) {
        return None;
    }
    let modifier = reading.tables.modifiers.longest(std::iter::once(tokens[title.start].word));
    let degree = modifier.is_some_and(|(_, kind)| matches!(kind, ModifierKind::Degree | ModifierKind::Acting));
    (!degree).then_some(title.start..noun + 1)
}

/// "British actress Ann Lee": a profession of one of a people, no post of the country.
pub(super) fn is_of_a_people(reading: &Reading<'_>, post: &Post) -> bool {
    let Some(people) = post.organization.as_ref().filter(|o| o.end == post.title.start) else { return false };
    let place = reading.tables.places.longest(reading.text.tokens[people.clone()].iter().map(|t| t.word));
    post.weak
        && matches!(post.kind, PostKind::Arts | PostKind::Media | PostKind::Academic)
        && place.is_some_and(|(length, known)| length == people.len() && known.kind == PlaceKind::Demonym)
}

/// "Ohio farmer Ann Lee", "a Lowell lawyer", "a harsh critic of Ghana": a private profession that is of a place is no post.
pub(super) fn is_local_profession(reading: &Reading<'_>, post: &Post) -> bool {
    use PostKind::{Arts, Finance, Generic, Legal, Media, Medical, Staff};
    let private = matches!(post.kind, Arts | Finance | Generic | Legal | Media | Medical | Staff);
    let Some(place) = post.organization.clone().filter(|_| post.weak && private) else { return false };
    // "economist at Halifax" may be of a bank.
    let before = place.end <= post.title.start;
    let of = |t: &Token| t.is_any(&[words::OF, words::IN, words::FROM]);
    let lead = reading.text.tokens.get(post.title.end).is_some_and(of) && place.start == post.title.end + 1;
    (before || lead) && geography::is_place(reading, &Place { tokens: place, entity: None })
}
