"""The site builder, run as everybody knows it, on the chosen site."""

import os
import subprocess
import sys
from pathlib import Path

from generator.cli.exits import OK
from generator.site import PREVIEW


def mkdocs(command: str, config_file: Path, *arguments: str, preview: bool = False) -> int:
    """Run `mkdocs command` and return its exit code; stopping it by the keyboard is no error.

    Only `preview` makes a preview, whatever the environment says.
    """
    words = [sys.executable, "-m", "mkdocs", command, "--config-file", str(config_file)]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore::DeprecationWarning"}
    environment = {**os.environ, **quiet, PREVIEW: "1" if preview else ""}
    if os.name == "posix":
        # In place of this process, so that whatever ends the command ends the build.
        sys.stdout.flush()
        os.execve(sys.executable, [*words, *arguments], environment)  # noqa: S606  # ourselves
    try:
        return subprocess.run([*words, *arguments], env=environment, check=False).returncode
    except KeyboardInterrupt:
        return OK
