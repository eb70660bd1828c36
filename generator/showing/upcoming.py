"""What happens next, for the front page: only the reader's browser knows from which day on."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.model.catalogue import Catalogue
from generator.model.points import Bounds
from generator.showing.calendar import Item, in_time
from generator.showing.environment import body

_A_FILE = 24


def upcoming_until(catalogue: Catalogue) -> tuple[str, ...]:
    """By number of the file, the last day on which something in it lies ahead."""
    return tuple(_last_day(block[-1]) for block in _blocks(catalogue))


def upcoming_data(catalogue: Catalogue) -> dict[str, Any]:
    """By file, what can lie ahead: the last day on which it does, and its HTML."""
    return {
        f"dates-{number}": [
            [_last_day(placed), body("calendar-item.html", item=placed[1], root="")]
            for placed in block
        ]
        for number, block in enumerate(_blocks(catalogue))
    }


def _blocks(catalogue: Catalogue) -> Iterator[Sequence[tuple[Bounds, Item]]]:
    """By last day: what can happen at any time of a year comes after what has a day."""
    placed = sorted(in_time(catalogue), key=_last_day)
    return (placed[start : start + _A_FILE] for start in range(0, len(placed), _A_FILE))


def _last_day(placed: tuple[Bounds, Item]) -> str:
    return placed[0][1].isoformat()
