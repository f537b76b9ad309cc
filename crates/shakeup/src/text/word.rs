//! What a word is, once it is more than letters: "U.S.", "didn't", "ex-minister", "USD115", "al-Maliki".

use unicode_segmentation::UnicodeSegmentation;

use super::block::GOES_ON;
use super::token::{Gap, Reader, Shape, is_word_byte};
use crate::lexicon::{WordId, class, words};

impl Reader<'_> {
    pub(super) fn word(&mut self, start: usize) -> usize {
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
    pub(super) fn takes_stop(&mut self, start: usize, i: usize, dotted: bool) -> bool {
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
