//! Who leads: heads of something that a verb or a short word names and a title elsewhere calls by its name.

use super::assemble::places_agree;
use super::draft::ChangeDraft;
use super::state::RolesOf;
use crate::lexicon::{ModifierKind, PostKind, PostScope, class, words};
use crate::reading::Reading;
use crate::record::{Direction, Status};

/// "tapped Lee to lead the bureau", in a text that calls her its director: what one who leads is called.
pub(super) fn name_leaders(reading: &Reading<'_>, roles: &RolesOf<'_>, drafts: &mut [ChangeDraft]) {
    for draft in drafts.iter_mut().filter(|d| d.direction == Direction::In && d.place.is_some()) {
        if !leads(reading, draft) {
            continue;
        }
        let head = |r: &&super::draft::RoleDraft| {
            let weak = reading.post_at(r.post.start).is_none_or(|i| reading.posts[i].weak);
            // "his nominee to head the Fed … Lee, its vice chairman"
            let second = |at: usize| {
                let modifier = reading.tables.modifiers.longest(std::iter::once(reading.text.tokens[at].word));
                modifier.is_some_and(|(_, kind)| *kind == ModifierKind::Degree)
            };
            r.status != Status::Former
                && !weak
                && !r.post.clone().any(second)
                && r.place.is_some()
                && matches!(r.kind, PostKind::Government | PostKind::Executive)
                && places_agree(reading, draft.place.as_ref(), r.place.as_ref())
        };
        if let Some(role) = roles.near(draft.person, draft.trigger).find(head) {
            draft.post = Some(role.post.clone());
        }
    }
}

/// The title of one who leads: "chief executive", "secretary"; no "vice president".
pub(super) fn is_top(reading: &Reading<'_>, draft: &ChangeDraft) -> bool {
    let title = draft.post.as_ref().and_then(|post| reading.post_at(post.start)).map(|i| &reading.posts[i]);
    title.is_some_and(|post| {
        let company = post.scope == PostScope::Company && post.kind == PostKind::Executive;
        let top = post.sole || company || post.kind == PostKind::Government || post.title.len() == 1;
        top && post.kind != PostKind::Finance
    })
}

/// Whether a verb of leading stands for the post.
pub(super) fn leads(reading: &Reading<'_>, draft: &ChangeDraft) -> bool {
    draft.post.as_ref().is_some_and(|p| {
        let verb = || reading.post_at(p.start).is_none() && reading.text.tokens[p.start].has(class::FRAME_VERB);
        // "becomes the fourth head of Acme": it says what a verb does, and no title.
        p.len() == 1 && (reading.text.tokens[p.start].is_any(&[words::HEAD, words::BOSS]) || verb())
    })
}
