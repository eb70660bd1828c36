"""The schemas as files beside a catalogue, where an editor's program finds them.

They are made, not committed: `check`, `new` and `serve` write them, so they know the ids of today,
and nobody has to think of them.
"""

import os
from contextlib import suppress
from pathlib import Path

from generator.reading.catalogue import read_register
from generator.schema import KINDS, schema

FOLDER = ".schemas"


def write_schemas(register: Path) -> Path:
    """Write both schemas of the catalogue with this register, and return their folder.

    A file that says the same already is left alone. Raises OSError if one can't be written.
    """
    folder = register.parent / FOLDER
    folder.mkdir(exist_ok=True)
    defined = read_register(register)
    texts = {f"{kind}.json": schema(kind, defined) for kind in KINDS}
    # The folder ignores itself, in any repository.
    for name, text in {**texts, ".gitignore": "*\n"}.items():
        file = folder / name
        if not file.is_file() or file.read_bytes() != text.encode():
            file.write_bytes(text.encode())
    return folder


def keep_schemas(register: Path) -> None:
    """Write them on the way to something else, which must not fail where nothing can be written."""
    if register.is_file():
        with suppress(OSError):
            write_schemas(register)


def first_line(kind: str, file: Path, register: Path) -> str:
    """The comment that tells an editor's program which schema a file follows."""
    path = Path(os.path.relpath(register.parent / FOLDER / f"{kind}.json", file.parent))
    return f"# yaml-language-server: $schema={path.as_posix()}\n"
