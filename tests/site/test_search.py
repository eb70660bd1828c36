"""Search finds programmes, and speaks Danish."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Visit

RESULTS = ".md-search-result__link"
OUTCOME = ".md-search-result__meta"


@pytest.fixture
def search(visit: Visit) -> Page:
    page = visit("/om/")
    page.locator(".site-search").click()
    return page


def test_the_first_result_leads_to_a_programme(search: Page) -> None:
    expect(search.locator(OUTCOME)).to_have_text("Skriv for at søge")
    search.keyboard.type("mentor")
    expect(search.locator(OUTCOME)).to_contain_text("passer")
    search.locator(RESULTS).first.click()
    search.wait_for_url("**/programmer/*/**")
    assert "mentor" in search.locator("main").inner_text().lower()


@pytest.mark.parametrize("words", ["MENTOR", "mento"])
def test_case_and_the_end_of_a_word_do_not_matter(search: Page, words: str) -> None:
    search.keyboard.type(words)
    search.locator(RESULTS).first.wait_for()


def test_nothing_found_is_said_in_danish(search: Page) -> None:
    search.keyboard.type("xyzzyx")
    expect(search.locator(OUTCOME)).to_have_text("Ingen sider passer")


def test_without_a_script_no_dead_search_is_shown(visit: Visit) -> None:
    page = visit("/", java_script_enabled=False)
    for dead in page.locator("[data-open-search]").all():
        expect(dead).to_be_hidden()
