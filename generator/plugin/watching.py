"""Which files were changed, told once and soon."""

import os
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers.api import BaseObserver, ObservedWatch

_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileDeletedEvent,
]
"""What is asked for. Files that are read are told as well otherwise, and a build reads them all."""


class Observers:
    """Several that watch the same files: what the first tells, the others need not tell again.

    The system tells of a change at once, but not on every network drive, nor of every folder in a
    container. Looking for oneself, as MkDocs does, is slower and works everywhere.
    """

    def __init__(self, *observers: BaseObserver) -> None:
        self._observers = observers
        self._seen: dict[str, tuple[int, int] | None] = {}

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool
    ) -> list[ObservedWatch]:
        fresh = _Fresh(handler, self._seen)
        return [
            each.schedule(fresh, path, recursive=recursive, event_filter=_CHANGES)
            for each in self._observers
        ]

    def unschedule(self, watches: list[ObservedWatch]) -> None:
        for each, watch in zip(self._observers, watches, strict=True):
            each.unschedule(watch)

    def start(self) -> None:
        for each in self._observers:
            with suppress(OSError):  # the system watches no more files than it was told to
                each.start()

    def stop(self) -> None:
        for each in self._observers:
            each.stop()

    def join(self) -> None:
        for each in self._observers:
            if each.is_alive():
                each.join()


class _Fresh(FileSystemEventHandler):
    """Hands on what was changed and not yet told of."""

    def __init__(
        self, handler: FileSystemEventHandler, seen: dict[str, tuple[int, int] | None]
    ) -> None:
        self._handler = handler
        self._seen = seen

    def dispatch(self, event: FileSystemEvent) -> None:
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        fresh = [path for path in paths if self._is_fresh(path)]
        if fresh:
            self._handler.dispatch(event)

    def _is_fresh(self, path: str) -> bool:
        if Path(path).name.startswith("."):
            return False  # an editor's own
        state = _state(path)
        fresh = path not in self._seen or self._seen[path] != state
        self._seen[path] = state
        return fresh


def _state(path: str) -> tuple[int, int] | None:
    """Another whenever a file was written; None for what is not there."""
    try:
        told = Path(path).stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size
