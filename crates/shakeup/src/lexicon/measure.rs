//! Numbers, units, money and the words that make a target of a number: the values behind those tables.

use super::class::{self, Class};
use super::compile::{Fault, Tables, kind};
use super::inflect::{self, Form};
use super::phrases::{IdMap, Phrases};
use super::sense::kinds;
use super::tsv::Line;
use super::vocabulary::WordId;
use crate::record::{Change, Comparator, Realis};

kinds! {
    /// What a number word does in a number.
    NumberKind {
        Unit = "unit", Tens = "tens", Hundred = "hundred", Scale = "scale", Letter = "letter", Vague = "vague", Group = "group",
        Fraction = "fraction", Part = "part", Ordinal = "ordinal", Multiply = "multiply", Times = "times",
        Minus = "minus", Point = "point", Pair = "pair",
    }
}

/// A number word: "dozen" is a group of 12.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct NumberSense {
    pub(crate) kind: NumberKind,
    pub(crate) value: f64,
}

/// Words that bound a number: "at least".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bound(pub(crate) Comparator);

kinds! {
    /// What a unit measures; a rate is no unit but the period of one, "per day", or its share, "per barrel"; a part is a symbol
    /// that is a unit only among others, as it is written: the J of "J/m^2".
    UnitKind {
        Percent = "percent", Times = "times", Time = "time", Length = "length", Area = "area", Volume = "volume",
        Mass = "mass", Speed = "speed", Temperature = "temperature", Physical = "physical", Rate = "rate",
        Per = "per", Part = "part",
    }
}

impl UnitKind {
    /// A unit of a thing, not of time or of a part.
    pub(crate) fn is_physical(self) -> bool {
        !matches!(
            self,
            UnitKind::Percent | UnitKind::Times | UnitKind::Time | UnitKind::Rate | UnitKind::Per | UnitKind::Part
        )
    }
}

/// A unit of measure, or a rate.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UnitSense {
    pub(crate) kind: UnitKind,
    /// The unit in words; for a rate the period, for a share what it is of.
    pub(crate) name: Box<str>,
    pub(crate) ucum: Option<Box<str>>,
    /// The period that the unit holds: "bpd" is barrels per day.
    pub(crate) period: Option<Box<str>>,
    pub(crate) factor: f64,
    /// How large the unit is among its kind; 0 where it joins no smaller one.
    pub(crate) size: f64,
}

kinds! {
    /// Where a word for money stands.
    MoneyKind { Symbol = "symbol", Code = "code", Sure = "sure", Word = "word", Ambiguous = "ambiguous", }
}

/// A currency.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MoneySense {
    pub(crate) kind: MoneyKind,
    /// ISO 4217
    pub(crate) code: Box<str>,
    pub(crate) factor: f64,
}

kinds! {
    /// What a word does to a number near it; `targets.tsv` says what each means.
    CueClass {
        Intent = "intent", Expect = "expect", Need = "need", Order = "order", Give = "give", Change = "change", Move = "move",
        Do = "do", Act = "act", Reach = "reach", Cap = "cap", Set = "set", Exceed = "exceed", Stop = "stop", Fact = "fact",
        Goal = "goal", Ceiling = "ceiling", Floor = "floor", Plan = "plan", Promise = "promise", Shift = "shift",
        Possible = "possible", Denied = "denied", Limiting = "limiting", Person = "person", Metric = "metric",
        Holding = "holding", Allowing = "allowing", Requiring = "requiring", Standing = "standing", Imposed = "imposed",
        Own = "own", Relating = "relating", Side = "side", Sum = "sum", More = "more", Gift = "gift", Earlier = "earlier",
        Against = "against", Equal = "equal", Reaching = "reaching", Bent = "bent", Wish = "wish", Hearsay = "hearsay", Vow = "vow",
        Ergative = "ergative", Slated = "slated", Company = "company", Plain = "plain", Attain = "attain", Timed = "timed",
        Told = "told", Promised = "promised", Quota = "quota", Dealt = "dealt", Others = "others", Worth = "worth", Aimed = "aimed", Settle = "settle", Chance = "chance", Flow = "flow", Yearly = "yearly", Law = "law", Facing = "facing", Wage = "wage", Funding = "funding", Penalty = "penalty", Budget = "budget", Going = "going", Present = "present", Cannot = "cannot", Unless = "unless", Getting = "getting", Then = "then", Can = "can", Keep = "keep", Emitted = "emitted", Stake = "stake", Binding = "binding", SoFar = "sofar", Extreme = "extreme", Figure = "figure", Single = "single", Fiscal = "fiscal", Mouthpiece = "mouthpiece", Scheme = "scheme", Ban = "ban", Market = "market", Decreed = "decreed", Reward = "reward", Player = "player", Gauge = "gauge", Aspect = "aspect", AsWell = "aswell", Paid = "paid", Holds = "holds", Granting = "granting",
    }
}

