//! Where a run of capitalised words ends: before a title, another name or a known organisation.

use super::name::{self, Case};
use super::scan::Scanner;
use crate::lexicon::{PostKind, class, words};
use crate::text::{Gap, Shape, Token};

impl Scanner<'_, '_> {
    /// Whether a run is a known name or ends as names of organisations do.
    pub(super) fn is_whole(&self, first: usize, end: usize, kind: PostKind) -> bool {
        // Companies are named for places: "Georgia Power Chairman".
        let public = matches!(kind, PostKind::Government | PostKind::Police | PostKind::Legal | PostKind::Military);
        let place = self.place_phrase(first).filter(|_| public).map_or(0, |(n, _)| n);
        let known = self.organization_phrase(first).max(place);
        let ends = public && self.token(end - 1).has(class::ORG_HEAD.or(class::ORG_SUFFIX));
        // "Obama Defense Secretary Ann Lee"
        let president = public && end == first + 1 && self.token(first).has(class::US_PRESIDENT);
        first < end && (known == end - first || ends || president)
    }

    /// Whether another name starts inside a run: "Oduya Robert James Oduya", "Ann Lee Ann Marie Lee", "Ann Lee Omar Diaz".
    pub(super) fn starts_anew(&self, first: usize, at: usize) -> bool {
        let tokens = &self.text.tokens;
        let (before, token) = (&tokens[at - 1], &tokens[at]);
        let follows = at + 1 < self.sentence.last && tokens[at + 1].gap == Gap::Space;
        if self.case == Case::None || !follows || token.shape != Shape::Capital || !token.has(class::GIVEN) {
            return false;
        }
        let next = &tokens[at + 1];
        let surname_next = next.shape == Shape::Capital && next.has(class::SURNAME);
        // "Ann Ann Lee", "Lee Ann Marie Lee": a word of the run stands again.
        if token.word.is_known() && token.is(tokens[first].word) && next.is_capital() && !next.has(class::COMMON) {
            return true;
        }
        let bytes = |t: &Token| &self.text.source.as_bytes()[t.start as usize..t.end as usize];
        let later = || {
            tokens[at + 1..self.sentence.last.min(at + 8)]
                .iter()
                .take_while(|t| t.gap <= Gap::Space && (t.is_capital() || t.is_any(&[words::OPEN, words::CLOSE])))
                .filter(|t| t.is_word())
                .map(bytes)
        };
        let repeated = later().any(|word| tokens[first..at].iter().any(|t| bytes(t) == word));
        if repeated && !later().any(|word| word == bytes(token)) {
            return true;
        }
        let sure = |t: &Token| t.has(class::GIVEN) && !t.has(class::NAME_AND_WORD) && t.shape == Shape::Capital;
        // Not "Tran Thi Lan", whose surname stands first.
        let surname_before = before.has(class::SURNAME)
            && !(before.has(class::FAMILY_FIRST) && at == first + 1)
            && !before.has(class::GIVEN.or(class::COMMON).or(class::ORG_START))
            && sure(token)
            && !token.has(class::SURNAME)
            && (sure(next) || surname_next);
        // "Ann Lee Omar Diaz": two whole names; not "Ann Lee Omar Jr.", "Ana Maria Torres Diaz".
        let whole = at - first >= 2
            && tokens[first].has(class::PLAIN_GIVEN)
            && before.shape == Shape::Capital
            && !before.has(class::GIVEN.or(class::COMMON).or(class::ORG_START))
            && token.has(class::PLAIN_GIVEN)
            && !next.has(class::NAME_SUFFIX.or(class::COMMON).or(class::ORG_HEAD).or(class::ORG_SUFFIX))
            && (next.shape == Shape::Capital || next.shape == Shape::Initial);
        surname_before || whole
    }

