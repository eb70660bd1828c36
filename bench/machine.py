"""On what, and with what, the figures came about."""

import os
import platform
import subprocess
from collections.abc import Iterable
from pathlib import Path

import generator

_BUSY = 0.5
"""The load for each core above which others disturb."""


def machine() -> str:
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return (
        f"{_processor()}, {_cores()} cores, {memory:.0f} GiB, {platform.platform(terse=True)}, "
        f"load {os.getloadavg()[0]:.2f} when begun"
    )


def versions(programs: Iterable[str]) -> str:
    return ", ".join([f"Python {platform.python_version()}", f"generator {_commit()}", *programs])


def disturbed() -> str:
    """What to tell of a machine that has other work to do; empty when it has none."""
    load = os.getloadavg()[0] / _cores()
    return f"Other work disturbs: the load is {load:.1f} for each core." if load > _BUSY else ""


def _cores() -> int:
    return os.cpu_count() or 1


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


def _commit() -> str:
    folder = Path(generator.__file__).parent
    command = ["git", "describe", "--always", "--dirty"]
    told = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return told.stdout.strip() or "of no commit"
