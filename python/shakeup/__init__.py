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
    "tables",
]
