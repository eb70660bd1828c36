"""The filters of the catalogue: what they leave, what they say, and what the address keeps."""

from datetime import date, datetime
from itertools import combinations, groupby
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.model.catalogue import Catalogue
from generator.reading.catalogue import read_catalogue
from generator.showing.facets import closing_days, values
from generator.showing.texts import text
from tests.site.building import PROGRAMME, build, write_site
from tests.site.conftest import Visit
from tests.site.filtering import (
    Choice,
    chips,
    choices,
    choose,
    choose_until_nothing_is_left,
    expect_number,
    expect_titles,
    open_filters,
    option,
    query,
    sort,
    titles,
)
from tests.site.pages import PROGRAMMES, ROOT
from tests.site.searching import hits, results_for
from tests.site.serving import served

NOW = datetime(2026, 12, 1, 12)


@pytest.fixture(scope="module")
def described() -> Catalogue:
    catalogue = read_catalogue(ROOT / "programmes.yaml").catalogue
    assert catalogue
    return catalogue


@pytest.fixture
def catalogue(visit: Visit) -> Page:
    page = visit("/programmer/", now=NOW)
    open_filters(page)
    return page


def all_choices(page: Page) -> list[Choice]:
    found: list[list[str]] = choices(page).evaluate_all("all => all.map(e => [e.name, e.value])")
    return [(name, value) for name, value in found]


def expected(described: Catalogue, *wanted: Choice) -> list[str]:
    """Titles that fit: of each facet one of its chosen values, worked out from the descriptions."""
    facets = groupby(sorted(wanted), key=lambda choice: choice[0])
    chosen = {facet: {value for _, value in group} for facet, group in facets}
    found = []
    for programme in described.programmes.values():
        has = {facet: set(all) for facet, all in values(programme, described.register).items()}
        if not any(day >= date.isoformat(NOW) for day in closing_days(programme)):
            has["deadline"].discard("aaben")
        if all(has[facet] & wanted for facet, wanted in chosen.items()):
            found.append(programme.title)
    return found


def test_at_first_everything_is_shown(catalogue: Page, described: Catalogue) -> None:
    expect_titles(catalogue, expected(described))
    expect_number(catalogue, len(PROGRAMMES))
    expect(chips(catalogue)).to_have_count(0)


def test_each_filter_leaves_as_many_as_it_says(catalogue: Page, described: Catalogue) -> None:
    found = all_choices(catalogue)
    assert len({name for name, _ in found}) > 4
    for choice in found:
        choose(catalogue, choice)
        fit = expected(described, choice)
        expect_number(catalogue, len(fit))
        expect_titles(catalogue, fit)
        expect(option(catalogue, choice).locator(".choice__count")).to_have_text(str(len(fit)))
        option(catalogue, choice).locator("input").uncheck()


def test_within_a_facet_one_is_enough(catalogue: Page, described: Catalogue) -> None:
    one, other = next(
        (one, other)
        for one, other in combinations(all_choices(catalogue), 2)
        if one[0] == other[0] and expected(described, one) != expected(described, other)
    )
    choose(catalogue, one, other)
    expect_titles(catalogue, expected(described, one, other))


def test_every_facet_must_be_met(catalogue: Page, described: Catalogue) -> None:
    one, *others = all_choices(catalogue)
    other = next(choice for choice in others if choice[0] != one[0])
    choose(catalogue, one, other)
    expect_titles(catalogue, expected(described, one, other))


def test_address_keeps_the_choice(catalogue: Page, visit: Visit) -> None:
    chosen = [all_choices(catalogue)[0], all_choices(catalogue)[-1]]
    choose(catalogue, *chosen)
    expect(chips(catalogue)).to_have_count(2)
    left = titles(catalogue)
    assert parse_qsl(urlsplit(catalogue.url).query) == chosen

    catalogue.reload()
    expect(chips(catalogue)).to_have_count(2)
    expect_titles(catalogue, left)
    # A facet that is closed at first is open when something in it is chosen.
    for choice in chosen:
        expect(option(catalogue, choice).locator("input")).to_be_visible()
    somebody_else = visit(catalogue.url, now=NOW)
    expect(chips(somebody_else)).to_have_count(2)
    expect_titles(somebody_else, left)


def test_what_an_address_says_of_no_filter_is_ignored(visit: Visit) -> None:
    page = visit("/programmer/?ukendt=1&sort=findes-ikke&q=")
    open_filters(page)
    expect_number(page, len(PROGRAMMES))
    expect(chips(page)).to_have_count(0)
    expect(page.get_by_label(text("catalogue.sort"))).to_have_value("")


