"""`new`: a new programme to fill in, or a new offering of one."""

import argparse

from generator.cli.editing import edit
from generator.cli.exits import OK, wrong_use
from generator.cli.options import add_config_file
from generator.editing.offering import new_offering
from generator.editing.programme import new_programme
from generator.editing.refusal import EditError
from generator.model.offering import Offering
from generator.schema_files import keep_schemas
from generator.site import register_of

HELP = "opret et nyt program eller et nyt hold"
_FIELDS = ("name", "deadline", "start", "end", "places", "location", "note")
_PROGRAMME = "opret et nyt program, der er klar til at blive udfyldt"
_OFFERING = "føj et nyt hold til et program"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(
        required=True, metavar="HVAD", parser_class=type(parser), title="hvad der er nyt"
    )
    programme = kinds.add_parser("programme", help=_PROGRAMME, description=_PROGRAMME)
    programme.epilog = f"Skriv for eksempel: {programme.prog} ny-leder"
    programme.add_argument("id", metavar="ID", help="navnet i adressen, for eksempel ny-leder")
    programme.set_defaults(make=_programme)
    offering = kinds.add_parser("offering", help=_OFFERING, description=_OFFERING)
    offering.epilog = f"Skriv for eksempel: {offering.prog} ny-leder"
    offering.add_argument("id", metavar="PROGRAM", help="programmets id: filens navn uden .yaml")
    for name in _FIELDS:
        field = Offering.model_fields[name]
        offering.add_argument(f"--{name}", metavar="TEKST", help=field.description)
    offering.set_defaults(make=_offering)
    for kind in (programme, offering):
        add_config_file(kind, argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    return int(options.make(options))


def _programme(options: argparse.Namespace) -> int:
    register = register_of(options.config_file)
    try:
        file = new_programme(register, options.id)
    except EditError as refused:
        return wrong_use(str(refused))
    keep_schemas(register)
    print(f"{file} er oprettet og føjet til kataloget. Åbn filen, og udfyld den.")
    print("Se derefter efter med: python -m generator check")
    return OK


def _offering(options: argparse.Namespace) -> int:
    given = {name: text for name in _FIELDS if (text := getattr(options, name)) is not None}
    return edit(
        options.config_file,
        lambda register: new_offering(register, options.id, given),
        "et nyt hold er føjet til.",
    )
