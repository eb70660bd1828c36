"""A new programme: a commented file to fill in, and a line in the register."""

from pathlib import Path, PurePosixPath

from generator.editing.places import dash_of
from generator.editing.refusal import EditError
from generator.editing.text_file import Lines
from generator.model.text import suggest_identifier
from generator.problems.system import reason
from generator.reading import nodes, parsing
from generator.reading.listing import is_identifier, is_inside, is_pattern, matching
from generator.schema_files import first_line
from generator.specimen import specimen
from generator.whole_file import write_new, write_whole


def new_programme(register: Path, id: str) -> Path:
    """Write the specimen as programme `id`, list it in `register`, and return the file.

    Raises EditError when the id can't be used, the programme is there already, or a file
    can't be read or written.
    """
    if not is_identifier(id):
        meant = suggest_identifier(id)
        hint = f" Skriv for eksempel »{meant}«." if meant and meant != id else ""
        raise EditError(f"»{id}« kan ikke bruges som id.{hint}")
    try:
        return _create(register, id)
    except OSError as error:
        raise EditError(f"Programmet kan ikke oprettes: {reason(error)}.") from error


def _create(register: Path, id: str) -> Path:
    if not register.is_file():
        raise EditError(f"{register} findes ikke.")
    entries = _listed(register)
    folder = PurePosixPath(entries[-1].text.replace("**/", "")).parent
    if is_pattern(str(folder)) or not is_inside(entries[-1].text):
        raise EditError(f"»{entries[-1].text}« siger ikke, hvilken mappe filen skal i.")
    file = register.parent / folder / f"{id}.yaml"
    name = str(folder / file.name)
    listed = {entry.text for entry in entries} | _found(register, entries)
    if file.exists() or any(PurePosixPath(other).stem == id for other in listed - {name}):
        raise EditError(f"Der er allerede et program med id »{id}«.")
    with_line = _with_line(register, entries, name)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_new(file, (first_line("programme", file, register) + specimen()).encode())
    if name not in _found(register, entries):
        try:
            write_whole(register, with_line)
        except OSError:
            file.unlink()
            raise
    return file


def _listed(register: Path) -> list[nodes.Scalar]:
    """The entries under `programmes`, of which there is at least one."""
    document = parsing.read(register.name, register.read_bytes())
    listed = document.node(("programmes",))
    items = listed.items if isinstance(listed, nodes.Sequence) else []
    entries = [item for item in items if isinstance(item, nodes.Scalar)]
    if not entries or len(entries) < len(items) or document.problems:
        raise EditError(f"»programmes« i {register} kan ikke læses. Kør check først.")
    return entries


def _found(register: Path, entries: list[nodes.Scalar]) -> set[str]:
    """The files that the entries, patterns or not, find in the register's folder."""
    inside = [entry.text for entry in entries if is_inside(entry.text)]
    return {file for text in inside for file in matching(register.parent, text)}


def _with_line(register: Path, entries: list[nodes.Scalar], name: str) -> bytes:
    """The register with `name` on a line of its own below its last programme.

    In a list that is in order it gets its place there: then two editors, each with a programme of
    her own, seldom write between the same lines.
    """
    raw = register.read_bytes()
    lines = Lines(raw)
    texts = [entry.text for entry in entries]
    later = [e for e in entries if e.text > name] if texts == sorted(texts) else []
    beside = (later or entries[-1:])[0]
    dash = dash_of(lines, beside.place.line, beside.place.column)
    if dash is None:
        raise EditError(f"Skriv hver linje under »programmes« i {register} med - foran.")
    number = beside.place.line if later else beside.place.line + len(beside.lines)
    lines.insert(number, [" " * (dash - 1) + f"- {name}"])
    content = lines.encoded()
    before, after = (parsing.read(register.name, text).data() for text in (raw, content))
    before["programmes"].insert(len(texts) - len(later), name)
    if before != after:
        raise EditError(f"»programmes« i {register} skal rettes i hånden: tilføj - {name}")
    return content
