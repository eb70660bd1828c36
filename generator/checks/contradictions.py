"""Facts that do not fit together: published as the source has them, and told to the editor."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from generator.checks.finding import Finding
from generator.model.amounts import Workload
from generator.model.content import Element
from generator.model.dates import PartialDate
from generator.model.fit import excludes_everybody
from generator.model.offering import Offering
from generator.model.points import LEAP_YEAR, SHORTLY
from generator.model.programme import Programme, Status


def contradictions(programme: Programme) -> Iterator[Finding]:
    for index, element in enumerate(programme.elements):
        yield from _parts(element, ("elements", index, "time"))
    yield from _total(programme)
    for index, offering in enumerate(programme.offerings):
        yield from _offering(offering, ("offerings", index))
    yield from _repeated_names(programme)
    yield from _requirements(programme)
    yield from _promises(programme)
    yield from _repeated_sources(programme)
    yield from _repeated_ids(programme)


def _parts(element: Element, path: tuple[str | int, ...]) -> Iterator[Finding]:
    timed = [part for part in element.parts if part.time]
    if not element.time or not timed:
        return
    counted = element.counted_parts
    uncounted = [part.name for part in timed if not part.count]
    stated = Workload.of([element.time])
    if uncounted:
        words = [f"{part.count} × {part.time}" for part in timed if part.count]
        yield Finding(
            "tid-uklar",
            path,
            {
                "time": element.time,
                "counted": " + ".join(words),
                "sum": str(counted),
                "uncounted": ", ".join(f"»{name}«" for name in uncounted),
            },
        )
    elif not _same(counted, stated):
        yield Finding("tid-passer-ikke", path, {"sum": counted, "time": element.time})


def _same(one: Workload, other: Workload) -> bool:
    """Whether two workloads are equal in numbers; "about" is no contradiction."""
    return all(
        (a.minimum, a.maximum) == (b.minimum, b.maximum) if a and b else a is b
        for a, b in ((one.days, other.days), (one.minutes, other.minutes))
    )


def _total(programme: Programme) -> Iterator[Finding]:
    if not programme.total:
        return
    stated = programme.total.time
    parts = sum((element.workload for element in programme.elements), Workload())
    complete = all(element.workload for element in programme.elements)
    for sum_, total in ((parts.days, stated.days), (parts.minutes, stated.minutes)):
        too_much = sum_ and total and sum_.minimum > total.maximum
        too_little = complete and total and (not sum_ or sum_.maximum < total.minimum)
        if programme.elements and (too_much or too_little):
            yield Finding("total-passer-ikke", ("total", "time"), {"sum": parts, "time": stated})
            return


def _offering(offering: Offering, path: tuple[str | int, ...]) -> Iterator[Finding]:
    start, end, deadline = offering.start, offering.end, offering.deadline_date
    is_reversed = bool(start and end and _before(end, start))
    for index, event in enumerate(offering.events):
        where = (*path, "events", index, "date")
        words = {"name": event.name, "date": event.date, "start": start, "end": end}
        if start and _before(event.date, start):
            yield Finding("begivenhed-før-start", where, words)
        if end and not is_reversed and _before(end, event.date):
            yield Finding("begivenhed-efter-slut", where, words)
    if start and deadline and _before(start, deadline):
        words = {"deadline": deadline, "start": start}
        yield Finding("frist-efter-start", (*path, "deadline"), words)
    if is_reversed:
        yield Finding("slut-før-start", (*path, "end"), {"end": end, "start": start})


def _repeated_names(programme: Programme) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, offering in enumerate(programme.offerings):
        earlier = first.setdefault(" ".join(offering.name.split()).casefold(), index)
        if earlier != index:
            words = {"name": offering.name}
            first_name = ("offerings", earlier, "name")
            yield Finding("samme-hold", ("offerings", index, "name"), words, first_name)


def _before(one: PartialDate, other: PartialDate) -> bool:
    """Whether `one` is surely before `other`; without years, whether it is shortly before."""
    if one.latest and other.earliest:
        return one.latest < other.earliest
    last = (one.end or one.start).in_year(LEAP_YEAR)
    first = other.start.in_year(LEAP_YEAR)
    if not last or not first:
        return False
    gap = (first[0] - last[1]) % timedelta(days=366)
    return timedelta(0) < gap <= SHORTLY


def _requirements(programme: Programme) -> Iterator[Finding]:
    requirements = programme.eligibility.requirements if programme.eligibility else ()
    if excludes_everybody(requirement.profile for requirement in requirements):
        yield Finding("krav-udelukker-alle", ("eligibility", "requirements"))


def _promises(programme: Programme) -> Iterator[Finding]:
    deadlines = [offering.deadline for offering in programme.offerings if offering.deadline]
    if programme.is_belied:
        yield Finding("status-uden-hold", ("status",), {"status": programme.status.danish})
    elif programme.status is Status.OPEN and not _closes_by_itself(programme):
        yield Finding("åbent-uden-dato", ("status",))
    steps = programme.selection.steps if programme.selection else ()
    for index, step in enumerate(steps):
        if step.by and step.by.date == "frist" and not deadlines:
            yield Finding("frist-uden-hold", ("selection", "steps", index, "by"))
    for index, contact in enumerate(programme.contacts):
        if (contact.email or contact.phone) and not contact.checked:
            yield Finding("kontakt-uden-dato", ("contacts", index), {"name": contact.name})


def _closes_by_itself(programme: Programme) -> bool:
    """Whether every offering has a date that tells when it is too late, or never is."""
    offerings = programme.open_offerings
    return bool(offerings) and all(o.is_rolling or o.open_until for o in offerings)


def _repeated_sources(programme: Programme) -> Iterator[Finding]:
    for index, id in _repeated([source.id for source in programme.sources]):
        yield Finding("gentaget-kilde", ("sources", index, "id"), {"name": id})


def _repeated_ids(programme: Programme) -> Iterator[Finding]:
    for field, ids in (("audiences", programme.audiences), ("fields", programme.fields)):
        for index, id in _repeated(ids):
            yield Finding("gentaget-værdi", (field, index), {"text": id})


def _repeated(ids: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each that stands further up already, with its place."""
    return ((index, id) for index, id in enumerate(ids) if id in ids[:index])
