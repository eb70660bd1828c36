"""Values that an editor writes as text, and the way such a value refuses what it does not know."""

from collections.abc import Sequence
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


def refusal(code: str, **context: object) -> PydanticCustomError:
    """An error that names its cause; its wording is looked up by code where it is reported."""
    return PydanticCustomError(code, code, context)


SEVERAL = "flere"
"""The code of a refusal that stands for several: its context holds them as `refusals`."""


def refuse_all(found: Sequence[PydanticCustomError]) -> None:
    """Raise what was found, if anything, so that one mistake does not hide the next."""
    if len(found) == 1:
        raise found[0]
    if found:
        raise refusal(SEVERAL, refusals=found)


class Written:
    """A value with a written form: `parse(str(value)) == value`.

    Subclasses implement `parse`, which raises `refusal(...)` for text outside their grammar.
    """

    @classmethod
    def parse(cls, text: str) -> Self:
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls.parse,
            core_schema.str_schema(),
            serialization=core_schema.to_string_ser_schema(),
        )
