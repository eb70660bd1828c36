"""The whole site in place of the published one, told in MkDocs' ways."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from generator.plugin.standing import Standing
from generator.problems.system import reason
from generator.replacement import Replacement, ReplacementError, recover
from generator.showing.texts import text
from generator.site import PLUGIN

log = get_plugin_logger(PLUGIN)


class Publishing:
    """One build that is to be published. Raises PluginError for what stands in the way."""

    def __init__(self) -> None:
        self._replacement = Replacement()
        self._standing: Standing | None = None

    def recover(self, config: MkDocsConfig) -> None:
        """See that the site stands where it stood, whatever becomes of this build."""
        with _told():
            recover(Path(config.site_dir))

    def begin(self, config: MkDocsConfig, standing: Standing | None = None) -> None:
        """Begin to build in place of the site that stands, unless that is the same already."""
        if _is_something_else(Path(config.site_dir)):
            raise PluginError(text("site.folder-taken", folder=config.site_dir))
        if standing and standing.is_whole():
            log.info(text("site.unchanged", folder=standing.folder))
            # MkDocs has no other way to be told that all is well and nothing to be done.
            raise SystemExit(0)
        self._standing = standing
        with _told():
            self._replacement.begin(config)

    @property
    def published(self) -> Path:
        """Where the site stands, or will, once the build has begun."""
        return self._replacement.published

    def set_complete(self, complete: bool) -> None:
        """Say whether what is built is the whole site."""
        self._replacement.complete = complete

    def end(self) -> Path | None:
        """Put the site in place if it is whole, and return its folder."""
        with _told():
            folder = self._replacement.end()
        if folder and self._standing:
            self._standing.keep(self._replacement.made)
        return folder


def _is_something_else(folder: Path) -> bool:
    """Whether there is something that is no site: its place is never taken."""
    if not folder.is_dir() or (folder / "index.html").exists():
        return False
    return any(not entry.name.startswith(".") for entry in folder.iterdir())


@contextmanager
def _told() -> Iterator[None]:
    """The reason in the editor's words."""
    try:
        yield
    except ReplacementError as error:
        cause = error.__cause__
        why = f"{reason(cause)}: {cause.filename}" if isinstance(cause, OSError) else ""
        raise PluginError(text("site.replace-failed", reason=why)) from error
