//! Text to tokens: one pass over the bytes, every word looked up once.

use unicode_segmentation::UnicodeSegmentation;

use super::block::{Block, GOES_ON, Word};
use crate::lexicon::{Class, HEAD, ShortWord, Tables, WordId, class, words};

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

struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    tables: &'t Tables,
    tokens: Vec<Token>,
    gap: Gap,
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

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

impl<'t> Reader<'t> {
    fn at(&self, i: usize) -> u8 {
        self.bytes.get(i).copied().unwrap_or(0)
    }

    fn char_at(&self, i: usize) -> char {
        // Look-ahead by bytes may land inside a character: "d’É".
        self.text.get(i..).and_then(|rest| rest.chars().next()).unwrap_or('\0')
    }

    fn is_letter_at(&self, i: usize) -> bool {
        let byte = self.at(i);
        byte.is_ascii_alphabetic() || byte >= 0x80 && self.char_at(i).is_alphabetic()
    }

    /// Whether a mark of general punctuation stands here, U+2010 to U+2027: most of what is not ASCII in news is a quotation
    /// mark, a dash or three dots, and Unicode's tables need not be asked of those.
    #[inline]
    fn is_punctuation(&self, i: usize) -> bool {
        matches!(self.bytes.get(i..), Some([0xE2, 0x80, 0x90..=0xA7, ..]))
    }

