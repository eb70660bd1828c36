"""What happens next, for the front page: only the reader's browser knows from which day on."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from generator.each import Each, one_by_one
from generator.model.catalogue import Catalogue
from generator.showing.calendar import items_of
from generator.showing.environment import component

_A_FILE = 24


class _Placed(NamedTuple):
    """By last day: what can happen at any time of a year comes after what has a day."""

    last: str
    first: str
    html: str


def upcoming_until(catalogue: Catalogue, each: Each = one_by_one) -> tuple[str, ...]:
    """By number of the file, the last day on which something in it lies ahead."""
    return tuple(block[-1].last for block in _blocks(catalogue, each))


def upcoming_data(catalogue: Catalogue, each: Each = one_by_one) -> dict[str, Any]:
    """By file, what can lie ahead: the last day on which it does, and its HTML."""
    return {
        f"dates-{number}": [[placed.last, placed.html] for placed in block]
        for number, block in enumerate(_blocks(catalogue, each))
    }


def _blocks(catalogue: Catalogue, each: Each) -> Iterator[Sequence[_Placed]]:
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
    return (ordered[start : start + _A_FILE] for start in range(0, len(ordered), _A_FILE))
