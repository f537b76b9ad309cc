//! Numbers with what they measure: bound, value or range, unit or counted noun, rate; and numbers that are no quantities.

mod bound;
mod change;
mod compound;
mod range;
mod reads;
#[cfg(test)]
mod tests;
mod unit;

use std::ops::Range;

use self::unit::Unit;
use super::number::{self, Number, Sort};
use crate::lexicon::{Form, NumberKind, Tables, UnitKind, class, words};
use crate::record::{Comparator, Mention, Quantity, QuantityKind};
use crate::span::Offsets;
use crate::text::{Gap, Sentence, Shape, Text, Token};

/// What the unit of an amount measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dimension {
    Count,
    Percent,
    Times,
    Money,
    Time,
    Physical,
}

/// What a number is, beyond its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reads {
    /// A quantity.
    Amount,
    /// A quantity in brackets after another: "£960m ($1.8bn)".
    Aside,
    Year,
    Day,
    Time,
    Age,
    Score,
    Ordinal,
    /// Part of a name, an address, a phone number, a section of a law.
    Name,
}

/// A number of the text with its unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Amount {
    /// First token, the bound's words included.
    pub(crate) first: usize,
    /// One past the last token: of unit, counted noun or rate.
    pub(crate) last: usize,
    /// The tokens of the number itself, with currency sign and unit.
    pub(crate) core: Range<usize>,
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    pub(crate) comparator: Comparator,
    pub(crate) dimension: Dimension,
    pub(crate) unit: Box<str>,
    pub(crate) ucum: Option<Box<str>>,
    /// What the unit measures, `None` for money, and how large it is among its kind.
    pub(crate) measure: Option<(Option<UnitKind>, f64)>,
    /// The counted noun phrase: "new buses".
    pub(crate) counted: Option<Range<usize>>,
    pub(crate) period: Option<Box<str>>,
    /// What the amount is for one of: "share", "barrel".
    pub(crate) per: Option<Box<str>>,
    pub(crate) reads: Reads,
    /// A verb: "triple".
    pub(crate) verb: bool,
    pub(crate) digits: bool,
}

impl Amount {
    /// The value without its bound: the higher end of a range.
    pub(crate) fn value(&self) -> f64 {
        self.high.or(self.low).unwrap_or(0.0)
    }

    pub(crate) fn is_amount(&self) -> bool {
        self.reads == Reads::Amount
    }

    fn kind(&self) -> QuantityKind {
        match self.dimension {
            _ if self.reads == Reads::Age => QuantityKind::Age,
            Dimension::Count => QuantityKind::Count,
            Dimension::Percent => QuantityKind::Percent,
            Dimension::Times => QuantityKind::Times,
            Dimension::Money => QuantityKind::Money,
            Dimension::Time => QuantityKind::Time,
            Dimension::Physical => match self.measure.and_then(|(kind, _)| kind) {
                Some(UnitKind::Length) => QuantityKind::Length,
                Some(UnitKind::Area) => QuantityKind::Area,
                Some(UnitKind::Volume) => QuantityKind::Volume,
                Some(UnitKind::Mass) => QuantityKind::Mass,
                Some(UnitKind::Speed) => QuantityKind::Speed,
                Some(UnitKind::Temperature) => QuantityKind::Temperature,
                _ => QuantityKind::Other,
            },
        }
    }

    fn measured_in(&mut self, unit: Unit) {
        self.dimension = unit.dimension;
        self.measure = Some((unit.kind, unit.size));
        self.unit = unit.name;
        self.ucum = unit.ucum;
        self.period = unit.period;
        self.per = unit.per;
    }

    /// Takes a bound that stands apart from the number.
    pub(crate) fn bound_by(&mut self, comparator: Comparator) {
        let value = Some(self.value());
        (self.low, self.high) = ends(comparator, value, value);
        self.comparator = comparator;
    }
}

fn ends(comparator: Comparator, low: Option<f64>, high: Option<f64>) -> (Option<f64>, Option<f64>) {
    match comparator {
        Comparator::Ge | Comparator::Gt => (low, None),
        Comparator::Le | Comparator::Lt => (None, high),
        _ => (low, high),
    }
}

