"""What is told of each programme beside others: the cells of a table, in one order for all."""

from collections.abc import Container, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup

from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.showing.addresses import COMPARE, programme_address
from generator.showing.bars import Bar, bar
from generator.showing.environment import component
from generator.showing.facts import Value, all_facts
from generator.showing.page import root_from
from generator.showing.status import StatusView, status_view
from generator.showing.texts import text
from generator.showing.time_table import time_in_words, workload

_ALWAYS = ("audience", "time", "start", "deadline", "places")
ORDER = (
    *_ALWAYS,
    "duration",
    "organisation",
    "location",
    "period",
    "partners",
    "fields",
    "price",
    "credential",
    "requirements",
    "kinds",
)
"""The keys of all that programmes are compared by."""


class Column(NamedTuple):
    """A fact that programmes are compared by."""

    key: str
    label: str
    is_always_shown: bool
    """Whether it is told even where none of those chosen tells it."""


class TimeBar(NamedTuple):
    bar: Bar
    label: str


class Compared(NamedTuple):
    """A row of the comparison."""

    id: str
    title: str
    address: str
    status: StatusView
    cells: Mapping[str, Markup]
    """By key, the HTML of what is known."""


def columns(told: Container[str]) -> list[Column]:
    """Those that are always shown, and others of which something is told."""
    return [_column(key) for key in ORDER if key in _ALWAYS or key in told]


def compared(catalogue: Catalogue, id: str, scale: Decimal) -> Compared:
    """The row of a programme; bars are on a scale of so many hours."""
    programme = catalogue.programmes[id]
    address = root_from(COMPARE) + programme_address(id)
    cells = _cells(catalogue, programme, scale)
    return Compared(id, programme.title, address, status_view(programme), cells)


def _column(key: str) -> Column:
    return Column(key, text(f"facts.{key}"), key in _ALWAYS)


def longest(catalogue: Catalogue) -> Decimal:
    """The most hours that a programme takes; 0 where none tells it."""
    working_day = catalogue.register.hours_a_day
    times = filter(None, map(workload, catalogue.programmes.values()))
    return max((time.in_hours(working_day).maximum for time in times), default=Decimal(0))


def _cells(catalogue: Catalogue, programme: Programme, scale: Decimal) -> dict[str, Markup]:
    """By key, the HTML of what is known of a programme."""
    time = _time_bar(catalogue, programme, scale)
    return {
        key: component(
            "compared",
            column=_column(key),
            values=values,
            time=time if key == "time" else None,
        )
        for key, values in _known(catalogue, programme).items()
        if key in ORDER
    }


def _known(catalogue: Catalogue, programme: Programme) -> dict[str, tuple[Value, ...]]:
    """What is known of a programme, by key; several things in one order for all programmes."""
    register = catalogue.register
    kinds = {element.kind for element in programme.elements}
    eligibility = programme.eligibility
    listed = {
        "audience": [
            register.audiences[id] for id in _ordered(register.audiences, programme.audiences)
        ],
        "fields": [register.fields[id] for id in _ordered(register.fields, programme.fields)],
        "requirements": [each.text for each in eligibility.requirements] if eligibility else [],
        "kinds": [register.element_kinds[id] for id in _ordered(register.element_kinds, kinds)],
    }
    facts = {fact.key: fact.values for fact in all_facts(programme, catalogue)}
    lists = {key: tuple(map(Value, names)) for key, names in listed.items()}
    return {key: values for key, values in {**facts, **lists}.items() if values}


def _ordered(vocabulary: Iterable[str], ids: Container[str | None]) -> list[str]:
    return [id for id in vocabulary if id in ids]


def _time_bar(catalogue: Catalogue, programme: Programme, scale: Decimal) -> TimeBar | None:
    time = workload(programme)
    if not time or not scale:
        return None
    hours = time.in_hours(catalogue.register.hours_a_day)
    return TimeBar(
        bar(hours.minimum, hours.maximum, scale),
        text("picture.bar", name=text("facts.time"), time=time_in_words(time)),
    )
