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


class Record(BaseModel):
    """A group of fields. Its title is how messages name it: »et element«."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _: Any) -> None:
        # Nobody asks which fields were given; of thousands of groups, the sets take much room.
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_KEPT)


_NOT_KEPT: frozenset[str] = frozenset()
