"""The records that programs read, made from those of the model: the same fields, opened values.

What is published and its JSON Schema both come from these types, so that they can't disagree; and
a field that is added to the model is published with its own description.
"""

from collections.abc import Collection
from datetime import datetime
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic.fields import FieldInfo

from generator.exports.values import PUBLISHED, PublishedAmount, PublishedWorkload
from generator.model.content import Element
from generator.model.programme import Programme, Source
from generator.model.record import Record
from generator.model.register import Register

_UNPUBLISHED: dict[type[Record], Collection[str]] = {
    # What editors and the search need, and how the files lie.
    Register: ("programmes", "review_interval", "synonyms"),
    # The name of a file or the number of a case, which no page shows either.
    Source: ("document",),
}


class _Published(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class _Programme(_Published):
    id: str = Field(description="Programmets id, som ikke ændrer sig")
    url: str | None = Field(
        None, description="Programmets side", json_schema_extra={"format": "uri"}
    )
    updated: datetime | None = Field(
        None, description="Hvornår beskrivelsen sidst er ændret, når det vides"
    )
    workload: PublishedWorkload = Field(
        None, description="Tid i alt: den, kilden oplyser, ellers summen af elementernes"
    )
    comparable_hours: PublishedAmount | None = Field(
        None, description="Tid i alt, omregnet til timer med »working_day«, til sammenligning"
    )


class _Element(_Published):
    workload: PublishedWorkload = Field(
        None, description="Elementets tid i alt: som oplyst, ellers summen af delenes"
    )


_DERIVED: dict[type[Record], type[BaseModel]] = {Programme: _Programme, Element: _Element}
"""What is told beside the fields of the model."""


@cache
def published(record: type[Record]) -> type[BaseModel]:
    """The type of what programs read of `record`: it is made of an instance, or of its fields."""
    fields: dict[str, Any] = {
        name: (_opened(field.annotation), _described(field))
        for name, field in record.model_fields.items()
        if name not in _UNPUBLISHED.get(record, ())
    }
    return create_model(record.__name__, __base__=_DERIVED.get(record, _Published), **fields)


def _opened(annotation: Any) -> Any:
    if annotation in PUBLISHED:
        return PUBLISHED[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return published(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        # What was read is checked already; what describes it is kept.
        described = tuple(each for each in arguments[1:] if isinstance(each, FieldInfo))
        opened = _opened(arguments[0])
        return Annotated[(opened, *described)] if described else opened
    opened = tuple(map(_opened, arguments))
    if origin in (Union, UnionType):
        return Union[opened]  # noqa: UP007  # made of types that are not known here
    return origin[opened] if origin in (tuple, dict) else annotation


def _described(field: FieldInfo) -> Any:
    """The same description; only what may be empty may be left out."""
    may_be_empty = not field.is_required() and not field.default
    default = field.default if may_be_empty else ...
    # What an editor looks up in the register, a program finds in the catalogue's data.
    description = (field.description or "").replace("programmes.yaml", "catalogue.json")
    return Field(default, title=field.title, description=description)
