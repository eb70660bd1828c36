"""What happens next, for the front page: only the reader's browser knows from which day on."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from generator.each import Each, one_by_one
from generator.model.catalogue import Catalogue
from generator.showing.calendar import Calendar, items_of
from generator.showing.environment import component

_Item = TypeVar("_Item")

_A_FILE = 24


class _Placed(NamedTuple):
    """By last day: what can happen at any time of a year comes after what has a day."""

    last: str
    first: str
    html: str


def upcoming_until(calendar: Calendar) -> tuple[str, ...]:
    """By number of the file, the last day on which something in it lies ahead."""
    items = chain.from_iterable(month.items for month in calendar.months)
    last_days = sorted(item.bounds[1] for item in items if item.bounds)
    return tuple(block[-1].isoformat() for block in _blocks(last_days))


def upcoming_data(catalogue: Catalogue, each: Each = one_by_one) -> Iterator[tuple[str, Any]]:
    """By file, what can lie ahead: the last day on which it does, and its HTML."""

    def placed(id: str) -> list[_Placed]:
        return [
            _Placed(
                last=item.bounds[1].isoformat(),
                first=item.bounds[0].isoformat(),
                html=str(component("calendar_item", item=item, root="")),
            )
            for _, item in items_of(id, catalogue.programmes[id])
            if item.bounds
        ]

    made = chain.from_iterable(each("upcoming", placed, catalogue.versions))
    ordered = sorted(made, key=lambda placed: placed[:2])
    for number, block in enumerate(_blocks(ordered)):
        yield f"dates-{number}", [[placed.last, placed.html] for placed in block]


def _blocks(ordered: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """What goes into each file."""
    return (ordered[start : start + _A_FILE] for start in range(0, len(ordered), _A_FILE))
