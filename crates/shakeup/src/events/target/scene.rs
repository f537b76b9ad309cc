//! One sentence as the target rules see it: its amounts and the words that make targets of them.

use std::cell::RefCell;
use std::ops::Range;

use super::governor::Governor;
use crate::clauses;
use crate::lexicon::{Cue, CueClass, Form, WordId, class, words};
use crate::mentions::quantity::Amount;
use crate::reading::Reading;
use crate::text::{Gap, Sentence, Shape, Token};

/// A word or phrase of `targets.tsv` where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) cue: Cue,
    /// A verb of the table, used as one here: "they plan to", not "the plan to".
    pub(super) verb: bool,
}

/// A sentence with an amount in it.
pub(super) struct Scene<'r, 't> {
    pub(super) reading: &'r Reading<'t>,
    pub(super) sentence: Sentence,
    pub(super) amounts: &'r [Amount],
    hits: Vec<Hit>, // in token order
    /// Which amount's governor was asked for last, and the answer: several rules ask one after another.
    pub(super) governed: RefCell<Option<(usize, Option<Governor>)>>,
}

/// "on Tuesday", "in 2030": a preposition before a date.
fn opens_date(reading: &Reading<'_>, at: usize) -> bool {
    let preposition = reading.text.tokens.get(at).is_some_and(|t| t.has(class::PREPOSITION));
    preposition && {
        let date = reading.dates.partition_point(|d| d.tokens.end <= at + 1);
        reading.dates.get(date).is_some_and(|d| d.tokens.start <= at + 1)
    }
}

impl<'r, 't> Scene<'r, 't> {
    pub(super) fn new(reading: &'r Reading<'t>, sentence: Sentence, amounts: &'r [Amount]) -> Scene<'r, 't> {
        let mut scene =
            Scene { reading, sentence, amounts, hits: Vec::with_capacity(16), governed: RefCell::default() };
        let tokens = &reading.text.tokens;
        let cues = &reading.tables.measures.cues;
        let mut named = sentence.first; // where the last noun of several words ends: "an executive order"
        for (skipped, _) in tokens[sentence.range()].iter().enumerate().filter(|(_, t)| t.has(class::TARGET_CUE)) {
            let at = sentence.first + skipped;
            // "agreed on Tuesday to cut" agrees on nothing.
            let last = if opens_date(reading, at + 1) { at + 1 } else { sentence.last };
            let rest = tokens[at..last].iter().map(|t| t.word);
            if let Some((length, senses)) = cues.longest(rest) {
                let from = scene.hits.len();
                let hit = |&cue| Hit { first: at, last: at + length, cue, verb: false };
                scene.hits.extend(senses.iter().map(hit));
                for i in from..scene.hits.len() {
                    scene.hits[i].verb = at + length > named && scene.reads_as_verb(&scene.hits[i]);
                }
                let noun = length > 1 && senses.iter().any(|c| c.form == Form::default() && c.class == CueClass::Plan);
                named = if noun { at + length } else { named };
            }
        }
        scene
    }

