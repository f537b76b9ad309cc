//! What a word can be, as bits: a token carries the classes of its word, and rules test them.

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(pub(crate) u128);

impl Class {
    pub(crate) const NONE: Class = Class(0);

    /// Whether any class of `other` is in the set.
    #[inline]
    pub(crate) const fn has(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    #[inline]
    pub(crate) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    pub(crate) fn add(&mut self, other: Class) {
        self.0 |= other.0;
    }

    pub(crate) fn remove(&mut self, other: Class) {
        self.0 &= !other.0;
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident $(= $word:literal)?,)+) => {
        #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
        enum Bit { $($name,)+ }
        $($(#[$doc])* pub(crate) const $name: Class = Class(1 << Bit::$name as u32);)+
        /// Classes that `grammar.tsv` may name.
        pub(super) fn from_word(word: &str) -> Option<Class> {
            match word { $($($word => Some($name),)?)+ _ => None }
        }
    };
}

classes! {
    // grammar.tsv
    /// the, a, this, some
    DETERMINER = "determiner",
    /// his, their, its
    POSSESSIVE = "possessive",
    /// he, him, his, himself
    HE = "he",
    /// she, her, hers
    SHE = "she",
    /// they, them, their
    THEY = "they",
    /// it, its
    IT = "it",
    /// I, you, we, …
    SPEAKER = "speaker",
    /// who, whom, whose
    WHO = "who",
    /// himself, herself
    REFLEXIVE = "reflexive",
    /// bid, effort, speculation: what makes the verb after it only possible
    DOUBT = "doubt",
    /// candidate, contender, finalist: who may come, and what a post is fought for with ("the race to succeed Lee")
    CONTENDER = "contender",
    /// race, search: what comes before a successor is known
    CONTEST = "contest",
    /// decision, plan: whose is what the verb after it says ("his decision to leave")
    INTENTION = "intention",
    /// plan, desire, pledge: what the verb after it says is only planned
    PURPOSE = "purpose",
    /// notice, announcement: what makes a plan a decision
    NOTICE = "notice",
    /// refusal, failure: what the verb after it says is not done
    OMISSION = "omission",
    /// senator, Sen.
    SENATOR = "senator",
    /// representative, congresswoman, Rep.
    HOUSE_SEAT = "house_seat",
    /// justice: a judge of a supreme court
    JUSTICE = "justice",
    /// ceremony, meeting: where something is said, not where a post is
    OCCASION = "occasion",
    /// most, best: a rank among others, no post
    SUPERLATIVE = "superlative",
    /// which, that
    THAT = "that",
    /// forms of be
    BE = "be",
    /// forms of have
    HAVE = "have",
    /// forms of do
    DO = "do",
    /// will, would, may, …
    MODAL = "modal",
    /// not, never, n't
    NEGATION = "negation",
    /// prepositions
    PREPOSITION = "preposition",
    /// and, or, &
    CONJUNCTION = "conjunction",
    /// but, while, because, if …
    SUBORDINATOR = "subordinator",
    /// adverbs that stand inside verb groups
    ADVERB = "adverb",
    /// people, women, workers: whose organisations are called by them, "People's Army"
    FOLK = "folk",
    /// told, testified, shrugged: what only people do
    ANIMATE = "animate",
    /// tenure, stint, role: whose "as" names a post
    /// "presidency", "chairmanship": a word for the post that somebody wins, takes or loses.
    DIGNITY = "dignity",
    TENURE = "tenure",
    /// directors, trustees, governors: whom a board is made of
    BOARD_FOLK = "board_folk",
    /// committee, party, campaign: what a title before its holder may name without more ("party leader Ann Lee")
    PUBLIC_BODY = "public_body",
    /// employed, worked, positions: what stands before an employer ("employed by Acme")
    EMPLOYMENT = "employment",
    /// formerly, previously, then: what makes a role a former one
    FORMERLY = "formerly",
    /// almost, nearly: what was all but done was not
    ALMOST = "almost",
    /// staff, counsel: what those of a government's house are called
    HOUSE_STAFF = "house_staff",
    /// ends, expires: what terms do
    FRAME_END = "end",
    /// if, whether, unless
    CONDITION = "condition",
    /// told: says something when no order follows
    TELL = "tell",
    /// officials, people, report: who or what says something without a name
    SOURCE = "source",
    /// courier, gazette, times: ends the name of a newspaper
    NEWSPAPER = "newspaper",
    /// act, treaty, disease: a name that ends with it is no organisation's
    THING = "thing",
    /// acquire, takeover, stake: what is done to firms
    TAKEOVER = "takeover",
    /// dear, hello: what opens a letter, before a name
    GREETING = "greeting",
    /// regards, sincerely, thanks: what closes a letter, above a name
    CLOSING = "closing",
    /// familiar, briefed, close: goes on after a source
    MODIFIES_SOURCE = "modifies_source",
    /// change, transition, move: what takes effect without a person
    CHANGE = "change",
    /// nominee, nomination, confirmation: whoever is chosen waits for somebody's consent
    NOMINATION = "nomination",
    /// confirmed, approved, sworn: the consent is given
    CONFIRMING = "confirming",
    /// named, picked, choice: says that somebody is chosen
    CHOICE = "choice",
    /// why, how: a question that takes for granted what it asks about
    PRESUPPOSING = "presupposing",
    /// accepted: what makes an offered resignation one
    CONSENT = "consent",
    /// withdrawal, withdrew: what undoes the event after it
    REFUSAL = "refusal",
    // dates and numbers
    /// street, bridge, park: what names places that are no people
    LANDMARK = "landmark",
    MONTH = "month",
    WEEKDAY = "weekday",
    TIME_UNIT = "time_unit",
    /// a date expression may start at the word
    DATE,
    NUMBER_WORD,
    /// has a line in numbers.tsv that gives it a value or a part in a number
    NUMERAL,
    ORDINAL,
    CURRENCY,
    UNIT,
    /// more, additional, other: between a number and what it counts
    MORE = "more",
    /// several, few, many: "several hundred" is no number
    VAGUE = "vague",
    /// consecutive, full, business: between a number and years or days
    STRETCH = "stretch",
    /// section, page, flight: the number after it is a name
    NUMBERED = "numbered",
    /// MAX, Dreamliner: the number before it is a name
    MODEL = "model",
    /// road, avenue: ends an address
    STREET = "street",
    /// p.m., GMT: after the time of day
    CLOCK = "clock",
    /// top, richest: whose "2 percent" are people
    TOP = "top",
    /// votes, margin: what follows a tally
    VOTE = "vote",
    /// ago, later: makes a moment of "a year"
    AGO = "ago",
    /// year-old, year-olds
    AGE_WORD = "age",
    /// ranging, varying: whose "from" opens a range
    RANGING = "ranging",
    /// tall, wide, hurdles: makes metres of "100m"
    EXTENT = "extent",
    /// people, police: a plural without "s"
    PLURAL = "plural",
    /// make, give: whose "up" is no rise
    PHRASAL = "phrasal",
    /// down, check: "double down", "double-check" multiply nothing
    NOT_MULTIPLIED = "not_multiplied",
    /// higher, cheaper: after an amount no noun
    COMPARATIVE = "comparative",
    /// foot, yard: after "a" seldom a unit
    NOT_ONE = "not_one",
    // verbs
    /// a form of a verb in frames.tsv or verbs.tsv
    VERB,
    /// a form in "-ing"
    GERUND,
    /// a verb form that starts at least one frame
    FRAME_VERB,
    /// a form of a verb that stands for a post: "chairs", "leads"
    FRAME_LEADS,
    /// a noun that starts a frame: "resignation"
    FRAME_NOUN,
    /// a word that starts a frame after "be": "out"
    FRAME_ADJECTIVE,
    /// a form of a verb of saying
    SAY,
    /// names of presidents of the United States, whom news calls "the president" without a country
    US_PRESIDENT,
    // names
    GIVEN,
    /// a given name that is no ordinary word, month or place: "Gloria"
    PLAIN_GIVEN,
    SURNAME,
    /// a name that is an ordinary word too: "Will", "Grant"
    NAME_AND_WORD,
    HONORIFIC,
    PARTICLE,
    /// Zhang, Nguyen: a surname that stands before the given name
    FAMILY_FIRST,
    NAME_SUFFIX,
    /// man, woman, lawmaker
    PERSON_NOUN,
    /// wife, brother: who is named for somebody else's sake
    KIN,
    /// an ordinary English word
    COMMON,
    // organisations
    ORG_HEAD,
    ORG_SUFFIX,
    ORG_OPENER,
    ORG_GENERIC,
    /// city, state, nation: stands for a place
    JURISDICTION,
    ORG_UNIT,
    // phrase tables: the word starts at least one phrase
    ORG_START,
    PLACE_START,
    POST_START,
    NOT_NAME_START,
    MODIFIER_START,
    // targets
    /// a word that can set or name a target: "goal", "pledge", "cap"
    TARGET_CUE,
    // abbreviations
    /// written with a hyphen
    HYPHENATED,
    /// has a full stop of its own
    ABBREVIATION,
    /// and may end a sentence
    ABBREVIATION_END,
}

/// Words of grammar: what a name, a field or a counted noun is not made of.
pub(crate) const GRAMMAR: Class = DETERMINER
    .or(POSSESSIVE)
    .or(PREPOSITION)
    .or(CONJUNCTION)
    .or(SUBORDINATOR)
    .or(HE)
    .or(SHE)
    .or(THEY)
    .or(IT)
    .or(SPEAKER)
    .or(WHO)
    .or(THAT)
    .or(BE)
    .or(HAVE)
    .or(DO)
    .or(MODAL)
    .or(NEGATION)
    .or(ADVERB);
