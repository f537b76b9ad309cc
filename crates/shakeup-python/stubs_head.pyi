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
