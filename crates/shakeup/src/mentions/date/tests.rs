use super::*;

fn read(source: &str) -> Vec<(String, DateFound)> {
    let tables = Tables::builtin();
    let text = Text::new(source, &tables);
    find(&text, &tables).into_iter().map(|d| (text.words(d.tokens.clone()).to_owned(), d)).collect()
}

/// Every expression with its date, by the direction that its own sentence gives, seen from Thursday, 29 May 2025.
fn dates(source: &str) -> Vec<String> {
    let tables = Tables::builtin();
    let text = Text::new(source, &tables);
    let published = "2025-05-29".parse().ok();
    let show = |d: &DateFound| {
        let date = resolve(&d.when, published, direction(&text, &tables, d));
        format!("{}={}", text.words(d.tokens.clone()), date.map_or("?".to_owned(), |d| d.to_string()))
    };
    find(&text, &tables).iter().map(show).collect()
}

fn check(cases: &[(&str, &str)]) {
    for (source, wanted) in cases {
        assert_eq!(dates(source).join("; "), *wanted, "{source}");
    }
}

#[test]
fn whole_dates_are_read_as_america_britain_and_machines_write_them() {
    check(&[
        ("The board met on May 21, 2025.", "May 21, 2025=2025-05-21"),
        ("The board met on 21 May 2025.", "21 May 2025=2025-05-21"),
        ("The board met on the 21st of May 2025.", "the 21st of May 2025=2025-05-21"),
        ("The board met on Sept. 3, 2024.", "Sept. 3, 2024=2024-09-03"),
        ("The board met on 5/21/2025.", "5/21/2025=2025-05-21"),
        ("The board met on 21.5.2025.", "21.5.2025=2025-05-21"),
        ("The board met on 2025-05-21.", "2025-05-21=2025-05-21"),
        ("The board met on Wednesday, May 21, 2025.", "Wednesday, May 21, 2025=2025-05-21"),
        ("The board met in June 2014.", "June 2014=2014-06"),
        ("The board met in June of last year.", "June of last year=2024-06"),
        ("The board met on Feb. 30.", "Feb.=2025-02"),
    ]);
}

#[test]
fn days_without_a_year_lie_where_the_sentence_places_them() {
    check(&[
        ("Lee resigned on May 21.", "May 21=2025-05-21"),
        ("Lee will resign on June 1.", "June 1=2025-06-01"),
        ("Lee is expected to resign on Jan. 5.", "Jan. 5=2026-01-05"),
        ("Lee resigned on Dec. 5.", "Dec. 5=2024-12-05"),
        ("Her resignation is effective June 3.", "June 3=2025-06-03"),
        ("Lee resigned in January.", "January=2025-01"),
        ("Lee will resign in January.", "January=2026-01"),
        ("Lee left last January and returns next May.", "last January=2025-01; next May=2026-05"),
    ]);
}

#[test]
fn a_bare_weekday_is_back_in_reports_and_ahead_in_plans() {
    check(&[
        ("Lee resigned Thursday.", "Thursday=2025-05-29"),
        ("Lee resigned on Friday.", "Friday=2025-05-23"),
        ("Lee will resign on Friday.", "Friday=2025-05-30"),
        ("Lee resigned last Thursday.", "last Thursday=2025-05-22"),
        ("Lee will resign next Monday.", "next Monday=2025-06-02"),
        ("Lee will speak on Tuesday of next week.", "Tuesday of next week=2025-06-03"),
        ("Lee was named to succeed Diaz on Monday.", "Monday=2025-05-26"),
    ]);
}

#[test]
fn relative_units_keep_the_precision_of_their_unit() {
    check(&[
        ("Lee resigned yesterday.", "yesterday=2025-05-28"),
        ("Lee resigned last month.", "last month=2025-04"),
        ("Lee resigned two weeks ago.", "two weeks ago=2025-05-15"),
        ("Lee resigned three months ago.", "three months ago=2025-02"),
        ("Lee resigned 10 years ago.", "10 years ago=2015"),
        ("Lee resigned several years ago.", "several years ago=?"),
        ("Diaz won the one four years ago.", "four years ago=2021"),
        ("Lee resigned two and a half years ago.", "two and a half years ago=?"),
        ("Lee resigned nearly 10 years ago.", "10 years ago=?"),
        ("Lee resigned the day before yesterday.", "the day before yesterday=2025-05-27"),
        ("Lee will resign in two years.", "two years=2027"),
        ("Lee won for the first time in two years.", ""),
        ("Lee resigned last week.", "last week=2025-05"),
        ("Lee will stay for two years.", ""),
        ("A year later Lee resigned.", "A year later=?"),
        ("Lee must decide within 60 days.", "60 days=2025-07-28"),
        ("Lee resigned over the weekend.", "the weekend=2025-05"),
    ]);
}

