"""Programmes in short."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.each import Each, one_by_one, version_of
from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.model.register import Register
from generator.showing.addresses import programme_address
from generator.showing.environment import body
from generator.showing.facts import key_facts
from generator.showing.status import StatusView, status_view


class Card(NamedTuple):
    id: str
    title: str
    address: str
    status: StatusView
    known_as: str
    audience: str
    """Whom it is for, in short."""
    is_comparable: bool
    """Whether there are others to compare it with."""
    version: str
    """Another one whenever anything of it is."""
    html: str = ""
    """With a mark for the way to the root: see `markup`."""

    def markup(self, root: str) -> Markup:
        """Its HTML on a page from which `root` is the way to the site's root."""
        return Markup(self.html.replace(_ROOT, root))  # noqa: S704  # escaped by its template


_ROOT = "\ue000"
"""Stands for the way to the root, which differs from page to page."""


def cards(catalogue: Catalogue, each: Each = one_by_one) -> Iterator[Card]:
    """A card for each programme, in display order."""
    # A card tells whether there are others, and nothing else of them.
    others = catalogue.is_comparable
    versions = {id: version_of(said, others) for id, said in catalogue.versions.items()}
    return each("card", lambda id: _card(catalogue, id, versions[id]), versions)


def known_as(programme: Programme, register: Register) -> str:
    """The everyday name, where the title does not say it, and who offers it."""
    organisation = programme.organisation
    offered_by = register.organisations[organisation].name if organisation else ""
    return " · ".join(name for name in (programme.everyday_name, offered_by) if name)


def _card(catalogue: Catalogue, id: str, version: str) -> Card:
    programme = catalogue.programmes[id]
    facts = [fact for fact in key_facts(programme, catalogue.register) if fact.values]
    card = Card(
        id=id,
        title=programme.title,
        address=programme_address(id),
        status=status_view(programme),
        known_as=known_as(programme, catalogue.register),
        audience="".join(fact.values[0].text for fact in facts if fact.key == "audience"),
        is_comparable=catalogue.is_comparable,
        version=version,
    )
    # What only its HTML tells is not kept beside it.
    html = body("card.html", card=card, summary=programme.summary, facts=facts, root=_ROOT)
    return card._replace(html=html)
