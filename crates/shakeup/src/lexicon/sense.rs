//! What a phrase of a table means: the values behind the phrase tables.

/// A kind with one spelling in the lexicon files.
macro_rules! kinds {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(crate) enum $name { $($variant,)+ }
        impl $name {
            /// The spellings, for messages.
            #[allow(dead_code)] // not every kind is read by a message
            pub(super) const WORDS: &'static str = concat!($($word, " "),+);
            pub(super) fn from_word(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }
        }
    };
}
pub(super) use kinds;

kinds! {
    /// What sort of post a title is.
    PostKind {
        Executive = "executive", Government = "government", Legislative = "legislative", Military = "military",
        Police = "police", Judicial = "judicial", Legal = "legal", Academic = "academic", Sport = "sport",
        Diplomatic = "diplomatic", Religious = "religious", Union = "union", Media = "media", Staff = "staff",
        Medical = "medical", Finance = "finance", Arts = "arts", Royal = "royal", Generic = "generic",
    }
}

/// What a post without an organisation is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PostScope {
    Any,
    /// A seat in a legislature, for a state or district.
    Seat,
    /// The lead of a legislature.
    Chamber,
    /// A state or a town.
    Local,
    /// A country.
    National,
    /// A company or agency.
    Company,
}

/// A title: "attorney general".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PostSense {
    pub(crate) kind: PostKind,
    /// May stand directly before a name: "Gov. Lee".
    pub(crate) title: bool,
    /// A post only together with an organisation: "economist".
    pub(crate) weak: bool,
    pub(crate) scope: PostScope,
    /// Held by one person at a time: "president".
    pub(crate) sole: bool,
    /// The phrase is a plural: "senators".
    pub(crate) plural: bool,
    /// The department that the title alone means, by its place in the tables' `full_names`: "attorney general".
    pub(crate) department: Option<u16>,
    /// What it is short for, in the same list: "ceo", "chief executive".
    pub(crate) full: Option<u16>,
}

kinds! {
    /// What a word before a title does to it.
    ModifierKind {
        Degree = "degree", Acting = "acting", Former = "former", Outgoing = "outgoing", Incoming = "incoming",
        Skip = "skip", Domain = "domain",
    }
}

kinds! {
    /// What sort of place a name is.
    PlaceKind {
        Country = "country", State = "state", StateCode = "state_code", City = "city", Region = "region",
        Continent = "continent", Demonym = "demonym", NationalityPlural = "nationality_plural",
    }
}

/// A place or the people of a place, with the place's usual name: "French" → "France".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlaceSense {
    pub(crate) kind: PlaceKind,
    pub(crate) canonical: Option<Box<str>>,
}

kinds! {
    /// What sort of organisation a name is.
    OrganizationKind {
        Government = "government", Legislature = "legislature", Court = "court", Military = "military",
        Police = "police", Agency = "agency", Party = "party", Company = "company", Bank = "bank", Media = "media",
        University = "university", Team = "team", League = "league", Union = "union", International = "international",
        Religious = "religious", Ngo = "ngo", Museum = "museum", Exchange = "exchange", Unnamed = "",
    }
}

/// A known organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OrganizationSense {
    pub(crate) kind: OrganizationKind,
    pub(crate) canonical: Option<Box<str>>,
    /// An ordinary word in lower case: matched only when capitalised.
    pub(crate) cased: bool,
    /// Made of first letters.
    pub(crate) acronym: bool,
}

/// Grammatical gender of a given name or a word for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Gender {
    #[default]
    Unknown,
    Female,
    Male,
}

impl Gender {
    pub(super) fn from_word(word: &str) -> Option<Gender> {
        match word {
            "f" => Some(Gender::Female),
            "m" => Some(Gender::Male),
            "u" | "" => Some(Gender::Unknown),
            _ => None,
        }
    }

    /// Whether the two may be the same person's.
    pub(crate) fn agrees(self, other: Gender) -> bool {
        self == Gender::Unknown || other == Gender::Unknown || self == other
    }
}

/// What a phrase that looks like a person's name is in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotName {
    /// A name: "Abel Prize".
    Whole,
    /// A name with the next capitalised word, and none without: "Hurricane Xanthe".
    Open,
    /// Words of the page that name nothing: "Hide caption".
    Skip,
}
