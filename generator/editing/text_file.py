"""A file as its lines: what is put between them leaves every other byte as it was."""

import re
from collections.abc import Iterator

_AFTER_A_BREAK = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


class Lines:
    """The lines of a text, counted from 1 as places are; each keeps the ending that it has."""

    def __init__(self, raw: bytes) -> None:
        """Raises UnicodeDecodeError for what is not UTF-8."""
        self._lines = split_lines(raw.decode("utf-8"))

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[str]:
        return (self[number] for number in range(1, len(self) + 1))

    def __getitem__(self, number: int) -> str:
        """The line without its ending; nothing past the end."""
        return self._lines[number - 1].rstrip("\r\n") if 1 <= number <= len(self) else ""

    def __setitem__(self, number: int, text: str) -> None:
        self._lines[number - 1] = text + self._ending(number)

    def insert(self, number: int, new: list[str]) -> None:
        """Put lines in, of which the first becomes number `number`.

        They end as the line above them does; a text whose last line has no ending has none after.
        """
        ending = self._ending(number - 1) or self._ending(1) or "\n"
        added = [line + ending for line in new]
        if number > 1 and not self._ending(number - 1):
            self._lines[number - 2] += ending
            added[-1] = new[-1]
        self._lines[number - 1 : number - 1] = added

    def encoded(self) -> bytes:
        return "".join(self._lines).encode("utf-8")

    def _ending(self, number: int) -> str:
        line = self._lines[number - 1] if 1 <= number <= len(self) else ""
        return line[len(line.rstrip("\r\n")) :]


def split_lines(text: str) -> list[str]:
    """The lines of a text, each with the ending that it has."""
    return [line for line in _AFTER_A_BREAK.split(text) if line]
