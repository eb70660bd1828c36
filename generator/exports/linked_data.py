"""What a page tells of itself as linked data: JSON-LD in the vocabulary of schema.org."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from generator.each import Each, one_by_one
from generator.exports.linked_programme import linked_programme
from generator.exports.site import Site
from generator.model.catalogue import Catalogue
from generator.model.register import Register
from generator.showing.addresses import CATALOGUE, list_address, programme_address
from generator.showing.listing import list_pages
from generator.showing.page import root_from

Thing: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """What can be told of any page, whoever made it."""

    address: str
    title: str
    description: str
    above: tuple[tuple[str, str], ...] = ()
    """Title and address of each page on the way to it, from the front page."""
    changed: datetime | None = None


class LinkedData:
    """The linked data of each page of a catalogue."""

    def __init__(self, catalogue: Catalogue, site: Site, each: Each = one_by_one) -> None:
        self._catalogue = catalogue
        self._site = site
        # As JSON, which takes far less room than what it tells.
        made = each("linked-data", self._programme, catalogue.versions)
        addresses = map(programme_address, catalogue.versions)
        self._programmes = dict(zip(addresses, made, strict=True))
        numbered = list(enumerate(catalogue.programmes, 1))
        self._lists = {
            list_address(CATALOGUE, number): part for number, part in list_pages(numbered)
        }

    def of(self, page: PublishedPage) -> Thing:
        """The object for the head of `page`; what is not known is left out of it.

        Addresses are absolute where the site's is known, else relative to the page.
        """
        is_home = page.address == ""
        thing: Thing = {
            "@context": "https://schema.org",
            "@type": "WebSite" if is_home else "WebPage",
            "name": page.title,
            "description": page.description,
            "url": self._link(page, page.address),
            "inLanguage": self._catalogue.register.language,
        }
        if page.changed:
            thing["dateModified"] = page.changed.isoformat()
        if is_home:
            return thing | {"publisher": _publisher(self._catalogue.register)}
        name, home = self._catalogue.register.title, self._link(page, "")
        thing["isPartOf"] = {"@type": "WebSite", "name": name, "url": home}
        if page.above:
            thing["breadcrumb"] = self._breadcrumbs(page)
        if main := self._main(page):
            thing["mainEntity"] = main
        return thing

    def _main(self, page: PublishedPage) -> Thing:
        """What the page is about, where that is one thing."""
        if page.address in self._lists:
            return self._list(page)
        if page.address in self._programmes:
            thing: Thing = json.loads(self._programmes[page.address])
            return thing | {"url": self._link(page, page.address)}
        return {}

    def _programme(self, id: str) -> str:
        return json.dumps(linked_programme(self._catalogue, self._catalogue.programmes[id]))

    def _list(self, page: PublishedPage) -> Thing:
        items = [
            {
                "@type": "ListItem",
                "position": position,
                "name": self._catalogue.programmes[id].title,
                "url": self._link(page, programme_address(id)),
            }
            for position, id in self._lists[page.address]
        ]
        total = len(self._catalogue.programmes)
        return {"@type": "ItemList", "numberOfItems": total, "itemListElement": items}

    def _breadcrumbs(self, page: PublishedPage) -> Thing:
        way = (*page.above, (page.title, page.address))
        items = [
            {
                "@type": "ListItem",
                "position": position,
                "name": title,
                "item": self._link(page, address),
            }
            for position, (title, address) in enumerate(way, 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def _link(self, page: PublishedPage, address: str) -> str:
        if self._site.address:
            return self._site.absolute(address)
        return f"{root_from(page.address)}{address}" or "./"


def _publisher(register: Register) -> Thing:
    publisher: Thing = {"@type": "Organization", "name": register.publisher.name}
    if register.publisher.email:
        publisher["email"] = register.publisher.email
    return publisher
