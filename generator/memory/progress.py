"""How far a long job is, for a person who waits at a terminal."""

import sys
import time
from collections.abc import Iterator
from multiprocessing import parent_process
from typing import TypeVar

T = TypeVar("T")

_PATIENCE = 1.0
"""Seconds after which a person wonders."""
_A_BAR = 24


def told(items: Iterator[T], total: int) -> Iterator[T]:
    """The same items; on a terminal, a bar tells how many of `total` have come.

    Only in the process that a person has begun: others would write over it.
    """
    if not sys.stderr.isatty() or parent_process():
        yield from items
        return
    began = shown = time.monotonic()
    for number, item in enumerate(items, 1):
        yield item
        now = time.monotonic()
        if now - began > _PATIENCE and now - shown > _PATIENCE / 10:
            shown = now
            done = "█" * (_A_BAR * number // total)
            sys.stderr.write(f"\r{done:░<{_A_BAR}} {number}/{total} ")
            sys.stderr.flush()
    if shown != began:
        # Nothing of it stays: what comes next begins the line anew.
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()
