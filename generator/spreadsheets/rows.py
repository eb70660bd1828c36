"""The rows of a table: read as the items of a list, and items written as rows.

What an item has several of, such as the parts of an element, stands in rows of its own below the
first, in which all other cells are empty.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from generator.model.points import Point
from generator.problems.problem import Problem, problem
from generator.reading import nodes, parsing
from generator.reading.suggestions import nearest
from generator.spreadsheets.columns import EXAMPLE, Column, Table
from generator.spreadsheets.headings import Headings
from generator.spreadsheets.sheet import Position, Sheet

_NO = "nej"
"""What somebody writes who leaves nothing empty; in the file it is left out."""


def written_rows(table: Table, items: Iterable[Mapping[str, Any]]) -> Iterator[list[str]]:
    """Items as the texts of rows, in the order of the table's columns."""
    for item in items:
        lists = [item.get(name, ()) for name in table.lists]
        for own, *inner in zip_longest([item], *lists, fillvalue={}):
            groups = {"": own, **dict(zip(table.lists, inner, strict=True))}
            yield [_shown(column, groups[column.within]) for column in table.columns]


def _shown(column: Column, group: Mapping[str, str]) -> str:
    value = group.get(column.name, "").strip()
    named = {written: name for name, written in column.choices.items()}
    return named.get(value, value)


def read_rows(sheet: Sheet, headings: Headings) -> nodes.Document:
    """The list as a document whose places are cells, to be held against the model."""
    reader = _Reader(sheet, headings)
    items = nodes.Sequence(sheet.place(), list(reader.items()))
    if not items.items:
        reader.note("ark-tomt", (0, 0))
    root = nodes.Mapping(sheet.place())
    _put(root, headings.table.field, items)
    return nodes.Document(sheet.file, root, reader.problems)


def _put(group: nodes.Mapping, name: str, value: nodes.Node) -> None:
    group.names[name] = value
    group.values[name] = value


class _Reader:
    def __init__(self, sheet: Sheet, headings: Headings) -> None:
        self.sheet = sheet
        self.headings = headings
        self.problems: list[Problem] = []

    def note(self, code: str, position: Position, **words: Any) -> None:
        self.problems.append(problem(code, self.sheet.place(position), **words))

    def items(self) -> Iterator[nodes.Mapping]:
        table = self.headings.table
        item: nodes.Mapping | None = None
        is_example = False
        for row in range(self.headings.row + 1, len(self.sheet.rows) + 1):
            own = self._filled(row, "")
            lists = [name for name in table.lists if self._filled(row, name)]
            if own:
                is_example = self._is_example(row)
            if is_example or not (own or lists):
                continue
            if own or item is None:
                if item:
                    yield self._in_order(item)
                item = self._group(row, "")
            for name in lists:
                _put_last(item, name, self._group(row, name))
        if item:
            yield self._in_order(item)

    def _in_order(self, item: nodes.Mapping) -> nodes.Mapping:
        """The same, with lists in their places among the fields."""
        fields = [name for name in self.headings.table.fields if name in item.values]
        item.values = {name: item.values[name] for name in fields}
        return item

    def _is_example(self, row: int) -> bool:
        names = [at for column, at in self.headings.columns if column.is_name]
        return any(self.sheet.text((row, at)).startswith(EXAMPLE.strip()) for at in names)

    def _filled(self, row: int, list_: str) -> list[Position]:
        """The cells of a row, or of a list in it, that have something in them."""
        places = [(row, at) for column, at in self.headings.columns if column.within == list_]
        return [position for position in places if self.sheet.is_filled(position)]

    def _group(self, row: int, list_: str) -> nodes.Mapping:
        group = nodes.Mapping(self.sheet.place((row, 1)))
        for column in self.headings.table.columns_of(list_):
            at = self.headings.place_of(column)
            # That a column is missing is told of the sheet, once.
            position = (row, at) if at else (0, 0)
            value = self._value(column, position) if at else ""
            fault = self.sheet.faults.get(position)
            if value or column.required or fault:
                place = fault.place if fault else self.sheet.place(position)
                _put(group, column.name, nodes.Scalar(place, value))
        return group

    def _value(self, column: Column, position: Position) -> str:
        """What is to be written in the file; empty if nothing is, or what it is is told."""
        text = self.sheet.text(position)
        stored = self.sheet.dates.get(position)
        if stored and column.number:
            words = {"date": Point(month=stored.month, day=stored.day), "example": column.number}
            written = f"{stored.day}-{stored.month}"
            self.note("ark-dato-for-tal", position, name=column.heading, written=written, **words)
            return ""
        if position in self.sheet.faults:
            self.problems.append(self.sheet.faults[position])
            return ""
        if not text:
            if column.required:
                self.note("ark-mangler-værdi", position, name=column.heading)
            return ""
        if parsing.CONTROL.search(text):
            self.note("yaml-tegn", position)
        if column.choices or column.vocabulary:
            return self._choice(column, position, text)
        return text if column.is_prose else " ".join(text.split())

    def _choice(self, column: Column, position: Position, text: str) -> str:
        if text.casefold() in column.words:
            return column.words[text.casefold()]
        if column.vocabulary:
            where = f"»{column.vocabulary}« i programmes.yaml"
            words = {
                "how": "vælg på listen i cellen",
                "where": where,
                "text": text,
                "known": [*column.choices],
            }
            meant = nearest(text, column.choices)
            self.note("ukendt-henvisning", position, meant=meant, **words)
        elif text.casefold() != _NO:
            known = [*column.choices]
            name = f"»{column.heading}«"
            self.note(
                "ukendt-værdi",
                position,
                name=name,
                text=text,
                meant="",
                known=known,
                otherwise="ellers tøm cellen",
            )
        return ""


def _put_last(item: nodes.Mapping, name: str, group: nodes.Mapping) -> None:
    """Put a group last in a list of the item."""
    entries = item.values.get(name)
    if isinstance(entries, nodes.Sequence):
        entries.items.append(group)
    else:
        _put(item, name, nodes.Sequence(group.place, [group]))
