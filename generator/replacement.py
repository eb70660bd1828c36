"""A site is built beside the published one, and takes its place only when it is whole."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Protocol


class HasSiteFolder(Protocol):
    site_dir: str


class Replacement:
    """One build of a site, from `begin` to `end`; nothing is published unless it is `complete`."""

    def __init__(self) -> None:
        self.complete = False
        self._config: HasSiteFolder | None = None
        self._published = Path()

    def begin(self, config: HasSiteFolder) -> None:
        """Send the build to a new folder beside the site."""
        self._config = config
        self._published = Path(config.site_dir)
        self._published.parent.mkdir(parents=True, exist_ok=True)
        config.site_dir = self._folder("new")

    def end(self) -> None:
        """Publish what was built if it is complete, else throw it away."""
        if self._config is None:
            return
        built = self._config.site_dir
        if self.complete:
            old = self._folder("old")
            if self._published.exists():
                os.replace(self._published, old)
            os.replace(built, self._published)
            shutil.rmtree(old)
        else:
            shutil.rmtree(built, ignore_errors=True)
        self._config.site_dir = str(self._published)

    def _folder(self, age: str) -> str:
        folder = tempfile.mkdtemp(
            prefix=f".{self._published.name}-{age}-", dir=self._published.parent
        )
        Path(folder).chmod(0o755)  # mkdtemp's folders are private; a site is not
        return folder
