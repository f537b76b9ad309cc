//! Roles: who holds a post, by the shapes in which news ties a title to a name.

use std::ops::Range;

use super::draft::{Place, RoleDraft};
use crate::clauses;
use crate::PartialDate;
use crate::lexicon::{Form, FrameEvent, Lead, OrganizationKind, PostKind, PostScope, class, words};
use crate::mentions::date::{self, DateFound};
use crate::mentions::{Found, Kind, Post};
use crate::reading::Reading;
use crate::record::Status;
use crate::text::{Gap, Shape, Token};

/// A shape that ties a post to a person.
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    pub(crate) example: &'static str,
    /// The holders of a post, as mentions or pronouns, with the status that the shape gives.
    find: fn(&Reading<'_>, &Post) -> Vec<Holder>,
    confidence: f64,
}

/// Who holds a post by one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Holder {
    person: usize,
    tokens: Range<usize>,
    status: Option<Status>,
}

/// Every rule, the surest first: the first one that finds a holder speaks.
pub(crate) const RULES: &[Rule] = &[
    Rule { name: "title-before-name", example: "Ohio Governor Ann Lee said so.", find: title_before_name, confidence: 0.95 },
    Rule { name: "apposition-after-name", example: "Ann Lee, 52, the chief executive of Acme Corp, said so.", find: apposition_after_name, confidence: 0.93 },
    Rule { name: "name-after-description", example: "The company's chairman, Omar Diaz, said so.", find: name_after_description, confidence: 0.88 },
    Rule { name: "copula", example: "Ann Lee is the chairman of Acme Corp.", find: copula, confidence: 0.85 },
    Rule { name: "serves-as", example: "Ann Lee served as treasurer of Acme Corp.", find: serves_as, confidence: 0.85 },
    Rule { name: "tenure-as", example: "Ann Lee's tenure as chairman of Acme Corp was short.", find: tenure_as, confidence: 0.8 },
    Rule { name: "positions-including", example: "Ann Lee held posts at Acme Corp, including treasurer.", find: positions_including, confidence: 0.75 },
    Rule { name: "post-is-name", example: "The chairman of Acme Corp is Omar Diaz.", find: post_is_name, confidence: 0.8 },
    Rule { name: "as-post", example: "As chairman of Acme Corp, Ann Lee cut costs.", find: as_post, confidence: 0.75 },
];

/// The roles that shapes give, in text order.
pub(crate) fn recognize(reading: &Reading<'_>) -> Vec<RoleDraft> {
    let mut drafts: Vec<RoleDraft> = Vec::new();
    for sentence in &reading.text.sentences {
        let posts: Vec<&Found> =
            reading.mentions.within(sentence.range()).iter().filter(|f| f.kind == Kind::Post).collect();
        let mut holders: Vec<Option<(usize, Vec<Holder>)>> = Vec::with_capacity(posts.len());
        for found in &posts {
            let post = &reading.posts[found.entity.unwrap_or_default()];
            // "the governor's sister" is about somebody else.
            if reading.text.tokens.get(post.all.end).is_some_and(Token::is_possessive) {
                holders.push(None);
                continue;
            }
            let hit = RULES.iter().enumerate().find_map(|(i, rule)| {
                let found = (rule.find)(reading, post);
                (!found.is_empty()).then_some((i, found))
            });
            holders.push(hit);
        }
        // "chairman and chief executive of Acme": coordinated posts have one holder and one organisation.
        let mut places: Vec<Option<Place>> = posts.iter().map(|f| place_of(reading, f)).collect();
        for i in 1..posts.len() {
            if are_coordinated(reading, posts[i - 1], posts[i]) {
                if holders[i].is_none() {
                    holders[i] = holders[i - 1].clone();
                }
                if places[i].is_none() {
                    places[i] = places[i - 1].clone();
                }
            }
        }
        for i in (1..posts.len()).rev() {
            if are_coordinated(reading, posts[i - 1], posts[i]) {
                if holders[i - 1].is_none() {
                    holders[i - 1] = holders[i].clone();
                }
                if places[i - 1].is_none() {
                    places[i - 1] = places[i].clone();
                }
            }
        }
        for ((found, holders), place) in posts.iter().zip(holders).zip(places) {
            let Some((rule, holders)) = holders else { continue };
            let post = &reading.posts[found.entity.unwrap_or_default()];
            let titled = RULES[rule].name == "title-before-name" && matches!(post.kind, PostKind::Staff | PostKind::Executive);
            for holder in holders {
                let place = place
                    .clone()
                    .or_else(|| party_state(reading, post, &holder))
                    .or_else(|| place_after_name(reading, RULES[rule].name, post, &holder));
                if post.weak && place.is_none() && !titled {
                    continue;
                }
                drafts.push(draft(reading, post, &RULES[rule], holder, place));
            }
        }
    }
    leads(reading, &mut drafts);
    drafts.sort_by_key(|draft| draft.evidence.start);
    drafts
}

