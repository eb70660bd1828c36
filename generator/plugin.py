"""The catalogue as a MkDocs plugin. The only module that knows MkDocs."""

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from html import escape, unescape
from pathlib import Path
from posixpath import normpath
from typing import Literal
from urllib.parse import quote, urlsplit

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_build_datetime
from mkdocs.utils.templates import TemplateContext
from rjsmin import jsmin

from generator.exports.data import CATALOGUE_DATA, data_of_pages
from generator.exports.files import export_files
from generator.exports.linked_data import LinkedData, PublishedPage
from generator.exports.site import Site
from generator.history import History
from generator.model.catalogue import Catalogue
from generator.problems.problem import Problem, errors
from generator.problems.terminal import report, summary
from generator.reading.catalogue import read_catalogue
from generator.replacement import Replacement, ReplacementError
from generator.search.document import Document
from generator.showing.addresses import (
    CALENDAR,
    CATALOGUE,
    FEED,
    GLOSSARY,
    SEARCH,
    SEARCH_DATA,
    TOPICS,
)
from generator.showing.page import Page
from generator.showing.pages import pages
from generator.showing.problems import problems_html
from generator.showing.prose import prose_document
from generator.showing.search import search_files
from generator.showing.searchable import plain
from generator.showing.texts import text
from generator.showing.wording import day
from generator.site import REGISTER

_TOGGLES = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off">')

log = get_plugin_logger("programmes")

MAIN = "indhold"
"""The anchor of a page's content, where the skip link leads."""


class ProgrammesConfig(Config):
    register = config_options.Type(str, default=REGISTER)


