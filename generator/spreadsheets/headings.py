"""Which column of a sheet is which field, by the headings of a row."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.problems.problem import Problem, problem
from generator.reading.suggestions import nearest
from generator.spreadsheets.columns import Column, Table
from generator.spreadsheets.sheet import LAST_HEADINGS, Sheet, SheetError, folded


@dataclass(frozen=True, slots=True)
class Headings:
    table: Table
    row: int
    columns: tuple[tuple[Column, int], ...]
    """Those of the table that the sheet has, in its order, and where."""
    problems: tuple[Problem, ...]

    def place_of(self, column: Column) -> int | None:
        return next((number for known, number in self.columns if known == column), None)


def all_headings(tables: Sequence[Table]) -> set[str]:
    """Those of every table, folded."""
    return {folded(column.heading) for table in tables for column in table.columns}


def find_headings(sheet: Sheet, tables: Sequence[Table]) -> Headings:
    """The headings, and which table they are of. Raises SheetError if they don't tell."""
    known = all_headings(tables)
    candidates = range(1, min(LAST_HEADINGS, len(sheet.rows)) + 1)
    row = max(candidates, key=lambda number: len(known & {*_texts(sheet, number)}), default=0)
    if not row or not any(sheet.rows[row - 1]):
        raise SheetError(problem("ark-tomt", sheet.place()))
    return _headings(sheet, _table(sheet, row, tables), row)


def _table(sheet: Sheet, row: int, tables: Sequence[Table]) -> Table:
    named = [table for table in tables if table.title.casefold() == sheet.name.casefold()]
    if named:
        return named[0]
    found = {*_texts(sheet, row)}
    counts = [len(found & {folded(column.heading) for column in table.columns}) for table in tables]
    if counts.count(max(counts)) > 1:
        titles = [f"»{table.title}«" for table in tables]
        raise SheetError(problem("ark-ukendt-slags", sheet.place(), titles=" eller ".join(titles)))
    return tables[counts.index(max(counts))]


def _headings(sheet: Sheet, table: Table, row: int) -> Headings:
    by_heading = {folded(column.heading): column for column in table.columns}
    columns: list[tuple[Column, int]] = []
    problems: list[Problem] = []
    unknown: list[int] = []
    first: dict[str, int] = {}
    for number in range(1, max(map(len, sheet.rows)) + 1):
        position = (row, number)
        heading = folded(sheet.text(position))
        if heading in first:
            place, other = sheet.place(position), sheet.place((row, first[heading])).reference
            problems.append(problem("ark-gentaget", place, name=sheet.text(position), other=other))
        elif heading in by_heading:
            first[heading] = number
            columns.append((by_heading[heading], number))
            problems += [sheet.faults[position]] if position in sheet.faults else []
        elif any(sheet.is_filled((below, number)) for below in range(row, len(sheet.rows) + 1)):
            unknown.append(number)
    missing = {name: column.heading for name, column in by_heading.items() if name not in first}
    for number in unknown:
        heading = sheet.text((row, number))
        meant = missing.pop(nearest(folded(heading), missing), "") if heading else ""
        code = "ark-stavet-kolonne" if meant else "ark-ukendt-kolonne"
        problems.append(problem(code, sheet.place((row, number)), name=heading, meant=meant))
    lists = {"", *(column.within for column, _ in columns)}
    problems += [
        problem("ark-mangler-kolonne", sheet.place(), name=by_heading[name].heading)
        for name in missing
        if by_heading[name].required and by_heading[name].within in lists
    ]
    return Headings(table, row, tuple(columns), tuple(problems))


def _texts(sheet: Sheet, row: int) -> list[str]:
    return [folded(text) for text in sheet.rows[row - 1]]
