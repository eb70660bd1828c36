"""Git, asked from the folder of a catalogue."""

import os
import shutil
import subprocess
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
