"""What an editor did that broke the YAML, where the lines around the fault tell it for sure."""

import re
from collections.abc import Iterator
from typing import get_args

from generator.model.programme import Programme
from generator.problems.problem import Place, Problem, problem
from generator.reading.yaml_places import PlaceAt

_FIELD = re.compile(r"( *(?:- +)*)([\w-]+):(?: +(.*))?$")
"""How far in a field stands, its name, and its text."""
_CURLY = ("”", "“", "„", "»", "’", "‘")
_SHOWN = 50
_ITEMS = {
    name: set(inner[0].model_fields)
    for name, field in Programme.model_fields.items()
    if (inner := get_args(field.annotation)) and hasattr(inner[0], "model_fields")
}
"""The fields of the items of each list of a programme."""


def slip(code: str, found: Place, place: PlaceAt) -> Problem | None:
    """The slip behind what libyaml refused as `code`; None where it is not sure."""
    above = next(_upwards(found, place), None)
    before = _FIELD.match(above.excerpt) if above else None
    if code == "yaml-kolon":
        told = _colon_in_text(found)
        if not told and above and before:
            told = _no_heading(found, above, place) or _too_far_in(found, above, before, place)
        return told or (_no_colon(above) if above and not before else None)
    if code == "yaml-indrykning":
        told = item_without_space(found) or _outside_of_text(found, place)
        told = told or _no_heading(found, above, place)
        return told or (_too_far_out(found, before) if before else None)
    return _outside_of_text(found, place) if code == "yaml-mangler-kolon" else None


def item_without_space(found: Place) -> Problem | None:
    """An item whose dash has no space after it, or that begins with a bullet."""
    item = re.match(r" *(?:-(?=[^\W\d])|[•·▪●–] ?)(.*)", found.excerpt)
    return problem("punkt-tegn", found, text=item[1]) if item else None


def _upwards(found: Place, place: PlaceAt) -> Iterator[Place]:
    """The lines above that say something, the nearest first."""
    for line in range(found.line - 2, -1, -1):
        above = place(line, 0)
        if above.excerpt.strip() and not above.excerpt.lstrip().startswith("#"):
            yield above


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _colon_in_text(found: Place) -> Problem | None:
    field = _FIELD.match(found.excerpt)
    if not field or not field[3] or found.column - 1 < field.start(3):
        return None
    text = field[3].strip()
    if text.startswith(_CURLY):
        return problem("yaml-krøllede-citationstegn", found)
    shown = text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"
    quote = "'" if '"' in shown else '"'
    shown = shown.replace("'", "''") if quote == "'" else shown
    return problem("yaml-kolon-i-tekst", found, mend=f"{field[2]}: {quote}{shown}{quote}")


def _no_colon(above: Place) -> Problem | None:
    """The line above is an item or a field of the file, and has no colon after its name."""
    text = above.excerpt
    is_field = not _indent(text) or text.lstrip().startswith("- ")
    start = len(text) - len(text.lstrip(" -"))
    column = start + 1
    said = Place(above.file, above.line, column, 1, text)
    return problem("yaml-mangler-kolon", said) if is_field else None


def _too_far_in(
    found: Place, above: Place, before: re.Match[str], place: PlaceAt
) -> Problem | None:
    """Below a field that has its text already; or that field is too far out, between two others."""
    indent, wanted = _indent(found.excerpt), len(before[1])
    if not before[3] or before[2] in _ITEMS or indent <= wanted:
        return None
    others = (_FIELD.match(line.excerpt) for line in _upwards(above, place))
    other = next(others, None)
    if other and len(other[1]) == indent and not found.excerpt.lstrip().startswith("- "):
        said = Place(above.file, above.line, wanted + 1, len(before[2]), above.excerpt)
        return problem("yaml-for-langt-ude", said, spaces=indent - wanted, name=other[2])
    start = Place(found.file, found.line, 1, indent, found.excerpt)
    return problem("yaml-for-langt-inde", start, spaces=indent - wanted, name=before[2])


def _too_far_out(found: Place, before: re.Match[str]) -> Problem | None:
    """By one space; by more, it may as well belong to a group further out."""
    is_field = _FIELD.match(found.excerpt)
    if not is_field or is_field[1].strip() or len(before[1]) - _indent(found.excerpt) != 1:
        return None
    return problem("yaml-for-langt-ude", found, spaces=1, name=before[2])


def _no_heading(found: Place, above: Place | None, place: PlaceAt) -> Problem | None:
    """A list right under something that is none, and as far in as lists stand."""
    text = found.excerpt
    indent = _indent(text)
    if not text.lstrip().startswith("- ") or indent % 2:
        return None
    if above and indent - _indent(above.excerpt) > 2:
        return None
    start = Place(found.file, found.line, indent + 1, 1, text)
    return problem("yaml-uden-overskrift", start, field=_field_of(found, indent, place))


def _field_of(found: Place, indent: int, place: PlaceAt) -> str:
    """The list whose items have the fields of this one; empty if several have."""
    names: set[str] = set()
    line = found.line - 1
    while True:
        field = _FIELD.match(place(line, 0).excerpt)
        if field and len(field[1]) == indent + 2:
            names.add(field[2])
        line += 1
        following = place(line, 0)
        if following.line <= line or (
            following.excerpt.strip() and _indent(following.excerpt) <= indent
        ):
            break
    fitting = [name for name, fields in _ITEMS.items() if names and names <= fields]
    return f"»{fitting[0]}:«" if len(fitting) == 1 and indent <= 2 else ""


def _outside_of_text(found: Place, place: PlaceAt) -> Problem | None:
    """A line without a field below a text that was begun by | or >."""
    text = found.excerpt
    if re.search(r":(?: |$)", text) or text.lstrip().startswith("- "):
        return None
    for above in _upwards(found, place):
        field = _FIELD.match(above.excerpt)
        if field and re.fullmatch(r"[|>][+-]?\d?", (field[3] or "").strip()):
            start = Place(found.file, found.line, _indent(text) + 1, len(text.strip()), text)
            return problem("yaml-uden-for-teksten", start, name=field[2])
        if _indent(above.excerpt) <= _indent(text):
            return None
    return None
