"""`check`: what is wrong or missing in the catalogue, for people and pipelines."""

import argparse
from pathlib import Path

from generator.cli.exits import FOUND_ERRORS, OK
from generator.cli.seen_from_here import problem_from_here
from generator.problems import annotations, terminal
from generator.problems.markdown import markdown
from generator.problems.problem import Problem, errors
from generator.problems.sarif import sarif
from generator.prose.site import read_site
from generator.schema_files import keep_schemas
from generator.site import Editing, editing_of, register_of, site_address_of

HELP = "se, om kataloget er i orden"
_FORMATS = {
    "terminal": terminal.verdict,
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
    editing = editing_of(options.config_file)
    found = read_site(options.config_file, register).problems
    problems = [_seen_from_here(p, register.parent, editing) for p in found]
    print(_FORMATS[options.format](problems, site_address_of(options.config_file)))
    return FOUND_ERRORS if errors(problems) else OK


def _seen_from_here(problem: Problem, folder: Path, editing: Editing) -> Problem:
    """With the file as a path that can be opened from where the command runs, and in a browser."""
    address = editing.line(folder / problem.place.file, problem.place.told_line)
    return problem_from_here(problem, folder).placed(address=address)
