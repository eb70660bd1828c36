"""Git, asked from the folder of a catalogue."""

import os
import shutil
import subprocess
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path

_ELSEWHERE = {
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_SHALLOW_FILE", "GIT_PREFIX",
    "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
}  # fmt: skip
"""A hook of git sets some of these; they would lead to another repository, or to other files."""
_ANYWHERE = (
    "-c", "log.showRoot=true", "-c", "log.diffMerges=separate", "-c", "core.quotePath=false",
)  # fmt: skip
"""Settings of a person's own that would change what is told."""
_COMMIT = "\x01"


class NotFetchedError(Exception):
    """Of what git knows of, not all is here, and can't be fetched just now."""


@dataclass(frozen=True, slots=True)
class Commit:
    """What a commit did to the files below a folder."""

    when: datetime | None
    """The committer's date; None where it is no date."""
    blobs: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By path from the root of the repository, the contents before and after; empty for none."""


def git(folder: Path, *command: str | Path, given: bytes = b"") -> bytes | None:
    """What git answers in a folder to a command and its input; None when it fails or is absent."""
    program = shutil.which("git")
    if not program or not folder.is_dir() or not _is_in_repository(folder):
        return None
    environment = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    answer = subprocess.run(
        [program, "--literal-pathspecs", *_ANYWHERE, *command],
        cwd=folder, env=environment, input=given, check=False, capture_output=True,
    )  # fmt: skip
    return answer.stdout if answer.returncode == 0 else None


def _is_in_repository(folder: Path) -> bool:
    """Whether it may be in one: to ask git for it takes a process each time."""
    inside = folder.resolve()
    return any((place / ".git").exists() for place in (inside, *inside.parents))


def is_tracked(folder: Path, path: str) -> bool:
    """Whether git keeps something at or below a path of a folder, or might: it gives no answer."""
    answer = git(folder, "ls-files", "--", path)
    return _is_in_repository(folder) if answer is None else bool(answer)


def contents(folder: Path, blobs: Collection[str]) -> Mapping[str, bytes]:
    """What git has stored under the ids of blobs, in one go; nothing for no id.

    Raises NotFetchedError.
    """
    asked = [id for id in blobs if id]
    given = "".join(f"{id}\n" for id in asked).encode()
    answer = BytesIO(git(folder, "cat-file", "--batch", given=given) or b"" if asked else b"")
    found = dict.fromkeys(blobs, b"")
    for id in asked:
        head = answer.readline().split()
        if len(head) != 3:  # id, type and size; of a missing one, that it is missing
            raise NotFetchedError
        found[id] = answer.read(int(head[2]))
        answer.readline()
    return found


def tree(folder: Path, commit: str) -> Mapping[str, str]:
    """The blobs of the files that a commit has in and below a folder, by their path from it."""
    entries = _tokens(git(folder, "ls-tree", "-r", "-z", commit))
    listed = (entry.partition("\t") for entry in entries if entry.startswith("100"))  # no links
    return {name: about.split()[2] for about, _, name in listed}


def root_of(folder: Path) -> Path | None:
    """The root of a folder's repository; None without git, and where not all of it was fetched.

    The oldest commit of a shallow clone seems to have made everything.
    """
    told = git(folder, "rev-parse", "--is-shallow-repository", "--show-toplevel")
    is_shallow, _, top = os.fsdecode(told or b"").rstrip("\n").partition("\n")
    return Path(top) if is_shallow == "false" else None


def is_partial(root: Path) -> bool:
    """Whether git fetches what it is asked for only then, so that its answers may differ."""
    return bool(git(root, "config", "--get-regexp", r"^remote\..*\.promisor$"))


def current_commit(folder: Path) -> bytes:
    """The id of the commit that is checked out; empty where there is none."""
    return git(folder, "rev-parse", "HEAD") or b""


def commits(root: Path, folder: Path) -> Iterator[Commit]:
    """Those that changed files below a folder, from the newest, along the first parents.

    So a change that was merged is one of when it was merged: then it reached the readers.
    """
    along = ("--first-parent", "-m", "--no-renames", "--no-show-signature")
    shown = ("--raw", "--no-abbrev", "-z", f"--format={_COMMIT}%cI")
    listed = _tokens(git(root, "log", *along, *shown, "--", folder))
    commit = Commit(None)
    for word in listed:
        if not word.startswith(_COMMIT):
            _, _, before, after, _ = word.split()
            commit.blobs[next(listed)] = before.strip("0") and before, after.strip("0") and after
            continue
        if commit.blobs:
            yield commit
        commit = Commit(_moment(word.removeprefix(_COMMIT)))
    if commit.blobs:
        yield commit


def uncommitted(root: Path, folder: Path) -> Iterator[str]:
    """The files below a folder that are not as the last commit has them, by path from the root."""
    return _tokens(git(root, "diff", "--name-only", "--no-renames", "-z", "HEAD", "--", folder))


def _tokens(listed: bytes | None) -> Iterator[str]:
    return (token.lstrip("\n") for token in os.fsdecode(listed or b"").split("\0") if token)


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None  # a commit may hold any figures for its date
