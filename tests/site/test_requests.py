"""Reading the catalogue tells nobody: no request leaves the site, and nothing is stored."""

import pytest

from tests.site.conftest import Visit
from tests.site.pages import PAGES
from tests.site.searching import box, hits, suggestions


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_is_asked_of_others_or_stored(visit: Visit, address: str, path: str) -> None:
    page = visit("about:blank")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(path)
    box(page).fill("mentor")
    suggestions(page).first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg/?q=mentor")
    assert hits(page)
    page.goto("/programmer/?q=mentor")
    page.locator(".chip").wait_for()
    page.wait_for_load_state("networkidle")

    assert asked
    assert [url for url in asked if not url.startswith((address, "blob:", "data:"))] == []
    assert page.context.cookies() == []
    assert page.evaluate("[{...localStorage}, {...sessionStorage}]") == [{}, {}]
