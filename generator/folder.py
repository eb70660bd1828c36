"""The files of a folder as the system tells of them, held against those of another."""

import filecmp
import os
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple


def keep_what_is_the_same(old: Path, new: Path) -> tuple[bool, str]:
    """Give each file of `new` that `old` has with the same bytes the time that it has there.

    What copies a site elsewhere then sees what has changed. Returns whether nothing has, and the
    fingerprint of `new`.
    """
    was, now = _files(str(old)), _files(str(new))
    same = 0
    for name, file in now.items():
        other = was.get(name)
        if not other or not _is_same(other, file):
            continue
        same += 1
        if not _is_one(other, file):
            os.utime(file.path, ns=other.times)
            now[name] = other
    return same == len(now) == len(was), _fingerprint(now)


def fingerprint(folder: Path) -> str:
    """A short word that is another when a file of a folder came, went or was written.

    Empty for what is no folder.
    """
    return _fingerprint(_files(str(folder))) if folder.is_dir() else ""


def _fingerprint(files: Mapping[str, "_File"]) -> str:
    told = blake2b(digest_size=16)
    for name, file in sorted(files.items()):
        told.update(f"{name}\0{file.size}\0{file.times[1]}\0".encode(errors="surrogateescape"))
    return told.hexdigest()


class _File(NamedTuple):
    path: str
    identity: int
    """The number of what may stand under several names; 0 where the file system has none."""
    size: int
    times: tuple[int, int]


def _is_one(one: _File, other: _File) -> bool:
    """Whether both are names of one file."""
    return one.identity != 0 and one.identity == other.identity


def _is_same(one: _File, other: _File) -> bool:
    return one.size == other.size and (
        _is_one(one, other) or filecmp.cmp(one.path, other.path, shallow=False)
    )


def _files(folder: str) -> dict[str, _File]:
    """By the path within the folder."""
    found = {}
    folders = [folder]
    for place in folders:
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    told = entry.stat(follow_symlinks=False)
                    size = -1 if entry.is_symlink() else told.st_size  # nothing is like a link
                    times = (told.st_atime_ns, told.st_mtime_ns)
                    # On Windows only entry.inode() knows it.
                    found[entry.path[len(folder) :]] = _File(entry.path, entry.inode(), size, times)
    return found
