"""What is wrong with a site's mkdocs.yml, and with what it inherits from."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator.problems.problem import Place, Problem, problem
from generator.prose.folder import is_page
from generator.prose.targets import Targets, relative_path, target_of
from generator.reading.nodes import Document, Mapping, Node, Scalar, Sequence
from generator.reading.parsing import faults, read
from generator.settings import files
from generator.site import lacks_plugin

_COLON_IN_NAME = re.compile(r"\s*- ([^\"'].*: .*): (\S+\.md)\s*")


def refusals(config_file: Path, folder: Path) -> list[Problem]:
    """Why the site can't be built at all, so that MkDocs must not begin.

    Places are told from `folder`.
    """
    for file in filter(Path.is_file, files(config_file)):
        if found := faults(_named(file, folder), file.read_bytes()):
            return [_of_menu(one) or one for one in found]
    if lacks_plugin(config_file):
        return [problem("uden-programmes", _place(config_file, folder, "plugins"))]
    return []


def menu_problems(config_file: Path, folder: Path, targets: Targets) -> Iterator[Problem]:
    """Pages that `nav` names, and that are surely not there."""
    for document in _documents(config_file, folder):
        nav = document.node(("nav",))
        for entry in _entries(nav) if nav else ():
            yield from _missing(entry, targets)
        if nav or not document.root:
            return  # what is inherited has no say, or may have none


def _missing(entry: Scalar, targets: Targets) -> Iterator[Problem]:
    path = relative_path(entry.text)
    if is_page(path) and targets.lack(name := target_of(path, "")):
        yield problem("menu-uden-side", entry.place, text=path, meant=targets.meant(name))


def _entries(node: Node) -> Iterator[Scalar]:
    """The pages and links of a menu, whatever they are called."""
    if isinstance(node, Scalar):
        yield node
    inner = node.values.values() if isinstance(node, Mapping) else ()
    for item in node.items if isinstance(node, Sequence) else inner:
        yield from _entries(item)


def _of_menu(found: Problem) -> Problem | None:
    """The same slip, where it is the name of a page that has the colon."""
    if found.code != "yaml-kolon-i-tekst":
        return None
    said = _COLON_IN_NAME.fullmatch(found.place.excerpt)
    if not said:
        return None
    quote = "'" if '"' in said[1] else '"'
    return problem("menu-kolon", found.place, mend=f"- {quote}{said[1]}{quote}: {said[2]}")


def _place(config_file: Path, folder: Path, name: str) -> Place:
    for document in _documents(config_file, folder):
        if document.node((name,)):
            return document.place((name,), of_key=True)
    return Place(_named(config_file, folder))


def _documents(config_file: Path, folder: Path) -> Iterator[Document]:
    """The settings with places, as far as they are written plainly."""
    for file in filter(Path.is_file, files(config_file)):
        yield read(_named(file, folder), file.read_bytes())


def _named(file: Path, folder: Path) -> str:
    return Path(os.path.relpath(file, folder)).as_posix()
