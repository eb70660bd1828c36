"""Suggestions while one types: a combobox for eyes, ears, keyboard and mouse."""

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.showing.texts import text
from tests.site.conftest import Visit
from tests.site.filtering import query
from tests.site.searching import RESULTS, box, held, hits, suggestions


@pytest.fixture
def page(visit: Visit, searched: str) -> Page:
    return visit(searched + "/om/")


def status(page: Page) -> Locator:
    return page.get_by_role("search").get_by_role("status")


def expect_closed(page: Page) -> None:
    expect(suggestions(page)).to_have_count(0)
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    assert box(page).get_attribute("aria-activedescendant") is None


def expect_active(page: Page, place: int | None) -> None:
    """The suggestion that is chosen by the arrows, for eyes and ears alike."""
    for number, option in enumerate(suggestions(page).all()):
        is_active = number == place
        expect(option).to_have_attribute("aria-selected", "true" if is_active else "false")
    if place is None:
        assert box(page).get_attribute("aria-activedescendant") is None
    else:
        id = suggestions(page).nth(place).get_attribute("id")
        assert id
        expect(box(page)).to_have_attribute("aria-activedescendant", id)


def type_mentor(page: Page) -> None:
    box(page).focus()
    page.keyboard.type("mentor")
    expect(suggestions(page)).to_have_count(2)


def test_at_first_nothing_is_suggested(page: Page) -> None:
    expect_closed(page)
    box(page).focus()
    page.keyboard.type("  ")
    expect_closed(page)
    expect(box(page)).to_have_attribute("aria-autocomplete", "list")
    list_id = page.get_by_role("listbox", include_hidden=True).get_attribute("id")
    assert list_id
    expect(box(page)).to_have_attribute("aria-controls", list_id)


def test_typing_suggests_and_tells_how_many(page: Page) -> None:
    type_mentor(page)
    expect(suggestions(page)).to_have_text([r"Bliv mentor", r"Svære samtaler"])
    expect(suggestions(page).first.locator("mark").last).to_have_text("mentor")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    expect(status(page)).to_have_text(text("search.suggestions-many", number=2))
    expect_active(page, None)


def test_half_a_word_is_enough(page: Page) -> None:
    for words, title in {
        "ment": "Bliv mentor",
        "skærmb": "Skærmbesøg hos borgere",
        "KONFL": "Konflikthåndtering",
        "den grundlæggende leder": "Den Grundlæggende Lederuddannelse",
    }.items():
        box(page).fill(words)
        expect(suggestions(page).first).to_contain_text(title)


def test_one_and_none_are_told(page: Page) -> None:
    box(page).fill("kiggetime")
    expect(status(page)).to_have_text(text("search.suggestions-one", number=1))
    expect(status(page)).to_contain_class("visually-hidden")
    box(page).fill("xyzzyx")
    expect(status(page)).to_have_text(text("search.suggestions-none"))
    expect(status(page)).not_to_contain_class("visually-hidden")
    expect_closed(page)
    box(page).fill("")
    expect(status(page)).to_have_text("")


def test_many_are_cut_short(page: Page) -> None:
    box(page).fill("førstehjælp")
    expect(suggestions(page)).to_have_count(6)


def test_the_arrows_choose_and_enter_opens(page: Page) -> None:
    type_mentor(page)
    for key, place in [
        ("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", None),
        ("ArrowUp", 1), ("ArrowDown", None), ("ArrowDown", 0),
    ]:  # fmt: skip
        page.keyboard.press(key)
        expect_active(page, place)
        expect(box(page)).to_be_focused()
        expect(box(page)).to_have_value("mentor")
    page.keyboard.press("Enter")
    page.wait_for_url("**/programmer/mentor/")
    expect(page.locator("h1")).to_have_text("Bliv mentor")


def test_typing_on_forgets_what_was_chosen(page: Page) -> None:
    type_mentor(page)
    page.keyboard.press("ArrowDown")
    expect_active(page, 0)
    page.keyboard.type(" kollega")
    expect(box(page)).not_to_have_attribute("aria-activedescendant", "soegeforslag-0")
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg/?q=mentor+kollega")


