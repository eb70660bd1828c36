"""The comparison of a catalogue so large that its programmes do not all stand on one page."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from generator.showing.texts import counted, text
from tests.site.building import build, write_site
from tests.site.conftest import Visit
from tests.site.filtering import choose, open_filters
from tests.site.long_list import DAYS, NUMBER, PROGRAMMES, REGISTER, title
from tests.site.serving import served
from tests.site.test_accessibility import violations_in_every_form
from tests.site.test_compare import address, bar, box, columns, fact
from tests.site.test_layout import sticking_out, too_small

BLANK = NUMBER - NUMBER % len(DAYS) - len(DAYS)
"""One that tells no time."""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(
        build(write_site(tmp_path_factory.mktemp("many"), PROGRAMMES, REGISTER))
    ) as site_address:
        yield site_address


def pick(page: Page) -> None:
    page.get_by_role("link", name=text("compare.pick-link")).click()


def test_every_programme_can_be_compared(visit: Visit, many: str) -> None:
    page = visit(many)
    for first in range(0, NUMBER, 4):
        numbers = range(first, first + 4)
        page.goto(many + address(*(f"p{number:03}" for number in numbers)))
        expect(columns(page)).to_have_text([title(number) for number in numbers])


def test_facts_of_programmes_that_were_fetched(visit: Visit, many: str) -> None:
    page = visit(many + address(f"p{BLANK:03}", f"p{BLANK + 1:03}"))
    expect(fact(page, "time").locator("td")).to_contain_text([text("facts.unknown"), "2 dage"])
    expect(fact(page, "fields").get_by_role("rowheader")).to_contain_text(text("compare.same"))
    expect(fact(page, "price")).to_have_count(0)
    # On a scale of their own, not on that of the catalogue's longest.
    expect(fact(page, "time").locator(".bar__high")).to_have_attribute("width", "100%")
    columns(page).first.click()
    expect(page.locator("h1")).to_have_text(title(BLANK))


def test_picking_on_the_list_and_going_back_for_more(visit: Visit, many: str) -> None:
    page = visit(f"{many}/sammenlign/")
    expect(page.locator("select, .all-programmes").filter(visible=True)).to_have_count(0)
    pick(page)
    open_filters(page)
    choose(page, ("field", "sen"))
    box(page, "p100").check()
    bar(page).get_by_role("link").click()
    expect(columns(page)).to_have_text([title(100)])
    expect(page.get_by_text(text("compare.one-more"))).to_be_visible()
    pick(page)
    expect(bar(page).get_by_role("link")).to_be_visible()
    box(page, "p003").check()
    bar(page).get_by_role("link").click()
    expect(columns(page)).to_have_text([title(100), title(3)])


def test_an_address_can_name_what_is_not_there(visit: Visit, many: str) -> None:
    page = visit(many + address("findes-ikke", "p007", "æøå"))
    expect(columns(page)).to_have_text([title(7)])
    expect(page.get_by_text(text("compare.missing"))).to_be_visible()


def test_none_that_is_there_is_told(visit: Visit, many: str) -> None:
    page = visit(many + address("findes-ikke"))
    expect(page.get_by_role("status").get_by_text(text("compare.missing"))).to_be_visible()
    expect(page.get_by_text(text("compare.not-loaded"))).to_be_hidden()


def test_what_cannot_be_fetched_is_told(visit: Visit, many: str) -> None:
    """And what can be is shown; the choice is not lost."""
    page = visit(many)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(many + address("p007"))
    expect(columns(page)).to_have_count(1)
    (gone,) = (path for path in asked if "compared-" in path)
    page.route(f"**{gone}*", lambda route: route.abort())
    page.goto(many + address("p007", "p008"))
    expect(page.get_by_role("status").get_by_text(text("compare.not-loaded"))).to_be_visible()
    expect(page.get_by_text(text("compare.missing"))).to_be_hidden()
    expect(columns(page)).to_have_text([title(8)])
    pick(page)
    expect(bar(page)).to_contain_text(counted("compare.chosen", 2))


def test_a_browser_that_has_kept_an_older_index(visit: Visit, many: str) -> None:
    """Several of its files are of another index at once, and it begins anew."""
    page = visit(many)

    def older(route: Route) -> None:
        answer = route.fetch().text()
        route.fulfill(body=re.sub('"[0-9a-f]{12}"', '"000000000000"', answer))

    page.route("**/soeg/data/index.js", older)
    page.goto(many + address("p001", "p005", "p008"))
    expect(columns(page)).to_have_text([title(1), title(5), title(8)])


def test_without_a_script_the_list_is_told_of(visit: Visit, many: str) -> None:
    page = visit(many + address("p007"), java_script_enabled=False)
    assert text("compare.no-script-of-many") in page.locator("noscript").inner_html()
    expect(page.locator("table").filter(visible=True)).to_have_count(0)
    pick(page)
    expect(page.locator("h1")).to_have_text(text("catalogue.title"))


def test_it_keeps_the_rules(visit: Visit, many: str) -> None:
    for programmes in ((), ("p007", "p008", "p009")):
        page = visit(many + address(*programmes))
        expect(columns(page)).to_have_count(len(programmes))
        assert not violations_in_every_form(page, [375, 1280])
        assert not sticking_out(page) + too_small(page)
