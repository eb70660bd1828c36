"""Nothing on the site leads nowhere, and every page says what it is."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.site.pages import Document, Element

HOST = "https://katalog.example.org/"


@pytest.fixture(scope="module")
def documents(site: Path) -> dict[str, Document]:
    """Every page of the site, by its address from the root."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): Document.read(file)
        for file in site.rglob("*.html")
    }


def _addresses(document: Document) -> Iterator[tuple[Element, str]]:
    for attribute in ("href", "src", "action", "poster"):
        yield from document.values(attribute)
    for element, candidates in document.values("srcset"):
        yield from ((element, candidate.split()[0]) for candidate in candidates.split(","))


def test_no_link_is_broken(site: Path, documents: dict[str, Document]) -> None:
    broken = []
    for page, document in documents.items():
        for element, address in _addresses(document):
            url = urlsplit(urljoin(HOST + page, address))
            if f"{url.scheme}://{url.netloc}/" != HOST:
                continue
            path = unquote(url.path).lstrip("/")
            file = site / path / ("index.html" if path.endswith("/") or not path else "")
            ids = {id for _, id in documents[path].values("id")} if path in documents else set()
            if not file.is_file() or (url.fragment and unquote(url.fragment) not in ids):
                broken.append(f"/{page}:{element.line}: {address}")
    assert not broken, "\n".join(broken)


def test_every_page_says_what_it_is(documents: dict[str, Document]) -> None:
    faults = []
    for page, document in documents.items():
        html = document.all("html")[0].attributes
        titles = [element.text.strip() for element in document.all("title")]
        descriptions = [
            element.attributes.get("content", "").strip()
            for element in document.all("meta")
            if element.attributes.get("name") == "description"
        ]
        repeated = [id for id, n in Counter(i for _, i in document.values("id")).items() if n > 1]
        checks = {
            "is not Danish": html.get("lang") == "da",
            "has not one h1": len(document.all("h1")) == 1,
            "has no title": len(titles) == 1 and titles[0],
            "has no description": len(descriptions) == 1 and descriptions[0],
            f"repeats the ids {repeated}": not repeated,
        }
        faults += [f"/{page} {words}" for words, holds in checks.items() if not holds]
    assert not faults, "\n".join(faults)


def test_titles_differ(documents: dict[str, Document]) -> None:
    titles = Counter(document.all("title")[0].text.strip() for document in documents.values())
    assert [title for title, number in titles.items() if number > 1] == []


@pytest.mark.parametrize("page", ["", "redaktion/datoer/"])
def test_guide_is_no_way_in_for_readers(documents: dict[str, Document], page: str) -> None:
    """It stands in the footer, where its own breadcrumbs don't lead to it."""
    guide = urljoin(HOST, "redaktion/")
    links = [url for _, url in documents[page].values("href") if urljoin(HOST + page, url) == guide]
    assert len(links) == (2 if page else 1)


@pytest.mark.parametrize("page", ["", "om/"])
def test_the_footer_names_each_page_once(documents: dict[str, Document], page: str) -> None:
    """The calendar stands in the menu of this catalogue, and so do other pages."""
    elements = documents[page].elements
    (footer,) = (n for n, each in enumerate(elements) if each.tag == "footer")
    links = [each.attributes["href"] for each in elements[footer:] if each.tag == "a"]
    assert "kalender/" in {link.removeprefix("../") for link in links}
    assert len(links) == len(set(links))