/// Every number of the text, in text order.
pub(crate) fn find(text: &Text<'_>, tables: &Tables) -> Vec<Amount> {
    let mut amounts = Vec::new();
    for sentence in &text.sentences {
        Finder { text, tables, sentence: *sentence }.run(&mut amounts);
    }
    amounts
}

/// Whether a sentence may have a number because of a word: "a dollar", "an acre", where a unit can be one too; a time is none.
fn is_number(token: &Token) -> bool {
    let counts = class::NUMBER_WORD.or(class::ORDINAL).or(class::VAGUE);
    let measures = class::UNIT.or(class::CURRENCY);
    token.shape == Shape::Number
        || token.has(counts)
        || token.has(measures) && !token.has(class::TIME_UNIT.or(class::NOT_ONE))
}

/// The quantities as users get them: what is a year, a score or a name is left out. `concepts` are what each amount is about.
pub(crate) fn records(
    amounts: &[Amount],
    concepts: &[Option<Range<usize>>],
    text: &Text<'_>,
    tables: &Tables,
    offsets: &Offsets,
) -> Vec<Quantity> {
    let shown = amounts.iter().zip(concepts);
    let shown = shown.filter(|(a, _)| matches!(a.reads, Reads::Amount | Reads::Aside | Reads::Age));
    shown.map(|(amount, concept)| record(amount, concept.clone(), text, tables, offsets)).collect()
}

fn record(
    amount: &Amount,
    concept: Option<Range<usize>>,
    text: &Text<'_>,
    tables: &Tables,
    offsets: &Offsets,
) -> Quantity {
    let span = |words: &Range<usize>| {
        let (start, end) = (text.tokens[words.start].start as usize, text.tokens[words.end - 1].end as usize);
        offsets.span(start, end)
    };
    let words = amount.first..amount.last;
    let concept = concept.map(|tokens| {
        let name = text.words(tokens.clone()).to_owned();
        Mention { text: name.clone(), span: span(&tokens), name, entity: None }
    });
    Quantity {
        text: text.words(words.clone()).to_owned(),
        span: span(&words),
        kind: amount.kind(),
        low: amount.low,
        high: amount.high,
        comparator: amount.comparator,
        unit: amount.unit.to_string(),
        ucum: amount.ucum.as_deref().map(str::to_owned),
        counted: amount.counted.clone().map(|c| text.words(c).to_owned()),
        concept,
        period: amount.period.as_deref().map(str::to_owned),
        per: amount.per.as_deref().map(str::to_owned),
        change: change::of(amount, text, tables),
    }
}

struct Finder<'r, 't> {
    text: &'r Text<'t>,
    tables: &'r Tables,
    sentence: Sentence,
}

impl Finder<'_, '_> {
    fn run(&self, amounts: &mut Vec<Amount>) {
        let tokens = &self.text.tokens[..self.sentence.last];
        let article = |t: &Token| t.is_any(&[words::A, words::AN]);
        let starts = |t: &Token| t.shape == Shape::Number || t.has(class::NUMERAL) || article(t);
        let floor = amounts.len();
        let mut at = self.sentence.first;
        let mut counts = false; // the sentence has a number
        while let Some(skipped) = tokens[at.min(tokens.len())..].iter().position(starts) {
            at += skipped;
            // "a million", "a dollar"; not "a dog"
            let counted = class::NUMERAL.or(class::UNIT).or(class::CURRENCY);
            if article(&tokens[at]) && !tokens.get(at + 1).is_some_and(|t| t.has(counted)) {
                at += 1;
                continue;
            }
            counts = counts || tokens[self.sentence.first..].iter().any(is_number);
            if !counts {
                return;
            }
            // the article of a rate starts no amount: "64 cents a dozen"
            let rate = amounts[floor..].last().is_some_and(|a| a.last > at && (a.per.is_some() || a.period.is_some()));
            let rate = rate && self.is(at, &[words::A, words::AN]);
            let number = number::read(self.text, self.tables, at, self.sentence.last).or_else(|| self.single(at));
            let Some(number) = number.filter(|_| !rate) else {
                at += 1;
                continue;
            };
            let mut amount = self.amount(number);
            if number.scale >= 1000.0 {
                self.elliptic(&mut amount, amounts);
            }
            at = amount.core.end.max(at + 1);
            if let Some(before) = amounts[floor..].last_mut()
                && (self.joins(before, &amount) || self.completes(before, &amount) || self.closes(before, &amount))
            {
                continue;
            }
            if let Some(before) = amounts[floor..].last_mut() {
                self.shares_unit(before, &amount, number.scale);
                if self.alternates(before, &amount) {
                    continue;
                }
            }
            if amounts[floor..].last().is_some_and(|before| self.restates(before, &amount)) {
                amount.reads = Reads::Name;
            }
            amounts.push(amount);
        }
    }

