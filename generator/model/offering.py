"""A run of a programme, with its dates."""

from datetime import date

from pydantic import ConfigDict, Field

from generator.model.amounts import Count
from generator.model.danish import DanishEnum
from generator.model.dates import PartialDate
from generator.model.record import Record, SourceField
from generator.model.text import Line
from generator.model.timing import Deadline


class OfferingStatus(DanishEnum):
    """What its dates don't tell: without one, it takes people in until they have passed."""

    CLOSED = "closed", "lukket for ansøgning"
    CANCELLED = "cancelled", "aflyst"
    COMPLETED = "completed", "afsluttet"


*_FIRST, _LAST = (f"{status} ({status.danish})" for status in OfferingStatus)
_STATUSES = f"{', '.join(_FIRST)} eller {_LAST}"


class Event(Record):
    model_config = ConfigDict(title="en begivenhed")

    name: Line = Field(title="Navn", description="Hvad der sker")
    date: PartialDate = Field(title="Dato", description="Hvornår: 6. april 2027")
    note: Line | None = Field(None, title="Bemærkning", description="Sted, klokkeslæt eller andet")


class Offering(Record):
    model_config = ConfigDict(title="et hold")

    name: Line = Field(title="Navn", description="Holdets navn")
    status: OfferingStatus | None = Field(
        None,
        title="Status",
        description=f"Kun når holdet ikke kan søges mere: {_STATUSES}",
    )
    deadline: Deadline | None = Field(
        None,
        title="Frist",
        description="Frist for at søge eller indstille: 1. marts 2027 eller løbende",
    )
    start: PartialDate | None = Field(None, title="Start", description="Første dag")
    end: PartialDate | None = Field(None, title="Slut", description="Sidste dag")
    places: Count | None = Field(None, title="Pladser", description="Antal pladser")
    location: Line | None = Field(None, title="Sted", description="Sted")
    note: Line | None = Field(None, title="Bemærkning", description="Andet om holdet")
    events: tuple[Event, ...] = Field((), title="Begivenheder", description="Dage undervejs")
    source: SourceField = None

    @property
    def deadline_date(self) -> PartialDate | None:
        """The deadline, where it is a date."""
        return self.deadline.date if self.deadline else None

    @property
    def is_closed(self) -> bool:
        """Whether somebody has said that one can't sign up any more."""
        return self.status is not None

    @property
    def goes_on(self) -> bool:
        """Whether what it holds is still to be expected."""
        return self.status in (None, OfferingStatus.CLOSED)

    @property
    def is_rolling(self) -> bool:
        """Whether one can sign up at any time."""
        has_none = self.deadline is not None and self.deadline.date is None
        return has_none and not self.is_closed

    @property
    def closes(self) -> date | None:
        """The last day to sign up, as far as it can be placed in time; None if that is over.

        That of the deadline; of the end, where one can sign up at any time; of the start, where
        there is no deadline.
        """
        if self.is_closed:
            return None
        when = self.end if self.is_rolling else self.deadline_date or self.start
        return when.latest if when else None

    @property
    def open_until(self) -> date | None:
        """The last day on which it can be open: the start's, where the deadline has no year."""
        if self.is_closed:
            return None
        start = self.start if self.start and not self.is_rolling else None
        return self.closes or (start.latest if start else None)
