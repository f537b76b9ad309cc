//! The markers of list items: "1.", "2)", "3.)", "a.", "b)", "•".

use crate::lexicon::words;

use super::token::{Gap, Shape, Token};

/// What an item of a list is numbered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Letter,
    Bullet,
}

/// A marker that stands before an item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker {
    kind: Kind,
    value: u32,
    /// Written with a bracket, as nothing else is: "b)".
    bracket: bool,
    /// How many tokens it has.
    pub(super) length: usize,
}

impl Marker {
    /// Whether the other one can mark the next item.
    pub(super) fn leads_to(&self, next: &Marker) -> bool {
        self.kind == next.kind
            && self.bracket == next.bracket
            && (self.kind == Kind::Bullet || self.value + 1 == next.value)
    }

    /// Whether an item without one before it can be marked so.
    pub(super) fn starts_list(&self) -> bool {
        self.kind == Kind::Bullet || self.value == 1 || self.bracket && self.kind == Kind::Letter
    }
}

/// Looks for markers in the tokens of a text.
pub(super) struct Markers<'a> {
    pub(super) source: &'a str,
    pub(super) tokens: &'a [Token],
}

impl Markers<'_> {
    /// First byte of a token.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.tokens.get(at).and_then(|t| self.source.as_bytes().get(t.start as usize)).copied().unwrap_or(0)
    }

    /// A token as it stands.
    pub(super) fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| &self.source[t.start as usize..t.end as usize])
    }

    /// Whether a word has a stop inside and one at its end: "U.S.".
    pub(super) fn is_dotted(&self, token: &Token) -> bool {
        let bytes = &self.source.as_bytes()[token.start as usize..token.end as usize];
        bytes.split_last().is_some_and(|(last, rest)| *last == b'.' && rest.contains(&b'.'))
    }

    /// The marker at a token that something follows.
    pub(super) fn at(&self, at: usize) -> Option<Marker> {
        let token = self.tokens.get(at)?;
        if self.is_bullet(at) {
            let numbered = self.numbered(at + 1).map_or(0, |m| m.length);
            return Some(Marker { kind: Kind::Bullet, value: 0, bracket: false, length: 1 + numbered });
        }
        if token.gap == Gap::Nothing {
            return None;
        }
        self.numbered(at)
    }

    fn is_bullet(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let mark = &self.source[token.start as usize..token.end as usize];
        token.is(words::BULLET) || token.shape == Shape::Mark && matches!(mark, "⁃" | "‣" | "◦" | "▪")
    }

    fn numbered(&self, at: usize) -> Option<Marker> {
        let token = self.tokens.get(at)?;
        let bytes = &self.source.as_bytes()[token.start as usize..token.end as usize];
        let (kind, value, stopped) = match *bytes {
            [a @ b'0'..=b'9'] => (Kind::Number, u32::from(a - b'0'), false),
            [a @ b'0'..=b'9', b @ b'0'..=b'9'] => (Kind::Number, u32::from(a - b'0') * 10 + u32::from(b - b'0'), false),
            [a @ b'a'..=b'z'] => (Kind::Letter, u32::from(a - b'a') + 1, false),
            [a @ b'a'..=b'z', b'.'] => (Kind::Letter, u32::from(a - b'a') + 1, true),
            _ => return None,
        };
        let glued = |k: usize| self.tokens.get(at + k).filter(|t| t.gap == Gap::Nothing);
        let stop = usize::from(!stopped && glued(1).is_some_and(|t| t.is(words::STOP)));
        let bracket = glued(1 + stop).is_some_and(|t| t.is(words::CLOSE));
        let length = 1 + stop + usize::from(bracket);
        let after = self.tokens.get(at + length)?;
        // "a. Bread", "1) bread": an item in small letters follows a bracket or a letter only.
        let item = after.gap == Gap::Space && (after.is_capital() || bracket || kind == Kind::Letter);
        (item && (stopped || length > 1)).then_some(Marker { kind, value, bracket, length })
    }
}
