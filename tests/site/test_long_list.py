"""A list of many programmes: in several pages without a script, and found as one with it."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.showing.texts import counted, text
from tests.site.building import build, write_site
from tests.site.conftest import Visit
from tests.site.filtering import (
    chips,
    choose,
    expect_number,
    expect_titles,
    open_filters,
    option,
    query,
    sort,
)
from tests.site.long_list import (
    A_PAGE,
    LATE,
    MENTOR,
    NUMBER,
    PROGRAMMES,
    REGISTER,
    by_name,
    by_time,
    closes,
    deadlines,
    title,
)
from tests.site.long_list import titles as titled
from tests.site.searching import results_for
from tests.site.serving import served
from tests.site.test_accessibility import violations_in_every_form
from tests.site.test_layout import sticking_out, too_small

ALL = range(NUMBER)
REACHABLE = ("deadline", "aaben")
LATE_IN_LIFE = ("field", "sen")
NOW = datetime(2027, 2, 1, 12)


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(
        build(write_site(tmp_path_factory.mktemp("long"), PROGRAMMES, REGISTER))
    ) as address:
        yield f"{address}/programmer/"


@pytest.fixture
def page(visit: Visit, long_list: str) -> Page:
    page = visit(long_list, now=NOW)
    open_filters(page)
    return page


def expect_all(page: Page, numbers: list[int]) -> None:
    """These programmes and no others, a few at a time until all are shown."""
    more = page.get_by_role("button", name=text("catalogue.more"))
    for shown in range(A_PAGE, len(numbers), A_PAGE):
        expect_titles(page, titled(numbers[:shown]))
        more.click()
    expect_titles(page, titled(numbers))
    expect(more).to_be_hidden()


class TestWithoutAScript:
    def test_the_pages_together_are_the_list(self, visit: Visit, long_list: str) -> None:
        page = visit(long_list, java_script_enabled=False)
        links = page.locator("nav.pages a")
        expect(links).to_have_text(["1", "2", "3"])
        for number in range(3):
            links.nth(number).click()
            current = page.locator("nav.pages [aria-current=page]")
            expect(current).to_have_text(str(number + 1))
            expect_titles(page, titled([*ALL][number * A_PAGE : (number + 1) * A_PAGE]))
            expect_number(page, NUMBER)
            expect(
                page.locator("[data-filters], [data-more], [data-chips]").filter(visible=True)
            ).to_have_count(0)
        assert page.url == f"{long_list}side/3/"

    def test_a_card_on_a_later_page_leads_to_its_programme(
        self, visit: Visit, long_list: str
    ) -> None:
        page = visit(f"{long_list}side/3/", java_script_enabled=False)
        page.get_by_role("link", name=title(NUMBER - 1), exact=True).click()
        expect(page.locator("h1")).to_have_text(title(NUMBER - 1))

    def test_a_way_in_has_pages_as_well(self, visit: Visit, long_list: str) -> None:
        way_in = long_list.replace("/programmer/", "/omraade/tidlig/")
        page = visit(way_in, java_script_enabled=False)
        links = page.locator("nav.pages a")
        expect(links).to_have_text(["1", "2", "3"])
        for number in range(3):
            links.nth(number).click()
            expect_titles(page, titled([*range(LATE)][number * A_PAGE : (number + 1) * A_PAGE]))
            expect(page.locator(".count")).to_have_text(counted("catalogue.number", LATE))
        assert page.url == f"{way_in}side/3/"
        page.locator(".breadcrumbs a").last.click()
        assert page.url == way_in


def test_a_later_page_keeps_the_rules(visit: Visit, long_list: str) -> None:
    page = visit(f"{long_list}side/2/")
    expect(page.locator("nav.pages")).to_be_visible()
    assert not violations_in_every_form(page, [375, 1280])
    assert not sticking_out(page) + too_small(page)


def test_a_way_in_leads_to_the_same_as_a_filter(visit: Visit, long_list: str) -> None:
    page = visit(long_list.replace("/programmer/", "/omraade/sen/"))
    page.get_by_role("link", name=text("ways-in.filter")).click()
    expect_number(page, NUMBER - LATE)
    expect(chips(page)).to_have_text(["Sent i livet"])


def test_all_cards_can_be_shown(page: Page) -> None:
    expect(page.locator("nav.pages")).to_have_count(0)
    expect_number(page, NUMBER)
    expect_all(page, [*ALL])
    # Who uses the keyboard goes on from the first of the new ones.
    last = NUMBER - NUMBER % A_PAGE
    expect(page.locator(".card").nth(last).get_by_role("link")).to_be_focused()


def test_a_card_that_is_fetched_is_like_those_that_stand_there(
    page: Page, visit: Visit, long_list: str
) -> None:
    expect_all(page, [*ALL])
    number = next(number for number in ALL if number > A_PAGE and len(deadlines(number)) > 1)
    fetched = page.locator(".card", has_text=title(number))
    on_its_page = visit(f"{long_list}side/{number // A_PAGE + 1}/", now=NOW)
    written = on_its_page.locator(".card", has_text=title(number))
    assert fetched.inner_text() == written.inner_text()
    fetched.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text(title(number))


def test_a_filter_finds_those_on_later_pages(page: Page) -> None:
    choose(page, LATE_IN_LIFE)
    expect_number(page, NUMBER - LATE)
    expect_titles(page, titled([*range(LATE, NUMBER)]))


def test_counts_tell_what_a_further_choice_leaves(page: Page) -> None:
    choose(page, LATE_IN_LIFE)
    late = range(LATE, NUMBER)
    for value, fits in {
        "dag": [number for number in late if by_time(number) <= 1],
        "5dage": [number for number in late if by_time(number) <= 5],
        "mere": [number for number in late if 10 < by_time(number) < float("inf")],
        "ikke-oplyst": [number for number in late if by_time(number) == float("inf")],
    }.items():
        count = option(page, ("time", value)).locator(".choice__count")
        expect(count).to_have_text(str(len(fits)))
        choose(page, ("time", value))
        expect_titles(page, titled(fits))
        option(page, ("time", value)).locator("input").uncheck()
    # Within a facet, a further value adds to the first.
    early = option(page, ("field", "tidlig")).locator(".choice__count")
    expect(early).to_have_text(str(LATE))


def test_by_name_the_danish_letters_come_last(page: Page) -> None:
    sort(page, "name")
    expect_all(page, sorted(ALL, key=by_name))


def test_by_time_the_shortest_comes_first_and_the_unknown_last(page: Page) -> None:
    sort(page, "time")
    expect_all(page, sorted(ALL, key=by_time))


@pytest.mark.parametrize(
    ("now", "ahead"),
    [
        ("2027-02-01", ["1. marts 2027", "1. maj 2027"]),
        ("2027-03-01", ["1. marts 2027", "1. maj 2027"]),
        ("2027-03-02", ["1. maj 2027"]),
        ("2027-06-01", []),
    ],
)
class TestOnTheDayOfTheReader:
    def test_what_can_still_be_reached(
        self, visit: Visit, long_list: str, now: str, ahead: list[str]
    ) -> None:
        page = visit(long_list, now=datetime.fromisoformat(f"{now}T12:00+01:00"))
        open_filters(page)
        choose(page, REACHABLE)
        fits = [n for n in ALL if {*ahead, "løbende"} & set(closes(n))]
        expect_number(page, len(fits))
        expect_all(page, fits)

    def test_what_has_passed_is_no_longer_open(
        self, visit: Visit, long_list: str, now: str, ahead: list[str]
    ) -> None:
        page = visit(long_list, now=datetime.fromisoformat(f"{now}T12:00+01:00"))
        open_filters(page)
        choose(page, ("status", "open"))
        open_ends = {*ahead, "løbende"}
        fits = [n for n in ALL[:LATE] if not deadlines(n) or open_ends & set(deadlines(n))]
        expect_number(page, len(fits))
        expect_all(page, fits)

    def test_the_next_deadline_comes_first(
        self, visit: Visit, long_list: str, now: str, ahead: list[str]
    ) -> None:
        def place(number: int) -> int:
            """Dates ahead in their order, then what is rolling, then the rest."""
            order = [*ahead, "løbende"]
            return min((order.index(d) for d in closes(number) if d in order), default=9)

        page = visit(long_list, now=datetime.fromisoformat(f"{now}T12:00+01:00"))
        open_filters(page)
        sort(page, "deadline")
        expect_all(page, sorted(ALL, key=place))


def test_words_and_filters_together(page: Page) -> None:
    query(page).fill("mentor")
    choose(page, LATE_IN_LIFE)
    sort(page, "name")
    fits = titled(sorted(range(LATE, NUMBER, MENTOR), key=by_name))
    expect_number(page, len(fits))
    expect_titles(page, fits)
    asked = [("q", "mentor"), LATE_IN_LIFE, ("sort", "name")]
    assert parse_qsl(urlsplit(page.url).query) == asked

    page.reload()
    expect(chips(page)).to_have_count(2)
    expect_titles(page, fits)
    expect(query(page)).to_have_value("mentor")
    expect(page.get_by_label(text("catalogue.sort"))).to_have_value("name")
    expect(option(page, LATE_IN_LIFE).locator("input")).to_be_checked()

    chips(page).first.click()
    expect_number(page, NUMBER - LATE)
    expect(query(page)).to_have_value("")
    chips(page).first.click()
    expect_number(page, NUMBER)
    assert parse_qsl(urlsplit(page.url).query) == [("sort", "name")]


def test_a_limit_in_a_query_is_a_filter(visit: Visit, long_list: str) -> None:
    page = visit(long_list.replace("/programmer/", results_for("mentor under 10 dage")))
    page.get_by_role("link", name=text("search.filter-limited")).click()
    page.wait_for_url("**/programmer/?q=mentor&time=10dage")
    fits = [number for number in range(0, NUMBER, MENTOR) if by_time(number) <= 10]
    expect_number(page, len(fits))
    sort(page, "name")
    expect_titles(page, titled(sorted(fits, key=by_name)))


def test_counts_keep_to_the_words(page: Page) -> None:
    query(page).fill("mentor")
    expect_number(page, NUMBER // MENTOR)
    for choice, fits in {LATE_IN_LIFE: 2, ("field", "tidlig"): 10}.items():
        expect(option(page, choice).locator(".choice__count")).to_have_text(str(fits))


def test_words_that_nothing_has(page: Page) -> None:
    query(page).fill("xyzzyx")
    expect_number(page, 0)
    expect_titles(page, [])
    empty = page.locator("[data-empty]")
    expect(empty).to_contain_text(text("catalogue.none-one"))
    page.get_by_role("button", name=text("catalogue.clear")).click()
    expect(empty).to_be_hidden()
    expect_number(page, NUMBER)
    expect(query(page)).to_have_value("")
