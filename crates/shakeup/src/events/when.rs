//! Which date belongs to which change: the day on which it takes effect, not the day on which somebody says so.

use super::draft::ChangeDraft;
use super::effect;
use crate::PartialDate;
use crate::clauses::{self, is_verb};
use crate::lexicon::{DateCue, DateWord, Form, FrameEvent, Lead, TimeUnit, VerbKind, class, words};
use crate::mentions::date::{self, DateFound, Direction, When};
use crate::reading::Reading;
use crate::record::{self, Realis, Reason};

/// Gives every change the date that its clause states, as words and, where it is settled, as a partial date; then what
/// sentences of their own say of when changes take effect.
pub(crate) fn date_changes(reading: &Reading<'_>, drafts: &mut [ChangeDraft]) {
    let mut triggers: Vec<usize> = drafts.iter().map(|d| d.trigger).filter(|&t| !is_attribute(reading, t)).collect();
    triggers.sort_unstable();
    triggers.dedup();
    for draft in drafts.iter_mut() {
        if !may_be_dated(draft) || goes_with_a_choice(reading, draft) || is_attribute(reading, draft.trigger) {
            continue;
        }
        let ends = ends_now(reading, draft.trigger);
        let future = draft.future || ends.is_some() || is_scheduled(reading, draft.trigger);
        let clause = Clause::new(reading, &triggers, draft.trigger, future, draft.reason == Some(Reason::Elected));
        let Some(found) = clause.date() else { continue };
        // Not "her win on Tuesday makes her chairwoman".
        draft.future |= future && found.tokens.start > ends.unwrap_or(draft.trigger);
        set(reading, draft, found);
        // "offered to resign last week": the day of the offer, which is over.
        let over = |date: PartialDate| {
            reading.published.is_some_and(|now| date < now && !now.to_string().starts_with(&date.to_string()))
        };
        let back = matches!(found.when, When::Unit { by, .. } | When::Away { by, .. } if by < 0);
        if draft.realis == Realis::Planned && (back || draft.date.is_some_and(over)) {
            (draft.date, draft.date_text) = (None, None);
        }
    }
    effect::date_by_sentences(reading, drafts);
    effect::date_by_starts(reading, drafts);
    effect::date_by_leads(reading, &triggers, drafts);
}

/// A nomination's day is not the day of taking office; what is only possible has none.
pub(super) fn may_be_dated(draft: &ChangeDraft) -> bool {
    draft.reason != Some(Reason::Nominated) && !matches!(draft.realis, Realis::Possible | Realis::Denied)
}

/// "named Lee on Monday to succeed Diaz": Monday is not the day on which Diaz goes.
fn goes_with_a_choice(reading: &Reading<'_>, draft: &ChangeDraft) -> bool {
    let verb = reading.tables.verb_form(reading.text.tokens[draft.trigger].word).is_some();
    draft.direction == record::Direction::Out && draft.event == FrameEvent::In && verb
}

/// "the recently hired chief Ann Lee": the participle before a title tells of another day than its sentence.
fn is_attribute(reading: &Reading<'_>, trigger: usize) -> bool {
    reading.post_at(trigger + 1).is_some_and(|post| reading.posts[post].participle == Some(trigger))
}

fn resolve(
    reading: &Reading<'_>,
    found: &DateFound,
    trigger: usize,
    future: bool,
    actual: bool,
) -> Option<PartialDate> {
    // "tapped Lee to replace Diaz in November": no plan, though an infinitive.
    let infinitive = is_verb(reading, trigger) && clauses::verb_group(reading, trigger).infinitive;
    let direction = match date::direction(&reading.text, reading.tables, found) {
        Direction::Past if infinitive && actual => Direction::Past,
        Direction::Past if infinitive => Direction::Unknown,
        _ if future => Direction::Future,
        // "Tuesday's firing of the director stunned the town": what has happened is over, whatever the verb.
        Direction::Unknown if actual && !infinitive && is_weekday(found) => Direction::Past,
        direction => direction,
    };
    date::resolve(&found.when, reading.published, direction)
}

