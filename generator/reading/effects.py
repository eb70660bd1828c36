"""Which findings are only effects: what one mistake of form does to the fields around it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from pydantic_core import ErrorDetails

from generator.problems.problem import Place
from generator.reading.fields import Group, group_at, groups_with, has_own_names, title_at
from generator.reading.nodes import Document, Mapping, Path, Scalar, groups
from generator.reading.split_items import Split, split_items

Repeated = tuple[str, Place, Place]
"""The name of a field, where it stands once more, and where it stood first."""


@dataclass(slots=True)
class Effects:
    """What is told at its cause; paths are those that pydantic has something against."""

    unindented: set[Path] = field(default_factory=set)
    """Empty fields, the lines of which follow without being indented."""
    strays: dict[Path, tuple[list[str], list[str]]] = field(default_factory=dict)
    """The first of several fields that stand in the wrong group: all their names, and the titles
    of the groups that have them all."""
    undashed: list[Repeated] = field(default_factory=list)
    """What seems to begin a new item of a list."""
    repeated: list[Repeated] = field(default_factory=list)
    """Fields that only stand there too often."""
    split: list[Split] = field(default_factory=list)
    """Items that seem to be one."""
    _untold: set[Path] = field(default_factory=set)
    _items_of_strays: set[Path] = field(default_factory=set)
    _headings: set[Path] = field(default_factory=set)
    """Lists that items in the wrong group seem to belong to: the line above them is lost."""

    def has(self, error: ErrorDetails) -> bool:
        """Whether `error` follows from what is told elsewhere."""
        path = error["loc"]
        is_missing = error["type"] == "missing"
        is_of_stray_item = is_missing and path[:-1] in self._items_of_strays
        is_heading = is_missing and path in self._headings
        return path in self._untold or is_of_stray_item or is_heading


def effects(document: Document, model: Group, details: list[ErrorDetails]) -> Effects:
    """Only fields that cannot stand where they do are taken for effects, never a wrong value."""
    found = Effects()
    refused = {error["loc"]: error["type"] for error in details}
    all_groups = list(groups(document.root))
    if not refused and not any(group.repeated for _, group in all_groups):
        return found  # as in nearly every file
    for path, group in all_groups:
        unknown = [p for name in group.names if refused.get(p := (*path, name)) == _UNKNOWN]
        below = {
            place: cause
            for cause, places in _unindented(model, path, group, unknown)
            for place in places
            if cause in refused
        }
        found.unindented |= {cause for cause in below.values() if cause not in unknown}
        found._untold |= {p for p in unknown if group.names[str(p[-1])].place in below}
        _add_strays(found, model, [p for p in unknown if p not in found._untold])
        if not any(refused.get(path[:end]) == _NO_LIST for end in range(len(path) + 1)):
            again = [(name, place) for name, place in group.repeated if place not in below]
            _add_repeated(found, path, group, again)
    for split in split_items(document, details):
        found.split.append(split)
        found._untold |= split.effects
    return found


_UNKNOWN, _NO_LIST = "extra_forbidden", "tuple_type"


def _unindented(
    model: Group, path: Path, group: Mapping, unknown: list[Path]
) -> Iterator[tuple[Path, set[Place]]]:
    """Each empty field of a group, and where fields follow that belong under it."""
    names = [*group.keys.items(), *group.repeated]
    in_order = sorted(names, key=lambda entry: (entry[1].line, entry[1].column))
    misplaced = {group.names[str(p[-1])].place for p in unknown}
    misplaced |= {place for _, place in group.repeated}
    for number, (name, place) in enumerate(in_order, 1):
        value = group.values[name]
        if (
            place == group.names[name].place
            and isinstance(value, Scalar)
            and not value.text.strip()
        ):
            after = list(takewhile(lambda entry: entry[1] in misplaced, in_order[number:]))
            inner = _group_of(model, (*path, name))
            own_names = has_own_names(model, (*path, name))
            places = {
                place
                for below, place in after
                if _can_be_below(inner, below) or (own_names and not groups_with(model, below))
            }
            if places:
                yield (*path, name), places


def _group_of(model: Group, path: Path) -> Group | None:
    """The group under the field that ends `path`, which may itself stand too far in."""
    places = (group_at(model, (*path[:end], path[-1])) for end in range(len(path) - 1, -1, -1))
    return next((group for group in places if group), None)


def _can_be_below(group: Group | None, name: str) -> bool:
    """Whether it is a field of the group; a line of text with a colon where it takes a text."""
    return name in group.model_fields if group else " " in name


def _is_item(path: Path) -> bool:
    return bool(path) and isinstance(path[-1], int)


def _add_strays(found: Effects, model: Group, unknown: list[Path]) -> None:
    homes = {path: groups_with(model, str(path[-1])) for path in unknown}
    placed = [path for path, titles in homes.items() if titles]
    if len(placed) < 2:
        return
    first, *others = placed
    common = [title for title in homes[first] if all(title in homes[path] for path in others)]
    if common:
        found.strays[first] = [str(path[-1]) for path in placed], common
        if _is_item(first[:-1]):
            found._items_of_strays.add(first[:-1])
            lists = ((name,) for name in model.model_fields if title_at(model, (name, 0)) in common)
            found._headings |= {*lists}
        found._untold |= {*others}


def _add_repeated(
    found: Effects, path: Path, group: Mapping, repeated: list[tuple[str, Place]]
) -> None:
    again = [(name, place, group.names[name].place) for name, place in repeated]
    # An item that has its first field or several once more is two, the dash between them lost.
    beginnings = [entry for entry in again if entry[0] == next(iter(group.names))]
    if _is_item(path) and (beginnings or len({name for name, _ in repeated}) > 1):
        found.undashed += beginnings or again[:1]
    else:
        found.repeated += again
