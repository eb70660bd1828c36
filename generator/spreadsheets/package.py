"""What a file of Excel's holds, looked through before it is loaded.

The file is a package, an archive of parts in XML (ISO/IEC 29500-2). openpyxl has no limits of its
own: it makes an object of every row and cell, also of the cells that a range only names.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import IO
from xml.parsers import expat

from openpyxl.utils.cell import range_boundaries

from generator.problems.problem import problem
from generator.spreadsheets.sheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    SheetError,
    too_large,
    unreadable,
)

_MAX_UNPACKED = 50 * 1024 * 1024
_MAX_OBJECTS = MAX_ROWS * (MAX_COLUMNS + 1)
"""As many rows and cells as the largest sheet has, in all sheets together."""
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
"""Where every sheet of Excel's ends."""
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError)


def look_through(file: str, raw: bytes) -> None:
    """Raises SheetError for what is no workbook, or would grow when it is loaded."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MAX_UNPACKED:
                raise too_large(file)
            if "mimetype" in archive.namelist():
                raise unreadable(file, "et OpenDocument-regneark (.ods)")
            if "xl/workbook.bin" in archive.namelist():
                raise unreadable(file, "en binær Excel-fil (.xlsb)")
            objects = _Objects(file)
            for name in archive.namelist():
                with archive.open(name) as part:
                    objects.count(part)
    except _BROKEN:
        raise unreadable(file) from None


class _Objects:
    def __init__(self, file: str) -> None:
        self.file = file
        self.number = 0

    def count(self, part: IO[bytes]) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._element
        parser.StartDoctypeDeclHandler = self._document_type
        try:
            parser.ParseFile(part)
        except expat.ExpatError:
            return  # a picture, or what openpyxl will stumble over with the same parser
        except (ValueError, LookupError):  # no range, or letters that the parser does not know
            raise unreadable(self.file) from None

    def _document_type(self, *_: object) -> None:
        """Has no place in such a file (ISO/IEC 29500-2), and holds declarations that grow."""
        raise unreadable(self.file)

    def _element(self, name: str, attributes: Mapping[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "row" | "c":
                self.number += 1
            case "mergeCell":
                merged = _cells(attributes.get("ref", ""))
                if merged > _MAX_OBJECTS:
                    place, cells = Cell(self.file, 0, 0), attributes["ref"]
                    raise SheetError(problem("ark-flettet", place, cells=cells))
                self.number += merged
            case "hyperlink":
                self.number += _cells(attributes.get("ref", ""))
        if self.number > _MAX_OBJECTS:
            raise too_large(self.file)


def _cells(range_: str) -> int:
    """How many cells a range has. Raises ValueError if it is none."""
    left, top, right, bottom = range_boundaries(range_)
    columns = (right or _LAST_COLUMN) - (left or 1) + 1
    rows = (bottom or _LAST_ROW) - (top or 1) + 1
    return columns * rows
