"""Git repositories in folders of their own, with commits at times that the test tells."""

import os
import subprocess
from pathlib import Path

_ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "En redaktør",
    "GIT_AUTHOR_EMAIL": "redaktion@example.org",
    "GIT_COMMITTER_NAME": "En redaktør",
    "GIT_COMMITTER_EMAIL": "redaktion@example.org",
    "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z",  # the author's date is not what counts
}


def git(folder: Path, *command: str | Path, at: str = "2020-01-01T00:00:00Z") -> None:
    """Run git as if it were `at`, untouched by the settings of whoever runs the tests."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    subprocess.run(
        ["git", *command],
        cwd=folder, env=environment | _ALONE | {"GIT_COMMITTER_DATE": at},
        check=True, capture_output=True,
    )  # fmt: skip


def commit(folder: Path, at: str) -> None:
    """Commit all that the folder holds, which makes it a repository first."""
    if not (folder / ".git").exists():
        git(folder, "init", "--initial-branch", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "--allow-empty", "--message", "En ændring", at=at)
