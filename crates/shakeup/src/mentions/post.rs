//! Posts: a grammar of titles. Modifiers, a head, and what the post is of.
//!
//! "former deputy assistant secretary of state for trade" is one post: a status ("former"), degrees, a head and two
//! complements. The organisation that it is of is found once all names are (`attach`).

mod attach;
mod field;
mod unit;

use std::cell::OnceCell;
use std::ops::Range;

use crate::lexicon::{
    Class, Form, ModifierKind, PlaceKind, PostKind, PostScope, PostSense, Tables, WordId, class, words,
};
use crate::text::{Gap, Shape, Text, Token};
pub(super) use attach::attach;
pub(crate) use unit::unit_at;

/// A post as the text has it.
#[derive(Debug, Clone)]
pub(crate) struct Post {
    /// The title without status words: "deputy assistant secretary of state".
    pub(crate) title: Range<usize>,
    /// All its tokens, from "former" to the end of its complements.
    pub(crate) all: Range<usize>,
    pub(crate) kind: PostKind,
    /// May stand directly before a name.
    pub(crate) before_name: bool,
    /// A post only together with an organisation: "economist".
    pub(crate) weak: bool,
    pub(crate) scope: PostScope,
    /// Held by one person at a time.
    pub(crate) sole: bool,
    pub(crate) plural: bool,
    /// The participle that says how the holder came or went: "ousted", "newly elected".
    pub(crate) participle: Option<usize>,
    pub(crate) former: bool,
    pub(crate) outgoing: bool,
    pub(crate) incoming: bool,
    pub(crate) acting: bool,
    /// The organisation or place that it is of, as tokens; the person, for an adviser or aide.
    pub(crate) organization: Option<Range<usize>>,
    /// Named by "the company", "its": to be resolved.
    pub(crate) of_generic: bool,
    /// The token before its noun phrase, once a rule has looked for it: many ask.
    pub(crate) before: OnceCell<Option<usize>>,
}

/// More modifiers than this do not stand before a title.
const MOST_MODIFIERS: usize = 8;

/// The words that a post may start with.
pub(super) const STARTS: Class = class::POST_START.or(class::MODIFIER_START);

/// The post that starts at a token that leads to one, with its modifiers and its lower-case complements.
pub(super) fn parse(text: &Text<'_>, tables: &Tables, start: usize, end: usize) -> Option<Post> {
    let tokens = &text.tokens;
    let first = tokens[start];
    let mut post = Post {
        title: start..start,
        all: start..start,
        kind: PostKind::Generic,
        before_name: false,
        weak: false,
        scope: PostScope::Any,
        sole: false,
        plural: false,
        participle: None,
        former: false,
        outgoing: false,
        incoming: false,
        acting: false,
        organization: None,
        of_generic: false,
        before: OnceCell::new(),
    };
    let mut at = start;
    let mut title_start = None;
    let mut after_noun = false; // a field, an organisation or a title stands last
    // "fired its chief executive", "was appointed director": a verb here, not the state of who holds the post.
    // "newly-elected" is no verb anywhere.
    let participle = is_participle(tables, first) && compound_head(tables, first.word) == first.word;
    let told = participle || is_told_of_holder(tables, first);
    if told && tables.posts.longest(std::iter::once(first.word)).is_none() && !is_adjective(tokens, start) {
        return None;
    }
    for _ in 0..MOST_MODIFIERS {
        // "former White House chief of staff", "senior White House adviser": the organisation stands inside.
        if let Some(length) = organization_length(tokens, tables, at, end) {
            if at == start || post.organization.is_some() {
                return None;
            }
            post.organization = Some(at..at + length);
            at += length;
            after_noun = true;
            if at >= end || tokens[at].gap > Gap::Line {
                return None;
            }
            continue;
        }
        let head = phrase(tokens, at, end, class::POST_START).and_then(|ids| tables.posts.longest(ids));
        let modifier = phrase(tokens, at, end, class::MODIFIER_START).and_then(|ids| tables.modifiers.longest(ids));
        match (head, modifier) {
            // "chief economist": a head that also modifies gives way to the head after it.
            (Some((length, sense)), modifier)
                if modifier.is_none_or(|(n, _)| n <= length)
                    // "Chief of Staff Gen. Ann Lee": two titles.
                    && (modifier.is_none()
                        || tokens[at..at + length].iter().any(|t| t.is(words::OF))
                        || !leads_to_head(tokens, tables, at + length, end)) =>
            {
                return finish(post, text, tables, title_start.unwrap_or(at), at, length, *sense, end);
            }
            (_, Some((length, kind))) => {
                let says_how = (at..at + length).find(|&i| is_participle(tables, tokens[i]) || is_leaving(&tokens[i]));
                // "was recently appointed president": a verb.
                let verb = at == start
                    && says_how.is_some_and(|how| how > at)
                    && at
                        .checked_sub(1)
                        .is_some_and(|b| tokens[b].has(class::BE.or(class::HAVE)) && !tokens[b].is_possessive());
                // "formally nominated former banker Ann Lee": a verb too.
                let verb = verb || post.participle.is_some() && post.incoming && *kind == ModifierKind::Former;
                // "the campaign accused President Diaz": a verb behind its subject.
                let next = tokens[..end].get(at + length);
                let verb = verb || after_noun && is_past(tables, tokens[at]) && next.is_some_and(Token::is_capital);
                // "its board elected president Ann Lee chairman": what the board does.
                let acts =
                    says_how == Some(at) && at > start && tokens[at - 1].is_any(&[words::BOARD, words::DIRECTORS]);
                // "the Company appointed Dean Lee": no title.
                if verb || acts || says_how.is_some() && title_start.is_some() && says_change(*kind) {
                    return None;
                }
                post.participle = post.participle.or(says_how.filter(|_| says_change(*kind)));
                after_noun = *kind == ModifierKind::Domain || tokens[at + length - 1].has(class::POST_START);
                if !post.apply(*kind) {
                    title_start.get_or_insert(at);
                } else if title_start.is_none() && *kind == ModifierKind::Acting {
                    title_start = Some(at);
                }
                at += length;
            }
            _ => return None,
        }
        if at >= end || tokens[at].gap > Gap::Line || tokens[at].shape == Shape::Mark {
            return None;
        }
    }
    None
}

