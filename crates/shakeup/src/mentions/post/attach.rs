//! What a post is of: "president of Acme", "Acme's chairman", "the French president".

use super::super::{Found, Kind, Mentions};
use super::field::{describes_field, field_after_name, field_by_place, past_function};
use super::unit::{is_named_behind, past_articles, unnamed_body, unnamed_unit, with_unit};
use super::{Post, is_adjective, says_change};
use crate::lexicon::{
    Form, ModifierKind, OrganizationKind, PlaceKind, PostKind, PostScope, Tables, WordId, class, words,
};
use crate::text::{Gap, Shape, Text, Token};

/// Finds, for every post, the organisation or place that it is of.
pub(in crate::mentions) fn attach(text: &Text<'_>, tables: &Tables, mentions: &Mentions, posts: &mut [Post]) {
    for found in mentions.list.iter().filter(|f| f.kind == Kind::Post) {
        let Some(index) = found.entity else { continue };
        let post = &mut posts[index];
        // "the US envoy to Ukraine" is of Ukraine.
        let envoy = post.kind == PostKind::Diplomatic && text.tokens.get(post.all.end).is_some_and(|t| t.is(words::TO));
        // "the Ellery Courier's White House correspondent": the house inside is what he writes of.
        let beat = post.organization.clone().filter(|o| post.kind == PostKind::Media && o.end < post.all.end);
        if let Some(beat) = beat {
            post.organization = None;
            if !after(text, tables, mentions, post) {
                before(text, tables, mentions, post);
            }
            match post.organization.is_some() || post.of_generic {
                true => post.title.start = post.title.start.min(beat.start),
                false => post.organization = Some(beat),
            }
        } else if envoy {
            before(text, tables, mentions, post);
            after(text, tables, mentions, post);
        } else if post.organization.is_none() && (!after(text, tables, mentions, post) || is_site(text, mentions, post))
        {
            before(text, tables, mentions, post);
        }
        post.acting |= held_for_now(&text.tokens, tables, post.all.end);
    }
}

/// "treasurer of Acme on an interim basis", "director in an acting capacity".
fn held_for_now(tokens: &[Token], tables: &Tables, at: usize) -> bool {
    let phrase = super::phrase(tokens, at, tokens.len(), class::MODIFIER_START);
    phrase
        .and_then(|ids| tables.modifiers.longest(ids))
        .is_some_and(|(length, kind)| length > 1 && *kind == ModifierKind::Acting)
}

/// "Acme general manager at Lowell", "Acme director for Asia": what stands behind is only where, as the organisation stands before.
fn is_site(text: &Text<'_>, mentions: &Mentions, post: &Post) -> bool {
    let owner = post.all.start.checked_sub(1).and_then(|at| mentions.of_kind(at, Kind::Organization));
    let lead = &text.tokens[post.title.end];
    // "the bank's regional director in Dunmore"
    let owned = post.all.start >= 3 && {
        let [article, noun, mark] = &text.tokens[post.all.start - 3..post.all.start] else { return false };
        article.is(words::THE) && noun.has(class::ORG_GENERIC) && !noun.has(class::JURISDICTION) && mark.is_possessive()
    };
    let place = post.organization.as_ref().and_then(|o| mentions.covering(o.start));
    (owned || owner.is_some_and(|owner| owner.last == post.all.start))
        && text.tokens[post.all.start].gap == Gap::Space
        && lead.is_any(&[words::AT, words::IN, words::FOR])
        && place.is_some_and(|(_, f)| matches!(f.kind, Kind::Place | Kind::Name))
}

/// What tie a post to what it is of.
const LEADS: [WordId; 8] =
    [words::OF, words::FOR, words::TO, words::AT, words::IN, words::WITH, words::ON, words::FROM];

/// How many words may stand between a post and what it is of: "of the powerful House panel", "of mobile security at Acme".
const REACH: usize = 8;

