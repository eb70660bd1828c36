"""Dates as sources give them: partial, approximate, without a year. Never filled in by guessing."""

import re
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import ClassVar, Self

from generator.model.points import (
    LEAP_YEAR,
    MONTHS,
    PARTS,
    SEASONS,
    WORDS,
    Bounds,
    Point,
    existing,
    read_point,
)
from generator.model.written import Written, loosely, refusal

_DAY = re.compile(r"([1-9]|[12][0-9]|3[01])\.")
_DAY_FIRST = re.compile(r"0?([0-9]{1,2})[/.-] ?0?([0-9]{1,2})[/. -] ?([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})")
_DAYS = re.compile(r"([0-9]{1,2})\.? ?([-–]|til|og) ?([0-9]{1,2})\.? ?([a-zæøå].*)")
_ENGLISH = {"march": "marts", "may": "maj"}
"""The months that resemble none in Danish."""
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_ISO = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_WORD = rf"(?:{_ISO}|[0-9]{{4}}|[0-9]{{1,2}}\.|{'|'.join(WORDS)})"
_FILLERS = {"d.", "den", "af", *_WEEKDAYS}


@dataclass(frozen=True, slots=True)
class PartialDate(Written):
    """A date or a span of dates as precise as its source: `1. marts`, `primo 2014`, `2013-2016`."""

    start: Point
    end: Point | None = None

    form = loosely(rf"{_WORD}(?:(?: | ?[-–] ?){_WORD})*")
    refused_as = "ugyldig-dato"
    examples: ClassVar[tuple[str, ...]] = ("1. marts 2027", "marts 2027", "efterår 2027")

    @classmethod
    def parse(cls, text: str) -> Self:
        try:
            ends = _ends(text.lower())
        except ValueError:
            raise refusal("dato-findes-ikke", text=text) from None
        if ends is None:
            raise refusal("ugyldig-dato", text=text, meant=_meant(text.lower()))
        start, end = ends
        if end and _reversed(start, end):
            raise refusal("omvendt-periode", text=text)
        return cls(start, end)

    @classmethod
    def on(cls, day: date) -> Self:
        """The date that names `day` in full."""
        return cls(Point(day.year, day.month, day.day))

    def __str__(self) -> str:
        if self.end is None:
            return str(self.start)
        start, end = self.start, self.end
        if start.day and (start.month, start.year) == (end.month, end.year):
            return f"{start.day}.-{end}"
        if start.year == end.year and any(start.precision):
            start = replace(start, year=None)
        separator = " - " if " " in f"{start}{end}" else "-"
        return f"{start}{separator}{end}"

    @property
    def edtf(self) -> str:
        """The value in EDTF; empty where EDTF has no form for it."""
        ends = [self.start.edtf, *([self.end.edtf] if self.end else [])]
        return "/".join(ends) if all(ends) else ""

    @property
    def has_year(self) -> bool:
        return self.start.year is not None

    @property
    def bounds(self) -> Bounds | None:
        """The first and the last day it can mean; None when it has no year."""
        first = self.start.bounds
        last = self.end.bounds if self.end else first
        return (first[0], last[1]) if first and last else None

    @property
    def earliest(self) -> date | None:
        """The first day it can mean; None when it has no year."""
        bounds = self.bounds
        return bounds[0] if bounds else None

    @property
    def latest(self) -> date | None:
        """The last day it can mean; None when it has no year."""
        bounds = self.bounds
        return bounds[1] if bounds else None

    @property
    def days(self) -> Bounds | None:
        """Its first and its last day, when it names them; None when anything is left open."""
        return self.bounds if self.start.day else None


class FullDate(PartialDate):
    """A date with day, month and year."""

    __slots__ = ()

    form = loosely(rf"{_ISO}|[0-9]{{1,2}}\. (?:{'|'.join(MONTHS)}) [0-9]{{4}}")
    refused_as = "ikke-hel-dato"
    examples = ("2027-03-01", "1. marts 2027")

    @classmethod
    def parse(cls, text: str) -> Self:
        value = super().parse(text)
        if value.end or not (value.start.year and value.start.day):
            raise refusal("ikke-hel-dato", text=text)
        return value


def _ends(text: str) -> tuple[Point, Point | None] | None:
    """The two ends of a span, or one point; None if it is neither.

    A year at the end goes for both. Raises ValueError for a day that is not in the calendar.
    """
    if point := read_point(text):
        return point, None
    spaced = re.split(r" [-–] ", text)
    ends = spaced if len(spaced) > 1 else re.split(r"[-–]", text)
    if len(ends) != 2:
        return None
    end = read_point(ends[1])
    day = _DAY.fullmatch(ends[0])
    if end and end.day and day:
        return existing(replace(end, day=int(day[1]))), end
    start = read_point(ends[0])
    if not start or not end or start.precision != end.precision:
        return None
    if start.year and not end.year:
        return None
    return existing(replace(start, year=start.year or end.year)), end


def _reversed(start: Point, end: Point) -> bool:
    """Whether a span ends before it begins; without years, only days of one month can tell."""
    if not end.year and start.month != end.month:
        return False
    year = end.year or LEAP_YEAR
    first = replace(start, year=start.year or year).bounds
    last = replace(end, year=year).bounds
    return bool(first and last and first[0] > last[0])


def _meant(text: str) -> str:
    """The date that was most likely meant, written as it should be; empty if a word is unknown."""
    if figures := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, figures.groups())
        name = MONTHS[month - 1] if 1 <= month <= 12 else ""
        return _if_read(f"{day}. {name} {year}")
    if figures := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, figures.groups())
        return _if_read(f"{year:04}-{month:02}-{day:02}")
    if span := _DAYS.fullmatch(text):
        first, sign, last, rest = span.groups()
        if sign == "og" and int(last) - int(first) > 1:
            return ""  # two days, and not those between them
        return _if_read(f"{first}.-{_meant(f'{last}. {rest}')}")
    apart = re.sub(r"(?<=[0-9]\.)(?=[a-zæøå])|(?<=[a-zæøå])(?=[0-9])", " ", text.replace(",", " "))
    words = [_meant_word(word) for word in apart.split() if word not in _FILLERS]
    return _if_read(" ".join(words)) if all(words) else ""


def _meant_word(word: str) -> str:
    if re.fullmatch(r"[0-9]{4}", word):
        return word
    if day := re.fullmatch(r"0?([0-9]{1,2})\.?", word):
        return f"{day[1]}."
    known = (*MONTHS, *SEASONS, *PARTS)
    stem = word.rstrip(".")
    stem = _ENGLISH.get(stem, stem)
    begun = [name for name in known if len(stem) > 2 and name.startswith(stem)]
    near = get_close_matches(stem, known, n=1, cutoff=0.75)
    return (begun + near + [""])[0]


def _if_read(text: str) -> str:
    try:
        ends = _ends(text)
    except ValueError:
        return ""
    return text if ends and not (ends[1] and _reversed(ends[0], ends[1])) else ""
