//! Organisations that only the context gives: a minister's field, a leader's chamber, a filing's company.

use std::collections::BTreeMap;

use super::announcer::announcer;
use super::draft::{Place, RoleDraft, post_name};
use super::geography::{country_of, is_governed, is_local, is_state, named_place, nearest_country, town_before};
use super::incumbency;
use super::listing::is_of_another_item;
use super::role::noun_in_title;
use super::setting::{Setting, leading_company};
use crate::clauses;
use crate::lexicon::{ModifierKind, OrganizationKind, PostKind, PostScope, WordId, class, words};
use crate::mentions::{Found, Kind};
use crate::reading::Reading;
use crate::text::Shape;

/// Gives roles without an organisation the one that the document means.
pub(crate) fn place_roles(reading: &Reading<'_>, roles: &mut [RoleDraft]) {
    if roles.iter().all(|role| role.place.is_some()) {
        return;
    }
    let setting = Setting::new(reading, roles);
    let own = places_of_holders(reading, roles);
    for role in roles.iter_mut().filter(|r| r.place.is_none()) {
        let key = (role.person, post_name(reading, &role.post).to_lowercase());
        let own = own.get(&key).cloned().flatten();
        let found = match incumbency::headed_country(reading, role.person, &role.post) {
            // Whatever country the text spoke of last.
            Some(country) if own.is_none() => setting.named(country).cloned(),
            _ => own.or_else(|| place_of(reading, &role.post, role.kind, &setting)),
        };
        role.place = found.filter(|place| !is_of_another_item(reading, role.post.start, place));
    }
}

/// The places that a text gives to posts of the same name and person elsewhere: "Gov. Ann Lee said … Ohio Gov. Ann Lee".
fn places_of_holders(reading: &Reading<'_>, roles: &[RoleDraft]) -> BTreeMap<(usize, String), Option<Place>> {
    let mut places: BTreeMap<(usize, String), Option<Place>> = BTreeMap::new();
    for role in roles {
        use PostKind::{Government, Judicial, Legislative, Military, Police};
        let Some(place) = &role.place else { continue };
        // One may chair two companies.
        if !matches!(role.kind, Government | Judicial | Legislative | Military | Police) {
            continue;
        }
        let key = (role.person, post_name(reading, &role.post).to_lowercase());
        let known = places.entry(key).or_insert_with(|| Some(place.clone()));
        if known.as_ref().is_some_and(|known| known.name(reading) != place.name(reading)) {
            *known = None;
        }
    }
    places
}

/// What a title says itself that it is of, where nothing narrower is said: "U.S. District Judge Ann Lee", "Central Bank President
/// Omar Diaz".
pub(crate) fn own_words(reading: &Reading<'_>, roles: &mut [RoleDraft]) {
    for role in roles.iter_mut().filter(|r| r.place.is_none() && r.post.len() > 1) {
        if let Some(noun) = noun_in_title(reading, &role.post) {
            role.place = Some(Place { tokens: noun.clone(), entity: None });
            // A name of its own goes out of the title, and so does a house that more than one word tell: "oversight committee".
            if noun.len() > 1 {
                role.post.start = noun.end;
            }
            continue;
        }
        let country = Place { tokens: role.post.start..role.post.start + 1, entity: None };
        if country_of(reading, &country).is_some() {
            role.place = Some(country);
        }
    }
}

/// "Attorney General Ann Lee" in a text of the Justice Department; a state's has none.
fn department(reading: &Reading<'_>, post: &std::ops::Range<usize>, setting: &Setting<'_>) -> Option<Place> {
    let tokens = &reading.text.tokens;
    let (at, department) = titles(reading, post).next()?;
    let of_state = at > post.start && tokens[at - 1].is(words::STATE);
    let name = &reading.tables.full_names[usize::from(department.filter(|_| !of_state)?)];
    setting.department(name).cloned()
}

/// The titles that end where a post does, longest first, and the department that each alone means: "shadow home secretary",
/// "home secretary".
fn titles<'r>(
    reading: &'r Reading<'_>,
    post: &std::ops::Range<usize>,
) -> impl Iterator<Item = (usize, Option<u16>)> + use<'r> {
    let end = post.end;
    post.clone().filter_map(move |at| {
        let words = reading.text.tokens[at..end].iter().map(|t| t.word);
        let (length, sense) = reading.tables.posts.longest(words)?;
        (at + length == end).then_some((at, sense.department))
    })
}

