"""Who held what when."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal

import altair as alt

from . import Published
from ._dates import When, around, moment, when
from ._look import BLUE, IN_THE_MIDDLE, INK, WIDTH, data, left_out, nothing, page, plural, shortened, years_or_months

if TYPE_CHECKING:
    from shakeup import Tables

Office = tuple[str, str]
_TITLE = "Who held what when"


@dataclass
class Tenure:
    """A person in an office, as all records together tell it."""

    person: str
    post: str
    organization: str
    since: When | None = None
    until: When | None = None
    seen: date | None = None  # the last day on which a document says that the office is held
    planned: bool = False
    evidence: list[str] = field(default_factory=list)
    lane: int = 0

    @property
    def office(self) -> Office:
        return self.post.casefold(), self.organization.casefold()

    @property
    def label(self) -> str:
        return self.person + (" (planned)" if self.planned else "")

    def span(self, stub: timedelta) -> tuple[date, date]:
        """From and to where it is drawn; where an end is not known it goes a little beyond what is."""
        known = self.known
        return (known[0] if self.since else known[0] - stub), (known[1] if self.until else known[1] + stub)

    @property
    def known(self) -> tuple[date, date]:
        """The days between which it is sure."""
        days = [end.middle for end in (self.since, self.until) if end]
        if self.seen and self.since and not self.until and self.seen > days[0]:
            days.append(self.seen)
        return min(days), max(days)


def tenures_of(tables: Tables, published: Published) -> list[Tenure]:
    """Records of the same person in the same office, put together; what is more exact wins."""
    found: dict[tuple[str, Office], Tenure] = {}

    def at(row: dict[str, Any]) -> Tenure:
        tenure = Tenure(row["person"], row["post"], row["organization"] or "")
        tenure = found.setdefault((tenure.person, tenure.office), tenure)
        if row["text"] not in tenure.evidence:
            tenure.evidence.append(row["text"])
        return tenure

    def better(known: When | None, new: str | None) -> When | None:
        told = when(new)
        return told if told and (known is None or len(told.text) > len(known.text)) else known

    for row in tables.roles.to_dicts():
        tenure = at(row)
        tenure.since = better(tenure.since, row["since"])
        tenure.until = better(tenure.until, row["until"])
        day = when(published.get(row["doc"]))
        if day and row["status"] == "current":
            tenure.seen = max(day.last, tenure.seen or day.last)
    changes = [row for row in tables.reassignments.to_dicts() if row["post"] and row["realis"] in ("actual", "planned")]
    # "He replaces Holm on April 1": the day of the one is that of the other.
    days = {(row["doc"], row["person"], row["counterpart"]): row["date"] for row in changes if row["counterpart"]}
    for row in changes:
        date = row["date"] or days.get((row["doc"], row["counterpart"], row["person"]))
        tenure = at(row)
        tenure.planned |= row["realis"] == "planned"
        if row["direction"] == "in":
            tenure.since = better(tenure.since, date)
        else:
            tenure.until = better(tenure.until, date)
    for tenure in found.values():
        if tenure.since and tenure.until and tenure.since.middle > tenure.until.middle:
            # Back in an office that was left before: the dates are of two tenures, and the later one is told.
            tenure.until = None
    return list(found.values())


@dataclass
class Axis:
    """The days that the chart shows, and how they turn into its width."""

    edge: tuple[date, date]

    @property
    def stub(self) -> timedelta:
        return (self.edge[1] - self.edge[0]) * 0.05

    def name_is_left(self, tenure: Tenure) -> bool:
        """Whether the name begins over the bar's begin; where that is near the right edge or unknown, it ends over its end."""
        start, whole = tenure.known[0], self.edge[1] - self.edge[0]
        return tenure.since is not None and start - self.edge[0] <= whole * 0.78

    def reach(self, tenure: Tenure) -> tuple[date, date]:
        """From and to where bar and name take the lane."""
        (start, end), (before, after) = tenure.known, tenure.span(self.stub)
        name = (self.edge[1] - self.edge[0]) * ((len(tenure.label) + 2) * 6.1 / WIDTH)
        if self.name_is_left(tenure):
            return before, max(after, start + name)
        return min(before, end - name), after


def into_lanes(tenures: list[Tenure], axis: Axis) -> int:
    """Puts those that overlap on lanes of their own and returns how many there are."""
    ends: list[date] = []
    for tenure in sorted(tenures, key=lambda tenure: (tenure.known, tenure.person)):
        start, end = axis.reach(tenure)
        tenure.lane = next((lane for lane, taken in enumerate(ends) if start >= taken), len(ends))
        ends[tenure.lane : tenure.lane + 1] = [end]
    return len(ends)


