"""Texts on disk until they are needed, since those of all pages are more than all else."""

import os
import tempfile
from pathlib import Path
from typing import IO, NamedTuple


class Stretch(NamedTuple):
    """Where a text lies, in bytes."""

    start: int
    length: int


class Spool:
    """Texts in a file that nobody else sees, and that is gone with the last who knows it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  # lives as long as its pages
        self._process = os.getpid()
        self._length = 0
        self._last: tuple[Stretch, str] | None = None

    def keep(self, text: str) -> Stretch:
        """Write a text, and tell by what it is found again."""
        content = text.encode()
        stretch = Stretch(self._length, len(content))
        self._file.seek(stretch.start)
        self._file.write(content)
        self._file.flush()  # another process may be begun, and read it
        self._length += stretch.length
        return stretch

    def text(self, stretch: Stretch) -> str:
        """A text that was kept."""
        # MkDocs asks several times for one page, and then goes on to the next.
        if not self._last or self._last[0] != stretch:
            self._last = None
            self._last = stretch, self.encoded(stretch).decode()
        return self._last[1]

    def encoded(self, stretch: Stretch) -> bytes:
        """The same as it lies on the disk."""
        if os.getpid() != self._process:
            self._open_again()
        self._file.seek(stretch.start)
        return self._file.read(stretch.length)

    def _open_again(self) -> None:
        # Processes that were forked share one place in the file; only Linux has them.
        self._file = open(f"/proc/self/fd/{self._file.fileno()}", "rb")  # noqa: PTH123, SIM115
        self._process = os.getpid()

    def is_last(self, text: str, stretch: Stretch) -> bool:
        """Whether a text is the very one that was asked for last."""
        return self._last is not None and self._last[0] == stretch and self._last[1] is text