    /// The article of "an hour and a half" and "an hour and 45 minutes".
    fn single(&self, at: usize) -> Option<Number> {
        let measured = class::UNIT.or(class::CURRENCY);
        if !self.is(at, &[words::A, words::AN]) || !self.token(at + 1).is_some_and(|t| t.has(measured)) {
            return None;
        }
        let number = Number { first: at, last: at + 1, value: 1.0, sort: Sort::Cardinal, digits: false, scale: 1.0 };
        let smaller = |larger: Unit| {
            let more = number::read(self.text, self.tables, larger.last + 1, self.sentence.last)?;
            let unit = self.unit_of(&more, more.last)?;
            (unit.kind == larger.kind && unit.size < larger.size && unit.size > 0.0).then_some(number)
        };
        let half = self.half_after(at + 2).map(|_| number);
        let and = self.is(at + 2, &[words::AND]);
        half.or_else(|| and.then(|| self.unit_after(at + 1, 1.0)).flatten().and_then(smaller))
            .or_else(|| self.stands_alone(at).then_some(number))
    }

    /// "raise it by a dollar", "sold a litre of milk"; not "$2 a litre", "a dollar bill", "a foot injury".
    fn stands_alone(&self, article: usize) -> bool {
        let Some(unit) = self.unit_after(article + 1, 1.0) else { return false };
        let rate = article > self.sentence.first
            && self.token(article - 1).is_some_and(|t| {
                let free = class::PREPOSITION.or(class::CONJUNCTION).or(class::VERB).or(class::ADVERB);
                t.shape != Shape::Mark && (!t.has(free) || t.has(class::UNIT.or(class::CURRENCY)))
            });
        let closed = self.token(unit.last).is_none_or(|t| !self.is_nominal(t) || t.has(class::ADVERB));
        let named = (article + 1..unit.last).any(|i| self.token(i).is_some_and(|t| t.has(class::NOT_ONE)));
        let fits = match unit.dimension {
            Dimension::Money => true,
            Dimension::Physical => unit.kind.is_some_and(|k| !matches!(k, UnitKind::Temperature | UnitKind::Speed)),
            _ => false,
        };
        let hyphen = self.is(unit.last, &[words::DASH]) && self.touches(unit.last);
        fits && closed && !rate && !named && !hyphen
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.text.tokens.get(at).filter(|_| self.sentence.range().contains(&at))
    }

    fn is(&self, at: usize, any: &[crate::lexicon::WordId]) -> bool {
        self.token(at).is_some_and(|t| t.is_any(any))
    }

