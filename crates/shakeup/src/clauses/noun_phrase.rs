//! The object of a verb, and which organisation "the company" means.

use super::verb::is_verb;
use crate::lexicon::{Class, Form, FrameEvent, OrganizationKind, PlaceKind, class, words};
use crate::mentions::{Found, Kind};
use crate::reading::Reading;
use crate::text::{Gap, Shape, Token};

/// What stands as the object of a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Object {
    /// Tokens of the people, names or pronouns, and one past the phrase.
    People(Vec<usize>, usize),
    /// A post without its holder: "fired its chief executive". Index into the reading's posts.
    Post(usize),
    /// An organisation or place, by the token where it starts.
    Organization(usize),
}

/// How far to the right an object is looked for.
const REACH: usize = 14;

/// The first noun phrase after a verb, when it is a person, a post or an organisation.
pub(crate) fn object(reading: &Reading<'_>, verb: usize) -> Option<Object> {
    let tokens = &reading.text.tokens;
    let end = reading.text.sentences[reading.sentence_of(verb)].last;
    let mut at = verb + 1;
    let mut pending = None;
    let mut owned = false; // "Lee's deputy"
    while at < end && at < verb + REACH {
        let token = &tokens[at];
        if let Some((_, found)) = reading.mentions.covering(at) {
            match found.kind {
                Kind::Person => {
                    if tokens.get(found.last).is_some_and(|t| t.is_possessive()) {
                        // "replace Lee's deputy", "succeed Mayor Lee's two terms": what follows is the object.
                        pending = None;
                        owned = true;
                        at = found.last + 1;
                        continue;
                    }
                    // "replaced Diaz aide Ann Lee": the name only says whose aide she is.
                    let title = reading.post_at(found.last).map(|post| reading.posts[post].all.end);
                    if title.is_some_and(|end| reading.mentions.of_kind(end, Kind::Person).is_some())
                        && tokens[found.last].gap == Gap::Space
                        && tokens[found.last].shape == Shape::Lower
                    {
                        at = found.last;
                        continue;
                    }
                    let mut people = vec![found.first];
                    people.extend(super::conjuncts_after(reading, found.last, Kind::Person).iter().map(|f| f.first));
                    let last = *people.last().unwrap_or(&at);
                    let past = reading.mentions.covering(last).map_or(last + 1, |(_, f)| f.last);
                    // "removed Lee ads": the name only modifies.
                    if modifies(reading, past) {
                        return None;
                    }
                    return Some(Object::People(people, past));
                }
                Kind::Post => {
                    let post = &reading.posts[found.entity?];
                    pending = Some(Object::Post(found.entity?));
                    at = post.all.end.max(found.last);
                    // "its president, Ann Lee, as …": the name in apposition is the object.
                    // "his physician, Rear Admiral Ann Lee, …"
                    let title = reading.post_at(at + 1).map_or(at + 1, |post| reading.posts[post].all.end);
                    if tokens.get(at).is_some_and(|t| t.is(words::COMMA))
                        && reading.mentions.of_kind(title, Kind::Person).is_some()
                    {
                        at += 1;
                        continue;
                    }
                    // "president and chief executive Ann Lee"
                    let joined = tokens.get(at).is_some_and(|t| t.is_any(&[words::AND, words::AMPERSAND]));
                    let second = joined.then(|| reading.post_at(at + 1)).flatten().map(|p| reading.posts[p].all.end);
                    if let Some(end) = second.filter(|&end| reading.mentions.of_kind(end, Kind::Person).is_some()) {
                        at = end;
                        continue;
                    }
                    if reading.mentions.of_kind(at, Kind::Person).is_some()
                        || tokens.get(at).is_some_and(|t| t.has(class::HONORIFIC))
                    {
                        continue;
                    }
                    return pending;
                }
                Kind::Organization | Kind::Place | Kind::Name => {
                    let next = found.last;
                    let possessive = tokens.get(next).is_some_and(|t| t.is_possessive());
                    // "left a Senate hearing": the organisation only modifies.
                    let compound = modifies(reading, next);
                    if compound && !possessive {
                        // "left a Tea Party group, Acme Forum"
                        let group = tokens[next].has(class::ORG_GENERIC)
                            && tokens.get(next + 1).is_some_and(|t| t.is(words::COMMA))
                            && reading.mentions.of_kind(next + 2, Kind::Organization).is_some();
                        if group && pending.is_none() {
                            return Some(Object::Organization(next + 2));
                        }
                        return pending;
                    }
                    let follows = reading.mentions.covering(next).is_some();
                    if possessive || follows {
                        at = next + usize::from(possessive);
                        continue;
                    }
                    return pending.or(Some(Object::Organization(found.first)));
                }
            }
        }
        // "the ouster of Lee's successor, Omar Diaz": the name in apposition.
        if token.is(words::COMMA)
            && pending.is_none()
            && owned
            && let Some(found) = reading.mentions.of_kind(at + 1, Kind::Person).filter(|f| f.first == at + 1)
        {
            return Some(Object::People(vec![found.first], found.last));
        }
        // "left a trade group, Acme Forum": the name in apposition.
        if token.has(class::ORG_GENERIC)
            && tokens.get(at + 1).is_some_and(|t| t.is(words::COMMA))
            && let Some(found) = reading.mentions.of_kind(at + 2, Kind::Organization)
            && pending.is_none()
        {
            return Some(Object::Organization(found.first));
        }
        // "promoting a book he wrote": a subject, never an object.
        if token.is_any(&[words::HE, words::SHE]) {
            return pending;
        }
        if token.has(class::HE.or(class::SHE)) && reading.referent(at).is_some() {
            let possessive = token.has(class::POSSESSIVE)
                && tokens.get(at + 1).is_some_and(|t| {
                    t.is_word() && !t.has(class::PREPOSITION.or(class::CONJUNCTION).or(class::ADVERB))
                });
            if !possessive {
                return Some(Object::People(vec![at], at + 1));
            }
            at += 1;
            continue;
        }
        // "tapped retired Gen. Ann Lee", "replacing fired chairman Omar Diaz"
        let describes = token.has(class::FRAME_VERB)
            && token.shape == Shape::Lower
            && reading
                .tables
                .verb_form(token.word)
                .is_some_and(|v| v.form.has(Form::PARTICIPLE) || v.form.has(Form::GERUND))
            && tokens.get(at + 1).is_some_and(|t| t.has(class::HONORIFIC) || reading.post_at(at + 1).is_some());
        let passes = describes
            // "chose former campaign 2016 rival Ann Lee"
            || token.shape == Shape::Number && at > verb + 1 && tokens[at - 1].is_word()
            // "succeeds the 62-year-old Lee"
            || token.has(class::AGE_WORD)
            || token.is(words::DASH) && tokens.get(at + 1).is_some_and(|t| t.has(class::AGE_WORD))
            || token.has(class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB).or(class::HONORIFIC))
            || token.is_possessive()
            || token.is_any(&[words::QUOTE, words::LESS])
            || token.is_word()
                && token.has(class::COMMON)
                && !token.has(class::PREPOSITION.or(class::CONJUNCTION).or(class::SUBORDINATOR))
                // "his former campaign rival"
                && (!is_verb(reading, at) || tokens[at - 1].has(class::FORMERLY));
        if !passes || token.has(class::PREPOSITION) && !token.has(class::DETERMINER) {
            return pending;
        }
        at += 1;
    }
    pending
}

