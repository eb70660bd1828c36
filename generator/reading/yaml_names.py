"""A name that YAML does not take for one: its colon, or the space after the colon, is lost."""

import re

from generator.problems.problem import Place, Problem, problem
from generator.reading.kinds import kinds
from generator.reading.yaml_lines import shortened

_NAME = r"([^\W\d][\w-]*)"
_GLUED = re.compile(rf"{_NAME}:(?!//)(?=\S)(.+)")
_BEFORE_BRACKET = re.compile(rf"{_NAME} *(?=[{{\[])")
_GROUP_BEGUN = re.compile(rf"{_NAME} *\{{[\w-]+")


def name_without_colon(at: Place) -> Problem | None:
    """What stands from `at` begins with a name for sure; None where it may be a text."""
    said = at.excerpt[at.column - 1 :]
    if glued := _GLUED.match(said):
        return without_space(_moved(at, glued.end(1)), glued[1], glued[2])
    name = re.match(_NAME, said)
    if before_bracket := _BEFORE_BRACKET.match(said):
        return without_colon(at, before_bracket[1])
    return without_colon(at, name[1]) if name and name[1] in kinds() else None


def without_colon(at: Place, name: str = "") -> Problem:
    return problem("yaml-mangler-kolon", at, name=name)


def without_space(colon: Place, name: str, text: str) -> Problem:
    return problem("yaml-mangler-mellemrum", colon, mend=f"{name}: {shortened(text.strip())}")


def name_in_brackets(colon: Place) -> Problem | None:
    """A name within brackets, whose colon has a list right after it."""
    word = re.split(r"[^\w-]", colon.excerpt[: colon.column - 1])[-1]
    name = re.search(_NAME, word)
    text = re.match(r":(\[[^]]*]|[^,}]*)", colon.excerpt[colon.column - 1 :])
    return without_space(colon, name[1], text[1]) if name and text else None


def glued_parts(key: str) -> tuple[str, str] | None:
    """The name and the text of a key within braces that has both."""
    glued = _GLUED.fullmatch(key)
    return (glued[1], glued[2].strip()) if glued else None


def group_without_colon(key: str, text: str) -> str:
    """The name before a group in braces, of which YAML has taken a part for the name."""
    found = _GROUP_BEGUN.fullmatch(key) if text.endswith("}") else None
    return found[1] if found else ""


def _moved(at: Place, columns: int) -> Place:
    return Place(at.file, at.line, at.column + columns, 1, at.excerpt)
