"""`schema`: what editors of text complete and explain the files from."""

import argparse

from generator.cli.exits import OK, wrong_use
from generator.problems.system import reason
from generator.schema_files import write_schemas
from generator.site import register_of

HELP = "skriv de skemaer, som VS Code kender felterne fra"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none of its own."""


def run(options: argparse.Namespace) -> int:
    register = register_of(options.config_file)
    if not register.is_file():
        return wrong_use(f"»{register}« findes ikke.")
    try:
        folder = write_schemas(register)
    except OSError as error:
        return wrong_use(f"skemaerne kan ikke skrives: {reason(error)}.")
    print(f"Skemaerne ligger i {folder}.")
    return OK
