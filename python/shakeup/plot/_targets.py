"""What was aimed at, and what it is set against."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import altair as alt

from ..display.words import amount
from . import Published
from ._dates import around, moment, when
from ._look import BLUE, GREY, IN_THE_MIDDLE, INK, ORANGE, RED, SOFT, WIDTH, data, left_out, nothing, page, plural, shortened
from ._look import years_or_months

if TYPE_CHECKING:
    from shakeup import Tables

_TITLE = "What was aimed at"
_KINDS = {"target": (BLUE, "circle"), "limit": (RED, "square"), "baseline": (GREY, "diamond"), "actual": (ORANGE, "cross")}
Metric = tuple[str, str, str]


def chart(tables: Tables, metric: str | None, published: Published, limit: int) -> alt.VConcatChart:
    rows = [row for row in tables.targets.to_dicts() if row["realis"] in ("actual", "planned")]
    named = [row for row in rows if row["metric"] and (metric is None or metric.casefold() in row["metric"].casefold())]
    if not named:
        return nothing(_TITLE, f"No target for {metric!r}." if metric else "No target names what it counts.")
    metrics: defaultdict[Metric, list[dict[str, Any]]] = defaultdict(list)
    for row in named:
        metrics[row["metric"].casefold(), row["unit"], row["period"] or ""].append(row)
    # First those that are told most of; of as much, those with an aim and what it is set against.
    order = sorted(metrics, key=lambda of: (-len(metrics[of]), -len({row["kind"] for row in metrics[of]}), of))
    shown = order if metric else order[:limit]

    values = {of: [_value(row, published) for row in metrics[of]] for of in shown}
    days = [day for points in values.values() for point in points for day in point.pop("days")]
    edge = around(days, 0.08) if days else None
    panels = [_panel(of, points, edge, of == shown[-1]) for of, points in values.items()]
    notes = [
        "A target stands at its deadline; "
        + ("without one, a figure stands at its day of publication." if published else "a line across has no date."),
        IN_THE_MIDDLE if any("from" in point for points in values.values() for point in points) else "",
        left_out(len(rows) - len(named), "figure", "without a name for what it counts") if metric is None else "",
        f"{limit} of {plural(len(order), 'metric')}." if len(order) > len(shown) else "",
    ]
    return page(panels, _TITLE, notes, spacing=16)


def _value(row: dict[str, Any], published: Published) -> dict[str, Any]:
    """A figure as the chart takes it; a range and its ends, if it is one."""
    ends = [end for end in (row["low"], row["high"]) if end is not None]
    told = when(row["deadline"])
    day = told or when(published.get(row["doc"]))
    said = amount(row["low"], row["high"], row["comparator"], row["unit"], row["period"])
    value: dict[str, Any] = {
        "value": sum(ends) / len(ends),
        "said": said,
        "label": f"{row['kind']} {said}",
        "date": told.text if told else f"published {day.text}" if day else row["deadline_text"],
        **{name: row[name] for name in ("kind", "metric", "setter", "addressee", "attribution", "realis")},
        "evidence": shortened(row["text"], 300),
        "days": [day.first, day.last] if day else [],
    }
    if ends[0] != ends[-1]:
        value |= {"low": ends[0], "high": ends[-1]}
    if day:
        value["when"] = moment(day.middle)
        if not day.is_whole:
            value |= {"from": moment(day.first), "to": moment(day.last)}
    return value


def _panel(of: Metric, points: list[dict[str, Any]], edge: Any, is_last: bool) -> Any:
    name, unit, period = of
    measure = (unit if unit != "count" else "number") + (f" per {period}" if period else "")
    color = alt.Color("kind:N", legend=None, scale=alt.Scale(domain=[*_KINDS], range=[color for color, _ in _KINDS.values()]))
    shape = alt.Shape("kind:N", legend=None, scale=alt.Scale(domain=[*_KINDS], range=[shape for _, shape in _KINDS.values()]))
    ends = [end for point in points for end in (point["value"], point.get("high", 0))]
    y = alt.Y(
        "value:Q",
        title=None,
        scale=alt.Scale(domain=[min(0, *ends), max(0, *ends) * 1.18 or 1], nice=False),
        axis=alt.Axis(tickCount=3, domain=False, ticks=False, labelExpr=_short_number(), labelPadding=6),
    )
    tooltip = [f"{column}:N" for column in ("said", "kind", "metric", "date", "setter", "addressee", "attribution", "evidence")]
    base = alt.Chart(data(points)).encode(y=y, color=color, tooltip=tooltip)
    undated = base.transform_filter("!isValid(datum.when)")
    layers: list[Any] = [
        undated.mark_rule(strokeWidth=1.5, strokeDash=[5, 3]).encode(x=alt.value(0), x2=alt.value(WIDTH)),
        undated.mark_text(align="left", baseline="bottom", dx=4, dy=-3, fontSize=11).encode(x=alt.value(0), text="label:N"),
    ]
    if edge:
        scale = alt.Scale(domain=[moment(day) for day in edge])
        axis = alt.Axis(title=None, format=years_or_months(edge), grid=True, tickCount=8, labels=is_last, ticks=is_last, labelOverlap=True)
        dated = base.transform_filter("isValid(datum.when)")
        layers += [
            dated.transform_filter("isValid(datum.from)")
            .mark_rule(strokeWidth=7, opacity=0.18)
            .encode(x=alt.X("from:T", scale=scale), x2="to:T"),
            dated.transform_filter("isValid(datum.low)")
            .mark_rule(strokeWidth=2)
            .encode(x=alt.X("when:T", scale=scale), y=alt.Y("low:Q"), y2="high:Q"),
            dated.mark_point(filled=True, size=80, opacity=1).encode(x=alt.X("when:T", scale=scale, axis=axis), shape=shape),
            *(
                dated.transform_filter(f"toDate(datum.when) {'<' if align == 'left' else '>='} toDate('{moment(_turn(edge))}')")
                .mark_text(align=align, dx=9 if align == "left" else -9, fontSize=11.5)
                .encode(x=alt.X("when:T", scale=scale), text="label:N")
                for align in ("left", "right")
            ),
        ]
    title = alt.TitleParams(name, subtitle=measure, anchor="start", frame="group", fontSize=13, color=INK, subtitleColor=SOFT, subtitleFontSize=11.5)
    return alt.layer(*layers).properties(width=WIDTH, height=96, title=title)


def _turn(edge: Any) -> Any:
    """From here on a label stands to the left of its point."""
    return edge[0] + (edge[1] - edge[0]) * 0.7


def _short_number() -> str:
    """An expression that says 2400000000 as "2.4 billion"."""
    sizes = "".join(
        f"abs(datum.value) >= {size:.0f} ? format(datum.value / {size:.0f}, '~r') + ' {word}' : "
        for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
    )
    return sizes + "format(datum.value, ',~r')"
