"""Ranges of time as bars on one scale: what is sure, and what may come on top."""

from decimal import Decimal
from typing import NamedTuple

from generator.model.amounts import Count, Workload
from generator.model.programme import Programme
from generator.showing.texts import text
from generator.showing.time_table import time_in_words
from generator.showing.wording import shown


class Bar(NamedTuple):
    """How far it is sure to go, and how far it may, in per cent of the scale."""

    low: str
    high: str


class LabelledBar(NamedTuple):
    name: str
    time: str
    label: str
    """All that the bar says: `Praktik: 2–3 dage`."""
    bar: Bar


class Bars(NamedTuple):
    working_day: str
    """Hours in a day; empty where days and hours do not have to be compared."""
    has_ranges: bool
    """Whether any of them is more than one amount."""
    bars: tuple[LabelledBar, ...]


def bar(low: Decimal, high: Decimal, scale: Decimal) -> Bar:
    """A range on a scale from 0, all three in the same unit; the scale is more than 0."""
    return Bar(_per_cent(low, scale), _per_cent(high, scale))


def bars(programme: Programme, working_day: Decimal) -> Bars | None:
    """The time of each element, counted in hours; None when there are not two to compare."""
    timed = [element for element in programme.elements if element.workload]
    hours = [element.workload.in_hours(working_day) for element in timed]
    scale = max((count.maximum for count in hours), default=Decimal(0))
    if len(timed) < 2 or not scale:
        return None
    total = sum((element.workload for element in timed), Workload())
    times = [time_in_words(element.workload) for element in timed]
    return Bars(
        working_day=shown(Count(working_day, working_day)) if total.days and total.minutes else "",
        has_ranges=any(count.minimum < count.maximum for count in hours),
        bars=tuple(
            LabelledBar(
                element.name,
                time,
                text("picture.bar", name=element.name, time=time),
                bar(count.minimum, count.maximum, scale),
            )
            for element, count, time in zip(timed, hours, times, strict=True)
        ),
    )


def _per_cent(part: Decimal, whole: Decimal) -> str:
    return f"{part / whole * 100:.2f}%"
