"""A programme's file that is being edited: found, changed, held against the checks, and written."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from generator.editing.refusal import EditError, InvalidFileError
from generator.editing.text_file import Lines
from generator.problems.problem import Place, Problem, Severity
from generator.problems.system import reason
from generator.reading import nodes, parsing
from generator.reading.catalogue import Reading, read_catalogue
from generator.reading.placeholders import UNFILLED
from generator.reading.suggestions import nearest
from generator.whole_file import write_whole

_BY_HAND = "{file} er skrevet på en måde, som kommandoen ikke kan føje til. Ret filen i hånden."


@dataclass(frozen=True, slots=True)
class Edit:
    """What was changed."""

    place: Place
    """The first line that is new."""
    problems: list[Problem]
    """What the check says of the new lines, what it did not say before, and what is to fill in."""


@dataclass(frozen=True, slots=True)
class ProgrammeFile:
    register: Path
    file: str
    """From the register's folder."""
    document: nodes.Document
    lines: Lines
    told: frozenset[tuple[str, str]]
    """What the check says of the file before it is edited: code and message."""

    @classmethod
    def open(cls, register: Path, id: str) -> "ProgrammeFile":
        """Raises EditError where there is no such programme, or its file has errors."""
        reading = read_catalogue(register)
        file = reading.files.get(id)
        if file is None:
            raise _unknown(id, reading)
        if found := _errors(reading, file):
            raise InvalidFileError("Ret fejlene i filen først; den er ikke ændret.", found)
        raw = (register.parent / file).read_bytes()
        told = frozenset((p.code, p.message) for p in reading.problems if p.place.file == file)
        return cls(register, file, parsing.read(file, raw), Lines(raw), told)

    @property
    def id(self) -> str:
        return PurePosixPath(self.file).stem

    @property
    def data(self) -> dict[str, Any]:
        data = self.document.data()
        return data if isinstance(data, dict) else {}

    def by_hand(self) -> EditError:
        return EditError(_BY_HAND.format(file=self.file))

    def save(self, first: int, count: int, expected: dict[str, Any]) -> Edit:
        """Write the file, whose `count` lines from `first` on are new.

        Nothing is written unless it then reads as `expected`, without errors. Raises EditError.
        """
        raw = self.lines.encoded()
        if parsing.read(self.file, raw).data() != expected:
            raise self.by_hand()
        reading = read_catalogue(self.register, drafts={self.file: raw})
        if found := _errors(reading, self.file):
            raise InvalidFileError("Filen er ikke ændret.", found)
        write_whole(self.register.parent / self.file, raw)
        new = range(first, first + count)
        mine = [problem for problem in reading.problems if problem.place.file == self.file]
        to_tell = [
            p
            for p in mine
            if p.place.line in new or p.code == UNFILLED or (p.code, p.message) not in self.told
        ]
        return Edit(Place(self.file, first), to_tell)


def edited(change: Callable[[], Edit]) -> Edit:
    """What `change` did. Raises EditError, also for what the system refuses."""
    try:
        return change()
    except OSError as error:
        raise EditError(f"Filen kan ikke ændres: {reason(error)}.") from error


def _errors(reading: Reading, file: str) -> list[Problem]:
    """Those that stand in the way of an edit: what is still to fill in does not."""
    found = [p for p in reading.problems if p.severity is Severity.ERROR and p.place.file == file]
    return [p for p in found if p.code != UNFILLED]


def _unknown(id: str, reading: Reading) -> EditError:
    if not reading.files:
        found = [p for p in reading.problems if p.severity is Severity.ERROR]
        return InvalidFileError("Kataloget kan ikke læses. Intet er ændret.", found)
    meant = nearest(id, reading.files)
    known = f"Mente du »{meant}«?" if meant else f"Kataloget har: {', '.join(reading.files)}."
    return EditError(f"Der er intet program med id »{id}«. {known}")
