"""Sheets of Excel's files (Office Open XML, ISO/IEC 29500), as the texts that their cells show."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.problems.problem import problem
from generator.reading.suggestions import nearest
from generator.spreadsheets.package import look_through
from generator.spreadsheets.sheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Position,
    Sheet,
    SheetError,
    cell_text,
    too_large,
    unreadable,
)
from generator.spreadsheets.values import HalfDate, fault, shown


def read(file: str, raw: bytes, wanted: str, usual: tuple[str, ...]) -> Sheet:
    """Raises SheetError for what can't be read, is too large, or has no such sheet."""
    look_through(file, raw)
    values = _loaded(file, raw)
    chosen = _chosen(file, values, wanted, usual)
    if chosen.max_row > MAX_ROWS or chosen.max_column > MAX_COLUMNS:
        raise too_large(file, chosen.title)
    others = [name for name in values.sheetnames if name != chosen.title]
    sheet = Sheet(file, chosen.title, [], others=others)
    _read_cells(sheet, chosen, _formulas(file, raw, chosen.title))
    _refuse_merged(sheet, chosen)
    _hide(sheet, chosen)
    return sheet


@contextmanager
def _parsing(file: str) -> Iterator[None]:
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    except Exception:  # openpyxl raises what it stumbles over in a file that is not as it should be
        raise unreadable(file) from None


def _loaded(file: str, raw: bytes) -> Workbook:
    """With the results of formulas, as Excel saved them."""
    with _parsing(file):
        return load_workbook(io.BytesIO(raw), data_only=True, keep_links=False)


def _chosen(file: str, workbook: Workbook, wanted: str, usual: tuple[str, ...]) -> Worksheet:
    sheets = {sheet.title: sheet for sheet in workbook.worksheets}
    by_fold = {name.casefold(): sheet for name, sheet in sheets.items()}
    if wanted and wanted.casefold() not in by_fold:
        words = {"name": wanted, "meant": nearest(wanted, sheets), "known": [*sheets]}
        raise SheetError(problem("ark-findes-ikke", Cell(file, 0, 0), **words))
    names = [wanted] if wanted else [name for name in sheets if name in usual]
    if names:
        return by_fold[names[0].casefold()]
    visible = [sheet for sheet in sheets.values() if sheet.sheet_state == "visible"]
    if not visible:
        raise unreadable(file)
    return visible[0]


def _formulas(file: str, raw: bytes, title: str) -> set[Position]:
    """Where a sheet has them. It is read cell by cell, without loading everything once more."""
    with _parsing(file):
        book = load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)
        sheet = book[title]
        sheet.reset_dimensions()  # what the file says of its size may not be true
        return {
            (cell.row, cell.column)
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f" and cell.row and cell.column
        }


def _read_cells(sheet: Sheet, source: Worksheet, formulas: set[Position]) -> None:
    for number, row in enumerate(source.iter_rows(), 1):
        texts: list[str] = []
        for column, cell in enumerate(row, 1):
            position, text = (number, column), ""
            if cell.data_type == "e":
                told = fault(str(cell.value)) or cell.value
                _fault(sheet, position, "ark-fejlværdi", text=told)
            # A formula with an empty text as its result has one, unlike one never worked out.
            elif cell.value is None and position in formulas and cell.data_type != "str":
                _fault(sheet, position, "ark-uden-resultat")
            else:
                try:
                    text = cell_text(shown(cell.value, cell.number_format))
                except HalfDate as half:
                    _fault(sheet, position, "ark-halv-dato", stored=half.stored, text=half.text)
                if shown_fault := fault(text):  # written as a text, as when it was pasted
                    _fault(sheet, position, "ark-fejlværdi", text=shown_fault)
            if isinstance(cell.value, date):
                sheet.dates[position] = cell.value
            texts.append(text)
        sheet.rows.append(texts)


def _fault(sheet: Sheet, position: Position, code: str, **words: Any) -> None:
    sheet.faults[position] = problem(code, sheet.place(position), **words)


def _refuse_merged(sheet: Sheet, source: Worksheet) -> None:
    for merged in source.merged_cells.ranges:
        start = (merged.min_row, merged.min_col)
        found = problem("ark-flettet", sheet.place(start), cells=merged.coord)
        for row in range(merged.min_row, min(merged.max_row, len(sheet.rows)) + 1):
            for column in range(merged.min_col, min(merged.max_col, MAX_COLUMNS) + 1):
                sheet.faults[row, column] = found


def _hide(sheet: Sheet, source: Worksheet) -> None:
    sheet.hidden_rows = {number for number, row in source.row_dimensions.items() if row.hidden}
    for columns in source.column_dimensions.values():
        if columns.hidden and columns.min and columns.max:
            sheet.hidden_columns |= {*range(columns.min, min(columns.max, MAX_COLUMNS) + 1)}
