//! Roles: who holds a post, by the shapes of `rules`; coordinated posts share holder and organisation.

mod board;
mod career;
mod description;
mod houses;
mod incumbent;
mod lines;
mod rules;
mod seated;
mod states;
mod tenure;

use super::draft::{Place, RoleDraft};
use super::geography;
use super::listing::label;
use super::seat::owner_noun;
use crate::clauses;
use crate::lexicon::{Form, FrameEvent, OrganizationKind, PostKind, PostScope, class, words};
use crate::mentions::{Found, Kind, Post, unit_at};
use crate::reading::Reading;
use crate::record::Status;
use crate::text::{Gap, Shape, Token};
pub(crate) use houses::noun_in_title;
use houses::{EMPLOYED, employer, is_local_profession, is_of_a_people, programme, serves_holder, where_at};
pub(crate) use incumbent::{formers, incumbents};
pub(crate) use rules::RULES;
use rules::{Holder, Rule, holder};
pub(crate) use seated::{one_seat, seats};
use states::party_state;
pub(crate) use states::states;
use tenure::{is_long_ago, tenure};

/// The roles that shapes give, in text order.
pub(crate) fn recognize(reading: &Reading<'_>) -> Vec<RoleDraft> {
    let mut drafts: Vec<RoleDraft> = Vec::new();
    let posts: Vec<&Found> = reading.mentions.list.iter().filter(|f| f.kind == Kind::Post).collect();
    let in_one_sentence = |a: &&Found, b: &&Found| reading.sentence_of(a.first) == reading.sentence_of(b.first);
    for posts in posts.chunk_by(in_one_sentence) {
        let mut holders: Vec<Option<(usize, Vec<Holder>)>> = Vec::with_capacity(posts.len());
        for found in posts {
            let post = &reading.posts[found.entity.unwrap_or_default()];
            // "the governor's sister", "Governor Dean's aide" are about somebody else; "the director of Acme's research arm"
            // is not.
            let bare = post.title.end == post.all.end;
            let named = reading.text.tokens.get(post.all.end).is_some_and(|t| t.is_capital() && t.gap == Gap::Space)
                && reading.mentions.of_kind(post.all.end, Kind::Person).is_none();
            let owner = post.all.end + usize::from(named && post.before_name);
            if bare && reading.text.tokens.get(owner).is_some_and(Token::is_possessive) {
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
        // "the committee's chairman, Rep. Ann Lee": no committee seats a representative.
        let is_seat = |i: usize| reading.posts[posts[i].entity.unwrap_or_default()].scope == PostScope::Seat;
        let seats = |i: usize| is_seat(i) != is_seat(i - 1);
        // "Lee, an official in the Diaz administration, and treasurer Omar Diaz": another's post is of what stands before both.
        let others = |i: usize, place: &Option<Place>, holders: &[Option<(usize, Vec<Holder>)>]| {
            let person = |i: usize| holders[i].as_ref().and_then(|(_, h)| h.first()).map(|h| h.person);
            let post = &reading.posts[posts[i - 1].entity.unwrap_or_default()];
            let after = place.as_ref().is_some_and(|p| p.tokens.start >= post.title.end);
            after && person(i - 1).is_some() && person(i).is_some() && person(i - 1) != person(i)
        };
        let mut places: Vec<Option<Place>> = posts.iter().map(|f| place_of(reading, f)).collect();
        // "the former chairman and chief executive of Acme" was both.
        let mut over: Vec<bool> = posts.iter().map(|f| reading.posts[f.entity.unwrap_or_default()].former).collect();
        for i in 1..posts.len() {
            if are_coordinated(reading, posts[i - 1], posts[i]) {
                let one = places[i].is_none() || places[i - 1].is_none();
                // Not "Lee, the former chief and President Diaz's aide".
                let whose = |i: usize| holders[i].as_ref().and_then(|(_, h)| h.first()).map(|h| h.person);
                let apart = whose(i - 1).is_some() && whose(i).is_some() && whose(i - 1) != whose(i);
                over[i] |= over[i - 1] && one && !apart && shares_status(reading, posts[i - 1], posts[i]);
                // Not "Lee, chairman of the Port Board and Harbor Board members met".
                let several = reading.posts[posts[i].entity.unwrap_or_default()].plural;
                if holders[i].is_none() && (!several || holders[i - 1].as_ref().is_some_and(|(_, h)| h.len() > 1)) {
                    holders[i] = holders[i - 1].clone();
                }
                // "an Acme analyst and former aide to President Diaz"
                let serves = reading.posts[posts[i].entity.unwrap_or_default()].all.end;
                let serves = reading.text.tokens.get(serves).is_some_and(|t| t.is(words::TO));
                // "president of the company and chairman and director of its Ohio unit": the second goes with the third.
                let behind = |i: usize| {
                    let end = reading.posts[posts[i].entity.unwrap_or_default()].title.end;
                    places[i].as_ref().is_some_and(|p| p.tokens.start >= end)
                };
                let last = i + 1 < posts.len() && are_coordinated(reading, posts[i], posts[i + 1]) && behind(i + 1);
                let with_next =
                    last && (behind(i - 1) || reading.posts[posts[i - 1].entity.unwrap_or_default()].of_generic);
                // "Acme officials and his lawyer Omar Diaz": the house of several is not that of one who runs no company.
                let post = |i: usize| &reading.posts[posts[i].entity.unwrap_or_default()];
                let several = post(i - 1).plural
                    && !post(i).plural
                    && !matches!(post(i).kind, PostKind::Executive | PostKind::Finance)
                    && post(i - 1).kind != post(i).kind;
                let ends = several || ends_list(reading, posts[i - 1], posts[i]);
                let apart = is_of_a_town(reading, &places[i - 1], posts[i - 1], posts[i]);
                if places[i].is_none()
                    && !seats(i)
                    && !serves
                    && !with_next
                    && !ends
                    && !apart
                    && !others(i, &places[i - 1], &holders)
                {
                    places[i] = places[i - 1].clone();
                }
            }
        }
        for i in (1..posts.len()).rev() {
            if are_coordinated(reading, posts[i - 1], posts[i]) {
                let ends = ends_clause(reading, posts[i - 1], posts[i]) || ends_list(reading, posts[i - 1], posts[i]);
                // "officials and his former coach Omar Diaz", "party leaders and President Lee": one man is not several.
                let post = |i: usize| &reading.posts[posts[i].entity.unwrap_or_default()];
                let several = post(i - 1).plural && !post(i).plural;
                // "a spokesman for Lee, the lead manager,": nobody speaks for himself.
                let served = post(i - 1).organization.as_ref();
                let served =
                    served.and_then(|o| reading.mentions.of_kind(o.start, Kind::Person)).and_then(|f| f.entity);
                let own =
                    served.is_some() && served == holders[i].as_ref().and_then(|(_, h)| h.first()).map(|h| h.person);
                if holders[i - 1].is_none() && !ends && !several && !own {
                    holders[i - 1] = holders[i].clone();
                }
                // Not "treasurer of the company and president of Acme".
                let own = reading.posts[posts[i - 1].entity.unwrap_or_default()].of_generic;
                let apart = is_of_a_town(reading, &places[i], posts[i], posts[i - 1]);
                if places[i - 1].is_none() && !seats(i) && !own && !apart {
                    places[i - 1] = places[i].clone();
                }
            }
        }
        for (((found, holders), place), over) in posts.iter().zip(holders).zip(places).zip(over) {
            let Some((rule, holders)) = holders else { continue };
            let post = &reading.posts[found.entity.unwrap_or_default()];
            let titled =
                RULES[rule].name == "title-before-name" && matches!(post.kind, PostKind::Staff | PostKind::Executive);
            let own = post.organization.is_some() || post.of_generic;
            let employed = EMPLOYED.contains(&RULES[rule].name);
            let told = employed || RULES[rule].name == "copula";
            let employer = told
                .then(|| where_at(reading, post))
                .flatten()
                .or_else(|| employed.then(|| employer(reading, post)).flatten());
            for mut holder in holders {
                holder.status = holder.status.or(over.then_some(Status::Former));
                let place = employer
                    .clone()
                    .filter(|_| !own)
                    .or_else(|| place.clone())
                    .or_else(|| party_state(reading, post, &holder))
                    .or_else(|| place_after_name(reading, RULES[rule].name, post, &holder))
                    .or_else(|| label(reading, RULES[rule].name, post.title.start))
                    .or_else(|| lines::after_comma(reading, RULES[rule].name, post))
                    .or_else(|| programme(reading, RULES[rule].name, post, &holder));
                let house = post.title.clone().rev().skip(1).any(|at| reading.text.tokens[at].has(class::ORG_GENERIC));
                let bank = house && post.kind == PostKind::Finance && RULES[rule].name == "title-before-name";
                let names = || noun_in_title(reading, &post.title).is_some();
                let known = titled || serves_holder(reading, post) || bank || names();
                let nameless = post.weak && !known || RULES[rule].name == "copula" && is_praise(reading, post);
                if nameless && place.is_none() || is_of_a_people(reading, post) || is_local_profession(reading, post) {
                    continue;
                }
                drafts.push(draft(reading, post, &RULES[rule], holder, place));
            }
        }
    }
    leads(reading, &mut drafts);
    board::seats_on_boards(reading, &mut drafts);
    drafts.sort_by_key(|draft| draft.evidence.start);
    drafts
}

/// "foreign secretary, mayor of London and treasurer": the town is the mayor's alone.
fn is_of_a_town(reading: &Reading<'_>, place: &Option<Place>, local: &Found, other: &Found) -> bool {
    let scope = |found: &Found| reading.posts[found.entity.unwrap_or_default()].scope;
    let town = |place: &Place| {
        geography::is_local(reading, place.tokens.start) && !geography::is_state(reading, place.tokens.start)
    };
    scope(local) == PostScope::Local && scope(other) != PostScope::Local && place.as_ref().is_some_and(town)
}

/// "is a proven leader", "has been a director": what somebody is like, not which post it is.
fn is_praise(reading: &Reading<'_>, post: &Post) -> bool {
    const DESCRIBED: usize = 4; // "a strong and able"
    let tokens = &reading.text.tokens;
    let plain = post.kind == PostKind::Executive && post.title.len() == 1 && post.organization.is_none();
    let lead =
        (post.all.start.saturating_sub(DESCRIBED)..=post.all.start).rev().find(|&at| tokens[at].has(class::DETERMINER));
    plain && lead.is_some_and(|at| tokens[at].is_any(&[words::A, words::AN]))
}

/// Whether a title stands so close behind "and" that what is said of the first is said of it: "former chairman and chief
/// executive", not "former chairman and the current mayor", "former aide and author".
fn shares_status(reading: &Reading<'_>, left: &Found, right: &Found) -> bool {
    let post = |found: &Found| &reading.posts[found.entity.unwrap_or_default()];
    let (first, second) = (post(left), post(right));
    let bare = second.all.start == second.title.start && right.first == second.title.start;
    bare && !second.weak && first.all.end.max(left.last) + 1 == right.first
}

/// Whether a comma alone parts two plurals: "against officials, attorneys Ann Lee and Omar Diaz argue".
fn ends_list(reading: &Reading<'_>, left: &Found, right: &Found) -> bool {
    let post = |found: &Found| &reading.posts[found.entity.unwrap_or_default()];
    let (first, second) = (post(left), post(right));
    first.plural
        && second.plural
        && first.all.end + 1 == second.all.start
        && reading.text.tokens[first.all.end].is(words::COMMA)
}

/// Whether a comma between two posts ends a clause: "asked to stay on as treasurer, President Lee declined", "the party's
/// nominee for treasurer, Senator Lee".
fn ends_clause(reading: &Reading<'_>, left: &Found, right: &Found) -> bool {
    let tokens = &reading.text.tokens;
    let title = |found: &Found| reading.posts[found.entity.unwrap_or_default()].all.clone();
    let (left, right) = (title(left), title(right));
    let sentence = reading.text.sentences[reading.sentence_of(left.start)].first;
    // "As chairman, President Lee signs first": the two are one person's.
    // "Lee was named treasurer of Acme, chairman Omar Diaz said": who tells it holds the title before his name alone.
    let named = reading.mentions.of_kind(right.end, Kind::Person).filter(|f| f.first == right.end);
    let tells = named.is_some_and(|f| tokens.get(f.last).is_some_and(|t| t.has(class::SAY)));
    if tells && left.end + 1 == right.start && tokens[left.end].is(words::COMMA) {
        return true;
    }
    // "Diaz will become chairman, and president Ann Lee will retire": a verb made the first somebody's.
    let acts =
        named.is_some_and(|f| tokens.get(f.last).is_some_and(|t| t.has(class::BE.or(class::HAVE).or(class::MODAL))));
    let taken =
        left.start > 0 && tokens[left.start - 1].has(class::FRAME_VERB) && clauses::is_verb(reading, left.start - 1);
    if acts && taken && left.end + 2 == right.start && tokens[left.end].is(words::COMMA) {
        return true;
    }
    // "hired Ann Lee as his new treasurer and pollster Omar Diaz as manager": each with what he becomes.
    let becomes = named.is_some_and(|f| tokens.get(f.last).is_some_and(|t| t.is(words::AS)));
    let made = (sentence..left.start).rev().take(4).any(|at| tokens[at].is(words::AS));
    if becomes && made && left.end + 1 == right.start && tokens[left.end].is(words::AND) {
        return true;
    }
    let role = (sentence + 1..left.start).rev().find(|&at| !tokens[at].has(class::DETERMINER.or(class::POSSESSIVE)));
    role.is_some_and(|at| tokens[at].is_any(&[words::AS, words::FOR]))
        && left.end + 1 == right.start
        && tokens[left.end].is(words::COMMA)
        && tokens[left.end - 1].shape == Shape::Lower
        && tokens[right.start].is_capital()
}

/// "Ann Lee chairs the Harbor Commission", "who has led Acme since 2014": the verb stands for the post.
fn leads(reading: &Reading<'_>, drafts: &mut Vec<RoleDraft>) {
    let told = reading.text.sentences.iter().filter(|sentence| sentence.classes.has(class::FRAME_LEADS));
    for at in told.flat_map(|sentence| sentence.range()) {
        let token = &reading.text.tokens[at];
        if !token.has(class::FRAME_LEADS) {
            continue;
        }
        if !clauses::is_verb(reading, at) {
            continue;
        }
        let Some(verb) = reading.tables.verb_form(token.word) else { continue };
        let mut frames = reading.tables.frames_of(verb.lemma);
        if !frames.any(|f| f.event == FrameEvent::Hold && f.title.is_some()) {
            continue;
        }
        // "heads the Harbor Board", "heads Acme's retail unit", "heads the planning department"
        let unit = || unit_at(&reading.text, reading.tables, &reading.mentions, at + 1);
        let (place, unit) = match (clauses::object(reading, at), unit()) {
            (_, Some(unit)) => (unit.start, Some(unit)),
            (Some(clauses::Object::Organization(place)), None) => (place, None),
            _ => continue,
        };
        let group = clauses::verb_group(reading, at);
        if group.passive || group.negated || group.conditional || group.infinitive || group.gerund {
            continue;
        }
        let named = || reading.mentions.covering(place).map_or(place..place + 1, |(_, f)| f.range());
        let tokens = unit.unwrap_or_else(named);
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
                keeps: false,
                since,
                until,
                rule: "leads-organization",
            });
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
    // "worked for former President Lee from 2006": no tenure of his.
    let titled = holder.tokens.start == post.title.end;
    let (since, until) = if titled { (None, None) } else { tenure(reading, post.all.end.max(holder.tokens.end)) };
    let long_ago = rule.name == "title-before-name" && is_long_ago(reading, post, &holder);
    let over = long_ago || until.is_some_and(|date| reading.published.is_none_or(|published| date <= published));
    let status = if over && status == Status::Current { Status::Former } else { status };
    // "Ann Lee ran. The former governor said so": the sentence with the post tells it.
    let here = reading.sentence_of(holder.tokens.start) == reading.sentence_of(post.all.start);
    let evidence = match here {
        true => post.all.start.min(holder.tokens.start)..post.all.end.max(holder.tokens.end),
        false => post.all.clone(),
    };
    RoleDraft {
        person: holder.person,
        person_tokens: holder.tokens,
        post: post.title.clone(),
        kind: post.kind,
        place,
        status,
        acting: post.acting,
        keeps: holder.keeps,
        since,
        until,
        evidence,
        rule: rule.name,
    }
}

/// What a post is of: its complement or prefix, else the field in its title ("Defense Secretary").
fn place_of(reading: &Reading<'_>, found: &Found) -> Option<Place> {
    let post = &reading.posts[found.entity?];
    if let Some(tokens) = &post.organization {
        // A party is not what a seat or a ministry is of: "GOP Sen. Ann Lee".
        let words = reading.text.tokens[tokens.clone()].iter().map(|t| t.word);
        let party = reading.tables.organizations.longest(words).is_some_and(|(_, o)| o.kind == OrganizationKind::Party);
        if party && !matches!(post.scope, PostScope::Any | PostScope::Company) {
            return None;
        }
        return Some(Place::new(reading, tokens.clone()));
    }
    if post.of_generic {
        // "the Company" of a filing that names it nowhere in sight.
        let noun = owner_noun(reading, post).min(found.first);
        return clauses::organization_in_focus(reading, noun).or_else(|| generic_after(reading, post));
    }
    // "Northgate Bank, whose chairman is …"
    let tokens = &reading.text.tokens;
    if post.all.start >= 3 && tokens[post.all.start - 1].is(words::WHOSE) && tokens[post.all.start - 2].is(words::COMMA)
    {
        let (_, owner) = reading.mentions.covering(post.all.start - 3)?;
        let fits = matches!(owner.kind, Kind::Organization | Kind::Name | Kind::Place);
        return fits.then(|| Place::new(reading, owner.range()));
    }
    listed_house(reading, post).or_else(|| described(reading, post.all.end))
}

/// "Ann Lee, treasurer, Acme Corp, …", "Ann Lee (treasurer, Acme Corp)": commas alone part a name, a title and what it is of.
fn listed_house(reading: &Reading<'_>, post: &Post) -> Option<Place> {
    let tokens = &reading.text.tokens;
    let lead = post.all.start.checked_sub(1)?;
    let name = lead.checked_sub(1)?;
    if !tokens[lead].is_any(&[words::COMMA, words::OPEN]) || !tokens.get(post.all.end)?.is(words::COMMA) || post.plural
    {
        return None;
    }
    reading.mentions.of_kind(name, Kind::Person)?;
    let first = post.all.end + 1 + usize::from(tokens.get(post.all.end + 1)?.is(words::THE));
    let house = reading.mentions.of_kind(first, Kind::Organization).filter(|f| f.first == first)?;
    let closes = tokens
        .get(house.last)
        .is_none_or(|t| t.is_any(&[words::COMMA, words::CLOSE, words::SEMICOLON, words::STOP]) || t.gap > Gap::Space);
    closes.then(|| Place::new(reading, house.range()))
}

/// "head of giant chip maker Acme", "president of the 20,000-member Carriers Union", "chairman of President Lee's Council of
/// Advisers": words that describe stand between a title and what it is of.
fn described(reading: &Reading<'_>, end: usize) -> Option<Place> {
    const REACH: usize = 8; // tokens: article, number, adjectives, a noun
    let tokens = &reading.text.tokens;
    tokens.get(end).filter(|t| t.is_any(&[words::OF, words::AT, words::WITH]))?;
    let sentence = reading.text.sentences[reading.sentence_of(end)];
    let mut at = end + 1;
    while at < sentence.last.min(end + REACH) {
        let token = &tokens[at];
        if let Some((_, found)) = reading.mentions.covering(at) {
            match found.kind {
                Kind::Organization => return Some(Place::new(reading, found.range())),
                // The possessor of a council.
                Kind::Person if tokens.get(found.last).is_some_and(Token::is_possessive) => at = found.last + 1,
                Kind::Post
                    if found.last < sentence.last && reading.mentions.of_kind(found.last, Kind::Person).is_some() =>
                {
                    at = found.last;
                }
                _ => return None,
            }
            continue;
        }
        let describes = token.has(class::DETERMINER)
            || token.is_word() && token.shape == Shape::Lower && !token.has(class::GRAMMAR)
            || token.shape == Shape::Number
            || token.is(words::DASH);
        if !describes || clauses::is_verb(reading, at) {
            return None;
        }
        at += 1;
    }
    None
}

/// The capitalised "Company" after "of the", as the text has it.
fn generic_after(reading: &Reading<'_>, post: &Post) -> Option<Place> {
    let tokens = &reading.text.tokens;
    let at = (post.all.end..tokens.len().min(post.all.end + 4))
        .find(|&at| tokens[at].has(class::ORG_GENERIC) && tokens[at].is_capital())?;
    Some(Place { tokens: at..at + 1, entity: None })
}

/// "Mayor Ann Lee of Port Ellery", "Rep. Omar Diaz of Ohio".
fn place_after_name(reading: &Reading<'_>, rule: &str, post: &Post, holder: &Holder) -> Option<Place> {
    let of = holder.tokens.end;
    // "two congressmen, Ann Lee of Ohio and Omar Diaz of Maine"
    // "a fellow governor, Ann Lee of Ohio,"
    let seat = matches!(post.scope, PostScope::Seat | PostScope::Local);
    let introduces =
        matches!(rule, "title-before-name" | "such-as") || rule == "name-after-description" && (post.plural || seat);
    if !introduces || post.scope == PostScope::Chamber {
        return None;
    }
    let lead = reading.text.tokens.get(of)?;
    // "Sen. Ann Lee from Ohio"
    if lead.is(words::FROM) && post.scope == PostScope::Seat {
        let state = reading.mentions.of_kind(of + 1, Kind::Place).filter(|p| p.first == of + 1)?;
        return Some(Place::new(reading, state.range()));
    }
    // "economist Ann Lee of the Harbor Institute"
    let name = of + 1 + usize::from(reading.text.tokens.get(of + 1)?.is(words::THE));
    let (_, found) = reading.mentions.covering(name).filter(|(_, found)| found.first == name)?;
    let fits = if lead.is(words::OF) {
        // "Mayor Ann Lee of Port Ellery", "President Omar Diaz of Ghana"; not "chairman Omar Diaz of Ghana", nor
        // "Professor Ann Lee of the Swiss research group".
        let private =
            matches!(post.kind, PostKind::Executive | PostKind::Finance | PostKind::Academic | PostKind::Media)
                && !reading.text.tokens[post.title.end - 1].is_any(&[words::PRESIDENT, words::PRESIDENTS]);
        match found.kind {
            Kind::Place => !private,
            // Not "Prime Minister Ann Lee of the Conservatives".
            Kind::Organization => {
                let words = reading.text.tokens[found.range()].iter().map(|t| t.word);
                let known = reading.tables.organizations.longest(words);
                let civic = matches!(post.scope, PostScope::Seat | PostScope::Local | PostScope::National);
                !civic || known.is_none_or(|(_, known)| known.kind != OrganizationKind::Party)
            }
            Kind::Name => true,
            // "analyst Ann Lee of Merton Harlow": a firm that bears names.
            Kind::Person => {
                let owner = reading.text.tokens.get(found.last).is_some_and(Token::is_possessive);
                let employed = matches!(post.kind, PostKind::Finance | PostKind::Staff | PostKind::Legal);
                employed && post.weak && found.range().len() > 1 && !owner
            }
            Kind::Post => false,
        }
    } else {
        // "analyst Ann Lee at Acme Corp", "told host Ann Lee on CNN"; not "at Acme's town hall", "at the Acme dinner".
        let works = lead.is_any(&[words::AT, words::WITH]) || lead.is(words::ON) && post.kind == PostKind::Media;
        let goes_on = |t: &Token| {
            let noun = t.shape == Shape::Lower && t.has(class::COMMON) && !t.has(class::GRAMMAR.or(class::VERB));
            // "on Harbor TV's morning show"
            t.is_possessive() && !lead.is(words::ON) || noun
        };
        let whole = !reading.text.tokens.get(found.last).is_some_and(goes_on);
        post.weak && works && whole && found.kind == Kind::Organization && post.kind != PostKind::Royal
    };
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
    // "served as president until 2013, as treasurer"
    let listed = tokens[post.all.start.saturating_sub(2)..post.all.start].iter().any(|t| t.is(words::AS));
    // "named Lee, formerly president of Acme, vice chairman": the comma closes what he was.
    let was = (post.all.start.saturating_sub(2)..post.all.start).any(|at| tokens[at].has(class::FORMERLY));
    let own = post.organization.as_ref().is_some_and(|o| o.start >= post.title.end);
    if was && own && between.len() == 1 && tokens[between.start].is(words::COMMA) {
        return false;
    }
    let mut joined = false;
    let between_first = between.start;
    for at in between {
        let token = &tokens[at];
        if token.is_any(&[words::AND, words::COMMA, words::AMPERSAND, words::SLASH]) {
            joined = true;
        } else if token.has(class::FRAME_VERB) && !dated(at) {
            return false;
        } else {
            let owner =
                reading.mentions.covering(at).is_some_and(|(_, f)| matches!(f.kind, Kind::Organization | Kind::Place));
            let passes = token.has(class::DETERMINER.or(class::POSSESSIVE).or(class::ORG_GENERIC))
                || token.is_possessive()
                || owner
                || dated(at)
                || token.is(words::WELL)
                || token.is_any(&[words::FROM, words::TO, words::SINCE, words::UNTIL, words::AS, words::IN])
                // "president of the company and chairman of its Ohio unit"
                || token.is_any(&[words::OF, words::FOR, words::AT]) && at == between_first
                // "of the holding company"
                || token.has(class::GERUND) && tokens[at + 1].has(class::ORG_GENERIC);
            // "named Lee, formerly treasurer, as chairman": the second is what the verb makes of him.
            let well = [at - 1, at + 1].iter().any(|&i| tokens[i].is(words::WELL));
            let apart = token.is(words::AS) && tokens[at - 1].is(words::COMMA) && !well && !listed;
            if apart || !passes {
                return false;
            }
        }
    }
    joined
}
