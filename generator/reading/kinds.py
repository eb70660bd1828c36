"""What a field holds, as far as its name alone tells: for lines that are not read as YAML yet."""

from collections.abc import Mapping
from enum import Enum, auto
from functools import cache
from typing import Any, get_args, get_origin

from generator.model.programme import Programme
from generator.model.register import Register
from generator.model.text import MarkdownText
from generator.reading.fields import Group, annotation_at, groups_in, groups_within
from generator.reading.nodes import Path


class Kind(Enum):
    TEXT = auto()
    PROSE = auto()
    """Text that may have lists in it."""
    LIST = auto()
    GROUP = auto()


@cache
def kinds() -> Mapping[str, set[Kind]]:
    """By the name of each field that a file can have; several where groups differ."""
    found: dict[str, set[Kind]] = {}
    for group in (*groups_within(Programme), *groups_within(Register)):
        for name, field in group.model_fields.items():
            found.setdefault(name, set()).add(_kind(field.annotation))
    return found


def kind_at(model: Group, path: Path) -> Kind | None:
    """Of the field that ends `path` in `model`; None where there is none."""
    annotation = annotation_at(model, path)
    return _kind(annotation) if annotation else None


def _kind(annotation: Any) -> Kind:
    shapes = {get_origin(part) or part for part in (annotation, *get_args(annotation))}
    if tuple in shapes:
        return Kind.LIST
    if dict in shapes or any(groups_in(annotation)):
        return Kind.GROUP
    return Kind.PROSE if MarkdownText in shapes | {*_inner(annotation)} else Kind.TEXT


def _inner(annotation: Any) -> set[Any]:
    """The types within the annotated ones of a union."""
    return {inner for part in get_args(annotation) for inner in get_args(part)[:1]}
