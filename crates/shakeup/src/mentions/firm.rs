//! Names of organisations that are put together: a place and its court, two fields, partners and their legal form.

use super::Kind;
use super::name::Case;
use super::post::Post;
use super::scan::Scanner;
use crate::lexicon::{OrganizationKind, PlaceKind, class, words};
use crate::text::{Gap, Shape, Token};

impl Scanner<'_, '_> {
    /// "Singer Co", "Data General Corp", "Dairy Producers Council": a title inside an organisation's name; not "President Church".
    pub(super) fn is_named_for_post(&self, post: &Post) -> bool {
        let tokens = &self.text.tokens[..self.sentence.last];
        let Some(next) = tokens.get(post.title.end).filter(|t| t.is_capital() && t.gap == Gap::Space) else {
            return false;
        };
        if self.case == Case::None || !tokens[post.title.clone()].iter().all(Token::is_capital) {
            return false;
        }
        let ends = tokens
            .get(post.title.end + 1)
            .is_none_or(|t| !t.is_capital() || t.gap > Gap::Space || t.has(class::POST_START.or(class::ORG_SUFFIX)));
        let body = next.has(class::ORG_HEAD)
            && !next.has(class::GIVEN.or(class::SURNAME))
            && (post.plural || post.weak)
            && ends;
        is_legal_form(next) || body
    }

    /// "Acme Europe president": up to two words on a company's name before a title belong to it; not "Acme founder Ann Lee".
    pub(super) fn is_branch(&self, at: usize, known: usize, end: usize) -> bool {
        let company =
            |kind| matches!(kind, OrganizationKind::Company | OrganizationKind::Bank | OrganizationKind::Media);
        let other = class::GIVEN.or(class::PERSON_NOUN).or(class::MODIFIER_START);
        let more = &self.text.tokens[known..end];
        let others = || (known..end).any(|at| self.organization_phrase(at) > 0);
        (1..=2).contains(&more.len())
            && self.case == Case::Usual
            && end < self.sentence.last
            && more.iter().all(|t| t.shape == Shape::Capital && t.gap == Gap::Space && !t.has(other))
            && self.tables.organizations.longest(self.ids(at)).is_some_and(|(_, o)| company(o.kind))
            && self.post_at(end).is_some_and(|post| post.before_name && !post.plural)
            && !others()
    }

    /// "Microsoft" + "Canada", "BBC" + "Scotland": what a company calls itself in a country; not "told Reuters Peru would pay",
    /// "Boeing U.S. workers".
    pub(super) fn is_arm(&self, first: usize, last: usize, place: PlaceKind) -> bool {
        let company = |kind| {
            use OrganizationKind::{Bank, Company, Media, Ngo};
            matches!(kind, Company | Bank | Media | Ngo)
        };
        let wide = matches!(place, PlaceKind::Country | PlaceKind::State | PlaceKind::Region | PlaceKind::Continent);
        let tokens = &self.text.tokens[..self.sentence.last];
        let Some(firm) = self.found.last().filter(|f| f.kind == Kind::Organization && f.last == first && wide) else {
            return false;
        };
        let before = |back: usize| firm.first.checked_sub(back).map(|at| &tokens[at]);
        let tells = |t: &Token| t.has(class::SAY.or(class::TELL));
        let told =
            before(1).is_some_and(tells) || before(1).is_some_and(|t| t.is(words::THE)) && before(2).is_some_and(tells);
        // "told BBC Scotland: …" names one.
        let told = told && tokens.get(last).is_some_and(|t| t.shape == Shape::Lower);
        // "Boeing U.S. workers", "IBM Vermont, N.Y."
        let ends = tokens.get(last).is_none_or(|t| t.gap > Gap::Space || !t.is_capital() || t.shape == Shape::Mark);
        let names = || firm.range().map(|at| tokens[at].word);
        let known = || {
            let sense = self.tables.organizations.longest(names());
            sense.is_some_and(|(length, sense)| length == firm.last - firm.first && company(sense.kind))
        };
        self.case == Case::Usual
            && tokens[first].gap == Gap::Space
            && tokens[first..last].iter().all(|t| t.shape == Shape::Capital || t.is(words::USA))
            && !told
            && ends
            && known()
    }

    /// "Aetna" + "Casualty and Surety Co": a company's name that goes on to its legal form.
    fn goes_on_from_firm(&self, first: usize, last: usize) -> bool {
        let tokens = &self.text.tokens;
        self.case == Case::Usual
            && tokens[first].gap == Gap::Space
            && is_legal_form(&tokens[last - 1])
            && last - first >= 2
            && self.found.last().is_some_and(|f| {
                let end = &tokens[f.last - 1];
                f.kind == Kind::Organization
                    && f.last == first
                    && !end.has(class::ORG_SUFFIX)
                    && !end.is_possessive()
                    && end.shape != Shape::Upper
            })
    }