def test_enter_leads_to_all_results(page: Page) -> None:
    type_mentor(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg/?q=mentor")
    assert hits(page) == ["mentor", "samtaler"]
    expect_closed(page)


def test_the_button_leads_to_all_results(page: Page) -> None:
    box(page).fill("mentor")
    page.get_by_role("search").get_by_role("button", name=text("search.button")).click()
    page.wait_for_url("**/soeg/?q=mentor")


def test_escape_closes_and_then_clears(page: Page) -> None:
    type_mentor(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect_closed(page)
    expect(box(page)).to_have_value("mentor")
    expect(box(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(suggestions(page)).to_have_count(2)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")
    expect_closed(page)
    expect(status(page)).to_have_text("")


def test_escape_stops_what_is_on_its_way(page: Page) -> None:
    with held(page, "mentor"):
        box(page).fill("mentor")
        page.keyboard.press("Escape")
    expect_closed(page)


def test_leaving_the_box_closes(page: Page) -> None:
    type_mentor(page)
    page.keyboard.press("Tab")
    expect(box(page)).not_to_be_focused()
    expect_closed(page)


def test_what_comes_after_leaving_stays_closed(page: Page) -> None:
    with held(page, "mentor"):
        box(page).fill("mentor")
        page.keyboard.press("Tab")
    expect_closed(page)


def test_later_suggestions_are_not_replaced_by_earlier_ones(page: Page) -> None:
    with held(page, "mentor"):
        box(page).fill("mentor")
        box(page).fill("breve")
        expect(suggestions(page)).to_have_text(["Skriv korte breve"])
    expect(suggestions(page)).to_have_text(["Skriv korte breve"])
    expect(status(page)).to_have_text(text("search.suggestions-one", number=1))


def test_a_click_opens_the_page(page: Page) -> None:
    type_mentor(page)
    suggestions(page).nth(1).click()
    page.wait_for_url("**/programmer/samtaler/")


def test_a_press_that_is_no_click_keeps_the_focus(page: Page) -> None:
    type_mentor(page)
    suggestions(page).first.hover()
    page.mouse.down()
    expect(box(page)).to_be_focused()
    expect(suggestions(page)).to_have_count(2)
    page.mouse.move(5, 700)
    page.mouse.up()
    expect(page.locator("h1")).to_have_text("Om kataloget")


class TestSlash:
    """A slash leads to the box, unless it is being written."""

    def test_it_leads_to_the_box(self, page: Page) -> None:
        page.keyboard.press("/")
        expect(box(page)).to_be_focused()
        expect(box(page)).to_have_value("")

    def test_what_stands_there_is_replaced(self, page: Page) -> None:
        box(page).fill("mentor")
        page.keyboard.press("Tab")
        page.keyboard.press("/")
        page.keyboard.type("breve")
        expect(box(page)).to_have_value("breve")

    def test_it_can_be_written(self, visit: Visit, searched: str) -> None:
        page = visit(searched + "/programmer/")
        query(page).focus()
        page.keyboard.type("1/2")
        expect(query(page)).to_have_value("1/2")
        box(page).focus()
        page.keyboard.type("3/4")
        expect(box(page)).to_have_value("3/4")
        page.get_by_role("combobox", name=text("catalogue.sort")).focus()
        page.keyboard.press("/")
        expect(page.get_by_role("combobox", name=text("catalogue.sort"))).to_be_focused()

    def test_it_can_be_switched_off_for_good(self, visit: Visit, searched: str) -> None:
        page = visit(searched + RESULTS)
        wish = page.get_by_label(text("search.shortcut"))
        expect(wish).to_be_checked()
        wish.uncheck()
        page.reload()
        expect(wish).not_to_be_checked()
        page.keyboard.press("/")
        expect(box(page)).not_to_be_focused()
        wish.check()
        page.keyboard.press("/")
        expect(box(page)).to_be_focused()

    def test_it_leaves_the_browsers_own_keys_alone(self, page: Page) -> None:
        for key in ("Control+/", "Alt+/", "Meta+/"):
            page.keyboard.press(key)
            expect(box(page)).not_to_be_focused()
