//! Reads lexicon lines into the tables that the stages look words up in.

use std::path::Path;

use super::class::{self, Class};
use super::date_word::{DatePhrase, DateWord};
use super::frame::{Frame, VerbForm, VerbKind, VerbSense};
use super::inflect::{self, Form};
use super::measure::Measures;
use super::nickname::Nicknames;
use super::phrases::{IdMap, Phrases};
use super::sense::{
    Gender, ModifierKind, NotName, OrganizationKind, OrganizationSense, PlaceKind, PlaceSense, PostKind, PostScope,
    PostSense,
};
use super::term::Term;
use super::tsv::{self, Line};
use super::vocabulary::{ShortWord, Vocabulary, WordId};
use super::weights::Weights;
use super::words;
use crate::Error;
use crate::record::Realis;

/// All words and phrases, compiled: what the stages look things up in.
#[derive(Debug, Clone)]
pub(crate) struct Tables {
    vocabulary: Vocabulary,
    pub(super) frames: Vec<Frame>,
    pub(super) frames_of: IdMap<u32, Vec<u32>>, // first word (the lemma for verbs) → frames
    verb_forms: IdMap<u32, VerbForm>,
    verbs: IdMap<u32, VerbSense>, // by lemma
    pub(super) irregular: IdMap<u32, (Box<str>, Box<str>)>,
    pub(crate) posts: Phrases<PostSense>,
    /// Full names, in lower case, of departments whose heads have titles of their own, and of titles that are cut short.
    pub(crate) full_names: Vec<Box<str>>,
    pub(crate) modifiers: Phrases<ModifierKind>,
    pub(crate) places: Phrases<PlaceSense>,
    pub(crate) organizations: Phrases<OrganizationSense>,
    pub(crate) not_names: Phrases<NotName>,
    pub(crate) measures: Measures,
    date_words: IdMap<u32, DateWord>,
    pub(crate) date_phrases: Phrases<DatePhrase>,
    pub(crate) weights: Weights,
    pub(super) terms: IdMap<u32, Vec<Term>>, // by surname
    pub(crate) nicknames: Nicknames,
    /// How many frames are built in, once all of these are read: what is read from then on is the user's, and wins.
    pub(super) builtin_frames: Option<u32>,
}

/// Why a line cannot be read: the column and what is wrong there.
pub(super) type Fault = (usize, String);

impl Tables {
    pub(super) fn new() -> Tables {
        let mut tables = Tables {
            vocabulary: Vocabulary::with_capacity(30_000),
            frames: Vec::new(),
            frames_of: IdMap::default(),
            verb_forms: IdMap::default(),
            verbs: IdMap::default(),
            irregular: IdMap::default(),
            posts: Phrases::new(),
            full_names: Vec::new(),
            modifiers: Phrases::new(),
            places: Phrases::new(),
            organizations: Phrases::new(),
            not_names: Phrases::new(),
            measures: Measures::default(),
            date_words: IdMap::default(),
            date_phrases: Phrases::new(),
            weights: Weights::default(),
            terms: IdMap::default(),
            nicknames: Nicknames::default(),
            builtin_frames: None,
        };
        for word in words::ALL {
            tables.intern(word);
        }
        tables
    }

    // ---- looking up

    /// The number of a word that is already in lower case.
    pub(crate) fn word(&self, lower: &[u8]) -> WordId {
        self.vocabulary.get(lower)
    }

    /// The numbers of at most `ShortWord::AT_ONCE` words, each given to `put` with its token and its classes.
    #[inline]
    pub(crate) fn short_words(&self, words: &[ShortWord], put: impl FnMut(u32, WordId, Class)) {
        self.vocabulary.get_all(words, put);
    }

    #[inline]
    pub(crate) fn short_word(&self, word: &ShortWord) -> WordId {
        self.vocabulary.get_short(word)
    }

    /// The word of a number.
    pub(crate) fn spelling(&self, word: WordId) -> &str {
        self.vocabulary.word(word)
    }

    #[inline]
    pub(crate) fn class(&self, word: WordId) -> Class {
        self.vocabulary.class(word)
    }

    pub(crate) fn gender(&self, word: WordId) -> Gender {
        self.vocabulary.gender(word)
    }

    /// Which verb the word is a form of.
    pub(crate) fn verb_form(&self, word: WordId) -> Option<VerbForm> {
        self.verb_forms.get(&word.0).copied()
    }

    /// What a verb that no frame names does, by lemma.
    pub(crate) fn verb(&self, lemma: WordId) -> Option<VerbSense> {
        self.verbs.get(&lemma.0).copied()
    }