/// "Ann Lee chairs the Harbor Commission", "who has led Acme since 2014": the verb stands for the post.
fn leads(reading: &Reading<'_>, drafts: &mut Vec<RoleDraft>) {
    for sentence in &reading.text.sentences {
        for at in sentence.range() {
            let token = &reading.text.tokens[at];
            if !token.has(class::FRAME_VERB) || !clauses::is_verb(reading, at) {
                continue;
            }
            let Some(verb) = reading.tables.verb_form(token.word) else { continue };
            let mut frames = reading.tables.frames_of(verb.lemma);
            if !frames.any(|f| f.event == FrameEvent::Hold && f.title.is_some()) {
                continue;
            }
            let Some(clauses::Object::Organization(place)) = clauses::object(reading, at) else { continue };
            let group = clauses::verb_group(reading, at);
            if group.passive || group.negated || group.conditional || group.infinitive || group.gerund {
                continue;
            }
            let tokens = reading.mentions.covering(place).map_or(place..place + 1, |(_, f)| f.range());
            if reading.mentions.of_kind(place, Kind::Place).is_some() {
                continue;
            }
            let past = verb.form.has(Form::PAST) && !group.perfect;
            let status = match () {
                () if group.future => Status::Incoming,
                () if past => Status::Former,
                () => Status::Current,
            };
            let (since, until) = tenure(reading, tokens.end);
            for person in clauses::subject(reading, &group) {
                let Some(holder) = holder(reading, person, None) else { continue };
                drafts.push(RoleDraft {
                    person: holder.person,
                    evidence: holder.tokens.start.min(at)..tokens.end,
                    person_tokens: holder.tokens,
                    post: at..at + 1,
                    kind: PostKind::Executive,
                    place: Some(Place::new(reading, tokens.clone())),
                    status,
                    acting: false,
                    since,
                    until,
                    rule: "leads-organization",
                    confidence: 0.7,
                });
            }
        }
    }
}

fn draft(reading: &Reading<'_>, post: &Post, rule: &Rule, holder: Holder, place: Option<Place>) -> RoleDraft {
    let status = match holder.status {
        _ if post.former || post.outgoing => Status::Former,
        _ if post.incoming => Status::Incoming,
        Some(status) => status,
        None => Status::Current,
    };
    let (since, until) = tenure(reading, post.all.end.max(holder.tokens.end));
    let status = if until.is_some() && status == Status::Current { Status::Former } else { status };
    let evidence = post.all.start.min(holder.tokens.start)..post.all.end.max(holder.tokens.end);
    RoleDraft {
        person: holder.person,
        person_tokens: holder.tokens,
        post: post.title.clone(),
        kind: post.kind,
        place,
        status,
        acting: post.acting,
        since,
        until,
        evidence,
        rule: rule.name,
        confidence: rule.confidence,
    }
}

/// "since 2019", "from 2010 to 2014", straight after a role is stated.
fn tenure(reading: &Reading<'_>, end: usize) -> (Option<PartialDate>, Option<PartialDate>) {
    let at = reading.dates.partition_point(|d| d.tokens.start < end);
    let mut dates = reading.dates[at..].iter();
    let resolve = |found: &DateFound| date::resolve(&found.when, reading.published, date::Direction::Past);
    match dates.next().filter(|d| d.tokens.start <= end + 3) {
        Some(first) if matches!(first.lead, Lead::Since) => (resolve(first), None),
        Some(first) if matches!(first.lead, Lead::From) => {
            let last = dates.next().filter(|d| d.lead == Lead::Until && d.tokens.start <= first.tokens.end + 2);
            (resolve(first), last.and_then(resolve))
        }
        Some(first) if matches!(first.lead, Lead::Until) => (None, resolve(first)),
        _ => (None, None),
    }
}

