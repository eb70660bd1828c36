"""A programme: what one YAML file describes. Field descriptions are Danish, for its editors."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from pydantic import ConfigDict, Field

from generator.model.admission import Eligibility, Selection
from generator.model.amounts import Amount
from generator.model.content import Element, Topic, Total
from generator.model.danish import DanishEnum
from generator.model.dates import FullDate, PartialDate
from generator.model.offering import Offering
from generator.model.record import Record, SourceField
from generator.model.references import AudienceId, FieldId, OrganisationId
from generator.model.text import Email, Identifier, Line, Link, Phone, Prose


class Status(DanishEnum):
    """What the source supports; full dates refine it on the day somebody reads."""

    PLANNED = "planned", "planlagt"
    OPEN = "open", "åbent"
    RUNNING = "running", "i gang"
    COMPLETED = "completed", "afsluttet"
    UNCONFIRMED = "unconfirmed", "ikke bekræftet"


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)


class Partner(Record):
    model_config = ConfigDict(title="en partner")

    organisation: OrganisationId = Field(
        title="Organisation", description="Id på organisationen i programmes.yaml"
    )
    role: Line | None = Field(None, title="Rolle", description="Hvad organisationen bidrager med")


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
        None, title="Kort titel", description="Et kort navn til lister og brødkrummer"
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
    status: Status = Field(title="Status", description="Det, kilden giver belæg for")
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
    def open_offerings(self) -> tuple[Offering, ...]:
        """Those that nobody has closed, whatever their dates."""
        return tuple(offering for offering in self.offerings if not offering.is_closed)

    @property
    def current_offerings(self) -> tuple[Offering, ...]:
        """Those neither cancelled nor completed; all of them once the programme is over."""
        return tuple(o for o in self.offerings if o.goes_on or self.is_over)

    @property
    def rests_on(self) -> tuple[Offering, ...]:
        """The offerings that can bear out the status."""
        return self.open_offerings if self.status is Status.OPEN else self.current_offerings

    @property
    def is_belied(self) -> bool:
        """Whether the status promises an offering, and each of them says otherwise."""
        promises = self.status in (Status.OPEN, Status.PLANNED, Status.RUNNING)
        return promises and bool(self.offerings) and not self.rests_on

    @property
    def is_over(self) -> bool:
        """Whether nobody can join it any more."""
        return self.status is Status.COMPLETED

    @property
    def status_until(self) -> date | None:
        """The last day on which the status holds: the last deadline, start or end it rests on.

        None when one of them can't be placed in time.
        """
        last_days: list[date | None] = []
        match self.status:
            case Status.OPEN:
                last_days = [offering.open_until for offering in self.rests_on]
            case Status.PLANNED:
                last_days = [o.start.latest if o.start else None for o in self.rests_on]
            case Status.RUNNING:
                ends = [o.end for o in self.rests_on] or [self.period]
                last_days = [end.latest if end else None for end in ends]
        known = [day for day in last_days if day]
        return max(known) if known and len(known) == len(last_days) else None

    def texts(self, exclude: AbstractSet[str] = frozenset()) -> Iterator[str]:
        """Everything that is written in it, but for the fields to exclude."""
        return _texts(self.model_dump(mode="json", exclude=set(exclude)))

    @property
    def everyday_name(self) -> str:
        """The short title, where the title does not say it already."""
        short = self.short_title or ""
        return "" if short.casefold() in self.title.casefold() else short