    /// What a word does in a date expression.
    pub(crate) fn date_word(&self, word: WordId) -> Option<DateWord> {
        self.date_words.get(&word.0).copied()
    }

    /// The frames whose first word this is: the lemma of a verb, the noun or the adjective itself.
    pub(crate) fn frames_of(&self, word: WordId) -> impl Iterator<Item = &Frame> {
        self.frames_of.get(&word.0).into_iter().flatten().map(|&i| &self.frames[i as usize])
    }

    /// How many word numbers there are.
    #[cfg(test)]
    pub(super) fn words(&self) -> usize {
        self.vocabulary.len()
    }

    /// A word that nothing is known of.
    #[cfg(test)]
    pub(super) fn forget(&mut self, word: &str) {
        let id = self.intern(word);
        self.vocabulary.set_gender(id, Gender::Unknown);
        if let Some(classes) = self.vocabulary.class_mut(id) {
            *classes = if word.contains('-') { class::HYPHENATED } else { Class::NONE };
        }
    }

    /// Every frame, in the order of its file.
    #[cfg(test)]
    pub(crate) fn frames(&self) -> &[Frame] {
        &self.frames
    }

    // ---- reading

    /// What is read from now on is the user's, and wins over what is built in.
    pub(super) fn end_builtin(&mut self) {
        self.builtin_frames = Some(self.frames.len() as u32);
    }

    pub(super) fn is_users(&self) -> bool {
        self.builtin_frames.is_some()
    }

    pub(super) fn intern(&mut self, word: &str) -> WordId {
        self.vocabulary.intern(word)
    }

    /// The words of a phrase, cut as the tokens of a text are: "moody's" is "moody" and "'s", "at&t" is "at", "&" and "t".
    pub(super) fn intern_phrase(&mut self, phrase: &str) -> Vec<WordId> {
        let mut words = Vec::with_capacity(4);
        let mut rest = phrase;
        loop {
            let (word, after) = tsv::cut(rest, b' ');
            let (word, possessive) = match word.strip_suffix("'s").filter(|owner| !owner.is_empty()) {
                Some(owner) => (owner, true),
                None => (word, false),
            };
            match tsv::cut(word, b'&') {
                (before, after) if !before.is_empty() && !after.is_empty() => {
                    words.extend([before, "&", after].map(|part| self.intern(part)));
                }
                _ => words.push(self.intern(word)),
            }
            if possessive {
                words.push(self.intern("'s"));
            }
            if after.is_empty() {
                return words;
            }
            rest = after;
        }
    }

    pub(super) fn add_class(&mut self, word: WordId, class: Class) {
        if let Some(classes) = self.vocabulary.class_mut(word) {
            classes.add(class);
        }
    }

    pub(super) fn set_class(&mut self, word: &str, class: Class, removes: bool) -> WordId {
        let id = self.intern(word);
        match self.vocabulary.class_mut(id) {
            Some(classes) if removes => classes.remove(class),
            Some(classes) => classes.add(class),
            None => {}
        }
        id
    }

    /// Adds a table's lines; what is wrong is left out and returned.
    pub(super) fn read(&mut self, table: &str, path: &Path, text: &str) -> Vec<Error> {
        let Some(reader) = reader(table) else {
            return vec![Error::lexicon(path, 1, 1, format!("no table is named {table:?}; there are: {TABLES}"))];
        };
        let mut faults = Vec::new();
        for line in tsv::lines(text) {
            let outcome = match tsv::phrase_fault(line.phrase) {
                Some(fault) => Err((0, fault.to_owned())),
                None => reader(self, &line),
            };
            if let Err((column, message)) = outcome {
                faults.push(line.error(path, column, message));
            }
        }
        faults
    }

    /// Adds a built-in table, whose lines a test has found sound.
    pub(super) fn read_builtin(&mut self, table: &str, text: &str) {
        let Some(reader) = reader(table) else { return };
        for line in tsv::lines(text) {
            let outcome = reader(self, &line);
            debug_assert!(outcome.is_ok(), "{table}: {outcome:?}");
        }
    }

    fn grammar(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        for name in line.column(1).split(',') {
            let class = class::from_word(name).ok_or_else(|| (1, format!("no word class is named {name:?}")))?;
            self.set_class(line.phrase, class, line.removes);
        }
        Ok(())
    }

