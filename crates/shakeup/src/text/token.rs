//! Text to tokens: one pass over the bytes, every word looked up once.

use super::block::{Block, GOES_ON, Word};
use crate::lexicon::{Class, HEAD, ShortWord, Tables, WordId, words};

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// "word", and words of scripts without case
    Lower,
    /// "Word", "McCain"
    Capital,
    /// "WORD"
    Upper,
    /// "J." or "J"
    Initial,
    /// "1,800"
    Number,
    /// anything else
    Mark,
}

/// A word, number or mark of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// First byte in the text.
    pub(crate) start: u32,
    /// One past the last byte.
    pub(crate) end: u32,
    /// The word in lower case, as a number.
    pub(crate) word: WordId,
    /// What the word can be.
    pub(crate) class: Class,
    pub(crate) shape: Shape,
    /// What stands before it.
    pub(crate) gap: Gap,
    /// The first of its sentence.
    pub(crate) opens: bool,
    /// Its last byte is a full stop: "Gov.".
    pub(crate) stopped: bool,
}

/// What stands between a token and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    Nothing,
    Space,
    Line,
    Blank,
}

impl Token {
    #[inline]
    pub(crate) fn has(&self, class: Class) -> bool {
        self.class.has(class)
    }

    #[inline]
    pub(crate) fn is(&self, word: WordId) -> bool {
        self.word == word
    }

    #[inline]
    pub(crate) fn is_any(&self, words: &[WordId]) -> bool {
        words.contains(&self.word)
    }

    /// Starts with a capital letter.
    #[inline]
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Initial)
    }

    /// A word, not a number or a mark.
    #[inline]
    pub(crate) fn is_word(&self) -> bool {
        !matches!(self.shape, Shape::Number | Shape::Mark)
    }

    /// "'s" or the apostrophe after a plural.
    pub(crate) fn is_possessive(&self) -> bool {
        self.gap == Gap::Nothing && self.is_any(&[words::S, words::APOSTROPHE])
    }
}

/// Cuts words, numbers and marks from a text, one after another.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) bytes: &'t [u8],
    pub(super) tables: &'t Tables,
    pub(super) tokens: Vec<Token>,
    pub(super) gap: Gap,
    lower: String,
    /// Words to look up.
    waiting: Vec<ShortWord>,
}

/// The tokens of a text, in order.
pub(crate) fn tokens(text: &str, tables: &Tables) -> Vec<Token> {
    let tokens = Vec::with_capacity(text.len() / 5 + 8);
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        tables,
        tokens,
        gap: Gap::Nothing,
        lower: String::new(),
        waiting: Vec::with_capacity(ShortWord::AT_ONCE),
    };
    reader.run();
    reader.look_up_waiting();
    reader.tokens
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}' || c == '\u{200B}'
}

pub(super) fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

impl<'t> Reader<'t> {
    pub(super) fn at(&self, i: usize) -> u8 {
        self.bytes.get(i).copied().unwrap_or(0)
    }

    pub(super) fn char_at(&self, i: usize) -> char {
        // Look-ahead by bytes may land inside a character: "d’É".
        self.text.get(i..).and_then(|rest| rest.chars().next()).unwrap_or('\0')
    }

    pub(super) fn is_letter_at(&self, i: usize) -> bool {
        let byte = self.at(i);
        byte.is_ascii_alphabetic() || byte >= 0x80 && self.char_at(i).is_alphabetic()
    }

    /// Whether a mark of general punctuation stands here, U+2010 to U+2027: most of what is not ASCII in news is a quotation
    /// mark, a dash or three dots, and Unicode's tables need not be asked of those.
    #[inline]
    pub(super) fn is_punctuation(&self, i: usize) -> bool {
        matches!(self.bytes.get(i..), Some([0xE2, 0x80, 0x90..=0xA7, ..]))
    }

    /// Length of an apostrophe here, straight or curly; 0 when there is none.
    pub(super) fn apostrophe_at(&self, i: usize) -> usize {
        match self.at(i) {
            b'\'' => 1,
            0xE2 if matches!(self.bytes[i..], [_, 0x80, 0x99, ..]) => 3, // ’
            _ => 0,
        }
    }

