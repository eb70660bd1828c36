"""The dates of an offering, one under the other, in the order in which they come."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from generator.model.dates import PartialDate
from generator.model.offering import Offering
from generator.model.points import LEAP_YEAR, SHORTLY
from generator.model.programme import Programme
from generator.model.references import Citation
from generator.showing.addresses import calendar_file
from generator.showing.facts import Fact, Value, fact
from generator.showing.texts import text
from generator.showing.wording import sentence, shown

_A_YEAR = timedelta(days=366)


class Dated(NamedTuple):
    """Something that happens in an offering, with its date."""

    kind: Literal["deadline", "start", "event", "end"]
    label: str
    when: PartialDate
    note: str


class Entry(NamedTuple):
    label: str
    when: str
    note: str
    last_day: date | None
    """The last day that it can mean, for the reader's browser to tell whether it has passed."""


class Dates(NamedTuple):
    name: str
    status: str
    """Why it takes nobody in; empty where that is for its dates to tell."""
    facts: tuple[Fact, ...]
    entries: tuple[Entry, ...]
    without_year: bool
    """Whether none of them has a year; one among others says so itself."""
    calendar: str
    """The address of a file with its full dates, from the site's root; empty without any."""
    calendar_until: date | None
    """The last of those dates."""
    note: str
    source: Citation | None


def programme_dates(id: str, programme: Programme) -> Iterator[Dates]:
    """The dates of each offering."""
    for number, offering in enumerate(programme.offerings, 1):
        dated = in_order(offering)
        full = full_dates(programme, offering)
        is_mixed = len({d.when.has_year for d in dated}) > 1
        yield Dates(
            offering.name,
            sentence(offering.status.danish) if offering.status else "",
            tuple(_facts(programme, offering)),
            tuple(_entry(d, is_mixed) for d in dated),
            bool(dated) and not is_mixed and not dated[0].when.has_year,
            calendar_file(id, number) if full else "",
            max((last for _, (_, last) in full), default=None),
            offering.note or "",
            offering.source,
        )


def in_order(offering: Offering) -> tuple[Dated, ...]:
    """What happens in an offering, and when; dates without a year follow from its deadline on."""
    deadline = offering.deadline_date
    found: list[Dated] = []
    if deadline:
        found.append(Dated("deadline", text("facts.deadline"), deadline, ""))
    if offering.start:
        found.append(Dated("start", text("facts.start"), offering.start, ""))
    found += (Dated("event", e.name, e.date, e.note or "") for e in offering.events)
    if offering.end:
        found.append(Dated("end", text("dates.end"), offering.end, ""))
    first = first_day(offering)
    return tuple(sorted(found, key=lambda dated: _order(dated.when, first)))


def expected(programme: Programme, offering: Offering) -> tuple[Dated, ...]:
    """What is still to happen in it, as far as anybody has told: no deadline once it is closed."""
    if programme.is_over or not offering.goes_on:
        return ()
    dated = in_order(offering)
    return tuple(d for d in dated if d.kind != "deadline" or not offering.is_closed)


def full_dates(
    programme: Programme, offering: Offering
) -> tuple[tuple[Dated, tuple[date, date]], ...]:
    """What a calendar can hold, with first and last day; nothing of what is over."""
    return tuple(
        (dated, days) for dated in expected(programme, offering) if (days := dated.when.days)
    )


def _entry(dated: Dated, is_mixed: bool) -> Entry:
    when = shown(dated.when)
    if is_mixed and not dated.when.has_year:
        when = f"{when} ({text('facts.without-year')})"
    return Entry(dated.label, when, dated.note, dated.when.latest)


def _facts(programme: Programme, offering: Offering) -> Iterator[Fact]:
    if offering.is_rolling and not programme.is_over:
        yield fact("deadline", [Value(text("dates.rolling"))])
    if offering.places:
        yield fact("places", [Value(shown(offering.places))])
    if offering.location:
        yield fact("location", [Value(offering.location)])


def first_day(offering: Offering) -> date:
    """Where the year of an offering begins, when its dates have none: at its deadline."""
    deadline = offering.deadline_date
    if deadline and (bounds := deadline.start.in_year(LEAP_YEAR)):
        return bounds[0]
    if offering.start and (bounds := offering.start.start.in_year(LEAP_YEAR)):
        return bounds[0] - SHORTLY
    return date(LEAP_YEAR, 1, 1)


def _order(when: PartialDate, first: date) -> tuple[date, timedelta]:
    """By date; then those without a year, by how far into the offering's year they fall."""
    if earliest := when.earliest:
        return earliest, timedelta(0)
    bounds = when.start.in_year(LEAP_YEAR)
    return date.max, (bounds[0] - first) % _A_YEAR if bounds else timedelta(0)
