//! The shapes in which news ties a title to a name, each with its example.

use std::ops::Range;

use super::career::{after_years_as, holds_title, listed_life, most_recently_as, positions_including, tenure_as};
use super::description::{definite_description, name_after_description, opening_description, such_as};
use super::lines::{below_name, is_of_row_above, row};
use crate::clauses::{self, VerbGroup};
use crate::discourse::verb_realis;
use crate::lexicon::{Form, FrameEvent, PostKind, PostScope, class, words};
use crate::mentions::{Found, Kind, Post, compound_head};
use crate::reading::Reading;
use crate::record::{Realis, Status};
use crate::text::{Gap, Shape, Token};

/// A shape that ties a post to a person.
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    pub(crate) example: &'static str,
    /// The holders of a post, as mentions or pronouns, with the status that the shape gives.
    pub(super) find: fn(&Reading<'_>, &Post) -> Vec<Holder>,
}

/// Who holds a post by one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Holder {
    pub(super) person: usize,
    pub(super) tokens: Range<usize>,
    pub(super) status: Option<Status>,
    /// The text says that the post is kept: "remains chairman".
    pub(super) keeps: bool,
}

/// Every rule, the surest first: the first one that finds a holder speaks.
pub(crate) const RULES: &[Rule] = &[
    Rule { name: "title-before-name", example: "Ohio Governor Ann Lee said so.", find: title_before_name },
    Rule {
        name: "apposition-after-name",
        example: "Ann Lee, 52, the chief executive of Acme Corp, said so.",
        find: apposition_after_name,
    },
    Rule {
        name: "name-after-description",
        example: "The company's chairman, Omar Diaz, said so.",
        find: name_after_description,
    },
    Rule {
        name: "such-as",
        example: "He called on governors such as Ann Lee of Ohio and Omar Diaz of Maine.",
        find: such_as,
    },
    Rule { name: "post-after-name", example: "Ann Lee president of Acme Corp said so.", find: post_after_name },
    Rule { name: "copula", example: "Ann Lee is the chairman of Acme Corp.", find: copula },
    Rule { name: "serves-as", example: "Ann Lee served as treasurer of Acme Corp.", find: serves_as },
    Rule { name: "tenure-as", example: "Ann Lee's tenure as chairman of Acme Corp was short.", find: tenure_as },
    Rule {
        name: "positions-including",
        example: "Ann Lee held posts at Acme Corp, including treasurer.",
        find: positions_including,
    },
    Rule {
        name: "most-recently-as",
        example: "Ann Lee held several jobs at Acme Corp, most recently as treasurer.",
        find: most_recently_as,
    },
    Rule {
        name: "after-years-as",
        example: "Ann Lee came to Acme Corp after three years as treasurer of Bolt Inc.",
        find: after_years_as,
    },
    Rule { name: "listed-life", example: "Ann Lee, 58. Treasurer of Acme Corp since 2018.", find: listed_life },
    Rule { name: "holds-title", example: "Ann Lee holds the title of treasurer of Acme Corp.", find: holds_title },
    Rule { name: "post-is-name", example: "The chairman of Acme Corp is Omar Diaz.", find: post_is_name },
    Rule {
        name: "definite-description",
        example: "Ann Lee ran for the Senate. The former Ohio governor said so.",
        find: definite_description,
    },
    Rule {
        name: "opening-description",
        example: "A former chairman of Acme Corp, Ann Lee cut costs.",
        find: opening_description,
    },
    Rule { name: "row", example: "Ann Lee 52 Treasurer\nOmar Diaz 47 Chairman", find: row },
    Rule { name: "below-name", example: "Ann Lee\nTreasurer of Acme Corp", find: below_name },
    Rule { name: "as-post", example: "As chairman of Acme Corp, Ann Lee cut costs.", find: as_post },
];

pub(super) fn holder(reading: &Reading<'_>, at: usize, status: Option<Status>) -> Option<Holder> {
    let person = reading.person_at(at)?;
    let tokens = reading.mentions.of_kind(at, Kind::Person).map_or(at..at + 1, Found::range);
    Some(Holder { person, tokens, status, keeps: false })
}