def test_a_value_that_no_programme_has_any_more_is_not_dropped(visit: Visit) -> None:
    page = visit("/programmer/?audience=findes-ikke")
    expect_number(page, 0)
    expect(chips(page)).to_have_text(["findes-ikke"])
    chips(page).click()
    expect_number(page, len(PROGRAMMES))


def test_chips_are_taken_off_one_by_one_or_all_at_once(
    catalogue: Page, described: Catalogue
) -> None:
    chosen = all_choices(catalogue)[:3]
    choose(catalogue, *chosen)
    expect(chips(catalogue)).to_have_count(3)
    chips(catalogue).first.click()
    expect(chips(catalogue)).to_have_count(2)
    expect_titles(catalogue, expected(described, *chosen[1:]))

    catalogue.get_by_role("button", name=text("catalogue.clear")).click()
    expect(chips(catalogue)).to_have_count(0)
    expect_number(catalogue, len(PROGRAMMES))
    assert urlsplit(catalogue.url).query == ""


def test_words_are_a_filter_too(catalogue: Page, visit: Visit, described: Catalogue) -> None:
    query(catalogue).fill("mentor")
    expect(chips(catalogue)).to_have_text([text("catalogue.chosen-query", query="mentor")])
    results = visit(results_for("mentor"))
    found = [described.programmes[id].title for id in hits(results) if id in PROGRAMMES]
    assert 0 < len(found) < len(PROGRAMMES)
    expect_titles(catalogue, found)
    chips(catalogue).click()
    expect_number(catalogue, len(PROGRAMMES))
    expect(query(catalogue)).to_have_value("")


@pytest.mark.parametrize("words", ["mento", "kant"])
def test_half_a_word_leaves_the_same_after_reloading(
    visit: Visit, searched: str, words: str
) -> None:
    """The more so where half a word is a whole one too."""
    page = visit(f"{searched}/programmer/")
    open_filters(page)
    query(page).fill(words)
    expect(chips(page)).to_have_count(1)
    left = titles(page)
    page.reload()
    expect(chips(page)).to_have_count(1)
    expect_titles(page, left)


def test_the_order_of_a_query_is_that_of_its_answers(catalogue: Page) -> None:
    first = catalogue.get_by_label(text("catalogue.sort")).locator("option").first
    expect(first).to_have_text(text("catalogue.sort-default"))
    query(catalogue).fill("mentor")
    expect(first).to_have_text(text("catalogue.sort-best"))
    query(catalogue).fill("")
    expect(first).to_have_text(text("catalogue.sort-default"))


def test_sorting_by_name_leaves_all(catalogue: Page, described: Catalogue) -> None:
    sort(catalogue, "name")
    expect_titles(catalogue, sorted(expected(described), key=str.lower))
    assert parse_qsl(urlsplit(catalogue.url).query) == [("sort", "name")]
    expect(chips(catalogue)).to_have_count(0)


def test_empty_list_says_which_filters_to_loosen(catalogue: Page) -> None:
    choose_until_nothing_is_left(catalogue)
    empty = catalogue.locator("[data-empty]")
    expect(empty).to_be_visible()
    expect(empty).to_contain_text(text("catalogue.none-two"))
    expect(chips(empty)).to_have_count(2)
    expect_titles(catalogue, [])
    expect(chips(catalogue)).to_have_count(2)
    chips(catalogue).first.click()
    expect(empty).to_be_hidden()
    assert titles(catalogue)


def test_number_on_the_phones_button(visit: Visit) -> None:
    page = visit("/programmer/", width=375)
    button = page.locator("[data-filters] > summary")
    expect(button).to_be_visible()
    expect(choices(page).first).to_be_hidden()
    open_filters(page)
    choose(page, all_choices(page)[0])
    expect(button).to_have_text(f"{text('catalogue.filter')} (1)")


def test_without_a_script_the_list_is_whole(visit: Visit, described: Catalogue) -> None:
    page = visit("/programmer/", java_script_enabled=False)
    expect_titles(page, expected(described))
    for dead in ("[data-filters]", "[data-chips]", "[data-empty]", "[data-more]"):
        expect(page.locator(dead)).to_be_hidden()


def test_programmes_that_are_alike_are_still_found_by_words(visit: Visit, tmp_path: Path) -> None:
    """No facet tells them apart, but the link from the results promises filters."""
    alike = {id: {**PROGRAMME, "title": f"Et {id} forløb"} for id in ("kort", "langt")}
    with served(build(write_site(tmp_path, alike))) as address:
        page = visit(f"{address}/programmer/?q=langt")
        expect_titles(page, ["Et langt forløb"])
        expect(query(page)).to_have_value("langt")
