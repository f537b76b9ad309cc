//! Choices that somebody else must consent to: who is named for a court or a ministry is not in it yet.

use std::collections::BTreeSet;

use super::context;
use super::draft::ChangeDraft;
use crate::lexicon::{PostKind, class, words};
use crate::reading::Reading;
use crate::record::{Direction, Realis, Reason};

/// "named Lee" of somebody whom the document calls a nominee: chosen, not yet in the post.
pub(super) fn await_consent(reading: &Reading<'_>, draft: &mut ChangeDraft) {
    draft.realis = Realis::Planned;
    draft.reason = Some(Reason::Nominated);
    // The day of the choice is not that of taking office.
    if draft.date.is_none() || draft.date <= reading.published {
        (draft.date, draft.date_text) = (None, None);
    }
}

/// Choices for posts that need somebody's consent, where the text around speaks of it: "picked Lee for the court, which sets
/// up a confirmation fight". Whoever makes room for a nominee goes no sooner.
pub(super) fn await_confirmations(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    const REACH: usize = 80; // tokens
    for draft in drafts.iter_mut().filter(|d| d.direction == Direction::In && !d.settled && d.realis == Realis::Actual)
    {
        let tokens = &reading.text.tokens;
        if draft.reason != Some(Reason::Appointed) || !tokens[draft.trigger].has(class::CHOICE) {
            continue;
        }
        let kind = draft.post.as_ref().and_then(|p| reading.post_at(p.start)).map(|i| reading.posts[i].kind);
        let court = draft.place.as_ref().is_some_and(|p| context::is_court(reading, p.tokens.start));
        let public = court || matches!(kind, Some(PostKind::Judicial | PostKind::Government | PostKind::Diplomatic));
        let sentence = reading.sentence_of(draft.trigger);
        let first = reading.text.sentences[sentence.saturating_sub(1)].first;
        let last = reading.text.sentences[(sentence + 1).min(reading.text.sentences.len() - 1)].last;
        // "a confirmation fight"; not "the confirmation of an order".
        let fight =
            |at: usize| tokens[at].is(words::CONFIRMATION) && !tokens.get(at + 1).is_some_and(|t| t.is(words::OF));
        let (first, last) = (first.max(draft.trigger.saturating_sub(REACH)), last.min(draft.trigger + REACH));
        if (first..last).any(|at| fight(at) || public && tokens[at].has(class::NOMINATION)) {
            await_consent(reading, draft);
        }
    }
    let nominees: BTreeSet<usize> =
        drafts.iter().filter(|d| d.reason == Some(Reason::Nominated)).map(|d| d.person).collect();
    for draft in drafts.iter_mut().filter(|d| d.direction == Direction::Out && d.realis != Realis::Denied) {
        let makes_room = draft.reason.is_none() && !draft.settled;
        if makes_room && draft.counterpart.as_ref().is_some_and(|(other, _)| nominees.contains(other)) {
            draft.realis = Realis::Planned;
        }
    }
}