/// "Governor Ann Lee", "Sens. Ann Lee and Omar Diaz", "officials Ann Lee and Omar Diaz".
fn title_before_name(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let mut at = post.title.end;
    let is_name = |at: usize| reading.mentions.of_kind(at, Kind::Person).is_some_and(|f| f.first == at);
    // Not "an aide to Leader Ann Lee Ann Marie Lee".
    let served = post.organization.as_ref().is_some_and(|o| reading.mentions.of_kind(o.start, Kind::Person).is_some());
    if !is_name(at) && !served && is_name(post.all.end) {
        at = post.all.end; // "ambassador to Libya Ann Lee"
    }
    // "the panel's chairman Rep. Ann Lee": one title after another.
    let bare = !tokens[post.title.clone()].iter().any(|t| t.is_any(&[words::OF, words::FOR]));
    // "Army Chief of Staff Gen. Omar Diaz"
    let rank = |f: &Found| f.entity.is_some_and(|i| reading.posts[i].kind == PostKind::Military);
    if let Some(next) = reading.mentions.of_kind(at, Kind::Post).filter(|f| f.first == at && (bare || rank(f)))
        && tokens[at].gap == Gap::Space
        // Not "the aide President Lee fired".
        && !(post.weak && next.entity.is_some_and(|i| reading.posts[i].sole))
    {
        at = next.last;
    }
    if !is_name(at) && tokens.get(at).is_some_and(|t| t.has(class::HONORIFIC) && t.gap == Gap::Space) {
        at += 1;
    }
    let Some(found) = reading.mentions.of_kind(at, Kind::Person) else { return Vec::new() };
    if found.first != at
        || tokens[at].gap > Gap::Line
        || tokens[at].opens
        || !post.before_name && found.last - found.first < 2 && !post.plural
        || is_of_row_above(reading, post, at)
    {
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
    let others = if post.plural || post.scope == PostScope::Seat {
        clauses::conjuncts_after(reading, found.last, Kind::Person)
    } else {
        Vec::new()
    };
    // "Sen. Ann Lee of Ohio, Omar Diaz of Maine and Jon Park of Utah": one title for all whose states are told alike.
    let own = |f: &Found| f.first > 0 && reading.post_at(f.first - 1).is_some() || f.range().len() < 2;
    let alike = clauses::is_tagged(reading, found) && others.iter().all(|f| clauses::is_tagged(reading, f) && !own(f));
    let mut others = if post.plural || alike { others } else { Vec::new() };
    // "Sens. Ann Lee and Omar Diaz; Mayor Jon Park": who has a title of his own ends the list.
    let titled = |f: &&Found| f.first > 0 && reading.mentions.of_kind(f.first - 1, Kind::Post).is_some();
    others.truncate(others.iter().position(titled).unwrap_or(others.len()));
    // "Diaz hosts Lee", "aides Lee fired": one surname alone is no list.
    let lone = post.plural && post.title.len() == 1 && others.is_empty() && found.range().len() == 1;
    if lone && (!post.before_name || post.weak) {
        return Vec::new();
    }
    let people = std::iter::once(at).chain(others.into_iter().map(|other| other.first));
    people.filter_map(|at| holder(reading, at, None)).collect()
}

/// The token before a post's noun phrase: articles, possessives and adjectives passed over.
pub(super) fn before_phrase(reading: &Reading<'_>, post: &Post) -> Option<usize> {
    *post.before.get_or_init(|| find_before_phrase(reading, post))
}

fn find_before_phrase(reading: &Reading<'_>, post: &Post) -> Option<usize> {
    let tokens = &reading.text.tokens;
    let mut at = post.all.start;
    let mut possessed = false;
    for _ in 0..6 {
        let before = at.checked_sub(1)?;
        let token = &tokens[before];
        if possessed && token.has(class::HONORIFIC) {
            at = before;
            continue;
        }
        if tokens[at].gap == Gap::Blank {
            return None;
        }
        if let Some((_, found)) = reading.mentions.covering(before) {
            let owner =
                tokens[at].is_possessive() || post.organization.as_ref().is_some_and(|o| o.start == found.first);
            // "the president's adviser", "President Diaz's adviser", "Mr. Diaz's adviser"
            let possessor = matches!(found.kind, Kind::Person | Kind::Post) && tokens[at].is_possessive();
            let titled = possessed && (found.kind == Kind::Post && reading.post_at(before).is_some());
            possessed = found.kind == Kind::Person && possessor;
            let possessor = possessor || titled;
            // "a Middle East expert at the Harbor Institute", ", US chief economist at Acme": the place is the field.
            let field = matches!(found.kind, Kind::Place | Kind::Name | Kind::Organization)
                && found.last == post.all.start
                && post.organization.as_ref().is_some_and(|o| o.start >= post.title.end)
                && found.first > 0
                && (tokens[found.first - 1].has(class::DETERMINER) || tokens[found.first - 1].is(words::COMMA))
                && tokens[found.first].gap == Gap::Space;
            if matches!(found.kind, Kind::Organization | Kind::Place | Kind::Name) && owner || possessor || field {
                at = found.first;
                continue;
            }
            return Some(before);
        }
        let adjective = token.shape == Shape::Lower
            && token.has(class::COMMON)
            && !token.has(
                class::VERB
                    .or(class::PREPOSITION)
                    .or(class::CONJUNCTION)
                    .or(class::BE)
                    .or(class::ADVERB)
                    .or(class::SUBORDINATOR),
            );
        let owner = tokens[at].is_possessive() && token.is_word() || token.has(class::FORMERLY);
        // "the Diaz-appointed director"
        let compound = token.is_word() && reading.text.words(before..before + 1).contains('-');
        let adverb = token.has(class::ADVERB)
            && !token.has(class::PREPOSITION.or(class::CONJUNCTION).or(class::NEGATION).or(class::SUBORDINATOR));
        // "a 58-year-old Republican law professor"
        let aged = token.has(class::AGE_WORD)
            || token.is(words::DASH) && tokens[at].has(class::AGE_WORD)
            || token.shape == Shape::Number
                && (tokens[at].has(class::AGE_WORD)
                    || tokens[at].is(words::DASH) && tokens[at + 1].has(class::AGE_WORD));
        let longer = token.is(words::LONGER) && before > 0 && tokens[before - 1].is(words::NO);
        if token.has(class::DETERMINER.or(class::POSSESSIVE))
            || token.is_possessive()
            || adjective
            || compound
            || owner
            || longer
            || aged
            || adverb
        {
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
    // "Ann Lee, one of Diaz's lawyers"
    // "Ann Lee, a Democrat and chairman of the panel": another noun for her stands first.
    let mut former = false;
    if tokens[at].is(words::AND)
        && let Some(noun) = other_noun(reading, at)
    {
        // "a former nominee and Ohio governor" is neither any more; not "a former aide and an author", "a former mayor and host",
        // "a former aide and founder of Acme".
        let apart = |t: &Token| t.has(class::DETERMINER.or(class::ADVERB));
        let founder =
            tokens[post.title.clone()].iter().any(|t| compound_head(reading.tables, t.word) == words::FOUNDER);
        former = !post.weak
            && !founder
            && tokens[noun + 2].is(words::FORMER)
            && !tokens[at + 1..post.all.start + 1].iter().any(apart);
        at = noun;
    }
    let one_of = post.plural
        && !matches!(post.kind, PostKind::Media | PostKind::Arts)
        && at >= 2
        && tokens[at].is(words::OF)
        && tokens[at - 1].is(words::ONE);
    if one_of {
        at -= 2;
    }
    let open = &tokens[at];
    if !open.is_any(&[words::COMMA, words::OPEN, words::DASH, words::EM_DASH, words::EN_DASH, words::TWO_DASHES])
        || at == 0
    {
        return Vec::new();
    }
    // A verb straight after the post makes it the subject of a clause of its own: "to Lee, the chairman said …".
    // Not "Ann Lee, director of research for Acme said", whose second comma the writer left out.
    let bare = post.all.start == at + 1 && post.organization.as_ref().is_some_and(|o| o.start >= post.title.end);
    // "“Fine,” Ann Lee, Acme's treasurer said": whose words stand before the name.
    let bare = bare || follows_quotation(reading, at - 1) && post.organization.is_some();
    if let Some(next) = tokens.get(post.all.end).filter(|_| !bare)
        && next.has(class::BE.or(class::HAVE).or(class::MODAL).or(class::SAY))
        && !next.is(words::S)
    {
        return Vec::new();
    }
    // "to Lee, a spokesman for the bank said": who says it is the spokesman.
    if post.all.start > at + 1 && is_source(reading, post) || is_subject_after_opening(reading, at, post) {
        return Vec::new();
    }
    let then = tokens[at..post.all.start].iter().any(|t| t.has(class::FORMERLY));
    at -= 1;
    // An age or a party tag may stand between: ", 52," or ", D-Ohio,".
    if tokens[at].shape == Shape::Number || reading.is_party_tag(at) {
        if at >= 2 && tokens[at - 1].is_any(&[words::COMMA, words::OPEN]) {
            at -= 2;
        }
    } else if let Some(open) = bracket_before(tokens, at) {
        // "Ann Lee (no relation), head of the office"
        at = open - 1;
    } else if let Some(place) = reading.mentions.of_kind(at, Kind::Place)
        && place.first >= 2
        && tokens[place.first - 1].is(words::OF)
    {
        // "Ann Lee of Ohio, the chairman of the panel"
        at = place.first - 2;
    }
    let Some(person) = reading.mentions.of_kind(at, Kind::Person) else { return Vec::new() };
    let status = (then || former).then_some(Status::Former);
    if !post.plural || one_of {
        return holder(reading, at, status).into_iter().collect();
    }
    // "Ann Lee and Omar Diaz, members of the panel, …"
    let start = reading.text.sentences[reading.sentence_of(at)].first;
    let people = clauses::conjuncts_before(reading, person, start);
    let holders = people.iter().filter(|_| people.len() > 1);
    holders.filter_map(|&at| holder(reading, at, status)).collect()
}

/// The comma before "a Democrat", "the Iraq War veteran", "a mother of three" in front of an "and", with a name before it.
fn other_noun(reading: &Reading<'_>, and: usize) -> Option<usize> {
    const LONGEST: usize = 6; // tokens
    let tokens = &reading.text.tokens;
    let comma = (and.saturating_sub(LONGEST)..and).rev().find(|&at| !tokens[at].is_word())?;
    // "Rep. Ann Lee, Republican of Ohio and the chairman of the panel"
    let first = tokens.get(comma + 1)?;
    let partisan = first.has(class::PERSON_NOUN) && first.is_capital();
    if !partisan && !first.is_any(&[words::A, words::AN, words::THE]) {
        return None;
    }
    let told = |at: usize| {
        let token = &tokens[at];
        token.has(class::BE.or(class::HAVE).or(class::MODAL).or(class::SAY))
            || token.is_any(&[words::WHO, words::WHOSE, words::THAT, words::WHICH])
            || clauses::is_verb(reading, at)
    };
    let noun = first.gap <= Gap::Space && comma + 2 < and && !(comma + 2..and).any(told);
    let named = comma > 0 && reading.mentions.of_kind(comma - 1, Kind::Person).is_some();
    (tokens[comma].is(words::COMMA) && noun && named).then_some(comma)
}

/// Whether a verb of saying follows a title with what it is of, no comma between: "a spokesman for the bank said".
fn is_source(reading: &Reading<'_>, post: &Post) -> bool {
    const LONGEST: usize = 6; // tokens: "for the central bank"
    let tokens = &reading.text.tokens;
    let end = post.all.end;
    if !tokens.get(end).is_some_and(|t| t.is_any(&[words::OF, words::FOR, words::AT, words::WITH])) {
        return false;
    }
    let mut next = (end + 1..tokens.len().min(end + LONGEST)).skip_while(|&at| {
        let token = &tokens[at];
        token.is_word() && token.gap <= Gap::Space && !token.has(class::SAY)
    });
    next.next().is_some_and(|at| tokens[at].has(class::SAY) && tokens[at].gap == Gap::Space)
}

/// Whether a title behind a comma is the subject of what a preposition or a conjunction has opened: "After talks with Lee, the
/// treasurer quietly left"; not "After talks with Lee, the treasurer hired in May, Diaz left".
fn is_subject_after_opening(reading: &Reading<'_>, comma: usize, post: &Post) -> bool {
    let tokens = &reading.text.tokens;
    let sentence = reading.text.sentences[reading.sentence_of(comma)];
    let opening = &tokens[sentence.first..comma];
    let leads = |at: usize| opening.get(at).is_some_and(|t| t.has(class::PREPOSITION.or(class::SUBORDINATOR)));
    // "Along with Lee, …"; not "Lee of Ohio, …"
    let opens = leads(0) || leads(1) && reading.mentions.covering(sentence.first).is_none();
    if !opens || !tokens[comma].is(words::COMMA) || opening.iter().any(|t| t.is(words::COMMA)) {
        return false;
    }
    let mut verb = post.organization.as_ref().map_or(post.all.end, |o| o.end.max(post.all.end));
    while verb < sentence.last && (tokens[verb].has(class::ADVERB) || reading.is_dated(verb)) {
        verb += 1;
    }
    let reduced = || {
        let form = reading.tables.verb_form(tokens[verb].word).map(|v| v.form);
        let by = tokens.get(verb + 1).is_some_and(|t| t.has(class::PREPOSITION) && !t.is(words::TO));
        form.is_some_and(|f| f.has(Form::GERUND) || f.has(Form::PARTICIPLE) && by)
    };
    verb < sentence.last && clauses::is_verb(reading, verb) && !reduced()
}

/// Whether a quotation ends before the name at a token, or "said" stands between.
fn follows_quotation(reading: &Reading<'_>, name: usize) -> bool {
    let tokens = &reading.text.tokens;
    let Some(person) = reading.mentions.of_kind(name, Kind::Person) else { return false };
    let Some(mut before) = person.first.checked_sub(1) else { return false };
    while before > 0 && tokens[before].has(class::HONORIFIC.or(class::SAY)) {
        before -= 1;
    }
    tokens[before].is(words::QUOTE)
}

/// Where the bracket that closes at a token opens, with something before it.
fn bracket_before(tokens: &[Token], close: usize) -> Option<usize> {
    const LONGEST: usize = 6; // tokens
    let first = close.saturating_sub(LONGEST).max(1);
    (first..close).rev().find(|&at| tokens[at].is(words::OPEN)).filter(|_| tokens[close].is(words::CLOSE))
}

/// "Ann Lee is the chairman", "she has been treasurer since 2019", "he was chairman".
fn copula(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let Some(verb) = before_phrase(reading, post) else { return Vec::new() };
    let token = &tokens[verb];
    if !token.has(class::BE) {
        return Vec::new();
    }
    // "used to be chairman"
    let used = verb >= 2 && tokens[verb - 1].is(words::TO) && tokens[verb - 2].is(words::USED);
    let group = clauses::verb_group(reading, if used { verb - 2 } else { verb });
    let being = token.is(words::BEING);
    if group.negated || group.conditional || group.infinitive || being || is_open(reading, &group) {
        return Vec::new();
    }
    // "is no longer chairman", "no longer is chairman"
    let no_longer = says_no_longer(&tokens[verb.saturating_sub(2)..post.all.start]);
    let had = tokens[group.first..verb].iter().any(|t| t.is(words::HAD));
    // "will be the first senator to testify": is one now.
    let already = group.future && is_first_to(reading, verb, post);
    let status = match () {
        () if already => None,
        () if no_longer || had || used || tokens[verb..post.all.start].iter().any(|t| t.has(class::FORMERLY)) => {
            Some(Status::Former)
        }
        () if group.future => Some(Status::Incoming),
        () if token.is_any(&[words::WAS, words::WERE]) => Some(Status::Former),
        () => None,
    };
    clauses::subject(reading, &group).into_iter().filter_map(|at| holder(reading, at, status)).collect()
}

/// "the first senator to testify", "the only member who voted": said of one who is in office.
fn is_first_to(reading: &Reading<'_>, verb: usize, post: &Post) -> bool {
    const REACH: usize = 6; // tokens: "in recorded history to"
    let tokens = &reading.text.tokens;
    let ordinal = tokens[verb..post.title.end].iter().any(|t| t.has(class::ORDINAL));
    let behind = &tokens[post.all.end..tokens.len().min(post.all.end + REACH)];
    ordinal && behind.iter().take_while(|t| t.is_word()).any(|t| t.is(words::TO))
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
        while at > 0
            && gap < 4
            && !tokens[at].has(class::FRAME_VERB)
            && (tokens[at].has(class::ADVERB.or(class::TIME_UNIT).or(class::NUMBER_WORD).or(class::DETERMINER))
                || tokens[at].shape == Shape::Number)
        {
            at -= 1;
            gap += 1;
        }
        // "worked at Acme, as treasurer"
        at = before_employer(reading, at).unwrap_or(at);
    }
    let Some(verb) = reading.tables.verb_form(tokens[at].word) else { return Vec::new() };
    // "has spent two years as treasurer"
    let spent = verb.lemma == words::SPEND && tokens.get(at + 1..post.all.start).is_some_and(spans_time);
    if !tokens[at].has(class::FRAME_VERB) && !spent {
        return Vec::new();
    }
    let mut frames = reading.tables.frames_of(verb.lemma);
    let holds = frames.find(|f| f.event == FrameEvent::Hold && f.rest.is_empty() && !f.object_is_organization);
    if holds.is_none() && !spent {
        return Vec::new();
    }
    let group = clauses::verb_group(reading, at);
    let keeps = holds.is_some_and(|frame| frame.keeps || frame.continues);
    // "is likely to remain chairman" is one now.
    if group.negated || group.conditional || !keeps && is_open(reading, &group) {
        return Vec::new();
    }
    // "had previously served as", "has formerly been employed as", "no longer serves as"
    let over = tokens[group.first..post.all.start].iter().any(|t| t.is(words::HAD) || t.has(class::FORMERLY))
        || says_no_longer(&tokens[group.first.saturating_sub(2)..post.all.start]);
    let status = match () {
        // "will remain a director" is one now.
        () if group.future && !keeps => Some(Status::Incoming),
        () if over && !keeps => Some(Status::Former),
        // "was serving as treasurer"
        () if verb.form.has(Form::GERUND)
            && tokens[group.first..at].iter().any(|t| t.is_any(&[words::WAS, words::WERE])) =>
        {
            Some(Status::Former)
        }
        () if verb.form.has(Form::PAST) && !group.perfect => Some(Status::Former),
        () => None,
    };
    let holders = clauses::subject(reading, &group).into_iter().filter_map(|at| holder(reading, at, status));
    holders.map(|h| Holder { keeps: keeps && status.is_none(), ..h }).collect()
}

fn says_no_longer(tokens: &[Token]) -> bool {
    tokens.windows(2).any(|pair| pair[0].is(words::NO) && pair[1].is(words::LONGER))
}

/// Whether the clause leaves it open or denies that somebody holds a post: "refused to serve as", "denied that he was", "Should Lee be
/// mayor?"; not "Why did they spy when Lee was mayor?".
fn is_open(reading: &Reading<'_>, group: &VerbGroup) -> bool {
    let sentence = &reading.text.tokens[reading.text.sentences[reading.sentence_of(group.verb)].range()];
    let asks = sentence.iter().rev().take(2).any(|t| t.is(words::QUESTION));
    let inverted = || sentence[0].has(class::MODAL.or(class::DO).or(class::BE).or(class::HAVE));
    (!asks || inverted()) && matches!(verb_realis(reading, group, None), Realis::Possible | Realis::Denied)
}

/// "12 years as", "most of the decade as"
fn spans_time(between: &[Token]) -> bool {
    between.iter().any(|t| t.has(class::TIME_UNIT)) && between.iter().any(|t| t.is(words::AS))
}

/// The verb before "at Acme," or "with Acme": what somebody did there.
fn before_employer(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let tokens = &reading.text.tokens;
    let end = if tokens[at].is(words::COMMA) { at.checked_sub(1)? } else { at };
    let (_, employer) = reading.mentions.covering(end)?;
    let lead = employer.first.checked_sub(1).filter(|_| employer.kind == Kind::Organization)?;
    let lead = if tokens[lead].is(words::THE) { lead.checked_sub(1)? } else { lead };
    tokens[lead].is_any(&[words::AT, words::WITH, words::FOR]).then(|| lead.checked_sub(1))?
}

/// "As chairman, Ann Lee …", "While treasurer, Ann Lee …"
fn as_post(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let Some(at) = before_phrase(reading, post) else { return Vec::new() };
    if !tokens[at].is_any(&[words::AS, words::WHILE]) || !tokens.get(post.all.end).is_some_and(|t| t.is(words::COMMA)) {
        return Vec::new();
    }
    let starts = at == 0 || reading.text.sentences[reading.sentence_of(at)].first == at;
    if !starts {
        return Vec::new();
    }
    let status = tokens[at].is(words::WHILE).then_some(Status::Former);
    holder(reading, past_honorific(reading, post.all.end + 1), status).into_iter().collect()
}

/// Past "Dr." or "Mr." before a name.
fn past_honorific(reading: &Reading<'_>, at: usize) -> usize {
    at + usize::from(reading.text.tokens.get(at).is_some_and(|t| t.has(class::HONORIFIC)))
}

/// "The chairman is Omar Diaz", "whose chairman is Omar Diaz".
fn post_is_name(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let verb = post.all.end;
    let definite = post.all.start > 0
        && (tokens[post.all.start - 1].is_any(&[words::THE, words::WHOSE, words::ITS])
            || tokens[post.all.start - 1].is_possessive());
    if !definite || post.plural || !tokens.get(verb).is_some_and(|t| t.has(class::BE)) {
        return Vec::new();
    }
    let status = tokens[verb].is(words::WAS).then_some(Status::Former);
    // "The chairman is founder Omar Diaz", "is Dr. Omar Diaz"
    let title = reading.mentions.of_kind(verb + 1, Kind::Post).map_or(verb + 1, |f| f.last);
    let title = past_honorific(reading, title);
    let name = reading.mentions.of_kind(title, Kind::Person).filter(|f| f.first == title);
    name.and_then(|found| holder(reading, found.first, status)).into_iter().collect()
}

/// "Ann Lee president of Acme Corp said": an apposition whose comma the writer left out. After "named" it is the new post.
fn post_after_name(reading: &Reading<'_>, post: &Post) -> Vec<Holder> {
    let tokens = &reading.text.tokens;
    let mut at = post.all.start;
    // "Ann Lee, now treasurer", "Ann Lee currently president of Acme"
    let now = |t: &Token| t.has(class::ADVERB) && t.has(class::COMMON) && !t.has(class::NEGATION);
    while at > 0 && (tokens[at - 1].has(class::DETERMINER) || now(&tokens[at - 1])) {
        at -= 1;
    }
    let person = at.checked_sub(1).and_then(|before| reading.mentions.of_kind(before, Kind::Person));
    let Some(found) = person.filter(|f| f.last == at && f.last - f.first >= 2 && !post.plural) else {
        return Vec::new();
    };
    // "Ann Lee chairman and former president of Acme Corp"
    let of = |post: &Post| post.organization.as_ref().is_some_and(|o| o.start >= post.title.end);
    let joined = || {
        let and = tokens.get(post.all.end).is_some_and(|t| t.is(words::AND));
        reading.post_at(post.all.end + 1).filter(|_| and).is_some_and(|next| of(&reading.posts[next]))
    };
    if tokens[at].gap > Gap::Space || is_governed(reading, found.first) || !(of(post) || joined()) {
        return Vec::new();
    }
    holder(reading, found.first, None).into_iter().collect()
}

/// Whether a verb that seats or moves somebody governs a name: "named Ann Lee"; not "said Ann Lee", "interviews with Ann Lee".
fn is_governed(reading: &Reading<'_>, name: usize) -> bool {
    const REACH: usize = 4;
    let tokens = &reading.text.tokens;
    let before = (name.saturating_sub(REACH)..name).rev().map(|at| (at, &tokens[at]));
    let mut near = before
        .take_while(|(_, t)| t.shape != Shape::Mark && !t.has(class::SAY) && !t.is_any(&[words::WITH, words::BY]));
    // "described the man killed at Taji as Ann Lee": who goes is not seated.
    let seats = |word| {
        let lemma = reading.tables.verb_form(word).map(|verb| verb.lemma);
        lemma.is_some_and(|lemma| reading.tables.frames_of(lemma).any(|f| f.event != FrameEvent::Out))
    };
    near.any(|(at, t)| t.has(class::FRAME_VERB) && seats(t.word) && clauses::is_verb(reading, at))
}
