"""Charts of tables: who held what when, what was aimed at and what was reached, who came and who went.

They need altair (`pip install "shakeup[plot]"`) and return its charts: a notebook shows them, `chart.save("chart.html")` keeps them.

A date that is known only to the year or the month stands in the middle of it, under a bar as long as that year or month.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import altair as alt

    from shakeup import Tables

__all__ = ["changes", "targets", "tenures"]

Published = Mapping[str, "str | date | None"]
"""Dates of publication by the ids of documents; ids that are numbers may stay numbers."""


def tenures(tables: Tables, *, published: Mapping[Any, str | date | None] | None = None, limit: int = 25) -> alt.VConcatChart:
    """Who held what when: a row an office, a bar a holder, from the dates of roles and reassignments.

    Where one end of a tenure is not known, dots go on from the one that is, or from the last day on which the office is said to be held, if
    `published` has the documents' dates of publication by their ids. Tenures without any date, and changes that are only possible or
    denied, are left out. The `limit` offices with most holders are shown.

    >>> import shakeup
    >>> text = "Acme Corp named Jane Roe chief executive on May 5, replacing John Doe, who had led it since 2019."
    >>> chart = shakeup.plot.tenures(shakeup.tables([text]))
    """
    _needs_altair("tenures")
    from ._tenures import chart

    return chart(tables, _by_id(published), limit)


def targets(
    tables: Tables, *, metric: str | None = None, published: Mapping[Any, str | date | None] | None = None, limit: int = 6
) -> alt.VConcatChart:
    """What was aimed at over time, with the baselines and actual figures that the aims are set against: a panel a metric and unit.

    A target stands at its deadline. What has no date of its own stands at its document's date of publication, if `published` has it by
    the document's id, and is a line across the panel if not. `metric` shows those whose name holds it; else the `limit` metrics with most
    records are shown.

    >>> import shakeup
    >>> text = "The agency wants at least 60 inspections per day by 2027, up from 25."
    >>> chart = shakeup.plot.targets(shakeup.tables([text]))
    """
    _needs_altair("targets")
    from ._targets import chart

    return chart(tables, metric, _by_id(published), limit)


def changes(tables: Tables, *, published: Mapping[Any, str | date | None] | None = None, limit: int = 25) -> alt.VConcatChart:
    """Ins and outs by organization over time: a row an organization, triangles up for who comes and down for who goes.

    Hollow ones are planned; what is only possible or denied is left out. A change without a date stands at its document's date of
    publication, if `published` has it by the document's id. The `limit` organizations with most changes are shown.

    >>> import shakeup
    >>> text = "Acme Corp named Jane Roe chief executive on May 5, replacing John Doe, who retired."
    >>> chart = shakeup.plot.changes(shakeup.tables([text]))
    """
    _needs_altair("changes")
    from ._changes import chart

    return chart(tables, _by_id(published), limit)


def _by_id(published: Mapping[Any, str | date | None] | None) -> Published:
    return {str(id): day for id, day in (published or {}).items()}


def _needs_altair(what: str) -> Any:
    try:
        import altair
    except ImportError:
        message = f'plot.{what}() needs altair, which is not installed: pip install "shakeup[plot]" or pip install altair'
        raise ImportError(message) from None
    return altair
