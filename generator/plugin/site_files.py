"""The files of a site in the making; what the published one has already is not written again."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from generator.each import version_of
from generator.exports.content import Content
from generator.memory.memory import Memory

_JOB = "files"


Written: TypeAlias = Mapping[str, str]
"""By address, what a file was made of, how large it is and when it was written."""


class SiteFiles:
    """What one process writes into `folder`, by addresses from there.

    A file that the site in `published` has with the same content stands in both, so that nobody may
    write into it afterwards. `memory` knows what the last build wrote, and spares making and
    reading that again.
    """

    def __init__(self, folder: Path, published: Path | None, memory: Memory | None) -> None:
        self.written: dict[str, str] = {}
        self._folder = folder
        self._published = published
        self._memory = memory
        self._known = self._recalled()
        self._folders: set[Path] = set()

    def has(self, address: str) -> bool:
        """Whether the last build wrote something there, as far as that is known."""
        return address in self._known

    def link(self, address: str, version: str) -> bool:
        """Have the published file in the new site as well, if it is of this version, untouched."""
        told = self._known.get(address)
        if not told or told.split()[0] != version:
            return False
        file = self._file(address)
        if not self._is_linked(address, file):
            return False
        if _told(file, version) != told:
            file.unlink()
            return False
        self.written[address] = told
        return True

    def write(self, address: str, content: Content | bytes, version: str = "") -> None:
        """Write a file, or link it; `version` spares telling it from what is in it."""
        if not isinstance(content, str | bytes):
            with self._file(address).open("wb") as pieces:
                pieces.writelines(piece.encode() for piece in content)
            return
        whole = content.encode() if isinstance(content, str) else content
        version = version or version_of(whole)
        if self.link(address, version):
            return
        file = self._file(address)
        if not self._is_same(address, file, whole):
            file.write_bytes(whole)
        self.written[address] = _told(file, version)

    def add(self, written: Written) -> None:
        """Learn what another process wrote."""
        self.written.update(written)

    def keep(self) -> None:
        """Let the next build know what was written, once all of it is."""
        if self._memory and self._published:
            told = json.dumps(self.written).encode()
            self._memory.keep(_JOB, self._memory.name_of(self._published), "", told)

    def _recalled(self) -> Written:
        if not (self._memory and self._published):
            return {}
        told = self._memory.recall(_JOB, self._memory.name_of(self._published), "")
        known: Written = json.loads(told or "{}")
        return known

    def _file(self, address: str) -> Path:
        """Its path, in a folder that is there."""
        file = self._folder / address
        if file.parent not in self._folders:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(file.parent)
        return file

    def _is_linked(self, address: str, file: Path) -> bool:
        """Whether there is a published file, which has `file` as another name now.

        It is looked at afterwards only: another build may put its site there at any time.
        """
        if not self._published:
            return False
        try:
            os.link(self._published / address, file)
        except OSError:
            return False  # it is not there, or the file system knows no second names
        return True

    def _is_same(self, address: str, file: Path, content: bytes) -> bool:
        """Whether the published file has this content, and has `file` as another name now."""
        if not self._is_linked(address, file):
            return False
        if file.is_symlink() or file.read_bytes() != content:
            file.unlink()
            return False
        return True


def _told(file: Path, version: str) -> str:
    found = file.lstat()
    return f"{version} {found.st_size} {found.st_mtime_ns}"