fn is_weekday(found: &DateFound) -> bool {
    matches!(found.when, When::Weekday { .. }) && found.lead != Lead::Effective
}

pub(super) fn set(reading: &Reading<'_>, draft: &mut ChangeDraft, found: &DateFound) {
    // "effective immediately" names no day of its own.
    draft.date = match found.when {
        When::Immediately => None,
        _ => resolve(reading, found, draft.trigger, draft.future, draft.realis == Realis::Actual),
    };
    let words = reading.text.words(found.tokens.clone());
    draft.date_text = Some(words.split_whitespace().collect::<Vec<_>>().join(" "));
}

/// The surroundings of a trigger in its sentence.
pub(super) struct Clause<'r> {
    reading: &'r Reading<'r>,
    /// Of the sentence.
    dates: &'r [DateFound],
    triggers: &'r [usize],
    trigger: usize,
    /// First token of the trigger's verb group.
    group: usize,
    first: usize,
    last: usize,
    noun: bool,
    future: bool,
    elected: bool,
}

impl<'r> Clause<'r> {
    pub(super) fn new(
        reading: &'r Reading<'r>,
        triggers: &'r [usize],
        trigger: usize,
        future: bool,
        elected: bool,
    ) -> Clause<'r> {
        let sentence = reading.text.sentences[reading.sentence_of(trigger)];
        let dates = dates_within(reading, sentence.first, sentence.last);
        let noun = reading.text.tokens[trigger].has(class::FRAME_NOUN) && !is_verb(reading, trigger);
        let group = if noun { trigger } else { clauses::verb_group(reading, trigger).first.min(trigger) };
        let (first, last) = (sentence.first, sentence.last);
        Clause { reading, dates, triggers, trigger, group, first, last, noun, future, elected }
    }

    /// The effective date of the sentence; else the nearest date after the trigger, else the nearest before it.
    pub(super) fn date(&self) -> Option<&'r DateFound> {
        let found = self.effective().or_else(|| self.after()).or_else(|| self.before(self.trigger, self.group, 3))?;
        Some(if found.when == When::Immediately { self.day_of_telling().unwrap_or(found) } else { found })
    }

    /// "said on Monday that she had resigned, effective immediately": on that Monday.
    fn day_of_telling(&self) -> Option<&'r DateFound> {
        let now = self.reading.published?;
        let told = |d: &&DateFound| {
            matches!(
                d.when,
                When::Weekday { .. } | When::Date(_) | When::Month { .. } | When::Unit { unit: TimeUnit::Day, .. }
            ) && !self.modifies(d)
                && resolve(self.reading, d, self.trigger, false, true)
                    .is_some_and(|day| day.day().is_some() && day <= now)
        };
        let mut days = self.dates.iter().filter(told);
        days.next().filter(|_| days.next().is_none())
    }

    /// "resigned, effective June 1"; "effective June 1, Lee will become …".
    fn effective(&self) -> Option<&'r DateFound> {
        let split = self.dates.partition_point(|d| d.tokens.start < self.trigger);
        let effective = |d: &&DateFound| d.lead == Lead::Effective;
        let at = self.triggers.partition_point(|&t| t < self.trigger);
        let before = || {
            let found = self.dates[..split].iter().rev().find(effective)?;
            // "will resign as of May 1 to take over the bank" dates the first.
            let taken = self.triggers[..at].last().is_some_and(|&t| t >= self.first && t < found.tokens.start);
            if taken {
                return None;
            }
            let mut between = found.tokens.end..self.trigger;
            (!between.any(|at| self.reading.text.tokens[at].has(class::WHO))).then_some(found)
        };
        self.dates[split..].iter().find(effective).or_else(before)
    }

    fn after(&self) -> Option<&'r DateFound> {
        let at = self.triggers.partition_point(|&t| t <= self.trigger);
        let next = self.triggers.get(at).copied().unwrap_or(self.last).min(self.last);
        let split = self.dates.partition_point(|d| d.tokens.start < self.trigger);
        self.dates[split..].iter().take_while(|d| d.tokens.start < next).filter(|d| self.fits(d)).find(|d| {
            clear(self.reading, self.trigger + 1, d.tokens.start)
                && !self.is_of_announcing(d)
                && !crosses(self.reading, self.trigger + 1, d.tokens.start, self.noun)
                && !self.leads_on(d.tokens.start)
        })
    }

    /// "won re-election, paving the way for a run in 2016": the date is of what follows from it.
    fn leads_on(&self, date: usize) -> bool {
        let tokens = &self.reading.text.tokens;
        let comma = (self.trigger + 1..date).rev().find(|&at| tokens[at].is(words::COMMA));
        comma.is_some_and(|at| {
            let next = &tokens[at + 1];
            // Most verbs are in no table.
            let gerund = next.has(class::GERUND)
                || !next.is_capital() && self.reading.text.words(at + 1..at + 2).ends_with("ing");
            // ", commencing September 1" dates the change itself.
            gerund && !next.has(class::FRAME_VERB) && !next.is(words::ACCORDING) && at + 3 < date
        })
    }

    /// "announced the resignation of Lee on Monday", "confirmed his departure Tuesday": the day of the news, unless it is
    /// still to come.
    fn is_of_announcing(&self, date: &DateFound) -> bool {
        let tokens = &self.reading.text.tokens;
        let verb = (self.first..self.trigger).rev().take(6).find(|&at| is_verb(self.reading, at));
        // "announced his intent to resign on Monday"
        let intent = self.group > self.first
            && tokens[self.group].is(words::TO)
            && verb.is_some_and(|at| {
                let clause = class::THAT.or(class::HE).or(class::SHE);
                at < self.group && !(at..self.group).any(|i| tokens[i].has(clause) && !tokens[i].has(class::POSSESSIVE))
            });
        let announces = (self.noun || intent) && verb.is_some_and(|at| tokens[at].has(class::SAY));
        let day = resolve(self.reading, date, self.trigger, self.future, false);
        announces && day.is_none_or(|day| self.reading.published.is_none_or(|now| day <= now))
    }

    /// The date before a trigger whose verb group starts at a token.
    fn before(&self, trigger: usize, group: usize, depth: u8) -> Option<&'r DateFound> {
        let tokens = &self.reading.text.tokens;
        let at = self.triggers.partition_point(|&t| t < trigger);
        let previous = self.triggers[..at].last().copied().filter(|&t| t >= self.first);
        let split = self.dates.partition_point(|d| d.tokens.start < trigger);
        // "was treasurer until May 1986, when she resigned"
        let fits = |d: &&DateFound| self.fits(d) || d.lead == Lead::Until && self.is_when(d, group);
        let nearest = self.dates[..split].iter().rev().filter(fits).find(|d| {
            let start = d.tokens.start;
            // "Lee, whose mother died in 2011, resigned": the insertion's date is not the clause's.
            let inserted = (self.first..start).rev().take(12).any(|i| tokens[i].has(class::WHO))
                && (d.tokens.end..trigger).any(|i| tokens[i].is(words::COMMA));
            let after_previous = previous.is_none_or(|p| start >= p);
            // "got a boost Tuesday when the sheriff lost": the day of what it was when.
            if after_previous && (self.is_when(d, group) || self.is_voted(d, group)) {
                return true;
            }
            // "after his May 2016 death", "his Tuesday evening dismissal", "last month's death of Lee"
            let end = self.past_day_part(d.tokens.end);
            let attached = self.noun && end + usize::from(end < trigger && tokens[end].is_possessive()) == trigger;
            // "meddling in last year's election and the firing of Lee": of another noun.
            let owned = self.noun && tokens.get(d.tokens.end).is_some_and(|t| t.is_possessive());
            attached
                || after_previous
                    && !inserted
                    && !owned
                    && if self.opens(d) { self.reaches(d, group) } else { self.beside(d, group) }
        });
        nearest.or_else(|| {
            // The verb before may name nobody: "the adviser resigned Monday and the mayor tapped Diaz".
            let tells = |at: &usize| tokens[*at].has(class::FRAME_VERB) && is_verb(self.reading, *at);
            let shared = depth > 0 && self.shares(group);
            let known = previous.filter(|&p| is_verb(self.reading, p) && trigger - p < 40);
            let silent = || (self.first..group).rev().take(40).find(tells);
            let verb = known.or_else(silent).filter(|_| shared)?;
            let other = Clause::new(self.reading, self.triggers, verb, self.future, self.elected);
            let future = |verb: usize| clauses::verb_group(self.reading, verb).future;
            if self.noun {
                return None;
            }
            // "has resigned, effective June 19, and will be succeeded by Diaz"
            let effective = other.effective();
            if effective.is_some() || future(verb) != future(trigger) && !tokens[trigger].has(class::GERUND) {
                return effective;
            }
            other.after().or_else(|| other.before(verb, other.group, depth - 1))
        })
    }

    /// "voted on Thursday to confirm Lee": the day of the vote is that of what it settles.
    fn is_voted(&self, date: &DateFound, group: usize) -> bool {
        let tokens = &self.reading.text.tokens;
        let start = date.tokens.start - usize::from(tokens[date.tokens.start.saturating_sub(1)].is(words::ON));
        let verb = start.checked_sub(1).filter(|&at| at >= self.first && is_verb(self.reading, at));
        let form = verb.and_then(|at| self.reading.tables.verb_form(tokens[at].word));
        date.tokens.end == group
            && tokens[group].is(words::TO)
            && form.is_some_and(|v| v.lemma == words::VOTE && v.form.has(Form::PAST))
    }

    /// Whether "when" ties a date to the clause behind it, and that clause is the trigger's.
    fn is_when(&self, date: &DateFound, group: usize) -> bool {
        let tokens = &self.reading.text.tokens;
        let end = self.past_day_part(date.tokens.end);
        let when = end + usize::from(tokens.get(end).is_some_and(|t| t.is(words::COMMA)));
        when < group
            && tokens[when].is(words::WHEN)
            && clear(self.reading, when + 1, group)
            && !crosses(self.reading, when + 1, group, false)
    }

    /// Whether a verb shares the day of the one before: "on Friday dismissed Lee and replaced him with Diaz", "will step aside in
    /// May and will be replaced by Diaz", "stepped down on Friday and Diaz was named", "will be sworn in Monday, succeeding Lee".
    fn shares(&self, group: usize) -> bool {
        const SUBJECT: usize = 7; // tokens
        let tokens = &self.reading.text.tokens;
        if group <= self.first {
            return false;
        }
        let gerund = tokens[group].has(class::GERUND) && tokens[group - 1].is(words::COMMA);
        let mut before = (self.first..group).rev().take(SUBJECT).take_while(|&at| {
            !tokens[at].is_any(&[words::COMMA, words::SEMICOLON]) && !tokens[at].has(class::VERB.or(class::WHO))
        });
        gerund || before.any(|at| tokens[at].is(words::AND) && self.reading.mentions.covering(at).is_none())
    }

    /// Whether a date opens its sentence: "On Monday, …", "In May …", "OSLO, May 3 - On Monday …".
    fn opens(&self, date: &DateFound) -> bool {
        let tokens = &self.reading.text.tokens;
        let light = |&at: &usize| {
            tokens[at].has(class::PREPOSITION.or(class::DETERMINER).or(class::ADVERB).or(class::CONJUNCTION))
        };
        let lead = (self.first..date.tokens.start).rev().take(3).take_while(light).last().unwrap_or(date.tokens.start);
        let dash = [words::DASH, words::EN_DASH, words::EM_DASH, words::TWO_DASHES];
        lead == self.first || tokens[lead - 1].is_any(&dash)
    }

    /// Whether a date that opens the sentence is the day of the event: not that of telling or deciding it.
    fn reaches(&self, date: &DateFound, group: usize) -> bool {
        let (reading, tokens) = (self.reading, &self.reading.text.tokens);
        let between = date.tokens.end..group;
        if between.clone().any(|at| says(reading, at) || tokens[at].is_any(&[words::SEMICOLON, words::COLON])) {
            return false;
        }
        // "In 2014, two years after her departure"; not "In May, after ten years at the bank, she resigned".
        let since = between.clone().rev().take(6).take_while(|&at| !tokens[at].is(words::COMMA)).any(|at| {
            matches!(
                reading.tables.date_word(tokens[at].word),
                Some(DateWord::Lead(Lead::After | Lead::Before | Lead::Since | Lead::Until))
            )
        });
        if since {
            return false;
        }
        // "On May 3, Lee informed the board that she is resigning", "of her decision to resign"
        let told =
            |at: usize| tokens[at].has(class::VERB) && !tokens[at].has(class::FRAME_VERB) && is_verb(reading, at);
        if between.clone().any(|at| tokens[at].is(words::THAT) && (date.tokens.end..at).any(told)) {
            return false;
        }
        // "On May 3 Lee notified the board of her decision to resign": the day of the notice.
        let notified = |at: usize| tokens[at].has(class::TELL);
        // "In September Lee agreed to resign": the day of the agreement; not "was forced to resign".
        let control = |at: usize| {
            let verb = reading.tables.verb_form(tokens[at].word).and_then(|v| reading.tables.verb(v.lemma));
            verb.is_some_and(|v| v.kind == VerbKind::Control || v.realis.is_some()) && is_verb(reading, at)
        };
        let infinitive = tokens.get(group).is_some_and(|t| t.is(words::TO));
        !(infinitive && between.clone().any(|at| control(at) || notified(at)))
    }

    /// Whether a date inside the sentence belongs to the trigger: no verb has taken it, none stands between.
    fn beside(&self, date: &DateFound, group: usize) -> bool {
        let (reading, tokens) = (self.reading, &self.reading.text.tokens);
        let taken = (self.first..date.tokens.start)
            .rev()
            .take(12)
            .take_while(|&at| {
                !tokens[at].is_any(&[words::SEMICOLON, words::COLON, words::QUOTE, words::THAT, words::AND])
                    && !tokens[at].has(class::WHO)
                    && (!tokens[at].has(class::SUBORDINATOR) || tokens[at].has(class::PREPOSITION))
            })
            // "was on Monday named chief"
            .any(|at| {
                is_finite(reading, at) && !(at + 3 > date.tokens.start && tokens[at].has(class::BE.or(class::HAVE)))
            });
        // "is expected Monday to name": the day of what is expected.
        let infinitive = date.tokens.end == group && tokens[group].is(words::TO);
        let expected = infinitive
            && clauses::governor(reading, &clauses::verb_group(reading, self.trigger)).is_some_and(|(verb, effect)| {
                effect == Some(Realis::Planned) && clauses::verb_group(reading, verb).passive
            });
        (!taken || expected)
            && clear(reading, date.tokens.end, group)
            && !crosses(reading, date.tokens.end, group, false)
    }

    fn fits(&self, date: &DateFound) -> bool {
        !matches!(date.lead, Lead::Since | Lead::Until | Lead::For | Lead::Before)
            && !matches!(date.when, When::Unsettled)
            // "the first to lead it in two decades" looks back.
            && !(matches!(date.when, When::Ahead { .. }) && (!self.future || self.is_of_rank(date)))
            && !self.is_of_next_election(date)
            && !self.is_of_post(date)
            && !is_of_saying(self.reading, date, self.trigger)
            && !self.is_of_title(date)
            && (self.elected || !self.modifies(date))
    }

    /// "to become the first woman in the post in 20 years" looks back.
    fn is_of_rank(&self, date: &DateFound) -> bool {
        const RANK: usize = 12; // tokens
        let tokens = &self.reading.text.tokens;
        (self.first..date.tokens.start).rev().take(RANK).any(|at| tokens[at].has(class::ORDINAL.or(class::SUPERLATIVE)))
    }

    /// "— Ann Lee (@annlee) July 24, 2016": the day of what is quoted.
    fn is_of_post(&self, date: &DateFound) -> bool {
        let tokens = &self.reading.text.tokens;
        let close = date.tokens.start.checked_sub(1).filter(|&at| at > self.first && tokens[at].is(words::CLOSE));
        let open = close.and_then(|close| (self.first..close).rev().take(4).find(|&at| tokens[at].is(words::OPEN)));
        open.is_some_and(|open| self.reading.text.words(open + 1..open + 2).starts_with('@'))
    }

    /// "will not seek re-election in November": the day of the election, not that of going.
    fn is_of_next_election(&self, date: &DateFound) -> bool {
        let tokens = &self.reading.text.tokens;
        let elects = |at: usize| {
            let mut frames = self.reading.tables.frames_of(tokens[at].word);
            tokens[at].has(class::FRAME_NOUN) && frames.any(|f| f.reason == Some(Reason::Elected))
        };
        let group = clauses::verb_group(self.reading, self.trigger);
        group.negated
            && is_verb(self.reading, self.trigger)
            && (self.trigger + 1..date.tokens.start).take(3).any(elects)
    }

    /// "the Exchange Act of 1934": the year is of a name.
    fn is_of_title(&self, date: &DateFound) -> bool {
        let tokens = &self.reading.text.tokens;
        let start = date.tokens.start;
        let of = if tokens[start].is(words::OF) { Some(start) } else { start.checked_sub(1) };
        of.is_some_and(|at| at > self.first && tokens[at].is(words::OF) && tokens[at - 1].is_capital())
    }

    /// The token after a day's part: "evening" of "Tuesday evening".
    fn past_day_part(&self, at: usize) -> usize {
        let word = self.reading.text.tokens.get(at).and_then(|t| self.reading.tables.date_word(t.word));
        at + usize::from(word == Some(DateWord::Cue(DateCue::DayPart)))
    }

    /// "the September 2012 attack", "meddling in the 2016 elections", "Wednesday's vote": a date of some other thing.
    fn modifies(&self, date: &DateFound) -> bool {
        let tokens = &self.reading.text.tokens;
        let end = self.past_day_part(date.tokens.end);
        let next = tokens.get(end).filter(|_| end < self.last);
        let Some(next) = next.filter(|_| end != self.trigger) else { return false };
        let before = date.tokens.start.checked_sub(1).filter(|&b| b >= self.first).map(|b| &tokens[b]);
        if next.is_possessive() {
            // "at Thursday's meeting, the board named Lee" is dated by it.
            return end + 1 != self.trigger && date.lead == Lead::Bare;
        }
        let noun = next.is_word()
            && next.gap == crate::text::Gap::Space
            && next.has(class::COMMON)
            && !next.has(class::GRAMMAR)
            && !is_finite(self.reading, end);
        noun && before.is_some_and(|t| t.has(class::DETERMINER.or(class::POSSESSIVE)) || t.is_possessive())
    }
}

