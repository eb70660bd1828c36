"""When things happen in a programme: dates, and what stands in their place."""

from dataclasses import dataclass
from typing import Literal, Self

from generator.model.dates import PartialDate
from generator.model.written import Written, loosely, refusal


@dataclass(frozen=True, slots=True)
class Deadline(Written):
    """A partial date, or `løbende` when one can sign up at any time."""

    date: PartialDate | None

    form = f"{PartialDate.form}|{loosely('løbende')}"
    refused_as = "ugyldig-dato"
    examples = ("1. marts 2027", "løbende")

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls(None if text.lower() == "løbende" else PartialDate.parse(text))

    def __str__(self) -> str:
        return str(self.date) if self.date else "løbende"


@dataclass(frozen=True, slots=True)
class When(Written):
    """A partial date, or a time told by what happens around it: `mellem samlingerne`."""

    date: PartialDate | None
    phrase: str = ""

    _OPENINGS = frozenset(
        [
            "aftales",
            "efter",
            "før",
            "hele",
            "hver",
            "løbende",
            "mellem",
            "omkring",
            "samtidig",
            "under",
            "undervejs",
            "ved",
        ]
    )
    form = PartialDate.form + loosely(f"|(?:{'|'.join(sorted(_OPENINGS))})(?: [^\0]*)?")
    refused_as = "ugyldigt-tidspunkt"
    examples = ("januar", "mellem samlingerne")

    @classmethod
    def parse(cls, text: str) -> Self:
        if text.lower().split(" ")[0] in cls._OPENINGS:
            return cls(None, text)
        try:
            return cls(PartialDate.parse(text))
        except ValueError as error:
            if getattr(error, "type", "") != "ugyldig-dato":
                raise
            context = getattr(error, "context", {})
            raise refusal("ugyldigt-tidspunkt", text=text, meant=context["meant"]) from None

    def __str__(self) -> str:
        return str(self.date) if self.date else self.phrase


@dataclass(frozen=True, slots=True)
class StepDate(Written):
    """When a step of the selection must be done: a partial date, or `frist`: the offering's own."""

    date: PartialDate | Literal["frist"]

    form = f"{PartialDate.form}|{loosely('frist')}"
    refused_as = "ugyldig-dato"
    examples = ("frist", "1. marts 2027")

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls("frist" if text.lower() == "frist" else PartialDate.parse(text))

    def __str__(self) -> str:
        return str(self.date)
