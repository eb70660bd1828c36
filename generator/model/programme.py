"""A programme: what one YAML file describes. Field descriptions are Danish, for its editors."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from generator.model.amounts import Amount, Count, Effort, Workload
from generator.model.dates import FullDate, PartialDate
from generator.model.references import (
    AudienceId,
    FieldId,
    KindId,
    OrganisationId,
    Profile,
    SourceRef,
)
from generator.model.text import Email, Identifier, Line, Link, Phone, Prose
from generator.model.timing import Deadline, StepDate, When

SourceField = Annotated[
    SourceRef | None,
    Field(
        title="Kilde",
        description='Kilden til afsnittet: id fra »sources«, evt. med sted: folder, "Side 2"',
    ),
]


class Record(BaseModel):
    """A group of fields. Its title is how messages name it: »et element«."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Status(StrEnum):
    """What the source supports; full dates refine it on the day somebody reads."""

    danish: str

    def __new__(cls, value: str, danish: str) -> "Status":
        member = str.__new__(cls, value)
        member._value_ = value
        member.danish = danish
        return member

    PLANNED = "planned", "planlagt"
    OPEN = "open", "åbent"
    RUNNING = "running", "i gang"
    COMPLETED = "completed", "afsluttet"
    UNCONFIRMED = "unconfirmed", "ikke bekræftet"


class Partner(Record):
    model_config = ConfigDict(title="en partner")

    organisation: OrganisationId = Field(
        title="Organisation", description="Id på organisationen i programmes.yaml"
    )
    role: Line | None = Field(None, title="Rolle", description="Hvad organisationen bidrager med")


class Topic(Record):
    model_config = ConfigDict(title="et tema")

    name: Line = Field(title="Navn", description="Temaets navn")
    text: Line | None = Field(
        None, title="Tekst", description="Hvad man lærer, i en eller to sætninger"
    )
    source: SourceField = None


class Requirement(Record):
    model_config = ConfigDict(title="et krav")

    text: Line = Field(title="Tekst", description="Kravet, skrevet til medarbejderen: Du er ...")
    profile: Profile = Field(
        {},
        title="Profil",
        description="Svar i selvtesten, der opfylder kravet: spørgsmål: [svar, ...]",
    )


class Assessment(Record):
    model_config = ConfigDict(title="et vurderingspunkt")

    name: Line = Field(title="Navn", description="Det, der bliver vurderet")
    text: Line | None = Field(None, title="Tekst", description="Forklaring i en eller to sætninger")
    questions: tuple[Line, ...] = Field(
        (), title="Spørgsmål", description="Spørgsmål, som vurderingen stiller"
    )


class Eligibility(Record):
    model_config = ConfigDict(title="eligibility")

    requirements: tuple[Requirement, ...] = Field(
        (), title="Krav", description="Det, der skal være opfyldt"
    )
    assessed_on: tuple[Assessment, ...] = Field(
        (), title="Vurdering", description="Det, der bliver lagt vægt på"
    )
    note: Prose | None = Field(
        None, title="Bemærkning", description="Andet om, hvem der kan være med"
    )
    source: SourceField = None


class Step(Record):
    model_config = ConfigDict(title="et trin")

    who: Line = Field(title="Hvem", description="Hvem der gør noget")
    does: Line = Field(title="Gør", description="Hvad de gør: Indstiller medarbejdere ...")
    by: StepDate | None = Field(
        None,
        title="Senest",
        description="Senest hvornår: en dato, eller »frist« for holdets egen frist",
    )


class NotSelected(Record):
    model_config = ConfigDict(title="not_selected")

    text: Prose | None = Field(
        None, title="Tekst", description="Hvad man kan gøre, hvis man ikke bliver valgt"
    )
    questions: tuple[Line, ...] = Field(
        (), title="Spørgsmål", description="Spørgsmål at tage op med sin leder"
    )
    source: SourceField = None