    fn run(&mut self) {
        let mut i = 0;
        // Kept here while spaces are passed: a processor waits when it reads what it has just written.
        let mut gap = Gap::Blank;
        while let Some(&byte) = self.bytes.get(i) {
            match byte {
                b' ' | b'\t' | b'\r' | 0x0B | 0x0C => {
                    gap = gap.max(Gap::Space);
                    i += 1;
                }
                b'\n' => {
                    gap = if gap >= Gap::Line { Gap::Blank } else { Gap::Line };
                    i += 1;
                }
                0x80.. if !self.is_punctuation(i) && is_space(self.char_at(i)) => {
                    gap = gap.max(Gap::Space);
                    i += self.char_at(i).len_utf8();
                }
                _ => {
                    self.gap = gap; // before the first token; others that are cut from it stand next to it
                    i = self.token(i, byte);
                    gap = Gap::Nothing;
                }
            }
        }
    }

    /// Reads what starts at a byte that is no space; where to go on.
    #[inline]
    fn token(&mut self, i: usize, byte: u8) -> usize {
        match byte {
            b'0'..=b'9' => self.number(i),
            _ if byte.is_ascii_alphabetic() => self.plain_word(i).unwrap_or_else(|| self.word(i)),
            _ if byte < 0x80 => self.mark(i, 1),
            _ if self.is_punctuation(i) => self.mark(i, 3),
            _ => match self.char_at(i) {
                c if c.is_alphanumeric() => self.word(i),
                c => self.mark(i, c.len_utf8()),
            },
        }
    }

    /// The next eight bytes, unless the text ends before.
    #[inline]
    fn block(&self, i: usize) -> Option<Block> {
        Some(Block(u64::from_le_bytes(*self.bytes.get(i..)?.first_chunk()?)))
    }

    /// One past the ASCII letters that start here.
    #[inline]
    pub(super) fn after_letters(&self, mut i: usize) -> usize {
        while let Some(block) = self.block(i) {
            let letters = block.leading_letters();
            i += letters;
            if letters < HEAD {
                return i;
            }
        }
        while self.at(i).is_ascii_alphabetic() {
            i += 1;
        }
        i
    }

    /// A word of letters and nothing else, as most are, at most sixteen: where it ends.
    #[inline]
    fn plain_word(&mut self, start: usize) -> Option<usize> {
        let (head, mut tail) = (self.block(start)?.leading_word(), Word::default());
        let mut length = head.length;
        if length == HEAD {
            tail = self.block(start + HEAD)?.leading_word();
            length += tail.length;
        }
        let end = start + length;
        if GOES_ON[usize::from(*self.bytes.get(end)?)] && !self.is_over(start, end) {
            return None;
        }
        let capitals = (head.capitals, tail.capitals);
        let shape = if capitals.0 & 0x80 == 0 {
            Shape::Lower
        } else if capitals == (head.letters, tail.letters) {
            if length == 1 { Shape::Initial } else { Shape::Upper }
        } else {
            Shape::Capital
        };
        // "LeeHouse"
        if shape == Shape::Capital && capitals != (0x80, 0) {
            return None;
        }
        let word = ShortWord {
            head: head.lower(),
            tail: tail.lower(),
            length: length as u32,
            token: self.tokens.len() as u32,
        };
        self.push_waiting(start, end, word, shape);
        Some(end)
    }

    /// Whether a word of letters is over before a mark that may go on others: "fell." and "Lee's"; not "Gov.", "U.S.", "O'Lee".
    fn is_over(&mut self, start: usize, end: usize) -> bool {
        if self.bytes[end] == b'.' {
            return !self.is_letter_at(end + 1) && !self.takes_stop(start, end, false);
        }
        let apostrophe = self.apostrophe_at(end);
        apostrophe > 0 && self.at(end + apostrophe) | 0x20 == b's' && !self.is_letter_at(end + apostrophe + 1)
    }

    /// Adds a token whose word need not be known yet; it is no word with a stop.
    #[inline]
    fn push_waiting(&mut self, start: usize, end: usize, word: ShortWord, shape: Shape) {
        self.waiting.push(word);
        self.push_token(start, end, WordId::UNKNOWN, Class::NONE, shape);
        if self.waiting.len() == ShortWord::AT_ONCE {
            self.look_up_waiting();
        }
    }

    /// Plain words wait until there are many: the cutting does not ask what they are.
    fn look_up_waiting(&mut self) {
        self.tables.short_words(&self.waiting, |token, word, class| {
            let token = &mut self.tokens[token as usize];
            token.word = word;
            token.class = class;
        });
        self.waiting.clear();
    }

