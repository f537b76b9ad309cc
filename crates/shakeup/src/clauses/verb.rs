//! Verb groups: voice, tense, modality and negation of a verb, from the words before it.

use crate::lexicon::{Form, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::Realis;

/// A verb with its auxiliaries: "had not been expected to resign" is the group of "resign".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct VerbGroup {
    /// First auxiliary, or the verb.
    pub(crate) first: usize,
    pub(crate) verb: usize,
    pub(crate) form: Form,
    pub(crate) passive: bool,
    pub(crate) negated: bool,
    /// "would", "could", "may", "might", "should", or under "if".
    pub(crate) conditional: bool,
    /// "will", "is to".
    pub(crate) future: bool,
    /// "has", "had".
    pub(crate) perfect: bool,
    /// "to resign".
    pub(crate) infinitive: bool,
    /// "resigning" without "is", "being fired", "having resigned".
    pub(crate) gerund: bool,
    /// Without any auxiliary: "named", "resigned".
    pub(crate) bare: bool,
}

/// The verb group whose main verb stands at a token.
pub(crate) fn verb_group(reading: &Reading<'_>, verb: usize) -> VerbGroup {
    group_at(reading, verb, 3)
}

/// `depth`: how many verbs before may lend their auxiliaries.
fn group_at(reading: &Reading<'_>, verb: usize, depth: usize) -> VerbGroup {
    let tokens = &reading.text.tokens;
    let form = reading.tables.verb_form(tokens[verb].word).map_or(Form::default(), |v| v.form);
    let start = reading.text.sentences[reading.sentence_of(verb)].first;
    let mut group = VerbGroup {
        first: verb,
        verb,
        form,
        passive: false,
        negated: false,
        conditional: false,
        future: false,
        perfect: false,
        infinitive: false,
        gerund: false,
        bare: true,
    };
    let mut nearest = true; // no auxiliary passed yet
    let mut at = verb;
    while at > start && verb - at < 10 {
        let token = &tokens[at - 1];
        if reading.mentions.covering(at - 1).is_some() {
            break;
        }
        if token.has(class::NEGATION) && !token.is(words::NO) && !token.is_any(&[words::NEITHER_NOR]) {
            group.negated = true;
        } else if token.has(class::BE) && !is_possessive_s(reading, at - 1) {
            if nearest {
                group.passive = form.has(Form::PARTICIPLE) && !form.has(Form::GERUND);
                nearest = false;
            }
            group.bare = false;
        // "has been serving", not "have serving".
        } else if token.has(class::HAVE) && !(form.has(Form::GERUND) && nearest) {
            group.perfect = true;
            nearest = false;
            group.bare = false;
        } else if token.has(class::DO) {
            nearest = false;
            group.bare = false;
        // "got fired": the passive of talk and headlines.
        } else if token.is_any(&[words::GOT, words::GET, words::GETS])
            && nearest
            && form.has(Form::PARTICIPLE)
            && !form.has(Form::GERUND)
        {
            group.passive = true;
            nearest = false;
            group.bare = false;
        } else if token.has(class::MODAL) && !(token.has(class::MONTH) && token.is_capital()) {
            match token.word {
                words::WILL | words::SHALL | words::WILL_CLITIC | words::WO => group.future = true,
                _ => group.conditional = true,
            }
            nearest = false;
            group.bare = false;
        } else if token.is(words::TO) && form.has(Form::BASE) | !nearest {
            group.infinitive = true;
            group.bare = false;
            at -= 1;
            break;
        } else if token.is_any(&[words::QUOTE, words::APOSTROPHE])
            && nearest
            && form.has(Form::BASE)
            && at > start + 2
            && tokens[at - 2].is(words::TO)
            && !tokens[at - 3].has(class::DOUBT)
        {
            // "calls on Lee to 'step aside'"; not "filed a motion to 'vacate the chair'", where somebody else is to go.
        } else if token.is(words::YET) && at > start + 1 && tokens[at - 2].has(class::MODAL) {
            // "may yet resign"
        } else if !token.has(class::ADVERB) || token.has(class::CONJUNCTION.or(class::DETERMINER)) {
            break;
        }
        at -= 1;
    }
    // "to censure and oust the mayor", "could name Lee or even fire Diaz": what stands before the first verb is said of both.
    if nearest
        && !group.infinitive
        && form.has(Form::BASE)
        && at > start + 2
        && tokens[at - 1].is_any(&[words::AND, words::OR])
        && let Some(first) = shared_auxiliaries(reading, at - 1, start, depth)
        // "pleaded guilty to fraud and quit": told in the past.
        && !(first.infinitive && form.has(Form::PAST) && !is_verb(reading, first.verb))
    {
        return VerbGroup { verb, form, passive: false, negated: first.negated || group.negated, ..first };
    }
    // Adverbs at the left edge belong to the clause, not to the group.
    while at < verb && tokens[at].has(class::ADVERB) && !tokens[at].has(class::NEGATION) {
        at += 1;
    }
    group.first = at;
    // "is to step down": decided, not yet done.
    if group.infinitive && at > start && tokens[at - 1].has(class::BE) && !is_possessive_s(reading, at - 1) {
        // "Suppose Justice Lee, for one, were to step down": of one person, only thought.
        let one = at >= start + 2
            && (tokens[at - 2].is_any(&[words::HE, words::SHE, words::COMMA])
                || reading.mentions.of_kind(at - 2, Kind::Person).is_some());
        group.conditional |= one && tokens[at - 1].is(words::WERE);
        group.future = true;
        group.infinitive = false;
        group.first = at - 1;
    }
    // "Lee has to resign" is a demand; "he had to resign in May" is told as done.
    if group.infinitive && at > start && tokens[at - 1].is_any(&[words::HAS, words::HAVE]) {
        group.conditional = true;
    }
    // "before being named", "having resigned"
    let auxiliary = at < verb && (tokens[at].has(class::GERUND) && tokens[at].has(class::BE.or(class::HAVE)));
    group.gerund = form.has(Form::GERUND) && group.bare || auxiliary && !group.infinitive;
    // "Should Lee resign, an election would follow"
    let fronted = tokens[start].is(words::SHOULD) && group.bare && form.has(Form::BASE) && start < group.first;
    group.conditional |= fronted || under_condition(reading, start, group.first);
    group
}

