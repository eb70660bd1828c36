"""A whole catalogue from its folder: the register, its files, and the rules across them."""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

from generator.checks.contradictions import contradictions
from generator.checks.deadlines import ahead, passing
from generator.checks.gaps import gaps
from generator.checks.review import reviewed
from generator.checks.synonyms import unanswered
from generator.checks.texts import texts
from generator.checks.titles import same_titles
from generator.each import Each, one_by_one, version_of
from generator.model.amounts import Amount
from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.model.references import Vocabulary
from generator.model.register import Register
from generator.model.text import suggest_identifier
from generator.problems.problem import Place, Problem, errors, in_order, problem
from generator.reading import nodes, parsing
from generator.reading.fields import meant_field
from generator.reading.listing import Listed, identifier_problems, listed_files, not_listed
from generator.reading.placeholders import tell_placeholders
from generator.reading.validation import validate

READING = "read"
"""The job of reading each programme's file."""

_VOCABULARIES = ("organisations", "audiences", "fields", "element_kinds", "profile")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a catalogue; `catalogue` is None when a problem is an error."""

    catalogue: Catalogue | None
    problems: list[Problem]
    files: Mapping[str, str] = field(default_factory=dict)
    """By id, where each programme that is listed stands, whatever is wrong with it."""


@dataclass(frozen=True, slots=True)
class _Age:
    """How old what was checked may be, on which day."""

    allowed: Amount
    today: date


def read_catalogue(
    register_file: Path,
    today: date | None = None,
    each: Each = one_by_one,
    drafts: Mapping[str, bytes] | None = None,
) -> Reading:
    """Read the register and every file it lists. Never raises for what is in them.

    `today` is the day on which what was checked is old and a deadline near: if not given, that of
    SOURCE_DATE_EPOCH, or else the real one. It has a say in the problems only, never in the
    catalogue. `drafts` are programmes' files as they would read, in place of what is in them.
    """
    folder, name = register_file.parent, register_file.name
    if not register_file.is_file():
        return Reading(None, [problem("intet-register", Place(name), name=name)])
    said = content_of(register_file)
    document = _document(Listed(name, Place(name)), said)
    if document.root is None:
        document.problems[:] = map(_of_register, document.problems)
    register = validate(document, Register, {})
    problems = document.problems
    data = document.data() if isinstance(document.root, nodes.Mapping) else {}
    listed = list(listed_files(folder, document, data, problems))
    problems += not_listed(folder, data, listed)
    vocabulary = _vocabulary(data, document)
    interval = (
        register.review_interval if register else Register.model_fields["review_interval"].default
    )
    age = _Age(interval, today or _today())
    items = {item.file: item for item in listed}
    contents = {file: content_of(folder / file) for file in items} | dict(drafts or {})
    around = version_of(sorted((kind, sorted(ids)) for kind, ids in vocabulary.items()), age)
    said_in = {
        file: version_of(item.place if contents[file] is None else contents[file])
        for file, item in items.items()
    }
    read = each(
        READING,
        lambda file: _programme(_document(items[file], contents[file]), vocabulary, age),
        {file: f"{version} {around}" for file, version in said_in.items()},
    )
    programmes: dict[str, Programme] = {}
    files: dict[str, str] = {}
    for item, (programme, found) in zip(listed, read, strict=True):
        id = PurePosixPath(item.file).stem
        problems += identifier_problems(id, item, files)
        files.setdefault(id, item.file)
        problems += found
        if programme:
            programmes[id] = programme
    if register is None or errors(problems):
        return Reading(None, in_order(problems), files)
    by_register = version_of(said)
    versions = {id: f"{id} {said_in[file]} {by_register}" for id, file in files.items()}
    catalogue = Catalogue(register, programmes, files, versions)
    for finding in unanswered(catalogue):
        problems.append(problem(finding.code, document.place(finding.path), **finding.context))
    for id, finding in same_titles(catalogue):
        described = _document(items[files[id]], contents[files[id]])
        place = described.place(finding.path)
        problems.append(problem(finding.code, place, **finding.context))
    return Reading(catalogue, in_order(problems), files)


def _of_register(found: Problem) -> Problem:
    """The register is no file that can be done without."""
    return problem("tomt-register", found.place) if found.code == "tom-fil" else found


def _today() -> date:
    """Source of the variable: reproducible-builds.org, "SOURCE_DATE_EPOCH"."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


