"""A job that another process does while this one goes on."""

import os
import pickle
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from generator.each import ProcessEndedError
from generator.memory.processes import begin_forked, forking, interrupted_later, processors

T = TypeVar("T")
R = TypeVar("R")


class Beside(Generic[T, R]):
    """Does `job` beside what comes next; it is done when `wait` returns what it made.

    The job gets what it is told by `tell`, and waits for that when it comes to it. Where no other
    process can be had, or `plain` says so, it is done in this one when it is waited for.
    """

    def __init__(self, job: Callable[[Iterator[T]], R], *, plain: bool) -> None:
        self._job = job
        self._told: list[T] = []
        self._process = None
        if plain or processors() < 2:
            return
        # A pipe holds little: who tells must not wait until somebody listens.
        self._letter = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the job
        self._here, there = forking().Pipe()
        self._process = forking().Process(target=self._do, args=(there, os.getpid()))
        with interrupted_later():
            self._process.start()
        there.close()

    def tell(self, values: Iterable[T]) -> None:
        """Hand the job what it waits for."""
        self._told += values
        if self._process:
            pickle.dump(self._told, self._letter)
            self._letter.flush()
            with suppress(OSError):  # whoever waits is told that nobody listens any more
                self._here.send(True)

    def wait(self) -> R:
        """Until the job is done.

        Raises what the job raised, or ProcessEndedError.
        """
        if not self._process:
            return self._job(iter(self._told))
        try:
            made: R
            error: Exception | None
            made, error = self._here.recv()
        except (EOFError, OSError):  # before it could answer, or while it did
            raise ProcessEndedError from None
        if error:
            raise error
        return made

    def end(self) -> None:
        """Leave nothing of the job behind, and break it off if it is not done."""
        if self._process:
            self._process.kill()
            self._process.join()
            self._letter.close()
            self._here.close()

    def _do(self, there: Connection, parent: int) -> None:
        begin_forked(parent)

        def told() -> Iterator[T]:
            there.recv()
            self._letter.seek(0)
            yield from pickle.load(self._letter)  # noqa: S301  # written by the process that waits

        try:
            there.send((self._job(told()), None))
        except Exception as error:
            there.send((None, _told_elsewhere(error)))


def _told_elsewhere(error: Exception) -> Exception:
    """An error that tells where it was raised when another process raises it again."""
    where = traceback.format_exc()
    try:
        again: Exception = pickle.loads(pickle.dumps(error))  # noqa: S301  # of our own making
    except Exception:  # some can't be made again of what they tell
        again = RuntimeError(str(error))
    again.add_note(where)
    return again
