"""Values that an editor writes as text, and the way such a value refuses what it does not know."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.model.value_object import ValueObject


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


def loosely(pattern: str) -> str:
    """A pattern in which letters may be of either case, and spaces of those that do not break.

    Written out, since a pattern in a schema knows no flags; so no ranges of letters may be in it.
    """
    cased = re.sub("[a-zæøå]", lambda letter: f"[{letter[0]}{letter[0].upper()}]", pattern)
    return re.sub(r"(?<!\[\^) ", "[ \u00a0\u202f]", cased)


def written_as(pattern: str, refused_as: str) -> dict[str, str]:
    """The schema of text that matches a pattern, and the code of what is mostly wrong if not.

    The pattern is for editors' programs: what is refused by it must be refused by the model.
    """
    return {"type": "string", "pattern": pattern, "x-refusal": refused_as}


class Written(ValueObject):
    """A value with a written form: `parse(str(value)) == value`.

    Subclasses implement `parse`, which raises `refusal(...)` for text outside their grammar.
    """

    __slots__ = ()

    form: ClassVar[str]
    """A pattern for editors' programs, which every text of the grammar matches, and few others."""
    refused_as: ClassVar[str]
    """The code of what is mostly wrong with a text that does not match."""
    examples: ClassVar[tuple[str, ...]] = ()
    """Texts to begin with."""

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

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        written = written_as(f"^(?:{cls.form})$", cls.refused_as)
        return {**written, "x-examples": list(cls.examples)}