/// Whether a common noun follows that a name before it only modifies: "Senate" in "a Senate hearing".
pub(crate) fn modifies(reading: &Reading<'_>, next: usize) -> bool {
    const OTHER: Class = class::PREPOSITION
        .or(class::CONJUNCTION)
        .or(class::SUBORDINATOR)
        .or(class::ADVERB)
        .or(class::BE)
        .or(class::HAVE)
        .or(class::MODAL)
        .or(class::WHO)
        .or(class::THAT)
        .or(class::WEEKDAY)
        .or(class::NUMBER_WORD)
        .or(class::DETERMINER)
        .or(class::POSSESSIVE)
        .or(class::ORG_HEAD)
        .or(class::ORG_UNIT)
        // "Lee himself was forced out"
        .or(class::REFLEXIVE)
        // "Lee out as chairman"
        .or(class::FRAME_ADJECTIVE);
    reading.text.tokens.get(next).is_some_and(|t| {
        t.shape == Shape::Lower
            && t.gap == Gap::Space
            && (t.has(class::COMMON) || reading.text.words(next..next + 1).contains('-'))
            && !t.has(OTHER)
            && !is_verb(reading, next)
            && !is_past(reading, next)
            // "fired Lee last week"
            && !(t.is(words::LAST) && reading.is_dated(next))
    }) && reading.mentions.covering(next).is_none()
}

