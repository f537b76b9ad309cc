//! Tokens to sentences: full stops that end something, lines that are headlines, bullets or page furniture.

use crate::lexicon::{Class, class, words};

use super::list::{Marker, Markers};
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
    /// What its words can be, all together: a rule asks here before it looks through them.
    pub(crate) classes: Class,
}

impl Sentence {
    pub(crate) fn range(&self) -> std::ops::Range<usize> {
        self.first..self.last
    }
}

/// A run of this many tokens without an end is cut: what looks through a sentence stays linear in the text.
const LONGEST: usize = 400;

/// Cuts the tokens of a document into sentences.
pub(crate) fn split(source: &str, tokens: &[Token]) -> Vec<Sentence> {
    let small = is_small(tokens);
    let splitter = Splitter { tokens, wrapped: is_hard_wrapped(tokens), markers: Markers { source, tokens } };
    let mut sentences = Vec::with_capacity(tokens.len() / 20 + 2);
    let mut first = 0;
    let mut listed = splitter.markers.at(0);
    let mut closes = splitter.enclosed(0); // no sentence ends before this token
    for i in 1..tokens.len() {
        if i - first < LONGEST && splitter.is_plain(&tokens[i - 1], &tokens[i]) {
            continue;
        }
        let item = splitter.item_at(listed, i);
        let ends = || item.is_some() || i > closes && splitter.ends_before(first, listed, i);
        let over = i - first >= LONGEST || ends();
        if i > closes {
            closes = splitter.enclosed(i);
        }
        if over {
            sentences.push(sentence(tokens, first, i, small));
            first = i;
            listed = item.or_else(|| splitter.markers.at(i));
        }
    }
    if !tokens.is_empty() {
        sentences.push(sentence(tokens, first, tokens.len(), small));
    }
    sentences
}

fn sentence(tokens: &[Token], first: usize, last: usize, small: bool) -> Sentence {
    let stops = tokens[last - 1].is_any(&[words::STOP, words::QUESTION, words::EXCLAMATION, words::QUOTE]);
    let above = first == 0 || tokens[first].gap == Gap::Blank;
    let below = last == tokens.len() || tokens[last].gap >= Gap::Line;
    let headline = !stops && above && below && last - first <= 30;
    let classes = tokens[first..last].iter().fold(Class::NONE, |classes, token| classes.or(token.class));
    Sentence { first, last, headline, caseless: small || is_all_capitals(&tokens[first..last]), classes }
}

/// Marks that a sentence can start with, but for dashes.
const OPENERS: [crate::lexicon::WordId; 7] =
    [words::QUOTE, words::APOSTROPHE, words::OPEN, words::OPEN_SQUARE, words::DOLLAR, words::BULLET, words::STAR];

struct Splitter<'a> {
    tokens: &'a [Token],
    wrapped: bool,
    markers: Markers<'a>,
}

