"""Programmes to be seen side by side: rows of a table, or of files where they are many."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from math import ceil
from typing import Any

from markupsafe import Markup

from generator.each import Each, one_by_one, version_of
from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.showing.addresses import COMPARE, programme_address
from generator.showing.bars import Bar, bar
from generator.showing.environment import body, component
from generator.showing.facts import Value, all_facts
from generator.showing.listing import A_PAGE
from generator.showing.page import Page, root_from
from generator.showing.status import StatusView, status_view
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


_A_FILE = 8
"""Programmes that share a file, about."""
_PRIME = 65521


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
    """A row of the comparison."""

    id: str
    title: str
    address: str
    status: StatusView
    cells: Mapping[str, Markup]
    """By key, the HTML of what is known."""


def comparison_pages(
    catalogue: Catalogue, register_file: str, each: Each = one_by_one
) -> Iterator[Page]:
    """The page of the comparison, unless there is nothing to compare."""
    if not catalogue.is_comparable:
        return
    files = _files(catalogue)
    yield Page(
        address=COMPARE,
        title=text("compare.title"),
        description=text("compare.description-of-many" if files else "compare.description"),
        body=lambda: _html(catalogue, files, each),
        source=register_file,
        kind="compare",
    )


def comparison_data(catalogue: Catalogue, each: Each = one_by_one) -> Iterator[tuple[str, Any]]:
    """By file, the rows that it holds by programme; none where they all stand on the page."""
    files = _files(catalogue)
    held: list[dict[str, str]] = [{} for _ in range(files)]
    for row in _rows(catalogue, each) if files else ():
        held[_file_of(row.id, files)][row.id] = component("compared_row", row=row)
    yield from ((f"compared-{number}", rows) for number, rows in enumerate(held))


def _files(catalogue: Catalogue) -> int:
    """The number of files that hold the rows; 0 where there are so few that the page has them."""
    number = len(catalogue.programmes)
    return ceil(number / _A_FILE) if number > A_PAGE else 0


def _file_of(id: str, files: int) -> int:
    """The file that holds a programme, as `theme/scripts/compare/rows.js` tells it."""
    return reduce(lambda told, letter: (31 * told + ord(letter)) % _PRIME, id, 0) % files


def _html(catalogue: Catalogue, files: int, each: Each) -> str:
    rows = [] if files else [*_rows(catalogue, each)]
    told = {key for row in rows for key in row.cells} if rows else {*_ORDER}
    columns = [_column(key) for key in _ORDER if key in _ALWAYS or key in told]
    return body(
        "compare.html",
        columns=columns,
        rows=rows,
        files=files,
        number=len(catalogue.programmes),
        root=root_from(COMPARE),
    )


def _rows(catalogue: Catalogue, each: Each) -> Iterator[Compared]:
    longest = _longest(catalogue)
    versions = {id: version_of(said, longest) for id, said in catalogue.versions.items()}
    made = each("comparison", lambda id: _cells(catalogue, id, longest), versions)
    for id, cells in zip(versions, made, strict=True):
        programme = catalogue.programmes[id]
        address = root_from(COMPARE) + programme_address(id)
        yield Compared(id, programme.title, address, status_view(programme), cells)


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