    fn irregular_verb(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let (past, participle) = (line.column(1), line.column(2));
        if past.is_empty() || participle.is_empty() {
            return Err((1, "past and participle are needed".to_owned()));
        }
        let lemma = self.intern(line.phrase);
        self.irregular.insert(lemma.0, (past.into(), participle.into()));
        Ok(())
    }

    pub(super) fn inflect(&mut self, lemma: &str, class: Class) -> WordId {
        let id = self.intern(lemma);
        let irregular = self.irregular.get(&id.0).cloned();
        let irregular = irregular.as_ref().map(|(past, participle)| (&**past, &**participle));
        for (word, form) in inflect::verb_forms(lemma, irregular) {
            let word = self.intern(&word);
            let gerund = if form == Form::GERUND { class::GERUND } else { Class::NONE };
            self.add_class(word, class::VERB.or(class).or(gerund));
            let known = self.verb_forms.entry(word.0).or_insert(VerbForm { lemma: id, form: Form::default() });
            if known.lemma == id {
                known.form.0 |= form.0;
            }
        }
        id
    }

    fn verb_line(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        if line.removes {
            let lemma = self.intern(line.phrase);
            self.verbs.remove(&lemma.0);
            return Ok(());
        }
        let kind = kind(line, 1, VerbKind::from_word, VerbKind::WORDS)?;
        let realis = optional(line, 2, Realis::from_word)?;
        let class = if kind == VerbKind::Say { class::SAY } else { Class::NONE };
        let id = self.inflect(line.phrase, class);
        self.verbs.insert(id.0, VerbSense { kind, realis });
        Ok(())
    }

    fn common_word(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        self.set_class(line.phrase, class::COMMON, line.removes);
        Ok(())
    }

    fn given_name(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let gender = kind(line, 1, Gender::from_word, "f m u")?;
        let id = self.set_class(line.phrase, class::GIVEN, line.removes);
        self.set_class(line.phrase, class::PLAIN_GIVEN, line.removes || !line.column(2).is_empty());
        self.vocabulary.set_gender(id, gender);
        self.only_name(id, line.column(2));
        self.name_and_word(id, line)
    }

    fn surname(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let id = self.set_class(line.phrase, class::SURNAME, line.removes);
        self.only_name(id, line.column(1));
        if line.column(1) == "word" {
            self.add_class(id, class::NAME_AND_WORD);
        }
        Ok(())
    }

    /// A user who does not say that a name is a word as well says that it is none.
    fn only_name(&mut self, name: WordId, kind: &str) {
        if self.is_users()
            && kind.is_empty()
            && let Some(classes) = self.vocabulary.class_mut(name)
        {
            classes.remove(class::NAME_AND_WORD);
        }
    }

    fn name_and_word(&mut self, id: WordId, line: &Line<'_>) -> Result<(), Fault> {
        match line.column(2) {
            "" => Ok(()),
            "word" => {
                self.add_class(id, class::NAME_AND_WORD);
                Ok(())
            }
            other => Err((2, format!("\"word\" or nothing belongs here, not {other:?}"))),
        }
    }

    fn person_word(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        if line.column(1) == "nickname" {
            self.nicknames.put(line.phrase, if line.removes { "" } else { line.column(3) });
            return Ok(());
        }
        let class = match line.column(1) {
            "honorific" => class::HONORIFIC,
            "particle" => class::PARTICLE,
            "suffix" => class::NAME_SUFFIX,
            "family" => class::FAMILY_FIRST,
            "description" => class::PERSON_NOUN,
            "relative" => class::PERSON_NOUN.or(class::KIN),
            "" if line.removes => {
                let nouns = class::PERSON_NOUN.or(class::KIN);
                class::HONORIFIC.or(class::PARTICLE).or(class::NAME_SUFFIX).or(class::FAMILY_FIRST).or(nouns)
            }
            _ => {
                return Err((
                    1,
                    "honorific, particle, suffix, family, description, relative or nickname belongs here".to_owned(),
                ));
            }
        };
        let gender = kind(line, 2, Gender::from_word, "f m u")?;
        if line.phrase.contains(' ') {
            return Ok(()); // descriptions of several words are found by their last one
        }
        let id = self.set_class(line.phrase, class, line.removes);
        if gender != Gender::Unknown {
            self.vocabulary.set_gender(id, gender);
        }
        Ok(())
    }

    fn not_name(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let words = self.intern_phrase(line.phrase);
        self.add_class(words[0], class::NOT_NAME_START);
        *self.not_names.entry(&words) = (!line.removes).then(|| match line.column(2) {
            "open" => NotName::Open,
            "skip" => NotName::Skip,
            _ => NotName::Whole,
        });
        Ok(())
    }