    fn touches(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.gap == Gap::Nothing)
    }

    fn word(&self, at: usize) -> &str {
        if self.token(at).is_some() { self.text.words(at..at + 1) } else { "" }
    }

    fn amount(&self, number: Number) -> Amount {
        let mut number = self.ratio(&number).unwrap_or(number);
        let symbol = self.symbol_before(number.first).or_else(|| self.negative_symbol(&mut number));
        let end = self.repeated(&number).unwrap_or(number.last);
        let first = symbol.as_ref().map_or(number.first, |s| s.last);
        let signed = symbol.is_some();
        let mut unit = symbol.map(|s| Unit { last: end, ..s });
        if let Some(letter) = self.letter_unit(&number).filter(|_| !signed) {
            number = Number { value: number::times(number.value, 1.0 / number.scale), scale: 1.0, ..number };
            unit = Some(letter);
        } else if let Some(after) = self.unit_of(&number, end) {
            match &mut unit {
                // "$1.6 trillion dollars"
                Some(unit) if after.dimension == Dimension::Money => unit.last = after.last,
                Some(_) => {}
                None => unit = Some(after),
            }
        }
        if let Some(unit) = unit.as_mut().filter(|u| u.last > end)
            && let Some((last, half)) = self.half_after(unit.last)
        {
            number.value += half * number.scale;
            unit.last = last;
        }
        let mut last = unit.as_ref().map_or(end, |u| u.last);
        let (mut low, mut high, mut comparator) = (number.value, number.value, Comparator::Eq);
        let mut range = false;
        if let Some((other, upper)) = self.range_to(&number, first, last, unit.as_ref(), signed) {
            range = true;
            last = upper.as_ref().map_or(other.last, |u| u.last);
            if unit.is_none() {
                unit = upper;
            }
            high = other.value;
            if number.scale == 1.0 && other.scale > 1.0 && low < 1000.0 {
                low = number::times(low, other.scale);
            }
            comparator = Comparator::Range;
        }
        let reads = self.reads(&number, first, last, unit.as_ref(), range);
        let sign = first.checked_sub(1).filter(|&sign| self.is_minus(sign, last, unit.as_ref()));
        let factor = unit.as_ref().map_or(1.0, |u| u.factor);
        let low = number::times(if sign.is_some() { -low } else { low }, factor);
        let high = number::times(if sign.is_some() && !range { -high } else { high }, factor);
        let (low, high) = (low.min(high), low.max(high)); // "ranging from -18 to -34 degrees"
        let first = sign.unwrap_or(first);
        let mut amount = Amount {
            first,
            last,
            core: first..last,
            low: Some(low),
            high: Some(high),
            comparator,
            dimension: Dimension::Count,
            unit: "count".into(),
            ucum: None,
            measure: None,
            counted: None,
            period: None,
            per: None,
            reads,
            verb: number.sort == Sort::Multiply,
            digits: number.digits,
        };
        match unit {
            Some(unit) => amount.measured_in(unit),
            None if matches!(number.sort, Sort::Multiply | Sort::Times | Sort::Fraction) => {
                amount.dimension = Dimension::Times;
                amount.unit = "times".into();
                // "a third of judges", "one in five drivers"
                let ratio = number.sort == Sort::Fraction && !self.is(last, &[words::OF]) && last > first + 2;
                if reads == Reads::Amount && (self.is(last, &[words::OF]) || ratio) {
                    self.counted(&mut amount);
                }
            }
            None if reads == Reads::Amount => self.counted(&mut amount),
            None => {}
        }
        if reads == Reads::Age {
            self.age(&mut amount);
            self.bound(&mut amount, range);
        }
        if reads == Reads::Amount && !amount.verb {
            self.rate(&mut amount);
            self.bound(&mut amount, range);
        }
        amount
    }

    /// The sign of "$-3.5 million", which stands before the minus.
    fn negative_symbol(&self, number: &mut Number) -> Option<Unit> {
        let minus = number.first.checked_sub(1).filter(|&m| m > self.sentence.first && self.is(m, &[words::DASH]))?;
        let symbol = self.symbol_before(minus).filter(|_| self.touches(minus) && self.touches(number.first))?;
        number.value = -number.value;
        Some(symbol)
    }

    /// A minus sign that touches the number and nothing before: "-0.5 percent"; and one that opens the sentence, "- 2 degrees",
    /// where no list can.
    fn is_minus(&self, sign: usize, last: usize, unit: Option<&Unit>) -> bool {
        let minus = self.is(sign, &[words::DASH, words::EN_DASH]) || self.word(sign) == "−";
        if !minus {
            return false;
        }
        let opens = sign == self.sentence.first;
        if !self.touches(sign + 1) {
            let cold = unit.is_some_and(|u| u.kind == Some(UnitKind::Temperature));
            return opens && (cold || last >= self.sentence.last);
        }
        opens
            || self.token(sign).is_some_and(|t| t.gap != Gap::Nothing)
            || self.is(sign - 1, &[words::OPEN, words::LESS, words::GREATER])
    }

    /// Whether a word can belong to a noun phrase after a number.
    fn is_nominal(&self, token: &Token) -> bool {
        let grammar = class::PREPOSITION
            .or(class::CONJUNCTION)
            .or(class::DETERMINER)
            .or(class::BE)
            .or(class::HAVE)
            .or(class::DO)
            .or(class::MODAL)
            .or(class::NEGATION)
            .or(class::WHO)
            .or(class::THAT)
            .or(class::SUBORDINATOR)
            .or(class::POSSESSIVE)
            .or(class::WEEKDAY)
            .or(class::MONTH)
            .or(class::HE)
            .or(class::SHE)
            .or(class::THEY)
            .or(class::IT)
            .or(class::SPEAKER);
        if token.has(class::SAY) {
            // "eight states", "two claims", not "Kroll, 44, says"
            let plural = self.tables.spelling(token.word).ends_with('s');
            return plural && !token.is_any(&[words::SAYS]);
        }
        token.is_word() && !token.is_possessive() && !token.has(grammar)
    }

    /// The noun phrase that is counted: "3,000 arrests", "five more long-haul planes".
    fn counted(&self, amount: &mut Amount) {
        let mut start = amount.core.end;
        if self.is(start, &[words::DASH]) && self.touches(start) && self.touches(start + 1) {
            start += 1; // "a 40-parcel quota" counts parcels and ends there
        }
        let bounded =
            self.tables.measures.after.longest(self.text.tokens[start..self.sentence.last].iter().map(|t| t.word));
        if let Some((length, _)) = bounded.filter(|_| start > amount.core.end) {
            start += length; // "3,000-plus members"
        } else if start > amount.core.end {
            if self.token(start).is_some_and(|t| self.is_nominal(t)) {
                amount.counted = Some(start..start + 1);
                amount.last = start + 1;
            }
            return;
        }
        let part = self.is(start, &[words::OF]);
        let skipped = class::MORE.or(class::POSSESSIVE);
        while self.token(start).is_some_and(|t| t.has(skipped) || t.is_any(&[words::OF, words::THE])) {
            start += 1;
        }
        let noun = |start| noun_phrase(self.text, self.tables, start, self.sentence.last, |t| self.is_nominal(t));
        let mut phrase = noun(start);
        // "one of the nation's largest ports" counts ports
        if let Some(owner) = phrase.as_ref().filter(|p| part && self.token(p.end).is_some_and(Token::is_possessive)) {
            phrase = noun(owner.end + 1).or(phrase);
        }
        // "40 voted", "one calling it a victory"
        let verb = |at: usize| {
            let participle = |t: &Token| self.tables.verb_form(t.word).is_some_and(|v| v.form.has(Form::PARTICIPLE));
            self.token(at).is_some_and(|t| {
                // "a goal of 12 million set by the club"
                let told = self.is(at + 1, &[words::BY]) && participle(t);
                t.has(class::GERUND) || is_finite(self.tables, t) || told
            })
        };
        if let Some(phrase) = phrase.filter(|p| p.len() > 1 || !verb(p.start)) {
            amount.last = phrase.end;
            amount.counted = Some(phrase);
        }
    }
}

