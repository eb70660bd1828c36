"""How a place in a file is made of what libyaml counts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.problems.problem import Place

PlaceAt = Callable[[int, int], Place]
"""A place of line and column from 0; of the last line, where there are not so many."""


LINE_BREAK = re.compile("\r\n|[\n\r]")


@dataclass(frozen=True, slots=True)
class Lines:
    """A file's lines, by which places in it are told."""

    file: str
    lines: list[str]
    excerpts: list[str]
    """The same, as a reader may see them."""

    def place(self, line: int, column: int, width: int = 1) -> Place:
        """A place from libyaml's counts, which start at 0 and may point past the end."""
        line = min(line, len(self.lines) - 1)
        return Place(self.file, line + 1, column + 1, max(width, 1), self.excerpts[line])

    def place_of(self, found: re.Match[str]) -> Place:
        """Where in the file's whole text something was found."""
        return self.at(found.string, found.start(), len(found[0].rstrip()))

    def at(self, text: str, start: int, width: int) -> Place:
        """The place of what stands in the file's whole text from a character on."""
        before = LINE_BREAK.split(text[:start])
        return self.place(len(before) - 1, len(before[-1]), width)


@dataclass(slots=True)
class Extent:
    """From where to where something goes. Its place is made when it is asked for, as few are."""

    of: Lines
    start: Any
    end: Any
    """Marks of libyaml's, with line and column."""

    @property
    def place(self) -> Place:
        start, end = self.start, self.end
        same_line = start.line == end.line
        width = (end.column if same_line else len(self.of.lines[start.line])) - start.column
        return self.of.place(start.line, start.column, width)
