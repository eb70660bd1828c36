"""YAML as nodes with places: every scalar is text, and nothing is typed, merged or repeated."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import CSafeLoader, events

from generator.problems.problem import Place, Problem, problem
from generator.reading.yaml_faults import explain

# Text copied from a page brings spaces that do not break; in a file they are only spaces.
_SPACES = str.maketrans("\u00a0\u202f", "  ")

_LINE_BREAK = re.compile("\r\n|[\n\r]")
# What YAML does not take, what it takes for a line's end though no editor shows it as one, and what
# is a sign in one typeface only, such as the bullets of some documents.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\uf8ff\ufffe\uffff]")
# What git leaves in a file where two have changed the same lines.
_CONFLICT = re.compile(r"^(?:(?:<{7}|>{7}) .*|={7}\r?$)", re.MULTILINE)

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Scalar:
    place: Place
    text: str
    lines: list[str]
    """The lines of the file that it stands on, from the first."""


@dataclass(slots=True)
class Sequence:
    place: Place
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    place: Place
    keys: dict[str, Place] = field(default_factory=dict)
    values: dict[str, "Node"] = field(default_factory=dict)
    repeated: list[tuple[str, Place]] = field(default_factory=list)
    """Fields that stand there once more; only the first of each has its value kept."""


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
            if isinstance(node, Mapping) and step in node.keys:
                place, node = node.keys[str(step)], node.values[str(step)]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                place = node.place
            else:
                return place
        is_text = isinstance(node, Scalar) and node.text and not of_key
        return node.place if is_text and node else place

    def data(self) -> Any:
        return _data(self.root) if self.root else None


def normalised(text: str) -> str:
    """The text with letters in one piece, and only one kind of space."""
    return unicodedata.normalize("NFC", text).translate(_SPACES)


def read(file: str, raw: bytes) -> Document:
    """Read one file. Never raises: what can't be read is a problem of the document."""
    document = Document(file, None, [])
    if len(raw) > MAX_BYTES:
        document.problems.append(problem("for-stor-fil", Place(file), limit=MAX_BYTES // 1024))
        return document
    try:
        text = normalised(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        document.problems.append(problem("ikke-utf-8", Place(file, line)))
        return document
    reader = _Reader(file, text)
    if conflict := _CONFLICT.search(text):
        line = len(_LINE_BREAK.split(text[: conflict.start()])) - 1
        place = reader.place(line, 0, len(conflict[0].rstrip()))
        document.problems.append(problem("rest-af-konflikt", place))
        return document
    if control := CONTROL.search(text):
        before = _LINE_BREAK.split(text[: control.start()])
        document.problems.append(
            problem("yaml-tegn", reader.place(len(before) - 1, len(before[-1])))
        )
        return document
    try:
        document.root = reader.document()
    except yaml.YAMLError as error:
        reader.problems.append(explain(error, reader.place))
    except _Stop:
        pass
    document.problems += reader.problems
    return document


def _data(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: _data(value) for key, value in node.values.items()}
    if isinstance(node, Sequence):
        return [_data(item) for item in node.items]
    return node.text


class _Stop(Exception):  # noqa: N818  # no error: the problem is noted already
    """A problem was noted after which the rest of the file says nothing more."""


class _Reader:
    """Builds nodes of libyaml's events; they are Any, since their types doubt their own marks."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = _LINE_BREAK.split(text)
        if not self.lines[-1] and len(self.lines) > 1:
            self.lines.pop()  # what follows the last line break is no line
        self._excerpts = self.lines
        if CONTROL.search(text):
            self._excerpts = [CONTROL.sub("\ufffd", line) for line in self.lines]
        self.problems: list[Problem] = []
        self._events: Iterator[Any] = yaml.parse(text, Loader=CSafeLoader)

    def place(self, line: int, column: int, width: int = 1) -> Place:
        """A place from libyaml's counts, which start at 0 and may point past the end."""
        line = min(line, len(self.lines) - 1)
        return Place(self.file, line + 1, column + 1, max(width, 1), self._excerpts[line])

    def note(self, code: str, place: Place, **context: object) -> None:
        self.problems.append(problem(code, place, **context))

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, events.DocumentStartEvent):
                if root is not None:
                    self.note("flere-dokumenter", self._place(event))
                    raise _Stop
            elif isinstance(event, events.NodeEvent):
                root = self._node(event, 1)
        if root is None or (isinstance(root, Scalar) and not root.text):
            self.note("tom-fil", Place(self.file))
            return None
        return root

    def _place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        same_line = start.line == end.line
        width = (end.column if same_line else len(self.lines[start.line])) - start.column
        return self.place(start.line, start.column, width)

    def _node(self, event: Any, depth: int) -> Node:
        place = self._place(event)
        if depth > MAX_DEPTH:
            self.note("for-dyb", place, limit=MAX_DEPTH)
            raise _Stop
        if isinstance(event, events.AliasEvent):
            self.note("alias", place, name=event.anchor)
            return Scalar(place, f"*{event.anchor}", [])
        if getattr(event, "anchor", None):
            self.note("anker", place, name=event.anchor)
        if getattr(event, "tag", None):
            self.note("yaml-tag", place, tag=event.tag)
        if isinstance(event, events.ScalarEvent):
            return self._scalar(event, place)
        if isinstance(event, events.SequenceStartEvent):
            sequence = Sequence(place)
            while not isinstance(event := next(self._events), events.SequenceEndEvent):
                sequence.items.append(self._node(event, depth + 1))
            return sequence
        return self._mapping(place, depth)

    def _mapping(self, place: Place, depth: int) -> Mapping:
        mapping = Mapping(place)
        while not isinstance(event := next(self._events), events.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                self.note("sammensat-nøgle", key.place)
            elif key.text in mapping.keys:
                mapping.repeated.append((key.text, key.place))
            else:
                mapping.keys[key.text] = key.place
                mapping.values[key.text] = value
        return mapping

    def _scalar(self, event: Any, place: Place) -> Scalar:
        text, lines = event.value, self.lines[event.start_mark.line : event.end_mark.line + 1]
        if event.style:
            if CONTROL.search(text):
                self.note("yaml-tegn", place)  # written as an escape in quotes: "\0"
            return Scalar(place, text, lines)
        rest = self.lines[event.end_mark.line : event.end_mark.line + 1]
        cut = rest[0][event.end_mark.column :].lstrip() if rest else ""
        if cut.startswith("#") and cut[1:2].strip():
            self.note("afkortet-af-havelåge", place, text=text, lost=cut)
        return Scalar(place, "" if text in ("~", "null", "Null", "NULL") else text, lines)
