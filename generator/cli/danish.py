"""A parser of arguments whose own words are Danish."""

import argparse
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from generator.cli.exits import wrong_use


class DanishParser(argparse.ArgumentParser):
    """argparse's parser, with Danish headings, help and errors."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **options, "add_help": False})
        self._positionals.title = "kommandoer og navne"
        self._optionals.title = "valg"
        self.add_argument("--help", "-h", action="help", help="vis denne hjælp")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        sys.exit(wrong_use(f"kommandoen kan ikke bruges sådan. Se {self.prog} --help"))


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
