//! One pass over a sentence that decides what each run of tokens names; overlaps are settled here and nowhere else.

use super::definition::Definitions;
use super::firm::is_legal_form;
use super::name::{self, Case};
use super::post::{self, Post};
use super::{Found, Kind};
use crate::lexicon::{
    Class, Form, ModifierKind, NotName, OrganizationKind, PlaceKind, PostScope, Tables, WordId, class, words,
};
use crate::text::{Gap, Sentence, Shape, Text, Token};

pub(super) struct Scanner<'a, 't> {
    pub(super) text: &'a Text<'t>,
    pub(super) tables: &'a Tables,
    pub(super) found: Vec<Found>,
    pub(super) posts: Vec<Post>,
    pub(super) definitions: Definitions<'t>,
    pub(super) sentence: Sentence,
    pub(super) case: Case,
    /// The names before tickers in a sentence without case: first token and one past the last.
    pub(super) listed: Vec<(usize, usize)>,
}

impl<'a, 't> Scanner<'a, 't> {
    /// The scan of a text whose acronyms in brackets are known.
    pub(super) fn new(text: &'a Text<'t>, tables: &'a Tables, definitions: Definitions<'t>) -> Scanner<'a, 't> {
        let sentence = Sentence { first: 0, last: 0, headline: false, caseless: false, classes: Class::NONE };
        // One token in ten starts a mention, one in forty a post.
        let (found, posts) = (Vec::with_capacity(text.tokens.len() / 8), Vec::with_capacity(text.tokens.len() / 32));
        let mut scanner =
            Scanner { text, tables, found, posts, definitions, sentence, case: Case::Usual, listed: Vec::new() };
        for sentence in &text.sentences {
            scanner.sentence(sentence);
        }
        scanner
    }

    fn sentence(&mut self, sentence: &Sentence) {
        self.sentence = *sentence;
        self.case = name::case_of(&self.text.tokens[sentence.range()], sentence.headline, sentence.caseless);
        self.find_listed(sentence);
        // Most words are in small letters: they are titles or nothing.
        let cased = self.case != Case::None;
        let starts = |token: &Token| match token.shape {
            Shape::Lower => !cased || token.has(post::STARTS.or(class::ORG_START)),
            Shape::Mark => token.is(words::LESS),
            _ => true,
        };
        let mut at = self.asking_verb(sentence.first);
        while let Some(skipped) = self.text.tokens[at.min(sentence.last)..sentence.last].iter().position(starts) {
            at += skipped;
            let token = &self.text.tokens[at];
            let camel = self.is_camel(at);
            // "first", "national": the first word of an organisation too, which in small letters is none.
            if cased && token.shape == Shape::Lower && !camel && !token.has(post::STARTS) && !is_article(token) {
                at += 1;
                continue;
            }
            if let Some(end) = self.address(at) {
                at = end;
                continue;
            }
            let small = cased && token.shape == Shape::Lower && !token.has(class::MONTH.or(class::WEEKDAY));
            let titled = small && !is_article(token) && !camel;
            at = if titled { self.small_title(at) } else { self.step(at) }.max(at + 1);
        }
    }

    /// Past the modal that opens a question: "Will Ann Lee resign?", "Can House Speaker Lee govern?"; not "Will Lee resigned."
    fn asking_verb(&self, first: usize) -> usize {
        let sentence = &self.text.tokens[..self.sentence.last];
        let modal = sentence[first].has(class::MODAL) && sentence[first].is_capital();
        let asks = || sentence.last().is_some_and(|t| t.is(words::QUESTION));
        first + usize::from(modal && self.case != Case::None && asks())
    }

    pub(super) fn token(&self, at: usize) -> &Token {
        &self.text.tokens[at]
    }

