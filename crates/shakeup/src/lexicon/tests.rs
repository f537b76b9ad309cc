//! What users add and take out.

use crate::{Extraction, Extractor, Lexicon};

fn read(lexicon: Lexicon, text: &str) -> Extraction {
    Extractor::builder().lexicon(lexicon).build().unwrap().extract(text)
}

fn with(table: &str, entry: &[&str]) -> Lexicon {
    Lexicon::builtin().with_entries(table, [entry]).unwrap()
}

fn changes(lexicon: Lexicon, text: &str) -> Vec<String> {
    read(lexicon, text).reassignments.iter().map(ToString::to_string).collect()
}

#[test]
fn a_users_frame_takes_the_place_of_those_built_in() {
    let text = "Governor Ann Lee retired on Monday.";
    assert_eq!(changes(Lexicon::builtin(), text), ["Ann Lee out as Governor: retired, Monday (actual)"]);
    let other = with("frames", &["retire", "verb", "in", "subject", "returned"]);
    assert_eq!(changes(other, text), ["Ann Lee in as Governor: returned, Monday (actual)"]);
    // Two lines of one's own for one phrase both stand.
    let own = [["retire", "verb", "out", "object", "dismissed"], ["retire", "verb", "in", "subject", "returned"]];
    let both = Lexicon::builtin().with_entries("frames", own).unwrap();
    assert_eq!(changes(both, text), ["Ann Lee in as Governor: returned, Monday (actual)"]);
}

#[test]
fn a_frame_is_taken_out_with_its_plural() {
    let gone = Lexicon::builtin().without("frames", ["retire", "resignation"]).unwrap();
    assert!(changes(gone.clone(), "Governor Ann Lee retired on Monday.").is_empty());
    assert!(changes(gone.clone(), "The resignation of Governor Ann Lee was a surprise.").is_empty());
    assert!(!changes(gone, "Governor Ann Lee resigned on Monday.").is_empty());
}

#[test]
fn a_post_may_be_added_changed_and_taken_out_with_its_plural() {
    let posts = |lexicon: Lexicon, text| -> Vec<String> {
        read(lexicon, text).roles.iter().map(|role| role.post.name.clone()).collect()
    };
    let text = "The quay was opened by harbour portwrights Ann Lee and Omar Diaz and by mayor Eva Brandt.";
    assert_eq!(posts(Lexicon::builtin(), text), ["mayor"]);
    let portwrights = with("posts", &["Harbour  Portwright", "government", "title"]);
    assert_eq!(posts(portwrights.clone(), text), ["harbour portwrights", "harbour portwrights", "mayor"]);
    assert_eq!(posts(portwrights.without("posts", ["harbour portwright", "Mayor"]).unwrap(), text), [""; 0]);
}

#[test]
fn a_users_place_and_unit_win() {
    let of = |lexicon| {
        read(lexicon, "Georgian President Ann Lee spoke.").roles[0].organization.as_ref().unwrap().name.clone()
    };
    assert_eq!(of(Lexicon::builtin()), "Georgia");
    assert_eq!(of(with("places", &["georgian", "demonym", "Old Georgia"])), "Old Georgia");
    let unit = |lexicon: Lexicon| read(lexicon, "The port moved 5 tonnes.").quantities[0].clone();
    assert_eq!((unit(Lexicon::builtin()).low, &*unit(Lexicon::builtin()).unit), (Some(5.0), "tonnes"));
    let tonnes = with("units", &["tonnes", "mass", "short tons", "[ston_av]", "", "1.1"]);
    assert_eq!((unit(tonnes.clone()).low, &*unit(tonnes).unit), (Some(5.5), "short tons"));
}

#[test]
fn what_makes_no_entry_is_named_by_its_number() {
    for (entries, place) in [
        ([["mayor", "government"], ["reeve", "nonsense"]], (2, 7)),
        ([["", "government"], ["reeve", "government"]], (1, 1)),
        ([["mayor", "government"], ["# reeve", "government"]], (2, 1)),
    ] {
        let error = Lexicon::builtin().with_entries("posts", entries).unwrap_err();
        assert_eq!(error.position(), Some(place), "{error}");
        assert_eq!(error.path().unwrap().to_str(), Some("posts.tsv"));
    }
    assert!(Lexicon::builtin().without("posts", ["-mayor"]).is_err());
    assert!(Lexicon::builtin().without("titles", ["mayor"]).is_err());
}

#[test]
fn the_lines_that_were_added_make_the_same_lexicon_elsewhere() {
    let lexicon = with("posts", &["harbour reeve", "government", "title"]).without("frames", ["retire"]).unwrap();
    let added: Vec<_> = lexicon.added().collect();
    assert_eq!(added, [("posts", "harbour reeve\tgovernment\ttitle\n"), ("frames", "-retire\n")]);
}

#[test]
fn every_table_forgets_an_entry_by_its_phrase() {
    for (table, phrase) in [
        ("posts", "mayor"),
        ("post_modifiers", "deputy"),
        ("organizations", "interpol"),
        ("organization_words", "agency"),
        ("places", "ohio"),
        ("frames", "resign"),
        ("verbs", "say"),
        ("given_names", "ann"),
        ("surnames", "lee"),
        ("person_words", "boss"),
        ("terms", "carter"),
        ("not_names", "hurricane"),
        ("common_words", "the"),
        ("units", "tonnes"),
        ("currencies", "euro"),
        ("abbreviations", "gov."),
    ] {
        Lexicon::builtin().without(table, [phrase]).unwrap_or_else(|error| panic!("{table}: {error}"));
    }
}
