//! Whose a post is that changes hands: who decides of it is not always where it is.

use super::context::{
    campaign, is_kind, is_of_staff, is_white_house, known_kind, nearest, next, runs_campaign, titled_as_head,
};
use super::draft::{ChangeDraft, Place};
use super::incumbency;
use crate::clauses::is_verb;
use crate::lexicon::{Form, OrganizationKind, PostKind, PostScope, class, words};
use crate::mentions::{Found, Kind};
use crate::reading::Reading;

/// A party or a house: it does not hire those whom it removes.
pub(super) fn only_votes(reading: &Reading<'_>, place: &Place) -> bool {
    let known = known_kind(reading, place.tokens.start);
    matches!(known, Some(OrganizationKind::Legislature | OrganizationKind::Party))
}

/// Whether who decides is where the post is: "Acme named Lee president"; not "the Senate removed President Lee", "Democrats
/// confirmed Lee as attorney general", "the White House picked Lee as ambassador".
pub(super) fn may_employ(
    reading: &Reading<'_>,
    employer: &Place,
    post: &std::ops::Range<usize>,
    kind: PostKind,
) -> bool {
    use OrganizationKind::{Government, Legislature, Media, Party};
    let known = known_kind(reading, employer.tokens.start);
    // "picked Lee to succeed its representative" in a text of a party: of a chamber or a state
    let seat = reading.post_at(post.start).is_some_and(|i| reading.posts[i].scope == PostScope::Seat);
    if seat && matches!(known, Some(Party | Media)) {
        return false;
    }
    // "elected to the Board", beside its committees
    let board = reading.text.tokens[post.start].is(words::BOARD);
    if board && employer.tokens.len() > 1 && reading.text.tokens[employer.tokens.end - 1].has(class::ORG_UNIT) {
        return false;
    }
    if incumbency::is_us_president_titled(reading, post) {
        return false;
    }
    if titled_as_head(reading, post) {
        let place = reading.mentions.of_kind(employer.tokens.start, Kind::Place).is_some();
        return !place && !matches!(known, Some(Government | Legislature | Media | Party));
    }
    let public = matches!(kind, PostKind::Government | PostKind::Diplomatic | PostKind::Judicial);
    let chooses = matches!(known, Some(Legislature | Party | Media));
    // "urged the White House to name Lee chairman": of no house of its own.
    let chairs = || reading.post_at(post.start).is_some_and(|i| reading.posts[i].scope == PostScope::Company);
    let presides = is_white_house(reading, employer.tokens.start) && (public || chairs());
    !((public && chooses || presides) && !is_of_staff(reading, post))
}

/// Takes away a place that only decides or tells of a post, and gives those who run a campaign the one whose it is.
pub(super) fn correct_place(reading: &Reading<'_>, draft: &mut ChangeDraft) {
    let Some(post) = &draft.post else { return };
    let title = reading.post_at(post.start).map(|i| &reading.posts[i]);
    if title.is_some_and(|known| known.organization.is_some()) {
        return;
    }
    let kind = title.map_or(PostKind::Generic, |known| known.kind);
    if runs_campaign(reading, post) {
        // "Lee promoted her pollster to campaign manager"
        let sentence = reading.text.sentences[reading.sentence_of(draft.trigger)];
        let chooses = |f: &&Found| {
            f.kind == Kind::Person && reading.person_at(f.first).is_some_and(|person| person != draft.person)
        };
        let agent = reading.mentions.within(sentence.first..draft.trigger).iter().find(chooses);
        let whose = campaign(reading, post.start).or_else(|| agent.map(|f| Place { tokens: f.range(), entity: None }));
        draft.place = whose.or(draft.place.take());
        return;
    }
    // "President Lee leaves the White House", "Egypt's President Lee"
    let own = |place: &Place| {
        let country = reading.mentions.of_kind(place.tokens.start, Kind::Place).is_some()
            && !incumbency::is_us_president_titled(reading, post);
        titled_as_head(reading, post) && (country || is_white_house(reading, place.tokens.start))
    };
    let decides = |place: &Place| !may_employ(reading, place, post, kind) && !own(place);
    draft.place = draft.place.take().filter(|place| !decides(place));
}

