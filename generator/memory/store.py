"""What was made before, in a file that may be deleted, damaged or written by two at any time."""

import os
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_LAYOUT = """
create table if not exists made (
    job text, key text, version text, value blob, digest blob, primary key (job, key)
) without rowid
"""
_WRONG = (sqlite3.Error, UnicodeError, OSError)
"""What is raised where the file is damaged, locked or can't be read."""
_PATIENCE = 2.0
"""Seconds to wait for another build that writes; what it keeps us from writing is made anew."""
_PAGE_SIZE = 16384
"""Bytes that are read at once: most that is read is several thousand long."""


class Store:
    """Values by job and key, each of one version. What is wrong with its file is never an error."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._process = os.getpid()
        self._of_parent: sqlite3.Connection | None = None
        self._connection = self._opened() or self._made_anew()

    @property
    def _database(self) -> sqlite3.Connection | None:
        # A connection is lost on a process that was forked from its own. It must not be closed
        # there either, so that it is kept.
        if os.getpid() != self._process:
            self._process, self._of_parent = os.getpid(), self._connection
            self._connection = self._opened()
        return self._connection

    def _opened(self) -> sqlite3.Connection | None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            # Whoever keeps the catalogue in git need not know of the folder.
            (self._file.parent / ".gitignore").write_text("*\n")
            database = sqlite3.connect(self._file, timeout=_PATIENCE)
            database.execute(f"pragma page_size = {_PAGE_SIZE}")
            # Survives being killed; what a power cut leaves is found out by its digests.
            database.execute("pragma journal_mode = wal")
            database.execute("pragma synchronous = off")
            database.execute(_LAYOUT)
            database.execute("select count(*) from made").fetchone()
        except _WRONG:
            return None
        return database

    def _made_anew(self) -> sqlite3.Connection | None:
        for end in ("", "-wal", "-shm"):
            with suppress(OSError):
                Path(f"{self._file}{end}").unlink()
        return self._opened()

    @property
    def is_open(self) -> bool:
        """Whether anything can be kept."""
        return self._database is not None

    def versions(self, job: str) -> Mapping[str, str]:
        """The version of each value of a job that seems to be there."""
        if not self._database:
            return {}
        try:
            query = "select key, version from made where job = ?"
            return dict(self._database.execute(query, (job,)).fetchall())
        except _WRONG:
            self._connection = self._made_anew()
            return {}

    def get(self, job: str, key: str, version: str) -> bytes | None:
        """The value, if it is there in this version and whole."""
        if not self._database:
            return None
        query = "select value, digest from made where job = ? and key = ? and version = ?"
        try:
            row = self._database.execute(query, (job, key, version)).fetchone()
        except _WRONG:
            self._connection = self._made_anew()
            return None
        if not row or not isinstance(row[0], bytes):
            return None
        return row[0] if row[1] == _digest(job, key, version, row[0]) else None

    def put(self, job: str, values: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep values, each with its key and version, in place of those of other versions."""
        rows = [(job, *value, _digest(job, *value)) for value in values]
        if self._database and rows:
            with suppress(*_WRONG), self._database:
                statement = "insert or replace into made values (?, ?, ?, ?, ?)"
                self._database.executemany(statement, rows)

    def forget_others(self, job: str, keys: Collection[str]) -> None:
        """Forget the values of a job whose keys are not among these."""
        if self._database:
            with suppress(*_WRONG), self._database:
                known = self._database.execute("select key from made where job = ?", (job,))
                others = [(job, key) for (key,) in known if key not in keys]
                self._database.executemany("delete from made where job = ? and key = ?", others)

    def close(self) -> None:
        if self._database:
            with suppress(*_WRONG):
                self._database.close()


def _digest(job: str, key: str, version: str, value: bytes) -> bytes:
    told = "\0".join((job, key, version)).encode(errors="surrogateescape")
    return blake2b(value, digest_size=16, person=blake2b(told, digest_size=16).digest()).digest()
