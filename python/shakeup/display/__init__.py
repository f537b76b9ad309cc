"""Extractions as HTML: an article with what it names marked, and its records beside it as cards.

A record lights up its evidence in the article while the pointer or the keyboard's focus is on its card, by style sheet alone. What is
written holds no script, asks the network for nothing and has every character of the article escaped.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from os import PathLike
from pathlib import Path

from shakeup import Extraction

from . import article, cards

# A notebook keeps its outputs: a longer text is cut there, and whole in a page.
_LONGEST = 40_000
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def html(found: Extraction) -> str:
    """What a notebook shows for an extraction: a piece of HTML that needs nothing else.

    >>> import shakeup
    >>> "<mark" in html(shakeup.extract("Acme Corp named Jane Roe chief executive."))
    True
    """
    return f"<style>{_style()}</style>" + "".join(_document(found, 0, _LONGEST))


def render(docs: Extraction | Iterable[Extraction | Exception], path: str | PathLike[str], *, title: str = "Report") -> None:
    """Writes extractions as a page in UTF-8, one after the other as they come."""
    several = [docs] if isinstance(docs, Extraction) else docs
    with Path(path).open("w", encoding="utf-8", newline="\n") as page:
        page.write(
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n<link rel="icon" href="data:,">\n'
            f'<title>{escape(title)}</title>\n<style>{_style()}</style>\n</head>\n<body class="shakeup-page">\n'
            f"<main>\n<h1>{escape(title)}</h1>\n"
        )
        known = 0
        for found in several:
            if isinstance(found, Exception):  # extract_many was told to record what it could not read
                page.write(f'<section class="shakeup"><p class="none">Not read: {escape(str(found))}</p></section>\n')
                continue
            page.writelines(_document(found, known, None))
            page.write("\n")
            known = max(known, _records(found))
        page.write("</main>\n</body>\n</html>\n")


def _style() -> str:
    return Path(__file__).with_name("style.css").read_text("utf-8")


def _records(found: Extraction) -> int:
    return len(found.roles) + len(found.reassignments) + len(found.targets)


def _lights(numbers: range) -> str:
    """The lines of the style sheet by which a card and its evidence light up together."""
    return "".join(
        f".shakeup:has(.c{i}:hover,.c{i}:focus-within) .r{i}{{background:var(--on)}}"
        f".shakeup:has(.r{i}:hover) .c{i}{{border-color:var(--edge)}}"
        for i in numbers
    )


def _document(found: Extraction, known: int, longest: int | None) -> Iterator[str]:
    """One document; the style sheet has the lines of as many records as `known`."""
    text = found.text
    end = len(text or "") if longest is None else min(longest, len(text or ""))
    groups = cards.records(found)
    if text is not None:
        groups = {kind: [record for record in records if record.end <= end] for kind, records in groups.items()}
    records = [record for group in groups.values() for record in group]
    left_out = _records(found) - len(records)
    key = hashlib.blake2b(f"{found.doc}\0{text}".encode(), digest_size=5).hexdigest()
    anchors = [f"s{key}-{i}" for i in range(len(records))]
    ids = {record.id: (anchor, cards.title(record)) for record, anchor in zip(records, anchors, strict=True)}

    if len(records) > known:
        yield f"<style>{_lights(range(known, len(records)))}</style>"
    name = found.doc or "Article"
    counts = ", ".join(f"{len(group)} {_counted(kind, len(group))}" for kind, group in groups.items())
    yield (
        f'<section class="shakeup" aria-label="{escape(name)}"><header><p class="name" role="heading" aria-level="2">{escape(name)}</p>'
        f'<p class="counts">{counts}</p>'
    )
    if found.dateline is not None:
        yield f'<p class="counts">published {found.published} by its own words “{escape(found.dateline.text)}”</p>'
    if text is not None:
        yield (
            '<p class="key"><span class="vh">Marks in the article: </span><span class="person">person</span> '
            '<span class="organization">organization</span> <span class="post">post</span> <span class="quantity">quantity</span></p>'
        )
    yield "</header>"
    yield '<div class="panes">' if text is not None else '<div class="panes alone">'
    if text is not None:
        found_marks = article.marks(found, records, anchors)
        yield f'<article class="text" tabindex="0" aria-label="Text of {escape(name)}" dir="auto">'
        yield article.body(text[:end], (mark for mark in found_marks if mark.end <= end))
        yield "</article>"
    yield f'<div class="records" role="region" aria-label="Records of {escape(name)}">'
    number = 0
    for kind, group in groups.items():
        if not group:
            continue
        yield f'<p class="kind" role="heading" aria-level="3">{kind} <span>{len(group)}</span></p><ul role="list">'
        for record in group:
            yield cards.card(record, number, anchors[number], ids, text is None)
            number += 1
        yield "</ul>"
    if not records:
        yield '<p class="none">No records.</p>'
    yield "</div></div>"
    if text is not None and end < len(text):
        yield (
            f'<p class="more">The first {end:,} of {len(text):,} characters; {left_out} more records. '
            "shakeup.render writes all.</p>"
        )
    yield "</section>"


def _counted(kind: str, count: int) -> str:
    return kind.lower()[:-1] if count == 1 else kind.lower()
