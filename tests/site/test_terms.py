"""An abbreviation is explained where it stands: by mouse, keyboard and finger, without a script."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.conftest import Visit
from tests.site.pages import PROGRAMME_PAGES
from tests.site.test_accessibility import violations_in_every_form
from tests.site.test_layout import sticking_out

PATH = PROGRAMME_PAGES["buf-talent"]
WORD, MEANING = "MBTI", "Myers-Briggs Type Indicator"


def button(page: Page) -> Locator:
    return page.get_by_role("button", name=WORD, exact=True)


def meaning(page: Page) -> Locator:
    return page.locator("[popover]", has_text=MEANING)


@pytest.mark.parametrize("with_script", [True, False])
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_by_keyboard(visit: Visit, key: str, with_script: bool) -> None:
    page = visit(PATH, java_script_enabled=with_script)
    expect(meaning(page)).to_be_hidden()
    button(page).focus()
    page.keyboard.press(key)
    expect(meaning(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning(page)).to_be_hidden()
    expect(button(page)).to_be_focused()


@pytest.mark.parametrize("with_script", [True, False])
def test_by_finger_on_a_phone(visit: Visit, with_script: bool) -> None:
    page = visit(PATH, width=375, has_touch=True, java_script_enabled=with_script)
    button(page).tap()
    expect(meaning(page)).to_be_in_viewport(ratio=1)
    page.locator("h1").tap()
    expect(meaning(page)).to_be_hidden()


def test_by_mouse_at_the_foot_of_the_window(visit: Visit) -> None:
    """Where there is no room below the word, there is above."""
    page = visit(PATH)
    button(page).evaluate("word => word.scrollIntoView({block: 'end'})")
    button(page).click()
    expect(meaning(page)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [375, 1280])
def test_keeps_the_rules_while_it_is_shown(visit: Visit, width: int) -> None:
    page = visit(PATH, width=width)
    button(page).click()
    assert not violations_in_every_form(page, [width])
    assert not sticking_out(page)


@pytest.mark.parametrize("path", PROGRAMME_PAGES.values(), ids=PROGRAMME_PAGES)
def test_each_word_is_explained_once(visit: Visit, path: str) -> None:
    words = visit(path).locator("button.term").all_inner_texts()
    assert len(words) == len(set(words))


def test_it_is_no_part_of_what_is_printed(visit: Visit) -> None:
    page = visit(PATH)
    page.emulate_media(media="print")
    expect(meaning(page)).to_be_hidden()
    assert button(page).evaluate("word => getComputedStyle(word).textDecorationLine") == "none"
