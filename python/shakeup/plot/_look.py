"""What all charts have in common: how they look, and what they say below their title."""

from __future__ import annotations

from datetime import date
from typing import Any

import altair as alt

INK, SOFT, LINE = "#1c1e21", "#5f646c", "#e2e4e8"
BLUE, GREEN, RED, ORANGE, GREY = "#1f5fbf", "#1d7a4a", "#b3261e", "#c05a00", "#6b7078"
WIDTH = 620
_FONT = 'system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif'


def data(values: list[dict[str, Any]]) -> Any:
    """Rows that the chart itself holds."""
    return alt.Data(values=values)  # type: ignore[no-untyped-call, unused-ignore]


def page(panels: list[Any], title: str, notes: list[str], spacing: int = 22) -> alt.VConcatChart:
    """Panels below each other, under a title and what must be known to read them."""
    chart: alt.VConcatChart = (
        alt.vconcat(*panels, spacing=spacing)
        .properties(
            title=alt.TitleParams(title, subtitle=[note for note in notes if note], anchor="start", offset=14),
            background="white",
            padding=14,
        )
        .configure(font=_FONT)
        .configure_title(fontSize=16, fontWeight=600, color=INK, subtitleFontSize=12, subtitleColor=SOFT, subtitlePadding=5)
        .configure_view(stroke=None)
        .configure_axis(
            domainColor=LINE, gridColor=LINE, tickColor=LINE, labelColor=SOFT, titleColor=SOFT, labelFontSize=11.5,
            titleFontSize=11.5, titleFontWeight=400,
        )
        .configure_legend(labelColor=SOFT, titleColor=SOFT, labelFontSize=11.5, titleFontSize=11.5, titleFontWeight=400)
    )  # fmt: skip
    return chart


def nothing(title: str, why: str) -> alt.VConcatChart:
    """A chart that says why it is empty."""
    empty = alt.Chart(data([{"why": why}])).mark_text(align="left", color=SOFT, fontSize=12)
    return page([empty.encode(text="why:N", x=alt.value(0)).properties(width=WIDTH, height=40)], title, [])


def plural(count: int, one: str, many: str | None = None) -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def left_out(count: int, what: str, why: str) -> str:
    return f"{plural(count, what)} {why} left out." if count else ""


def shortened(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


IN_THE_MIDDLE = "A date known only to the month or year stands in its middle, on a bar of its length."


def years_or_months(edge: tuple[date, date]) -> str:
    """How an axis of time says its days."""
    days = (edge[1] - edge[0]).days
    return "%Y" if days > 4 * 366 else "%b %Y" if days > 100 else "%b %d, %Y"