    fn source(&self, at: usize) -> &'t str {
        let token = self.token(at);
        &self.text.source[token.start as usize..token.end as usize]
    }

    /// Makes the mention found last end at a token.
    pub(super) fn lengthen(&mut self, last: usize) -> usize {
        if let Some(found) = self.found.last_mut() {
            found.last = last;
        }
        last
    }

    pub(super) fn ids(&self, at: usize) -> impl Iterator<Item = WordId> + '_ {
        self.text.tokens[at..self.sentence.last.min(at + 8)].iter().map(|t| t.word)
    }

    pub(super) fn push(&mut self, kind: Kind, first: usize, last: usize) -> usize {
        self.found.push(Found { kind, first, last, entity: None });
        last
    }

    fn push_post(&mut self, mut post: Post, at: usize) -> usize {
        let last = post.title.end;
        // "the 14th mayor of Lowell": the number is the post's, and no part of its title.
        post.all.start -= self.ordinal_before(at);
        let first = post.all.start;
        self.found.push(Found { kind: Kind::Post, first, last, entity: Some(self.posts.len()) });
        self.posts.push(post);
        last
    }

    /// Names the title that starts in small letters at a token, where capitals tell names; where to go on.
    fn small_title(&mut self, at: usize) -> usize {
        let post = self.post_at(at).filter(|post| !self.is_name_not_title(at, post));
        post.map_or(at + 1, |post| self.push_post(post, at))
    }

    /// Names what starts at a token; where to go on.
    fn step(&mut self, at: usize) -> usize {
        let token = *self.token(at);
        // "al Shabaab", "la Repubblica"
        if token.shape == Shape::Lower && self.case != Case::None && is_article(&token) {
            let next = self.text.tokens.get(at + 1).filter(|t| t.is_capital() && t.gap == Gap::Space);
            let known = next.and_then(|_| self.tables.organizations.longest(self.ids(at))).filter(|(n, _)| *n > 1);
            return known.map_or(at + 1, |(length, _)| self.push_organization(at, at + length));
        }
        // "<STRR.O>" is a ticker.
        if token.is(words::LESS) {
            let close = (at + 1..self.sentence.last.min(at + 9)).find(|&i| self.token(i).is(words::GREATER));
            let named = close.filter(|&c| {
                self.address(at + 1).is_none()
                    && (at + 1..c).any(|i| self.token(i).shape == Shape::Capital)
                    && self.token(at + 1).is_capital()
            });
            if let Some(close) = named {
                self.push(Kind::Organization, at + 1, close);
                return close + 1;
            }
            let ticker = close.filter(|&c| c - at <= 4 && (at + 1..c).all(|i| self.token(i).shape != Shape::Lower));
            return ticker.map_or(at + 1, |c| {
                if c - at <= 4 && self.token(at + 1).shape == Shape::Upper { c + 1 } else { at + 1 }
            });
        }
        if let Some(end) = self.listed_at(at) {
            return self.push(Kind::Organization, at, end);
        }
        if let Some(end) = self.numbered(at) {
            return self.push_organization(at, end);
        }
        if !token.is_word() {
            return at + 1;
        }
        if let Some(end) = self.firm_of_partners(at) {
            return end;
        }
        // "the Senate Commerce, Science and Transportation Committee"
        if token.is_any(&[words::SENATE, words::HOUSE])
            && let Some(end) = self.fields(at + 1).filter(|&end| self.token(end - 1).has(class::ORG_HEAD))
        {
            return self.push_organization(at, end);
        }
        // "Ohio-based Acme" names Acme.
        if token.is_capital() && self.is_compound_adjective(&token) {
            return at + 1;
        }
        // "Mr. Lee" is named Lee.
        // "St. Louis" is one name.
        let honorific = token.has(class::HONORIFIC)
            && !token.is(words::SAINT)
            && token.is_capital()
            && self.text.tokens.get(at + 1).is_some_and(|t| t.is_capital() && !is_legal_form(t));
        let only_honorific = || {
            !token.has(class::GIVEN.or(class::SURNAME)) && (!token.has(class::POST_START) || self.post_at(at).is_none())
        };
        if honorific && (token.has(class::ABBREVIATION) || only_honorific()) {
            return at + 1;
        }
        if let Some(end) = self.particled_surname(at) {
            return self.push(Kind::Person, at + 1, end);
        }
        if let Some(definition) = self.definitions.at(at) {
            let kind = if definition.organization { Kind::Organization } else { Kind::Name };
            return self.push(kind, definition.first, definition.last);
        }
        if token.has(class::NOT_NAME_START)
            && self.fits_case(at)
            && let Some((length, sense)) = self.tables.not_names.longest(self.ids(at)).map(|(n, sense)| (n, *sense))
            && length >= self.organization_phrase(at)
            // "SALT talks"; not "Salt Lake City".
            && length >= self.place_phrase(at).map_or(0, |(n, _)| n)
        {
            // "MAX" may be no name; "Max" is.
            let cased = length > 1
                || !token.has(class::GIVEN.or(class::SURNAME))
                || token.shape == Shape::Upper && self.case == Case::Usual;
            // "Hurricane Xanthe" is no person; "Hurricane season" is no name.
            let named =
                self.text.tokens.get(at + length).is_some_and(|t| t.shape == Shape::Capital && t.gap == Gap::Space);
            if sense == NotName::Skip {
                return at + length;
            }
            // "VAR Industries Inc" is a firm.
            let firm = length == 1 && token.shape == Shape::Upper && is_legal_form(self.token(self.run_end(at) - 1));
            if sense == NotName::Whole && cased && !firm {
                return self.push(Kind::Name, at, at + length);
            }
            if sense == NotName::Open && named && self.case != Case::None && at + length < self.sentence.last {
                return self.push(Kind::Name, at, at + length + 1);
            }
        }
        // "Republican Ann Lee": what somebody is, before the name.
        let skips = || {
            self.tables
                .modifiers
                .longest(std::iter::once(token.word))
                .is_some_and(|(_, kind)| *kind == ModifierKind::Skip)
        };
        let described = token.is_capital()
            && !token.has(class::GIVEN.or(class::SURNAME))
            && (token.has(class::PERSON_NOUN) || skips())
            && self
                .text
                .tokens
                .get(at + 1)
                .is_some_and(|t| t.is_capital() && t.gap == Gap::Space && t.has(class::GIVEN))
            && self.post_at(at).is_none();
        if described {
            return at + 1;
        }
        // "In early January Allan Lee", "CLOSE Ann Lee": a month or a word of page furniture before the name.
        let next = self.text.tokens.get(at + 1);
        let before_name = next.is_some_and(|t| t.is_capital() && t.gap == Gap::Space && t.has(class::GIVEN));
        // Not "CEO Ann Lee".
        let furniture = token.shape == Shape::Upper
            && token.has(class::COMMON)
            && next.is_some_and(|t| t.shape == Shape::Capital)
            && self.post_at(at).is_none();
        if self.case == Case::Usual && before_name && (token.has(class::MONTH.or(class::WEEKDAY)) || furniture) {
            return at + 1;
        }
        let organization = self.organization_phrase(at);
        let place = self.place_phrase(at);
        let post = self.post_at(at);
        let post_length = post.as_ref().map_or(0, |p| p.title.end - at);
        let known = organization.max(place.map_or(0, |(n, _)| n));
        // "the Joint Chiefs of Staff" are no chiefs of staff.
        let house = organization > 2 && organization == post_length;
        if let Some(post) = post.filter(|_| post_length >= known && !house)
            && !self.is_name_not_title(at, &post)
        {
            return self.push_post(post, at);
        }
        // "Early Voting Center", "First National Indemnity Co": an adverb in capitals inside a sentence starts a name.
        if token.has(class::ADVERB) && !token.has(class::NEGATION) && self.starts_firm(at) {
            let last = self.run_end(at);
            let last = self.corporate_suffix(self.known_extension(at, self.corporate_suffix(last)));
            return self.push_organization(at, last);
        }
        let can_start = name::is_name_word(&token, self.case);
        if known == 0 && !can_start {
            return at + 1;
        }
        let end = if can_start { self.run_end(at) } else { at };
        self.named(at, end.max(at + known), organization, place)
    }

    /// Where "de la Oduya" ends after "Mr.": small words before a surname, which nothing but a title introduces.
    fn particled_surname(&self, at: usize) -> Option<usize> {
        let title = self.token(at).has(class::HONORIFIC) && self.token(at).has(class::ABBREVIATION);
        if !title || self.case == Case::None {
            return None;
        }
        let rest = &self.text.tokens[at + 1..self.sentence.last];
        let small =
            rest.iter().take_while(|t| t.has(class::PARTICLE) && t.shape == Shape::Lower && t.gap == Gap::Space);
        let name = at + 1 + small.take(3).count();
        let named = name > at + 1 && name < self.sentence.last && {
            let token = self.token(name);
            token.shape == Shape::Capital && token.gap == Gap::Space
        };
        named.then(|| self.run_end(name))
    }

    /// Whether a capitalised word of grammar inside a sentence goes before words that an organisation's name ends with.
    fn starts_firm(&self, at: usize) -> bool {
        let token = self.token(at);
        if self.case != Case::Usual || token.shape != Shape::Capital || self.starts_sentence(at) {
            return false;
        }
        let next = self.text.tokens[..self.sentence.last].get(at + 1);
        if !next.is_some_and(|t| t.shape == Shape::Capital && t.gap == Gap::Space) || token.has(class::GIVEN) {
            return false;
        }
        let end = self.run_end(at);
        let tail = self.token(end - 1);
        end - at >= 3 && tail.has(class::ORG_HEAD.or(class::ORG_SUFFIX)) && !tail.has(class::NAME_SUFFIX)
    }

    /// How many tokens of "14th" stand directly before a token.
    fn ordinal_before(&self, at: usize) -> usize {
        let before = at.checked_sub(2).filter(|&number| number >= self.sentence.first);
        let ordinal = before.is_some_and(|number| {
            self.token(number).shape == Shape::Number
                && self.token(number + 1).gap == Gap::Nothing
                && self.is_ordinal(number + 1)
        });
        if ordinal && self.token(at).gap == Gap::Space { 2 } else { 0 }
    }

    /// "st" of "1st", "th" of "14th".
    fn is_ordinal(&self, suffix: usize) -> bool {
        matches!(self.source(suffix), "st" | "nd" | "rd" | "th")
    }

    /// Where a court, a unit or a district that goes by its number ends: "10th Circuit", "82nd Airborne Division".
    fn numbered(&self, at: usize) -> Option<usize> {
        let name = at + 2;
        let day = at > 0 && self.token(at - 1).has(class::MONTH);
        if self.token(at).shape != Shape::Number || day || self.case != Case::Usual || name >= self.sentence.last {
            return None;
        }
        let (suffix, next) = (self.token(at + 1), self.token(name));
        let ordinal = suffix.gap == Gap::Nothing && self.is_ordinal(at + 1);
        if !ordinal || next.shape != Shape::Capital || next.gap != Gap::Space || self.post_at(name).is_some() {
            return None;
        }
        let end = self.run_end(name);
        // Not "the 113th Congress", "her 2nd Supreme Court post".
        let known = self.organization_phrase(name) == end - name;
        let numbered = self.token(end - 1).has(class::ORG_HEAD) && !known;
        numbered.then(|| self.known_extension(name, end))
    }

    /// A run of name words, a known phrase, or both.
    fn named(&mut self, at: usize, end: usize, organization: usize, place: Option<(usize, PlaceKind)>) -> usize {
        let place_length = place.map_or(0, |(n, _)| n);
        // "The Bank", "When Lee": an ordinary word that merely starts the sentence is not part of the name.
        if self.starts_sentence(at) && organization + place_length == 0 && self.is_ordinary_start(at, end) {
            return at + 1;
        }
        // "Two Acme journalists, Ann Lee and Omar Diaz": how many there are is no name.
        let counts = self.starts_sentence(at) && self.token(at).has(class::NUMBER_WORD) && end > at + 1;
        if counts && end < self.sentence.last && self.post_at(end).is_some_and(|post| post.plural) {
            return at + 1;
        }
        let run = &self.text.tokens[at..end];
        // "effective April 1" names a day.
        if run.len() == 1
            && run[0].has(class::MONTH)
            && self.text.tokens.get(end).is_some_and(|t| t.shape == Shape::Number && t.gap <= Gap::Line)
        {
            return end;
        }
        let ends_organization = run.len() > 1
            && run.last().is_some_and(|t| {
                t.has(class::ORG_HEAD.or(class::ORG_SUFFIX)) && !t.has(class::NAME_SUFFIX) && self.case != Case::None
            });
        // "United States Department of Housing and Urban Development": a place, then a whole name that is known.
        let whole = place_length > organization && place_length < run.len() && {
            self.organization_phrase(at + place_length) > run.len() - place_length
        };
        if whole {
            return self.known(at, at + place_length, false, place);
        }
        let known = organization.max(place_length);
        if known > 0 && (known >= run.len() || !ends_organization) {
            // "Madison Lee": a place that is a given name too gives way to the person.
            let person = run.len() > known
                && self.token(at).has(class::GIVEN)
                && organization <= 1
                && name::classify(self.text, self.tables, at, end, self.case, self.after_title(at)) == Kind::Person;
            let titled = place_length >= organization && self.after_title(at) && run.len() > known && known == 1;
            // "at Ostrava Bearings": a place before another name word is part of that name.
            let next = (known < run.len()).then(|| self.token(at + known));
            let goes_on = self.case == Case::Usual
                && place_length > organization
                && next.is_some_and(|t| {
                    t.shape == Shape::Capital
                        && !t.has(class::PERSON_NOUN.or(class::GIVEN).or(class::PLACE_START).or(class::MODIFIER_START))
                })
                && self.organization_phrase(at + known) == 0
                && place.is_some_and(|(_, kind)| kind == PlaceKind::City);
            if !person && !titled && !goes_on {
                let branch = organization >= place_length && self.is_branch(at, at + known, end);
                return self.known(at, if branch { end } else { at + known }, organization >= place_length, place);
            }
        }
        let kind = name::classify(self.text, self.tables, at, end, self.case, self.after_title(at));
        match kind {
            Kind::Organization
                if end == at + 1 && (self.definitions.is_thing(self.source(at)) || self.is_model(at)) =>
            {
                self.push(Kind::Name, at, end)
            }
            Kind::Organization => {
                let last = self.corporate_suffix(self.known_extension(at, self.corporate_suffix(end)));
                self.push_organization(at, last)
            }
            Kind::Name => {
                let opens = self.token(end - 1).has(class::ORG_HEAD.or(class::ORG_OPENER));
                let last = if opens { self.known_extension(at, end) } else { end };
                let suffixed = self.corporate_suffix(last);
                let kind = if last > end || suffixed > last { Kind::Organization } else { Kind::Name };
                self.push(kind, at, suffixed)
            }
            kind => self.push(kind, at, end),
        }
    }

    /// "Acme XLR": capitals behind the name of a company are its product's.
    fn is_model(&self, at: usize) -> bool {
        use OrganizationKind::Company;
        let Some(firm) = self.found.last().filter(|f| f.kind == Kind::Organization && f.last == at) else {
            return false;
        };
        let sense = self.tables.organizations.longest(firm.range().map(|at| self.token(at).word));
        self.token(at).gap == Gap::Space && sense.is_some_and(|(_, sense)| sense.kind == Company)
    }

    /// A known organisation or place, with what goes on its name.
    fn known(&mut self, first: usize, last: usize, organization: bool, place: Option<(usize, PlaceKind)>) -> usize {
        if organization {
            let last = self.known_extension(first, self.corporate_suffix(last));
            return self.push_organization(first, last);
        }
        match place {
            Some((_, PlaceKind::StateCode)) if !self.after_comma_or_dash(first) => self.push(Kind::Name, first, last),
            Some((_, kind)) if self.is_arm(first, last, kind) => self.lengthen(last),
            _ => self.push(Kind::Place, first, last),
        }
    }

    fn after_comma_or_dash(&self, at: usize) -> bool {
        at > 0 && self.token(at - 1).is_any(&[words::COMMA, words::DASH])
    }

    /// "Ohio-based", "Lee-led": a name made an adjective by the participle behind the hyphen.
    fn is_compound_adjective(&self, token: &Token) -> bool {
        if token.word.is_known() && !token.has(class::HYPHENATED) {
            return false;
        }
        let word = &self.text.source[token.start as usize..token.end as usize];
        let Some((_, last)) = word.rsplit_once('-') else { return false };
        last.bytes().all(|b| b.is_ascii_lowercase())
            && self.tables.verb_form(self.tables.word(last.as_bytes())).is_some_and(|v| v.form.has(Form::PARTICIPLE))
    }

    #[inline]
    pub(super) fn post_at(&self, at: usize) -> Option<Post> {
        let leads_on =
            self.token(at).has(post::STARTS) && post::leads_on(&self.text.tokens, self.tables, at, self.sentence.last);
        if leads_on { self.title_at(at) } else { None }
    }

    fn title_at(&self, at: usize) -> Option<Post> {
        let token = self.token(at);
        // "who heads the bureau", "Lee chairs the panel": a verb after its subject; "will not fire adviser Lee".
        if token.has(class::FRAME_VERB) && token.shape == Shape::Lower && at > self.sentence.first {
            let previous = self.token(at - 1);
            if previous.has(class::MODAL.or(class::NEGATION)) || previous.is(words::TO) {
                return None;
            }
        }
        if token.has(class::FRAME_VERB) && token.shape == Shape::Lower && at > self.sentence.first {
            let previous = self.token(at - 1);
            let person = self.found.last().is_some_and(|f| f.kind == Kind::Person && f.last == at);
            let next = self.text.tokens.get(at + 1);
            let object = next.is_some_and(|t| t.has(class::DETERMINER.or(class::POSSESSIVE)) || t.is_capital());
            if (previous.has(class::WHO) || person) && object {
                return None;
            }
        }
        let post = post::parse(self.text, self.tables, at, self.sentence.last)?;
        if self.is_named_for_post(&post) {
            return None;
        }
        // "the Company appointed Dean Banks": a verb between capitals is no part of a title.
        let title = &self.text.tokens[post.title.clone()];
        let verb = title.windows(3).any(|t| {
            t[0].is_capital() && t[1].shape == Shape::Lower && t[1].has(class::FRAME_VERB) && t[2].is_capital()
        });
        (!verb).then_some(post)
    }

    /// "Dean Banks", "Judge Reinhold": a title that is a given name, before a surname and after nothing that titles follow.
    fn is_name_not_title(&self, at: usize, post: &Post) -> bool {
        let token = self.token(at);
        let single = post.title.len() == 1;
        if !single || self.case == Case::None {
            return false;
        }
        // "Mr. King", "Gov. Judge": a name that is a title stands where a name is due.
        if self.after_honorific(at) && token.has(class::SURNAME) {
            return true;
        }
        // "Rep. Dean Oduya": a given name stands there too, before a surname.
        let named =
            |next: &Token| next.shape == Shape::Capital && next.gap == Gap::Space && !next.has(class::POST_START);
        let seated = self.found.last().is_some_and(|f| {
            let seat = |i: usize| matches!(self.posts[i].scope, PostScope::Seat | PostScope::Local);
            f.kind == Kind::Post && f.last == at && f.first + 1 == at && f.entity.is_some_and(seat)
        });
        if (self.after_honorific(at) || seated && token.gap == Gap::Space)
            && token.has(class::GIVEN)
            && token.shape == Shape::Capital
            && self.text.tokens[..self.sentence.last].get(at + 1).is_some_and(named)
        {
            return true;
        }
        let next_is_surname = self.text.tokens.get(at + 1).is_some_and(|t| t.is_capital() && t.has(class::SURNAME));
        token.is_capital()
            && token.has(class::GIVEN)
            && token.has(class::NAME_AND_WORD)
            && !token.has(class::ABBREVIATION)
            && next_is_surname
            && !self.text.tokens.get(at + 2).is_some_and(|t| t.is_capital() && t.has(class::SURNAME))
            && self.tables.gender(token.word) != crate::lexicon::Gender::Unknown
            && post.kind == crate::lexicon::PostKind::Academic
    }

    fn after_honorific(&self, at: usize) -> bool {
        at > self.sentence.first && self.token(at - 1).has(class::HONORIFIC) && self.token(at).gap == Gap::Space
    }

    /// Whether a title or "Mr." stands directly before.
    pub(super) fn after_title(&self, at: usize) -> bool {
        if at == self.sentence.first || self.token(at).gap > Gap::Line {
            return false;
        }
        self.after_honorific(at)
            || self.found.last().is_some_and(|f| {
                f.kind == Kind::Post && f.last == at && f.entity.is_some_and(|i| self.posts[i].before_name)
            })
    }

    pub(super) fn starts_sentence(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| at > self.sentence.first).map(|i| self.token(i)) else {
            return true;
        };
        // "We agree," Waters said: a mark that closes a quotation starts nothing.
        let closes = self.token(at).gap > Gap::Nothing && before.gap == Gap::Nothing;
        before.is_any(&[words::QUOTE, words::APOSTROPHE]) && !closes
            || before.is_any(&[
                words::COLON,
                words::OPEN,
                words::DASH,
                words::EM_DASH,
                words::EN_DASH,
                words::TWO_DASHES,
                words::BULLET,
            ])
    }

    /// Whether the first word of a run is there because a sentence starts with it.
    fn is_ordinary_start(&self, at: usize, end: usize) -> bool {
        let token = self.token(at);
        if !token.has(class::COMMON.or(class::GRAMMAR).or(class::VERB)) || token.shape == Shape::Upper {
            return false;
        }
        // "Park Min-woo"
        if name::is_family_first(self.text, self.tables, &self.text.tokens[at..end]) {
            return false;
        }
        let status = self.tables.modifiers.longest(std::iter::once(token.word));
        if status.is_some_and(|(_, kind)| {
            matches!(kind, ModifierKind::Former | ModifierKind::Outgoing | ModifierKind::Incoming | ModifierKind::Skip)
        }) && !token.has(class::GIVEN)
        {
            return true;
        }
        // "Said Waters: …"
        let said = token.has(class::SAY)
            && end == at + 2
            && self.text.tokens.get(end).is_some_and(|t| t.is_any(&[words::COMMA, words::COLON, words::QUOTE]));
        if said {
            return true;
        }
        // "Multiple White House aides", "Top Senate Republicans"
        let rest = || self.organization_phrase(at + 1) == end - at - 1;
        if at + 1 < end && !token.has(class::GIVEN) && rest() {
            return true;
        }
        let next = (at + 1 < end).then(|| self.token(at + 1));
        match next {
            None => !token.has(class::GIVEN.or(class::SURNAME)) || token.has(class::NAME_AND_WORD),
            Some(next) => {
                let name = token.has(class::GIVEN) && (next.has(class::SURNAME) || !next.has(class::COMMON));
                // "Grant Shapps" may be; "Public Works Department", "Crazy Eddie Inc" is.
                let head = self.token(end - 1);
                let company = head.has(class::ORG_SUFFIX) && !token.has(class::GRAMMAR.or(class::VERB));
                let organization = head.has(class::ORG_HEAD.or(class::ORG_SUFFIX));
                let ordinary_run = organization && !next.has(class::GIVEN) || company;
                !name && !ordinary_run && !next.has(class::COMMON)
            }
        }
    }
}

/// "al", "la": a small word that known organisations start with.
fn is_article(token: &Token) -> bool {
    token.has(class::PARTICLE) && token.has(class::ORG_START) && !token.has(class::COMMON.or(class::GRAMMAR))
}
