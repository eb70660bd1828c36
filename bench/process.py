"""Other programs, with what they cost: time, and the memory of the largest of their processes."""

import ctypes
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

_SET_CHILD_SUBREAPER = 36  # prctl(2)
_ORPHANS_MAY_WORK = 5.0  # seconds
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}


@dataclass(frozen=True, slots=True)
class Usage:
    """What a program cost with all that it started: seconds, by the clock and of the processors."""

    wall: float
    user: float
    system: float
    peak: float
    """MiB of memory, of the largest process."""


def adopt_orphans() -> None:
    """Be the parent of what a measured program leaves running, so that its time is counted too."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def measured(command: Sequence[str], folder: Path) -> Usage:
    """Run a command in a folder.

    Raises:
        SystemExit: the command failed; with what it said
    """
    with TemporaryFile() as said:
        began = time.perf_counter()
        process = started(command, folder, said.fileno())
        try:
            _, status, used = os.wait4(process.pid, 0)
        except BaseException:
            end(process)
            raise
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{command} failed:\n{said.read().decode(errors='replace')[-3000:]}")
        usages = [used, *_orphans(process.pid)]
    return Usage(
        wall,
        sum(usage.ru_utime for usage in usages),
        sum(usage.ru_stime for usage in usages),
        max(usage.ru_maxrss for usage in usages) / 1024,
    )


def started(command: Sequence[str], folder: Path, output: int) -> subprocess.Popen[bytes]:
    """A program with a group of processes of its own, which can be stopped and ended as one."""
    return subprocess.Popen(
        command, cwd=folder, env={**os.environ, **_QUIET}, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=output, stderr=output,
    )  # fmt: skip


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started, whatever state it is in."""
    _signal(process.pid, signal.SIGKILL)
    process.wait()


def pause(process: subprocess.Popen[bytes]) -> None:
    _signal(process.pid, signal.SIGSTOP)


def go_on(process: subprocess.Popen[bytes]) -> None:
    _signal(process.pid, signal.SIGCONT)


def processor_seconds(group: int) -> float:
    """What the living processes of a group have used so far, and the children they waited for."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it is gone
            continue
        if int(fields[2]) == group:
            ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _orphans(group: int) -> list[resource.struct_rusage]:
    """What the processes used that outlived the program; those that stay are ended."""
    found: list[resource.struct_rusage] = []
    patience = time.monotonic() + _ORPHANS_MAY_WORK
    while True:
        try:
            pid, _, used = os.wait4(-group, os.WNOHANG)
        except ChildProcessError:
            return found
        if pid:
            found.append(used)
        elif time.monotonic() > patience:
            _signal(group, signal.SIGKILL)
        else:
            time.sleep(0.01)


def _signal(group: int, number: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, number)
