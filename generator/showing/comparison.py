"""All programmes as one table, from which a reader picks those to see side by side."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.showing.addresses import COMPARE
from generator.showing.bars import Bar, bar
from generator.showing.cards import Card
from generator.showing.environment import body
from generator.showing.facts import Fact, Value, all_facts
from generator.showing.page import Page, root_from
from generator.showing.texts import text
from generator.showing.time_table import time_in_words, workload

_ALWAYS = ("audience", "time", "start", "deadline", "places")
_ORDER = (
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


@dataclass(frozen=True, slots=True)
class Column:
    """A fact that programmes are compared by."""

    key: str
    label: str
    is_always_shown: bool
    """Whether it is told even where none of those chosen tells it."""


@dataclass(frozen=True, slots=True)
class TimeBar:
    bar: Bar
    label: str


@dataclass(frozen=True, slots=True)
class Compared:
    card: Card
    values: tuple[tuple[Value, ...], ...]
    """By column; empty for what is not known."""
    time: TimeBar | None


def comparison_pages(
    catalogue: Catalogue, cards: Sequence[Card], register_file: str
) -> Iterator[Page]:
    """The page of the comparison, unless there is nothing to compare."""
    if len(catalogue.programmes) < 2:
        return
    facts = {id: _facts(catalogue, programme) for id, programme in catalogue.programmes.items()}
    bars = _time_bars(catalogue)
    columns = [
        Column(key, text(f"facts.{key}"), key in _ALWAYS)
        for key in _ORDER
        if key in _ALWAYS or any(key in known for known in facts.values())
    ]
    yield Page(
        address=COMPARE,
        title=text("compare.title"),
        description=text("compare.description"),
        html=body(
            "compare.html",
            columns=columns,
            compared=[
                Compared(
                    card,
                    tuple(_values(facts[card.id], column) for column in columns),
                    bars.get(card.id),
                )
                for card in cards
            ],
            root=root_from(COMPARE),
        ),
        source=register_file,
        kind="compare",
    )


def _values(facts: Mapping[str, Fact], column: Column) -> tuple[Value, ...]:
    return facts[column.key].values if column.key in facts else ()


def _facts(catalogue: Catalogue, programme: Programme) -> dict[str, Fact]:
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
    facts = {fact.key: fact for fact in all_facts(programme, catalogue) if fact.values}
    lists = {key: Fact(key, "", tuple(map(Value, names))) for key, names in listed.items() if names}
    return facts | lists


def _ordered(vocabulary: Iterable[str], ids: Container[str | None]) -> list[str]:
    return [id for id in vocabulary if id in ids]


def _time_bars(catalogue: Catalogue) -> dict[str, TimeBar]:
    """The time of each programme that tells it, all on one scale of hours."""
    working_day = catalogue.register.working_day.count.maximum
    told = {id: workload(programme) for id, programme in catalogue.programmes.items()}
    hours = {id: time.in_hours(working_day) for id, time in told.items() if time}
    scale = max((count.maximum for count in hours.values()), default=Decimal(0))
    if not scale:
        return {}
    return {
        id: TimeBar(
            bar(count.minimum, count.maximum, scale),
            text("picture.bar", name=text("facts.time"), time=time_in_words(told[id])),
        )
        for id, count in hours.items()
    }
