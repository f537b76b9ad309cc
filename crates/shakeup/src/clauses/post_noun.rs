//! Posts as complements and nouns that stand for them: "chairman and treasurer", "the job", "that vacancy", "his current post".

use crate::lexicon::{FrameEvent, WordId, class, words};
use crate::mentions::Kind;
use crate::reading::Reading;

pub(super) fn is_successor(reading: &Reading<'_>, at: usize) -> bool {
    let Some(token) = reading.text.tokens.get(at) else { return false };
    token.has(class::FRAME_NOUN) && reading.tables.frames_of(token.word).any(|f| f.event == FrameEvent::Successor)
}

/// "pick", "choice", "nominee": a noun that says of somebody that he is chosen.
pub(super) fn is_choice(reading: &Reading<'_>, at: usize) -> bool {
    let chosen = |f: &crate::lexicon::Frame| f.who == crate::lexicon::FrameWho::Apposed;
    reading.text.tokens[at].has(class::FRAME_NOUN) && reading.tables.frames_of(reading.text.tokens[at].word).any(chosen)
}

const POST_NOUNS: [WordId; 7] =
    [words::POST, words::POSITION, words::JOB, words::ROLE, words::TITLE, words::SEAT, words::OFFICE];

/// "post", "position", "job", "role", "title", "seat", "office"
pub(crate) fn is_post_noun(token: &crate::text::Token) -> bool {
    // "the posts of president and treasurer"
    const MORE: [WordId; 4] = [words::POSTS, words::POSITIONS, words::TITLES, words::ROLES];
    token.is_any(&POST_NOUNS) || token.is_any(&MORE)
}

/// "the vacancy", "the vacated seat", "that post": what the text has spoken of.
pub(crate) fn is_vacancy(reading: &Reading<'_>, at: usize) -> bool {
    const DEFINITE: [WordId; 5] = [words::THE, words::THAT, words::VACATED, words::VACANT, words::EMPTY];
    let tokens = &reading.text.tokens;
    let named = reading.mentions.covering(at).is_some() || super::is_compound(reading, at + 1);
    let of = tokens.get(at + 1).is_some_and(|t| t.is(words::OF));
    let definite = at > 0 && tokens[at - 1].is_any(&DEFINITE);
    !named && !of && (tokens[at].is(words::VACANCY) || definite && tokens[at].is_any(&POST_NOUNS))
}

/// Adjectives and nouns that stand before "position".
pub(super) fn is_modifier(token: &crate::text::Token) -> bool {
    token.is_word()
        && token.has(class::COMMON)
        && !token.has(class::DETERMINER.or(class::POSSESSIVE).or(class::PREPOSITION))
        && !token.has(class::VERB.or(class::BE))
}

/// "his post", "her present job"
pub(super) fn is_own_post(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.text.tokens;
    let own = |t: &crate::text::Token| {
        t.is_any(&[words::CURRENT, words::PRESENT]) || t.has(class::POSSESSIVE) && t.has(class::HE.or(class::SHE))
    };
    at > 0 && own(&tokens[at - 1]) && tokens[at].is_any(&POST_NOUNS)
}

/// "chief executive of Acme Corp.": what follows is not its holder.
pub(super) fn ends_with_its_organization(reading: &Reading<'_>, post: usize) -> bool {
    let post = &reading.posts[post];
    post.organization.as_ref().is_some_and(|o| o.start >= post.title.end && o.end == post.all.end)
        && reading.text.tokens[post.all.end - 1].has(class::ORG_SUFFIX)
}

/// Where the next post of a coordination starts.
pub(super) fn coordinated_post(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let tokens = &reading.text.tokens;
    let mut next = at;
    let mut linked = false;
    while next < end && next < at + 4 {
        let token = &tokens[next];
        if let Some(post) = reading.post_at(next) {
            // "…, and its chairman, Ann Lee, was named", "…, a spokesman said": another's title.
            let past = reading.posts[post].all.end;
            let name = past + usize::from(tokens.get(past).is_some_and(|t| t.is(words::COMMA)));
            let apart = name == past && ends_with_its_organization(reading, post);
            let titled = !apart && reading.mentions.of_kind(name, Kind::Person).is_some();
            let says = tokens.get(past).is_some_and(|t| t.has(class::SAY));
            return (linked && !titled && !says).then_some(next);
        }
        if token.is_any(&[words::COMMA, words::AND, words::AMPERSAND, words::SLASH]) {
            linked = true;
        } else if !token.has(class::DETERMINER.or(class::POSSESSIVE)) && !token.is(words::AS) {
            return None;
        }
        next += 1;
    }
    None
}
