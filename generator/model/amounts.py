"""Amounts: how many, how long, how much time. Ranges throughout, since sources speak in ranges."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from generator.model.amount_slips import rewritten
from generator.model.written import Written, loosely, refusal

_FRACTIONS = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}
_NUMBER = r"(?:(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,5}|0)(?:,[0-9]{1,2}|[¼½¾])?|[¼½¾])"
_RANGE = re.compile(rf"(?P<about>ca\. ?)?(?P<low>{_NUMBER})(?: ?[-–] ?(?P<high>{_NUMBER}))?")

_UNITS = {
    "minut": ("minut", "minutter"),
    "time": ("time", "timer"),
    "dag": ("dag", "dage"),
    "uge": ("uge", "uger"),
    "måned": ("måned", "måneder"),
    "år": ("år", "år"),
}
_UNIT_OF = {form: unit for unit, forms in _UNITS.items() for form in forms}
_IN_WORDS = {
    "et halvt år": "½ år",
    "halvandet år": "1½ år",
    "et år": "1 år",
    "en halv dag": "½ dag",
    "en dag": "1 dag",
    "en halv time": "½ time",
    "en time": "1 time",
    "en uge": "1 uge",
    "en måned": "1 måned",
}
_WORDS_FOR = {"½ år": "et halvt år", "1,5 år": "halvandet år"}
_EFFORT = ("dag", "time", "minut")


_FIGURES = r"(?:[0-9][0-9.,]*[¼½¾]?|[¼½¾])"
_COUNT = rf"(?:ca\. ?)?{_FIGURES}(?: ?[-–] ?{_FIGURES})?"


def _form(units: Iterable[str]) -> str:
    """A pattern of the amounts in these units, in figures and in words."""
    words = [words for words, figures in _IN_WORDS.items() if _UNIT_OF[figures.split()[1]] in units]
    forms = [form for unit in units for form in _UNITS[unit]]
    return rf"{_COUNT} (?:{'|'.join(forms)})|(?:ca\. )?(?:{'|'.join(words)})"


def _in_figures(text: str) -> str:
    return _IN_WORDS.get(text, text)


def _number(text: str) -> Decimal:
    fraction = _FRACTIONS.get(text[-1], Decimal(0))
    whole = text.rstrip("¼½¾").replace(".", "").replace(",", ".")
    return Decimal(whole or 0) + fraction


def format_number(number: Decimal) -> str:
    """A number in Danish: `2,5`, `½`, `1.200`."""
    number = round(number, 2)
    if number == Decimal("0.5"):
        return "½"
    whole, _, decimals = f"{number:,.2f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + ("," + decimals if decimals else "")


@dataclass(frozen=True, slots=True)
class Count(Written):
    """How many: `20`, `3-5`, `ca. 20`."""

    minimum: Decimal
    maximum: Decimal
    approximate: bool = False

    form = loosely(_COUNT)
    refused_as = "ugyldigt-antal"
    examples = ("20", "15-20", "ca. 20")

    @classmethod
    def parse(cls, text: str) -> Self:
        count = cls.of_numbers(text)
        if any(end != int(end) for end in (count.minimum, count.maximum)):
            raise refusal("ugyldigt-antal", text=text)
        return count

    @classmethod
    def of_numbers(cls, text: str) -> Self:
        """A count that need not be whole, as an amount's is: `½-1`."""
        match = _RANGE.fullmatch(text.lower())
        if not match:
            raise refusal("ugyldigt-antal", text=text)
        low = _number(match["low"])
        high = _number(match["high"]) if match["high"] else low
        if low > high:
            raise refusal("omvendt-interval", text=text)
        return cls(low, high, bool(match["about"]))

    def __str__(self) -> str:
        low, high = format_number(self.minimum), format_number(self.maximum)
        numbers = low if low == high else f"{low}-{high}"
        return f"ca. {numbers}" if self.approximate else numbers

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.minimum + other.minimum,
            self.maximum + other.maximum,
            self.approximate or other.approximate,
        )

    def times(self, other: "Count") -> "Count":
        """The product of two ranges: 3-5 meetings of ½-1 hour are 1,5-5 hours."""
        return Count(
            self.minimum * other.minimum,
            self.maximum * other.maximum,
            self.approximate or other.approximate,
        )

    def scaled(self, factor: Decimal) -> "Count":
        return Count(self.minimum * factor, self.maximum * factor, self.approximate)


