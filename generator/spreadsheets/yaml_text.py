"""A list of items as YAML, in the form in which people write it."""

import json
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.reading import nodes, parsing
from generator.spreadsheets.columns import Table

_WIDTH = 100


Written = Sequence[tuple[Mapping[str, Any], str]]
"""Items that are written already, and their lines."""


def as_yaml(table: Table, items: Iterable[Mapping[str, Any]], written: Written = ()) -> str:
    """The lines of a table's field. An item that is written already stays as it is written."""
    prose = {column.name for column in table.columns if column.is_prose}
    there = [lines for item in items for lines in _there(item, written) or _list([item], prose)]
    return "\n".join([f"{table.field}:", *there, ""])


def _there(item: Mapping[str, Any], written: Written) -> list[str]:
    return next((lines.splitlines() for known, lines in written if known == item), [])


def _list(items: Iterable[Mapping[str, Any]], prose: Collection[str]) -> Iterator[str]:
    for item in items:
        lines = list(_group(item, prose))
        yield f"  - {lines[0]}"
        yield from (f"    {line}" if line else "" for line in lines[1:])


def _group(item: Mapping[str, Any], prose: Collection[str]) -> Iterator[str]:
    for name, value in item.items():
        if isinstance(value, list):
            yield f"{name}:"
            yield from _list(value, prose)
        else:
            forms = _forms(name, value, is_prose=name in prose)
            yield from next(form for form in forms if _says(form, name, value))


def _forms(name: str, text: str, *, is_prose: bool) -> Iterator[list[str]]:
    """The ways to write a text, from the one that reads best to the one that is always right."""
    lines = text.split("\n")
    if (is_prose and max(map(len, lines)) <= _WIDTH) or len(lines) > 1:
        yield [f"{name}: |", *(f"  {line}" if line else "" for line in lines)]
    elif len(text) > _WIDTH:
        yield [f"{name}: >-", *(f"  {line}" for line in _wrapped(text))]
    for written in (text, f'"{text}"', f"'{text}'"):
        yield [f"{name}: {written}"]
    yield [f"{name}: {json.dumps(text, ensure_ascii=False)}"]


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _says(lines: list[str], name: str, text: str) -> bool:
    """Whether the reader takes the lines for the text; what a block adds at its end is nothing."""
    document = parsing.read("", "\n".join(lines).encode())
    found = document.node((name,))
    alone = isinstance(document.root, nodes.Mapping) and [*document.root.names] == [name]
    is_text = isinstance(found, nodes.Scalar) and found.text.strip() == text
    return alone and is_text and not document.problems
