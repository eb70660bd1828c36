"""What programmes are filtered by: the values of each, and the choices that a reader has."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.programme import Programme, Status
from generator.model.register import Register
from generator.showing.texts import text
from generator.showing.time_table import workload
from generator.showing.wording import sentence

UNKNOWN = "ikke-oplyst"
"""The value of programmes for which a fact is not known."""
_WITHOUT_YEAR = "dato"
# The list's script knows these two as well, since they depend on the day.
REACHABLE = "aaben"
ROLLING = "loebende"

_MONTHS = {
    "dag": Decimal(12) / 365,
    "uge": Decimal(84) / 365,
    "måned": Decimal(1),
    "år": Decimal(12),
}
_LENGTHS = {"maaned": 1, "halvaar": 6, "aar": 12}
_TIMES = {"dag": 1, "5dage": 5, "10dage": 10}
"""The most months of a duration and the most working days; `laengere` and `mere` are the rest."""


_OPEN = ("audience", "field", "deadline")


LIMITS = {"time": _TIMES, "length": _LENGTHS}


class Option(NamedTuple):
    value: str
    label: str


class Facet(NamedTuple):
    key: str
    label: str
    options: tuple[Option, ...]
    is_open: bool
    """Whether its options are shown before it is asked for."""


Values = Mapping[str, tuple[str, ...]]
"""By facet, the values that a programme has."""


def names(register: Register) -> Mapping[str, Mapping[str, str]]:
    """By facet, what the register calls each of its values."""
    return {
        "audience": register.audiences,
        "organisation": {id: item.name for id, item in register.organisations.items()},
        "field": register.fields,
        "kind": register.element_kinds,
    }


def words(programme: Programme) -> Values:
    """Those that the register has words for."""
    return {
        "audience": programme.audiences,
        "organisation": (programme.organisation or UNKNOWN,),
        "field": programme.fields,
        "kind": tuple(dict.fromkeys(e.kind for e in programme.elements if e.kind)),
    }


def values(programme: Programme, register: Register) -> Values:
    return {
        **words(programme),
        "status": (programme.status.value,),
        "deadline": tuple(_deadline(programme)),
        "time": tuple(_time(programme, register.hours_a_day)),
        "length": tuple(_length(programme)),
    }


def facets(catalogue: Catalogue, chosen: Iterable[Values]) -> tuple[Facet, ...]:
    """The filters that tell the programmes apart, with the values that some programme has."""
    named = names(catalogue.register)
    labels = {
        "audience": named["audience"],
        "field": named["field"],
        "deadline": _texts("deadline", REACHABLE, ROLLING, _WITHOUT_YEAR),
        "time": _texts("time", *_TIMES, "mere"),
        "length": _texts("length", *_LENGTHS, "laengere"),
        "kind": named["kind"],
        "organisation": named["organisation"],
        "status": {status.value: sentence(status.danish) for status in Status},
    }
    unknown = {UNKNOWN: text("facts.unknown")}
    has = [{(key, value) for key, found in each.items() for value in found} for each in chosen]
    made = (
        Facet(
            key,
            text(f"catalogue.{key}"),
            tuple(
                Option(value, label)
                for value, label in {**names, **unknown}.items()
                if key in LIMITS or any((key, value) in each for each in has)
            ),
            key in _OPEN,
        )
        for key, names in labels.items()
    )
    return tuple(
        facet for facet in made if any(_tells(facet, option, has) for option in facet.options)
    )


def _tells(facet: Facet, option: Option, has: list[set[tuple[str, str]]]) -> bool:
    """Whether some programme lacks it, or will: what is open today may be closed tomorrow."""
    is_passing = (facet.key, option.value) == ("deadline", REACHABLE)
    return is_passing or any((facet.key, option.value) not in each for each in has)


def _texts(key: str, *values: str) -> dict[str, str]:
    return {value: text(f"catalogue.{key}-{value}") for value in values}


def _deadline(programme: Programme) -> Iterator[str]:
    """Whether it can still be reached is for the reader's day to tell: see `closing_days`."""
    is_closed = bool(programme.offerings) and not programme.open_offerings
    if programme.is_over or is_closed:
        return
    is_rolling = any(offering.is_rolling for offering in programme.offerings)
    if is_rolling:
        yield ROLLING
    if closing_days(programme):
        yield REACHABLE
    elif not is_rolling:
        is_told = any(offering.deadline_date for offering in programme.open_offerings)
        yield _WITHOUT_YEAR if is_told else UNKNOWN


def closing_days(programme: Programme) -> tuple[str, ...]:
    """The last day to sign up for each offering that has one, or `loebende` for one without end.

    Nobody knows whether what is not confirmed still takes people in without end.
    """
    if programme.is_over:
        return ()
    endless = "" if programme.status is Status.UNCONFIRMED else ROLLING
    days = (
        offering.closes.isoformat() if offering.closes else offering.is_rolling and endless
        for offering in programme.offerings
    )
    return tuple(day for day in days if day)


def minutes(programme: Programme, working_day: Decimal) -> int | None:
    """The most time that it takes, a day counted as so many hours; None when it is not told."""
    total = workload(programme)
    return int(total.in_hours(working_day).maximum * 60) if total else None


def _time(programme: Programme, working_day: Decimal) -> Iterator[str]:
    found = minutes(programme, working_day)
    if found is None:
        yield UNKNOWN
        return
    yield from _within(found / (working_day * 60), _TIMES, "mere")


def _length(programme: Programme) -> Iterator[str]:
    if not programme.duration:
        yield UNKNOWN
        return
    # A week or a day is not a whole number of months, and a rounded one is meant as one.
    months = programme.duration.count.maximum * _MONTHS.get(programme.duration.unit, Decimal(0))
    yield from _within(round(months, 1), _LENGTHS, "laengere")


def _within(number: Decimal, limits: Mapping[str, int], more: str) -> Iterator[str]:
    """Every limit that it keeps: what takes a day is found under at most five days, too."""
    kept = [value for value, limit in limits.items() if number <= limit]
    yield from kept or [more]
