"""What happens at each event of MkDocs' build; the work itself is done elsewhere."""

import gc
import os
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator.each import Each, one_by_one
from generator.git import is_tracked
from generator.memory.memory import Memory
from generator.plugin.assets import join_assets, list_no_icons
from generator.plugin.build import Build
from generator.plugin.current import Current
from generator.plugin.edited import LastSite
from generator.plugin.files import FilesBeside
from generator.plugin.mended import framed, valid
from generator.plugin.options import ProgrammesConfig, is_alone
from generator.plugin.pages import GeneratedPage, add_pages, set_date, set_parents
from generator.plugin.preview import Preview, keep_apart
from generator.plugin.publishing import Publishing
from generator.plugin.shells import is_themes_own
from generator.plugin.standing import Standing
from generator.prose.page import as_far_as_readable
from generator.reading.catalogue import READING
from generator.schema_files import keep_schemas
from generator.showing.environment import TEMPLATES, keep_compiled
from generator.showing.search import LANGUAGE
from generator.showing.texts import text
from generator.site import MEMORY, PLUGIN, PREVIEW

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from generator.plugin.live import LiveServer

log = get_plugin_logger(PLUGIN)


class ProgrammesPlugin(BasePlugin[ProgrammesConfig]):
    """Reads the catalogue before anything is built, and adds its pages to the site."""

    build: Build
    """The one that the events are about; there is one from the first of them on."""

    def __init__(self) -> None:
        self.command = ""
        self.preview: Preview | None = None
        self.publishing: Publishing | None = None
        self.memory: Memory | None = None
        self.current = Current(Path(), Path())
        self.shown: LastSite | None = None
        self.server: LiveServer | None = None
        self.beside: FilesBeside | None = None
        self.may_take = False

    # Having this event, the plugin is kept from one build to the next while serving.
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.command = command
        self.preview = Preview() if self.serving or os.environ.get(PREVIEW) else None
        if self.preview and command == "gh-deploy":
            raise PluginError(text("preview.not-published"))
        if not self.serving and not dirty:
            self.publishing = Publishing()
        # What a build makes lives to its end, so that looking for what has died is in vain.
        gc.disable()

    @property
    def serving(self) -> bool:
        return self.command == "serve"

    @property
    def each(self) -> Each:
        each = self.memory or one_by_one
        return self.server.unless_overtaken(each) if self.server else each

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if not config.use_directory_urls:
            raise PluginError(text("site.directory-urls"))
        self._begin(config)
        if self.publishing:
            self.publishing.recover(config)
        self.current.read(self.each)
        if self.current.errors and not self.serving:
            reason = "site.not-previewed" if self.preview else "site.not-published"
            raise PluginError(text(reason))
        if catalogue := self.current.catalogue:
            config.site_name = catalogue.register.title
            config.site_description = escape(catalogue.register.description)
        config.watch += [config.theme.dirs[0], TEMPLATES]
        config.watch += [str(path) for path in self.current.written_by_editors()]
        if self.server:
            self.server.watch_all(config)
        self.build = Build(config, self.current, self.preview, takes=self.may_take)
        if self.publishing:
            standing = None
            if self.memory and self.command == "build":
                standing = Standing(self.memory, config, self.current)
            self.publishing.begin(config, standing)
        # What others may write into must not stand in the published site as well.
        published = self.publishing.published if self.publishing and is_alone(config) else None
        self.beside = FilesBeside(self.build, self.each, published, self.memory)
        return config

    def _begin(self, config: MkDocsConfig) -> None:
        """Get ready for a build, the first one or another."""
        config_file = Path(config.config_file_path)
        folder = config_file.parent
        register_file = folder / self.config.register
        if self.current.register_file != register_file:
            self.current = Current(config_file, register_file)
        # What git keeps may be somebody else's, and must not be run.
        if not self.config.plain and not is_tracked(folder, MEMORY):
            if self.memory:
                self.memory.begin()
            else:
                held = [READING] if self.serving else []
                self.memory = Memory(folder / MEMORY, held, common=[LANGUAGE])
            keep_compiled(self.memory.templates)
            list_no_icons(config)
        self.may_take = not self.config.plain and is_themes_own(config)
        if self.serving:
            gc.collect()  # what was left of the build before
            keep_schemas(register_file)
        elif self.preview:
            keep_apart(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        self.build.begin(files)
        join_assets(files, config)
        if self.beside:
            self.beside.begin_exports()
        made = self.build.pages(self.each)
        add_pages(made, self.current.register_file.parent, files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        set_parents(files)
        self.build.nav = nav
        return nav

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        file = page.file.abs_src_path
        # What is wrong with its encoding is told over the preview; MkDocs would give up.
        return as_far_as_readable(Path(file).read_bytes()) if self.serving and file else None

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        self.build.read_prose(page, html)
        set_date(page, self.build.changed(page))
        return html if isinstance(page, GeneratedPage) else framed(html)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        # Another one may have changed how templates are compiled.
        env.bytecode_cache = self.memory.templates if self.memory and is_alone(config) else None
        if self.beside:
            self.beside.tell(self.build.prose)
        self.build.tell(env, self.current.catalogue, self.each)
        if self.beside and self.may_take:
            self.beside.begin_pages(self.build.take(files))
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> None:
        if self.may_take:  # MkDocs does not know of them any more
            context["pages"] = self.build.documented

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> None:
        context.update(self.build.context(page))  # type: ignore[typeddict-item]  # MkDocs knows its own

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
        if self.beside:
            self.beside.wait()
            self.beside.end()
        if self.publishing:
            self.publishing.set_complete(True)

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> "LiveReloadServer":
        if self.memory:
            from generator.plugin.live import LiveServer  # noqa: PLC0415  # builds need no server

            server = self.server = LiveServer(
                server, self._look, partial(self._build_anew, builder)
            )
        self.shown = LastSite(self.build)
        return server

    def _look(self) -> bool:
        """Show what was edited in the site that one sees already; whether there is anything."""
        self.current.read(self.memory or one_by_one)
        if not (self.shown and self.server):
            return False
        self.build = self.shown.build  # the last may have been broken off
        return self.shown.show_edited(Path(self.server.root))

    def _build_anew(self, builder: Callable[..., None]) -> None:
        """Build the whole site beside the one that is shown, and put it in its place."""
        self.publishing = Publishing()
        # What is wrong with the settings is told over the site as the last ones made it.
        last = [self.build.config] if self.current.are_settings_wrong() else []
        try:
            builder(*last)
        except MkDocsException as error:
            print(text("site.not-shown", reason=error))
        finally:
            is_shown = self.publishing.end()
            self.publishing = None
        if is_shown:
            self.shown = LastSite(self.build)

    def on_build_error(self, *, error: Exception) -> None:
        if self.publishing:
            self.publishing.set_complete(False)

    # Comes after the last that can fail: MkDocs counts strict mode's warnings after on_post_build.
    def on_shutdown(self) -> None:
        if self.beside:
            self.beside.end()
        if self.publishing and (folder := self.publishing.end()):
            log.info(text("site.published", folder=folder))
        if self.memory:
            self.memory.close()
