"""Everything can be reached and used with the keyboard, and one sees where one is."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.showing.texts import text
from tests.site.conftest import Visit
from tests.site.filtering import choices, query
from tests.site.pages import PAGES
from tests.site.searching import box, hits, suggestions

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
    for _ in range(1000):
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
        page.locator("[data-filters] > summary").focus()
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


def test_from_the_first_key_to_a_programme(visit: Visit) -> None:
    """Box, results, section: without a mouse, and without knowing of the arrows."""
    page = visit("/")
    while not box(page).evaluate("box => box === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.type("mentor")
    expect(suggestions(page).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg/?q=mentor")
    found = hits(page)
    expect(page.locator(".hit__section:visible").first).to_be_visible()
    # The page has been loaded anew, so the way begins at the top.
    names = [stop["name"] for stop in stops(page)]
    titles = page.locator(".hits [data-programme] h3").all_inner_texts()
    assert [name for name in names if name in titles] == titles
    page.locator(".hits h3 a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/programmer/{found[0]}/")


def test_words_a_facet_and_an_order_without_a_mouse(visit: Visit) -> None:
    page = visit("/programmer/")
    expect(query(page)).to_be_visible()
    query(page).focus()
    page.keyboard.type("mentor")
    expect(page.locator(".chip")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.get_by_label(text("catalogue.sort"))).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**/programmer/?q=mentor&sort=deadline")
    closed = page.locator(".facet:not([open]) > summary").first
    name = closed.inner_text()
    closed.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".chip")).to_have_count(2)
    facet = page.locator(".facet", has=page.locator("legend", has_text=name))
    expect(facet.locator(":checked")).to_be_focused()
