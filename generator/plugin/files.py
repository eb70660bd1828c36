"""What of a site MkDocs does not write itself, written while it makes the rest."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil
from pathlib import Path

from mkdocs.plugins import get_plugin_logger

from generator.each import Each, OvertakenError
from generator.exports.content import Content
from generator.memory.beside import Beside
from generator.memory.processes import processors
from generator.plugin.build import Build
from generator.plugin.pages import GeneratedPage
from generator.search.document import Document
from generator.showing.addresses import SEARCH_DATA
from generator.showing.page import html_of
from generator.showing.search import search_files
from generator.site import PLUGIN

log = get_plugin_logger(PLUGIN)

_FEW = 64
"""Pages that are written sooner than another process is begun."""


class FilesBeside:
    """What search and other programs read of one build, and pages that MkDocs does not make.

    Other processes write them; what is left, with `plain` all, is written when it is waited for.
    A file that the `published` site has with the same bytes stands in both, so that nobody may
    write into it afterwards.
    """

    def __init__(self, build: Build, each: Each, published: Path | None, *, plain: bool) -> None:
        """Begin with the search, which needs to know the catalogue alone."""
        self._build = build
        self._each = each
        self._published = published
        self._plain = plain
        self._folder = Path(build.config.site_dir)
        self._search = Beside(self._write_search, plain=plain)
        self._others: list[Beside[None]] = []
        self._pages: Sequence[GeneratedPage] = ()
        self._left: Sequence[GeneratedPage] = ()

    def begin_exports(self) -> None:
        """Go on with what tells when something was changed, once that is known."""
        self._others.append(Beside(lambda _: self._write_exports(), plain=self._plain))

    def begin_pages(self, pages: Sequence[GeneratedPage]) -> None:
        """Go on with pages that MkDocs does not make; who waits has a share of many."""
        self._pages = pages
        shares = max(1, min(processors(), ceil(len(pages) / _FEW)))
        self._left, *others = (pages[first::shares] for first in range(shares))
        self._others += [Beside(self._writing(share), plain=self._plain) for share in others]

    def tell(self, prose: Iterable[Document]) -> None:
        """Hand over what is to be found of prose: the search waits for it."""
        self._search.tell(prose)

    def wait(self) -> None:
        """Until all is written. Raises what went wrong with it."""
        self._write_pages(self._left)
        for other in self._others:
            other.wait()
        self._search.wait()

    def end(self) -> None:
        """Break off what is not done."""
        for other in self._others:
            other.end()
        self._search.end()

    def _write_search(self, prose: Iterator[Document]) -> None:
        if catalogue := self._build.current.catalogue:
            scripts = search_files(catalogue, prose, self._each)
            self._write((f"{SEARCH_DATA}{name}.js", script) for name, script in scripts)

    def _write_exports(self) -> None:
        # Reading what writes calendars takes long, and only this process has to.
        from generator.exports.files import export_files  # noqa: PLC0415

        if catalogue := self._build.current.catalogue:
            self._write(export_files(catalogue, self._build.site, self._each))

    def _writing(self, part: Sequence[GeneratedPage]) -> Callable[[object], None]:
        return lambda _: self._write_pages(part)

    def _write_pages(self, part: Sequence[GeneratedPage]) -> None:
        pages = [page.generated for page in self._pages]
        html = html_of(pages, self._each, [page.generated for page in part])
        for page in part:
            try:
                self._write([(page.file.dest_uri, self._build.whole(page, next(html)))])
            except OvertakenError:
                raise
            except Exception:
                log.error("Error building page '%s':", page.file.src_uri)  # as MkDocs says it
                raise
        next(html, None)  # there is none left: who makes them ends here

    def _write(self, files: Iterable[tuple[str, Content | bytes]]) -> None:
        """Write files by their addresses."""
        made = set()
        for address, content in files:
            file = self._folder / address
            if file.parent not in made:
                file.parent.mkdir(parents=True, exist_ok=True)
                made.add(file.parent)
            if not isinstance(content, str | bytes):
                with file.open("wb") as pieces:
                    pieces.writelines(piece.encode() for piece in content)
                continue
            written = content.encode() if isinstance(content, str) else content
            if not (self._published and _shared(self._published / address, written, file)):
                file.write_bytes(written)


def _shared(there: Path, content: bytes, file: Path) -> bool:
    """Make `file` another name of a file that is there, if its bytes are `content`."""
    try:
        if there.is_symlink() or there.read_bytes() != content:
            return False
        os.link(there, file)
    except OSError:
        return False  # it is not there, or the file system knows no second names
    return True
