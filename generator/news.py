"""What was changed in the programmes lately, as their readers are told it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from generator.changes.compare import Change, Kind, compare
from generator.changes.labels import is_item
from generator.changes.past import Day, End, days
from generator.changes.shape import PROGRAMME
from generator.changes.wording import Told, told
from generator.model.catalogue import Catalogue
from generator.showing.addresses import programme_address
from generator.showing.news import Entry, News
from generator.showing.status import told_summary
from generator.showing.texts import counted, text
from generator.showing.wording import day, sentence, shown

MOST_ENTRIES = 50
"""A year's changes of a large catalogue; of older ones git can be asked."""
FOR_EDITORS = {"aliases", "checked", "involves_manager", "profile", "source", "sources"}
"""Fields of which a change tells nothing new of a programme, though search or layout follow it."""
_WITH_AN_ORDER = {"steps"}
"""Lists of which the order is a fact, and not only how the page is arranged."""
_KINDS = (Kind.ADDED, Kind.CHANGED, Kind.REMOVED)
"""In the order in which a day's are told."""


def read_news(catalogue: Catalogue, register: Path) -> News | None:
    """The news of a catalogue; None where git does not tell its history."""
    pages = _Pages(catalogue)
    entries: list[Entry] = []
    for step in days(register, FOR_EDITORS):
        if isinstance(step, End):
            return News(tuple(entries), _closing(step))
        entries += _of_day(step, pages)
        if len(entries) >= MOST_ENTRIES:
            return News(tuple(entries[:MOST_ENTRIES]), text("news.most", number=MOST_ENTRIES))
    return None


def _closing(end: End) -> str:
    key = "news.begun" if end.is_start else "news.at-once"
    return text(key, date=day(end.when), programmes=counted("catalogue.number", end.number))


@dataclass(frozen=True, slots=True)
class _Pages:
    """Which page a programme of the past has today, while one goes back in time."""

    catalogue: Catalogue
    _ids: dict[str, str] = field(default_factory=dict)
    """By id at the time, today's; empty for what was another programme, or is gone."""

    def today(self, id: str) -> str:
        now = self._ids.get(id, id)
        return now if now in self.catalogue.programmes else ""

    def go_back(self, change: Change) -> None:
        """To before a change of a programme as a whole."""
        if change.kind is Kind.RENAMED:
            self._ids[str(change.before)] = self.today(change.programme)
        if change.kind in (Kind.ADDED, Kind.RENAMED):
            self._ids[change.programme] = ""


def _of_day(step: Day, pages: _Pages) -> list[Entry]:
    changes = [change for change in compare(step.before, step.after) if change.programme]
    entries = [
        _entry(id, [told(change, step.before, step.after, shown) for change in own], step, pages)
        for id, group in groupby(changes, key=lambda change: change.programme)
        if (own := [change for change in group if _concerns_readers(change)])
    ]
    for change in (change for change in changes if not change.path):
        pages.go_back(change)
    return sorted(entries, key=lambda entry: _KINDS.index(Kind(entry.kind)))


def _entry(id: str, changes: Sequence[Told], step: Day, pages: _Pages) -> Entry:
    whole = next((one.change for one in changes if not one.change.path), None)
    kind = whole.kind if whole and whole.kind in _KINDS else Kind.CHANGED
    facts = (step.before if kind is Kind.REMOVED else step.after).programmes[id]
    today = pages.catalogue.programmes.get(pages.today(id))
    words = tuple(sentence(one.words) for one in changes)
    if kind is not Kind.CHANGED:
        words = (told_summary(today),) if today else ()
    return Entry(
        when=step.when,
        programme=id,
        title=today.title if today else str(facts.get("title", id)),
        address=programme_address(pages.today(id)) if today else "",
        kind=kind,
        words=words,
    )


def _concerns_readers(change: Change) -> bool:
    if change.kind is Kind.MOVED and change.path[-1] not in _WITH_AN_ORDER:
        return False
    return not FOR_EDITORS & set(_fields(change))


def _fields(change: Change) -> Iterator[str]:
    """The fields on the way to what was changed, without the names of items."""
    for length, name in enumerate(change.path, 1):
        if not is_item(PROGRAMME, change.path[:length]):
            yield name
