"""A spaCy component: records of a `Doc`, with spans of its tokens.

It needs spaCy (`pip install "shakeup[spacy]"`) and no model: shakeup reads the text, spaCy's tokens only give the spans.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> component = nlp.add_pipe("shakeup", config={"kinds": ["reassignments"]})
>>> doc = nlp("Acme Corp named Jane Roe chief executive.")
>>> change = doc._.reassignments[0]
>>> change.span, change.slots["person"], change.record.direction
(named Jane Roe chief executive, Jane Roe, 'in')

A document's date of publication and id may be told before it is read:

>>> doc = nlp.make_doc("Acme Corp named Jane Roe chief executive on Thursday.")
>>> doc._.published = "2025-05-30"
>>> nlp(doc)._.reassignments[0].record.date
'2025-05-29'
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from shakeup import Extraction, Extractor, Mention, NumericTarget, Reassignment, Role
from shakeup._shakeup import _restore
from spacy.language import Language
from spacy.tokens import Doc, Span

__all__ = ["Aligned", "Component", "create"]

Record = TypeVar("Record", Role, Reassignment, NumericTarget)
_KEY = "shakeup"
_SLOTS = ("person", "post", "organization", "counterpart", "metric", "setter", "addressee")


@dataclass(frozen=True)
class Aligned(Generic[Record]):
    """A record, the tokens of its evidence, and those of each slot that stands in the text; half a token counts as the whole."""

    record: Record
    span: Span
    slots: dict[str, Span]


class Component:
    """Reads documents; what it finds is in `doc._.extraction`, `doc._.roles`, `doc._.reassignments` and `doc._.targets`, and the evidence in
    `doc.spans["shakeup"]`, for displacy."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor

    def __call__(self, doc: Doc) -> Doc:
        found = self.extractor.extract(doc.text, id=doc._.id, published=doc._.published)
        # As JSON, so that documents go to bytes and to other processes.
        doc.user_data[_KEY] = found.to_json()
        kinds = (("role", doc._.roles), ("reassignment", doc._.reassignments), ("target", doc._.targets))
        doc.spans[_KEY] = [
            Span(doc, aligned.span.start, aligned.span.end, label=kind) for kind, records in kinds for aligned in records
        ]
        return doc


@Language.factory("shakeup", default_config={"lexicon": None, "kinds": None, "min_confidence": 0.0})
def create(
    nlp: Language, name: str, lexicon: str | list[str] | None, kinds: list[str] | None, min_confidence: float
) -> Component:
    """The component with the settings of an `Extractor`; `lexicon` is a path of a folder or file of words, or several."""
    return Component(Extractor(lexicon, kinds, min_confidence))  # type: ignore[arg-type]  # kinds are checked there


# A document is asked for its roles, its reassignments, its targets: it is the same extraction.
_found: Callable[[str, str, str], Extraction] = lru_cache(maxsize=16)(_restore)


def _extraction(doc: Doc) -> Extraction | None:
    state = doc.user_data.get(_KEY)
    return None if state is None else _found("Extraction", state, doc.text)


def _aligned(doc: Doc, records: tuple[Record, ...]) -> tuple[Aligned[Record], ...]:
    return tuple(Aligned(record, _tokens(doc, record), _slots(doc, record)) for record in records)


def _tokens(doc: Doc, place: Role | Reassignment | NumericTarget | Mention) -> Span:
    span: Span | None = doc.char_span(place.start, place.end, alignment_mode="expand")
    return doc[0:0] if span is None else span


def _slots(doc: Doc, record: Role | Reassignment | NumericTarget) -> dict[str, Span]:
    mentions = ((slot, getattr(record, slot, None)) for slot in _SLOTS)
    return {slot: _tokens(doc, mention) for slot, mention in mentions if mention is not None}


def _roles(doc: Doc) -> tuple[Aligned[Role], ...]:
    found = _extraction(doc)
    return _aligned(doc, found.roles) if found else ()


def _reassignments(doc: Doc) -> tuple[Aligned[Reassignment], ...]:
    found = _extraction(doc)
    return _aligned(doc, found.reassignments) if found else ()


def _targets(doc: Doc) -> tuple[Aligned[NumericTarget], ...]:
    found = _extraction(doc)
    return _aligned(doc, found.targets) if found else ()


for _name, _getter in (
    ("extraction", _extraction),
    ("roles", _roles),
    ("reassignments", _reassignments),
    ("targets", _targets),
):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, getter=_getter)
for _name in ("id", "published"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)
