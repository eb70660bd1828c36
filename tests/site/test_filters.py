"""The filters of the catalogue: what they leave, what they say, and what the address keeps."""

from itertools import groupby
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Visit
from tests.site.filtering import cards, choices, choose_until_nothing_is_left, open_filters
from tests.site.pages import PROGRAMMES

Choice = tuple[str, str]


def all_choices(page: Page) -> list[Choice]:
    found: list[list[str]] = choices(page).evaluate_all("all => all.map(e => [e.name, e.value])")
    return [(name, value) for name, value in found]


def choose(page: Page, *wanted: Choice) -> None:
    for name, value in wanted:
        page.locator(f"[data-filters] input[name='{name}'][value='{value}']").check()


def expected(page: Page, *wanted: Choice) -> list[str]:
    """Titles that fit: of each facet one of its chosen values, worked out apart from the page."""
    return [
        card["title"]
        for card in cards(page)
        if all(
            any(value in card[name].split() for _, value in values)
            for name, values in groupby(sorted(wanted), key=lambda choice: choice[0])
        )
    ]


def shown(page: Page) -> list[str]:
    return [card["title"] for card in cards(page) if card["shows"]]


def heading(number: int) -> str:
    return "1 program" if number == 1 else f"{number} programmer"


@pytest.fixture
def catalogue(visit: Visit) -> Page:
    page = visit("/programmer/")
    open_filters(page)
    return page


def test_at_first_everything_is_shown(catalogue: Page) -> None:
    assert len(shown(catalogue)) == len(PROGRAMMES)
    expect(catalogue.locator("[data-count]")).to_have_text(heading(len(PROGRAMMES)))
    expect(catalogue.locator(".chip")).to_have_count(0)


def test_each_filter_leaves_as_many_as_it_says(catalogue: Page) -> None:
    for choice in all_choices(catalogue):
        choose(catalogue, choice)
        titles = shown(catalogue)
        assert titles == expected(catalogue, choice)
        box = catalogue.locator(f"[name='{choice[0]}'][value='{choice[1]}']")
        count = catalogue.locator(".choice", has=box).locator(".choice__count")
        expect(count).to_have_text(str(len(titles)))
        expect(catalogue.locator("[data-count]")).to_have_text(heading(len(titles)))
        box.uncheck()


def test_within_a_facet_one_is_enough(catalogue: Page) -> None:
    name, _ = all_choices(catalogue)[0]
    both = [choice for choice in all_choices(catalogue) if choice[0] == name][:2]
    choose(catalogue, *both)
    assert shown(catalogue) == expected(catalogue, *both)
    assert set(shown(catalogue)) >= set(expected(catalogue, both[0]))


def test_every_facet_must_be_met(catalogue: Page) -> None:
    choices = all_choices(catalogue)
    one = choices[0]
    other = next(choice for choice in choices if choice[0] != one[0])
    choose(catalogue, one, other)
    assert shown(catalogue) == expected(catalogue, one, other)
    assert set(shown(catalogue)) <= set(expected(catalogue, one))


def test_address_keeps_the_choice(catalogue: Page, visit: Visit) -> None:
    chosen = [all_choices(catalogue)[0], all_choices(catalogue)[-1]]
    choose(catalogue, *chosen)
    titles = shown(catalogue)
    assert parse_qsl(urlsplit(catalogue.url).query) == chosen

    catalogue.reload()
    assert shown(catalogue) == titles
    expect(catalogue.locator(".chip")).to_have_count(2)
    somebody_else = visit(catalogue.url)
    assert shown(somebody_else) == titles


def test_unknown_filters_in_an_address_are_ignored(visit: Visit) -> None:
    page = visit("/programmer/?audience=findes-ikke&ukendt=1")
    assert len(shown(page)) == len(PROGRAMMES)


def test_chips_are_taken_off_one_by_one_or_all_at_once(catalogue: Page) -> None:
    chosen = all_choices(catalogue)[:3]
    choose(catalogue, *chosen)
    expect(catalogue.locator(".chip")).to_have_count(3)
    catalogue.locator(".chip").first.click()
    expect(catalogue.locator(".chip")).to_have_count(2)
    assert shown(catalogue) == expected(catalogue, *chosen[1:])

    catalogue.get_by_role("button", name="Ryd alle filtre").click()
    expect(catalogue.locator(".chip")).to_have_count(0)
    assert len(shown(catalogue)) == len(PROGRAMMES)
    assert urlsplit(catalogue.url).query == ""


def test_empty_list_says_which_filters_to_loosen(catalogue: Page) -> None:
    choose_until_nothing_is_left(catalogue)
    empty = catalogue.locator("[data-empty]")
    expect(empty).to_be_visible()
    expect(empty).to_contain_text("Ingen programmer passer til de 2 filtre")
    expect(catalogue.locator("[data-count]")).to_have_text(heading(0))
    expect(catalogue.locator(".chip")).to_have_count(2)
    catalogue.locator(".chip").first.click()
    expect(empty).to_be_hidden()
    assert shown(catalogue)


def test_number_on_the_phones_button(visit: Visit) -> None:
    page = visit("/programmer/", width=375)
    button = page.locator("[data-filters] summary")
    expect(choices(page).first).to_be_hidden()
    open_filters(page)
    choose(page, all_choices(page)[0])
    expect(button).to_have_text("Filtrér (1)")


def test_without_a_script_the_list_is_whole(visit: Visit) -> None:
    page = visit("/programmer/", java_script_enabled=False)
    expect(page.locator(".card")).to_have_count(len(PROGRAMMES))
    assert all(card.is_visible() for card in page.locator(".card").all())
    for dead in ("[data-filters]", "[data-chips]", "[data-empty]"):
        expect(page.locator(dead)).to_be_hidden()