    pub(super) fn run_end(&self, start: usize) -> usize {
        let after_title = self.after_title(start);
        name::run_end(self.text, start, self.sentence.last, self.case, |first, at| {
            let token = self.token(at);
            // "Oscar-winner Sir Ann Lee"
            let sir = || {
                let next = self.text.tokens.get(at + 1);
                !token.has(class::GIVEN.or(class::SURNAME))
                    && next.is_some_and(|t| t.is_capital() && t.has(class::PLAIN_GIVEN))
            };
            if token.has(class::HONORIFIC) && (token.has(class::ABBREVIATION) || sir()) || self.starts_anew(first, at) {
                return true;
            }
            if token.has(class::ORG_START)
                && at > first
                && let Some((n, sense)) = self.tables.organizations.longest(self.ids(at))
            {
                // "George W. Bush" is a name before it is the Bush White House's.
                let after_initial = self.token(at - 1).shape == Shape::Initial && self.token(first).has(class::GIVEN);
                let name_part = after_initial
                    || self.is_owner(at, n)
                    || n == 1 && token.has(class::SURNAME.or(class::GIVEN).or(class::COMMON));
                // "Banque Marlow" is known whole.
                let inside = || self.tables.organizations.longest(self.ids(first)).is_some_and(|(n, _)| at < first + n);
                if !name_part && !inside() && !sense.cased && !self.token(at - 1).has(class::COMMON) {
                    return true;
                }
            }
            if !token.has(class::POST_START.or(class::MODIFIER_START)) {
                return false;
            }
            let Some(post) = self.post_at(at) else { return false };
            // "Dunmore General Hospital"
            let house = self.text.tokens[..self.sentence.last].get(at + 1).is_some_and(|t| {
                t.shape == Shape::Capital && t.gap == Gap::Space && t.has(class::ORG_HEAD) && !t.has(class::PERSON_NOUN)
            });
            if token.is(words::GENERAL) && post.title.len() == 1 && house && self.case != Case::None {
                return false;
            }
            // "Ann Lee Executive director of Acme": a title after a whole name is not part of it.
            let whole = self.token(first).has(class::PLAIN_GIVEN)
                && at - first >= 2
                && self.token(at - 1).has(class::SURNAME)
                && post.title.start == at;
            if whole && post.title.len() > 1 {
                return true;
            }
            // "Kestrel Air chairman": a capitalised field before a title in small letters belongs to the name.
            let head = self.token(post.title.end - 1);
            let field = post.title.start == at
                && post.title.len() > 1
                && (token.has(class::MODIFIER_START) || head.shape == Shape::Lower);
            if field && self.case == Case::Usual && (head.shape == Shape::Lower || token.has(class::ORG_HEAD)) {
                // Not "Dutch Finance Minister", "Corral County District Attorney": what stands before is whole.
                let fixed = || self.tables.posts.longest(self.ids(at)).is_some_and(|(n, _)| n == post.title.len());
                let apart = !token.has(class::JURISDICTION) || !token.has(class::ORG_OPENER) && fixed();
                return head.is_capital() && apart && self.is_whole(first, at, post.kind);
            }
            // "Stephen King", "John Major": a surname that is a title, where a surname is due.
            let is_surname = post.title.len() == 1 && token.has(class::SURNAME) && !token.has(class::ABBREVIATION);
            let before = self.token(at - 1);
            let given_before = before.has(class::GIVEN) && !before.has(class::ORG_START)
                || before.has(class::PLAIN_GIVEN)
                || before.shape == Shape::Initial;
            // "Sir Ann Lee Leader of the House"
            let of = at - first >= 2
                && self.text.tokens.get(at + 1).is_some_and(|t| t.is_any(&[words::OF, words::AT, words::FOR]));
            let name_follows = self
                .text
                .tokens
                .get(at + 1)
                .is_some_and(|t| t.is_capital() && t.gap == Gap::Space && t.has(class::GIVEN));
            // "Corvane Partners": the plural of a title that nobody's name follows ends a name.
            let next = self.text.tokens.get(at + 1);
            let partners = post.plural
                && post.title.len() == 1
                && token.shape == Shape::Capital
                && before.shape == Shape::Capital
                && self.case == Case::Usual
                && !next.is_some_and(|t| t.is_capital() && t.gap == Gap::Space)
                && !before.has(class::ORG_START.or(class::PLACE_START));
            !(is_surname && (given_before || after_title && !of) && !name_follows) && !partners
        })
    }
}
