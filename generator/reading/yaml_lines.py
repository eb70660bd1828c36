"""The lines around a fault, as an editor wrote them."""

import re
from collections.abc import Iterator

from generator.problems.problem import Place
from generator.reading.yaml_places import PlaceAt

FIELD = re.compile(r"( *(?:- +)*)([\w-]+):(?: +(.*))?$")
"""How far in a field stands, its name, and its text."""
ITEM = re.compile(r"( *- +)(.*)")
"""How far in an item's text stands, and that text."""

_BLOCK = re.compile(r"[|>][+-]?\d?")


def upwards(found: Place, place: PlaceAt) -> Iterator[Place]:
    """The lines above that say something, the nearest first."""
    for line in range(found.line - 2, -1, -1):
        above = place(line, 0)
        if _says_something(above):
            yield above


def downwards(found: Place, place: PlaceAt) -> Iterator[Place]:
    """The lines below that say something, the nearest first."""
    line = found.line
    while (below := place(line, 0)).line > line:
        if _says_something(below):
            yield below
        line += 1


def _says_something(line: Place) -> bool:
    return bool(line.excerpt.strip()) and not line.excerpt.lstrip().startswith("#")


def indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def begins_block(text: str | None) -> bool:
    """Whether what stands after a name or a dash begins a text on the lines below it."""
    return bool(_BLOCK.fullmatch((text or "").strip()))


def words_of(line: Place) -> Place:
    """Where the words of a line stand in it."""
    text = line.excerpt
    return Place(line.file, line.line, indent(text) + 1, max(len(text.strip()), 1), text)


def shortened(text: str, limit: int = 50) -> str:
    """The text as a message can show it."""
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"
