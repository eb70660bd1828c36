"""A YAML file becomes nodes with places, or a problem that tells why it can't be read."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

import yaml
from yaml import CSafeLoader, events

from generator.problems.problem import Place, Problem, problem
from generator.reading.letters import wrong_letter
from generator.reading.nodes import Document, Mapping, Node, Scalar, Sequence
from generator.reading.yaml_faults import explain
from generator.reading.yaml_names import (
    glued_parts,
    group_without_colon,
    without_colon,
    without_space,
)
from generator.reading.yaml_places import LINE_BREAK, Extent, Lines

# Text copied from a page brings spaces that do not break; in a file they are only spaces.
_SPACES = ("\u00a0", "\u202f")

# What YAML does not take, what it takes for a line's end though no editor shows it as one, and what
# is a sign in one typeface only, such as the bullets of some documents.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\uf8ff\ufffe\uffff]")
ENDS_OF_CONFLICT = "(?:<{7}|>{7}) .*"
"""What git leaves in a file where two have changed the same lines; it parts them by seven `=`."""
_CONFLICT = re.compile(rf"^(?:{ENDS_OF_CONFLICT}|={{7}}\r?$)", re.MULTILINE)

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12

_OUR_RULES = {
    "for-stor-fil", "for-dyb", "tom-fil", "flere-dokumenter", "alias", "anker", "yaml-tag",
    "sammensat-nøgle", "afkortet-af-havelåge",
}  # fmt: skip
"""What is no fault of the YAML."""


def normalised(text: str) -> str:
    """The text with letters in one piece, and only one kind of space."""
    text = unicodedata.normalize("NFC", text)
    for space in _SPACES:
        text = text.replace(space, " ")
    return text


def read(file: str, raw: bytes) -> Document:
    """Read one file. Never raises: what can't be read is a problem of the document."""
    document = Document(file, None, [])
    if len(raw) > MAX_BYTES:
        document.problems.append(problem("for-stor-fil", Place(file), limit=MAX_BYTES // 1024))
        return document
    try:
        text = normalised(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        document.problems.append(not_utf_8(file, error))
        return document
    reader = _Reader(file, text)
    if conflict := _CONFLICT.search(text):
        document.problems.append(problem("rest-af-konflikt", reader.lines.place_of(conflict)))
        return document
    if control := CONTROL.search(text):
        document.problems.append(problem("yaml-tegn", reader.lines.place_of(control)))
        return document
    if wrong := wrong_letter(text, reader.lines):
        document.problems.append(wrong)
        return document
    try:
        document.root = reader.document()
    except yaml.YAMLError as error:
        found = explain(error, reader.lines.place)
        # A text that begins with a sign of YAML's is told by that sign.
        if all(known.place.line != found.place.line for known in reader.problems):
            reader.problems.append(found)
    except _Stop:
        pass
    document.problems += reader.problems
    return document


def lines_of(file: str, text: str) -> Lines:
    """The lines of a file, by which places in it are told."""
    lines = LINE_BREAK.split(text)
    if not lines[-1] and len(lines) > 1:
        lines.pop()  # what follows the last line break is no line
    excerpts = lines
    if CONTROL.search(text):
        excerpts = [CONTROL.sub("\ufffd", line) for line in lines]
    return Lines(file, lines, excerpts)


def not_utf_8(file: str, error: UnicodeDecodeError) -> Problem:
    """That a file is in another encoding, at the line that shows it."""
    return problem("ikke-utf-8", Place(file, error.object.count(b"\n", 0, error.start) + 1))


def faults(file: str, raw: bytes) -> list[Problem]:
    """Why a file is no YAML; empty for what others may read, though the catalogue would not."""
    try:
        yaml.compose(raw, Loader=yaml.SafeLoader)  # as MkDocs does, which takes a little more
    except RecursionError:
        return []
    except yaml.YAMLError:
        found = [one for one in read(file, raw).problems if one.code not in _OUR_RULES]
        return found or [problem("yaml-fejl", Place(file))]
    return []


class _Stop(Exception):  # noqa: N818  # no error: the problem is noted already
    """A problem was noted after which the rest of the file says nothing more."""


class _Reader:
    """Builds nodes of libyaml's events; they are Any, since their types doubt their own marks."""

    def __init__(self, file: str, text: str) -> None:
        self.lines = lines_of(file, text)
        self.problems: list[Problem] = []
        self._next: Callable[[], Any] = CSafeLoader(text).get_event

    def note(self, code: str, at: Extent | Place, **context: object) -> None:
        place = at.place if isinstance(at, Extent) else at
        self.problems.append(problem(code, place, **context))

    def document(self) -> Node | None:
        root: Node | None = None
        while not isinstance(event := self._next(), events.StreamEndEvent):
            if isinstance(event, events.DocumentStartEvent):
                if root is not None:
                    self.note("flere-dokumenter", self._at(event))
                    raise _Stop
            elif isinstance(event, events.NodeEvent):
                root = self._node(event, 1)
        if root is None or (isinstance(root, Scalar) and not root.text):
            self.note("tom-fil", Place(self.lines.file))
            return None
        return root

    def _at(self, event: Any) -> Extent:
        return Extent(self.lines, event.start_mark, event.end_mark)

    def _node(self, event: Any, depth: int) -> Node:
        at, kind = self._at(event), type(event)
        if depth > MAX_DEPTH:
            self.note("for-dyb", at, limit=MAX_DEPTH)
            raise _Stop
        if kind is events.AliasEvent:
            after = self.lines.lines[event.end_mark.line][event.end_mark.column :].strip()
            is_text = after and after[0] not in ",]}:#"
            self.note("yaml-starttegn" if is_text else "alias", at, name=event.anchor)
            return Scalar(at.place, f"*{event.anchor}")  # its lines say something else
        if event.anchor:
            self.note("anker", at, name=event.anchor)
        if event.tag:
            self.note("yaml-tag", at, tag=event.tag)
        if kind is events.ScalarEvent:
            return Scalar(at, self._text(event, at))
        if kind is events.SequenceStartEvent:
            sequence = Sequence(at)
            while type(event := self._next()) is not events.SequenceEndEvent:
                sequence.items.append(self._node(event, depth + 1))
            return sequence
        return self._mapping(at, depth, in_braces=event.flow_style)

    def _mapping(self, at: Extent, depth: int, *, in_braces: bool) -> Mapping:
        mapping = Mapping(at)
        while type(event := self._next()) is not events.MappingEndEvent:
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            if isinstance(key, Scalar) and isinstance(value, Scalar):
                key, value = self._apart(key, value, in_braces=in_braces)
            if not isinstance(key, Scalar):
                self.note("sammensat-nøgle", key.at)
            elif key.text in mapping.names:
                mapping.repeated.append((key.text, key.place))
            else:
                mapping.names[key.text] = key
                mapping.values[key.text] = value
        return mapping

    def _apart(self, key: Scalar, value: Scalar, *, in_braces: bool) -> tuple[Scalar, Scalar]:
        """A name and its text, where the colon or the space between them was lost."""
        if name := group_without_colon(key.text, value.text):
            self.problems.append(without_colon(key.place, name))
            raise _Stop
        glued = glued_parts(key.text) if in_braces and not value.text else None
        if not glued:
            return key, value
        name, text = glued
        self.problems.append(without_space(key.place, name, text))
        return Scalar(key.at, name), Scalar(key.at, text)

    def _text(self, event: Any, at: Extent) -> str:
        text: str = event.value
        if event.style:
            if CONTROL.search(text):
                self.note("yaml-tegn", at)  # written as an escape in quotes: "\0"
            return text
        end, lines = event.end_mark, self.lines.lines
        cut = lines[end.line][end.column :].lstrip() if end.line < len(lines) else ""
        if cut.startswith("#") and cut[1:2].strip():
            self.note("afkortet-af-havelåge", at, text=text, lost=cut)
        return "" if text in ("~", "null", "Null", "NULL") else text