    fn place(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let words = self.intern_phrase(line.phrase);
        if line.removes {
            self.places.remove(&words);
            return Ok(());
        }
        let kind = kind(line, 1, PlaceKind::from_word, PlaceKind::WORDS)?;
        self.add_class(words[0], class::PLACE_START);
        let users = self.is_users();
        let slot = self.places.entry(&words);
        // "georgia" is a country and a state: the larger kind comes first in the enumeration and stays, but for the user's.
        if users || slot.as_ref().is_none_or(|known| kind < known.kind) {
            let canonical = Some(line.column(2)).filter(|c| !c.is_empty());
            *slot = Some(PlaceSense { kind, canonical: canonical.map(Into::into) });
        }
        Ok(())
    }

    fn organization(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let words = self.intern_phrase(line.phrase);
        if line.removes {
            self.organizations.remove(&words);
            return Ok(());
        }
        let kind = kind(line, 1, OrganizationKind::from_word, OrganizationKind::WORDS)?;
        self.add_class(words[0], class::ORG_START);
        let canonical = Some(line.column(2)).filter(|c| !c.is_empty());
        let cased = line.column(4) == "cased";
        let acronym = line.column(3) == "acronym";
        self.organizations
            .insert(&words, OrganizationSense { kind, canonical: canonical.map(Into::into), cased, acronym });
        Ok(())
    }

    fn organization_word(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let class = match line.column(1) {
            "head" => class::ORG_HEAD,
            "suffix" => class::ORG_SUFFIX,
            "opener" => class::ORG_OPENER,
            "generic" => class::ORG_GENERIC,
            "jurisdiction" => class::ORG_GENERIC.or(class::JURISDICTION),
            "unit" => class::ORG_UNIT,
            "" if line.removes => {
                let heads = class::ORG_HEAD.or(class::ORG_SUFFIX).or(class::ORG_OPENER).or(class::ORG_UNIT);
                heads.or(class::ORG_GENERIC).or(class::JURISDICTION)
            }
            _ => return Err((1, "head, suffix, opener, generic, jurisdiction or unit belongs here".to_owned())),
        };
        self.set_class(line.phrase, class, line.removes);
        Ok(())
    }

    fn post(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let words = self.intern_phrase(line.phrase);
        let mut sense = PostSense {
            kind: PostKind::Generic,
            title: false,
            weak: false,
            plural: false,
            scope: PostScope::Any,
            sole: false,
            department: None,
            full: None,
        };
        let mut plural = None;
        if !line.removes {
            sense.kind = kind(line, 1, PostKind::from_word, PostKind::WORDS)?;
        }
        for flag in line.column(2).split(',').filter(|f| !f.is_empty()) {
            match flag.split_once('=').unwrap_or((flag, "")) {
                ("title" | "rank", "") => sense.title = true,
                ("weak", "") => sense.weak = true,
                ("noprefix", "") => sense.title = false,
                ("sole", "") => sense.sole = true,
                ("seat", "") => sense.scope = PostScope::Seat,
                ("chamber", "") => sense.scope = PostScope::Chamber,
                ("national", "") => sense.scope = PostScope::National,
                ("local", "") => sense.scope = PostScope::Local,
                ("company", "") => sense.scope = PostScope::Company,
                ("plural", words) if !words.is_empty() => plural = Some(words.to_owned()),
                ("department", name) if !name.is_empty() => sense.department = self.full_name(name),
                ("full", name) if !name.is_empty() => sense.full = self.full_name(name),
                _ => return Err((2, format!("no flag {flag:?}: title, rank, weak, noprefix, department=…, plural=…"))),
            }
        }
        let plural = plural.unwrap_or_else(|| match line.phrase.rsplit_once(' ') {
            Some((before, last)) => format!("{before} {}", inflect::with_s(last)),
            None => inflect::with_s(line.phrase),
        });
        self.add_class(words[0], class::POST_START);
        for plural in plural.split('|') {
            let plural = self.intern_phrase(plural);
            self.add_class(plural[0], class::POST_START);
            if line.removes {
                self.posts.remove(&plural);
            } else if plural != words && (self.is_users() || self.posts.entry(&plural).is_none()) {
                self.posts.insert(&plural, PostSense { plural: true, ..sense });
            }
        }
        // "sens." is the plural of "sen." though it has a line of its own.
        let slot = self.posts.entry(&words);
        sense.plural = slot.is_some_and(|known| known.plural);
        *slot = (!line.removes).then_some(sense);
        Ok(())
    }