/// Whether a title stands at a token, or a modifier with something behind it that one may go on with: most words that may start a
/// title lead to none.
pub(super) fn leads_on(tokens: &[Token], tables: &Tables, at: usize, end: usize) -> bool {
    if phrase(tokens, at, end, class::POST_START).and_then(|ids| tables.posts.longest(ids)).is_some() {
        return true;
    }
    let modifier = phrase(tokens, at, end, class::MODIFIER_START).and_then(|ids| tables.modifiers.longest(ids));
    let next = modifier.and_then(|(length, _)| tokens[..end].get(at + length));
    next.is_some_and(|t| t.has(STARTS) || t.is_capital() && t.has(class::ORG_START.or(class::PLACE_START)))
}

/// A form of a frame's verb that can only be past or participle: "fired", not "fire".
fn is_participle(tables: &Tables, token: Token) -> bool {
    if !token.has(class::FRAME_VERB.or(class::HYPHENATED)) {
        return false;
    }
    let word = compound_head(tables, token.word);
    let form = tables.verb_form(word).map_or(Form::default(), |v| v.form);
    tables.class(word).has(class::FRAME_VERB) && form.has(Form::PARTICIPLE) && !form.has(Form::BASE)
}

/// "accused" in small letters: a past tense that may be a participle.
fn is_past(tables: &Tables, token: Token) -> bool {
    let form = || tables.verb_form(token.word).map_or(Form::default(), |v| v.form);
    token.shape == Shape::Lower && token.has(class::VERB) && form().has(Form::PARTICIPLE) && !form().has(Form::BASE)
}

/// "defeated", "assassinated": a verb without a frame that tells how a holder went.
fn is_told_of_holder(tables: &Tables, token: Token) -> bool {
    let says = || tables.modifiers.longest(std::iter::once(token.word)).is_some_and(|(_, kind)| says_change(*kind));
    let form = || tables.verb_form(token.word).map_or(Form::default(), |v| v.form);
    token.has(class::VERB) && !token.has(class::FRAME_VERB) && says() && form().has(Form::PARTICIPLE)
}

/// The last word of a compound with a hyphen: "elected" of "newly-elected"; else the word itself.
pub(crate) fn compound_head(tables: &Tables, word: WordId) -> WordId {
    if !tables.class(word).has(class::HYPHENATED) {
        return word;
    }
    match tables.spelling(word).rsplit_once('-') {
        Some((_, head)) if !head.is_empty() => tables.word(head.as_bytes()),
        _ => word,
    }
}

/// "retiring", "resigning": the holder leaves.
fn is_leaving(token: &Token) -> bool {
    token.has(class::FRAME_VERB) && token.has(class::GERUND)
}

