"""The files among a site's pages, and those of them that are not for readers."""

import os
import re
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from posixpath import dirname

from generator.reading.listing import ENDINGS

_PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_LEFT_BEHIND = (
    "~$*", "*~", "#*#", "*.bak", "*.orig", "*.rej", "*.swp", "*.tmp",
    "*.yaml.txt", "*.yml.txt", "*.md.txt", "thumbs.db", "desktop.ini",
)  # fmt: skip
"""What programs lay beside a file that somebody works on, and what is a copy of one."""
# What Python puts in the place of a byte that it can't read.
_NO_LETTER = re.compile("[\udc80-\udcff]")


def files_in(folder: Path) -> list[str]:
    """The paths of a folder's files from there, but for those in no encoding of letters.

    MkDocs follows links to folders as well.
    """
    try:
        walk = [*os.walk(folder, followlinks=True)]
    except ValueError:
        return []  # no folder can have such a name
    found = (Path(place, name) for place, _, names in walk for name in names)
    names = (file.relative_to(folder).as_posix() for file in found)
    return sorted(name for name in names if not _NO_LETTER.search(name))


def is_hidden(name: str) -> bool:
    """Whether MkDocs leaves it out by itself."""
    return name.startswith((".", "templates/")) or "/." in name


def may_be_left_out(name: str, patterns: str) -> bool:
    """Whether a file may be one of those that `patterns` keep from readers, as git's do.

    They are taken to mean more rather than less; MkDocs knows.
    """
    for line in patterns.splitlines():
        pattern = line.strip().removeprefix("!").strip("/").replace("**/", "*")
        if pattern and fnmatchcase(f"/{name}/", f"*/{pattern}/*"):
            return True
    return False


def is_page(name: str) -> bool:
    return name.endswith(_PAGES) and not _is_left_behind(name) and not is_hidden(name)


def left_behind(names: Iterable[str]) -> set[str]:
    """What no reader should have, by its name alone: copies and lock files of other programs."""
    return {name for name in names if not is_hidden(name) and _is_left_behind(name)}


def among_descriptions(names: Iterable[str], described: Collection[str]) -> Iterator[str]:
    """Files in the folders `described` that are neither descriptions nor pages."""
    for name in names:
        if dirname(name) in described and not (is_hidden(name) or _is_written(name)):
            yield name


def is_description(name: str) -> bool:
    """Whether it is the source of a page, and no page itself."""
    return name.endswith(ENDINGS)


def _is_written(name: str) -> bool:
    return name.endswith((*_PAGES, *ENDINGS))


def _is_left_behind(name: str) -> bool:
    file = name.rpartition("/")[2].lower()
    return any(fnmatchcase(file, pattern) for pattern in _LEFT_BEHIND)