/// What a post is of: its complement or prefix, else the field in its title ("Defense Secretary").
fn place_of(reading: &Reading<'_>, found: &Found) -> Option<Place> {
    let post = &reading.posts[found.entity?];
    if let Some(tokens) = &post.organization {
        // A party is not what a seat or a ministry is of: "GOP Sen. Ann Lee".
        let words = reading.text.tokens[tokens.clone()].iter().map(|t| t.word);
        let party = reading.tables.organizations.longest(words).is_some_and(|(_, o)| o.kind == OrganizationKind::Party);
        if party && post.scope != PostScope::Any {
            return None;
        }
        return Some(Place::new(reading, tokens.clone()));
    }
    if post.of_generic {
        // "the Company" of a filing that names it nowhere in sight.
        return clauses::organization_in_focus(reading, found.first).or_else(|| generic_after(reading, post));
    }
    // "Northgate Bank, whose chairman is …"
    let tokens = &reading.text.tokens;
    if post.all.start >= 3 && tokens[post.all.start - 1].is(words::WHOSE) && tokens[post.all.start - 2].is(words::COMMA) {
        let (_, owner) = reading.mentions.covering(post.all.start - 3)?;
        let fits = matches!(owner.kind, Kind::Organization | Kind::Name | Kind::Place);
        return fits.then(|| Place::new(reading, owner.range()));
    }
    None
}

/// The capitalised "Company" after "of the", as the text has it.
fn generic_after(reading: &Reading<'_>, post: &Post) -> Option<Place> {
    let tokens = &reading.text.tokens;
    let at = (post.all.end..tokens.len().min(post.all.end + 4)).find(|&at| tokens[at].has(class::ORG_GENERIC) && tokens[at].is_capital())?;
    Some(Place { tokens: at..at + 1, entity: None })
}

/// "Sen. Ann Lee (R-Ohio)", "Rep. Omar Diaz, D-N.Y.": the state stands in the party tag.
fn party_state(reading: &Reading<'_>, post: &Post, holder: &Holder) -> Option<Place> {
    if post.scope != PostScope::Seat {
        return None;
    }
    let tokens = &reading.text.tokens;
    let open = tokens.get(holder.tokens.end)?;
    if !open.is_any(&[words::OPEN, words::COMMA]) {
        return None;
    }
    let tag = tokens.get(holder.tokens.end + 1)?;
    // "Sen. Ann Lee (Ohio)", "Rep. Omar Diaz, Pennsylvania Republican"
    if let Some(place) = reading.mentions.of_kind(holder.tokens.end + 1, Kind::Place) {
        let next = tokens.get(place.last);
        let closes = open.is(words::OPEN) && next.is_some_and(|t| t.is(words::CLOSE));
        let party = open.is(words::COMMA) && next.is_some_and(|t| t.has(class::PERSON_NOUN) && t.is_capital());
        return (closes || party).then(|| Place::new(reading, place.range()));
    }
    let word = &reading.text.source[tag.start as usize..tag.end as usize];
    let bytes = word.as_bytes();
    let tagged = bytes.len() > 3 && b"RDI".contains(&bytes[0]) && bytes[1] == b'-' && bytes[2].is_ascii_uppercase();
    tagged.then(|| Place { tokens: holder.tokens.end + 1..holder.tokens.end + 2, entity: None })
}

/// "Mayor Ann Lee of Port Ellery", "Rep. Omar Diaz of Ohio".
fn place_after_name(reading: &Reading<'_>, rule: &str, post: &Post, holder: &Holder) -> Option<Place> {
    let of = holder.tokens.end;
    if rule != "title-before-name" || post.scope == PostScope::Chamber || !reading.text.tokens.get(of)?.is(words::OF) {
        return None;
    }
    let (_, found) = reading.mentions.covering(of + 1)?;
    let fits = matches!(found.kind, Kind::Place | Kind::Organization | Kind::Name) && found.first == of + 1;
    fits.then(|| Place::new(reading, found.range()))
}

