"""All programmes as one table, from which a reader picks those to see side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.showing.addresses import COMPARE, programme_address
from generator.showing.cards import known_as
from generator.showing.environment import body
from generator.showing.facts import Fact, Value, all_facts
from generator.showing.page import Page, root_from
from generator.showing.status import StatusView, status_view
from generator.showing.texts import text

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
class Compared:
    id: str
    title: str
    address: str
    known_as: str
    status: StatusView
    values: tuple[tuple[Value, ...], ...]
    """By column; empty for what is not known."""


def comparison_pages(catalogue: Catalogue, register_file: str) -> Iterator[Page]:
    """The page of the comparison, unless there is nothing to compare."""
    if len(catalogue.programmes) < 2:
        return
    facts = {id: _facts(catalogue, programme) for id, programme in catalogue.programmes.items()}
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
            compared=[_compared(catalogue, id, facts[id], columns) for id in catalogue.programmes],
            root=root_from(COMPARE),
        ),
        source=register_file,
        kind="compare",
    )


def _compared(
    catalogue: Catalogue, id: str, facts: dict[str, Fact], columns: list[Column]
) -> Compared:
    programme = catalogue.programmes[id]
    return Compared(
        id=id,
        title=programme.title,
        address=programme_address(id),
        known_as=known_as(programme, catalogue.register),
        status=status_view(programme),
        values=tuple(facts[c.key].values if c.key in facts else () for c in columns),
    )


def _facts(catalogue: Catalogue, programme: Programme) -> dict[str, Fact]:
    """What is known of a programme, by key."""
    kinds = catalogue.register.element_kinds
    eligibility = programme.eligibility
    requirements = [each.text for each in eligibility.requirements] if eligibility else []
    content = dict.fromkeys(kinds[e.kind] for e in programme.elements if e.kind)
    more = (
        Fact("requirements", "", tuple(map(Value, requirements))),
        Fact("kinds", "", tuple(map(Value, content))),
    )
    return {fact.key: fact for fact in (*all_facts(programme, catalogue), *more) if fact.values}