/// "president of Acme", "spokesman for the Pentagon", "ambassador to China", "economist at ING".
fn after(text: &Text<'_>, tables: &Tables, mentions: &Mentions, post: &mut Post) -> bool {
    let tokens = &text.tokens;
    let mut start = post.all.end;
    // "director of equity" + "trading at Acme"
    let goes_on = |at: usize| tokens.get(at).is_some_and(|t| t.is_any(&LEADS));
    if post.title.len() > 1
        && !goes_on(start)
        && start + 1 < tokens.len()
        && is_between(tokens, tables, start)
        && goes_on(start + 1)
    {
        start += 1;
    }
    // "director of research" + "and economics at Acme"
    let field = |at: usize| {
        tokens.get(at).is_some_and(|t| t.shape == Shape::Lower && t.has(class::COMMON) && !t.has(class::GRAMMAR))
    };
    if post.title.len() > 1
        && tokens.get(start).is_some_and(|t| t.is(words::AND))
        && field(start + 1)
        && !tokens[start + 1].has(class::POST_START.or(class::VERB))
        && tokens.get(start + 2).is_some_and(|t| t.is_any(&[words::AT, words::FOR]))
    {
        start += 2;
    }
    start = past_function(tokens, post, start);
    let Some(mut lead) = tokens.get(start) else { return false };
    if !lead.is_any(&LEADS) || lead.gap > Gap::Line {
        return false;
    }
    // "from Ohio" and "to China" only after posts that are so said; "in 2004" is a date.
    if lead.is(words::FROM) && post.kind != PostKind::Legislative && !post.weak
        || lead.is(words::TO) && !(post.weak || matches!(post.kind, PostKind::Diplomatic | PostKind::Staff))
        || lead.is(words::WITH) && !post.weak
        || lead.is(words::ON) && !(post.weak || matches!(post.kind, PostKind::Legislative | PostKind::Judicial))
    {
        return false;
    }
    let mut name = past_articles(tokens, start + 1);
    if let Some(programme) = quoted_after(tokens, name).filter(|_| post.kind == PostKind::Media && lead.is(words::OF)) {
        post.all.end = programme.end;
        post.organization = Some(programme);
        return true;
    }
    let mut at = name;
    while at < tokens.len().min(start + REACH) {
        if let Some((_, found)) = mentions.covering(at) {
            // "of the 10,000-member union": no member is meant.
            if found.kind == Kind::Post && tokens[at - 1].is(words::DASH) && tokens[at - 2].shape == Shape::Number {
                at = found.last;
                continue;
            }
            // "an analyst with stockbrokers Lee Diaz"
            if found.kind == Kind::Post && post.weak && tokens[found.first].shape == Shape::Lower && at == name {
                let firm = mentions.covering(found.last).is_some_and(|(_, f)| f.first == found.last);
                let plural = tokens[found.last - 1].end - tokens[found.last - 1].start > 3
                    && text.source[..tokens[found.last - 1].end as usize].ends_with('s');
                if firm && plural && tokens[found.last].is_capital() && !lead.is_any(&[words::TO, words::FOR]) {
                    at = found.last;
                    continue;
                }
            }
            // "adviser to President Lee": whom the title names.
            let served = lead.is_any(&[words::TO, words::FOR]) && post.kind == PostKind::Staff;
            // "spokesman for House Speaker Lee", "an aide to Ohio Gov. Lee": the one whose title it is.
            let holder = || {
                let title = mentions.of_kind(found.last, Kind::Post).filter(|p| p.first == found.last)?;
                mentions.of_kind(title.last, Kind::Person).filter(|p| p.first == title.last)
            };
            if let Some(person) = holder().filter(|_| served && found.kind != Kind::Person) {
                post.all.end = person.last;
                post.organization = Some(person.range());
                return true;
            }
            let found = match mentions.of_kind(found.last, Kind::Person) {
                Some(person) if served && found.kind == Kind::Post && person.first == found.last => person,
                _ => found,
            };
            // "president of North America at Acme": the region is the field, the company stands behind.
            if let Some(owner) = field_by_place(text, mentions, post, lead, found) {
                lead = &tokens[owner];
                name = past_articles(tokens, owner + 1);
                at = name;
                continue;
            }
            // "for European publishing", "at Italian side Corvane"
            if found.kind == Kind::Place && describes_field(tokens, tables, found) {
                at = found.last;
                continue;
            }
            // "of a Chicago bank": not of the town.
            let indefinite = at == name && tokens[name - 1].is_any(&[words::A, words::AN]);
            if found.kind == Kind::Place && indefinite && is_of_firm(tokens, found.last) {
                return false;
            }
            if let Some(place) = place_in(text, mentions, post, lead, found) {
                post.all.end = place.end;
                post.organization = Some(place);
                return true;
            }
            return false;
        }
        let token = &tokens[at];
        // "with the law firm of Lee & Diaz"
        let firm = at > name && token.is(words::FIRM) && tokens.get(at + 1).is_some_and(|t| t.is(words::OF));
        if firm && mentions.covering(at + 2).is_some_and(|(_, f)| f.first == at + 2 && tokens[at + 2].is_capital()) {
            lead = &tokens[at + 1];
            name = at + 2;
            at = name;
            continue;
        }
        // "for the city of Dunmore", "for the city and county of Dunmore", "for the state of Ohio"
        let jurisdiction =
            |at: usize| tokens.get(at).is_some_and(|t| t.has(class::JURISDICTION) && t.shape == Shape::Lower);
        let joined = usize::from(tokens.get(at + 1).is_some_and(|t| t.is(words::AND)) && jurisdiction(at + 2)) * 2;
        let place = at + joined + 2;
        if jurisdiction(at)
            && tokens.get(place - 1).is_some_and(|t| t.is(words::OF))
            && mentions.of_kind(place, Kind::Place).is_some_and(|f| f.first == place)
        {
            lead = &tokens[place - 1];
            name = place;
            at = place;
            continue;
        }
        // "of the company"; not "at the lobbying firm Acme", "of pharmaceutical giant Acme", "of the watchdog group Acme".
        let named = is_named_behind(tokens, mentions, at);
        if let Some(unit) = unnamed_unit(tokens, tables, name, at).filter(|_| !named) {
            post.all.end = unit.end;
            post.organization = Some(unit);
            return true;
        }
        // "mayor of the port city of Dunmore"
        let town = token.has(class::JURISDICTION) && tokens.get(at + 1).is_some_and(|t| t.is(words::OF));
        if town && tokens.get(at + 2).is_some_and(|t| t.is_capital()) {
            lead = &tokens[at + 1];
            name = at + 2;
            at = name;
            continue;
        }
        // "president of his own consulting firm, Acme Partners,"
        let apposed = tokens.get(at + 1).filter(|t| t.is(words::COMMA)).and_then(|_| mentions.covering(at + 2));
        let apposed = apposed.filter(|(_, f)| {
            matches!(f.kind, Kind::Organization | Kind::Name)
                && f.first == at + 2
                && tokens.get(f.last).is_some_and(|t| t.is(words::COMMA))
        });
        if let Some((_, firm)) = apposed.filter(|_| token.has(class::ORG_GENERIC) && token.shape == Shape::Lower) {
            post.all.end = firm.last;
            post.organization = Some(firm.range());
            return true;
        }
        if token.has(class::ORG_GENERIC) && !named && !tokens.get(name + 1).is_some_and(Token::is_possessive) {
            // "chairman of the council of advisers": all its words; not "of a company".
            if let Some(body) = unnamed_body(tokens, name, at) {
                post.all.end = body.end;
                post.organization = Some(body);
                return true;
            }
            // "the top official in the country" is of nothing; "an analyst at a hedge fund" of no house that the text named.
            let article = &tokens[name - 1];
            let jurisdiction = token.has(class::JURISDICTION);
            let one_of_many = article.is_any(&[words::A, words::AN]);
            if jurisdiction && (one_of_many || lead.is(words::IN)) {
                return false;
            }
            if one_of_many {
                let plain = |t: &Token| t.shape == Shape::Lower && t.has(class::COMMON);
                post.organization = Some(name..at + 1).filter(|words| tokens[words.clone()].iter().all(plain));
                return post.organization.is_some();
            }
            post.of_generic = article.has(class::DETERMINER.or(class::POSSESSIVE));
            return post.of_generic;
        }
        if token.is_any(&[words::AT, words::FOR, words::OF, words::IN]) && at > name {
            // "director of equity research at Acme": a field before what the post is of.
            lead = token;
            name = past_articles(tokens, at + 1);
            at = name;
            continue;
        }
        // "of the holding company"
        let holding = token.has(class::GERUND)
            && at == name
            && tokens[at - 1].has(class::DETERMINER)
            && tokens.get(at + 1).is_some_and(|t| t.is(words::COMPANY));
        if holding {
            post.of_generic = true;
            return true;
        }
        let passes = token.has(class::ORG_GENERIC)
            || token.is_possessive()
            || token.is(words::OWN)
            // "of her own consulting firm"
            || at > name && token.has(class::GERUND) && tokens.get(at + 1).is_some_and(|t| t.is(words::FIRM))
            || is_between(tokens, tables, at);
        if !passes {
            return false;
        }
        at += 1;
    }
    false
}

