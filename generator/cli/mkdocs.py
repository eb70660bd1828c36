"""The site builder, run as everybody knows it, on the chosen site."""

import gc
import os
import runpy
import signal
import sys
import warnings
from pathlib import Path
from typing import NoReturn

from generator.cli.exits import OK, failed
from generator.cli.seen_from_here import problem_from_here
from generator.each import ProcessEndedError
from generator.problems.terminal import report
from generator.prose.settings import refusals
from generator.site import PREVIEW, site_address_of

_ENDINGS = ("SIGTERM", "SIGHUP")
"""What a pipeline sends to a job that is cancelled, and a terminal when it is closed."""


def mkdocs(command: str, config_file: Path, *arguments: str, preview: bool = False) -> int:
    """Run `mkdocs command`; how it ends is how Python ends, by SystemExit.

    Only `preview` makes a preview, whatever the environment says. A site that MkDocs would build
    without the catalogue, or could not read the settings of, is refused before it begins.
    """
    if refused := refusals(config_file, config_file.parent):
        from_here = [problem_from_here(one, config_file.parent) for one in refused]
        print(report(from_here, site_address_of(config_file)), file=sys.stderr)
        return failed("Intet er bygget, og den udgivne side er ikke rørt.")
    os.environ |= {"NO_MKDOCS_2_WARNING": "1", PREVIEW: "1" if preview else ""}
    # As if Python had been told at its start, for MkDocs asks whether it was.
    sys.warnoptions.append("ignore::DeprecationWarning")
    warnings.simplefilter("ignore", DeprecationWarning)
    sys.argv = ["mkdocs", command, "--config-file", str(config_file), *arguments]
    gc.disable()  # as the plugin does; reading its code and MkDocs' leaves nothing to collect
    if command == "build":
        _end_as_if_interrupted()
    try:
        # In this process: another would read the same code once more.
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    except ProcessEndedError:
        return failed(
            "En af byggeriets processer blev afsluttet af maskinen, måske fordi der manglede "
            "hukommelse. Hjemmesiden står, som den stod. Prøv igen, om muligt med mere hukommelse."
        )
    return OK


def _end_as_if_interrupted() -> None:
    """Let what is begun be cleared away before the command ends, as it is after Ctrl-C."""
    for sign in (getattr(signal, name) for name in _ENDINGS if hasattr(signal, name)):
        if signal.getsignal(sign) is signal.SIG_DFL:  # else somebody wants it to go on
            signal.signal(sign, _end)


def _end(sign: int, _: object) -> NoReturn:
    signal.signal(sign, signal.SIG_DFL)  # whoever sends it again does not want to wait
    sys.exit(128 + sign)  # as a shell tells of a command that was ended by a signal
