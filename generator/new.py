"""A new programme: a commented file to fill in, and a line in the register."""

from fnmatch import fnmatch
from importlib.resources import files
from pathlib import Path, PurePosixPath

from generator.model.text import suggest_identifier
from generator.reading import nodes


class NewProgrammeError(Exception):
    """Why a programme could not be created, in Danish."""


def create(register: Path, id: str) -> Path:
    """Write the specimen as programme `id`, list it in `register`, and return the file.

    Raises NewProgrammeError when the id can't be used, the file is there already or the register
    can't be read.
    """
    meant = suggest_identifier(id)
    if id != meant:
        hint = f" Skriv for eksempel »{meant}«." if meant else ""
        raise NewProgrammeError(f"»{id}« kan ikke bruges som id.{hint}")
    if not register.is_file():
        raise NewProgrammeError(f"{register} findes ikke.")
    entries = _listed(register)
    folder = PurePosixPath(entries[-1].text.replace("**/", "")).parent
    file = register.parent / folder / f"{id}.yaml"
    if file.exists():
        raise NewProgrammeError(f"{file} findes allerede.")
    name = str(folder / file.name)
    register_text = _with_line(register, entries, name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(specimen(), encoding="utf-8")
    register.write_text(register_text, encoding="utf-8")
    return file


def specimen() -> str:
    """The commented specimen: every field, with what it is for and an example."""
    return files("generator").joinpath("specimen.yaml").read_text("utf-8")


def _listed(register: Path) -> list[nodes.Scalar]:
    """The entries under `programmes`, of which there is at least one."""
    listed = nodes.read(register.name, register.read_bytes()).node(("programmes",))
    items = listed.items if isinstance(listed, nodes.Sequence) else []
    entries = [item for item in items if isinstance(item, nodes.Scalar)]
    if not entries:
        raise NewProgrammeError(f"»programmes« i {register} kan ikke læses. Kør check først.")
    return entries


def _with_line(register: Path, entries: list[nodes.Scalar], name: str) -> str:
    """The register's text with `name` as its last programme, unless a pattern takes it already."""
    text = register.read_text("utf-8-sig")
    if any(fnmatch(name, entry.text.replace("**/", "*")) for entry in entries):
        return text
    last = entries[-1].place
    lines = text.splitlines(keepends=True)
    indent = lines[last.line - 1].find("- ")
    if indent < 0 or indent >= last.column:
        raise NewProgrammeError(f"Skriv hver linje under »programmes« i {register} med - foran.")
    if not lines[last.line - 1].endswith("\n"):
        lines[last.line - 1] += "\n"
    lines.insert(last.line, f"{' ' * indent}- {name}\n")
    return "".join(lines)
