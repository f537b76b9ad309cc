//! Whether an event really happens: tense, modality, negation, and what the words above it make of it.

use crate::clauses::{self, VerbGroup, is_verb};
use crate::lexicon::{DateWord, Form, Lead, Pointer, VerbKind, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::Realis;

/// The weaker of two: denied before possible before planned before actual.
fn weaker(a: Realis, b: Realis) -> Realis {
    a.max(b)
}

/// The realis of the event that a verb group states.
pub(crate) fn verb_realis(reading: &Reading<'_>, group: &VerbGroup, frame: Option<Realis>) -> Realis {
    let sentence = reading.text.sentences[reading.sentence_of(group.verb)];
    let mut realis = frame.unwrap_or(Realis::Actual);
    if is_given(reading, group) && !group.negated {
        return realis;
    }
    if group.conditional && !is_reported_future(reading, group, sentence.first) {
        realis = weaker(realis, Realis::Possible);
    }
    // "Lee almost resigned"
    let almost = |at: usize| reading.text.tokens[at].has(class::ALMOST);
    if group.negated || (group.first.saturating_sub(1).max(sentence.first)..group.verb).any(almost) {
        realis = Realis::Denied;
    }
    if is_told_to(reading, group, sentence.first) {
        realis = weaker(realis, Realis::Possible);
    }
    if let Some(above) = governed(reading, group, 3) {
        realis = weaker(realis, above);
    }
    if let Some(above) = doubted(reading, group) {
        realis = weaker(realis, above);
    }
    if let Some(above) = reported(reading, chosen_to(reading, group).unwrap_or(group.first), sentence.first) {
        realis = weaker(realis, above);
    }
    if (group.future || group.infinitive || group.conditional) && hangs_on_condition(reading, group, sentence.last) {
        realis = weaker(realis, Realis::Possible);
    }
    if asks(reading, sentence.first, group.first, sentence.last)
        || is_subject_of_modal(reading, group, sentence.first, sentence.last)
        || is_wished(reading, group, sentence.first)
        || realis == Realis::Actual && is_subjunctive(reading, group, sentence.first)
    {
        realis = weaker(realis, Realis::Possible);
    }
    realis
}

/// Where the verb above an infinitive starts that has no say of its own: "rumours that Lee had been chosen to succeed Diaz".
fn chosen_to(reading: &Reading<'_>, group: &VerbGroup) -> Option<usize> {
    let (verb, effect) = clauses::governor(reading, group).filter(|_| group.infinitive)?;
    effect.is_none().then(|| clauses::verb_group(reading, verb).first)
}

/// "Replacing Lee will be hard", "said that taking over Acme would crown her career": thought of, as the subject of "will", "would".
fn is_subject_of_modal(reading: &Reading<'_>, group: &VerbGroup, start: usize, last: usize) -> bool {
    const REACH: usize = 14;
    let tokens = &reading.text.tokens;
    let opens = group.first == start || {
        let before = &tokens[group.first - 1];
        before.is_any(&[words::THAT, words::QUOTE, words::BUT]) || before.has(class::SAY)
    };
    if !group.gerund || !opens {
        return false;
    }
    let ends = |t: &crate::text::Token| {
        t.has(class::MODAL.or(class::BE).or(class::HAVE).or(class::WHO).or(class::SUBORDINATOR))
            || t.is_any(&[words::COMMA, words::SEMICOLON, words::COLON, words::THAT])
    };
    let next = (group.verb + 1..last.min(group.verb + REACH))
        .filter(|&at| reading.mentions.covering(at).is_none())
        .find(|&at| ends(&tokens[at]) && !tokens[at].is_possessive() || is_verb(reading, at));
    next.is_some_and(|at| tokens[at].has(class::MODAL))
}

/// "will resign if the plan fails", "vowed to quit unless".
fn hangs_on_condition(reading: &Reading<'_>, group: &VerbGroup, last: usize) -> bool {
    const REACH: usize = 14;
    let tokens = &reading.text.tokens;
    let stops = class::CONJUNCTION.or(class::WHO).or(class::CONDITION);
    let clause = group.verb + 1..last.min(group.verb + REACH);
    let ends = |t: &crate::text::Token| {
        t.has(stops) || t.is_any(&[words::COMMA, words::SEMICOLON, words::COLON, words::QUOTE, words::THAT])
    };
    clause.map(|at| &tokens[at]).find(|t| ends(t)).is_some_and(|t| t.is_any(&[words::IF, words::UNLESS]))
}

/// "a vote to oust Lee", "spent a year to topple him": what somebody does to somebody else is only meant by an infinitive,
/// unless what it hangs on settles it: "decided to fire Lee", "the decision to fire Lee".
pub(crate) fn is_only_meant(reading: &Reading<'_>, group: &VerbGroup) -> bool {
    let tokens = &reading.text.tokens;
    if !group.infinitive || group.passive {
        return false;
    }
    let noun = before_date(reading, group.first).checked_sub(1).map(|at| &tokens[at]);
    if noun.is_some_and(|t| t.has(class::INTENTION)) {
        return false;
    }
    let Some((above, effect)) = clauses::governor(reading, group) else { return false };
    let sense = reading.tables.verb_form(tokens[above].word).and_then(|v| reading.tables.verb(v.lemma));
    // "wanted to remove Lee", "sought to oust Lee": whoever wants it may not be able to.
    if effect.is_some() {
        return effect == Some(Realis::Planned) && sense.is_some_and(|v| v.kind == VerbKind::Orders);
    }
    !sense.is_some_and(|v| matches!(v.kind, VerbKind::Control | VerbKind::Orders))
}

/// "are demanding Governor Lee step down", "wanted him fired", "want Lee to resign": what a wish for somebody else says.
fn is_wished(reading: &Reading<'_>, group: &VerbGroup, start: usize) -> bool {
    const NAME: usize = 6; // tokens, with a title
    let participle = group.bare && group.form.has(Form::PARTICIPLE) && !group.form.has(Form::GERUND);
    let base = group.bare && group.form.has(Form::BASE);
    if !(base || participle || group.infinitive) {
        return false;
    }
    let tokens = &reading.text.tokens;
    let named = |at: &usize| {
        let pronoun = tokens[*at].has(class::HE.or(class::SHE)) && !tokens[*at].is_any(&[words::HE, words::SHE]);
        reading.mentions.covering(*at).is_some() || tokens[*at].has(class::HONORIFIC) || pronoun
    };
    let first = (start..group.first).rev().take(NAME).take_while(named).last();
    let verb = first.and_then(|at| at.checked_sub(1)).filter(|&at| at >= start && is_verb(reading, at));
    let form = verb.and_then(|at| reading.tables.verb_form(tokens[at].word));
    form.and_then(|v| reading.tables.verb(v.lemma)).is_some_and(|v| {
        // "wants": what is wanted of somebody else is no plan.
        let wants = v.kind == VerbKind::Orders && v.realis == Some(Realis::Planned);
        v.realis == Some(Realis::Possible) && base || wants && !base
    })
}

/// "recommended Lee, the treasurer, be elected", "insisted that he be fired"; not "will retire and be succeeded by Lee".
fn is_subjunctive(reading: &Reading<'_>, group: &VerbGroup, start: usize) -> bool {
    let tokens = &reading.text.tokens;
    let be = group.first < group.verb && tokens[group.first].is(words::BE) && group.first > start;
    let stated = group.infinitive || group.future || group.conditional;
    be && !stated && {
        let before = &tokens[group.first - 1];
        let subject = before.is_any(&[words::HE, words::SHE]) || reading.mentions.covering(group.first - 1).is_some();
        subject || before.is(words::COMMA) && !before.has(class::CONJUNCTION)
    }
}

/// "told Lee that she had to resign"; not "she had to resign in May".
fn is_told_to(reading: &Reading<'_>, group: &VerbGroup, start: usize) -> bool {
    let tokens = &reading.text.tokens;
    let had = group.infinitive && group.first > start && tokens[group.first - 1].is(words::HAD);
    had && (start..group.first).rev().take(8).any(|at| tokens[at].has(class::TELL) && is_verb(reading, at))
}

/// "Will Lee resign?" leaves it open; "Why did the mayor fire Lee?" takes it for granted.
fn asks(reading: &Reading<'_>, first: usize, event: usize, last: usize) -> bool {
    let tokens = &reading.text.tokens;
    let marked = tokens[last - 1].is(words::QUESTION) || last >= 2 && tokens[last - 2].is(words::QUESTION);
    marked && !(first..event).any(|at| tokens[at].has(class::PRESUPPOSING))
}

/// What the verbs above an infinitive or gerund make of it: "plans to", "refused to", "does not intend to".
fn governed(reading: &Reading<'_>, group: &VerbGroup, depth: usize) -> Option<Realis> {
    let (verb, effect) = clauses::governor(reading, group)?;
    if depth == 0 {
        return effect;
    }
    let above = clauses::verb_group(reading, verb);
    let mut realis = effect.unwrap_or(Realis::Actual);
    // "has no plan to"; not "had no comment on the nomination of Lee to".
    let no = effect.is_some() && verb > 0 && reading.text.tokens[verb - 1].is(words::NO);
    if above.negated || no {
        realis = match effect {
            // "did not refuse to resign" says nothing for certain.
            Some(Realis::Denied) => Realis::Possible,
            _ => Realis::Denied,
        };
    } else if above.conditional {
        realis = weaker(realis, Realis::Possible);
    }
    if above.verb < group.verb
        && let Some(more) = governed(reading, &above, depth - 1)
    {
        realis = weaker(realis, more);
    }
    Some(realis)
}

/// "wanted to learn the motive for firing Lee", "asks whether he broke the law by firing Lee": taken for granted, whatever is wanted or
/// asked; not "a push for firing Lee", "could save money by firing Lee".
fn is_given(reading: &Reading<'_>, group: &VerbGroup) -> bool {
    let tokens = &reading.text.tokens;
    let Some(lead) = group.first.checked_sub(2).filter(|_| group.gerund) else { return false };
    let wish = class::DOUBT.or(class::PURPOSE).or(class::INTENTION).or(class::CONTENDER);
    let link = &tokens[lead + 1];
    if !link.is_any(&[words::FOR, words::BY]) || tokens[lead].has(wish) || governs(reading, lead) {
        return false;
    }
    let Some((above, _)) = clauses::governor(reading, group) else { return false };
    let above = clauses::verb_group(reading, above);
    let past = above.form.has(Form::PAST) && !above.infinitive && !above.gerund || above.perfect;
    let open = (above.first..above.verb).any(|at| tokens[at].has(class::MODAL));
    !open && (past || link.is(words::FOR))
}

/// "a bid to oust Lee", "speculation about firing Lee", "stopped short of firing Lee".
fn doubted(reading: &Reading<'_>, group: &VerbGroup) -> Option<Realis> {
    let tokens = &reading.text.tokens;
    if !group.infinitive && !group.gerund {
        return None;
    }
    let mut at = before_date(reading, group.first).checked_sub(1)?;
    // "it is time for Mayor Lee to resign", "clears the way for Lee to become chairman"
    if clauses::for_whom(reading, group).is_some() {
        return Some(Realis::Possible);
    }
    // "pressure mounts on the mayor to resign"
    if group.infinitive && is_pressed(reading, at) {
        return Some(Realis::Possible);
    }
    // "talk of the mayor firing Lee", "speculation about Diaz quitting"
    if group.gerund
        && let Some((_, found)) =
            reading.mentions.covering(at).filter(|(_, f)| matches!(f.kind, Kind::Person | Kind::Post))
    {
        let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
        let mut before = (start..found.first).rev().take(3);
        let lead = before.find(|&i| !tokens[i].has(class::DETERMINER) && reading.post_at(i).is_none());
        // "the deadline passed without the mayor resigning"
        if lead.is_some_and(|i| tokens[i].is(words::WITHOUT)) {
            return Some(Realis::Denied);
        }
        let lead = lead.filter(|&i| i > start && tokens[i].is_any(&[words::OF, words::ABOUT]))?;
        return tokens[lead - 1].has(class::DOUBT).then_some(Realis::Possible);
    }
    // "without resigning", "rather than resign"
    if group.gerund && tokens[at].is(words::WITHOUT) {
        return Some(Realis::Denied);
    }
    if let Some(realis) = not_yet(reading, group, at) {
        return Some(realis);
    }
    let of = tokens[at].is_any(&[words::OF, words::ABOUT, words::AT, words::FOR])
        || group.gerund && tokens[at].is_any(&[words::IN, words::TO, words::WITH]);
    if of {
        at = at.checked_sub(1)?;
        // "stopped short of firing Lee", "was talked out of resigning"
        if tokens[at].is_any(&[words::SHORT, words::INSTEAD, words::OUT]) {
            return Some(Realis::Denied);
        }
        // "was close to resigning", "left the door open to firing Lee"
        if tokens[at + 1].is(words::TO) && tokens[at].has(class::DOUBT) {
            return Some(Realis::Possible);
        }
    }
    // "a motion filed to oust Lee"
    if group.infinitive
        && at > 0
        && tokens[at].has(class::VERB)
        && tokens[at - 1].has(class::DOUBT)
        && !governs(reading, at)
    {
        at -= 1;
    }
    // "rejected calls to resign"
    let verb = (at.saturating_sub(3)..at).rev().find(|&i| is_verb(reading, i)).filter(|_| tokens[at].has(class::DOUBT));
    if verb.is_some_and(|verb| denies(reading, verb)) {
        return Some(Realis::Denied);
    }
    // "has no intention of firing Lee", "with no plan to resign"
    if tokens[at].has(class::INTENTION) && at > 0 && tokens[at - 1].is(words::NO) {
        return Some(Realis::Denied);
    }
    // "hopes to resign": the verb above has its own say.
    if !(group.infinitive || of) || governs(reading, at) {
        return None;
    }
    // "her refusal to resign", "expressed a desire to become mayor"
    if tokens[at].has(class::OMISSION) {
        return Some(Realis::Denied);
    }
    if tokens[at].has(class::PURPOSE) {
        return Some(if is_announced(reading, at) { Realis::Actual } else { Realis::Planned });
    }
    if !tokens[at].has(class::DOUBT.or(class::CONTENDER)) {
        return None;
    }
    // "was not interested in replacing Lee"
    let not = (at.saturating_sub(2)..at).any(|i| tokens[i].has(class::NEGATION));
    Some(if not && of { Realis::Denied } else { Realis::Possible })
}

/// "is about to resign" is expected, "is not about to resign" and "has yet to resign" deny it, "ruled out resigning" too; `at` is
/// the token before the verb.
fn not_yet(reading: &Reading<'_>, group: &VerbGroup, at: usize) -> Option<Realis> {
    let tokens = &reading.text.tokens;
    let before = at.checked_sub(1).filter(|_| !tokens[at].opens)?;
    if group.infinitive && tokens[at].is(words::YET) {
        return tokens[before].has(class::HAVE.or(class::BE)).then_some(Realis::Denied);
    }
    if group.infinitive && tokens[at].is(words::ABOUT) {
        let negated = (before.saturating_sub(1)..=before).any(|i| tokens[i].has(class::NEGATION));
        return Some(if negated { Realis::Denied } else { Realis::Planned });
    }
    let rules = || reading.tables.verb_form(tokens[before].word).is_some_and(|v| v.lemma == words::RULE);
    (group.gerund && tokens[at].is(words::OUT) && rules()).then_some(Realis::Denied)
}

/// "pressure mounts on Mayor Lee", "calls are growing for her": whoever is pressed, at a token before "to".
fn is_pressed(reading: &Reading<'_>, at: usize) -> bool {
    const REACH: usize = 5;
    let tokens = &reading.text.tokens;
    let Some((_, found)) = reading.mentions.covering(at).filter(|(_, f)| f.kind == Kind::Person) else { return false };
    let start = reading.text.sentences[reading.sentence_of(at)].first;
    let mut before = found.first;
    // "on Mayor Lee", "on Acme's Lee"
    while before > start && found.first - before < REACH && !tokens[before - 1].has(class::PREPOSITION) {
        before -= 1;
    }
    before > start
        && tokens[before - 1].is(words::ON)
        && (start..before - 1).rev().take(REACH).any(|i| tokens[i].has(class::DOUBT))
}

/// "announced plans to retire", "gave notice of her intention to resign": settled by the one who decides.
fn is_announced(reading: &Reading<'_>, plan: usize) -> bool {
    const REACH: usize = 36; // "notified the board (the \"Board\") of Acme Inc. (the \"Company\" or \"Acme\") of her"
    let start = reading.text.sentences[reading.sentence_of(plan)].first;
    let announcing = class::SAY.or(class::TELL).or(class::NOTICE);
    reading.text.tokens[start.max(plan.saturating_sub(REACH))..plan].iter().any(|t| t.has(announcing))
}

/// Past a date that ends before a token: "a motion on Tuesday to oust Lee".
fn before_date(reading: &Reading<'_>, end: usize) -> usize {
    let at = reading.dates.partition_point(|d| d.tokens.end < end);
    let Some(date) = reading.dates.get(at).filter(|d| d.tokens.end == end) else { return end };
    let start = date.tokens.start;
    start - usize::from(start > 0 && reading.text.tokens[start - 1].is(words::ON))
}

/// "denied", "rejected", "dismissed".
fn denies(reading: &Reading<'_>, at: usize) -> bool {
    let verb =
        reading.tables.verb_form(reading.text.tokens[at].word).filter(|_| reading.text.tokens[at].has(class::VERB));
    verb.and_then(|v| reading.tables.verb(v.lemma)).is_some_and(|v| v.realis == Some(Realis::Denied))
}

/// A verb here that says itself what becomes of the next one.
fn governs(reading: &Reading<'_>, at: usize) -> bool {
    let verb = reading.tables.verb_form(reading.text.tokens[at].word).and_then(|v| reading.tables.verb(v.lemma));
    verb.is_some_and(|v| v.realis.is_some()) && is_verb(reading, at)
}

/// "said he would resign": the future of the past, as good as "will".
fn is_reported_future(reading: &Reading<'_>, group: &VerbGroup, start: usize) -> bool {
    const REACH: usize = 30; // "announced that Lee had resigned as president and the chairman, Omar Diaz, would"
    let tokens = &reading.text.tokens;
    let would = (group.first..group.verb).any(|at| tokens[at].is(words::WOULD));
    // "said", "was told"; not "posts".
    let past = |at: usize| reading.tables.verb_form(tokens[at].word).is_some_and(|v| v.form.has(Form::PAST));
    let says = |at: usize| tokens[at].has(class::SAY.or(class::TELL)) && past(at) && is_verb(reading, at);
    // "agreed that she would step down"
    let settles = |at: usize| {
        let verb = reading.tables.verb_form(tokens[at].word).and_then(|v| reading.tables.verb(v.lemma));
        tokens[at + 1].is(words::THAT)
            && verb.is_some_and(|v| v.kind == VerbKind::Control && v.realis.is_none())
            && past(at)
            && is_verb(reading, at)
    };
    would
        && (start..group.first).rev().take(REACH).any(|at| says(at) || settles(at))
        && !(start..group.first).any(|at| tokens[at].has(class::CONDITION))
}

/// What a verb above a finite clause makes of it: "denied that he resigned", "rumours that she will leave".
fn reported(reading: &Reading<'_>, first: usize, start: usize) -> Option<Realis> {
    let tokens = &reading.text.tokens;
    let mut that = false;
    for at in (start..first).rev().take(16) {
        let token = &tokens[at];
        if token.is_any(&[words::SEMICOLON, words::COLON, words::BUT]) {
            return None;
        }
        that |= token.is(words::THAT);
        // "speculation that Lee will resign", "denied reports that he would quit"
        let named = tokens[at + 1].is(words::THAT) && at > start;
        if named && !tokens[at - 1].has(class::NEGATION) {
            // "denied reports that", "denied a recent report that", "rejected the mayor's suggestion that"
            let described = |at: usize| {
                let token = &tokens[at];
                token.has(class::DETERMINER)
                    || token.is_possessive()
                    || tokens[at + 1].is_possessive() && reading.mentions.covering(at).is_some()
                    || token.has(class::COMMON) && !token.has(class::VERB.or(class::PREPOSITION))
            };
            let before = (start..at).rev().take(5).find(|&i| !described(i));
            if let Some(verb) = before.filter(|&i| denies(reading, i)) {
                // "did not deny reports that"
                let not = (start..verb).rev().take(2).any(|i| tokens[i].has(class::NEGATION));
                return Some(if not { Realis::Possible } else { Realis::Denied });
            }
            if token.has(class::DOUBT) {
                return Some(Realis::Possible);
            }
        }
        if token.has(class::VERB) && reading.mentions.covering(at).is_none() {
            let verb = reading.tables.verb_form(token.word)?;
            let effect = reading.tables.verb(verb.lemma).and_then(|v| v.realis)?;
            let (first_verb, rumour) = (at, effect != Realis::Denied);
            // "dismissed rumours that"
            let denied = rumour && (start..first_verb).rev().take(4).any(|i| denies(reading, i));
            let effect = if denied { Realis::Denied } else { effect };
            if tokens[at..first].iter().any(|t| t.is(words::COMMA)) && !that {
                return None;
            }
            // "denied that", "suggested that", "denied he": a clause follows, or the word after the verb starts one.
            let clause = that || matches!(effect, Realis::Denied);
            return clause.then_some(effect).filter(|_| that || first - at <= 5);
        }
    }
    None
}

/// The realis of the event that a noun names: "called for her resignation" is only demanded.
pub(crate) fn noun_realis(reading: &Reading<'_>, first: usize, noun: usize, frame: Option<Realis>) -> Realis {
    let tokens = &reading.text.tokens;
    let sentence = reading.text.sentences[reading.sentence_of(noun)];
    let mut realis = frame.unwrap_or(Realis::Actual);
    for at in (sentence.first..first).rev().take(7) {
        let token = &tokens[at];
        if token.is_any(&[words::COMMA, words::SEMICOLON, words::QUOTE, words::EM_DASH, words::TWO_DASHES]) {
            break;
        }
        // "the vote was called after the resignation of Lee": nobody calls for it.
        if is_adjunct(reading, at) && at + 1 < noun || token.has(class::PRESUPPOSING) {
            break;
        }
        // "confirmed Lee, the president's nominee"
        if token.has(class::CONFIRMING) && frame == Some(Realis::Planned) && confirms(reading, at) {
            return Realis::Actual;
        }
        // "the withdrawal of the nomination of Lee", "withdrew his nomination"
        let next = &tokens[at + 1];
        let of_it = at + 1 == first || next.is(words::OF) || next.has(class::DETERMINER.or(class::POSSESSIVE));
        if token.has(class::REFUSAL) && of_it {
            // "asked him to withdraw the nomination" undoes nothing yet.
            let asked = at > sentence.first && {
                let before = &tokens[at - 1];
                before.is(words::TO) || before.has(class::MODAL) && !before.is(words::WILL)
            };
            if !asked {
                realis = weaker(realis, Realis::Denied);
            }
            break;
        }
        // "speculation about his departure", "the threat of her removal"; "the time of her resignation" leaves nothing open
        let doubted = token.has(class::DOUBT) && !token.is(words::TIME) && next.is_any(&[words::OF, words::ABOUT]);
        // "instead of his removal", "ruled out her removal"
        let rules = |at: usize| reading.tables.verb_form(tokens[at].word).is_some_and(|v| v.lemma == words::RULE);
        let out = token.is(words::OUT) && at > sentence.first && rules(at - 1);
        if out || token.is(words::INSTEAD) && next.is(words::OF) {
            realis = weaker(realis, Realis::Denied);
            break;
        }
        if doubted {
            realis = weaker(realis, Realis::Possible);
        }
        // "could lead to his removal", "whether it results in his removal"
        let unsure = token.is_any(&[words::COULD, words::MIGHT]);
        // "did not mention the nomination of Lee": it stands.
        let not = token.has(class::NEGATION) && (frame != Some(Realis::Planned) || token.is(words::NO));
        if not || token.has(class::CONDITION) || unsure {
            realis = weaker(realis, Realis::Possible);
        }
        // "in favor of his successor" is no wish.
        let phrase = at > sentence.first && tokens[at - 1].is(words::IN) && tokens[at + 1].is(words::OF);
        if token.has(class::VERB) && !phrase && reading.mentions.covering(at).is_none() {
            if let Some(effect) =
                reading.tables.verb_form(token.word).and_then(|v| reading.tables.verb(v.lemma)).and_then(|v| v.realis)
            {
                // "dismissed suggestions that his departure would hurt": nobody denies the departure.
                let taken = effect == Realis::Denied && (at + 1..first).any(|i| tokens[i].is(words::THAT));
                // "supports her nomination", "refused to consider her nomination": no less planned than that; not "called
                // for her nomination".
                let stands = effect != Realis::Possible || !tokens[at + 1].is(words::FOR);
                let planned = stands && frame == Some(Realis::Planned);
                // "expects her resignation" is what others think, "her planned resignation" is not.
                let thought = effect == Realis::Planned && at + 1 != noun;
                // "set in motion the appointment of Lee"
                let aside = effect == Realis::Planned
                    && tokens[at + 1..first]
                        .iter()
                        .any(|t| t.has(class::PREPOSITION) && !t.is_any(&[words::OF, words::FOR]));
                if !taken && !planned && !aside {
                    realis = weaker(realis, if thought { Realis::Possible } else { effect });
                }
                break;
            }
            if token.has(class::SAY) {
                break;
            }
            // "could force a vote and result in his removal"
            if is_verb(reading, at) {
                let group = clauses::verb_group(reading, at);
                let might = |i: usize| tokens[i].is_any(&[words::COULD, words::MIGHT, words::MAY]);
                if group.conditional && (group.first..at).any(might) {
                    realis = weaker(realis, Realis::Possible);
                }
            }
        }
    }
    // "the possible resignation of Lee", "Lee's planned departure"
    if let Some(said) = noun.checked_sub(1).and_then(|at| described(reading, at)) {
        realis = weaker(realis, said);
    }
    // "his resignation threat", "amid firing rumors"
    let of_doubt = tokens.get(noun + 1).is_some_and(|t| t.has(class::DOUBT) && t.gap == crate::text::Gap::Space);
    if of_doubt || asks(reading, sentence.first, first, sentence.last) {
        realis = weaker(realis, Realis::Possible);
    }
    weaker(realis, predicated(reading, noun, sentence.last))
}

/// What an adjective or participle before a noun makes of the event: "possible", "expected"; not "the recent".
fn described(reading: &Reading<'_>, at: usize) -> Option<Realis> {
    let token = &reading.text.tokens[at];
    let form = reading.tables.verb_form(token.word).filter(|v| v.form.has(Form::PARTICIPLE));
    let verb = form.and_then(|v| reading.tables.verb(v.lemma)).and_then(|v| v.realis);
    token.has(class::DOUBT).then_some(Realis::Possible).or(verb)
}

/// "after", "since": what places something in time by an event takes the event for granted.
fn is_adjunct(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.tables.date_word(reading.text.tokens[at].word),
        Some(DateWord::Lead(Lead::After | Lead::Since) | DateWord::Pointer(Pointer::Following))
    )
}

