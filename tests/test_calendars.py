"""What happens when: the calendar of the whole catalogue, and its full dates as iCalendar."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from generator.showing.calendar import calendar
from generator.showing.pages import pages
from generator.showing.texts import text
from tests.conftest import Golden
from tests.support.calendars import SITE, calendars_of, catalogue_of, programmes_in
from tests.support.cases import CASES, files
from tests.support.outline import outline

MIXED = programmes_in(CASES / "calendars" / "mixed.yaml")
FEED = "kalender/katalog.ics"


def events(ics: str) -> list[Any]:
    """As icalendar reads them; its types leave open what a property holds."""
    return list(Calendar.from_ical(ics).walk("VEVENT"))


def uids(ics: dict[str, str]) -> dict[tuple[str, str, int], str]:
    """The uid of each event of the feed by summary and place among those of one summary."""
    found: dict[tuple[str, str, int], str] = {}
    for event in events(ics[FEED]):
        summary, offering = str(event["summary"]), str(event["description"]).splitlines()[0]
        number = sum(known[:2] == (summary, offering) for known in found)
        found[summary, offering, number] = str(event["uid"])
    return found


@pytest.mark.parametrize("case", files("calendars", "*.yaml"), ids=lambda file: file.stem)
def test_calendar(case: Path, tmp_path: Path, golden: Golden) -> None:
    catalogue = catalogue_of(tmp_path, programmes_in(case))
    lines = [*outline(calendar(catalogue))]
    for address, content in calendars_of(tmp_path / "again", programmes_in(case)).items():
        lines += ["", f"=== {address}", *content.splitlines()]
    golden(case.with_suffix(".out"), "\n".join(lines) + "\n")


def test_each_calendar_has_its_case() -> None:
    cases = {case.with_suffix(".out") for case in files("calendars", "*.yaml")}
    assert {*CASES.glob("calendars/*.out")} == cases


@pytest.fixture
def mixed(tmp_path: Path) -> dict[str, str]:
    return calendars_of(tmp_path, MIXED)


def test_lines_are_as_the_format_asks(mixed: dict[str, str]) -> None:
    assert FEED in mixed
    for content in mixed.values():
        assert content.endswith("END:VCALENDAR\r\n")
        lines = content.split("\r\n")
        assert not [line for line in lines if len(line.encode()) > 75 or "\n" in line]
        assert any(line.startswith(" ") for line in lines), "nothing is long enough to fold"


def test_a_day_ends_on_the_next(mixed: dict[str, str]) -> None:
    days = {(e["summary"], e.start, e.end) for e in events(mixed["kalender/fuld-1.ics"])}
    assert ("Frist: Ny leder, i gang", date(2027, 3, 1), date(2027, 3, 2)) in days
    assert ("Kick-off: Ny leder, i gang", date(2027, 4, 26), date(2027, 4, 28)) in days
    for event in events(mixed[FEED]):
        assert event["dtstart"].params["VALUE"] == "DATE" == event["dtend"].params["VALUE"]
        assert event.end - event.start >= timedelta(days=1)


def test_the_feed_has_what_the_files_have(mixed: dict[str, str]) -> None:
    in_files = [e["uid"] for name, ics in mixed.items() if name != FEED for e in events(ics)]
    in_feed = [event["uid"] for event in events(mixed[FEED])]
    assert in_feed == in_files
    assert len({*in_feed}) == len(in_feed)


def test_a_deadline_reminds_those_who_chose_it(mixed: dict[str, str]) -> None:
    reminded = {
        str(event["summary"]): [alarm["trigger"].dt for alarm in event.walk("VALARM")]
        for event in events(mixed["kalender/fuld-1.ics"])
    }
    assert reminded["Frist: Ny leder, i gang"] == [timedelta(days=-7, hours=9)]
    assert not reminded["Start: Ny leder, i gang"]
    assert not Calendar.from_ical(mixed[FEED]).walk("VALARM")


def test_time_stamps_tell_when_the_programme_changed(mixed: dict[str, str]) -> None:
    stamps = {
        str(event["summary"]): event["dtstamp"].dt
        for event in events(mixed[FEED])
        if event["dtstamp"].dt == event["last-modified"].dt
    }
    assert stamps["Frist: Ny leder, i gang"] == SITE.changed["fuld"].astimezone(UTC)
    assert stamps["Frist: Delvist dateret"] == SITE.day


def _changed() -> Iterator[Any]:
    offering = MIXED["fuld"]["offerings"][0]
    other = {"name": "Efteråret", "deadline": "1. september 2027"}
    moved = {**offering, "deadline": "15. marts 2027", "start": "3. maj 2027"}
    yield pytest.param([other, offering], id="another before it")
    yield pytest.param([offering, other], id="another after it")
    yield pytest.param([moved], id="dates moved")
    yield pytest.param([{**offering, "events": offering["events"][::-1]}], id="events reordered")


@pytest.mark.parametrize("offerings", [*_changed()])
def test_uids_stay(tmp_path: Path, mixed: dict[str, str], offerings: list[Any]) -> None:
    fuld = {**MIXED["fuld"], "offerings": offerings}
    after = uids(calendars_of(tmp_path / "after", {"ny": MIXED["loebende"], "fuld": fuld}))
    before = {key: uid for key, uid in uids(mixed).items() if "Ny leder" in key[0]}
    assert len(before) == 6
    assert before.items() <= after.items()


def test_uids_of_other_sites_differ(tmp_path: Path, mixed: dict[str, str]) -> None:
    elsewhere = replace(SITE, address="https://andet.example.org/")
    other = calendars_of(tmp_path / "other", MIXED, elsewhere)
    assert not {*uids(mixed).values()} & {*uids(other).values()}


def test_without_an_address_nothing_leads_nowhere(tmp_path: Path) -> None:
    made = calendars_of(tmp_path, MIXED, replace(SITE, address=""))
    for content in made.values():
        assert not [word for word in ("URL", "SOURCE", "programmer/") if word in content]


@pytest.mark.parametrize("site_address", ["", SITE.address])
def test_the_page_leads_to_what_there_is(tmp_path: Path, site_address: str) -> None:
    html = {
        page.address: page.html
        for page in pages(catalogue_of(tmp_path, MIXED), "programmes.yaml", site_address)
    }
    subscribed = "webcal://katalog.example.org/kalender/katalog.ics"
    assert (f'href="{subscribed}"' in html["kalender/"]) == bool(site_address)
    assert ('href="../kalender/katalog.ics"' in html["kalender/"]) == (not site_address)
    made = calendars_of(tmp_path / "again", MIXED)
    for id in MIXED:
        linked = {name for name in made if f'href="../../{name}"' in html[f"programmer/{id}/"]}
        assert linked == {name for name in made if name.startswith(f"kalender/{id}-")}


@pytest.mark.parametrize("case", ["without-dates", "partial-dates", "over"])
def test_without_full_dates_there_is_no_calendar_to_add(tmp_path: Path, case: str) -> None:
    programmes = programmes_in(CASES / "calendars" / f"{case}.yaml")
    assert calendars_of(tmp_path, programmes) == {}
    found = pages(catalogue_of(tmp_path / "again", programmes), "programmes.yaml", SITE.address)
    assert not [page.address for page in found if ".ics" in page.html]


@pytest.mark.parametrize("case", ["without-dates", "over"])
def test_without_dates_the_page_says_so(tmp_path: Path, case: str) -> None:
    programmes = programmes_in(CASES / "calendars" / f"{case}.yaml")
    found = pages(catalogue_of(tmp_path, programmes), "programmes.yaml")
    page = next(page for page in found if page.kind == "calendar")
    assert text("calendar.none") in page.html
