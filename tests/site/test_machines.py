"""What programs find on a built site: data in and beside the pages, a feed, and true dates."""

import gzip
import json
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import feedparser
import pytest

from generator.showing.texts import text
from generator.showing.wording import NBSP
from tests.site.building import PROGRAMME, build, digests, write_site
from tests.site.pages import Document
from tests.support.repository import commit

HOST = "https://katalog.example.org/"
HOSTILE = """</script><script>alert(1)</script> <!-- "a" & 'b' &amp; ]]>"""
PAGES = ["", "programmer/", "programmer/forloeb/", "programmer/andet/", "soeg/", "om/", "tavs/"]
NEWS = "nyt/"
"""Only where a history is known."""
CHANGED = {
    "": "2026-03-03", "programmer/": "2026-03-03", "soeg/": "2026-03-03",
    "programmer/forloeb/": "2026-03-02", "programmer/andet/": "2026-03-03",
    "om/": "2026-03-02", "tavs/": None, "nyt/": "2026-03-03",
}  # fmt: skip
"""The day on which each page's facts were changed; None for what is not committed."""


def write(folder: Path, **config: Any) -> Path:
    """A site with texts that look like markup; its mkdocs.yml is returned."""
    hostile = {**PROGRAMME, "title": HOSTILE, "summary": f"Kort: {HOSTILE}"}
    register = {"title": f"Katalog {HOSTILE}", "description": f"Et katalog {HOSTILE}"}
    file = write_site(folder, {"forloeb": hostile, "andet": PROGRAMME}, register, **config)
    om = "---\ndescription: \"Hvad & 'hvorfor' <b>\"\n---\n\n# Om *kataloget* & mere\n"
    (folder / "content" / "om.md").write_text(om, "utf-8")
    return file


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in a repository: all of Monday, one programme of Tuesday, one page not committed."""
    config = write(tmp_path_factory.mktemp("dated") / "katalog")
    repository = config.parent.parent
    (repository / ".gitignore").write_text("site/\n")
    commit(repository, "2026-03-02T08:00:00+01:00")
    programme = config.parent / "content" / "programmes" / "andet.yaml"
    programme.write_text(programme.read_text("utf-8") + "price: Gratis\n", "utf-8")
    commit(repository, "2026-03-03T23:30:00+01:00")
    (config.parent / "content" / "tavs.md").write_text("# En ny side\n", "utf-8")
    return config


@pytest.fixture(scope="module")
def dated(config: Path) -> Path:
    return build(config)


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that does not know where it is published, and has no history."""
    return build(write(tmp_path_factory.mktemp("nowhere"), site_url=""))


def document(site: Path, page: str) -> Document:
    return Document.read(site / page / "index.html")


def linked_data(page: Document) -> Any:
    (script,) = [s for s in page.all("script") if s.attributes.get("type") == "application/ld+json"]
    return json.loads(script.text)


def open_graph(page: Document) -> dict[str, str]:
    found = [meta.attributes for meta in page.all("meta") if "property" in meta.attributes]
    assert len({meta["property"] for meta in found}) == len(found)
    return {meta["property"].removeprefix("og:"): meta["content"] for meta in found}


def alternates(page: Document) -> dict[str, str]:
    links = [link.attributes for link in page.all("link")]
    return {
        link["type"]: link["href"]
        for link in links
        if link.get("rel") in ("alternate", "describedby")
    }


@pytest.mark.parametrize("page", [*PAGES, NEWS])
def test_every_page_tells_what_it_is(dated: Path, page: str) -> None:
    thing = linked_data(document(dated, page))
    assert thing["@type"] == ("WebPage" if page else "WebSite")
    assert thing["url"] == HOST + page
    assert thing.get("dateModified", "")[:10] == (CHANGED[page] or "")


def test_texts_are_told_as_they_were_written(dated: Path) -> None:
    programme = linked_data(document(dated, "programmer/forloeb/"))
    assert programme["name"] == programme["mainEntity"]["name"] == HOSTILE
    assert programme["mainEntity"]["description"] == f"Ikke bekræftet. Kort: {HOSTILE}"
    about = linked_data(document(dated, "om/"))
    assert (about["name"], about["description"]) == ("Om kataloget & mere", "Hvad & 'hvorfor' <b>")
    assert linked_data(document(dated, ""))["name"] == f"Katalog {HOSTILE}"


@pytest.mark.parametrize("page", [*PAGES, NEWS])
def test_the_way_is_the_one_that_is_shown(dated: Path, page: str) -> None:
    found = document(dated, page)
    told = linked_data(found).get("breadcrumb", {}).get("itemListElement", [])
    start = next((n for n, e in enumerate(found.elements) if e.tag == "ol"), len(found.elements))
    shown = [e.text.strip() for e in found.elements[start:] if e.tag in ("a", "li")]
    names = [item["name"] for item in told]
    assert names == [text for text in shown if text][: len(names)]
    assert len(names) == (0 if not page else page.count("/") + 1)
    assert [item["item"] for item in told][-1:] == ([HOST + page] if page else [])


