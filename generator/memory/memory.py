"""The quick way to do a job for each of many: only what is new is made, by several processes."""

import os
import pickle
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from generator.memory.code import BESIDE_THE_CODE, code_version
from generator.memory.processes import shared
from generator.memory.progress import told
from generator.memory.store import Store
from generator.memory.templates import CompiledTemplates

T = TypeVar("T")

_A_BATCH = 256
_FILE = "made.sqlite"


class Memory:
    """An `Each` that remembers what it made in `folder`, from one build to the next.

    The folder may be deleted at any time. What is in it is as trusted as the code: who can write
    there can have anything done.

    What a job of `held` made stays in this process as well, and is given again as it is. What a job
    of `common` makes is the same for all catalogues, and lies in the folder `installed`, as do
    templates that were compiled; where nobody may write there, it lies in `folder` as well.
    """

    def __init__(
        self,
        folder: Path,
        held: Iterable[str] = (),
        common: Collection[str] = (),
        installed: Path = BESIDE_THE_CODE,
    ) -> None:
        self._folder = folder.resolve()
        self._store = Store(folder / _FILE)
        beside_code = Store(installed / _FILE)
        self._installed = beside_code if beside_code.is_open else self._store
        self._common = common
        self._held: Mapping[str, dict[str, tuple[str, Any]]] = {job: {} for job in held}
        self._code = ""
        self.templates = CompiledTemplates(self._installed)
        self.begin()

    def begin(self) -> None:
        """Begin a build: templates may have changed since the last one."""
        self._code = code_version()

    def __call__(
        self,
        job: str,
        make: Callable[[str], T],
        versions: Mapping[str, str],
        part: Iterable[str] | None = None,
    ) -> Iterator[T]:
        """See `Each`."""
        store = self._installed if job in self._common else self._store
        keys = versions if part is None else part
        whole = {key: f"{self._code} {versions[key]}" for key in keys}
        held = self._held.get(job, {})
        known = {**store.versions(job), **{key: held[key][0] for key in held}}
        missing = {key for key, version in whole.items() if known.get(key) != version}

        def pickled(key: str) -> bytes:
            return pickle.dumps(make(key), pickle.HIGHEST_PROTOCOL)

        # Whoever asks for a part has shared the job already.
        to_make = [key for key in whole if key in missing]
        results = shared(pickled, to_make) if part is None else map(pickled, to_make)
        made = told(results, len(missing))
        new: list[tuple[str, str, bytes]] = []
        try:
            for key, version in whole.items():
                if key in held and held[key][0] == version:
                    yield held[key][1]
                    continue
                value = None if key in missing else store.get(job, key, version)
                if value is None:
                    value = next(made) if key in missing else pickled(key)
                    new.append((key, version, value))
                result = pickle.loads(value)  # noqa: S301  # of our own making, as the class tells
                if job in self._held:
                    held[key] = version, result
                yield result
                if len(new) >= _A_BATCH:
                    store.put(job, new)
                    new.clear()
            next(made, None)  # there is none left: those who made them end here
        finally:  # who asked may have broken off
            store.put(job, new)
        store.forget_others(job, versions)
        for key in held.keys() - versions.keys():
            del held[key]

    def recall(self, job: str, folder: Path, version: str = "") -> bytes | None:
        """What was kept of a folder, if it is of this version."""
        return self._store.get(job, self._name_of(folder), f"{self._code} {version}")

    def keep(self, job: str, folder: Path, value: bytes, version: str = "") -> None:
        """Keep something of a folder, in place of what was kept before; of those gone, nothing."""
        name = self._name_of(folder)
        self._store.put(job, [(name, f"{self._code} {version}", value)])
        there = {kept for kept in self._store.versions(job) if (self._folder / kept).is_dir()}
        self._store.forget_others(job, there | {name})

    def _name_of(self, folder: Path) -> str:
        """As seen from here: a folder may be moved, and the memory with it."""
        try:
            return os.path.relpath(folder.resolve(), self._folder)
        except ValueError:
            return str(folder)  # on another drive of Windows

    def close(self) -> None:
        self._store.close()
        self._installed.close()
