//! The words that an Extractor knows.

use std::hash::{Hash, Hasher};
use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::documents::utf8;
use crate::errors;

/// Words that an Extractor knows: the built-in ones, and yours, which win. Each method returns a new lexicon.
///
/// A table is one of `posts`, `post_modifiers`, `frames`, `verbs`, `organizations`, `organization_words`, `places`,
/// `given_names`, `surnames`, `person_words`, `not_names`, `common_words`, `units`, `currencies`, `numbers`, `dates`,
/// `targets`, `abbreviations`, `grammar`, `irregular_verbs`, `confidence` and `terms`.
///
/// >>> import shakeup
/// >>> lexicon = (
/// ...     shakeup.Lexicon.builtin()
/// ...     .add_posts(["portwright", "deputy portwright"], kind="government")
/// ...     .add_frame("muster out", "out", reason="retired")
/// ...     .remove_posts("boss")
/// ... )
/// >>> lexicon
/// Lexicon(posts=3, frames=1)
/// >>> print(*shakeup.Extractor(lexicon).extract("Portwright Ann Lee mustered out.").reassignments)
/// Ann Lee out as Portwright: retired (actual)
#[pyclass(frozen, eq, hash, module = "shakeup")]
#[derive(Clone)]
pub(crate) struct Lexicon {
    pub(crate) inner: shakeup::Lexicon,
}

impl PartialEq for Lexicon {
    fn eq(&self, other: &Lexicon) -> bool {
        self.inner.added().eq(other.inner.added())
    }
}

impl Hash for Lexicon {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.inner.added().for_each(|added| added.hash(hasher));
    }
}

#[pymethods]
impl Lexicon {
    /// The built-in words.
    ///
    /// >>> import shakeup
    /// >>> shakeup.Lexicon.builtin()
    /// Lexicon()
    #[staticmethod]
    fn builtin() -> Lexicon {
        Lexicon { inner: shakeup::Lexicon::builtin() }
    }

    /// The lexicon with posts added: one title or several, without organization and name.
    ///
    /// `kind` is "executive", "government", "legislative", "military", "police", "judicial", "legal", "academic",
    /// "sport", "diplomatic", "religious", "union", "media", "staff", "medical", "finance", "arts", "royal" or "generic".
    /// A `title` can stand before a name ("Portwright Lee"); a `weak` one is a post only beside an organization; a `sole`
    /// one is held by one person at a time. `scope` says what it is of where the text does not: "seat" of a legislature,
    /// "chamber", "local", "national" or "company".
    ///
    /// >>> import shakeup
    /// >>> lexicon = shakeup.Lexicon.builtin().add_posts("portwright", kind="government")
    /// >>> print(*shakeup.Extractor(lexicon).extract("The quay was opened by portwright Ann Lee.").roles)
    /// Ann Lee: portwright (current)
    #[pyo3(signature = (posts: "str | Iterable[str]", kind: "_PostKind" = "generic", *, title=true, weak=false, sole=false, scope: "_PostScope | None" = None))]
    #[expect(clippy::too_many_arguments, reason = "keywords in Python")]
    fn add_posts(
        &self,
        py: Python<'_>,
        posts: &Bound<'_, PyAny>,
        kind: &str,
        title: bool,
        weak: bool,
        sole: bool,
        scope: Option<&str>,
    ) -> PyResult<Lexicon> {
        let flags =
            [Some(if title { "title" } else { "noprefix" }), weak.then_some("weak"), sole.then_some("sole"), scope];
        let flags = flags.into_iter().flatten().collect::<Vec<_>>().join(",");
        let posts = words(posts)?;
        self.entries(py, "posts", posts.iter().map(|post| vec![post.as_str(), kind, &flags]))
    }

    /// The lexicon without a post or several.
    #[pyo3(signature = (posts: "str | Iterable[str]"))]
    fn remove_posts(&self, posts: &Bound<'_, PyAny>) -> PyResult<Lexicon> {
        self.remove("posts", posts)
    }

