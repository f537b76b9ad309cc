//! People: name variants into one person with the fullest name, two people of one surname apart.

use std::collections::BTreeMap;

use super::{ByName, name_of, push_lower};
use crate::lexicon::{Frame, FrameEvent, FrameWho, Gender, Tables, WordId, class, words};
use crate::mentions::{Found, Kind};
use crate::reading::{Known, Reading, latest};
use crate::text::{Gap, Shape, Token};

/// The words of a name that tell people apart: given names and surname in lower case, without particles and suffixes.
#[derive(Default)]
struct NameParts {
    text: String,
    ends: Vec<usize>, // of each word in the text, the surname last
}

impl NameParts {
    /// Takes the words of a mention; whether there are any.
    fn read(&mut self, reading: &Reading<'_>, first: usize, last: usize) -> bool {
        self.text.clear();
        self.ends.clear();
        for token in &reading.text.tokens[first..last] {
            let suffix = token.has(class::NAME_SUFFIX) && !self.ends.is_empty();
            if token.is_word() && !suffix {
                let word = &reading.text.source[token.start as usize..token.end as usize];
                push_lower(&mut self.text, word);
                self.ends.push(self.text.len());
            }
        }
        !self.ends.is_empty()
    }

    fn word(&self, index: usize) -> &str {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[index]]
    }

    fn surname(&self) -> &str {
        self.word(self.ends.len() - 1)
    }

    /// The last name but one, where it may be the surname that is said alone: of "Omar Diaz Roca"; not of "Ann Marie Lee".
    fn middle(&self, reading: &Reading<'_>, found: &Found) -> Option<&str> {
        let at = self.ends.len().checked_sub(2).filter(|&at| at > 0)?;
        let tokens = &reading.text.tokens[found.range()];
        let mut words = tokens.iter().filter(|t| t.is_word() && !t.has(class::NAME_SUFFIX));
        let token = words.clone().nth(at)?;
        let surname = !token.has(class::PLAIN_GIVEN) && token.shape == Shape::Capital && token.end - token.start > 2;
        // "Ann Lee Image": what stands beside a picture is no name.
        let last = words.next_back()?;
        (surname && last.shape == Shape::Capital && !last.has(class::COMMON)).then(|| self.word(at))
    }

    fn given(&self) -> Given<&str> {
        let count = self.ends.len() - 1;
        Given { count, first: (count > 0).then(|| self.word(0)), second: (count > 1).then(|| self.word(1)) }
    }
}

/// The given names of a person or a mention: how many, and the two that are compared.
#[derive(Clone, Copy, Default)]
struct Given<T> {
    count: usize,
    first: Option<T>,
    second: Option<T>,
}

impl<'n> Given<&'n str> {
    fn of(name: &'n str) -> Given<&'n str> {
        Given { count: 1, first: Some(name), second: None }
    }

    fn to_owned(self) -> Given<Box<str>> {
        Given { count: self.count, first: self.first.map(Into::into), second: self.second.map(Into::into) }
    }
}

impl Given<Box<str>> {
    fn as_ref(&self) -> Given<&str> {
        Given { count: self.count, first: self.first.as_deref(), second: self.second.as_deref() }
    }
}

/// Whether two lists of given names can be of one person: the first of the shorter agrees with one of the longer.
fn given_agree(tables: &Tables, a: Given<&str>, b: Given<&str>) -> bool {
    let (short, long) = if a.count <= b.count { (a, b) } else { (b, a) };
    let initial = |name: &str| name.trim_end_matches('.').chars().count() == 1;
    let agree = |x: &str, y: &str| {
        x == y
            || (initial(x) || initial(y)) && x.chars().next() == y.chars().next()
            || is_shortened(x, y)
            || tables.nicknames.agree(x, y)
    };
    let (Some(name), Some(first)) = (short.first, long.first) else { return true };
    // "John P. Lee" and "John H. Lee" are two.
    if let (Some(x), Some(y)) = (short.second, long.second)
        && (initial(x) || initial(y))
        && !agree(x, y)
    {
        return false;
    }
    agree(name, first) || short.count == 1 && long.second.is_some_and(|second| agree(name, second))
}

/// "Rob" and "Robert", "Tim" and "Timothy": by their spelling; of "Chuck" and "Charles" the lexicon knows.
fn is_shortened(x: &str, y: &str) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    short.len() >= 3 && long.starts_with(short)
}

