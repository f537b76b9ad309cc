//! The two sides of one post: whoever comes takes what the other leaves.

use std::collections::BTreeMap;

use super::draft::ChangeDraft;
use super::state::RolesOf;
use crate::reading::Reading;
use crate::record::Direction;

/// How many posts one person may take by one verb.
const MOST_SEATS: usize = 4;

/// "Acme named Lee president and treasurer, succeeding Diaz, who remains a director": Diaz leaves what Lee takes, whatever
/// else the text says that he is; unless his title stands with his name in that sentence.
pub(super) fn take_stated_seats(reading: &Reading<'_>, roles: &RolesOf<'_>, drafts: &mut Vec<ChangeDraft>) {
    let mut taken: BTreeMap<usize, Vec<usize>> = BTreeMap::new(); // comer → drafts with a post
    for (i, draft) in drafts.iter().enumerate() {
        if draft.direction == Direction::In && draft.post.is_some() {
            taken.entry(draft.person).or_default().push(i);
        }
    }
    let mut more = Vec::new();
    for i in 0..drafts.len() {
        let draft = &drafts[i];
        if draft.direction != Direction::Out || draft.post.is_some() {
            continue;
        }
        let Some(seats) = draft.counterpart.as_ref().and_then(|(comer, _)| taken.get(comer)) else { continue };
        let sentence = reading.sentence_of(draft.trigger);
        let near = |&&j: &&usize| sentence.abs_diff(reading.sentence_of(drafts[j].trigger)) <= 1;
        let Some(&first) = seats.iter().find(near) else { continue };
        // "succeeding Senator Lee"
        let titled = roles.near(draft.person, draft.trigger).any(|r| {
            reading.sentence_of(r.evidence.start) == sentence && matches!(r.rule, "title-before-name" | "apposition-after-name")
        });
        if titled {
            continue;
        }
        let together: Vec<usize> = seats
            .iter()
            .copied()
            .filter(|&j| drafts[j].trigger == drafts[first].trigger)
            .take(MOST_SEATS)
            .collect();
        for (order, &j) in together.iter().enumerate() {
            let (post, place) = (drafts[j].post.clone(), drafts[j].place.clone());
            if order == 0 {
                drafts[i].post = post;
                drafts[i].place = place;
            } else {
                let other = (drafts[i].person, drafts[i].person_tokens.clone());
                drafts[j].counterpart.get_or_insert(other);
                more.push(ChangeDraft { post, place, moved: None, ..drafts[i].clone() });
            }
        }
    }
    drafts.append(&mut more);
}
