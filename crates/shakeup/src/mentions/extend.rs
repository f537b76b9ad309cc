//! What goes on the name of an organisation: legal forms, "of …", "and …", "at …".

use super::name::{self, Case};
use super::scan::Scanner;
use crate::lexicon::{Frame, FrameEvent, FrameWho, class, words};
use crate::text::{Gap, Shape, Token};

impl Scanner<'_, '_> {
    /// A university's town, and the second part of a ministry's name, from the end of a known name.
    pub(super) fn known_extension(&self, first: usize, end: usize) -> usize {
        let last = self.of_extension(first, self.second_field(first, end));
        self.campus(first, last)
    }

    /// "University of Ohio at Lima"; not "… at noon", nor "… at Harvard".
    fn campus(&self, first: usize, end: usize) -> usize {
        let tokens = &self.text.tokens;
        let university = tokens[first].is(words::UNIVERSITY) && tokens[first..end].iter().any(|t| t.is(words::OF));
        if !university
            || end + 1 >= self.sentence.last
            || !tokens[end].is(words::AT)
            || self.organization_phrase(end + 1) > 0
        {
            return end;
        }
        self.place_phrase(end + 1).map_or(end, |(length, _)| end + 1 + length)
    }

    /// "Ministry of Labour and Social Affairs"; not "Ministry of Labour and Congress", nor "… and Treasury Department".
    fn second_field(&self, first: usize, end: usize) -> usize {
        let tokens = &self.text.tokens;
        let next = end + 1;
        let field = self.case == Case::Usual
            && end - first >= 3
            && tokens[first].has(class::ORG_OPENER)
            && tokens[first + 1].is_any(&[words::OF, words::FOR])
            && !tokens[end - 1].has(class::ORG_HEAD.or(class::ORG_SUFFIX))
            && next < self.sentence.last
            && tokens[end].is(words::AND)
            && tokens[end - 1].has(class::COMMON)
            && tokens[next].shape == Shape::Capital
            && tokens[next].has(class::COMMON)
            && !tokens[next].has(class::GIVEN.or(class::ORG_OPENER))
            && self.organization_phrase(next) == 0
            && self.place_phrase(next).is_none()
            && self.post_at(next).is_none();
        if !field {
            return end;
        }
        let last = self.run_end(next);
        let organization = last - next > 1 && tokens[last - 1].has(class::ORG_HEAD.or(class::ORG_SUFFIX));
        if organization { end } else { last }
    }

    /// "Acme, Inc." and "Acme Corp" from the end of a name.
    pub(super) fn corporate_suffix(&self, end: usize) -> usize {
        let mut last = end;
        for _ in 0..2 {
            let comma = usize::from(self.text.tokens.get(last).is_some_and(|t| t.is(words::COMMA)));
            match self.text.tokens.get(last + comma) {
                Some(t) if last + comma < self.sentence.last && t.has(class::ORG_SUFFIX) && self.suffix_fits(t) => {
                    last += comma + 1;
                }
                _ => break,
            }
        }
        last
    }

    fn suffix_fits(&self, token: &Token) -> bool {
        !token.has(class::NAME_SUFFIX) && (self.case == Case::None || token.is_capital()) && token.gap <= Gap::Line
    }

