"""A sheet as texts with addresses, whatever kind of file it stood in."""

from dataclasses import dataclass, field
from datetime import date

from openpyxl.utils import get_column_letter

from generator.problems.problem import Place, Problem, problem
from generator.reading.parsing import normalised

MAX_ROWS, MAX_COLUMNS, MAX_MEGABYTES = 5_000, 100, 5
LAST_HEADINGS = 20
"""How far down the headings are looked for: a title or an introduction may stand above."""

Position = tuple[int, int]
"""Row and column, from 1 as a spreadsheet counts."""


@dataclass(frozen=True, slots=True)
class Cell(Place):
    """A place in a sheet: its row as line, and its column; both 0 for the sheet as a whole."""

    sheet: str = ""
    """Empty in a file that has no sheets."""

    @property
    def reference(self) -> str:
        """As spreadsheets name it: `C7`."""
        return f"{get_column_letter(self.column)}{self.line}"

    @property
    def told(self) -> str:
        sheet = [f"ark »{self.sheet}«"] if self.sheet else []
        cell = [f"celle {self.reference}"] if self.line else []
        return ", ".join([self.file, *sheet, *cell])


@dataclass(slots=True)
class Sheet:
    file: str
    name: str
    """Empty in a file that has no sheets."""
    rows: list[list[str]]
    faults: dict[Position, Problem] = field(default_factory=dict)
    """By cell, what keeps it from being read; it only matters where the cell is asked for."""
    dates: dict[Position, date] = field(default_factory=dict)
    """By cell, what is stored as a date, whatever it shows."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    others: list[str] = field(default_factory=list)
    """The other sheets of the file."""

    def place(self, position: Position = (0, 0)) -> Cell:
        return Cell(self.file, *position, sheet=self.name)

    def text(self, position: Position) -> str:
        row, column = position
        cells = self.rows[row - 1]
        return cells[column - 1] if column <= len(cells) else ""

    def is_filled(self, position: Position) -> bool:
        return bool(self.text(position)) or position in self.faults


class SheetError(Exception):
    """Why there is no sheet to read; it holds the problem that an editor is told."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def cell_text(text: str) -> str:
    """The text of a cell as a file would have it."""
    return normalised(text).replace("\r\n", "\n").replace("\r", "\n").strip()


def folded(heading: str) -> str:
    """A heading as it is compared with others."""
    return " ".join(heading.casefold().split())


def too_large(file: str, sheet: str = "") -> SheetError:
    limits = {"rows": MAX_ROWS, "columns": MAX_COLUMNS, "megabytes": MAX_MEGABYTES}
    return SheetError(problem("ark-for-stort", Cell(file, 0, 0, sheet=sheet), **limits))


def unreadable(file: str, kind: str = "") -> SheetError:
    return SheetError(problem("ark-ulæseligt", Cell(file, 0, 0), kind=kind))