/// Whether a word may stand between a post and what it is of: no verb of a clause, no clause of its own.
fn is_between(tokens: &[Token], tables: &Tables, at: usize) -> bool {
    let token = &tokens[at];
    // "of the 10,000-member union"
    let hyphen = |at: usize| tokens.get(at).is_some_and(|t| t.is(words::DASH));
    if token.shape == Shape::Number && hyphen(at + 1) || hyphen(at) && tokens[at - 1].shape == Shape::Number {
        return true;
    }
    // "a fellow in political and security affairs at the institute"
    let field = |at: usize| {
        tokens.get(at).is_some_and(|t| t.shape == Shape::Lower && t.has(class::COMMON) && !t.has(class::GRAMMAR))
    };
    if token.is(words::AND) && field(at - 1) && field(at + 1) && !tokens[at + 1].has(class::POST_START) {
        return true;
    }
    if !token.is_word() || token.has(class::PREPOSITION.or(class::CONJUNCTION).or(class::BE)) {
        return false;
    }
    // "of equity research at Acme": a verb by its form, a noun before what goes on.
    let noun = token.shape == Shape::Lower
        && token.has(class::COMMON)
        && !token.has(class::SAY.or(class::FRAME_VERB).or(class::GRAMMAR))
        && tables.verb_form(token.word).is_some_and(|v| !v.form.has(Form::PAST))
        && tokens.get(at + 1).is_some_and(|t| {
            // "of the planning committee"; not "of the holding company"
            // "at the lobbying firm Acme"
            let firm = t.has(class::ORG_GENERIC) && tokens.get(at + 2).is_some_and(|t| t.is_capital());
            let unit = t.has(class::ORG_UNIT) && !t.has(class::ORG_SUFFIX) && t.shape == Shape::Lower || firm;
            unit || t.is_any(&[words::AT, words::FOR, words::OF, words::IN])
        });
    !token.has(class::VERB) || noun
}

