"""What libyaml says about broken YAML, in terms of what an editor did."""

import re

import yaml

from generator.problems.problem import Place, Problem, problem
from generator.reading.yaml_places import PlaceAt
from generator.reading.yaml_slips import slip

# What libyaml says, the code that explains it, and whether the cause stands where libyaml
# began to read the thing (True) or where it gave up (False).
_FAULTS = [
    (r"found a tab character", "yaml-tabulator", False),
    (r"mapping values are not allowed", "yaml-kolon", False),
    (r"could not find expected ':'", "yaml-mangler-kolon", True),
    (r"found unexpected end of stream|found unexpected document indicator", "yaml-citat", True),
    (r"unknown escape|expected hexdecimal|character escape code", "yaml-citat-tegn", False),
    (r"expected ',' or|did not find expected node content", "yaml-klamme", True),
    (r"expected (<block end>|'-' indicator|key|<document start>)", "yaml-indrykning", False),
    (r"did not find expected comment or line break", "yaml-efter-streg", False),
    (r"found unexpected ':'", "yaml-mangler-mellemrum", False),
    (r"block sequence entries are not allowed|block collections are", "yaml-liste", False),
    (r"cannot start any token|mapping keys are not allowed", "yaml-starttegn", False),
    (r"undefined tag handle|did not find expected tag|tag", "yaml-tag-fejl", False),
    (r"alphabetic or numeric character", "yaml-starttegn", True),
]


def explain(error: yaml.YAMLError, place: PlaceAt) -> Problem:
    """The problem that `error` stands for; `place` makes a place of line and column from 0."""
    said = str(getattr(error, "problem", None) or error)
    known = ((code, start) for pattern, code, start in _FAULTS if re.search(pattern, said))
    code, at_beginning = next(known, ("yaml-fejl", False))
    mark = getattr(error, "problem_mark", None)
    if at_beginning:
        mark = getattr(error, "context_mark", None) or mark
    found = place(mark.line, mark.column) if mark else place(0, 0)
    before = found.excerpt[: found.column - 1].rstrip()
    if code == "yaml-klamme" and found.excerpt[found.column - 1 :].startswith(","):
        return problem("yaml-komma", found)
    if code == "yaml-klamme":
        return problem(code, _opening(found, place))
    if found.excerpt[found.column - 1 :].startswith("\t"):
        return problem("yaml-tabulator", found)
    if code == "yaml-indrykning" and before.endswith(("]", "}", '"', "'")):
        unclosed = _unclosed_quote(before[-1], found, place)
        return unclosed or problem("yaml-efter-afslutning", found)
    return slip(code, found, place) or problem(code, found)


def _opening(found: Place, place: PlaceAt) -> Place:
    """The bracket that was not closed; libyaml may only know what follows it."""
    if found.excerpt[found.column - 1 :].startswith(("[", "{")):
        return found
    for line in range(found.line - 1, -1, -1):
        here = place(line, 0).excerpt
        column = max(here.rfind("["), here.rfind("{"))
        if column >= 0:
            return place(line, column)
    return found


def _unclosed_quote(quote: str, found: Place, place: PlaceAt) -> Problem | None:
    """An earlier line whose quote was closed only by the one that begins the next text."""
    if quote not in "'\"" or found.excerpt.count(quote) % 2:
        return None
    for line in range(found.line - 2, -1, -1):
        earlier = place(line, 0).excerpt
        if earlier.count(quote) % 2:
            return problem("yaml-citat", place(line, earlier.index(quote)))
    return None
