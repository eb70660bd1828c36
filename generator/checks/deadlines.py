"""What the calendar brings: deadlines that pass soon, and statuses whose last day has passed."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks.finding import Finding
from generator.model.dates import PartialDate
from generator.model.programme import Programme

SOON = timedelta(days=30)
"""How long before a deadline an editor is reminded of it."""


def passing(programme: Programme, today: date) -> Iterator[Finding]:
    """Only dates that name day, month and year are placed on `today`; what is over has none."""
    if programme.is_over:
        return
    until = programme.status_until
    if until and until < today:
        words = {"status": programme.status.danish, "date": PartialDate.on(until)}
        yield Finding("status-forældet", ("status",), words)
    for index, offering in enumerate(programme.offerings):
        # What takes nobody in any more has no deadline to remind of.
        is_open = offering.deadline and not offering.is_closed
        deadline = offering.deadline.date if offering.deadline and is_open else None
        last_day = deadline.days[1] if deadline and deadline.days else None
        if last_day and today <= last_day <= today + SOON:
            words = {"name": offering.name, "date": deadline}
            yield Finding("frist-snart", ("offerings", index, "deadline"), words)