    /// Length of an apostrophe here, straight or curly; 0 when there is none.
    fn apostrophe_at(&self, i: usize) -> usize {
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
    fn after_letters(&self, mut i: usize) -> usize {
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
    fn push(&mut self, start: usize, end: usize, word: WordId, shape: Shape) -> usize {
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

    fn number(&mut self, start: usize) -> usize {
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

    fn word(&mut self, start: usize) -> usize {
        let mut i = self.after_letters(start);
        if !GOES_ON[usize::from(self.at(i))] {
            return self.finish_word(start, i);
        }
        let mut ascii = true;
        let mut dotted = false; // "U.S."
        loop {
            let byte = self.at(i);
            if byte.is_ascii_alphanumeric() {
                i += 1;
                continue;
            }
            if byte >= 0x80 && !self.is_punctuation(i) {
                let c = self.char_at(i);
                // Marks above letters belong to their letter; a curly apostrophe may stand inside a name.
                if c.is_alphanumeric() || ('\u{300}'..'\u{370}').contains(&c) || c == '\u{AD}' {
                    ascii = false;
                    i += c.len_utf8();
                    continue;
                }
            }
            let apostrophe = self.apostrophe_at(i);
            if apostrophe > 0 && self.is_letter_at(i + apostrophe) && !self.is_clitic(start, i, apostrophe) {
                ascii &= apostrophe == 1;
                i += apostrophe;
                continue;
            }
            if byte == b'-'
                && is_word_byte(self.at(i + 1))
                && (self.is_letter_at(i + 1) || self.at(i + 1).is_ascii_digit())
            {
                i += 1;
                continue;
            }
            if byte == b'.' && self.is_letter_at(i + 1) && self.joins_at_stop(start, i, dotted) {
                dotted = true;
                i += 1;
                continue;
            }
            break;
        }
        // "didn't" is two words: the negation must be found.
        let apostrophe = self.apostrophe_at(i);
        if apostrophe > 0
            && self.at(i + apostrophe) | 0x20 == b't'
            && i > start + 1
            && self.at(i - 1) | 0x20 == b'n'
            && !is_word_byte(self.at(i + apostrophe + 1))
        {
            let verb = self.look_up(start, i - 1);
            self.push_word(start, i - 1, verb);
            return self.push(i - 1, i + apostrophe + 1, words::NT, Shape::Lower);
        }
        if self.at(i) == b'.' {
            i += usize::from(self.takes_stop(start, i, dotted));
        }
        // "USD115", "Rs20": money and number in one
        let letters = if self.at(start + 2).is_ascii_digit() { 2 } else { 3 };
        if self.at(start).is_ascii_uppercase()
            && self.at(start + letters).is_ascii_digit()
            && start + letters < i
            && self.bytes[start..start + letters].iter().all(u8::is_ascii_alphabetic)
        {
            let code = self.look_up(start, start + letters);
            if self.tables.class(code).has(class::CURRENCY) {
                self.push_word(start, start + letters, code);
                return self.number(start + letters);
            }
        }
        if !ascii && i - start > 24 {
            return self.foreign(start, i);
        }
        self.finish_word(start, i)
    }

    /// Looks a word up whose end is known.
    fn finish_word(&mut self, start: usize, i: usize) -> usize {
        let word = self.look_up(start, i);
        if !word.is_known() && self.bytes[start..i].contains(&b'-') {
            return self.hyphenated(start, i);
        }
        if !word.is_known()
            && self.bytes[start..i].is_ascii()
            && let Some(end) = self.repeated_surname(start, i)
        {
            let surname = self.look_up(start, end);
            return self.push_word(start, end, surname);
        }
        self.push_word(start, i, word)
    }

    /// "Ann Lee Ann Marie LeeHouse votes": where a surname ends that stood a few words before, and a headline is glued to it.
    fn repeated_surname(&self, start: usize, end: usize) -> Option<usize> {
        const BACK: usize = 8;
        let before = self.tokens.last().filter(|t| t.is_capital() && self.gap == Gap::Space)?;
        let glued = |k: usize| {
            self.bytes[k - 1].is_ascii_lowercase()
                && (self.bytes[k].is_ascii_uppercase() || self.bytes[k].is_ascii_digit())
        };
        let stood_before = |k: usize| {
            let tokens = self.tokens.iter().rev().take(BACK);
            before.is_word()
                && tokens
                    .filter(|t| t.is_capital())
                    .any(|t| self.bytes[t.start as usize..t.end as usize] == self.bytes[start..k])
        };
        if !self.bytes[start].is_ascii_uppercase() {
            return None;
        }
        (start + 3..end).find(|&k| glued(k) && stood_before(k))
    }

    fn is_clitic(&self, start: usize, i: usize, apostrophe: usize) -> bool {
        let tail = i + apostrophe;
        let letters = (0..3).take_while(|k| self.is_letter_at(tail + k)).count();
        let clitic = &self.bytes[tail..tail + letters.min(self.bytes.len() - tail)];
        match clitic {
            b"s" | b"S" | b"ll" | b"re" | b"ve" | b"m" => true,
            b"d" => i > start + 1,
            b"t" | b"T" => self.at(i - 1) | 0x20 == b'n' && i > start + 1,
            _ => false,
        }
    }

    /// Whether a stop between letters is inside a word: "U.S", "Ph.D", "Amazon.com"; not "end.The".
    fn joins_at_stop(&self, start: usize, i: usize, dotted: bool) -> bool {
        let after = &self.bytes[i + 1..];
        let letters = after.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let single = i - start == 1 || dotted && self.at(i - 2) == b'.';
        if letters == 1 && (single || after.get(1) == Some(&b'.')) {
            return true;
        }
        matches!(&after[..letters], b"com" | b"org" | b"net" | b"gov" | b"edu" | b"co" | b"uk" | b"tv" | b"Com")
    }

    /// Whether the stop after a word belongs to it: "Gov.", "J.", "U.S.".
    fn takes_stop(&mut self, start: usize, i: usize, dotted: bool) -> bool {
        if dotted && i - start < 12 && self.at(i - 2) == b'.' {
            return true;
        }
        if i - start == 1 && self.bytes[start].is_ascii_uppercase() {
            // "I." ends a sentence, "J. Smith" does not.
            return self.bytes[start] != b'I' || self.at(i + 1) == b' ' && self.at(i + 2).is_ascii_uppercase();
        }
        // "R-Ariz." is as much an abbreviation as "Ariz.".
        let hyphen = self.bytes[start..i].iter().rposition(|&b| b == b'-').map_or(0, |h| h + 1);
        let word = self.look_up(start + hyphen, i + 1);
        let class = self.tables.class(word);
        // The last stop of a text or line ends its sentence: "… of Acme Corp."
        let rest = &self.bytes[i + 1..];
        let ends = rest.iter().find(|b| !matches!(b, b' ' | b'\r')).is_none_or(|&b| b == b'\n');
        class.has(class::ABBREVIATION) && !(ends && class.has(class::ABBREVIATION_END))
    }

    fn look_up(&mut self, start: usize, end: usize) -> WordId {
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

    fn push_word(&mut self, start: usize, end: usize, word: WordId) -> usize {
        let shape = self.shape(start, end);
        self.push(start, end, word, shape)
    }

    fn shape(&mut self, start: usize, end: usize) -> Shape {
        let bytes = &self.bytes[start..end];
        if bytes.is_ascii() {
            if !bytes[0].is_ascii_uppercase() {
                return if self.is_prefixed(start, end) { Shape::Capital } else { Shape::Lower };
            }
            let letters = bytes.iter().filter(|b| b.is_ascii_alphabetic()).count();
            return match bytes.iter().filter(|b| b.is_ascii_uppercase()).count() {
                1 if letters == 1 && bytes.len() <= 2 => Shape::Initial,
                upper if upper == letters && letters > 1 => Shape::Upper,
                _ => Shape::Capital,
            };
        }
        let mut chars = self.text[start..end].chars().filter(|c| c.is_alphabetic());
        match chars.next() {
            Some(first) if first.is_uppercase() => {
                let mut rest = chars.peekable();
                if rest.peek().is_some() && rest.all(|c| !c.is_lowercase()) { Shape::Upper } else { Shape::Capital }
            }
            _ if self.is_prefixed(start, end) => Shape::Capital,
            _ => Shape::Lower,
        }
    }

    /// "al-Maliki", "d'Estaing": a name behind a small word; not "pro-Beijing".
    fn is_prefixed(&mut self, start: usize, end: usize) -> bool {
        const LONGEST: usize = 6; // "dell'"
        let word = &self.text[start..end];
        let Some((at, mark)) = word.char_indices().take(LONGEST).find(|(_, c)| matches!(c, '-' | '\'' | '’')) else {
            return false;
        };
        let name = at + mark.len_utf8();
        word[name..].starts_with(char::is_uppercase) && {
            let prefix = self.look_up(start, start + name);
            self.tables.class(prefix).has(class::PARTICLE)
        }
    }

    /// "ex-minister", "co-chairman", "president-elect": the part that changes the post is a word of its own.
    fn hyphenated(&mut self, start: usize, end: usize) -> usize {
        let text = &self.text[start..end];
        if let Some(hyphen) = text.rfind('-') {
            let at = start + hyphen;
            let tail = self.look_up(at, end);
            if hyphen > 0 && (tail == words::DASH_ELECT || tail == words::DASH_DESIGNATE) {
                let head = self.look_up(start, at);
                self.push_word(start, at, head);
                return self.push(at, end, tail, Shape::Lower);
            }
        }
        if let Some(hyphen) = text.find('-') {
            let at = start + hyphen;
            let after = self.look_up(at + 1, end);
            let (with_dash, without) = (self.look_up(start, at + 1), self.look_up(start, at));
            let prefix = if self.tables.class(with_dash).has(class::MODIFIER_START) { with_dash } else { without };
            let class = self.tables.class(after);
            // "a six-mile walk", "a two-year-old": as with digits, the number, the hyphen and the unit are three tokens
            let measures = class::UNIT.or(class::CURRENCY);
            let unit = || self.bytes[at + 1..end].split(|&b| b == b'-').next().map_or(0, <[u8]>::len);
            if self.tables.class(without).has(class::NUMBER_WORD)
                && (class.has(measures.or(class::AGE_WORD)) || {
                    let head = self.look_up(at + 1, at + 1 + unit());
                    self.tables.class(head).has(measures)
                })
            {
                self.push_word(start, at, without);
                self.push(at, at + 1, words::DASH, Shape::Mark);
                return self.push_word(at + 1, end, after);
            }
            let glued = with_dash.is_known() && self.bytes[at + 1].is_ascii_uppercase(); // "ex-Acme boss"
            if self.tables.class(prefix).has(class::MODIFIER_START)
                && (class.has(class::POST_START.or(class::MODIFIER_START)) || glued)
            {
                self.push_word(start, at + 1, prefix);
                return self.push_word(at + 1, end, after);
            }
        }
        self.push_word(start, end, WordId::UNKNOWN)
    }

    /// A long run of letters outside ASCII: scripts without spaces are cut by the Unicode word rules.
    fn foreign(&mut self, start: usize, end: usize) -> usize {
        let run = &self.text[start..end];
        for (at, word) in run.split_word_bound_indices() {
            let (from, to) = (start + at, start + at + word.len());
            let id = self.look_up(from, to);
            self.push_word(from, to, id);
        }
        end
    }
}
