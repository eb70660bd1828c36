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
        """The last day to sign up: the deadline's, else the start's; None if neither has a year."""
        deadline = self.deadline.date if self.deadline else None
        last_days = [when.latest for when in (deadline, self.start) if when]
        return next((day for day in last_days if day), None)
