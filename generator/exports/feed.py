"""What was changed latest, as an Atom feed (RFC 4287)."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from xml.etree import ElementTree as ET

from generator.exports.site import Site
from generator.model.catalogue import Catalogue
from generator.showing.addresses import FEED
from generator.showing.texts import text

_ATOM = "http://www.w3.org/2005/Atom"


def feed(catalogue: Catalogue, site: Site) -> str:
    """What the page of news tells, an entry for each programme's day.

    The identity of an entry is its address on that page, so the site's own must be known.
    """
    register = catalogue.register
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": register.language})
    _add(root, "id", site.absolute(FEED))
    _add(root, "title", text("machines.feed-title", catalogue=register.title))
    # Where no change is known, the day is told of which MkDocs dates the front page in its sitemap.
    day = site.day
    _add(root, "updated", _moment(max((entry.when for entry in site.news), default=day)))
    _add_author(root, catalogue)
    _add(root, "link", rel="self", type="application/atom+xml", href=site.absolute(FEED))
    _add(root, "link", rel="alternate", type="text/html", href=site.absolute(""))
    for told in site.news:
        entry = ET.SubElement(root, "entry")
        _add(entry, "id", site.absolute(told.told_at))
        _add(entry, "title", text(f"news.title-{told.kind}", title=told.title))
        _add(entry, "updated", _moment(told.when))
        _add_author(entry, catalogue)
        page = site.absolute(told.address or told.told_at)
        _add(entry, "link", rel="alternate", type="text/html", href=page)
        if told.words:
            _add(entry, "content", _html(told.words), type="html")
    ET.indent(root)
    xml: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return xml.decode() + "\n"


def _html(words: Sequence[str]) -> str:
    return "".join(f"<p>{escape(one)}</p>" for one in words)


def _add_author(parent: ET.Element, catalogue: Catalogue) -> None:
    publisher = catalogue.register.publisher
    author = _add(parent, "author")
    _add(author, "name", publisher.name)
    if publisher.email:
        _add(author, "email", publisher.email)


def _add(parent: ET.Element, name: str, content: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, attributes)
    element.text = content or None
    return element


def _moment(when: datetime) -> str:
    return when.isoformat(timespec="seconds")
