"""The records of an article as cards: who or how much, then each slot that is filled, the confidence and the rule."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TypeAlias

from shakeup import Extraction, NumericTarget, Reassignment, Role

from .words import amount

Record: TypeAlias = Role | Reassignment | NumericTarget

# The slots that a card lists, by their columns, and what they are called there when it is not that.
_LISTED = {
    Role: ("post", "organization", "since", "until"),
    Reassignment: ("post", "organization", "reason", "counterpart", "date", "attribution"),
    NumericTarget: ("metric", "change", "setter", "addressee", "deadline", "attribution"),
}
_CALLED = {"setter": "set by", "addressee": "for", "attribution": "said by"}
_COUNTERPART = {"in": "predecessor", "out": "successor"}


def records(found: Extraction) -> dict[str, list[Record]]:
    """The records in the order of their cards: what changes comes first."""
    return {"Reassignments": [*found.reassignments], "Targets": [*found.targets], "Roles": [*found.roles]}


def state(record: Record) -> str:
    """The one word that sets a record apart from others of its kind."""
    if isinstance(record, Role):
        return record.status
    return record.direction if isinstance(record, Reassignment) else record.kind


def title(record: Record) -> str:
    """Whom or how much a record is about."""
    if isinstance(record, NumericTarget):
        return amount(record.low, record.high, record.comparator, record.unit, record.period)
    return str(record.person)


def slots(record: Record) -> Iterator[tuple[str, str, str]]:
    """Column, what a reader calls it, and its value, for each slot that is filled and not in the title."""
    for name in _LISTED[type(record)]:
        value = getattr(record, name)
        words = getattr(record, f"{name}_text", None)
        if value is None and words is None:
            continue
        # "2025-06 (“in June”)": what it comes to, and the words for it.
        shown = str(words if value is None else value)
        if value is not None and words is not None and words != value:
            shown = f"{value} (“{words}”)"
        if name == "reason":
            shown = shown.replace("_", " ")
        label = _COUNTERPART[state(record)] if name == "counterpart" else _CALLED.get(name, name)
        yield name, label, shown


def partners(record: Record) -> Iterator[tuple[str, str, str]]:
    """Column, label and id of the records that a record points at."""
    for name, label in (("move", "same move"), ("of", "set against")):
        other = getattr(record, name, None)
        if other is not None:
            yield name, label, other


def chips(record: Record) -> list[str]:
    """What qualifies a record: that it is not settled, or not for good."""
    realis = getattr(record, "realis", "actual")
    return [*([realis] if realis != "actual" else []), *(["acting"] if getattr(record, "acting", False) else [])]


def card(record: Record, number: int, anchor: str, ids: dict[str, tuple[str, str]], quote: bool) -> str:
    """A record as an item of a list. `ids` has the anchor and title of each record; `quote` shows its evidence in the card."""
    word, heading = state(record), title(record)
    shown = [_slot(name, label, escape(value)) for name, label, value in slots(record)]
    for name, label, other in partners(record):
        if other in ids:
            to, called = ids[other]
            shown.append(_slot(name, label, f'<a href="#{to}-c">{escape(called)}</a>'))
    # Without the article there is nowhere to go: the evidence is in the card.
    name = f"<b>{escape(heading)}</b>" if quote else f'<a href="#{anchor}">{escape(heading)}</a>'
    evidence = f"<blockquote>{escape(record.text)}</blockquote>" if quote else ""
    percent = round(record.confidence * 100)
    return (
        f'<li class="card {word} c{number}" id="{anchor}-c"{" tabindex=0" if quote else ""}>'
        f'<p class="top"><span class="state">{word}</span>'
        + "".join(f'<span class="chip">{chip}</span>' for chip in chips(record))
        + f'<span class="sure" style="--p:{percent}%"><span class="vh">confidence </span>{percent}%</span></p>'
        f'<p class="who">{name}</p><dl>{"".join(shown)}</dl>{evidence}'
        f'<p class="rule">rule <code>{escape(record.rule)}</code></p></li>'
    )


def _slot(column: str, label: str, value: str) -> str:
    title = "" if label == column else f' title="{column}"'
    return f"<div><dt{title}>{label}</dt><dd>{value}</dd></div>"
