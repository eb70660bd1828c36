"""Which commands there are, and what they have in common."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from generator.cli import (
    build,
    changes,
    check,
    close_offering,
    importing,
    new,
    schema,
    serve,
    template,
)
from generator.cli.danish import DanishParser
from generator.cli.exits import wrong_use


class Command(Protocol):
    """What a module of a command holds."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, options: argparse.Namespace) -> int: ...


_COMMANDS: dict[str, Command] = {
    "check": check,
    "changes": changes,
    "build": build,
    "serve": serve,
    "new": new,
    "close-offering": close_offering,
    "template": template,
    "import": importing,
    "schema": schema,
}
_CONFIG_FILE = Path("mkdocs.yml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 well, 1 errors in the catalogue, 2 wrong use."""
    options = _parser().parse_args(arguments)
    if not options.config_file.is_file():
        return wrong_use(_no_catalogue(options.config_file))
    return int(options.run(options))


def _no_catalogue(config_file: Path) -> str:
    if config_file != _CONFIG_FILE:
        return f"»{config_file}« findes ikke. Peg på katalogets mkdocs.yml."
    return (
        f"Terminalen står i mappen {Path.cwd()}, og den har intet katalog (mkdocs.yml). "
        "Gå til katalogets mappe med cd, eller peg på filen med --config-file."
    )


def _parser() -> DanishParser:
    parser = DanishParser(prog="python -m generator", description="Byg et katalog over programmer.")
    commands = parser.add_subparsers(
        required=True, metavar="KOMMANDO", parser_class=DanishParser, title="kommandoer"
    )
    for name, module in _COMMANDS.items():
        command = commands.add_parser(name, help=module.HELP, description=module.HELP)
        command.add_argument(
            "--config-file", "-f", type=Path, default=_CONFIG_FILE, metavar="FIL",
            help="katalogets mkdocs.yml (ellers den i denne mappe)",
        )  # fmt: skip
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return parser
