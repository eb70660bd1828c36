"""Servers for those who write: from saving a file until a browser gets the new text."""

import socket
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPException
from subprocess import Popen
from tempfile import TemporaryFile

from bench.process import end, go_on, pause, processor_seconds, started
from bench.progress import progress
from bench.project import Project

_PATIENCE = 600.0
_ASKED_EVERY = 0.005
_CALM = 0.5
"""Seconds over which a server that has done its work uses hardly anything."""
_HARDLY_ANYTHING = 0.1


class Server:
    """A server that lives only while it is measured, so that it does not disturb the others."""

    def __init__(self, project: Project, process: Popen[bytes], port: int) -> None:
        self._project = project
        self._process = process
        self._page = f"http://127.0.0.1:{port}/programmer/{project.programme}/"
        self._saved = 0

    def be_ready(self) -> None:
        self._wait_for("</html>")
        self._calm_down()
        pause(self._process)

    def save(self) -> dict[str, float]:
        """Save an edit, and wait until the programme's page says it."""
        go_on(self._process)
        self._calm_down()
        self._saved += 1
        mark = f"Gemt for {self._saved}. gang."
        began = time.perf_counter()
        self._project.edit(mark)
        self._wait_for(mark)
        seconds = time.perf_counter() - began
        self._calm_down()
        pause(self._process)
        return {"seconds": seconds}

    def _wait_for(self, text: str) -> None:
        until = time.monotonic() + _PATIENCE
        while text not in self._answer():
            if self._process.poll() is not None or time.monotonic() > until:
                raise SystemExit(
                    f"{self._project.peer.name} does not show {text!r} at {self._page}"
                )
            time.sleep(_ASKED_EVERY)

    def _answer(self) -> str:
        try:
            with urllib.request.urlopen(self._page, timeout=_PATIENCE) as answer:
                return str(answer.read().decode(errors="replace"))
        except (OSError, HTTPException):  # it is not up yet, or not at this moment
            return ""

    def _calm_down(self) -> None:
        until = time.monotonic() + _PATIENCE
        used = processor_seconds(self._process.pid)
        while time.monotonic() < until:
            time.sleep(_CALM)
            before, used = used, processor_seconds(self._process.pid)
            if used - before <= _HARDLY_ANYTHING:
                return


@contextmanager
def serving(projects: list[Project]) -> Iterator[dict[str, Server]]:
    """A server of each project, ready; all of them are ended whatever happens."""
    with ExitStack() as stack:
        servers = {}
        for project in projects:
            progress(f"{project.peer.name}: the server starts")
            output = stack.enter_context(TemporaryFile())
            port = _free_port()
            process = started(project.peer.serve(port), project.folder, output.fileno())
            stack.callback(end, process)
            servers[project.peer.name] = Server(project, process, port)
            servers[project.peer.name].be_ready()
        yield servers


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
