"""The files that a register lists, and what is wrong with how it lists them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Any

from generator.model.text import suggest_identifier
from generator.problems.problem import Place, Problem, problem
from generator.reading.nodes import Document
from generator.reading.suggestions import nearest

_LONGEST_PATH = 500
ENDINGS = (".yaml", ".yml")
"""Of the names of descriptions."""
_USUAL = PurePosixPath("content/programmes")
_TAKEN = "index"
"""The id whose address is that of the list of programmes."""


@dataclass(frozen=True, slots=True)
class Listed:
    file: str
    place: Place
    """Where the register names it."""


def listed_files(
    folder: Path, document: Document, data: dict[str, Any], problems: list[Problem]
) -> Iterator[Listed]:
    """The files that the register lists, in its order, each once."""
    entries = data.get("programmes")
    seen: dict[str, Place] = {}
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        if not isinstance(entry, str) or not entry.strip():
            continue  # the model refuses it
        place = document.place(("programmes", index))
        if not is_inside(entry):
            meant = _meant_file(folder, entry, _entries(data))
            problems.append(problem("uden-for-mappen", place, name=entry, meant=meant))
            continue
        is_plain = not is_pattern(entry)
        if is_plain:
            found = [str(PurePosixPath(entry))]
        else:
            found = [file for file in matching(folder, entry) if file != document.file]
        if not found:
            problems.append(problem("ingen-filer", place, name=entry))
        for file in found:
            if file in seen and is_plain:
                line = seen[file].line
                problems.append(problem("gentaget-fil", place, name=file, line=line))
            elif is_plain and not _is_there(folder / file):
                meant = _meant_file(folder, entry, _entries(data))
                problems.append(problem("filen-mangler", place, name=file, meant=meant))
            elif file not in seen:
                seen[file] = place
                yield Listed(file, place)


def _entries(data: dict[str, Any]) -> list[str]:
    entries = data.get("programmes")
    return [e for e in entries if isinstance(e, str)] if isinstance(entries, list) else []


def listed_names(data: dict[str, Any], register: str, names: Collection[str]) -> list[str]:
    """Those of the files of an old version that its register lists, in its order."""
    found: dict[str, None] = {}
    for entry in filter(is_inside, _entries(data)):
        parts = PurePosixPath(entry).parts
        if not is_pattern(entry):
            found |= dict.fromkeys({str(PurePosixPath(entry))} & set(names))
            continue
        like = (name for name in names if _is_like(name.split("/"), parts))
        found |= dict.fromkeys(sorted(name for name in like if name != register))
    return list(found)


def _is_like(path: Sequence[str], pattern: Sequence[str]) -> bool:
    if not pattern or not path:
        return not pattern and not path
    if pattern[0] == "**":
        return any(_is_like(path[n:], pattern[1:]) for n in range(len(path)))
    return fnmatchcase(path[0], pattern[0]) and _is_like(path[1:], pattern[1:])


def _meant_file(folder: Path, entry: str, entries: Collection[str]) -> str:
    """The file whose name is nearest, beside it or where others are; empty if none is near."""
    name = entry.replace("\\", "/")
    inside = [PurePosixPath(other) for other in (name, *entries) if is_inside(other)]
    names: dict[str, str] = {}
    for beside in dict.fromkeys([*(path.parent for path in inside), _USUAL]):
        for found in matching(folder, str(beside / "*.yaml")):
            names.setdefault(PurePosixPath(found).stem, found)
    return names.get(nearest(PurePosixPath(name).stem, names), "")


def is_identifier(id: str) -> bool:
    """Whether a programme can have this id: the last part of its address."""
    return bool(id) and id == suggest_identifier(id) and id != _TAKEN


def is_inside(entry: str) -> bool:
    """Whether an entry of the register names YAML files in the register's folder."""
    path = PurePosixPath(entry)
    outside = path.is_absolute() or ".." in path.parts
    return not outside and path.suffix in ENDINGS and len(entry) <= _LONGEST_PATH


def is_pattern(entry: str) -> bool:
    return any(sign in entry for sign in "*?[")


def matching(folder: Path, pattern: str) -> list[str]:
    """The files that a pattern or a plain path names, in order; relative to `folder`."""
    try:
        found = [path for path in folder.glob(pattern) if path.is_file()]
    except (ValueError, OSError, RecursionError):
        return []  # no pattern that a folder can be searched for
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False  # a name that no file can have


def not_listed(folder: Path, data: dict[str, Any], listed: list[Listed]) -> Iterator[Problem]:
    """Files beside the listed ones that an editor may have forgotten to list.

    But for those that an entry for a file that is not there seems to mean.
    """
    entries = _entries(data)
    plain = [entry for entry in entries if not is_pattern(entry)]
    lost = [entry for entry in plain if not is_inside(entry) or not _is_there(folder / entry)]
    meant = {_meant_file(folder, entry, entries) for entry in lost}
    known = {item.file for item in listed}
    folders = {file.rpartition("/")[0] or "." for file in known}
    for beside in sorted(folders):
        for file in matching(folder, f"{beside}/*.y*ml"):
            if file not in known and file not in meant and beside != ".":
                yield problem("ikke-med", Place(file), name=file)


def identifier_problems(id: str, item: Listed, files: dict[str, str]) -> Iterator[Problem]:
    if not is_identifier(id):
        meant = suggest_identifier(id)
        yield problem("ugyldigt-id", item.place, text=id, meant="" if meant == id else meant)
    elif id in files:
        yield problem("samme-id", item.place, id=id, other=files[id])
