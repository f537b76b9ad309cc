//! Seats: the post and the organisation that a clause names for a change.

use std::ops::Range;

use super::draft::{ChangeDraft, Place};
use crate::clauses::{self, Complements};
use crate::lexicon::{Frame, FrameEvent, FrameNeed, FramePos, FrameWho, PostScope, class, words};
use crate::mentions::{Kind, Post};
use crate::reading::Reading;
use crate::record::Reason;

/// Where somebody goes or what is left: a title, an organisation, or both.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Seat {
    /// The title as tokens.
    pub(super) post: Option<Range<usize>>,
    pub(super) place: Option<Place>,
    /// Held for the time being.
    pub(super) acting: bool,
}

impl Seat {
    /// The seat of a post mention: its own organisation, or the one that the clause names.
    pub(super) fn of_post(reading: &Reading<'_>, index: usize, place: Option<&Place>) -> Seat {
        let post = &reading.posts[index];
        let own = match &post.organization {
            Some(tokens) if reading.mentions.of_kind(tokens.start, Kind::Person).is_none() => {
                Some(Place::new(reading, tokens.clone()))
            }
            _ if post.of_generic => clauses::organization_in_focus(reading, owner_noun(reading, post)),
            _ => None,
        };
        Seat { post: Some(post.title.clone()), place: own.or_else(|| place.cloned()), acting: post.acting }
    }

    /// The seat that a change is about.
    pub(super) fn of_change(draft: &ChangeDraft) -> Seat {
        Seat { post: draft.post.clone(), place: draft.place.clone(), acting: draft.acting }
    }

    /// An organisation without a title: "joined Acme".
    pub(super) fn at(place: Place) -> Seat {
        Seat { place: Some(place), ..Seat::default() }
    }

    /// A title that no post mention gives: "a desk job", "to head the bureau".
    pub(super) fn titled(post: Range<usize>, place: Option<Place>) -> Seat {
        Seat { post: Some(post), place, acting: false }
    }
}

/// Whether a post is a rank among its holders: "named best director", "named driver of the year", "became the third sheriff to
/// lose", "the first pope in 600 years to resign".
pub(super) fn ranks(reading: &Reading<'_>, index: usize) -> bool {
    let tokens = &reading.text.tokens;
    let (start, end) = (reading.posts[index].all.start, reading.posts[index].all.end);
    let title = reading.posts[index].title.end;
    if tokens[start.saturating_sub(2)..title].iter().any(|t| t.has(class::SUPERLATIVE)) {
        return true;
    }
    // "named journalist of the year"
    let award = tokens[title..].iter().take(2).map(|t| t.word).eq([words::OF, words::THE]);
    if award && tokens.get(title + 2).is_some_and(|t| t.has(class::TIME_UNIT)) {
        return true;
    }
    // "the first member to officially read"
    let verb = |at: usize| {
        let at = at + usize::from(tokens.get(at).is_some_and(|t| t.has(class::ADVERB) && !t.has(class::VERB)));
        tokens.get(at).is_some_and(|t| t.has(class::VERB))
    };
    let does = |at: usize| tokens[at].is(words::TO) && verb(at + 1);
    let rest = (end..tokens.len().min(end + 5)).take_while(|&at| !tokens[at].is_any(&[words::COMMA, words::STOP]));
    tokens[start.saturating_sub(3)..title].iter().any(|t| t.has(class::ORDINAL)) && { rest }.any(does)
}

/// "the nominee for vice president", "his nomination for president": a party's, of somebody whom voters may yet elect.
pub(super) fn runs_for_election(reading: &Reading<'_>, complements: &Complements, frame: &Frame) -> bool {
    frame.reason == Some(Reason::Nominated)
        && complements.places.is_empty()
        && complements.for_posts.first().is_some_and(|&index| {
            let post = &reading.posts[index];
            post.organization.is_none() && reading.text.tokens[post.title.end - 1].is(words::PRESIDENT)
        })
}

/// "president", "mayor", "senator": posts that voters fill.
pub(crate) fn is_elective(reading: &Reading<'_>, index: usize) -> bool {
    let post = &reading.posts[index];
    matches!(post.scope, PostScope::Seat | PostScope::Local)
        || post.organization.is_none() && reading.text.tokens[post.title.end - 1].is(words::PRESIDENT)
}

