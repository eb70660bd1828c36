"""Where a site is published and when its facts changed: what its files tell beside the facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from generator.showing.news import Entry


@dataclass(frozen=True, slots=True)
class Site:
    address: str
    """Absolute, with a slash at the end; empty when nobody has told it."""
    built: datetime
    """With a time zone; SOURCE_DATE_EPOCH decides it where that is set."""
    changed: Mapping[str, datetime]
    """By programme id, when its description last changed, as far as that is known."""
    news: Sequence[Entry] = ()
    """What was changed, the latest first, as far as that is known."""

    @property
    def day(self) -> datetime:
        """When the day of the build began: so what is built twice on a day is the same."""
        return self.built.replace(hour=0, minute=0, second=0, microsecond=0)

    def changed_at(self, id: str) -> datetime:
        return self.changed.get(id, self.day)

    def absolute(self, address: str) -> str:
        return f"{self.address}{address}"
