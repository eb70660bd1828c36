"""The feed of changes, as a feed reader understands it."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from generator.exports.feed import feed
from generator.exports.files import export_files
from generator.exports.site import Site
from tests.conftest import Golden
from tests.support.cases import CASES, GOLDEN, files
from tests.support.catalogues import write_catalogue
from tests.support.publishing import BUILT, CATALOGUE, NOWHERE, read, site

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
        programme.title for programme in reversed([*CATALOGUE.programmes.values()])
    ]
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
    one = Site(HOST, BUILT, {"lup3": BUILT - timedelta(days=9)})
    assert [entry.id for entry in parsed(feed(CATALOGUE, one)).entries] == [
        f"{HOST}programmer/lup3/"
    ]
    none = parsed(feed(CATALOGUE, Site(HOST, BUILT, {})))
    assert not none.entries
    assert none.feed.updated == "2026-12-01T00:00:00+00:00"


def test_a_site_without_an_address_has_no_feed() -> None:
    assert "nyt.xml" in dict(export_files(CATALOGUE, site(CATALOGUE)))
    assert "nyt.xml" not in dict(export_files(CATALOGUE, NOWHERE))


def test_the_latest_of_many(tmp_path: Path) -> None:
    case = files("views", "minimal.yaml")[0].read_bytes()
    write_catalogue(tmp_path, **{f"p{n:03}": case for n in range(60)})
    catalogue = read(tmp_path / "programmes.yaml")
    found = parsed(feed(catalogue, site(catalogue)))
    assert [entry.id for entry in found.entries] == [
        f"{HOST}programmer/p{n:03}/" for n in range(59, 9, -1)
    ]


@pytest.mark.parametrize("words", ["</summary><x>&amp;", "\"'<![CDATA[]]>", "Å–½ 🎓"])
def test_texts_are_text(tmp_path: Path, words: str) -> None:
    case = (CASES / "views" / "minimal.yaml").read_text("utf-8")
    title = words.replace("'", "''")
    lines = [
        f"title: '{title}'" if line.startswith("title:") else line for line in case.splitlines()
    ]
    write_catalogue(tmp_path, program="\n".join(lines).encode())
    catalogue = read(tmp_path / "programmes.yaml")
    root = ET.fromstring(feed(catalogue, site(catalogue)))
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == words
    parsed(feed(catalogue, site(catalogue)))
