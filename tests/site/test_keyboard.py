"""Everything can be reached and used with the keyboard, and one sees where one is."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Visit
from tests.site.filtering import choices
from tests.site.pages import PAGES

# The card of a programme shows the focus of its link around the whole card, with ::after.
FOCUSED = """() => {
    const element = document.activeElement;
    const seen = [null, "::before", "::after"].some(part => {
        const style = getComputedStyle(element, part);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    });
    const {width, height} = element.getBoundingClientRect();
    return {
        tag: element.tagName, name: element.textContent.trim(), seen: seen && width * height > 0,
        part: element.closest("header.md-header, .page, footer")?.className ?? "",
    };
}"""


def stops(page: Page) -> list[dict[str, Any]]:
    """Where the Tab key leads, from the top of the page to its end."""
    found: list[dict[str, Any]] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["tag"] == "BODY":
            return found
        found.append(focused)
    raise AssertionError("the focus never leaves the page")


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_skip_link_comes_first_and_leads_to_the_content(visit: Visit, path: str) -> None:
    page = visit(path)
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["name"] == "Gå til indholdet"
    assert page.evaluate(FOCUSED)["seen"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, footer') !== null")


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_focus_is_always_visible(visit: Visit, path: str, width: int) -> None:
    found = stops(visit(path, width=width))
    assert [stop for stop in found if not stop["seen"]] == []


def test_order_is_header_cards_footer(visit: Visit) -> None:
    page = visit("/")
    titles = page.locator(".card h3").all_inner_texts()
    found = stops(page)
    parts = [stop["part"].split(" ")[0] for stop in found[1:]]
    assert list(dict.fromkeys(parts)) == ["md-header", "page", "site-footer"]
    assert [stop["name"] for stop in found if stop["name"] in titles] == titles


def test_enter_on_a_card_opens_its_page(visit: Visit) -> None:
    page = visit("/")
    card = page.locator(".card a").first
    title = card.inner_text()
    card.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/programmer/*/")
    expect(page.locator("h1")).to_have_text(title)


@pytest.mark.parametrize("width", [375, 1280])
def test_filters_are_used_without_a_mouse(visit: Visit, width: int) -> None:
    page = visit("/programmer/", width=width)
    if width == 375:
        page.locator("[data-filters] summary").focus()
        page.keyboard.press("Enter")
    choices(page).first.focus()
    page.keyboard.press("Space")
    expect(page.locator(".chip")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".chip")).to_have_count(2)

    page.locator(".chip").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_count(0)
    # The focus goes to what tells the outcome, not to the top of the page.
    expect(page.locator("[data-count]")).to_be_focused()


def test_search_is_used_without_a_mouse(visit: Visit) -> None:
    page = visit("/")
    page.locator(".site-search").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("mentor")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("ArrowDown")
    leads_to = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(leads_to)


def test_escape_closes_the_search(visit: Visit) -> None:
    page = visit("/")
    page.locator(".site-search").click()
    expect(page.locator(".md-search__input")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__input")).to_be_hidden()


def test_open_search_is_left_by_closing_it(visit: Visit) -> None:
    """It covers the page, so the focus may not go behind it."""
    page = visit("/")
    page.locator(".site-search").click()
    for _ in range(6):
        page.keyboard.press("Tab")
        if not page.locator(".md-search__input").is_visible():
            return
        assert page.evaluate("document.activeElement.closest('.md-search, body:focus') !== null")
