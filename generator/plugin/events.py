"""What happens at each event of MkDocs' build; the work itself is done elsewhere."""

import gc
import os
from collections.abc import Iterator
from datetime import datetime
from html import escape
from itertools import chain
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_build_datetime
from mkdocs.utils.templates import TemplateContext

from generator.each import Each, one_by_one
from generator.exports.site import Site
from generator.git import is_tracked
from generator.history import History
from generator.memory.memory import Memory
from generator.model.catalogue import Catalogue
from generator.news import read_news
from generator.plugin.assets import join_assets
from generator.plugin.files import data_files, write_files
from generator.plugin.pages import (
    NO_CATALOGUE,
    GeneratedPage,
    add_pages,
    is_searched_prose,
    set_date,
    set_parents,
    source_of,
)
from generator.plugin.preview import Preview, keep_apart
from generator.plugin.published_page import published_page
from generator.plugin.publishing import Publishing
from generator.plugin.shells import Shells, is_spliced, is_themes_own, splice
from generator.plugin.spool import Spool
from generator.plugin.theme import framed, theme_globals, valid
from generator.plugin.told import NOTHING, Told
from generator.problems.problem import Problem, errors
from generator.problems.terminal import report, summary
from generator.reading.catalogue import read_catalogue
from generator.schema_files import keep_schemas
from generator.search.document import Document
from generator.showing.environment import TEMPLATES, keep_compiled
from generator.showing.news import News
from generator.showing.pages import pages
from generator.showing.prose import prose_document
from generator.showing.texts import text
from generator.site import MEMORY, PLUGIN, PREVIEW, REGISTER

log = get_plugin_logger(PLUGIN)


class ProgrammesConfig(Config):
    register = config_options.Type(str, default=REGISTER)
    plain = config_options.Type(bool, default=False)
    """Whether every page is made on its own, the slow way that the quick one is held against."""