    /// "Ohio" + "Supreme Court", "U.S." + "Senate Agriculture Committee" are one organisation.
    pub(super) fn push_organization(&mut self, first: usize, last: usize) -> usize {
        let gap = self.text.tokens[first].gap;
        // "Acme <ACM> PLC": the form alone names nothing.
        let after_ticker = first > self.sentence.first && self.text.tokens[first - 1].is(words::GREATER);
        if after_ticker && last - first == 1 && self.text.tokens[first].has(class::ORG_SUFFIX) {
            return last;
        }
        if self.goes_on_from_firm(first, last) {
            return self.lengthen(last);
        }
        // "Health Research and Management Group", "Lowell Gas and Fuel Associates": ordinary words on both sides of "and" are
        // one name; not "the Planning Commission and Zoning Board".
        if first >= 2 && self.text.tokens[first - 1].is_any(&[words::AND, words::AMPERSAND]) && last - first > 1 {
            let ordinary = |t: &Token| t.has(class::COMMON) && !t.has(class::GIVEN);
            let body = class::ORG_GENERIC.or(class::ORG_SUFFIX).or(class::ORG_OPENER);
            let joins = self.found.last().is_some_and(|f| {
                let left = &self.text.tokens[f.first..f.last];
                let right = &self.text.tokens[first..last];
                let field = || {
                    let end = &left[left.len() - 1];
                    left.len() > 1
                        && ordinary(end)
                        && !end.has(body)
                        && right.iter().all(|t| ordinary(t) && !t.is(end.word))
                        && right[right.len() - 1].has(class::ORG_SUFFIX.or(class::ORG_GENERIC))
                        && self.organization_phrase(f.first) < left.len()
                };
                f.last == first - 1
                    && ordinary(&right[0])
                    && (self.organization_phrase(first) == 0 || right.len() == 2 && right[1].has(class::ORG_HEAD))
                    && (f.kind == Kind::Name && left.iter().all(ordinary) || f.kind == Kind::Organization && field())
            });
            if joins {
                let before = self.found.pop().map_or(first, |f| f.first);
                return self.push_organization(before, last);
            }
        }
        // "Woodward and Lothrop Inc": a lone surname on the other side of "and" is the other partner's.
        if last - first == 2 && first >= 2 && self.text.tokens[first - 1].is(words::AND) && self.is_partner(first) {
            let before = self.found.pop().map_or(first, |f| f.first);
            return self.push(Kind::Organization, before, last);
        }
        if let Some(before) = self.found.last_mut() {
            let demonym = || {
                let words = self.text.tokens[before.first..before.last].iter().map(|t| t.word);
                self.tables.places.longest(words).is_some_and(|(_, p)| p.kind >= PlaceKind::Demonym)
            };
            // "Ohio GOP" is said of people: what they sit for is Ohio.
            let party = || {
                let sense = self.tables.organizations.longest(std::iter::once(self.text.tokens[first].word));
                last - first == 1 && sense.is_some_and(|(_, o)| o.kind == OrganizationKind::Party)
            };
            if before.kind == Kind::Place && before.last == first && gap == Gap::Space && !demonym() && !party() {
                before.kind = Kind::Organization;
                before.last = last;
                return last;
            }
        }
        self.push(Kind::Organization, first, last)
    }

    /// "Woodward, Lothrop and Co Inc", from its "Co": the names before "and" are the partners'; not "Ann Lee and Co.", her friends.
    pub(super) fn firm_of_partners(&mut self, at: usize) -> Option<usize> {
        let token = self.token(at);
        let and = at.checked_sub(1).filter(|&and| and > self.sentence.first && self.token(and).is(words::AND))?;
        if !token.is_any(&[words::CO, words::CO_STOP, words::SONS]) || token.shape != Shape::Capital {
            return None;
        }
        let last = self
            .found
            .last()
            .filter(|f| f.last == and && matches!(f.kind, Kind::Person | Kind::Name | Kind::Organization))?;
        let end = self.corporate_suffix(at + 1);
        // "of Ann C. Lee and Co"
        let initialed = last.last - last.first == 3
            && self.token(last.first + 1).shape == Shape::Initial
            && last.first > self.sentence.first
            && self.token(last.first - 1).has(class::PREPOSITION);
        if last.kind == Kind::Person && end == at + 1 && self.token(last.first).has(class::PLAIN_GIVEN) && !initialed {
            return None;
        }
        let mut first = last.first;
        let alone = last.kind != Kind::Organization || last.last - last.first == 1;
        self.found.pop();
        // The other partners: one or two words each, with nothing but commas between them.
        while let Some(partner) = self.found.last().filter(|f| alone && f.last + 1 == first) {
            let one = partner.last - partner.first == 1 && partner.kind != Kind::Post;
            let two = partner.last - partner.first == 2
                && matches!(partner.kind, Kind::Person | Kind::Name)
                && !self.token(partner.first).has(class::PLAIN_GIVEN);
            if !(one || two) || !self.token(partner.last).is(words::COMMA) {
                break;
            }
            first = partner.first;
            self.found.pop();
        }
        Some(self.push(Kind::Organization, first, end))
    }

    /// Whether the name before "and" is one surname, and a surname with a legal form follows.
    fn is_partner(&self, first: usize) -> bool {
        let partner = |t: &Token| {
            (t.has(class::SURNAME) || !t.word.is_known())
                && !t.has(class::ORG_START.or(class::COMMON))
                && t.shape == Shape::Capital
        };
        let suffixed = self.token(first + 1).has(class::ORG_SUFFIX) && partner(self.token(first));
        suffixed
            && self.found.last().is_some_and(|f| {
                matches!(f.kind, Kind::Name | Kind::Person)
                    && f.last == first - 1
                    && f.last - f.first == 1
                    && partner(self.token(f.first))
            })
    }
}

/// "Corp", "Ltd." on a name; not "Lee Jr.", "Ag".
pub(super) fn is_legal_form(token: &Token) -> bool {
    token.is_capital()
        && token.gap == Gap::Space
        && token.has(class::ORG_SUFFIX)
        && !token.has(class::NAME_SUFFIX.or(class::GIVEN))
        && (token.has(class::COMMON) || !token.has(class::SURNAME))
}
