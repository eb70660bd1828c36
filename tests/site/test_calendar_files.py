"""Two programs that read calendars, which know nothing of each other, read the same in ours."""

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.support.calendars import calendars_of, programmes_in
from tests.support.cases import CASES

READER = Path(__file__).parent / "read_calendar.mjs"


def by_ical_js(texts: list[str]) -> Any:
    read = subprocess.run(
        ["node", READER], input=json.dumps(texts), check=True, capture_output=True, text=True
    )
    return json.loads(read.stdout)


def by_icalendar(text: str) -> dict[str, Any]:
    calendar: Any = Calendar.from_ical(text)
    return {
        "name": str(calendar["name"]),
        "source": str(calendar.get("source", "")),
        "refresh": calendar["refresh-interval"].to_ical().decode()
        if "refresh-interval" in calendar
        else "",
        "events": [_event(event) for event in calendar.walk("VEVENT")],
    }


def _event(event: Any) -> dict[str, Any]:
    stamp = event["dtstamp"].dt.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return {
        "uid": str(event["uid"]),
        "summary": str(event["summary"]),
        "description": str(event["description"]),
        "start": event.start.isoformat(),
        "end": event.end.isoformat(),
        "isDate": type(event.start) is date is type(event.end),
        "stamp": stamp,
        "category": ",".join(event["categories"].cats),
        "location": str(event.get("location", "")),
        "status": str(event.get("status", "")),
        "url": str(event.get("url", "")),
        "alarms": [alarm["trigger"].dt.total_seconds() for alarm in event.walk("VALARM")],
    }


@pytest.fixture
def made(tmp_path: Path) -> dict[str, str]:
    programmes = programmes_in(CASES / "calendars" / "mixed.yaml")
    fuld = {
        **programmes["fuld"],
        "title": 'Ledelse; på \\ "tværs", år ud og år ind – for ældre og øvede ' * 3,
    }
    return calendars_of(tmp_path, {**programmes, "fuld": fuld})


def test_two_readers_agree(made: dict[str, str]) -> None:
    assert len(made) == 4
    assert by_ical_js([*made.values()]) == [*map(by_icalendar, made.values())]


def test_the_feed_says_where_it_is_and_how_often_it_changes(made: dict[str, str]) -> None:
    (feed,) = by_ical_js([made["kalender/katalog.ics"]])
    assert feed["source"] == "https://katalog.example.org/kalender/katalog.ics"
    assert feed["refresh"] == "P1D"
    assert len(feed["events"]) == 8
    assert all(event["isDate"] for event in feed["events"])
