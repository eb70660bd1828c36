"""Catalogues as they are published for programs: where, when, and what was changed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from generator.exports.linked_data import LinkedData, PublishedPage, Thing
from generator.exports.site import Site
from generator.model.catalogue import Catalogue
from generator.reading.catalogue import read_catalogue
from generator.showing.addresses import programme_address
from generator.showing.news import Entry
from generator.showing.pages import pages
from tests.support.cases import ROOT

BUILT = datetime(2026, 12, 1, 3, 17, tzinfo=UTC)
NOWHERE = Site("", BUILT, changed={})


def read(register: Path) -> Catalogue:
    reading = read_catalogue(register)
    assert reading.catalogue, reading.problems
    return reading.catalogue


CATALOGUE = read(ROOT / "programmes.yaml")


def site(catalogue: Catalogue) -> Site:
    """A site of which each programme was changed an hour before the one that is shown after it."""
    changed = {
        id: BUILT - timedelta(hours=n) for n, id in enumerate(reversed([*catalogue.programmes]))
    }
    news = [
        Entry(when, id, catalogue.programmes[id].title, programme_address(id), "changed", ("Nyt",))
        for id, when in changed.items()
    ]
    return Site("https://katalog.example.org/", BUILT, changed, news)


def linked_data(catalogue: Catalogue, site: Site) -> dict[str, Thing]:
    """By address, what each page of the catalogue tells of itself."""
    linked = LinkedData(catalogue, site)
    made = {page.address: page for page in pages(catalogue, "programmes.yaml")}
    things = {}
    for address, page in made.items():
        parents = [made[page.parent]] if page.parent in made else []
        above = [("Forside", ""), *((parent.title, parent.address) for parent in parents)]
        published = PublishedPage(
            address, page.title, page.description, tuple(above if address else ()), site.built
        )
        things[address] = linked.of(published)
    return things
