//! Known organisations and places: which phrase of the lexicon stands at a token, and whether it is meant.

use super::name::Case;
use super::scan::Scanner;
use crate::lexicon::{Form, OrganizationKind, PlaceKind, class, words};
use crate::text::{Gap, Shape};

impl Scanner<'_, '_> {
    /// Whether a phrase that starts here is capitalised as a name, or the sentence has no case to tell.
    pub(super) fn fits_case(&self, at: usize) -> bool {
        self.case == Case::None || self.token(at).is_capital() || self.is_camel(at)
    }

    /// "eBay", "easyJet": a known name whose capital stands inside.
    pub(super) fn is_camel(&self, at: usize) -> bool {
        let token = self.token(at);
        let word = &self.text.source.as_bytes()[token.start as usize..token.end as usize];
        token.shape == Shape::Lower && token.has(class::ORG_START) && word.iter().any(u8::is_ascii_uppercase)
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
        // "a black panther", "new balance", in text without case
        let small = |at: usize| self.token(at).shape == Shape::Lower && self.token(at).has(class::COMMON);
        if self.case == Case::None && sense.cased && length == 2 && small(at) && small(at + 1) && is_made_up(sense.kind)
        {
            return 0;
        }
        // "Browns Creek"
        if length == 1 && sense.cased && self.case == Case::Usual && at + 1 < self.sentence.last {
            let next = self.token(at + 1);
            if next.shape == Shape::Capital && next.has(class::LANDMARK) {
                return 0;
            }
        }
        // "Who" is not the WHO.
        let upper = token.shape == Shape::Upper;
        if sense.acronym && length == 1 && token.has(class::GRAMMAR) && !upper {
            return 0;
        }
        // "Ice" that starts a sentence is not ICE; "under OATH" is no company's name, though "POLITICO" writes its own so.
        if length == 1 && self.case == Case::Usual && token.has(class::COMMON) {
            let shouted = upper && sense.cased && !sense.acronym && sense.kind != OrganizationKind::Media;
            let opens = sense.cased && !upper && self.starts_sentence(at) && self.opens_with_word(at, sense.kind);
            if shouted || opens || sense.acronym && !upper && self.starts_sentence(at) {
                return 0;
            }
        }
        // "Rockets Hit Lowell", in a headline
        let few = matches!(sense.kind, OrganizationKind::Team | OrganizationKind::Ngo);
        if length == 1 && self.case == Case::Title && token.has(class::COMMON) && sense.cased && few {
            return 0;
        }
        let university = sense.kind == OrganizationKind::University && self.token(at + length - 1).is(words::STATE);
        if university && length > 1 && self.is_of_state(at + length) {
            return 0;
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

    /// "Total volume rose", "Rockets hit Lowell": a word, where a sentence opens with it; "Total says", "Rockets coach Ann Lee".
    fn opens_with_word(&self, at: usize, kind: OrganizationKind) -> bool {
        use OrganizationKind::{Bank, Company, Media, Ngo, Team};
        let Some(next) = self.text.tokens[..self.sentence.last].get(at + 1) else { return false };
        if !matches!(kind, Bank | Company | Media | Ngo | Team) || next.shape != Shape::Lower || next.is_possessive() {
            return false;
        }
        let acts =
            class::SAY.or(class::BE).or(class::HAVE).or(class::MODAL).or(class::POST_START).or(class::PERSON_NOUN);
        let told = self.tables.verb_form(next.word).is_some_and(|v| {
            v.form.has(Form::PRESENT) && !v.form.has(Form::BASE) || v.form.has(Form::PAST) && kind != Team
        });
        !(next.has(acts.or(class::ORG_GENERIC)) || next.is(words::TO) || told)
    }

    /// "Ohio State Sen. Ann Lee", "the Ohio State Fair": what follows "State" is Ohio's, and no university's.
    fn is_of_state(&self, next: usize) -> bool {
        let Some(token) = self.text.tokens[..self.sentence.last].get(next) else { return false };
        let named = token.is_capital() && token.gap == Gap::Space;
        let known = token.has(class::GIVEN.or(class::ORG_HEAD)) || self.organization_phrase(next) > 0;
        named && (!known && self.post_at(next).is_none() || self.post_at(next - 1).is_some_and(|p| p.title.len() > 1))
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
                && !t.has(class::GRAMMAR.or(class::SAY).or(class::FRAME_VERB).or(class::ADVERB))
                // "bought by Christie's last year"
                && !t.is_any(&[words::LAST, words::NEXT])
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

/// Bodies whose names may be any words: companies, bands, gangs; not ministries or courts.
fn is_made_up(kind: OrganizationKind) -> bool {
    use OrganizationKind::{Company, Media, Military, Ngo, Team};
    matches!(kind, Company | Media | Military | Ngo | Team)
}
