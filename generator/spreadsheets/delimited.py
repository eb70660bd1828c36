"""Sheets as text with a sign between the cells, as Danish Excel writes and reads them."""

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from generator.problems.problem import Problem, problem
from generator.spreadsheets.sheet import (
    LAST_HEADINGS,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Position,
    Sheet,
    SheetError,
    cell_text,
    folded,
    too_large,
    unreadable,
)
from generator.spreadsheets.values import fault

_DECLARED = re.compile(r'"?sep=([;,\t|])"?\r?\n?')
_FORMULA = ("=", "+", "-", "@")
"""What begins so Excel takes for a formula. An apostrophe before it, as in Excel, prevents that.

Source: OWASP, "CSV Injection".
"""

_UNSOLVED = re.compile(r"=\S")


def read(file: str, raw: bytes, headings: Collection[str]) -> Sheet:
    """The sheet, whose cells are parted by the sign under which most of the headings are found.

    Raises SheetError for what is no text, or has quotation marks that don't match.
    """
    text = _decoded(raw)
    if text is None or "\0" in text:
        raise unreadable(file)
    if declared := _DECLARED.match(text):
        # A line for Excel alone, which does not count it.
        delimiter, text = declared[1], text[declared.end() :]
    else:
        first = text.partition("\n")[0]
        delimiter = max(";\t,", key=lambda sign: (_found(headings, text, sign), first.count(sign)))
    rows: list[list[str]] = []
    faults: dict[Position, Problem] = {}
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            texts = [cell_text(cell) for cell in cells]
            faults |= dict(_faults(file, len(rows) + 1, texts))
            rows.append([_unguarded(text) for text in texts])
            if len(rows) > MAX_ROWS or len(cells) > MAX_COLUMNS:
                raise too_large(file)
    except csv.Error:
        place = Cell(file, len(rows) + 1, 1)
        raise SheetError(problem("ark-citat", place)) from None
    return Sheet(file, "", rows, faults)


def _faults(file: str, row: int, texts: Sequence[str]) -> Iterator[tuple[Position, Problem]]:
    """What Excel could not work out, and formulas that it would have to."""
    for column, text in enumerate(texts, 1):
        place = Cell(file, row, column)
        if shown := fault(text):
            yield (row, column), problem("ark-fejlværdi", place, text=shown)
        elif _UNSOLVED.match(text):
            yield (row, column), problem("ark-uden-resultat", place)


def _found(headings: Collection[str], text: str, delimiter: str) -> int:
    """How many of the headings a row has, when the sign stands between the cells."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = [{folded(cell_text(cell)) for cell in row} for row in islice(reader, LAST_HEADINGS)]
    except csv.Error:
        return 0
    return max((len(row & {*headings}) for row in rows), default=0)


def write(rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerows([_guarded(text) for text in row] for row in rows)
    # Without the mark at the start, Excel takes UTF-8 for Windows' own letters.
    return out.getvalue().encode("utf-8-sig")


def _decoded(raw: bytes) -> str | None:
    """The text; None if it is none. Excel writes UTF-8, "Unicode text" or Windows' letters."""
    is_wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text
