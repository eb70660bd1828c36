"""A site is built beside the published one, and takes its place only when it is whole."""

import ctypes
import errno
import os
import shutil
import stat
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from generator.folder import fingerprint, keep_hidden, keep_what_is_the_same

_A_DAY = 24 * 60 * 60
"""Seconds; no build takes that long."""
_A_WHILE, _A_MOMENT = 5.0, 0.05
"""Seconds; between two renames there are far fewer, and other builds look for them to be over."""
_TRIES = 40
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
"""Of Linux' renameat2(2): names are paths, and change places."""
_MOVED = (errno.ENOENT, errno.ENOTEMPTY, errno.EEXIST)
"""What the system says where a folder was moved away or has come meanwhile."""


class HasSiteFolder(Protocol):
    site_dir: str


class ReplacementError(Exception):
    """The new site could not be put in place, and the old one stands; an OSError is the cause."""


class Replacement:
    """One build of a site, from `begin` to `end`; nothing is published unless it is `complete`."""

    def __init__(self) -> None:
        self.complete = False
        self.published = Path()
        """Where the site stands, or will, once the build has begun."""
        self.made = ""
        """The fingerprint of the site that was published."""
        self._config: HasSiteFolder | None = None
        self._configured = ""
        self._built = Path()

    def begin(self, config: HasSiteFolder) -> None:
        """Send the build to a new folder beside the site. Raises ReplacementError."""
        self.published = _resolved(Path(config.site_dir))
        try:
            self.published.parent.mkdir(parents=True, exist_ok=True)
            self._built = self._folder("new")
        except OSError as error:
            raise ReplacementError from error
        # Somebody may break it off at any time: until now there is nothing to throw away.
        self._configured, self._config = config.site_dir, config
        config.site_dir = str(self._built)

    def end(self) -> Path | None:
        """Publish what was built if it is complete, else throw it away.

        Returns the folder that was published, if any. Raises ReplacementError.
        """
        config, self._config = self._config, None
        if config is None:
            return None
        config.site_dir = self._configured
        try:
            if self.complete:
                self._publish(self._built)
        except OSError as error:
            raise ReplacementError from error
        finally:
            shutil.rmtree(self._built, ignore_errors=True)
        if not self.complete:
            return None
        self._clear_away()
        return self.published

    def _publish(self, built: Path) -> None:
        if not self.published.exists():
            self.made = fingerprint(built)
            try:
                os.replace(built, self.published)
            except OSError:
                if not self.published.exists():
                    raise
                # Another build was quicker; this one is published in its place.
            else:
                return
        for tries_left in reversed(range(_TRIES)):
            try:
                is_same, self.made = keep_what_is_the_same(self.published, built)
                if not is_same:
                    keep_hidden(self.published, built)
                    self._swap(built)
            except OSError as error:
                # Another build is putting its site there just now.
                if error.errno not in _MOVED or not tries_left:
                    raise
                time.sleep(_A_MOMENT)
            else:
                return

    def _swap(self, built: Path) -> None:
        if _have_changed_places(built, self.published):
            return  # what was built is now the old site, and is thrown away
        old = self._folder("old")
        try:
            os.replace(self.published, old)
            os.replace(built, self.published)
        finally:
            # It failed in between, or somebody broke it off.
            if not self.published.exists() and any(old.iterdir()):
                os.replace(old, self.published)
            shutil.rmtree(old, ignore_errors=True)

    def _clear_away(self) -> None:
        """Remove what builds left behind that somebody killed, not today."""
        names = tuple(_prefix(self.published, age) for age in ("new", "old"))
        for left in self.published.parent.iterdir():
            with suppress(OSError):
                is_left = left.name.startswith(names) and left.is_dir()
                # What is moved away keeps the time of its files, but not that of its name.
                if is_left and time.time() - left.stat().st_ctime > _A_DAY:
                    shutil.rmtree(left)

    def _folder(self, age: str) -> Path:
        prefix = _prefix(self.published, age)
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=self.published.parent))
        # mkdtemp's folders are private; a site is not, unless somebody made it so.
        mode = self.published.stat().st_mode if self.published.exists() else 0o755
        folder.chmod(mode | stat.S_IRWXU)
        return folder


def recover(site: Path) -> None:
    """Put back a site that a build had moved away when somebody killed it.

    Raises ReplacementError.
    """
    site = _resolved(site)
    if site.exists() or not site.parent.is_dir():
        return
    try:
        beside = site.parent.iterdir()
        old = [folder for folder in beside if folder.name.startswith(_prefix(site, "old"))]
        moved_at = {folder: folder.stat().st_ctime for folder in old}
        last = max(old, key=moved_at.__getitem__, default=None)
        # Another build may be in the midst of it.
        if last and time.time() - moved_at[last] > _A_WHILE:
            os.replace(last, site)
    except OSError as error:
        if error.errno not in _MOVED:  # else it was, and has gone on
            raise ReplacementError from error


def _resolved(site: Path) -> Path:
    """The folder itself: the site may be a link to it."""
    try:
        return site.resolve()
    except (OSError, RuntimeError):  # a link to itself
        loop = OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(site))
        raise ReplacementError from loop


def _prefix(site: Path, age: str) -> str:
    return f".{site.name}-{age}-"


def _have_changed_places(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, where the system can."""
    exchange = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    names = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other))
    return exchange is not None and exchange(*names, _RENAME_EXCHANGE) == 0
