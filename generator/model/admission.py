"""Who can join a programme, and how they are chosen."""

from pydantic import ConfigDict, Field

from generator.model.record import InvolvesManager, Record, SourceField
from generator.model.references import Profile
from generator.model.text import Line, Prose
from generator.model.timing import StepDate


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
    involves_manager: InvolvesManager = None


class NotSelected(Record):
    model_config = ConfigDict(title="not_selected")

    text: Prose | None = Field(
        None, title="Tekst", description="Hvad man kan gøre, hvis man ikke bliver valgt"
    )
    questions: tuple[Line, ...] = Field(
        (), title="Spørgsmål", description="Spørgsmål at tage op med sin leder"
    )
    manager: Line | None = Field(
        None,
        title="Lederen",
        description="Hvad lederen skal gøre for den, der ikke bliver valgt: Din leder skal ...",
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
