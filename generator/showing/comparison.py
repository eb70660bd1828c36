"""All programmes as one table, from which a reader picks those to see side by side."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.each import Each, one_by_one, version_of
from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.showing.addresses import COMPARE
from generator.showing.bars import Bar, bar
from generator.showing.cards import Card
from generator.showing.environment import component, pieces
from generator.showing.facts import Value, all_facts
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


def comparison_pages(
    catalogue: Catalogue, cards: Sequence[Card], register_file: str, each: Each = one_by_one
) -> Iterator[Page]:
    """The page of the comparison, unless there is nothing to compare."""
    if not catalogue.is_comparable:
        return
    yield Page(
        address=COMPARE,
        title=text("compare.title"),
        description=text("compare.description"),
        body=lambda: _html(catalogue, cards, each),
        source=register_file,
        kind="compare",
    )


def _html(catalogue: Catalogue, cards: Sequence[Card], each: Each) -> Iterator[str]:
    longest = _longest(catalogue)
    versions = {id: version_of(said, longest) for id, said in catalogue.versions.items()}
    made = each("comparison", lambda id: _cells(catalogue, id, longest), versions)
    cells = dict(zip(versions, made, strict=True))
    columns = [
        _column(key)
        for key in _ORDER
        if key in _ALWAYS or any(key in known for known in cells.values())
    ]
    compared = [(card, cells[card.id]) for card in cards]
    return pieces("compare.html", columns=columns, compared=compared, root=root_from(COMPARE))


def _column(key: str) -> Column:
    return Column(key, text(f"facts.{key}"), key in _ALWAYS)


def _cells(catalogue: Catalogue, id: str, longest: Decimal) -> dict[str, Markup]:
    """By key, the HTML of what is known of a programme."""
    programme = catalogue.programmes[id]
    time = _time_bar(catalogue, programme, longest)
    return {
        key: component(
            "compared",
            column=_column(key),
            values=values,
            time=time if key == "time" else None,
        )
        for key, values in _known(catalogue, programme).items()
        if key in _ORDER
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


def _longest(catalogue: Catalogue) -> Decimal:
    """The most hours that a programme takes: the scale of all bars; 0 where none tells it."""
    working_day = catalogue.register.working_day.count.maximum
    times = filter(None, map(workload, catalogue.programmes.values()))
    return max((time.in_hours(working_day).maximum for time in times), default=Decimal(0))


def _time_bar(catalogue: Catalogue, programme: Programme, longest: Decimal) -> TimeBar | None:
    time = workload(programme)
    if not time or not longest:
        return None
    hours = time.in_hours(catalogue.register.working_day.count.maximum)
    return TimeBar(
        bar(hours.minimum, hours.maximum, longest),
        text("picture.bar", name=text("facts.time"), time=time_in_words(time)),
    )
