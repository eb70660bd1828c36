"""Texts on disk until they are needed, since those of all pages are more than all else."""

import tempfile
from pathlib import Path
from typing import NamedTuple


class Stretch(NamedTuple):
    """Where a text lies, in bytes."""

    start: int
    length: int


class Spool:
    """Texts in a file that nobody else sees, and that is gone with the last who knows it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  # lives as long as its pages
        self._length = 0

    def keep(self, text: str) -> Stretch:
        """Write a text, and tell by what it is found again."""
        content = text.encode()
        stretch = Stretch(self._length, len(content))
        self._file.seek(stretch.start)
        self._file.write(content)
        self._length += stretch.length
        return stretch

    def text(self, stretch: Stretch) -> str:
        """A text that was kept."""
        self._file.seek(stretch.start)
        return self._file.read(stretch.length).decode()