/// Gender from a title or honorific before a name, or from its given name.
pub(crate) fn gender_of(reading: &Reading<'_>, first: usize, last: usize) -> Gender {
    let tokens = &reading.text.tokens;
    let gender = |token: &Token| reading.tables.gender(token.word);
    if first > 0 && tokens[first - 1].has(class::HONORIFIC) && gender(&tokens[first - 1]) != Gender::Unknown {
        return gender(&tokens[first - 1]);
    }
    if last - first > 1 && tokens[first].has(class::GIVEN) { gender(&tokens[first]) } else { Gender::Unknown }
}

/// The people who bear a name.
#[derive(Default)]
struct Bearers {
    of_surname: Vec<usize>,
    /// The only one who has it as a given name; `None` inside when several do.
    of_given: Option<Option<usize>>,
    /// The only one whose last name but one it is: "Diaz" of "Omar Diaz Roca"; `None` inside when of several.
    of_middle: Option<Option<usize>>,
    last_of_surname: Option<usize>,
    last_of_given: Option<usize>,
}

/// The names of a document's people, each looked up once a mention.
#[derive(Default)]
struct Names {
    numbers: ByName,
    bearers: Vec<Bearers>, // by number
}

impl Names {
    /// The number of a name, which nobody bears yet when it is new.
    fn number(&mut self, name: &str) -> usize {
        let number = self.numbers.get_or_insert(name, self.bearers.len());
        if number == self.bearers.len() {
            self.bearers.push(Bearers::default());
        }
        number
    }
}

/// A mention of a person with given name and surname, and the numbers of the two.
#[derive(Clone, Copy)]
struct Full {
    person: usize,
    surname: usize,
    given: Option<usize>,
}

