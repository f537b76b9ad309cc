"""Who came and who went."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import altair as alt

from . import Published
from ._dates import around, moment, when
from ._look import GREEN, IN_THE_MIDDLE, INK, RED, WIDTH, data, left_out, nothing, page, plural, shortened, years_or_months

if TYPE_CHECKING:
    from shakeup import Tables

_TITLE = "Who came and who went"
_NOWHERE = "(organization not named)"


def chart(tables: Tables, published: Published, limit: int) -> alt.VConcatChart:
    changes = [row for row in tables.reassignments.to_dicts() if row["realis"] in ("actual", "planned")]
    dated, by_publication = [], 0
    for row in changes:
        day = when(row["date"])
        if day is None:
            day = when(published.get(row["doc"]))
            by_publication += day is not None
        if day is not None:
            dated.append((row, day))
    if not dated:
        return nothing(_TITLE, "No change has a date." if changes else "No changes.")
    edge = around([end for _, day in dated for end in (day.first, day.last)])

    counts = Counter((row["organization"] or _NOWHERE) for row, _ in dated)
    order = [name for name, _ in sorted(counts.items(), key=lambda item: (item[0] == _NOWHERE, -item[1], item[0]))]
    shown = order[:limit]
    values: list[dict[str, Any]] = []
    unsure: list[dict[str, Any]] = []
    # Those of one day stand on top of each other: who comes above the line, who goes below it.
    stacked: Counter[tuple[str, str, object]] = Counter()
    for row, day in sorted(dated, key=lambda item: (item[1].middle, item[0]["person"])):
        organization = row["organization"] or _NOWHERE
        if organization not in shown:
            continue
        bin_ = (day.middle - edge[0]) * WIDTH // ((edge[1] - edge[0]) * 9)
        stacked[organization, row["direction"], bin_] += 1
        height = stacked[organization, row["direction"], bin_]
        values.append(
            {
                "organization": organization,
                "height": height if row["direction"] == "in" else -height,
                "when": moment(day.middle),
                "date": row["date"] or f"published {day.text}",
                **{name: row[name] for name in ("person", "direction", "post", "reason", "counterpart", "realis")},
                "evidence": shortened(row["text"], 300),
            }
        )
        if not day.is_whole:
            unsure.append({"organization": organization, "from": moment(day.first), "to": moment(day.last)})

    tallest = {
        organization: max([1, *(count for (where, _, _), count in stacked.items() if where == organization)])
        for organization in shown
    }
    domain = [moment(day) for day in edge]
    panels = []
    for number, organization in enumerate(shown):
        height = 18 * (tallest[organization] + 1)
        is_last = number == len(shown) - 1
        here = [value for value in values if value["organization"] == organization]
        came = sum(value["direction"] == "in" for value in here)
        x = alt.X(
            "when:T",
            scale=alt.Scale(domain=domain),
            axis=alt.Axis(
                title=None, format=years_or_months(edge), labels=is_last, ticks=is_last, domain=False, labelOverlap=True, tickCount=8
            ),
        )
        y = alt.Y(
            "height:Q",
            scale=alt.Scale(domain=[-tallest[organization] - 0.6, tallest[organization] + 0.6]),
            axis=alt.Axis(labels=False, ticks=False, domain=False, grid=False, titleColor=INK, titleAngle=0, titleAlign="right",
                          titleBaseline="middle", titleX=-12, titleY=height / 2 - 8, titleLimit=270, titleFontSize=12),
            title=[shortened(organization, 40), f"+{came}  −{len(here) - came}"],
        )  # fmt: skip
        base = alt.Chart(data(here))
        line = base.mark_rule(color="#c9ccd2").encode(y=alt.datum(0))
        spans = [value for value in unsure if value["organization"] == organization]
        uncertain = (
            alt.Chart(data(spans))
            .mark_rule(strokeWidth=7, color="#8b919a", opacity=0.2)
            .encode(x=alt.X("from:T", scale=alt.Scale(domain=domain)), x2="to:T", y=alt.datum(0))
        )
        color = alt.Color("direction:N", scale=alt.Scale(domain=["in", "out"], range=[GREEN, RED]), legend=None)
        shape = alt.Shape(
            "direction:N", scale=alt.Scale(domain=["in", "out"], range=["triangle-up", "triangle-down"]), legend=None
        )
        tooltip = [
            f"{name}:N"
            for name in ("person", "direction", "post", "organization", "date", "reason", "counterpart", "realis", "evidence")
        ]
        points = [
            base.transform_filter(f"datum.realis === '{realis}'")
            .mark_point(filled=filled, size=75, strokeWidth=1.5, opacity=1)
            .encode(x=x, y=y, color=color, shape=shape, tooltip=tooltip)
            for realis, filled in (("actual", True), ("planned", False))
        ]
        panels.append(
            alt.layer(*([uncertain] if spans else []), line, *points).properties(width=WIDTH, height=height)
        )
    notes = [
        "Up: came. Down: went. Hollow: planned.",
        IN_THE_MIDDLE if unsure else "",
        f"{plural(by_publication, 'change')} at the day of publication." if by_publication else "",
        left_out(len(changes) - len(dated), "change", "without a date"),
        f"{limit} of {plural(len(order), 'organization')}." if len(order) > limit else "",
    ]
    return page(panels, _TITLE, notes, spacing=0)
