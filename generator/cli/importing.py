"""`import`: a filled spreadsheet as the elements or offerings of a programme."""

import argparse
import sys
from pathlib import Path

from generator.cli.exits import FOUND_ERRORS, OK, not_ready, wrong_use
from generator.problems import terminal
from generator.problems.system import reason
from generator.reading.catalogue import read_register
from generator.site import register_of, site_address_of
from generator.spreadsheets.items import Imported, read_items
from generator.spreadsheets.programme_tables import (
    ProgrammeTables,
    ProgrammeTablesError,
    find_programme,
)
from generator.spreadsheets.yaml_text import as_yaml

HELP = "læs et udfyldt regneark, og skriv det ind i et program"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = f"Skriv for eksempel: {parser.prog} elementer.xlsx --into ny-leder"
    parser.add_argument("file", type=Path, metavar="ARK", help="filen, .xlsx eller .csv")
    parser.add_argument(
        "--into",
        metavar="ID",
        help="programmet, det skal ind i (ellers vises linjerne her)",
    )
    parser.add_argument("--replace", action="store_true", help="erstat det, der står i forvejen")
    parser.add_argument("--sheet", default="", metavar="NAVN", help="arket, hvis der er flere")


def run(options: argparse.Namespace) -> int:
    if options.replace and not options.into:
        return wrong_use("--replace kan ikke bruges uden --into.")
    register_file = register_of(options.config_file)
    register = read_register(register_file)
    if not register:
        return not_ready(register_file)
    try:
        into = find_programme(register_file, options.into) if options.into else None
        sources = into.sources if into else None
        found, problems = read_items(options.file, register, sheet=options.sheet, sources=sources)
    except ProgrammeTablesError as error:
        return wrong_use(str(error))
    except FileNotFoundError:
        return wrong_use(f"»{options.file}« findes ikke.")
    except OSError as error:
        return wrong_use(f"»{options.file}« kan ikke åbnes: {reason(error)}.")
    if problems:
        print(terminal.report(problems, site_address_of(options.config_file)), file=sys.stderr)
    if not found:
        if into:
            print(f"Intet er skrevet i {into.path}.", file=sys.stderr)
        return FOUND_ERRORS
    print(_told(found), file=sys.stderr)
    if into:
        return _write(found, into, options)
    print(as_yaml(found.table, found.items), end="")
    return OK


def _write(found: Imported, into: ProgrammeTables, options: argparse.Namespace) -> int:
    field = found.table.field
    there = len(into.items(field))
    if there and not options.replace:
        return wrong_use(
            f"{into.path} har allerede {found.table.counted(there)}. Intet er skrevet. "
            "Skal de erstattes, så føj --replace til. Skal de blive, så hent dem først med "
            f"python -m generator template {field} nyt-ark.xlsx --from {options.into}, "
            "skriv de nye rækker under dem, og læs arket ind med --replace."
        )
    try:
        if there and (lost := found.not_asked_for(into.checked(field))):
            names = ", ".join(f"»{heading}«" for heading in lost)
            has = f"{into.path} har oplysninger, som regnearket ikke har kolonner til: {names}."
            return wrong_use(f"{has} Sæt kolonnerne ind; en tom celle sletter oplysningen.")
        into.write(found.table, found.items)
    except ProgrammeTablesError as error:
        return wrong_use(str(error))
    print(f"»{field}« er skrevet i {into.path}. Se efter med: python -m generator check")
    return OK


def _told(found: Imported) -> str:
    """What was read, and which sheets were not."""
    sheet = f"arket »{found.sheet.name}« i " if found.sheet.name else ""
    read = f"Læst: {found.table.counted(len(found.items))} fra {sheet}{found.sheet.file}."
    others = ", ".join(f"»{name}«" for name in found.other_sheets)
    return f"{read} Ikke læst: {others}." if others else read
