"""Roles, reassignments and numeric targets from English news, every record traceable to its words.

>>> import shakeup
>>> found = shakeup.extract("Acme Corp named Jane Roe chief executive.", published="2025-05-29")
>>> for change in found.reassignments:
...     print(change.person, change.direction, change.post)
Jane Roe in chief executive
"""

from ._errors import InputError, LexiconError, ShakeupError
from ._shakeup import (
    DateMention,
    Entity,
    Extraction,
    Extractor,
    Lexicon,
    Mention,
    NumericTarget,
    Quantity,
    Reassignment,
    Role,
    Span,
    Table,
    Tables,
    __version__,
    extract,
    tables,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from . import plot


def render(
    docs: "Extraction | Iterable[Extraction | Exception]", path: "str | PathLike[str]", *, title: str = "Report"
) -> None:
    """Write extractions as a page of HTML: each article with its records beside it.

    One extraction or many; of many, one at a time is held, so they may come from `extract_many`.

    >>> import os, shakeup, tempfile
    >>> found = shakeup.extract("Acme Corp named Jane Roe chief executive.", id="a1")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     shakeup.render(found, os.path.join(folder, "report.html"), title="Monday")
    """
    from .display import render

    render(docs, path, title=title)


def __getattr__(name: str) -> object:
    if name == "plot":  # imported when it is asked for: `import shakeup` stays quick
        import importlib

        return importlib.import_module("shakeup.plot")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> "list[str]":
    return sorted(__all__)


__all__ = [
    "DateMention",
    "Entity",
    "Extraction",
    "Extractor",
    "InputError",
    "Lexicon",
    "LexiconError",
    "Mention",
    "NumericTarget",
    "Quantity",
    "Reassignment",
    "Role",
    "ShakeupError",
    "Span",
    "Table",
    "Tables",
    "__version__",
    "extract",
    "plot",
    "render",
    "tables",
]
