"""A YAML file becomes nodes with places, or a problem that tells why it can't be read."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml
from yaml import CSafeLoader, events

from generator.problems.problem import Place, Problem, problem
from generator.reading.nodes import Document, Mapping, Node, Scalar, Sequence
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
