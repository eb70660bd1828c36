"""`template`: a spreadsheet to fill in, or with what a programme has."""

import argparse
from pathlib import Path
from typing import Any

from generator.cli.danish import either
from generator.cli.exits import OK, not_ready, wrong_use
from generator.model.programme import Programme
from generator.problems.system import reason
from generator.reading.catalogue import read_register
from generator.site import register_of
from generator.spreadsheets.columns import FIELDS, Table, table_of
from generator.spreadsheets.programme_tables import ProgrammeTablesError, find_programme
from generator.spreadsheets.template import as_text, as_workbook
from generator.whole_file import write_new

HELP = "lav et regneark, som elementer eller hold kan udfyldes i"
_MEANINGS = {field: str(Programme.model_fields[field].title).lower() for field in FIELDS}
_WRITERS = {".xlsx": as_workbook, ".csv": as_text}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = f"Skriv for eksempel: {parser.prog} elements elementer.xlsx"
    parser.add_argument("field", choices=_MEANINGS, metavar="FELT", help=either(_MEANINGS))
    parser.add_argument("file", type=Path, metavar="ARK", help="den nye fil, .xlsx eller .csv")
    parser.add_argument(
        "--from", dest="programme", metavar="ID", help="et program, hvis indhold skal stå i arket"
    )


def run(options: argparse.Namespace) -> int:
    write = _WRITERS.get(options.file.suffix.lower())
    if not write:
        return wrong_use(
            f"»{options.file}« kan ikke bruges som navn. Det skal ende på .xlsx eller .csv."
        )
    register_file = register_of(options.config_file)
    register = read_register(register_file)
    if not register:
        return not_ready(register_file)
    items: list[dict[str, Any]] = []
    try:
        if options.programme:
            items = find_programme(register_file, options.programme).checked(options.field)
        table = table_of(options.field, register)
        content = write(table, items)
        write_new(options.file, content)
    except ProgrammeTablesError as error:
        return wrong_use(str(error))
    except FileExistsError:
        return wrong_use(f"»{options.file}« findes allerede. Vælg et andet navn.")
    except FileNotFoundError:
        return wrong_use(
            f"Mappen »{options.file.parent}« findes ikke. Lav den først, eller vælg en anden."
        )
    except OSError as error:
        return wrong_use(f"»{options.file}« kan ikke skrives: {reason(error)}.")
    print(f"{options.file} {_told(table, options.programme, len(items))}")
    return OK


def _told(table: Table, programme: str | None, there: int) -> str:
    if not there:
        return "er klar til at blive udfyldt."
    again = f"--into {programme} --replace"
    return f"har nu programmets {table.counted(there)}. Ret dem, og læs arket ind med {again}."
