"""The list of programmes: its pages in HTML, and what a browser filters and sorts them by."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count, islice
from typing import Any, TypeVar

from generator.model.catalogue import Catalogue
from generator.showing.cards import Card
from generator.showing.facets import closing_days, minutes, values
from generator.showing.status import status_view
from generator.showing.wording import collated

_Item = TypeVar("_Item")

_CARDS_A_FILE = 8
A_PAGE = 6 * _CARDS_A_FILE


def list_pages(items: Sequence[_Item]) -> Iterator[tuple[int, Sequence[_Item]]]:
    """What stands on each page of the list, such as cards, with the page's number."""
    starts = range(0, max(len(items), 1), A_PAGE)
    return ((number, items[start : start + A_PAGE]) for number, start in enumerate(starts, 1))


def list_data(catalogue: Catalogue, cards: Iterable[Card]) -> Iterator[tuple[str, Any]]:
    """By file, what is filtered by, and the cards that do not stand on the first page."""
    yield "catalogue", _columns(catalogue)
    others = islice(cards, A_PAGE, None)
    for block in count(A_PAGE // _CARDS_A_FILE):
        if not (shown := [card.markup("../") for card in islice(others, _CARDS_A_FILE)]):
            return
        yield f"cards-{block}", shown


def _columns(catalogue: Catalogue) -> dict[str, Any]:
    """By number, in display order: what a choice looks at, and what the reader's day decides."""
    programmes = catalogue.programmes.values()
    working_day = catalogue.register.hours_a_day
    by_name = sorted(catalogue.programmes, key=lambda id: collated(catalogue.programmes[id].title))
    place = {id: number for number, id in enumerate(by_name)}
    chosen = [values(programme, catalogue.register) for programme in programmes]
    return {
        "cardsAFile": _CARDS_A_FILE,
        "values": {key: [each[key] for each in chosen] for key in (chosen[0] if chosen else ())},
        "closes": [closing_days(programme) for programme in programmes],
        "until": [_iso(status_view(programme).until) for programme in programmes],
        "minutes": [minutes(programme, working_day) for programme in programmes],
        "name": [place[id] for id in catalogue.programmes],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
