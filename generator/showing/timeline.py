"""When things happen, as places on a line: of months and years, or of a year that is not told."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from generator.model.dates import PartialDate
from generator.model.offering import Offering
from generator.model.points import LEAP_YEAR, MONTHS, SEASONS, Bounds, Point
from generator.model.programme import Programme
from generator.showing.dates import first_day, in_order
from generator.showing.texts import text
from generator.showing.wording import sentence, shown

_MARCH = 3
_WINTER = SEASONS.index("vinter")
_A_DAY = timedelta(days=1)
_ANY_YEAR = (date(LEAP_YEAR, 1, 1), date(LEAP_YEAR, 12, 31))
_FEW = 12
"""Months that can each have a letter, and be told apart, on a phone."""


class Place(NamedTuple):
    """From where on the line, how far, and the middle of that, in per cent."""

    start: str
    length: str
    middle: str


class Mark(NamedTuple):
    name: str
    label: str
    """All that the mark says: `Praktik: januar`."""
    is_day: bool
    is_sure: bool
    """Whether it takes all of its place; else it lies somewhere within."""
    places: tuple[Place, ...]
    """Two for what goes on over new year, where the line has only one year."""


class Line(NamedTuple):
    key: str
    ends: tuple[str, ...]
    """The first and the last month, where it has years."""
    ticks: tuple[str, ...]
    """Where a month begins, or a year on a long line."""
    letters: tuple[tuple[str, str], ...]
    """The middle and the first letter of each month, where there is room for that."""
    marks: tuple[Mark, ...]


class Timeline(NamedTuple):
    lines: tuple[Line, ...]
    has_vague: bool
    """Whether the place of a mark is wider than what happens there."""


def timeline(programme: Programme) -> Timeline | None:
    """The picture of a programme's dates; None when there are not two of them."""
    offerings = programme.current_offerings
    several = len(offerings) > 1
    named = [
        (f"{dated.label}, {offering.name}" if several else dated.label, dated.when)
        for offering in offerings
        for dated in in_order(offering)
    ]
    named += [(e.name, e.when.date) for e in programme.elements if e.when and e.when.date]
    if len(named) < 2:
        return None
    lines = tuple(line for line in (_dated_line(named), _yearless_line(named, offerings)) if line)
    return Timeline(lines, not all(mark.is_sure for line in lines for mark in line.marks))


def _dated_line(named: Sequence[tuple[str, PartialDate]]) -> Line | None:
    found = [(name, when, bounds) for name, when in named if (bounds := when.bounds)]
    if not found:
        return None
    first = min(bounds[0] for *_, bounds in found).replace(day=1)
    last = _end_of_month(max(bounds[1] for *_, bounds in found))
    marks = (_mark(name, when, [bounds], (first, last)) for name, when, bounds in found)
    ends = (sentence(f"{MONTHS[day.month - 1]} {day.year}") for day in (first, last))
    return _line("dated", (first, last), tuple(dict.fromkeys(ends)), tuple(marks))


def _yearless_line(
    named: Sequence[tuple[str, PartialDate]], offerings: Sequence[Offering]
) -> Line | None:
    found = [(name, when) for name, when in named if not when.has_year]
    year = _year_of(offerings)
    marks = (_mark(name, when, _within(when, year), year) for name, when in found)
    return _line("yearless", year, (), tuple(marks)) if found else None


def _year_of(offerings: Sequence[Offering]) -> Bounds:
    """Twelve months of a year that nobody has told, with all days that a February can have.

    They begin where the offering does, if it is one: what comes in January then comes at its end.
    """
    begins = {
        first_day(offering).month
        for offering in offerings
        if any(not dated.when.has_year for dated in in_order(offering))
    }
    month = begins.pop() if len(begins) == 1 else 1
    first = date(LEAP_YEAR if month < _MARCH else LEAP_YEAR - 1, month, 1)
    return first, first.replace(year=first.year + 1) - _A_DAY


def _within(when: PartialDate, year: Bounds) -> list[Bounds]:
    """The days of a year that it can mean: two spans for what goes on over the year's end."""
    days = _days(when.start)[0], _days(when.end or when.start)[1]
    if days == _ANY_YEAR:
        return [year]
    begins = year[0]
    first, last = (day.replace(year=begins.year + (day.month < begins.month)) for day in days)
    return [(first, last)] if first <= last else [(year[0], last), (first, year[1])]


def _days(point: Point) -> Bounds:
    if point.season == _WINTER:
        # It has both ends of a year; its bounds are wider, since it may be either of two winters.
        return date(LEAP_YEAR, 12, 1), date(LEAP_YEAR, 2, 29)
    return point.in_year(LEAP_YEAR) or _ANY_YEAR


def _mark(name: str, when: PartialDate, spans: Sequence[Bounds], line: Bounds) -> Mark:
    return Mark(
        name,
        text("picture.mark", name=name, when=shown(when)),
        is_day=spans[0][0] == spans[0][1],
        is_sure=when.start.day is not None,
        places=tuple(_place(span, line) for span in spans),
    )


def _line(key: str, bounds: Bounds, ends: tuple[str, ...], marks: tuple[Mark, ...]) -> Line:
    return Line(key, ends, *_scale(bounds), marks)


@lru_cache(maxsize=256)
def _scale(bounds: Bounds) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The ticks and the letters of a line."""
    months = list(_months(bounds))
    is_short = len(months) <= _FEW
    begun = (month for month in months[1:] if is_short or month[0].month == 1)
    letters = ((_place(m, bounds).middle, MONTHS[m[0].month - 1][0].upper()) for m in months)
    return tuple(_place(month, bounds).start for month in begun), tuple(letters) if is_short else ()


def _months(bounds: Bounds) -> Iterator[Bounds]:
    first = bounds[0]
    while first <= bounds[1]:
        yield first, _end_of_month(first)
        first = _end_of_month(first) + _A_DAY


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _place(span: Bounds, line: Bounds) -> Place:
    whole = line[1] - line[0] + _A_DAY
    start, length = (span[0] - line[0]) / whole, (span[1] - span[0] + _A_DAY) / whole
    return Place(*(f"{part * 100:.2f}%" for part in (start, length, start + length / 2)))
