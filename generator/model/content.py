"""What a programme consists of, and the time it takes."""

from pydantic import ConfigDict, Field

from generator.model.amounts import Amount, Count, Effort, Workload
from generator.model.record import InvolvesManager, Record, SourceField
from generator.model.references import KindId
from generator.model.text import Line, Prose
from generator.model.timing import When


class Topic(Record):
    model_config = ConfigDict(title="et tema")

    name: Line = Field(title="Navn", description="Temaets navn")
    text: Line | None = Field(
        None, title="Tekst", description="Hvad man lærer, i en eller to sætninger"
    )
    source: SourceField = None


class Part(Record):
    model_config = ConfigDict(title="en del af et element")

    name: Line = Field(title="Navn", description="Hvad der gentages: møder")
    count: Count | None = Field(None, title="Antal", description="Hvor mange gange: 5 eller 3-5")
    time: Effort | None = Field(None, title="Tid", description="Tid pr. gang: ½-1 dag")


class Element(Record):
    """A part of the programme: a card when it has content, a row of the time table when timed."""

    model_config = ConfigDict(title="et element")

    name: Line = Field(title="Navn", description="Elementets navn")
    kind: KindId | None = Field(
        None, title="Slags", description="Slags element: id fra programmes.yaml"
    )
    purpose: Line | None = Field(None, title="Formål", description="Hvad elementet er godt for")
    description: Prose | None = Field(None, title="Beskrivelse", description="Hvad der sker")
    time: Effort | None = Field(
        None, title="Tid", description="Tid i alt: 12 dage, 3-5 timer, ½-1 dag"
    )
    parts: tuple[Part, ...] = Field(
        (), title="Dele", description="Det, tiden består af: 5 møder af ½-1 dag"
    )
    when: When | None = Field(
        None, title="Hvornår", description="Hvornår: januar eller mellem samlingerne"
    )
    note: Line | None = Field(None, title="Bemærkning", description="Bemærkning til tiden")
    involves_manager: InvolvesManager = None
    source: SourceField = None

    @property
    def workload(self) -> Workload:
        """The time it takes: as stated, else what its parts add up to; empty if neither is told."""
        if self.time:
            return Workload.of([self.time])
        complete = all(part.time and part.count for part in self.parts)
        return self.counted_parts if complete else Workload()

    @property
    def counted_parts(self) -> Workload:
        """What those parts add up to of which both number and time are told."""
        return Workload.of(
            Amount(part.time.count.times(part.count), part.time.unit)
            for part in self.parts
            if part.time and part.count
        )


class Total(Record):
    model_config = ConfigDict(title="total")

    time: Workload = Field(title="Tid", description="Samlet tid, som kilden oplyser: 21 dage")
    plus: Line | None = Field(
        None, title="Desuden", description="Det, der kommer oveni uden at være talt med"
    )
    source: SourceField = None
