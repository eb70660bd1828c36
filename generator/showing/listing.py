"""The list of programmes: its pages in HTML, and what a browser filters and sorts them by."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.model.catalogue import Catalogue
from generator.search.files import script
from generator.showing.addresses import CATALOGUE
from generator.showing.cards import Card
from generator.showing.environment import body
from generator.showing.facets import closing_days, minutes, values

A_PAGE = 48
_CARDS_A_FILE = 8
_AFTER_Z = str.maketrans("æøå", "{|}")


def list_address(number: int) -> str:
    """Where a page of the list stands; the first has number 1."""
    return CATALOGUE if number == 1 else f"{CATALOGUE}side/{number}/"


def list_pages(cards: Sequence[Card]) -> Iterator[tuple[int, Sequence[Card]]]:
    """The cards of each page of the list, with the page's number."""
    starts = range(0, max(len(cards), 1), A_PAGE)
    return ((number, cards[start : start + A_PAGE]) for number, start in enumerate(starts, 1))


def list_files(catalogue: Catalogue, cards: Sequence[Card]) -> Iterator[tuple[str, str]]:
    """What is filtered by, and the cards that do not stand on the first page of the list."""
    yield "catalogue", script("catalogue", _columns(catalogue))
    for start in range(A_PAGE, len(cards), _CARDS_A_FILE):
        block = cards[start : start + _CARDS_A_FILE]
        name = f"cards-{start // _CARDS_A_FILE}"
        yield name, script(name, [body("card.html", card=card, root="../") for card in block])


def _columns(catalogue: Catalogue) -> dict[str, Any]:
    """By number, in display order: values, last days to sign up, time, and place by name."""
    programmes = catalogue.programmes.values()
    working_day = catalogue.register.working_day.count.maximum
    by_name = sorted(catalogue.programmes, key=lambda id: _collated(catalogue.programmes[id].title))
    place = {id: number for number, id in enumerate(by_name)}
    chosen = [values(programme, catalogue.register) for programme in programmes]
    return {
        "cardsAFile": _CARDS_A_FILE,
        "values": {key: [each[key] for each in chosen] for key in (chosen[0] if chosen else ())},
        "closes": [closing_days(programme) for programme in programmes],
        "minutes": [minutes(programme, working_day) for programme in programmes],
        "name": [place[id] for id in catalogue.programmes],
    }


def _collated(title: str) -> str:
    """In Danish, æ, ø and å come after z, and aa is å."""
    return title.lower().replace("aa", "å").translate(_AFTER_Z)
