//! Units made of units: powers, "km^2", products, "N·m", and quotients, "tonnes per ha".

use super::Finder;
use super::unit::Unit;
use crate::lexicon::{UnitKind, UnitSense, words};
use crate::text::Shape;

/// A unit inside another one, raised to its power, and where it ends.
struct Factor<'r> {
    sense: &'r UnitSense,
    power: i32,
    last: usize,
}

impl<'r> Finder<'r, '_> {
    /// The unit at a token with what raises, multiplies and divides it: "20 J/m^2", "5 kg·m", "3 tonnes per ha". A symbol that
    /// is a unit only among others, the J of "J/m^2", is none alone.
    pub(super) fn compound(&self, at: usize, length: usize, sense: &'r UnitSense) -> Option<Unit> {
        const FACTORS: usize = 3;
        let mut unit = Unit::measure(sense, at + length);
        let part = sense.kind == UnitKind::Part;
        if part && self.word(at) != sense.ucum.as_deref()? {
            return None;
        }
        if !(part || sense.kind.is_physical()) || sense.kind == UnitKind::Temperature {
            return Some(unit);
        }
        if part {
            unit.kind = Some(UnitKind::Physical);
        }
        let mut whole = !part;
        if let Some((power, last)) = self.power(unit.last).filter(|_| sense.factor == 1.0) {
            unit = Unit { last, ..raised(unit, power) };
            whole = true;
        }
        for _ in 0..FACTORS {
            if self.is_rate(unit.last) {
                whole |= part; // "5 W/min"
                break;
            }
            let next = match self.divisor(unit.last) {
                Some(divisor) => divided(unit.clone(), &divisor),
                None => match self.multiplier(at, &unit) {
                    Some(multiplier) => multiplied(unit.clone(), &multiplier),
                    None => break,
                },
            };
            unit = next;
            whole = true;
        }
        whole.then_some(unit)
    }

    /// "per day" and "/min" are rates, and no parts of a unit.
    fn is_rate(&self, at: usize) -> bool {
        let rest = self.text.tokens.get(at..self.sentence.last).unwrap_or(&[]);
        let rate = self.tables.measures.units.longest(rest.iter().map(|t| t.word));
        rate.is_some_and(|(_, u)| u.kind == UnitKind::Rate)
    }

    fn divisor(&self, at: usize) -> Option<Factor<'r>> {
        self.is(at, &[words::PER, words::SLASH]).then(|| self.factor(at + 1)).flatten()
    }

    /// "N·m"; with no more than a space both are written as symbols: "45 J s", "3 kW h".
    fn multiplier(&self, first: usize, unit: &Unit) -> Option<Factor<'r>> {
        let at = unit.last;
        if matches!(self.word(at), "·" | "⋅" | "∙") {
            return self.factor(at + 1);
        }
        let symbol = |at: usize, ucum: Option<&str>| Some(self.word(at)) == ucum;
        let fits = unit.kind == Some(UnitKind::Physical) && at == first + 1 && symbol(first, unit.ucum.as_deref());
        let factor = fits.then(|| self.factor(at)).flatten()?;
        (factor.last == at + 1 && symbol(at, factor.sense.ucum.as_deref())).then_some(factor)
    }

    /// A unit of length or time, or another physical one, with its power: "m^2", "s2".
    fn factor(&self, at: usize) -> Option<Factor<'r>> {
        let rest = self.text.tokens.get(at..self.sentence.last)?;
        let units = &self.tables.measures.units;
        let (length, sense, power) = match units.longest(rest.iter().map(|t| t.word)) {
            Some((length, sense)) => (length, sense, None),
            None => {
                let (stem, power) = [("2", 2), ("²", 2), ("3", 3), ("³", 3)]
                    .iter()
                    .find_map(|(mark, power)| Some((self.word(at).strip_suffix(mark)?, *power)))?;
                let word = self.tables.word(stem.to_ascii_lowercase().as_bytes());
                (1, units.longest([word].into_iter())?.1, Some((power, at + 1)))
            }
        };
        let (power, last) = power.or_else(|| self.power(at + length)).unwrap_or((1, at + length));
        let symbol = || power != 1 || length > 1 || self.word(at) == sense.ucum.as_deref().unwrap_or_default();
        let fits = match sense.kind {
            UnitKind::Part => symbol(),
            UnitKind::Time => true,
            kind => kind.is_physical(),
        };
        (fits && sense.factor == 1.0).then_some(Factor { sense, power, last })
    }

    /// The power at a token, and where it ends: "km^2", "fb−1", "s⁻¹".
    fn power(&self, at: usize) -> Option<(i32, usize)> {
        let caret = usize::from(self.word(at) == "^");
        let minus = usize::from(match self.word(at + caret) {
            "−" | "⁻" => self.touches(at + caret),
            "-" => caret > 0,
            _ => false,
        });
        let digit = at + caret + minus;
        let power = match self.word(digit) {
            "1" | "¹" if minus > 0 => 1,
            "2" | "²" => 2,
            "3" | "³" => 3,
            _ => return None,
        };
        let superscript = self.token(digit).is_some_and(|t| t.shape != Shape::Number);
        let sign = if minus > 0 { -1 } else { 1 };
        (caret + minus > 0 || superscript).then_some((sign * power, digit + 1))
    }
}

/// "square meters", "cubic meters", "inverse meters", with the power in the UCUM code.
fn raised(unit: Unit, power: i32) -> Unit {
    let inverse = if power < 0 { "inverse " } else { "" };
    let degree = match power.abs() {
        2 => "square ",
        3 => "cubic ",
        _ => "",
    };
    let kind = match (unit.kind, power) {
        (Some(UnitKind::Length), 2) => UnitKind::Area,
        (Some(UnitKind::Length), 3) => UnitKind::Volume,
        _ => UnitKind::Physical,
    };
    let name = format!("{inverse}{degree}{}", unit.name).into();
    let ucum = unit.ucum.as_deref().map(|code| format!("{code}{power}").into());
    Unit { name, ucum, kind: Some(kind), size: 0.0, ..unit }
}

fn multiplied(unit: Unit, factor: &Factor<'_>) -> Unit {
    let other = raised_factor(factor);
    let name = format!("{}-{}", singular(&unit.name), other.name).into();
    let ucum = unit.ucum.as_deref().zip(other.ucum).map(|(a, b)| format!("{a}.{b}").into());
    Unit { name, ucum, kind: Some(UnitKind::Physical), size: 0.0, last: factor.last, ..unit }
}

fn divided(unit: Unit, factor: &Factor<'_>) -> Unit {
    let other = raised_factor(factor);
    let name = format!("{} per {}", unit.name, singular(&other.name)).into();
    let ucum = unit.ucum.as_deref().zip(other.ucum).map(|(a, b)| format!("{a}/{b}").into());
    Unit { name, ucum, kind: Some(UnitKind::Physical), size: 0.0, last: factor.last, ..unit }
}

fn raised_factor(factor: &Factor<'_>) -> Unit {
    let unit = Unit::measure(factor.sense, factor.last);
    if factor.power == 1 { unit } else { raised(unit, factor.power) }
}

/// "per square meter", "per inch", "per foot"
fn singular(name: &str) -> String {
    match name.strip_suffix("feet") {
        Some(head) => format!("{head}foot"),
        None => name
            .strip_suffix("ches")
            .map_or_else(|| name.strip_suffix('s').unwrap_or(name).to_owned(), |head| format!("{head}ch")),
    }
}
