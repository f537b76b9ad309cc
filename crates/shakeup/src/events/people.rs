//! Whom a verb frame means: the subject, the object, the holder of the post that is either, whoever a list names.

use super::change::holder_of;
use super::draft::RoleDraft;
use super::first_person::speaker;
use super::verb_frame::Verb;
use super::whom::{
    among_those, introduced, is_title_word, joined_title, joins_passive, owner_of_event, relative_object,
};
use crate::clauses::{self, Object, VerbGroup};
use crate::lexicon::{Form, Frame, FrameEvent, FrameWho, VerbKind, WordId, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::Reason;

/// The subject's people; or the known holder of the post that is the subject: "the chief executive resigned".
pub(super) fn subject_or_holder(reading: &Reading<'_>, roles: &[RoleDraft], group: &VerbGroup) -> Vec<usize> {
    let people = clauses::subject(reading, group);
    if !people.is_empty() {
        return people;
    }
    let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
    let sentence = reading.text.sentences[reading.sentence_of(group.verb)];
    if let Some(people) = introduced(reading, group).or_else(|| among_those(reading, group)) {
        return people;
    }
    // "Since stepping down as mayor, Lee has …", "But after losing her job", "Having resigned as mayor, Lee …"
    let lead = group.first.saturating_sub(1);
    let dangling = group.gerund
        && (lead == start || lead == start + 1 && reading.text.tokens[start].has(class::CONJUNCTION.or(class::ADVERB)))
        && (group.first == start || reading.text.tokens[lead].has(class::SUBORDINATOR.or(class::PREPOSITION)));
    if group.bare
        && group.form.has(Form::PARTICIPLE)
        && let Some(people) = described_by(reading, group.first, start)
    {
        return people;
    }
    // "Named chairman in 2004, Lee retired": the subject of the clause after it.
    if dangling || group.bare && group.form.has(Form::PARTICIPLE) && group.first == start {
        let comma =
            (group.verb..sentence.last.min(group.verb + 20)).find(|&at| reading.text.tokens[at].is(words::COMMA));
        let name = comma.and_then(|comma| {
            let lead = class::HONORIFIC.or(class::DETERMINER);
            // "Eased out in May, former Senate leader Ann Lee says"
            let described =
                |at: usize| reading.text.tokens[at].shape == crate::text::Shape::Lower && is_title_word(reading, at);
            (comma + 1..sentence.last.min(comma + 8)).find(|&at| {
                !reading.text.tokens[at].has(lead)
                    && reading.post_at(at).is_none()
                    && !described(at)
                    && reading.mentions.of_kind(at, Kind::Organization).is_none()
            })
        });
        // "Upon taking office, he named …": whoever he is.
        let name = name.filter(|&at| !dangling || reading.mentions.of_kind(at, Kind::Person).is_some());
        return name.filter(|&at| reading.person_at(at).is_some()).into_iter().collect();
    }
    // "Lee's first interview since becoming mayor"
    if group.gerund
        && group.first > start + 2
        && reading.text.tokens[group.first - 1].is_any(&[words::SINCE, words::AFTER])
        && let Some(owner) = owner_of_event(reading, group.first - 1, start)
    {
        return vec![owner];
    }
    // "the director said the company retired its debt": another subject stands between.
    let between = |at: usize| {
        let token = &reading.text.tokens[at];
        // "as her chief of staff, most people were relieved"; not "the president, who resigned", "now resigned".
        let light = |i: usize| reading.text.tokens[i].has(class::WHO.or(class::ADVERB));
        let parts = token.is(words::COMMA) && !(at + 1..group.first).all(light);
        reading.mentions.covering(at).is_some()
            || !clauses::is_verb(reading, at) && !token.has(class::ORG_GENERIC) && !parts
    };
    let first = outermost(reading, group).first;
    let near = (start..first).rev().take(6).take_while(|&at| between(at)).find_map(|at| reading.post_at(at));
    // "Chairman Lee's leadership was brought on": not Lee.
    let owns = |post: &usize| {
        let holder = reading.mentions.of_kind(reading.posts[*post].title.end, Kind::Person);
        holder.is_some_and(|f| reading.text.tokens.get(f.last).is_some_and(|t| t.is_possessive()))
    };
    let near = near.filter(|post| !owns(post));
    near.and_then(|post| holder_of(reading, roles, post)).into_iter().collect()
}

/// The verb whose subject does what an infinitive says: "the mayor has agreed to resign", "was forced to retire", "announced plans
/// to leave"; the verb itself for one that stands alone.
pub(super) fn outermost(reading: &Reading<'_>, group: &VerbGroup) -> VerbGroup {
    let tokens = &reading.text.tokens;
    let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
    let mut group = *group;
    for _ in 0..2 {
        if !group.infinitive || group.first < start + 2 {
            break;
        }
        let before = group.first - 1;
        let told = tokens[before].has(class::INTENTION) && tokens[before - 1].has(class::SAY);
        let verb = before - usize::from(told);
        if !clauses::is_verb(reading, verb) {
            break;
        }
        let above = clauses::verb_group(reading, verb);
        let kind =
            reading.tables.verb_form(tokens[verb].word).and_then(|v| reading.tables.verb(v.lemma)).map(|v| v.kind);
        let same = told || kind == Some(VerbKind::Control) || kind == Some(VerbKind::Orders) && above.passive;
        if !same {
            break;
        }
        group = above;
    }
    group
}

/// Whom a noun phrase describes: "Lee, a physician first elected in 2008", "Lee and Diaz were the members elected".
fn described_by(reading: &Reading<'_>, participle: usize, start: usize) -> Option<Vec<usize>> {
    let tokens = &reading.text.tokens;
    let mut at = participle;
    while at > start + 1 && participle - at < 7 {
        at -= 1;
        if tokens[at].has(class::DETERMINER) && tokens[at].is_any(&[words::A, words::AN, words::THE]) {
            let comma = at - 1;
            let becomes = reading.tables.verb_form(tokens[comma].word).is_some_and(|v| v.lemma == words::BECOME);
            if (becomes || tokens[comma].has(class::BE) && !tokens[comma].is_possessive()) && at + 1 < participle {
                let people = clauses::subject(reading, &clauses::verb_group(reading, comma));
                return (!people.is_empty()).then_some(people);
            }
            let name = comma.checked_sub(1).filter(|_| tokens[comma].is(words::COMMA) && at + 1 < participle)?;
            return reading.mentions.of_kind(name, Kind::Person).map(|found| vec![found.first]);
        }
        // "Lee, youngest woman elected to the board"
        if tokens[at].has(class::SUPERLATIVE.or(class::ORDINAL)) && tokens[at - 1].is(words::COMMA) && at > start + 1 {
            return reading.mentions.of_kind(at - 2, Kind::Person).map(|found| vec![found.first]);
        }
        let noun = tokens[at].is_word() && !tokens[at].has(class::PREPOSITION.or(class::CONJUNCTION));
        if !noun || clauses::is_verb(reading, at) {
            return None;
        }
    }
    None
}

/// Who goes, by a frame whose person is the subject or the object.
pub(super) fn people_of(verb: &Verb<'_>) -> Option<(Vec<usize>, usize, Option<Object>)> {
    let Verb { reading, roles, frame, group, past } = *verb;
    match frame.who {
        FrameWho::Subject | FrameWho::Of | FrameWho::Apposed => {
            let by = reading.text.tokens.get(past).is_some_and(|t| t.is(words::BY));
            if group.passive || group.bare && group.form.has(Form::PARTICIPLE) && by {
                // "the seat vacated by Lee"
                let by = clauses::complements(reading, past, false).by;
                return (frame.object_is_post && !by.is_empty()).then_some((by, past, None));
            }
            let mut people = subject_or_holder(reading, roles, group);
            people.extend(speaker(reading, frame, group).filter(|_| people.is_empty()));
            let object = if frame.rest.is_empty() { clauses::object(reading, group.verb) } else { None };
            Some((people, past, object))
        }
        FrameWho::Object => {
            if group.passive {
                // "Lee, whom she's picked as chief": has, not is.
                let picked = antecedent_of_whom(reading, group).map(|at| vec![at]);
                let mut people = picked.unwrap_or_else(|| subject_or_holder(reading, roles, group));
                people.extend(speaker(reading, frame, group).filter(|_| people.is_empty()));
                let people = if people.is_empty() { announced(reading, past) } else { people };
                return Some((people, past, None));
            }
            let ambiguous = group.bare && group.form.has(Form::PARTICIPLE);
            // "place Lee on leave": the object stands inside the phrase.
            let inside = (group.verb + 1..past).find(|&at| reading.person_at(at).is_some());
            if let Some(at) = inside {
                return Some((vec![at], past, None));
            }
            // "Lee, whom the mayor installed as chief"
            if let Some(at) = antecedent_of_whom(reading, group) {
                return Some((vec![at], past, None));
            }
            // "the aide the mayor fired in May"
            if let Some(people) = relative_object(reading, group, past) {
                return Some((people, past, None));
            }
            // "hired as its director Ann Lee"
            if reading.text.tokens.get(past).is_some_and(|t| t.is(words::AS))
                && let Some(post) = (past + 1..past + 4).find_map(|at| reading.post_at(at))
                && let Some(post) = joined_title(reading, post)
                && let Some(found) = reading.mentions.of_kind(reading.posts[post].all.end, Kind::Person)
            {
                return Some((vec![found.first], found.last, Some(Object::Post(post))));
            }
            // "the inspector general fired by Lee": who does it.
            let agent = ambiguous && reading.text.tokens.get(past).is_some_and(|t| t.is(words::BY));
            match clauses::object(reading, past.max(group.verb + 1) - 1).filter(|_| !agent) {
                Some(Object::People(people, end)) => Some((people, end, None)),
                // "fired its chief executive": whoever the text knows to hold the post.
                Some(Object::Post(post)) if !ambiguous || !follows_person(reading, group) => {
                    // "elected two directors: Ann Lee and Omar Diaz"
                    let end = reading.posts[post].all.end;
                    // "names new managing director: Ann Lee"
                    if (reading.posts[post].plural || reading.posts[post].incoming) && opens_list(reading, end) {
                        let people = clauses::listed(reading, end + 1, sentence_end(reading, end));
                        return Some((people, end, Some(Object::Post(post))));
                    }
                    // "named a new chief executive" names nobody; "Named treasurer in 2004, Lee …" is passive.
                    let starts = group.first == reading.text.sentences[reading.sentence_of(group.verb)].first;
                    if ambiguous && starts {
                        return Some((subject_or_holder(reading, roles, group), past, None));
                    }
                    if frame.event != FrameEvent::Out {
                        return None;
                    }
                    let people = holder_of(reading, roles, post).into_iter().collect();
                    let end = reading.posts[post].all.end;
                    Some((people, end, Some(Object::Post(post))))
                }
                // "Lee, named chairman in 2004", "Lee named chairman": a participle is passive without its auxiliary.
                _ if ambiguous
                    && (reads_as_passive(reading, group, past)
                        || headline_passive(reading, group, past)
                        || elected_when(reading, frame, past)
                        || elected_to(reading, group, past)
                        || joins_passive(reading, group)) =>
                {
                    Some((subject_or_holder(reading, roles, group), past, None))
                }
                _ => None,
            }
        }
    }
}

/// Whether a colon or dashes at a token open a list.
pub(super) fn opens_list(reading: &Reading<'_>, at: usize) -> bool {
    let marks = [words::COLON, words::TWO_DASHES, words::EM_DASH];
    reading.text.tokens.get(at).is_some_and(|t| t.is_any(&marks))
}

fn sentence_end(reading: &Reading<'_>, at: usize) -> usize {
    reading.text.sentences[reading.sentence_of(at)].last
}

/// The people of a list that follows the verb: "two members were elected to the board -- Lee and Diaz".
fn announced(reading: &Reading<'_>, past: usize) -> Vec<usize> {
    const REACH: usize = 14;
    let end = sentence_end(reading, past.saturating_sub(1));
    let Some(mark) = (past..end.min(past + REACH)).find(|&at| opens_list(reading, at)) else { return Vec::new() };
    let people = clauses::listed(reading, mark + 1, end);
    let first = people.first().copied().unwrap_or(end);
    // The list starts with a name or its title, not with a clause.
    if (mark + 1..first).any(|at| reading.mentions.covering(at).is_none()) { Vec::new() } else { people }
}

/// The person before "whom", when the verb's own subject is all that stands between: "Lee, whom the mayor named".
fn antecedent_of_whom(reading: &Reading<'_>, group: &VerbGroup) -> Option<usize> {
    let tokens = &reading.text.tokens;
    let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
    let whom = (start..group.first).rev().take(6).find(|&at| tokens[at].is(words::WHOM))?;
    if (whom + 1..group.first).any(|at| clauses::is_verb(reading, at)) {
        return None;
    }
    let before = whom.checked_sub(1 + usize::from(whom > 0 && tokens[whom - 1].is(words::COMMA)))?;
    reading.mentions.of_kind(before, Kind::Person).map(|found| found.first)
}

fn follows_person(reading: &Reading<'_>, group: &VerbGroup) -> bool {
    // "Lee, first appointed treasurer in 1990"
    let edge = (0..group.first).rev().take(3).find(|&at| !reading.text.tokens[at].has(class::ADVERB));
    let Some(mut before) = edge else { return false };
    if reading.text.tokens[before].is(words::COMMA) && before > 0 {
        before -= 1;
    }
    reading.mentions.of_kind(before, Kind::Person).is_some()
}

/// Whether a participle without auxiliary is passive: a post or "as" follows, or it stands in an insertion.
fn reads_as_passive(reading: &Reading<'_>, group: &VerbGroup, past: usize) -> bool {
    let tokens = &reading.text.tokens;
    let next = tokens.get(past);
    let starts = group.first == reading.text.sentences[reading.sentence_of(group.verb)].first;
    // ", first appointed to the post by"
    let edge = (0..group.first).rev().take(3).find(|&at| !tokens[at].has(class::ADVERB));
    let inserted = starts || edge.is_some_and(|at| tokens[at].is(words::COMMA));
    let links = [words::AS, words::BY, words::FROM];
    let insertion_links = [words::TO, words::IN, words::ON, words::AFTER, words::AT, words::COMMA];
    // "Lee, hired for the post of treasurer", "picked for attorney general"
    let for_post = inserted
        && next.is_some_and(|t| t.is(words::FOR))
        && (past + 1..past + 4)
            .any(|at| reading.post_at(at).is_some() || tokens.get(at).is_some_and(clauses::is_post_noun));
    // "Lee named Acme chief executive"
    let of_house = reading.mentions.covering(past).is_some_and(|(_, f)| {
        matches!(f.kind, Kind::Organization | Kind::Place)
            && reading.post_at(f.last).is_some_and(|post| !reading.posts[post].plural)
            && reading.text.sentences[reading.sentence_of(past)].headline
    });
    next.is_some_and(|t| t.is_any(&links) || inserted && (t.is_any(&insertion_links) || t.has(class::WEEKDAY)))
        || reading.post_at(past).is_some()
        || of_house && follows_person(reading, group)
        || for_post
        || inserted
            && next.is_some_and(|t| t.has(class::DETERMINER))
            && (past + 1..past + 4).any(|at| reading.post_at(at).is_some())
}

/// "Acme chief Ann Lee fired", "Ann Lee ousted in boardroom coup": a headline leaves the auxiliary out.
fn headline_passive(reading: &Reading<'_>, group: &VerbGroup, past: usize) -> bool {
    const AFTER: [WordId; 9] = [
        words::IN,
        words::AFTER,
        words::OVER,
        words::AMID,
        words::FOR,
        words::AT,
        words::FOLLOWING,
        words::ON,
        words::DURING,
    ];
    let sentence = reading.text.sentences[reading.sentence_of(group.verb)];
    let named = group.first > sentence.first && reading.mentions.of_kind(group.first - 1, Kind::Person).is_some();
    sentence.headline
        && named
        && (sentence.last == past || reading.text.tokens.get(past).is_some_and(|t| t.is_any(&AFTER)))
}

/// "a physician elected in 2008"
fn elected_when(reading: &Reading<'_>, frame: &Frame, past: usize) -> bool {
    frame.reason == Some(Reason::Elected) && reading.text.tokens.get(past).is_some_and(|t| t.is(words::IN))
}

/// "Lee and Diaz were the members elected to the board", "Judge Ann Lee elevated to Supreme Court"
fn elected_to(reading: &Reading<'_>, group: &VerbGroup, past: usize) -> bool {
    let start = reading.text.sentences[reading.sentence_of(group.verb)].first;
    let named = |at: usize| reading.mentions.of_kind(at, Kind::Person).is_some();
    let seat = |at: usize| [Kind::Organization, Kind::Post].iter().any(|&k| reading.mentions.of_kind(at, k).is_some());
    reading.text.tokens.get(past).is_some_and(|t| t.is(words::TO))
        && (described_by(reading, group.first, start).is_some()
            || group.first > start && named(group.first - 1) && (past + 1..past + 4).any(seat))
}