    pub(super) fn token(&self, at: usize) -> Option<&'r Token> {
        self.reading.text.tokens.get(at).filter(|_| self.sentence.range().contains(&at))
    }

    pub(super) fn is(&self, at: usize, any: &[WordId]) -> bool {
        self.token(at).is_some_and(|t| t.is_any(any))
    }

    pub(super) fn has(&self, at: usize, class: crate::lexicon::Class) -> bool {
        self.token(at).is_some_and(|t| t.has(class))
    }

    /// Whether a plural is one of a noun of that class: "states", "ministries".
    pub(super) fn is_plural_of(&self, at: usize, class: crate::lexicon::Class) -> bool {
        let lower = self.word(at).to_ascii_lowercase();
        let Some(stem) = lower.strip_suffix('s') else { return false };
        let tables = &self.reading.tables;
        let has = |word: &str| tables.class(tables.word(word.as_bytes())).has(class);
        has(stem) || stem.strip_suffix("ie").is_some_and(|s| has(&format!("{s}y")))
    }

    pub(super) fn word(&self, at: usize) -> &'t str {
        if self.token(at).is_some() { self.reading.text.words(at..at + 1) } else { "" }
    }

    pub(super) fn words(&self, range: Range<usize>) -> &'t str {
        self.reading.text.words(range)
    }

    /// The senses of the phrase that starts at a token.
    pub(super) fn hits_at(&self, at: usize) -> &[Hit] {
        if !self.has(at, class::TARGET_CUE) {
            return &[];
        }
        let first = self.hits.partition_point(|h| h.first < at);
        let count = self.hits[first..].iter().take_while(|h| h.first == at).count();
        &self.hits[first..first + count]
    }

    /// A sense of a phrase that ends right before `end`.
    pub(super) fn hit_ending(&self, end: usize, classes: &[CueClass], verb: bool) -> Option<Hit> {
        let starts = end.saturating_sub(3)..end;
        starts.rev().find_map(|at| {
            let fits = |h: &&Hit| {
                h.last == end && classes.contains(&h.cue.class) && if verb { self.is_verb(h) } else { self.is_noun(h) }
            };
            self.hits_at(at).iter().find(fits).copied()
        })
    }

    /// Whether the hit is a verb of the table and used as one here: "they plan to", not "the plan to".
    pub(super) fn is_verb(&self, hit: &Hit) -> bool {
        hit.verb
    }

    /// Decided by the words before it, which are read already.
    fn reads_as_verb(&self, hit: &Hit) -> bool {
        let form = hit.cue.form;
        if form == Form::default() {
            return false;
        }
        if !form.has(Form::BASE) && !form.has(Form::PRESENT) {
            // "an offering of 500,000 shares"
            let noun = form == Form::GERUND && self.is(hit.last, &[words::OF]);
            return !noun && !self.is_attribute(hit);
        }
        let mut before = hit.first;
        while before > self.sentence.first && self.is_adverb(before - 1) {
            before -= 1;
        }
        // "they no longer need to"
        if self.is(before, &[words::LONGER]) && self.is(before.wrapping_sub(1), &[words::NO]) {
            before -= 1;
        }
        let Some(at) = before.checked_sub(1).filter(|&b| self.token(b).is_some()) else {
            // "Plans to close 200 shops were unveiled"
            let noun = self.hits_at(hit.first).iter().any(|h| h.last == hit.last && h.cue.form == Form::default());
            let hangs = self.is(hit.last, &[words::TO, words::FOR, words::OF, words::BY]);
            return !(noun && form.has(Form::PRESENT) && !form.has(Form::BASE) && hangs);
        };
        let previous = &self.reading.text.tokens[at];
        let noun = class::DETERMINER.or(class::POSSESSIVE);
        if previous.shape == Shape::Number && !form.has(Form::PAST) {
            return false; // "the 2005-6 target"
        }
        if at == self.sentence.first && previous.is(words::THAT) {
            return false; // "That support fell"
        }
        let after_amount = self.amounts.iter().any(|a| a.core.end == before);
        let preposition = previous.has(class::PREPOSITION) && !previous.is(words::TO);
        if previous.has(noun) && !previous.has(class::THAT.or(class::HE).or(class::SHE))
            || previous.is_possessive()
            || after_amount
            || preposition
        {
            return false;
        }
        // "cut costs", "raise targets": after a verb stands its object
        let acts = |h: &Hit| h.verb && !matches!(h.cue.class, CueClass::Fact | CueClass::Order | CueClass::Stop);
        if !form.has(Form::PAST)
            && previous.shape == Shape::Lower
            && self.hits_at(at).iter().any(acts)
            && !previous.has(class::MODAL)
        {
            return false;
        }
        // "its sales target to 5 million", "the plans of": what follows is a noun's
        let to_amount =
            self.is(hit.last, &[words::TO]) && self.amounts.iter().any(|a| a.first == hit.last + 1 && !a.verb); // not "agree to halve"
        let noun_follows = self.is(hit.last, &[words::OF]) || self.is_be(hit.last) || to_amount;
        let base = !form.has(Form::PRESENT) && !form.has(Form::PAST);
        let bound = self.amounts.iter().any(|a| a.first == hit.last); // "hold at least four"
        let verbal = form.has(Form::BASE) && (previous.is(words::TO) || previous.has(class::MODAL));
        if previous.is(words::TO) && !form.has(Form::BASE) && form.has(Form::PRESENT) {
            return false; // "subject to limits"
        }
        if !verbal && !form.has(Form::PAST) && noun_follows
            || !verbal && base && !bound && self.is(hit.last, &[words::FOR, words::AT])
        {
            return false;
        }
        // "a rate cut to 15 percent": what is measured does not cut
        let shifts =
            self.hits_at(hit.first).iter().any(|h| h.cue.class == CueClass::Shift && h.cue.form == Form::default());
        let measured = [CueClass::Metric, CueClass::Decreed, CueClass::Figure].iter().any(|&c| self.is_cue(at, c));
        if shifts
            && measured
            && self.is(hit.last, &[words::TO, words::OF])
            && (self.has(at.wrapping_sub(1), class::DETERMINER.or(class::POSSESSIVE))
                || self.is_cue(at.wrapping_sub(1), CueClass::More))
        {
            return false;
        }
        // "for tax cuts", "of wage increases": no subject stands after a preposition
        let shift =
            self.hits_at(hit.first).iter().any(|h| h.cue.class == CueClass::Shift && h.cue.form == Form::default());
        let led = at > self.sentence.first && self.has(at - 1, class::PREPOSITION) && !self.is(at - 1, &[words::TO]);
        if form.has(Form::PRESENT) && !form.has(Form::BASE) && shift && led && previous.shape == Shape::Lower {
            return false;
        }
        if form.has(Form::PRESENT) && previous.has(class::GERUND) && previous.shape == Shape::Lower {
            return false; // "outlining plans"
        }
        // "for storage projects, …": nothing that it would tell of follows
        let ends = self.is(hit.last, &[words::COMMA, words::AND, words::STOP]);
        if form.has(Form::PRESENT) && !form.has(Form::PAST) && hit.cue.class == CueClass::Fact && ends {
            return false;
        }
        if form.has(Form::PRESENT) || form.has(Form::PAST) {
            return true;
        }
        // "the EU budget to be capped": a bare form needs "to", a modal or a plural before it
        let subject = class::SPEAKER
            .or(class::THEY)
            .or(class::WHO)
            .or(class::THAT)
            .or(class::MODAL)
            .or(class::DO)
            .or(class::CONJUNCTION)
            .or(class::NEGATION);
        let plural = previous.is_word() && self.word(at).len() > 3 && self.word(at).ends_with('s');
        let contracted = self.word(at).starts_with(['\'', '’']) && previous.has(class::HAVE); // "he'd cut"
        previous.has(subject)
            || contracted
            || previous.is(words::TO)
            || plural
            || !previous.is_word() && !previous.is(words::CLOSE) // not "the child benefit (CB) cap"
            || previous.has(class::PERSON_NOUN)
            || self.bare_after_name(at)
            || self.bare_after_plural(at)
            || self.bare_after_names(hit, at)
    }

    /// "its proposed acquisition", "the needed 60 votes"; but "a targeted rate cut" is aimed at.
    fn is_attribute(&self, hit: &Hit) -> bool {
        let Some(before) = hit.first.checked_sub(1).filter(|&b| self.token(b).is_some()) else { return false };
        let token = &self.reading.text.tokens[before];
        let article = token.has(class::DETERMINER.or(class::POSSESSIVE))
            && !token.has(class::THAT.or(class::HE).or(class::SHE))
            || token.is_possessive();
        let promised = self.hits_at(hit.first).iter().any(|h| h.cue.class == CueClass::Promised);
        // "the offering to yield" names a thing
        let named = hit.cue.form == Form::GERUND && self.is(hit.last, &[words::TO]) && token.has(class::DETERMINER);
        article && !promised && (hit.cue.form.has(Form::PARTICIPLE) || named)
    }

    /// "demanded that ICE triple arrests": a name before a bare form, after "that".
    fn bare_after_name(&self, at: usize) -> bool {
        let floor = at.saturating_sub(8).max(self.sentence.first);
        (floor..at).any(|i| self.is(i, &[words::THAT]))
    }

    /// "firms in the north plan to": a bare form after a phrase that hangs on a plural.
    fn bare_after_plural(&self, at: usize) -> bool {
        const PHRASE: usize = 4;
        let inside = [words::IN, words::AT, words::FROM, words::WITH, words::ON];
        let floor = at.saturating_sub(PHRASE).max(self.sentence.first + 1);
        let named = |i: &usize| self.is_nominal(*i) || self.has(*i, class::DETERMINER) || self.is(*i, &inside);
        let link = (floor..at).rev().take_while(named).find(|&i| self.is(i, &inside));
        link.is_some_and(|l| {
            let plural = self.word(l - 1).len() > 3 && self.word(l - 1).ends_with('s');
            let people = class::PERSON_NOUN.or(class::ORG_GENERIC).or(class::ORG_HEAD).or(class::FOLK);
            plural && (self.is_plural_of(l - 1, people) || self.has(l - 1, people))
        })
    }

    /// "Peru and Chile want the budget to": a bare form after two names; "the Lee and Diaz plan" may be a noun.
    fn bare_after_names(&self, hit: &Hit, at: usize) -> bool {
        const NAME: usize = 4;
        let noun = self.hits_at(hit.first).iter().any(|h| h.cue.form == Form::default());
        let capital = |i: usize| self.token(i).is_some_and(|t| t.is_capital());
        let small = |i: usize| capital(i) || self.is(i, &[words::THE]);
        let floor = at.saturating_sub(NAME).max(self.sentence.first);
        let and = (floor..=at).rev().find(|&i| !small(i)).filter(|&i| self.is(i, &[words::AND]));
        !noun && capital(at) && and.is_some_and(|a| a > self.sentence.first && capital(a - 1))
    }

    /// Whether the hit is a noun of the table and used as one here.
    pub(super) fn is_noun(&self, hit: &Hit) -> bool {
        hit.cue.form == Form::default()
            && !self.hits_at(hit.first).iter().any(|h| h.last == hit.last && self.is_verb(h))
    }

    pub(super) fn find_hit(&self, range: Range<usize>, classes: &[CueClass]) -> Option<Hit> {
        let first = self.hits.partition_point(|h| h.first < range.start);
        let within = self.hits[first..].iter().take_while(|h| h.first < range.end);
        within.filter(|h| classes.contains(&h.cue.class)).last().copied()
    }

    pub(super) fn has_word(&self, range: Range<usize>, class: CueClass) -> bool {
        self.find_hit(range, &[class]).is_some()
    }

    /// Whether the token is a word of that class, or opens a phrase of it.
    pub(super) fn is_cue(&self, at: usize, class: CueClass) -> bool {
        self.hits_at(at).iter().any(|h| h.cue.class == class)
    }

    /// The token before, adverbs and quotation marks left out.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        let mut at = at.checked_sub(1)?;
        while self.token(at).is_some_and(|t| {
            self.is_adverb(at) && !t.has(class::NEGATION) && !t.has(class::PREPOSITION) || t.is(words::QUOTE)
        }) {
            at = at.checked_sub(1)?;
        }
        self.token(at).map(|_| at)
    }

    /// "also", and adverbs of manner: "would gradually raise"; no noun or verb in "-ly": "family", "supply".
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let other = class::TARGET_CUE.or(class::VERB).or(class::ORG_GENERIC).or(class::ORG_HEAD).or(class::ORG_UNIT);
        let manner =
            || !token.has(other.or(class::FOLK).or(class::PERSON_NOUN)) && clauses::is_manner(self.reading, at);
        let further = || token.has(class::MORE) && token.has(class::STRETCH);
        token.has(class::ADVERB) || further() || manner()
    }

    /// A place where clauses part: a semicolon, a dash, a relative pronoun, a conjunction of clauses.
    pub(super) fn parts(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return true };
        let clause = token.has(class::SUBORDINATOR) && !token.has(class::PREPOSITION);
        clause
            || token.has(class::WHO.or(class::THAT)) && !token.has(class::DETERMINER)
            || token.is_any(&[words::SEMICOLON, words::COLON, words::EM_DASH, words::TWO_DASHES])
            || token.is_any(&[words::DASH, words::EN_DASH]) && token.gap != Gap::Nothing
    }

    /// A form of "be", not the "'s" of an owner.
    pub(super) fn is_be(&self, at: usize) -> bool {
        self.has(at, class::BE)
            && !self.token(at).is_some_and(|t| {
                t.is_possessive()
                    && !self
                        .has(at.wrapping_sub(1), class::HE.or(class::SHE).or(class::IT).or(class::THAT).or(class::WHO))
            })
    }

    /// A word that a noun phrase may hold.
    pub(super) fn is_nominal(&self, at: usize) -> bool {
        let grammar = class::PREPOSITION
            .or(class::CONJUNCTION)
            .or(class::BE)
            .or(class::HAVE)
            .or(class::DO)
            .or(class::MODAL)
            .or(class::NEGATION)
            .or(class::WHO)
            .or(class::SUBORDINATOR);
        self.token(at).is_some_and(|t| t.is_word() && !t.has(grammar))
            && !(self.has(at, class::SAY) && self.is_finite(at))
    }
}

/// Whether a word or phrase of that class begins at the token.
pub(super) fn is_cue(reading: &Reading<'_>, at: usize, class: CueClass) -> bool {
    let tokens = &reading.text.tokens[at..];
    let rest = tokens.iter().map(|t| t.word);
    let cues = tokens[0].has(class::TARGET_CUE).then(|| reading.tables.measures.cues.longest(rest));
    cues.flatten().is_some_and(|(_, senses)| senses.iter().any(|c| c.class == class))
}
