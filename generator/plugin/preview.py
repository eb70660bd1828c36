"""A site that is not published: every page says so, and one tells what editors still have to do."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.model.catalogue import Catalogue
from generator.problems.problem import Problem
from generator.showing.page import Page
from generator.showing.shortcomings import Group, shortcomings, shortcomings_page
from generator.site import Editing

_FOLDER = "preview"


class Preview:
    """What a preview has beside the site; `page` is made anew from each good catalogue."""

    def __init__(self) -> None:
        self.address = ""
        """Of the page that tells what is to be done; empty when no catalogue was ever good."""
        self.groups: Mapping[str, Group] = {}
        """By address of a programme's page, what is to be done about it."""

    def page(
        self,
        catalogue: Catalogue,
        problems: Sequence[Problem],
        register_file: Path,
        config: MkDocsConfig,
    ) -> Page:
        editing = Editing(Path(config.docs_dir), config.edit_uri or "")
        folder = register_file.parent
        found = [
            one.placed(address=editing.line(folder / one.place.file, one.place.told_line))
            for one in problems
        ]
        groups = list(shortcomings(catalogue, found))
        page = shortcomings_page(groups, found, register_file.name)
        self.address = page.address
        self.groups = {group.address: group for group in groups if group.address}
        return page


def keep_apart(config: MkDocsConfig) -> None:
    """Build a preview into a folder of its own, lest it take the place of the published site."""
    config.site_dir = str(Path(config.config_file_path).parent / _FOLDER)
