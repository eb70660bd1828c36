"""The built folder opened without a server: search, filters and links work as they do with one."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.showing.texts import text
from tests.site.conftest import Visit
from tests.site.filtering import chips, choices, open_filters, titles
from tests.site.pages import PROGRAMMES
from tests.site.searching import box, heading, hits, suggestions


@pytest.fixture
def open_file(visit: Visit, site: Path) -> Visit:
    def open_page(path: str, **options: object) -> Page:
        return visit((site / path).as_uri(), **options)  # type: ignore[arg-type]

    return open_page


def at(page: Page, path: str) -> None:
    """The page is a file, not the list of a folder's files."""
    page.wait_for_url(f"file:///**/site/{path}")


def test_links_lead_to_pages(open_file: Visit) -> None:
    page = open_file("index.html")
    page.locator(".card a").first.click()
    at(page, "programmer/*/index.html")
    page.locator(".breadcrumbs a").last.click()
    at(page, "programmer/index.html")
    page.get_by_role("contentinfo").get_by_role("link", name=text("glossary.title")).click()
    at(page, "ordliste/index.html")
    page.locator(".site-header__name").click()
    at(page, "index.html")


def test_links_within_a_page_stay_there(open_file: Visit) -> None:
    page = open_file(f"programmer/{PROGRAMMES[0]}/index.html")
    page.locator(".contents a").first.click()
    at(page, f"programmer/{PROGRAMMES[0]}/index.html#*")


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("https://example.org/", "https://example.org/"),
        ("https://example.org/sti/?a=b/#c", "https://example.org/sti/?a=b/#c"),
        ("mailto:hr@example.org", "mailto:hr@example.org"),
        ("../om/?a=b/#c", "om/index.html?a=b/#c"),
    ],
)
def test_only_links_to_folders_are_changed(open_file: Visit, address: str, leads_to: str) -> None:
    page = open_file("ordliste/index.html")
    changed: str = page.evaluate(
        """address => {
            const link = document.createElement("a");
            link.href = address;
            document.body.append(link);
            addEventListener("click", event => event.preventDefault());
            link.click();
            return link.href;
        }""",
        address,
    )
    assert changed.endswith(leads_to)
    assert changed.startswith("file:" if address.startswith("..") else leads_to)


def test_suggestions_and_results(open_file: Visit) -> None:
    page = open_file("om/index.html")
    box(page).fill("mentor")
    expect(suggestions(page).first).to_be_visible()
    page.keyboard.press("Enter")
    at(page, "soeg/index.html?q=mentor")
    expect(heading(page)).to_contain_text("»mentor«")
    assert hits(page)
    section = page.locator(".hit__section:visible").first
    section.click()
    at(page, "programmer/*/index.html#*")


def test_a_suggestion_opens_its_page(open_file: Visit) -> None:
    page = open_file("index.html")
    box(page).fill("mentor")
    suggestions(page).first.click()
    at(page, "programmer/*/index.html")


def test_the_front_page_asks_too(open_file: Visit) -> None:
    page = open_file("index.html")
    page.get_by_label(text("front.search")).fill("mentor")
    page.get_by_label(text("front.search")).press("Enter")
    at(page, "soeg/index.html?q=mentor")
    assert hits(page)


def test_a_new_query_on_the_page_of_results(open_file: Visit) -> None:
    page = open_file("soeg/index.html")
    box(page).fill("mentor")
    box(page).press("Enter")
    expect(heading(page)).to_contain_text("»mentor«")
    found = hits(page)
    box(page).fill("xyzzyx")
    box(page).press("Enter")
    expect(heading(page)).to_contain_text("»xyzzyx«")
    page.go_back()
    expect(heading(page)).to_contain_text("»mentor«")
    assert hits(page) == found


def test_filters_keep_their_choice_in_the_address(open_file: Visit) -> None:
    page = open_file("programmer/index.html")
    open_filters(page)
    choices(page).first.check()
    expect(chips(page)).to_have_count(1)
    left = titles(page)
    page.reload()
    expect(chips(page)).to_have_count(1)
    assert titles(page) == left
    page.get_by_role("button", name=text("catalogue.clear")).click()
    expect(page.locator(".card")).to_have_count(len(PROGRAMMES))
    at(page, "programmer/index.html")
