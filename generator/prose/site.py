"""A whole site as it is written: its catalogue, and all that stands beside it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.each import Each, one_by_one
from generator.problems.problem import Place, Problem, errors, in_order, problem
from generator.prose.folder import (
    among_descriptions,
    files_in,
    is_description,
    is_page,
    left_behind,
    may_be_left_out,
)
from generator.prose.page import ProsePage
from generator.prose.settings import menu_problems, refusals
from generator.prose.targets import Targets
from generator.reading.catalogue import Reading, content_of, read_catalogue
from generator.site import custom_folder_of, is_left_to_us, left_out_of, pages_folder_of


@dataclass(frozen=True, slots=True)
class WrittenSite:
    """What came of reading a site; its catalogue may be good where what stands beside it is not."""

    reading: Reading
    problems: list[Problem]
    """Of the catalogue, and of all that stands beside it."""
    unpublished: frozenset[str] = frozenset()
    """The paths of files among the pages that are not for readers."""


def read_site(config_file: Path, register_file: Path, each: Each = one_by_one) -> WrittenSite:
    """Read all that a site is made of. Never raises for what is in it."""
    folder = register_file.parent
    refused = refusals(config_file, folder)
    if refused and not register_file.is_file():
        return WrittenSite(Reading(None, refused), refused)  # it may have another name
    reading = read_catalogue(register_file, each=each)
    if refused:
        return WrittenSite(reading, in_order([*refused, *reading.problems]))
    beside = _Beside(config_file, register_file, reading)
    found = [*reading.problems, *beside.problems()]
    return WrittenSite(reading, in_order(found), frozenset(beside.unpublished))


class _Beside:
    """What stands beside a catalogue's descriptions."""

    def __init__(self, config_file: Path, register_file: Path, reading: Reading) -> None:
        self._config_file = config_file
        self._register_file = register_file
        self._reading = reading
        folder = pages_folder_of(config_file)
        self._told_in = Path(os.path.relpath(folder, register_file.parent))
        self._is_there = folder.is_dir()
        self._names = files_in(folder)
        self._left_out = left_out_of(config_file)
        self._pages = [
            ProsePage(self._told(name), name, raw)
            for name in filter(is_page, self._names)
            if (raw := content_of(folder / name)) is not None
        ]
        self._linked = {name for page in self._pages for name in page.named}
        self.unpublished = left_behind(self._names) - self._linked

    def problems(self) -> Iterator[Problem]:
        targets = self._targets()
        if targets:
            yield from menu_problems(self._config_file, self._register_file.parent, targets)
        for page in self._pages:
            if not may_be_left_out(page.name, self._left_out):
                yield from page.problems(targets)
        for name in self.unpublished:
            yield problem("fremmed-fil", Place(self._told(name)))
        told_of = {*self._names} - self._linked - self.unpublished
        for name in among_descriptions(sorted(told_of), self._described):
            yield problem("fil-til-alle", Place(self._told(name)))

    @property
    def _described(self) -> set[str]:
        """The folders below the pages' own in which programmes are described."""
        files = (os.path.relpath(file, self._told_in) for file in self._reading.files.values())
        return {Path(file).parent.as_posix() for file in files} - {"."}

    def _targets(self) -> Targets | None:
        """None where others than the pages' files and the catalogue may have a say in it."""
        if not (self._is_there and is_left_to_us(self._config_file)):
            return None
        custom = custom_folder_of(self._config_file)
        files = {*self._names, *(files_in(custom) if custom else ())} - self.unpublished
        # A link to a programme is not judged by a list that may lack it.
        register = self._register_file.name
        is_listed = not errors(p for p in self._reading.problems if p.place.file == register)
        published = {name for name in files if not is_description(name)}
        return Targets(published, self._reading.files if is_listed else None)

    def _told(self, name: str) -> str:
        return (self._told_in / name).as_posix()
