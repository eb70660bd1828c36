"""The catalogue's pages among those that MkDocs publishes."""

import os
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path
from posixpath import normpath
from typing import TypeGuard
from urllib.parse import quote, urlsplit

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.showing.addresses import is_for_programs, source_uri
from generator.showing.page import Page
from generator.showing.texts import text
from generator.site import PLUGIN, REGISTER

log = get_plugin_logger(PLUGIN)

MAIN = "indhold"
"""The anchor of a page's content, where the skip link leads."""


NO_CATALOGUE = Page("", text("site.preview-empty"), "", lambda: "", REGISTER, in_menu=True)
"""What a preview shows as long as the catalogue was never without errors."""


class GeneratedPage(MkDocsPage):
    """A page whose HTML is made by us; MkDocs puts the theme around it, or does not even that."""

    def __init__(
        self, page: Page, source: Path, file: File, config: MkDocsConfig, html: str | None
    ) -> None:
        """Without `html`, MkDocs is not to make it."""
        edited = Path(os.path.relpath(source, config.docs_dir))
        file.edit_uri = quote(edited.as_posix())
        super().__init__(_escaped(page.title), file, config)
        self.content = html or ""
        self.is_taken = html is None
        self.generated = page._replace(sections=_shared(page.sections))
        self.source = source
        if self.edit_url:
            # The register lies above the pages' folder: take the ".." out of its address.
            parts = urlsplit(self.edit_url)
            self.edit_url = parts._replace(path=normpath(parts.path)).geturl()

    def read_source(self, config: MkDocsConfig) -> None:
        page = self.generated
        self.markdown = ""
        self.meta = {
            "title": _escaped(page.title),
            "description": _escaped(page.description),
            "kind": page.kind,
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing is left to do."""

    # What follows is told when asked for: kept, it is more than all else that a page knows.

    @property
    def toc(self) -> TableOfContents:
        """Title and sections."""
        top = AnchorLink(_escaped(self.generated.title), MAIN, 1)
        top.children = [AnchorLink(_escaped(title), id, 2) for id, title in self.generated.sections]
        return TableOfContents([top])

    @toc.setter
    def toc(self, _: object) -> None:
        """MkDocs begins every page with an empty one."""

    @property
    def present_anchor_ids(self) -> set[str] | None:
        """What links may lead to."""
        return {MAIN, *(anchor for anchor, _ in self.generated.sections)}

    @present_anchor_ids.setter
    def present_anchor_ids(self, _: object) -> None:
        """MkDocs sets those of the pages that it renders."""


@cache
def _shared(sections: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The same for all pages that have the same sections: most have."""
    return sections


def _escaped(text: str) -> str:
    """As the theme's own filter writes it, but no Markup: MkDocs would escape once more."""
    return str(escape(text))


def is_taken(page: MkDocsPage | None) -> TypeGuard[GeneratedPage]:
    """Whether MkDocs does not make it, but `FilesBeside`."""
    return isinstance(page, GeneratedPage) and page.is_taken


def source_of(page: MkDocsPage) -> Path:
    """The file that tells what the page shows."""
    return page.source if isinstance(page, GeneratedPage) else Path(page.file.abs_src_path or "")


def set_date(page: MkDocsPage, changed: datetime | None) -> None:
    """Tell the sitemap when a page was changed, where that is known."""
    if changed:
        page.update_date = changed.date().isoformat()
    elif page.url:
        page.update_date = ""  # the day of the build says nothing; MkDocs needs one somewhere


def is_searched_prose(page: MkDocsPage) -> bool:
    """Whether it is a page of prose, and its front matter does not keep it out of the search."""
    wish = page.meta.get("search")
    excluded = wish is False or (isinstance(wish, dict) and wish.get("exclude"))
    return not isinstance(page, GeneratedPage) and not excluded


def add_pages(
    pages: Iterable[tuple[Page, str | None]], folder: Path, files: Files, config: MkDocsConfig
) -> None:
    """Add pages whose sources are in `folder`; they take the place of any file at their address.

    So does what is written beside them for programs and the search.

    Each comes with its HTML, if MkDocs is to make it.
    """
    written: defaultdict[str, list[File]] = defaultdict(list)
    for file in list(files):
        if is_for_programs(file.dest_uri):
            log.warning(text("site.file-taken", name=file.src_uri))
            files.remove(file)
        else:
            written[file.dest_uri].append(file)
    for page, html in pages:
        inclusion = InclusionLevel.INCLUDED if page.in_menu else InclusionLevel.NOT_IN_NAV
        uri = source_uri(page.address)
        file = File.generated(config, uri, content="", inclusion=inclusion)
        place = file.dest_uri
        while place:  # a file may also stand where a folder is needed
            for other in written.pop(place, ()):
                log.warning(text("site.page-taken", name=other.src_uri))
                files.remove(other)
            place = place.rpartition("/")[0]
        files.append(file)
        file.page = GeneratedPage(page, folder / page.source, file, config, html)


def set_parents(files: Files) -> None:
    """Put each page under the one that it names, once MkDocs has made its navigation.

    A page that names none, and has no place in the navigation, stands under its folder's first.
    """
    by_address = {file.page.url: file.page for file in files if file.page}
    for address, page in by_address.items():
        if isinstance(page, GeneratedPage) and page.generated.parent in by_address:
            page.parent = by_address[page.generated.parent]  # type: ignore[assignment]
        elif page.parent is None and "/" in address:
            folder = address.rstrip("/").rpartition("/")[0]
            page.parent = by_address.get(f"{folder}/")  # type: ignore[assignment]
