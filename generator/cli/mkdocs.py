"""The site builder, run as everybody knows it, on the chosen site."""

import gc
import os
import runpy
import sys
import warnings
from pathlib import Path

from generator.cli.exits import OK
from generator.site import PREVIEW


def mkdocs(command: str, config_file: Path, *arguments: str, preview: bool = False) -> int:
    """Run `mkdocs command`; how it ends is how Python ends, by SystemExit.

    Only `preview` makes a preview, whatever the environment says.
    """
    os.environ |= {"NO_MKDOCS_2_WARNING": "1", PREVIEW: "1" if preview else ""}
    # As if Python had been told at its start, for MkDocs asks whether it was.
    sys.warnoptions.append("ignore::DeprecationWarning")
    warnings.simplefilter("ignore", DeprecationWarning)
    sys.argv = ["mkdocs", command, "--config-file", str(config_file), *arguments]
    gc.disable()  # as the plugin does; reading its code and MkDocs' leaves nothing to collect
    # In this process: another would read the same code once more.
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    return OK
