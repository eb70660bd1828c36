"""The facts about a programme in their fixed order, the same on every card and page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.dates import PartialDate
from generator.model.offering import OfferingStatus
from generator.model.programme import Programme
from generator.model.register import Register
from generator.showing.addresses import way_in_address
from generator.showing.texts import text
from generator.showing.time_table import time_in_short
from generator.showing.wording import sentence, shown


class Piece(NamedTuple):
    text: str
    address: str = ""
    """The page that it leads to, from the site's root."""


class Value(NamedTuple):
    text: str
    hint: str = ""
    until: date | None = None
    """The last day on which it lies ahead; the reader's browser tells when that has passed."""
    pieces: tuple[Piece, ...] = ()
    """The text in parts, when some of them lead somewhere where links can stand."""


class Fact(NamedTuple):
    key: str
    label: str
    values: tuple[Value, ...]


def fact(key: str, values: Iterable[Value]) -> Fact:
    return Fact(key, text(f"facts.{key}"), tuple(values))


def key_facts(programme: Programme, register: Register) -> tuple[Fact, ...]:
    """Who, time, start, deadline, places: what one compares by. Unknown ones have no values."""
    offerings = programme.current_offerings
    return (
        fact("audience", _enumerated("audience", programme.audiences, register.audiences)),
        fact("time", _text(time_in_short(programme))),
        fact("start", _dates(offering.start for offering in offerings)),
        fact("deadline", _deadlines(programme)),
        fact("places", _texts(shown(o.places) for o in offerings if o.places)),
    )


def all_facts(programme: Programme, catalogue: Catalogue) -> tuple[Fact, ...]:
    """Every fact for the fact box; those that are unknown and do matter have no values."""
    register = catalogue.register
    locations = [programme.location, *(o.location for o in programme.current_offerings)]
    always = (
        *key_facts(programme, register),
        fact("duration", _text(shown(programme.duration) if programme.duration else "")),
        fact("organisation", _offered_by(programme, register)),
        fact("location", _texts(location for location in locations if location)),
    )
    if programme.is_over:
        # Nobody can act on what is over, so what is unknown about it is not asked for.
        always = tuple(known for known in always if known.values)
    optional = (
        fact("period", _text(shown(programme.period) if programme.period else "")),
        fact("partners", _partners(programme, register)),
        fact("fields", _enumerated("field", programme.fields, register.fields)),
        fact("price", _text(programme.price or "")),
        fact("credential", _text(programme.credential or "")),
    )
    return (*always, *(known for known in optional if known.values))


def _enumerated(facet: str, ids: Sequence[str], names: Mapping[str, str]) -> tuple[Value, ...]:
    """Names that stand alone as one sentence: `Skole, dagtilbud og fritid`."""
    words = [_uncapitalised(names[id]) for id in ids]
    # One more "og" would not tell where a name ends.
    last = ", " if any(" og " in word for word in words) else " og "
    pieces: list[Piece] = []
    for number, (id, word) in enumerate(zip(ids, words, strict=True), 1):
        if pieces:
            pieces.append(Piece(last if number == len(words) else ", "))
        name = word if pieces else sentence(word)
        pieces.append(Piece(name, way_in_address(facet, id)))
    return (_linked(pieces),) if pieces else ()


def _linked(pieces: Iterable[Piece], hint: str = "") -> Value:
    pieces = tuple(pieces)
    return Value("".join(piece.text for piece in pieces), hint, pieces=pieces)


def _organisation(register: Register, id: str, hint: str) -> Value:
    name = register.organisations[id].name
    return _linked([Piece(name, way_in_address("organisation", id))], hint)


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
    offerings = programme.current_offerings
    for offering in offerings if programme.is_over else programme.open_offerings:
        if offering.deadline_date:
            yield _date(offering.deadline_date)
        elif offering.is_rolling and not programme.is_over:
            yield Value(sentence(text("facts.rolling")))
    if offerings and not programme.open_offerings and not programme.is_over:
        yield Value(sentence(OfferingStatus.CLOSED.danish))


def _offered_by(programme: Programme, register: Register) -> Iterator[Value]:
    if id := programme.organisation:
        yield _organisation(register, id, register.organisations[id].note or "")


def _partners(programme: Programme, register: Register) -> Iterator[Value]:
    for partner in programme.partners:
        yield _organisation(register, partner.organisation, partner.role or "")
