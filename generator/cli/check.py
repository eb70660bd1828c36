"""`check`: what is wrong or missing in the catalogue, for people and pipelines."""

import argparse
import os
from dataclasses import replace
from pathlib import Path

from generator.cli.exits import FOUND_ERRORS, OK
from generator.problems import annotations, terminal
from generator.problems.markdown import markdown
from generator.problems.problem import Problem, errors
from generator.problems.sarif import sarif
from generator.reading.catalogue import read_catalogue
from generator.schema_files import keep_schemas
from generator.site import register_of, site_address_of

HELP = "se, om kataloget er i orden"
_FORMATS = {
    "terminal": terminal.report,
    "github": annotations.github,
    "gitlab": annotations.gitlab,
    "markdown": markdown,
    "sarif": sarif,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=_FORMATS, default="terminal", help="hvem der læser")


def run(options: argparse.Namespace) -> int:
    register = register_of(options.config_file)
    keep_schemas(register)
    problems = [_seen_from_here(p, register.parent) for p in read_catalogue(register).problems]
    print(_FORMATS[options.format](problems, site_address_of(options.config_file)))
    return FOUND_ERRORS if errors(problems) else OK


def _seen_from_here(problem: Problem, folder: Path) -> Problem:
    """With the file as a path that can be opened from where the command runs."""
    file = os.path.relpath(folder / problem.place.file)
    return replace(problem, place=replace(problem.place, file=Path(file).as_posix()))
