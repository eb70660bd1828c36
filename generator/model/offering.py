"""A run of a programme, with its dates."""

from datetime import date

from pydantic import ConfigDict, Field

from generator.model.amounts import Count
from generator.model.dates import PartialDate
from generator.model.record import Record, SourceField
from generator.model.text import Line
from generator.model.timing import Deadline


class Event(Record):
    model_config = ConfigDict(title="en begivenhed")

    name: Line = Field(title="Navn", description="Hvad der sker")
    date: PartialDate = Field(title="Dato", description="Hvornår: 6. april 2027")
    note: Line | None = Field(None, title="Bemærkning", description="Sted, klokkeslæt eller andet")


class Offering(Record):
    model_config = ConfigDict(title="et hold")

    name: Line = Field(title="Navn", description="Holdets navn")
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
    def is_rolling(self) -> bool:
        """Whether one can sign up at any time."""
        return self.deadline is not None and self.deadline.date is None

    @property
    def closes(self) -> date | None:
        """The last day to sign up, as far as it can be placed in time.

        That of the deadline; of the end, where one can sign up at any time; of the start, where
        there is no deadline.
        """
        deadline = self.deadline.date if self.deadline else self.start
        when = self.end if self.is_rolling else deadline
        return when.latest if when else None

    @property
    def open_until(self) -> date | None:
        """The last day on which it can be open: the start's, where the deadline has no year."""
        start = self.start if self.start and not self.is_rolling else None
        return self.closes or (start.latest if start else None)
