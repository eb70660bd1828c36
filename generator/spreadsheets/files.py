"""A file as a sheet. What kind of file it is, its content decides: names are changed too easily."""

from collections.abc import Collection
from pathlib import Path

from generator.problems.problem import problem
from generator.spreadsheets import delimited, workbook
from generator.spreadsheets.sheet import MAX_MEGABYTES, Sheet, SheetError, too_large, unreadable

_ZIP, _OLD_OFFICE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_sheet(
    path: Path, headings: Collection[str], wanted: str = "", usual: tuple[str, ...] = ()
) -> Sheet:
    """The sheet with the wanted name; else the first with a usual one; else the first shown.

    `headings` are those to look for, folded, where they tell what stands between the cells.
    Raises OSError, and SheetError for what is no spreadsheet or none that can be read.
    """
    if path.stat().st_size > MAX_MEGABYTES * 1024 * 1024:
        raise too_large(path.name)
    raw = path.read_bytes()
    if raw.startswith(_ZIP):
        return workbook.read(path.name, raw, wanted, usual)
    if raw.startswith(_OLD_OFFICE):
        locked = _ENCRYPTED in raw
        raise unreadable(path.name, "låst med adgangskode" if locked else "en ældre Excel-fil")
    if raw.startswith(_PDF):
        raise unreadable(path.name, "en PDF")
    sheet = delimited.read(path.name, raw, headings)
    if wanted:
        raise SheetError(problem("ark-uden-ark", sheet.place(), name=wanted))
    return sheet
