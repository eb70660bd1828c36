"""The server for those who write: it hears of a save at once, and answers while a site is built."""

import errno
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TypeVar
from urllib.parse import urlsplit
from wsgiref.simple_server import WSGIRequestHandler
from wsgiref.types import StartResponse, WSGIEnvironment

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from generator.each import Each, OvertakenError
from generator.plugin.watching import Observers
from generator.showing.texts import text
from generator.site import PLUGIN

T = TypeVar("T")

log = get_plugin_logger(PLUGIN)

_REFUSED_BY = {errno.EADDRINUSE: "serve.taken", errno.EACCES: "serve.not-allowed"}
_LOOKED_EVERY = 0.5
_IN_PLACE_WITHIN = 0.05
_WRITTEN_WITHIN = 0.05
"""Seconds without another change after which what an editor's program does is done."""


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
        self.RequestHandlerClass = _Handler
        self.error_handler = plain.error_handler
        self.build_delay = _WRITTEN_WITHIN
        self.observer = Observers(PollingObserver(timeout=_LOOKED_EVERY), Observer())  # type: ignore[assignment]
        for path in plain._watched_paths:
            self.watch(path)
        self._look = look
        self._build = build
        self._show()

    def server_bind(self) -> None:
        """Take the address. Raises Abort for one that is taken, or is not to be had here."""
        try:
            super().server_bind()
        except (OSError, OverflowError) as error:
            key = _REFUSED_BY.get(getattr(error, "errno", 0), "serve.no-address")
            raise Abort(text(key, address=urlsplit(self.url).netloc)) from error

    def _serve_request(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes] | None:
        try:
            found = super()._serve_request(environ, start_response)
            if found is None:
                # For a moment there is no site, when a new one takes the place of the last.
                time.sleep(_IN_PLACE_WITHIN)
                found = super()._serve_request(environ, start_response)
        except ValueError:  # no file can have such a name
            return None
        return found

    def watch_all(self, config: MkDocsConfig) -> None:
        """Hear of changes of all that a site is made of: there may be more than before."""
        for path in (config.docs_dir, config.config_file_path, *config.watch):
            self.watch(path)

    def unless_overtaken(self, each: Each) -> Each:
        """The same, but that it stops where what is made is out of date. Raises OvertakenError."""

        def stopping(
            job: str,
            make: Callable[[str], T],
            versions: Mapping[str, str],
            part: Iterable[str] | None = None,
        ) -> Iterator[T]:
            for made in each(job, make, versions, part):
                if self._want_rebuild:
                    raise OvertakenError
                yield made

        return stopping

    def _show_changes(self) -> None:
        try:
            if self._look():
                self._show()
        except Exception:
            traceback.print_exc()  # the whole site is built all the same
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


class _Handler(WSGIRequestHandler):
    """Tells of what is asked for in vain, and not as a warning: strict mode counts those."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        if str(code) != "200":
            log.info('"%s" %s', self.requestline, code)

    def log_message(self, format: str, *args: object) -> None:
        log.debug(format, *args)
