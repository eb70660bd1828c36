"""Every page fits: nothing sticks out sideways, and everything one must hit is large enough."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Visit
from tests.site.filtering import choose_until_nothing_is_left, open_filters
from tests.site.pages import PAGES
from tests.site.searching import box, heading, results_for, suggestions

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

# Text of so many times the usual size.
SCALE = """size => {
    const root = document.documentElement;
    root.style.fontSize = "";
    root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * size}px`;
}"""

HIT = "a[href], button, summary, input, select, [role=option], [tabindex]"
MAIN = (
    ".button, .link-button, .chip, .choice, .card, .contents a, .site-header a, .site-footer a, "
    ".search input, .search button, [role=option], .facet > summary, .field, .pages a"
)

# What is hit: for a choice its label, for a card the whole of it. Links in running text are left to
# the rule of axe, which knows what WCAG 2.5.8 excepts.
TARGETS = """([targets, main]) => [...document.querySelectorAll(targets)]
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
        for target in page.evaluate(TARGETS, [HIT, MAIN])
        if target["width"] < 24 or target["height"] < (44 if target["main"] else 24)
    ]


def sticking_out(page: Page) -> list[str]:
    width = page.evaluate("innerWidth")
    return [f"{width} px: {fault}" for fault in page.evaluate(STICKING_OUT)]


def sticking_out_at(page: Page, *widths: int) -> str:
    """The same at each width, a line a fault."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        found += sticking_out(page)
    return "\n".join(found)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_sticks_out(visit: Visit, path: str) -> None:
    assert not sticking_out_at(visit(path), 320, 375, 768, 1280)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_text_of_double_size_fits(visit: Visit, path: str) -> None:
    page = visit(path)
    page.evaluate(SCALE, 2)
    assert not sticking_out_at(page, 375, 768, 1280)


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
    box(page).fill("mentor")
    suggestions(page).first.wait_for()
    assert not sticking_out(page) + too_small(page)


@pytest.mark.parametrize("query", ["mentor", "førstehjelp", "xyzzyx", "x" * 80])
def test_results_fit(visit: Visit, searched: str, query: str) -> None:
    """What is found, what was meant, nothing, and a word that is wider than the page."""
    page = visit(searched + results_for(query))
    expect(heading(page)).to_contain_text(query)
    found = []
    for size in (1, 2):
        page.evaluate(SCALE, size)
        for width in (320, 375, 1280) if size == 1 else (375, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            found += sticking_out(page) + too_small(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("size", [1, 2])
def test_suggestions_stay_in_sight(visit: Visit, width: int, size: int) -> None:
    page = visit("/om/", width=width)
    page.evaluate(SCALE, size)
    box(page).fill("mentor")
    suggestions(page).first.wait_for()
    assert not sticking_out(page)
    for option in suggestions(page).all():
        place = option.bounding_box()
        assert place
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= width
        # Nothing of the page lies over it.
        option.click(trial=True)