/// The noun phrase that starts at a token, at most six words long: it ends at its first plural.
pub(crate) fn noun_phrase(
    text: &Text<'_>,
    tables: &Tables,
    start: usize,
    end: usize,
    nominal: impl Fn(&Token) -> bool,
) -> Option<Range<usize>> {
    let mut at = start;
    let mut plural = false;
    let mut quoted = 0;
    while at < end && at < start + 6 + quoted {
        let token = &text.tokens[at];
        // 'plans to build 100,000 new "affordable" homes'
        if token.is(words::QUOTE)
            && at > start
            && quoted < 2
            && !plural
            && text.tokens.get(at + 1).is_some_and(&nominal)
        {
            quoted += 1;
            at += 1;
            continue;
        }
        if !nominal(token) || at > start && token.gap > Gap::Space {
            break;
        }
        let word = text.words(at..at + 1);
        let is_plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") || token.has(class::PLURAL);
        let ends =
            plural && (!is_plural || token.has(class::GERUND)) || token.has(class::ADVERB) || is_finite(tables, token);
        let counts =
            tables.measures.number(token.word).is_some_and(|n| matches!(n.kind, NumberKind::Unit | NumberKind::Tens));
        if at > start && ends || counts {
            break;
        }
        plural |= is_plural;
        at += 1;
    }
    while at > start && (text.tokens[at - 1].has(class::ADVERB) || text.tokens[at - 1].is(words::QUOTE)) {
        at -= 1;
    }
    (at > start).then_some(start..at)
}

/// A past form that no noun shares: "3,000 people marched".
fn is_finite(tables: &Tables, token: &Token) -> bool {
    tables.verb_form(token.word).is_some_and(|v| v.form.has(Form::PAST) && !v.form.has(Form::BASE))
}