/// "confirmed", "has approved"; not "will confirm", "to confirm".
fn confirms(reading: &Reading<'_>, at: usize) -> bool {
    let group = clauses::verb_group(reading, at);
    let past = group.form.has(Form::PAST) || group.perfect;
    is_verb(reading, at) && past && !(group.infinitive || group.future || group.conditional || group.negated)
}

/// What is said of the event that a noun names: "her resignation is expected", "his departure would leave a gap"; "his resignation as
/// treasurer was not accepted" is offered, not settled; "her nomination was withdrawn".
fn predicated(reading: &Reading<'_>, noun: usize, last: usize) -> Realis {
    const REACH: usize = 20;
    let tokens = &reading.text.tokens;
    let starts = |&at: &usize| {
        reading.mentions.covering(at).is_none()
            && (tokens[at].has(class::BE.or(class::HAVE)) && !tokens[at].is_possessive() || is_verb(reading, at))
    };
    let Some(first) = (noun + 1..last.min(noun + REACH)).find(starts) else { return Realis::Actual };
    let near = |reach: usize| first + 1..last.min(first + reach);
    if tokens[first].has(class::BE) && near(4).any(|at| tokens[at].has(class::REFUSAL)) {
        return Realis::Denied;
    }
    let accepted = (first..last.min(first + 5)).find(|&at| tokens[at].has(class::CONSENT));
    let not = accepted.is_some_and(|verb| (first..verb).any(|at| tokens[at].has(class::NEGATION)));
    if not {
        return Realis::Planned;
    }
    // "the departure of Lee, who was expected to win": said of somebody else.
    let apart = |t: &crate::text::Token| !t.is_word() && !t.is_possessive() || t.has(class::WHO.or(class::THAT));
    if tokens[noun + 1..first].iter().any(apart) || !tokens[first].has(class::BE) {
        return Realis::Actual;
    }
    let group = clauses::verb_group(reading, first);
    let might = (group.first..first).any(|at| tokens[at].is_any(&[words::COULD, words::MIGHT, words::MAY]));
    let word = near(5).find(|&at| !tokens[at].has(class::ADVERB.or(class::BE)) || tokens[at].has(class::DOUBT));
    let imminent = word.filter(|&at| tokens[at].has(class::PURPOSE)).map(|_| Realis::Planned);
    let said = imminent.or_else(|| described(reading, word?));
    match said {
        _ if might => Realis::Possible,
        // "was widely expected" tells nothing of whether it came.
        Some(Realis::Planned) if tokens[first].is_any(&[words::WAS, words::WERE]) => Realis::Actual,
        Some(realis) => realis,
        None => Realis::Actual,
    }
}
