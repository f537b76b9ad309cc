//! When a post is or was held, as its sentence says: "since 2019", "from 2010 to 2014", a year long past.

use super::rules::Holder;
use crate::PartialDate;
use crate::clauses;
use crate::events::incumbency::acts_now;
use crate::lexicon::{Lead, class, words};
use crate::mentions::Post;
use crate::mentions::date::{self, DateFound};
use crate::reading::Reading;

/// How many years ago a title given to a name is a former one: one of a kind, and any.
const LONG_AGO: [i32; 2] = [9, 30];

/// "In 1988 the Senate heard President Ronald Reagan": a title in a sentence about a year long past.
pub(super) fn is_long_ago(reading: &Reading<'_>, post: &Post, holder: &Holder) -> bool {
    let Some(published) = reading.published else { return false };
    // "Professor Lee notes that in 1986 …", "Governor Lee has pardoned …": who speaks and acts now.
    if acts_now(reading, holder.tokens.end) {
        return false;
    }
    let sentence = reading.text.sentences[reading.sentence_of(holder.tokens.start)].range();
    let from = reading.dates.partition_point(|d| d.tokens.start < sentence.start);
    let years = reading.dates[from..].iter().take_while(|d| d.tokens.start < sentence.end).take(8);
    let nearest = years.min_by_key(|d| d.tokens.start.abs_diff(holder.tokens.start));
    let year = nearest
        .filter(|d| !matches!(d.lead, Lead::Since))
        .and_then(|d| date::resolve(&d.when, Some(published), date::Direction::Past));
    year.is_some_and(|year| published.year() - year.year() >= LONG_AGO[usize::from(!post.sole)])
}

/// "since 2019", "from 2010 to 2014" after a role with what it is of, and ", a position she has held since 2021".
pub(super) fn tenure(reading: &Reading<'_>, end: usize) -> (Option<PartialDate>, Option<PartialDate>) {
    let Some(before) = end.checked_sub(1) else { return (None, None) };
    let sentence = reading.text.sentences[reading.sentence_of(before)];
    let at = reading.dates.partition_point(|d| d.tokens.start < end);
    let mut dates = reading.dates[at..].iter().take_while(|d| d.tokens.start < sentence.last);
    let Some(first) = dates.next().filter(|d| belongs(reading, end, d.tokens.start)) else { return (None, None) };
    // "will serve as acting chief until June"
    let ahead = |found: &DateFound| {
        date::resolve(&found.when, reading.published, date::direction(&reading.text, reading.tables, found))
    };
    let back = |found: &DateFound| date::resolve(&found.when, reading.published, date::Direction::Past);
    match first.lead {
        Lead::Since => (back(first), None),
        Lead::From => {
            let last = dates.next().filter(|d| d.lead == Lead::Until && d.tokens.start <= first.tokens.end + 2);
            match last {
                Some(last) => (back(first), ahead(last)),
                None => (ahead(first), None),
            }
        }
        Lead::Until => (None, ahead(first)),
        _ => (None, None),
    }
}

/// Whether only what a post is of stands between it and a date: "vice chairman of the company since 1984", "chief operating
/// officer of Acme Corp (ACM) from 2016"; or that the post is held: ", a post she has held since 2021".
fn belongs(reading: &Reading<'_>, end: usize, date: usize) -> bool {
    const REACH: usize = 20;
    let tokens = &reading.text.tokens;
    let mut at = end;
    if date > end + REACH {
        return false;
    }
    while at < date {
        let token = &tokens[at];
        if let Some((_, found)) = reading.mentions.covering(at) {
            at = found.last.max(at + 1);
            continue;
        }
        // "at Acme Corp <ACM>", "(NYSE: ACM)"
        if token.is_any(&[words::OPEN, words::LESS]) {
            let Some(close) = (at..date).find(|&i| tokens[i].is_any(&[words::CLOSE, words::GREATER])) else {
                return false;
            };
            at = close + 1;
            continue;
        }
        if token.is(words::COMMA) && at == end {
            // ", a position he has held since"
            let held = (at + 1..date.min(at + 5)).find(|&i| clauses::is_post_noun(&tokens[i]));
            return held.is_some_and(|noun| {
                tokens[at + 1].has(class::DETERMINER)
                    && (noun + 1..date).all(|i| !tokens[i].is(words::COMMA) && tokens[i].is_word())
            });
        }
        let last = at + 1 == date;
        let passes = token.has(class::DETERMINER.or(class::POSSESSIVE))
            || token.is_possessive()
            || token.is_any(&[
                words::OF,
                words::AT,
                words::FOR,
                words::IN,
                words::TO,
                words::AND,
                words::AMPERSAND,
                words::DASH,
            ])
            || token.has(class::PREPOSITION) && last
            || token.is_word() && !token.has(class::GRAMMAR) && !clauses::is_verb(reading, at);
        if !passes && !last {
            return false;
        }
        at += 1;
    }
    true
}
