"""The text of an article as HTML, with marks for what it names and spans for the evidence of each record.

Marks and evidence nest and cross as they like: "Agriculture Secretary" holds an organization, and the evidence of one record ends in
the middle of another's. What crosses is cut in pieces, so that the elements always nest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape

from shakeup import Extraction, Mention

from .cards import Record
from .words import amount

# Where two begin and end together, evidence holds the mark of an organization, and that the mark of a post.
_DEPTH = {"evidence": 0, "organization": 1, "post": 2, "person": 3, "quantity": 4, "slot": 5}
_HEADLINE = 160


@dataclass
class Mark:
    """A piece of the text that is to be an element: evidence of records, or a mention that fills slots of them."""

    start: int
    end: int
    kind: str
    name: str = ""
    records: list[int] = field(default_factory=list)
    anchor: str = ""

    def opening(self, first: bool, last: bool) -> str:
        classes = [f"r{i}" for i in self.records]
        if self.kind == "evidence":
            anchor = f' id="{self.anchor}"' if first and self.anchor else ""
            return f'<span class="{" ".join(["ev", *classes])}"{anchor}>'
        if self.kind == "slot":
            return f'<span class="{" ".join(["sl", *classes])}">'
        # The kind is said once, behind the last piece.
        said = f' data-k="{self.kind}"' if last else ""
        return f'<mark class="{" ".join([self.kind, *classes])}"{said} title="{escape(self.name)}">'

    @property
    def closing(self) -> str:
        return "</span>" if self.kind in ("evidence", "slot") else "</mark>"


def marks(found: Extraction, records: list[Record], anchors: list[str]) -> list[Mark]:
    """All marks of an article; `records` in the order of their cards, `anchors` the ids of their evidence."""
    evidence = [
        Mark(record.start, record.end, "evidence", records=[i], anchor=anchor)
        for i, (record, anchor) in enumerate(zip(records, anchors, strict=True))
    ]
    named: dict[tuple[int, int, str], Mark] = {}

    def name(start: int, end: int, kind: str, title: str) -> Mark:
        return named.setdefault((start, end, kind), Mark(start, end, kind, title))

    for kind, entities in (("person", found.people), ("organization", found.organizations)):
        for entity in entities:
            for span in entity.mentions:
                name(span.start, span.end, kind, f"{kind}: {entity.name}")
    for quantity in found.quantities:
        value = amount(quantity.low, quantity.high, quantity.comparator, quantity.unit, quantity.period)
        name(quantity.span.start, quantity.span.end, "quantity", f"quantity: {value}")
    slots: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for i, record in enumerate(records):
        for slot, mention in mentions(record):
            if slot == "post":
                name(mention.start, mention.end, "post", f"post: {mention.name}")
            filled = slots[mention.start, mention.end]
            if i not in filled[-1:]:
                filled.append(i)
    # A slot lights up through its mark, or by itself where it has none: a metric, "the company".
    places = defaultdict(list)
    for mark in named.values():
        places[mark.start, mark.end].append(mark)
    lights = []
    for (start, end), filled in slots.items():
        at = places.get((start, end))
        if at:
            at[0].records = filled
        else:
            lights.append(Mark(start, end, "slot", records=filled))
    return [*evidence, *named.values(), *lights]


def mentions(record: Record) -> Iterator[tuple[str, Mention]]:
    """The slots of a record that stand in the text, each with its name."""
    for slot in ("person", "post", "organization", "counterpart", "metric", "setter", "addressee"):
        mention = getattr(record, slot, None)
        if mention is not None:
            yield slot, mention


def clean(text: str) -> str:
    """The text escaped, with what HTML would change by itself written so that it stays."""
    return escape(text).replace("\0", "\ufffd").replace("\r", "&#13;")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs stand, each with the line ends behind it: together they are the whole text."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        while end < len(text) and text[end] in "\r\n":
            end += 1
        yield start, end
        start = end


def is_headline(line: str) -> bool:
    """Whether the first line stands above the article rather than being its first sentence."""
    line = line.strip()
    return 0 < len(line) <= _HEADLINE and not line.endswith((".", "!", '"', "”", ":", ";"))


def body(text: str, all_marks: Iterable[Mark]) -> str:
    """The article: `textContent` of the elements is the text, letter by letter.

    >>> body("Ann Lee left.", [Mark(0, 7, "person", "person: Ann Lee")])
    '<p><mark class="person" data-k="person" title="person: Ann Lee">Ann Lee</mark> left.</p>'
    """
    waiting = sorted(
        (mark for mark in all_marks if mark.start < mark.end),
        key=lambda mark: (-mark.start, mark.end, -_DEPTH[mark.kind]),
    )
    several = "\n" in text
    out: list[str] = []
    open_: list[Mark] = []
    for start, end in paragraphs(text):
        headline = several and start == 0 and is_headline(text[:end])
        out.append('<p class="headline">' if headline else "<p>")
        # What reaches over the end of a paragraph is opened again in the next.
        going_on, open_ = open_, []
        for mark in going_on:
            _open(out, open_, mark, start, end)
        at = start
        while True:
            opens = waiting[-1].start if waiting else end
            closes = min((mark.end for mark in open_), default=end)
            to = min(opens, closes, end)
            out.append(clean(text[at:to]))
            at = to
            if at == end:
                break
            _close(out, open_, at, end)
            while waiting and waiting[-1].start == at:
                _open(out, open_, waiting.pop(), at, end)
        out += [mark.closing for mark in reversed(open_)]
        out.append("</p>")
        open_ = [mark for mark in open_ if mark.end > end]
    return "".join(out)


def _open(out: list[str], open_: list[Mark], mark: Mark, at: int, paragraph: int) -> None:
    # It is cut where something that it lies in ends.
    last = mark.end <= min([paragraph, *(around.end for around in open_)])
    out.append(mark.opening(mark.start == at, last))
    open_.append(mark)


def _close(out: list[str], open_: list[Mark], at: int, paragraph: int) -> None:
    """Closes what ends here; what lies in it and goes on is cut."""
    outermost = next((i for i, mark in enumerate(open_) if mark.end <= at), len(open_))
    cut = open_[outermost:]
    out += [mark.closing for mark in reversed(cut)]
    del open_[outermost:]
    for mark in cut:
        if mark.end > at:
            _open(out, open_, mark, at, paragraph)
