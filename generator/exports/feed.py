"""What was changed latest, as an Atom feed (RFC 4287)."""

from datetime import datetime
from xml.etree import ElementTree as ET

from generator.exports.linked_programme import told_summary
from generator.exports.site import Site
from generator.model.catalogue import Catalogue
from generator.showing.addresses import FEED, programme_address
from generator.showing.texts import text

_ATOM = "http://www.w3.org/2005/Atom"
_MOST_ENTRIES = 50


def feed(catalogue: Catalogue, site: Site) -> str:
    """The programmes whose last change is known, the latest first.

    The identity of an entry is its page's address, so the site's own address must be known.
    """
    register = catalogue.register
    changed = [(site.changed[id], id) for id in catalogue.programmes if id in site.changed]
    latest = sorted(changed, key=lambda change: change[0], reverse=True)[:_MOST_ENTRIES]
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": register.language})
    _add(root, "id", site.absolute(FEED))
    _add(root, "title", text("machines.feed-title", catalogue=register.title))
    # Where no change is known, the day is told of which MkDocs dates the front page in its sitemap.
    day = site.built.replace(hour=0, minute=0, second=0, microsecond=0)
    _add(root, "updated", _moment(latest[0][0] if latest else day))
    _add_author(root, catalogue)
    _add(root, "link", rel="self", type="application/atom+xml", href=site.absolute(FEED))
    _add(root, "link", rel="alternate", type="text/html", href=site.absolute(""))
    for when, id in latest:
        programme = catalogue.programmes[id]
        page = site.absolute(programme_address(id))
        entry = ET.SubElement(root, "entry")
        _add(entry, "id", page)
        _add(entry, "title", programme.title)
        _add(entry, "updated", _moment(when))
        _add_author(entry, catalogue)
        _add(entry, "link", rel="alternate", type="text/html", href=page)
        _add(entry, "summary", told_summary(programme))
    ET.indent(root)
    xml: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return xml.decode() + "\n"


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