    /// The lexicon with a frame: a verb, noun or adjective that puts people into posts or out of them.
    ///
    /// The first word of the `phrase` inflects. `event` is "in", "out", "swap", "move", "hold" or "successor"; `who` goes is
    /// the "subject" or "object" of the verb, "of" the noun ("the ousting of Lee") or "apposed" ("Lee, the mayor's pick");
    /// `pos` is "verb", "noun" or "adjective"; `reason` one of those of `Reassignment.reason`; the `options` are those of
    /// frames.tsv: "post=object", "org=object", "needs=role", "realis=planned", "acting", …
    /// It takes the place of the built-in frames of that phrase.
    ///
    /// >>> import shakeup
    /// >>> lexicon = shakeup.Lexicon.builtin().add_frame("defenestrate", "out", "object", reason="dismissed")
    /// >>> print(*shakeup.Extractor(lexicon).extract("Acme defenestrated chairman Omar Diaz.").reassignments)
    /// Omar Diaz out as chairman, Acme: dismissed (actual)
    #[pyo3(signature = (phrase, event: "_FrameEvent", who: "_FrameWho" = "subject", *, pos: "_FramePos" = "verb", reason: "_Reason | None" = None, options: "str | Iterable[str] | None" = None))]
    #[expect(clippy::too_many_arguments, reason = "keywords in Python")]
    fn add_frame(
        &self,
        py: Python<'_>,
        phrase: &str,
        event: &str,
        who: &str,
        pos: &str,
        reason: Option<&str>,
        options: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Lexicon> {
        let options = options.map(words).transpose()?.unwrap_or_default().join(",");
        self.entries(py, "frames", [vec![phrase, pos, event, who, reason.unwrap_or(""), &options]])
    }

    /// The lexicon without the frames of a phrase or several.
    #[pyo3(signature = (phrase: "str | Iterable[str]"))]
    fn remove_frame(&self, phrase: &Bound<'_, PyAny>) -> PyResult<Lexicon> {
        self.remove("frames", phrase)
    }

    /// The lexicon with a unit of measure.
    ///
    /// `name` is what `Quantity.unit` says (the phrase if none is given); `kind` is "length", "area", "volume", "mass",
    /// "speed", "temperature", "time" or "physical" (any other), "part" (a symbol that is a unit only among
    /// others), and for rates "rate" and "per"; `ucum` its UCUM code;
    /// `period` the time that it holds ("barrels per day": "day"); `factor` how many of the named unit it is;
    /// `size` how large in seconds, meters or kilograms, so that a smaller unit can join it ("5 feet 2 inches").
    ///
    /// >>> import shakeup
    /// >>> lexicon = shakeup.Lexicon.builtin().add_unit("kilobushels", "bushels", factor=1000)
    /// >>> quantity = shakeup.Extractor(lexicon).extract("The port moved 5 kilobushels.").quantities[0]
    /// >>> quantity.low, quantity.unit
    /// (5000.0, 'bushels')
    #[pyo3(signature = (phrase, name=None, kind: "_UnitKind" = "physical", *, ucum=None, period=None, factor=1.0, size=None))]
    #[expect(clippy::too_many_arguments, reason = "keywords in Python")]
    fn add_unit(
        &self,
        py: Python<'_>,
        phrase: &str,
        name: Option<&str>,
        kind: &str,
        ucum: Option<&str>,
        period: Option<&str>,
        factor: f64,
        size: Option<f64>,
    ) -> PyResult<Lexicon> {
        let (factor, size) = (factor.to_string(), size.map_or_else(String::new, |size| size.to_string()));
        let (ucum, period) = (ucum.unwrap_or(""), period.unwrap_or(""));
        self.entries(py, "units", [vec![phrase, kind, name.unwrap_or(phrase), ucum, period, &factor, &size]])
    }

    /// The lexicon without a unit or several.
    #[pyo3(signature = (phrase: "str | Iterable[str]"))]
    fn remove_unit(&self, phrase: &Bound<'_, PyAny>) -> PyResult<Lexicon> {
        self.remove("units", phrase)
    }

    /// The lexicon with an organization or several, by their names.
    ///
    /// `kind` is "government", "legislature", "court", "military", "police", "agency", "party", "company", "bank",
    /// "media", "university", "team", "league", "union", "international", "religious", "ngo", "museum", "exchange" or "".
    /// A name in capitals is an acronym and found in capitals only; `cased` ones are also ordinary words and found only
    /// where they are capitalised.
    ///
    /// >>> import shakeup
    /// >>> lexicon = shakeup.Lexicon.builtin().add_organizations("Zorvane", kind="company")
    /// >>> print(*shakeup.Extractor(lexicon).extract("Ann Lee joined Zorvane as director.").roles)
    /// Ann Lee: director, Zorvane (incoming)
    #[pyo3(signature = (names: "str | Iterable[str]", kind: "_OrganizationKind" = "", *, cased=false))]
    fn add_organizations(
        &self,
        py: Python<'_>,
        names: &Bound<'_, PyAny>,
        kind: &str,
        cased: bool,
    ) -> PyResult<Lexicon> {
        let names = words(names)?;
        let cased = if cased { "cased" } else { "" };
        let entry = |name: &'_ String| {
            let acronym = name.chars().any(char::is_alphabetic) && !name.chars().any(char::is_lowercase);
            [name.as_str(), kind, "", if acronym { "acronym" } else { "" }, cased].map(str::to_owned)
        };
        self.then(py, |lexicon| Ok(lexicon.with_entries("organizations", names.iter().map(entry))))
    }

