"""A programme in the vocabulary of schema.org: an EducationalOccupationalProgram."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, TypeAlias

from generator.model.amounts import Amount, Count
from generator.model.catalogue import Catalogue
from generator.model.content import Element
from generator.model.dates import PartialDate
from generator.model.offering import Offering
from generator.model.programme import Programme
from generator.model.register import Register
from generator.showing.searchable import plain
from generator.showing.status import told_summary
from generator.showing.texts import text
from generator.showing.wording import sentence

Properties: TypeAlias = dict[str, list[Any]]
"""The values of each property, the empty ones among them."""

# An ISO 8601 duration, and one in the next smaller unit where the number is not whole. A day is
# left whole: what comes after it in ISO 8601 is an hour of the clock, not of work.
_DURATIONS = {
    "minut": ("PT{}M", 0, ""),
    "time": ("PT{}H", 60, "PT{}M"),
    "dag": ("P{}D", 0, ""),
    "uge": ("P{}W", 7, "P{}D"),
    "måned": ("P{}M", 0, ""),
    "år": ("P{}Y", 12, "P{}M"),
}
_ONLINE = "online"


def linked_programme(catalogue: Catalogue, programme: Programme) -> dict[str, Any]:
    """The programme as a JSON-LD object; what is not known, or has no exact form, is left out.

    A property may have one value or a list of them.
    """
    register = catalogue.register
    organisation = register.organisations.get(programme.organisation or "")
    requirements = programme.eligibility.requirements if programme.eligibility else ()
    duration = programme.duration
    properties: Properties = {
        "name": [programme.title],
        "alternateName": [programme.short_title],
        "description": [told_summary(programme)],
        "provider": [organisation and {"@type": "Organization", "name": organisation.name}],
        "programPrerequisites": [requirement.text for requirement in requirements],
        **_dates(programme),
        "timeToComplete": [iso_duration(duration) if duration else ""],
        "educationalProgramMode": [_mode(programme)],
        "educationalCredentialAwarded": [programme.credential],
        "hasCourse": [_course(e, register) for e in programme.elements if _has_content(e)],
    }
    return {"@type": "EducationalOccupationalProgram"} | dict(_known(properties))


def iso_duration(amount: Amount) -> str:
    """`P6M` for half a year; empty for a range, an approximate amount, and what ISO can't tell."""
    number = _exact(amount.count)
    if number is None:
        return ""
    whole, factor, part = _DURATIONS[amount.unit]
    if number == int(number):
        return whole.format(int(number))
    smaller = number * factor
    return part.format(int(smaller)) if part and smaller == int(smaller) else ""


def _dates(programme: Programme) -> Properties:
    offerings = programme.current_offerings
    is_over = programme.is_over
    places = [offering.places for offering in offerings if offering.places]
    return {
        # This property alone may be told in words.
        "applicationDeadline": [] if is_over else list(map(_deadline, programme.open_offerings)),
        "startDate": [_full(offering.start) for offering in offerings],
        "endDate": [_full(offering.end) for offering in offerings],
        # Of several runs, none is the program's own maximum.
        "maximumEnrollment": [_whole(count) for count in places] if len(offerings) == 1 else [],
    }


def _deadline(offering: Offering) -> str:
    if offering.is_rolling:
        return sentence(text("facts.rolling"))
    when = offering.deadline_date
    return _full(when) or (sentence(str(when)) if when else "")


def _full(when: PartialDate | None) -> str:
    """The date in ISO 8601; empty for one that is not told to the day."""
    if not when or when.end or not when.start.day or not when.earliest:
        return ""
    return when.earliest.isoformat()


def _exact(count: Count) -> Decimal | None:
    return count.minimum if count.minimum == count.maximum and not count.approximate else None


def _whole(count: Count) -> int | None:
    number = _exact(count)
    return None if number is None else int(number)


def _mode(programme: Programme) -> str:
    """Online, where that is all that is said; a place alone does not say that all is held there."""
    places = [programme.location, *(offering.location for offering in programme.current_offerings)]
    told = {place.casefold() for place in places if place}
    return _ONLINE if told == {_ONLINE} else ""


def _has_content(element: Element) -> bool:
    return bool(element.purpose or element.description)


def _course(element: Element, register: Register) -> dict[str, Any]:
    description = plain(element.description.html) if element.description else ""
    when = element.when.date if element.when else None
    instance: Properties = {
        "courseMode": [register.element_kinds[element.kind] if element.kind else ""],
        "courseWorkload": [sentence(str(element.workload))],
        "startDate": [_full(when)],
    }
    known = dict(_known(instance))
    properties: Properties = {
        "name": [element.name],
        "description": [" ".join(part for part in (element.purpose, description) if part)],
        "hasCourseInstance": [{"@type": "CourseInstance"} | known if known else None],
    }
    return {"@type": "Course"} | dict(_known(properties))


def _known(properties: Properties) -> Iterator[tuple[str, Any]]:
    for name, values in properties.items():
        known = _distinct(values)
        if known:
            yield name, known[0] if len(known) == 1 else known


def _distinct(values: Iterable[Any]) -> list[Any]:
    known: list[Any] = []
    for value in values:
        if value and value not in known:
            known.append(value)
    return known