/// "shocked", "stunned": the past of a verb that no table lists; not "seed".
fn is_past(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.text.words(at..at + 1);
    word.len() > 3 && word.ends_with("ed") && !word.ends_with("eed") && !word.contains('-')
}

/// "quietly": an adverb of manner, which no class lists.
pub(crate) fn is_manner(reading: &Reading<'_>, at: usize) -> bool {
    reading.text.tokens[at].shape == Shape::Lower && reading.text.words(at..at + 1).ends_with("ly")
}

/// Whether what stands before a token is the first half of a compound: "board" in "a board meeting".
pub(crate) fn is_compound(reading: &Reading<'_>, next: usize) -> bool {
    // "left the company quietly"
    let token = reading.text.tokens.get(next).filter(|_| !is_manner(reading, next));
    token.is_some_and(|t| t.has(class::OCCASION) || modifies(reading, next))
}

/// The organisation that appoints or dismisses: the subject of an active verb, "said it named".
pub(crate) fn employer(reading: &Reading<'_>, first: usize) -> Option<crate::events::Place> {
    let tokens = &reading.text.tokens;
    let start = reading.text.sentences[reading.sentence_of(first)].first;
    let by = first > start && tokens[first - 1].is(words::BY);
    let mut at = first;
    while at > start && first - at < 24 {
        at -= 1;
        let token = &tokens[at];
        // "Senator Lee (R-Ohio) opposes the nomination of"
        if token.is(words::CLOSE)
            && let Some(open) = (start..at).rev().take(12).find(|&i| tokens[i].is(words::OPEN))
        {
            at = open;
            continue;
        }
        if let Some((_, found)) = reading.mentions.covering(at) {
            let possessive = tokens.get(found.last).is_some_and(|t| t.is_possessive());
            match found.kind {
                // "his Republican colleagues elected him": they do, wherever they sit.
                Kind::Organization | Kind::Name | Kind::Place
                    if !possessive && modifies(reading, found.last) && !tokens[found.last].has(class::SPEAKER) =>
                {
                    return None;
                }
                // "the Board elected Lee": of the company whose board it is.
                Kind::Name if tokens[found.first].is(words::BOARD) => {
                    return crate::events::setting::main_company(reading);
                }
                // "Bolt College in Ames, Iowa, fired Lee", be Ames a college's too
                Kind::Organization if found.first > start + 1 && is_seat_of(reading, found) => at = found.first,
                Kind::Place if found.first > start && tokens[found.first - 1].is_any(&[words::IN, words::COMMA]) => {
                    at = found.first;
                }
                Kind::Organization | Kind::Name | Kind::Place => {
                    return Some(crate::events::Place::new(reading, found.range()));
                }
                // "Bureau Director Lee named Diaz": the director's bureau; else a person decides: "the mayor named Lee".
                Kind::Person if !possessive => return house_of_title(reading, found.first),
                // "Acme ended its search for a treasurer by appointing Lee"
                Kind::Post
                    if !by
                        && reading.posts[found.entity?].organization.is_none()
                        && !reading.posts[found.entity?].plural =>
                {
                    return None;
                }
                _ => at = found.first,
            }
            continue;
        }
        // "critics of Acme decry the army's move to oust Lee": the army's.
        if token.is_possessive() && at > start && reading.mentions.covering(at - 1).is_none() {
            return None;
        }
        // "Acme has been in trouble following the election of Lee": not by Acme.
        let stops = [words::SEMICOLON, words::COLON, words::FOLLOWING, words::AFTER];
        if token.has(class::HE.or(class::SHE).or(class::SPEAKER)) || token.is_any(&stops) {
            return None;
        }
        // "the company named Lee chairman", "the bank's board elected Lee"
        let firm = token.has(class::ORG_GENERIC) && !token.has(class::JURISDICTION) && !token.is(words::BOARD);
        if firm && at > start && tokens[at - 1].is(words::THE) && !modifies(reading, at + 1) {
            return organization_in_focus(reading, at);
        }
    }
    None
}