    /// The lexicon without an organization or several.
    #[pyo3(signature = (names: "str | Iterable[str]"))]
    fn remove_organizations(&self, names: &Bound<'_, PyAny>) -> PyResult<Lexicon> {
        self.remove("organizations", names)
    }

    /// The lexicon with entries of a table: the columns of each, as the head of the table's file explains them.
    ///
    /// >>> import shakeup
    /// >>> shakeup.Lexicon.builtin().add("given_names", [["zorvane", "f"], ["quillam", "m"]])
    /// Lexicon(given_names=2)
    #[pyo3(signature = (table: "_TableName", entries: "Iterable[str | Iterable[str]]"))]
    fn add(&self, py: Python<'_>, table: &str, entries: &Bound<'_, PyAny>) -> PyResult<Lexicon> {
        let entries = entries.try_iter()?.map(|entry| words(&entry?)).collect::<PyResult<Vec<_>>>()?;
        self.entries(py, table, entries.iter().map(|entry| entry.iter().map(String::as_str).collect()))
    }

    /// The lexicon without an entry of a table or several, by their first columns.
    ///
    /// >>> import shakeup
    /// >>> shakeup.Lexicon.builtin().remove("given_names", ["mark", "will"])
    /// Lexicon(given_names=2)
    #[pyo3(signature = (table: "_TableName", phrases: "str | Iterable[str]"))]
    fn remove(&self, table: &str, phrases: &Bound<'_, PyAny>) -> PyResult<Lexicon> {
        self.then(phrases.py(), |lexicon| Ok(lexicon.without(table, words(phrases)?)))
    }

    /// The lexicon with a .tsv file added, which is named after its table (`posts.tsv`), or with all those of a folder.
    ///
    /// >>> import pathlib, shakeup, tempfile
    /// >>> with tempfile.TemporaryDirectory() as folder:
    /// ...     _ = pathlib.Path(folder, "posts.tsv").write_text("portwright\tgovernment\ttitle\n")
    /// ...     lexicon = shakeup.Lexicon.builtin().load(folder)
    /// >>> lexicon
    /// Lexicon(posts=1)
    fn load(&self, py: Python<'_>, path: PathBuf) -> PyResult<Lexicon> {
        self.then(py, |lexicon| Ok(lexicon.load(&path)))
    }

