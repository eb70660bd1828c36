"""Where there is little room, words stay whole, and what is needed stays within reach."""

import pytest
from playwright.sync_api import expect

from generator.showing.texts import text
from tests.site.conftest import Visit
from tests.site.pages import PROGRAMME_PAGES
from tests.site.test_compare import address, columns
from tests.site.test_layout import SCALE

HTK, BUF = PROGRAMME_PAGES["htk-talent"], PROGRAMME_PAGES["buf-talent"]
TWO = address("htk-talent", "buf-talent")
FOUR = address("htk-talent", "buf-talent", "lup3", "glu-tillaeg")

# Words of some elements that stand on more than one line; where they have a hyphen, they may.
DIVIDED = """selector => [...document.querySelectorAll(selector)]
    .filter(element => element.checkVisibility())
    .flatMap(element => {
        const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const found = [];
        while (nodes.nextNode()) {
            for (const word of nodes.currentNode.data.matchAll(/[^\\s-]+/gu)) {
                const range = document.createRange();
                range.setStart(nodes.currentNode, word.index);
                range.setEnd(nodes.currentNode, word.index + word[0].length);
                const tops = [...range.getClientRects()].map(({top}) => Math.round(top));
                if (new Set(tops).size > 1) found.push(word[0]);
            }
        }
        return found;
    })"""


@pytest.mark.parametrize(
    ("path", "width", "size", "parts"),
    [
        (BUF, 375, 1, "h1, .fact dt"),
        (BUF, 360, 1, "h1, .fact dt"),
        (HTK, 320, 1, "h1, .fact :is(dt, dd)"),
        (HTK, 375, 2, ".fact :is(dt, dd)"),
        ("/programmer/", 375, 2, ".fact :is(dt, dd)"),
        (TWO, 320, 1, ".side-by-side tbody th"),
        (TWO, 700, 1, ".side-by-side tbody th"),
        (FOUR, 1280, 1, ".side-by-side tbody th"),
        (HTK, 375, 1, ".time-table, .element__facts"),
        (BUF, 375, 2, ".time-table__time"),
    ],
)
def test_words_are_whole(visit: Visit, path: str, width: int, size: int, parts: str) -> None:
    page = visit(path, width=width)
    page.evaluate(SCALE, size)
    assert page.evaluate(DIVIDED, parts) == []


@pytest.mark.parametrize("path", [TWO, FOUR])
def test_labels_are_whole_on_paper(visit: Visit, path: str) -> None:
    page = visit(path, width=700)  # about as wide as a sheet
    page.emulate_media(media="print")
    assert page.evaluate(DIVIDED, ".side-by-side tbody th") == []


@pytest.mark.parametrize("width", [320, 375])
def test_two_programmes_stand_beside_one_another_on_a_phone(visit: Visit, width: int) -> None:
    page = visit(TWO, width=width)
    for column in columns(page).all():
        expect(column).to_be_in_viewport()
        place = column.bounding_box()
        assert place
        assert place["x"] + place["width"] <= width
    # Laid out in another way, it is still a table.
    label = page.get_by_role("rowheader", name=text("facts.time")).first
    expect(page.get_by_role("table").get_by_role("row").filter(has=label)).to_have_count(1)
    expect(page.get_by_role("columnheader")).to_have_count(2)


def test_a_third_programme_is_seen_to_be_there(visit: Visit) -> None:
    """The edge of the screen cuts it."""
    page = visit(FOUR, width=375)
    place = page.get_by_role("columnheader").nth(2).bounding_box()
    assert place
    assert place["x"] < 375 - 24
    assert place["x"] + place["width"] > 375


@pytest.mark.parametrize("height", [500, 640, 800])
@pytest.mark.parametrize("path", [HTK, BUF])
def test_everything_in_the_fact_box_is_reached(visit: Visit, path: str, height: int) -> None:
    page = visit(path)
    page.set_viewport_size({"width": 1280, "height": height})
    page.evaluate("scrollTo(0, document.body.scrollHeight / 3)")
    for target in page.locator(".fact-box :is(a, button)").all():
        target.focus()
        expect(target).to_be_in_viewport(ratio=0.99)
    last = page.locator(".fact-box dd").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport(ratio=0.99)


@pytest.mark.parametrize("path", PROGRAMME_PAGES.values(), ids=PROGRAMME_PAGES)
def test_a_word_that_is_explained_moves_no_line(visit: Visit, path: str) -> None:
    """Its block is as high as without it."""
    page = visit(path, width=375)
    moved = page.evaluate(
        """() => [...document.querySelectorAll(".term")]
            .filter(term => term.checkVisibility())
            .map(term => {
                const block = term.closest("p, li, dd");
                const before = block.getBoundingClientRect().height;
                const word = document.createElement("span");
                word.textContent = term.textContent;
                term.replaceWith(word);
                const after = block.getBoundingClientRect().height;
                word.replaceWith(term);
                return [term.textContent, before - after];
            })
            .filter(([, moved]) => Math.abs(moved) > 0.5)"""
    )
    assert moved == []


def test_a_meaning_begins_where_its_word_does(visit: Visit) -> None:
    page = visit(BUF)
    word = page.locator(".term").first
    word.click()
    ends = [each.bounding_box() for each in (word, page.locator(".term__meaning:popover-open"))]
    assert ends[0]
    assert ends[1]
    assert abs(ends[0]["x"] - ends[1]["x"]) < 2
