"""What happens over all programmes, in the order in which it comes."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.dates import PartialDate
from generator.model.offering import Offering
from generator.model.points import MONTHS, Bounds
from generator.model.programme import Programme, Status
from generator.showing.addresses import CALENDAR_FEED, DATES, programme_address
from generator.showing.dates import Dated, expected, full_dates
from generator.showing.texts import text
from generator.showing.wording import sentence, shown


class Item(NamedTuple):
    """A programme, and what happens in it."""

    title: str
    address: str
    when: str
    what: str
    """The offering, and what happens in it."""
    bounds: Bounds | None
    """The first and the last day that the date can mean; None when the source gives no year."""


class Month(NamedTuple):
    heading: str
    items: tuple[Item, ...]


class Calendar(NamedTuple):
    """What there is to tell of each programme but those that are over."""

    months: tuple[Month, ...]
    is_exact: bool
    """Whether every date with a year names its days."""
    without_year: tuple[Item, ...]
    """In the catalogue's order, since nothing else is known."""
    rolling: tuple[Item, ...]
    undated: tuple[Item, ...]
    leaves_out_completed: bool
    feed: str
    """The address of all full dates as a calendar, from the site's root; empty without any."""

    @property
    def has_dates(self) -> bool:
        return bool(self.months or self.without_year or self.rolling)


def calendar(catalogue: Catalogue) -> Calendar:
    going = _going(catalogue)
    offerings = [(id, p, offering) for id, p in going.items() for offering in p.offerings]
    happening = {id: items_of(id, programme) for id, programme in going.items()}
    dated = [found for items in happening.values() for found in items]
    return Calendar(
        months=tuple(_months(_placed(dated))),
        is_exact=all(when.days for when, _ in dated if when.has_year),
        without_year=tuple(item for when, item in dated if not when.has_year),
        rolling=tuple(_rolling(id, p, o) for id, p, o in offerings if o.is_rolling),
        undated=tuple(
            Item(p.title, programme_address(id), "", _what(p, ""), None)
            for id, p in going.items()
            if not happening[id] and not any(offering.is_rolling for offering in p.offerings)
        ),
        leaves_out_completed=len(going) < len(catalogue.programmes),
        feed=CALENDAR_FEED if any(full_dates(p, o) for _, p, o in offerings) else "",
    )


def items_of(id: str, programme: Programme) -> list[tuple[PartialDate, Item]]:
    """What happens in a programme, and when; nothing in one that is over."""
    return [
        (dated.when, _item(id, programme, offering, dated))
        for offering in (() if programme.is_over else programme.offerings)
        for dated in expected(programme, offering)
    ]


def _placed(dated: list[tuple[PartialDate, Item]]) -> list[tuple[Bounds, Item]]:
    placed = [(item.bounds, item) for _, item in dated if item.bounds]
    return sorted(placed, key=itemgetter(0))


def _going(catalogue: Catalogue) -> dict[str, Programme]:
    programmes = catalogue.programmes.items()
    return {id: p for id, p in programmes if not p.is_over}


def _months(placed: list[tuple[Bounds, Item]]) -> Iterator[Month]:
    by_month = sorted(placed, key=lambda place: (_month(place[0]), place[0]))
    for (year, month), group in groupby(by_month, key=lambda place: _month(place[0])):
        has_month = month <= len(MONTHS)
        named = f"{MONTHS[month - 1]} {year}" if has_month else text("calendar.during", year=year)
        yield Month(sentence(named), tuple(item for _, item in group))


def _month(bounds: Bounds) -> tuple[int, int]:
    """The year and the month in which it happens; what may be in several comes last."""
    first, last = bounds
    is_in_one = (first.year, first.month) == (last.year, last.month) or (last - first).days < 28
    return (first.year, first.month) if is_in_one else (last.year, len(MONTHS) + 1)


def _item(id: str, programme: Programme, offering: Offering, dated: Dated) -> Item:
    when = dated.when
    return Item(
        title=programme.title,
        address=_dates_of(id),
        when=sentence(shown(when)),
        what=_what(programme, text("calendar.what", what=dated.label, offering=offering.name)),
        bounds=when.bounds,
    )


def _rolling(id: str, programme: Programme, offering: Offering) -> Item:
    """One that takes people in without a deadline; until its end, where that is known."""
    end = offering.end
    bounds = end.bounds if end else None
    return Item(programme.title, _dates_of(id), "", _what(programme, offering.name), bounds)


def _what(programme: Programme, what: str) -> str:
    """With a word of warning where nobody knows whether it takes place."""
    if programme.status is not Status.UNCONFIRMED:
        return what
    return text("calendar.unconfirmed", what=what) if what else sentence(programme.status.danish)


def _dates_of(id: str) -> str:
    return f"{programme_address(id)}#{DATES}"
