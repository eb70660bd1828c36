"""What was changed is told once, whoever sees it first."""

import os
from pathlib import Path

import pytest
from watchdog.events import (
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers.api import BaseObserver, EventEmitter

from generator.plugin.watching import Observers


class Heard(FileSystemEventHandler):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.events: list[FileSystemEvent] = []

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.events.append(event)


class Looking(BaseObserver):
    """Sees what the test says that it sees."""

    def __init__(self) -> None:
        super().__init__(EventEmitter)

    def sees(self, event: FileSystemEvent) -> None:
        for handlers in self._handlers.values():
            for handler in handlers:
                handler.dispatch(event)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "forloeb.yaml"
    file.write_text("title: Et forløb\n", "utf-8")
    return file


def watched(folder: Path) -> tuple[Heard, Looking, Looking]:
    """Two that watch a folder, and what is heard of it."""
    heard, one, other = Heard(), Looking(), Looking()
    Observers(one, other).schedule(heard, str(folder), recursive=True)
    return heard, one, other


def test_what_two_see_is_told_once(file: Path) -> None:
    heard, one, other = watched(file.parent)
    one.sees(FileModifiedEvent(str(file)))
    other.sees(FileModifiedEvent(str(file)))
    assert len(heard.events) == 1


def test_a_second_save_is_told_whoever_sees_it(file: Path) -> None:
    heard, one, other = watched(file.parent)
    one.sees(FileModifiedEvent(str(file)))
    os.utime(file, ns=(1, 1))
    other.sees(FileModifiedEvent(str(file)))
    assert len(heard.events) == 2


def test_what_is_gone_is_told_once(file: Path) -> None:
    heard, one, other = watched(file.parent)
    one.sees(FileModifiedEvent(str(file)))
    file.unlink()
    one.sees(FileDeletedEvent(str(file)))
    other.sees(FileDeletedEvent(str(file)))
    assert len(heard.events) == 2


def test_a_file_that_takes_the_place_of_another(file: Path) -> None:
    """So many editors save: what they wrote elsewhere is moved there."""
    heard, one, other = watched(file.parent)
    one.sees(FileMovedEvent(str(file.with_name(".forloeb.yaml.tmp")), str(file)))
    other.sees(FileModifiedEvent(str(file)))
    assert len(heard.events) == 1


def test_what_a_build_keeps_is_nobodys_business(file: Path) -> None:
    """The cache lies beside the programmes where those lie beside the register."""
    heard, one, _ = watched(file.parent)
    (file.parent / ".cache").mkdir()
    made = file.parent / ".cache" / "made.sqlite"
    made.write_text("")
    one.sees(FileModifiedEvent(str(made)))
    assert heard.events == []


def test_a_file_whose_name_begins_with_a_dot(file: Path) -> None:
    """It may be one of another plugin's."""
    heard, one, _ = watched(file.parent)
    pages = file.with_name(".pages")
    pages.write_text("")
    one.sees(FileModifiedEvent(str(pages)))
    assert len(heard.events) == 1


def test_an_editors_own_files_are_nobodys_business(file: Path) -> None:
    heard, one, _ = watched(file.parent)
    swap = file.with_name(".forloeb.yaml.swp")
    swap.write_text("")
    one.sees(FileModifiedEvent(str(swap)))
    assert heard.events == []
