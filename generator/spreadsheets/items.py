"""The items that a sheet tells of, held against the model by the rules of the catalogue's files."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter

from generator.model.register import Register
from generator.problems.problem import Problem, errors, in_order, problem
from generator.reading.validation import validate
from generator.showing.texts import text
from generator.spreadsheets.columns import Column, Table, tables
from generator.spreadsheets.files import read_sheet
from generator.spreadsheets.headings import Headings, all_headings, find_headings
from generator.spreadsheets.rows import read_rows, written_rows
from generator.spreadsheets.sheet import Sheet, SheetError


@dataclass(frozen=True, slots=True)
class Imported:
    """What a table holds, as it is to be written in a file."""

    table: Table
    sheet: Sheet
    columns: Collection[Column]
    """Those of the table that the sheet has."""
    items: list[dict[str, Any]]

    def not_asked_for(self, items: Iterable[Mapping[str, Any]]) -> list[str]:
        """The headings that the sheet lacks, though some of the items have values under them.

        An empty cell says that there is nothing; a column that is absent says nothing at all.
        """
        values = zip(*written_rows(self.table, items), strict=True)
        columns = zip(self.table.columns, values, strict=False)  # without items, without values
        return [
            column.heading for column, texts in columns if any(texts) and column not in self.columns
        ]

    @property
    def other_sheets(self) -> list[str]:
        """Those that were not read, but for the template's own."""
        own = (text("spreadsheets.guide"), text("spreadsheets.lists"))
        return [name for name in self.sheet.others if name not in own]


def read_items(
    file: Path, register: Register, *, sheet: str = "", sources: Collection[str] | None = None
) -> tuple[Imported | None, list[Problem]]:
    """The items of a spreadsheet, and what is to be told; None when any of that is an error.

    `sheet` is the name of the one to read, if it is not to be found by itself. `sources` are those
    that the items can refer to; any, if it is None. Raises OSError.
    """
    known = tables(register)
    usual = tuple(table.title for table in known)
    try:
        found = read_sheet(file, all_headings(known), sheet, usual)
        headings = find_headings(found, known)
    except SheetError as error:
        return None, [error.problem]
    document = read_rows(found, headings)
    told = [*headings.problems, *_hidden(found, headings)]
    document.problems += [problem for problem in told if errors([problem])]
    validate(document, headings.table.group, {} if sources is None else {"sources": sources})
    problems = in_order({*document.problems, *told})
    if errors(problems):
        return None, problems
    items = document.data()[headings.table.field]
    columns = [column for column, _ in headings.columns]
    return Imported(headings.table, found, columns, items), problems


def _hidden(sheet: Sheet, headings: Headings) -> list[Problem]:
    """That rows or columns are read which somebody who looks at the sheet does not see."""
    columns = [at for _, at in headings.columns]
    rows = range(headings.row + 1, len(sheet.rows) + 1)
    used = [row for row in rows if any(sheet.is_filled((row, at)) for at in columns)]
    names = [
        *(f"række {row}" for row in used if row in sheet.hidden_rows),
        *(f"kolonne {get_column_letter(at)}" for at in columns if at in sheet.hidden_columns),
    ]
    return [problem("ark-skjult", sheet.place(), names=", ".join(names))] if names else []
