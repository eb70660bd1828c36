"""Where in a file something new belongs, by the lines that are there."""

import re

from generator.editing.text_file import Lines


def dash_of(lines: Lines, line: int, column: int) -> int | None:
    """The column of the dash before what begins there; None where it has no dash on its line."""
    before = lines[line][: column - 1]
    return before.index("-") + 1 if before.strip() == "-" else None


def end_of_item(lines: Lines, line: int, dash: int) -> int:
    """The last line of the item of a list that begins at `line` with its dash in column `dash`.

    Notes below it that are indented as its fields are belong to it.
    """
    last = line
    for number in range(line + 1, len(lines) + 1):
        text = lines[number].strip()
        if not text:
            continue
        is_within = len(lines[number]) - len(lines[number].lstrip()) >= dash
        if is_within:
            last = number
        elif not text.startswith("#"):
            break
    return last


def above_notes(lines: Lines, line: int) -> int:
    """The first line of the notes that stand right above `line`, or `line` itself."""
    while line > 1 and lines[line - 1].startswith("#"):
        line -= 1
    return line


def field_at(lines: Lines, line: int) -> str:
    """The field that begins on a line, or nothing."""
    found = re.match(r"[\s-]*(\w+):", lines[line])
    return found[1] if found else ""
