"""Full dates as iCalendar (RFC 5545, RFC 7986): a file for each offering, and a feed of them all.

A date that leaves day, month or year open is no event; neither is any of a programme that is over.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, timedelta
from itertools import chain, groupby
from typing import TypeAlias
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, vText

from generator.each import Each, one_by_one, version_of
from generator.exports.content import Content
from generator.exports.site import Site
from generator.model.catalogue import Catalogue
from generator.model.offering import Offering
from generator.model.points import Bounds
from generator.model.programme import Programme, Status
from generator.showing.addresses import CALENDAR_FEED, DATES, calendar_file, programme_address
from generator.showing.dates import Dated, full_dates
from generator.showing.texts import text

_REMINDER = timedelta(days=-7, hours=9)
"""A week before, at nine in the morning: an event of a whole day begins at midnight."""


@dataclass(frozen=True, slots=True)
class _Happening:
    """What becomes an event."""

    file: str
    id: str
    programme: Programme
    offering: Offering
    dated: Dated
    days: Bounds
    name: str
    """What it is known by within its programme."""


_Written: TypeAlias = tuple[tuple[tuple[str, str], ...], str]
"""The address and content of a programme's files, and its events as the feed has them."""


def calendar_files(
    catalogue: Catalogue, site: Site, each: Each = one_by_one
) -> Iterator[tuple[str, Content]]:
    """The address and the content of each file, from the site's root."""
    versions = {
        id: version_of(said, site.address, site.changed_at(id))
        for id, said in catalogue.versions.items()
    }
    feed: list[str] = []
    for files, events in each("calendar", lambda id: _programme(catalogue, site, id), versions):
        yield from files
        feed.append(events)
    if any(feed):
        begun, ended = _opened(str(_feed(catalogue.register.title, site).to_ical(), "utf-8"))
        yield CALENDAR_FEED, chain([begun], feed, [ended])


def _programme(catalogue: Catalogue, site: Site, id: str) -> _Written:
    found = [(h, _event(h, site)) for h in _happenings(id, catalogue.programmes[id])]
    files = []
    for file, group in groupby(found, key=lambda pair: pair[0].file):
        happenings = list(group)
        one, _ = happenings[0]
        calendar = _calendar(f"{one.programme.title}, {one.offering.name}")
        # A reminder is for one who has chosen the offering, not for all who follow the feed.
        events = "".join(
            _reminding(event, h.programme.title) if h.dated.kind == "deadline" else event
            for h, event in happenings
        )
        files.append((file, _written(calendar, events)))
    return tuple(files), "".join(event for _, event in found)


def _happenings(id: str, programme: Programme) -> Iterator[_Happening]:
    names: Counter[str] = Counter()
    for number, offering in enumerate(programme.offerings, 1):
        for dated, days in full_dates(programme, offering):
            label = dated.label if dated.kind == "event" else ""
            name = f"{offering.name}/{dated.kind}/{label}"
            names[name] += 1
            # Things of one name are told apart by their order, since nothing else does.
            name = f"{name}/{names[name]}"
            yield _Happening(calendar_file(id, number), id, programme, offering, dated, days, name)


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Programkatalog//DA")
    calendar.add("version", "2.0")
    # Left to itself, the library escapes neither as the text that it is.
    calendar.add("name", vText(name))
    calendar.add("x-wr-calname", vText(name))
    return calendar


def _feed(name: str, site: Site) -> Calendar:
    calendar = _calendar(name)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    if site.address:
        calendar.add("source", site.absolute(CALENDAR_FEED), parameters={"VALUE": "URI"})
    return calendar


def _event(happening: _Happening, site: Site) -> str:
    programme, dated = happening.programme, happening.dated
    page = site.absolute(programme_address(happening.id))
    changed = site.changed_at(happening.id).astimezone(UTC)
    first, last = happening.days
    event = Event()
    # Stays the same when other things come and go, and when the date is moved.
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{page}#{happening.name}")))
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", text("calendar-file.summary", what=dated.label, title=programme.title))
    event.add("categories", [text(f"calendar-file.{dated.kind}")])
    if programme.status is Status.UNCONFIRMED:
        event.add("status", "TENTATIVE")
    location = happening.offering.location or programme.location
    if location and dated.kind != "deadline":
        event.add("location", location)
    address = f"{page}#{DATES}" if site.address else ""
    if address:
        event.add("url", address)
    event.add("description", "\n".join(_description(happening, address)))
    return str(event.to_ical(), "utf-8")


def _description(happening: _Happening, address: str) -> Iterator[str]:
    yield text("calendar-file.offering", name=happening.offering.name)
    if happening.dated.note:
        yield happening.dated.note
    if happening.programme.status is Status.UNCONFIRMED:
        yield text("calendar-file.unconfirmed")
    if address:
        yield text("calendar-file.more", address=address)


def _reminding(event: str, title: str) -> str:
    """The event as it is written, with an alarm."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _REMINDER)
    alarm.add("description", text("calendar-file.alarm", title=title))
    return _within(event, str(alarm.to_ical(), "utf-8"))


def _written(calendar: Calendar, events: str) -> str:
    """The calendar with events that are written already."""
    return _within(str(calendar.to_ical(), "utf-8"), events)


def _within(component: str, others: str) -> str:
    """A component as it is written, with others at its end, each on lines of its own."""
    begun, ended = _opened(component)
    return f"{begun}{others}{ended}"


def _opened(component: str) -> tuple[str, str]:
    """What of a component stands before, and what after others that are within it."""
    begun, end, name = component.rpartition("END:")
    return begun, f"{end}{name}"