class ProgrammesPlugin(BasePlugin[ProgrammesConfig]):
    """Reads the catalogue before anything is built, and adds its pages to the site."""

    def __init__(self) -> None:
        self.serving = False
        self.preview: Preview | None = None
        self.publishing: Publishing | None = None
        self.memory: Memory | None = None
        self.register_file = Path()
        self.catalogue: Catalogue | None = None
        self.problems: list[Problem] = []
        self.shortcomings: list[Problem] = []
        self.prose: list[Document] = []
        self.history = History()
        self.news: News | None = None
        self.told: Told | None = None
        self.shells: Shells | None = None
        self.may_splice = False

    # Having this event, the plugin is kept from one build to the next while serving.
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"
        self.preview = Preview() if self.serving or os.environ.get(PREVIEW) else None
        if self.preview and command == "gh-deploy":
            raise PluginError(text("preview.not-published"))
        if not self.serving and not dirty:
            self.publishing = Publishing()
            # What a build makes lives to its end, so that looking for what has died is in vain.
            gc.disable()

    @property
    def each(self) -> Each:
        return self.memory or one_by_one

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if not config.use_directory_urls:
            raise PluginError(text("site.directory-urls"))
        folder = Path(config.config_file_path).parent
        self.register_file = folder / self.config.register
        # What git keeps may be somebody else's, and must not be run.
        if not self.config.plain and not is_tracked(folder, MEMORY):
            if self.memory:
                self.memory.begin()
            else:
                self.memory = Memory(folder / MEMORY)
            keep_compiled(self.memory.templates)
        self.may_splice = not self.config.plain and is_themes_own(config)
        if self.preview and not self.serving:
            keep_apart(config)
        self._read()
        if self.catalogue:
            config.site_name = self.catalogue.register.title
            config.site_description = escape(self.catalogue.register.description)
        config.watch += [str(path) for path in self._written_by_editors()]
        if self.publishing:
            self.publishing.begin(config)
        return config

    def _read(self) -> None:
        if self.serving:
            keep_schemas(self.register_file)
        reading = read_catalogue(self.register_file, each=self.each)
        self.problems = [problem for problem in reading.problems if errors([problem])]
        if self.problems:
            print(report(self.problems))
            if not self.serving:
                not_built = (
                    text("site.not-previewed") if self.preview else text("site.not-published")
                )
                raise PluginError(not_built)
        elif reading.problems:
            log.info("%s %s", summary(reading.problems), text("site.see-check"))
        # While serving, the last catalogue without errors stands under the report of the new ones.
        if reading.catalogue:
            self.catalogue, self.shortcomings = reading.catalogue, reading.problems

    def _written_by_editors(self) -> Iterator[Path]:
        """The register and the folders of its programmes, as far as they are there."""
        files = self.catalogue.files.values() if self.catalogue else ()
        folders = {(self.register_file.parent / file).parent for file in files}
        return (path for path in sorted({self.register_file, *folders}) if path.exists())

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for file in list(files):
            # The descriptions lie among the pages, but are not published.
            if file.src_uri.endswith((".yaml", ".yml")):
                files.remove(file)
        self.prose = []
        join_assets(files, config)
        catalogue, register = self.catalogue, self.register_file
        if catalogue:
            prose = (Path(f.abs_src_path) for f in files.documentation_pages() if f.abs_src_path)
            self.history = History.read(catalogue, register, prose)
            self.news = read_news(catalogue, register)
            made = pages(catalogue, register.name, config.site_url or "", self.news, self.each)
            if self.preview:
                to_do = self.preview.page(catalogue, self.shortcomings, register, config)
                made = chain(made, [to_do])
        else:
            made = iter([NO_CATALOGUE])
        spool = Spool(Path(config.site_dir).parent)
        add_pages(made, register.parent, files, config, spool)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        set_parents(files)
        return nav

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        if isinstance(page, GeneratedPage) and self.may_splice:
            splice(page)
        if is_searched_prose(page):
            self.prose.append(prose_document(page.url, str(page.title), html))
        set_date(page, self._changed(page))
        return html if isinstance(page, GeneratedPage) else framed(html)

    def _changed(self, page: MkDocsPage) -> datetime | None:
        """When what the page tells was last changed, if that is known."""
        return self.history.of(source_of(page))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        env.bytecode_cache = self.memory.templates if self.memory else None
        env.globals |= theme_globals(self.catalogue, self.problems, files, config, self.preview)
        if self.catalogue:
            site = self._site(config)
            self.told = Told(self.catalogue, site, self.news, self.preview, self.each)
        self.shells = Shells(env.get_template("main.html").render)
        return env

    def _site(self, config: MkDocsConfig) -> Site:
        news = self.news.entries if self.news else ()
        return Site(config.site_url or "", get_build_datetime(), self.history.programmes, news)

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> None:
        published = published_page(page, config, self._changed(page))
        told = self.told.of(published) if self.told else NOTHING
        context.update({**told, "published": published})  # type: ignore[typeddict-item]  # MkDocs knows its own
        if self.shells and is_spliced(page):
            context["spliced"] = self.shells.filled(page, context)  # type: ignore[typeddict-unknown-key]

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        return valid(output)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        # In a preview there is nothing to find for search engines.
        skipped = self.preview and template_name == "sitemap.xml"
        return "" if skipped else valid(output_content)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.catalogue:
            made = data_files(self.catalogue, self.prose, self._site(config), self.each)
            published = self.publishing.published if self.publishing else None
            write_files(Path(config.site_dir), made, published)
        if self.publishing:
            self.publishing.set_complete(True)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        server.watch(config.theme.dirs[0])
        server.watch(TEMPLATES)
        return server

    def on_build_error(self, *, error: Exception) -> None:
        if self.publishing:
            self.publishing.set_complete(False)

    # Comes after the last that can fail: MkDocs counts strict mode's warnings after on_post_build.
    def on_shutdown(self) -> None:
        if self.memory:
            self.memory.close()
        if self.publishing:
            self.publishing.end()
