"""What every group of fields in a file has in common."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.model.references import SourceRef

SourceField = Annotated[
    SourceRef | None,
    Field(
        title="Kilde",
        description='Kilden til afsnittet: id fra »sources«, evt. med sted: folder, "Side 2"',
    ),
]

InvolvesManager = Annotated[
    Literal["ja"] | None,
    Field(
        title="Lederens del",
        description="»ja«, når deltagerens egen leder eller chef har en del i det; siden samler "
        "det i et afsnit til lederen",
    ),
]


_NOT_KEPT: frozenset[str] = frozenset()


class Record(BaseModel):
    """A group of fields. Its title is how messages name it: »et element«.

    Its `model_fields_set` is always empty.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _: Any) -> None:
        # A set of fields for each of thousands of groups would take a third of their room.
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_KEPT)
