"""One site in the making: what the catalogue gives to MkDocs, and what the theme is told."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_build_datetime

from generator.each import Each
from generator.exports.site import Site
from generator.history import History
from generator.model.catalogue import Catalogue
from generator.news import read_news
from generator.plugin.current import Current
from generator.plugin.pages import (
    NO_CATALOGUE,
    GeneratedPage,
    is_searched_prose,
    is_taken,
    source_of,
)
from generator.plugin.preview import Preview
from generator.plugin.published_page import published_page
from generator.plugin.shells import Shells, has_shell, named_in
from generator.plugin.theme import theme_globals
from generator.plugin.told import NOTHING, Told
from generator.search.document import Document
from generator.showing.news import News
from generator.showing.page import Page, html_of
from generator.showing.pages import pages
from generator.showing.prose import prose_document


class Build:
    """A site of `current`, from its files to what is told of each page.

    While somebody writes, that of the last whole site remains, so that a page can be shown again.
    """

    def __init__(
        self, config: MkDocsConfig, current: Current, preview: Preview | None, *, takes: bool
    ) -> None:
        """One that `takes` pages leaves to MkDocs those alone that have no shell."""
        self.config = config
        self.files = Files([])
        self.documented: Sequence[File] = ()
        """The files of all pages, also of those that MkDocs does not know of any more."""
        self.nav = Navigation([], [])
        self.env = Environment(autoescape=True)
        self.history = History()
        self.prose: list[Document] = []
        self.current = current
        self._preview = preview
        self._news: News | None = None
        self._told: Told | None = None
        self._shells = Shells(self.rendered)
        self._takes = takes

    def begin(self, files: Files) -> None:
        """Learn what the site has of its own for readers, and what was changed when."""
        for file in [file for file in files if not self.current.publishes(file.src_uri)]:
            files.remove(file)
        self.files = files
        if catalogue := self.current.catalogue:
            register = self.current.register_file
            prose = (Path(f.abs_src_path) for f in files.documentation_pages() if f.abs_src_path)
            self.history = History.read(catalogue, register, prose)
            self._news = read_news(catalogue, register)

    def pages(self, each: Each) -> list[tuple[Page, str | None]]:
        """Those of the catalogue, each with its HTML if MkDocs is to make it."""
        if not (catalogue := self.current.catalogue):
            return [(NO_CATALOGUE, NO_CATALOGUE.html)]
        register = self.current.register_file
        made = pages(catalogue, register.name, self.config.site_url or "", self._news, each)
        found = [*made, *self.to_do()]
        in_nav = {*named_in(self.config.nav)}
        left = [page for page in found if not (self._takes and has_shell(page, in_nav))]
        encoded = html_of(found, each, left if self._takes else None)
        html = {page.address: one.decode() for page, one in zip(left, encoded, strict=True)}
        return [(page, html.get(page.address)) for page in found]

    def to_do(self) -> Iterator[Page]:
        """The page that tells what is to be done, which only a preview has."""
        return self._preview.pages(self.current, self.config) if self._preview else iter(())

    def read_prose(self, page: MkDocsPage, html: str) -> None:
        """Let a page be found, if it is one of prose."""
        if is_searched_prose(page):
            self.prose.append(prose_document(page.url, str(page.title), html))

    def changed(self, page: MkDocsPage) -> datetime | None:
        """When what the page tells was last changed, if that is known."""
        return self.history.of(source_of(page))

    def tell(self, env: Environment, catalogue: Catalogue | None, each: Each) -> None:
        """Give the theme what it tells of the site, and get ready what it tells of pages.

        Of programmes, those of `catalogue` alone are told.
        """
        self.env = env
        self.documented = self.files.documentation_pages()
        env.globals |= theme_globals(self.current, self.files, self.config, self._preview)
        self._told = None
        if catalogue:
            self._told = Told(catalogue, self.site, self._news, self._preview, each)
        self._shells = Shells(self.rendered)

    def take(self, files: Files) -> list[GeneratedPage]:
        """Take the pages from MkDocs that have a shell, so that it makes none of them."""
        self.files = Files([*files])
        taken = [file.page for file in files.documentation_pages() if is_taken(file.page)]
        for page in taken:
            files.remove(page.file)
        return taken

    def around(self, page: GeneratedPage) -> tuple[bytes, bytes]:
        """What stands before and after the HTML of a page that was taken, in its file."""
        return self._shells.around(page, self.context(page))

    def context(self, page: MkDocsPage) -> dict[str, Any]:
        """What a page's template is told beside what MkDocs tells it."""
        published = published_page(page, self.config, self.changed(page))
        told = self._told.of(published) if self._told else NOTHING
        return {**told, "published": published}

    def rendered(self, page: MkDocsPage, told: Mapping[str, Any] | None = None) -> str:
        """A page as MkDocs makes it, with all that plugins say of it; what is `told` goes first."""
        config, plugins = self.config, self.config.plugins
        context = get_context(self.nav, self.documented, config, page)
        page.active = True  # and so what stands above it
        try:
            context = plugins.on_page_context(context, page=page, config=config, nav=self.nav)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            html = template.render({**context, **(told or {})})
            return plugins.on_post_page(html, page=page, config=config)
        finally:
            page.active = False

    @property
    def site(self) -> Site:
        """Where it is published, and what was changed when."""
        news = self._news.entries if self._news else ()
        address = self.config.site_url or ""
        return Site(address, get_build_datetime(), self.history.programmes, news)
