"""A site that is not published: every page says so, and one tells what editors still have to do."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.plugin.current import Current
from generator.showing.addresses import SHORTCOMINGS
from generator.showing.page import Page
from generator.showing.shortcomings import Group, shortcomings, shortcomings_page
from generator.showing.texts import text
from generator.site import Editing

_FOLDER = "preview"


class Preview:
    """What a preview has beside the site; `pages` are made anew from each good catalogue."""

    def __init__(self) -> None:
        self.address = ""
        """Of the page that tells what is to be done; empty when no catalogue was ever good."""
        self.groups: Mapping[str, Group] = {}
        """By address of a programme's page, what is to be done about it."""

    def pages(self, current: Current, config: MkDocsConfig) -> Iterator[Page]:
        """The page that tells what is to be done; none where there never was a catalogue."""
        if not (catalogue := current.catalogue):
            return
        editing = Editing.at(Path(config.docs_dir), config.repo_url or "", config.edit_uri or "")
        folder = current.register_file.parent
        found = [
            one.placed(address=editing.line(folder / one.place.file, one.place.told_line))
            for one in current.shortcomings
        ]
        groups = list(shortcomings(catalogue, found))
        page = shortcomings_page(groups, found, current.register_file.name)
        self.address = page.address
        self.groups = {group.address: group for group in groups if group.address}
        yield page


def keep_apart(config: MkDocsConfig) -> None:
    """Build a preview into a folder of its own, lest it take the place of the published site.

    Raises PluginError where that folder is something else.
    """
    folder = Path(config.config_file_path).parent / _FOLDER
    pages, site = Path(config.docs_dir), Path(config.site_dir)
    is_used = any(folder.is_relative_to(own) or own.is_relative_to(folder) for own in (pages, site))
    is_other = folder.exists() and not (folder / SHORTCOMINGS / "index.html").is_file()
    if is_used or (is_other and any(folder.iterdir())):
        raise PluginError(text("preview.folder-taken", folder=_FOLDER))
    config.site_dir = str(folder)
