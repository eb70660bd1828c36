"""The facts about a programme in their fixed order, the same on every card and page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.dates import PartialDate
from generator.model.programme import Programme, Status
from generator.model.register import Register
from generator.showing.texts import text
from generator.showing.time_table import time_in_short
from generator.showing.wording import listed, sentence, shown


@dataclass(frozen=True, slots=True)
class Value:
    text: str
    hint: str = ""
    until: date | None = None
    """The last day on which it lies ahead; the reader's browser tells when that has passed."""


@dataclass(frozen=True, slots=True)
class Fact:
    key: str
    label: str
    values: tuple[Value, ...]


def fact(key: str, values: Iterable[Value]) -> Fact:
    return Fact(key, text(f"facts.{key}"), tuple(values))


def key_facts(programme: Programme, register: Register) -> tuple[Fact, ...]:
    """Who, time, start, deadline, places: what one compares by. Unknown ones have no values."""
    offerings = programme.offerings
    return (
        fact("audience", _text(_enumerated(register.audiences[id] for id in programme.audiences))),
        fact("time", _text(time_in_short(programme))),
        fact("start", _dates(offering.start for offering in offerings)),
        fact("deadline", _deadlines(programme)),
        fact("places", _texts(shown(o.places) for o in offerings if o.places)),
    )


def all_facts(programme: Programme, catalogue: Catalogue) -> tuple[Fact, ...]:
    """Every fact for the fact box; those that are unknown and do matter have no values."""
    register = catalogue.register
    organisations = register.organisations
    organisation = organisations[programme.organisation] if programme.organisation else None
    locations = [programme.location, *(offering.location for offering in programme.offerings)]
    always = (
        *key_facts(programme, register),
        fact("duration", _text(shown(programme.duration) if programme.duration else "")),
        fact(
            "organisation",
            [Value(organisation.name, organisation.note or "")] if organisation else [],
        ),
        fact("location", _texts(location for location in locations if location)),
    )
    if programme.status is Status.COMPLETED:
        # Nobody can act on what is over, so what is unknown about it is not asked for.
        always = tuple(known for known in always if known.values)
    optional = (
        fact("period", _text(shown(programme.period) if programme.period else "")),
        fact("partners", _partners(programme, register)),
        fact("fields", _text(_enumerated(register.fields[id] for id in programme.fields))),
        fact("price", _text(programme.price or "")),
        fact("credential", _text(programme.credential or "")),
    )
    return (*always, *(known for known in optional if known.values))


def _enumerated(names: Iterable[str]) -> str:
    """Names that stand alone as one sentence: `Skole, dagtilbud og fritid`."""
    words = [_uncapitalised(name) for name in names]
    if any(" og " in word for word in words):
        return ", ".join(words)  # one more "og" would not tell where a name ends
    return listed(words) if words else ""


def _uncapitalised(name: str) -> str:
    """With a small first letter, unless it begins with an abbreviation."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _text(words: str) -> tuple[Value, ...]:
    return (Value(sentence(words)),) if words else ()


def _texts(words: Iterable[str]) -> tuple[Value, ...]:
    return tuple(Value(word) for word in dict.fromkeys(words))


def _dates(dates: Iterable[PartialDate | None]) -> tuple[Value, ...]:
    return tuple(_date(date) for date in dates if date)


def _date(date: PartialDate) -> Value:
    hint = "" if date.has_year else text("facts.without-year")
    return Value(sentence(shown(date)), hint, date.latest)


def _deadlines(programme: Programme) -> Iterator[Value]:
    for offering in programme.offerings:
        if offering.deadline and offering.deadline.date:
            yield _date(offering.deadline.date)
        elif offering.deadline:
            yield Value(sentence(text("facts.rolling")))


def _partners(programme: Programme, register: Register) -> Iterator[Value]:
    for partner in programme.partners:
        yield Value(register.organisations[partner.organisation].name, partner.role or "")
