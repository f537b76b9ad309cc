"""Tables of many documents: whatever the data comes in, the rows are the same."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import shakeup

NEWS = [
    "Acme Corp named Jane Roe chief executive on Monday, replacing John Doe, who retired.",
    None,
    "🙂 Zoë's port wants at least 3,000 inspections per day by 2030, up from 1,800. Mayor Ann Lee resigned.",
    "",
    "Ohio Governor Omar Diaz spent 4.5 million dollars.",
] * 40
DATES = [datetime.date(2025, 5, 29), None, datetime.date(2024, 2, 29), datetime.date(2020, 1, 1), None] * 40
DICTS: list[dict[str, Any]] = [
    {"body": text, "key": f"a{i}", "day": date, "other": i} for i, (text, date) in enumerate(zip(NEWS, DATES))
]
NAMES = ("roles", "reassignments", "targets", "mentions", "quantities")
ARROW = pa.table(
    {
        "body": pa.array(NEWS, pa.string()),
        "key": [f"a{i}" for i in range(len(NEWS))],
        "day": pa.array(DATES, pa.date32()),
        "other": list(range(len(NEWS))),
    }
)


def dicts(tables: shakeup.Tables) -> dict[str, list[dict[str, Any]]]:
    return {name: getattr(tables, name).to_dicts() for name in NAMES}


def tables(data: Any, **options: Any) -> shakeup.Tables:
    return shakeup.Extractor().tables(data, text="body", id="key", published="day", **options)


@pytest.fixture(scope="module")
def expected() -> dict[str, list[dict[str, Any]]]:
    """What one document after the other gives."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in NAMES}
    kinds = {"role": "roles", "reassignment": "reassignments", "target": "targets"}
    for document in DICTS:
        if document["body"] is not None:
            found = shakeup.extract(document["body"], id=document["key"], published=document["day"])
            for kind, name in kinds.items():
                ofkind = [row for row in found.rows() if row["type"] == kind]
                order = [record.id for record in getattr(found, name)]
                rows[name] += sorted(ofkind, key=lambda row: order.index(row["id"]))
            for entities, kind in ((found.people, "person"), (found.organizations, "organization")):
                for number, entity in enumerate(entities):
                    rows["mentions"] += [
                        {
                            "doc": found.doc, "kind": kind, "entity": number, "name": entity.name,
                            "text": document["body"][span.start : span.end], **span.to_dict(),
                        }
                        for span in entity.mentions
                    ]  # fmt: skip
            for quantity in found.quantities:
                quantity_row = quantity.to_dict() | {"concept": quantity.concept and quantity.concept.name}
                rows["quantities"].append({"doc": found.doc, **quantity_row.pop("span"), **quantity_row})
    for name in kinds.values():
        for row in rows[name]:
            del row["type"]
    places = {document["key"]: i for i, document in enumerate(DICTS)}
    rows["mentions"].sort(key=lambda row: (places[row["doc"]], row["start"], row["end"], row["kind"]))
    assert all(rows.values())
    return rows


def test_tables_hold_what_documents_hold(expected: dict[str, Any]) -> None:
    assert dicts(tables(DICTS)) == expected


def duck(sql: str = "select * from data") -> Any:
    connection = duckdb.connect()
    connection.register("data", ARROW)
    return connection.sql(sql)


def without_pyarrow(frame: pd.DataFrame) -> Any:
    """A frame of pandas as it is where pyarrow is not installed."""

    class Frame(pd.DataFrame):  # type: ignore[misc,unused-ignore]
        __module__ = "pandas"

        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            raise ImportError("no pyarrow")

        def __getitem__(self, key: Any) -> Any:
            found = super().__getitem__(key)
            return Frame(found) if isinstance(found, pd.DataFrame) else found

    return Frame(frame)


class Foreign:
    """A table of a library that nobody has heard of."""

    def __init__(self, data: Any):
        self.data = data

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.data.__arrow_c_stream__(requested_schema)


def cast(**types: pa.DataType) -> pa.Table:
    return ARROW.cast(pa.schema([(field.name, types.get(field.name, field.type)) for field in ARROW.schema]))


