"""What the calendar brings: deadlines that pass soon, and statuses that are not of the day."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks.finding import Finding
from generator.model.dates import PartialDate
from generator.model.programme import Programme, Status

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
        deadline = None if offering.is_closed else offering.deadline_date
        last_day = deadline.days[1] if deadline and deadline.days else None
        if last_day and today <= last_day <= today + SOON:
            words = {"name": offering.name, "date": deadline}
            yield Finding("frist-snart", ("offerings", index, "deadline"), words)


def ahead(programme: Programme, today: date) -> Iterator[Finding]:
    """A status that tells of what has not come: it is over, or under way, before it begins."""
    if programme.status not in (Status.COMPLETED, Status.RUNNING):
        return
    offerings = programme.current_offerings
    coming = [o for o in offerings if o.start and o.start.earliest and o.start.earliest > today]
    # Under way is what has one that has begun; nobody knows of those without a date.
    is_early = programme.status is Status.COMPLETED or len(coming) == len(offerings)
    if coming and is_early:
        words = {"name": coming[0].name, "date": coming[0].start}
        yield Finding("status-for-tidlig", ("status",), words | {"status": programme.status.danish})