def read_register(register_file: Path) -> Register | None:
    """The register alone; None when it can't be read or has errors."""
    folder, name = register_file.parent, register_file.name
    return validate(read_document(folder, name, Place(name)), Register, {})


def read_document(folder: Path, file: str, named_at: Place) -> nodes.Document:
    """A file of the catalogue in `folder`; that it cannot be read is a problem at `named_at`."""
    return _document(Listed(file, named_at), content_of(folder / file))


def content_of(file: Path) -> bytes | None:
    """None for what can't be read."""
    try:
        return file.read_bytes()
    except OSError:
        return None


def _document(item: Listed, content: bytes | None) -> nodes.Document:
    if content is None:
        problems = [problem("ulæselig-fil", item.place, name=item.file)]
        return nodes.Document(item.file, None, problems)
    return parsing.read(item.file, content)


def _programme(
    document: nodes.Document, vocabulary: Vocabulary, age: _Age
) -> tuple[Programme | None, list[Problem]]:
    known = {**vocabulary, **_sources(document)}
    programme = validate(document, Programme, known)
    if programme:
        found = chain(
            contradictions(programme),
            reviewed(programme, age.allowed, age.today),
            passing(programme, age.today),
            ahead(programme, age.today),
            texts(programme),
            gaps(programme),
        )
        for finding in found:
            place = document.place_of(finding.path, finding.quote)
            if not finding.path:
                place = replace(place, excerpt="")  # no line in particular
            words = finding.context
            if finding.earlier:
                words = {**words, "line": document.place(finding.earlier).line}
            document.problems.append(problem(finding.code, place, **words))
    tell_placeholders(document)
    return programme, document.problems


def _sources(document: nodes.Document) -> Vocabulary:
    """The sources a file defines, whatever else is wrong with it; nothing if that is wrong too."""
    sources = document.node(("sources",))
    items = sources.items if isinstance(sources, nodes.Sequence) else []
    groups = [item.values for item in items if isinstance(item, nodes.Mapping)]
    ids = [group["id"] for group in groups if "id" in group]
    texts = [id.text for id in ids if isinstance(id, nodes.Scalar)]
    return {"sources": _with_what_is_meant(texts)} if ids else {}


def _with_what_is_meant(ids: Collection[str]) -> set[str]:
    """The ids, and those that are to stand in place of what cannot be used as ids."""
    return {*ids, *map(suggest_identifier, ids)} - {""}


def _is_lost(kind: str, data: dict[str, Any], document: nodes.Document) -> bool:
    """Whether the register has the kind under a name that it does not know, or too far in."""
    unknown = data.keys() - Register.model_fields.keys()
    misspelt = any(meant_field(Register, (name,)) == kind for name in unknown)
    return misspelt or any(kind in group.names for _, group in nodes.groups(document.root))


def _vocabulary(data: dict[str, Any], document: nodes.Document) -> Vocabulary:
    """The ids a register defines, whatever else is wrong with it.

    Without a kind that it seems to define in vain: that is told, not every reference to it.
    """
    known: dict[str, set[str]] = {}
    for kind in _VOCABULARIES:
        defined = data.get(kind, {})
        if isinstance(defined, dict) and (kind in data or not _is_lost(kind, data, document)):
            known[kind] = _with_what_is_meant(defined)
    profile = data.get("profile") if "profile" in known else None
    for question, entry in profile.items() if isinstance(profile, dict) else ():
        options = entry.get("options") if isinstance(entry, dict) else None
        if isinstance(options, dict):
            for name in _with_what_is_meant([question]):
                known[f"profile.{name}"] = _with_what_is_meant(options)
    return known