pub(super) fn dates_within<'r>(reading: &'r Reading<'_>, first: usize, last: usize) -> &'r [DateFound] {
    let dates = &reading.dates;
    let from = dates.partition_point(|d| d.tokens.start < first);
    let to = dates.partition_point(|d| d.tokens.start < last);
    &dates[from..to]
}

/// A verb that makes a clause of its own: "defeated", "is", "will".
fn is_finite(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.text.tokens[at];
    if token.has(class::BE.or(class::HAVE)) && !token.is_possessive() || token.has(class::MODAL) && !token.is_capital()
    {
        return reading.mentions.covering(at).is_none();
    }
    let form = reading.tables.verb_form(token.word).map(|v| v.form);
    form.is_some_and(|f| f.has(Form::PAST) && !f.has(Form::BASE)) && is_verb(reading, at)
}

/// Whether a verb of its own stands between two places; "her retirement will be on Monday" is no other clause.
fn crosses(reading: &Reading<'_>, from: usize, to: usize, noun: bool) -> bool {
    let light = class::BE.or(class::MODAL);
    (from..to).any(|at| is_finite(reading, at) && !(noun && reading.text.tokens[at].has(light)))
}

/// "announced Sunday that she will step down": the day of the announcement.
fn is_of_saying(reading: &Reading<'_>, found: &DateFound, trigger: usize) -> bool {
    let tokens = &reading.text.tokens;
    let start = found.tokens.start;
    let before =
        (start.saturating_sub(3)..start).rev().find(|&at| !tokens[at].has(class::PREPOSITION.or(class::ADVERB)));
    let says = |at: usize| tokens[at].has(class::SAY) && at != trigger && is_verb(reading, at);
    before.is_some_and(says)
        || tokens.get(found.tokens.end).is_some_and(|t| t.has(class::SAY)) && found.tokens.end != trigger
}

