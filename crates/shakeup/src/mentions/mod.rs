//! What the text names: people, organisations, places, posts, dates and quantities, each as a run of tokens.

mod address;
mod alone;
pub(crate) mod date;
mod definition;
mod described;
mod extend;
mod firm;
mod letter;
mod name;
pub(crate) mod number;
mod opening;
mod phrase;
mod post;
mod promote;
pub(crate) mod quantity;
mod run;
mod scan;
mod shouted;
mod ticker;

use std::ops::Range;

pub(crate) use post::{Post, compound_head, unit_at};

use crate::lexicon::{Tables, words};
use crate::text::Text;

/// What a run of tokens names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Kind {
    Person,
    Organization,
    /// A country, state, city or the people of one; a jurisdiction when a post is of it.
    Place,
    Post,
    /// A name that is none of these, or not known to be.
    Name,
}

/// One mention: its tokens, and once resolved the document's entity that it refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) kind: Kind,
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Index into the reading's people or organisations, by kind; for a post into its posts.
    pub(crate) entity: Option<usize>,
}

impl Found {
    pub(crate) fn range(&self) -> Range<usize> {
        self.first..self.last
    }
}

/// The mentions of a document in text order; no two overlap.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    pub(crate) list: Vec<Found>,
    at: Vec<u32>, // by token: 1 + index of the mention that covers it
}

impl Mentions {
    /// Indexes a list that is in text order and without overlaps.
    pub(crate) fn new(list: Vec<Found>, tokens: usize) -> Mentions {
        let mut at = vec![0; tokens];
        for (i, found) in list.iter().enumerate() {
            at[found.range()].fill(i as u32 + 1);
        }
        Mentions { list, at }
    }

    /// The mention that covers a token, and its index.
    pub(crate) fn covering(&self, token: usize) -> Option<(usize, &Found)> {
        let index = (*self.at.get(token)? as usize).checked_sub(1)?;
        Some((index, &self.list[index]))
    }

    /// The mention that covers a token, when it is of that kind.
    pub(crate) fn of_kind(&self, token: usize, kind: Kind) -> Option<&Found> {
        self.covering(token).map(|(_, found)| found).filter(|found| found.kind == kind)
    }

    /// The mentions that start inside a run of tokens.
    pub(crate) fn within(&self, tokens: Range<usize>) -> &[Found] {
        let first = self.list.partition_point(|f| f.first < tokens.start);
        let last = self.list.partition_point(|f| f.first < tokens.end);
        &self.list[first..last.max(first)]
    }
}

/// A name and the short form that stands in brackets after it, as tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Abbreviated {
    pub(crate) name: Range<usize>,
    pub(crate) short: usize,
}

/// Finds the people, organisations, places and posts that the text names, and its bracketed acronyms.
pub(crate) fn find(text: &Text<'_>, tables: &Tables) -> (Mentions, Vec<Post>, Vec<Abbreviated>) {
    let brackets: Vec<usize> =
        text.tokens.iter().enumerate().filter(|(_, t)| t.is(words::OPEN)).map(|(at, _)| at).collect();
    let scanner = scan::Scanner::new(text, tables, definition::definitions(text, tables, &brackets));
    let mut mentions = Mentions::new(scanner.found, text.tokens.len());
    let mut posts = scanner.posts;
    opening::promote(text, tables, &mut mentions);
    post::attach(text, tables, &mentions, &mut posts);
    promote::promote(text, tables, &mut mentions, &posts);
    letter::promote(text, &mut mentions);
    shouted::promote(text, &mut mentions);
    described::promote(text, tables, &mut mentions);
    alone::promote(text, tables, &mut mentions, &posts);
    alone::promote_listed(text, &mut mentions, &posts);
    alone::prefix_particles(text, &mut mentions);
    let mut short: Vec<Abbreviated> = scanner
        .definitions
        .of_organizations()
        .map(|d| Abbreviated { name: d.first..d.last, short: d.acronym })
        .collect();
    quoted_short_names(text, &brackets, &mentions, &mut short);
    (mentions, posts, short)
}

/// The short names that a filing or release defines: `Acme Corp (the "Company")`, `Acme Corp ("Acme" or the "Registrant")`,
/// `Acme Corp (NYSE: ACM)`.
fn quoted_short_names(text: &Text<'_>, brackets: &[usize], mentions: &Mentions, short: &mut Vec<Abbreviated>) {
    let tokens = &text.tokens;
    for &open in brackets.iter().filter(|&&open| open > 0) {
        let Some(name) = mentions.of_kind(open - 1, Kind::Organization).map(Found::range) else { continue };
        let close = (open + 1..tokens.len().min(open + 16)).find(|&i| tokens[i].is(words::CLOSE)).unwrap_or(open);
        let upper = |at: usize| tokens[at].shape == crate::text::Shape::Upper;
        for at in open + 1..close {
            // "(NYSE: ACM)": the ticker, by which it is known on its exchange.
            if upper(at) && at > open + 1 && tokens[at - 1].is(words::COLON) {
                short.push(Abbreviated { name: name.clone(), short: at });
            }
            let defined = tokens[at].is_capital()
                && tokens[at - 1].is(words::QUOTE)
                && tokens.get(at + 1).is_some_and(|t| t.is(words::QUOTE));
            let the = at >= 2 && tokens[at - 1].is(words::THE) || tokens[at].is(words::THE);
            let after_the = the && tokens.get(at + 1).is_some_and(|t| t.is_capital());
            if defined {
                short.push(Abbreviated { name: name.clone(), short: at });
            } else if after_the
                && tokens.get(at + 2).is_some_and(|t| t.is(words::QUOTE))
                && !tokens[at + 1].is(words::QUOTE)
            {
                short.push(Abbreviated { name: name.clone(), short: at + 1 });
            }
        }
    }
}