#[test]
fn parts_give_the_longer_time_that_they_are_of() {
    check(&[
        ("Lee will leave early next year.", "early next year=2026"),
        ("Lee will leave at the end of June.", "the end of June=2025-06"),
        ("Lee will leave later this year.", "later this year=2025"),
        ("Lee will leave in mid-2026.", "mid-2026=2026"),
        ("Lee will leave by the end of the year.", "the end of the year=2025"),
        ("Lee will leave by year-end.", "year-end=2025"),
        ("Lee left in the third quarter of 2024.", "the third quarter of 2024=2024"),
        ("Lee left in the third quarter.", "the third quarter=?"),
        ("Lee left in the summer of 2019.", "the summer of 2019=2019".trim_start_matches("the ")),
        ("Profit rose in fiscal 2026.", "fiscal 2026=?"),
        ("It opens on the first Monday of October.", "the first Monday of October=2025-10-06"),
    ]);
}

#[test]
fn weeks_rests_and_days_in_words() {
    check(&[
        ("Lee will be away for the rest of the year.", "the rest of the year=2025"),
        ("Lee must decide by end of year.", "end of year=2025"),
        ("Lee will leave in the week beginning May 5, 2026.", "the week beginning May 5, 2026=2026-05"),
        ("Lee will leave on Friday after next.", "Friday after next=2025-06-06"),
        ("Lee will leave in the coming weeks.", "the coming weeks=?"),
        ("Lee left on the twenty second of June 2017.", "twenty second of June 2017=2017-06-22"),
        ("Lee will be away from the 13th to the 15th of July.", "the 13th=2025-07-13; the 15th of July=2025-07-15"),
        ("Lee will leave on 24th.", "24th=2025-06-24"),
        ("Lee will leave on Fri.", "Fri.=2025-05-30"),
        ("Lee will leave on MLK Day.", "MLK Day=2026-01-19"),
        ("Profit rose in the 2024 fiscal year.", "2024 fiscal year=?"),
        ("The trains run every other Friday.", ""),
        ("The polls closed at five (2100 UTC).", ""),
    ]);
}

#[test]
fn leads_and_ranges_say_from_when_until_when() {
    let leads = |source| read(source).into_iter().map(|(words, d)| (words, d.lead)).collect::<Vec<_>>();
    let one = |words: &str, lead| vec![(words.to_owned(), lead)];
    assert_eq!(leads("It wants 40 buses by 2030."), one("2030", Lead::By));
    assert_eq!(leads("No later than June 1, 2026, it ends."), one("June 1, 2026", Lead::By));
    assert_eq!(leads("She has led it since 2004."), one("2004", Lead::Since));
    assert_eq!(leads("He resigned effective immediately."), one("immediately", Lead::Effective));
    assert_eq!(leads("He resigned effective as of June 1."), one("June 1", Lead::Effective));
    assert_eq!(leads("She starts beginning Monday."), one("Monday", Lead::From));
    let range = |a: &str, b: &str| vec![(a.to_owned(), Lead::From), (b.to_owned(), Lead::Until)];
    assert_eq!(leads("She led it from 1996 to 2001."), range("1996", "2001"));
    assert_eq!(leads("Diaz (2004–2010) was mayor."), range("2004", "2010"));
    assert_eq!(leads("It ran between 1996 and 2001."), range("1996", "2001"));
    check(&[
        ("It ran from March to May 2019.", "March=2019-03; May 2019=2019-05"),
        ("It ran from Nov. 5 to Jan. 3, 2019.", "Nov. 5=2018-11-05; Jan. 3, 2019=2019-01-03"),
        ("It ran on March 3-5, 2019.", "March 3=2019-03-03; 5, 2019=2019-03-05"),
        ("It was paid for the 2024-25 season.", "2024=2024; 25=2025"),
    ]);
}