/// Whether two posts stand in one coordination: "chairman and chief executive", "president, treasurer and director".
fn are_coordinated(reading: &Reading<'_>, left: &Found, right: &Found) -> bool {
    let tokens = &reading.text.tokens;
    let post = &reading.posts[left.entity.unwrap_or_default()];
    let start = reading.posts[right.entity.unwrap_or_default()].all.start;
    let between = post.all.end.max(left.last)..start;
    if between.is_empty() || between.len() > 14 || between.start >= between.end {
        return false;
    }
    // Owners and tenures may stand between: "president from 2005 to 2008 and the bank's treasurer".
    let first_date = reading.dates.partition_point(|d| d.tokens.end <= between.start);
    let dated = |at: usize| reading.dates[first_date..].iter().take(3).any(|d| d.tokens.contains(&at));
    let mut joined = false;
    for at in between {
        let token = &tokens[at];
        if token.is_any(&[words::AND, words::COMMA, words::AMPERSAND, words::SLASH]) {
            joined = true;
        } else if token.has(class::FRAME_VERB) && !dated(at) {
            return false;
        } else {
            let owner = reading.mentions.covering(at).is_some_and(|(_, f)| matches!(f.kind, Kind::Organization | Kind::Place));
            let passes = token.has(class::DETERMINER.or(class::POSSESSIVE).or(class::ORG_GENERIC))
                || token.is_possessive()
                || owner
                || dated(at)
                || token.is_any(&[words::FROM, words::TO, words::SINCE, words::UNTIL, words::AS, words::IN]);
            if !passes {
                return false;
            }
        }
    }
    joined
}

// ---- the rules

fn holder(reading: &Reading<'_>, at: usize, status: Option<Status>) -> Option<Holder> {
    let person = reading.person_at(at)?;
    let tokens = reading.mentions.of_kind(at, Kind::Person).map_or(at..at + 1, Found::range);
    Some(Holder { person, tokens, status })
}

/// "Governor Ann Lee", "Sens. Ann Lee and Omar Diaz", "officials Ann Lee and Omar Diaz".
fn title_before_name(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let mut at = post.title.end;
    let is_name = |at: usize| reading.mentions.of_kind(at, Kind::Person).is_some_and(|f| f.first == at);
    if !is_name(at) && is_name(post.all.end) {
        at = post.all.end; // "ambassador to Libya Ann Lee"
    }
    if !is_name(at) && tokens.get(at).is_some_and(|t| t.has(class::HONORIFIC) && t.gap == Gap::Space) {
        at += 1;
    }
    let Some(found) = reading.mentions.of_kind(at, Kind::Person) else { return Vec::new() };
    if found.first != at || tokens[at].gap > Gap::Line || !post.before_name && found.last - found.first < 2 && !post.plural {
        return Vec::new();
    }
    // "the third retired general Lee has named": the name is the subject of a clause of its own.
    let predicate = post.all.start > 0
        && tokens[post.all.start - 1].has(class::DETERMINER)
        && tokens[post.title.start].shape == Shape::Lower
        && found.last - found.first == 1
        && tokens.get(found.last).is_some_and(|t| t.has(class::HAVE.or(class::MODAL)));
    if predicate {
        return Vec::new();
    }
    let mut holders = Vec::new();
    holders.extend(holder(reading, at, None));
    if post.plural {
        for person in clauses::conjuncts_after(reading, found.last, Kind::Person) {
            holders.extend(holder(reading, person.first, None));
        }
    }
    holders
}

/// The token before a post's noun phrase: articles, possessives and adjectives passed over.
fn before_phrase(reading: &Reading<'_>, post: &Post) -> Option<usize> {
    let tokens = &reading.text.tokens;
    let mut at = post.all.start;
    for _ in 0..6 {
        let before = at.checked_sub(1)?;
        let token = &tokens[before];
        if tokens[at].gap == Gap::Blank {
            return None;
        }
        if let Some((_, found)) = reading.mentions.covering(before) {
            let owner = tokens[at].is_possessive() || post.organization.as_ref().is_some_and(|o| o.start == found.first);
            let possessor = found.kind == Kind::Person && tokens[at].is_possessive();
            if matches!(found.kind, Kind::Organization | Kind::Place | Kind::Name) && owner || possessor {
                at = found.first;
                continue;
            }
            return Some(before);
        }
        let adjective = token.shape == Shape::Lower
            && token.has(class::COMMON)
            && !token.has(class::VERB.or(class::PREPOSITION).or(class::CONJUNCTION).or(class::BE).or(class::ADVERB).or(class::SUBORDINATOR));
        let owner = tokens[at].is_possessive() && token.is_word() || token.is(words::THEN);
        let adverb = token.has(class::ADVERB) && !token.has(class::PREPOSITION.or(class::CONJUNCTION).or(class::NEGATION).or(class::SUBORDINATOR));
        let longer = token.is(words::LONGER) && before > 0 && tokens[before - 1].is(words::NO);
        if token.has(class::DETERMINER.or(class::POSSESSIVE)) || token.is_possessive() || adjective || owner || longer || adverb {
            at = before;
        } else {
            return Some(before);
        }
    }
    None
}

