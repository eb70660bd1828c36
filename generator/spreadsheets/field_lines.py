"""The lines on which a field of a programme's file stands, for changing those and no others."""

import re
from collections.abc import Mapping, Sequence

from generator.editing.text_file import split_lines
from generator.model.programme import Programme
from generator.problems.problem import Place
from generator.reading import nodes, parsing
from generator.specimen import note_of

_BETWEEN, _OF_THE_NEXT = r"\s*(#|$)", r"#|\.\.\.|\s*$"
"""Empty lines and comments; the same between fields, where only those at the margin count."""


def with_field(text: str, field: str, block: str) -> str:
    """The text of a programme's file with `block` as the lines of a field, new or in its place.

    What stands around it stays, byte for byte; comments within the field go with it. A new one
    takes the place of the note that keeps room for it. Raises ValueError for a file whose fields
    don't begin at the start of a line.
    """
    root = parsing.read("", text.encode()).root
    places = root.keys if isinstance(root, nodes.Mapping) else {}
    if not places or any(place.column != 1 for place in places.values()):
        raise ValueError("no fields at the start of a line")
    lines = split_lines(text)
    ending = "\r\n" if "\r\n" in text else "\n"
    block = block.replace("\n", ending)
    if field in places:
        start, end = extent(field, places, lines)
        return "".join([*lines[:start], block, *lines[end:]])
    if at := note_of(lines, field):
        return "".join([*lines[: at - 1], block, *lines[at:]])
    order = [*Programme.model_fields]
    before = [name for name in order[: order.index(field)] if name in places]
    _, end = extent(before[-1], places, lines) if before else (0, 0)
    head = "".join(lines[:end])
    gap = ending if head.endswith(("\n", "\r")) else ending * 2
    return "".join([head, gap, block, *lines[end:]])


def extent(field: str, places: Mapping[str, Place], lines: list[str]) -> tuple[int, int]:
    """The first line of a field and the one after its last, counted from 0.

    Comments above the next field belong to that, and so does the end of the document.
    """
    start = places[field].line - 1
    starts = [place.line - 1 for place in places.values() if place.line - 1 > start]
    return start, without_tail(lines, start + 1, min(starts, default=len(lines)), _OF_THE_NEXT)


def without_tail(lines: Sequence[str], start: int, end: int, tail: str = _BETWEEN) -> int:
    """Where the lines end whose last ones match a pattern, without those."""
    while end > start and re.match(tail, lines[end - 1]):
        end -= 1
    return end
