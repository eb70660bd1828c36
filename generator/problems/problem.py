"""A problem, and the table that words it."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any


class Severity(StrEnum):
    """Only an error stops publishing.

    A warning asks for a decision; a reminder tells what the calendar brings; a gap is a question
    left unanswered.
    """

    ERROR = "fejl"
    WARNING = "advarsel"
    REMINDER = "påmindelse"
    GAP = "hul"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file; line and column count from 1, width in characters."""

    file: str
    line: int = 1
    column: int = 1
    width: int = 1
    excerpt: str = ""
    """The whole line that the place is on; empty when it is the file at large."""
    address: str = ""
    """Where it is edited in a browser, when that is known."""

    @property
    def told_line(self) -> int:
        """The line, or 0 when it is the file at large."""
        return self.line if self.excerpt else 0

    @property
    def told(self) -> str:
        """How a person is told of it."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    code: str
    severity: Severity
    place: Place
    message: str
    help: str

    @property
    def sentences(self) -> str:
        """What is wrong and how it is mended, as running text."""
        return f"{as_sentence(self.message)} {as_sentence(self.help)}"

    def placed(self, **place: Any) -> "Problem":
        """The same problem, with more or something else known about its place."""
        return replace(self, place=replace(self.place, **place))


@cache
def wordings() -> Mapping[str, Mapping[str, str]]:
    """Severity, message and help of each code."""
    text = files("generator.problems").joinpath("messages.toml").read_text("utf-8")
    return tomllib.loads(text)


def in_general(text: str) -> str:
    """A wording as it reads for every case: without what depends on one."""
    return re.sub(r"\{\w+\}", "…", re.sub(r"\[[^]]*\]", "", text))


def problem(code: str, place: Place, **context: Any) -> Problem:
    """The problem `code` at `place`, worded with what is known about it.

    Raises KeyError for a code, or a word in its text, that nobody has defined.
    """
    wording = wordings()[code]
    words = {name: _worded(value) for name, value in context.items()}
    return Problem(
        code,
        Severity(wording["severity"]),
        place,
        _sentence(wording["message"], words),
        _sentence(wording["help"], words),
    )


def as_sentence(words: str) -> str:
    ended = words.endswith((".", "?", ":", "…"))
    return words[:1].upper() + words[1:] + ("" if ended else ".")


def listed(words: Iterable[str], conjunction: str = "og") -> str:
    """`a`, `a og b`, `a, b og c`."""
    *first, last = words
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """By place, each once."""
    return sorted(
        set(problems), key=lambda p: (p.place.file, p.place.line, p.place.column, p.code, p.message)
    )


def errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _worded(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    text = " ".join(str(value).split())
    return text if len(text) <= 80 else text[:77] + "..."


def _sentence(template: str, words: Mapping[str, str]) -> str:
    """Fill a template. A part in [brackets] is left out when a word in it is empty."""
    out = ""
    for index, part in enumerate(template.replace("]", "[").split("[")):
        names = [field.split("}")[0] for field in part.split("{")[1:]]
        if index % 2 and not all(words[name] for name in names):
            continue
        out += part.format(**words)
    return out
