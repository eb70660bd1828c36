"""Git, asked from the folder of a catalogue."""

import os
import shutil
import subprocess
from collections.abc import Collection, Mapping
from io import BytesIO
from pathlib import Path

_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
"""A hook of git sets these; they would lead to another repository than that of the folder."""


def git(folder: Path, *command: str | Path, given: bytes = b"") -> bytes | None:
    """What git answers in a folder to a command and its input; None when it fails or is absent."""
    program = shutil.which("git")
    if not program or not folder.is_dir():
        return None
    environment = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    answer = subprocess.run(
        [program, "--literal-pathspecs", *command],
        cwd=folder, env=environment, input=given, check=False, capture_output=True,
    )  # fmt: skip
    return answer.stdout if answer.returncode == 0 else None


def contents(folder: Path, blobs: Collection[str]) -> Mapping[str, bytes]:
    """What git has stored under the ids of blobs, in one go; nothing for one that it has not."""
    asked = "".join(f"{id}\n" for id in blobs).encode()
    answer = BytesIO(git(folder, "cat-file", "--batch", given=asked) or b"")
    found = dict.fromkeys(blobs, b"")
    for id in blobs:
        head = answer.readline().split()
        if len(head) == 3:  # id, type and size; of a missing one, that it is missing
            found[id] = answer.read(int(head[2]))
            answer.readline()
    return found
