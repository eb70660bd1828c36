"""No page breaks a rule of axe: WCAG 2.2 A and AA and the best practices, in both schemes."""

from collections.abc import Sequence
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from generator.showing.texts import text
from tests.site.conftest import Visit
from tests.site.filtering import choices, choose_until_nothing_is_left, open_filters
from tests.site.pages import PAGES, TOOLS
from tests.site.searching import MANY, box, results_for, suggestions

AXE = (TOOLS / "axe-core" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def violations(page: Page) -> list[str]:
    """What axe finds: the rule, the element, and what to mend."""
    found: dict[str, Any] = page.evaluate(
        """async rules => {
            // What a page does when it is resized, it has done two frames later.
            const frame = () => new Promise(requestAnimationFrame);
            await frame().then(frame);
            return axe.run({runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']});
        }""",
        RULES,
    )
    return [
        f"{rule['id']}: {node['target']}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def violations_in_every_form(page: Page, widths: Sequence[int]) -> str:
    """The same at each width and in both schemes of colour."""
    found = []
    page.evaluate(AXE)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [f"{width} px, {scheme}: {fault}" for fault in violations(page)]
    return "\n".join(found)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_pages(visit: Visit, path: str) -> None:
    assert not violations_in_every_form(visit(path), widths=[375, 768, 1280])


@pytest.mark.parametrize("width", [375, 1280])
class TestStates:
    """What a page becomes when one uses it."""

    def test_filters_with_something_chosen(self, visit: Visit, width: int) -> None:
        page = visit("/programmer/", width=width)
        open_filters(page)
        choices(page).first.check()
        page.locator(".chip").wait_for()
        assert not violations_in_every_form(page, [width])

    def test_no_programme_left(self, visit: Visit, width: int) -> None:
        page = visit("/programmer/", width=width)
        open_filters(page)
        choose_until_nothing_is_left(page)
        assert not violations_in_every_form(page, [width])

    def test_filters_by_words_with_all_facets_open(self, visit: Visit, width: int) -> None:
        page = visit("/programmer/?q=mentor&sort=name", width=width)
        open_filters(page)
        page.locator(".chip").wait_for()
        assert not violations_in_every_form(page, [width])

    def test_suggestions(self, visit: Visit, width: int) -> None:
        page = visit("/", width=width)
        box(page).fill("mentor")
        suggestions(page).first.wait_for()
        assert not violations_in_every_form(page, [width])
        page.keyboard.press("ArrowDown")
        expect(suggestions(page).first).to_have_attribute("aria-selected", "true")
        assert not violations_in_every_form(page, [width])

    def test_nothing_found(self, visit: Visit, width: int) -> None:
        page = visit(results_for("xyzzyx"), width=width)
        page.locator("[data-empty]").wait_for()
        assert not violations_in_every_form(page, [width])

    def test_a_repaired_word_and_further_hits(
        self, visit: Visit, searched: str, width: int
    ) -> None:
        page = visit(searched + results_for("førstehjelp"), width=width)
        page.locator("[data-meant] a").wait_for()
        page.get_by_role("button", name=text("search.more"), exact=True).click()
        expect(page.locator(".hits > li")).to_have_count(MANY)
        assert not violations_in_every_form(page, [width])
