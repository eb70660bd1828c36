"""A programme's file as tables: one list is read or written anew, and all else stays as it is."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from generator.editing.text_file import split_lines
from generator.model.programme import Programme
from generator.problems.problem import Place
from generator.problems.system import reason
from generator.reading import nodes, parsing
from generator.reading.catalogue import read_document
from generator.reading.listing import listed_files
from generator.reading.suggestions import nearest
from generator.reading.validation import validate
from generator.spreadsheets.columns import Table
from generator.spreadsheets.field_lines import extent, with_field, without_tail
from generator.spreadsheets.yaml_text import Written, as_yaml
from generator.whole_file import write_whole


class ProgrammeTablesError(Exception):
    """Why a programme can't be read or written, in Danish."""


@dataclass(frozen=True, slots=True)
class ProgrammeTables:
    path: Path
    document: nodes.Document

    def items(self, field: str) -> list[dict[str, Any]]:
        """What stands under a field already."""
        data = self.document.data()
        found = data.get(field) if isinstance(data, dict) else None
        return found if isinstance(found, list) else []

    def checked(self, field: str) -> list[dict[str, Any]]:
        """The same, when the programme is right; raises ProgrammeTablesError when it is not."""
        if not validate(self.document, Programme, {}):
            raise _not_ready(self.document.file)
        return self.items(field)

    @property
    def sources(self) -> set[str]:
        """The ids that a source of the programme has."""
        found = (source.get("id") for source in self.items("sources") if isinstance(source, dict))
        return {id for id in found if isinstance(id, str)}

    def write(self, table: Table, items: list[dict[str, Any]]) -> None:
        """Put the items under the table's field, all of them or none.

        Raises ProgrammeTablesError if the file can't be written, or has a form that leaves no room.
        """
        try:
            text = self.path.read_bytes().decode("utf-8")
            block = as_yaml(table, items, self._written(table.field, text))
            written = with_field(text, table.field, block).encode()
            after = parsing.read(self.document.file, written)
            expected = {**self.document.data(), table.field: items}
            if after.problems or _stripped(after.data()) != _stripped(expected):
                raise ValueError("the file would say something else")
            write_whole(self.path, written)
        except OSError as error:
            raise ProgrammeTablesError(f"{self.path} kan ikke skrives: {reason(error)}.") from error
        except ValueError as error:
            raise ProgrammeTablesError(
                f"{self.path} er skrevet på en måde, som listen ikke kan sættes ind i. "
                "Kør import uden --into, og sæt linjerne ind selv."
            ) from error

    def _written(self, field: str, text: str) -> Written:
        """What stands under the field, and the lines of each with the comments above it."""
        node = self.document.node((field,))
        items = node.items if isinstance(node, nodes.Sequence) else []
        if not items or not isinstance(self.document.root, nodes.Mapping):
            return ()
        lines = split_lines(text)
        start, end = extent(field, self.document.root.keys, lines)
        starts = [item.place.line - 1 for item in items]
        ends = [without_tail(lines, start + 1, stop) for stop in [*starts[1:], end]]
        begins = [start + 1, *ends[:-1]]
        found = zip(self.items(field), starts, begins, ends, strict=True)
        return [
            (_stripped(item), "".join(lines[begin:stop]))
            for item, first, begin, stop in found
            if lines[first].startswith("  - ")
        ]


def find_programme(register: Path, id: str) -> ProgrammeTables:
    """The file of a programme. Raises ProgrammeTablesError if there is none, or none to be read."""
    listing = read_document(register.parent, register.name, Place(register.name))
    data = listing.data()
    listed = listed_files(register.parent, listing, data if isinstance(data, dict) else {}, [])
    files = {PurePosixPath(item.file).stem: item for item in listed}
    if id not in files:
        meant = nearest(id, files)
        known = f"Mente du »{meant}«?" if meant else f"Kataloget har: {', '.join(files)}."
        raise ProgrammeTablesError(f"Programmet »{id}« findes ikke i {register.name}. {known}")
    file = files[id].file
    document = read_document(register.parent, file, files[id].place)
    if document.problems or not isinstance(document.root, nodes.Mapping):
        raise _not_ready(file)
    return ProgrammeTables(register.parent / file, document)


def _not_ready(file: str) -> ProgrammeTablesError:
    return ProgrammeTablesError(f"{file} har fejl. Ret først det, som check siger om filen.")


def _stripped(data: Any) -> Any:
    """The same data without what blocks of text have at their ends."""
    if isinstance(data, dict):
        return {name: _stripped(value) for name, value in data.items()}
    return [_stripped(item) for item in data] if isinstance(data, list) else data.strip()
