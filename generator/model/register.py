"""The register of a catalogue: what programmes.yaml describes."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field

from generator.model.amounts import Amount, Effort
from generator.model.record import Record
from generator.model.text import Email, Identifier, Line, Link, Prose
from generator.model.written import refusal


def _in_hours(effort: Effort) -> Effort:
    if effort.unit != "time" or effort.count.minimum != effort.count.maximum:
        raise refusal("ikke-et-timetal", text=str(effort))
    return effort


def _in_days(interval: Amount) -> Amount:
    if interval.unit in ("time", "minut"):
        raise refusal("ikke-et-interval", text=str(interval))
    return interval


def _group(words: object) -> object:
    if not isinstance(words, list) or len(words) < 2:
        raise refusal("ikke-synonymer")
    return words


Synonyms = Annotated[tuple[Line, ...], BeforeValidator(_group), Field(min_length=2)]
"""Words and expressions that mean the same to one who searches."""


class Organisation(Record):
    model_config = ConfigDict(title="en organisation")

    name: Line = Field(title="Navn", description="Navnet, som det skal stå på siderne")
    note: Line | None = Field(
        None, title="Bemærkning", description="Hvad læseren skal vide om organisationen"
    )


class Question(Record):
    model_config = ConfigDict(title="et spørgsmål")

    text: Line = Field(title="Tekst", description="Spørgsmålet i selvtesten")
    options: dict[Identifier, Line] = Field(
        min_length=2, title="Svarmuligheder", description="Svarmuligheder"
    )


class Publisher(Record):
    model_config = ConfigDict(title="publisher")

    name: Line = Field(title="Navn", description="Den, der udgiver kataloget")
    contact: Line | None = Field(
        None, title="Kontakt", description="Hvor man kan spørge om kataloget"
    )
    email: Email | None = Field(None, title="Mail", description="Mailadresse")
    accessibility_statement: Link | None = Field(
        None, title="Tilgængelighedserklæring", description="Adressen på tilgængelighedserklæringen"
    )


class Register(Record):
    """The catalogue itself, its shared vocabulary and the list of its programme files."""

    model_config = ConfigDict(title="kataloget")

    title: Line = Field(title="Titel", description="Katalogets navn")
    description: Line = Field(title="Beskrivelse", description="En sætning: hvad er det her?")
    introduction: Prose | None = Field(
        None, title="Indledning", description="Et par linjer til forsiden"
    )
    publisher: Publisher = Field(title="Udgiver", description="Udgiveren")
    language: Literal["da"] = Field("da", title="Sprog", description="Sprog; kun dansk (da) kendes")
    working_day: Annotated[Effort, AfterValidator(_in_hours)] = Field(
        Effort.parse("7,4 timer"),
        title="Arbejdsdag",
        description="Timer i en arbejdsdag, til sammenligning",
    )
    review_interval: Annotated[Amount, AfterValidator(_in_days)] = Field(
        Amount.parse("1 år"),
        title="Kontrolinterval",
        description="Hvor længe en kontakt eller en kilde gælder, efter at den er kontrolleret",
    )
    organisations: dict[Identifier, Organisation] = Field(
        {}, title="Organisationer", description="Organisationer"
    )
    audiences: dict[Identifier, Line] = Field({}, title="Målgrupper", description="Målgrupper")
    fields: dict[Identifier, Line] = Field({}, title="Områder", description="Arbejdsområder")
    element_kinds: dict[Identifier, Line] = Field(
        {}, title="Elementslags", description="Slags elementer"
    )
    profile: dict[Identifier, Question] = Field(
        {}, title="Profil", description="Selvtestens spørgsmål"
    )
    abbreviations: dict[Line, Line] = Field(
        {}, title="Forkortelser", description="Forkortelser og hvad de står for"
    )
    synonyms: tuple[Synonyms, ...] = Field(
        (),
        title="Synonymer",
        description="Ord, der betyder det samme for den, der søger: [mentor, sparringspartner]",
    )
    programmes: tuple[Line, ...] = Field(
        min_length=1,
        title="Programmer",
        description="Programmernes filer, i den rækkefølge de vises",
    )

    @property
    def hours_a_day(self) -> Decimal:
        """By which days are compared with hours."""
        return self.working_day.count.maximum