    /// "Department of Homeland Security", "Committee on Foreign Relations", "Bank of New York".
    pub(super) fn of_extension(&self, first: usize, end: usize) -> usize {
        let tokens = &self.text.tokens;
        let mut last = end;
        // "the Board of Directors of Acme": the organisation is Acme.
        if tokens[end - 1].is(words::BOARD) && tokens.get(end + 1).is_some_and(|t| t.is(words::DIRECTORS)) {
            return last;
        }
        if !tokens[end - 1].has(class::ORG_HEAD.or(class::ORG_OPENER)) || self.case == Case::None && end - first > 3 {
            return last;
        }
        // "the Company on the Effective Date"
        if end == first + 1 && tokens[first].is(words::COMPANY) {
            return last;
        }
        for round in 0..3 {
            let Some(link) = tokens.get(last).filter(|_| last < self.sentence.last) else { break };
            let links = if round == 0 {
                link.is_any(&[words::OF, words::FOR, words::ON])
            } else {
                link.is_any(&[words::OF, words::AND, words::AMPERSAND])
            };
            // "will leave the Labor Party on June 7": a date.
            let dated =
                link.is(words::ON) && tokens.get(last + 1).is_some_and(|t| t.has(class::MONTH.or(class::WEEKDAY)));
            // "is leaving the White House for Acme": where to.
            let goes = link.is(words::FOR) && self.is_left(first, last);
            if !links || dated || goes || link.gap > Gap::Line {
                break;
            }
            let and = link.is_any(&[words::AND, words::AMPERSAND]);
            let mut next = last + 1;
            if next < self.sentence.last && tokens[next].is(words::THE) {
                next += 1;
            }
            // "Prepared Foods of the Company" is a part of it.
            if next > last + 1 && tokens.get(next).is_some_and(|t| t.is(words::COMPANY)) {
                break;
            }
            // "Compensation Committee of the Board of Directors of Acme Corp" is Acme's.
            if tokens.get(next).is_some_and(|t| t.is(words::BOARD))
                && tokens.get(next + 1).is_some_and(|t| t.is(words::OF))
            {
                break;
            }
            if round == 0
                && let Some(end) = self.fields(next)
            {
                return end;
            }
            let is_name = next < self.sentence.last
                && tokens[next].gap <= Gap::Line
                && name::is_name_word(&tokens[next], self.case)
                && (self.case == Case::Usual || round == 0)
                && self.post_at(next).is_none_or(|p| p.plural && tokens[p.title.clone()].iter().all(Token::is_capital));
            // "of Labor and Human Services", not "of Michigan and Stanford": the second part must be made of ordinary words.
            let joins = !and || tokens.get(next).is_some_and(|t| t.has(class::COMMON) && !t.has(class::GIVEN));
            // "for the People and the Press"; not "Union of Builders and the Union of Bakers".
            let another = || {
                let run = &tokens[next..self.run_end(next)];
                next > last + 1 && run.len() > 1 && run.iter().any(|t| t.has(class::ORG_HEAD.or(class::ORG_OPENER)))
            };
            if !is_name || !joins || and && another() {
                break;
            }
            // "Association of School Administrators"
            let members = self.post_at(next).filter(|p| p.plural && p.title.len() > 1);
            last = members.map_or_else(|| self.run_end(next), |p| p.title.end);
            // "Office of Public Liaison"; not "Office of Public Works Director Ann Lee".
            let liaison = !and && round == 0 && last > next && self.case == Case::Usual && self.ends_in_title(last);
            last += usize::from(liaison);
            // "Union of Public Inspectors", "Conference of Mayors"
            while let Some(token) =
                tokens.get(last).filter(|t| last < self.sentence.last && t.gap == Gap::Space && t.is_capital())
            {
                let plural = self.post_at(last).is_some_and(|p| p.plural && p.title.len() == 1);
                if !plural || token.has(class::ABBREVIATION) {
                    break;
                }
                last += 1;
            }
        }
        last
    }

    /// Whether an organisation is left for what "for" leads to: "left the Harbor Institute for Acme"; not "left the Centre for
    /// Strategic Studies".
    fn is_left(&self, first: usize, link: usize) -> bool {
        let tokens = &self.text.tokens;
        let verb =
            first.checked_sub(1).map(|at| if tokens[at].has(class::DETERMINER) { at.saturating_sub(1) } else { at });
        let leaves = |f: &Frame| f.event == FrameEvent::Out && f.who == FrameWho::Subject && f.object_is_organization;
        let verb = verb.and_then(|at| self.tables.verb_form(tokens[at].word));
        let left = verb.is_some_and(|v| self.tables.frames_of(v.lemma).any(leaves));
        let next = link + 1 + usize::from(tokens.get(link + 1).is_some_and(|t| t.is(words::THE)));
        left && tokens.get(next).is_some_and(|t| t.is_capital() && (!t.has(class::COMMON) || next > link + 1))
    }

    /// Where a list of fields with commas ends: "Alcohol, Tobacco, Firearms and Explosives"; not "Ohio, Maine and Texas".
    pub(super) fn fields(&self, first: usize) -> Option<usize> {
        const LONGEST: usize = 3; // words of one field
        const MOST: usize = 6;
        let tokens = &self.text.tokens[..self.sentence.last];
        let field = |at: usize| {
            let ordinary = |t: &&Token| {
                t.shape == Shape::Capital
                    && t.gap == Gap::Space
                    && t.has(class::COMMON)
                    && !t.has(
                        class::PLAIN_GIVEN
                            .or(class::PLACE_START)
                            .or(class::GRAMMAR)
                            .or(class::MONTH)
                            .or(class::WEEKDAY),
                    )
            };
            let words = tokens.get(at..)?.iter().take(LONGEST + 1).take_while(ordinary).count();
            (1..=LONGEST).contains(&words).then_some(at + words)
        };
        if self.case != Case::Usual {
            return None;
        }
        let mut at = field(first)?;
        for _ in 0..MOST {
            let comma = usize::from(tokens.get(at)?.is(words::COMMA));
            let and = usize::from(tokens.get(at + comma)?.is_any(&[words::AND, words::AMPERSAND]));
            if comma + and == 0 {
                return None;
            }
            let next = field(at + comma + and)?;
            if and == 1 {
                // "of Health and Education" is read elsewhere.
                return (at > first + LONGEST || tokens[first..at].iter().any(|t| t.is(words::COMMA))).then_some(next);
            }
            at = next;
        }
        None
    }

    /// Whether a title of one capitalised word that ends the run stands at a token.
    fn ends_in_title(&self, at: usize) -> bool {
        let capital = |at: usize| self.text.tokens.get(at).is_some_and(|t| t.is_capital() && t.gap == Gap::Space);
        at < self.sentence.last
            && capital(at)
            && !capital(at + 1)
            && self.post_at(at).is_some_and(|p| p.title == (at..at + 1) && !p.plural)
    }
}
