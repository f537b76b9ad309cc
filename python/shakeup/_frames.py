"""Data frames as they come and go: which way to read one, and how pandas gets its columns. Imported when it is needed."""

from __future__ import annotations

from typing import Any

from ._errors import InputError


def source(data: Any, text: str | None, id: str | None, published: str | None) -> tuple[str, Any]:
    """How to read the data, "stream", "array" or "objects", and what to read: only the columns that are asked for."""
    if isinstance(data, (str, bytes)):
        raise InputError(f"many texts belong here, not one {type(data).__name__}: put it in a list")
    package = type(data).__module__.partition(".")[0]
    wanted = _wanted(_columns(data, package), text, id, published)
    if package == "pandas":
        return _pandas(data if wanted is None else data[wanted])
    if wanted is not None:
        if package == "duckdb":
            data = data.project(", ".join('"' + name.replace('"', '""') + '"' for name in wanted))
        else:
            data = data.select(wanted)
    if package == "polars":
        data = _without_nulls(data)
    if hasattr(data, "__arrow_c_stream__"):
        return "stream", data
    if hasattr(data, "__arrow_c_array__"):
        return "array", data
    if package == "polars" or not hasattr(data, "__iter__"):
        raise InputError(
            f"no documents can be read from {type(data).__module__}.{type(data).__qualname__}: "
            "a list of texts or dicts, a data frame or anything with __arrow_c_stream__ belongs here"
        )
    return "objects", data


def _wanted(names: list[Any] | None, text: str | None, id: str | None, published: str | None) -> list[Any] | None:
    """The columns that are asked for; none where it is for the reader of all to say what is missing."""
    if names is None or any(name not in names for name in (text or "text", id, published) if name):
        return None
    usual = [text or "text", id or "id", *([published] if published else ["published", "date"])]
    return [name for name in dict.fromkeys(usual) if name in names]


def _columns(data: Any, package: str) -> list[Any] | None:
    """The names of a data frame's columns, where one can be narrowed to some of them."""
    if package == "pyarrow" and hasattr(data, "select"):
        return list(data.column_names)
    if package == "polars" and hasattr(data, "__arrow_c_stream__") and hasattr(data, "columns"):
        return list(data.columns)
    if (package == "pandas" or (package == "duckdb" and hasattr(data, "project"))) and hasattr(data, "columns"):
        return list(data.columns)
    return None


def _pandas(data: Any) -> tuple[str, Any]:
    """Arrow where pandas can give it, which takes pyarrow; else the values one by one."""
    if hasattr(data, "__arrow_c_stream__"):
        try:
            return "stream", _Taken(data.__arrow_c_stream__())
        except (ImportError, TypeError, ValueError):
            pass  # a column holds what no Arrow column can: the values say where
    if not hasattr(data, "columns"):
        return "objects", data
    names = list(data.columns)
    return "objects", (dict(zip(names, values)) for values in zip(*(data[name] for name in names)))


def _without_nulls(data: Any) -> Any:
    """Columns of nothing as columns of strings: polars gives a buffer with them that Arrow knows nothing of."""
    import polars

    if isinstance(data, polars.DataFrame):
        return data.with_columns(polars.col(polars.Null).cast(polars.String))
    return data.cast(polars.String) if getattr(data, "dtype", None) == polars.Null else data


class _Taken:
    """A stream that was asked for already."""

    def __init__(self, capsule: object):
        self.capsule = capsule

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.capsule


def to_pandas(pandas: Any, table: Any) -> Any:
    """A data frame that has the same types with pyarrow and without it."""
    try:
        import pyarrow  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        rows = table.to_dicts()
        strings = "str" if int(pandas.__version__.partition(".")[0]) >= 3 else "object"
        types = {**dict.fromkeys(table.columns, strings), **_NUMBERS}
        columns = {
            name: pandas.Series([row[name] for row in rows], dtype=types[name]) for name in table.columns
        }
        return pandas.DataFrame(columns)
    return pyarrow.table(table).to_pandas()


_NUMBERS = {
    **dict.fromkeys(("start", "end", "start_byte", "end_byte", "entity"), "int64"),
    **dict.fromkeys(("low", "high", "confidence"), "float64"),
    "acting": "bool",
}
