"""Programmes side by side: picked on cards or on the page, in the address, on a sheet of paper."""

import io
import re
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Locator, Page, expect

from generator.showing.texts import counted, text
from tests.site.building import PROGRAMME, build, write_site
from tests.site.conftest import Visit
from tests.site.pages import PROGRAMMES
from tests.site.serving import served

TWO = ("htk-talent", "buf-talent")


def address(*programmes: str) -> str:
    return "/sammenlign/?" + "&".join(f"program={id}" for id in programmes)


def columns(page: Page) -> Locator:
    return page.locator(".side-by-side thead a")


def fact(page: Page, key: str) -> Locator:
    """The row of a fact in the comparison."""
    label = page.get_by_role("rowheader", name=re.compile(f"^{text(f'facts.{key}')}"))
    return page.locator(".side-by-side tbody tr").filter(has=label)


def select(page: Page, number: int) -> Locator:
    return page.get_by_label(text("compare.programme", number=number))


def box(page: Page, id: str) -> Locator:
    return page.locator(f"[data-compare] input[value='{id}']")


def bar(page: Page) -> Locator:
    return page.locator("[data-compare-bar]")


def test_programmes_of_the_address_stand_side_by_side(visit: Visit) -> None:
    page = visit(address(*TWO))
    expect(columns(page)).to_have_count(2)
    expect(columns(page).first).to_have_text("Udvikling af ledelsestalent")
    cells = fact(page, "places").locator("td > :not(.side-by-side__name), .fact__unknown")
    expect(cells).to_contain_text(["20", text("facts.unknown")])
    expect(page.locator(".all-programmes")).to_be_hidden()


def test_differences_are_told_in_words(visit: Visit) -> None:
    page = visit(address(*TWO))
    expect(fact(page, "audience").get_by_role("rowheader")).to_contain_text(text("compare.same"))
    assert page.title().startswith("Udvikling af ledelsestalent, ")
    expect(fact(page, "time").get_by_role("rowheader")).to_contain_text(text("compare.different"))
    # Nobody knows whether what is not told differs.
    expect(fact(page, "places").locator(".difference")).to_have_count(0)


def test_facts_stand_in_their_order(visit: Visit) -> None:
    page = visit(address(*TWO))
    order = ("audience", "time", "start", "deadline", "places", "duration", "organisation")
    labels = page.locator(".side-by-side tbody th").all_inner_texts()
    names = [label.split("\n")[0].strip() for label in labels]
    assert names[: len(order) + 1] == [text("status.label"), *(text(f"facts.{k}") for k in order)]
    # What none of them tells, and is not always asked for, is left out.
    expect(fact(page, "price")).to_have_count(0)


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        (["htk-talent", "htk-talent", "lup3"], 2),
        (["findes-ikke", "htk-talent", "lup3"], 2),
        (PROGRAMMES, 4),
        (["htk-talent"], 1),
    ],
)
def test_an_address_can_say_anything(visit: Visit, named: list[str], shown: int) -> None:
    page = visit(address(*named))
    expect(columns(page)).to_have_count(shown)
    told = page.get_by_text(text("compare.one-more"))
    expect(told).to_be_visible(visible=shown < 2)
    left_out = page.get_by_text(text("compare.missing"))
    expect(left_out).to_be_visible(visible=len(set(named)) > shown)


def test_nothing_that_is_known_shows_all(visit: Visit) -> None:
    page = visit(address("findes-ikke"))
    expect(page.locator(".all-programmes [data-programme]")).to_have_count(len(PROGRAMMES))
    expect(page.locator(".side-by-side")).to_be_hidden()


def test_choosing_on_the_page(visit: Visit) -> None:
    page = visit("/sammenlign/")
    select(page, 1).select_option("htk-talent")
    select(page, 3).select_option("lup3")
    page.get_by_role("button", name=text("compare.button"), exact=True).click()
    page.wait_for_url("**/sammenlign/?program=htk-talent&program=lup3")
    expect(columns(page)).to_have_count(2)
    expect(select(page, 2)).to_have_value("lup3")
    page.get_by_role("link", name=f"{text('compare.remove')} Udvikling").click()
    page.wait_for_url("**/sammenlign/?program=lup3")
    page.go_back()
    expect(columns(page)).to_have_count(2)


def test_the_order_of_values_is_no_difference(visit: Visit, tmp_path: Path) -> None:
    register = {"fields": {"a": "Skole", "b": "Teknik"}}
    programmes = {
        "en": {**PROGRAMME, "fields": ["a", "b"]},
        "to": {**PROGRAMME, "fields": ["b", "a"]},
    }
    with served(build(write_site(tmp_path, programmes, register))) as two:
        page = visit(two + address("en", "to"))
        label = fact(page, "fields").get_by_role("rowheader")
        expect(label).to_contain_text(text("compare.same"))


