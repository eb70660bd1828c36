"""Dates and amounts as programs read them: as they are written, and what that means in figures."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, Field, WithJsonSchema

from generator.model.amounts import Amount, Count, Effort, Workload
from generator.model.dates import FullDate, PartialDate
from generator.model.references import Citation
from generator.model.timing import Deadline, StepDate, When

Unit = Literal["minute", "hour", "day", "week", "month", "year"]
_UNITS: dict[str, Unit] = {
    "minut": "minute",
    "time": "hour",
    "dag": "day",
    "uge": "week",
    "måned": "month",
    "år": "year",
}
Number = Annotated[int | float, WithJsonSchema({"type": "number"})]


class DateData(BaseModel):
    text: str = Field(
        description="Datoen på dansk, så præcis som kilden er, eller ord i stedet for en dato: "
        "»løbende«, »frist« (holdets egen frist) eller »mellem samlingerne«"
    )
    edtf: str | None = Field(
        None, description="Datoen i EDTF (ISO 8601-2): XXXX-03-01 er 1. marts uden årstal"
    )
    earliest: date | None = Field(
        None, description="Den første dag, det kan være; mangler, når årstallet gør"
    )
    latest: date | None = Field(
        None, description="Den sidste dag, det kan være; mangler, når årstallet gør"
    )


class CountData(BaseModel):
    text: str = Field(description="Antallet eller mængden på dansk: 3-5 timer")
    minimum: Number = Field(description="Mindst; lig med højst, når der kun er ét tal")
    maximum: Number = Field(description="Højst")
    approximate: bool = Field(description="Om det er et cirkatal")


class AmountData(CountData):
    unit: Unit = Field(description="Enheden")


class WorkloadData(BaseModel):
    text: str = Field(description="Tiden på dansk: 23-24 dage og 11,5-21 timer")
    amounts: tuple[AmountData, ...] = Field(
        description="Dage for sig og timer for sig: en dag er ikke et fast antal timer"
    )


class CitationData(BaseModel):
    source: str = Field(description="Kildens id i »sources«")
    part: str | None = Field(None, description="Stedet i kilden")


def _date(written: PartialDate | Deadline | When | StepDate) -> DateData:
    when = written if isinstance(written, PartialDate) else written.date
    if not isinstance(when, PartialDate):
        return DateData(text=str(written))
    edtf = when.edtf or None
    return DateData(text=str(written), edtf=edtf, earliest=when.earliest, latest=when.latest)


def _figures(count: Count) -> dict[str, Any]:
    figures = {"minimum": _number(count.minimum), "maximum": _number(count.maximum)}
    return figures | {"approximate": count.approximate}


def _number(number: Decimal) -> int | float:
    number = round(number, 2)
    return int(number) if number == int(number) else float(number)


def _count(count: Count) -> CountData:
    return CountData(text=str(count), **_figures(count))


def _amount(amount: Amount) -> AmountData:
    return AmountData(text=str(amount), unit=_UNITS[amount.unit], **_figures(amount.count))


def _workload(workload: Workload) -> WorkloadData | None:
    if not workload:
        return None
    return WorkloadData(text=str(workload), amounts=tuple(map(_amount, workload.amounts)))


def _citation(citation: Citation) -> CitationData:
    return CitationData(source=citation.source, part=citation.part or None)


_PublishedDate = Annotated[DateData, BeforeValidator(_date)]
PublishedAmount = Annotated[AmountData, BeforeValidator(_amount)]
PublishedWorkload = Annotated[WorkloadData | None, BeforeValidator(_workload)]

PUBLISHED: dict[Any, Any] = {
    PartialDate: _PublishedDate,
    FullDate: _PublishedDate,
    Deadline: _PublishedDate,
    When: _PublishedDate,
    StepDate: _PublishedDate,
    Count: Annotated[CountData, BeforeValidator(_count)],
    Amount: PublishedAmount,
    Effort: PublishedAmount,
    Workload: PublishedWorkload,
    Citation: Annotated[CitationData, BeforeValidator(_citation)],
}
"""By kind of written value, the type of a field that takes one and holds what programs read."""
