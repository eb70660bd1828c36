"""A programme's page as one or two sheets of A4, to hand over."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from generator.showing.texts import text
from tests.site.conftest import Visit
from tests.site.pages import PROGRAMME_PAGES

TALK = [text(f"talk.{key}") for key in ("heading", "questions", "agreed", "next")]


def printed_text(printed: PdfReader) -> str:
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in printed.pages)


@pytest.mark.parametrize("path", PROGRAMME_PAGES.values(), ids=PROGRAMME_PAGES)
def test_programme_on_at_most_two_sheets(visit: Visit, path: str) -> None:
    page = visit(path)
    title = page.locator("h1").inner_text()
    facts = page.locator(".fact-box dt").all_inner_texts()
    menu = page.locator(".site-nav a").all_inner_texts()
    headings = page.locator("h2").all_inner_texts()
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))

    assert len(printed.pages) <= 2
    for sheet in printed.pages:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (595, 842)
    words = [" ".join(sheet.extract_text().split()) for sheet in printed.pages]
    told = printed_text(printed)
    assert title in told
    assert [fact for fact in facts if fact not in told] == []
    assert [item for item in ("Du er her", "Gå til indholdet", *menu[1:]) if item in told] == []
    assert f"https://katalog.example.org{path}" in told
    # No sheet ends with a heading whose text stands on the next.
    assert [w for w in words if w.endswith(tuple(headings))] == []


def test_what_the_talk_is_about_comes_first(visit: Visit) -> None:
    page = visit(PROGRAMME_PAGES["htk-talent"])
    told = printed_text(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))))
    parts = ("eligibility", "manager", "selection", "dates", "time", "elements", "contacts")
    headings = [text("facts.heading"), *(text(f"programme.{part}") for part in parts)]
    places = [told.index(words) for words in (*headings, text("programme.purpose"), *TALK)]
    assert places == sorted(places)


def test_nobody_talks_of_what_is_over(visit: Visit) -> None:
    page = visit(PROGRAMME_PAGES["lup3"])
    told = printed_text(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))))
    assert [words for words in TALK if words in told] == []


@pytest.mark.parametrize("path", PROGRAMME_PAGES.values(), ids=PROGRAMME_PAGES)
def test_room_to_write_is_on_paper_only(visit: Visit, path: str) -> None:
    page = visit(path)
    assert page.locator(".talk, .printed-address").filter(visible=True).count() == 0


def test_catalogue_prints_without_its_tools(visit: Visit) -> None:
    page = visit("/programmer/")
    page.emulate_media(media="print")
    for tool in ("header.md-header", "footer", "[data-filters]", ".breadcrumbs", ".edit"):
        assert not page.locator(tool).first.is_visible()