/// Whether a word before a title tells how its holder came or goes.
pub(super) fn says_change(kind: ModifierKind) -> bool {
    matches!(kind, ModifierKind::Former | ModifierKind::Incoming | ModifierKind::Outgoing)
}

/// Whether a participle stands before a title as an adjective: "the ousted chairman", "Ousted chairman Ann Lee said".
fn is_adjective(tokens: &[Token], at: usize) -> bool {
    // "and retired Army Gen. Ann Lee", "after retired Army Gen. Ann Lee left"
    let ranked =
        tokens.get(at + 1).is_some_and(|t| (t.is_capital() || t.has(class::HYPHENATED)) && t.gap == Gap::Space)
            && tokens[at].is(words::RETIRED);
    if ranked && at > 0 && tokens[at - 1].has(class::CONJUNCTION.or(class::SUBORDINATOR)) {
        return true;
    }
    let Some(previous) = at.checked_sub(1).map(|before| &tokens[before]) else { return true };
    let starts = tokens[at].gap > Gap::Line || previous.is_any(&[words::STOP, words::QUOTE]);
    // "On Monday, ousted chairman Ann Lee"; not "Lee, elected mayor in 1982,".
    let named = at > 1 && tokens[at - 2].is_capital();
    let stops = |t: &&Token| t.is_capital() || t.has(class::PREPOSITION) || !t.is_word();
    let name = || tokens[at + 1..].iter().take(6).find(stops).is_some_and(|t| t.is_capital());
    let starts = starts || previous.is(words::COMMA) && (!named || name());
    starts
        || previous.has(class::DETERMINER.or(class::POSSESSIVE))
        || previous.is_possessive()
        // "whether fired adviser Ann Lee knew"
        || previous.has(class::CONDITION)
        // "supporters of deposed President Lee"
        || previous.has(class::PREPOSITION) && !previous.has(class::SUBORDINATOR) && !previous.is(words::TO)
        // "tapped retired general Ann Lee": one verb after another is no verb.
        || previous.has(class::FRAME_VERB) && !previous.has(class::BE.or(class::HAVE))
        || previous.has(class::ADVERB) && !tokens[at.saturating_sub(2)].has(class::BE.or(class::HAVE)) && at >= 2
}

/// How many tokens of a known organisation or place stand here, when its name is capitalised and no title itself.
fn organization_length(tokens: &[Token], tables: &Tables, at: usize, end: usize) -> Option<usize> {
    let token = &tokens[at];
    if !token.is_capital() || !token.has(class::ORG_START.or(class::PLACE_START)) {
        return None;
    }
    let ids = || tokens[at..end.min(at + 6)].iter().map(|t| t.word);
    let organization = tables.organizations.longest(ids()).map_or(0, |(n, _)| n);
    let place = tables.places.longest(ids()).filter(|(_, p)| p.kind != PlaceKind::StateCode).map_or(0, |(n, _)| n);
    let length = organization.max(place);
    let post =
        phrase(tokens, at, end, class::POST_START).and_then(|ids| tables.posts.longest(ids)).map_or(0, |(n, _)| n);
    let modifier = phrase(tokens, at, end, class::MODIFIER_START)
        .and_then(|ids| tables.modifiers.longest(ids))
        .map_or(0, |(n, _)| n);
    (length > 0 && length > post && length >= modifier).then_some(length)
}

impl Post {
    /// Notes what a modifier says; whether it says nothing about the title itself.
    fn apply(&mut self, kind: ModifierKind) -> bool {
        match kind {
            ModifierKind::Former => self.former = true,
            ModifierKind::Outgoing => self.outgoing = true,
            ModifierKind::Incoming => self.incoming = true,
            ModifierKind::Acting => self.acting = true,
            ModifierKind::Skip => {}
            ModifierKind::Degree | ModifierKind::Domain => return false,
        }
        true
    }
}

/// The words of a title, or of what modifies one, that may start at a token.
fn phrase(tokens: &[Token], at: usize, end: usize, start: Class) -> Option<impl Iterator<Item = WordId>> {
    let token = tokens.get(at)?;
    (at < end && token.has(start)).then(|| tokens[at..end.min(at + 6)].iter().map(|t| t.word))
}