@pytest.mark.parametrize("page", [*PAGES, NEWS])
def test_what_is_shown_where_the_page_is_shared(dated: Path, page: str) -> None:
    told = open_graph(document(dated, page))
    thing = linked_data(document(dated, page))
    assert told == {
        "type": "website", "locale": "da_DK", "site_name": f"Katalog {HOSTILE}",
        "url": HOST + page, "title": thing["name"], "description": thing["description"],
    }  # fmt: skip


@pytest.mark.parametrize("page", [*PAGES, NEWS])
def test_every_page_leads_to_feed_and_data(dated: Path, page: str) -> None:
    found = document(dated, page)
    feed, data = HOST + "nyt.xml", HOST + "data/v1/catalogue.json"
    assert urljoin(HOST + page, alternates(found)["application/atom+xml"]) == feed
    footer = {
        a.text.strip(): urljoin(HOST + page, a.attributes.get("href", "")) for a in found.all("a")
    }
    assert (footer[text("machines.feed")], footer[text("machines.data")]) == (feed, data)


@pytest.mark.parametrize("id", ["forloeb", "andet"])
def test_a_programme_leads_to_its_data(dated: Path, id: str) -> None:
    page = f"programmer/{id}/"
    found = document(dated, page)
    address = urljoin(HOST + page, alternates(found)["application/json"])
    data = json.loads((dated / address.removeprefix(HOST)).read_text("utf-8"))
    assert (data["id"], data["url"]) == (id, HOST + page)
    assert data["title"] == linked_data(found)["name"]
    assert data["updated"].startswith(CHANGED[page] or "never")


@pytest.mark.parametrize("page", [*PAGES, NEWS])
def test_readers_see_when_it_was_changed(dated: Path, page: str) -> None:
    shown = [small.text.strip() for small in document(dated, page).all("small")]
    day = {"2026-03-02": "2. marts 2026", "2026-03-03": "3. marts 2026"}.get(CHANGED[page] or "")
    assert [words.replace(NBSP, " ") for words in shown] == ([f"Sidst ændret {day}"] if day else [])


def test_feed_has_what_is_new(dated: Path) -> None:
    found = feedparser.parse((dated / "nyt.xml").read_bytes())
    assert not found.bozo
    (entry,) = found.entries
    assert (entry.id, entry.link) == (f"{HOST}nyt/#2026-03-03-andet", f"{HOST}programmer/andet/")
    assert entry.content[0].value == "<p>Pris tilføjet: »Gratis«</p>"
    assert found.feed.updated == entry.updated == "2026-03-03T23:30:00+01:00"


def test_a_changed_programme_leads_to_what_was_changed(dated: Path) -> None:
    for id, place in {"andet": ["nyt/#2026-03-03-andet"], "forloeb": []}.items():
        page = f"programmer/{id}/"
        links = document(dated, page).all("a")
        found = [a.attributes["href"] for a in links if a.text.strip() == text("news.what")]
        assert [urljoin(HOST + page, address) for address in found] == [HOST + p for p in place]
    news = document(dated, NEWS)
    assert {"2026-03", "2026-03-03", "2026-03-03-andet"} <= {id for _, id in news.values("id")}


def test_sitemap_has_the_days_of_the_changes(dated: Path) -> None:
    xml = (dated / "sitemap.xml").read_bytes()
    assert gzip.decompress((dated / "sitemap.xml.gz").read_bytes()) == xml
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    days = {
        url.findtext(f"{name}loc", "").removeprefix(HOST): url.findtext(f"{name}lastmod")
        for url in ET.fromstring(xml)
    }
    assert {page: days[page] for page in CHANGED} == CHANGED


def test_what_is_published_rests_on_the_commit_alone(config: Path) -> None:
    """A nightly build of the same commit changes no byte, so nobody is told of news."""
    made = [digests(build(config, SOURCE_DATE_EPOCH=day)) for day in ("1800000000", "1900000000")]
    assert made[0] == made[1]


@pytest.mark.parametrize("page", PAGES[:-1])
def test_a_site_that_does_not_know_its_address(nowhere: Path, page: str) -> None:
    found = document(nowhere, page)
    assert urljoin(HOST + page, linked_data(found)["url"]) == HOST + page
    assert "url" not in open_graph(found)
    assert "application/atom+xml" not in alternates(found)
    assert text("machines.feed") not in [link.text.strip() for link in found.all("a")]
    assert not (nowhere / "nyt.xml").exists()
    assert not (nowhere / "nyt").exists(), "nothing is known of what was changed"
    assert text("news.title") not in [link.text.strip() for link in found.all("a")]
    assert "dateModified" not in linked_data(found)
    assert not found.all("small")


def test_not_found_says_nothing_of_a_page(dated: Path) -> None:
    """It stands at any address."""
    found = Document.read(dated / "404.html")
    assert not open_graph(found)
    assert "application/atom+xml" in alternates(found)