/// "Committee chairman Ann Lee", "party leader Omar Diaz", "police chief Ann Lee": of the committee, the party or the police
/// department that the text named last.
fn named_by_noun(reading: &Reading<'_>, post: &std::ops::Range<usize>, kind: PostKind) -> Option<Place> {
    // "national police chief Ann Lee"
    let police = || post.clone().find(|&at| reading.text.tokens[at].is(words::POLICE));
    let start = Some(post.start).filter(|_| kind != PostKind::Police).or_else(police)?;
    let noun = &reading.text.tokens[start];
    let house = noun.has(class::ORG_GENERIC.or(class::ORG_UNIT)) || kind == PostKind::Police;
    if post.len() < 2 || !house || noun.has(class::JURISDICTION) {
        return None;
    }
    let named = |r: &Reading<'_>, t: usize| {
        let entity = r.mentions.of_kind(t, Kind::Organization).and_then(|f| f.entity);
        let fullest = entity.map(|entity| r.organizations[entity].fullest.clone());
        fullest.is_some_and(|name| name.len() > 1 && r.text.tokens[name].iter().any(|t| t.word == noun.word))
    };
    let ahead = || next(reading, post.end, 400, named).filter(|_| kind == PostKind::Police);
    nearest(reading, post.start, 400, named).or_else(ahead)
}

