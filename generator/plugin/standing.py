"""Whether the site that stands is the one that would be built: then there is nothing to do."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_build_datetime

from generator.each import version_of
from generator.git import head, root_of, uncommitted
from generator.memory.memory import Memory
from generator.model.catalogue import Catalogue
from generator.replacement import listing

_JOB = "site"
_READ_NO_FILES = {
    "abbr", "admonition", "attr_list", "def_list", "extra", "fenced_code", "footnotes",
    "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc",
}  # fmt: skip
"""Extensions of Markdown; others may put other files into a page."""


class Standing:
    """The site in a folder, and what the last build made it of."""

    def __init__(
        self, memory: Memory, config: MkDocsConfig, catalogue: Catalogue, folder: Path
    ) -> None:
        self._memory = memory
        self._folder = folder
        self._version = version_of(*_inputs(config, catalogue)) if _is_known(config) else ""

    def is_whole(self) -> bool:
        """Whether it was made of just this, and nobody has touched it since."""
        told = self._memory.recall(_JOB, str(self._folder), self._version)
        return bool(self._version) and told == listing(self._folder).encode()

    def keep(self) -> None:
        """Remember what it was made of, now that it stands."""
        if self._version:
            made = listing(self._folder).encode()
            self._memory.keep(_JOB, str(self._folder), self._version, made)


def _is_known(config: MkDocsConfig) -> bool:
    """Whether all that a site is made of can be told: other plugins may look anywhere."""
    others = len(config.plugins) > 1 or config.hooks or b"INHERIT" in _written(config)
    return not others and {*config.markdown_extensions} <= _READ_NO_FILES


def _inputs(config: MkDocsConfig, catalogue: Catalogue) -> Iterator[object]:
    """Everything that has a say in the site, beside the generator and what is installed."""
    written = _written(config)
    yield from (written, sys.argv[1:], date.today(), get_build_datetime().date())
    names = written.decode(errors="replace")
    yield sorted((name, value) for name, value in os.environ.items() if name in names)
    yield os.environ.get("SOURCE_DATE_EPOCH")
    yield from (catalogue.register, list(catalogue.versions.items()), list(catalogue.files.items()))
    for folder in filter(None, (config.theme.custom_dir, str(files("theme")))):
        yield from _contents(Path(folder), but=(".pyc",))
    # The descriptions lie among the pages, but are not published.
    yield from _contents(Path(config.docs_dir), but=(".yaml", ".yml"))
    site = Path(config.config_file_path).parent
    if root := root_of(site):
        yield from (head(root), list(uncommitted(root, site)))


def _contents(folder: Path, but: tuple[str, ...]) -> Iterator[object]:
    """The names and contents of a folder's files, but for those with certain endings."""
    for file in sorted(folder.rglob("*")):
        if file.suffix not in but and file.is_file():
            yield from (file.relative_to(folder), file.read_bytes())


def _written(config: MkDocsConfig) -> bytes:
    return Path(config.config_file_path).read_bytes()