fn leads_to_head(tokens: &[Token], tables: &Tables, at: usize, end: usize) -> bool {
    if at >= end || tokens[at].gap > Gap::Space {
        return false;
    }
    let mut at = at;
    for _ in 0..3 {
        if phrase(tokens, at, end, class::POST_START).and_then(|ids| tables.posts.longest(ids)).is_some() {
            // "Chief John": a given name that is a title too does not take the title's place.
            // "Associate Dean Omar Diaz": a given name follows the title.
            let named = |at: usize| tokens[..end].get(at).is_some_and(|t| t.is_capital() && t.gap == Gap::Space);
            let full = || named(at + 1) && tokens[at + 1].has(class::GIVEN) && named(at + 2);
            return !(tokens[at].has(class::GIVEN) && tokens[at].is_capital()) || full();
        }
        match phrase(tokens, at, end, class::MODIFIER_START).and_then(|ids| tables.modifiers.longest(ids)) {
            Some((length, ModifierKind::Degree | ModifierKind::Domain | ModifierKind::Acting)) => at += length,
            _ => return false,
        }
    }
    false
}

#[allow(clippy::too_many_arguments)]
fn finish(
    mut post: Post,
    text: &Text<'_>,
    tables: &Tables,
    title_start: usize,
    head: usize,
    length: usize,
    sense: PostSense,
    end: usize,
) -> Option<Post> {
    let tokens = &text.tokens;
    // "National Water Board director": two capitalised fields before a title in small letters are a name.
    let inside = post.organization.clone().unwrap_or(0..0);
    let capitals = (title_start..head).filter(|i| tokens[*i].is_capital() && !inside.contains(i)).count();
    let sentence_start = title_start == 0
        || tokens[title_start - 1].is_any(&[words::STOP, words::QUOTE])
        || tokens[title_start].gap > Gap::Line;
    let glued = title_start > 0 && tokens[title_start - 1].is_capital() && tokens[title_start].gap <= Gap::Space;
    // "the Senate Democratic leader" is no name.
    let party = length > 1 && sense.scope == PostScope::Chamber;
    if tokens[head + length - 1].shape == Shape::Lower
        && (capitals >= 2 || (capitals == 1 || tokens[head].is_capital() && !party) && glued && !sentence_start)
    {
        return None;
    }
    let mut last = head + length;
    // "president-elect", "prime minister-designate"
    let elect = |at: usize| tokens[at].is_any(&[words::DASH_ELECT, words::DASH_DESIGNATE, words::ELECT]);
    while last < end && elect(last) {
        last += 1;
    }
    // "Sen.-elect": the stop parts the two.
    if last + 1 < end && tokens[last].is(words::DASH) && tokens[last].gap < Gap::Space && elect(last + 1) {
        last += 2;
    }
    post.incoming |= elect(last - 1);
    let title_end = last;
    // A capitalised word of organisations goes on the name: "Executive Committee", "Governors Association".
    if let Some(next) = tokens.get(title_end).filter(|_| title_end < end) {
        // "State Employees Union", "Union Secretary Ann Lee"
        let heads = next.has(class::ORG_HEAD) && (sense.plural || !next.has(class::POST_START));
        let joined = next.gap == Gap::Space && heads;
        if joined && next.is_capital() && tokens[head].is_capital() && !next.has(class::GIVEN) {
            return None;
        }
        // "executive order", "chief concern", "general election": the head is an adjective here.
        let modifies = tables.modifiers.longest(std::iter::once(tokens[title_end - 1].word)).is_some();
        let noun = next.shape == Shape::Lower
            && next.gap == Gap::Space
            && next.has(class::COMMON)
            && !next.has(class::GRAMMAR.or(class::SAY));
        // "a private software firm", "a major donor": a rank is told with a name or alone.
        let rank = sense.kind == PostKind::Military && !next.has(class::VERB.or(class::FRAME_VERB));
        if length == 1 && (modifies || rank) && noun {
            return None;
        }
        // "the director's cut", "chief among them"
        if next.is(words::AMONG) {
            return None;
        }
    }
    last = complement(tokens, tables, title_end, end);
    post.title = title_start..last;
    post.all = post.all.start..last;
    post.kind = sense.kind;
    post.before_name = sense.title;
    post.weak = sense.weak;
    post.plural = sense.plural;
    post.scope = sense.scope;
    post.sole = sense.sole && title_start == head;
    Some(post)
}

/// Where the complements of a title end: "of marketing", "of state for trade", "for health and human services".
fn complement(tokens: &[Token], tables: &Tables, title_end: usize, end: usize) -> usize {
    let mut last = title_end;
    for _ in 0..2 {
        let Some(preposition) = tokens.get(last).filter(|_| last < end) else { break };
        if !preposition.is_any(&[words::OF, words::FOR]) {
            break;
        }
        let stop = domain_end(tokens, tables, last + 1, end);
        if stop == last + 1 || stop < end && describes_name(tokens, stop) {
            break;
        }
        last = stop;
    }
    last
}

