"""What a query finds, and in which order."""

from collections.abc import Iterator
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.searching import RESULTS, box, heading, hits


@pytest.fixture(scope="module")
def results(browser: Browser, searched: str) -> Iterator[Page]:
    """One page for all queries, as a reader has who asks again and again."""
    page = browser.new_page(base_url=searched)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(RESULTS)
    yield page
    page.close()
    assert not faults


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("mentor", ["mentor", "samtaler"], id="a title says more than a text"),
        pytest.param("MENTORERNE", ["mentor", "samtaler"], id="inflected"),
        pytest.param("kort brev", ["breve"], id="inflected in the title"),
        pytest.param("skaermbesoeg", ["skaerm"], id="without Danish letters"),
        pytest.param("ska\u0308rmbeso\u0338g", ["skaerm"], id="a Swedish one in parts"),
        pytest.param("håndtering af konflikter", ["konflikt", "samtaler"], id="a compound apart"),
        pytest.param("skærm besøg", ["skaerm"], id="a compound written apart"),
        pytest.param("borgerbesøg", ["skaerm"], id="together what the page has apart"),
        pytest.param("kantinedrift", ["koekken"], id="a compound of what a title has apart"),
        pytest.param("borgerbreve", ["breve"], id="a compound of what title and summary have"),
        pytest.param("brevredskab", [], id="a compound of which a part is mentioned only"),
        pytest.param("lytteaftale", [], id="a compound of parts on different pages"),
        pytest.param("kantinexyzzyx", ["koekken"], id="a word that begins with one that tells"),
        pytest.param("brevenexyzzyx", [], id="a word that begins with one that is too short"),
        pytest.param("arbejdsglæde", ["trivsel"], id="a synonym"),
        pytest.param(
            "han råber ad en borger",
            ["konflikt", "skaerm", "samtaler", "breve"],
            id="a phrase whose words stand apart and the other way round",
        ),
        pytest.param("forflyttning", ["forflytning"], id="misspelt, and its kin is far away"),
        pytest.param("svare", [], id="a word that is known is not misspelt"),
        pytest.param(
            "rapporter", ["rapport", "rapport-forbi", "breve"], id="what is over comes last"
        ),
        pytest.param("kiggetime", ["skaerm"], id="the catalogue's own synonym"),
        pytest.param("MED", ["med"], id="an abbreviation that is a word when it is small"),
        pytest.param("GLU", ["glu", "ordliste/"], id="an abbreviation"),
        pytest.param("glu", ["glu", "ordliste/"], id="an abbreviation in small letters"),
        pytest.param("hvad er MED-aftalen?", ["med"], id="a question"),
        pytest.param("første skridt", ["glu"], id="the short name"),
        pytest.param("betaler arbejdsgiveren", ["om/"], id="a page of prose"),
        pytest.param("hvad er forskellen", ["sammenlign/"], id="a page that helps to choose"),
        pytest.param("kælderen", [], id="a word that is spelt right, though it is like another"),
        pytest.param("kor", [], id="a known word that is no part of one that begins with it"),
        pytest.param("brve", ["breve"], id="a short word with two letters changed about"),
        pytest.param("brov", [], id="a short word with another letter"),
        pytest.param("redigerer", [], id="a page that is kept out"),
        pytest.param("xyzzyx", [], id="nothing"),
        pytest.param("constructor", [], id="what every object has"),
        pytest.param("__proto__ toString", [], id="what every object has, too"),
        pytest.param("»«–…", [], id="no word"),
    ],
)
def test_what_is_found(results: Page, query: str, found: list[str]) -> None:
    box(results).fill(query)
    box(results).press("Enter")
    expect(heading(results)).to_contain_text(f"»{normalize('NFC', query)}«")
    assert hits(results) == found
