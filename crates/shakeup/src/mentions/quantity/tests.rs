//! Amounts by their words, and units that a user adds.

use super::*;
use crate::{Extractor, Lexicon, QuantityKind};

fn amounts(source: &str) -> Vec<(Amount, Option<String>)> {
    let tables = Tables::builtin();
    let text = Text::new(source, &tables);
    let found = find(&text, &tables);
    found.into_iter().map(|a| (a.clone(), a.counted.map(|c| text.words(c).to_owned()))).collect()
}

fn only(source: &str) -> (Amount, Option<String>) {
    let mut found: Vec<_> = amounts(source).into_iter().filter(|a| a.0.is_amount()).collect();
    assert_eq!(found.len(), 1, "{source}");
    found.remove(0)
}

#[test]
fn units_are_iso_codes_percent_words_or_counts() {
    for (source, unit) in [
        ("It cost $3.5 billion.", "USD"),
        ("It cost €1.5bn.", "EUR"),
        ("It cost Â£960m.", "GBP"),
        ("It cost 150 mln dlrs.", "USD"),
        ("It cost 20 mln stg.", "GBP"),
        ("It cost A$500m.", "AUD"),
        ("It cost 4 mln Swiss francs.", "CHF"),
        ("It grew 3.4 pct.", "percent"),
        ("It grew 25 basis points.", "basis points"),
        ("They ship 2,400 tonnes.", "tonnes"),
        ("They pump 1.2 mln bpd.", "barrels"),
        ("They built 40 new buses.", "count"),
    ] {
        assert_eq!(&*only(source).0.unit, unit, "{source}");
    }
}

#[test]
fn bounds_set_one_end() {
    for (source, comparator, low, high) in [
        ("at least 40 buses", Comparator::Ge, Some(40.0), None),
        ("a “minimum” of 3,000 arrests", Comparator::Ge, Some(3000.0), None),
        ("no more than 15,000 refugees", Comparator::Le, None, Some(15000.0)),
        ("up to 50 guests", Comparator::Le, None, Some(50.0)),
        ("fewer than 50 guests", Comparator::Lt, None, Some(50.0)),
        ("more than 50 guests", Comparator::Gt, Some(50.0), None),
        ("about 50 guests", Comparator::Approx, Some(50.0), Some(50.0)),
        ("50 or more guests", Comparator::Ge, Some(50.0), None),
        ("between 20 and 30 planes", Comparator::Range, Some(20.0), Some(30.0)),
        ("40 to 45 percent", Comparator::Range, Some(40.0), Some(45.0)),
        ("$3-5 million", Comparator::Range, Some(3e6), Some(5e6)),
        ("50 guests", Comparator::Eq, Some(50.0), Some(50.0)),
    ] {
        let (amount, _) = only(source);
        assert_eq!((amount.comparator, amount.low, amount.high), (comparator, low, high), "{source}");
    }
}

#[test]
fn rates_stand_after_the_number_the_noun_or_a_short_phrase() {
    for (source, period, counted) in [
        ("3,000 arrests per day", Some("day"), Some("arrests")),
        ("280 mln kilos of tea a year", Some("year"), None),
        ("$35 billion in bonds each month", Some("month"), None),
        ("900 daily inspections", Some("day"), Some("inspections")),
        ("two bags per household per week", Some("week"), Some("bags")),
        ("74 mln dlrs a year ago", None, None),
        ("the 40-parcel quota", None, Some("parcel")),
    ] {
        let (amount, noun) = only(source);
        assert_eq!((amount.period.as_deref(), noun.as_deref()), (period, counted), "{source}");
    }
}

#[test]
fn an_abbreviated_scale_takes_the_unit_of_the_number_before() {
    let found = amounts("Profit was 12.4 mln dlrs, up from 9.8 mln.");
    assert_eq!((&*found[1].0.unit, found[1].0.low), ("USD", Some(9.8e6)));
}

#[test]
fn dates_ages_scores_and_names_are_no_quantities() {
    for source in [
        "in May 2024",
        "by 2030",
        "on May 14",
        "Ada Kroll, 44, left",
        "a 44-year-old man",
        "won 3-1 at home",
        "call 555-0142",
        "at 7:30 p.m.",
        "under Section 1512",
        "Pilots liked the old Falcon 900.",
        "at 1400 Mill Road",
        "the 1980s",
        "on page 12",
    ] {
        assert!(amounts(source).iter().all(|a| !a.0.is_amount()), "{source}: {:?}", amounts(source));
    }
}

#[test]
fn a_converted_sum_in_brackets_is_an_aside() {
    let found = amounts("It offered £960m ($1.8bn) for it.");
    assert_eq!((found[0].0.reads, found[1].0.reads), (Reads::Amount, Reads::Aside));
}

#[test]
fn no_text_panics() {
    let pieces = [
        "~", "<", ">", "USD115", "°C", "²", "MM", "½", "point", "minus", "or", "in", "couple", "six-mile", "(", ")",
        "1.5C", "$", "1", "1,,", "-", "to", "a", "half", "and", "million", "per", "day", "%", "between", "’", "é",
        "\n\n", "/", "2", "(",
    ];
    let mut state = 7usize;
    for _ in 0..400 {
        let mut source = String::new();
        for _ in 0..12 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            source.push_str(pieces[(state >> 33) % pieces.len()]);
            if state & (1 << 20) > 0 {
                source.push(' ');
            }
        }
        amounts(&source);
    }
}

/// The quantities of a text as an extractor with more lines in one table gives them.
fn with_lines(table: &str, lines: &str, source: &str) -> Vec<Quantity> {
    let lexicon = Lexicon::builtin().with_tsv(table, lines).unwrap();
    Extractor::builder().lexicon(lexicon).build().unwrap().extract(source).quantities
}

#[test]
fn a_users_unit_is_read_and_overrides_a_built_in_one() {
    let source = "They shipped 40 skeps a day and 90 tons of tea.";
    let plain = Extractor::new().extract(source).quantities;
    assert_eq!((&*plain[0].unit, plain[0].counted.as_deref()), ("count", Some("skeps")));
    assert_eq!((&*plain[1].unit, plain[1].ucum.as_deref()), ("tons", Some("[ston_av]")));

    let lines = "skep\tvolume\tskeps\nskeps\tvolume\tskeps\ntons\tmass\ttonnes\tt\n";
    let found = with_lines("units", lines, source);
    assert_eq!(
        (found[0].kind, &*found[0].unit, found[0].period.as_deref()),
        (QuantityKind::Volume, "skeps", Some("day"))
    );
    assert_eq!((&*found[1].unit, found[1].ucum.as_deref()), ("tonnes", Some("t")));
}

#[test]
fn a_users_unit_can_be_a_multiple_of_another() {
    let found = with_lines("units", "boatload\tmass\ttonnes\tt\t\t250\n", "One boatload arrived.");
    assert_eq!((found[0].low, &*found[0].unit), (Some(250.0), "tonnes"));
}

#[test]
fn a_users_currency_overrides_a_built_in_one_and_a_unit_can_be_taken_out() {
    let found = with_lines(
        "currencies",
        "dollars\tword\tCAD\nzorkmids\tword\tZRK\n",
        "It cost 5 million dollars or 900 zorkmids.",
    );
    assert_eq!((&*found[0].unit, &*found[1].unit), ("CAD", "ZRK"));
    let found = with_lines("units", "-stone\n-stones\n", "They cut 40 stone steps.");
    assert_eq!((&*found[0].unit, found[0].counted.as_deref()), ("count", Some("stone steps")));
}
