"""The feed of changes, as a feed reader understands it."""

import re
from datetime import timedelta
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from generator.exports.feed import feed
from generator.exports.files import export_files
from generator.exports.site import Site
from generator.showing.news import Entry
from tests.conftest import Golden
from tests.support.cases import GOLDEN
from tests.support.publishing import BUILT, CATALOGUE, NOWHERE, site

HOST = "https://katalog.example.org/"
ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(xml: str) -> Any:
    found = feedparser.parse(xml.encode())
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_feed(golden: Golden) -> None:
    golden(GOLDEN / "feed.xml", feed(CATALOGUE, site(CATALOGUE)))


def test_a_reader_understands_it() -> None:
    found = parsed(feed(CATALOGUE, site(CATALOGUE)))
    assert found.feed.title.startswith(CATALOGUE.register.title)
    assert found.feed.language == "da"
    assert [entry.link for entry in found.entries] == [
        f"{HOST}programmer/{id}/" for id in reversed([*CATALOGUE.programmes])
    ]
    assert [entry.title for entry in found.entries] == [
        f"Ændret: {programme.title}" for programme in reversed([*CATALOGUE.programmes.values()])
    ]
    assert {entry.content[0].value for entry in found.entries} == {"<p>Nyt</p>"}
    times = [entry.updated_parsed for entry in found.entries]
    assert times == sorted(times, reverse=True)
    assert found.feed.updated_parsed == times[0] == BUILT.utctimetuple()


def test_it_has_what_the_standard_asks_for() -> None:
    """RFC 4287, 4.1.1 and 4.1.2: exactly one id, title and updated, an author, a link to itself."""
    root = ET.fromstring(feed(CATALOGUE, site(CATALOGUE)))
    entries = root.findall(f"{ATOM}entry")
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1
        assert element.findtext(f"{ATOM}author/{ATOM}name") == CATALOGUE.register.publisher.name
        assert element.findtext(f"{ATOM}id", "").startswith(HOST)
    ids = [element.findtext(f"{ATOM}id") for element in (root, *entries)]
    assert len({*ids}) == len(ids)
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{HOST}nyt.xml", "alternate": HOST}


def test_only_what_is_known_to_have_changed_is_told() -> None:
    """Else every build would tell every reader that everything is new."""
    none = parsed(feed(CATALOGUE, Site(HOST, BUILT, {"lup3": BUILT - timedelta(days=9)})))
    assert not none.entries
    assert none.feed.updated == "2026-12-01T00:00:00+00:00"


def test_a_site_without_an_address_has_no_feed() -> None:
    assert "nyt.xml" in dict(export_files(CATALOGUE, site(CATALOGUE)))
    assert "nyt.xml" not in dict(export_files(CATALOGUE, NOWHERE))


def test_what_is_gone_leads_to_the_news() -> None:
    """Its own page is gone as well."""
    gone = Entry(BUILT, "alfa", "Alfa", "", "removed", ())
    (entry,) = parsed(feed(CATALOGUE, Site(HOST, BUILT, {}, [gone]))).entries
    assert entry.link == entry.id == f"{HOST}nyt/#2026-12-01-alfa"
    assert entry.title == "Ikke længere i kataloget: Alfa"


@pytest.mark.parametrize("words", ["</summary><x>&amp;", "\"'<![CDATA[]]>", "Å–½ 🎓"])
def test_texts_are_text(words: str) -> None:
    entry = Entry(BUILT, "alfa", words, "programmer/alfa/", "added", (words, words))
    xml = feed(CATALOGUE, Site(HOST, BUILT, {}, [entry]))
    told = ET.fromstring(xml).find(f"{ATOM}entry")
    assert told is not None
    assert told.findtext(f"{ATOM}title") == f"Nyt program: {words}"
    content = told.findtext(f"{ATOM}content", "")
    assert [unescape(one) for one in re.findall("<p>(.*?)</p>", content)] == [words, words]
    parsed(xml)
