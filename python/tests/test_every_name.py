"""Every public name in use, as a type checker sees it in strict mode; `test_code_is_typed` checks this file."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import shakeup

NEWS = "Acme Corp named Jane Roe chief executive on Monday. The port wants at least 40 inspections a day, up from 25."


def lexicon(folder: Path) -> shakeup.Lexicon:
    (folder / "posts.tsv").write_text("portwright\tgovernment\ttitle\n", encoding="utf-8")
    words: shakeup.Lexicon = shakeup.Lexicon.builtin()
    words = words.add_posts(["quaymaster"], kind="government", title=True, weak=False, sole=True, scope="local")
    words = words.add_frame("muster out", "out", "subject", pos="verb", reason="retired", options=["needs=role"])
    words = words.add_unit("kilobushels", "bushels", "physical", ucum="[bu_us]", period=None, factor=1000.0, size=None)
    words = words.add_organizations("Zorvane", kind="company", cased=True).add("surnames", [["quillam"], "zorvan"])
    words = words.remove_posts("boss").remove_frame("retire").remove_unit("tonnes").remove_organizations("interpol")
    words = words.remove("surnames", ["mark"]).load(folder).with_dir(str(folder)).with_file(folder / "posts.tsv")
    return words.with_tsv("posts", "harbour reeve\tgovernment\ttitle")


def extractions(words: shakeup.Lexicon) -> list[shakeup.Extraction]:
    extractor: shakeup.Extractor = shakeup.Extractor(words, kinds=["roles", "reassignments", "targets"], min_confidence=0.0)
    one: shakeup.Extraction = extractor.extract(NEWS, id="a1", published=date(2025, 5, 29))
    same: shakeup.Extraction = shakeup.extract(NEWS, id="a1", published="2025-05-29", kinds=None, min_confidence=None)
    many: Iterator[shakeup.Extraction] = extractor.extract_many(
        [NEWS], ids=["a1"], published=[2025], threads=1, progress=False, on_error="raise"
    )
    mixed: Iterator[shakeup.Extraction | shakeup.InputError] = extractor.extract_many([NEWS, None], on_error="record")
    good: list[shakeup.Extraction] = []
    for found in mixed:
        if isinstance(found, shakeup.InputError):
            index: int | None = found.index
            assert index == 1
        else:
            good.append(found)
    tree: str = extractor.explain(NEWS, id="a1", published="2025-05")
    assert tree and extractor == shakeup.Extractor(words) and hash(extractor) == hash(shakeup.Extractor(words))
    return [one, same, *many, *good]


def slots(found: shakeup.Extraction) -> Iterator[object]:
    doc: str = found.doc
    published: str | None = found.published
    dateline: shakeup.DateMention | None = found.dateline
    text: str | None = found.text
    assert text == NEWS
    roles: tuple[shakeup.Role, ...] = found.roles
    reassignments: tuple[shakeup.Reassignment, ...] = found.reassignments
    targets: tuple[shakeup.NumericTarget, ...] = found.targets
    people: tuple[shakeup.Entity, ...] = found.people
    organizations: tuple[shakeup.Entity, ...] = found.organizations
    dates: tuple[shakeup.DateMention, ...] = found.dates
    quantities: tuple[shakeup.Quantity, ...] = found.quantities
    rows: list[dict[str, Any]] = found.rows()
    yield from (doc, published, dateline, rows)
    for role in roles:
        person: shakeup.Mention = role.person
        post: shakeup.Mention = role.post
        organization: shakeup.Mention | None = role.organization
        entity: int | None = person.entity
        yield from (role.status, role.acting, role.since, role.until, organization, entity)
        yield from (post.name, post.text, post.start, post.end, post.start_byte, post.end_byte, post.span)
    for change in reassignments:
        yield from (change.person, change.direction, change.post, change.organization, change.reason, change.counterpart)
        yield from (change.date, change.date_text, change.realis, change.acting, change.move, change.attribution)
    for target in targets:
        yield from (target.low, target.high, target.comparator, target.unit, target.metric, target.period, target.kind)
        yield from (target.setter, target.addressee, target.deadline, target.deadline_text, target.of, target.change)
        yield from (target.realis, target.attribution)
    records: list[shakeup.Role | shakeup.Reassignment | shakeup.NumericTarget] = [*roles, *reassignments, *targets]
    for record in records:
        span: shakeup.Span = record.span
        sentence: shakeup.Span = record.sentence
        confidence: float = record.confidence
        row: dict[str, Any] = record.row()
        assert (record.start, record.end, record.start_byte, record.end_byte) == (span.start, span.end, span.start_byte, span.end_byte)
        yield from (record.doc, record.id, record.text, record.rule, sentence, confidence, row)
    for known in (*people, *organizations):
        mentions: tuple[shakeup.Span, ...] = known.mentions
        yield from (known.name, mentions)
    for day in dates:
        yield from (day.text, day.span, day.date)
    for quantity in quantities:
        yield from (quantity.text, quantity.span, quantity.kind, quantity.low, quantity.high, quantity.comparator)
        concept: shakeup.Mention | None = quantity.concept
        yield from (quantity.unit, quantity.ucum, quantity.counted, concept, quantity.period, quantity.per, quantity.change)
    others: list[shakeup.Entity | shakeup.DateMention | shakeup.Quantity] = [*people, *dates, *quantities]
    for part in (*records, *others, *(record.span for record in records), *(role.person for role in roles), found):
        state: dict[str, Any] = part.to_dict()
        again: object = type(part).from_json(part.to_json())
        assert again == part and hash(again) == hash(part)
        yield state


def frames() -> None:
    tables: shakeup.Tables = shakeup.tables([{"body": NEWS, "key": 1}], text="body", id="key", published="2025-05-29", threads=1)
    same: shakeup.Tables = shakeup.Extractor().tables([NEWS], text=None, id=None, published=date(2025, 5, 29), threads=0)
    for table in (tables.roles, tables.reassignments, tables.targets, tables.mentions, tables.quantities, same.roles):
        one: shakeup.Table = table
        names: list[str] = one.columns
        rows: list[dict[str, Any]] = one.to_dicts()
        assert len(one) == len(rows) == one.to_arrow().num_rows == len(one.to_polars()) == len(one.to_pandas())
        assert one.name and names[0] == "doc" and one.__arrow_c_stream__() and one.__arrow_c_schema__()


def views(folder: Path, found: shakeup.Extraction) -> None:
    shakeup.render(found, folder / "one.html")
    mixed: list[shakeup.Extraction | shakeup.InputError] = [found, shakeup.InputError("not a text")]
    shakeup.render(iter(mixed), str(folder / "many.html"), title="News")
    tables: shakeup.Tables = shakeup.tables([NEWS])
    published: dict[str, date | str | None] = {"0": date(2025, 5, 29), "1": "2025", "2": None}
    for chart in (
        shakeup.plot.tenures(tables, published=published, limit=5),
        shakeup.plot.changes(tables, published=published, limit=5),
        shakeup.plot.targets(tables, metric="inspections", published=published, limit=5),
    ):
        assert chart.to_dict()


def errors() -> None:
    for call in (lambda: shakeup.extract("a", published="May"), lambda: shakeup.Lexicon.builtin().add_posts("")):
        with pytest.raises(shakeup.ShakeupError) as caught:
            call()
        error: shakeup.ShakeupError = caught.value
        if isinstance(error, shakeup.LexiconError):
            path: str | None = error.path
            line: int | None = error.line
            column: int | None = error.column
            assert (path, line, column) == ("posts.tsv", 1, 1)
        else:
            assert isinstance(error, shakeup.InputError) and error.index is None


def test_every_name_is_used_and_works(tmp_path: Path) -> None:
    version: str = shakeup.__version__
    assert version.count(".") == 2
    for found in extractions(lexicon(tmp_path)):
        assert list(slots(found))
    views(tmp_path, found)
    frames()
    errors()


def test_no_public_name_is_missing_here() -> None:
    source = Path(__file__).read_text("utf-8")
    names = set(shakeup.__all__)
    for thing in (getattr(shakeup, name) for name in shakeup.__all__):
        if inspect.isclass(thing):
            names |= {name for name in vars(thing) if not name.startswith("_")}
    missing = [name for name in sorted(names) if not re.search(rf"\.{name}\b", source)]
    assert not missing
