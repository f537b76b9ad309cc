//! Which date belongs to which change: the day on which it takes effect.

use super::draft::ChangeDraft;
use crate::lexicon::{Lead, class, words};
use crate::mentions::date::{self, DateFound, Direction, When};
use crate::reading::Reading;
use crate::record::{Realis, Reason};

/// Gives every change the date that its clause states, as words and, where it is settled, as a partial date.
pub(crate) fn date_changes(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let mut triggers: Vec<usize> = drafts.iter().map(|d| d.trigger).collect();
    triggers.sort_unstable();
    triggers.dedup();
    for draft in drafts {
        // A nomination's day is not the day of taking office; what is only possible has none.
        if draft.reason == Some(Reason::Nominated) || matches!(draft.realis, Realis::Possible | Realis::Denied) {
            continue;
        }
        let Some(found) = date_of(reading, &triggers, draft.trigger) else { continue };
        let direction = match date::direction(&reading.text, reading.tables, found) {
            _ if draft.future => Direction::Future,
            direction => direction,
        };
        // "effective immediately" names no day of its own.
        if found.when != When::Immediately {
            draft.date = date::resolve(&found.when, reading.published, direction);
        }
        let words = reading.text.words(found.tokens.clone());
        draft.date_text = Some(words.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}

/// The date in the clause of a trigger: the nearest one after it, else the nearest one before.
fn date_of<'r>(reading: &'r Reading<'_>, triggers: &[usize], trigger: usize) -> Option<&'r DateFound> {
    let sentence = reading.text.sentences[reading.sentence_of(trigger)];
    let dates = &reading.dates;
    let first = dates.partition_point(|d| d.tokens.start < sentence.first);
    let last = dates.partition_point(|d| d.tokens.start < sentence.last);
    let dates = &dates[first..last];
    let fits = |d: &&DateFound| {
        !matches!(d.lead, Lead::Since | Lead::Until | Lead::For | Lead::Before)
            && !is_duration(d)
            && !is_of_saying(reading, d, trigger)
    };
    // "effective June 1" is of the whole sentence.
    if let Some(effective) = dates.iter().find(|d| d.lead == Lead::Effective && d.tokens.start > trigger) {
        return Some(effective);
    }
    let split = dates.partition_point(|d| d.tokens.start < trigger);
    let at = triggers.partition_point(|&t| t < trigger);
    let next = triggers[at..].iter().copied().find(|&t| t > trigger).unwrap_or(sentence.last).min(sentence.last);
    let after = dates[split..]
        .iter()
        .filter(fits)
        .find(|d| d.tokens.start < next && clear(reading, trigger + 1, d.tokens.start));
    if after.is_some() {
        return after;
    }
    let previous = triggers[..at].last().copied().filter(|&t| t >= sentence.first).unwrap_or(sentence.first);
    dates[..split].iter().rev().filter(fits).find(|d| {
        let start = d.tokens.start;
        // "Lee, whose mother died in 2011, resigned": the insertion's date is not the clause's.
        let inserted = (sentence.first..start).rev().take(12).any(|i| reading.text.tokens[i].has(class::WHO))
            && reading.text.tokens[d.tokens.end..trigger].iter().any(|t| t.is(words::COMMA));
        start >= previous && !inserted && (clear(reading, d.tokens.end, trigger) || start <= sentence.first + 2)
    })
}

/// "announced Sunday that she will step down": the day of the announcement.
fn is_of_saying(reading: &Reading<'_>, found: &DateFound, trigger: usize) -> bool {
    let tokens = &reading.text.tokens;
    let start = found.tokens.start;
    let before =
        (start.saturating_sub(3)..start).rev().find(|&at| !tokens[at].has(class::PREPOSITION.or(class::ADVERB)));
    let says = |at: usize| tokens[at].has(class::SAY) && at != trigger && crate::clauses::is_verb(reading, at);
    before.is_some_and(says)
        || tokens.get(found.tokens.end).is_some_and(|t| t.has(class::SAY)) && found.tokens.end != trigger
}

fn is_duration(found: &DateFound) -> bool {
    matches!(found.when, When::Unsettled)
}

/// Whether no other clause starts between two places.
fn clear(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    from >= to
        || reading.text.tokens[from..to].iter().all(|t| {
            !t.has(class::WHO)
                && !t.is_any(&[words::SEMICOLON, words::COLON, words::WHICH, words::BUT, words::WHILE])
                && !t.has(class::SAY)
        })
}
