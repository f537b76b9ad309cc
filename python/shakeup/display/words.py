"""How records are said to a reader."""

from __future__ import annotations

_SIGNS = {"eq": "", "ge": "≥ ", "le": "≤ ", "gt": "> ", "lt": "< ", "approx": "≈ ", "range": ""}
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float) -> str:
    """A number as a reader writes it.

    >>> [number(value) for value in (3000.0, 2.4e9, 0.5, 1234567.0)]
    ['3,000', '2.4 billion', '0.5', '1,234,567']
    """
    for size, word in _LARGE:
        if abs(value) >= size and float(f"{value / size:.4g}") * size == value:
            return f"{value / size:.4g} {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def amount(low: float | None, high: float | None, comparator: str, unit: str, period: str | None = None) -> str:
    """A value with its comparator, unit and rate.

    >>> amount(3000, None, "ge", "count", "day")
    '≥ 3,000 per day'
    >>> amount(10, 15, "range", "percent")
    '10–15 %'
    >>> amount(None, 9e7, "le", "USD")
    '≤ USD 90 million'
    """
    ends = [number(end) for end in (low, high) if end is not None]
    value = "–".join(dict.fromkeys(ends))
    if len(unit) == 3 and unit.isupper():
        value = f"{unit} {value}"
    elif unit == "percent":
        value += " %"
    elif unit == "times":
        value = f"× {value}"
    elif unit != "count":
        value += f" {unit}"
    return f"{_SIGNS.get(comparator, '')}{value}" + (f" per {period}" if period else "")
