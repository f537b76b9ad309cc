//! Who says so: the subject of a verb of saying, whom "according to" names, whom a headline puts before its colon, or who
//! files the document.

use std::ops::Range;

use crate::clauses::{self, is_verb};
use crate::events::setting::main_company;
use crate::lexicon::{WordId, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::text::Gap;

/// How far from the event the words of attribution may stand, in tokens.
const REACH: usize = 60;

/// What closes an insertion in brackets.
const CLOSING: [WordId; 2] = [words::CLOSE, words::GREATER];

/// How many sentences of a quotation are looked through for who speaks it.
const SENTENCES: usize = 4;

/// Who says what stands at a token; of sources inside sources the nearest.
pub(crate) fn attribution(reading: &Reading<'_>, token: usize) -> Option<String> {
    let index = reading.sentence_of(token);
    let sentence = reading.text.sentences[index].range();
    let near = sentence.start.max(token.saturating_sub(REACH))..sentence.end.min(token + REACH);
    // "Lee said on Monday that …"
    let above = || {
        let verbs = (near.start..token).rev().filter(|&at| says(reading, at, token) && reaches(reading, at, token));
        verbs.filter_map(|at| source(reading, at)).next()
    };
    let according = || near.clone().find_map(|at| according_to(reading, at));
    // "…, the agency said", "…, said Lee"
    let behind = || (token + 1..near.end).filter(|&at| says(reading, at, token)).find_map(|at| closing(reading, at));
    // "Lee announced her resignation": the event is that she says so.
    let own = || {
        let group = clauses::verb_group(reading, token);
        let tokens = &reading.text.tokens[token..sentence.end.min(token + 5)];
        let goes = tokens.iter().skip(1).any(|t| t.has(class::FRAME_NOUN));
        let says = goes && tokens[0].has(class::SAY) && is_verb(reading, token);
        let told = !(group.passive || group.infinitive || group.gerund || group.negated || group.conditional);
        (says && told && !group.future).then(|| phrase_before(reading, sentence.start, group.first)).flatten()
    };
    own()
        .or_else(above)
        .or_else(according)
        .or_else(behind)
        .or_else(|| speaker(reading, index, token))
        .or_else(|| before_colon(reading, &sentence, token))
        .or_else(|| filer(reading))
}

fn according_to(reading: &Reading<'_>, at: usize) -> Option<String> {
    let tokens = &reading.text.tokens;
    if !tokens[at].is(words::ACCORDING) || !tokens.get(at + 1)?.is(words::TO) {
        return None;
    }
    phrase_after(reading, at + 2)
}

/// A verb that says something here: not "was told", "to say" or "did not say", and not "told Lee to go".
fn says(reading: &Reading<'_>, at: usize, event: usize) -> bool {
    let tokens = &reading.text.tokens;
    let token = &tokens[at];
    if at == event || !token.has(class::SAY.or(class::TELL)) || !is_verb(reading, at) {
        return false;
    }
    let group = clauses::verb_group(reading, at);
    if group.infinitive || group.passive || group.conditional || group.negated || group.future {
        return false;
    }
    let next = tokens.get(at + 1);
    // ", saying he would go", "a statement saying that"; not "responded by firing Lee".
    let document = at > 0 && tokens[at - 1].has(class::SOURCE) && !next.is_some_and(|t| t.has(class::PREPOSITION));
    let hangs = at > 0 && (tokens[at - 1].is(words::COMMA) || document);
    if group.gerund && !hangs || next.is_some_and(|t| t.is(words::BY)) {
        return false;
    }
    // "the commission report", but "CNN reports that"
    if token.has(class::SOURCE) && !next.is_some_and(|t| t.is_any(&[words::THAT, words::COMMA])) {
        return false;
    }
    // "said goodbye", "told Lee to go": the order is no report.
    let orders = token.has(class::TELL)
        && (at + 1..tokens.len().min(at + 6))
            .take_while(|&i| tokens[i].gap < Gap::Blank)
            .any(|i| tokens[i].is(words::TO) && tokens.get(i + 1).is_some_and(|t| t.has(class::VERB)));
    !orders
}

/// Whether what a verb before an event says goes on up to it.
fn reaches(reading: &Reading<'_>, verb: usize, event: usize) -> bool {
    let tokens = &reading.text.tokens;
    let group = clauses::verb_group(reading, verb);
    // "Lee, who said as much, was fired": the insertion closes.
    let inserted = group.first > 0 && tokens[group.first - 1].has(class::WHO);
    // "Lee said he would stay, but the board fired him": the board's deed.
    let but = |at: usize| tokens[at].is(words::COMMA) && tokens[at + 1].is(words::BUT);
    // "announced his retirement, and the board hired Diaz": the comma closes what is announced.
    let noun = tokens[verb + 1].has(class::POSSESSIVE)
        && tokens[verb + 2..event.min(verb + 4).max(verb + 2)].iter().any(|t| t.has(class::FRAME_NOUN));
    let closed = inserted || noun;
    let ends = |at: usize| tokens[at].is(words::SEMICOLON) || closed && tokens[at].is(words::COMMA) || but(at);
    !(verb + 1..event).any(ends) && !closes(reading, verb, event)
}

/// "…," Lee said, …: nothing follows that the verb could say.
fn closes(reading: &Reading<'_>, verb: usize, event: usize) -> bool {
    let tokens = &reading.text.tokens;
    let next = verb + 1;
    let sentence = reading.text.sentences[reading.sentence_of(verb)];
    // "…," said Ann Lee, who will be chairman.
    let quoted = verb > sentence.first && tokens[verb - 1].is(words::QUOTE);
    if quoted && !(next..event).any(|at| tokens[at].is_any(&[words::QUOTE, words::COLON, words::THAT])) {
        return true;
    }
    event > next && tokens[next].is(words::COMMA) && {
        // "Lee said, however, that": the comma comes back to the clause.
        let again = (next + 1..event.min(next + 5)).any(|at| tokens[at].is(words::COMMA));
        !again && next < sentence.last && !tokens[next + 1].is(words::QUOTE)
    }
}

/// The source of a verb of saying: its subject or, where that is behind it, "said Ann Lee".
fn source(reading: &Reading<'_>, verb: usize) -> Option<String> {
    let group = clauses::verb_group(reading, verb);
    let start = reading.text.sentences[reading.sentence_of(verb)].first;
    if group.gerund && reading.text.tokens[verb - 1].has(class::SOURCE) {
        // "the mayor released a statement saying": who released it.
        let main =
            (start..verb).rev().take(8).find(|&at| is_verb(reading, at) && !reading.text.tokens[at].has(class::SOURCE));
        let released = main.and_then(|at| phrase_before(reading, start, clauses::verb_group(reading, at).first));
        return released.or_else(|| phrase_before(reading, start, verb));
    }
    if group.gerund {
        let subject = clauses::subject(reading, &group).first().and_then(|&at| reading.person_at(at));
        return subject.map(|person| reading.people[person].name.clone());
    }
    // "thanked the staff and said": the subject of the verb before.
    let tokens = &reading.text.tokens;
    if group.first > start && tokens[group.first - 1].is(words::AND) {
        let finite = |&at: &usize| {
            is_verb(reading, at) && !tokens[at].has(class::GERUND) && !clauses::verb_group(reading, at).infinitive
        };
        let first = (start.max(group.first.saturating_sub(30))..group.first - 1).find(finite);
        return first.and_then(|at| phrase_before(reading, start, clauses::verb_group(reading, at).first));
    }
    phrase_before(reading, start, group.first)
        .or_else(|| opening(reading, start, group.first))
        .or_else(|| inverted(reading, verb, start))
}

/// "Acme Corp, formed of two firms, a unit of Loom, said": the organisation that opens the sentence, across insertions.
fn opening(reading: &Reading<'_>, start: usize, group: usize) -> Option<String> {
    let tokens = &reading.text.tokens;
    let first = start + usize::from(tokens[start].is_any(&[words::LESS, words::THE]));
    let found = reading.mentions.of_kind(first, Kind::Organization)?;
    let inserted = tokens[group.checked_sub(1)?].is(words::COMMA)
        && (found.last..found.last + 2).any(|at| at < group && tokens[at].is(words::COMMA));
    inserted.then(|| name_of(reading, &found.range())).flatten()
}

/// "…," said a spokesman: the subject behind the verb, when none stands before it.
fn inverted(reading: &Reading<'_>, verb: usize, start: usize) -> Option<String> {
    let tokens = &reading.text.tokens;
    let opens = verb == start || tokens[verb - 1].is_any(&[words::COMMA, words::QUOTE, words::QUESTION, words::STOP]);
    // "announced the appointment of Lee": what is announced is no source.
    let source = |at: &usize| reading.mentions.covering(*at).is_some() || tokens[*at].has(class::SOURCE);
    let mut behind = (verb + 1..tokens.len().min(verb + 5)).take_while(|at| !source(at));
    let thing = behind.any(|at| tokens[at].has(class::FRAME_NOUN.or(class::PREPOSITION)));
    // "Lee, who backed him, says she cannot": she opens what is said.
    let pronoun = tokens.get(verb + 1).is_some_and(|t| t.has(class::HE.or(class::SHE)) && !t.has(class::POSSESSIVE));
    let clause = pronoun && tokens.get(verb + 2).is_some_and(|t| t.is_word() && t.gap == Gap::Space);
    (opens && !thing && !clause).then(|| phrase_after(reading, verb + 1)).flatten()
}

/// The source of a verb of saying after what it says: set off by a comma or quotation mark, and nothing said behind it.
fn closing(reading: &Reading<'_>, verb: usize) -> Option<String> {
    let tokens = &reading.text.tokens;
    let start = reading.text.sentences[reading.sentence_of(verb)].first;
    let last = reading.text.sentences[reading.sentence_of(verb)].last;
    let group = clauses::verb_group(reading, verb);
    // "Lee quit, saying he was tired": of his reasons.
    if group.gerund {
        return None;
    }
    if let Some(name) = inverted(reading, verb, start) {
        return Some(name);
    }
    let next = verb + 1;
    let ends = next >= last
        || tokens[next].is_any(&[words::STOP, words::COMMA, words::QUOTE, words::CLOSE, words::SEMICOLON])
        || tokens[next].has(class::PREPOSITION.or(class::ADVERB).or(class::DATE)) && !tokens[next].has(class::THAT)
        || tokens[verb].has(class::TELL);
    if !ends {
        return None;
    }
    let phrase = subject_phrase(reading, start, group.first)?;
    let mark = phrase.start.checked_sub(1).filter(|&at| at >= start)?;
    let set_off = tokens[mark].is_any(&[
        words::COMMA,
        words::QUOTE,
        words::DASH,
        words::EM_DASH,
        words::EN_DASH,
        words::TWO_DASHES,
    ]);
    set_off.then(|| name_of(reading, &phrase)).flatten()
}

/// Whoever speaks the quotation that a token stands in, when its sentence does not say: the sentences of the same paragraph
/// do, the next ones first.
fn speaker(reading: &Reading<'_>, index: usize, token: usize) -> Option<String> {
    let tokens = &reading.text.tokens;
    let sentences = &reading.text.sentences;
    let first = (0..=token).rev().take(400).find(|&at| at == 0 || tokens[at].gap == Gap::Blank).unwrap_or(token);
    let quoted = (first..token).filter(|&at| tokens[at].is(words::QUOTE)).count() % 2 == 1;
    if !quoted {
        return None;
    }
    let same = |i: usize| sentences.get(i).is_some_and(|s| s.first >= first && tokens[s.first].gap < Gap::Blank);
    let next = (index + 1..index + SENTENCES).take_while(|&i| same(i)).find_map(|i| {
        let range = sentences[i].range();
        range.clone().filter(|&at| says(reading, at, token)).find_map(|at| closing(reading, at))
    });
    // "Lee said: "…", or "…," Lee said. "…"
    let before = || {
        (index.saturating_sub(SENTENCES)..index).rev().take_while(|&i| sentences[i].first >= first).find_map(|i| {
            let range = sentences[i].range();
            range.rev().filter(|&at| says(reading, at, token)).find_map(|at| source(reading, at))
        })
    };
    // "LEE: "We …. We will hire Diaz.""
    let opened = || before_colon(reading, &sentences[reading.sentence_of(first)].range(), token);
    next.or_else(before).or_else(opened)
}

/// "Trump: Diaz will go", "Source: mayor to resign"; "… to resign: report" is said behind.
fn before_colon(reading: &Reading<'_>, sentence: &Range<usize>, token: usize) -> Option<String> {
    let tokens = &reading.text.tokens;
    let end = sentence.end.min(sentence.start + 8);
    let colon = (sentence.start + 1..end.min(token)).find(|&at| tokens[at].is(words::COLON));
    if let Some(colon) = colon {
        let whole = sentence.start..colon;
        let named = |kind| reading.mentions.of_kind(colon - 1, kind).is_some_and(|f| f.first == sentence.start);
        // "• Media: Lee quits" in a list of the day's news
        let listed = tokens[sentence.start].is(words::BULLET);
        let told = tokens[colon - 1].has(class::SOURCE) && colon - sentence.start <= 3 && !listed;
        return (told || named(Kind::Person) || named(Kind::Organization)).then(|| name_of(reading, &whole)).flatten();
    }
    let headline = reading.text.sentences[reading.sentence_of(token)].headline;
    let last = sentence.end.checked_sub(1)?;
    let behind = headline && last > token + 1 && tokens[last].has(class::SOURCE) && tokens[last - 1].is(words::COLON);
    behind.then(|| words_of(reading, &(last..last + 1)))
}

/// The company that files a document which names it "(the "Company")": what it says nobody else says.
fn filer(reading: &Reading<'_>) -> Option<String> {
    const NAMED: usize = 12; // organisations from the top
    let tokens = &reading.text.tokens;
    let organizations = reading.mentions.list.iter().filter(|f| f.kind == Kind::Organization).take(NAMED);
    let mut found = organizations.filter(|f| {
        // "Acme Inc., a Delaware corporation (the "Company")" too
        let open = (f.last..tokens.len().min(f.last + 8)).find(|&at| tokens[at].is(words::OPEN));
        let near = open.is_some_and(|o| !(f.last..o).any(|at| tokens[at].has(class::VERB.or(class::BE))));
        // "Acme Corporation ("Acme")"
        let short = |at: usize| {
            let alone = tokens.get(at + 1).is_some_and(|t| t.is(words::QUOTE));
            alone && f.range().len() > 1 && tokens[at].word == tokens[f.first].word
        };
        let defines = |at: usize| {
            (tokens[at].has(class::ORG_GENERIC) || short(at))
                && tokens[at].is_capital()
                && tokens[at - 1].is(words::QUOTE)
        };
        let inside = open.map_or(0..0, |o| o + 1..tokens.len().min(o + 12));
        near && inside.take_while(|&at| !tokens[at].is(words::CLOSE)).any(defines)
    });
    let company = found.next()?;
    Some(reading.organizations[company.entity?].name.clone())
}

// ---- noun phrases

/// The source whose noun phrase ends before a verb group.
fn phrase_before(reading: &Reading<'_>, start: usize, group: usize) -> Option<String> {
    name_of(reading, &subject_phrase(reading, start, group)?)
}

/// The tokens of the noun phrase before a verb group: "Lee", "a spokesman for Lee", "people familiar with the matter"; an
/// insertion between commas is passed over.
fn subject_phrase(reading: &Reading<'_>, start: usize, group: usize) -> Option<Range<usize>> {
    let tokens = &reading.text.tokens;
    let mut end = group;
    while end > start && (tokens[end - 1].has(class::ADVERB) || tokens[end - 1].has(class::WHO)) {
        end -= 1;
    }
    let relative = end < group && tokens[end].has(class::WHO);
    // "The paper on Monday said"
    if let Some(date) = date_ending(reading, end).filter(|&d| d > start) {
        end = date - usize::from(tokens[date - 1].has(class::PREPOSITION));
    }
    // "Acme Corp <ACM>, (the "Company"), said", "Lee (R-Ohio) said"
    for _ in 0..3 {
        let Some(close) = end.checked_sub(1).filter(|&at| at > start) else { break };
        let comma = usize::from(tokens[close].is(words::COMMA) && tokens[close - 1].is_any(&CLOSING));
        if !tokens[close - comma].is_any(&CLOSING) {
            break;
        }
        let open = (start..close - comma).rev().take(25).find(|&at| tokens[at].is_any(&[words::OPEN, words::LESS]))?;
        if open <= start {
            return None;
        }
        end = open;
    }
    // "Lee, the chairman, said"
    if end > start && tokens[end - 1].is(words::COMMA) {
        let from = (start..end - 1).rev().take(25).find(|&at| tokens[at].is(words::COMMA))?;
        if tokens[from + 1..end - 1].iter().any(|t| t.has(class::HE.or(class::SHE)) && !t.has(class::POSSESSIVE)) {
            return None;
        }
        end = from;
    }
    let last = end.checked_sub(1).filter(|&at| at >= start)?;
    // "people briefed on the plan", "officials in Ohio", "a spokesman for Lee": the source stands before.
    let head = (start..=last).rev().take(12).take_while(|&at| {
        !tokens[at].is_any(&[words::COMMA, words::QUOTE, words::SEMICOLON, words::COLON, words::THAT])
    });
    let head = head.clone().filter(|&at| tokens[at].has(class::SOURCE) && !inside_name(reading, at)).last();
    if let Some(head) = head
        && (head == last || modified(reading, head + 1))
    {
        let first = phrase_start(reading, start, head);
        // "Ann Lee, a State Department official who testified"
        let named = first.checked_sub(1).filter(|&at| at > start && relative && tokens[at].is(words::COMMA));
        let person = named.and_then(|comma| reading.mentions.of_kind(comma - 1, Kind::Person));
        return Some(person.map_or(first..end, |p| p.range()));
    }
    if let Some((_, found)) = reading.mentions.covering(last) {
        if let Some(person) = titled_by(reading, start, found.first) {
            return Some(person);
        }
        return (found.last == end).then(|| phrase_start(reading, start, found.first)..end);
    }
    let token = &tokens[last];
    let pronoun =
        token.has(class::HE.or(class::SHE).or(class::IT)) && !token.has(class::POSSESSIVE) || token.is(words::IT);
    // A surname that nothing else names: "Mast said".
    let name = token.is_capital() && token.is_word() && !token.has(class::GRAMMAR);
    let noun = token.has(class::ORG_GENERIC.or(class::PERSON_NOUN)) || name;
    (pronoun || noun).then(|| if pronoun { last..end } else { phrase_start(reading, start, last)..end })
}

/// Where the date starts that ends before a token.
fn date_ending(reading: &Reading<'_>, end: usize) -> Option<usize> {
    let at = reading.dates.partition_point(|d| d.tokens.end < end);
    reading.dates.get(at).filter(|d| d.tokens.end == end).map(|d| d.tokens.start)
}

/// "Ann Lee, chairman of the commission told", "Ann Lee of Ohio said": what she is of stands between the name and the verb.
fn titled_by(reading: &Reading<'_>, start: usize, organization: usize) -> Option<Range<usize>> {
    let tokens = &reading.text.tokens;
    let mut at = organization.checked_sub(1).filter(|&at| at > start)?;
    if tokens[at].has(class::DETERMINER) {
        at -= 1;
    }
    let preposition = tokens[at].is_any(&[words::OF, words::FOR, words::AT]);
    let post = at.checked_sub(1).filter(|&post| preposition && post > start)?;
    if let Some(person) = reading.mentions.of_kind(post, Kind::Person) {
        return tokens[at].is(words::OF).then(|| person.range());
    }
    let title = &reading.posts[reading.post_at(post)?].title;
    let comma = title.start.checked_sub(1).filter(|&c| c > start && tokens[c].is(words::COMMA))?;
    reading.mentions.of_kind(comma - 1, Kind::Person).map(|person| person.range())
}

/// What may go on after a source: "familiar with", "for", "close to", "in".
fn modified(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.text.tokens[at];
    token.has(class::PREPOSITION.or(class::WHO).or(class::CONJUNCTION)) || token.has(class::MODIFIES_SOURCE)
}

fn inside_name(reading: &Reading<'_>, at: usize) -> bool {
    reading.mentions.covering(at).is_some_and(|(_, f)| f.kind != Kind::Post)
}

/// Where the noun phrase starts whose head stands at a token: names, adjectives and numbers before it belong to it.
fn phrase_start(reading: &Reading<'_>, start: usize, head: usize) -> usize {
    let tokens = &reading.text.tokens;
    let mut first = reading.mentions.covering(head).map_or(head, |(_, f)| f.first);
    for _ in 0..8 {
        let Some(before) = first.checked_sub(1).filter(|&b| b >= start) else { break };
        if let Some((_, found)) = reading.mentions.covering(before) {
            first = found.first;
            continue;
        }
        let token = &tokens[before];
        let part = token.has(class::DETERMINER.or(class::POSSESSIVE).or(class::HONORIFIC))
            || token.is_possessive()
            || token.shape == crate::text::Shape::Number
            || token.is_word() && !token.has(class::GRAMMAR) && (!is_verb(reading, before) || token.has(class::GERUND));
        if !part {
            break;
        }
        first = before;
        if token.has(class::DETERMINER) && !token.has(class::ADVERB) {
            break;
        }
    }
    first
}

/// The source that starts at a token: "Lee", "the company", "two people familiar with the plan".
fn phrase_after(reading: &Reading<'_>, from: usize) -> Option<String> {
    let tokens = &reading.text.tokens;
    let last = reading.text.sentences[reading.sentence_of(from.checked_sub(1)?)].last;
    for at in from..last.min(from + 9) {
        let token = &tokens[at];
        if let Some((_, found)) = reading.mentions.covering(at)
            && matches!(found.kind, Kind::Person | Kind::Organization)
        {
            // "a White House official", "Lee's lawyer"
            let rest = found.last..last.min(found.last + 4);
            let head = rest
                .take_while(|&i| tokens[i].is_word() || tokens[i].is_possessive())
                .take_while(|&i| {
                    !tokens[i].has(class::PREPOSITION) && reading.mentions.of_kind(i, Kind::Person).is_none()
                })
                .find(|&i| tokens[i].has(class::SOURCE));
            return match head {
                Some(head) => name_of(reading, &(from..source_end(reading, head, last))),
                None => name_of(reading, &found.range()),
            };
        }
        if token.has(class::SOURCE) && !before_name(reading, at + 1) {
            return name_of(reading, &(from..source_end(reading, at, last)));
        }
        if token.has(class::ORG_GENERIC) {
            return name_of(reading, &(from..at + 1));
        }
        if token.has(class::HE.or(class::SHE)) && !token.has(class::POSSESSIVE) {
            return name_of(reading, &(at..at + 1));
        }
        if token.is_any(&[words::COMMA, words::STOP, words::QUOTE, words::THAT, words::COLON]) || token.has(class::BE) {
            return None;
        }
    }
    None
}

/// "officials" before "Ann Lee" is her title.
fn before_name(reading: &Reading<'_>, at: usize) -> bool {
    reading.mentions.of_kind(at, Kind::Person).is_some()
}

/// One past a source with what belongs to it: "people familiar with the matter", "a spokesman for Lee".
fn source_end(reading: &Reading<'_>, head: usize, last: usize) -> usize {
    let tokens = &reading.text.tokens;
    let mut at = head + 1;
    let goes_on = tokens
        .get(at)
        .is_some_and(|t| t.has(class::MODIFIES_SOURCE) || t.is_any(&[words::FOR, words::WITH, words::IN, words::FROM]));
    if !goes_on || at >= last {
        return at;
    }
    while at < last.min(head + 9)
        && (tokens[at].is_word() || tokens[at].is_possessive())
        && !tokens[at].has(class::DATE.or(class::BE).or(class::MODAL).or(class::SAY))
    {
        at = reading.mentions.covering(at).map_or(at + 1, |(_, f)| f.last.max(at + 1));
    }
    at
}

/// What a source is called: a person or organisation by its fullest name, a pronoun by whom it means, others in their words.
fn name_of(reading: &Reading<'_>, phrase: &Range<usize>) -> Option<String> {
    let tokens = &reading.text.tokens;
    let last = phrase.end.checked_sub(1)?;
    if let Some((_, found)) = reading.mentions.covering(last)
        && found.last == phrase.end
        && !(phrase.start..found.first).any(|at| tokens[at].has(class::PREPOSITION))
    {
        match found.kind {
            Kind::Person => return Some(reading.people[found.entity?].name.clone()),
            Kind::Organization | Kind::Place => return Some(reading.organizations[found.entity?].name.clone()),
            _ => {}
        }
    }
    if phrase.len() == 1 && tokens[last].has(class::HE.or(class::SHE)) {
        return reading.referent(last).map(|person| reading.people[person].name.clone());
    }
    let it = tokens[last].has(class::IT);
    if it && let Some(name) = said_before(reading, last) {
        return Some(name);
    }
    // "the president": whom the text calls so.
    if let Some(post) = reading.mentions.of_kind(last, Kind::Post)
        && tokens[phrase.start].is(words::THE)
        && post.last == phrase.end
        && let Some(name) = holder(reading, last)
    {
        return Some(name);
    }
    // "it", "the company": the organisation that the text speaks of.
    let generic = tokens[last].has(class::ORG_GENERIC)
        && phrase.len() <= if tokens[last].is_any(&[words::COMPANY, words::FIRM]) { 6 } else { 2 }
        && tokens[phrase.start].has(class::DETERMINER.or(class::POSSESSIVE));
    // "the company" is the one that the document is about.
    if generic
        && tokens[last].is_any(&[words::COMPANY, words::FIRM])
        && let Some(company) = main_company(reading)
    {
        return Some(company.name(reading));
    }
    if it || generic {
        let place = clauses::organization_in_focus(reading, last).map(|place| place.name(reading));
        return place.or_else(|| (!it).then(|| words_of(reading, phrase)));
    }
    Some(words_of(reading, phrase))
}

/// "It said": whoever said the sentence before, when that is no person.
fn said_before(reading: &Reading<'_>, it: usize) -> Option<String> {
    let tokens = &reading.text.tokens;
    let verb = (it.saturating_sub(REACH)..it).rev().find(|&at| says(reading, at, it))?;
    let group = clauses::verb_group(reading, verb);
    let start = reading.text.sentences[reading.sentence_of(verb)].first;
    let phrase = subject_phrase(reading, start, group.first)?;
    let organization = reading.mentions.of_kind(phrase.end - 1, Kind::Organization).is_some();
    let generic = tokens[phrase.end - 1].has(class::ORG_GENERIC);
    (organization || generic).then(|| name_of(reading, &phrase)).flatten()
}

/// The person whom the text last named with a post: "President Lee" for "the president".
fn holder(reading: &Reading<'_>, post: usize) -> Option<String> {
    const NEARBY: usize = 200; // mentions
    let (tokens, list) = (&reading.text.tokens, &reading.mentions.list);
    let at = list.partition_point(|f| f.first < post);
    let length = reading.mentions.of_kind(post, Kind::Post)?.range().len();
    let same = |f: &&crate::mentions::Found| {
        f.kind == Kind::Post && f.range().len() == length && tokens[f.last - 1].word == tokens[post].word
    };
    let person = list[at.saturating_sub(NEARBY)..at]
        .iter()
        .rev()
        .filter(same)
        .find_map(|f| reading.mentions.of_kind(f.last, Kind::Person).filter(|p| p.first == f.last)?.entity)?;
    Some(reading.people[person].name.clone())
}

/// The words of a phrase on one line, without its article.
fn words_of(reading: &Reading<'_>, phrase: &Range<usize>) -> String {
    let tokens = &reading.text.tokens;
    let article = tokens[phrase.start].is_any(&[words::THE, words::A, words::AN]) && phrase.len() > 1;
    let phrase = phrase.start + usize::from(article)..phrase.end;
    reading.text.words(phrase).split_whitespace().collect::<Vec<_>>().join(" ")
}
