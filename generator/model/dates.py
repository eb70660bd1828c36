"""Dates as sources give them: partial, approximate, without a year. Never filled in by guessing."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Self

from generator.model.written import Written, refusal

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

_YEAR = r"(?P<year>(?:19|20|21)\d{2})"
_ISO = re.compile(_YEAR + r"-(?P<month>\d{2})-(?P<day>\d{2})")
_POINT = re.compile(
    rf"(?:(?P<part>{'|'.join(PARTS)}) )?"
    rf"(?:(?:(?P<day>[1-9]|[12]\d|3[01])\. )?(?P<month>{'|'.join(MONTHS)})"
    rf"|(?P<season>{'|'.join(SEASONS)})(?:et|en)?)?"
    rf" ?{_YEAR}?"
)
_DAY = re.compile(r"(?P<day>[1-9]|[12]\d|3[01])\.")
_TO = re.compile(r"\s*[-–]\s*")
_LEAP_YEAR = 2000  # the year of a date without a year, when only its day and month are checked


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a partial date; what the source does not give is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    part: int | None = None

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
        """The value in EDTF, ISO 8601-2 level 1: `XXXX-03-01`, `2014-01~`, `2013-23`."""
        year = f"{self.year}" if self.year else "XXXX"
        if self.season is not None:
            return f"{year}-{21 + self.season}"
        if self.part is not None and not self.month:
            return f"{year}-{(1, 6, 12)[self.part]:02}~"
        if self.part is not None and self.month:
            return f"{year}-{self.month:02}-{(1, 15, self._last_day)[self.part]:02}~"
        return "-".join([year, *(f"{n:02}" for n in (self.month, self.day) if n)])

    @property
    def _last_day(self) -> int:
        return calendar.monthrange(self.year or _LEAP_YEAR, self.month or 12)[1]

    @property
    def bounds(self) -> tuple[date, date] | None:
        """The first and last day it can mean; None without a year. A part is a third."""
        if not self.year:
            return None
        if self.day and self.month:
            day = date(self.year, self.month, self.day)
            return day, day
        if self.season is not None:
            # A winter may be the one before or after new year.
            first, last = ((3, 5), (6, 8), (9, 11), (1, 14))[self.season]
            return self._months(first, last)
        if self.part is not None and self.month:
            first, last = ((1, 10), (11, 20), (21, self._last_day))[self.part]
            return date(self.year, self.month, first), date(self.year, self.month, last)
        if self.part is not None:
            return self._months(1 + 4 * self.part, 4 + 4 * self.part)
        return self._months(self.month, self.month) if self.month else self._months(1, 12)

    def _months(self, first: int, last: int) -> tuple[date, date]:
        year = self.year or _LEAP_YEAR
        end_year, month = (year, last) if last <= 12 else (year + 1, last - 12)
        end = date(end_year, month, calendar.monthrange(end_year, month)[1])
        return date(year, first, 1), end

    def in_year(self, year: int) -> tuple[date, date] | None:
        """The bounds it would have in `year`; None when it names no time of the year."""
        if not self.month and self.season is None:
            return None
        return Point(year, self.month, self.day, self.season, self.part).bounds

    def with_year(self, year: int | None) -> "Point":
        return Point(self.year or year, self.month, self.day, self.season, self.part)


@dataclass(frozen=True, slots=True)
class PartialDate(Written):
    """A date or a span of dates as precise as its source: `1. marts`, `primo 2014`, `2013-2016`."""

    start: Point
    end: Point | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        written = text.lower()
        if _ISO.fullmatch(written):
            return cls(_point(written, text))
        ends = _TO.split(written) if written.count("-") < 4 else written.split(" - ")
        if len(ends) == 1:
            return cls(_point(written, text))
        if len(ends) != 2:
            raise refusal("ugyldig-dato", text=text, meant="")
        end = _point(ends[1], text)
        day = _DAY.fullmatch(ends[0])
        if day and end.day:
            start = _existing(Point(end.year, end.month, int(day["day"])), text)
        else:
            start = _point(ends[0], text)
        if start.precision != end.precision:
            raise refusal("ugyldig-dato", text=text, meant="")
        start = start.with_year(end.year)
        if end.year and _order(start) > _order(end):
            raise refusal("omvendt-periode", text=text)
        return cls(start, end)

    def __str__(self) -> str:
        if self.end is None:
            return str(self.start)
        start, end = self.start, self.end
        if start.day and start.month == end.month and start.year == end.year and end.day:
            return f"{start.day}.-{end}"
        if start.year == end.year and (start.month or start.season is not None):
            start = Point(None, start.month, start.day, start.season, start.part)
        separator = " - " if " " in f"{start}{end}" else "-"
        return f"{start}{separator}{end}"

    @property
    def edtf(self) -> str:
        return self.start.edtf + (f"/{self.end.edtf}" if self.end else "")

    @property
    def has_year(self) -> bool:
        return self.start.year is not None

    @property
    def earliest(self) -> date | None:
        """The first day it can mean; None when it has no year."""
        return self.start.bounds[0] if self.start.bounds else None

    @property
    def latest(self) -> date | None:
        """The last day it can mean; None when it has no year."""
        bounds = (self.end or self.start).bounds
        return bounds[1] if bounds else None


class FullDate(PartialDate):
    """A date with day, month and year."""

    @classmethod
    def parse(cls, text: str) -> Self:
        value = super().parse(text)
        if value.end or not (value.start.year and value.start.day):
            raise refusal("ikke-hel-dato", text=text)
        return value


def _point(text: str, whole: str) -> Point:
    match = _ISO.fullmatch(text) or _POINT.fullmatch(text)
    if not match or text != text.strip() or not text:
        raise refusal(
            "ugyldig-dato", text=whole, meant=_meant(text) if text == whole.lower() else ""
        )
    found = match.groupdict()
    month, season, part = found["month"], found.get("season"), found.get("part")
    if part and (found["day"] or season or not (month or found["year"])):
        raise refusal("ugyldig-dato", text=whole, meant="")
    if month and not month.isdigit():
        month = str(MONTHS.index(month) + 1)
    point = Point(
        year=int(found["year"]) if found["year"] else None,
        month=int(month) if month else None,
        day=int(found["day"]) if found["day"] else None,
        season=SEASONS.index(season) if season else None,
        part=PARTS.index(part) if part else None,
    )
    return _existing(point, whole)


def _existing(point: Point, text: str) -> Point:
    """The point itself, once its day is known to be in the calendar."""
    if point.day:
        try:
            date(point.year or _LEAP_YEAR, point.month or 1, point.day)
        except ValueError:
            raise refusal("dato-findes-ikke", text=text) from None
    return point


def _order(point: Point) -> tuple[int, int, int]:
    month = point.month or (point.season or 0) * 3 + 1
    return point.year or 0, month, point.day or 0


def _meant(text: str) -> str:
    """The date that was most likely meant, written as it should be; empty if a word is unknown."""
    known = (*MONTHS, *SEASONS, *PARTS)
    words = []
    for word in re.sub(r"(?<=\d)\.(?=\w)", ". ", re.sub(r"^(den|d\.)\s+", "", text)).split():
        if re.fullmatch(r"0?([1-9]|[12]\d|3[01])\.?", word):
            words.append(word.lstrip("0").rstrip(".") + ".")
        elif re.fullmatch(r"\d{4}", word):
            words.append(word)
        else:
            stem = word.rstrip(".,")
            near = [name for name in known if len(stem) > 2 and name.startswith(stem)]
            near += get_close_matches(stem, known, n=1, cutoff=0.75)
            if not near:
                return ""
            words.append(near[0])
    candidate = " ".join(words)
    return candidate if candidate != text and _POINT.fullmatch(candidate) else ""
