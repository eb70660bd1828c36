"""Using the filters of the catalogue, whatever programmes it has."""

from playwright.sync_api import Locator, Page, expect

from generator.showing.texts import counted, text

Choice = tuple[str, str]
"""A facet and one of its values."""


def open_filters(page: Page) -> None:
    """All that can be chosen: on a phone it stands behind a button, and some facets are closed."""
    expect(page.locator("[data-filters]")).to_be_visible()
    if page.locator("[data-filters] > summary").is_visible():
        page.locator("[data-filters] > summary").click()
    page.locator(".facet").evaluate_all("facets => facets.forEach(facet => facet.open = true)")


def choices(page: Page) -> Locator:
    return page.locator("[data-filters] [type=checkbox]")


def option(page: Page, choice: Choice) -> Locator:
    """A value with its name and its number."""
    name, value = choice
    return page.locator(".choice", has=page.locator(f"[name='{name}'][value='{value}']"))


def choose(page: Page, *wanted: Choice) -> None:
    for choice in wanted:
        option(page, choice).locator("input").check()


def query(page: Page) -> Locator:
    return page.get_by_role("searchbox", name=text("catalogue.query"))


def sort(page: Page, order: str) -> None:
    page.get_by_label(text("catalogue.sort")).select_option(order)


def chips(page: Page | Locator) -> Locator:
    return page.locator(".chip")


def expect_titles(page: Page, titles: list[str]) -> None:
    """The cards that show, in their order."""
    expect(page.locator(".card h3:visible")).to_have_text(titles)


def titles(page: Page) -> list[str]:
    return page.locator(".card h3:visible").all_inner_texts()


def expect_number(page: Page, number: int) -> None:
    """How many programmes the heading tells of."""
    expect(page.locator("[data-count]")).to_have_text(counted("catalogue.number", number))


def choose_until_nothing_is_left(page: Page) -> None:
    """Choose one filter, and one that no programme meets together with it."""
    total = page.locator("[data-count]").inner_text()
    counted_now = page.locator(".choice").filter(has_not=_with_none(page))
    some = [choice.locator("input") for choice in counted_now.all()]
    values = [choice.get_attribute("value") for choice in some]
    for value in values:
        choice = page.locator(f'.choice input[value="{value}"]').first
        choice.check()
        expect(chips(page)).to_have_count(1)
        hopeless = page.locator(".choice", has=_with_none(page)).locator("input")
        left = [box for box in hopeless.all() if box.get_attribute("value") in values]
        if left:
            left[0].check()
            expect_number(page, 0)
            return
        choice.uncheck()
        expect(page.locator("[data-count]")).to_have_text(total)
        expect(chips(page)).to_have_count(0)
    raise AssertionError("every two filters have a programme in common")


def _with_none(page: Page) -> Locator:
    return page.locator(".choice__count").get_by_text("0", exact=True)
