//! Known organisations and places: which phrase of the lexicon stands at a token, and whether it is meant.

use super::name::Case;
use super::scan::Scanner;
use crate::lexicon::{OrganizationKind, PlaceKind, class, words};
use crate::text::{Gap, Shape};

impl Scanner<'_, '_> {
    /// Whether a phrase that starts here is capitalised as a name, or the sentence has no case to tell.
    pub(super) fn fits_case(&self, at: usize) -> bool {
        self.case == Case::None || self.token(at).is_capital()
    }

    pub(super) fn organization_phrase(&self, at: usize) -> usize {
        if !self.token(at).has(class::ORG_START) || !self.fits_case(at) {
            return 0;
        }
        let Some((length, sense)) = self.tables.organizations.longest(self.ids(at)) else { return 0 };
        let token = self.token(at);
        // "ice", "apple" in text without case are ordinary words.
        if self.case == Case::None && length == 1 && (sense.cased || token.has(class::COMMON)) {
            return 0;
        }
        // "Who" is not the WHO.
        let upper = token.shape == Shape::Upper;
        if sense.acronym && length == 1 && token.has(class::GRAMMAR) && !upper {
            return 0;
        }
        // "Ice" that starts a sentence is not ICE; "under OATH" is no company's name, though "POLITICO" writes its own so.
        if length == 1 && self.case == Case::Usual && token.has(class::COMMON) {
            let shouted = upper && sense.cased && !sense.acronym && sense.kind != OrganizationKind::Media;
            if shouted || sense.acronym && !upper && self.starts_sentence(at) {
                return 0;
            }
        }
        // "The National Audit Office" is not The National's.
        let next = at + length;
        if token.is(words::THE)
            && self.case == Case::Usual
            && next < self.sentence.last
            && self.token(next).shape == Shape::Capital
            && self.token(next).gap == Gap::Space
            && self.token(self.run_end(next) - 1).has(class::ORG_HEAD.or(class::ORG_SUFFIX))
        {
            return 0;
        }
        let last = self.token(at + length - 1);
        if length > 1 && self.case == Case::Usual && !last.is_capital() && !last.is_possessive()
            || self.is_owner(at, length)
        {
            return 0;
        }
        length
    }

    /// "Ann Christie's aide", "Christie's aide": a person who owns, not the house of that name.
    pub(super) fn is_owner(&self, at: usize, length: usize) -> bool {
        let token = self.token(at);
        if length != 2 || !self.token(at + 1).is_possessive() || !token.has(class::GIVEN.or(class::SURNAME)) {
            return false;
        }
        let named_before = at > self.sentence.first
            && token.gap == Gap::Space
            && self.token(at - 1).is_capital()
            && self.token(at - 1).has(class::GIVEN.or(class::HONORIFIC).or(class::POST_START));
        let owned = self.text.tokens.get(at + 2).is_some_and(|t| {
            t.gap == Gap::Space
                && t.shape == Shape::Lower
                && !t.has(class::GRAMMAR.or(class::SAY).or(class::FRAME_VERB))
        });
        named_before || owned
    }

    pub(super) fn place_phrase(&self, at: usize) -> Option<(usize, PlaceKind)> {
        if !self.token(at).has(class::PLACE_START) || !self.fits_case(at) {
            return None;
        }
        let (length, sense) = self.tables.places.longest(self.ids(at))?;
        // "us" is no country, in text without case.
        if length == 1
            && self.token(at).has(class::GRAMMAR)
            && (self.token(at).shape != Shape::Upper || self.case != Case::Usual)
        {
            return None;
        }
        if self.case == Case::None
            && length == 1
            && self.token(at).has(class::COMMON)
            && sense.kind != PlaceKind::Country
        {
            return None;
        }
        if sense.kind == PlaceKind::StateCode && self.token(at).shape != Shape::Upper {
            return None;
        }
        // "US officials told us so"
        let pronoun = length == 1 && self.token(at).has(class::GRAMMAR);
        if pronoun && (self.case != Case::Usual || self.token(at).shape != Shape::Upper) {
            return None;
        }
        Some((length, sense.kind))
    }
}