INPUTS: dict[str, Callable[[], Any]] = {
    "list": lambda: DICTS,
    "generator": lambda: iter(DICTS),
    "dates as strings": lambda: [{**d, "day": d["day"] and str(d["day"])} for d in DICTS],
    "dates with times": lambda: [{**d, "day": d["day"] and f"{d['day']}T23:59:00Z"} for d in DICTS],
    "datetimes": lambda: [{**d, "day": d["day"] and datetime.datetime.combine(d["day"], datetime.time(12))} for d in DICTS],
    "pandas": lambda: pd.DataFrame(DICTS),
    "pandas timestamps": lambda: pd.DataFrame(DICTS).assign(day=pd.to_datetime([d["day"] for d in DICTS])),
    "pandas objects": lambda: pd.DataFrame(DICTS).astype(object),
    "pandas categories": lambda: pd.DataFrame(DICTS).astype({"body": "category"}),
    "pandas with an index": lambda: pd.DataFrame(DICTS, index=[f"x{i}" for i in range(len(DICTS))]),
    "pandas without pyarrow": lambda: without_pyarrow(pd.DataFrame(DICTS)),
    "polars": lambda: pl.DataFrame(DICTS),
    "polars categories": lambda: pl.DataFrame(DICTS).with_columns(pl.col("body").cast(pl.Categorical)),
    "polars datetimes": lambda: pl.DataFrame(DICTS).with_columns(pl.col("day").cast(pl.Datetime)),
    "polars odd columns": lambda: pl.DataFrame(DICTS).with_columns(pl.Series("odd", [object()] * len(DICTS))),
    "pyarrow": lambda: ARROW,
    "pyarrow batch": lambda: ARROW.combine_chunks().to_batches()[0],
    "pyarrow reader": lambda: ARROW.to_reader(max_chunksize=7),
    "pyarrow slice": lambda: pa.concat_tables([ARROW.slice(0, 33), ARROW.slice(33)]),
    "large strings": lambda: cast(body=pa.large_string(), key=pa.large_string()),
    "string views": lambda: cast(body=pa.string_view(), key=pa.string_view()),
    "dictionaries": lambda: ARROW.set_column(0, "body", ARROW["body"].dictionary_encode()),
    "date64": lambda: cast(day=pa.date64()),
    "seconds": lambda: cast(day=pa.timestamp("s")),
    "nanoseconds in UTC": lambda: cast(day=pa.timestamp("ns", "UTC")),
    "strings": lambda: cast(day=pa.string()),
    "DuckDB": duck,
    "DuckDB names": lambda: duck('select body, key, day, 1 as "a ""b"" c" from data'),
    "another library": lambda: Foreign(ARROW),
}  # fmt: skip


@pytest.mark.parametrize("name", INPUTS)
def test_rows_are_the_same_whatever_they_come_from(name: str, expected: dict[str, Any]) -> None:
    made = tables(INPUTS[name]())
    assert dicts(made) == expected
    assert dicts(tables(INPUTS[name](), threads=1)) == expected


def test_what_is_not_named_has_its_usual_name() -> None:
    usual = ARROW.rename_columns(["text", "id", "date", "other"])
    assert dicts(shakeup.tables(usual)) == dicts(tables(ARROW))
    for data in (ARROW["body"], ARROW["body"].combine_chunks(), ARROW.select(["body"]), pl.Series(NEWS), pd.Series(NEWS), NEWS):
        rows = shakeup.tables(data, published="2025-05-29").reassignments.to_dicts()
        assert [row["doc"] for row in rows[:2]] == ["0", "0"] and rows[0]["date"] == "2025-05-26"
        assert rows == shakeup.tables(NEWS, published=datetime.date(2025, 5, 29)).reassignments.to_dicts()


def test_ids_may_be_numbers_or_missing() -> None:
    numbers: list[dict[str, Any]] = [{"text": NEWS[0], "id": 7}, {"text": NEWS[0], "id": None}]
    for data in (numbers, pl.DataFrame(numbers), pa.Table.from_pylist(numbers)):
        assert {row["doc"] for row in shakeup.tables(data).roles.to_dicts()} == {"7", "1"}


def test_years_and_months_are_dates_too() -> None:
    text = "Mayor Ann Lee resigned last year."
    for date, resolved in ((2025, "2024"), ("2025-06", "2024"), ("", None), (None, None)):
        row = {"text": text, "published": date}
        for data in ([row], pa.Table.from_pylist([row]), pl.DataFrame([row])):
            assert shakeup.tables(data).reassignments.to_dicts()[0]["date"] == resolved


