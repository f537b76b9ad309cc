//! The extractor and its builder: lexicon, wanted kinds, least confidence. It runs the stages and holds no logic.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::lexicon::Tables;
use crate::{Error, Extraction, Lexicon, PartialDate, pipeline};

/// A text to read, with its id and publication date where they are known.
///
/// ```
/// use shakeup::{Document, Extractor};
/// let document = Document::new("Ohio Governor Ann Lee resigned on Monday.").id("a1").published("2024-03-06".parse()?);
/// let found = Extractor::new().extract_document(&document);
/// assert_eq!(found.doc, "a1");
/// assert_eq!(found.reassignments[0].date, Some("2024-03-04".parse()?));
/// # Ok::<(), shakeup::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Document<'t> {
    pub(crate) text: &'t str,
    pub(crate) id: &'t str,
    pub(crate) published: Option<PartialDate>,
}

impl<'t> Document<'t> {
    /// A document of that text, without id or date.
    pub fn new(text: &'t str) -> Document<'t> {
        Document { text, id: "", published: None }
    }

    /// The same with an id, which goes into rows and record ids.
    pub fn id(self, id: &'t str) -> Document<'t> {
        Document { id, ..self }
    }

    /// The same with the publication date, against which "Thursday" and "next month" are resolved.
    pub fn published(self, date: PartialDate) -> Document<'t> {
        Document { published: Some(date), ..self }
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }
}

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// [`crate::Role`].
    Roles,
    /// [`crate::Reassignment`].
    Reassignments,
    /// [`crate::NumericTarget`].
    Targets,
}

impl Kind {
    /// Every kind, in the order of the fields of [`Extraction`].
    pub const ALL: &'static [Kind] = &[Kind::Roles, Kind::Reassignments, Kind::Targets];

    /// `roles`, `reassignments` or `targets`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Roles => "roles",
            Kind::Reassignments => "reassignments",
            Kind::Targets => "targets",
        }
    }

    /// The kind of a spelling, where there is one.
    pub fn from_word(word: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.as_str() == word)
    }
}

/// Reads documents and returns their records. Cheap to clone, shared freely between threads.
///
/// ```
/// let extractor = shakeup::Extractor::new();
/// let found = extractor.extract("Acme Corp named Jane Roe chief executive.");
/// assert_eq!(found.roles[0].to_string(), "Jane Roe: chief executive, Acme Corp (incoming)");
/// ```
#[derive(Debug, Clone)]
pub struct Extractor {
    tables: Arc<Tables>,
    kinds: [bool; 3],
    min_confidence: f64,
}

impl Default for Extractor {
    fn default() -> Extractor {
        Extractor::new()
    }
}

impl Extractor {
    /// An extractor with the built-in lexicon, which is compiled once in a process, for all kinds of records.
    pub fn new() -> Extractor {
        Extractor { tables: Tables::builtin(), kinds: [true; 3], min_confidence: 0.0 }
    }

    /// A builder to choose the lexicon, the kinds of records and the least confidence.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder { lexicon: None, kinds: [true; 3], min_confidence: 0.0 }
    }

    /// The records of a text that has neither id nor date.
    pub fn extract(&self, text: &str) -> Extraction {
        self.extract_document(&Document::new(text))
    }

    /// The records of a document, in text order.
    pub fn extract_document(&self, document: &Document<'_>) -> Extraction {
        let mut found = pipeline::run(document, &self.tables, self.kinds);
        if self.min_confidence > 0.0 {
            found.roles.retain(|r| r.confidence >= self.min_confidence);
            found.reassignments.retain(|r| r.confidence >= self.min_confidence);
            found.targets.retain(|r| r.confidence >= self.min_confidence);
        }
        found
    }

    /// The names of the stages whose time `stage_times` measures.
    #[doc(hidden)]
    pub const STAGES: [&'static str; pipeline::Stage::NAMES.len()] = pipeline::Stage::NAMES;

    /// How long each stage takes over one document, for benches.
    #[doc(hidden)]
    pub fn stage_times(&self, document: &Document<'_>) -> [Duration; pipeline::Stage::NAMES.len()] {
        let mut times = [Duration::ZERO; pipeline::Stage::NAMES.len()];
        let mut since = Instant::now();
        pipeline::run_watched(document, &self.tables, self.kinds, &mut |stage| {
            let now = Instant::now();
            times[stage as usize] += now - since;
            since = now;
        });
        times
    }

    /// Every stage of one document as an indented tree: sentences, mentions, clauses, events, records.
    pub fn explain(&self, document: &Document<'_>) -> String {
        crate::explain::tree(document, &self.tables)
    }

    /// Where the words of frames stand in one document, whether or not a record came of them: what to look through for
    /// changes that are missed.
    ///
    /// ```
    /// let extractor = shakeup::Extractor::new();
    /// let found = extractor.triggers(&shakeup::Document::new("Lee stepped down from the bus."));
    /// assert_eq!(found[0].frame, "step down");
    /// ```
    pub fn triggers(&self, document: &Document<'_>) -> Vec<crate::Trigger> {
        crate::explain::triggers(document, &self.tables)
    }
}

/// Chooses what an [`Extractor`] knows and returns.
///
/// ```
/// use shakeup::{Extractor, Kind, Lexicon};
/// let lexicon = Lexicon::builtin().with_tsv("posts", "harbour reeve\tgovernment\ttitle")?;
/// let extractor = Extractor::builder().lexicon(lexicon).kinds([Kind::Roles]).min_confidence(0.5).build()?;
/// let found = extractor.extract("The quay was opened by harbour reeve Ann Lee.");
/// assert_eq!(found.roles[0].post.name, "harbour reeve");
/// # Ok::<(), shakeup::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ExtractorBuilder {
    lexicon: Option<Lexicon>,
    kinds: [bool; 3],
    min_confidence: f64,
}

impl ExtractorBuilder {
    /// Words to use in place of the built-in lexicon alone.
    pub fn lexicon(self, lexicon: Lexicon) -> ExtractorBuilder {
        ExtractorBuilder { lexicon: Some(lexicon), ..self }
    }

    /// The kinds of records wanted; the others are not looked for.
    pub fn kinds(self, wanted: impl IntoIterator<Item = Kind>) -> ExtractorBuilder {
        let mut kinds = [false; 3];
        for kind in wanted {
            kinds[kind as usize] = true;
        }
        ExtractorBuilder { kinds, ..self }
    }

    /// Leave out records of less confidence than this, 0 to 1.
    pub fn min_confidence(self, least: f64) -> ExtractorBuilder {
        ExtractorBuilder { min_confidence: least, ..self }
    }

    /// The extractor.
    ///
    /// # Errors
    /// When the least confidence is not between 0 and 1.
    pub fn build(self) -> Result<Extractor, Error> {
        if !(0.0..=1.0).contains(&self.min_confidence) {
            return Err(Error::option(format!("min_confidence must lie between 0 and 1, not {}", self.min_confidence)));
        }
        let tables = match self.lexicon {
            None => Tables::builtin(),
            Some(lexicon) => lexicon.tables(),
        };
        Ok(Extractor { tables, kinds: self.kinds, min_confidence: self.min_confidence })
    }
}