/// "brokerage firm", "bank" behind the name of a town.
fn is_of_firm(tokens: &[Token], from: usize) -> bool {
    const NOUN: usize = 3; // "real estate firm"
    let plain = |t: &&Token| t.shape == Shape::Lower && t.gap == Gap::Space && t.has(class::COMMON);
    let mut noun = tokens[from..].iter().take(NOUN).take_while(plain);
    noun.any(|t| t.is_any(&[words::FIRM, words::COMPANY, words::BANK]))
}

/// What a mention after a post says that the post is of, if the mention fits the preposition.
fn place_in(
    text: &Text<'_>,
    mentions: &Mentions,
    post: &mut Post,
    lead: &Token,
    found: &Found,
) -> Option<std::ops::Range<usize>> {
    let tokens = &text.tokens;
    let of = lead.is(words::OF);
    let beside = mentions
        .of_kind(found.last, Kind::Organization)
        .filter(|next| next.first == found.last && tokens[next.first].gap == Gap::Space);
    match (found.kind, beside) {
        // "head of the Diaz Justice Department": whose department it is goes before its name.
        (Kind::Name | Kind::Person, Some(next)) => return Some(with_unit(tokens, mentions, next)),
        // "of the Ohio Teachers Union"
        (Kind::Place, Some(next)) => return Some(found.first..next.last),
        _ => {}
    }
    // "an official in the Diaz administration", "an adviser to the Lee campaign"
    if matches!(found.kind, Kind::Name | Kind::Person)
        && tokens
            .get(found.last)
            .is_some_and(|t| t.shape == Shape::Lower && t.has(class::ORG_GENERIC) && t.gap == Gap::Space)
    {
        return Some(found.first..found.last + 1);
    }
    // "the Ohio chapter of the league", "the Lowell plant"; not "the French bank Acme", "the Ohio city".
    let unit = |t: &&Token| {
        t.shape == Shape::Lower
            && t.gap == Gap::Space
            && t.has(class::ORG_UNIT.or(class::ORG_GENERIC))
            && !t.has(class::JURISDICTION)
    };
    let end = found.last + tokens[found.last..].iter().take(2).take_while(unit).count();
    let named = tokens.get(end).is_some_and(|t| t.is_capital() && t.gap == Gap::Space);
    if found.kind == Kind::Place && end > found.last && !named {
        return Some(found.first..end);
    }
    let fits = match found.kind {
        Kind::Organization => true,
        Kind::Place => of || !(lead.is(words::ON) || lead.is(words::FROM) && post.kind != PostKind::Legislative),
        Kind::Name => {
            found.last - found.first <= 6
                && (of || lead.is_any(&[words::AT, words::FOR]) || lead.is(words::WITH) && post.weak)
                && !tokens[found.first].has(class::MONTH)
        }
        // "a former adviser to Ann Lee", "an attorney for Ann Lee"; "an analyst at Goldman Sachs": a firm that bears names.
        Kind::Person if lead.is(words::AT) || lead.is(words::WITH) => {
            post.weak
                && found.last - found.first >= 2
                && !tokens.get(found.last).is_some_and(Token::is_possessive)
                && !tokens[found.first - 1].has(class::HONORIFIC)
        }
        Kind::Person => {
            post.weak && lead.is_any(&[words::TO, words::FOR]) && matches!(post.kind, PostKind::Staff | PostKind::Legal)
        }
        // "counselor to the president"
        Kind::Post => {
            post.weak &= !lead.is(words::TO);
            false
        }
    };
    if !fits {
        return None;
    }
    Some(with_unit(tokens, mentions, found))
}

