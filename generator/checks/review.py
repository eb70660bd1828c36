"""What has not been confirmed for longer than the catalogue allows."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks.finding import Finding
from generator.model.amounts import Amount
from generator.model.programme import Programme

_DAYS = {"dag": 1, "uge": 7, "måned": 30, "år": 365}


def overdue(programme: Programme, interval: Amount, today: date) -> Iterator[Finding]:
    """Contacts and sources that were last checked more than `interval` before `today`."""
    allowed = timedelta(days=float(interval.count.maximum) * _DAYS.get(interval.unit, 0))
    for index, contact in enumerate(programme.contacts):
        if contact.checked and contact.checked.latest and contact.checked.latest < today - allowed:
            words = {"name": contact.name, "date": contact.checked}
            yield Finding("kontakt-forældet", ("contacts", index, "checked"), words)
    for index, source in enumerate(programme.sources):
        if source.checked and source.checked.latest and source.checked.latest < today - allowed:
            words = {"name": source.title, "date": source.checked}
            yield Finding("kontrol-forældet", ("sources", index, "checked"), words)