    fn full_name(&mut self, name: &str) -> Option<u16> {
        let name = name.to_lowercase();
        let at = self.full_names.iter().position(|known| **known == *name).unwrap_or_else(|| {
            self.full_names.push(name.into());
            self.full_names.len() - 1
        });
        u16::try_from(at).ok()
    }

    fn modifier(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let words = self.intern_phrase(line.phrase);
        if line.removes {
            self.modifiers.remove(&words);
            return Ok(());
        }
        let kind = kind(line, 1, ModifierKind::from_word, ModifierKind::WORDS)?;
        self.add_class(words[0], class::MODIFIER_START);
        self.modifiers.insert(&words, kind);
        Ok(())
    }

    fn abbreviation(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let ends = match line.column(2) {
            "end" => class::ABBREVIATION_END,
            "mid" => Class::NONE,
            "" if line.removes => class::ABBREVIATION_END,
            other => return Err((2, format!("\"end\" or \"mid\" belongs here, not {other:?}"))),
        };
        for word in line.phrase.split(' ').filter(|w| w.ends_with('.')) {
            self.set_class(word, class::ABBREVIATION.or(ends), line.removes);
        }
        Ok(())
    }

    fn date(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let (kind, value) = (line.column(1), line.column(2));
        if matches!(kind, "not" | "holiday") {
            let phrase = DatePhrase::read(kind, value).ok_or_else(|| (2, format!("{value:?} is no day of a year")))?;
            let words = self.intern_phrase(line.phrase);
            self.add_class(words[0], class::DATE);
            *self.date_phrases.entry(&words) = (!line.removes).then_some(phrase);
            return Ok(());
        }
        let sense =
            DateWord::read(kind, value).ok_or_else(|| (1, format!("{kind:?} with {value:?} is no date word")))?;
        let word = self.intern(line.phrase);
        if line.removes {
            self.date_words.remove(&word.0);
            return Ok(());
        }
        self.date_words.insert(word.0, sense);
        let class = match sense {
            DateWord::Month(_, true) if line.phrase.ends_with('.') => class::ABBREVIATION.or(class::ABBREVIATION_END),
            _ => Class::NONE,
        };
        self.add_class(word, if sense.starts() { class.or(class::DATE) } else { class });
        Ok(())
    }
}

const TABLES: &str = "grammar, irregular_verbs, verbs, frames, common_words, given_names, surnames, person_words, not_names, \
                      places, organizations, organization_words, posts, post_modifiers, abbreviations, dates, numbers, units, \
                      currencies, targets, confidence, terms";

type Reader = fn(&mut Tables, &Line<'_>) -> Result<(), Fault>;

fn reader(table: &str) -> Option<Reader> {
    Some(match table {
        "grammar" => Tables::grammar,
        "irregular_verbs" => Tables::irregular_verb,
        "verbs" => Tables::verb_line,
        "frames" => Tables::frame,
        "common_words" => Tables::common_word,
        "given_names" => Tables::given_name,
        "surnames" => Tables::surname,
        "person_words" => Tables::person_word,
        "not_names" => Tables::not_name,
        "places" => Tables::place,
        "organizations" => Tables::organization,
        "organization_words" => Tables::organization_word,
        "posts" => Tables::post,
        "post_modifiers" => Tables::modifier,
        "abbreviations" => Tables::abbreviation,
        "numbers" => Tables::number_line,
        "units" => Tables::unit_line,
        "currencies" => Tables::currency_line,
        "targets" => Tables::target_line,
        "dates" => Tables::date,
        "confidence" => Tables::weight_line,
        "terms" => Tables::term,
        _ => return None,
    })
}

/// The mistakes of a table's lines, without keeping the words.
pub(super) fn faults(table: &str, path: &Path, text: &str) -> Vec<Error> {
    Tables::new().read(table, path, text)
}

pub(super) fn kind<K>(
    line: &Line<'_>,
    column: usize,
    from_word: fn(&str) -> Option<K>,
    words: &str,
) -> Result<K, Fault> {
    let word = line.column(column);
    from_word(word).ok_or_else(|| (column, format!("{word:?} is none of: {}", words.trim())))
}

pub(super) fn optional<K>(
    line: &Line<'_>,
    column: usize,
    from_word: fn(&str) -> Option<K>,
) -> Result<Option<K>, Fault> {
    match line.column(column) {
        "" => Ok(None),
        word => from_word(word).map(Some).ok_or_else(|| (column, format!("unknown value {word:?}"))),
    }
}