/// "Governor Lee's new communications director": of whom he serves, where the text names no house.
pub(super) fn whose_staff(reading: &Reading<'_>, draft: &ChangeDraft, kind: PostKind) -> Option<Place> {
    let post = draft.post.as_ref()?;
    const MODIFIERS: usize = 4; // tokens: "newly appointed"
    let tokens = &reading.text.tokens;
    // "the president's national security aide" is a nation's.
    let adviser = post.clone().any(|at| tokens[at].is_any(&[words::ADVISER, words::ADVISOR, words::SECURITY]));
    if kind != PostKind::Staff && !is_of_staff(reading, post) || adviser {
        return None;
    }
    let owned = (post.start.saturating_sub(MODIFIERS)..post.start).rev().find(|&at| tokens[at].is_possessive())?;
    // Not "Lee's tenure as acting director".
    let plain = tokens[owned + 1..post.start].iter().all(|t| t.has(class::COMMON) && !t.has(class::PREPOSITION));
    let owner = reading.mentions.of_kind(owned.checked_sub(1)?, Kind::Person).filter(|_| plain)?;
    if owner.entity == Some(draft.person) {
        return None;
    }
    Some(Place { tokens: owner.range(), entity: None })
}

/// The post of somebody who goes to a court: the "justice" of whom the text speaks.
pub(super) fn bench(reading: &Reading<'_>, token: usize, place: &Place) -> Option<std::ops::Range<usize>> {
    // "the 10th Circuit", "the Court of Appeals"
    let named = reading.text.tokens[place.tokens.clone()].iter().any(|t| t.is_any(&[words::COURT, words::CIRCUIT]));
    if !named && !is_kind(reading, place.tokens.start, OrganizationKind::Court) {
        return None;
    }
    let name = reading.tables.organizations.longest(reading.text.tokens[place.tokens.clone()].iter().map(|t| t.word));
    let full = name.and_then(|(_, known)| known.canonical.as_deref()).is_some_and(|name| name.contains("Supreme"));
    let highest =
        full || reading.text.tokens[place.tokens.clone()].iter().any(|t| t.is_any(&[words::SUPREME, words::HIGH]));
    let list = &reading.mentions.list;
    let at = list.partition_point(|f| f.first < token);
    let title = |i: usize| {
        let post = list[i].entity.filter(|_| list[i].kind == Kind::Post).map(|p| &reading.posts[p])?;
        // "Judge Lee was appointed to the Tenth Circuit": those who sit on the highest courts are justices.
        let title = &reading.text.tokens[post.title.start];
        let fits = if highest { title.has(class::JUSTICE) } else { title.is(words::JUDGE) };
        (post.kind == PostKind::Judicial && post.title.len() == 1 && fits).then(|| post.title.clone())
    };
    (at.saturating_sub(60)..at).rev().find_map(title).or_else(|| (at..list.len().min(at + 60)).find_map(title))
}

/// "Republicans praised the appointment of Lee", "the union condemned the firing": whoever only thinks of it employs nobody; not
/// "announced the appointment", "accepted the resignation".
pub(super) fn is_only_judged(reading: &Reading<'_>, noun: usize) -> bool {
    const PHRASE: usize = 4; // "the surprise early"
    let tokens = &reading.text.tokens;
    let start = reading.text.sentences[reading.sentence_of(noun)].first;
    let verb = (start..noun).rev().take(PHRASE).find(|&at| is_verb(reading, at));
    let form = verb.and_then(|at| reading.tables.verb_form(tokens[at].word));
    let settles = class::SAY.or(class::CONFIRMING).or(class::CONSENT).or(class::FRAME_VERB);
    form.is_some_and(|v| v.form.has(Form::PAST) || v.form.has(Form::PRESENT))
        && verb.is_some_and(|at| !tokens[at].has(settles))
}

/// The court for which somebody is nominated in a text that names no post: "the Lee nomination".
pub(super) fn court(reading: &Reading<'_>, token: usize) -> Option<Place> {
    let named = |r: &Reading<'_>, t: usize| is_kind(r, t, OrganizationKind::Court);
    nearest(reading, token, 400, named).or_else(|| next(reading, token, 400, named))
}