def _parts(text: str, units: Collection[str], *, is_guess: bool = False) -> tuple[Count, str]:
    """The count and the unit of an amount; `units` are those that can be meant by a slip."""
    written = text.lower()
    about = "ca. " if written.startswith("ca. ") else ""
    numbers, _, unit = (about + _in_figures(written.removeprefix(about))).rpartition(" ")
    try:
        return Count.of_numbers(numbers), _UNIT_OF[unit]
    except (KeyError, ValueError) as error:
        if unit in _UNIT_OF and getattr(error, "type", "") == "omvendt-interval":
            raise
        meant = "" if is_guess else _meant(text, units)
        raise refusal("ugyldig-mængde", text=text, meant=meant) from None


def _meant(text: str, units: Collection[str]) -> str:
    """The amount that was most likely meant, as it should be written; empty if none is."""
    guess = rewritten(text, [form for unit in units for form in _UNITS[unit]])
    try:
        _, unit = _parts(guess, units, is_guess=True)
    except ValueError:
        return ""
    return guess if unit in units else ""


@dataclass(frozen=True, slots=True)
class Amount(Written):
    """A count with a unit of time: `3-5 timer`, `½-1 dag`, `ca. 1 time`, `et halvt år`."""

    count: Count
    unit: str

    form = loosely(_form(_UNITS))
    refused_as = "ugyldig-mængde"
    examples = ("10 uger", "3-4 måneder", "et halvt år")

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls(*_parts(text, _UNITS))

    def __str__(self) -> str:
        one, many = _UNITS[self.unit]
        text = f"{self.count} {one if 0 < self.count.maximum < 2 else many}"
        return _WORDS_FOR.get(text, text)


class Effort(Amount):
    """Time that a participant spends: days, hours or minutes."""

    __slots__ = ()

    form = loosely(_form(_EFFORT))
    examples = ("12 dage", "3-5 timer", "½-1 dag")

    @classmethod
    def parse(cls, text: str) -> Self:
        count, unit = _parts(text, _EFFORT)
        if unit not in _EFFORT:
            raise refusal("ikke-arbejdstid", text=text)
        return cls(count, unit)


@dataclass(frozen=True, slots=True)
class Workload(Written):
    """Time that adds up: days and minutes apart, since a day is not a fixed number of hours.

    Written `21 dage` or `23-24 dage og 11,5-21 timer`.
    """

    days: Count | None = None
    minutes: Count | None = None

    form = rf"(?:{Effort.form})(?:{loosely(' og ')}(?:{Effort.form}))*"
    refused_as = "ugyldig-mængde"
    examples = ("21 dage", "6 dage og 6-12 timer")

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls.of([Effort.parse(part) for part in text.split(" og ")])

    @classmethod
    def of(cls, amounts: Iterable[Amount]) -> Self:
        days: Count | None = None
        minutes: Count | None = None
        for amount in amounts:
            if amount.unit == "dag":
                days = _sum(days, amount.count)
            else:
                added = amount.count.scaled(Decimal(60 if amount.unit == "time" else 1))
                minutes = _sum(minutes, added)
        return cls(days, minutes)

    def __str__(self) -> str:
        return " og ".join(str(amount) for amount in self.amounts)

    def __bool__(self) -> bool:
        return bool(self.days or self.minutes)

    def __add__(self, other: "Workload") -> "Workload":
        return Workload(_sum(self.days, other.days), _sum(self.minutes, other.minutes))

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The days, and the rest in hours, or in minutes where hours would have to be rounded."""
        days = (Amount(self.days, "dag"),) if self.days else ()
        if not self.minutes:
            return days
        low, high = self.minutes.minimum / 60, self.minutes.maximum / 60
        if (low, high) == (round(low, 2), round(high, 2)):
            return (*days, Amount(Count(low, high, self.minutes.approximate), "time"))
        return (*days, Amount(self.minutes, "minut"))

    def in_hours(self, working_day: Decimal) -> Count:
        """The whole in hours, for comparing; `working_day` is hours in a day."""
        days = self.days.scaled(working_day * 60) if self.days else None
        minutes = _sum(days, self.minutes)
        if not minutes:
            return Count(Decimal(0), Decimal(0))
        return Count(minutes.minimum / 60, minutes.maximum / 60, minutes.approximate)


def _sum(one: Count | None, other: Count | None) -> Count | None:
    """Of what there is."""
    return one + other if one and other else one or other
