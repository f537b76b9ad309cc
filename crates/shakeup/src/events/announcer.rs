//! Who announces what a sentence tells: what a company or an agency says of its own posts is of itself.

use super::context::{is_employer, is_of_company, runs_campaign, titled_as_head};
use super::draft::{ChangeDraft, Place};
use crate::clauses;
use crate::lexicon::{PostKind, PostScope, WordId, class, words};
use crate::mentions::{Found, Kind};
use crate::reading::Reading;
use crate::text::Sentence;

/// Gives the posts of companies the one that announces their change: "Acme said Lee was named president".
pub(super) fn announced_by(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    for draft in drafts.iter_mut().filter(|d| d.place.is_none() && d.employer.is_none()) {
        if draft.post.as_ref().is_some_and(|post| is_of_company(reading, post)) {
            draft.employer = announcer(reading, draft.trigger);
        }
    }
}

/// The company that announces what a sentence tells: "Acme Inc <ACM> said …", "…, Acme said.".
pub(super) fn announcer(reading: &Reading<'_>, token: usize) -> Option<Place> {
    const OPENING: usize = 14;
    let tokens = &reading.text.tokens;
    let sentence = reading.text.sentences[reading.sentence_of(token)];
    let says = |f: &Found| clauses::says(reading, f).is_some_and(|at| reading.mentions.covering(at).is_none());
    let fits = |f: &&Found| {
        let opens = f.last <= token && f.first < sentence.first + OPENING;
        let closes = f.first > token && tokens[f.first - 1].is(words::COMMA) && f.last + 3 >= sentence.last;
        // "Cloudmoor said finance chief Omar Diaz resigned": a name of no known kind that is no surname.
        let unknown = || {
            let other = class::SURNAME.or(class::GIVEN).or(class::PLACE_START).or(class::PERSON_NOUN);
            let name = &tokens[f.range()];
            f.kind == Kind::Name && opens && name.iter().all(|t| t.is_capital() && !t.has(other))
        };
        let house = f.kind == Kind::Organization && is_employer(reading, f.first);
        (house && (opens || closes) || unknown()) && says(f)
    };
    let found = reading.mentions.within(sentence.first..sentence.last).iter().find(fits)?;
    Some(Place::new(reading, found.range()))
}

/// The organisation that by its name is said to speak of a change to one of its posts, whatever sort of post: "Lee is stepping
/// down as provost, Tilden College said in a statement".
pub(super) fn speaker(reading: &Reading<'_>, draft: &ChangeDraft) -> Option<Place> {
    draft.post.as_ref().filter(|post| may_speak_of(reading, post))?;
    let opens = || {
        let start = reading.text.sentences[reading.sentence_of(draft.trigger)].first;
        let (found, said) = spokesman(reading, start)?;
        (said < draft.trigger).then(|| Place::new(reading, found.range()))
    };
    let found = announcer(reading, draft.trigger).or_else(opens).or_else(|| closes(reading, draft.trigger));
    found.filter(|place| is_employer(reading, place.tokens.start))
}

/// The same where only "it" or "the agency" speaks: whichever the text has just named.
pub(super) fn speaker_in_focus(reading: &Reading<'_>, draft: &ChangeDraft) -> Option<Place> {
    draft.post.as_ref().filter(|post| may_speak_of(reading, post))?;
    let sentence = &reading.text.sentences[reading.sentence_of(draft.trigger)];
    let opens = says_generic(reading, sentence, sentence.first).filter(|&said| said < draft.trigger);
    let at = match opens {
        Some(_) => sentence.first,
        None if opens_with_board(reading, sentence.first, draft.trigger) => {
            return subject_before(reading, sentence.first);
        }
        None => behind(reading, draft.trigger, |at| says_generic(reading, sentence, at).is_some())?,
    };
    let found = clauses::organization_in_focus(reading, at);
    found.filter(|place| is_employer(reading, place.tokens.start))
}

/// "The board fired the treasurer".
fn opens_with_board(reading: &Reading<'_>, first: usize, trigger: usize) -> bool {
    let tokens = &reading.text.tokens;
    first + 1 < trigger && tokens[first].is(words::THE) && tokens[first + 1].is(words::BOARD)
}

/// "Acme lost money. The board …": whom the sentence before is about.
fn subject_before(reading: &Reading<'_>, first: usize) -> Option<Place> {
    let before = reading.text.sentences[reading.sentence_of(first).checked_sub(1)?];
    let start = before.first + usize::from(reading.text.tokens[before.first].is(words::THE));
    let found =
        reading.mentions.of_kind(start, Kind::Organization).filter(|f| f.first <= start && f.last < before.last)?;
    let told = clauses::is_verb(reading, found.last) || reading.text.tokens[found.last].has(class::BE.or(class::HAVE));
    (told && is_employer(reading, found.first)).then(|| Place::new(reading, found.range()))
}

/// Whether a change is of a post that any house may have.
pub(super) fn may_be_of_house(reading: &Reading<'_>, draft: &ChangeDraft) -> bool {
    draft.post.as_ref().is_some_and(|post| may_speak_of(reading, post))
}

