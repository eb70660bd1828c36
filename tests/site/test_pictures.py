"""What is drawn is what is written: the same words, and places that hold against each other."""

import pytest
from playwright.sync_api import Locator, expect

from tests.site.conftest import Visit

TALENT = "/programmer/htk-talent/"
WIDTHS = pytest.mark.parametrize("width", [375, 1280])

# Where each shape begins and ends, as parts of the line that it stands on.
PLACES = """svg => {
    const whole = svg.getBoundingClientRect().width;
    return [...svg.querySelectorAll("rect, circle")]
        .map(shape => shape.getBBox())
        .map(({x, width}) => [x / whole, (x + width) / whole]);
}"""


def places(picture: Locator) -> list[list[float]]:
    found: list[list[float]] = picture.evaluate(PLACES)
    return found


@WIDTHS
def test_bars_say_what_the_table_says(visit: Visit, width: int) -> None:
    section = visit(TALENT, width=width).locator(".section--tid")
    written = [
        f"{activity.locator('th').inner_text()}: {activity.locator('td').first.inner_text()}"
        for activity in section.locator("tbody").all()
    ]
    drawn = [bar.get_attribute("aria-label") for bar in section.get_by_role("img").all()]
    assert drawn == written
    assert "Praktik: 2–3\N{NO-BREAK SPACE}dage" in drawn


@WIDTHS
def test_bars_are_as_long_as_the_time(visit: Visit, width: int) -> None:
    """On a scale to the longest, which takes 12 days."""
    section = visit(TALENT, width=width).locator(".section--tid")
    for name, low, high in (("Fælles", 12, 12), ("Praktik", 2, 3), ("Mentor", 3 / 7.4, 5 / 7.4)):
        outlined, filled = places(section.get_by_role("img", name=name))
        assert filled == pytest.approx([0, low / 12], abs=0.002)
        assert outlined == pytest.approx([0, high / 12], abs=0.002)


@WIDTHS
def test_dates_stand_where_they_fall_in_any_year(visit: Visit, width: int) -> None:
    """It begins with the deadline's month, so that the January of the course is the one after."""
    section = visit(TALENT, width=width).locator(".section--datoer")
    (january,) = places(section.get_by_role("img", name="Praktik: januar"))
    assert january == pytest.approx([306 / 366, 337 / 366], abs=0.002)
    ((begins, ends),) = places(section.get_by_role("img", name="Frist"))
    assert begins < 0.5 / 366 < ends
    # What is told by a phrase alone has no place.
    assert section.get_by_role("img").count() == 4
    assert "mellem samlingerne" in section.inner_text()


def test_on_paper_the_table_and_the_list_tell_it(visit: Visit) -> None:
    page = visit(TALENT)
    page.emulate_media(media="print")
    for picture in (".bars", ".strips"):
        expect(page.locator(picture)).to_be_hidden()
    for told in (".time-table", ".timeline"):
        expect(page.locator(told).first).to_be_visible()
