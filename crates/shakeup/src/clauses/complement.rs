//! What follows a verb and its object: as what, to what, from what, at what, by whom.

use super::completed::Complements;
use super::infinitive::{Infinitive, infinitive, term_of_another, vacated_by};
use super::insertion::{
    affiliation_end, after_years, closes_apposition, insertion_end, instead_of, place_of_another, takes_effect,
};
use super::noun_phrase::{board_owner, ends_in_board, opens_clause, organization_in_focus};
use super::post_noun::{
    coordinated_post, ends_with_its_organization, is_choice, is_modifier, is_own_post, is_post_noun, is_successor,
    is_vacancy,
};
use super::verb::is_verb;
use crate::events::{Place, is_elective};
use crate::lexicon::{class, words};
use crate::mentions::Kind;
use crate::reading::Reading;

/// What licenses the next noun phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    Nothing,
    /// Directly after the person or the passive verb: "named Lee chairman".
    Direct,
    As,
    To,
    From,
    At,
    For,
    By,
    With,
}

/// How far complements reach.
const REACH: usize = 40;

/// Reads the complements that start at a token, up to the end of the clause.
pub(crate) fn complements(reading: &Reading<'_>, from: usize, direct: bool) -> Complements {
    read(reading, from, direct, true)
}

/// The same for what somebody leaves: "resigned as president to become chancellor" ends before "to".
pub(crate) fn complements_of_leaving(reading: &Reading<'_>, from: usize, direct: bool) -> Complements {
    read(reading, from, direct, false)
}