/// The seats that the complements of a frame name.
pub(super) fn seats(reading: &Reading<'_>, complements: &Complements, frame: &Frame) -> Vec<Seat> {
    let place = complements.places.first().cloned();
    let noun = frame.pos == FramePos::Noun && frame.event != FrameEvent::Out;
    let to = if frame.post_after_to || noun { complements.to_posts.as_slice() } else { &[] };
    let for_posts = if frame.post_after_for || noun { complements.for_posts.as_slice() } else { &[] };
    let posts = complements.posts.iter().chain(to).chain(for_posts);
    // "quit as the president's top aide": of somebody, though he is only a title.
    let owned = |index: usize| {
        let before = reading.posts[index].all.start.checked_sub(1);
        before.is_some_and(|at| reading.text.tokens[at].is_possessive())
    };
    // "quit as outside advisers": what is left is said, however little.
    let left_as = |index: usize| {
        let start = reading.posts[index].all.start;
        let lead = (0..start).rev().take(3).find(|&at| {
            !reading.text.tokens[at].has(class::COMMON.or(class::DETERMINER)) || reading.text.tokens[at].is(words::AS)
        });
        frame.event == FrameEvent::Out && lead.is_some_and(|at| reading.text.tokens[at].is(words::AS))
    };
    // "was hired as a lawyer": what somebody is taken on as, however little.
    let hired_as = |index: usize| {
        let post = &reading.posts[index];
        let lead = (0..post.all.start).rev().take(4).find(|&at| {
            !reading.text.tokens[at].has(class::COMMON.or(class::DETERMINER).or(class::POSSESSIVE))
                || reading.text.tokens[at].is(words::AS)
        });
        frame.reason == Some(Reason::Appointed)
            && frame.who == FrameWho::Object
            && frame.needs != FrameNeed::Post
            && !post.plural
            && lead.is_some_and(|at| reading.text.tokens[at].is(words::AS))
    };
    // "promoted to special agent": to a post, whatever it is called.
    let promoted = frame.reason == Some(Reason::Promoted);
    // "students", "members" without an organisation are nobody's post.
    let counts = |index: usize, seat: &Seat| {
        (seat.place.is_some()
            || complements.host.is_some()
            || seat.acting
            || owned(index)
            || !reading.posts[index].weak
            || left_as(index)
            || hired_as(index)
            || promoted)
            // "ousted as the mayor's top aide": what is left, whatever its rank.
            && (frame.who == FrameWho::Object && left_as(index) || !ranks(reading, index))
    };
    let mut before: Option<usize> = None;
    let mut seats: Vec<Seat> = posts
        .filter(|&&index| {
            // "chief strategist and senior adviser": the second counts where the first does.
            let joined = before.is_some_and(|first| {
                let (end, start) = (reading.posts[first].all.end, reading.posts[index].all.start);
                (end..end + 2).contains(&start) && reading.text.tokens[end].is(words::AND)
            });
            let taken = counts(index, &Seat::of_post(reading, index, place.as_ref()))
                || joined && !reading.posts[index].plural && !ranks(reading, index);
            before = taken.then_some(index);
            taken
        })
        .map(|&index| Seat::of_post(reading, index, None))
        .collect();
    // "chairman and director of Acme following his conviction in a court": the title's own organisation is said once, of both.
    let said = seats.iter().find_map(|seat| seat.place.clone()).or_else(|| place.clone());
    for seat in &mut seats {
        if seat.place.is_none() {
            seat.place.clone_from(&said);
        }
    }
    if !seats.is_empty() {
        // "resign from the Board and as chief executive": both are left.
        if let (Some(board), true) = (&complements.position, complements.board && frame.event == FrameEvent::Out)
            && seats.iter().all(|seat| seat.post.as_ref().is_none_or(|post| post.start > board.end))
        {
            seats.push(Seat::titled(board.clone(), complements.from_place.clone().or(place)));
        }
        return seats;
    }
    // "gave up the chairmanship of Acme", "resigned from the presidency"
    if let Some(at) = complements.dignity {
        return vec![Seat::titled(at..at + 1, complements.from_place.clone().or(place))];
    }
    match (&complements.position, complements.leads, place) {
        (Some(board), _, place) if complements.board => {
            vec![Seat::titled(board.clone(), place.or_else(|| complements.from_place.clone()))]
        }
        (_, Some(verb), place) => vec![Seat::titled(verb..verb + 1, place)],
        (_, None, Some(place)) => vec![Seat::at(place)],
        _ => Vec::new(),
    }
}

/// Where the noun stands that says whose a post is: "state" of "the state's attorney general", else the title itself.
pub(super) fn owner_noun(reading: &Reading<'_>, post: &Post) -> usize {
    let owned = post.all.start >= 2 && reading.text.tokens[post.all.start - 1].is_possessive();
    post.all.start - if owned { 2 } else { 0 }
}