def chart(tables: Tables, published: Published, limit: int) -> alt.VConcatChart:
    everything = tenures_of(tables, published)
    dated = [tenure for tenure in everything if tenure.since or tenure.until]
    if not dated:
        return nothing(_TITLE, "No record of a post has a date.")
    days = [day for tenure in dated for end in (tenure.since, tenure.until) if end for day in (end.first, end.last)]
    edge = around(days + [day for tenure in dated for day in tenure.known], 0.08)
    time = Axis(edge)

    holders = Counter(tenure.office for tenure in dated)
    shown = {office for office, _ in sorted(holders.items(), key=lambda item: (-item[1], item[0]))[:limit]}
    offices: defaultdict[Office, list[Tenure]] = defaultdict(list)
    for tenure in dated:
        if tenure.office in shown:
            offices[tenure.office].append(tenure)

    rows: list[str] = []
    bars: list[dict[str, Any]] = []
    unsure: list[dict[str, Any]] = []
    for office, tenures in sorted(offices.items(), key=lambda item: (item[0][1], item[0][0])):
        name = f"{tenures[0].post}, {tenures[0].organization}" if tenures[0].organization else tenures[0].post
        lanes = into_lanes(tenures, time)
        # Only the first lane of an office is labelled: what stands before the tab.
        labels = [f"{shortened(name, 46) if lane == 0 else ''}\t{office}{lane}" for lane in range(lanes)]
        rows += labels
        for tenure in tenures:
            bars.append(_bar(tenure, labels[tenure.lane], name, time))
            unsure += [
                {"row": labels[tenure.lane], "from": moment(end.first), "to": moment(end.last)}
                for end in (tenure.since, tenure.until)
                if end and not end.is_whole
            ]

    y = alt.Y("row:N", sort=rows, title=None).axis(
        labelExpr="split(datum.label, '\t')[0]", labelLimit=300, labelColor=INK, ticks=False, domain=False, labelPadding=10
    )
    axis = alt.Axis(title=None, grid=True, format=years_or_months(edge), labelOverlap=True, tickCount=8)
    x = alt.X("start:T", axis=axis, scale=alt.Scale(domain=[moment(day) for day in edge]))
    tooltip = ["person:N", "office:N", "since:N", "until:N", "evidence:N"]
    base = alt.Chart(data(bars)).encode(y=y, tooltip=tooltip)
    sure = base.mark_rule(strokeWidth=3, color=BLUE).encode(x=x, x2="end:T")
    # What goes on: how long, nobody says.
    open_ = [
        base.transform_filter(f"!isValid(datum.{end})")
        .mark_rule(strokeWidth=1.5, strokeDash=[2, 3], color=BLUE)
        .encode(x=alt.X(f"{outer}:T"), x2=f"{inner}:T")
        for end, outer, inner in (("since", "before", "start"), ("until", "after", "end"))
    ]
    uncertain = (
        alt.Chart(data(unsure))
        .mark_rule(strokeWidth=9, color=BLUE, opacity=0.18)
        .encode(x=alt.X("from:T"), x2="to:T", y=y)
    )
    came = base.transform_filter("isValid(datum.since)").mark_point(filled=True, size=55, color=BLUE, opacity=1).encode(x=x)
    went = (
        base.transform_filter("isValid(datum.until)")
        .mark_point(filled=True, fill="white", stroke=BLUE, strokeWidth=2, size=50, opacity=1)
        .encode(x=alt.X("end:T"))
    )
    places: list[tuple[Literal["left", "right"], str, int]] = [("left", "start", 2), ("right", "end", -2)]
    names = [
        base.transform_filter(f"datum.side === '{side}'")
        .mark_text(align=side, baseline="bottom", dy=-6, dx=dx, color=INK, fontSize=11.5)
        .encode(x=alt.X(f"{at}:T"), text="label:N")
        for side, at, dx in places
    ]
    panel = alt.layer(uncertain, *open_, sure, came, went, *names).properties(width=WIDTH, height=alt.Step(34))
    notes = [
        "Filled: came. Hollow: went. Dotted: goes on, nobody says how long.",
        IN_THE_MIDDLE if unsure else "",
        left_out(len(everything) - len(dated), "tenure", "without a date"),
        f"{limit} of {plural(len(holders), 'office')}." if len(holders) > limit else "",
    ]
    return page([panel], _TITLE, notes)


def _bar(tenure: Tenure, row: str, office: str, time: Axis) -> dict[str, Any]:
    start, end = tenure.known
    before, after = tenure.span(time.stub)
    return {
        "row": row,
        "person": tenure.person,
        "label": tenure.label,
        "office": office,
        "side": "left" if time.name_is_left(tenure) else "right",
        "start": moment(start),
        "end": moment(end),
        "before": moment(before),
        "after": moment(after),
        "since": tenure.since.text if tenure.since else None,
        "until": tenure.until.text if tenure.until else None,
        "evidence": shortened(" … ".join(tenure.evidence), 300),
    }