/// The organisation that the document means by a post that stands without one.
pub(crate) fn place_of(
    reading: &Reading<'_>,
    post: &std::ops::Range<usize>,
    kind: PostKind,
    setting: &Setting<'_>,
) -> Option<Place> {
    if let Some(place) = field(reading, post, kind) {
        return Some(place);
    }
    if let Some(place) = department(reading, post, setting).or_else(|| named_by_noun(reading, post, kind)) {
        return Some(place);
    }
    let scope = reading.post_at(post.start).map_or(PostScope::Any, |i| reading.posts[i].scope);
    match scope {
        PostScope::Chamber => {
            // "Congress" has no leaders of its own, and the Senate no speaker.
            let speaker = reading.text.tokens[post.end - 1].is(words::SPEAKER);
            let one = |r: &Reading<'_>, t: usize| {
                let name = &r.text.tokens[t];
                is_chamber(r, t) && !name.is(words::CONGRESS) && !(speaker && name.is(words::SENATE))
            };
            return nearest(reading, post.start, 400, one).or_else(|| nearest(reading, post.start, 400, is_chamber));
        }
        PostScope::Local => {
            // "Gov. Lee" in a text from a town is of the state or island; "a New Jersey Assembly panel … Gov. Ann Lee": of the
            // state that the name starts with.
            let governor = reading.text.tokens[post.end - 1].is_any(&[words::GOVERNOR, words::GOV]);
            let near = match governor {
                true => nearest(reading, post.start, 60, is_governed),
                false => nearest(reading, post.start, 40, is_local),
            };
            // "Port Ellery, Ohio, Mayor Ann Lee": of the town.
            let near = near.map(|found| if governor { found } else { town_before(reading, found) });
            return near.map(|found| named_place(reading, found)).or_else(|| setting.state().cloned());
        }
        PostScope::National => {
            return nearest_country(reading, post.start).or_else(|| setting.country().cloned());
        }
        PostScope::Seat => return None,
        PostScope::Any | PostScope::Company => {}
    }
    // "campaign manager Ann Lee": of whoever runs, as `campaigns` tells once all changes are known.
    if runs_campaign(reading, post) {
        return None;
    }
    let last = &reading.text.tokens[post.end - 1];
    // "President-elect Lee" is of no company that the text speaks of.
    let elect = last.is_any(&[words::DASH_ELECT, words::ELECT]);
    if elect && post.clone().any(|at| reading.text.tokens[at].is(words::PRESIDENT)) {
        return None;
    }
    let acting = |at: usize| {
        let modifier = reading.tables.modifiers.longest(std::iter::once(reading.text.tokens[at].word));
        modifier.is_some_and(|(_, kind)| *kind == ModifierKind::Acting)
    };
    let head = post.len() == 1 || post.len() == 2 && acting(post.start);
    let caseless = reading.text.tokens.get(post.end).is_some_and(|t| t.shape == Shape::Lower);
    // "president Karim Osei" in a text of Ghana and of no company; not where a union has just been named.
    let body = class::ORG_HEAD.or(class::ORG_SUFFIX);
    let of_body = |place: Place| reading.text.tokens[place.tokens].iter().any(|t| t.has(body));
    let titled = || reading.mentions.of_kind(post.end, Kind::Person).is_some();
    let foreign = || titled() && setting.is_foreign() && !in_view(reading, post, kind).is_some_and(of_body);
    if last.is(words::PRESIDENT) && head && (last.shape == Shape::Capital || caseless || foreign()) {
        if incumbency::is_us_president_titled(reading, post) {
            return None;
        }
        // "President Karim Osei" in a text of Ghana; "Ghana asked for time, and President Osei agreed".
        let named = reading.mentions.of_kind(post.end, Kind::Person).is_some();
        if setting.is_foreign() || named && setting.company().is_none() {
            let country = || setting.country().cloned();
            let near = || nearest_country(reading, post.start);
            return if setting.is_foreign() { country().or_else(near) } else { near().or_else(country) };
        }
    }
    // The staff of a government are of the house that the text speaks of: "communications director Ann Lee".
    // A home or foreign secretary has a department of his own, and so has his shadow.
    let minister = || titles(reading, post).any(|(_, department)| department.is_some());
    if (last.has(class::HOUSE_STAFF) || last.is(words::SECRETARY))
        && post.len() > 1
        && !minister()
        && kind != PostKind::Executive
        && !serves_person(reading, post)
    {
        let house = nearest(reading, post.start, 60, |r, t| is_kind(r, t, OrganizationKind::Government));
        if house.is_some() {
            return house;
        }
    }
    if kind == PostKind::Judicial {
        // Those who sit on a supreme court are its justices: "Judge Ann Lee, picked for the Supreme Court".
        let justice = !reading.text.tokens[post.end - 1].is_any(&[words::JUDGE, words::JUDGES]);
        let bench =
            |r: &Reading<'_>, t: usize| is_kind(r, t, OrganizationKind::Court) && (justice || !is_supreme(r, t));
        // "Justice Lee has died. … The Supreme Court will …"
        let ahead = || next(reading, post.start, 400, bench).filter(|_| justice);
        return nearest(reading, post.start, 400, bench).or_else(ahead);
    }
    // "Acme said its chief executive resigned" in a text where only Bolt's is named with his company.
    let executive = matches!(kind, PostKind::Executive | PostKind::Finance);
    // "Chairman Lee", "Vice President Diaz" in what another says
    let head = post.len() == 1 || titled_as_head(reading, post);
    let titled = head && reading.text.tokens[post.start].shape == Shape::Capital;
    if let Some(announcer) = announcer(reading, post.start).filter(|_| executive && !titled) {
        return Some(announcer);
    }
    let known = setting.shared.get(&post_name(reading, post).to_lowercase()).cloned().flatten();
    // "General secretary Ann Lee" in a text of a union.
    let union = post.len() == 2 && reading.text.tokens[post.start].is(words::GENERAL) && last.is(words::SECRETARY);
    let own = || in_view(reading, post, kind).or_else(|| setting.subject().cloned().filter(|_| union));
    if known.is_some() || !matches!(kind, PostKind::Executive | PostKind::Finance) && scope != PostScope::Company {
        return known.or_else(own);
    }
    // "treasurer of the ministers' benefit fund": of something, though no name tells what.
    if reading.text.tokens.get(post.end).is_some_and(|t| t.is_any(&[words::OF, words::AT])) {
        return None;
    }
    // "Chairman Lee" of a house is said without its committee.
    let titled = post.len() == 1 && reading.text.tokens[post.start].shape == Shape::Capital;
    // "deputy director Omar Diaz"; presidents-elect and secretaries general are of no company.
    let state = post.clone().any(|at| reading.text.tokens[at].is_any(&[words::PRESIDENT, words::SECRETARY]));
    let subject = || {
        let stated = scope == PostScope::Company || post.len() > 1 && !state;
        setting.subject().cloned().filter(|_| stated && !titled)
    };
    // "Acme said its chairman …" in a text of Bolt: what a company tells of its executives is its own.
    let announcer = || announcer(reading, post.start).filter(|_| !titled);
    let found = announcer().or_else(|| setting.company().cloned()).or_else(subject).or_else(own)?;
    // "Vice President Lee" in a text of a commission is of the country.
    let nation = titled_as_head(reading, post) && is_public(reading, &found);
    (!nation).then_some(found)
}

