"""What the model says of a value in a file: its fields, its items, its grammar, its vocabulary."""

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Optional, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from generator.model.danish import DanishEnum
from generator.model.programme import Programme
from generator.model.references import AudienceId, FieldId, KindId, OrganisationId
from generator.model.register import Register
from generator.model.written import Written

_VOCABULARIES = (
    (OrganisationId, "organisations"),
    (AudienceId, "audiences"),
    (FieldId, "fields"),
    (KindId, "element_kinds"),
)


@dataclass(frozen=True, slots=True)
class Shape:
    """Empty for what the model does not know, such as a field that it once had."""

    model: type[BaseModel] | None = None
    """Of a group of fields."""
    inner: Optional["Shape"] = None
    """Of each item of a list, and of each value of a table."""
    written: type[Written] | type[DanishEnum] | None = None
    """Of a value with a grammar, or with words of its own."""
    vocabulary: str = ""
    """The table of the register in which an id is defined."""

    def part(self, name: str) -> "Shape":
        """The shape of a field or of an item."""
        if self.model:
            return _fields(self.model).get(name, UNKNOWN)
        return self.inner or UNKNOWN

    def label(self, name: str) -> str:
        """What a field is called within a Danish sentence; its own name if the model has none."""
        field = self.model.model_fields.get(name) if self.model else None
        title = field.title if field and field.title else ""
        return title[:1].lower() + title[1:] if title else f"»{name}«"

    def default(self, name: str) -> str:
        """What an absent field means, as text; empty if nothing."""
        field = self.model.model_fields.get(name) if self.model else None
        meant = field.default if field else None
        return str(meant) if isinstance(meant, str | Written) else ""

    @property
    def item_name(self) -> str:
        """What one of a list is called: `element`, `hold`; empty for what is no group."""
        title = str(self.model.model_config.get("title", "")) if self.model else ""
        return title.partition(" ")[2]

    def canonical(self, text: str) -> str:
        """The text as the model writes it, so that only what it means makes a difference."""
        return str(self.typed(" ".join(text.split())))

    def typed(self, text: str) -> Written | str:
        """The value that a text is by the grammar; the text itself where there is none for it."""
        if not self.written or not issubclass(self.written, Written):
            return text
        try:
            return self.written.parse(text)
        except ValueError:
            return text


UNKNOWN = Shape()


def shape_of(annotation: Any) -> Shape:
    """The shape of what a type annotation of the model speaks of."""
    for id, vocabulary in _VOCABULARIES:
        if annotation == id:
            return Shape(vocabulary=vocabulary)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(arguments[0])
    if origin in (Union, UnionType):
        return next(shape_of(one) for one in arguments if one is not type(None))
    if origin is tuple:
        return Shape(inner=shape_of(arguments[0]))
    if origin is dict:
        return Shape(inner=shape_of(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape(model=annotation)
    if isinstance(annotation, type) and issubclass(annotation, Written | DanishEnum):
        return Shape(written=annotation)
    return UNKNOWN


@cache
def _fields(model: type[BaseModel]) -> dict[str, Shape]:
    hints = get_type_hints(model, include_extras=True)
    return {name: shape_of(hints[name]) for name in model.model_fields}


PROGRAMME = shape_of(Programme)
REGISTER = shape_of(Register)
