"""What lies ahead and what has passed, over all programmes, on the day somebody reads."""

from collections.abc import Iterator
from datetime import datetime
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.model.points import MONTHS
from generator.showing.texts import text
from tests.site.building import PROGRAMME, build, write_site
from tests.site.conftest import Visit
from tests.site.serving import served
from tests.site.test_accessibility import violations_in_every_form
from tests.site.test_layout import sticking_out_at, too_small
from tests.support.calendars import programmes_in
from tests.support.cases import CASES

MIXED = {
    id: {**PROGRAMME, **programme}
    for id, programme in programmes_in(CASES / "calendars" / "mixed.yaml").items()
}
DATED = 13
"""Things in them that can be placed in time."""
AHEAD = "[data-calendar] > [data-month] .happening"
PAST = "[data-past] .happening"

DAYS = [
    ("2027-02-28T12:00+01:00", 1),
    ("2027-03-01T00:01+01:00", 1),
    ("2027-03-01T23:59+01:00", 1),
    ("2027-03-02T00:01+01:00", 3),  # two deadlines of 1 March, while that of "March" lies ahead
    ("2027-04-01T00:01+02:00", 4),
    ("2027-04-27T23:59+02:00", 6),  # the second day of the kick-off
    ("2027-05-01T00:01+02:00", 8),
]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(build(write_site(tmp_path_factory.mktemp("mixed"), MIXED))) as address:
        yield address


@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "America/New_York"])
@pytest.mark.parametrize(("now", "passed"), DAYS)
def test_what_has_passed_moves_out_of_the_way(
    visit: Visit, mixed: str, zone: str, now: str, passed: int
) -> None:
    page = visit(f"{mixed}/kalender/", now=datetime.fromisoformat(now), timezone_id=zone)
    expect(page.locator(PAST)).to_have_count(passed)
    expect(page.locator(AHEAD)).to_have_count(DATED - passed)
    expect(page.locator(PAST).first).to_be_hidden()
    # No month is left without anything in it.
    expect(page.locator("[data-month]:not(:has(.happening))")).to_have_count(0)
    page.get_by_text(text("calendar.past")).click()
    expect(page.locator(PAST).first).to_contain_text("2013–2016")
    expect(page.get_by_text(text("calendar.may-have-passed"))).to_be_hidden()
    expect(page.get_by_text(text("calendar.none-ahead"))).to_be_hidden()
    expect(page.get_by_text(text("calendar.not-exact"))).to_be_visible()


def test_when_all_has_passed(visit: Visit, mixed: str) -> None:
    page = visit(f"{mixed}/kalender/", now=datetime(2040, 1, 1))
    expect(page.locator(AHEAD)).to_have_count(0)
    expect(page.locator(PAST)).to_have_count(DATED)
    expect(page.get_by_text(text("calendar.none-ahead"))).to_be_visible()
    expect(page.get_by_text(text("calendar.not-exact"))).to_have_count(0)
    # What has no year never passes.
    expect(page.locator("#uden-aarstal ~ .happenings .happening")).to_have_count(2)


def test_the_page_is_whole_without_a_script(visit: Visit, mixed: str) -> None:
    page = visit(f"{mixed}/kalender/", java_script_enabled=False)
    expect(page.locator(AHEAD)).to_have_count(DATED)
    expect(page.get_by_text(text("calendar.may-have-passed"))).to_be_visible()
    expect(page.locator("[data-past]")).to_be_hidden()


def test_what_is_over_is_not_there(visit: Visit, mixed: str) -> None:
    for path in ("/kalender/", "/"):
        page = visit(mixed + path, now=datetime(2013, 1, 1))
        expect(page.locator(".happening").first).to_be_visible()
        expect(page.locator(".happening", has_text="Et overstået forløb")).to_have_count(0)


@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "America/New_York"])
@pytest.mark.parametrize(
    ("now", "first"),
    [
        ("2027-02-28T12:00+01:00", "1. marts 2027"),
        ("2027-03-01T23:59+01:00", "1. marts 2027"),
        ("2027-03-02T00:01+01:00", "Marts 2027"),
    ],
)
def test_the_front_page_tells_what_is_next(
    visit: Visit, mixed: str, zone: str, now: str, first: str
) -> None:
    page = visit(mixed, now=datetime.fromisoformat(now), timezone_id=zone)
    rows = page.locator("[data-upcoming] .happening")
    expect(rows).to_have_count(5)
    expect(rows.first.locator(".happening__when")).to_have_text(first)
    expect(page.get_by_role("heading", name=text("calendar.upcoming"))).to_be_visible()
    rows.first.get_by_role("link").click()
    page.wait_for_url(f"{mixed}/programmer/*/#datoer")


