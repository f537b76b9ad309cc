//! Seats on boards: "Ann Lee serves on the board of Acme Corp", "has sat on Acme's board since 2017".

use super::rules::holder;
use super::{RoleDraft, tenure};
use crate::clauses;
use crate::events::draft::Place;
use crate::lexicon::{Form, FrameEvent, PostKind, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;
use crate::record::Status;
use crate::text::Token;

/// The seats that sentences tell, in text order.
pub(super) fn seats_on_boards(reading: &Reading<'_>, drafts: &mut Vec<RoleDraft>) {
    for (at, token) in reading.text.tokens.iter().enumerate() {
        if token.is_any(&[words::BOARD, words::BOARDS]) && reading.post_at(at).is_none() {
            seat(reading, at, drafts);
        }
    }
}

fn is_name(kind: Kind) -> bool {
    matches!(kind, Kind::Organization | Kind::Name)
}

fn seat(reading: &Reading<'_>, board: usize, drafts: &mut Vec<RoleDraft>) {
    let tokens = &reading.text.tokens;
    let start = reading.text.sentences[reading.sentence_of(board)].first;
    let Some(on) = (start..board).rev().take(8).find(|&at| tokens[at].is(words::ON)) else { return };
    // "on Acme's board", "on the company's board", "on its board"; not "on how the board", "on a new mayor's board game".
    let owned = on + 1..board;
    let mut named = None;
    let mut at = owned.start;
    while at < owned.end {
        let token = &tokens[at];
        match reading.mentions.covering(at) {
            // Not "on the Audit Committee of the Board".
            Some((_, found)) if is_name(found.kind) && found.first == at && found.last <= board => {
                named = Some(found.range());
                at = found.last;
            }
            None if token.has(class::DETERMINER.or(class::POSSESSIVE).or(class::ORG_GENERIC))
                || token.is_possessive() =>
            {
                at += 1;
            }
            _ => return,
        }
    }
    // "on the board's audit committee"
    if tokens.get(board + 1).is_some_and(Token::is_possessive) {
        return;
    }
    let Some(verb) = on.checked_sub(1).filter(|&at| at >= start) else { return };
    let sits = reading.tables.verb_form(tokens[verb].word).is_some_and(|v| {
        v.lemma == words::SIT
            || reading
                .tables
                .frames_of(v.lemma)
                .any(|f| f.event == FrameEvent::Hold && f.rest.is_empty() && f.title.is_none())
    });
    if !(tokens[verb].has(class::BE) || sits && clauses::is_verb(reading, verb)) {
        return;
    }
    let group = clauses::verb_group(reading, verb);
    if group.negated || group.conditional || group.gerund {
        return;
    }
    let directors = tokens.get(board + 1).is_some_and(|t| t.is(words::OF))
        && tokens.get(board + 2).is_some_and(|t| t.has(class::BOARD_FOLK));
    let end = if directors { board + 3 } else { board + 1 };
    let of = tokens.get(end).is_some_and(|t| t.is_any(&[words::OF, words::AT])).then_some(end + 1);
    let named = named.or_else(|| {
        let name = of? + usize::from(tokens.get(of?).is_some_and(|t| t.has(class::DETERMINER)));
        let (_, found) = reading.mentions.covering(name)?;
        (is_name(found.kind) && found.first == name).then(|| found.range())
    });
    // "on the board with nails": only a board of an organisation, or one that has directors.
    let generic = owned.clone().any(|at| tokens[at].has(class::ORG_GENERIC.or(class::IT)));
    if named.is_none() && !generic && !directors && !tokens[board].is_capital() {
        return;
    }
    let place = named.map(|tokens| Place::new(reading, tokens));
    let place = place.or_else(|| clauses::organization_in_focus(reading, owned.start).filter(|_| generic));
    let be = tokens[verb].has(class::BE);
    let past = tokens[verb].is_any(&[words::WAS, words::WERE]) || !be && group.form.has(Form::PAST) && !group.perfect;
    let had = tokens[group.first..verb].iter().any(|t: &Token| t.is(words::HAD) || t.has(class::FORMERLY));
    let status = match () {
        () if had || past => Status::Former,
        () if group.future => Status::Incoming,
        () => Status::Current,
    };
    let (since, until) = tenure(reading, place.as_ref().map_or(end, |p| p.tokens.end.max(end)));
    for person in clauses::subject(reading, &group) {
        let Some(holder) = holder(reading, person, None) else { continue };
        drafts.push(RoleDraft {
            person: holder.person,
            evidence: holder.tokens.start.min(board)..end,
            person_tokens: holder.tokens,
            post: board..end,
            kind: PostKind::Executive,
            place: place.clone(),
            status,
            acting: false,
            keeps: false,
            since,
            until,
            rule: "seat-on-board",
        });
    }
}