/// One sense of a word that matters to targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cue {
    pub(crate) class: CueClass,
    /// Of a verb; empty for nouns and other words.
    pub(crate) form: Form,
    pub(crate) change: Option<Change>,
    pub(crate) realis: Option<Realis>,
    /// A verb of buying and selling.
    pub(crate) trade: bool,
}

/// The tables of quantities and targets.
#[derive(Debug, Clone)]
pub(crate) struct Measures {
    pub(crate) numbers: IdMap<u32, NumberSense>,
    pub(crate) before: Phrases<Bound>,
    pub(crate) after: Phrases<Bound>,
    pub(crate) units: Phrases<UnitSense>,
    pub(crate) money: Phrases<MoneySense>,
    pub(crate) cues: Phrases<Vec<Cue>>,
}

impl Default for Measures {
    fn default() -> Measures {
        Measures {
            numbers: IdMap::default(),
            before: Phrases::new(),
            after: Phrases::new(),
            units: Phrases::new(),
            money: Phrases::new(),
            cues: Phrases::new(),
        }
    }
}

impl Measures {
    pub(crate) fn number(&self, word: WordId) -> Option<NumberSense> {
        self.numbers.get(&word.0).copied()
    }
}

fn optional_by<K>(line: &Line<'_>, column: usize, read: impl Fn(&str) -> Option<K>) -> Result<Option<K>, Fault> {
    match line.column(column) {
        "" => Ok(None),
        word => read(word).map(Some).ok_or_else(|| (column, format!("unknown value {word:?}"))),
    }
}

fn factor(line: &Line<'_>, column: usize) -> Result<f64, Fault> {
    match line.column(column) {
        "" => Ok(1.0),
        digits => {
            let number = digits.parse().ok().filter(|number: &f64| number.is_finite());
            number.ok_or_else(|| (column, format!("{digits:?} is no number")))
        }
    }
}

impl Tables {
    pub(super) fn number_line(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let words = self.intern_phrase(line.phrase);
        let side = line.column(1);
        if side == "before" || side == "after" {
            let comparator = kind(line, 2, Comparator::from_word, "eq ge le gt lt approx range")?;
            let table = if side == "before" { &mut self.measures.before } else { &mut self.measures.after };
            *table.entry(&words) = (!line.removes).then_some(Bound(comparator));
            return Ok(());
        }
        let kind = kind(line, 1, NumberKind::from_word, NumberKind::WORDS)?;
        let value = factor(line, 2)?;
        if line.removes {
            self.measures.numbers.remove(&words[0].0);
            return Ok(());
        }
        self.measures.numbers.insert(words[0].0, NumberSense { kind, value });
        if matches!(kind, NumberKind::Scale | NumberKind::Letter) {
            let stopped = self.intern(&format!("{}.", line.phrase)); // "4 mln."
            self.measures.numbers.insert(stopped.0, NumberSense { kind, value });
            self.add_class(stopped, class::NUMERAL);
        }
        let class = match kind {
            NumberKind::Letter | NumberKind::Minus | NumberKind::Point | NumberKind::Pair => Class::NONE,
            NumberKind::Ordinal => class::ORDINAL,
            _ => class::NUMBER_WORD,
        };
        let class = class.or(class::NUMERAL);
        self.add_class(words[0], class);
        if kind == NumberKind::Multiply {
            for (word, form) in inflect::verb_forms(line.phrase, None) {
                let word = self.intern(&word);
                let gerund = if form.has(Form::GERUND) { class::GERUND } else { Class::NONE };
                self.add_class(word, class.or(gerund));
                self.measures.numbers.insert(word.0, NumberSense { kind, value });
            }
        }
        Ok(())
    }