    /// The lexicon with the lines of a table added.
    #[pyo3(signature = (table: "_TableName", text))]
    fn with_tsv(&self, py: Python<'_>, table: &str, text: &str) -> PyResult<Lexicon> {
        self.then(py, |lexicon| Ok(lexicon.with_tsv(table, text)))
    }

    /// The lexicon with a file added, which is named after its table: `posts.tsv`.
    fn with_file(&self, py: Python<'_>, path: PathBuf) -> PyResult<Lexicon> {
        self.then(py, |lexicon| Ok(lexicon.with_file(&path)))
    }

    /// The lexicon with every .tsv file of a folder added.
    fn with_dir(&self, py: Python<'_>, path: PathBuf) -> PyResult<Lexicon> {
        self.then(py, |lexicon| Ok(lexicon.with_dir(&path)))
    }

    /// `Lexicon(posts=2, frames=1)`: how many lines were added to which table.
    pub(crate) fn __repr__(&self) -> String {
        let mut tables: Vec<(&str, usize)> = Vec::new();
        for (table, text) in self.inner.added() {
            let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).count();
            match tables.iter_mut().find(|(known, _)| *known == table) {
                Some((_, all)) => *all += lines,
                None => tables.push((table, lines)),
            }
        }
        let tables: Vec<_> = tables.into_iter().map(|(table, lines)| format!("{table}={lines}")).collect();
        format!("Lexicon({})", tables.join(", "))
    }

    /// A pickle holds the words themselves: it must not depend on files.
    #[pyo3(signature = () -> "tuple[Any, ...]")]
    #[expect(clippy::type_complexity, reason = "what pickle wants: a function and its arguments")]
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Vec<(&str, &str)>,))> {
        let restore = py.import("shakeup._shakeup")?.getattr("_restore_lexicon")?;
        Ok((restore, (self.inner.added().collect(),)))
    }
}

impl Lexicon {
    fn then(
        &self,
        py: Python<'_>,
        next: impl FnOnce(shakeup::Lexicon) -> PyResult<Result<shakeup::Lexicon, shakeup::Error>>,
    ) -> PyResult<Lexicon> {
        let inner = next(self.inner.clone())?.map_err(|error| errors::from_core(py, &error))?;
        Ok(Lexicon { inner })
    }

    fn entries<'a>(
        &self,
        py: Python<'_>,
        table: &str,
        entries: impl IntoIterator<Item = Vec<&'a str>>,
    ) -> PyResult<Lexicon> {
        self.then(py, |lexicon| Ok(lexicon.with_entries(table, entries)))
    }

    /// From what an Extractor is given: a lexicon, a path, or paths.
    pub(crate) fn of(value: &Bound<'_, PyAny>) -> PyResult<Lexicon> {
        if let Ok(lexicon) = value.cast::<Lexicon>() {
            return Ok(lexicon.get().clone());
        }
        match value.extract::<PathBuf>() {
            Ok(path) => Lexicon::builtin().load(value.py(), path),
            Err(_) => value
                .try_iter()?
                .try_fold(Lexicon::builtin(), |lexicon, path| lexicon.load(value.py(), path?.extract()?)),
        }
    }
}

/// One string, or each of several.
fn words(value: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    match value.cast::<PyString>() {
        Ok(word) => Ok(vec![utf8(word)?.to_owned()]),
        Err(_) => value.try_iter()?.map(|word| Ok(utf8(word?.cast::<PyString>()?)?.to_owned())).collect(),
    }
}

/// The lexicon that a pickle holds.
#[pyfunction]
#[pyo3(name = "_restore_lexicon")]
pub(crate) fn restore_lexicon(py: Python<'_>, added: Vec<(String, String)>) -> PyResult<Lexicon> {
    added.iter().try_fold(Lexicon::builtin(), |lexicon, (table, text)| lexicon.with_tsv(py, table, text))
}
