//! People: name variants into one person with the fullest name, two people of one surname apart, pronouns to the nearest.

use std::collections::HashMap;

use crate::lexicon::{Gender, class, words};
use crate::mentions::{Found, Kind};
use crate::reading::{Known, Reading, latest};
use crate::text::{Gap, Shape, Token};

/// The words of a name that tell people apart: given names and surname in lower case, without particles and suffixes.
struct NameParts {
    given: Vec<String>,
    surname: String,
}

fn parts(reading: &Reading<'_>, first: usize, last: usize) -> Option<NameParts> {
    let mut words: Vec<String> = Vec::with_capacity(last - first);
    for token in &reading.text.tokens[first..last] {
        let suffix = token.has(class::NAME_SUFFIX) && !words.is_empty();
        if token.is_word() && !suffix {
            words.push(reading.text.source[token.start as usize..token.end as usize].to_lowercase());
        }
    }
    let surname = words.pop()?;
    Some(NameParts { given: words, surname })
}

/// Whether two lists of given names can be of one person: each of the shorter agrees with one of the longer.
fn given_agree(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return true;
    }
    let initial = |name: &str| name.trim_end_matches('.').chars().count() == 1;
    let agree = |x: &str, y: &str| {
        x == y || (initial(x) || initial(y)) && x.chars().next() == y.chars().next() || is_nickname(x, y)
    };
    agree(&short[0], &long[0]) || long.len() > 1 && short.len() == 1 && agree(&short[0], &long[1])
}