/// Whether no other clause starts between two places.
pub(super) fn clear(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    (from..to).all(|at| {
        let token = &reading.text.tokens[at];
        !token.has(class::WHO)
            && !token.is_any(&[words::SEMICOLON, words::COLON, words::WHICH, words::BUT, words::WHILE])
            && !says(reading, at)
    })
}

/// A verb of saying; not the name "Said", nor the noun of "left her post".
fn says(reading: &Reading<'_>, at: usize) -> bool {
    reading.text.tokens[at].has(class::SAY) && is_verb(reading, at)
}

/// "His term expires in August", "Her appointment takes effect on Friday": the verb of the present right behind the noun.
fn ends_now(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    const PHRASE: usize = 14; // "as vice president of sales of Acme Foods Inc"
    let tokens = &reading.text.tokens;
    let sentence = reading.text.sentences[reading.sentence_of(noun)];
    if sentence.headline || is_verb(reading, noun) {
        return None;
    }
    let stops = class::WHO.or(class::MODAL).or(class::BE).or(class::HAVE);
    let mut phrase = (noun + 1..sentence.last.min(noun + PHRASE))
        .take_while(|&at| !tokens[at].is(words::COMMA) && (!tokens[at].has(stops) || tokens[at].is_possessive()));
    let verb = phrase.find(|&at| is_verb(reading, at))?;
    let form = reading.tables.verb_form(tokens[verb].word);
    form.is_some_and(|v| v.form.has(Form::PRESENT)).then_some(verb)
}

/// "She takes over on Friday", "He is leaving in July": the present tense with a date is of what is to come, but in headlines.
pub(super) fn is_scheduled(reading: &Reading<'_>, trigger: usize) -> bool {
    let tokens = &reading.text.tokens;
    if !is_verb(reading, trigger) || reading.text.sentences[reading.sentence_of(trigger)].headline {
        return false;
    }
    let group = clauses::verb_group(reading, trigger);
    let is = |at: usize| {
        let clitic = at > 0 && tokens[at].is(words::S) && tokens[at - 1].is_any(&[words::HE, words::SHE]);
        tokens[at].is_any(&[words::IS, words::ARE]) || clitic
    };
    let present = group.bare && group.form.has(Form::PRESENT);
    let progressive = group.form.has(Form::GERUND) && !group.bare && !group.passive && is(group.first);
    (present || progressive) && !group.negated
}