/// "The Harbor Board met on Monday. Director Ann Lee said …": the only organisation that the sentence of a title before a name
/// and the one before it speak of ahead of it; who speaks
/// for one may stand farther off.
fn in_view(reading: &Reading<'_>, post: &std::ops::Range<usize>, kind: PostKind) -> Option<Place> {
    const VIEW: usize = 120; // tokens, of sentences without end
    const BACK: usize = 3; // sentences
    let tokens = &reading.text.tokens;
    let last = &tokens[post.end - 1];
    let speaks = last.has(class::HOUSE_STAFF) && post.len() == 1;
    let weak = reading.post_at(post.start).is_none_or(|i| reading.posts[i].weak);
    let runs = matches!(kind, PostKind::Executive | PostKind::Finance) && !weak;
    // Directors are of films as well; "Secretary Lee", "Vice President Lee" of a state; "president Lee" of a bank.
    let noun = tokens[post.start].has(class::ORG_GENERIC.or(class::ORG_UNIT));
    let state = post.clone().any(|at| tokens[at].is_any(&[words::SECRETARY, words::DIRECTOR, words::DASH_ELECT]))
        || last.is(words::PRESIDENT) && (last.shape != Shape::Lower || post.len() > 1 && !noun);
    let scope = reading.post_at(post.start).map_or(PostScope::Any, |i| reading.posts[i].scope);
    let named = reading.mentions.of_kind(post.end, Kind::Person);
    if !(speaks || runs && !state) || named.is_none_or(|f| f.range().len() < 2) || serves_person(reading, post) {
        return None;
    }
    // "his spokesman Omar Diaz"
    let possessor = post.start.checked_sub(1).map(|at| &tokens[at]);
    if possessor.is_some_and(|t| t.has(class::POSSESSIVE) && t.has(class::HE.or(class::SHE))) {
        return None;
    }
    let sentence = reading.sentence_of(post.start);
    let ahead = |back: usize| {
        let first = reading.text.sentences[sentence.saturating_sub(back)].first.max(post.start.saturating_sub(VIEW));
        let near = reading.mentions.within(first..post.start).iter();
        near.filter(|f| f.kind == Kind::Organization && f.last <= post.start)
    };
    let mut near = (1..=if speaks { BACK } else { 1 }).map(ahead).find(|near| near.clone().next().is_some())?;
    let found = near.next()?;
    let same = |other: &Found| other.entity.is_some() && other.entity == found.entity;
    // "chairwoman Ann Lee" in a text of a national committee, not of "the GOP".
    let board = last.has(class::ORG_GENERIC.or(class::HOUSE_STAFF)) || scope == PostScope::Company;
    let committee = board
        && known_kind(reading, found.first) == Some(OrganizationKind::Party)
        && (found.range().len() > 2 || named_elsewhere(reading, found));
    // "The White House said …. Spokesman Omar Diaz …"
    let house = speaks && is_kind(reading, found.first, OrganizationKind::Government);
    let fits = committee || house || is_employer(reading, found.first);
    let past = || clauses::is_past_employer(reading, found);
    (near.all(same) && fits && !past()).then(|| Place::new(reading, found.range()))
}

/// "the DNC" where the text gives the full name of a committee as well.
fn named_elsewhere(reading: &Reading<'_>, found: &Found) -> bool {
    found.entity.is_some_and(|entity| reading.organizations[entity].fullest.len() > 2)
}

/// "President", "Vice President": of a country or of a company, never of an agency.
pub(super) fn titled_as_head(reading: &Reading<'_>, post: &std::ops::Range<usize>) -> bool {
    let tokens = &reading.text.tokens;
    tokens[post.end - 1].is(words::PRESIDENT)
        && (post.len() == 1 || post.len() == 2 && tokens[post.start].is(words::VICE))
}

