"""A site is built beside the published one, and takes its place only when it is whole."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Protocol


class HasSiteFolder(Protocol):
    site_dir: str


class ReplacementError(Exception):
    """Why the new site could not be put in place, in the system's words; the old one stands."""


class Replacement:
    """One build of a site, from `begin` to `end`; nothing is published unless it is `complete`."""

    def __init__(self) -> None:
        self.complete = False
        self._config: HasSiteFolder | None = None
        self._configured = ""
        self._published = Path()

    def begin(self, config: HasSiteFolder) -> None:
        """Send the build to a new folder beside the site. Raises ReplacementError."""
        self._config = config
        self._configured = config.site_dir
        self._published = Path(config.site_dir).resolve()  # the site may be a link to a folder
        try:
            self._published.parent.mkdir(parents=True, exist_ok=True)
            config.site_dir = self._folder("new")
        except OSError as error:
            self._config = None
            raise ReplacementError(error.strerror) from error

    def end(self) -> Path | None:
        """Publish what was built if it is complete, else throw it away.

        Returns the folder that was published, if any. Raises ReplacementError.
        """
        if self._config is None:
            return None
        built = self._config.site_dir
        self._config.site_dir = self._configured
        try:
            if self.complete:
                self._publish(Path(built))
        except OSError as error:
            raise ReplacementError(error.strerror) from error
        finally:
            shutil.rmtree(built, ignore_errors=True)
        return self._published if self.complete else None

    def _publish(self, built: Path) -> None:
        if not self._published.exists():
            os.replace(built, self._published)
            return
        if _keep_what_is_the_same(self._published, built):
            return
        old = Path(self._folder("old"))
        try:
            os.replace(self._published, old)
            try:
                os.replace(built, self._published)
            except OSError:
                os.replace(old, self._published)
                raise
        finally:
            shutil.rmtree(old, ignore_errors=True)

    def _folder(self, age: str) -> str:
        parent = self._published.parent
        folder = tempfile.mkdtemp(prefix=f".{self._published.name}-{age}-", dir=parent)
        Path(folder).chmod(0o755)  # mkdtemp's folders are private; a site is not
        return folder


def _keep_what_is_the_same(old: Path, new: Path) -> bool:
    """Let each file of `new` that `old` has with the same bytes be that very file, with its times.

    What copies a site elsewhere then sees what has changed. Returns whether nothing has.
    """
    was, now = _files(old), _files(new)
    for name in was.keys() & now.keys():
        if was[name].st_size == now[name].st_size and _same_bytes(old / name, new / name):
            _link(old / name, new / name)
            now[name] = was[name]
    return was == now


def _files(folder: Path) -> dict[str, os.stat_result]:
    """By the path within the folder."""
    return {
        os.path.relpath(entry.path, folder): entry.stat()
        for place, _, _ in os.walk(folder)
        for entry in os.scandir(place)
        if not entry.is_dir()
    }


def _same_bytes(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes()


def _link(file: Path, name: Path) -> None:
    """Give a file one more name, in place of what has it; only its times where it can't have."""
    spare = name.with_name(f"{name.name}.same")
    try:
        os.link(file, spare)
    except OSError:
        shutil.copystat(file, name)
    else:
        os.replace(spare, name)
