"""What was confirmed longer ago than the catalogue allows, or on a day that has not come."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks.finding import Finding
from generator.model.amounts import Amount
from generator.model.dates import FullDate
from generator.model.programme import Programme

_A_DAY = timedelta(days=1)
_DAYS = {"dag": 1, "uge": 7, "måned": 30, "år": 365}


def reviewed(programme: Programme, interval: Amount, today: date) -> Iterator[Finding]:
    """Contacts and sources last checked more than `interval` before `today`, or not even then."""
    # A number, not a date: an editor may write more years than the calendar has.
    allowed = interval.count.maximum * _DAYS[interval.unit]
    for path, name, code, checked in _checked(programme):
        day = checked.latest if checked else None
        if day and day > today + _A_DAY:  # it may be tomorrow already where the editor is
            yield Finding("dato-i-fremtiden", (*path, "checked"), {"date": checked})
        elif day and (today - day).days > allowed:
            yield Finding(code, (*path, "checked"), {"name": name, "date": checked})


def _checked(programme: Programme) -> Iterator[tuple[tuple[str, int], str, str, FullDate | None]]:
    """What is checked: its place and name, what it is when it is old, and the day."""
    for index, contact in enumerate(programme.contacts):
        yield ("contacts", index), contact.name, "kontakt-forældet", contact.checked
    for index, source in enumerate(programme.sources):
        yield ("sources", index), source.title, "kontrol-forældet", source.checked
