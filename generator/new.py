"""A new programme: a commented file to fill in, and a line in the register."""

from importlib.resources import files
from pathlib import Path, PurePosixPath

from generator.model.text import suggest_identifier
from generator.reading import nodes

_FOLDER = "content/programmes"


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
    name = f"{_FOLDER}/{id}.yaml"
    file = register.parent / name
    if file.exists():
        raise NewProgrammeError(f"{file} findes allerede.")
    if not register.is_file():
        raise NewProgrammeError(f"{register} findes ikke.")
    listed = _with_line(register, name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(specimen(id), encoding="utf-8")
    if listed is not None:
        register.write_text(listed, encoding="utf-8")
    return file


def specimen(id: str) -> str:
    """The commented specimen, with a title made of the id."""
    title = id.replace("-", " ").capitalize()
    text = files("generator").joinpath("specimen.yaml").read_text("utf-8")
    return text.replace("TITEL", title)


def _with_line(register: Path, name: str) -> str | None:
    """The register's text with `name` as its last programme; None when a pattern takes it."""
    text = register.read_text("utf-8-sig")
    document = nodes.read(register.name, text.encode())
    listed = document.node(("programmes",))
    if not isinstance(listed, nodes.Sequence) or not listed.items:
        raise NewProgrammeError(f"»programmes« i {register} kan ikke læses. Kør check først.")
    entries = [item.text for item in listed.items if isinstance(item, nodes.Scalar)]
    if any(PurePosixPath(name).match(entry) or "**" in entry for entry in entries):
        return None
    last = listed.items[-1].place
    lines = text.splitlines(keepends=True)
    dash = lines[last.line - 1].find("-")
    if dash < 0 or dash >= last.column:
        raise NewProgrammeError(f"Skriv hver linje under »programmes« i {register} med - foran.")
    if not lines[last.line - 1].endswith("\n"):
        lines[last.line - 1] += "\n"
    lines.insert(last.line, f"{' ' * dash}- {name}\n")
    return "".join(lines)