/// "Chuck" and "Charles" are told apart only by knowledge; "Rob" and "Robert", "Tim" and "Timothy" by spelling.
fn is_nickname(x: &str, y: &str) -> bool {
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

pub(super) fn resolve(reading: &mut Reading<'_>) {
    let mut people: Vec<Known> = Vec::new();
    let mut given: Vec<Vec<String>> = Vec::new();
    let mut relative: Vec<bool> = Vec::new();
    let mut by_surname: HashMap<String, Vec<usize>> = HashMap::new();
    let mut entity: Vec<Option<usize>> = vec![None; reading.mentions.list.len()];

    // Full names first: a surname alone may stand before the full name, in the headline.
    for (index, found) in reading.mentions.list.iter().enumerate() {
        if found.kind != Kind::Person || found.last - found.first < 2 {
            continue;
        }
        let Some(name) = parts(reading, found.first, found.last).filter(|n| !n.given.is_empty()) else { continue };
        let gender = gender_of(reading, found.first, found.last);
        let known = by_surname.entry(name.surname).or_default();
        let same = latest(known)
            .iter()
            .copied()
            .find(|&p| given_agree(&given[p], &name.given) && people[p].gender.agrees(gender));
        let person = same.unwrap_or_else(|| {
            known.push(people.len());
            people.push(Known { name: String::new(), fullest: found.range(), first: found.first, gender });
            given.push(Vec::new());
            relative.push(is_relative(reading, found.first));
            people.len() - 1
        });
        // "Ann Lee" is better known than "Anna (Ann) Marie Lee" and "Ann 'Ace' Lee".
        let inserted = [words::CLOSE, words::APOSTROPHE];
        let plain = !reading.text.tokens[found.range()].iter().any(|t| t.is_any(&inserted));
        if name.given.len() > given[person].len() && plain || people[person].name.is_empty() {
            people[person].name = person_name(reading, found.first, found.last);
            people[person].fullest = found.range();
            given[person] = name.given;
        }
        if people[person].gender == Gender::Unknown {
            people[person].gender = gender;
        }
        entity[index] = Some(person);
    }
    // A given name that two people have tells neither.
    let mut by_given: HashMap<String, Option<usize>> = HashMap::new();
    for (person, names) in given.iter().enumerate() {
        if let Some(first) = names.first() {
            by_given.entry(first.clone()).and_modify(|known| *known = None).or_insert(Some(person));
        }
    }
    // Then surnames, given names alone, and names that only their full form elsewhere shows to be people.
    let mut last_of: HashMap<String, usize> = HashMap::new();
    let mut last_of_given: HashMap<String, usize> = HashMap::new();
    for (index, slot) in entity.iter_mut().enumerate() {
        let found = &reading.mentions.list[index];
        let (first, last, kind) = (found.first, found.last, found.kind);
        if !matches!(kind, Kind::Person | Kind::Name) && !may_be_surname(reading, first, last) {
            continue;
        }
        let Some(name) = parts(reading, first, last) else { continue };
        if let Some(person) = *slot {
            last_of.insert(name.surname, person);
            if let Some(first_name) = name.given.into_iter().next() {
                last_of_given.insert(first_name, person);
            }
            continue;
        }
        let gender = gender_of(reading, first, last);
        let candidates = by_surname.get(&name.surname).map_or(&[][..], |known| latest(known));
        let fitting = |p: usize| given_agree(&given[p], &name.given) && people[p].gender.agrees(gender);
        // "Lee's wife, Ann Lee": the surname alone is his, not hers.
        let related = |p: usize| relative.get(p).copied().unwrap_or(false);
        let head = candidates.iter().any(|&p| fitting(p) && !related(p));
        let fits = |p: usize| fitting(p) && !(head && related(p));
        let mut fit = candidates.iter().copied().filter(|&p| fits(p));
        let person = match (fit.next(), fit.next()) {
            (only, None) => only,
            (first_fit, _) => last_of.get(&name.surname).copied().filter(|&p| fits(p)).or(first_fit),
        };
        let person = match (person, kind) {
            (Some(person), _) => Some(person),
            // "Hillary": a given name alone, of the only person who has it, or of the one named last.
            (None, Kind::Name | Kind::Person)
                if name.given.is_empty()
                    && !reading.text.tokens[first].has(class::COMMON)
                    && by_given.contains_key(&name.surname)
                    && !is_introduced(reading, first) =>
            {
                let only = by_given.get(&name.surname).copied().flatten();
                only.or_else(|| last_of_given.get(&name.surname).copied().filter(|_| kind == Kind::Person))
            }
            (None, Kind::Person) => {
                let known = by_surname.entry(name.surname.clone()).or_default();
                known.push(people.len());
                let text = person_name(reading, first, last);
                people.push(Known { name: text, fullest: first..last, first, gender });
                given.push(name.given.clone());
                Some(people.len() - 1)
            }
            _ => None,
        };
        if let Some(person) = person {
            people[person].first = people[person].first.min(first);
            // "Benedict", then "Benedict XVI"
            if name.given.is_empty() && given[person].is_empty() && last - first > people[person].fullest.len() {
                people[person].name = person_name(reading, first, last);
                people[person].fullest = first..last;
            }
            if people[person].gender == Gender::Unknown {
                people[person].gender = gender;
            }
            last_of.insert(name.surname, person);
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

/// "his wife Ann Lee", "Lee's wife, Ann Lee".
fn is_relative(reading: &Reading<'_>, first: usize) -> bool {
    let tokens = &reading.text.tokens;
    let comma = usize::from(first > 0 && tokens[first - 1].is(words::COMMA));
    first.checked_sub(comma + 1).is_some_and(|at| tokens[at].has(class::KIN) && tokens[at].shape == Shape::Lower)
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
    let located = first > 0 && tokens[first - 1].is_any(&[words::IN, words::AT, words::FROM, words::TO]);
    last - first == 1 && token.shape == Shape::Capital && token.has(class::SURNAME) && !located
}

/// The name as the text has it, on one line.
fn person_name(reading: &Reading<'_>, first: usize, last: usize) -> String {
    reading.text.words(first..last).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many people of a gender a pronoun may mean.
const REMEMBERED: usize = crate::reading::REFERENTS;

/// The people of one gender that a pronoun may mean, nearest first.
#[derive(Default, Clone, Copy)]
struct Focus {
    people: [Option<usize>; REMEMBERED],
    /// The first one is the subject of the sentence under way.
    subject: bool,
}

impl Focus {
    /// Puts a person first; the others move back.
    fn raise(&mut self, person: usize) {
        let at = self.people.iter().position(|p| *p == Some(person)).unwrap_or(REMEMBERED - 1);
        self.people[..=at].rotate_right(1);
        self.people[0] = Some(person);
    }

    /// Puts a person second: named in this sentence, but after its subject.
    fn raise_second(&mut self, person: usize) {
        if self.people[0] == Some(person) {
            return;
        }
        let at = self.people.iter().position(|p| *p == Some(person)).unwrap_or(REMEMBERED - 1);
        self.people[1..=at].rotate_right(1);
        self.people[1] = Some(person);
    }
}

/// "Ann Lee/Acme Pictures", "Acme Photo/Ann Lee": whose picture it is, of whom the text does not speak.
fn is_credit(reading: &Reading<'_>, found: &Found) -> bool {
    let tokens = &reading.text.tokens;
    let after = tokens.get(found.last).is_some_and(|t| t.is(words::SLASH) && t.gap == Gap::Nothing);
    after || found.first > 0 && tokens[found.first - 1].is(words::SLASH) && tokens[found.first].gap == Gap::Nothing
}

/// The person whom a pronoun in an opening clause means, with the comma that closes it: "Before she became mayor, Ann Lee
/// taught.".
fn named_ahead(reading: &Reading<'_>, first: usize, last: usize) -> Option<(usize, usize)> {
    const OPENING: usize = 5; // "months before", "even after"
    const CLAUSE: usize = 28;
    let tokens = &reading.text.tokens;
    let pronoun = (first + 1..last.min(first + OPENING)).find(|&at| tokens[at].is_any(&[words::HE, words::SHE]))?;
    if !tokens[pronoun - 1].has(class::SUBORDINATOR) {
        return None;
    }
    let comma = (pronoun..last.min(pronoun + CLAUSE)).find(|&at| tokens[at].is(words::COMMA))?;
    let mut at = comma + 1;
    while at < last && at < comma + 6 {
        match reading.mentions.covering(at) {
            Some((_, found)) if found.kind == Kind::Person => return found.entity.map(|person| (comma, person)),
            Some((_, found)) if matches!(found.kind, Kind::Post | Kind::Organization) => at = found.last,
            None if tokens[at].has(class::HONORIFIC.or(class::DETERMINER)) => at += 1,
            _ => return None,
        }
    }
    None
}

/// Ties every he, him, his, she, her to the person whom the text last put first, of the same gender.
pub(super) fn pronouns(reading: &mut Reading<'_>) {
    let mut focus = [Focus::default(); 2]; // male, female
    let mut out = Vec::new();
    let mut next = 0;
    for sentence in &reading.text.sentences {
        focus[0].subject = false;
        focus[1].subject = false;
        let ahead = named_ahead(reading, sentence.first, sentence.last);
        for at in sentence.range() {
            while next < reading.mentions.list.len() && reading.mentions.list[next].last <= at {
                next += 1;
            }
            if let Some(found) = reading.mentions.list.get(next)
                && found.first == at
                && found.kind == Kind::Person
                && let Some(person) = found.entity
                && !is_credit(reading, found)
            {
                let genders: &[usize] = match reading.people[person].gender {
                    Gender::Male => &[0],
                    Gender::Female => &[1],
                    Gender::Unknown => &[0, 1],
                };
                for &gender in genders {
                    if focus[gender].subject {
                        focus[gender].raise_second(person);
                    } else {
                        focus[gender].raise(person);
                        focus[gender].subject = true;
                    }
                }
            }
            let token = &reading.text.tokens[at];
            if token.has(class::HE.or(class::SHE)) {
                let gender = usize::from(token.has(class::SHE));
                let fits = |p: usize| reading.people[p].gender != [Gender::Female, Gender::Male][gender];
                if let Some((_, person)) = ahead.filter(|&(comma, person)| at < comma && fits(person)) {
                    focus[gender].raise(person);
                }
                if let Some(person) = focus[gender].people[0] {
                    out.push((at, focus[gender].people));
                    // A pronoun keeps its person first: "He said Lee …".
                    focus[gender].subject = true;
                    if reading.people[person].gender == Gender::Unknown {
                        reading.people[person].gender = if gender == 0 { Gender::Male } else { Gender::Female };
                    }
                }
            }
        }
    }
    reading.pronouns = out;
}
