"""References: ids in one place that must be defined in another."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, Self, TypeAlias

from pydantic import AfterValidator, ValidationInfo

from generator.model.written import Written, refusal

Vocabulary: TypeAlias = Mapping[str, Collection[str]]
"""The ids that are defined, by kind. A kind that is absent could not be read and is not checked."""


def check_reference(kind: str, name: str, info: ValidationInfo) -> None:
    """Refuse `name` unless the vocabulary given as validation context defines it."""
    vocabulary: Vocabulary = info.context or {}
    known = vocabulary.get(kind)
    if known is not None and name not in known:
        raise refusal("ukendt-henvisning", text=name, kind=kind, known=sorted(known))


def _reference(kind: str) -> AfterValidator:
    def check(name: str, info: ValidationInfo) -> str:
        check_reference(kind, name, info)
        return name

    return AfterValidator(check)


OrganisationId = Annotated[str, _reference("organisations")]
AudienceId = Annotated[str, _reference("audiences")]
FieldId = Annotated[str, _reference("fields")]
KindId = Annotated[str, _reference("element_kinds")]


@dataclass(frozen=True, slots=True)
class Citation(Written):
    """The source that something rests on, and where in it: `folder, "Hvem kan deltage?"`."""

    source: str
    part: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        match = re.fullmatch(r'([^\s,"]+)(?:, ?["»”“]([^"»«”“]+)["«”“])?', text)
        if not match:
            raise refusal("ugyldig-kildehenvisning", text=text)
        return cls(match[1], match[2] or "")

    def __str__(self) -> str:
        return f'{self.source}, "{self.part}"' if self.part else self.source


def _defined(citation: Citation, info: ValidationInfo) -> Citation:
    check_reference("sources", citation.source, info)
    return citation


SourceRef = Annotated[Citation, AfterValidator(_defined)]


def _answerable(
    profile: dict[str, tuple[str, ...]], info: ValidationInfo
) -> dict[str, tuple[str, ...]]:
    for question, answers in profile.items():
        check_reference("profile", question, info)
        for answer in answers:
            check_reference(f"profile.{question}", answer, info)
    return profile


Profile = Annotated[dict[str, tuple[str, ...]], AfterValidator(_answerable)]
"""Answers in the self-check that meet a requirement, by question."""