pub(super) fn resolve(reading: &mut Reading<'_>) {
    let mut people: Vec<Known> = Vec::new();
    let mut given: Vec<Given<Box<str>>> = Vec::new();
    let mut relative: Vec<bool> = Vec::new();
    let mut names = Names::default();
    let mut name = NameParts::default();
    let mut full: Vec<Option<Full>> = vec![None; reading.mentions.list.len()];

    // Full names first: a surname alone may stand before the full name, in the headline.
    for (index, found) in reading.mentions.list.iter().enumerate() {
        if found.kind != Kind::Person || found.last - found.first < 2 {
            continue;
        }
        if !name.read(reading, found.first, found.last) || name.given().count == 0 {
            continue;
        }
        let gender = gender_of(reading, found.first, found.last);
        let surname = names.number(name.surname());
        let middle = name.middle(reading, found).map(|middle| names.number(middle));
        let same = latest(&names.bearers[surname].of_surname)
            .iter()
            .copied()
            .find(|&p| given_agree(reading.tables, given[p].as_ref(), name.given()) && people[p].gender.agrees(gender));
        // "Omar Diaz Roca" and "Omar Diaz", whichever stands first.
        let first = |p: usize| given[p].first.as_deref() == name.given().first;
        let by_middle = || {
            let longer = names.bearers[surname].of_middle.flatten();
            let mut shorter = middle.iter().flat_map(|&middle| latest(&names.bearers[middle].of_surname));
            longer.filter(|&p| first(p)).or_else(|| shorter.find(|&&p| first(p) && given[p].count == 1).copied())
        };
        let again = if same.is_none() { by_middle() } else { None };
        names.bearers[surname].of_surname.extend(again);
        let same = same.or(again);
        let person = same.unwrap_or_else(|| {
            names.bearers[surname].of_surname.push(people.len());
            people.push(Known { name: String::new(), fullest: found.range(), first: found.first, gender });
            given.push(Given::default());
            relative.push(is_relative(reading, found));
            people.len() - 1
        });
        // "Ann Lee" is better known than "Anna (Ann) Marie Lee" and "Ann 'Ace' Lee".
        let inserted = [words::CLOSE, words::APOSTROPHE];
        let plain = !reading.text.tokens[found.range()].iter().any(|t| t.is_any(&inserted));
        if name.given().count > given[person].count && plain || people[person].name.is_empty() {
            people[person].name = person_name(reading, found.first, found.last);
            people[person].fullest = found.range();
            given[person] = name.given().to_owned();
        }
        if people[person].gender == Gender::Unknown {
            people[person].gender = gender;
        }
        if let Some(middle) = middle {
            let of_middle = &mut names.bearers[middle].of_middle;
            *of_middle = Some(if of_middle.is_none_or(|known| known == Some(person)) { Some(person) } else { None });
        }
        let given = name.given().first.map(|given| names.number(given));
        full[index] = Some(Full { person, surname, given });
    }
    // A given name that two people have tells neither.
    for (person, given) in given.iter().enumerate() {
        if let Some(first) = &given.first {
            let number = names.number(first);
            let of_given = &mut names.bearers[number].of_given;
            *of_given = Some(if of_given.is_none() { Some(person) } else { None });
        }
    }
    // The first words of firms' names, and where each firm is named first.
    let mut firms: BTreeMap<WordId, usize> = BTreeMap::new();
    for found in reading.mentions.list.iter().filter(|f| f.kind == Kind::Organization && f.range().len() > 1) {
        let last = &reading.text.tokens[found.last - 1];
        if last.has(class::ORG_SUFFIX) || super::organizations::is_trade(last) {
            firms.entry(reading.text.tokens[found.first].word).or_insert(found.first);
        }
    }
    // Then surnames, given names alone, and names that only their full form elsewhere shows to be people.
    let mut entity: Vec<Option<usize>> = vec![None; full.len()];
    for (index, slot) in entity.iter_mut().enumerate() {
        if let Some(Full { person, surname, given }) = full[index] {
            names.bearers[surname].last_of_surname = Some(person);
            if let Some(given) = given {
                names.bearers[given].last_of_given = Some(person);
            }
            *slot = Some(person);
            continue;
        }
        let found = &reading.mentions.list[index];
        let (first, last, kind) = (found.first, found.last, found.kind);
        if !matches!(kind, Kind::Person | Kind::Name) && !may_be_surname(reading, first, last) {
            continue;
        }
        if !name.read(reading, first, last) {
            continue;
        }
        let number = names.numbers.get(name.surname());
        if number.is_none() && kind != Kind::Person {
            continue;
        }
        // "Hadley House Inc … Hadley plans to … its former chairman, Sid Hadley": the firm, as long as nobody of the name is known.
        let firm = firms.get(&reading.text.tokens[first].word).is_some_and(|&at| at < first);
        if firm && kind == Kind::Name && last - first == 1 {
            // "Diaz joined Hadley in 2011", "at Hadley": the firm, whoever founded it.
            if is_of_a_firm(reading, first) {
                continue;
            }
            let bearers = number.map_or(&[][..], |number| latest(&names.bearers[number].of_surname));
            if bearers.iter().all(|&p| people[p].first > first) {
                continue;
            }
        }
        let gender = gender_of(reading, first, last);
        let known = number.map(|number| &names.bearers[number]);
        let candidates = known.map_or(&[][..], |known| latest(&known.of_surname));
        let fitting =
            |p: usize| given_agree(reading.tables, given[p].as_ref(), name.given()) && people[p].gender.agrees(gender);
        // "President Bush" is not Jeb Bush.
        let president = is_head_of_state(reading, first);
        let fitting = |p: usize| fitting(p) && (!president || could_preside(reading, &people[p], &given[p]));
        // "Lee's wife, Ann Lee": the surname alone is his, not hers.
        let related = |p: usize| relative.get(p).copied().unwrap_or(false);
        let head = candidates.iter().any(|&p| fitting(p) && !related(p));
        let fits = |p: usize| fitting(p) && !(head && related(p));
        let mut fit = candidates.iter().copied().filter(|&p| fits(p));
        let person = match (fit.next(), fit.next()) {
            (only, None) => only,
            (first_fit, _) => known.and_then(|k| k.last_of_surname).filter(|&p| fits(p)).or(first_fit),
        };
        // "Hillary": a given name alone, of the only person who has it, or of the one named last.
        let by_given = || {
            let known = known.filter(|known| {
                known.of_given.is_some()
                    && name.given().count == 0
                    && !reading.text.tokens[first].has(class::COMMON)
                    && (!is_introduced(reading, first)
                        || known
                            .of_given
                            .flatten()
                            .is_some_and(|p| is_family_name_first(reading, first, people[p].fullest.clone())))
            })?;
            known.of_given.flatten().or_else(|| known.last_of_given.filter(|_| kind == Kind::Person))
        };
        // "Diaz" of "Omar Diaz Roca"
        let by_middle = || known.and_then(|known| known.of_middle.flatten()).filter(|_| last - first == 1);
        let person = match (person.or_else(by_given).or_else(by_middle), kind) {
            (Some(person), _) => Some(person),
            (None, Kind::Person) => {
                let surname = names.number(name.surname());
                names.bearers[surname].of_surname.push(people.len());
                let text = person_name(reading, first, last);
                people.push(Known { name: text, fullest: first..last, first, gender });
                given.push(name.given().to_owned());
                Some(people.len() - 1)
            }
            _ => None,
        };
        if let Some(person) = person {
            people[person].first = people[person].first.min(first);
            // "Benedict", then "Benedict XVI"
            if name.given().count == 0 && given[person].count == 0 && last - first > people[person].fullest.len() {
                people[person].name = person_name(reading, first, last);
                people[person].fullest = first..last;
            }
            if people[person].gender == Gender::Unknown {
                people[person].gender = gender;
            }
            let surname = number.unwrap_or_else(|| names.number(name.surname()));
            names.bearers[surname].last_of_surname = Some(person);
            *slot = Some(person);
            reading.mentions.list[index].kind = Kind::Person;
        }
    }
    for (found, person) in reading.mentions.list.iter_mut().zip(entity) {
        if found.kind == Kind::Person {
            found.entity = person;
        }
    }
    reading.people = people;
}

