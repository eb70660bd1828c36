"""The dates of an offering, one under the other, in the order in which they come."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.dates import PartialDate
from generator.model.offering import Offering
from generator.model.points import LEAP_YEAR, SHORTLY
from generator.model.references import Citation
from generator.showing.facts import Fact, Value, fact
from generator.showing.texts import text
from generator.showing.wording import shown

_A_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Entry:
    label: str
    when: str
    note: str
    last_day: date | None
    """The last day that it can mean, for the reader's browser to tell whether it has passed."""


@dataclass(frozen=True, slots=True)
class Dates:
    name: str
    facts: tuple[Fact, ...]
    entries: tuple[Entry, ...]
    without_year: bool
    note: str
    source: Citation | None


def dates(offering: Offering) -> Dates:
    deadline = offering.deadline.date if offering.deadline else None
    dated = [
        (deadline, text("facts.deadline"), ""),
        (offering.start, text("facts.start"), ""),
        *((event.date, event.name, event.note or "") for event in offering.events),
        (offering.end, text("dates.end"), ""),
    ]
    present = [(when, label, note) for when, label, note in dated if when]
    first = _first_day(deadline, offering.start)
    present.sort(key=lambda item: _order(item[0], first))
    facts = []
    if offering.is_rolling:
        facts.append(fact("deadline", [Value(text("dates.rolling"))]))
    if offering.places:
        facts.append(fact("places", [Value(shown(offering.places))]))
    if offering.location:
        facts.append(fact("location", [Value(offering.location)]))
    return Dates(
        offering.name,
        tuple(facts),
        tuple(Entry(label, shown(when), note, when.latest) for when, label, note in present),
        any(not when.has_year for when, _, _ in present),
        offering.note or "",
        offering.source,
    )


def _first_day(deadline: PartialDate | None, start: PartialDate | None) -> date:
    """Where the year of an offering begins, when its dates have none: at its deadline."""
    if deadline and (bounds := deadline.start.in_year(LEAP_YEAR)):
        return bounds[0]
    if start and (bounds := start.start.in_year(LEAP_YEAR)):
        return bounds[0] - SHORTLY
    return date(LEAP_YEAR, 1, 1)


def _order(when: PartialDate, first: date) -> tuple[date, timedelta]:
    """By date; dates without a year by how far into the offering's year they fall."""
    if when.earliest:
        return when.earliest, timedelta(0)
    bounds = when.start.in_year(LEAP_YEAR)
    return date.min, (bounds[0] - first) % _A_YEAR if bounds else timedelta(0)
