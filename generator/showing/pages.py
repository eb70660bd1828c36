"""Every page of a catalogue as plain data, for a site builder to put in its shell."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.showing.addresses import CATALOGUE, programme_address
from generator.showing.cards import cards, facets
from generator.showing.environment import body
from generator.showing.programme import programme_view
from generator.showing.texts import text


@dataclass(frozen=True, slots=True)
class Page:
    address: str
    """From the site's root, with a slash at the end; empty for the front page."""
    title: str
    description: str
    html: str
    source: str
    """The file to edit, relative to the register."""
    sections: tuple[tuple[str, str], ...] = ()
    """Anchor and heading of each section."""
    parent: str | None = None
    """The address of the page above it."""
    kind: str = "page"


def pages(catalogue: Catalogue, register_file: str) -> Iterator[Page]:
    """The front page, the list of programmes and a page for each of them."""
    all_cards = cards(catalogue)
    register = catalogue.register
    yield Page(
        address="",
        title=register.title,
        description=register.description,
        html=body("front.html", register=register, cards=all_cards, root=""),
        source=register_file,
        kind="front",
    )
    yield Page(
        address=CATALOGUE,
        title=text("catalogue.title"),
        description=text("catalogue.description"),
        html=body(
            "catalogue.html",
            cards=all_cards,
            facets=facets(catalogue, all_cards),
            root="../",
        ),
        source=register_file,
        kind="catalogue",
    )
    for id in catalogue.programmes:
        view = programme_view(catalogue, id)
        yield Page(
            address=programme_address(id),
            title=view.programme.title,
            description=view.programme.summary,
            html=body("programme.html", view=view),
            source=catalogue.files[id],
            sections=tuple((section.anchor, section.heading) for section in view.sections),
            parent=CATALOGUE,
            kind="programme",
        )
