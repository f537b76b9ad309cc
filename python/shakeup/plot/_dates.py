"""Partial dates on an axis of time."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class When:
    """A partial date: the days that it may be, and the one in the middle where it is drawn."""

    text: str
    first: date
    last: date

    @property
    def middle(self) -> date:
        return self.first + (self.last - self.first) // 2

    @property
    def is_whole(self) -> bool:
        return self.first == self.last


def when(partial: str | date | None) -> When | None:
    """The days of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nothing from anything else.

    >>> when("2025").middle
    datetime.date(2025, 7, 2)
    >>> when("2024-02").last
    datetime.date(2024, 2, 29)
    >>> when("Thursday")
    """
    if isinstance(partial, date):
        partial = partial.isoformat()
    if partial is None:
        return None
    try:
        year, *rest = [int(part) for part in partial[:10].split("-")]
        if not rest:
            return When(partial, date(year, 1, 1), date(year, 12, 31))
        if len(rest) == 1:
            return When(partial, date(year, rest[0], 1), date(year, rest[0], monthrange(year, rest[0])[1]))
        day = date(year, rest[0], rest[1])
        return When(partial[:10], day, day)
    except ValueError:
        return None


def moment(day: date) -> str:
    """A day as a chart wants it: with a time, or it would be the day before west of Greenwich."""
    return f"{day.isoformat()}T00:00:00"


def around(days: list[date], share: float = 0.06) -> tuple[date, date]:
    """From before the first to behind the last, so that nothing stands at the edge."""
    first, last = min(days), max(days)
    margin = max(timedelta(days=45), (last - first) * share)
    return first - min(margin, first - date.min), last + min(margin, date.max - last)
