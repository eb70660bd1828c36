"""`changes`: what two versions of the catalogue tell differently, in words."""

import argparse
import sys
from contextlib import nullcontext
from pathlib import Path

from generator.changes import reports
from generator.changes.compare import compare
from generator.changes.version import RevisionError, Version, of_revision, read_version
from generator.changes.wording import told
from generator.cli.exits import FOUND_ERRORS, OK, wrong_use
from generator.problems import terminal
from generator.showing.texts import text
from generator.site import register_of

HELP = "fortæl, hvad der er ændret mellem to versioner i git"
_FORMATS = {
    "terminal": reports.terminal,
    "markdown": reports.markdown,
    "json": reports.as_json,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = f"Skriv for eksempel: {parser.prog} main"
    parser.add_argument("base", metavar="FØR", help="den gamle version, for eksempel main")
    parser.add_argument(
        "head", nargs="?", metavar="EFTER", help="den nye version (ellers filerne, som de er)"
    )
    parser.add_argument("--format", choices=_FORMATS, default="terminal", help="hvem der læser")


def run(options: argparse.Namespace) -> int:
    register = register_of(options.config_file)
    try:
        before, after = (_version(register, name) for name in (options.base, options.head))
    except RevisionError as error:
        return wrong_use(str(error))
    if not before or not after:
        return FOUND_ERRORS
    found = [told(change, before, after) for change in compare(before, after)]
    print(_FORMATS[options.format](found))
    return OK


def _version(register: Path, revision: str | None) -> Version | None:
    """A version of git's, or the files as they are; that it can't be read goes to the errors."""
    place = nullcontext(register) if revision is None else of_revision(register, revision)
    with place as file:
        version, problems = read_version(file)
    if not version:
        now, then = text("changes.unreadable-now"), text("changes.unreadable", version=revision)
        print(now if revision is None else then, file=sys.stderr)
        print(terminal.report(problems), file=sys.stderr)
    return version
