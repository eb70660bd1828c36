"""A programme's page as one or two sheets of A4, to hand over."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.site.conftest import Visit
from tests.site.pages import PROGRAMME_PAGES


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
    text = " ".join(words)
    assert title in text
    assert [fact for fact in facts if fact not in text] == []
    assert [item for item in ("Du er her", "Gå til indholdet", *menu[1:]) if item in text] == []
    # No sheet ends with a heading whose text stands on the next.
    assert [w for w in words if w.endswith(tuple(headings))] == []


def test_catalogue_prints_without_its_tools(visit: Visit) -> None:
    page = visit("/programmer/")
    page.emulate_media(media="print")
    for tool in ("header.md-header", "footer", "[data-filters]", ".breadcrumbs", ".edit"):
        assert not page.locator(tool).first.is_visible()
