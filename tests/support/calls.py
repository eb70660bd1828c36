"""What the generator's own code says: texts that it asks for, and words that it uses."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.cases import ROOT

GENERATOR = ROOT / "generator"
CODE = {file: ast.parse(file.read_text("utf-8")) for file in sorted(GENERATOR.rglob("*.py"))}
TEMPLATES = [*sorted(GENERATOR.rglob("*.html")), *sorted((ROOT / "theme").rglob("*.html"))]

# `text("front.title")`, `text("front.next-" ~ step ~ "-text")`, `counted('catalogue.number', n)`.
_IN_TEMPLATE = re.compile(
    r"""\b(text|counted)\(\s*((?:"[^"]*"|'[^']*'|[\w.]+)(?:\s*~\s*(?:"[^"]*"|'[^']*'|[\w.]+))*)"""
)
_PART = re.compile(r""""([^"]*)"|'([^']*)'|[\w.]+""")


def first_arguments(*functions: str) -> Iterator[str]:
    """The first argument of each call of a function, as a pattern: what is not constant is a `.*`.

    The module that defines a function hands on what others ask for, and is left out.
    """
    for tree in CODE.values():
        defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        for node in ast.walk(tree):
            name = _name(node.func) if isinstance(node, ast.Call) and node.args else ""
            if isinstance(node, ast.Call) and name in functions and name not in defined:
                yield from _suffixed(name, _pattern(node.args[0]))


def template_arguments() -> Iterator[str]:
    """The texts that templates ask for, as patterns."""
    for file in TEMPLATES:
        for function, argument in _IN_TEMPLATE.findall(file.read_text("utf-8")):
            parts = [_PART.fullmatch(part.strip()) for part in argument.split("~")]
            strings = [part and (part[1] or part[2]) for part in parts]
            yield from _suffixed(function, "".join(_literal(string) for string in strings))


def words() -> set[str]:
    """Every string that stands in the code or in the quotation marks of a template."""
    in_code = {
        node.value
        for tree in CODE.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    in_templates = {
        word for file in TEMPLATES for word in re.findall(r'"([^"]+)"', file.read_text("utf-8"))
    }
    return in_code | in_templates


def imports(file: Path) -> Iterator[str]:
    """The modules that a file imports, by their full names."""
    for node in ast.walk(CODE[file]):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _name(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))


def _suffixed(function: str, pattern: str) -> list[str]:
    return [f"{pattern}-one", f"{pattern}-many"] if function == "counted" else [pattern]


def _pattern(argument: ast.expr) -> str:
    if isinstance(argument, ast.Constant):
        return re.escape(str(argument.value))
    if isinstance(argument, ast.JoinedStr):
        return "".join(map(_pattern, argument.values))
    return ".*"


def _literal(string: str | None) -> str:
    return ".*" if string is None else re.escape(string)