/// "his wife Ann Lee", "Lee's wife, Ann Lee", "his parents, Bob and Ann Lee", "Ann Lee, his mother".
fn is_relative(reading: &Reading<'_>, found: &Found) -> bool {
    let tokens = &reading.text.tokens;
    let is_kin = |at: usize| tokens.get(at).is_some_and(|t| t.has(class::KIN) && t.shape == Shape::Lower);
    let of_whom = |at: usize| tokens.get(at).is_some_and(|t| t.has(class::POSSESSIVE));
    let comma = |at: usize| tokens.get(at).is_some_and(|t| t.is(words::COMMA));
    if comma(found.last) && of_whom(found.last + 1) && is_kin(found.last + 2) {
        return true;
    }
    let mut first = found.first;
    // The names before it in its list.
    while let Some(before) = first.checked_sub(1).filter(|&b| tokens[b].is(words::AND))
        && let Some((_, other)) = before.checked_sub(1).and_then(|b| reading.mentions.covering(b))
        && other.kind == Kind::Person
    {
        first = other.first;
    }
    let comma = usize::from(first > 0 && comma(first - 1));
    first.checked_sub(comma + 1).is_some_and(is_kin)
}

/// "President Carter": a surname of presidents of the United States after their title.
fn is_head_of_state(reading: &Reading<'_>, first: usize) -> bool {
    let tokens = &reading.text.tokens;
    tokens[first].has(class::US_PRESIDENT)
        && first.checked_sub(1).is_some_and(|at| tokens[at].is(words::PRESIDENT) && tokens[at].is_capital())
        && !first.checked_sub(2).is_some_and(|at| tokens[at].is_capital() || tokens[at].is(words::VICE))
}

