"""Whether the site that stands is the one that would be built: then there is nothing to do."""

import hashlib
import os
import sys
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_build_datetime

from generator.each import version_of
from generator.folder import fingerprint
from generator.git import current_commit, is_partial, root_of, uncommitted
from generator.memory.memory import Memory
from generator.plugin.current import Current
from generator.plugin.options import is_alone
from generator.reading.listing import ENDINGS
from generator.settings import PLAIN_EXTENSIONS

_JOB = "site"
_FROM_ELSEWHERE = (b"INHERIT", b"!!python", b"!relative")
"""What lets mkdocs.yml say more than stands in it."""


class Standing:
    """The site in a folder, and what the last build made it of."""

    def __init__(self, memory: Memory, config: MkDocsConfig, current: Current) -> None:
        self._memory = memory
        self._config = config
        self._current = current
        self.folder = Path(config.site_dir).absolute()
        self._made_of = self._now()
        self._version, _ = self._made_of

    def is_whole(self) -> bool:
        """Whether it was made of just this, and nobody has touched it since."""
        told = self._memory.recall(_JOB, self.folder, self._version)
        try:
            return bool(self._version) and told == fingerprint(self.folder).encode()
        except OSError:
            return False

    def keep(self, made: str) -> None:
        """Remember what it was made of, now that it stands; `made` is its fingerprint."""
        # Else a file may have been read before it was changed, or after.
        if self._version and self._made_of == self._now():
            self._memory.keep(_JOB, self.folder, made.encode(), self._version)

    def _now(self) -> tuple[str, str]:
        """The version of all that the site is made of; empty where not all of that can be told.

        And how the pages lie on the disk: what is in them may change, and change back.
        """
        try:
            written = Path(self._config.config_file_path).read_bytes()
            root = root_of(self._current.register_file.parent)
            if not _is_known(self._config, written) or (root and is_partial(root)):
                return "", ""
            inputs = _inputs(self._config, self._current, root, written.decode())
            return version_of(written, *inputs), fingerprint(Path(self._config.docs_dir))
        except (OSError, UnicodeError):
            return "", ""


def _is_known(config: MkDocsConfig, written: bytes) -> bool:
    """Whether nothing else has a say: other plugins may look anywhere.

    Without strict mode there may be warnings, which nobody would see again.
    """
    is_plain = {*config.markdown_extensions} <= PLAIN_EXTENSIONS
    return (
        is_alone(config)
        and config.strict
        and is_plain
        and not any(word in written for word in _FROM_ELSEWHERE)
    )


def _inputs(
    config: MkDocsConfig, current: Current, root: Path | None, written: str
) -> Iterator[object]:
    """Everything that has a say in the site, beside the generator and what is installed."""
    yield from (sys.argv[1:], date.today(), get_build_datetime().date())
    yield sorted((name, value) for name, value in os.environ.items() if name in written)
    yield os.environ.get("SOURCE_DATE_EPOCH")
    if catalogue := current.catalogue:
        yield from (catalogue.register, [*catalogue.versions.items()], [*catalogue.files.items()])
    yield current.shortcomings
    for folder in filter(None, (config.theme.custom_dir, str(files("theme")))):
        yield from _contents(Path(folder), but=(".pyc",))
    # The descriptions lie among the pages, but are not published.
    yield from _contents(Path(config.docs_dir), but=ENDINGS)
    if root:
        described = current.register_file.parent
        yield from (current_commit(root), [*uncommitted(root, described)])


def _contents(folder: Path, but: tuple[str, ...]) -> Iterator[bytes]:
    """The names of a folder's files and digests of what is in them, but for certain endings."""
    # MkDocs follows links to folders as well.
    for place, _, names in sorted(os.walk(folder, followlinks=True)):
        for file in (Path(place, name) for name in sorted(names)):
            if file.suffix not in but and file.is_file():
                with file.open("rb") as content:
                    digest = hashlib.file_digest(content, "blake2b").digest()
                yield from (os.fsencode(file.relative_to(folder)), digest)
