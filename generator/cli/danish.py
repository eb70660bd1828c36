"""A parser of arguments whose own words are Danish."""

import argparse
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

from generator.cli.exits import WRONG_USE, wrong_use
from generator.problems.problem import listed
from generator.reading.suggestions import nearest

_ERRORS = {
    r"argument (--[\w-]+)\S*: expected .*": "Der mangler noget efter »{}«.",
    r"argument (--[\w-]+)\S*: ignored explicit argument .*": "Efter »{}« skal der ikke stå noget.",
    r"argument (--[\w-]+)\S*: not allowed with argument (--[\w-]+).*":
        "»{}« og »{}« kan ikke bruges sammen.",
    r"ambiguous option: (\S+) could match (.*)": "»{}« kan være flere valg: {}.",
}  # fmt: skip
"""What argparse tells in English only when it has made the text of it."""


class DanishParser(argparse.ArgumentParser):
    """argparse's parser, with Danish headings, help and errors.

    The epilog is an example of the command; choices may be a mapping to what each of them means.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **options, "add_help": False})
        self._positionals.title = "kommandoer og navne"
        self._optionals.title = "valg"
        self.add_argument("--help", "-h", action="help", help="vis denne hjælp")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Refuse here what is not known: only the parser of a command knows what it could be."""
        words = sys.argv[1:] if args is None else list(args)
        found, unknown = super().parse_known_args(words, namespace)
        if unknown:
            self._refuse(self._told_of_unknown(unknown, words))
        return found, unknown

    def error(self, message: str) -> NoReturn:
        _, is_missing, names = message.partition("the following arguments are required: ")
        if is_missing and self._subparsers:
            self.print_help(sys.stderr)
            sys.exit(WRONG_USE)
        if is_missing:
            self._refuse(self._told_of_missing(names.split(", ")))
        for pattern, told in _ERRORS.items():
            if found := re.fullmatch(pattern, message):
                self._refuse(told.format(*found.groups()))
        self._refuse(f"Kommandoen kan ikke bruges sådan. Se {self.prog} --help")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        choices = action.choices
        if choices is None or value in choices:
            return
        self._refuse(f"»{value}« kendes ikke. {_hint(value, choices)}")

    def _told_of_missing(self, names: Sequence[str]) -> str:
        about = {action.metavar: action.help for action in self._actions}
        missing = " ".join(f"{name} mangler: {about[name]}." for name in names)
        return f"{missing} {self.epilog}"

    def _told_of_unknown(self, unknown: Sequence[str], words: Sequence[str]) -> str:
        option = next((word for word in unknown if word.startswith("-")), "")
        if option:
            name = option.partition("=")[0]
            known = [known for known in self._option_string_actions if known.startswith("--")]
            return f"»{name}« kendes ikke. {_hint(name, known)}"
        several = len(unknown) > 1
        told = listed([f"»{word}«" for word in unknown])
        told += " er ord for meget." if several else " er et ord for meget."
        if not any(action.metavar and not action.option_strings for action in self._actions):
            return f"{told} Kommandoen gælder hele kataloget. Skriv kun: {self.prog}"
        option, value = _joined(unknown, words)
        if option and self._has_choices(option):
            return f"{told} Skriv navne før »{option}«."
        quoted = f'{option} "{value}"'.lstrip()
        return f"{told} Det, der har mellemrum, skal stå i anførselstegn: {quoted}"

    def _has_choices(self, option: str) -> bool:
        action = self._option_string_actions.get(option)
        return bool(action and action.choices)

    def _refuse(self, message: str) -> NoReturn:
        sys.exit(wrong_use(message))


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


def either(choices: Iterable[str]) -> str:
    """`a (alfa), b (beta) eller c (gamma)`, with what each of them means if that is known."""
    meanings = choices if isinstance(choices, Mapping) else {}
    return listed(
        [f"{name} ({told})" if isinstance(told := meanings.get(name), str) else name
         for name in choices], "eller",
    )  # fmt: skip


def _hint(word: str, choices: Iterable[str]) -> str:
    meant = nearest(word, choices)
    return f"Mente du »{meant}«?" if meant else f"Skriv {either(choices)}."


def _joined(unknown: Sequence[str], words: Sequence[str]) -> tuple[str, str]:
    """The words that belong together, from the one before the first unknown, and their option."""
    first = max(words.index(unknown[0]) - 1, 0)
    end = first + 1
    while end < len(words) and words[end] in unknown:
        end += 1
    before = words[first - 1] if first else ""
    return before if before.startswith("--") else "", " ".join(words[first:end])
