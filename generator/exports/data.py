"""The catalogue as JSON for other programs, and the JSON Schema of it."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, Field, create_model
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, models_json_schema

from generator.each import Each, one_by_one, version_of
from generator.exports.content import Content
from generator.exports.records import published
from generator.exports.site import Site
from generator.model.amounts import Amount
from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.model.register import Register
from generator.showing.addresses import CATALOGUE_DATA, DATA, data_address, programme_address
from generator.showing.time_table import workload

_SCHEMA = f"{DATA}schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PROGRAMME = published(Programme)
_WHOLE = create_model(
    "Catalogue",
    __base__=published(Register),
    programmes=(
        tuple[_PROGRAMME, ...],  # type: ignore[valid-type]  # made when the program starts
        Field(description="Programmerne, i den rækkefølge de vises"),
    ),
)


def data_files(
    catalogue: Catalogue, site: Site, each: Each = one_by_one
) -> Iterator[tuple[str, Content]]:
    """Each programme, the catalogue, and the schema that holds for them; by address.

    A field without a value is left out. Within this version of the data fields may be added, but
    none is removed and none changes its meaning.
    """
    versions = {
        id: version_of(said, site.address, site.changed.get(id))
        for id, said in catalogue.versions.items()
    }

    # Asked for twice rather than kept: those of a large catalogue take much room.
    def programmes() -> Iterator[str]:
        return each("data", lambda id: _json(_programme(catalogue, site, id)), versions)

    for id, programme in zip(versions, programmes(), strict=True):
        yield data_address(id), programme
    yield CATALOGUE_DATA, _whole(catalogue.register, programmes())
    yield _SCHEMA, json.dumps(_schema(site), ensure_ascii=False, indent=2) + "\n"


def _whole(register: Register, programmes: Iterable[str]) -> Iterator[str]:
    """The register with the programmes, each as it is told in a file of its own."""
    told = _json(_WHOLE.model_validate(dict(register) | {"programmes": ()}))
    yield told.removesuffix("\n}\n") + ',\n  "programmes": ['
    for number, programme in enumerate(programmes):
        # No text in JSON spans lines, so that a line's beginning is no more than its indentation.
        item = programme.rstrip().replace("\n", "\n    ")
        yield f"{',' if number else ''}\n    {item}"
    yield "\n  ]\n}\n"


def _programme(catalogue: Catalogue, site: Site, id: str) -> BaseModel:
    programme = catalogue.programmes[id]
    time = workload(programme)
    hours = time.in_hours(catalogue.register.hours_a_day)
    derived = {
        "id": id,
        "url": site.absolute(programme_address(id)) if site.address else None,
        "updated": site.changed.get(id),
        "workload": time,
        "comparable_hours": Amount(hours, "time") if time else None,
    }
    return _PROGRAMME.model_validate(dict(programme) | derived)


def _json(record: BaseModel) -> str:
    return record.model_dump_json(exclude_defaults=True, indent=2) + "\n"


def _schema(site: Site) -> dict[str, Any]:
    models: list[tuple[type[BaseModel], JsonSchemaMode]] = [
        (_WHOLE, "serialization"),
        (_PROGRAMME, "serialization"),
    ]
    places, schema = models_json_schema(models, schema_generator=_AbsentNotEmpty)
    address = {"$id": site.absolute(_SCHEMA)} if site.address else {}
    return {"$schema": _DIALECT} | address | {"anyOf": [*places.values()]} | schema


class _AbsentNotEmpty(GenerateJsonSchema):
    """A field that has no value is left out: it is never null and never filled with a default."""

    def nullable_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def enum_schema(self, schema: Any) -> dict[str, Any]:
        told = super().enum_schema(schema)
        told.pop("description", None)  # what the code says of itself
        return told

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False  # the key says the same, and the model gives the titles that say more

    def default_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])
