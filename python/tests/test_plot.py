"""Charts: what they show of which records, where partial dates stand, and what they say of what they leave out."""

from __future__ import annotations

import datetime
import doctest
import importlib
import re
import subprocess
import sys
from typing import Any

import pytest
import shakeup
from shakeup.plot._dates import around, when

pytest.importorskip("altair", reason="the tests of charts need altair: pip install altair")

NEWS = [
    "Acme Corp named Jane Roe chief executive on May 5, replacing John Doe, who retired.",
    "Ann Lee has been chief financial officer of Acme Corp since 2019. The mayor may dismiss Police Chief Bob Ray.",
    "The agency wants at least 60 inspections per day by 2027, up from 25. It plans to open 12 service centers.",
    "Samir Chaudhry plans to retire as governor of Norland in June.",
]
PUBLISHED = {str(i): f"2025-0{i + 1}-15" for i in range(len(NEWS))}


@pytest.fixture(scope="module")
def tables() -> shakeup.Tables:
    documents = [{"id": id, "text": text, "published": date} for text, (id, date) in zip(NEWS, PUBLISHED.items())]
    return shakeup.tables(documents, published="published")


def drawn(chart: Any) -> str:
    """The words of the chart as it is drawn."""
    converter: Any = pytest.importorskip("vl_convert", reason="drawing charts needs vl-convert: pip install vl-convert-python")
    svg = converter.vegalite_to_svg(chart.to_dict())
    return "\n".join(re.findall(r">([^<>]+)<", svg))


def data(chart: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            rows.extend(node.get("data", {}).get("values", []) if isinstance(node.get("data"), dict) else [])
            for child in node.values():
                walk(child)
        elif isinstance(node, list):
            for child in node:
                walk(child)

    walk(chart.to_dict())
    return rows


def test_partial_dates_stand_in_their_middle() -> None:
    year, month, day = when("2025"), when("2025-05"), when("2025-05-29")
    assert year and month and day
    assert [end.middle.isoformat() for end in (year, month, day)] == ["2025-07-02", "2025-05-16", "2025-05-29"]
    assert [end.is_whole for end in (year, month, day)] == [False, False, True]
    assert when(datetime.date(2025, 5, 29)) == when("2025-05-29T08:00:00") == day
    assert [when(nothing) for nothing in (None, "", "Thursday", "2025-13", "2025-02-30", "0000")] == [None] * 6
    first, last = around([datetime.date.min, datetime.date.max])
    assert (first, last) == (datetime.date.min, datetime.date.max)


def test_tenures_have_their_ends_and_holders(tables: shakeup.Tables) -> None:
    chart = shakeup.plot.tenures(tables, published=PUBLISHED)
    rows = {row["person"]: row for row in data(chart) if "person" in row}
    assert set(rows) == {"Jane Roe", "John Doe", "Ann Lee", "Samir Chaudhry"}
    assert (rows["Jane Roe"]["since"], rows["Jane Roe"]["until"]) == ("2024-05-05", None)
    assert rows["John Doe"]["until"] == "2024-05-05" and "replacing" in rows["John Doe"]["evidence"]
    assert rows["Ann Lee"]["start"] == "2019-07-02T00:00:00" and rows["Ann Lee"]["end"] == "2025-02-15T00:00:00"
    assert rows["Samir Chaudhry"]["label"] == "Samir Chaudhry (planned)"
    words = drawn(chart)
    for word in ("Who held what when", "Jane Roe", "chief executive, Acme Corp", "stands in its middle", "without a date left out"):
        assert word in words


def test_changes_go_up_and_down(tables: shakeup.Tables) -> None:
    chart = shakeup.plot.changes(tables)
    rows = {row["person"]: row for row in data(chart) if "person" in row}
    assert set(rows) == {"Jane Roe", "John Doe", "Samir Chaudhry"}
    assert (rows["Jane Roe"]["height"], rows["John Doe"]["height"]) == (1, -1)
    words = drawn(chart)
    assert "Acme Corp" in words and "+1  −1" in words and "Hollow: planned" in words
    undated = shakeup.tables(["Acme Corp named Jane Roe chief executive."], id=None)
    assert "No change has a date." in drawn(shakeup.plot.changes(undated))
    doc = undated.reassignments.to_dicts()[0]["doc"]
    assert "1 change at the day of publication." in drawn(shakeup.plot.changes(undated, published={int(doc): "2025-05-29"}))


def test_targets_stand_at_their_deadlines(tables: shakeup.Tables) -> None:
    chart = shakeup.plot.targets(tables)
    rows = [row for row in data(chart) if "kind" in row]
    aim = next(row for row in rows if row["kind"] == "target" and row["metric"] == "inspections")
    assert (aim["value"], aim["when"], aim["said"]) == (60, "2027-07-02T00:00:00", "≥ 60 per day")
    base = next(row for row in rows if row["kind"] == "baseline")
    assert base["value"] == 25 and "when" not in base
    words = drawn(chart)
    for word in ("inspections", "number per day", "target ≥ 60 per day", "baseline 25 per day", "service centers"):
        assert word in words
    assert "service centers" not in drawn(shakeup.plot.targets(tables, metric="Inspection"))
    dated = [row for row in data(shakeup.plot.targets(tables, published=PUBLISHED)) if "kind" in row]
    assert all("when" in row for row in dated)


@pytest.mark.parametrize("name", ["tenures", "changes", "targets"])
def test_nothing_is_said_and_limits_hold(name: str, tables: shakeup.Tables) -> None:
    draw = getattr(shakeup.plot, name)
    assert "No " in drawn(draw(shakeup.tables(["Nothing to see."])))
    assert "1 of " in drawn(draw(tables, limit=1))
    texts = [f"Ann{chr(97 + i // 26)}{chr(97 + i % 26)} Lee was named director of Acme{i} Corp on May {1 + i % 28}, 2024." for i in range(300)]
    draw(shakeup.tables(texts)).to_dict()


def test_without_altair_it_says_what_to_install() -> None:
    code = "import sys; sys.modules['altair'] = None; import shakeup; shakeup.plot.tenures(shakeup.tables(['a']))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "ImportError: plot.tenures() needs altair, which is not installed: pip install" in ended.stderr


@pytest.mark.parametrize("name", ["plot", "plot._dates", "display", "display.article", "display.words"])
def test_examples_run(name: str) -> None:
    module = importlib.import_module(f"shakeup.{name}")
    result = doctest.testmod(module, extraglobs={"shakeup": shakeup})
    assert result.failed == 0 and result.attempted