def test_the_front_page_says_nothing_when_all_has_passed(visit: Visit, mixed: str) -> None:
    page = visit(mixed, now=datetime(2040, 1, 1))
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-upcoming]")).to_be_hidden()
    page.get_by_role("link", name=text("calendar.all")).click()
    page.wait_for_url(f"{mixed}/kalender/")


@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "America/New_York"])
@pytest.mark.parametrize(
    ("now", "ahead"), [("2027-06-12T23:59+02:00", True), ("2027-06-13T00:01+02:00", False)]
)
def test_a_calendar_is_offered_while_something_lies_ahead(
    visit: Visit, mixed: str, zone: str, now: str, ahead: bool
) -> None:
    page = visit(f"{mixed}/programmer/fuld/", now=datetime.fromisoformat(now), timezone_id=zone)
    offered = page.locator(".offering").get_by_text(text("calendar.add"))
    expect(offered).to_have_count(1)
    expect(offered).to_be_visible(visible=ahead)


def test_a_calendar_is_a_plain_link(visit: Visit, mixed: str) -> None:
    page = visit(f"{mixed}/programmer/fuld/", java_script_enabled=False)
    link = page.locator(".offering").get_by_role("link", name=f"{text('calendar.add')} Foråret")
    answer = page.request.get(f"{mixed}/programmer/fuld/{link.get_attribute('href')}")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.body().startswith(b"BEGIN:VCALENDAR\r\n")


def test_the_calendar_of_all_can_be_followed(visit: Visit, mixed: str) -> None:
    page = visit(f"{mixed}/kalender/")
    feed = "katalog.example.org/kalender/katalog.ics"
    followed = page.get_by_role("link", name=text("calendar.subscribe"))
    expect(followed).to_have_attribute("href", f"webcal://{feed}")
    expect(page.get_by_text(f"https://{feed}", exact=True)).to_be_visible()


def _many(number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Programmes of mixed shapes, spread over the months of three years."""
    shapes = cycle(
        [
            {"deadline": "{day}. {month} {year}", "start": "{month} {next}", "end": "{next}"},
            {"deadline": "{day}. {month}", "start": "vinter"},
            {"deadline": "løbende"},
            {"start": "primo {year}", "deadline": "2. {month} {year}"},
            {},
        ]
    )
    for place, shape in zip(range(number), shapes, strict=False):
        year = 2026 + place % 3
        filled = {"day": place % 28 + 1, "month": MONTHS[place % 12], "year": year}
        words = {key: text.format(**filled, next=year + 1) for key, text in shape.items()}
        offerings = [{"name": f"Hold {place}", **words}] if words else []
        title = f"Program nummer {place} for nye ledere af store afdelinger"
        yield f"p{place}", {**PROGRAMME, "title": title, "offerings": offerings}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(write_site(tmp_path_factory.mktemp("many"), dict(_many(300))))


def test_three_hundred_programmes_fit(visit: Visit, many: Path) -> None:
    with served(many) as address:
        page = visit(f"{address}/kalender/", now=datetime(2027, 6, 1))
        page.get_by_text(text("calendar.past")).click()
        faults = sticking_out_at(page, 320, 375, 1280)
        assert not faults + "\n".join(too_small(page))
        assert not violations_in_every_form(page, [375, 1280])
        page = visit(address, now=datetime(2027, 6, 1))
        expect(page.locator("[data-upcoming] .happening")).to_have_count(5)
        untold = page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
    asked = [name for name in untold if "/soeg/data/dates-" in name]
    assert len(asked) <= 2, "the front page asks for no more than the next few"


def test_three_hundred_programmes_are_light(many: Path) -> None:
    html = (many / "kalender" / "index.html").read_text("utf-8")
    assert html.count('class="happening"') == 540
    assert len(html.encode()) < 200_000
    assert "Hold 299" not in (many / "index.html").read_text("utf-8")
