"""The catalogue as its editors have it now, and as it was when it last had no errors."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs.plugins import get_plugin_logger

from generator.each import Each
from generator.model.catalogue import Catalogue
from generator.problems.problem import Problem, errors
from generator.problems.terminal import report, summary
from generator.prose.folder import is_description
from generator.prose.settings import refusals
from generator.prose.site import read_site
from generator.showing.texts import text
from generator.site import PLUGIN

log = get_plugin_logger(PLUGIN)


class Current:
    """What was read last; while somebody writes, it is read again and again."""

    def __init__(self, config_file: Path, register_file: Path) -> None:
        self.config_file = config_file
        self.register_file = register_file
        self.catalogue: Catalogue | None = None
        """The last one without errors."""
        self.errors: list[Problem] = []
        """Of what was read last."""
        self.shortcomings: list[Problem] = []
        """What is to be done about `catalogue`."""
        self._unpublished: frozenset[str] = frozenset()
        self._files: Mapping[str, str] = {}
        self._told = ""
        self._to_do = ""

    def are_settings_wrong(self) -> bool:
        """Whether MkDocs could not read them now, or would build without the catalogue."""
        return bool(refusals(self.config_file, self.register_file.parent))

    def publishes(self, name: str) -> bool:
        """Whether a file among the pages is for readers: descriptions are not."""
        return not is_description(name) and name not in self._unpublished

    def read(self, each: Each) -> None:
        """Read the files; in a terminal is told what is wrong, once."""
        site = read_site(self.config_file, self.register_file, each)
        self.errors = [problem for problem in site.problems if errors([problem])]
        self._unpublished = site.unpublished
        self._files = site.reading.files
        self._tell(site.problems)
        if site.reading.catalogue:
            self.catalogue, self.shortcomings = site.reading.catalogue, site.problems

    def _tell(self, problems: list[Problem]) -> None:
        told = report(self.errors) if self.errors else ""
        if told != self._told:
            print(told or text("site.mended"))
        self._told = told
        to_do = summary(problems) if problems and not told else self._to_do
        if to_do != self._to_do:
            log.info("%s %s", to_do, text("site.see-check"))
        self._to_do = to_do

    @property
    def wrong(self) -> frozenset[str]:
        """The files that have errors."""
        return frozenset(error.place.file for error in self.errors)

    def written_by_editors(self) -> Iterator[Path]:
        """The register and the folders of its programmes, as far as they are there."""
        folders = {(self.register_file.parent / file).parent for file in self._files.values()}
        return (path for path in sorted({self.register_file, *folders}) if path.exists())