#[test]
fn words_that_only_look_like_dates_are_none() {
    for source in [
        "The mayor may resign and may not return.",
        "Thousands march on the capital.",
        "The March on Washington was large.",
        "The second man was Theresa May.",
        "Lee, appointed by May, left; Theresa May thanked her.",
        "June Smith and April Ryan spoke.",
        "He reads the Sunday Times and USA Today.",
        "On Super Tuesday she won.",
        "The sun rose and he sat.",
        "By 2000 votes she lost.",
        "The plant makes 2,000 cars and has 1950 workers.",
        "It costs $2015 a seat under Agenda 2030.",
        "Prices fall; they spring back.",
        "Her last day and her last year in office were quiet.",
        "He is 52 and left after two terms.",
        "The trains run every Monday.",
        "The bill at the end of the day is small.",
    ] {
        assert_eq!(dates(source), [""; 0], "{source}");
    }
    check(&[
        ("It was sold in March for $2 million.", "March=2025-03"),
        ("Theresa May resigned in May.", "May=2025-05"),
        ("May 21 was her last day.", "May 21=2025-05-21"),
        ("The coup d’État was on May 21.", "May 21=2025-05-21"),
        ("In March, workers may march.", "March=2026-03"),
    ]);
}

#[test]
fn relative_dates_are_text_without_a_publication_date() {
    for (_, found) in read("Lee resigned on Monday, last month, in May, two weeks ago and effective immediately.") {
        assert_eq!(resolve(&found.when, None, Direction::Unknown), None);
    }
}

#[test]
fn the_texts_own_date_is_found_near_its_top() {
    let tables = Tables::builtin();
    let own = |source| {
        let text = Text::new(source, &tables);
        dateline(&text, &find(&text, &tables), &tables).map(|(_, date)| date.to_string())
    };
    assert_eq!(
        own("Mayor resigns\n\nWASHINGTON, March 3, 2024 (Wire) – The mayor resigned.").as_deref(),
        Some("2024-03-03")
    );
    assert_eq!(own("NEW YORK, Sept. 3, 2024 /Wire/ -- Acme named a chief.").as_deref(), Some("2024-09-03"));
    let report = "FORM 8-K\n\nDate of Report (Date of earliest event reported): November 7, 2018\n\nAcme said.";
    assert_eq!(own(report).as_deref(), Some("2018-11-07"));
    assert_eq!(own("Mayor resigns\nJune 2, 2021\nThe mayor resigned.").as_deref(), Some("2021-06-02"));
    assert_eq!(own("The mayor resigned on March 3, 2024 in Ohio."), None);
}

#[test]
fn chains_without_end_are_read_in_linear_time() {
    for piece in [
        "the last week of ",
        "the end of the first week of ",
        "May to ",
        "1990-",
        "a year after tomorrow and ",
        "Thursday, ",
    ] {
        let found = read(&piece.repeat(20_000));
        assert!(found.len() <= 60_000);
    }
}

#[test]
fn no_text_makes_it_panic_and_nothing_overlaps() {
    let tables = Tables::builtin();
    let pieces = [
        "May",
        "may",
        "21",
        "'04",
        "the",
        "of",
        "end",
        "-",
        "/",
        "2025",
        ",",
        ".",
        "Thursday",
        "last",
        "next",
        "week",
        "ago",
        "two",
        "in",
        "first",
        "quarter",
        "é",
        "\n",
        "\n\n",
        "1990s",
        "s",
        "Q3",
        "fiscal",
        "mid-June",
        "to",
        "and",
        "Sept.",
        "’",
        "(",
        "99/99/9999",
        "2025-13-45",
        "0000",
        "yesterday",
        "day",
        "before",
        "a",
        "th",
        "31st",
        "christmas",
        "spring",
        "from",
        "effective",
        "immediately",
    ];
    let mut state = 1u64;
    for _ in 0..3000 {
        let mut source = String::new();
        for _ in 0..14 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            source.push_str(pieces[(state >> 33) as usize % pieces.len()]);
            if state >> 62 != 0 {
                source.push(' ');
            }
        }
        let text = Text::new(&source, &tables);
        let found = find(&text, &tables);
        for pair in found.windows(2) {
            assert!(pair[0].tokens.end <= pair[1].tokens.start, "{source:?}: {pair:?}");
        }
        for date in &found {
            assert!(!date.tokens.is_empty() && date.tokens.end <= text.tokens.len(), "{source:?}: {date:?}");
            for direction in [Direction::Past, Direction::Future, Direction::Unknown] {
                for published in ["2025-05-29", "2024-02", "9999-12-31", "0001-01-01", "2025"] {
                    resolve(&date.when, published.parse().ok(), direction);
                }
            }
        }
        let offsets = Offsets::new(&source);
        mentions(&text, &offsets, &found, None, |_| Direction::Unknown);
        dateline(&text, &found, &tables);
    }
}
