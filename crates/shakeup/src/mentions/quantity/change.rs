//! Whether an amount is how much something changes: "rose by 3 percent", "down 20 points", "a 5 percent cut".

use super::{Amount, Dimension};
use crate::lexicon::{Cue, CueClass, Form, Tables, class, words};
use crate::record::Change;
use crate::text::{Shape, Text};

/// How far an object may part a verb from "by": "cut the number of wards by five".
const REACH: usize = 8;

/// The direction of the change that the amount is the size of, if it is one: not in "rose to 5" and "up from 5".
pub(super) fn of(amount: &Amount, text: &Text<'_>, tables: &Tables) -> Option<Change> {
    if amount.verb {
        return Some(if amount.value() > 1.0 { Change::Increase } else { Change::Decrease });
    }
    let reader = Reader { text, tables };
    reader.before(amount).or_else(|| reader.after(amount))
}

struct Reader<'r, 't> {
    text: &'r Text<'t>,
    tables: &'r Tables,
}

impl Reader<'_, '_> {
    /// The senses of a word or phrase that ends right before a token.
    fn cues_ending(&self, end: usize) -> impl Iterator<Item = Cue> {
        let longest = (1..=2).rev().find_map(|length| {
            let words = self.text.tokens.get(end.checked_sub(length)?..end)?.iter().map(|t| t.word);
            self.tables.measures.cues.longest(words).filter(|(matched, _)| *matched == length)
        });
        longest.into_iter().flat_map(|(_, cues)| cues.iter().copied())
    }

    fn before(&self, amount: &Amount) -> Option<Change> {
        let tokens = &self.text.tokens;
        let mut at = amount.first;
        while at > 0 && tokens[at - 1].has(class::ADVERB) && !tokens[at - 1].has(class::PREPOSITION) {
            at -= 1;
        }
        let link = tokens.get(at.checked_sub(1)?)?;
        // "shares were up 5 percent", not "women make up 5 percent"
        if link.is_any(&[words::UP, words::DOWN]) {
            let change = if link.is(words::UP) { Change::Increase } else { Change::Decrease };
            return (at < 2 || !tokens[at - 2].has(class::PHRASAL)).then_some(change);
        }
        let by = link.is(words::BY);
        let of = link.is(words::OF);
        let end = at - usize::from(by || of);
        let measured = matches!(amount.dimension, Dimension::Percent | Dimension::Times);
        let is_verb = |cue: &Cue| cue.form != Form::default();
        let found = self.cues_ending(end).find(|cue| match (by, of) {
            (_, true) => !is_verb(cue),
            (true, _) => true,
            // "fell 20 points", "cut 5 percent", but "raised 3 million dollars"
            _ => is_verb(cue) && (cue.class == CueClass::Move || measured),
        });
        match found.and_then(|cue| cue.change) {
            Some(change) => Some(change),
            None if by => self.verb_before(end),
            None => None,
        }
    }

    /// The verb of "cut the number of wards by five".
    fn verb_before(&self, by: usize) -> Option<Change> {
        let tokens = &self.text.tokens;
        for at in (by.saturating_sub(REACH)..by).rev() {
            if tokens[at].shape == Shape::Mark {
                return None;
            }
            let change = self.cues_ending(at + 1).find(|cue| cue.form != Form::default()).and_then(|cue| cue.change);
            if change.is_some() || tokens[at].has(class::VERB) {
                return change;
            }
        }
        None
    }

    /// "a 5 percent rise", "a 300-job cut"
    fn after(&self, amount: &Amount) -> Option<Change> {
        let noun = |start: usize| {
            let words = self.text.tokens.get(start..)?.iter().take(3).map(|t| t.word);
            let (_, cues) = self.tables.measures.cues.longest(words)?;
            cues.iter().find(|cue| cue.class == CueClass::Shift && cue.form == Form::default())?.change
        };
        noun(amount.core.end)
            .or_else(|| noun(amount.last))
            .or_else(|| noun(amount.counted.as_ref()?.end.checked_sub(1)?))
    }
}
