//! Tokens to sentences: full stops that end something, lines that are headlines, bullets or page furniture.

use crate::lexicon::{class, words};

use super::token::{Gap, Shape, Token};

/// A run of tokens that is read as one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// First token.
    pub(crate) first: usize,
    /// One past the last token.
    pub(crate) last: usize,
    /// A line without a full stop that stands above the text.
    pub(crate) headline: bool,
    /// Written without the case that names are known by: all capitals or all small.
    pub(crate) caseless: bool,
}

impl Sentence {
    pub(crate) fn range(&self) -> std::ops::Range<usize> {
        self.first..self.last
    }
}

/// A run of this many tokens without an end is cut: what looks through a sentence stays linear in the text.
const LONGEST: usize = 400;

/// Cuts the tokens of a document into sentences.
pub(crate) fn split(tokens: &[Token]) -> Vec<Sentence> {
    let wrapped = is_hard_wrapped(tokens);
    let small = is_small(tokens);
    let mut sentences = Vec::with_capacity(tokens.len() / 20 + 2);
    let mut first = 0;
    for i in 1..=tokens.len() {
        if i == tokens.len() || i - first >= LONGEST || ends_before(tokens, first, i, wrapped) {
            sentences.push(sentence(tokens, first, i, small));
            first = i;
        }
    }
    if tokens.is_empty() {
        sentences.clear();
    }
    sentences
}

fn sentence(tokens: &[Token], first: usize, last: usize, small: bool) -> Sentence {
    let stops = tokens[last - 1].is_any(&[words::STOP, words::QUESTION, words::EXCLAMATION, words::QUOTE]);
    let above = first == 0 || tokens[first].gap == Gap::Blank;
    let below = last == tokens.len() || tokens[last].gap >= Gap::Line;
    let headline = !stops && above && below && last - first <= 30;
    Sentence { first, last, headline, caseless: small || is_all_capitals(&tokens[first..last]) }
}

/// Marks that a sentence can start with.
const OPENERS: [crate::lexicon::WordId; 9] = [
    words::QUOTE,
    words::APOSTROPHE,
    words::OPEN,
    words::OPEN_SQUARE,
    words::DOLLAR,
    words::BULLET,
    words::STAR,
    words::TWO_DASHES,
    words::EM_DASH,
];

/// Whether a sentence ends between token `i - 1` and token `i`.
fn ends_before(tokens: &[Token], first: usize, i: usize, wrapped: bool) -> bool {
    let next = &tokens[i];
    match next.gap {
        Gap::Blank => return true,
        Gap::Line if !wrapped => return true,
        Gap::Line if next.is_any(&[words::BULLET, words::STAR]) => return true,
        Gap::Nothing if !tokens[i - 1].is_any(&[words::QUOTE, words::CLOSE]) => return false,
        _ => {}
    }
    // Closing quotation marks and brackets belong to the sentence that they close.
    if next.gap == Gap::Nothing && next.is_any(&[words::QUOTE, words::CLOSE, words::APOSTROPHE]) {
        return false;
    }
    if next.shape == Shape::Mark && !next.is_any(&OPENERS) {
        return false;
    }
    let mut end = i - 1;
    while end > first
        && tokens[end].is_any(&[words::QUOTE, words::CLOSE, words::APOSTROPHE])
        && tokens[end].gap == Gap::Nothing
    {
        end -= 1;
    }
    let last = &tokens[end];
    if last.is_any(&[words::QUESTION, words::EXCLAMATION]) {
        return !continues(next);
    }
    if last.is(words::STOP) {
        // "No. 2" and list numbers "1. The" are one; so is anything that goes on in lower case.
        let listed = end > first && end - first == 1 && tokens[first].shape == Shape::Number;
        return !listed && !continues(next);
    }
    if last.is_any(&[words::THREE_DOTS, words::ELLIPSIS]) {
        return next.is_capital() && next.class.has(class::DETERMINER.or(class::SUBORDINATOR).or(class::COMMON));
    }
    if last.has(class::ABBREVIATION_END) || last.shape == Shape::Upper && is_dotted(last) {
        // "… in the U.S. The bank …": only a word that does not go on a name starts a sentence.
        return next.is_capital() && end > first && starts_sentence(next, tokens.get(i + 1));
    }
    false
}

fn is_dotted(token: &Token) -> bool {
    token.end - token.start >= 4 && token.has(class::ABBREVIATION)
}

fn continues(next: &Token) -> bool {
    next.shape == Shape::Lower && next.gap != Gap::Line
}

fn starts_sentence(next: &Token, after: Option<&Token>) -> bool {
    let grammar = class::DETERMINER
        .or(class::SUBORDINATOR)
        .or(class::HE)
        .or(class::SHE)
        .or(class::THEY)
        .or(class::IT)
        .or(class::SPEAKER)
        .or(class::PREPOSITION);
    let ordinary =
        next.has(class::COMMON) && !next.has(class::GIVEN.or(class::SURNAME).or(class::ORG_HEAD).or(class::POST_START));
    // "… in the U.S.A. I went", "at 6 p.m. Mr. Lee"
    let speaker = next.has(class::SPEAKER) && next.is_capital() && next.end - next.start == 1;
    if speaker {
        return true;
    }
    (next.has(grammar) || ordinary) && next.shape == Shape::Capital && after.is_none_or(|t| !t.is_possessive())
        || next.is(words::QUOTE)
}

/// Whether line ends stand inside sentences: many lines of like length that go on in lower case.
fn is_hard_wrapped(tokens: &[Token]) -> bool {
    let (mut lines, mut goes_on) = (0, 0);
    for pair in tokens.windows(2) {
        if pair[1].gap == Gap::Line {
            lines += 1;
            let open = !pair[0].is_any(&[words::STOP, words::QUOTE, words::QUESTION, words::COLON]);
            goes_on += usize::from(open && pair[1].shape == Shape::Lower);
        }
    }
    goes_on * 3 >= lines && goes_on > 0
}

/// Whether the text is all in small letters but for the first words of sentences, as old wire copy is.
fn is_small(tokens: &[Token]) -> bool {
    let (mut inside, mut capitals) = (0, 0);
    for pair in tokens.windows(2) {
        let starts = pair[1].gap >= Gap::Line || pair[0].is_any(&[words::STOP, words::QUOTE, words::COLON]);
        if !starts && pair[1].is_word() && pair[1].shape != Shape::Upper {
            inside += 1;
            capitals += usize::from(pair[1].is_capital());
        }
    }
    inside >= 20 && capitals * 50 < inside
}

fn is_all_capitals(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|t| t.is_word() && t.end - t.start > 1).count();
    let upper = tokens.iter().filter(|t| t.shape == Shape::Upper).count();
    words >= 3 && upper * 10 >= words * 8
}
