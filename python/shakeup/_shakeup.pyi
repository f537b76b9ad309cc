"""Types of the compiled module, made of it by `make stubs`; `python -m mypy.stubtest shakeup` proves them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias, overload

from ._errors import InputError

# What the functions take; the rest is told by the module.
_Id: TypeAlias = str | int | None
# A str is YYYY, YYYY-MM or YYYY-MM-DD, an int a year; a datetime is a date, and what follows the day in a str is cut off.
_Published: TypeAlias = str | int | date | None
_Path: TypeAlias = str | PathLike[str]
_Kind: TypeAlias = Literal["roles", "reassignments", "targets"]
_Kinds: TypeAlias = _Kind | Iterable[_Kind] | None
_OnError: TypeAlias = Literal["raise", "record"]

_Reason: TypeAlias = Literal[
    "retired", "resigned", "dismissed", "reassigned", "term_ended", "died", "suspended",
    "appointed", "elected", "promoted", "acting", "nominated", "returned", "other",
]  # fmt: skip
_FrameEvent: TypeAlias = Literal["in", "out", "swap", "move", "hold", "successor"]
_FrameWho: TypeAlias = Literal["subject", "object", "of", "apposed"]
_FramePos: TypeAlias = Literal["verb", "noun", "adjective"]
_PostKind: TypeAlias = Literal[
    "executive", "government", "legislative", "military", "police", "judicial", "legal", "academic", "sport", "diplomatic",
    "religious", "union", "media", "staff", "medical", "finance", "arts", "royal", "generic",
]  # fmt: skip
_PostScope: TypeAlias = Literal["seat", "chamber", "local", "national", "company"]
_OrganizationKind: TypeAlias = Literal[
    "government", "legislature", "court", "military", "police", "agency", "party", "company", "bank", "media", "university",
    "team", "league", "union", "international", "religious", "ngo", "museum", "exchange", "",
]  # fmt: skip
_UnitKind: TypeAlias = Literal[
    "percent", "times", "time", "length", "area", "volume", "mass", "speed", "temperature", "physical", "rate", "per", "part"
]
_TableName: TypeAlias = Literal[
    "grammar", "irregular_verbs", "verbs", "frames", "common_words", "given_names", "surnames", "person_words", "not_names",
    "places", "organizations", "organization_words", "posts", "post_modifiers", "abbreviations", "dates", "numbers", "units",
    "currencies", "targets", "confidence",
]  # fmt: skip
from _typeshed import SupportsGetItem
from os import PathLike
from typing import Any, Final, Literal, SupportsFloat, SupportsIndex, final

__all__ = ["__version__", "DateMention", "Entity", "Extraction", "Extractor", "Lexicon", "Mention", "NumericTarget", "Quantity", "Reassignment", "Role", "Span", "Table", "Tables", "_main", "_restore", "_restore_lexicon", "extract", "tables"]

__version__: Final[str]

@final
class DateMention:
    """
    A date expression and what it resolves to.
    """
    __match_args__: Final[tuple[Literal["text"], Literal["date"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @property
    def date(self, /) -> str | None:
        """
        `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, where the text or the publication date settles it.
        """
    @staticmethod
    def from_json(text: str) -> DateMention:
        """
        The object whose `to_json` it is.
        """
    @property
    def span(self, /) -> Span:
        """
        Place in the text.
        """
    @property
    def text(self, /) -> str:
        """
        Words of the date.
        """
    def to_dict(self, /) -> "dict[str, Any]":
        """
        All that it holds, as a dict.
        """
    def to_json(self, /) -> str:
        """
        All that it holds, as JSON; `from_json` reads it.
        """

@final
class Entity:
    """
    A person or an organization of the document, with all its mentions.
    """
    __match_args__: Final[tuple[Literal["name"], Literal["mentions"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str:
        """
        The fullest name.
        """
    @staticmethod
    def from_json(text: str) -> Entity:
        """
        The object whose `to_json` it is.
        """
    @property
    def mentions(self, /) -> tuple[Span, ...]:
        """
        Where it is named or referred to, in text order.
        """
    @property
    def name(self, /) -> str:
        """
        Fullest name that the document gives.
        """
    def to_dict(self, /) -> "dict[str, Any]":
        """
        All that it holds, as a dict.
        """
    def to_json(self, /) -> str:
        """
        All that it holds, as JSON; `from_json` reads it.
        """

@final
class Extraction:
    """
    Everything that was found in one document, in text order.

    >>> import shakeup
    >>> shakeup.extract("Nothing to see.", id="a1")
    Extraction(doc='a1', roles=0, reassignments=0, targets=0)
    """
    __match_args__: Final[tuple[Literal["roles"], Literal["reassignments"], Literal["targets"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> "str":
        """
        The article with its records beside it, which a notebook shows by itself.
        """
    @property
    def dateline(self, /) -> DateMention | None:
        """
        The text's own words for `published` near its top, where no date was given.
        """
    @property
    def dates(self, /) -> tuple[DateMention, ...]:
        """
        Dates of the document.
        """
    @property
    def doc(self, /) -> str:
        """
        Id of the document, empty when none was given.
        """
    @staticmethod
    def from_json(text: str) -> Extraction:
        """
        The object whose `to_json` it is.
        """
    @property
    def organizations(self, /) -> tuple[Entity, ...]:
        """
        Organizations and jurisdictions of the document.
        """
    @property
    def people(self, /) -> tuple[Entity, ...]:
        """
        People of the document.
        """
    @property
    def published(self, /) -> str | None:
        """
        Partial date that relative dates were resolved against: the one given, or else that of `dateline`.
        """
    @property
    def quantities(self, /) -> tuple[Quantity, ...]:
        """
        Quantities of the document.
        """
    @property
    def reassignments(self, /) -> tuple[Reassignment, ...]:
        """
        Who goes into or out of which post.
        """
    @property
    def roles(self, /) -> tuple[Role, ...]:
        """
        Who holds which post where.
        """
    def rows(self, /) -> "list[dict[str, Any]]":
        """
        All records as flat dicts, sorted by place: what `pandas.DataFrame` takes.

        >>> import shakeup
        >>> shakeup.extract("Nothing to see.").rows()
        []
        """
    @property
    def targets(self, /) -> tuple[NumericTarget, ...]:
        """
        Numbers that somebody wants reached or not passed.
        """
    @property
    def text(self, /) -> str | None:
        """
        The text that was read; None where only what was found in it is known.

        >>> import shakeup
        >>> shakeup.extract("Nothing to see.").text
        'Nothing to see.'
        """
    def to_dict(self, /) -> "dict[str, Any]":
        """
        All that it holds, as a dict.
        """
    def to_json(self, /) -> str:
        """
        All that it holds, as JSON; `from_json` reads it.
        """

@final
class Extractor:
    """
    Reads texts and returns their records. Safe to share between threads and to pickle.

    `lexicon` is a `Lexicon`, or one or more paths of folders or .tsv files to add to the built-in one; `kinds` any of
    "roles", "reassignments" and "targets"; records of less confidence than `min_confidence` are left out.

    >>> import shakeup
    >>> extractor = shakeup.Extractor(kinds=["roles"], min_confidence=0.5)
    >>> extractor.extract("Nothing to see.").roles
    ()
    >>> extractor
    Extractor(kinds=['roles'], min_confidence=0.5)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, lexicon: "Lexicon | _Path | Iterable[_Path] | None" = None, kinds: "_Kinds" = None, min_confidence: SupportsFloat | SupportsIndex = 0.0) -> Extractor: ...
    def __reduce__(self, /) -> "tuple[Any, ...]": ...
    def __repr__(self, /) -> str:
        """
        The settings that are not the usual ones.
        """
    def explain(self, /, text: str, id: "_Id" = None, published: "_Published" = None) -> str:
        """
        Every stage of a text as an indented tree, as `shakeup explain` prints it.
        """
    def extract(self, /, text: str, id: "_Id" = None, published: "_Published" = None) -> Extraction:
        """
        The records of a text.

        >>> import shakeup
        >>> shakeup.Extractor().extract("Nothing to see.", id="a1", published="2025-05-29").doc
        'a1'
        """
    @overload
    def extract_many(self, /, texts: "Iterable[str]", ids: "Iterable[_Id] | None" = None, published: "_Published | Iterable[_Published]" = None, threads: SupportsIndex = 0, progress: bool = False, on_error: Literal["raise"] = "raise") -> Iterator[Extraction]:
        """
        An iterator over the records of texts, in their order; reads and works ahead by a small batch.

        `ids` and `published` go along with `texts`; a single date is that of all. `threads=0` is one a core.
        `progress=True` shows a tqdm bar. What cannot be read (no str, no date) raises InputError, after all that came
        before it; with `on_error="record"` the InputError stands in its place, and the others are read.

        >>> import shakeup
        >>> texts = ["Nothing to see.", None, "Nor here."]
        >>> many = shakeup.Extractor().extract_many(texts, ids=["a", "b", "c"], on_error="record")
        >>> [str(found) if isinstance(found, shakeup.InputError) else found.doc for found in many]
        ['a', 'input 1: a str belongs here, not NoneType', 'c']
        """
    @overload
    def extract_many(self, /, texts: "Iterable[str | None]", ids: "Iterable[_Id] | None" = None, published: "_Published | Iterable[_Published]" = None, threads: SupportsIndex = 0, progress: bool = False, *, on_error: Literal["record"]) -> "Iterator[Extraction | InputError]": ...
    def tables(self, /, data: Any, text: str | None = None, id: str | None = None, published: "_Published" = None, threads: SupportsIndex = 0) -> Tables:
        """
        The tables of many documents, for pandas, polars, pyarrow and DuckDB.

        `data` is a list of texts or of dicts, a pandas or polars data frame or column, a pyarrow table, record batch, reader
        or array, a DuckDB relation, or anything else that has `__arrow_c_stream__` or `__arrow_c_array__`; what is in
        Arrow's form is read where it lies. `text`, `id` and `published` name the columns; without a name they are those
        called "text", "id" and "published" or "date", where there are such. A document without an id gets its row number,
        from 0. `published` may also be one date for all. Dates are strings (YYYY, YYYY-MM or YYYY-MM-DD, a time is
        cut off), days, or points in time, whose day in UTC counts. A row without text has no records.
        `threads=0` is one a core.

        >>> import shakeup
        >>> news = [{"key": "a1", "body": "Acme Corp named Jane Roe chief executive on Monday."}]
        >>> tables = shakeup.Extractor().tables(news, text="body", id="key", published="2025-05-29")
        >>> [(row["doc"], row["person"], row["date"]) for row in tables.reassignments.to_dicts()]
        [('a1', 'Jane Roe', '2025-05-26')]
        """

@final
class Lexicon:
    """
    Words that an Extractor knows: the built-in ones, and yours, which win. Each method returns a new lexicon.

    A table is one of `posts`, `post_modifiers`, `frames`, `verbs`, `organizations`, `organization_words`, `places`,
    `given_names`, `surnames`, `person_words`, `not_names`, `common_words`, `units`, `currencies`, `numbers`, `dates`,
    `targets`, `abbreviations`, `grammar`, `irregular_verbs`, `confidence` and `terms`.

    >>> import shakeup
    >>> lexicon = (
    ...     shakeup.Lexicon.builtin()
    ...     .add_posts(["portwright", "deputy portwright"], kind="government")
    ...     .add_frame("muster out", "out", reason="retired")
    ...     .remove_posts("boss")
    ... )
    >>> lexicon
    Lexicon(posts=3, frames=1)
    >>> print(*shakeup.Extractor(lexicon).extract("Portwright Ann Lee mustered out.").reassignments)
    Ann Lee out as Portwright: retired (actual)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[Any, ...]":
        """
        A pickle holds the words themselves: it must not depend on files.
        """
    def __repr__(self, /) -> str:
        """
        `Lexicon(posts=2, frames=1)`: how many lines were added to which table.
        """
    def add(self, /, table: "_TableName", entries: "Iterable[str | Iterable[str]]") -> Lexicon:
        """
        The lexicon with entries of a table: the columns of each, as the head of the table's file explains them.

        >>> import shakeup
        >>> shakeup.Lexicon.builtin().add("given_names", [["zorvane", "f"], ["quillam", "m"]])
        Lexicon(given_names=2)
        """
    def add_frame(self, /, phrase: str, event: "_FrameEvent", who: "_FrameWho" = "subject", *, pos: "_FramePos" = "verb", reason: "_Reason | None" = None, options: "str | Iterable[str] | None" = None) -> Lexicon:
        """
        The lexicon with a frame: a verb, noun or adjective that puts people into posts or out of them.

        The first word of the `phrase` inflects. `event` is "in", "out", "swap", "move", "hold" or "successor"; `who` goes is
        the "subject" or "object" of the verb, "of" the noun ("the ousting of Lee") or "apposed" ("Lee, the mayor's pick");
        `pos` is "verb", "noun" or "adjective"; `reason` one of those of `Reassignment.reason`; the `options` are those of
        frames.tsv: "post=object", "org=object", "needs=role", "realis=planned", "acting", …
        It takes the place of the built-in frames of that phrase.

        >>> import shakeup
        >>> lexicon = shakeup.Lexicon.builtin().add_frame("defenestrate", "out", "object", reason="dismissed")
        >>> print(*shakeup.Extractor(lexicon).extract("Acme defenestrated chairman Omar Diaz.").reassignments)
        Omar Diaz out as chairman, Acme: dismissed (actual)
        """
    def add_organizations(self, /, names: "str | Iterable[str]", kind: "_OrganizationKind" = "", *, cased: bool = False) -> Lexicon:
        """
        The lexicon with an organization or several, by their names.

        `kind` is "government", "legislature", "court", "military", "police", "agency", "party", "company", "bank",
        "media", "university", "team", "league", "union", "international", "religious", "ngo", "museum", "exchange" or "".
        A name in capitals is an acronym and found in capitals only; `cased` ones are also ordinary words and found only
        where they are capitalised.

        >>> import shakeup
        >>> lexicon = shakeup.Lexicon.builtin().add_organizations("Zorvane", kind="company")
        >>> print(*shakeup.Extractor(lexicon).extract("Ann Lee joined Zorvane as director.").roles)
        Ann Lee: director, Zorvane (incoming)
        """
    def add_posts(self, /, posts: "str | Iterable[str]", kind: "_PostKind" = "generic", *, title: bool = True, weak: bool = False, sole: bool = False, scope: "_PostScope | None" = None) -> Lexicon:
        """
        The lexicon with posts added: one title or several, without organization and name.

        `kind` is "executive", "government", "legislative", "military", "police", "judicial", "legal", "academic",
        "sport", "diplomatic", "religious", "union", "media", "staff", "medical", "finance", "arts", "royal" or "generic".
        A `title` can stand before a name ("Portwright Lee"); a `weak` one is a post only beside an organization; a `sole`
        one is held by one person at a time. `scope` says what it is of where the text does not: "seat" of a legislature,
        "chamber", "local", "national" or "company".

        >>> import shakeup
        >>> lexicon = shakeup.Lexicon.builtin().add_posts("portwright", kind="government")
        >>> print(*shakeup.Extractor(lexicon).extract("The quay was opened by portwright Ann Lee.").roles)
        Ann Lee: portwright (current)
        """
    def add_unit(self, /, phrase: str, name: str | None = None, kind: "_UnitKind" = "physical", *, ucum: str | None = None, period: str | None = None, factor: SupportsFloat | SupportsIndex = 1.0, size: SupportsFloat | SupportsIndex | None = None) -> Lexicon:
        """
        The lexicon with a unit of measure.

        `name` is what `Quantity.unit` says (the phrase if none is given); `kind` is "length", "area", "volume", "mass",
        "speed", "temperature", "time" or "physical" (any other), "part" (a symbol that is a unit only among
        others), and for rates "rate" and "per"; `ucum` its UCUM code;
        `period` the time that it holds ("barrels per day": "day"); `factor` how many of the named unit it is;
        `size` how large in seconds, meters or kilograms, so that a smaller unit can join it ("5 feet 2 inches").

        >>> import shakeup
        >>> lexicon = shakeup.Lexicon.builtin().add_unit("kilobushels", "bushels", factor=1000)
        >>> quantity = shakeup.Extractor(lexicon).extract("The port moved 5 kilobushels.").quantities[0]
        >>> quantity.low, quantity.unit
        (5000.0, 'bushels')
        """
    @staticmethod
    def builtin() -> Lexicon:
        """
        The built-in words.

        >>> import shakeup
        >>> shakeup.Lexicon.builtin()
        Lexicon()
        """
    def load(self, /, path: str | PathLike[str]) -> Lexicon:
        """
        The lexicon with a .tsv file added, which is named after its table (`posts.tsv`), or with all those of a folder.

        >>> import pathlib, shakeup, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     _ = pathlib.Path(folder, "posts.tsv").write_text("portwright\\tgovernment\\ttitle\\n")
        ...     lexicon = shakeup.Lexicon.builtin().load(folder)
        >>> lexicon
        Lexicon(posts=1)
        """
    def remove(self, /, table: "_TableName", phrases: "str | Iterable[str]") -> Lexicon:
        """
        The lexicon without an entry of a table or several, by their first columns.

        >>> import shakeup
        >>> shakeup.Lexicon.builtin().remove("given_names", ["mark", "will"])
        Lexicon(given_names=2)
        """
    def remove_frame(self, /, phrase: "str | Iterable[str]") -> Lexicon:
        """
        The lexicon without the frames of a phrase or several.
        """
    def remove_organizations(self, /, names: "str | Iterable[str]") -> Lexicon:
        """
        The lexicon without an organization or several.
        """
    def remove_posts(self, /, posts: "str | Iterable[str]") -> Lexicon:
        """
        The lexicon without a post or several.
        """
    def remove_unit(self, /, phrase: "str | Iterable[str]") -> Lexicon:
        """
        The lexicon without a unit or several.
        """
    def with_dir(self, /, path: str | PathLike[str]) -> Lexicon:
        """
        The lexicon with every .tsv file of a folder added.
        """
    def with_file(self, /, path: str | PathLike[str]) -> Lexicon:
        """
        The lexicon with a file added, which is named after its table: `posts.tsv`.
        """
    def with_tsv(self, /, table: "_TableName", text: str) -> Lexicon:
        """
        The lexicon with the lines of a table added.
        """

@final
class Mention:
    """
    A person, organization, post, metric or concept as the text names it; `str()` gives its fullest name.
    """
    __match_args__: Final[tuple[Literal["name"], Literal["text"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str:
        """
        The fullest name.
        """
    @property
    def end(self, /) -> int:
        """
        One past the last code point.
        """
    @property
    def end_byte(self, /) -> int:
        """
        One past the last byte in UTF-8.
        """
    @property
    def entity(self, /) -> int | None:
        """
        Index into the extraction's people or organizations, where it is one of them.
        """
    @staticmethod
    def from_json(text: str) -> Mention:
        """
        The object whose `to_json` it is.
        """
    @property
    def name(self, /) -> str:
        """
        Fullest name that the document gives.
        """
    @property
    def span(self, /) -> Span:
        """
        Place in the text.
        """
    @property
    def start(self, /) -> int:
        """
        First code point.
        """
    @property
    def start_byte(self, /) -> int:
        """
        First byte in UTF-8.
        """
    @property
    def text(self, /) -> str:
        """
        Words as found.
        """
    def to_dict(self, /) -> "dict[str, Any]":
        """
        All that it holds, as a dict.
        """
    def to_json(self, /) -> str:
        """
        All that it holds, as JSON; `from_json` reads it.
        """

@final
class NumericTarget:
    """
    The number that somebody wants reached or not passed, or a figure that it is set against.
    """
    __match_args__: Final[tuple[Literal["kind"], Literal["comparator"], Literal["low"], Literal["high"], Literal["unit"], Literal["metric"], Literal["period"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str:
        """
        The record in words.
        """
    @property
    def addressee(self, /) -> Mention | None:
        """
        Who must reach it.
        """
    @property
    def attribution(self, /) -> str | None:
        """
        Who says so.
        """
    @property
    def change(self, /) -> Literal["increase", "decrease"] | None:
        """
        `increase` or `decrease`.
        """
    @property
    def comparator(self, /) -> Literal["eq", "ge", "le", "gt", "lt", "approx", "range"]:
        """
        `eq`, `ge`, `le`, `gt`, `lt`, `approx` or `range`.
        """
    @property
    def confidence(self, /) -> float:
        """
        How likely the core of the record is right, 0.01 to 0.99.
        """
    @property
    def deadline(self, /) -> str | None:
        """
        Partial date by which it is to be reached.
        """
    @property
    def deadline_text(self, /) -> str | None:
        """
        Words of the deadline.
        """
    @property
    def doc(self, /) -> str:
        """
        Id of the document.
        """
    @property
    def end(self, /) -> int:
        """
        One past the last code point of the evidence.
        """
    @property
    def end_byte(self, /) -> int:
        """
        One past the last byte of the evidence in UTF-8.
        """
    @staticmethod
    def from_json(text: str) -> NumericTarget:
        """
        The object whose `to_json` it is.
        """
    @property
    def high(self, /) -> float | None:
        """
        Upper end in base units; None for "at least" and "more than".
        """
    @property
    def id(self, /) -> str:
        """
        Stable id of the record: a hash of document id, kind, place and slots.
        """
    @property
    def kind(self, /) -> Literal["target", "limit", "baseline", "actual"]:
        """
        `target`, `limit`, `baseline` or `actual`.
        """
    @property
    def low(self, /) -> float | None:
        """
        Lower end in base units; None for "at most" and "less than".
        """
    @property
    def metric(self, /) -> Mention | None:
        """
        What is counted or measured.
        """
    @property
    def of(self, /) -> str | None:
        """
        Id of the target that a baseline or actual belongs to.
        """
    @property
    def period(self, /) -> str | None:
        """
        Per what: `day`, `year`, …
        """
    @property
    def realis(self, /) -> Literal["actual", "planned", "possible", "denied"]:
        """
        `actual`, `planned`, `possible` or `denied`.
        """
    def row(self, /) -> "dict[str, Any]":
        """
        The record as a flat dict, as in `Extraction.rows()` and in the tables.
        """
    @property
    def rule(self, /) -> str:
        """
        Rule or frame that made the record.
        """
    @property
    def sentence(self, /) -> Span:
        """
        Place of the evidence's sentence.
        """
    @property
    def setter(self, /) -> Mention | None:
        """
        Who sets or demands it.
        """
    @property
    def span(self, /) -> Span:
        """
        Place of the evidence.
        """
    @property
    def start(self, /) -> int:
        """
        First code point of the evidence: `text[r.start:r.end]` is the evidence.
        """
    @property
    def start_byte(self, /) -> int:
        """
        First byte of the evidence in UTF-8.
        """
    @property
    def text(self, /) -> str:
        """
        Words of the evidence.
        """
    def to_dict(self, /) -> "dict[str, Any]":
        """
        All that it holds, as a dict.
        """
    def to_json(self, /) -> str:
        """
        All that it holds, as JSON; `from_json` reads it.
        """
    @property
    def unit(self, /) -> str:
        """
        `count`, `percent`, `times`, an ISO 4217 code, or the unit in words.
        """

@final
class Quantity:
    """
    A number with its comparator, unit and rate, whether or not it belongs to a target.
    """
    __match_args__: Final[tuple[Literal["low"], Literal["high"], Literal["comparator"], Literal["unit"], Literal["counted"], Literal["concept"], Literal["period"], Literal["per"], Literal["change"], Literal["kind"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @property
    def change(self, /) -> Literal["increase", "decrease"] | None:
        """
        Which way something changes by it: `increase` or `decrease`.
        """
    @property
    def comparator(self, /) -> Literal["eq", "ge", "le", "gt", "lt", "approx", "range"]:
        """
        `eq`, `ge`, `le`, `gt`, `lt`, `approx` or `range`.
        """
    @property
    def concept(self, /) -> Mention | None:
        """
        What it is about where nothing is counted, as "inflation" of "inflation rose 3 percent".
        """
    @property
    def counted(self, /) -> str | None:
        """
        Counted noun phrase.
        """
    @staticmethod
    def from_json(text: str) -> Quantity:
        """
        The object whose `to_json` it is.
        """
    @property
    def high(self, /) -> float | None:
        """
        Upper end in base units.
        """
    @property
    def kind(self, /) -> Literal["count", "percent", "times", "money", "time", "age", "length", "area", "volume", "mass", "speed", "temperature", "other"]:
        """
        What it measures: `count`, `percent`, `times`, `money`, `time`, `age`, `length`, `area`, `volume`, `mass`, `speed`,
        `temperature` or `other`.
        """
    @property
    def low(self, /) -> float | None:
        """
        Lower end in base units.
        """
    @property
    def per(self, /) -> str | None:
        """
        For one of what: `share`, `barrel`, `person`, …
        """
    @property
    def period(self, /) -> str | None:
        """
        In how long: `day`, `year`, …
        """
    @property
    def span(self, /) -> Span:
        """
        Place in the text.
        """
    @property
    def text(self, /) -> str:
        """
        Words of the quantity.
        """
    def to_dict(self, /) -> "dict[str, Any]":
        """
        All that it holds, as a dict.
        """
    def to_json(self, /) -> str:
        """
        All that it holds, as JSON; `from_json` reads it.
        """
    @property
    def ucum(self, /) -> str | None:
        """
        UCUM code of the unit, where it has one.
        """
    @property
    def unit(self, /) -> str:
        """
        `count`, `percent`, `times`, an ISO 4217 code, or the unit in words.
        """

@final
class Reassignment:
    """
    One person going into or out of one post.
    """
    __match_args__: Final[tuple[Literal["person"], Literal["direction"], Literal["post"], Literal["organization"], Literal["reason"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str:
        """
        The record in words.
        """
    @property
    def acting(self, /) -> bool:
        """
        Whether the post is taken up for the time being.
        """
    @property
    def attribution(self, /) -> str | None:
        """
        Who says so.
        """
    @property
    def confidence(self, /) -> float:
        """
        How likely the core of the record is right, 0.01 to 0.99.
        """
    @property
    def counterpart(self, /) -> Mention | None:
        """
        Predecessor or successor in the same post.
        """
    @property
    def date(self, /) -> str | None:
        """
        Partial date on which it takes effect.
        """
    @property
    def date_text(self, /) -> str | None:
        """
        Words of the date.
        """
    @property
    def direction(self, /) -> Literal["in", "out"]:
        """
        `in` or `out`.
        """
    @property
    def doc(self, /) -> str:
        """
        Id of the document.
        """
    @property
    def end(self, /) -> int:
        """
        One past the last code point of the evidence.
        """
    @property
    def end_byte(self, /) -> int:
        """
        One past the last byte of the evidence in UTF-8.
        """
    @staticmethod
    def from_json(text: str) -> Reassignment:
        """
        The object whose `to_json` it is.
        """
    @property
    def id(self, /) -> str:
        """
        Stable id of the record: a hash of document id, kind, place and slots.
        """
    @property
    def move(self, /) -> str | None:
        """
        Id of the other half, when one person leaves one post for another.
        """
    @property
    def organization(self, /) -> Mention | None:
        """
        Where the post is.
        """
    @property
    def person(self, /) -> Mention:
        """
        Who goes.
        """
    @property
    def post(self, /) -> Mention | None:
        """
        Title without the organization.
        """
    @property
    def realis(self, /) -> Literal["actual", "planned", "possible", "denied"]:
        """
        `actual`, `planned`, `possible` or `denied`.
        """
    @property
    def reason(self, /) -> Literal["retired", "resigned", "dismissed", "reassigned", "term_ended", "died", "suspended", "appointed", "elected", "promoted", "acting", "nominated", "returned", "other"] | None:
        """
        Why or how, where the text says.
        """
    def row(self, /) -> "dict[str, Any]":
        """
        The record as a flat dict, as in `Extraction.rows()` and in the tables.
        """
    @property
    def rule(self, /) -> str:
        """
        Rule or frame that made the record.
        """
    @property
    def sentence(self, /) -> Span:
        """
        Place of the evidence's sentence.
        """
    @property
    def span(self, /) -> Span:
        """
        Place of the evidence.
        """
    @property
    def start(self, /) -> int:
        """
        First code point of the evidence: `text[r.start:r.end]` is the evidence.
        """
    @property
    def start_byte(self, /) -> int:
        """
        First byte of the evidence in UTF-8.
        """
    @property
    def text(self, /) -> str:
        """
        Words of the evidence.
        """
    def to_dict(self, /) -> "dict[str, Any]":
        """
        All that it holds, as a dict.
        """
    def to_json(self, /) -> str:
        """
        All that it holds, as JSON; `from_json` reads it.
        """

@final
class Role:
    """
    Who holds, held or is to hold which post at which organization.
    """
    __match_args__: Final[tuple[Literal["person"], Literal["post"], Literal["organization"], Literal["status"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str:
        """
        The record in words.
        """
    @property
    def acting(self, /) -> bool:
        """
        Whether the post is held for the time being.
        """
    @property
    def confidence(self, /) -> float:
        """
        How likely the core of the record is right, 0.01 to 0.99.
        """
    @property
    def doc(self, /) -> str:
        """
        Id of the document.
        """
    @property
    def end(self, /) -> int:
        """
        One past the last code point of the evidence.
        """
    @property
    def end_byte(self, /) -> int:
        """
        One past the last byte of the evidence in UTF-8.
        """
    @staticmethod
    def from_json(text: str) -> Role:
        """
        The object whose `to_json` it is.
        """
    @property
    def id(self, /) -> str:
        """
        Stable id of the record: a hash of document id, kind, place and slots.
        """
    @property
    def organization(self, /) -> Mention | None:
        """
        Narrowest organization, unit or jurisdiction that the title is of.
        """
    @property
    def person(self, /) -> Mention:
        """
        Holder of the post.
        """
    @property
    def post(self, /) -> Mention:
        """
        Title without the organization.
        """
    def row(self, /) -> "dict[str, Any]":
        """
        The record as a flat dict, as in `Extraction.rows()` and in the tables.
        """
    @property
    def rule(self, /) -> str:
        """
        Rule or frame that made the record.
        """
    @property
    def sentence(self, /) -> Span:
        """
        Place of the evidence's sentence.
        """
    @property
    def since(self, /) -> str | None:
        """
        Partial date from which the post is held.
        """
    @property
    def span(self, /) -> Span:
        """
        Place of the evidence.
        """
    @property
    def start(self, /) -> int:
        """
        First code point of the evidence: `text[r.start:r.end]` is the evidence.
        """
    @property
    def start_byte(self, /) -> int:
        """
        First byte of the evidence in UTF-8.
        """
    @property
    def status(self, /) -> Literal["current", "former", "incoming"]:
        """
        `current`, `former` or `incoming`, as of the document.
        """
    @property
    def text(self, /) -> str:
        """
        Words of the evidence.
        """
    def to_dict(self, /) -> "dict[str, Any]":
        """
        All that it holds, as a dict.
        """
    def to_json(self, /) -> str:
        """
        All that it holds, as JSON; `from_json` reads it.
        """
    @property
    def until(self, /) -> str | None:
        """
        Partial date until which the post was held.
        """

@final
class Span:
    """
    A piece of the text, in code points and in bytes of UTF-8.
    """
    __match_args__: Final[tuple[Literal["start"], Literal["end"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @property
    def end(self, /) -> int:
        """
        One past the last code point.
        """
    @property
    def end_byte(self, /) -> int:
        """
        One past the last byte.
        """
    @staticmethod
    def from_json(text: str) -> Span:
        """
        The object whose `to_json` it is.
        """
    @property
    def start(self, /) -> int:
        """
        First code point.
        """
    @property
    def start_byte(self, /) -> int:
        """
        First byte.
        """
    def to_dict(self, /) -> "dict[str, Any]":
        """
        All that it holds, as a dict.
        """
    def to_json(self, /) -> str:
        """
        All that it holds, as JSON; `from_json` reads it.
        """

@final
class Table:
    """
    A table in Arrow's form: pyarrow, polars, DuckDB and pandas take it as it is, as often as they like, without a copy.

    >>> import shakeup
    >>> roles = shakeup.tables(["Acme Corp named Jane Roe chief executive."]).roles
    >>> [(row["doc"], row["person"], row["post"]) for row in roles.to_dicts()]
    [('0', 'Jane Roe', 'chief executive')]
    """
    def __arrow_c_schema__(self, /) -> "object":
        """
        The schema in the Arrow PyCapsule interface.
        """
    def __arrow_c_stream__(self, /, requested_schema: "object" = None) -> "object":
        """
        The rows as a stream of the Arrow PyCapsule interface: each call gives one from the start.
        """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    @property
    def columns(self, /) -> list[str]:
        """
        Names of the columns, in order.
        """
    @property
    def name(self, /) -> Literal["roles", "reassignments", "targets", "mentions", "quantities"]:
        """
        Name of the table: "roles", "reassignments", "targets", "mentions" or "quantities".
        """
    def to_arrow(self, /) -> Any:
        """
        The table as a `pyarrow.Table`, without a copy.
        """
    def to_dicts(self, /) -> "list[dict[str, Any]]":
        """
        The rows as dicts.
        """
    def to_pandas(self, /) -> Any:
        """
        The table as a `pandas.DataFrame`; faster where pyarrow is installed.
        """
    def to_polars(self, /) -> Any:
        """
        The table as a `polars.DataFrame`, without a copy.
        """

@final
class Tables:
    """
    The tables of many documents: one row a record, mention or quantity, with the document's id in column `doc`.

    >>> import shakeup
    >>> shakeup.tables(["Acme Corp named Jane Roe chief executive."])
    Tables(roles=1, reassignments=1, targets=0, mentions=2, quantities=0)
    """
    def __repr__(self, /) -> str: ...
    @property
    def mentions(self, /) -> Table:
        """
        Each mention of a person or an organization; `entity` is the same for all mentions of one in its document.
        """
    @property
    def quantities(self, /) -> Table:
        """
        Each number with what it measures.
        """
    @property
    def reassignments(self, /) -> Table:
        """
        Who goes into or out of which post.
        """
    @property
    def roles(self, /) -> Table:
        """
        Who holds which post where.
        """
    @property
    def targets(self, /) -> Table:
        """
        Numbers that somebody wants reached or not passed.
        """

def _main(args: SupportsGetItem[int, str]) -> int:
    """
    Runs the command line and returns its exit status; the first argument is the name of the command.
    """

def _restore(class_: str, state: str, text: str | None = None) -> Any:
    """
    The object that a pickle holds.
    """

def _restore_lexicon(added: SupportsGetItem[int, tuple[str, str]]) -> Lexicon:
    """
    The lexicon that a pickle holds.
    """

def extract(text: str, *, id: "_Id" = None, published: "_Published" = None, kinds: "_Kinds" = None, min_confidence: SupportsFloat | SupportsIndex | None = None) -> Extraction:
    """
    The records of a text; for many texts make an Extractor.

    >>> import shakeup
    >>> found = shakeup.extract("Acme Corp named Jane Roe chief executive.")
    >>> found.reassignments[0].person.name
    'Jane Roe'
    """

def tables(data: Any, text: str | None = None, id: str | None = None, published: "_Published" = None, threads: SupportsIndex = 0) -> Tables:
    """
    The tables of many documents, for pandas, polars, pyarrow and DuckDB: `Extractor().tables(…)`, where the rest is said.

    >>> import shakeup
    >>> shakeup.tables(["Acme Corp named Jane Roe chief executive."])
    Tables(roles=1, reassignments=1, targets=0, mentions=2, quantities=0)
    """
