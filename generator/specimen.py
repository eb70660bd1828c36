"""The commented specimen, and its comments taken for what they are: examples."""

import re
from collections.abc import Iterable
from importlib.resources import files

_EXAMPLE = re.compile(r"^( *)# ", re.MULTILINE)
"""Begins one; what explains begins with `##`."""


def specimen() -> str:
    """The commented specimen: every field, with what it is for and an example."""
    return files("generator").joinpath("specimen.yaml").read_text("utf-8")


def uncommented() -> str:
    """The specimen as the editor has it who takes the `# ` from every example."""
    return _EXAMPLE.sub(r"\1", specimen())


def note_of(lines: Iterable[str], field: str) -> int | None:
    """The line, counted from 1, where a list of the specimen stands as a note, to be filled in."""
    note = re.compile(rf"# {field}:\s*(#.*)?")
    return next((at for at, line in enumerate(lines, 1) if note.fullmatch(line.rstrip())), None)
