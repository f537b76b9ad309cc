//! Pronouns: he, him, his, she and her mean the person whom the text last put first, of the same gender.

use super::quoting::Quoting;
use crate::lexicon::{Frame, Gender, class, words};
use crate::mentions::{Found, Kind};
use crate::reading::Reading;
use crate::record::Reason;
use crate::text::{Gap, Shape};

/// Ties every he, him, his, she, her to the person whom the text last put first, of the same gender.
pub(super) fn resolve(reading: &mut Reading<'_>) {
    let mut focus = [Focus::default(); 2]; // male, female
    let mut quoting = Quoting::default();
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
                quoting.meet(reading, found, person);
                let genders: &[usize] = match reading.people[person].gender {
                    Gender::Male => &[0],
                    Gender::Female => &[1],
                    Gender::Unknown => &[0, 1],
                };
                let modifies = names_whose(reading, found) || is_aside(reading, found, sentence.first);
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
                // "She asked for it," said Lee: of another.
                let speaker = quoting.speaker_at(reading, at);
                if let Some(other) = focus[gender].people.iter().flatten().find(|&&p| Some(p) != speaker).copied()
                    && focus[gender].people[0] == speaker
                {
                    focus[gender].raise(other);
                }
                let mut meant = focus[gender];
                if let Some(person) = owner(reading, at, sentence.first).filter(|&p| fits(p)) {
                    meant.raise(person);
                }
                if let Some(person) = meant.people[0] {
                    out.push((at, meant.people));
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

/// Whose the object of a clause inside a sentence is: "Diaz spoke hours after Lee announced her retirement".
fn owner(reading: &Reading<'_>, pronoun: usize, start: usize) -> Option<usize> {
    let tokens = &reading.text.tokens;
    if !tokens[pronoun].has(class::POSSESSIVE) || pronoun < start + 3 {
        return None;
    }
    // "Diaz has waited since Lee announced his appointment": those who choose choose others.
    let chosen = |f: &Frame| matches!(f.reason, Some(Reason::Appointed | Reason::Nominated | Reason::Promoted));
    if tokens.get(pronoun + 1).is_some_and(|t| reading.tables.frames_of(t.word).any(chosen)) {
        return None;
    }
    let verb = pronoun - 1;
    let light = |&at: &usize| tokens[at].has(class::ADVERB.or(class::HAVE));
    let name = (start..verb).rev().find(|at| !light(at)).filter(|_| tokens[verb].has(class::VERB))?;
    let found = reading.mentions.of_kind(name, Kind::Person).filter(|f| f.last == name + 1)?;
    let mut lead = found.first.checked_sub(1).filter(|&at| at >= start)?;
    while lead > start && (tokens[lead].has(class::HONORIFIC) || reading.mentions.of_kind(lead, Kind::Post).is_some()) {
        lead -= 1;
    }
    found.entity.filter(|_| tokens[lead].has(class::SUBORDINATOR) && !tokens[lead].is(words::BUT))
}

/// "As Lee reported last week, Diaz …": who only tells what the sentence is about.
fn is_aside(reading: &Reading<'_>, found: &Found, start: usize) -> bool {
    let tokens = &reading.text.tokens;
    let says = tokens.get(found.last).is_some_and(|t| t.has(class::SAY));
    tokens[start].is(words::AS) && found.first <= start + 4 && says
}
