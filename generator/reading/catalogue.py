"""A whole catalogue from its folder: the register, its files, and the rules across them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from generator.checks.contradictions import contradictions
from generator.checks.gaps import gaps
from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.model.references import Vocabulary
from generator.model.register import Register
from generator.model.text import suggest_identifier
from generator.problems.problem import Place, Problem, errors, in_order, problem
from generator.reading import nodes
from generator.reading.suggestions import nearest
from generator.reading.validation import validate

_TAKEN = "index"
"""The id whose address is that of the list of programmes."""

_VOCABULARIES = ("organisations", "audiences", "fields", "element_kinds", "profile")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a catalogue; `catalogue` is None when a problem is an error."""

    catalogue: Catalogue | None
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class _Listed:
    file: str
    place: Place
    """Where the register names it."""


def read_catalogue(register_file: Path) -> Reading:
    """Read the register and every file it lists. Never raises for what is in them."""
    folder = register_file.parent
    if not register_file.is_file():
        place = Place(register_file.name)
        return Reading(None, [problem("intet-register", place, name=register_file.name)])
    document = _read(folder, register_file.name, Place(register_file.name))
    register = validate(document, Register, {})
    problems = document.problems
    data = document.data() if isinstance(document.root, nodes.Mapping) else {}
    listed = list(_listed(folder, document, data, problems))
    problems += _not_listed(folder, listed)
    vocabulary = _vocabulary(data)
    programmes: dict[str, Programme] = {}
    files: dict[str, str] = {}
    for item in listed:
        id = PurePosixPath(item.file).stem
        problems += _identifier_problems(id, item, files)
        files.setdefault(id, item.file)
        programme, found = _programme(folder, item, vocabulary)
        problems += found
        if programme:
            programmes[id] = programme
    if register is None or errors(problems):
        return Reading(None, in_order(problems))
    return Reading(Catalogue(register, programmes, files), in_order(problems))


def _read(folder: Path, file: str, named_at: Place) -> nodes.Document:
    try:
        raw = (folder / file).read_bytes()
    except OSError:
        return nodes.Document(file, None, [problem("ulæselig-fil", named_at, name=file)])
    return nodes.read(file, raw)


def _programme(
    folder: Path, item: _Listed, vocabulary: Vocabulary
) -> tuple[Programme | None, list[Problem]]:
    document = _read(folder, item.file, item.place)
    known = {**vocabulary, **_sources(document.data())}
    programme = validate(document, Programme, known)
    if programme:
        for finding in (*contradictions(programme), *gaps(programme)):
            place = document.place(finding.path)
            if not finding.path:
                place = replace(place, excerpt="")  # no line in particular
            document.problems.append(problem(finding.code, place, **finding.context))
    return programme, document.problems


def _sources(data: Any) -> Vocabulary:
    """The sources a file defines, whatever else is wrong with it; nothing if that is wrong too."""
    sources = data.get("sources") if isinstance(data, dict) else None
    items = sources if isinstance(sources, list) else []
    ids = [item["id"] for item in items if isinstance(item, dict) and "id" in item]
    return {"sources": {id for id in ids if isinstance(id, str)}} if ids else {}


def _vocabulary(data: dict[str, Any]) -> Vocabulary:
    """The ids a register defines, whatever else is wrong with it."""
    known: dict[str, set[str]] = {}
    for kind in _VOCABULARIES:
        defined = data.get(kind, {})
        if isinstance(defined, dict):
            known[kind] = set(defined)
    for question in known.get("profile", ()):
        entry = data["profile"][question]
        options = entry.get("options") if isinstance(entry, dict) else None
        if isinstance(options, dict):
            known[f"profile.{question}"] = set(options)
    return known


def _listed(
    folder: Path, document: nodes.Document, data: dict[str, Any], problems: list[Problem]
) -> Iterator[_Listed]:
    """The files that the register lists, in its order, each once."""
    entries = data.get("programmes")
    seen: dict[str, Place] = {}
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        if not isinstance(entry, str) or not entry.strip():
            continue  # the model refuses it
        place = document.place(("programmes", index))
        path = PurePosixPath(entry)
        if path.is_absolute() or ".." in path.parts or path.suffix not in (".yaml", ".yml"):
            problems.append(problem("uden-for-mappen", place, name=entry))
            continue
        is_pattern = any(sign in entry for sign in "*?[")
        found = _matching(folder, entry) if is_pattern else [str(path)]
        if is_pattern and not found:
            problems.append(problem("ingen-filer", place, name=entry))
        for file in found:
            if file in seen and not is_pattern:
                line = seen[file].line
                problems.append(problem("gentaget-fil", place, name=file, line=line))
            elif not _is_there(folder / file):
                beside = PurePosixPath(file.replace("\\", "/")).parent / "*.yaml"
                meant = nearest(file, _matching(folder, str(beside)))
                problems.append(problem("filen-mangler", place, name=file, meant=meant))
            elif file not in seen:
                seen[file] = place
                yield _Listed(file, place)


def _matching(folder: Path, pattern: str) -> list[str]:
    try:
        found = [path for path in folder.glob(pattern) if path.is_file()]
    except (ValueError, OSError):
        return []  # no pattern that a folder can be searched for
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False  # a name that no file can have


def _not_listed(folder: Path, listed: list[_Listed]) -> Iterator[Problem]:
    """Files beside the listed ones that an editor may have forgotten to list."""
    known = {item.file for item in listed}
    folders = {str(PurePosixPath(file).parent) for file in known}
    for beside in sorted(folders):
        for file in _matching(folder, f"{beside}/*.y*ml"):
            if file not in known and beside != ".":
                yield problem("ikke-med", Place(file), name=file)


def _identifier_problems(id: str, item: _Listed, files: dict[str, str]) -> Iterator[Problem]:
    meant = suggest_identifier(id)
    if id != meant or id == _TAKEN:
        yield problem("ugyldigt-id", item.place, text=id, meant="" if id == _TAKEN else meant)
    elif id in files:
        yield problem("samme-id", item.place, id=id, other=files[id])
