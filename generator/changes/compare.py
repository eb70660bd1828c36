"""Two versions of a catalogue, and what is different between them, as plain data."""

import operator
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from generator.changes.matching import Pairs, matched, moved, name_of
from generator.changes.shape import PROGRAMME, REGISTER, Shape
from generator.changes.version import Data, Group, Version

Path: TypeAlias = tuple[str, ...]
"""The names of fields, and of items by what they are known by: `offerings, Forårsholdet, start`."""


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RENAMED = "renamed"
    """A programme under a new id, which is its address."""


@dataclass(frozen=True, slots=True)
class Change:
    kind: Kind
    programme: str
    """Its id, the new one where it was renamed; empty for the register."""
    path: Path
    """Within the programme or the register; empty for a programme as a whole."""
    before: Data | None = None
    after: Data | None = None
    """The names of what was moved, when that is the change."""


def compare(before: Version, after: Version) -> list[Change]:
    """Everything that is different: of the register first, then by programme, in order."""
    found = [*_of_group(REGISTER, before.register, after.register, (), "")]
    same = _renamed(before.programmes, after.programmes)
    found += _order(list(before.programmes), list(after.programmes), same)
    for id, told in after.programmes.items():
        if id not in same:
            found.append(Change(Kind.ADDED, id, (), None, told))
            continue
        if same[id] != id:
            found.append(Change(Kind.RENAMED, id, (), same[id], id))
        found += _of_group(PROGRAMME, before.programmes[same[id]], told, (), id)
    gone = before.programmes.keys() - set(same.values())
    for id in (id for id in before.programmes if id in gone):
        found.append(Change(Kind.REMOVED, id, (), before.programmes[id], None))
    return found


def _renamed(before: Mapping[str, Group], after: Mapping[str, Group]) -> Mapping[str, str]:
    """By the id of each programme that was there already, its id before."""
    same = {id: id for id in after if id in before}
    gone = [id for id in before if id not in after]
    new = [id for id in after if id not in before]
    for is_same in (operator.eq, _have_one_title):
        for id in new:
            was = next((old for old in gone if is_same(before[old], after[id])), None)
            if was is not None and id not in same:
                same[id] = was
                gone.remove(was)
    return same


def _have_one_title(one: Group, other: Group) -> bool:
    return one.get("title") == other.get("title") is not None


def _order(before: list[str], after: list[str], same: Mapping[str, str]) -> Iterator[Change]:
    was = {id: position for position, id in enumerate(before)}
    pairs = {now: was[same[id]] for now, id in enumerate(after) if id in same}
    yield from _moves([after[now] for now in moved(pairs)], ("programmes",), "")


def _moves(names: list[str], path: Path, programme: str) -> Iterator[Change]:
    if names:
        yield Change(Kind.MOVED, programme, path, None, [*names])


def _of_value(
    shape: Shape, before: Data | None, after: Data | None, path: Path, programme: str
) -> Iterator[Change]:
    if before == after:
        return
    tables = all(isinstance(value, dict | None) for value in (before, after))
    lists = all(isinstance(value, list | None) for value in (before, after))
    if tables and shape.model:
        yield from _of_group(shape, _table(before), _table(after), path, programme)
    elif tables and shape.inner and not shape.inner.inner:
        yield from _of_table(shape, _table(before), _table(after), path, programme)
    elif lists:
        yield from _of_list(shape, _list(before), _list(after), path, programme)
    else:
        yield _difference(before, after, path, programme)


def _difference(before: Data | None, after: Data | None, path: Path, programme: str) -> Change:
    kind = Kind.CHANGED if before and after else Kind.ADDED if after else Kind.REMOVED
    return Change(kind, programme, path, before, after)


def _of_group(
    shape: Shape, before: Group, after: Group, path: Path, programme: str
) -> Iterator[Change]:
    """Field by field, in the order in which the model has them."""
    known = shape.model.model_fields if shape.model else {}
    for name in dict.fromkeys([*known, *after, *before]):
        meant = shape.default(name) or None
        values = before.get(name, meant), after.get(name, meant)
        yield from _of_value(shape.part(name), *values, (*path, name), programme)


def _of_table(
    shape: Shape, before: Group, after: Group, path: Path, programme: str
) -> Iterator[Change]:
    """Entry by entry; one that is new or gone is told as a whole."""
    for name in _in_order(after, before):
        values = before.get(name), after.get(name)
        if all(values):
            yield from _of_value(shape.part(name), *values, (*path, name), programme)
        else:
            yield _difference(*values, (*path, name), programme)


def _of_list(
    shape: Shape, before: list[Data], after: list[Data], path: Path, programme: str
) -> Iterator[Change]:
    item = shape.part("")
    pairs = matched(before, after, by_likeness=not item.vocabulary)
    for now, told in enumerate(after):
        place = (*path, name_of(told))
        if now in pairs and isinstance(told, list):
            if told != (was := before[pairs[now]]):
                yield _difference(was, told, place, programme)
        elif now in pairs:
            yield from _of_value(item, before[pairs[now]], told, place, programme)
        else:
            yield _difference(None, told, place, programme)
    for told in _gone(before, pairs):
        yield _difference(told, None, (*path, name_of(told)), programme)
    if item.model:
        # Of words, such as other names, the order tells nothing.
        yield from _moves([name_of(after[now]) for now in moved(pairs)], path, programme)


def _gone(before: list[Data], pairs: Pairs) -> Iterator[Data]:
    left = set(range(len(before))) - set(pairs.values())
    return (before[was] for was in sorted(left))


def _in_order(*groups: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(name for group in groups for name in group)


def _table(value: Data | None) -> Group:
    return value if isinstance(value, dict) else {}


def _list(value: Data | None) -> list[Data]:
    return value if isinstance(value, list) else []
