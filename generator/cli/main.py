"""Which commands there are, and what they have in common."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from generator.cli.danish import DanishParser
from generator.cli.exits import failed, wrong_use
from generator.cli.options import CONFIG_FILE, add_config_file
from generator.problems.problem import as_sentence
from generator.problems.system import reason


class Command(Protocol):
    """What a module of a command holds."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, options: argparse.Namespace) -> int: ...


_COMMANDS = {
    "check": "check",
    "changes": "changes",
    "build": "build",
    "serve": "serve",
    "new": "new",
    "close-offering": "close_offering",
    "template": "template",
    "import": "importing",
    "schema": "schema",
}
"""The module of each command; only that of the one that is run is read, since some read much."""

_EPOCH = "SOURCE_DATE_EPOCH"
_LATEST = 2**32
"""What gzip, which packs the sitemap, has room for: RFC 1952."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 well, 1 errors in the catalogue, 2 wrong use."""
    words = sys.argv[1:] if arguments is None else arguments
    chosen = [word for word in words[:1] if word in _COMMANDS]
    options = _parser(chosen or _COMMANDS).parse_args(words)
    if not options.config_file.is_file():
        return wrong_use(_no_catalogue(options.config_file))
    if not os.environ.get(_EPOCH):
        os.environ.pop(_EPOCH, None)  # a pipeline's variable that was never set is empty
    elif not _is_moment(os.environ[_EPOCH]):
        return wrong_use(f"{_EPOCH} skal være et helt antal sekunder siden 1970.")
    try:
        return int(options.run(options))
    except BrokenPipeError:
        raise
    except OSError as error:
        what = f"»{error.filename}« kan ikke læses eller skrives: " if error.filename else ""
        return failed(as_sentence(f"{what}{reason(error)}"))


def _is_moment(seconds: str) -> bool:
    """Whether a number of seconds since 1970 can be told in each file that tells of a moment."""
    return seconds.isascii() and seconds.isdecimal() and int(seconds) < _LATEST


def _no_catalogue(config_file: Path) -> str:
    if config_file != CONFIG_FILE:
        return f"»{config_file}« findes ikke. Peg på katalogets mkdocs.yml."
    return (
        f"Terminalen står i mappen {Path.cwd()}, og den har intet katalog (mkdocs.yml). "
        "Gå til katalogets mappe med cd, eller peg på filen med --config-file."
    )


def _parser(names: Iterable[str]) -> DanishParser:
    parser = DanishParser(prog="python -m generator", description="Byg et katalog over programmer.")
    commands = parser.add_subparsers(
        required=True, metavar="KOMMANDO", parser_class=DanishParser, title="kommandoer"
    )
    for name in names:
        module = cast(Command, import_module(f"generator.cli.{_COMMANDS[name]}"))
        command = commands.add_parser(name, help=module.HELP, description=module.HELP)
        add_config_file(command)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return parser
