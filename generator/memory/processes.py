"""A job for each of many, shared among the processors of the machine."""

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.context import ForkContext

from generator.each import ProcessEndedError

_WORTH_IT = 64
"""Jobs from which on starting another process costs less than it spares."""
_AT_ONCE = 16
_PR_SET_PDEATHSIG = 1
"""Of Linux' prctl(2): the signal that a process gets when the one that made it has ended."""


def shared(make: Callable[[str], bytes], keys: Sequence[str]) -> Iterator[bytes]:
    """What `make` makes of each key, in their order. Raises ProcessEndedError."""
    number = processors()
    pool = _pool(number, make) if len(keys) >= _WORTH_IT and number > 1 else None
    if not pool:
        yield from map(make, keys)
        return
    try:
        with pool:
            with interrupted_later():
                made = pool.map(_Process.made, keys, chunksize=_AT_ONCE)
            yield from made
    except BrokenProcessPool:
        raise ProcessEndedError from None


def _pool(number: int, make: Callable[[str], bytes]) -> ProcessPoolExecutor | None:
    """Processes that make things of keys, unless the system has no place for what they share."""
    try:
        return ProcessPoolExecutor(number, forking(), _Process.begin, (make, os.getpid()))
    except OSError:
        return None


class _Process:
    """A process that was forked: it has the job from its birth, since no closure can be sent."""

    _make: Callable[[str], bytes]

    @classmethod
    def begin(cls, make: Callable[[str], bytes], parent: int) -> None:
        cls._make = make
        begin_forked(parent)

    @classmethod
    def made(cls, key: str) -> bytes:
        return cls._make(key)


def forking() -> ForkContext:
    """What makes processes that know all that this one knows; not everywhere can they be had."""
    return multiprocessing.get_context("fork")


@contextmanager
def interrupted_later() -> Iterator[None]:
    """Let signals wait while processes are forked: Python would lose what they raise there."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def begin_forked(parent: int) -> None:
    """Let a process that was just forked end when the one that made it does."""
    # What a terminal sends to all is for the process that waits to tell; when it ends, so do these.
    for sign in (signal.SIGINT, signal.SIGHUP):
        signal.signal(sign, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a pool that has lost one ends the others by it
    signal.pthread_sigmask(signal.SIG_UNBLOCK, signal.valid_signals())
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)  # it had ended before it could be asked for


def processors() -> int:
    """How many this process may use; one where it can't be forked safely."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))