/// "White House deputy chief of staff", "Acme's chairman", "the French president", "its president".
fn before(text: &Text<'_>, tables: &Tables, mentions: &Mentions, post: &mut Post) {
    let tokens = &text.tokens;
    let Some(mut at) = post.all.start.checked_sub(1) else { return };
    if tokens[post.all.start].gap > Gap::Line {
        return;
    }
    if let Some(field) = field_after_name(tokens, mentions, post) {
        post.title.start = field;
        post.all.start = field;
        at = field - 1;
    }
    // "Homeland Security Investigations (HSI) Acting Director", "Tully Laboratories (Tulab) president": the bracket belongs
    // to the name.
    if tokens[at].is(words::CLOSE) && at >= 3 && tokens[at - 2].is(words::OPEN) && tokens[at - 1].is_capital() {
        at -= 3;
        // "LOWELL (ANP) Mayor Ann Lee said": where an agency writes from has no such post.
        if mentions.of_kind(at, Kind::Place).is_some() {
            return;
        }
    }
    // "Lee's Ohio-based adviser", "Diaz-era Attorney General Ann Lee": of no place.
    if let Some(start) = trait_before(text, tables, mentions, at) {
        post.all.start = start;
        match start.checked_sub(1) {
            Some(before) => at = before,
            None => return,
        }
    }
    // Words that the title grammar passes over may stand between: "Acme's longtime chairman".
    let possessive = tokens[at].is_possessive();
    if possessive {
        match at.checked_sub(1) {
            Some(before) => at = before,
            None => return,
        }
    }
    // "Empire magazine's editor"
    let noun = possessive && tokens[at].has(class::ORG_GENERIC) && tokens[at].shape == Shape::Lower && at > 0;
    let named =
        noun && tokens[at].gap == Gap::Space && mentions.covering(at - 1).is_some_and(|(_, f)| f.kind != Kind::Post);
    if named {
        at -= 1;
    }
    if let Some((_, found)) = mentions.covering(at) {
        match found.kind {
            // "Ousted President Lee", "Here Mayor Lee": a word that opens a line is no name.
            Kind::Name if found.range().len() == 1 && is_no_owner(tables, &tokens[found.first]) => return,
            Kind::Organization | Kind::Name if !possessive && post.kind == PostKind::Media => {
                // "the Ellery Courier's White House correspondent", "CNN White House correspondent"
                let owner =
                    found.first.checked_sub(1).map(|mark| mark - usize::from(tokens[mark].is_possessive() && mark > 0));
                let beside = tokens[found.first].gap == Gap::Space;
                let owner = owner.filter(|_| beside).and_then(|at| mentions.of_kind(at, Kind::Organization));
                post.organization = Some(owner.unwrap_or(found).range());
                if let Some(owner) = owner {
                    post.title.start = found.first;
                    post.all.start = owner.first;
                    return;
                }
            }
            Kind::Organization | Kind::Name => {
                post.organization = Some(house_of_party(text, tables, mentions, found).unwrap_or(found.range()));
            }
            Kind::Place => post.organization = Some(found.range()),
            // "Lee's longtime aide"; "Marsh's chief executive" is of a company that bears a surname.
            Kind::Person if possessive && (post.weak || post.scope == PostScope::Company) => {
                post.organization = Some(found.range());
            }
            _ => return,
        }
        if post.organization.is_some() && !possessive {
            post.all.start = found.first;
            // "former Northgate Bank chairman"
            for back in (found.first.saturating_sub(3)..found.first).rev() {
                match tables.modifiers.longest(std::iter::once(tokens[back].word)) {
                    Some((1, kind))
                        if (!tokens[back].has(class::FRAME_VERB) || is_adjective(tokens, back))
                            && post.apply(*kind) =>
                    {
                        if tokens[back].has(class::FRAME_VERB) && says_change(*kind) {
                            post.participle = Some(back);
                        }
                        post.all.start = back;
                    }
                    _ => break,
                }
            }
        }
        return;
    }
    if let Some(programme) = quoted(tokens, at).filter(|_| post.weak) {
        post.all.start = programme.start - 1;
        post.organization = Some(programme);
        return;
    }
    let token = &tokens[at];
    if possessive && token.has(class::ORG_GENERIC) || token.is_any(&[words::ITS, words::THEIR]) {
        post.of_generic = true;
    } else if token.has(class::PLACE_START) {
        let place = tables.places.longest(std::iter::once(token.word));
        if place.is_some_and(|(_, p)| p.kind == PlaceKind::Demonym) {
            post.organization = Some(at..at + 1);
        }
    }
}

