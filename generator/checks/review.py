"""What has not been confirmed for longer than the catalogue allows."""

from collections.abc import Iterator
from datetime import date

from generator.checks.finding import Finding
from generator.model.amounts import Amount
from generator.model.dates import FullDate
from generator.model.programme import Programme

_DAYS = {"dag": 1, "uge": 7, "måned": 30, "år": 365}


def overdue(programme: Programme, interval: Amount, today: date) -> Iterator[Finding]:
    """Contacts and sources that were last checked more than `interval` before `today`."""
    # A number, not a date: an editor may write more years than the calendar has.
    allowed = interval.count.maximum * _DAYS[interval.unit]

    def is_old(checked: FullDate | None) -> bool:
        last_day = checked.latest if checked else None
        return last_day is not None and (today - last_day).days > allowed

    for index, contact in enumerate(programme.contacts):
        if is_old(contact.checked):
            words = {"name": contact.name, "date": contact.checked}
            yield Finding("kontakt-forældet", ("contacts", index, "checked"), words)
    for index, source in enumerate(programme.sources):
        if is_old(source.checked):
            words = {"name": source.title, "date": source.checked}
            yield Finding("kontrol-forældet", ("sources", index, "checked"), words)