    /// Adds a token; where to go on.
    #[inline]
    pub(super) fn push(&mut self, start: usize, end: usize, word: WordId, shape: Shape) -> usize {
        self.push_token(start, end, word, self.tables.class(word), shape);
        if self.at(end - 1) == b'.'
            && let Some(token) = self.tokens.last_mut()
        {
            token.stopped = true;
        }
        end
    }

    #[inline]
    fn push_token(&mut self, start: usize, end: usize, word: WordId, class: Class, shape: Shape) {
        self.tokens.push(Token {
            start: start as u32,
            end: end as u32,
            word,
            class,
            shape,
            gap: self.gap,
            opens: false,
            stopped: false,
        });
        self.gap = Gap::Nothing;
    }

    pub(super) fn number(&mut self, start: usize) -> usize {
        let mut i = start;
        while self.at(i).is_ascii_digit()
            || matches!(self.at(i), b',' | b'.') && self.at(i + 1).is_ascii_digit() && i > start
        {
            i += 1;
        }
        self.push(start, i, WordId::UNKNOWN, Shape::Number)
    }

    fn mark(&mut self, start: usize, len: usize) -> usize {
        // A possessive or a contraction: "'s", "'ll".
        let apostrophe = self.apostrophe_at(start);
        if apostrophe > 0 && self.gap == Gap::Nothing && !self.tokens.is_empty() {
            let tail = start + apostrophe;
            let letters = (0..3).take_while(|k| self.at(tail + k).is_ascii_alphabetic()).count();
            let clitic: &[u8] = &self.bytes[tail..tail + letters];
            if [&b"s"[..], b"S", b"ll", b"re", b"ve", b"d", b"m", b"t"].contains(&clitic) {
                let word = self.look_up(start, tail + letters);
                return self.push(start, tail + letters, word, Shape::Lower);
            }
        }
        let byte = self.bytes[start];
        if matches!(byte, b',' | b'"' | b'(' | b')' | b':' | b';' | b'$' | b'?' | b'!')
            || byte == b'.' && self.at(start + 1) != b'.'
        {
            let word = ShortWord { head: u64::from(byte), tail: 0, length: 1, token: self.tokens.len() as u32 };
            self.push_waiting(start, start + 1, word, Shape::Mark);
            return start + 1;
        }
        let rest = &self.text[start..];
        let (word, len) = match byte {
            b'-' if rest.starts_with("--") => {
                (words::TWO_DASHES, rest.bytes().take_while(|&b| b == b'-').count().max(2))
            }
            b'.' if rest.starts_with("..") => (words::THREE_DOTS, rest.bytes().take_while(|&b| b == b'.').count()),
            b'`' | b'\'' if rest.starts_with("``") || rest.starts_with("''") => (words::QUOTE, 2),
            _ => match self.char_at(start) {
                '“' | '”' | '„' | '«' | '»' => (words::QUOTE, len),
                '‘' | '’' | '`' => (words::APOSTROPHE, len),
                '．' => (words::STOP, len),
                _ => (self.look_up(start, start + len), len),
            },
        };
        self.push(start, start + len, word, Shape::Mark)
    }

    pub(super) fn look_up(&mut self, start: usize, end: usize) -> WordId {
        let bytes = &self.bytes[start..end];
        if bytes.len() <= HEAD
            && let Some(block) = self.block(start).map(|block| block.first(bytes.len()))
            && block.0 & Block::HIGH == 0
        {
            let head = block.0 | block.capitals() >> 2;
            return self.tables.short_word(&ShortWord { head, tail: 0, length: bytes.len() as u32, token: 0 });
        }
        if bytes.len() > 48 {
            return WordId::UNKNOWN;
        }
        if bytes.is_ascii() {
            let mut lower = [0u8; 48];
            let lower = &mut lower[..bytes.len()];
            lower.copy_from_slice(bytes);
            lower.make_ascii_lowercase();
            return self.tables.word(lower);
        }
        self.lower.clear();
        for c in self.text[start..end].chars() {
            match c {
                '’' => self.lower.push('\''),
                '\u{AD}' => {}
                c => self.lower.extend(c.to_lowercase()),
            }
        }
        self.tables.accented(&self.lower)
    }
}
