"""The files of a folder as the system tells of them, held against those of another."""

import filecmp
import os
import shutil
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


def keep_hidden(old: Path, new: Path) -> None:
    """Have in `new` what lies in `old` under a name that begins with a dot, such as `.git`.

    It is not the site's own: whoever publishes from the folder has put it there.
    """
    for entry in old.iterdir():
        target = new / entry.name
        if not entry.name.startswith(".") or target.exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            try:
                shutil.copytree(entry, target, symlinks=True, copy_function=_give_second_name)
            except shutil.Error as error:
                source, _, why = error.args[0][0]
                raise OSError(None, why, source) from error
        else:
            _give_second_name(str(entry), str(target))


def _give_second_name(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:  # the file system knows no such thing
        shutil.copy2(source, target, follow_symlinks=False)


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
    """By the path within the folder; but for what `keep_hidden` is about."""
    found = {}
    folders = [folder]
    for place in folders:
        with os.scandir(place) as entries:
            for entry in entries:
                if place == folder and entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    told = entry.stat(follow_symlinks=False)
                    size = -1 if entry.is_symlink() else told.st_size  # nothing is like a link
                    times = (told.st_atime_ns, told.st_mtime_ns)
                    # On Windows only entry.inode() knows it.
                    found[entry.path[len(folder) :]] = _File(entry.path, entry.inode(), size, times)
    return found
