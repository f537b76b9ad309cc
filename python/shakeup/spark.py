"""Records of the rows of a Spark data frame, read on all its executors. PySpark 4 and pyarrow belong to it.

    from shakeup import spark

    changes = spark.extract(news, text="body", id="url", published="day")
    everything = spark.extract(news, text="body", id="url", kind="records")
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from ._errors import InputError
from ._shakeup import Extractor

if TYPE_CHECKING:
    from pyspark.sql import DataFrame as _DataFrame

__all__ = ["extract"]

_KINDS = ("roles", "reassignments", "targets", "mentions", "quantities")


def extract(
    df: _DataFrame,
    text: str = "text",
    id: str = "id",
    published: str | None = None,
    kind: Literal["roles", "reassignments", "targets", "mentions", "quantities", "records"] = "reassignments",
    extractor: Extractor | None = None,
) -> _DataFrame:
    """One kind of rows of all documents, as a data frame; lazy, as all of Spark.

    ``text``, ``id`` and ``published`` name columns of ``df``. ``kind`` is a table of `Extractor.tables`, or "records": roles,
    reassignments and targets in one data frame, with their kind in column ``type`` and the columns of all. Records have ids
    of their own, the same on every run: a job that ran twice can be told by (doc, id).
    """
    if kind not in (*_KINDS, "records"):
        raise InputError(f"no kind {kind!r}: there are {', '.join(_KINDS)} and records")
    extractor = extractor or Extractor()
    columns = [df[text].alias("text"), df[id].cast("string").alias("id")]
    if published is not None:
        columns.append(df[published].alias("published"))
    schema = _schema(kind)

    def read(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow

        for batch in batches:
            # One thread: Spark runs as many tasks as there are cores.
            tables = extractor.tables(pyarrow.table(batch), text="text", id="id", threads=1)
            yield from _table(tables, kind, schema).to_batches()

    from pyspark.sql.pandas.types import from_arrow_schema

    return df.select(*columns).mapInArrow(read, from_arrow_schema(schema))


def _schema(kind: str) -> Any:
    return _table(Extractor().tables([]), kind, None).schema


def _table(tables: Any, kind: str, schema: Any) -> Any:
    """The rows of a kind; of several kinds, one behind the other, with the columns of all."""
    import pyarrow

    if kind != "records":
        return pyarrow.table(getattr(tables, kind))
    parts = []
    for name in ("roles", "reassignments", "targets"):
        part = pyarrow.table(getattr(tables, name))
        parts.append(part.add_column(0, "type", pyarrow.array([name[:-1]] * len(part), pyarrow.string())))
    if schema is None:
        fields = {field.name: field.with_nullable(True) for part in parts for field in part.schema}
        schema = pyarrow.schema(list(fields.values()))
    return pyarrow.concat_tables(
        pyarrow.table(
            {
                name: part[name] if name in part.column_names else pyarrow.nulls(len(part), schema.field(name).type)
                for name in schema.names
            },
            schema=schema,
        )
        for part in parts
    )
