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
    AS "as", OF "of", TO "to", AT "at", UNIVERSITY "university", BY "by", FROM "from", FOR "for", IN "in", ON "on",
    WITH "with", INTO "into", UNDER "under", AFTER "after", SINCE "since", UNTIL "until", WITHIN "within", DURING "during",
    THE "the",
    A "a", AN "an", AND "and", OR "or", AMPERSAND "&", BUT "but", THAT "that", WHICH "which", WHO "who",
    WHOSE "whose", NOT "not", NT "n't", S "'s", APOSTROPHE "'", BE "be", IS "is", ARE "are", WAS "was", BEEN "been", COMMA ",",
    STOP ".", COLON ":", SEMICOLON ";", DASH "-", EN_DASH "–", EM_DASH "—", TWO_DASHES "--", OPEN "(", CLOSE ")",
    OPEN_SQUARE "[", QUOTE "\"", QUESTION "?", EXCLAMATION "!", ELLIPSIS "…", THREE_DOTS "...", LESS "<", GREATER ">",
    SLASH "/", PERCENT "%", DOLLAR "$", HASH "#", STAR "*", BULLET "•", HIS "his", HER "her", HE "he", SHE "she",
    LONGER "longer", THEIR "their", ITS "its", WILL "will", WOULD "would", COULD "could", MAY "may", MIGHT "might",
    SHOULD "should", MUST "must", SHALL "shall", HAVE "have", HAS "has", HAD "had", NO "no", NEITHER "neither",
    THAN "than", THERE "there", UP "up", DOWN "down", RESPECTIVELY "respectively", POST "post", POSITION "position", JOB "job",
    ROLE "role", SEAT "seat", OFFICE "office", TITLE "title", AGE "age", AGED "aged", AGES "ages", OUT "out",
    YET "yet", RULE "rule", THROUGH "through", OLD "old", THIS "this", THEN "then", ELECT "elect", DASH_ELECT "-elect",
    DASH_DESIGNATE "-designate", BOARD "board", DIRECTORS "directors", PER "per", EACH "each", EVERY "every",
    BETWEEN "between", WHEN "when", ABOUT "about", NEITHER_NOR "nor", WHILE "while", AMONG "among", FOLLOWING "following",
    ACCORDING "according", INCLUDING "including", NEXT "next", LAST "last", SAINT "st.", STATE "state", CITY "city",
    TOWN "town", SECRETARY "secretary", SECRETARIES "secretaries", MINISTER "minister", MINISTERS "ministers",
    PRIME "prime", PRESS "press", BEING "being", WERE "were", JUDGE "judge", JUDGES "judges", SUPREME "supreme",
    SPECIAL "special", ADMINISTRATION "administration", PRESIDENCY "presidency", HOLD "hold", SHORT "short",
    WILL_CLITIC "'ll", HALF "half", MIDDLE "middle", OTHER "other", ANOTHER "another", FINAL "final", IT "it",
    COMPANY "company",
    FIRM "firm", DATE "date", SENATE "senate", VICE "vice", DIRECTOR "director", HIGH "high", HOUSE "house",
    CONGRESS "congress", BECOME "become", MEMBER "member", HOME "home", FOREIGN "foreign", OVER "over", PAST "past",
    SAYS "says", PRESIDENT "president",
    HELD "held", VACATED "vacated", LEFT "left", CAMPAIGN "campaign", WHOM "whom", MORE "more", TWO "two",
    EFFECTIVE "effective", WELL "well",
    CONFIRMATION "confirmation", ADVISER "adviser",
    ADVISOR "advisor", POSTS "posts", POSITIONS "positions", TITLES "titles", ROLES "roles", NEW "new", PLACE "place",
    PRESIDENTS "presidents",
    GOOD "good", MORNING "morning", YOU "you",
    ALONG "along", TOGETHER "together",
    GOVERNOR "governor", GOV "gov.", BOARDS "boards", SIT "sit", ONE "one",
    WHERE "where", CO "co", CO_STOP "co.", SONS "sons",
    WHAT "what", HEAD "head", LEAD "lead", BOSS "boss",
    OTHERS "others", THOSE "those", ALSO "also", INCLUDE "include",
    TERM "term", FILL "fill", SERVE "serve", COMPLETE "complete", FINISH "finish", CREATED "created", VACANCY "vacancy",
    VOTE "vote", WITHOUT "without", ADDITION "addition", ENDORSE "endorse", BACK "back", INTERIM "interim",
    CURRENT "current", PRESENT "present", FOLLOWED "followed", PRIMARY "primary", PRIMARIES "primaries",
    CAUCUSES "caucuses", VACANT "vacant", FREE "open", EMPTY "empty", POSSIBLE "possible", POTENTIAL "potential",
    LIKELY "likely",
    RETIRED "retired", SPEAKER "speaker",
    GENERAL "general", CHANCELLOR "chancellor", PREMIER "premier", SUCH "such", LIKE "like", PANEL "panel", AGENCY "agency",
    ERA "era", BASED "based",
    POLICE "police", OWN "own",
    FORMER "former",
    LATE "late", BANK "bank", SPOKESMAN "spokesman", SPOKESWOMAN "spokeswoman",
    SPOKESPERSON "spokesperson", AGAINST "against", SUCCESSION "succession", REPRESENT "represent",
    SECURITY "security", RESIGN "resign", RESIGNATION "resignation",
    COURT "court", CIRCUIT "circuit", PHOTO "photo",
    IF "if", UNLESS "unless", INSTEAD "instead",
    BOTH "both",
    USA "usa",
    AMID "amid", BECAUSE "because", SPEND "spend", PURSUE "pursue", PART "part", TIME "time",
    PREDECESSOR "predecessor", SUCCESSOR "successor", CAREER "career", WO "wo", BEGIN "begin", START "start",
    USED "used", FOUNDER "founder",
    NOW "now", RE_ELECT "re-elect", REELECT "reelect",
    GOT "got", GET "get", GETS "gets", GO "go", GIVE "give", AWARD "award", I "i", RENEWED "renewed", EXTENDED "extended",
}
