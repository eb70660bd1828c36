"""What is new in the catalogue: the changes of its programmes, by month and day."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from itertools import groupby
from typing import NamedTuple

from generator.model.points import MONTHS
from generator.showing.addresses import NEWS
from generator.showing.environment import body
from generator.showing.page import Page, root_from
from generator.showing.texts import text
from generator.showing.wording import NBSP, sentence


class Entry(NamedTuple):
    """What a day changed in a programme."""

    when: datetime
    programme: str
    """The id that it had."""
    title: str
    address: str
    """Where its page stands now; empty when it is no longer in the catalogue."""
    kind: str
    """`added`, `changed` or `removed`."""
    words: tuple[str, ...]
    """A sentence for each change; of a new programme what it is, if it is still there."""

    @property
    def anchor(self) -> str:
        return f"{self.when.date()}-{self.programme}"

    @property
    def told_at(self) -> str:
        return f"{NEWS}#{self.anchor}"


class News(NamedTuple):
    entries: tuple[Entry, ...]
    """The latest day first, and of a day what is new first."""
    closing: str
    """How far back that goes."""

    def of_programmes(self, changed: Mapping[str, date]) -> Mapping[str, str]:
        """By page, the place where its last change is told, if that was on the day given for it."""
        latest = {entry.address: entry for entry in reversed(self.entries) if entry.address}
        return {
            address: entry.told_at
            for address, entry in latest.items()
            if changed.get(address) == entry.when.date()
        }


class _Day(NamedTuple):
    when: date
    name: str
    """Without the year, which the month has."""
    entries: tuple[Entry, ...]


class _Month(NamedTuple):
    name: str
    anchor: str
    days: tuple[_Day, ...]


def news_page(news: News, source: str, feed: str) -> Page:
    """`feed` is the address of the same for programs, from the site's root; empty if none."""
    return Page(
        address=NEWS,
        title=text("news.title"),
        description=text("news.description"),
        body=partial(
            body,
            "news.html",
            months=_months(news.entries),
            closing=news.closing,
            feed=feed,
            root=root_from(NEWS),
        ),
        source=source,
        kind="news",
    )


def _months(entries: tuple[Entry, ...]) -> list[_Month]:
    days = [
        _Day(when, f"{when.day}.{NBSP}{MONTHS[when.month - 1]}", tuple(told))
        for when, told in groupby(entries, key=lambda entry: entry.when.date())
    ]
    return [
        _Month(sentence(f"{MONTHS[month - 1]} {year}"), f"{year}-{month:02}", tuple(told))
        for (year, month), told in groupby(days, key=lambda day: (day.when.year, day.when.month))
    ]
