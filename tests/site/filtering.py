"""Using the filters of the catalogue, whatever programmes it has."""

from playwright.sync_api import Locator, Page


def open_filters(page: Page) -> None:
    """On a phone they stand behind a button."""
    if page.locator("[data-filters] summary").is_visible():
        page.locator("[data-filters] summary").click()


def choices(page: Page) -> Locator:
    return page.locator("[data-filters] input")


def choose_until_nothing_is_left(page: Page) -> None:
    """Choose one filter, and one that no programme meets together with it."""
    for choice in choices(page).all():
        choice.check()
        hopeless = page.locator(".choice", has=page.get_by_text("0", exact=True)).locator("input")
        if hopeless.count():
            hopeless.first.check()
            return
        choice.uncheck()
    raise AssertionError("every two filters have a programme in common")


def cards(page: Page) -> list[dict[str, str]]:
    """Each card's title, whether it shows, and the values that it is filtered by."""
    found: list[dict[str, str]] = page.locator(".card").evaluate_all(
        """cards => cards.map(card => ({
            title: card.querySelector("h3").textContent,
            shows: card.checkVisibility() ? "yes" : "",
            ...card.dataset,
        }))"""
    )
    return found
