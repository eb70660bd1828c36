"""What is remembered of jobs, and how they are shared among processes."""

import io
import os
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing import parent_process
from pathlib import Path

import pytest

from generator.each import ProcessEndedError, one_by_one, version_of
from generator.memory import processes, progress
from generator.memory.beside import Beside
from generator.memory.memory import Memory

MANY = {f"key-{number}": "1" for number in range(processes._WORTH_IT + 40)}


class Job:
    """Makes a text of a key, and tells how often it was asked in this process."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, key: str) -> str:
        self.asked.append(key)
        return f"made of {key}"


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    memory = Memory(tmp_path)
    yield memory
    memory.close()


def asked(memory: Memory, versions: dict[str, str], job: str = "job") -> list[str]:
    """The keys of which something was made; what is made is the same as without a memory."""
    make = Job()
    assert [*memory(job, make, versions)] == [*one_by_one(job, Job(), versions)]
    return make.asked


def test_what_is_the_same_is_made_once(memory: Memory) -> None:
    assert asked(memory, {"a": "1", "b": "1"}) == ["a", "b"]
    assert asked(memory, {"b": "1", "a": "1"}) == []


def test_another_version_is_made_anew(memory: Memory) -> None:
    asked(memory, {"a": "1", "b": "1"})
    assert asked(memory, {"a": "1", "b": "2"}) == ["b"]


def test_jobs_are_told_apart(memory: Memory) -> None:
    asked(memory, {"a": "1"}, "one")
    assert asked(memory, {"a": "1"}, "other") == ["a"]


def test_what_is_gone_is_forgotten(memory: Memory) -> None:
    asked(memory, {"a": "1", "b": "1"})
    asked(memory, {"a": "1"})
    assert asked(memory, {"a": "1", "b": "1"}) == ["b"]


def test_parts_are_asked_for_by_several(memory: Memory) -> None:
    """Each makes its own, and none forgets what another made; what is gone is forgotten."""
    versions = {"a": "1", "b": "1", "c": "1", "d": "1"}
    make = Job()
    assert [*memory("job", make, versions, ["c", "a"])] == ["made of c", "made of a"]
    assert [*memory("job", make, versions, ["d", "b"])] == ["made of d", "made of b"]
    assert make.asked == [*"cadb"]
    assert [*one_by_one("job", make, versions, ["d", "b"])] == ["made of d", "made of b"]
    assert asked(memory, versions) == []
    assert [*memory("job", make, {"a": "1", "b": "1"}, ["a"])] == ["made of a"]
    assert asked(memory, versions) == ["c", "d"]


def test_what_is_held_is_the_thing_itself(tmp_path: Path) -> None:
    """It is as new as what is remembered, and nothing has to be read again."""
    memory = Memory(tmp_path, held=["job"])
    (first,) = memory("job", lambda key: [key], {"a": "1"})
    (again,) = memory("job", lambda key: [key], {"a": "1"})
    (other,) = memory("job", lambda key: [key, key], {"a": "2"})
    assert again is first
    assert other == ["a", "a"]
    assert [*memory("job", lambda key: [key], {"b": "1"})] == [["b"]]
    assert asked(memory, {"a": "2"}) == ["a"]
    memory.close()


def test_what_is_common_is_made_once_for_all_catalogues(tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    for folder, expected in (("one", ["a"]), ("other", [])):
        memory = Memory(tmp_path / folder, common=["job"], installed=installed)
        assert asked(memory, {"a": "1"}) == expected
        assert asked(memory, {"a": "1"}, "one's own") == ["a"]
        memory.close()


@pytest.mark.parametrize("code", ["damaged", "nowhere"])
def test_where_nothing_common_can_be_kept(tmp_path: Path, code: str) -> None:
    installed = tmp_path / code
    if code == "nowhere":
        installed.write_text("no folder")
    else:
        installed.mkdir()
        (installed / "made.sqlite").write_bytes(b"SQLite format 3\0" + b"?" * 5000)
    memory = Memory(tmp_path, common=["job"], installed=installed)
    assert asked(memory, {"a": "1"}) == ["a"]
    memory.close()


Begin = Callable[[Callable[[Iterator[str]], object]], Beside[str, object]]


@pytest.fixture(params=["plain", "quick"])
def beside(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Begin]:
    """What begins a job, in this process or in another."""
    monkeypatch.setattr("generator.memory.beside.processors", lambda: 2)
    begun: list[Beside[str, object]] = []

    def begin(job: Callable[[Iterator[str]], object]) -> Beside[str, object]:
        begun.append(Beside(job, plain=request.param == "plain"))
        return begun[-1]

    yield begin
    for job in begun:
        job.end()


def test_a_job_beside_others(beside: Begin) -> None:
    """What it is told meanwhile, and what it made, is more than a pipe holds."""
    told = ["word " * 100_000, "end"]
    job = beside("".join)
    job.tell(told)
    assert job.wait() == "".join(told)


def test_what_goes_wrong_in_it_is_told(beside: Begin) -> None:
    job = beside(lambda values: int(next(values)))
    job.tell(["no number"])
    with pytest.raises(ValueError, match="no number"):
        job.wait()


def test_a_memory_goes_along_with_it(beside: Begin, memory: Memory) -> None:
    """What another process made is remembered by all."""
    job = beside(lambda values: [*memory("job", Job(), dict.fromkeys(values, "1"))])
    job.tell(["a"])
    job.wait()
    assert asked(memory, {"a": "1"}) == []


def test_a_process_that_somebody_ended_while_it_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.memory.beside.processors", lambda: 2)

    def answer(_: Iterator[str]) -> bytes:
        threading.Timer(0.2, os._exit, (3,)).start()
        return bytes(10_000_000)  # more than the pipe takes before somebody listens

    job = Beside[str, bytes](answer, plain=False)
    time.sleep(0.5)
    with pytest.raises(ProcessEndedError):
        job.wait()
    job.end()


def test_a_process_that_somebody_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.memory.beside.processors", lambda: 2)
    job = Beside[str, None](lambda _: os._exit(3), plain=False)
    with pytest.raises(ProcessEndedError):
        job.wait()
    job.tell(["too late"])
    job.end()


def test_a_process_of_many_that_somebody_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)
    with pytest.raises(ProcessEndedError):
        [*processes.shared(lambda _: os._exit(3), [*MANY])]


def test_without_a_place_for_what_processes_share(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(processes, "ProcessPoolExecutor", refused)
    assert [*processes.shared(str.encode, [*MANY])] == [key.encode() for key in MANY]


def test_it_lasts(tmp_path: Path) -> None:
    for expected in (["a"], []):
        memory = Memory(tmp_path)
        assert asked(memory, {"a": "1"}) == expected
        memory.close()


def test_what_is_kept_of_a_folder(memory: Memory, tmp_path: Path) -> None:
    """As long as there is one; what goes takes it along when something is kept of another."""
    folders = [tmp_path / name for name in ("one", "other")]
    for folder in folders:
        folder.mkdir()
        memory.keep("site", folder, folder.name.encode())
    assert [memory.recall("site", folder) for folder in folders] == [b"one", b"other"]
    assert memory.recall("site", folders[0], "another version") is None
    folders[0].rmdir()
    memory.keep("site", folders[1], b"again")
    assert [memory.recall("site", folder) for folder in folders] == [None, b"again"]


def test_other_code_makes_all_anew(memory: Memory) -> None:
    asked(memory, {"a": "1"})
    memory._code = "another"
    assert asked(memory, {"a": "1"}) == ["a"]


def test_a_value_that_was_tampered_with(memory: Memory, tmp_path: Path) -> None:
    asked(memory, {"a": "1", "b": "1"})
    with sqlite3.connect(tmp_path / "made.sqlite") as database:
        database.execute("update made set value = cast('made of c' as blob) where key = 'a'")
    database.close()
    assert asked(memory, {"a": "1", "b": "1"}) == ["a"]


def test_a_value_of_another_kind(memory: Memory, tmp_path: Path) -> None:
    asked(memory, {"a": "1"})
    with sqlite3.connect(tmp_path / "made.sqlite") as database:
        database.execute("update made set value = cast('made of a' as text)")
    database.close()
    assert asked(memory, {"a": "1"}) == ["a"]


def test_a_layout_that_cannot_be_read(memory: Memory, tmp_path: Path) -> None:
    asked(memory, {"a": "1"})
    memory.close()
    file = tmp_path / "made.sqlite"
    content = file.read_bytes()
    assert b"CREATE TABLE made" in content
    file.write_bytes(content.replace(b"CREATE TABLE made", b"CREATE TABL\xb8 made"))
    again = Memory(tmp_path)
    assert asked(again, {"a": "1"}) == ["a"]
    again.close()


def test_a_value_under_another_key(memory: Memory, tmp_path: Path) -> None:
    asked(memory, {"a": "1", "b": "1"})
    with sqlite3.connect(tmp_path / "made.sqlite") as database:
        database.execute("delete from made where key = 'b'")
        database.execute("update made set key = 'b'")
    database.close()
    assert asked(memory, {"b": "1"}) == ["b"]


def test_many_are_shared(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)
    assert asked(memory, MANY) == []  # not in this process
    assert asked(memory, MANY) == []
    assert asked(memory, MANY | {"key-7": "2"}) == ["key-7"]


def test_one_processor_makes_all(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 1)
    assert asked(memory, MANY) == [*MANY]


def test_what_a_job_raises_is_raised(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)

    def fails(key: str) -> str:
        raise ValueError(key)

    with pytest.raises(ValueError, match="key-0"):
        list(memory("job", fails, MANY))
    assert asked(memory, {"key-0": "1"}) == ["key-0"]


def test_versions_tell_parts_apart() -> None:
    versions = [("a", "bc"), ("ab", "c"), ("abc",), (b"abc",), ("abc", ""), (1,), (None,)]
    told = [version_of(*parts) for parts in versions]
    assert told[2] == told[3]
    assert len(set(told)) == len(told) - 1


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("seconds", "shown"), [(0.05, False), (5.0, True)])
def test_progress_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, seconds: float, shown: bool
) -> None:
    terminal = Terminal()
    clock = iter(float(tick) * seconds for tick in range(100))
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    assert [*progress.told(iter("abcd"), 4)] == [*"abcd"]
    said = terminal.getvalue()
    assert ("2/4" in said) is shown
    assert said.endswith("\r\033[K") is shown


def test_progress_leaves_nothing_behind(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(100))
    monkeypatch.setattr(time, "monotonic", lambda: 5.0 * next(ticks))
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    asked(memory, dict.fromkeys("abcd", "1"))
    assert terminal.getvalue().endswith("\r\033[K")


def test_progress_beside_others(beside: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    """Several processes would write over one another: only the one that waits tells."""
    ticks = iter(range(100))
    monkeypatch.setattr(time, "monotonic", lambda: 5.0 * next(ticks))
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    def job(_: Iterator[str]) -> None:
        assert [*progress.told(iter("abcd"), 4)] == [*"abcd"]
        assert bool(terminal.getvalue()) is (parent_process() is None)

    beside(job).wait()


def test_progress_in_a_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    log = io.StringIO()
    monkeypatch.setattr(sys, "stderr", log)
    assert [*progress.told(iter("ab"), 2)] == ["a", "b"]
    assert not log.getvalue()
