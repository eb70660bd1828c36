"""A new programme: a commented file to fill in, and a line in the register."""

import re
from pathlib import Path, PurePosixPath

from generator.model.text import suggest_identifier
from generator.reading import nodes
from generator.reading.listing import is_identifier, is_inside, is_pattern, matching
from generator.schema_files import first_line
from generator.specimen import specimen


class NewProgrammeError(Exception):
    """Why a programme could not be created, in Danish."""


def create(register: Path, id: str) -> Path:
    """Write the specimen as programme `id`, list it in `register`, and return the file.

    Raises NewProgrammeError when the id can't be used, the programme is there already, or a file
    can't be read or written.
    """
    if not is_identifier(id):
        meant = suggest_identifier(id)
        hint = f" Skriv for eksempel »{meant}«." if meant and meant != id else ""
        raise NewProgrammeError(f"»{id}« kan ikke bruges som id.{hint}")
    try:
        return _create(register, id)
    except OSError as error:
        raise NewProgrammeError(f"Programmet kan ikke oprettes: {error.strerror}.") from error


def _create(register: Path, id: str) -> Path:
    if not register.is_file():
        raise NewProgrammeError(f"{register} findes ikke.")
    entries = _listed(register)
    folder = PurePosixPath(entries[-1].text.replace("**/", "")).parent
    if is_pattern(str(folder)) or not is_inside(entries[-1].text):
        raise NewProgrammeError(f"»{entries[-1].text}« siger ikke, hvilken mappe filen skal i.")
    file = register.parent / folder / f"{id}.yaml"
    name = str(folder / file.name)
    others = {entry.text for entry in entries} - {name}
    if file.exists() or any(PurePosixPath(other).stem == id for other in others):
        raise NewProgrammeError(f"Der er allerede et program med id »{id}«.")
    with_line = _with_line(register, entries[-1], name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(first_line("programme", file, register) + specimen(), encoding="utf-8")
    if not any(name in matching(register.parent, entry.text) for entry in entries):
        register.write_bytes(with_line)
    return file


def _listed(register: Path) -> list[nodes.Scalar]:
    """The entries under `programmes`, of which there is at least one."""
    listed = nodes.read(register.name, register.read_bytes()).node(("programmes",))
    items = listed.items if isinstance(listed, nodes.Sequence) else []
    entries = [item for item in items if isinstance(item, nodes.Scalar)]
    if not entries:
        raise NewProgrammeError(f"»programmes« i {register} kan ikke læses. Kør check først.")
    return entries


def _with_line(register: Path, last: nodes.Scalar, name: str) -> bytes:
    """The register with `name` on a line of its own below its last programme."""
    lines = re.split(b"(?<=\n)|(?<=\r)(?!\n)", register.read_bytes())
    line = lines[last.place.line - 1]
    indent = line.find(b"- ")
    if indent < 0 or indent >= last.place.column:
        raise NewProgrammeError(f"Skriv hver linje under »programmes« i {register} med - foran.")
    ending = line[len(line.rstrip(b"\r\n")) :] or b"\n"
    lines[last.place.line - 1] = line.rstrip(b"\r\n") + ending
    lines.insert(last.place.line, b" " * indent + b"- " + name.encode() + ending)
    return b"".join(lines)