impl Splitter<'_> {
    /// Whether nothing can end between two tokens, as between most: a word after a word or a comma, a mark glued to a word.
    #[inline]
    fn is_plain(&self, before: &Token, next: &Token) -> bool {
        let goes_on = || match before.shape {
            Shape::Lower | Shape::Capital | Shape::Upper => !before.stopped && !before.has(class::ABBREVIATION_END),
            _ => before.is(words::COMMA),
        };
        match next.gap {
            Gap::Space => next.is_word() && !self.is_short(next) && goes_on(),
            Gap::Nothing => before.is_word() && matches!(next.shape, Shape::Mark | Shape::Lower),
            _ => false,
        }
    }

    /// "a)", "a.": may be the marker of an item.
    fn is_short(&self, token: &Token) -> bool {
        match token.end - token.start {
            1 => self.markers.source.as_bytes().get(token.end as usize) != Some(&b' '),
            2 => token.stopped,
            _ => false,
        }
    }

    /// The marker of a list's next item at a token: "1. Bread 2. Milk", "a) bread b) milk", "• Bread • Milk".
    fn item_at(&self, before: Option<Marker>, i: usize) -> Option<Marker> {
        if self.tokens[i].gap == Gap::Nothing {
            return None;
        }
        let marker = self.markers.at(i)?;
        // "He likes tea. a) green": the first item needs an end before it, the others need the one before them.
        let starts = marker.starts_list() && self.tokens[i - 1].is_any(&[words::STOP, words::COLON]);
        (starts || before.is_some_and(|b| b.leads_to(&marker))).then_some(marker)
    }

    /// The last token of what a single quotation mark or a square bracket at a token opens: 'Why? Because.', [Laughs. Nods.].
    fn enclosed(&self, i: usize) -> usize {
        const FAR: usize = 120;
        let opener = self.tokens.get(i).filter(|t| t.is_any(&[words::APOSTROPHE, words::OPEN_SQUARE]));
        let Some(opener) = opener else { return 0 };
        let square = opener.is(words::OPEN_SQUARE);
        let curly = opener.is(words::APOSTROPHE) && self.markers.text(i) == "‘";
        let follows = self.tokens.get(i + 1).is_some_and(|t| t.gap <= if square { Gap::Space } else { Gap::Nothing });
        if !follows || opener.gap == Gap::Nothing {
            return 0;
        }
        let rest = self.tokens[i + 1..].iter().take(FAR).take_while(|t| t.gap < Gap::Line);
        let closer = rest.enumerate().position(|(k, t)| {
            let at = i + 1 + k;
            match square {
                true => self.markers.byte(at) == b']',
                false => {
                    // "workers' pay" closes nothing; "house!'" and "house'," do.
                    let after = self.tokens.get(at + 1);
                    let stops = self.tokens[at - 1].shape == Shape::Mark
                        || after.is_some_and(|t| t.shape == Shape::Mark && t.gap == Gap::Nothing);
                    t.is(words::APOSTROPHE) && t.gap == Gap::Nothing && (curly && self.markers.text(at) == "’" || stops)
                }
            }
        });
        let Some(closer) = closer.map(|k| i + 1 + k) else { return 0 };
        // "… the house!' (Which was true.)"
        let bracket = !square && self.tokens.get(closer + 1).is_some_and(|t| t.is(words::OPEN) && t.gap == Gap::Space);
        closer + usize::from(bracket)
    }

    /// Whether a sentence ends between token `i - 1` and token `i`.
    fn ends_before(&self, first: usize, listed: Option<Marker>, i: usize) -> bool {
        let tokens = self.tokens;
        let next = &tokens[i];
        match next.gap {
            Gap::Blank => return true,
            Gap::Line if next.is_any(&[words::STOP, words::COMMA]) || self.is_inserted_figure(i) => return false,
            Gap::Line if !self.wrapped => return true,
            Gap::Line if next.is_any(&[words::BULLET, words::STAR]) => return true,
            Gap::Nothing if is_glued(tokens, i) || self.is_run_on(i) => return true,
            Gap::Nothing if !tokens[i - 1].is_any(&[words::QUOTE, words::CLOSE]) => return false,
            _ => {}
        }
        // "1. Bread", "• 9. Bread": the marker does not end a sentence.
        if listed.is_some_and(|marker| i <= first + marker.length) {
            return false;
        }
        // Closing quotation marks and brackets belong to the sentence that they close.
        if next.gap == Gap::Nothing && next.is_any(&[words::QUOTE, words::CLOSE, words::APOSTROPHE]) {
            return false;
        }
        // "… compounds. . . . The": the first dot ends the sentence, the others stand for what is left out.
        let left_out = |k: usize| tokens.get(k).is_some_and(|t| t.is(words::STOP) && t.gap == Gap::Space);
        if tokens[i - 1].is(words::STOP) && tokens[i - 1].gap == Gap::Nothing && (i..i + 3).all(left_out) {
            return tokens.get(i + 3).is_some_and(Token::is_capital);
        }
        if first + 3 == i && left_out(first) {
            return false;
        }
        if next.shape == Shape::Mark && !opens(tokens, i) {
            return false;
        }
        let mut end = i - 1;
        while end > first
            && tokens[end].is_any(&[words::QUOTE, words::CLOSE, words::APOSTROPHE])
            && tokens[end].gap == Gap::Nothing
        {
            end -= 1;
        }
        end = self.before_notes(first, end);
        if end + 1 < i && next.shape == Shape::Number && tokens[i - 1].shape == Shape::Number {
            return false;
        }
        let last = &tokens[end];
        if last.is_any(&[words::QUESTION, words::EXCLAMATION]) {
            return !continues(next);
        }
        // ". . . that": dots with spaces are three dots too.
        let spaced = end > first && last.is(words::STOP) && last.gap == Gap::Space && tokens[end - 1].is(words::STOP);
        if last.is_any(&[words::THREE_DOTS, words::ELLIPSIS]) || spaced {
            return next.is_capital() && next.class.has(class::DETERMINER.or(class::SUBORDINATOR).or(class::COMMON));
        }
        if last.is(words::STOP) {
            // "N°. 12"
            let number_sign = end > first && next.shape == Shape::Number && self.markers.text(end - 1) == "°";
            return !continues(next) && !number_sign;
        }
        let after = tokens.get(i + 1);
        // "you and I. Did you", "vitamin C. The": a single letter that is no initial of a name.
        let letter = last.shape == Shape::Initial && last.end - last.start == 2;
        if letter && end > first && tokens[end - 1].shape == Shape::Lower && tokens[end].gap == Gap::Space {
            return next.shape == Shape::Capital
                && next.has(GRAMMAR_STARTS.or(class::DO).or(class::BE).or(class::HAVE));
        }
        if last.has(class::ABBREVIATION_END) || self.is_dotted(last) {
            // "… in the U.S. The bank …": only a word that does not go on a name starts a sentence.
            return next.is_capital()
                && end > first
                && (starts_sentence(next, after) || self.is_new_person(first, end, i));
        }
        false
    }

    /// "… at 6 p.m. Mr. Lee", "… of Acme Inc. Ms. Lee", "… of Acme Corp. Ann Lee"; not "At 6 p.m. Mr. Lee", where no sentence has
    /// been yet.
    fn is_new_person(&self, first: usize, end: usize, i: usize) -> bool {
        let next = &self.tokens[i];
        let opening = self.tokens[first].has(class::PREPOSITION) && end - first < 5;
        let titled = next.has(class::HONORIFIC) && next.has(class::ABBREVIATION);
        let firm = self.tokens[end].has(class::ORG_SUFFIX) && !self.tokens[end].has(class::NAME_SUFFIX);
        let named = firm
            && next.has(class::GIVEN)
            && !next.has(class::POST_START.or(class::ORG_HEAD))
            && self.tokens.get(i + 1).is_some_and(|t| t.shape == Shape::Capital && t.gap == Gap::Space);
        (titled || named) && !opening
    }

    /// "… Ann Marie LeeHouse votes": a headline glued to a name, which the tokens have cut off.
    fn is_run_on(&self, i: usize) -> bool {
        let (before, next) = (&self.tokens[i - 1], &self.tokens[i]);
        let word = next.is_capital() || next.shape == Shape::Number;
        word && before.shape == Shape::Capital
            && !before.has(class::CURRENCY) // "Rs20"
            && self.markers.source.as_bytes()[before.end as usize - 1].is_ascii_lowercase()
    }

    /// "… up to 400 yd", then on a line of its own "( 365.8 m ).".
    fn is_inserted_figure(&self, i: usize) -> bool {
        let inserted = self.tokens[i].is(words::OPEN)
            && self.tokens.get(i + 1).is_some_and(|t| t.shape == Shape::Number && t.gap == Gap::Space);
        inserted && self.tokens[i - 1].shape == Shape::Lower
    }

    /// The token before "[1]", "[1][2]", ".10" and ".11 12": marks of notes after a full stop.
    fn before_notes(&self, first: usize, end: usize) -> usize {
        let tokens = self.tokens;
        let mut at = end;
        // "… in the end.11 12 Take": numbers of notes
        while at >= first + 2
            && at + 3 > end
            && tokens[at].shape == Shape::Number
            && tokens[at].end - tokens[at].start < 4
        {
            at -= 1;
        }
        let glued = at < end && tokens[at].is(words::STOP) && tokens[at + 1].gap == Gap::Nothing;
        if glued && tokens[at].gap == Gap::Nothing && tokens[at - 1].shape == Shape::Lower {
            return at;
        }
        at = end;
        while at >= first + 3
            && self.markers.byte(at) == b']'
            && tokens[at - 1].shape == Shape::Number
            && tokens[at - 2].is(words::OPEN_SQUARE)
            && tokens[at - 2].gap == Gap::Nothing
        {
            at -= 3;
        }
        if at == end
            && at >= first + 2
            && tokens[at].shape == Shape::Number
            && tokens[at].gap == Gap::Nothing
            && tokens[at - 1].gap == Gap::Nothing
            && tokens[at - 2].is(words::CLOSE)
        {
            at -= 1;
        }
        if at < end && tokens[at].is(words::STOP) { at } else { end }
    }

    /// "U.S.", "i.v."; not "e.g.", which goes on.
    fn is_dotted(&self, token: &Token) -> bool {
        let known = token.has(class::ABBREVIATION);
        token.is_word()
            && (!known || token.shape == Shape::Upper)
            && token.end - token.start >= 4
            && self.markers.is_dotted(token)
    }
}