/// The group before "and" or "or" whose auxiliaries the verb after it shares: "could name Lee or", "to censure and".
fn shared_auxiliaries(reading: &Reading<'_>, conjunction: usize, start: usize, depth: usize) -> Option<VerbGroup> {
    const REACH: usize = 10;
    let tokens = &reading.text.tokens;
    if depth == 0 {
        return None;
    }
    // "to xanthise and oust", "could xanthise or fire": a verb that no lexicon knows.
    let before = conjunction - 1;
    if before > start
        && tokens[before].is_word()
        && !is_verb(reading, before)
        && reading.mentions.covering(before).is_none()
    {
        let unknown = group_at(reading, before, 0);
        if tokens[before - 1].is(words::TO) {
            return Some(VerbGroup { first: before - 1, infinitive: true, bare: false, ..unknown });
        }
        if unknown.conditional || unknown.future {
            return Some(unknown);
        }
    }
    let near = (start..conjunction).rev().take(REACH);
    let verb = near
        .take_while(|&at| !tokens[at].is_any(&[words::SEMICOLON, words::COLON, words::QUOTE, words::THAT]))
        .find(|&at| {
            is_verb(reading, at)
                || tokens[at].has(class::BE.or(class::HAVE).or(class::DO)) && !tokens[at].is_possessive()
        })?;
    let base = is_base(reading, verb) || tokens[verb].has(class::DO);
    let group = base.then(|| group_at(reading, verb, depth - 1))?;
    (!group.bare && group.verb == verb && (group.infinitive || group.future || group.conditional || group.negated))
        .then_some(group)
}

fn is_base(reading: &Reading<'_>, at: usize) -> bool {
    reading.tables.verb_form(reading.text.tokens[at].word).is_some_and(|v| v.form.has(Form::BASE))
        && is_verb(reading, at)
}

fn is_possessive_s(reading: &Reading<'_>, at: usize) -> bool {
    // "Lee's named" is rare; "Lee's resignation" is the rule: 's after a name is a possessive unless a verb form needs it.
    reading.text.tokens[at].is(words::S) && at > 0 && reading.mentions.covering(at - 1).is_some()
}

