"""Texts that will look otherwise on the page than whoever wrote them can have meant."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from pydantic import BaseModel

from generator.checks.finding import Finding
from generator.model.programme import Programme
from generator.model.text import MarkdownText

LONGEST_SUMMARY = 140
"""Characters; it stands on a card, and the specimen asks for no more."""

_Path: TypeAlias = tuple[str | int, ...]

# What is told of stands in the group.
_IN_PROSE = {
    "note-på-siden": re.compile(r"^[ \t]*(#.*)", re.MULTILINE),
    # A dash may also begin a line of running text; two lines with one are a list.
    "punkt-tegn-i-tekst": re.compile(
        r"^[ \t]*((?:[•·▪◦‣]|(?:– ?|-)(?=[^\W\d].*\n[ \t]*(?:– ?|-)[^\W\d])).*)", re.MULTILINE
    ),
    # Markdown begins a list after an empty line only.
    "liste-uden-luft": re.compile(
        r"(?:\A|^[ \t]*\n)(?![ \t]*[-*+] )\S.*(?:\n(?![ \t]*$).+)*?\n([-*+] .*)", re.MULTILINE
    ),
}
_MARKUP = re.compile(r"\*\*|\]\(|</?(?:br|b|i|p|em|strong|ul|li|u)\b[^<>]*>|&[a-z]+;")


def texts(programme: Programme) -> Iterator[Finding]:
    """What Markdown takes otherwise, markup where there is none, and a summary of many lines."""
    length = len(programme.summary)
    if length > LONGEST_SUMMARY:
        yield Finding("langt-resumé", ("summary",), {"number": length, "limit": LONGEST_SUMMARY})
    for path, text in _texts(programme, ()):
        if not isinstance(text, MarkdownText):
            if found := _MARKUP.search(text):
                yield Finding("opmærkning-vises", path, {"text": found[0]}, quote=found[0])
            continue
        for code, pattern in _IN_PROSE.items():
            if found := pattern.search(text):
                yield Finding(code, path, quote=found[1])


def _texts(value: object, path: _Path) -> Iterator[tuple[_Path, str]]:
    """Every text of a value, and where it stands."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