class GeneratedPage(MkDocsPage):
    """A page whose HTML is ready; MkDocs only puts the theme around it."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(page.title), file, config)
        self.generated = page
        if self.edit_url:
            # The register lies above the pages' folder: take the ".." out of its address.
            parts = urlsplit(self.edit_url)
            self.edit_url = parts._replace(path=normpath(parts.path)).geturl()

    def read_source(self, config: MkDocsConfig) -> None:
        page = self.generated
        self.markdown = ""
        self.meta = {
            "title": escape(page.title),
            "description": escape(page.description),
            "kind": page.kind,
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self.generated.html
        top = AnchorLink(escape(self.generated.title), MAIN, 1)
        top.children = [AnchorLink(escape(title), id, 2) for id, title in self.generated.sections]
        self.toc = TableOfContents([top])
        self.present_anchor_ids = {MAIN, *(anchor for anchor, _ in self.generated.sections)}


class ProgrammesPlugin(BasePlugin[ProgrammesConfig]):
    """Reads the catalogue before anything is built, and adds its pages to the site."""

    def __init__(self) -> None:
        self.serving = False
        self.replacement: Replacement | None = None
        self.catalogue: Catalogue | None = None
        self.problems: list[Problem] = []
        self.prose: list[Document] = []
        self.history = History()
        self.linked_data: LinkedData | None = None

    def _register(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / self.config.register

    def _written_by_editors(self, register: Path) -> Iterator[Path]:
        """The register and the folders of its programmes, as far as they are there."""
        files = self.catalogue.files.values() if self.catalogue else ()
        paths = {register, *((register.parent / file).parent for file in files)}
        return (path for path in sorted(paths) if path.exists())

    # Having this event, the plugin is kept from one build to the next while serving.
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"
        if not self.serving and not dirty:
            self.replacement = Replacement()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if not config.use_directory_urls:
            raise PluginError(text("site.directory-urls"))
        register = self._register(config)
        reading = read_catalogue(register)
        self.problems = [problem for problem in reading.problems if errors([problem])]
        if self.problems:
            print(report(self.problems))
            if not self.serving:
                raise PluginError(text("site.not-published"))
        elif reading.problems:
            log.info("%s %s", summary(reading.problems), text("site.see-check"))
        # While serving, the last catalogue without errors stands under the report of the new ones.
        self.catalogue = reading.catalogue or self.catalogue
        if self.catalogue:
            config.site_name = self.catalogue.register.title
            config.site_description = escape(self.catalogue.register.description)
        config.watch += [str(path) for path in self._written_by_editors(register)]
        if self.replacement:
            with _told():
                self.replacement.begin(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for file in list(files):
            # The descriptions lie among the pages, but are not published.
            if file.src_uri.endswith((".yaml", ".yml")):
                files.remove(file)
        self.prose = []
        _join_scripts(files, config)
        register = self._register(config)
        address = config.site_url or ""
        made = pages(self.catalogue, register.name, address) if self.catalogue else [_NO_CATALOGUE]
        written: defaultdict[str, list[File]] = defaultdict(list)
        for file in files:
            written[file.dest_uri].append(file)
        for page in made:
            inclusion = InclusionLevel.INCLUDED if page.in_menu else InclusionLevel.NOT_IN_NAV
            uri = _source_uri(page.address)
            file = File.generated(config, uri, content="", inclusion=inclusion)
            for other in written[file.dest_uri]:
                log.warning(text("site.page-taken", name=other.src_uri))
                files.remove(other)
            edited = os.path.relpath(register.parent / page.source, config.docs_dir)
            file.edit_uri = quote(Path(edited).as_posix())
            files.append(file)
            GeneratedPage(page, file, config)
        if self.catalogue:
            prose = (Path(f.abs_src_path) for f in files.documentation_pages() if f.abs_src_path)
            self.history = History.read(self.catalogue, register, prose)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        made = [file.page for file in files if isinstance(file.page, GeneratedPage)]
        by_address = {page.generated.address: page for page in made}
        for page in made:
            if page.generated.parent is not None:
                page.parent = by_address[page.generated.parent]  # type: ignore[assignment]
        return nav

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> None:
        wish = page.meta.get("search")
        excluded = wish is False or (isinstance(wish, dict) and wish.get("exclude"))
        if not isinstance(page, GeneratedPage) and not excluded:
            self.prose.append(prose_document(page.url, str(page.title), html))
        changed = self._changed(page, config)
        if changed:
            page.update_date = changed.date().isoformat()
        elif page.url:
            page.update_date = ""  # the day of the build says nothing; MkDocs needs one somewhere

    def _site(self, config: MkDocsConfig) -> Site:
        return Site(config.site_url or "", get_build_datetime(), self.history.programmes)

    def _changed(self, page: MkDocsPage, config: MkDocsConfig) -> datetime | None:
        """When what the page tells was last changed, if that is known."""
        if isinstance(page, GeneratedPage):
            return self.history.of(self._register(config).parent / page.generated.source)
        return self.history.of(Path(page.file.abs_src_path or ""))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        env.globals["text"] = text
        env.globals["calendar_address"] = CALENDAR
        env.globals["catalogue_address"] = CATALOGUE
        env.globals["glossary_address"] = GLOSSARY
        env.globals["topics_address"] = TOPICS
        env.globals["has_topics"] = f"{TOPICS}index.md" in files.src_uris
        env.globals["search_address"] = SEARCH
        env.globals["search_data_address"] = SEARCH_DATA
        env.globals["day"] = day
        env.globals["data_address"] = CATALOGUE_DATA
        env.globals["feed_address"] = FEED if config.site_url else ""
        if self.catalogue:
            env.globals["data_of_pages"] = data_of_pages(self.catalogue)
            self.linked_data = LinkedData(self.catalogue, self._site(config))
        env.globals["register"] = self.catalogue.register if self.catalogue else None
        env.globals["problems"] = (
            problems_html(self.problems, over_a_site=self.catalogue is not None)
            if self.problems
            else ""
        )
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> None:
        published = PublishedPage(
            page.url,
            _title(page),
            _description(page, config),
            tuple(_above(page)),
            self._changed(page, config),
        )
        # The theme's own values, beside those that MkDocs knows of.
        context["published"] = published  # type: ignore[typeddict-unknown-key]
        if self.linked_data:
            context["linked_data"] = self.linked_data.of(published)  # type: ignore[typeddict-unknown-key]

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        return _valid(output)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        return _valid(output_content)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        server.watch(config.theme.dirs[0])
        server.watch(str(Path(__file__).parent / "templates"))
        return server

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.catalogue:
            found = search_files(self.catalogue, self.prose)
            scripts = ((f"{SEARCH_DATA}{name}.js", script) for name, script in found)
            for address, content in (*scripts, *export_files(self.catalogue, self._site(config))):
                file = Path(config.site_dir, address)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(content, "utf-8", newline="")
        if self.replacement:
            self.replacement.complete = True

    def on_build_error(self, *, error: Exception) -> None:
        if self.replacement:
            self.replacement.complete = False

    # Comes after the last that can fail: MkDocs counts strict mode's warnings after on_post_build.
    def on_shutdown(self) -> None:
        if self.replacement:
            with _told():
                published = self.replacement.end()
            if published:
                log.info(text("site.published", folder=published))


_NO_CATALOGUE = Page("", text("site.preview-empty"), "", "", REGISTER, in_menu=True)


def _above(page: MkDocsPage) -> Iterator[tuple[str, str]]:
    """Title and address of each page that one goes through, from the front page."""
    if not page.is_homepage:
        yield text("site.home"), ""
    pages = [above for above in page.ancestors if isinstance(above, MkDocsPage)]
    yield from ((_title(above), above.url) for above in reversed(pages))


def _title(page: MkDocsPage) -> str:
    """Without the markup that MkDocs keeps in a title."""
    return page.generated.title if isinstance(page, GeneratedPage) else plain(str(page.title))


def _description(page: MkDocsPage, config: MkDocsConfig) -> str:
    if isinstance(page, GeneratedPage):
        return page.generated.description
    return str(page.meta.get("description") or unescape(config.site_description or ""))


def _join_scripts(files: Files, config: MkDocsConfig) -> None:
    """Publish the theme's scripts as few small files; one loads them all for each search."""
    joined = config.theme["joined_scripts"]
    # A part may belong to several.
    parts = {
        part: files.src_uris[f"scripts/{part}.js"] for each in joined.values() for part in each
    }
    for name, own in joined.items():
        content = jsmin("\n".join(parts[part].content_string for part in own))
        files.append(File.generated(config, f"scripts/{name}.js", content=content))
    for script in parts.values():
        files.remove(script)


def _valid(html: str) -> str:
    """Without an attribute that Material gives two checkboxes, outside every block of its own."""
    return _TOGGLES.sub(r"\1>", html)


@contextmanager
def _told() -> Iterator[None]:
    """What stands in the way of publishing, told to the editor."""
    try:
        yield
    except ReplacementError as error:
        raise PluginError(text("site.replace-failed", reason=error)) from error


def _source_uri(address: str) -> str:
    """The Markdown file that MkDocs would publish at `address`."""
    at_root_of_section = address.count("/") < 2
    return f"{address}index.md" if at_root_of_section else f"{address.rstrip('/')}.md"
