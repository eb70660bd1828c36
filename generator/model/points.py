"""One point in time, as precise as a source gives it, and how it is written in Danish."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.model.value_object import ValueObject

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
SEASONS = ("forår", "sommer", "efterår", "vinter")
PARTS = ("primo", "medio", "ultimo")
LEAP_YEAR = 2000
"""The year of a date without a year, where only its day and month matter."""

SHORTLY = timedelta(days=60)
"""How far before a start a date without a year still belongs to it: January may be before or
after April, and without years "shortly before" is all that can be said."""

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAYS = {f"{day}.": day for day in range(1, 32)}
_MONTHS = {name: number for number, name in enumerate(MONTHS, start=1)}
_SEASONS = {
    form: number
    for number, name in enumerate(SEASONS)
    for form in (name, name + ("et" if name.endswith("år") else "en"))
}
_PARTS = {name: number for number, name in enumerate(PARTS)}
WORDS = (*_MONTHS, *_SEASONS, *_PARTS)
_YEARS = {str(year): year for year in range(1900, 2200)}

Bounds = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Point(ValueObject):
    """What the source gives; what it does not give is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    part: int | None = None
    """Which third of the month or the year: primo, medio, ultimo."""

    def __str__(self) -> str:
        words = [
            PARTS[self.part] if self.part is not None else "",
            f"{self.day}." if self.day else "",
            MONTHS[self.month - 1] if self.month else "",
            SEASONS[self.season] if self.season is not None else "",
            str(self.year) if self.year else "",
        ]
        return " ".join(word for word in words if word)

    @property
    def precision(self) -> tuple[bool, bool, bool]:
        """Whether it names a day, a month and a season."""
        return self.day is not None, self.month is not None, self.season is not None

    @property
    def edtf(self) -> str:
        """The value in EDTF, ISO 8601-2 level 1: `XXXX-03-01`, `2014-01~`, `2013-23`.

        Empty where EDTF has no form: for a season or a part of a month without a year.
        """
        year = f"{self.year:04}" if self.year else "XXXX"
        if self.year is None and (self.season is not None or self.part is not None):
            return ""
        if self.season is not None:
            return f"{year}-{21 + self.season}"
        if self.part is not None and self.month:
            return f"{year}-{self.month:02}-{(1, 15, self._last_day)[self.part]:02}~"
        if self.part is not None:
            return f"{year}-{(1, 6, 12)[self.part]:02}~"
        return "-".join([year, *(f"{n:02}" for n in (self.month, self.day) if n)])

    @property
    def bounds(self) -> Bounds | None:
        """The first and the last day it can mean; None without a year."""
        if not self.year:
            return None
        if self.day and self.month:
            day = date(self.year, self.month, self.day)
            return day, day
        if self.season is not None:
            # A winter may be the one before or after new year.
            return _months(self.year, *((3, 5), (6, 8), (9, 11), (1, 14))[self.season])
        if self.part is not None and self.month:
            first, last = ((1, 10), (11, 20), (21, self._last_day))[self.part]
            return date(self.year, self.month, first), date(self.year, self.month, last)
        if self.part is not None:
            return _months(self.year, 1 + 4 * self.part, 4 + 4 * self.part)
        return _months(self.year, self.month or 1, self.month or 12)

    def in_year(self, year: int) -> Bounds | None:
        """The bounds it would have in `year`; None when it names no time of the year."""
        if not self.month and self.season is None:
            return None
        return replace(self, year=year).bounds

    @property
    def _last_day(self) -> int:
        return calendar.monthrange(self.year or LEAP_YEAR, self.month or 12)[1]


def read_point(text: str) -> Point | None:
    """The point that `text` writes; None if it is none.

    Raises ValueError for a day that is not in the calendar.
    """
    if iso := _ISO.fullmatch(text):
        year, month, day = map(int, iso.groups())
        return existing(Point(year, month, day)) if str(year) in _YEARS else None
    words = text.split(" ")
    part = _take(words, _PARTS)
    day_of_month = _take(words, _DAYS)
    point = Point(
        part=part,
        day=day_of_month,
        month=_take(words, _MONTHS),
        season=_take(words, _SEASONS),
        year=_take(words, _YEARS),
    )
    return existing(point) if not words and _makes_sense(point) else None


def existing(point: Point) -> Point:
    """The point itself. Raises ValueError if it names a day that is not in the calendar."""
    if point.day is not None and point.month is not None:
        date(point.year or LEAP_YEAR, point.month, point.day)
    return point


def _take(words: list[str], known: Mapping[str, int]) -> int | None:
    """The number of the first word if it is known; the word is then used up."""
    return known[words.pop(0)] if words and words[0] in known else None


def _makes_sense(point: Point) -> bool:
    has_day, has_month, has_season = point.precision
    if has_day and not has_month:
        return False
    if has_season and has_month:
        return False
    if point.part is not None:
        return not has_day and not has_season and (has_month or point.year is not None)
    return True


def _months(year: int, first: int, last: int) -> Bounds:
    """From the first to the last month; months after 12 are of the next year."""
    end_year, month = (year, last) if last <= 12 else (year + 1, last - 12)
    end = date(end_year, month, calendar.monthrange(end_year, month)[1])
    return date(year, first, 1), end