    pub(super) fn unit_line(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        if line.removes {
            let words = self.intern_phrase(line.phrase);
            self.with_stop(line.phrase, words).iter().for_each(|words| self.measures.units.remove(words));
            return Ok(());
        }
        let kind = kind(line, 1, UnitKind::from_word, UnitKind::WORDS)?;
        let words = self.intern_phrase(line.phrase);
        let optional = |column: usize| Some(line.column(column)).filter(|c| !c.is_empty()).map(Into::into);
        let size = if line.column(6).is_empty() { 0.0 } else { factor(line, 6)? };
        let name = line.column(2).into();
        let sense = UnitSense { kind, name, ucum: optional(3), period: optional(4), factor: factor(line, 5)?, size };
        if sense.name.is_empty() {
            return Err((2, "the unit's name is missing".to_owned()));
        }
        if kind == UnitKind::Part {
            self.measures.units.insert(&words, sense); // no class: "J" is an initial
            return Ok(());
        }
        for words in self.with_stop(line.phrase, words) {
            self.add_class(words[0], class::UNIT);
            self.measures.units.insert(&words, sense.clone());
        }
        Ok(())
    }

    pub(super) fn currency_line(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        if line.removes {
            let words = self.intern_phrase(line.phrase);
            self.with_stop(line.phrase, words).iter().for_each(|words| self.measures.money.remove(words));
            return Ok(());
        }
        let kind = kind(line, 1, MoneyKind::from_word, MoneyKind::WORDS)?;
        let code = line.column(2);
        if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err((2, format!("{code:?} is no ISO 4217 code")));
        }
        let words = self.intern_phrase(line.phrase);
        let sense = MoneySense { kind, code: code.into(), factor: factor(line, 3)? };
        for words in self.with_stop(line.phrase, words) {
            self.add_class(words[0], class::CURRENCY);
            self.measures.money.insert(&words, sense.clone());
        }
        Ok(())
    }

    /// The phrase, and for an abbreviation the same with a full stop: "pct."
    fn with_stop(&mut self, phrase: &str, words: Vec<WordId>) -> Vec<Vec<WordId>> {
        let short =
            phrase.rsplit(' ').next().is_some_and(|w| w.len() <= 4 && w.bytes().all(|b| b.is_ascii_alphabetic()));
        if !short {
            return vec![words];
        }
        let stopped = self.intern_phrase(&format!("{phrase}."));
        vec![words, stopped]
    }

    pub(super) fn target_line(&mut self, line: &Line<'_>) -> Result<(), Fault> {
        let class = kind(line, 2, CueClass::from_word, CueClass::WORDS)?;
        let trade = line.column(3) == "trade";
        let effect =
            |w: &str| Change::from_word(w).map(Some).or((trade || Realis::from_word(w).is_some()).then_some(None));
        let change = optional_by(line, 3, effect)?.flatten();
        let realis = Realis::from_word(line.column(3));
        let (first, rest) = line.phrase.split_once(' ').map_or((line.phrase, ""), |(f, r)| (f, r));
        let surfaces: Vec<(String, Form)> = match line.column(1) {
            "verb" => {
                let irregular = self.irregular_of(first);
                let irregular = irregular.as_ref().map(|(past, participle)| (&**past, &**participle));
                let phrase = |head: String| if rest.is_empty() { head } else { format!("{head} {rest}") };
                inflect::verb_forms(first, irregular).into_iter().map(|(w, f)| (phrase(w), f)).collect()
            }
            "noun" => vec![(line.phrase.to_owned(), Form::default()), (inflect::with_s(line.phrase), Form::default())],
            "word" => vec![(line.phrase.to_owned(), Form::default())],
            other => return Err((1, format!("verb, noun or word belongs here, not {other:?}"))),
        };
        for (phrase, form) in surfaces {
            let words = self.intern_phrase(&phrase);
            self.add_class(words[0], class::TARGET_CUE);
            let cues = self.measures.cues.entry(&words).get_or_insert_default();
            let noun = form == Form::default();
            let known = cues.iter().position(|c| c.class == class && (c.form == Form::default()) == noun);
            match (known, line.removes) {
                (Some(at), true) => drop(cues.remove(at)),
                (Some(at), false) => cues[at].form.0 |= form.0,
                (None, true) => {}
                (None, false) => cues.push(Cue { class, form, change, realis, trade }),
            }
        }
        Ok(())
    }

    fn irregular_of(&self, lemma: &str) -> Option<(Box<str>, Box<str>)> {
        self.irregular.get(&self.word(lemma.as_bytes()).0).cloned()
    }
}
