"""What the model knows about a place in a file: which fields can stand there, and their names."""

from collections.abc import Iterator, Sequence
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from generator.reading.nodes import Path
from generator.reading.suggestions import nearest

Group = type[BaseModel]


def group_at(model: Group, path: Path) -> Group | None:
    """The group of fields at `path` in `model`; None where the value is no group."""
    current: Any = model
    for step in path:
        current = _without_none(current)
        if isinstance(current, type) and issubclass(current, BaseModel):
            field = current.model_fields.get(str(step))
            if field is None:
                return None
            current = field.annotation
        elif get_origin(current) is tuple and isinstance(step, str):
            return None
        else:
            current = next(groups_in(current), None)
    return next(groups_in(current), None)


def has_own_names(model: Group, path: Path) -> bool:
    """Whether the names under the field at `path` are the editors' own, as those of questions."""
    origin: Any = get_origin(_without_none(annotation_at(model, path)))
    return origin is dict


def annotation_at(model: Group, path: Path) -> Any:
    """The type of the field that ends `path`; None where there is no such field."""
    group = group_at(model, path[:-1])
    field = group.model_fields.get(str(path[-1])) if group else None
    return field.annotation if field else None


def names_at(model: Group, path: Path) -> Sequence[str]:
    """The fields that can stand in the group at `path`."""
    group = group_at(model, path)
    return list(group.model_fields) if group else []


def title_at(model: Group, path: Path) -> str:
    """How messages name the group at `path`: `et element`."""
    group = group_at(model, path)
    return str(group.model_config.get("title", "gruppen")) if group else "gruppen"


def meant_field(model: Group, path: Path) -> str:
    """The field that was meant by the last name of `path`: by its own name or its Danish one."""
    group = group_at(model, path[:-1])
    names: dict[str, str] = {}
    for name, field in (group.model_fields if group else {}).items():
        names |= {name: name, (field.title or name).lower(): name}
    return names.get(nearest(str(path[-1]), names), "")


def groups_with(model: Group, name: str) -> list[str]:
    """The titles of the groups anywhere in `model` that have the field: it may be misplaced."""
    groups = [group for group in groups_within(model) if name in group.model_fields]
    return [str(group.model_config.get("title")) for group in groups]


def groups_within(model: Group) -> list[Group]:
    """Every group that a file of `model` can have, itself included."""
    groups = [model]
    for group in groups:
        for field in group.model_fields.values():
            groups += [found for found in groups_in(field.annotation) if found not in groups]
    return groups


def enclosing_group_with(model: Group, path: Path) -> str:
    """The title of a group around the last name of `path` that has it: it may be indented wrong."""
    for end in range(len(path) - 2, -1, -1):
        group = group_at(model, path[:end])
        if group and str(path[-1]) in group.model_fields:
            return title_at(model, path[:end])
    return ""


def field_name(path: Path) -> str:
    """The name of the field that a path ends in, however deep in a list."""
    return next((step for step in reversed(path) if isinstance(step, str)), "filen")


def _without_none(annotation: Any) -> Any:
    """`Selection` of `Selection | None`."""
    if get_origin(annotation) in (Union, UnionType):
        return next(part for part in get_args(annotation) if part is not NoneType)
    return annotation


def groups_in(annotation: Any) -> Iterator[Group]:
    """The groups that an annotation such as `tuple[Element, ...] | None` speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from groups_in(argument)