class Selection(Record):
    model_config = ConfigDict(title="selection")

    steps: tuple[Step, ...] = Field((), title="Trin", description="Hvem der gør hvad, i rækkefølge")
    note: Prose | None = Field(
        None, title="Bemærkning", description="Andet om, hvordan man bliver valgt"
    )
    not_selected: NotSelected | None = Field(
        None, title="Ikke valgt", description="Hvis man ikke bliver valgt"
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
    source: SourceField = None


class Total(Record):
    model_config = ConfigDict(title="total")

    time: Workload = Field(title="Tid", description="Samlet tid, som kilden oplyser: 21 dage")
    plus: Line | None = Field(
        None, title="Desuden", description="Det, der kommer oveni uden at være talt med"
    )
    source: SourceField = None


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


class Result(Record):
    model_config = ConfigDict(title="et resultat")

    text: Line = Field(title="Tekst", description="Hvad der er kommet ud af programmet")
    source: SourceField = None


class Contact(Record):
    model_config = ConfigDict(title="en kontakt")

    name: Line = Field(title="Navn", description="En funktion eller enhed: HR i Koncernservice")
    about: Line | None = Field(None, title="Om", description="Hvad man kan spørge om")
    email: Email | None = Field(None, title="Mail", description="Mailadresse")
    phone: Phone | None = Field(None, title="Telefon", description="Telefonnummer: 12 34 56 78")
    url: Link | None = Field(None, title="Link", description="Webadresse")
    checked: FullDate | None = Field(
        None, title="Kontrolleret", description="Dagen, kontakten sidst er bekræftet"
    )


class NamedLink(Record):
    model_config = ConfigDict(title="et link")

    text: Line = Field(title="Tekst", description="Hvad linket fører til")
    url: Link = Field(title="Adresse", description="Webadressen, med https://")


class Source(Record):
    model_config = ConfigDict(title="en kilde")

    id: Identifier = Field(title="Id", description="Kort navn, som afsnittene henviser til")
    title: Line = Field(title="Titel", description="Kildens titel")
    publisher: Line | None = Field(None, title="Udgiver", description="Hvem der har udgivet den")
    date: PartialDate | None = Field(None, title="Dato", description="Hvornår kilden er fra")
    document: Line | None = Field(
        None, title="Dokument", description="Dokumentets filnavn eller journalnummer"
    )
    url: Link | None = Field(None, title="Adresse", description="Webadresse")
    checked: FullDate | None = Field(
        None, title="Kontrolleret", description="Dagen, siden sidst er holdt op mod kilden"
    )


class Programme(Record):
    model_config = ConfigDict(title="et program")

    title: Line = Field(title="Titel", description="Programmets fulde navn")
    short_title: Line | None = Field(
        None, title="Kort titel", description="Det navn, man bruger til daglig"
    )
    aliases: tuple[Line, ...] = Field(
        (), title="Andre navne", description="Andre navne, som folk søger på"
    )
    organisation: OrganisationId | None = Field(
        None,
        title="Organisation",
        description="Id på den, der udbyder; udelad det, kilden ikke nævner",
    )
    partners: tuple[Partner, ...] = Field((), title="Partnere", description="Andre, der er med")
    status: Status = Field(title="Status", description="Det, kilden kan bære")
    status_note: Line | None = Field(
        None, title="Statusbemærkning", description="Hvad man skal vide om status"
    )
    period: PartialDate | None = Field(
        None, title="Periode", description="Hvornår programmet løb: 2013-2016"
    )
    summary: Line = Field(
        title="Resumé", description="En sætning: hvad er det, og hvem er det for?"
    )
    audiences: tuple[AudienceId, ...] = Field((), title="Målgrupper", description="Hvem det er for")
    fields: tuple[FieldId, ...] = Field((), title="Områder", description="Arbejdsområder")
    duration: Amount | None = Field(
        None, title="Varighed", description="Hvor længe det varer: et halvt år"
    )
    total: Total | None = Field(
        None, title="Tid i alt", description="Samlet tid, hvis kilden selv oplyser den"
    )
    time_note: Line | None = Field(
        None, title="Bemærkning til tiden", description="Hvad man skal vide om tiden"
    )
    credential: Line | None = Field(None, title="Bevis", description="Bevis, eksamen eller merit")
    price: Line | None = Field(
        None, title="Pris", description="Hvad det koster, og hvem der betaler"
    )
    location: Line | None = Field(None, title="Sted", description="Sted, eller »online«")
    purpose: Prose | None = Field(None, title="Formål", description="Hvorfor programmet findes")
    background: Prose | None = Field(
        None, title="Baggrund", description="Hvordan programmet er blevet til"
    )
    topics: tuple[Topic, ...] = Field((), title="Temaer", description="Det, man lærer")
    eligibility: Eligibility | None = Field(
        None, title="Adgang", description="Hvem der kan være med"
    )
    selection: Selection | None = Field(
        None, title="Udvælgelse", description="Hvordan man bliver valgt"
    )
    elements: tuple[Element, ...] = Field(
        (), title="Elementer", description="Det, programmet består af"
    )
    offerings: tuple[Offering, ...] = Field((), title="Hold", description="Hold")
    results: tuple[Result, ...] = Field((), title="Resultater", description="Resultater")
    contacts: tuple[Contact, ...] = Field((), title="Kontakter", description="Hvem man kan spørge")
    links: tuple[NamedLink, ...] = Field(
        (), title="Links", description="Steder at læse videre eller søge"
    )
    sources: tuple[Source, ...] = Field(
        min_length=1, title="Kilder", description="Hvor oplysningerne er fra"
    )

    @property
    def name(self) -> str:
        """The name for running text and lists."""
        return self.short_title or self.title
