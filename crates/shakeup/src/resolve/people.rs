//! People: name variants into one person with the fullest name, two people of one surname apart, pronouns to the nearest.

use super::{ByName, name_of, push_lower};
use crate::lexicon::{Gender, class, words};
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

impl Given<&str> {
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
fn given_agree(a: Given<&str>, b: Given<&str>) -> bool {
    let (short, long) = if a.count <= b.count { (a, b) } else { (b, a) };
    let initial = |name: &str| name.trim_end_matches('.').chars().count() == 1;
    let agree = |x: &str, y: &str| {
        x == y || (initial(x) || initial(y)) && x.chars().next() == y.chars().next() || is_nickname(x, y)
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

/// The people who bear a name.
#[derive(Default)]
struct Bearers {
    of_surname: Vec<usize>,
    /// The only one who has it as a given name; `None` inside when several do.
    of_given: Option<Option<usize>>,
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
        let known = &mut names.bearers[surname].of_surname;
        let same = latest(known)
            .iter()
            .copied()
            .find(|&p| given_agree(given[p].as_ref(), name.given()) && people[p].gender.agrees(gender));
        let person = same.unwrap_or_else(|| {
            known.push(people.len());
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
        let gender = gender_of(reading, first, last);
        let known = number.map(|number| &names.bearers[number]);
        let candidates = known.map_or(&[][..], |known| latest(&known.of_surname));
        let fitting = |p: usize| given_agree(given[p].as_ref(), name.given()) && people[p].gender.agrees(gender);
        // "Lee's wife, Ann Lee": the surname alone is his, not hers.
        let related = |p: usize| relative.get(p).copied().unwrap_or(false);
        let head = candidates.iter().any(|&p| fitting(p) && !related(p));
        let fits = |p: usize| fitting(p) && !(head && related(p));
        let mut fit = candidates.iter().copied().filter(|&p| fits(p));
        let person = match (fit.next(), fit.next()) {
            (only, None) => only,
            (first_fit, _) => known.and_then(|k| k.last_of_surname).filter(|&p| fits(p)).or(first_fit),
        };
        let person = match (person, kind) {
            (Some(person), _) => Some(person),
            // "Hillary": a given name alone, of the only person who has it, or of the one named last.
            (None, Kind::Name | Kind::Person)
                if name.given().count == 0
                    && !reading.text.tokens[first].has(class::COMMON)
                    && known.is_some_and(|k| k.of_given.is_some())
                    && !is_introduced(reading, first) =>
            {
                let only = known.and_then(|k| k.of_given).flatten();
                let last = || known.and_then(|k| k.last_of_given);
                only.or_else(|| last().filter(|_| kind == Kind::Person))
            }
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
    // "(Photo: Ann Lee / Acme Pictures)"
    let after = tokens.get(found.last).is_some_and(|t| t.is(words::SLASH) && t.gap <= Gap::Space);
    // "(Photo: Ann Lee, Acme Pictures)", "Photo by Ann Lee"
    let lead = found
        .first
        .checked_sub(2)
        .is_some_and(|at| tokens[at].is(words::PHOTO) && tokens[at + 1].is_any(&[words::COLON, words::BY]));
    lead || after
        || found.first > 0 && tokens[found.first - 1].is(words::SLASH) && tokens[found.first].gap == Gap::Nothing
}

/// Who says what a pronoun is the subject of: "Lee says he will go", "Lee, who announced last week that he is retiring".
fn sayer(reading: &Reading<'_>, pronoun: usize, start: usize) -> Option<usize> {
    const BETWEEN: usize = 5; // "announced last week that he"
    let tokens = &reading.text.tokens;
    if !tokens[pronoun].is_any(&[words::HE, words::SHE]) {
        return None;
    }
    let passes = |at: usize| {
        let token = &tokens[at];
        token.has(
            class::THAT
                .or(class::ADVERB)
                .or(class::DETERMINER)
                .or(class::TIME_UNIT)
                .or(class::WEEKDAY)
                .or(class::MONTH),
        ) || token.is_any(&[words::QUOTE, words::LAST, words::ON, words::THIS])
    };
    let says = (start..pronoun).rev().take(BETWEEN).find(|&at| !passes(at))?;
    if !tokens[says].has(class::SAY) {
        return None;
    }
    let light = |at: usize| tokens[at].has(class::ADVERB.or(class::HAVE).or(class::BE));
    let mut before = (start..says).rev().take(3).find(|&at| !light(at))?;
    if tokens[before].has(class::WHO) {
        before = before.checked_sub(1).filter(|&at| at >= start)?;
        before -= usize::from(tokens[before].is(words::COMMA) && before > start);
    }
    let found = reading.mentions.of_kind(before, Kind::Person)?;
    // "an aide to Lee said he": the aide.
    let of_another = found.first > start && tokens[found.first - 1].has(class::PREPOSITION);
    found.entity.filter(|_| !of_another || tokens[before + 1].is(words::COMMA))
}

/// The person whom a relative clause is about, for a pronoun in it: "Lee, who has acted as chief since her promotion".
fn told_by_who(reading: &Reading<'_>, pronoun: usize, start: usize) -> Option<usize> {
    const CLAUSE: usize = 16; // tokens
    let tokens = &reading.text.tokens;
    if !tokens[pronoun].is_any(&[words::HE, words::SHE, words::HIS, words::HER]) {
        return None;
    }
    let ends = |at: usize| {
        let token = &tokens[at];
        token.is_any(&[words::COMMA, words::SEMICOLON, words::COLON, words::QUOTE, words::OPEN])
            || reading.mentions.of_kind(at, Kind::Person).is_some()
    };
    let who = (start..pronoun).rev().take(CLAUSE).take_while(|&at| !ends(at)).find(|&at| tokens[at].is(words::WHO))?;
    let mut before = who.checked_sub(1).filter(|&at| at >= start)?;
    before -= usize::from(tokens[before].is(words::COMMA) && before > start);
    reading.mentions.of_kind(before, Kind::Person)?.entity
}

/// "Lee aide Omar Diaz", "Lee's chief of staff, Omar Diaz": the first name only says whose aide the other is.
fn names_whose(reading: &Reading<'_>, found: &Found) -> bool {
    let tokens = &reading.text.tokens;
    let title = found.last + usize::from(tokens.get(found.last).is_some_and(|t| t.is_possessive()));
    let titled = |at: usize| reading.mentions.of_kind(at, Kind::Post).filter(|f| f.first == at);
    let Some(post) = tokens.get(title).and_then(|_| titled(title)) else { return false };
    let name = post.last + usize::from(tokens.get(post.last).is_some_and(|t| t.is(words::COMMA)));
    tokens[title].shape == Shape::Lower
        && reading.mentions.of_kind(name, Kind::Person).is_some_and(|f| f.first == name && f.entity != found.entity)
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
    let mut next = 0; // mention
    let start_of = |mention: usize, list: &[Found]| list.get(mention).map_or(usize::MAX, |found| found.first);
    let mut start = start_of(next, &reading.mentions.list);
    for sentence in &reading.text.sentences {
        focus[0].subject = false;
        focus[1].subject = false;
        let told = sentence.classes.has(class::HE.or(class::SHE));
        let ahead = if told { named_ahead(reading, sentence.first, sentence.last) } else { None };
        let tokens = &reading.text.tokens[..sentence.last];
        let pronoun_from = |at: usize| {
            let rest = if told { &tokens[at..] } else { &[] };
            let found = rest.iter().position(|t| t.has(class::HE.or(class::SHE)));
            found.map_or(usize::MAX, |skipped| at + skipped)
        };
        let mut pronoun = pronoun_from(sentence.first);
        while start.min(pronoun) < sentence.last {
            let at = start.min(pronoun);
            if at == pronoun {
                pronoun = pronoun_from(at + 1);
            }
            let token = &tokens[at];
            let starting = (at == start).then(|| &reading.mentions.list[next]);
            if at == start {
                next += 1;
                start = start_of(next, &reading.mentions.list);
            }
            if let Some(found) = starting
                && found.kind == Kind::Person
                && let Some(person) = found.entity
                && !is_credit(reading, found)
            {
                let genders: &[usize] = match reading.people[person].gender {
                    Gender::Male => &[0],
                    Gender::Female => &[1],
                    Gender::Unknown => &[0, 1],
                };
                let modifies = names_whose(reading, found);
                for &gender in genders {
                    if focus[gender].subject || modifies {
                        focus[gender].raise_second(person);
                    } else {
                        focus[gender].raise(person);
                        focus[gender].subject = true;
                    }
                }
            }
            if token.has(class::HE.or(class::SHE)) {
                let gender = usize::from(token.has(class::SHE));
                let fits = |p: usize| reading.people[p].gender != [Gender::Female, Gender::Male][gender];
                if let Some((_, person)) = ahead.filter(|&(comma, person)| at < comma && fits(person)) {
                    focus[gender].raise(person);
                }
                let told = sayer(reading, at, sentence.first).or_else(|| told_by_who(reading, at, sentence.first));
                if let Some(person) = told.filter(|&p| fits(p)) {
                    focus[gender].raise(person);
                }
                // "He joined the Lee administration", "She said Lee would go": not Lee, who is named after the pronoun.
                if at == sentence.first && token.is_any(&[words::HE, words::SHE]) {
                    let named = |person: usize| {
                        let later = reading.mentions.list[next..].iter().take_while(|f| f.first < sentence.last);
                        { later }.any(|f| f.kind == Kind::Person && f.entity == Some(person))
                    };
                    let mut others = focus[gender].people.iter().flatten().skip_while(|&&p| named(p));
                    if let Some(&other) = others.next() {
                        focus[gender].raise(other);
                    }
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
