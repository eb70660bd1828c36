"""Templates: a sheet to fill in, with what each column is for, and examples or what is there."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.showing.texts import text
from generator.spreadsheets import delimited
from generator.spreadsheets.columns import EXAMPLE, Column, Table, examples
from generator.spreadsheets.rows import written_rows
from generator.spreadsheets.sheet import MAX_ROWS

_HEAD = {"font": Font(bold=True), "fill": PatternFill("solid", fgColor="E2EEEE")}
_GIVEN = {"font": Font(italic=True, color="5F6B6D")}
_TEXT = "@"
"""The format of a cell that is left as it is typed: `3-5` would else become the third of May."""

Items = Iterable[Mapping[str, Any]]


def as_text(table: Table, items: Items = ()) -> bytes:
    """A template as text between semicolons; with examples if there is nothing to fill it with."""
    return delimited.write([_headings(table), *_rows(table, items)])


def as_workbook(table: Table, items: Items = ()) -> bytes:
    """A template for Excel: the table, how it is filled in, and the lists to choose from."""
    workbook = Workbook()
    for spare in workbook.worksheets:
        workbook.remove(spare)
    _fill_in(workbook.create_sheet(table.title), table, _rows(table, items))
    _explain(workbook.create_sheet(text("spreadsheets.guide")), table)
    _offer(workbook, table)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _headings(table: Table) -> list[str]:
    return [column.heading for column in table.columns]


def _rows(table: Table, items: Items) -> list[list[str]]:
    return [*written_rows(table, [*items] or examples(table))]


def _fill_in(sheet: Worksheet, table: Table, rows: Sequence[Sequence[str]]) -> None:
    _row(sheet, 1, _headings(table), _HEAD)
    for number, column in enumerate(table.columns, 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.number_format = _TEXT
        dimension.width = _width(column)
    is_example = False
    for number, row in enumerate(rows, 2):
        is_example = row[0].startswith(EXAMPLE) or (is_example and not row[0])
        _row(sheet, number, row, _GIVEN if is_example else {})
    sheet.freeze_panes = "B2"


def _width(column: Column) -> int:
    """In figures of the font, as Excel counts."""
    if column.is_prose:
        return 60
    is_short = column.examples or column.choices or column.vocabulary
    return max(18 if is_short else 32, len(column.heading) + 2)


def _explain(sheet: Worksheet, table: Table) -> None:
    several = next(column.heading for column in table.columns if column.within)
    words = {"sheet": table.title, "example": EXAMPLE.strip(), "several": several}
    lines = text("spreadsheets.introduction", **words).split("\n")
    for number, line in enumerate(lines, 1):
        _row(sheet, number, [line], {"alignment": Alignment(wrap_text=False)})
    first = len(lines) + 2
    headings = [text(f"spreadsheets.{name}") for name in ("column", "meaning", "example")]
    _row(sheet, first, headings, _HEAD)
    for number, column in enumerate(table.columns, first + 1):
        _row(sheet, number, [column.heading, _meaning(column), _example(column, table)], {})
    for letter, width in {"A": 28, "B": 70, "C": 50}.items():
        sheet.column_dimensions[letter].width = width


def _meaning(column: Column) -> str:
    # What follows tells how it is written in a file; here there is a list to choose from.
    is_chosen = column.vocabulary or column.choices
    about = column.description.partition(":")[0] if is_chosen else column.description
    said = [f"{about}."]
    if column.required and column.within:
        owner = column.heading.partition(":")[0].lower()
        said.append(text("spreadsheets.required-within", owner=owner))
    elif column.required:
        said.append(text("spreadsheets.required"))
    return " ".join(said)


def _example(column: Column, table: Table) -> str:
    if column.choices:
        return text("spreadsheets.choose")
    values = [row[table.columns.index(column)] for row in _rows(table, ())]
    return " · ".join(column.examples or [next(filter(None, values), "").removeprefix(EXAMPLE)])


def _offer(workbook: Workbook, table: Table) -> None:
    """Lists to choose from, in a sheet of their own: as a text they could not be long."""
    chosen = [column for column in table.columns if column.choices]
    if not chosen:
        return
    lists = workbook.create_sheet(text("spreadsheets.lists"))
    for number, column in enumerate(chosen, 1):
        names = [*column.choices]
        for row, name in enumerate([column.heading, *names], 1):
            _write(lists.cell(row, number), name, _HEAD if row == 1 else {})
        letter = get_column_letter(number)
        lists.column_dimensions[letter].width = max(map(len, [column.heading, *names])) + 2
        place = f"{quote_sheetname(lists.title)}!${letter}$2:${letter}${len(names) + 1}"
        offered = DataValidation(
            type="list", formula1=place, allow_blank=True, showErrorMessage=True,
            errorTitle=column.heading, error=text("spreadsheets.not-on-list"),
        )  # fmt: skip
        at = get_column_letter(table.columns.index(column) + 1)
        offered.add(f"{at}2:{at}{MAX_ROWS}")
        workbook[table.title].add_data_validation(offered)


def _row(sheet: Worksheet, row: int, texts: Sequence[str], style: Mapping[str, Any]) -> None:
    for column, content in enumerate(texts, 1):
        _write(sheet.cell(row, column), content, style)


def _write(cell: Any, content: str, style: Mapping[str, Any]) -> None:
    """A text as a text, also when it begins as a formula does."""
    if content:
        cell.value = content
        cell.data_type = "s"
    cell.number_format = _TEXT
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    for name, value in style.items():
        setattr(cell, name, value)
