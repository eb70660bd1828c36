"""References: ids in one place that must be defined in another."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, Self, TypeAlias

from pydantic import AfterValidator, Field, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from generator.model.written import Written, loosely, refusal, refuse_all

Vocabulary: TypeAlias = Mapping[str, Collection[str]]
"""The ids that are defined, by kind. A kind that is absent could not be read and is not checked."""


def _unknown(kind: str, name: str, info: ValidationInfo) -> list[PydanticCustomError]:
    """The refusal of `name`, unless the vocabulary given as validation context defines it."""
    vocabulary: Vocabulary = info.context or {}
    known = vocabulary.get(kind)
    if known is None or name in known:
        return []
    return [refusal("ukendt-henvisning", text=name, kind=kind, known=sorted(known))]


def _reference(kind: str) -> AfterValidator:
    def check(name: str, info: ValidationInfo) -> str:
        refuse_all(_unknown(kind, name, info))
        return name

    return AfterValidator(check)


@dataclass(frozen=True, slots=True)
class _Listed:
    """Marks the place in a schema where the ids of a catalogue are to be listed."""

    kind: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "x-vocabulary": self.kind}


OrganisationId = Annotated[str, _reference("organisations"), _Listed("organisations")]
AudienceId = Annotated[str, _reference("audiences"), _Listed("audiences")]
FieldId = Annotated[str, _reference("fields"), _Listed("fields")]
KindId = Annotated[str, _reference("element_kinds"), _Listed("element_kinds")]


@dataclass(frozen=True, slots=True)
class Citation(Written):
    """The source that something rests on, and where in it: `folder, "Hvem kan deltage?"`."""

    source: str
    part: str = ""

    form = loosely(r'[^ ,"]+(?:, ?["»”“][^"»«”“]+["«”“])?')
    refused_as = "ugyldig-kildehenvisning"

    @classmethod
    def parse(cls, text: str) -> Self:
        match = re.fullmatch(r'([^\s,"]+)(?:, ?["»”“]([^"»«”“]+)["«”“])?', text)
        if not match:
            raise refusal("ugyldig-kildehenvisning", text=text)
        return cls(match[1], match[2] or "")

    def __str__(self) -> str:
        return f'{self.source}, "{self.part}"' if self.part else self.source


def _defined(citation: Citation, info: ValidationInfo) -> Citation:
    refuse_all(_unknown("sources", citation.source, info))
    return citation


Answers = Annotated[tuple[str, ...], Field(min_length=1)]

SourceRef = Annotated[Citation, AfterValidator(_defined)]


def _answerable(profile: dict[str, Answers], info: ValidationInfo) -> dict[str, Answers]:
    found = []
    for question, answers in profile.items():
        found += _unknown("profile", question, info)
        for answer in answers:
            found += _unknown(f"profile.{question}", answer, info)
    refuse_all(found)
    return profile


Profile = Annotated[dict[str, Answers], AfterValidator(_answerable), _Listed("profile")]
"""Answers in the self-check that meet a requirement, by question."""
