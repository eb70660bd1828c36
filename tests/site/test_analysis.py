"""The browser makes the same keys of words as the index was made with."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.search.analysis import words
from tests.site.pages import ROOT
from tests.support.cases import Row, rows

# Of each text, its words: the key, and the parts as they are written apart.
ANALYSED = """async texts => {
    const analysis = createAnalysis((await siteSearch.part("index")).rules);
    return texts.map(text => analysis.words(text.normalize("NFC")).map(
        ({key, isStop, pieces}) => [(isStop ? "-" : "") + key, pieces]
    ));
}"""


def in_browser(page: Page, *texts: str) -> list[list[Any]]:
    found: list[list[Any]] = page.evaluate(ANALYSED, texts)
    return found


def in_python(text: str) -> list[list[Any]]:
    return [["-" * word.is_stop + word.key, list(word.pieces)] for word in words(text)]


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """One for all, which only computes."""
    page = browser.new_page()
    page.goto(address)
    yield page
    page.close()


@pytest.mark.parametrize("row", rows("search/keys"), ids=str)
def test_keys(page: Page, row: Row) -> None:
    text, expected = row.cells
    assert " ".join(key for key, _ in in_browser(page, text)[0]) == expected


def test_every_word_of_the_project(page: Page) -> None:
    """What editors write and what readers may ask, as it stands there and in capitals."""
    written = [
        file.read_text("utf-8") for file in (ROOT / "content").rglob("*.*") if file.suffix != ".png"
    ]
    thesaurus = (ROOT / "generator" / "search" / "thesaurus").glob("*.txt")
    words = {word for file in thesaurus for word in file.read_text("utf-8").split()}
    assert len(words) > 1000
    for text in (*written, *(text.upper() for text in written), "\n".join(sorted(words))):
        found, expected = in_browser(page, text)[0], in_python(text)
        different = [both for both in zip(found, expected, strict=False) if both[0] != both[1]]
        assert not different[:10]
        assert len(found) == len(expected)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("constructor toString hasOwnProperty", id="what every object has"),
        pytest.param("leder\u00adudvikling", id="soft hyphen"),
        pytest.param("ledelse\u200bog", id="no space"),
        pytest.param("re\u0301sume\u0301 a\u030arhus", id="letters in parts"),
        pytest.param("0. 6. 99. gang", id="numbers that are no ordinals"),
        pytest.param("½ dag, 1½ time, m², 5'eren, 3–5 dage", id="further numbers"),
        pytest.param("²³ Ⅳ ① ٣ dage", id="strange numbers"),
        pytest.param("ß İstanbul ǅ ﬁnans", id="letters whose case is strange"),
        pytest.param("ledelse_og_mod a.b. i.e. c/o", id="signs between"),
        pytest.param("日本 Лидер ελλάδα", id="other letters"),
        pytest.param("it's rock’n’roll -a- 'b' l'", id="apostrophes"),
    ],
)
def test_strange_words(page: Page, text: str) -> None:
    assert in_browser(page, text)[0] == in_python(text)


def test_a_word_tells_where_it_stands(page: Page) -> None:
    """What is marked in a text is the word, and no sign beside it."""
    text = "Det 1. hold (MED-aftalen) – Høje-Taastrup, 7,5 timer."
    found: list[list[Any]] = page.evaluate(
        """async text => createAnalysis((await siteSearch.part("index")).rules)
            .words(text).map(({written, start, end}) => [written, text.slice(start, end)])""",
        text,
    )
    assert [at for _, at in found] == [written for written, _ in found]
    assert [at for _, at in found] == re.findall(r"1\.|[\w-]+(?:,\d)?", text)
