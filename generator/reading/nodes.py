"""YAML as nodes with places: every scalar is text, and nothing is typed, merged or repeated."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.problems.problem import Place, Problem
from generator.reading.yaml_places import Extent

Path = tuple[str | int, ...]


@dataclass(slots=True)
class _Placed:
    at: Extent | Place

    @property
    def place(self) -> Place:
        return self.at.place if isinstance(self.at, Extent) else self.at


@dataclass(slots=True)
class Scalar(_Placed):
    text: str

    @property
    def lines(self) -> list[str]:
        """The lines of the file that it stands on, from the first."""
        at = self.at
        return at.of.lines[at.start.line : at.end.line + 1] if isinstance(at, Extent) else []


@dataclass(slots=True)
class Sequence(_Placed):
    items: list["Node"] = field(default_factory=list)

    @property
    def begins_with_dash(self) -> bool:
        """Whether it is written with dashes, not in brackets."""
        place = self.place
        return place.excerpt[place.column - 1 :].startswith("-")


@dataclass(slots=True)
class Mapping(_Placed):
    names: dict[str, _Placed] = field(default_factory=dict)
    """What has the place of each field's name."""
    values: dict[str, "Node"] = field(default_factory=dict)
    repeated: list[tuple[str, Place]] = field(default_factory=list)
    """Fields that stand there once more; only the first of each has its value kept."""

    @property
    def keys(self) -> dict[str, Place]:
        """Where the name of each field stands."""
        return {name: placed.place for name, placed in self.names.items()}


Node = Scalar | Sequence | Mapping


def groups(node: "Node | None", path: Path = ()) -> Iterator[tuple[Path, Mapping]]:
    """Every mapping within a node, itself included, with its path from there."""
    if isinstance(node, Mapping):
        yield path, node
        for name, value in node.values.items():
            yield from groups(value, (*path, name))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from groups(item, (*path, index))


@dataclass(slots=True)
class Document:
    """One file. `root` is None when the YAML itself could not be read."""

    file: str
    root: Node | None
    problems: list[Problem]

    def node(self, path: Path) -> "Node | None":
        node = self.root
        for step in path:
            if isinstance(node, Mapping):
                node = node.values.get(str(step))
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                return None
        return node

    def place_of(self, path: Path, quote: str) -> Place:
        """Where `quote` stands in the text at `path`; the text's own place when it is not there."""
        node = self.node(path)
        place = self.place(path)
        for offset, line in enumerate(node.lines if isinstance(node, Scalar) else []):
            start = line.find(quote, place.column - 1 if not offset else 0)
            if quote and start >= 0:
                return Place(self.file, place.line + offset, start + 1, len(quote), line)
        return place

    def place(self, path: Path, *, of_key: bool = False) -> Place:
        """Where the value at `path` stands, or its key; the nearest parent where it is absent."""
        node = self.root
        place = node.place if node else Place(self.file)
        for step in path:
            if isinstance(node, Mapping) and step in node.names:
                place, node = node.names[str(step)].place, node.values[str(step)]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                place = node.place
            else:
                return place
        is_text = isinstance(node, Scalar) and node.text and not of_key
        return node.place if is_text and node else place

    def data(self) -> Any:
        return _data(self.root) if self.root else None


def _data(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: _data(value) for key, value in node.values.items()}
    if isinstance(node, Sequence):
        return [_data(item) for item in node.items]
    return node.text