/// Where a name starts that a hyphen makes a trait of: "New York-based", "union-backed", "Diaz-era".
fn trait_before(text: &Text<'_>, tables: &Tables, mentions: &Mentions, at: usize) -> Option<usize> {
    let (_, found) = mentions.covering(at).filter(|(_, f)| f.last == at + 1)?;
    let (_, tail) = text.words(at..at + 1).rsplit_once('-')?;
    let word = tables.word(tail.as_bytes());
    let past = || tables.verb_form(word).is_some_and(|v| v.form.has(Form::PARTICIPLE));
    let traits = tail.starts_with(char::is_lowercase) && ([words::ERA, words::BASED].contains(&word) || past());
    traits.then_some(found.first)
}

/// The name in the quotation marks that open at a token, or behind a noun: "host of “Morning Tide”", "of the podcast “Tide”".
fn quoted_after(tokens: &[Token], at: usize) -> Option<std::ops::Range<usize>> {
    const LONGEST: usize = 7;
    let noun =
        tokens.get(at).is_some_and(|t| t.shape == Shape::Lower && t.has(class::COMMON) && !t.has(class::GRAMMAR));
    let open = at + usize::from(noun);
    tokens.get(open).filter(|t| t.is(words::QUOTE))?;
    let close = (open + 1..tokens.len().min(open + 1 + LONGEST)).find(|&at| tokens[at].is(words::QUOTE))?;
    // The comma before the mark is the sentence's.
    let end = close - usize::from(tokens[close - 1].is(words::COMMA));
    let titled = |t: &Token| t.is_capital() || !t.is_word() || t.has(class::GRAMMAR);
    let name = open + 1..end;
    (!name.is_empty() && tokens[name.start].is_capital() && tokens[name.clone()].iter().all(titled)).then_some(name)
}