/// Whether a namesake of presidents has a president's given name, or is one of something else: "Ann Carter, president of Acme".
fn could_preside(reading: &Reading<'_>, person: &Known, given: &Given<Box<str>>) -> bool {
    const NEAR: usize = 8; // tokens: ", who is the president"
    let tokens = &reading.text.tokens;
    let Some(name) = given.first.as_deref() else { return true };
    let surname = &tokens[person.fullest.end - 1];
    let mut terms = reading.tables.terms(surname.word).iter().flat_map(|term| &term.given);
    let president = |token: &Token| token.is(words::PRESIDENT);
    let after = tokens[person.fullest.end..].iter().take(NEAR).take_while(|token| !token.opens);
    terms.any(|&word| given_agree(reading.tables, Given::of(reading.tables.spelling(word)), Given::of(name)))
        || person.fullest.start.checked_sub(1).is_some_and(|before| president(&tokens[before]))
        || { after }.any(president)
}

/// Whether only the name of an employer stands at a token: "joined Hadley", "at Hadley"; not "joined Hadley's team".
fn is_of_a_firm(reading: &Reading<'_>, first: usize) -> bool {
    let tokens = &reading.text.tokens;
    let Some(before) = first.checked_sub(1) else { return false };
    let joins = |f: &Frame| f.event == FrameEvent::In && f.who == FrameWho::Subject && f.object_is_organization;
    let verb = reading.tables.verb_form(tokens[before].word);
    let verb = || verb.is_some_and(|v| reading.tables.frames_of(v.lemma).any(|f| f.rest.is_empty() && joins(f)));
    (tokens[before].is(words::AT) || verb()) && !tokens.get(first + 1).is_some_and(Token::is_possessive)
}

/// "President Zhu" of "Zhu Rongji": the first word of a full name is its surname, the last is none.
fn is_family_name_first(reading: &Reading<'_>, word: usize, full: std::ops::Range<usize>) -> bool {
    let tokens = &reading.text.tokens;
    let family = tokens[word].has(class::SURNAME) && !tokens[word].has(class::GIVEN);
    let two = full.len() == 2 && tokens[full.end - 1].gap == Gap::Space;
    family && two && tokens[full.start].word == tokens[word].word && !tokens[full.end - 1].has(class::SURNAME)
}

/// Whether a title or "Mr." stands before a name, which then is a surname.
fn is_introduced(reading: &Reading<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    reading.text.tokens[before].has(class::HONORIFIC) || reading.mentions.of_kind(before, Kind::Post).is_some()
}

/// Whether a single word that names a place or an organisation elsewhere may be a surname here: "Lowell", not "in Lowell".
fn may_be_surname(reading: &Reading<'_>, first: usize, last: usize) -> bool {
    let tokens = &reading.text.tokens;
    let token = &tokens[first];
    let before = |back: usize| first.checked_sub(back).map(|at| &tokens[at]);
    // "according to Lowell", "in contrast to Lowell's aides"
    let owns = tokens.get(last).is_some_and(Token::is_possessive) || before(2).is_some_and(|t| t.is(words::ACCORDING));
    let located =
        before(1).is_some_and(|t| t.is_any(&[words::IN, words::AT]) || t.is_any(&[words::FROM, words::TO]) && !owns);
    last - first == 1 && token.shape == Shape::Capital && token.has(class::SURNAME) && !located
}

/// The name as the text has it, on one line.
fn person_name(reading: &Reading<'_>, first: usize, last: usize) -> String {
    name_of(reading, first, last).into_owned()
}