/// "in Ames" after the name of an organization: where that one is.
fn is_seat_of(reading: &Reading<'_>, found: &Found) -> bool {
    let organization = |f: &Found| f.kind == Kind::Organization;
    found.range().len() == 1
        && reading.text.tokens[found.first - 1].is(words::IN)
        && reading.mentions.covering(found.first - 2).is_some_and(|(_, f)| organization(f))
}

/// "Bureau Director Lee": the organization in the title before a name, where its holder may fill posts.
fn house_of_title(reading: &Reading<'_>, name: usize) -> Option<crate::events::Place> {
    let post = &reading.posts[reading.post_at(name.checked_sub(1)?)?];
    let house = post.organization.clone().filter(|_| post.title.end == name && !post.former)?;
    let named = reading.mentions.of_kind(house.start, Kind::Organization).is_some_and(|f| f.range() == house);
    (named && crate::events::is_employer(reading, house.start)).then(|| crate::events::Place::new(reading, house))
}

/// Past the ticker of a company's name: "Moulin <MOU.PA> said".
pub(crate) fn past_ticker(tokens: &[Token], last: usize) -> usize {
    let ticker = tokens.get(last).is_some_and(|t| t.is(words::LESS));
    let close = (last..tokens.len().min(last + 8)).find(|&at| tokens[at].is(words::GREATER));
    close.filter(|_| ticker).map_or(last, |close| close + 1).min(tokens.len() - 1)
}

/// "Lee was treasurer of Bolt", "former Bolt treasurer Ann Lee", "who joined from Bolt", "who left to join Bolt": where somebody worked
/// before or goes; the text does not go on to speak of it.
pub(crate) fn is_past_employer(reading: &Reading<'_>, found: &Found) -> bool {
    const NEAR: usize = 3; // mentions; tokens
    let tokens = &reading.text.tokens;
    let list = &reading.mentions.list;
    let at = list.partition_point(|f| f.first < found.first);
    let around = list[at.saturating_sub(NEAR)..list.len().min(at + NEAR)].iter();
    let mut posts = around.filter(|f| f.kind == Kind::Post).filter_map(|f| f.entity).map(|post| &reading.posts[post]);
    let held = posts.any(|post| {
        let was = (post.all.start.saturating_sub(NEAR)..post.all.start).any(|at| tokens[at].is(words::WAS));
        (post.former || was) && post.organization.as_ref().is_some_and(|o| o.contains(&found.first))
    });
    let from = found.first.checked_sub(1).filter(|&at| tokens[at].is(words::FROM));
    let comes = |at: usize| {
        let verb = (at.saturating_sub(2 * NEAR)..at).rev().find(|&at| tokens[at].has(class::FRAME_VERB))?;
        let form = reading.tables.verb_form(tokens[verb].word)?;
        let mut frames = reading.tables.frames_of(form.lemma);
        Some(frames.any(|f| f.event == FrameEvent::In && f.rest.is_empty()))
    };
    // "left to join Bolt", "who left to lead the Bolt Institute"
    let lead = found.first.checked_sub(1).map(|at| at - usize::from(at > 0 && tokens[at].is(words::THE)));
    let goes = lead.is_some_and(|at| at > 0 && tokens[at].has(class::FRAME_VERB) && tokens[at - 1].is(words::TO));
    held || goes || from.is_some_and(|at| comes(at) == Some(true))
}