/// The name in the quotation marks that close at a token: "“Morning Tide” host Ann Lee".
fn quoted(tokens: &[Token], close: usize) -> Option<std::ops::Range<usize>> {
    const LONGEST: usize = 6;
    if !tokens[close].is(words::QUOTE) {
        return None;
    }
    let first = close.saturating_sub(LONGEST + 1);
    let open = (first..close).rev().find(|&at| tokens[at].is(words::QUOTE))?;
    let name = open + 1..close;
    let titled = |t: &Token| t.is_capital() || !t.is_word() || t.has(class::GRAMMAR);
    let whole = !name.is_empty() && tokens[name.start].is_capital() && tokens[close - 1].is_word();
    (whole && tokens[name.clone()].iter().all(titled)).then_some(name)
}

/// A word of grammar, or one that says how somebody holds a post.
fn is_no_owner(tables: &Tables, token: &Token) -> bool {
    let modifier = tables.modifiers.longest(std::iter::once(token.word));
    token.has(class::GRAMMAR) || modifier.is_some_and(|(_, kind)| says_change(*kind))
}

/// "the Senate Democratic leader", "Ohio GOP Sen. Ann Lee": what stands before the party says what the post is of.
fn house_of_party(
    text: &Text<'_>,
    tables: &Tables,
    mentions: &Mentions,
    found: &Found,
) -> Option<std::ops::Range<usize>> {
    // Not "Ohio Democratic Party".
    let ids = text.tokens[found.range()].iter().map(|t| t.word);
    let party = found.last - found.first == 1
        && tables.organizations.longest(ids).is_some_and(|(_, o)| o.kind == OrganizationKind::Party);
    let (_, house) = mentions.covering(found.first.checked_sub(1).filter(|_| party)?)?;
    let beside = house.last == found.first && text.tokens[found.first].gap == Gap::Space;
    (beside && matches!(house.kind, Kind::Organization | Kind::Place)).then(|| house.range())
}