/// A post of whatever house speaks of it: no senator, judge, minister or mayor; no title before a name, which may be
/// anybody's.
fn may_speak_of(reading: &Reading<'_>, post: &std::ops::Range<usize>) -> bool {
    use PostKind::{Diplomatic, Government, Judicial, Legislative, Military, Royal};
    let tokens = &reading.text.tokens;
    let Some(known) = reading.post_at(post.start).map(|index| &reading.posts[index]) else { return false };
    let minister = || {
        let fields = [words::MINISTER, words::MINISTERS, words::SECRETARY, words::SECRETARIES];
        post.clone().any(|at| tokens[at].is_any(&fields))
    };
    let public = match known.kind {
        Legislative | Judicial | Diplomatic | Military | Royal => true,
        Government => minister(),
        _ => false,
    };
    let titled = tokens[post.start].is_capital() && reading.mentions.of_kind(post.end, Kind::Person).is_some();
    matches!(known.scope, PostScope::Any | PostScope::Company)
        && !(public || titled || known.former || runs_campaign(reading, post))
        && !(titled_as_head(reading, post) && tokens[post.start].is_capital())
}

/// The verb of saying whose subject is "it" or "the company" at a token.
fn says_generic(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> Option<usize> {
    const NOUN: usize = 4; // "the state-run oil company"
    let tokens = &reading.text.tokens[..sentence.last];
    let noun = match tokens.get(at)? {
        token if token.is(words::IT) => at,
        token if token.is(words::THE) => (at + 1..tokens.len().min(at + NOUN))
            .find(|&noun| tokens[noun].has(class::ORG_GENERIC) && !tokens[noun].has(class::JURISDICTION))?,
        _ => return None,
    };
    let verb = noun + 1 + usize::from(tokens.get(noun + 1).is_some_and(|t| t.has(class::ADVERB)));
    tokens.get(verb).is_some_and(|t| t.has(class::SAY)).then_some(verb)
}

/// Where a phrase starts that fits behind the last comma after a token which one follows.
fn behind(reading: &Reading<'_>, token: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
    const REACH: usize = 40; // tokens
    let tokens = &reading.text.tokens;
    let end = reading.text.sentences[reading.sentence_of(token)].last.min(token + REACH);
    let comma = (token + 1..end.saturating_sub(1)).rev().find(|&at| tokens[at].is(words::COMMA) && fits(at + 1))?;
    Some(comma + 1)
}

/// "…, Tilden College said in a statement", "…, according to a statement from Acme": whoever says so behind the clause.
fn closes(reading: &Reading<'_>, token: usize) -> Option<Place> {
    let tokens = &reading.text.tokens;
    let named = |at: usize| {
        let start = at + usize::from(tokens.get(at).is_some_and(|t| t.is(words::THE)));
        reading.mentions.of_kind(start, Kind::Organization).filter(|f| f.first == start || f.first == at)
    };
    let said = |at: usize| {
        let speaks = named(at).filter(|f| clauses::says(reading, f).is_some());
        speaks.or_else(|| named(according(reading, at)?)).or_else(|| Some(spokesman(reading, at)?.0))
    };
    let at = behind(reading, token, |at| said(at).is_some())?;
    said(at).map(|found| Place::new(reading, found.range()))
}

/// "an Acme spokesman said", "a spokesman for Acme, Omar Diaz, said": whose, and the verb.
fn spokesman<'r>(reading: &'r Reading<'_>, at: usize) -> Option<(&'r Found, usize)> {
    const NAME: usize = 5; // ", Omar Diaz,"
    const SPEAKERS: [WordId; 3] = [words::SPOKESMAN, words::SPOKESWOMAN, words::SPOKESPERSON];
    let tokens = &reading.text.tokens;
    let article = |at: usize| at + usize::from(tokens.get(at).is_some_and(|t| t.has(class::DETERMINER)));
    let start = article(at);
    let (found, after) = if tokens.get(start)?.is_any(&SPEAKERS) {
        let name = article(start + 2);
        let found = reading.mentions.of_kind(name, Kind::Organization).filter(|_| tokens[start + 1].is(words::FOR))?;
        (found, found.last)
    } else {
        let found = reading.mentions.of_kind(start, Kind::Organization)?;
        tokens.get(found.last).filter(|t| t.is_any(&SPEAKERS))?;
        (found, found.last + 1)
    };
    let said = (after..tokens.len().min(after + NAME)).find(|&at| tokens[at].has(class::SAY))?;
    let named = |at: usize| tokens[at].is(words::COMMA) || reading.mentions.covering(at).is_some();
    (after..said).all(named).then_some((found, said))
}

/// "according to a statement from": where the source starts.
fn according(reading: &Reading<'_>, at: usize) -> Option<usize> {
    const STATEMENT: usize = 5; // "a brief written statement"
    let tokens = &reading.text.tokens;
    let to = tokens.get(at)?.is(words::ACCORDING) && tokens.get(at + 1)?.is(words::TO);
    let from = (at + 3..tokens.len().min(at + 3 + STATEMENT)).find(|&i| tokens[i].is_any(&[words::FROM, words::BY]))?;
    (to && tokens[from - 1].has(class::SOURCE)).then_some(from + 1)
}
