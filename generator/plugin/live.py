"""The server for those who write: it hears of a save at once, and answers while a site is built."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import TypeVar

from mkdocs.livereload import LiveReloadServer
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from generator.each import Each
from generator.plugin.watching import Observers

T = TypeVar("T")

_LOOKED_EVERY = 0.5
_WRITTEN_WITHIN = 0.05
"""Seconds without another change after which what an editor's program does is done."""


class OvertakenError(Exception):
    """While a site was built, what it is made of was changed once more."""


class LiveServer(LiveReloadServer):
    """MkDocs' own, but for what it does at a change.

    MkDocs lets every reader wait until a site is built. This one shows the last whole site while
    the next is built beside it, and in that, before all else, what `look` could make at once.
    """

    _visible_epoch = 0  # MkDocs' name for the version of the site that browsers get

    def __init__(
        self, plain: LiveReloadServer, look: Callable[[], bool], build: Callable[[], None]
    ) -> None:
        """Stands in for the server `plain`; `look` tells whether it has made something."""
        host, port = plain.server_address[:2]
        super().__init__(self._show_changes, str(host), int(port), plain.root, plain.mount_path)
        plain.server_close()
        self.error_handler = plain.error_handler
        self.build_delay = _WRITTEN_WITHIN
        self.observer = Observers(PollingObserver(timeout=_LOOKED_EVERY), Observer())  # type: ignore[assignment]
        self._look = look
        self._build = build
        self._show()

    def unless_overtaken(self, each: Each) -> Each:
        """The same, but that it stops where what is made is out of date. Raises OvertakenError."""

        def stopping(
            job: str, make: Callable[[str], T], versions: Mapping[str, str]
        ) -> Iterator[T]:
            for made in each(job, make, versions):
                if self._want_rebuild:
                    raise OvertakenError
                yield made

        return stopping

    def _show_changes(self) -> None:
        if self._look():
            self._show()
        with suppress(OvertakenError):
            self._build()
            self._show()

    def _show(self) -> None:
        with self._epoch_cond:
            self._visible_epoch = round(time.monotonic() * 1000)
            self._epoch_cond.notify_all()

    @property
    def _wanted_epoch(self) -> int:
        """What a reader waits for: never anything that is not there."""
        return self._visible_epoch

    @_wanted_epoch.setter
    def _wanted_epoch(self, epoch: int) -> None:
        """MkDocs announces a build by it; what is built is shown when it is there."""
