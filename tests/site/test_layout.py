"""Every page fits: nothing sticks out sideways, and everything one must hit is large enough."""

import pytest
from playwright.sync_api import Page

from tests.site.conftest import Visit
from tests.site.filtering import choose_until_nothing_is_left, open_filters
from tests.site.pages import PAGES

# The five that stick out furthest.
STICKING_OUT = """() => {
    const width = document.documentElement.clientWidth;
    const name = e => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 40)}`;
    const right = e => Math.round(e.getBoundingClientRect().right);
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
        .filter(e => e.checkVisibility() && right(e) > width)
        .sort((one, other) => right(other) - right(one))
        .slice(0, 5).map(e => `${right(e)} px: ${name(e)}`);
}"""

MAIN = ".button, .link-button, .chip, .choice, .card, .contents a, .site-header a, .site-footer a"

# What is hit: for a choice its label, for a card the whole of it. Links in running text are left to
# the rule of axe, which knows what WCAG 2.5.8 excepts.
TARGETS = """main => [...document.querySelectorAll("a[href], button, summary, input, [tabindex]")]
    .filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .map(e => e.closest("label, .card") ?? e)
    .filter(e => getComputedStyle(e).display !== "inline")
    .map(e => {
        const {width, height} = e.getBoundingClientRect();
        const name = `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 40)}`;
        return {name, width, height, main: e.matches(main)};
    })"""


def too_small(page: Page) -> list[str]:
    """Targets under 24 px, and main ones under 44 px of height."""
    return [
        f"{target['name']}: {target['width']:.0f} × {target['height']:.0f}"
        for target in page.evaluate(TARGETS, MAIN)
        if target["width"] < 24 or target["height"] < (44 if target["main"] else 24)
    ]


def sticking_out(page: Page) -> list[str]:
    width = page.evaluate("innerWidth")
    return [f"{width} px: {fault}" for fault in page.evaluate(STICKING_OUT)]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_sticks_out(visit: Visit, path: str) -> None:
    page = visit(path)
    found = []
    for width in (320, 375, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found += sticking_out(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_text_of_double_size_fits(visit: Visit, path: str) -> None:
    page = visit(path)
    page.evaluate(
        "e = document.documentElement;"
        "e.style.fontSize = parseFloat(getComputedStyle(e).fontSize) * 2 + 'px'"
    )
    found = []
    for width in (375, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found += sticking_out(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_targets_are_large_enough(visit: Visit, path: str) -> None:
    page = visit(path)
    found = too_small(page)
    page.set_viewport_size({"width": 375, "height": 800})
    found += too_small(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [375, 1280])
def test_filters_and_search_fit(visit: Visit, width: int) -> None:
    page = visit("/programmer/", width=width)
    open_filters(page)
    choose_until_nothing_is_left(page)
    assert not sticking_out(page) + too_small(page)
    page.locator(".site-search").click()
    page.keyboard.type("mentor")
    page.locator(".md-search-result__link").first.wait_for()
    assert not sticking_out(page) + too_small(page)