/// Marks that a sentence can start with, and dashes before a capital.
fn opens(tokens: &[Token], i: usize) -> bool {
    let dash = tokens[i].is_any(&[words::DASH, words::TWO_DASHES, words::EM_DASH]);
    if dash {
        // "Why? - Because the dam leaked."; not "and -- alas! -- it fell".
        let stops = tokens[i - 1].is_any(&[words::STOP, words::QUESTION, words::EXCLAMATION, words::QUOTE]);
        return stops && tokens.get(i + 1).is_none_or(|t| t.shape != Shape::Lower && t.gap <= Gap::Line);
    }
    tokens[i].is_any(&OPENERS)
}

/// "It fell.The bank", "on Monday.The bank": a stop without a space after it, before a word that starts a sentence.
fn is_glued(tokens: &[Token], i: usize) -> bool {
    let next = &tokens[i];
    if i < 2 || !tokens[i - 1].is(words::STOP) || tokens[i - 1].gap != Gap::Nothing {
        return false;
    }
    let before = &tokens[i - 2];
    let long = before.end - before.start >= 2;
    let fits = match before.shape {
        Shape::Lower => long,
        Shape::Capital => next.has(GRAMMAR_STARTS.or(class::HONORIFIC)),
        Shape::Number => true,
        _ => false,
    };
    fits && next.shape == Shape::Capital
        && next.has(GRAMMAR_STARTS.or(class::COMMON).or(class::GIVEN).or(class::HONORIFIC))
        && tokens.get(i + 1).is_some_and(|t| t.gap == Gap::Space || t.is(words::COMMA) || t.is_possessive())
}