/// The organisation that "the company", "the bureau" or "its" means at a token: the last one whose name has that noun, else
/// the one named last.
pub(crate) fn organization_in_focus(reading: &Reading<'_>, token: usize) -> Option<crate::events::Place> {
    let list = &reading.mentions.list;
    let tokens = &reading.text.tokens;
    let before = list.partition_point(|f| f.first < token);
    let noun = (token..tokens.len().min(token + 5)).find(|&at| tokens[at].has(class::ORG_GENERIC));
    let generic = noun.map(|at| tokens[at].word);
    // "the nation", "the city": never a company, and no other kind of place.
    let jurisdiction = noun.filter(|&at| tokens[at].has(class::JURISDICTION)).map(|at| match tokens[at].word {
        words::STATE => PlaceKind::State,
        words::CITY | words::TOWN => PlaceKind::City,
        _ => PlaceKind::Country,
    });
    let fits = |f: &&Found| match jurisdiction {
        // "Acme, formerly Dunmore Corp, elected Lee to the board"
        None => {
            let once = f.first > 0 && tokens[f.first - 1].has(class::FORMERLY);
            f.kind == Kind::Organization && !once && !is_in_dateline(tokens, f)
        }
        Some(kind) => {
            let words = tokens[f.range()].iter().map(|t| t.word);
            let place = (f.kind == Kind::Place).then(|| reading.tables.places.longest(words)).flatten();
            place.is_some_and(|(_, sense)| sense.kind == kind)
        }
    };
    let near = list[before.saturating_sub(40)..before].iter().rev().filter(fits);
    let has_noun = |entity: usize| {
        let fullest = reading.organizations[entity].fullest.clone();
        // "the monthly magazine The Lantern … the magazine's editor"
        let described = fullest.start > 0 && tokens[fullest.start].gap <= Gap::Line;
        let first = fullest.start - usize::from(described);
        generic.is_some_and(|word| tokens[first..fullest.end].iter().any(|t| t.word == word))
    };
    // "the panel" of a committee, "the agency" of the FBI
    let of_sort = |f: &&Found| {
        let known =
            || reading.tables.organizations.longest(tokens[f.range()].iter().map(|t| t.word)).map(|(_, o)| o.kind);
        match generic {
            Some(words::PANEL) => tokens[f.last - 1].has(class::ORG_UNIT) && tokens[f.last - 1].is_capital(),
            Some(words::AGENCY) => known() == Some(OrganizationKind::Agency),
            _ => false,
        }
    };
    // "Acme said Lee, who ran Bolt, was named to its board": that of the one who says so.
    let start = reading.text.sentences[reading.sentence_of(token)].first;
    let speaker = || {
        let here = reading.mentions.within(start..token).iter().filter(fits);
        { here }.find(|f| says(reading, f).is_some())
    };
    let named = near.clone().find(|f| f.entity.is_some_and(has_noun) || of_sort(f));
    // "It said Lee, who ran Bolt, was named to the board": that of the one who spoke before.
    let goes_on = || {
        const BACK: usize = 3; // sentences
        let pronoun =
            tokens[start].is(words::IT) || tokens[start].is(words::THE) && tokens[start + 1].has(class::ORG_GENERIC);
        let verb = start + 1 + usize::from(tokens[start].is(words::THE));
        if !pronoun || jurisdiction.is_some() || !tokens.get(verb).is_some_and(|t| t.has(class::SAY)) {
            return None;
        }
        let sentence = reading.sentence_of(start);
        let first = reading.text.sentences[sentence.saturating_sub(BACK)].first;
        reading.mentions.within(first..start).iter().rev().filter(fits).find(|f| says(reading, f).is_some())
    };
    let found = named.or_else(speaker).or_else(goes_on);
    // "former Bolt treasurer Ann Lee": Bolt only where nothing else is named.
    let goes = || near.clone().find(|f| !is_past_employer(reading, f));
    let found = found.or_else(goes).or_else(|| near.clone().next())?;
    // "the group's director", "at the university" is of no court, party or parliament.
    let private = noun
        .is_some_and(|at| tokens[at].has(class::ORG_SUFFIX) || tokens[at].is_any(&[words::FIRM, words::UNIVERSITY]));
    let public = || {
        use OrganizationKind::{Court, Government, Legislature, Party};
        let known = reading.tables.organizations.longest(tokens[found.range()].iter().map(|t| t.word));
        known.is_some_and(|(_, o)| matches!(o.kind, Court | Government | Legislature | Party))
    };
    (!private || !public()).then(|| crate::events::Place::new(reading, found.range()))
}

