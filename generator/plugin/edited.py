"""The pages of programmes that were just edited, before the whole site is built anew."""

from pathlib import Path

from generator.each import one_by_one
from generator.model.catalogue import Catalogue
from generator.plugin.build import Build
from generator.plugin.pages import GeneratedPage, is_taken
from generator.showing.addresses import source_uri
from generator.showing.page import Page
from generator.showing.pages import programme_page
from generator.whole_file import write_whole

_FEW = 20
"""More programmes than that nobody has written by hand at once."""


class LastSite:
    """The site that one sees while writing: a whole one, and what was edited since."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self._catalogue = build.current.catalogue
        self._wrong = build.current.wrong

    def show_edited(self, site: Path) -> bool:
        """Write what was edited into the folder `site`; whether there was anything.

        That is the pages of programmes, with the errors of their files, and what remains to be
        done. Where the register was edited, or a file came or went, the whole site has to wait.
        """
        before, now = self._catalogue, self.build.current.catalogue
        was_wrong, wrong = self._wrong, self.build.current.wrong
        self._catalogue, self._wrong = now, wrong
        if not (before and now) or before.files != now.files or before.register != now.register:
            return False
        ids = [
            id
            for id, file in now.files.items()
            if file in was_wrong | wrong or before.versions[id] != now.versions[id]
        ]
        if not 0 < len(ids) <= _FEW:
            return False
        self._show(now, ids, site)
        return True

    def _show(self, catalogue: Catalogue, ids: list[str], site: Path) -> None:
        build, register = self.build, self.build.current.register_file
        made = [*(programme_page(catalogue, id) for id in ids), *build.to_do()]
        build.history = build.history.without(catalogue, register, ids)
        build.tell(build.env, catalogue.only(ids), one_by_one)
        for page in made:
            _write_again(page, register.parent / page.source, build, site)


def _write_again(page: Page, source: Path, build: Build, site: Path) -> None:
    """Write a page as MkDocs does in a whole build, with all that plugins have to say of it."""
    config, plugins, files = build.config, build.config.plugins, build.files
    file = files.src_uris[source_uri(page.address)]
    last = file.page
    html = page.html
    new = GeneratedPage(page, source, file, config, None if is_taken(last) else html)
    new.parent = last.parent if last else None
    plugins.on_pre_page(new, config=config, files=files)
    new.read_source(config)
    plugins.on_page_markdown("", page=new, config=config, files=files)
    new.render(config, files)
    new.content = plugins.on_page_content(html, page=new, config=config, files=files)
    whole = html.encode().join(build.around(new)) if new.is_taken else build.rendered(new).encode()
    # A browser may be reading the page that stands there.
    write_whole(site / file.dest_uri, whole)