/// "pharmaceutical giant Acme": what looks like a field describes the organisation that follows.
fn describes_name(tokens: &[Token], end: usize) -> bool {
    let noun =
        tokens[end].has(class::ORG_GENERIC) && tokens[end].shape == Shape::Lower && tokens[end].gap == Gap::Space;
    noun && tokens.get(end + 1).is_some_and(|t| t.is_capital() && t.gap == Gap::Space)
}

/// The end of a run of words that name a field: "customer sales and development".
fn domain_end(tokens: &[Token], tables: &Tables, start: usize, end: usize) -> usize {
    let mut at = start;
    let mut last = start;
    while at < end && at < start + 7 && tokens[at].gap < Gap::Blank {
        let token = &tokens[at];
        let domain = phrase(tokens, at, end, class::MODIFIER_START).and_then(|ids| tables.modifiers.longest(ids));
        if let Some((length, ModifierKind::Domain)) = domain {
            // "the mayor of Port Ellery": a capitalised field that goes on as a name is one.
            let next = tokens.get(at + length).filter(|n| at + length < end && n.gap == Gap::Space);
            let goes_on = next.is_some_and(|n| {
                // "chairman of Air New Zealand"
                let field = n.has(class::MODIFIER_START) && !n.has(class::PLACE_START);
                n.is_capital() && !n.has(class::GIVEN.or(class::GRAMMAR)) && !field
            });
            let named = || is_firm(tokens, at, end) || is_body(tokens, tables, at, end, length);
            if tokens[at].is_capital() && (goes_on || at == start && named()) {
                break;
            }
            at += length;
            last = at;
        } else if is_field_noun(token)
            // Not "director for former mayor Lee".
            && !matches!(domain, Some((_, ModifierKind::Former | ModifierKind::Incoming | ModifierKind::Acting)))
            && (last > start || tokens[start].shape == Shape::Lower)
        {
            at += 1;
            last = at;
        } else if token.is_any(&[words::AND, words::AMPERSAND, words::COMMA]) && at == last && last > start {
            // "and" goes on the field only before another field, not before a second post or a clause.
            let next = tokens.get(at + 1).filter(|_| at + 1 < end);
            let goes_on = next.is_some_and(|n| {
                n.has(class::MODIFIER_START) && !n.has(class::POST_START) && !n.has(class::VERB)
                    || token.is(words::AND) && is_field_noun(n) && !n.has(class::POST_START.or(class::VERB))
            });
            if !goes_on || token.is(words::COMMA) {
                break;
            }
            at += 1;
        } else {
            break;
        }
    }
    last
}

/// "spokesman for Treasury", "chairman of Bank of Lowell": a field in capitals that an organisation is known by; not "secretary of
/// State", "Assistant Secretary for Homeland Security".
fn is_body(tokens: &[Token], tables: &Tables, start: usize, end: usize, field: usize) -> bool {
    let ids = phrase(tokens, start, end, class::ORG_START);
    let Some((length, _)) = ids.and_then(|ids| tables.organizations.longest(ids)) else { return false };
    let small = |t: &Token| t.shape == Shape::Lower;
    let spoken_for = start >= 2 && tokens[start - 1].is(words::FOR) && small(&tokens[start - 2]);
    length > field || length == field && (spoken_for || tokens[start].shape == Shape::Upper)
}

/// "Insurance Data Processing Inc": fields that a legal form ends are a name.
fn is_firm(tokens: &[Token], start: usize, end: usize) -> bool {
    const LONGEST: usize = 6;
    let run =
        (start + 1..end.min(start + LONGEST)).take_while(|&i| tokens[i].is_capital() && tokens[i].gap == Gap::Space);
    run.last().is_some_and(|last| tokens[last].has(class::ORG_SUFFIX))
}

fn is_field_noun(token: &Token) -> bool {
    token.shape == Shape::Lower
        && token.has(class::COMMON)
        && !(token.has(class::VERB) && token.end - token.start > 4 && token.has(class::GERUND))
        && !token.has(
            class::GRAMMAR
                .or(class::SAY)
                .or(class::FRAME_VERB)
                .or(class::PERSON_NOUN)
                .or(class::ORG_GENERIC)
                .or(class::WEEKDAY)
                .or(class::NUMBER_WORD)
                .or(class::TIME_UNIT),
        )
}
