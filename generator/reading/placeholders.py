"""What a new file has where a text must be written: an error for as long as it stands there."""

import re
from collections.abc import Iterator

from generator.problems.problem import Problem, problem
from generator.reading.nodes import Document, Mapping, Node, Scalar

PLACEHOLDER = "UDFYLD"
UNFILLED = "udfyld"
"""The code of a placeholder that still stands there."""

_BEGINNING = re.compile(rf"{PLACEHOLDER}\b")


def tell_placeholders(document: Document) -> None:
    """Add a problem for each, in place of what else is wrong with such a text."""
    found = list(_unfilled(document.root))
    places = {(one.place.line, one.place.column) for one in found}
    others = [p for p in document.problems if (p.place.line, p.place.column) not in places]
    document.problems[:] = [*others, *found]


def _unfilled(node: Node | None) -> Iterator[Problem]:
    match node:
        case Mapping():
            for value in node.values.values():
                yield from _unfilled(value)
        case Scalar() if _BEGINNING.match(node.text):
            yield problem(UNFILLED, node.place, text=node.text)
        case None | Scalar():
            pass
        case _:
            for item in node.items:
                yield from _unfilled(item)