/// Whether "if", "whether" or "unless" opens the clause that a verb group stands in.
fn under_condition(reading: &Reading<'_>, start: usize, group: usize) -> bool {
    let tokens = &reading.text.tokens;
    let mut at = group;
    while at > start && group - at < 12 {
        at -= 1;
        let token = &tokens[at];
        if token.has(class::CONDITION) && !token.has(class::MODAL) {
            return true;
        }
        if token.is_any(&[words::COMMA, words::SEMICOLON, words::QUOTE, words::THAT]) || is_verb(reading, at) {
            return false;
        }
    }
    false
}

/// Whether a word that can be a verb is one here: not after an article, a possessive or a preposition.
pub(crate) fn is_verb(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.text.tokens;
    let token = &tokens[at];
    if !token.has(class::VERB) || reading.mentions.covering(at).is_some() {
        return false;
    }
    // "joined Acme last year as treasurer": a word of the date.
    if token.is(words::LAST) && reading.is_dated(at) {
        return false;
    }
    let Some(form) = reading.tables.verb_form(token.word).map(|v| v.form) else { return false };
    let Some(before) = at.checked_sub(1).filter(|_| !token.opens) else { return true };
    let previous = &tokens[before];
    if form.has(Form::GERUND) {
        return !previous.has(class::DETERMINER) && !previous.is_possessive();
    }
    if previous.has(class::DETERMINER) && !previous.has(class::ADVERB.or(class::THAT).or(class::THEY)) {
        return false;
    }
    // "the newly created post": an adjective.
    let described = previous.has(class::ADVERB)
        && form.has(Form::PARTICIPLE)
        && !previous.opens
        && tokens[before - 1].has(class::DETERMINER.or(class::POSSESSIVE))
        && !tokens[before - 1].has(class::THAT.or(class::THEY).or(class::ADVERB));
    if described {
        return false;
    }
    if previous.has(class::POSSESSIVE) || previous.is_possessive() && form.has(Form::BASE) {
        return false;
    }
    // "close to ousted chair Lee"
    if previous.is(words::TO) && !form.has(Form::BASE) {
        return false;
    }
    if previous.has(class::PREPOSITION)
        && !previous.is(words::TO)
        && !previous.has(class::SUBORDINATOR.or(class::ADVERB))
    {
        return false;
    }
    true
}

/// The verb or noun that an infinitive or gerund hangs on, and what it makes of it: "plans to resign" → planned.
pub(crate) fn governor(reading: &Reading<'_>, group: &VerbGroup) -> Option<(usize, Option<Realis>)> {
    if !group.infinitive && !group.gerund {
        return None;
    }
    let tokens = &reading.text.tokens;
    let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
    let mut at = group.first;
    for _ in 0..14 {
        at = at.checked_sub(1).filter(|&a| a >= start)?;
        let token = &tokens[at];
        if token.is_any(&[words::SEMICOLON, words::COLON, words::QUOTE]) {
            return None;
        }
        // "backed Ann Lee, the island's representative to the Congress, to become governor": a name is one step.
        if let Some((_, found)) = reading.mentions.covering(at) {
            at = found.first;
            continue;
        }
        // "the choice of Lee, who led the bureau under Poe, to succeed Diaz": not what "led" says.
        let inserted = tokens[group.first - 1].is(words::COMMA) && at > start && tokens[at - 1].has(class::WHO);
        // "left last year to become": a word of the date.
        // "defeating his plans and forcing him to resign", "use the declassified memo to fire": no verb behind an article.
        let noun = at > start && at + 1 < group.first && {
            let before = &tokens[at - 1];
            let article = before.has(class::POSSESSIVE.or(class::DETERMINER)) && !before.has(class::THAT);
            let participle = reading.tables.verb_form(token.word).is_some_and(|v| v.form.has(Form::PARTICIPLE));
            let pronoun = at > start + 1 && tokens[at - 2].has(class::HE.or(class::SHE).or(class::IT));
            (article || before.is_possessive() && !pronoun) && (group.gerund || participle)
        };
        if token.has(class::VERB) && !inserted && !noun && !reading.is_dated(at) {
            let verb = reading.tables.verb_form(token.word)?;
            let realis = reading.tables.verb(verb.lemma).and_then(|v| v.realis);
            return Some((at, realis));
        }
        if token.is(words::COMMA) && group.gerund {
            return None;
        }
        // "resigned as president of the National Association of Dealers to become": a name is one step.
        if let Some((_, found)) = reading.mentions.covering(at) {
            at = found.first;
        }
    }
    None
}
