"""The whole site in place of the published one, told in MkDocs' ways."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.replacement import Replacement, ReplacementError
from generator.showing.texts import text


class Publishing:
    """One build that is to be published. Raises PluginError for what stands in the way."""

    def __init__(self) -> None:
        self._replacement = Replacement()

    def begin(self, config: MkDocsConfig) -> None:
        with _told():
            self._replacement.begin(config)

    @property
    def published(self) -> Path:
        """Where the site stands, or will, once the build has begun."""
        return self._replacement.published

    @property
    def made(self) -> str:
        """The fingerprint of the site that was put in place."""
        return self._replacement.made

    def set_complete(self, complete: bool) -> None:
        """Say whether what is built is the whole site."""
        self._replacement.complete = complete

    def end(self) -> Path | None:
        """Put the site in place if it is whole, and return its folder."""
        with _told():
            return self._replacement.end()


@contextmanager
def _told() -> Iterator[None]:
    """The reason in the editor's words."""
    try:
        yield
    except ReplacementError as error:
        raise PluginError(text("site.replace-failed", reason=error)) from error
