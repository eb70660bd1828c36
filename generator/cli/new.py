"""`new`: a new programme to fill in."""

import argparse

from generator.cli.exits import OK, wrong_use
from generator.new import NewProgrammeError, create
from generator.schema_files import keep_schemas
from generator.site import register_of

HELP = "opret et nyt program"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="navnet i adressen, for eksempel ny-leder")


def run(options: argparse.Namespace) -> int:
    register = register_of(options.config_file)
    try:
        file = create(register, options.id)
    except NewProgrammeError as error:
        return wrong_use(str(error))
    keep_schemas(register)
    print(f"{file} er oprettet og føjet til kataloget. Åbn filen, og udfyld den.")
    return OK