fn continues(next: &Token) -> bool {
    next.shape == Shape::Lower && next.gap != Gap::Line
}

/// Words of grammar that start sentences.
const GRAMMAR_STARTS: Class = class::DETERMINER
    .or(class::SUBORDINATOR)
    .or(class::HE)
    .or(class::SHE)
    .or(class::THEY)
    .or(class::IT)
    .or(class::SPEAKER)
    .or(class::PREPOSITION);

fn starts_sentence(next: &Token, after: Option<&Token>) -> bool {
    // "U.S. Stocks fell"; not "U.S. Forest Service".
    let ordinary = next.has(class::COMMON)
        && !next.has(class::GIVEN.or(class::SURNAME).or(class::ORG_HEAD).or(class::POST_START))
        && after.is_none_or(|t| !t.is_capital());
    // "… in the U.S.A. I went", "at 6 p.m. Mr. Lee"
    let speaker = next.has(class::SPEAKER) && next.is_capital() && next.end - next.start == 1;
    if speaker {
        return true;
    }
    (next.has(GRAMMAR_STARTS) || ordinary) && next.shape == Shape::Capital && after.is_none_or(|t| !t.is_possessive())
        || next.is(words::QUOTE)
}

/// A line of fewer bytes is not wrapped.
const SHORT_LINE: u32 = 24;

/// Whether line ends stand inside sentences: many lines of like length that go on in lower case.
fn is_hard_wrapped(tokens: &[Token]) -> bool {
    let (mut lines, mut goes_on) = (0, 0);
    let Some(mut line) = tokens.first() else { return false };
    for (i, next) in tokens.iter().enumerate().skip(1).filter(|(_, token)| token.gap >= Gap::Line) {
        let last = &tokens[i - 1];
        let start = std::mem::replace(&mut line, next);
        let short = last.end - start.start < SHORT_LINE && !start.is_capital();
        if next.gap == Gap::Blank {
            continue;
        }
        lines += 1;
        // The items of a list stand on short lines, in small letters.
        let open = !short && !last.is_any(&[words::STOP, words::QUOTE, words::QUESTION, words::COLON]);
        goes_on += usize::from(open && next.shape == Shape::Lower);
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
            if capitals * 50 >= tokens.len() {
                return false; // whatever follows
            }
        }
    }
    inside >= 20 && capitals * 50 < inside
}

fn is_all_capitals(tokens: &[Token]) -> bool {
    let (mut words, mut upper) = (0, 0);
    for token in tokens.iter().filter(|t| t.is_word() && t.end - t.start > 1) {
        words += 1;
        upper += usize::from(token.shape == Shape::Upper);
        if (words - upper) * 5 > tokens.len() {
            return false; // whatever follows
        }
    }
    words >= 3 && upper * 10 >= words * 8
}
