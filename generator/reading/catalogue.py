"""A whole catalogue from its folder: the register, its files, and the rules across them."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

from generator.checks.contradictions import contradictions
from generator.checks.gaps import gaps
from generator.checks.review import overdue
from generator.checks.synonyms import unanswered
from generator.model.amounts import Amount
from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.model.references import Vocabulary
from generator.model.register import Register
from generator.problems.problem import Place, Problem, errors, in_order, problem
from generator.reading import nodes
from generator.reading.fields import meant_field
from generator.reading.listing import Listed, identifier_problems, listed_files, not_listed
from generator.reading.validation import validate

_VOCABULARIES = ("organisations", "audiences", "fields", "element_kinds", "profile")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a catalogue; `catalogue` is None when a problem is an error."""

    catalogue: Catalogue | None
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class _Age:
    """How old what was checked may be, on which day."""

    allowed: Amount
    today: date


def read_catalogue(register_file: Path, today: date | None = None) -> Reading:
    """Read the register and every file it lists. Never raises for what is in them.

    `today` is the day from which the age of what was checked is counted: the real one if not given.
    It has a say in the problems only, never in the catalogue.
    """
    folder = register_file.parent
    if not register_file.is_file():
        place = Place(register_file.name)
        return Reading(None, [problem("intet-register", place, name=register_file.name)])
    document = read_document(folder, register_file.name, Place(register_file.name))
    register = validate(document, Register, {})
    problems = document.problems
    data = document.data() if isinstance(document.root, nodes.Mapping) else {}
    listed = list(listed_files(folder, document, data, problems))
    problems += not_listed(folder, listed)
    vocabulary = _vocabulary(data, document)
    interval = (
        register.review_interval if register else Register.model_fields["review_interval"].default
    )
    age = _Age(interval, today or date.today())
    programmes: dict[str, Programme] = {}
    files: dict[str, str] = {}
    for item in listed:
        id = PurePosixPath(item.file).stem
        problems += identifier_problems(id, item, files)
        files.setdefault(id, item.file)
        programme, found = _programme(folder, item, vocabulary, age)
        problems += found
        if programme:
            programmes[id] = programme
    if register is None or errors(problems):
        return Reading(None, in_order(problems))
    catalogue = Catalogue(register, programmes, files)
    for finding in unanswered(catalogue):
        problems.append(problem(finding.code, document.place(finding.path), **finding.context))
    return Reading(catalogue, in_order(problems))


def read_register(register_file: Path) -> Register | None:
    """The register alone; None when it can't be read or has errors."""
    folder, name = register_file.parent, register_file.name
    return validate(read_document(folder, name, Place(name)), Register, {})


def read_document(folder: Path, file: str, named_at: Place) -> nodes.Document:
    """A file of the catalogue in `folder`; that it cannot be read is a problem at `named_at`."""
    try:
        raw = (folder / file).read_bytes()
    except OSError:
        return nodes.Document(file, None, [problem("ulæselig-fil", named_at, name=file)])
    return nodes.read(file, raw)


def _programme(
    folder: Path, item: Listed, vocabulary: Vocabulary, age: _Age | None
) -> tuple[Programme | None, list[Problem]]:
    document = read_document(folder, item.file, item.place)
    known = {**vocabulary, **_sources(document.data())}
    programme = validate(document, Programme, known)
    if programme:
        old = overdue(programme, age.allowed, age.today) if age else ()
        found = chain(contradictions(programme), old, gaps(programme))
        for finding in found:
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


def _is_lost(kind: str, data: dict[str, Any], document: nodes.Document) -> bool:
    """Whether the register has the kind under a name that it does not know, or too far in."""
    unknown = data.keys() - Register.model_fields.keys()
    misspelt = any(meant_field(Register, (name,)) == kind for name in unknown)
    return misspelt or any(kind in group.keys for _, group in nodes.groups(document.root))


def _vocabulary(data: dict[str, Any], document: nodes.Document) -> Vocabulary:
    """The ids a register defines, whatever else is wrong with it.

    Without a kind that it seems to define in vain: that is told, not every reference to it.
    """
    known: dict[str, set[str]] = {}
    for kind in _VOCABULARIES:
        defined = data.get(kind, {})
        if isinstance(defined, dict) and (kind in data or not _is_lost(kind, data, document)):
            known[kind] = set(defined)
    for question in known.get("profile", ()):
        entry = data["profile"][question]
        options = entry.get("options") if isinstance(entry, dict) else None
        if isinstance(options, dict):
            known[f"profile.{question}"] = set(options)
    return known
