"""The command line: `python -m generator check | changes | build | serve | new | schema`."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from generator.changes import reports
from generator.changes.compare import compare
from generator.changes.version import RevisionError, Version, of_revision, read_version
from generator.changes.wording import told
from generator.new import NewProgrammeError, create
from generator.problems import annotations, terminal
from generator.problems.markdown import markdown
from generator.problems.problem import Problem, errors
from generator.problems.sarif import sarif
from generator.reading.catalogue import read_catalogue
from generator.schema_files import keep_schemas, write_schemas
from generator.showing.texts import text
from generator.site import register_of, site_address_of

OK, FOUND_ERRORS, WRONG_USE = 0, 1, 2
_FORMATS = {
    "terminal": terminal.report,
    "github": annotations.github,
    "gitlab": annotations.gitlab,
    "markdown": markdown,
    "sarif": sarif,
}
_CHANGE_FORMATS = {
    "terminal": reports.terminal,
    "markdown": reports.markdown,
    "json": reports.as_json,
}


_FOR_WHOM = "hvem der læser"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 well, 1 errors in the catalogue, 2 wrong use."""
    options = _parser().parse_args(arguments)
    if not options.config_file.is_file():
        return _wrong_use(f"»{options.config_file}« findes ikke. Peg på katalogets mkdocs.yml.")
    return int(options.run(options))


def _check(options: argparse.Namespace) -> int:
    register = register_of(options.config_file)
    keep_schemas(register)
    problems = [_seen_from_here(p, register.parent) for p in read_catalogue(register).problems]
    print(_FORMATS[options.format](problems, site_address_of(options.config_file)))
    return FOUND_ERRORS if errors(problems) else OK


def _seen_from_here(problem: Problem, folder: Path) -> Problem:
    """With the file as a path that can be opened from where the command runs."""
    file = os.path.relpath(folder / problem.place.file)
    return replace(problem, place=replace(problem.place, file=Path(file).as_posix()))


def _changes(options: argparse.Namespace) -> int:
    register = register_of(options.config_file)
    try:
        before, after = (_version(register, name) for name in (options.base, options.head))
    except RevisionError as error:
        return _wrong_use(str(error))
    if not before or not after:
        return FOUND_ERRORS
    found = [told(change, before, after) for change in compare(before, after)]
    print(_CHANGE_FORMATS[options.format](found))
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


def _build(options: argparse.Namespace) -> int:
    site = ["--site-dir", str(options.site_dir.absolute())] if options.site_dir else []
    return _mkdocs("build", options.config_file, "--strict", *site)


def _serve(options: argparse.Namespace) -> int:
    address = ["--dev-addr", options.dev_addr] if options.dev_addr else []
    return _mkdocs("serve", options.config_file, *address)


def _new(options: argparse.Namespace) -> int:
    register = register_of(options.config_file)
    try:
        file = create(register, options.id)
    except NewProgrammeError as error:
        return _wrong_use(str(error))
    keep_schemas(register)
    print(f"{file} er oprettet og føjet til kataloget. Åbn filen, og udfyld den.")
    return OK


def _schema(options: argparse.Namespace) -> int:
    register = register_of(options.config_file)
    if not register.is_file():
        return _wrong_use(f"»{register}« findes ikke.")
    try:
        folder = write_schemas(register)
    except OSError as error:
        return _wrong_use(f"skemaerne kan ikke skrives: {error.strerror}.")
    print(f"Skemaerne ligger i {folder}.")
    return OK


def _mkdocs(command: str, config_file: Path, *arguments: str) -> int:
    """Run the site builder as everybody knows it, on the chosen site."""
    words = [sys.executable, "-m", "mkdocs", command, "--config-file", str(config_file)]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore::DeprecationWarning"}
    try:
        return subprocess.run(
            [*words, *arguments], env={**os.environ, **quiet}, check=False
        ).returncode
    except KeyboardInterrupt:
        return OK


def _wrong_use(message: str) -> int:
    print(f"fejl: {message}", file=sys.stderr)
    return WRONG_USE


class _Help(argparse.HelpFormatter):
    """Help in Danish, also where argparse has words of its own."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "brug: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **options, "add_help": False})
        self._positionals.title = "kommandoer og navne"
        self._optionals.title = "valg"
        self.add_argument("--help", "-h", action="help", help="vis denne hjælp")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        sys.exit(_wrong_use(f"kommandoen kan ikke bruges sådan. Se {self.prog} --help"))


def _parser() -> _Parser:
    parser = _Parser(prog="python -m generator", description="Byg et katalog over programmer.")
    commands = parser.add_subparsers(
        required=True, metavar="KOMMANDO", parser_class=_Parser, title="kommandoer"
    )

    def command(name: str, run: Callable[[argparse.Namespace], int], help: str) -> _Parser:
        made: _Parser = commands.add_parser(name, help=help, description=help)
        made.add_argument(
            "--config-file", "-f", type=Path, default=Path("mkdocs.yml"), metavar="FIL",
            help="katalogets mkdocs.yml (ellers den i denne mappe)",
        )  # fmt: skip
        made.set_defaults(run=run)
        return made

    check = command("check", _check, "se, om kataloget er i orden")
    check.add_argument("--format", choices=_FORMATS, default="terminal", help=_FOR_WHOM)
    changes = command("changes", _changes, "fortæl, hvad der er ændret mellem to versioner i git")
    changes.add_argument("base", metavar="FØR", help="den gamle version, for eksempel main")
    changes.add_argument(
        "head", nargs="?", metavar="EFTER", help="den nye version (ellers filerne, som de er)"
    )
    changes.add_argument("--format", choices=_CHANGE_FORMATS, default="terminal", help=_FOR_WHOM)
    build = command("build", _build, "byg hjemmesiden")
    build.add_argument("--site-dir", "-d", type=Path, metavar="MAPPE", help="hvor siden lægges")
    serve = command("serve", _serve, "vis siden, mens du skriver")
    serve.add_argument("--dev-addr", "-a", metavar="ADRESSE", help="for eksempel localhost:8000")
    new = command("new", _new, "opret et nyt program")
    new.add_argument("id", metavar="ID", help="navnet i adressen, for eksempel ny-leder")
    command("schema", _schema, "skriv de skemaer, som VS Code kender felterne fra")
    return parser