/// An agency, a house or a ministry.
fn is_public(reading: &Reading<'_>, place: &Place) -> bool {
    use OrganizationKind::{Agency, Government, Legislature};
    let words = reading.text.tokens[place.tokens.clone()].iter().map(|t| t.word);
    let found = reading.tables.organizations.longest(words);
    found.is_some_and(|(_, o)| matches!(o.kind, Agency | Government | Legislature))
}

/// "chief of staff to Sen. Lee", "Lee's press secretary", "special counsel": of no house, whatever the text speaks of.
fn serves_person(reading: &Reading<'_>, post: &std::ops::Range<usize>) -> bool {
    let tokens = &reading.text.tokens;
    let to = tokens.get(post.end).is_some_and(|t| t.is(words::TO));
    // "political director for former President Lee", "for Ann Lee"
    let after = post.end + 1 + usize::from(tokens.get(post.end + 1).is_some_and(|t| t.has(class::FORMERLY)));
    let someone = |at: usize| match reading.mentions.covering(at) {
        Some((_, found)) if found.kind == Kind::Post => reading.mentions.of_kind(found.last, Kind::Person).is_some(),
        found => found.is_some_and(|(_, found)| found.kind == Kind::Person),
    };
    let to = to || tokens.get(post.end).is_some_and(|t| t.is(words::FOR)) && someone(after);
    let owned = post.start >= 2
        && tokens[post.start - 1].is_possessive()
        && reading.mentions.of_kind(post.start - 2, Kind::Person).is_some();
    to || owned || tokens[post.start].is(words::SPECIAL)
}

/// Whose field is a ministry.
const MINISTERS: [WordId; 4] = [words::SECRETARY, words::SECRETARIES, words::MINISTER, words::MINISTERS];

/// "prime minister", "under secretary", "secretary of state", "press secretary", "home secretary": no fields.
const NO_FIELDS: [WordId; 6] = [words::PRIME, words::UNDER, words::STATE, words::PRESS, words::HOME, words::FOREIGN];

/// "Transport Secretary", "secretary of Homeland Security": the field of a minister is the ministry.
fn field(reading: &Reading<'_>, post: &std::ops::Range<usize>, kind: PostKind) -> Option<Place> {
    let tokens = &reading.text.tokens;
    if !matches!(kind, PostKind::Government | PostKind::Executive) {
        return None;
    }
    let head = post.clone().find(|&at| tokens[at].is_any(&MINISTERS))?;
    let clean = |range: &std::ops::Range<usize>| {
        !range.is_empty()
            && range.clone().all(|at| {
                reading.tables.posts.longest(std::iter::once(tokens[at].word)).is_none()
                    && !tokens[at].is_any(&NO_FIELDS)
                    && reading
                        .tables
                        .modifiers
                        .longest(std::iter::once(tokens[at].word))
                        .is_none_or(|(_, kind)| *kind == ModifierKind::Domain)
            })
    };
    if head + 1 == post.end {
        let before = post.start..head;
        return (clean(&before) && tokens[head].is_any(&[words::SECRETARY, words::SECRETARIES]))
            .then_some(Place { tokens: before, entity: None });
    }
    let after = head + 2..post.end;
    let of = tokens[head + 1].is_any(&[words::OF, words::FOR]);
    (of && clean(&after)).then_some(Place { tokens: after, entity: None })
}

/// "the White House"
pub(super) fn is_white_house(reading: &Reading<'_>, token: usize) -> bool {
    let second = |at: usize| reading.text.tokens.get(at + 1).is_some_and(|t| t.is(words::HOUSE));
    let house =
        reading.organization_at(token).is_some_and(|entity| second(reading.organizations[entity].fullest.start));
    (house || second(token)) && is_kind(reading, token, OrganizationKind::Government)
}

