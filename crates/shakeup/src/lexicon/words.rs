//! The few words that rules name one by one, mostly prepositions. They have fixed numbers, interned before all others.

use super::vocabulary::WordId;

macro_rules! words {
    ($($name:ident $word:literal,)+) => {
        #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
        enum Place { UNKNOWN, $($name,)+ }
        const _: u32 = Place::UNKNOWN as u32;
        $(pub(crate) const $name: WordId = WordId(Place::$name as u32);)+
        /// The words in the order of their numbers.
        pub(super) const ALL: &[&str] = &[$($word),+];
    };
}

words! {
    AS "as", OF "of", TO "to", AT "at", BY "by", FROM "from", FOR "for", IN "in", ON "on", WITH "with", INTO "into",
    UNDER "under", OVER "over", AFTER "after", BEFORE "before", SINCE "since", UNTIL "until", DURING "during",
    THE "the", A "a", AN "an", AND "and", OR "or", AMPERSAND "&", BUT "but", THAT "that", WHICH "which", WHO "who",
    WHOM "whom", WHOSE "whose", NOT "not", NT "n't", S "'s", APOSTROPHE "'", BE "be", IS "is", WAS "was", BEEN "been",
    COMMA ",", STOP ".", COLON ":", SEMICOLON ";", DASH "-", EN_DASH "–", EM_DASH "—", TWO_DASHES "--",
    OPEN "(", CLOSE ")", OPEN_SQUARE "[", CLOSE_SQUARE "]", QUOTE "\"", QUESTION "?", EXCLAMATION "!", ELLIPSIS "…",
    THREE_DOTS "...", LESS "<", GREATER ">", SLASH "/", PERCENT "%", DOLLAR "$", HASH "#", STAR "*", BULLET "•",
    HIS "his", HER "her", HIM "him", HE "he", SHE "she", LONGER "longer", THEIR "their", ITS "its", WILL "will", WOULD "would", COULD "could", MAY "may", MIGHT "might",
    SHOULD "should", MUST "must", CAN "can", SHALL "shall", HAVE "have", HAS "has", HAD "had", DO "do", NO "no",
    IF "if", WHETHER "whether", BOTH "both", EITHER "either", NEITHER "neither", THAN "than", UP "up", DOWN "down",
    OUT "out", RESPECTIVELY "respectively", POST "post", POSITION "position", JOB "job", ROLE "role", SEAT "seat",
    OFFICE "office", TITLE "title", HELM "helm", AGE "age", AGED "aged", YEAR_OLD "year-old", YEARS "years", OLD "old", MEMBER "member",
    MEMBERS "members", NAMED "named", CALLED "called", IT "it", THIS "this", HERE "here", THERE "there",
    EX "ex", EX_DASH "ex-", THEN "then", THEN_DASH "then-", ELECT "elect", DASH_ELECT "-elect", DASH_DESIGNATE "-designate",
    PREDECESSOR "predecessor", SUCCESSOR "successor", REPLACEMENT "replacement", BOARD "board", DIRECTORS "directors",
    D "d", R "r", I "i", PER "per", EACH "each", EVERY "every", BETWEEN "between", THROUGH "through", ABOUT "about",
    WITHIN "within", AGAINST "against",
    NEITHER_NOR "nor", WHILE "while", WHEN "when", WHERE "where", BECAUSE "because", AMONG "among", FOLLOWING "following", ACCORDING "according", INCLUDING "including", NEXT "next", LAST "last", SAID "said",
}
