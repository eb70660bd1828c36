"""A version of a catalogue as the facts that are written in it, in a folder or in git."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TypeAlias

from generator.changes.shape import PROGRAMME, REGISTER, Shape
from generator.git import NotFetchedError, contents, git, tree
from generator.problems.problem import Place, Problem, Severity, in_order, problem
from generator.reading import nodes, parsing
from generator.reading.catalogue import read_document
from generator.reading.listing import ENDINGS, listed_files
from generator.reading.suggestions import nearest

Data: TypeAlias = str | list["Data"] | dict[str, "Data"]
Group: TypeAlias = dict[str, Data]

_NOTE = re.compile(rb"(?:^|[ \t])#.*", re.MULTILINE)
_WORD = re.compile(rb"[^\s\"'\[\]{},:>|#-]+")


class RevisionError(Exception):
    """Why a version can't be found, in Danish."""


@dataclass(frozen=True, slots=True)
class Version:
    """Not a catalogue of the model: an old one may have fields that the model no longer knows."""

    register: Group
    """Without its list of programmes."""
    programmes: Mapping[str, Group]
    """By id, in the order of the register."""


def read_version(register: Path) -> tuple[Version | None, list[Problem]]:
    """The version in the register's folder; None, and the errors, when a file can't be read."""
    if not register.is_file():
        return None, [problem("intet-register", Place(register.name), name=register.name)]
    folder = register.parent
    document = read_document(folder, register.name, Place(register.name))
    data, found = _group(document), list(document.problems)
    programmes: dict[str, Group] = {}
    for item in listed_files(folder, document, data, found):
        described = read_document(folder, item.file, item.place)
        found += described.problems
        programmes[PurePosixPath(item.file).stem] = _told(PROGRAMME, _group(described))
    wrong = in_order(one for one in found if one.severity is Severity.ERROR)
    data.pop("programmes", None)
    return (None if wrong else Version(_told(REGISTER, data), programmes)), wrong


def says_the_same(before: bytes, after: bytes) -> bool:
    """Whether two texts of a programme's file differ in form only, such as in their notes.

    In doubt they do not: where one can't be read, or a date is written in another way.
    """
    # Most changes are of words or of notes, which is seen much faster than what they mean.
    lines = [telling_lines(text) for text in (before, after)]
    was, now = map(Counter, lines)
    if lines[0] == lines[1] or _words(was - now) != _words(now - was):
        return lines[0] == lines[1]
    one, other = (facts(PROGRAMME, text) for text in (before, after))
    return one is not None and one == other


def telling_lines(text: bytes) -> list[bytes]:
    """Those that are neither empty nor a note; one further in may be the text of a field."""
    return [line for line in text.splitlines() if line.strip() and not line.startswith(b"#")]


def _words(lines: Counter[bytes]) -> Counter[bytes]:
    return Counter(_WORD.findall(_NOTE.sub(b"", b"\n".join(lines.elements()))))


@contextmanager
def of_revision(register: Path, revision: str) -> Iterator[Path]:
    """The register as a revision of git has it, with the YAML files around it, for as long as told.

    Nothing is checked out, and neither branch nor index is touched. Raises RevisionError when there
    is no repository or no such revision.
    """
    folder = register.parent
    if git(folder, "rev-parse", "--git-dir") is None:
        raise RevisionError("Katalogets mappe ligger ikke i et git-repository.")
    commit = git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise RevisionError(f"Versionen »{revision}« findes ikke.{_hint(folder, revision)}")
    with TemporaryDirectory() as made:
        for name, content in _files(folder, commit.decode().strip()):
            file = Path(made, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield Path(made, register.name)


def _hint(folder: Path, revision: str) -> str:
    """Which branch or tag was meant; of a history that is not all here, that it is not."""
    refs = git(folder, "for-each-ref", "--format=%(refname:short)") or b""
    if meant := nearest(revision, refs.decode("utf-8", "replace").splitlines()):
        return f" Mente du »{meant}«?"
    is_shallow = git(folder, "rev-parse", "--is-shallow-repository") == b"true\n"
    return " Kun en del af historikken er hentet." if is_shallow else ""


def _files(folder: Path, commit: str) -> list[tuple[str, bytes]]:
    """The YAML files in and below a folder, by their path from it."""
    wanted = [(name, id) for name, id in tree(folder, commit).items() if name.endswith(ENDINGS)]
    try:
        content = contents(folder, {id for _, id in wanted})
    except NotFetchedError:
        raise RevisionError(
            "Kun en del af historikken er hentet, og resten kan ikke hentes."
        ) from None
    return [(name, content[id]) for name, id in wanted]


def facts(shape: Shape, text: bytes) -> Group | None:
    """What the text of a file says; None when it can't be read."""
    document = parsing.read("", text)
    is_readable = not document.problems and isinstance(document.root, nodes.Mapping)
    return _told(shape, _group(document)) if is_readable else None


def _group(document: nodes.Document) -> Group:
    data = document.data()
    return data if isinstance(data, dict) else {}


def _told(shape: Shape, data: Group) -> Group:
    """The facts of a group; what is empty tells nothing."""
    facts = {name: _fact(shape.part(name), value) for name, value in data.items()}
    return {name: fact for name, fact in facts.items() if fact}


def _fact(shape: Shape, data: Data) -> Data:
    if isinstance(data, str):
        return shape.canonical(data)
    if isinstance(data, list):
        return [fact for item in data if (fact := _fact(shape.part(""), item))]
    return _told(shape, data)
