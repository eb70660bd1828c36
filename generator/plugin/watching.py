"""Which files were changed, told once and soon."""

import os
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import TypeAlias

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

_PASSING = ".*.sw?"
"""The name of vim's file beside the one that is written."""
_State: TypeAlias = tuple[int, int, int]


class Observers:
    """Several that watch the same files: what the first tells, the others need not tell again.

    The system tells of a change at once, but not on every network drive, nor of every folder in a
    container. Looking for oneself, as MkDocs does, is slower and works everywhere.
    """

    def __init__(self, *observers: BaseObserver) -> None:
        self._observers = observers
        self._seen: dict[str, _State | None] = {}

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool
    ) -> list[tuple[BaseObserver, ObservedWatch]]:
        fresh = _Fresh(handler, path, self._seen)
        watches = []
        for each in self._observers:
            with suppress(OSError):  # the system watches no more files than it was told to
                watch = each.schedule(fresh, path, recursive=recursive, event_filter=_CHANGES)
                watches.append((each, watch))
        return watches

    def unschedule(self, watches: list[tuple[BaseObserver, ObservedWatch]]) -> None:
        for each, watch in watches:
            each.unschedule(watch)

    def start(self) -> None:
        for each in self._observers:
            with suppress(OSError):
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
        self, handler: FileSystemEventHandler, folder: str, seen: dict[str, _State | None]
    ) -> None:
        self._handler = handler
        self._folder = folder
        self._seen = seen

    def dispatch(self, event: FileSystemEvent) -> None:
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        fresh = [path for path in paths if self._is_fresh(path)]
        if fresh:
            self._handler.dispatch(event)

    def _is_fresh(self, path: str) -> bool:
        *folders, name = Path(os.path.relpath(path, self._folder)).parts or (path,)
        # What a build keeps, or git, and what an editor's program keeps while one writes.
        if any(folder.startswith(".") for folder in folders) or fnmatch(name, _PASSING):
            return False
        state = _state(path)
        fresh = path not in self._seen or self._seen[path] != state
        self._seen[path] = state
        return fresh


def _state(path: str) -> _State | None:
    """Another whenever a file was written; None for what is not there."""
    try:
        told = Path(path).stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size, told.st_ino
