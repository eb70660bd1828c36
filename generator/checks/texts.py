"""Texts that will look otherwise on the page than whoever wrote them can have meant."""

import re
from collections.abc import Iterable, Iterator
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
    # A dash may also begin a line of running text, or what somebody says; two items are a list.
    "punkt-tegn-i-tekst": re.compile(
        r"^[ \t]*((?:[•·▪◦‣]|(?:– ?|-)(?=[^\W\d].*[^.?!\s]\n[ \t]*(?:– ?|-)[^\W\d])).*)",
        re.MULTILINE,
    ),
    # Markdown begins a list after an empty line only.
    "liste-uden-luft": re.compile(
        r"(?:\A|^[ \t]*\n)(?![ \t]*(?:[-*+]|[0-9]+\.) )\S.*(?:\n(?![ \t]*$).+)*?\n([-*+] .*)",
        re.MULTILINE,
    ),
}
_MARKUP = re.compile(r"\*\*|\]\(|</?(?:br|b|i|p|em|strong|ul|li|u)\b[^<>]*>|&[a-z]+;")


def texts(programme: Programme) -> Iterator[Finding]:
    """What Markdown takes otherwise, markup where there is none, and a summary of many lines."""
    length = len(programme.summary)
    if length > LONGEST_SUMMARY:
        yield Finding("langt-resumé", ("summary",), {"number": length, "limit": LONGEST_SUMMARY})
    for path, text in _texts(programme, ()):
        yield from _prose(text, path) if isinstance(text, MarkdownText) else _line(text, path)


def _prose(text: str, path: _Path) -> Iterator[Finding]:
    if "\n" in text or not text[0].isalnum():  # else nothing begins a line that could be meant
        for code, pattern in _IN_PROSE.items():
            if found := pattern.search(text):
                yield Finding(code, path, quote=found[1])


def _line(text: str, path: _Path) -> Iterator[Finding]:
    if found := _MARKUP.search(text):
        yield Finding("opmærkning-vises", path, {"text": found[0]}, quote=found[0])


def _texts(value: object, path: _Path) -> list[tuple[_Path, str]]:
    """Every text of a value, and where it stands."""
    if isinstance(value, str):
        return [(path, value)]
    named: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, BaseModel):
        named = vars(value).items()
    elif isinstance(value, tuple):
        named = enumerate(value)
    return [found for name, item in named if item for found in _texts(item, (*path, name))]