@pytest.mark.parametrize(
    ("data", "options", "message"),
    [
        ("one text", {}, "put it in a list"),
        (5, {}, "no documents can be read from builtins.int"),
        (pl.LazyFrame({"text": ["a"]}), {}, "no documents can be read from polars"),
        (["a", 5], {}, "input 1: a str belongs here, not int"),
        (["a", "\ud800"], {}, "input 1: text is not valid Unicode"),
        ([{"body": "a"}], {}, 'input 0: no field "text"'),
        ([{"text": "a", "date": "in May"}], {}, "input 0: not a partial date"),
        ([{"text": "a", "date": 7.5}], {}, "input 0: not a date"),
        (ARROW, {}, "say which column is the text, as text=…: body, key, day, other"),
        (ARROW, {"text": "title"}, 'no column "title" among: body, key, day, other'),
        (ARROW, {"text": "body", "id": "title"}, 'no column "title"'),
        (ARROW, {"text": "other"}, 'column "other" holds Int64, not strings'),
        (ARROW, {"text": "body", "id": "day"}, 'column "day" holds Date32, not strings or whole numbers'),
        (ARROW, {"text": "body", "published": "body"}, 'input 0: column "body": not a partial date'),
        (pa.table({"text": ["a"], "date": [123456]}), {}, 'column "date": 123456 is no year'),
        (pa.table({"text": ["a"], "date": pa.array([2**50], pa.timestamp("s"))}), {}, "outside the years 1 to 9999"),
        (pa.array([b"a"]), {}, 'column "text" holds Binary, not strings'),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(data: Any, options: Any, message: str) -> None:
    with pytest.raises(shakeup.InputError) as caught:
        shakeup.tables(data, **options)
    assert message in str(caught.value)


def test_text_that_is_not_utf8_is_refused_though_arrow_promises_it() -> None:
    broken = pa.StringArray.from_buffers(2, pa.py_buffer(b"\0\0\0\0\1\0\0\0\2\0\0\0"), pa.py_buffer(b"a\xff"))
    with pytest.raises(shakeup.InputError, match="input 1: not UTF-8 at byte 0"):
        shakeup.tables(pa.table({"text": broken}))


def test_an_error_of_the_producer_is_told() -> None:
    def batches() -> Any:
        yield ARROW.to_batches()[0]
        raise RuntimeError("the disk is gone")

    with pytest.raises(shakeup.InputError, match="the disk is gone"):
        tables(pa.RecordBatchReader.from_batches(ARROW.schema, batches()))
    with pytest.raises(ZeroDivisionError):
        shakeup.tables("a" if i < 5 else 1 // 0 for i in range(10))
    reader = ARROW.to_reader()
    tables(reader)
    assert len(tables(reader).roles) == 0  # it was read to its end


def test_a_table_can_be_read_again_and_again(expected: dict[str, Any]) -> None:
    made = tables(ARROW)
    for name in NAMES:
        table = getattr(made, name)
        assert table.name == name and len(table) == len(expected[name])
        assert repr(table).startswith(f"Table('{name}', rows={len(table)}, columns=['doc', ")
        assert pa.schema(table) == table.to_arrow().schema
        rows = [tuple(row[column] for column in table.columns) for row in expected[name]]
        for _ in range(2):
            assert table.to_arrow().to_pylist() == expected[name]
            assert table.to_polars().to_dicts() == expected[name]
            twin = table.to_arrow()
            assert duckdb.connect().sql("select * from twin").fetchall() == rows
        assert table.columns == list(table.to_pandas().columns)
        assert {str(field.type) for field in table.to_arrow().schema} <= {"string", "int64", "double", "bool"}
    assert repr(made) == "Tables(" + ", ".join(f"{name}={len(expected[name])}" for name in NAMES) + ")"
    roles = made.roles
    del made
    assert roles.to_arrow().num_rows == len(roles)


def test_pandas_gets_the_same_types_without_pyarrow() -> None:
    code = """
import sys
if "{without}": sys.modules["pyarrow"] = None
import shakeup
for texts in ([], ["Mayor Ann Lee resigned. The port wants at least 40 new buses a year."]):
    tables = shakeup.tables(texts)
    for name in ("roles", "reassignments", "targets", "mentions", "quantities"):
        frame = getattr(tables, name).to_pandas()
        print(name, len(frame), {{column: str(kind) for column, kind in frame.dtypes.items()}})
        print(frame.to_csv())
"""
    ran = [
        subprocess.run([sys.executable, "-c", code.format(without=without)], check=True, capture_output=True, text=True)
        for without in ("", "yes")
    ]
    assert ran[0].stdout == ran[1].stdout and "float64" in ran[0].stdout


@pytest.mark.parametrize("package", ["pandas", "polars", "pyarrow"])
def test_a_package_that_is_missing_is_named(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    method = {"pyarrow": "to_arrow"}.get(package, f"to_{package}")
    with pytest.raises(ImportError, match=rf"{method}\(\) needs {package}.*pip install {package}") as caught:
        getattr(shakeup.tables([]).roles, method)()
    assert caught.value.name == package


def test_nothing_is_tables_too() -> None:
    for data in ([], ARROW.slice(0, 0), pl.DataFrame({"body": []}), pd.DataFrame({"body": []}), [None]):
        made = shakeup.tables(data, text="body")
        assert repr(made) == "Tables(roles=0, reassignments=0, targets=0, mentions=0, quantities=0)"
        assert made.roles.to_arrow().num_rows == 0 and made.roles.to_polars().is_empty() and made.roles.to_pandas().empty


def test_rows_of_an_extraction_have_the_columns_of_its_table() -> None:
    found = shakeup.extract(NEWS[0] or "", id="a")
    made = shakeup.tables([{"text": NEWS[0], "id": "a"}])
    for record, table in ((found.roles[0], made.roles), (found.reassignments[0], made.reassignments)):
        row = record.row()
        assert row.pop("type") and list(row) == table.columns and row in table.to_dicts()
