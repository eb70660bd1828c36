"""A strict publisher: no script but the site's own files. Search and filters need no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.filtering import chips, choices, open_filters
from tests.site.searching import box, heading, hits, results_for, suggestions
from tests.site.serving import served

POLICY = {"Content-Security-Policy": "script-src 'self'"}


@pytest.fixture(scope="module")
def strict(site: Path) -> Iterator[str]:
    with served(site, POLICY) as address:
        yield address


@pytest.fixture
def page(browser: Browser, strict: str) -> Iterator[Page]:
    """Not a visit of the usual kind: Material's own scripts fail without what is refused."""
    context = browser.new_context(base_url=strict, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    context.add_init_script(
        "window.refused = [];"
        "addEventListener('securitypolicyviolation', event => refused.push(event.blockedURI))"
    )
    yield context.new_page()
    context.close()


def test_the_policy_is_in_force(page: Page) -> None:
    """Else the others would tell nothing."""
    page.goto("/")
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'), "
        "{textContent: 'window.ran = 1'}))"
    )
    assert page.evaluate("window.ran") is None
    assert "inline" in page.evaluate("refused")


def test_suggestions_and_results(page: Page) -> None:
    page.goto("/")
    box(page).fill("mentor")
    expect(suggestions(page).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{results_for('mentor')}")
    expect(heading(page)).to_contain_text("»mentor«")
    assert hits(page)
    expect(page.locator(".hit__excerpt mark").first).to_be_visible()
    # Material's scripts within the page are refused, and nothing else.
    assert set(page.evaluate("refused")) <= {"inline"}


def test_filters(page: Page) -> None:
    page.goto("/programmer/")
    open_filters(page)
    choices(page).first.check()
    expect(chips(page)).to_have_count(1)
    assert set(page.evaluate("refused")) <= {"inline"}