/// "Ann Lee, 52, the chief executive of Acme, …"
fn apposition_after_name(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let Some(mut at) = before_phrase(reading, post) else { return Vec::new() };
    let open = &tokens[at];
    if !open.is_any(&[words::COMMA, words::OPEN, words::DASH, words::EM_DASH, words::EN_DASH, words::TWO_DASHES]) || at == 0 {
        return Vec::new();
    }
    // A verb straight after the post makes it the subject of a clause of its own: "to Lee, the chairman said …".
    if let Some(next) = tokens.get(post.all.end) {
        if next.has(class::BE.or(class::HAVE).or(class::MODAL).or(class::SAY)) && !next.is(words::S) {
            return Vec::new();
        }
    }
    let then = tokens[at..post.all.start].iter().any(|t| t.has(class::FORMERLY));
    at -= 1;
    // An age or a party tag may stand between: ", 52," or ", D-Ohio,".
    if tokens[at].shape == Shape::Number || is_party_tag(reading, at) {
        if at >= 2 && tokens[at - 1].is_any(&[words::COMMA, words::OPEN]) {
            at -= 2;
        }
    } else if tokens[at].is(words::CLOSE) && at >= 3 && tokens[at - 2].is(words::OPEN) {
        at -= 3;
    }
    holder(reading, at, then.then_some(Status::Former)).filter(|h| reading.mentions.of_kind(h.tokens.start, Kind::Person).is_some()).into_iter().collect()
}

fn is_party_tag(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.text.tokens[at];
    reading.text.source[token.start as usize..token.end as usize].as_bytes().get(1) == Some(&b'-')
}

/// "The company's chairman, Omar Diaz, …"
fn name_after_description(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let comma = post.all.end;
    if !tokens.get(comma).is_some_and(|t| t.is_any(&[words::COMMA, words::COLON])) {
        return Vec::new();
    }
    let owned = post.organization.is_some() || post.of_generic || post.all.start > 0 && (tokens[post.all.start - 1].has(class::DETERMINER.or(class::POSSESSIVE)) || tokens[post.all.start - 1].is_possessive());
    let mut name = comma + 1;
    if tokens.get(name).is_some_and(|t| t.has(class::HONORIFIC)) {
        name += 1;
    }
    let Some(found) = reading.mentions.of_kind(name, Kind::Person) else { return Vec::new() };
    let closes = tokens.get(found.last).is_none_or(|t| {
        t.is_any(&[words::COMMA, words::STOP, words::SEMICOLON, words::CLOSE, words::QUOTE, words::EM_DASH, words::TWO_DASHES, words::OPEN]) || t.gap == Gap::Blank
    });
    if !owned || !closes || post.plural {
        return Vec::new();
    }
    holder(reading, name, None).into_iter().collect()
}

/// "Ann Lee is the chairman", "she has been treasurer since 2019", "he was chairman".
fn copula(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let Some(verb) = before_phrase(reading, post) else { return Vec::new() };
    let token = &tokens[verb];
    if !token.has(class::BE) {
        return Vec::new();
    }
    let group = clauses::verb_group(reading, verb);
    let being = reading.tables.spelling(token.word) == "being";
    if group.negated || group.conditional || group.infinitive || being {
        return Vec::new();
    }
    let no_longer = tokens[verb..post.all.start].windows(2).any(|w| w[0].is(words::NO) && w[1].is_word());
    let had = tokens[group.first..verb].iter().any(|t| t.is(words::HAD));
    let status = match () {
        () if no_longer || had || tokens[verb..post.all.start].iter().any(|t| t.has(class::FORMERLY)) => Some(Status::Former),
        () if group.future => Some(Status::Incoming),
        () if token.is(words::WAS) => Some(Status::Former),
        () => None,
    };
    clauses::subject(reading, &group).into_iter().filter_map(|at| holder(reading, at, status)).collect()
}