/// Whose board stands at a token: "Acme board", "American Vision's board".
pub(super) fn board_owner(reading: &Reading<'_>, board: usize) -> Option<crate::events::Place> {
    // "the Acme Board of Directors"
    if let Some((_, found)) = reading.mentions.covering(board).filter(|(_, f)| f.first < board) {
        return Some(crate::events::Place::new(reading, found.first..board));
    }
    let before = board.checked_sub(1)?;
    let last = if reading.text.tokens[before].is_possessive() { before.checked_sub(1)? } else { before };
    let (index, found) = reading.mentions.covering(last)?;
    // A name that starts with a demonym is read as two: "American Vision".
    let demonym = index.checked_sub(1).map(|i| &reading.mentions.list[i]);
    let demonym = demonym.filter(|f| f.kind == Kind::Place && f.last == found.first && found.kind == Kind::Name);
    let owns = last == before || found.kind == Kind::Organization || demonym.is_some();
    let start = demonym.map_or(found.first, |f| f.first);
    owns.then(|| crate::events::Place::new(reading, start..found.last))
}

/// The verb of saying after an organization: "Acme Corp <ACM> said", "Acme Corp (NYSE: ACM) announced"; past an insertion where the sentence opens with the
/// organization: "Acme, formerly Bolt Corp, said".
pub(crate) fn says(reading: &Reading<'_>, found: &Found) -> Option<usize> {
    const INSERTION: usize = 12; // tokens
    let tokens = &reading.text.tokens;
    let mut after = past_ticker(tokens, found.last);
    if tokens[after].is(words::OPEN) {
        after = (after..tokens.len().min(after + INSERTION)).find(|&at| tokens[at].is(words::CLOSE))? + 1;
    }
    let start = reading.text.sentences[reading.sentence_of(found.first)].first;
    // "LOWELL, Mass. -- Acme"
    let dashes = [words::DASH, words::EM_DASH, words::EN_DASH, words::TWO_DASHES];
    let dateline = found.first > start && found.first < start + INSERTION && tokens[found.first - 1].is_any(&dashes);
    let opens = dateline || found.first <= start + usize::from(tokens[start].is(words::THE));
    let past = match tokens.get(after)?.is(words::COMMA) && opens {
        true => (after + 1..tokens.len().min(after + INSERTION)).find(|&at| tokens[at].is(words::COMMA))? + 1,
        false => after,
    };
    tokens.get(past).is_some_and(|t| t.has(class::SAY)).then_some(past)
}

/// Whether "Board" at a token is a company's: "Board of Directors", or a name by itself.
pub(super) fn ends_in_board(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.text.tokens;
    let directors = tokens.get(at + 1).is_some_and(|t| t.is(words::OF))
        && tokens.get(at + 2).is_some_and(|t| t.is(words::DIRECTORS));
    let alone = reading.mentions.covering(at).is_some_and(|(_, f)| f.first == at && f.kind == Kind::Name);
    tokens[at].is(words::BOARD) && (directors || alone)
}

/// "named Lee treasurer, as the chairman of the council objected": what the chairman does, no second post.
pub(super) fn opens_clause(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.text.tokens;
    let title = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|t| t.has(class::DETERMINER)));
    tokens.get(at).is_some_and(|t| t.is(words::AS))
        && title > at + 1
        && reading.post_at(title).is_some_and(|index| {
            let end = reading.posts[index].all.end;
            let verb = tokens.get(end).and_then(|t| reading.tables.verb_form(t.word));
            verb.is_some_and(|v| v.form.has(crate::lexicon::Form::PAST)) && is_verb(reading, end)
        })
}

/// "LOWELL, Mass. (ANP) — …": the agency that sends the text.
fn is_in_dateline(tokens: &[Token], found: &Found) -> bool {
    let dashes = [words::DASH, words::EM_DASH, words::EN_DASH, words::TWO_DASHES];
    found.first > 0
        && tokens[found.first - 1].is(words::OPEN)
        && tokens.get(found.last).is_some_and(|t| t.is(words::CLOSE))
        && tokens.get(found.last + 1).is_some_and(|t| t.is_any(&dashes))
}
