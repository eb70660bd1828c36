"""Cases as files: tables of text, and folders in which a file is a case."""

import json
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
GOLDEN = ROOT / "tests" / "golden"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: what is written, and what it is read as."""

    table: str
    line: int
    cells: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.table}:{self.line}: {self.cells[0]}"


def rows(table: str) -> list[Row]:
    """The rows of `cases/<table>.txt`: cells between bars, without comments and empty lines.

    A cell that is a JSON text is read as one: for spaces at an end, tabs and quotation marks.
    """
    lines = (CASES / f"{table}.txt").read_text("utf-8").splitlines()
    return [
        Row(table, number, tuple(map(_cell, line.split("|"))))
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]


def _cell(text: str) -> str:
    text = text.strip()
    is_json = len(text) > 1 and text[0] == text[-1] == '"'
    return str(json.loads(text)) if is_json else text


def files(folder: str, pattern: str) -> list[Path]:
    """The files of a folder of cases; never none, since a test without cases tests nothing."""
    found = sorted((CASES / folder).glob(pattern))
    assert found, f"no {pattern} in {CASES / folder}"
    return found