/// The organisation of a post that changes hands, where no title says it: a legislator's chamber, the house of a leader's
/// staff, the company that the sentences before speak of.
pub(super) fn place_of_change(reading: &Reading<'_>, post: &std::ops::Range<usize>, kind: PostKind) -> Option<Place> {
    let tokens = &reading.text.tokens;
    if reading.post_at(post.start).is_some_and(|i| reading.posts[i].scope == PostScope::Seat) {
        let chamber: &[WordId] =
            if tokens[post.start].has(class::SENATOR) { &[words::SENATE] } else { &[words::HOUSE, words::CONGRESS] };
        let named = |r: &Reading<'_>, t: usize| {
            is_kind(r, t, OrganizationKind::Legislature)
                && chamber.iter().any(|&word| r.text.tokens[t..].iter().take(2).any(|t| t.is(word)))
        };
        let chamber = nearest(reading, post.start, 400, named).or_else(|| next(reading, post.start, 400, named));
        return chamber.or_else(|| nearest(reading, post.start, 60, is_state));
    }
    if runs_campaign(reading, post) {
        return campaign(reading, post.start);
    }
    match kind {
        // "national security adviser", "communications director"
        PostKind::Staff | PostKind::Government | PostKind::Executive if is_of_staff(reading, post) => {
            // An adviser on security is only said to be of the house where the text has just spoken of it.
            let adviser = reading.text.tokens[post.end - 1].is_any(&[words::ADVISER, words::ADVISOR]);
            let house = nearest(reading, post.start, if adviser { 50 } else { 300 }, is_white_house);
            house.filter(|place| !adviser || place.tokens.start < post.start)
        }
        PostKind::Executive | PostKind::Finance if !incumbency::is_us_president_titled(reading, post) => {
            leading_company(reading)
        }
        _ => None,
    }
}

/// "campaign manager", "campaign chief executive"
pub(super) fn runs_campaign(reading: &Reading<'_>, post: &std::ops::Range<usize>) -> bool {
    post.clone().any(|at| reading.text.tokens[at].is(words::CAMPAIGN))
}

/// Gives those who run a campaign the one whose it is.
pub(crate) fn campaigns(reading: &Reading<'_>, roles: &mut [RoleDraft]) {
    let own =
        |role: &RoleDraft| reading.post_at(role.post.start).is_some_and(|i| reading.posts[i].organization.is_some());
    // What a change says of it may be who tells: "Out, CNN reports".
    for role in roles.iter_mut().filter(|role| runs_campaign(reading, &role.post) && !own(role)) {
        role.place = campaign(reading, role.post.start).or(role.place.take());
    }
}

/// Whose campaign a "campaign manager" runs: the person before the nearest "campaign".
pub(super) fn campaign(reading: &Reading<'_>, token: usize) -> Option<Place> {
    const REACH: usize = 300;
    let tokens = &reading.text.tokens;
    let whose = |at: usize| {
        let before = at.checked_sub(1).filter(|_| tokens[at].is(words::CAMPAIGN))?;
        let name = if tokens[before].is_possessive() { before.checked_sub(1)? } else { before };
        reading.mentions.of_kind(name, Kind::Person).map(|f| Place { tokens: f.range(), entity: None })
    };
    let before = (token.saturating_sub(REACH)..token).rev().find_map(whose);
    before.or_else(|| (token..tokens.len().min(token + REACH)).find_map(whose))
}

/// "national security adviser", "communications director", "press secretary".
pub(super) fn is_of_staff(reading: &Reading<'_>, post: &std::ops::Range<usize>) -> bool {
    let last = &reading.text.tokens[post.end - 1];
    let press = post.len() > 1 && reading.text.tokens[post.end - 2].is(words::PRESS);
    let staff = last.has(class::HOUSE_STAFF) || last.is_any(&[words::ADVISER, words::ADVISOR]);
    post.len() > 1 && (staff || press && last.is(words::SECRETARY))
}

/// A post of a company: "chief executive", "treasurer", "director".
pub(super) fn is_of_company(reading: &Reading<'_>, post: &std::ops::Range<usize>) -> bool {
    let Some(known) = reading.post_at(post.start).map(|i| &reading.posts[i]) else {
        return reading.text.tokens[post.start].is(words::BOARD);
    };
    matches!(known.kind, PostKind::Executive | PostKind::Finance)
        || known.scope == PostScope::Company
        || reading.text.tokens[post.end - 1].is(words::DIRECTOR)
}

/// An organisation that may have a chief executive and a board.
pub(super) fn is_company(reading: &Reading<'_>, token: usize) -> bool {
    // "MDP", "the Compensation Committee"
    let named = reading.mentions.of_kind(token, Kind::Organization).is_some_and(|f| {
        let last = &reading.text.tokens[f.last - 1];
        !last.has(class::ORG_UNIT) && (f.range().len() > 1 || last.shape == Shape::Capital)
    });
    named
        && known_kind(reading, token).is_none_or(|kind| {
            matches!(kind, OrganizationKind::Company | OrganizationKind::Bank | OrganizationKind::Unnamed)
        })
}

