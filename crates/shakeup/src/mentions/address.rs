//! Addresses of mail and the web, and names of files.

use super::scan::Scanner;
use crate::text::Token;

impl Scanner<'_, '_> {
    /// Where an address of mail or the web, or a file's name ends, of which a token is part: nothing in it is named.
    pub(super) fn address(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 120;
        let bytes = self.text.source.as_bytes();
        let (start, end) = (self.token(at).start as usize, self.token(at).end as usize);
        let is_glue = |b: u8| matches!(b, b'@' | b'/' | b'=' | b'_' | b'.' | b'&' | b':');
        let goes_on = |at: usize| bytes.get(at).is_some_and(|b| !b.is_ascii_whitespace());
        // Most words stand between spaces, or before the stop of their sentence.
        let ahead = bytes.get(end).is_some_and(|&b| is_glue(b)) && goes_on(end + 1);
        let behind = start > 1 && is_glue(bytes[start - 1]) && goes_on(start - 2);
        if !(ahead || behind) {
            return None;
        }
        let ends =
            |b: &&u8| b.is_ascii_whitespace() || matches!(b, b'<' | b'>' | b'"' | b'(' | b')' | b';' | b'[' | b']');
        let back = bytes[start.saturating_sub(LONGEST)..start].iter().rev().take_while(|b| !ends(b)).count();
        let ahead = bytes[end..bytes.len().min(end + LONGEST)].iter().take_while(|b| !ends(b)).count();
        let chunk = &bytes[start - back..end + ahead];
        let joins = |mark: u8| {
            chunk.windows(3).any(|w| w[1] == mark && w[0].is_ascii_alphanumeric() && w[2].is_ascii_alphanumeric())
        };
        let web = chunk.windows(3).any(|w| w == b"://") || chunk.windows(4).any(|w| w == b"www.");
        if !(web || joins(b'@') || joins(b'_') || joins(b'=')) {
            return None;
        }
        let past = |t: &Token| t.start as usize >= end + ahead;
        let rest = &self.text.tokens[at + 1..self.sentence.last.max(at + 1)];
        Some(at + 1 + rest.iter().position(past).unwrap_or(rest.len()))
    }
}