fn read(reading: &Reading<'_>, from: usize, direct: bool, infinitives: bool) -> Complements {
    let tokens = &reading.text.tokens;
    let mut found = Complements { end: from, ..Complements::default() };
    let Some(sentence) = reading.text.sentences.get(reading.sentence_of(from.saturating_sub(1))) else { return found };
    let end = sentence.last.min(from + REACH);
    let mut lead = if direct { Lead::Direct } else { Lead::Nothing };
    let mut at = from;
    let mut by_title = false; // "by a member of the board": a name may follow
    let mut agent = true; // whether who stands after "by" does what the verb says
    while at < end {
        let token = &tokens[at];
        if token.gap == crate::text::Gap::Blank && at > from {
            break;
        }
        // "resigned from the Board of Directors of Acme": capitalised or not.
        // "from the Acme Board of Directors", though "Acme Board" is read as a name.
        let board = |kind: Kind| {
            let named = matches!(kind, Kind::Name | Kind::Organization) && ends_in_board(reading, at);
            token.is(words::BOARD) && named || token.is(words::OFFICE) && kind == Kind::Name
        };
        if let Some((_, mention)) = reading.mentions.covering(at).filter(|(_, mention)| !board(mention.kind)) {
            let board = mention.last - 1;
            if board > at && mention.kind == Kind::Organization && ends_in_board(reading, board) {
                at = board;
                continue;
            }
            match mention.kind {
                Kind::Post => {
                    let index = mention.entity.unwrap_or_default();
                    let past = reading.posts[index].all.end.max(mention.last);
                    // "as director at Lee's request": no place.
                    let title = reading.posts[index].title.end;
                    let request = title < past
                        && tokens[title].is(words::AT)
                        && tokens.get(past).is_some_and(|t| t.is_possessive());
                    let past = if request { title } else { past };
                    // "chief of Acme Corp. Lee will": the next sentence.
                    // "as chief of staff to then-Attorney General Lee": his is the second title.
                    let person_follows = reading.mentions.of_kind(past, Kind::Person).is_some()
                        && !(lead == Lead::As && title < past && tokens[title].is(words::TO))
                        && !ends_with_its_organization(reading, index)
                        && tokens[past].gap <= crate::text::Gap::Space;
                    // "the president's chief of staff": the title before the possessive is not the post.
                    if tokens.get(past).is_some_and(|t| t.is_possessive()) {
                        at = past + 1;
                        continue;
                    }
                    // "as President Lee's chief of staff"
                    let owner = reading.mentions.of_kind(past, Kind::Person).filter(|_| person_follows);
                    if let Some(owner) = owner.filter(|f| tokens.get(f.last).is_some_and(|t| t.is_possessive())) {
                        at = owner.last + 1;
                        // "as Treasurer Lee's replacement"
                        if is_successor(reading, at) {
                            found.succeeds.push(owner.first);
                            at += 1;
                            found.end = at;
                        }
                        continue;
                    }
                    // "was replaced by his deputy, Omar Diaz"
                    let apposed = tokens.get(past).filter(|t| lead == Lead::By && t.is(words::COMMA));
                    if apposed.is_some() && reading.mentions.of_kind(past + 1, Kind::Person).is_some() {
                        at = past + 1;
                        continue;
                    }
                    match lead {
                        // "to Judge Lee", "by President Diaz": a title, not the post.
                        _ if person_follows && !matches!(lead, Lead::Direct | Lead::As) => {
                            at = past;
                            continue;
                        }
                        _ if person_follows => break,
                        Lead::From => found.from_posts.push(index),
                        Lead::As | Lead::Direct => found.posts.push(index),
                        // "assigned to the treasurer job", "hired for the head coach position"
                        Lead::To | Lead::For if infinitives && tokens.get(past).is_some_and(is_post_noun) => {
                            found.posts.push(index);
                            at = past + 1;
                            found.end = at;
                            lead = Lead::Nothing;
                            continue;
                        }
                        Lead::To => {
                            found.to_posts.push(index);
                            // "handed the reins to her deputy, Omar Diaz"
                            let comma = tokens.get(past).is_some_and(|t| t.is(words::COMMA));
                            let name = reading.mentions.of_kind(past + 1, Kind::Person).filter(|_| comma);
                            found.to_people.extend(name.map(|f| f.first));
                        }
                        Lead::For => found.for_posts.push(index),
                        Lead::Nothing | Lead::At | Lead::By | Lead::With => {
                            by_title |= matches!(lead, Lead::By | Lead::With);
                            if found.posts.is_empty() && lead == Lead::Nothing {
                                break;
                            }
                        }
                    }
                    at = past;
                    found.end = at;
                    // "chairman and chief executive", "president, treasurer and director"
                    if let Some(next) = coordinated_post(reading, at, end) {
                        at = next;
                    } else {
                        lead = Lead::Nothing;
                    }
                    continue;
                }
                Kind::Organization | Kind::Place => {
                    let past = mention.last;
                    let possessive = tokens.get(past).is_some_and(|t| t.is_possessive());
                    // "to the Senate floor": the organisation only modifies.
                    // "appointed to the Senate seat": where the post is; "her Cabinet position" says little.
                    let seat = tokens.get(past).is_some_and(|t| t.is(words::SEAT) && t.gap == crate::text::Gap::Space);
                    let seat = seat && matches!(lead, Lead::To | Lead::From) && reading.post_at(past).is_none();
                    let before_post =
                        !seat && (reading.post_at(past).is_some() || super::noun_phrase::modifies(reading, past));
                    // "hired to lead the bureau's outreach program": within it.
                    let leads = found.leads.is_some() && lead == Lead::To && found.places.is_empty();
                    if possessive && leads && mention.kind == Kind::Organization && reading.post_at(past + 1).is_none()
                    {
                        found.places.push(Place::new(reading, mention.range()));
                    }
                    // "hired by the Times editorial board"
                    let board = (past..past + 2).find(|&i| tokens.get(i).is_some_and(|t| t.is(words::BOARD)));
                    if let Some(board) = board.filter(|_| lead == Lead::By && !possessive) {
                        found.by_place = Some(Place::new(reading, mention.range()));
                        at = board + 1;
                        lead = Lead::Nothing;
                        continue;
                    }
                    if !possessive && !before_post {
                        match lead {
                            Lead::From => found.from_place = Some(Place::new(reading, mention.range())),
                            Lead::By if agent => found.by_place = Some(Place::new(reading, mention.range())),
                            Lead::At | Lead::To | Lead::As | Lead::Direct
                                if mention.kind == Kind::Organization || lead != Lead::At =>
                            {
                                found.places.push(Place::new(reading, mention.range()));
                                let more = super::conjuncts_after(reading, past, Kind::Organization);
                                for other in more {
                                    found.places.push(Place::new(reading, other.range()));
                                    at = other.last;
                                }
                            }
                            // "nominated Lee for the Supreme Court"
                            Lead::For if crate::events::is_court(reading, mention.first) => {
                                found.places.push(Place::new(reading, mention.range()));
                            }
                            _ => {}
                        }
                        if lead != Lead::Nothing {
                            found.end = past;
                        }
                        if lead != Lead::Direct {
                            lead = Lead::Nothing;
                        }
                    }
                    at = at.max(past + usize::from(possessive));
                    continue;
                }
                Kind::Person => {
                    let possessive = tokens.get(mention.last).is_some_and(|t| t.is_possessive());
                    let successor = mention.last + 1;
                    if possessive && is_successor(reading, successor) {
                        found.succeeds.push(mention.first);
                        at = successor + 1;
                        found.end = at;
                        continue;
                    }
                    let people = || {
                        std::iter::once(mention.first).chain(
                            super::conjuncts_after(reading, mention.last, Kind::Person).into_iter().map(|f| f.first),
                        )
                    };
                    match lead {
                        Lead::By => found.by.extend(people()),
                        Lead::With => found.with.extend(people()),
                        Lead::To | Lead::For if !possessive => found.to_people.extend(people()),
                        Lead::From if !possessive => found.from_people.extend(people()),
                        _ if possessive => {
                            at = successor;
                            continue;
                        }
                        // "was chosen over Diaz as treasurer"
                        _ if at > from && tokens[at - 1].is(words::OVER) => {
                            at = mention.last;
                            continue;
                        }
                        _ => break,
                    }
                    at = mention.last;
                    found.end = at;
                    // "passed the baton to Lee as chairman"; not "his resignation to Queen Ann at the palace".
                    if matches!(lead, Lead::To | Lead::For | Lead::From)
                        && !tokens.get(at).is_some_and(|t| t.is(words::AS))
                    {
                        break;
                    }
                    lead = Lead::Nothing;
                    continue;
                }
                Kind::Name => {
                    at = mention.last;
                    // "as the Registrant's lead director"
                    let owns = tokens.get(at).is_some_and(|t| t.is_possessive());
                    if lead != Lead::Direct && !owns {
                        lead = Lead::Nothing;
                    }
                    continue;
                }
            }
        }
        if token.has(class::HE.or(class::SHE)) && token.has(class::POSSESSIVE) {
            // "as his interim successor"
            let noun = (at + 1..end.min(at + 4)).find(|&i| !tokens[i].has(class::COMMON) || is_successor(reading, i));
            if let Some(noun) = noun.filter(|&noun| is_successor(reading, noun)) {
                found.succeeds.push(at);
                at = noun + 1;
                found.end = at;
                continue;
            }
        }
        // "won the race for his seat", "was appointed to her seat"
        if token.has(class::HE.or(class::SHE))
            && token.has(class::POSSESSIVE)
            && matches!(lead, Lead::For | Lead::To)
            && tokens.get(at + 1).is_some_and(|t| t.is(words::SEAT))
            && !super::is_compound(reading, at + 2)
        {
            found.succeeds.push(at);
            at += 2;
            found.end = at;
            lead = Lead::Nothing;
            continue;
        }
        // "named as successor to Chairman Lee", "mentioned as a replacement for Lee"
        if lead == Lead::As
            && is_successor(reading, at)
            && tokens.get(at + 1).is_some_and(|t| t.is_any(&[words::TO, words::FOR, words::OF]))
            && let Some(super::Object::People(people, past)) = super::object(reading, at + 1)
        {
            found.succeeds.extend(people);
            at = past;
            found.end = at;
            lead = Lead::Nothing;
            continue;
        }
        if let Some((people, past)) = instead_of(reading, at) {
            found.succeeds.extend(people);
            at = past;
            found.end = at;
            lead = Lead::Nothing;
            continue;
        }
        // "nominated Lee in his place", "named Lee in Diaz's place"
        if token.is(words::IN)
            && let Some((goer, past)) = place_of_another(reading, at + 1)
        {
            found.succeeds.push(goer);
            found.in_place = true;
            at = past;
            found.end = at;
            lead = Lead::Nothing;
            continue;
        }
        // "named Lee as his choice for treasurer"
        if lead == Lead::As && is_choice(reading, at) && tokens.get(at + 1).is_some_and(|t| t.is(words::FOR)) {
            at += 2;
            continue;
        }
        // "take the job vacated by Lee", "assumes the offices previously held by Lee"
        // "the vacancy created by the death of Lee"
        // "filled the seat that was open when Lee left"
        if token.is_any(&[words::HELD, words::VACATED, words::LEFT, words::CREATED, words::FREE, words::VACANT])
            && tokens.get(at + 1).is_some_and(|t| t.is_any(&[words::BY, words::WHEN]))
            && let Some((people, past)) = vacated_by(reading, at + 1)
        {
            found.succeeds.extend(people);
            at = past;
            found.end = at;
            lead = Lead::Nothing;
            continue;
        }
        match token.word {
            // "named president in addition to her role as treasurer": what she has besides.
            words::IN if tokens.get(at + 1).is_some_and(|t| t.is(words::ADDITION)) => break,
            // "as soon as the Senate confirms him"
            words::AS
                if tokens.get(at + 1).is_some_and(|t| t.has(class::ADVERB))
                    && tokens.get(at + 2).is_some_and(|t| t.is(words::AS)) =>
            {
                break;
            }
            // "took over after three years as treasurer": what she was before.
            words::AS if infinitives && after_years(reading, at).is_some() => break,
            // "was reassigned from his post as treasurer": what is left.
            words::AS if lead == Lead::From && infinitives && is_post_noun(&tokens[at - 1]) => {}
            words::AS => lead = Lead::As,
            // "named Lee of Acme its chairman": where he comes from.
            // "assumes the duties of treasurer"
            words::OF
                if at == from
                    && direct
                    && at > 0
                    && (is_post_noun(&tokens[at - 1]) || tokens[at - 1].has(class::TENURE)) => {}
            words::OF if at == from && at > 0 && reading.person_at(at - 1).is_some() => {
                at = affiliation_end(reading, at + 1);
                found.end = at;
                continue;
            }
            // "elected to fill the last two years of Sen. Lee's term"
            words::TO if infinitives && term_of_another(reading, at + 1).is_some() => {
                let (goer, past) = term_of_another(reading, at + 1).unwrap_or((at, at + 1));
                found.succeeds.push(goer);
                at = past;
                found.end = at;
                lead = Lead::Nothing;
                continue;
            }
            words::TO | words::INTO => match infinitive(reading, at, end) {
                Some(_) if !infinitives => break,
                Some(Infinitive::Be(next)) => {
                    found.vacancy |= is_vacancy(reading, next - 1);
                    lead = Lead::As;
                    at = next;
                    continue;
                }
                Some(Infinitive::Lead(verb)) => {
                    found.leads = Some(verb);
                    lead = Lead::To;
                    at = verb + 1;
                    found.end = at;
                    continue;
                }
                Some(Infinitive::Succeed(verb)) => {
                    if let Some(super::Object::People(people, past)) = super::object(reading, verb) {
                        found.succeeds.extend(people);
                        at = past;
                        found.end = at;
                        lead = Lead::Nothing;
                        continue;
                    }
                    break;
                }
                // "elected to represent Ohio in the Senate"
                Some(Infinitive::Other) if tokens[at + 1].is(words::REPRESENT) => {
                    lead = Lead::Nothing;
                    at += 2;
                    continue;
                }
                Some(Infinitive::Other) => break,
                // "replace Lee with a man closer to the Reform Party"
                None if found.with_somebody && found.with.is_empty() => lead = Lead::Nothing,
                None => lead = Lead::To,
            },
            words::THAT if at == from && at > 0 && is_vacancy(reading, at - 1) => {
                at += 1 + usize::from(tokens.get(at + 1).is_some_and(|t| t.has(class::BE)));
                continue;
            }
            // "was appointed to that position"
            words::THAT if lead == Lead::To && tokens.get(at + 1).is_some_and(is_post_noun) => {}
            words::FROM => lead = Lead::From,
            words::AT | words::OF | words::IN | words::WITH | words::FOR | words::ON
                if lead != Lead::From || token.is(words::AT) =>
            {
                // "was suspended along with Diaz", "as chief with effect from May 1"
                let along = at > 0 && tokens[at - 1].is_any(&[words::ALONG, words::TOGETHER]);
                if token.is(words::WITH) && (along || takes_effect(reading, at)) {
                    break;
                }
                // "chosen as the party's candidate for mayor"
                let contest = token.is(words::FOR) && at > from && tokens[at - 1].has(class::CONTENDER);
                if contest
                    && (at + 1..at + 4).find_map(|i| reading.post_at(i)).is_some_and(|post| is_elective(reading, post))
                {
                    break;
                }
                // "resigned her position with Acme"
                let position = at > 0 && is_post_noun(&tokens[at - 1]);
                if token.is(words::WITH) && !position {
                    found.with_somebody = true;
                    lead = Lead::With;
                    at += 1;
                    continue;
                }
                // "the post of chairman", "the job of treasurer": the lead goes on.
                let titled = token.is_any(&[words::OF, words::FOR]) && at > from && is_post_noun(&tokens[at - 1]);
                // "hired for the job of treasurer"
                if titled && (lead == Lead::To || lead == Lead::For && infinitives) {
                    lead = Lead::As;
                }
                if !(titled || token.is(words::OF) && lead == Lead::To) {
                    lead = if token.is(words::FOR) { Lead::For } else { Lead::At };
                }
            }
            words::OF => {}
            // "to a two-year term as chairman"
            words::DASH if tokens.get(at + 1).is_some_and(|t| t.has(class::UNIT)) => {}
            words::BY => {
                lead = Lead::By;
                // "was dismissed after a report by Acme": who reports.
                let noun = tokens[at - 1].has(class::COMMON) && !tokens[at - 1].has(class::ADVERB);
                agent = at == from || !noun || is_verb(reading, at - 1) || reading.mentions.covering(at - 1).is_some();
            }
            // "(the "Separation Date")", "(R-Ohio)"
            words::OPEN => match (at + 1..end.min(at + 25)).find(|&i| tokens[i].is(words::CLOSE)) {
                Some(close) => {
                    at = close + 1;
                    continue;
                }
                None => break,
            },
            // "named Lee, an associate of Diaz, to replace him": the insertion is passed over.
            // "confirmed Lee — son of Diaz — to be treasurer"
            words::COMMA | words::EM_DASH | words::EN_DASH | words::TWO_DASHES
                if at == from && insertion_end(reading, at, end, direct).is_some() =>
            {
                at = insertion_end(reading, at, end, direct).unwrap_or(at);
                continue;
            }
            // "named its treasurer, Lee, president", "promoted its treasurer, Lee, to president"
            words::COMMA if at == from && closes_apposition(reading, at, direct) => {}
            // "replaced by a member of the board, Omar Diaz"
            words::COMMA
                if by_title
                    && found.by.is_empty()
                    && reading.mentions.of_kind(at + 1, Kind::Person).is_some_and(|f| f.first == at + 1) =>
            {
                found.by.push(at + 1);
                at = reading.mentions.covering(at + 1).map_or(at + 2, |(_, f)| f.last);
                found.end = at;
                by_title = false;
                lead = Lead::Nothing;
                continue;
            }
            words::COMMA => {
                // A list or an insertion may go on: ", effective June 1,", ", and as".
                let next = tokens.get(at + 1).filter(|_| at + 1 < end);
                let onward = || {
                    matches!(
                        infinitive(reading, at + 1, end),
                        Some(Infinitive::Be(_) | Infinitive::Lead(_) | Infinitive::Succeed(_))
                    )
                };
                let goes_on = next.is_some_and(|t| t.is(words::TO) && infinitives && onward())
                    || !opens_clause(reading, at + 1)
                        && next.is_some_and(|t| {
                            t.is_any(&[words::AS, words::FROM, words::BY, words::AND, words::EFFECTIVE])
                                || t.has(class::MONTH)
                                || t.shape == crate::text::Shape::Number
                        })
                    || previous_is_number(reading, at);
                if !goes_on {
                    break;
                }
                lead = Lead::Nothing;
            }
            words::AND | words::AMPERSAND => {
                let next = tokens.get(at + 1).filter(|_| at + 1 < end);
                if !next.is_some_and(|t| t.is_any(&[words::AS, words::FROM, words::TO])) {
                    break;
                }
            }
            // "elected to the board of directors", "resigned from its board"
            words::BOARD
                if matches!(lead, Lead::To | Lead::From | Lead::Direct | Lead::Nothing)
                    && found.position.is_none()
                    && (!super::is_compound(reading, at + 1) || tokens[at + 1].is(words::SEAT)) =>
            {
                let of_directors = tokens.get(at + 1).is_some_and(|t| t.is(words::OF))
                    && tokens.get(at + 2).is_some_and(|t| t.is(words::DIRECTORS));
                let past = if of_directors { at + 3 } else { at + 1 };
                found.position = Some(at..past);
                found.board = true;
                let owner = board_owner(reading, at);
                let generic = at > 0 && tokens[at - 1].is_any(&[words::ITS, words::THE]);
                match owner {
                    Some(owner) => found.places.insert(0, owner),
                    None if generic && !tokens.get(past).is_some_and(|t| t.is(words::OF)) => {
                        found.places.extend(organization_in_focus(reading, at));
                    }
                    None => {}
                }
                at = past;
                found.end = at;
                lead = Lead::At;
                continue;
            }
            // "named to an Office of the President": a body of several.
            words::OFFICE
                if lead == Lead::To
                    && token.is_capital()
                    && tokens.get(at + 1).is_some_and(|t| t.is(words::OF))
                    && tokens.get(at + 2).is_some_and(|t| t.is(words::THE))
                    && reading.post_at(at + 3).is_some() =>
            {
                let past = reading.post_at(at + 3).map_or(at + 4, |post| reading.posts[post].title.end);
                found.position = Some(at..past);
                found.board = true;
                at = past;
                found.end = at;
                lead = Lead::At;
                continue;
            }
            _ if token.has(class::DIGNITY)
                && matches!(lead, Lead::To | Lead::From | Lead::Direct)
                && found.dignity.is_none()
                && !super::is_compound(reading, at + 1) =>
            {
                found.dignity = Some(at);
                found.end = at + 1;
                lead = Lead::Nothing;
            }
            _ if lead == Lead::To && is_vacancy(reading, at) => {
                found.vacancy = true;
                found.own = tokens[at - 1].is(words::THAT);
                found.end = at + 1;
            }
            // "was confirmed to his current post"
            _ if lead == Lead::To && is_own_post(reading, at) => {
                found.own = true;
                found.end = at + 1;
            }
            _ if is_post_noun(token) && matches!(lead, Lead::To | Lead::As) && found.position.is_none() => {
                let first = (from..at).rev().take(5).take_while(|&i| is_modifier(&tokens[i])).last();
                found.position = first.map(|first| first..at + 1);
                found.end = at + 1;
            }
            // "nominated her at a ceremony in the White House"
            _ if token.has(class::OCCASION) && lead != Lead::Nothing => break,
            // "left the company"; not "after two years in office".
            _ if token.has(class::ORG_GENERIC)
                && (at.saturating_sub(3)..at).any(|i| {
                    tokens[i].has(class::DETERMINER.or(class::POSSESSIVE))
                        || tokens[i].is_possessive() && i > 0 && reading.mentions.of_kind(i - 1, Kind::Person).is_none()
                })
                && matches!(lead, Lead::At | Lead::For | Lead::From | Lead::To) =>
            {
                // "a position with another company", "a job at a rival firm": none that the text has named.
                let unnamed = [words::A, words::AN, words::ANOTHER, words::OTHER];
                let known = !tokens[at.saturating_sub(3)..at].iter().any(|t| t.is_any(&unnamed));
                let place = organization_in_focus(reading, at).filter(|_| known);
                match lead {
                    Lead::From => found.from_place = found.from_place.take().or(place),
                    _ if found.places.is_empty() => found.places.extend(place),
                    _ => {}
                }
                lead = Lead::Nothing;
                found.end = at + 1;
            }
            _ if token.has(class::WHO.or(class::SUBORDINATOR))
                || token.has(class::THAT)
                || token.has(class::CONDITION) =>
            {
                if !token.has(class::PREPOSITION) {
                    break;
                }
                lead = Lead::Nothing;
            }
            _ if token.has(class::PREPOSITION) && !token.has(class::ADVERB) => lead = Lead::Nothing,
            _ if token.has(class::DETERMINER.or(class::POSSESSIVE).or(class::ADVERB)) || token.is_possessive() => {}
            _ if is_verb(reading, at) || token.has(class::BE.or(class::MODAL).or(class::HAVE)) => break,
            _ if !token.is_word()
                && token.shape != crate::text::Shape::Number
                && !token.is_any(&[words::QUOTE, words::APOSTROPHE, words::PERCENT]) =>
            {
                break;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// "May 3, 2004"; not "in 2009, Republicans".
fn previous_is_number(reading: &Reading<'_>, at: usize) -> bool {
    let year = at > 0 && reading.text.words(at - 1..at).len() == 4;
    at > 0 && !year && reading.text.tokens[at - 1].shape == crate::text::Shape::Number
}
