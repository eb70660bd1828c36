"""What of a site MkDocs does not write itself, written while it makes the rest."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import ceil
from pathlib import Path

from mkdocs.plugins import get_plugin_logger

from generator.each import Each, OvertakenError, version_of
from generator.memory.beside import Beside
from generator.memory.memory import Memory
from generator.memory.processes import processors
from generator.plugin.build import Build
from generator.plugin.pages import GeneratedPage
from generator.plugin.site_files import SiteFiles, Stamps
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

    Other processes write them; what is left is written when one waits for it: all without a memory.
    """

    def __init__(
        self, build: Build, each: Each, published: Path | None, memory: Memory | None
    ) -> None:
        """Begin with the search, which needs to know the catalogue alone."""
        self._build = build
        self._each = each
        self._site = SiteFiles(Path(build.config.site_dir), published, memory)
        self._plain = plain = not memory
        self._search: Beside[Document, Stamps] = Beside(self._write_search, plain=plain)
        self._others: list[Beside[None, Stamps]] = []
        self._pages: Sequence[GeneratedPage] = ()
        self._left: Sequence[GeneratedPage] = ()

    def begin_exports(self) -> None:
        """Go on with what tells when something was changed, once that is known."""
        self._others.append(Beside(self._write_exports, plain=self._plain))

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
            self._site.add(other.wait())
        self._site.add(self._search.wait())
        self._site.keep()

    def end(self) -> None:
        """Break off what is not done."""
        for other in self._others:
            other.end()
        self._search.end()

    def _write_search(self, prose: Iterator[Document]) -> Stamps:
        if catalogue := self._build.current.catalogue:
            for name, script in search_files(catalogue, prose, self._each):
                self._site.write(f"{SEARCH_DATA}{name}.js", script)
        return self._site.stamps

    def _write_exports(self, _: Iterator[None]) -> Stamps:
        # Reading what writes calendars takes long, and only this process has to.
        from generator.exports.files import export_files  # noqa: PLC0415

        if catalogue := self._build.current.catalogue:
            for address, content in export_files(catalogue, self._build.site, self._each):
                self._site.write(address, content)
        return self._site.stamps

    def _writing(self, part: Sequence[GeneratedPage]) -> Callable[[Iterator[None]], Stamps]:
        return lambda _: self._write_pages(part)

    def _write_pages(self, part: Sequence[GeneratedPage]) -> Stamps:
        left = [page for page in part if not self._link(page)]
        pages = [page.generated for page in self._pages]
        html = html_of(pages, self._each, [page.generated for page in left])
        for page in left:
            with _telling_of(page):
                around = self._build.around(page)
                whole = next(html).join(around)
                self._site.write(page.file.dest_uri, whole, _version(page, around))
        next(html, None)  # there is none left: who makes them ends here
        return self._site.stamps

    def _link(self, page: GeneratedPage) -> bool:
        """Have the page that is published in the new site as well, if it would be the same."""
        address = page.file.dest_uri
        if not (page.generated.version and self._site.has(address)):
            return False
        with _telling_of(page):
            return self._site.link(address, _version(page, self._build.around(page)))


@contextmanager
def _telling_of(page: GeneratedPage) -> Iterator[None]:
    """Tell as MkDocs does which page it is that can't be made."""
    try:
        yield
    except OvertakenError:
        raise
    except Exception:
        log.error("Error building page '%s':", page.file.src_uri)
        raise


def _version(page: GeneratedPage, around: Iterable[bytes]) -> str:
    """Of a page's file; empty where that of its HTML is not known."""
    made = page.generated.version
    return version_of(made, *around) if made else ""
