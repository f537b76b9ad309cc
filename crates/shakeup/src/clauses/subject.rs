//! The people who are the subject of a verb.

use super::control::{copula_of, for_whom, of_noun, said_of, with_whom};
use super::coordination::conjuncts_before;
use super::verb::{VerbGroup, governor, is_verb, verb_group};
use crate::lexicon::{Form, Frame, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::Reason;
use crate::text::{Gap, Shape};

/// How far to the left a subject is looked for.
const REACH: usize = 45;

/// Tokens of the people who are the subject of a verb group: names, "he", "who" resolved to its antecedent.
pub(crate) fn subject(reading: &Reading<'_>, group: &VerbGroup) -> Vec<usize> {
    find(reading, group, 3)
}

pub(super) fn find(reading: &Reading<'_>, group: &VerbGroup, depth: usize) -> Vec<usize> {
    let tokens = &reading.text.tokens;
    let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
    if depth == 0 || group.first == start {
        return Vec::new();
    }
    // "in the early days of what would become Diaz's term": nobody before it.
    let mut before = group.first - 1;
    while before > start && tokens[before].has(class::ADVERB) {
        before -= 1;
    }
    if tokens[before].is(words::WHAT) {
        return Vec::new();
    }
    // "resisted calls (one from Governor Diaz) to resign": as without the insertion.
    if group.infinitive && tokens[group.first - 1].is(words::CLOSE) {
        let open = (start + 1..group.first).rev().take(25).find(|&at| tokens[at].is(words::OPEN));
        if let Some(open) = open {
            return find(reading, &VerbGroup { first: open, ..*group }, depth - 1);
        }
    }
    // "Lee spoke of the death of a man killed by a driver": the participle is the noun's.
    if group.bare && group.form.has(Form::PARTICIPLE) && is_of_noun(reading, group.first, start) {
        return Vec::new();
    }
    // "Lee's nominee to replace Diaz" is neither Lee nor the subject's.
    if group.infinitive && tokens[group.first.saturating_sub(1)].has(class::FRAME_NOUN) {
        // "Lee was a sound choice to replace Diaz"
        let noun = group.first - 1;
        let described = |&at: &usize| {
            tokens[at].has(class::COMMON.or(class::DETERMINER).or(class::POSSESSIVE))
                && !tokens[at].has(class::BE.or(class::PREPOSITION))
        };
        let first = (start..noun).rev().take(5).take_while(described).last().unwrap_or(noun);
        let copula =
            first.checked_sub(1).filter(|&at| at > start && tokens[at].has(class::BE) && !tokens[at].is_possessive());
        return copula.map_or(Vec::new(), |at| find(reading, &verb_group(reading, at), depth - 1));
    }
    if group.infinitive
        && group.first > start
        && let Some(found) = of_noun(reading, group.first - 1, start)
    {
        return found;
    }
    if let Some(at) = for_whom(reading, group) {
        return vec![at];
    }
    if let Some(found) = with_whom(reading, group, start) {
        return found;
    }
    if let Some(at) = said_of(reading, group, start) {
        return vec![at];
    }
    // "Lee faces growing calls to resign": whoever the calls are to.
    if group.infinitive && tokens[group.first - 1].has(class::DOUBT) && group.first > start + 2 {
        let noun = group.first - 1;
        let described = |&at: &usize| tokens[at].has(class::COMMON) && !is_verb(reading, at);
        let before = (start..noun).rev().take(3).take_while(described).last().unwrap_or(noun);
        let verb = before.checked_sub(1).filter(|&at| at > start && is_verb(reading, at));
        if let Some(verb) = verb.filter(|&at| !tokens[at].has(class::SAY)) {
            let found = find(reading, &verb_group(reading, verb), depth - 1);
            if !found.is_empty() {
                return found;
            }
        }
    }
    // "Lee fired Diaz and became chairman": the subject of the verb before.
    let joined = tokens[group.first - 1].is_any(&[words::AND, words::BUT]);
    if joined
        && !group.infinitive
        && let Some(found) = group.first.checked_sub(2).and_then(|at| reading.mentions.of_kind(at, Kind::Person))
        && let Some(verb) = (start..found.first).rev().take(6).find(|&at| is_verb(reading, at))
        && !tokens[verb + 1..found.first].iter().any(|t| t.is(words::COMMA) || t.has(class::PREPOSITION))
    {
        let shared = find(reading, &verb_group(reading, verb), depth - 1);
        if !shared.is_empty() {
            return shared;
        }
    }
    // "the chance of her taking over", "Lee's becoming chairman"
    if group.gerund && tokens[group.first - 1].has(class::POSSESSIVE) && reading.referent(group.first - 1).is_some() {
        return vec![group.first - 1];
    }
    // "Lee cannot stop plants from retiring": what stands between, whether or not it is a person.
    if group.gerund
        && tokens[group.first - 1].is(words::FROM)
        && let Some((verb, _)) = governor(reading, group)
        && verb + 1 < group.first - 1
    {
        return person_between(reading, verb + 1, group.first);
    }
    if (group.infinitive || group.gerund)
        && let Some((verb, _)) = governor(reading, group)
    {
        // "asked Lee to resign": whoever stands between; else the governor's own subject.
        // "named Lee before resigning": the subject's own doing.
        let meanwhile = group.gerund && tokens[group.first - 1].has(class::SUBORDINATOR);
        // "beat Lee to become mayor": the winner.
        let wins = reading.tables.verb_form(tokens[verb].word).and_then(|v| reading.tables.verb(v.lemma));
        let own = meanwhile || wins.is_some_and(|v| v.kind == crate::lexicon::VerbKind::Wins);
        let between = person_between(reading, verb + 1, group.first);
        if !between.is_empty() && !own {
            return between;
        }
        // "Lee turned to a longtime ally to replace Diaz": somebody without a name.
        if group.infinitive && is_on_another(reading, verb, group.first) {
            return Vec::new();
        }
        let above = verb_group(reading, verb);
        let orders = reading.tables.verb_form(tokens[verb].word).and_then(|v| reading.tables.verb(v.lemma));
        // "asked the treasurer to resign": not who asks. "was asked to resign", "wants to resign": the subject.
        let wants = above.verb + 1 == group.first;
        if orders.is_some_and(|v| v.kind == crate::lexicon::VerbKind::Orders) && !above.passive && !wants {
            return Vec::new();
        }
        if above.verb < group.verb {
            let found = find(reading, &above, depth - 1);
            if !found.is_empty() || own {
                return found;
            }
        }
    }
    // "Lee is willing to resign": the subject of the copula.
    if group.infinitive
        && let Some(copula) = copula_of(reading, group.first, start)
    {
        let found = find(reading, &verb_group(reading, copula), depth - 1);
        if !found.is_empty() {
            return found;
        }
    }
    // ", becoming its first woman chief": the subject of the clause before, never its object.
    if group.gerund && tokens[group.first - 1].is(words::COMMA) {
        // "Lee had a brief spell there, having joined in May"
        let owns = |at: usize| {
            tokens[at].has(class::HAVE) && tokens[at + 1].is_any(&[words::A, words::AN, words::THE, words::NO])
        };
        let main = (start..group.first)
            .rev()
            .take(REACH)
            .find(|&at| (is_verb(reading, at) || owns(at)) && !tokens[at].has(class::GERUND));
        if let Some(verb) = main {
            // "appointed Lee to the court, filling the seat of Diaz": whoever is chosen fills it.
            let chosen = seats_object(reading, group, verb).then(|| person_between(reading, verb + 1, group.first));
            if let Some(&first) = chosen.as_ref().and_then(|people| people.first()) {
                return vec![first];
            }
            let found = find(reading, &verb_group(reading, verb), depth - 1);
            if !found.is_empty() {
                return found;
            }
        }
    }
    let mut at = group.first;
    let mut crossed_verb = false;
    let mut relative = false;
    let mut one = false; // "who is"
    let noun = !group.infinitive && !group.gerund && !is_verb(reading, group.verb);
    let mut shared = is_shared(reading, group.first, start);
    let finite = !(group.infinitive || group.gerund || group.bare && group.form.has(Form::PARTICIPLE));
    while at > start && group.first - at < REACH {
        at -= 1;
        let token = &tokens[at];
        if let Some((_, found)) = reading.mentions.covering(at) {
            let first = found.first;
            // "Ann Lee/AP Photo Treasurer resigns": who took the picture.
            if tokens.get(found.last).is_some_and(|t| t.is(words::SLASH)) {
                at = first;
                continue;
            }
            // "a report on Lee, fired as treasurer": the participle is of the name before it, wherever that stands.
            let participle = group.bare
                && group.form.has(Form::PARTICIPLE)
                && (tokens[group.verb].has(class::FRAME_VERB)
                    || !tokens.get(group.verb + 1).is_some_and(|t| t.is(words::TO)))
                && tokens[found.last].is_any(&[words::COMMA, words::DASH, words::EM_DASH, words::EN_DASH])
                // "Lee, first appointed in 1979"
                && (found.last + 1..group.first).all(|at| tokens[at].has(class::ADVERB));
            if found.kind == Kind::Person && (relative || participle || !in_prepositional_phrase(reading, first, start))
            {
                let possessive = tokens.get(found.last).is_some_and(|t| t.is_possessive());
                // "a Lee aide resigned", "Lee's aide resigned": somebody else, whom the text does not name.
                let modifies = reading.post_at(found.last).is_some() && tokens[found.last].gap == Gap::Space
                    || super::noun_phrase::modifies(reading, found.last);
                let own_phrase =
                    !tokens[found.last..group.first].iter().any(|t| t.is_any(&[words::COMMA, words::CLOSE]));
                // "Lee, whom Diaz installed as chief, resigned": the one before "whom".
                if crossed_verb && lead_of(reading, first, start).is_some_and(|lead| tokens[lead].is(words::WHOM)) {
                    at = first;
                    continue;
                }
                // "Lee, who defeated Diaz, will take office": whom the insertion is about does nothing more.
                let object = lead_of(reading, first, start).is_some_and(|lead| lead > start && is_verb(reading, lead))
                    && finite
                    && !crossed_verb
                    && !relative
                    && found.last + 1 == group.first
                    && tokens[found.last].is(words::COMMA);
                if object {
                    at = first;
                    continue;
                }
                // "Lee, a major Diaz fund-raiser who became": the one whom the phrase describes.
                if (modifies || possessive && tokens[found.last + 1].has(class::WHO))
                    && relative
                    && opens_apposition(reading, first, start)
                {
                    at = first;
                    continue;
                }
                if (possessive || modifies) && own_phrase {
                    return Vec::new();
                }
                // "Diaz, in office since Lee left, was fired": the clause inside the insertion has its own.
                let own_clause = finite
                    && crossed_verb
                    && !relative
                    && tokens[group.first - 1].is(words::COMMA)
                    && lead_of(reading, first, start).is_some_and(|lead| {
                        tokens[lead].is_any(&[words::SINCE, words::WHEN, words::AFTER, words::WHILE])
                            && lead > start
                            && !tokens[lead - 1].is(words::COMMA)
                    });
                if own_clause {
                    at = first;
                    continue;
                }
                // "Diaz, who disrupted Lee events, was fired": Lee only says which events.
                if !possessive && !modifies {
                    // "Lee and Diaz, who is in line": one of them.
                    return if one { vec![found.first] } else { conjuncts_before(reading, found, start) };
                }
            }
            // "letters since the president was elected": the post itself, whoever holds it.
            if found.kind == Kind::Post
                && finite
                && !crossed_verb
                && !relative
                && tokens[found.last..group.first].iter().all(|t| t.has(class::ADVERB) || t.is(words::QUOTE))
                // "the president", "the Iranian president"
                && (first.saturating_sub(2).max(start)..first).any(|at| tokens[at].is(words::THE))
            {
                return Vec::new();
            }
            at = first;
            continue;
        }
        if token.has(class::HE.or(class::SHE))
            && !token.has(class::POSSESSIVE)
            && reading.referent(at).is_some()
            && token.is_any(&[words::HE, words::SHE])
        {
            // "The country, he says, should leave the pact": who says so.
            let says = at > start && tokens[at - 1].is(words::COMMA) && tokens[at + 1].has(class::SAY);
            if says && at + 2 < group.first && tokens[at + 2].is(words::COMMA) {
                at -= 1;
                continue;
            }
            return vec![at];
        }
        // "whose mother died": the subject is what is owned.
        if token.is(words::WHOSE) && !crossed_verb {
            break;
        }
        if token.has(class::WHO) {
            // "Lee is a former lawyer who became mayor": whom the noun before "who" describes.
            if !crossed_verb
                && !relative
                && let Some(copula) = copula_before(reading, at, start)
            {
                return find(reading, &verb_group(reading, copula), depth - 1);
            }
            if several(reading, at, start) {
                return Vec::new();
            }
            // The verb of the clause that the subject is looked for in is the first after "who".
            one = !crossed_verb && tokens[at + 1].is_any(&[words::IS, words::WAS, words::HAS]);
            relative = true;
            crossed_verb = false;
            continue;
        }
        if token.is_any(&[words::SEMICOLON, words::COLON]) {
            break;
        }
        if token.has(class::THAT) && token.is(words::THAT) && !relative {
            break;
        }
        if token.has(class::CONDITION) && !relative {
            break;
        }
        // "Lee may chair it when Democrats take control": the subject stands in the verb's own clause.
        let opens = token.has(class::SUBORDINATOR) && !token.has(class::PREPOSITION) && !token.is(words::BUT);
        if finite && opens && !comma_closes(reading, at, group.first) {
            break;
        }
        if is_verb(reading, at) || token.has(class::BE.or(class::MODAL).or(class::HAVE)) && !token.is(words::S) {
            // A verb inside a relative clause that the subject carries may be crossed: "Lee, who led Acme, resigned".
            crossed_verb = true;
            // "Lee has no plans to retire": the noun's verb.
            if noun && token.has(class::HAVE) {
                continue;
            }
            if !shared && !comma_closes(reading, at, group.first) {
                break;
            }
            shared = true;
        }
    }
    Vec::new()
}

/// Whether "to a longtime ally" stands between a verb and the infinitive that tells what the ally is to do.
fn is_on_another(reading: &Reading<'_>, verb: usize, infinitive: usize) -> bool {
    const PHRASE: usize = 6; // tokens
    let tokens = &reading.text.tokens;
    let leads = tokens[verb + 1].is_any(&[words::TO, words::ON, words::FOR]);
    let indefinite = tokens.get(verb + 2).is_some_and(|t| t.is_any(&[words::A, words::AN]));
    let noun = infinitive - 1;
    leads
        && indefinite
        && (verb + 3..verb + 3 + PHRASE).contains(&noun)
        && (tokens[noun].has(class::PERSON_NOUN) || reading.post_at(noun).is_some())
}

/// Whether "filling …" hangs on an active verb that gives its object a post.
fn seats_object(reading: &Reading<'_>, group: &VerbGroup, main: usize) -> bool {
    let lemma = |at: usize| reading.tables.verb_form(reading.text.tokens[at].word).map(|v| v.lemma);
    let chooses = |f: &Frame| matches!(f.reason, Some(Reason::Appointed | Reason::Nominated | Reason::Promoted));
    lemma(group.verb) == Some(words::FILL)
        && !verb_group(reading, main).passive
        && lemma(main).is_some_and(|main| reading.tables.frames_of(main).any(|f| f.rest.is_empty() && chooses(f)))
}

/// Whether a participle stands right behind a noun phrase that names nobody: "of a man killed by", "the clerks fired in May".
fn is_of_noun(reading: &Reading<'_>, participle: usize, start: usize) -> bool {
    const PHRASE: usize = 4; // "the young black man"
    let tokens = &reading.text.tokens;
    let ordinary = |at: usize| {
        tokens[at].shape == Shape::Lower
            && tokens[at].has(class::COMMON)
            && !tokens[at].has(class::GRAMMAR.or(class::ADVERB).or(class::VERB))
            && reading.mentions.covering(at).is_none()
    };
    let by = tokens.get(participle + 1).is_some_and(|t| t.is(words::BY));
    let lead = (start..participle).rev().take(PHRASE + 1).find(|&at| !ordinary(at));
    by && lead.is_some_and(|at| at + 1 < participle && tokens[at].has(class::DETERMINER))
}

/// Whether "who" goes on about several whom nobody names: "asked Lee, a step that angered lawmakers, who then resigned"; not
/// about Lee and Diaz, "two lawmakers who then resigned".
fn several(reading: &Reading<'_>, who: usize, start: usize) -> bool {
    let tokens = &reading.text.tokens;
    let Some(noun) = who.checked_sub(1).map(|at| at - usize::from(tokens[at].is(words::COMMA) && at > start)) else {
        return false;
    };
    let plural = tokens[noun].has(class::COMMON)
        && !tokens[noun].has(class::GRAMMAR)
        && reading.text.words(noun..noun + 1).ends_with('s')
        // "the founder of Fiske Foods who"
        && reading.mentions.covering(noun).is_none_or(|(_, f)| f.kind != Kind::Person && f.range().len() == 1);
    let described = |&at: &usize| {
        !tokens[at].is(words::COMMA) && !is_verb(reading, at) && reading.mentions.of_kind(at, Kind::Person).is_none()
    };
    let first = (start..noun).rev().take(8).take_while(described).last().unwrap_or(noun);
    let apposed = first > start + 1
        && tokens[first - 1].is(words::COMMA)
        && reading.mentions.covering(first - 2).is_some_and(|(_, f)| f.kind == Kind::Person);
    plural && !apposed
}

/// The "is" or "was" whose noun phrase "who" follows: "is a former lawyer and pollster who".
fn copula_before(reading: &Reading<'_>, who: usize, start: usize) -> Option<usize> {
    const PHRASE: usize = 8; // steps
    let tokens = &reading.text.tokens;
    let mut at = who;
    for _ in 0..PHRASE {
        let before = at.checked_sub(1).filter(|&before| before > start)?;
        let token = &tokens[before];
        if token.has(class::BE) && !token.is_possessive() {
            let article = tokens[at].is_any(&[words::A, words::AN, words::THE]);
            return (article && !tokens[before].is(words::BEEN)).then_some(before);
        }
        at = match reading.mentions.covering(before) {
            Some((_, found)) if found.kind == Kind::Person => return None,
            Some((_, found)) => found.first,
            None if token.has(class::COMMON.or(class::DETERMINER)) || token.is_any(&[words::AND, words::OF]) => before,
            None => return None,
        };
    }
    None
}

/// Whether a comma and an article open the noun phrase that a name stands in: ", a major Diaz".
fn opens_apposition(reading: &Reading<'_>, name: usize, start: usize) -> bool {
    let tokens = &reading.text.tokens;
    // "a close friend of Lee's who"
    let described =
        |at: usize| tokens[at].is(words::OF) || tokens[at].has(class::COMMON) && !tokens[at].has(class::PREPOSITION);
    let article = (start + 1..name).rev().take(5).find(|&at| tokens[at].is_any(&[words::A, words::AN, words::THE]));
    article.is_some_and(|at| tokens[at - 1].is(words::COMMA) && (at + 1..name).all(described))
}

/// Whether "and" or a comma before a verb group lets it share the subject of the verb before.
fn is_shared(reading: &Reading<'_>, first: usize, start: usize) -> bool {
    let tokens = &reading.text.tokens;
    // "and then took over"
    let then = first > start + 1 && tokens[first - 1].is(words::THEN);
    let link = first - usize::from(then);
    link > start && tokens[link - 1].is_any(&[words::AND, words::BUT, words::OR, words::COMMA])
}

/// Whether a comma stands between a crossed verb and the group, so that the crossed verb was in an insertion.
fn comma_closes(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    reading.text.tokens[from..to].iter().any(|t| t.is_any(&[words::COMMA, words::CLOSE]))
}

fn in_prepositional_phrase(reading: &Reading<'_>, first: usize, start: usize) -> bool {
    let tokens = &reading.text.tokens;
    let mut lead = lead_of(reading, first, start);
    // "a friend of Lee and Diaz"
    if let Some(and) = lead.filter(|&at| at > start && tokens[at].is(words::AND))
        && let Some(other) = reading.mentions.of_kind(and - 1, Kind::Person)
    {
        lead = lead_of(reading, other.first, start);
    }
    // "each of Lee and Diaz resigned"
    let every =
        |of: usize| of > start && tokens[of].is(words::OF) && tokens[of - 1].is_any(&[words::EACH, words::BOTH]);
    lead.is_some_and(|at| tokens[at].has(class::PREPOSITION) && !tokens[at].has(class::SUBORDINATOR) && !every(at))
}

/// The token before a name's noun phrase: its title and article passed over.
pub(super) fn lead_of(reading: &Reading<'_>, first: usize, start: usize) -> Option<usize> {
    let tokens = &reading.text.tokens;
    let mut at = first;
    // The title before the name belongs to its phrase: "of President Lee".
    while at > start {
        match reading.mentions.covering(at - 1) {
            Some((_, found)) if found.kind != Kind::Person => at = found.first,
            _ if tokens[at - 1].has(class::DETERMINER.or(class::HONORIFIC)) => at -= 1,
            _ => break,
        }
    }
    at.checked_sub(1).filter(|&before| before >= start)
}

fn person_between(reading: &Reading<'_>, from: usize, to: usize) -> Vec<usize> {
    let tokens = &reading.text.tokens;
    let mut found = Vec::new();
    for at in from..to {
        match reading.mentions.covering(at) {
            Some((_, mention)) if mention.kind == Kind::Person && mention.first == at => {
                // "was appointed by Gov. Lee to replace Diaz": the agent is not the one who replaces.
                // "the nomination of Lee to replace Diaz": Lee does.
                let agent = lead_of(reading, at, from).is_some_and(|lead| {
                    let named = tokens[lead].is(words::OF) && lead > 0 && tokens[lead - 1].has(class::FRAME_NOUN);
                    tokens[lead].is_any(&[words::BY, words::WITH, words::OF, words::FROM]) && !named
                });
                if !agent && !reading.text.tokens.get(mention.last).is_some_and(|t| t.is_possessive()) {
                    found.push(at);
                }
            }
            None if reading.referent(at).is_some() && !reading.text.tokens[at].has(class::POSSESSIVE) => found.push(at),
            None if reading.text.tokens[at].is(words::HER) && reading.referent(at).is_some() && at + 1 == to => {
                found.push(at)
            }
            _ => {}
        }
    }
    found
}