def test_bars_share_a_scale(visit: Visit) -> None:
    """The longest of those that are shown fills its cell, whatever else there is."""
    page = visit(address("buf-talent", "lup3"))
    bars = fact(page, "time").get_by_role("img")
    expect(bars).to_have_count(1)
    expect(bars.locator(".bar__high")).to_have_attribute("width", "100%")
    expect(bars).to_have_accessible_name(re.compile("21.dage"))


def test_what_has_the_focus_is_not_under_the_bar(visit: Visit) -> None:
    page = visit("/programmer/", width=375)
    box(page, PROGRAMMES[0]).check()
    for _ in range(6):
        page.keyboard.press("Tab")
        page.wait_for_timeout(100)
        under = page.evaluate(
            """() => {
                const focused = document.activeElement.getBoundingClientRect();
                const bar = document.querySelector("[data-compare-bar]").getBoundingClientRect();
                return focused.top >= bar.top && focused.bottom <= bar.bottom
                    && !document.activeElement.closest("[data-compare-bar]");
            }"""
        )
        assert not under


def test_picking_on_cards(visit: Visit) -> None:
    page = visit("/programmer/")
    expect(bar(page).get_by_role("link")).to_be_hidden()
    box(page, "htk-talent").check()
    expect(bar(page)).to_contain_text(counted("compare.chosen", 1))
    box(page, "buf-talent").check()
    expect(bar(page)).to_contain_text(counted("compare.chosen", 2))
    page.reload()
    expect(box(page, "buf-talent")).to_be_checked()
    bar(page).get_by_role("link").click()
    page.wait_for_url("**" + address(*TWO))
    expect(columns(page)).to_have_count(2)


def test_four_at_most(visit: Visit) -> None:
    page = visit("/")
    for id in PROGRAMMES[:4]:
        box(page, id).check()
    expect(bar(page)).to_contain_text(text("compare.full", most=4))
    expect(box(page, PROGRAMMES[4])).to_be_disabled()
    box(page, PROGRAMMES[0]).uncheck()
    expect(box(page, PROGRAMMES[4])).to_be_enabled()


def test_filters_and_the_choice_share_the_address(visit: Visit) -> None:
    page = visit("/programmer/?sort=name")
    box(page, "htk-talent").check()
    assert page.url.endswith("?sort=name&program=htk-talent")
    page.get_by_label(text("catalogue.sort")).select_option("")
    page.wait_for_url("**/programmer/?program=htk-talent")
    expect(box(page, "htk-talent")).to_be_checked()
    bar(page).get_by_role("button").click()
    page.wait_for_url("**/programmer/")
    expect(bar(page).get_by_role("link")).to_be_hidden()
    expect(box(page, "htk-talent")).to_be_focused()


def test_the_card_is_still_one_link(visit: Visit) -> None:
    page = visit("/programmer/", width=375)
    card = page.locator(".card").first
    expect(card.get_by_role("link")).to_have_count(1)
    expect(card.get_by_role("checkbox")).to_have_accessible_name(
        f"{text('compare.button')} Udvikling af ledelsestalent"
    )


def test_from_a_programme(visit: Visit) -> None:
    page = visit("/programmer/lup3/")
    page.get_by_role("link", name=text("compare.from-programme")).click()
    page.wait_for_url("**" + address("lup3"))
    expect(select(page, 1)).to_have_value("lup3")


def test_four_programmes_print_on_one_sheet(visit: Visit) -> None:
    page = visit(address("htk-talent", "buf-talent", "lup3", "glu-tillaeg"))
    expect(columns(page)).to_have_count(4)
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) == 1
    words = " ".join(sheets[0].extract_text().split())
    for name in ("Udvikling af ledelsestalent", "Kilden siger ikke", text("facts.kinds")):
        assert name in words


def test_without_a_script_all_stand_in_one_table(visit: Visit) -> None:
    page = visit(address(*TWO), java_script_enabled=False)
    rows = page.locator(".all-programmes tbody tr")
    expect(rows).to_have_count(len(PROGRAMMES))
    places = rows.first.locator(f"[data-label='{text('facts.places')}']")
    expect(places).to_have_text("20")
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    printed = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
    assert f"{text('facts.places')}: 20" in printed
    assert text("facts.kinds") in printed
    expect(page.locator("[data-choose]")).to_be_hidden()
    expect(visit("/", java_script_enabled=False).locator("[data-compare]").first).to_be_hidden()


def test_one_programme_is_not_compared(visit: Visit, tmp_path: Path) -> None:
    with served(build(write_site(tmp_path, {"alene": PROGRAMME}))) as alone:
        page = visit(alone)
        expect(page.locator("[data-compare], [data-compare-bar]")).to_have_count(0)
        assert visit(f"{alone}/sammenlign/").get_by_role("heading", level=1).inner_text() == text(
            "not-found.title"
        )