/// The first organisation after a token that fits.
pub(super) fn next(
    reading: &Reading<'_>,
    token: usize,
    reach: usize,
    fits: impl Fn(&Reading<'_>, usize) -> bool,
) -> Option<Place> {
    let list = &reading.mentions.list;
    let at = list.partition_point(|f| f.first < token);
    let near = list[at..].iter().take_while(|f| f.first < token + reach);
    let found = near.filter(|f| f.kind == Kind::Organization).find(|f| fits(reading, f.first))?;
    Some(Place::new(reading, found.range()))
}

/// The nearest mention before a token that fits, else the next one in the same sentence.
pub(super) fn nearest(
    reading: &Reading<'_>,
    token: usize,
    reach: usize,
    fits: impl Fn(&Reading<'_>, usize) -> bool,
) -> Option<Place> {
    let list = &reading.mentions.list;
    let at = list.partition_point(|f| f.first < token);
    let end = reading.text.sentences[reading.sentence_of(token)].last;
    let ok = |i: &usize| matches!(list[*i].kind, Kind::Organization | Kind::Place) && fits(reading, list[*i].first);
    let before = (at.saturating_sub(40)..at).rev().filter(|&i| token - list[i].first <= reach).find(ok);
    let found = before.or_else(|| (at..list.len()).take_while(|&i| list[i].first < end).find(ok))?;
    Some(Place::new(reading, list[found].range()))
}

/// What the lexicon knows of the organisation that is named at a token.
pub(super) fn known_kind(reading: &Reading<'_>, token: usize) -> Option<OrganizationKind> {
    // "The Associated Press"
    let article = usize::from(reading.text.tokens[token].is(words::THE));
    let words = reading.text.tokens[token + article..].iter().map(|t| t.word);
    reading.tables.organizations.longest(words).map(|(_, o)| o.kind)
}

pub(super) fn is_kind(reading: &Reading<'_>, token: usize, kind: OrganizationKind) -> bool {
    known_kind(reading, token) == Some(kind)
}

/// A house that has a speaker and leaders: no committee, no caucus.
pub(super) fn is_chamber(reading: &Reading<'_>, token: usize) -> bool {
    is_kind(reading, token, OrganizationKind::Legislature)
        && reading.mentions.of_kind(token, Kind::Organization).is_some_and(|f| {
            let last = &reading.text.tokens[f.last - 1];
            let conference = f.range().len() > 2 && last.has(class::ORG_HEAD) && !last.has(class::ORG_OPENER);
            !last.has(class::ORG_UNIT) && !conference
        })
}

/// Whether a court is named at a token.
pub(crate) fn is_court(reading: &Reading<'_>, token: usize) -> bool {
    is_kind(reading, token, OrganizationKind::Court)
}

/// An organisation whose executives need no introduction: no house, party, court or paper.
pub(crate) fn is_employer(reading: &Reading<'_>, token: usize) -> bool {
    use OrganizationKind::{Court, Exchange, Government, Legislature, Media, Party};
    let found = reading.mentions.of_kind(token, Kind::Organization);
    // "The Ellery Courier reported …": of others.
    found.is_some_and(|f| !reading.text.tokens[f.last - 1].has(class::NEWSPAPER))
        && !matches!(known_kind(reading, token), Some(Court | Exchange | Government | Legislature | Media | Party))
}

fn is_supreme(reading: &Reading<'_>, token: usize) -> bool {
    let found = reading.mentions.covering(token).map(|(_, f)| f.range());
    let supreme = |range: std::ops::Range<usize>| {
        // "SCOTUS"
        let known = reading.tables.organizations.longest(reading.text.tokens[range.clone()].iter().map(|t| t.word));
        let full = known.and_then(|(_, known)| known.canonical.as_deref());
        full == Some("Supreme Court") || range.into_iter().any(|at| reading.text.tokens[at].is(words::SUPREME))
    };
    found.is_some_and(supreme)
}

/// Whether an organisation's name has a legal form, or says nothing of its kind.
pub(super) fn is_firm(reading: &Reading<'_>, place: &Place) -> bool {
    reading.text.tokens[place.tokens.end - 1].has(class::ORG_SUFFIX) || is_company(reading, place.tokens.start)
}