/// "served as treasurer", "works as an analyst at Acme", "remains chairman".
fn serves_as(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let Some(mut at) = before_phrase(reading, post) else { return Vec::new() };
    if tokens[at].is(words::AS) {
        let Some(before) = at.checked_sub(1) else { return Vec::new() };
        at = before;
        // "served two years as", "has long served as"
        let mut gap = 0;
        while at > 0 && gap < 4 && !tokens[at].has(class::FRAME_VERB) && (tokens[at].has(class::ADVERB.or(class::TIME_UNIT).or(class::NUMBER_WORD).or(class::DETERMINER)) || tokens[at].shape == Shape::Number) {
            at -= 1;
            gap += 1;
        }
    }
    if !tokens[at].has(class::FRAME_VERB) {
        return Vec::new();
    }
    let Some(verb) = reading.tables.verb_form(tokens[at].word) else { return Vec::new() };
    let holds = reading.tables.frames_of(verb.lemma).any(|f| f.event == FrameEvent::Hold && f.rest.is_empty() && !f.object_is_organization);
    if !holds {
        return Vec::new();
    }
    let group = clauses::verb_group(reading, at);
    if group.negated || group.conditional {
        return Vec::new();
    }
    let status = match () {
        () if group.future => Some(Status::Incoming),
        () if verb.form.has(Form::PAST) && !group.perfect => Some(Status::Former),
        () => None,
    };
    clauses::subject(reading, &group).into_iter().filter_map(|at| holder(reading, at, status)).collect()
}

/// "As chairman, Ann Lee …"
fn as_post(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let Some(at) = before_phrase(reading, post) else { return Vec::new() };
    if !tokens[at].is(words::AS) || !tokens.get(post.all.end).is_some_and(|t| t.is(words::COMMA)) {
        return Vec::new();
    }
    let starts = at == 0 || reading.text.sentences[reading.sentence_of(at)].first == at;
    if !starts {
        return Vec::new();
    }
    holder(reading, post.all.end + 1, None).into_iter().collect()
}

/// "The chairman is Omar Diaz", "whose chairman is Omar Diaz".
fn post_is_name(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let verb = post.all.end;
    let definite = post.all.start > 0
        && (tokens[post.all.start - 1].is_any(&[words::THE, words::WHOSE, words::ITS]) || tokens[post.all.start - 1].is_possessive());
    if !definite || post.plural || !tokens.get(verb).is_some_and(|t| t.has(class::BE)) {
        return Vec::new();
    }
    let status = tokens[verb].is(words::WAS).then_some(Status::Former);
    let name = reading.mentions.of_kind(verb + 1, Kind::Person).filter(|f| f.first == verb + 1);
    name.and_then(|found| holder(reading, found.first, status)).into_iter().collect()
}

/// "Ann Lee's tenure as chairman", "his work as treasurer".
fn tenure_as(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let Some(at) = before_phrase(reading, post).filter(|&at| tokens[at].is(words::AS) && at > 0) else { return Vec::new() };
    let noun = &tokens[at - 1];
    if !noun.has(class::TENURE) {
        return Vec::new();
    }
    let status = noun.has(class::FORMERLY).then_some(Status::Former);
    let owner = super::change::possessor_before(reading, at - 1);
    owner.and_then(|owner| holder(reading, owner, status)).into_iter().collect()
}

/// "Ann Lee has held several posts at Acme, including treasurer and general counsel".
fn positions_including(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let Some(mut at) = before_phrase(reading, post) else { return Vec::new() };
    if tokens[at].is(words::AS) && at > 0 {
        at -= 1;
    }
    if !tokens[at].is(words::INCLUDING) {
        return Vec::new();
    }
    let start = reading.text.sentences[reading.sentence_of(at)].first;
    let held = |&i: &usize| {
        let verb = reading.tables.verb_form(tokens[i].word);
        verb.is_some_and(|v| reading.tables.spelling(v.lemma) == "hold") && clauses::is_verb(reading, i)
    };
    let Some(verb) = (start..at).rev().take(30).find(held) else { return Vec::new() };
    let group = clauses::verb_group(reading, verb);
    clauses::subject(reading, &group).into_iter().filter_map(|at| holder(reading, at, Some(Status::Former))).collect()
}
