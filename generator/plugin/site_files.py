"""The files of a site in the making; what the published one has already is not written again."""

import json
import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from generator.each import version_of
from generator.exports.content import Content
from generator.memory.memory import Memory

_JOB = "files"

Stamps: TypeAlias = Mapping[str, str]
"""By address, of what version a file is, and what tells whether somebody has touched it since."""


class SiteFiles:
    """What one process writes into `folder`, by addresses from there.

    A file that the site in `published` has with the same content stands in both, so that nobody may
    write into it afterwards. `memory` knows what the last build wrote, and spares making and
    reading that again; but for what comes in pieces, which is one of its kind and made each time.
    """

    def __init__(self, folder: Path, published: Path | None, memory: Memory | None) -> None:
        self.stamps: dict[str, str] = {}
        self._folder = folder
        self._published = published
        self._memory = memory
        self._folders = {folder: published is not None and published.is_dir()}
        """Those that were made, and whether the published site has them itself."""
        self._known = self._recalled()

    def has(self, address: str) -> bool:
        """Whether the last build wrote something there, as far as that is known."""
        return address in self._known

    def link(self, address: str, version: str) -> bool:
        """Have the published file in the new site as well, if it is of this version, untouched."""
        known = self._known.get(address, "")
        if not known.startswith(f"{version} "):
            return False
        is_linked = self._link_if(lambda file: _stamp(file, version) == known, address)
        if is_linked:
            self.stamps[address] = known
        return is_linked

    def write(self, address: str, content: Content | bytes, version: str = "") -> None:
        """Write a file, or link it; `version` spares telling it from what is in it."""
        if not isinstance(content, str | bytes):
            with self._file(address).open("wb") as pieces:
                pieces.writelines(piece.encode() for piece in content)
            return
        whole = content.encode() if isinstance(content, str) else content
        version = version or version_of(whole)
        known = self._known.get(address)

        def is_same(file: Path) -> bool:
            is_as_known = _stamp(file, version) == known
            return is_as_known or (_is_readable(file) and file.read_bytes() == whole)

        file = self._file(address)
        if not self._link_if(is_same, address):
            file.write_bytes(whole)
        self.stamps[address] = _stamp(file, version)

    def add(self, stamps: Stamps) -> None:
        """Learn what another process wrote."""
        self.stamps.update(stamps)

    def keep(self) -> None:
        """Let the next build know what was written, once all of it is."""
        if self._memory and self._published:
            self._memory.keep(_JOB, self._published, json.dumps(self.stamps).encode())

    def _recalled(self) -> Stamps:
        if not (self._memory and self._published and self._folders[self._folder]):
            return {}
        known: Stamps = json.loads(self._memory.recall(_JOB, self._published) or "{}")
        return known

    def _link_if(self, is_same: Callable[[Path], bool], address: str) -> bool:
        """Have the published file in the new site as well, if it is the same.

        That is asked once it is linked, since another build may put its site there at any time.
        """
        file = self._file(address)
        if not (self._published and self._folders[file.parent]):
            return False
        try:
            os.link(self._published / address, file)
            if is_same(file):
                return True
        except OSError:
            pass  # it is not there, or can't be read, or the file system knows no second names
        file.unlink(missing_ok=True)
        return False

    def _file(self, address: str) -> Path:
        """Its path, in a folder that is there."""
        file = self._folder / address
        self._make(file.parent)
        return file

    def _make(self, folder: Path) -> None:
        if folder in self._folders:
            return
        self._make(folder.parent)
        folder.mkdir(parents=True, exist_ok=True)
        is_own = self._folders[folder.parent]
        if self._published and is_own:  # and no link to a folder of somebody else
            there = self._published / folder.relative_to(self._folder)
            is_own = there.is_dir() and not there.is_symlink()
        self._folders[folder] = is_own


def _is_readable(file: Path) -> bool:
    """Whether it is a file, and not something that only looks like one or is kept from readers."""
    mode = file.lstat().st_mode
    return stat.S_ISREG(mode) and bool(mode & stat.S_IRUSR)


def _stamp(file: Path, version: str) -> str:
    found = file.lstat()
    return f"{version} {found.st_mode} {found.st_size} {found.st_mtime_ns}"
