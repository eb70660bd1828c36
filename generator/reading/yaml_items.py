"""Slips with lists: a dash that is lost or written otherwise, and a list without its field."""

import re
from collections.abc import Iterator
from typing import get_args

from generator.model.programme import Programme
from generator.problems.problem import Place, Problem, problem
from generator.reading.kinds import Kind, kinds
from generator.reading.yaml_lines import (
    FIELD,
    ITEM,
    begins_block,
    downwards,
    indent,
    upwards,
    words_of,
)
from generator.reading.yaml_places import PlaceAt

_ITEMS = {
    name: set(inner[0].model_fields)
    for name, field in Programme.model_fields.items()
    if (inner := get_args(field.annotation)) and hasattr(inner[0], "model_fields")
}
"""The fields of the items of each list of a programme."""

_OTHER_SIGN = re.compile(r" *(?:-(?=[^\W\d]|['\[{]|[>|][+-]?$)|\* |[•·▪●–] ?)(.*)")


def is_list_of_groups(name: str) -> bool:
    return name in _ITEMS


def item_with_other_sign(found: Place) -> Problem | None:
    """An item whose dash has no space after it, or that begins with a bullet."""
    item = _OTHER_SIGN.match(found.excerpt)
    return problem("punkt-tegn", found, text=item[1], spaces="") if item else None


def item_without_dash(found: Place, place: PlaceAt) -> Problem | None:
    """A line as far in as the dash of an item above it, which is a text."""
    own = indent(found.excerpt)
    above = next((line for line in upwards(found, place) if indent(line.excerpt) <= own), None)
    item = ITEM.match(above.excerpt) if above else None
    if not above or not item or indent(above.excerpt) < own or FIELD.match(above.excerpt):
        return None
    if begins_block(item[2]):
        return None
    text, spaces = found.excerpt.strip(), len(item[1]) - own
    return problem("punkt-tegn", words_of(found), text=text, spaces=spaces)


def first_item_without_dash(found: Place, place: PlaceAt) -> Problem | None:
    """The item is the second of a list whose first has no dash."""
    if not ITEM.match(found.excerpt):
        return None
    first: Place | None = None
    for above in upwards(found, place):
        field = FIELD.match(above.excerpt)
        if indent(above.excerpt) < indent(found.excerpt):
            is_list = field and not field[3] and Kind.LIST in kinds().get(field[2], set())
            is_field = first and FIELD.match(first.excerpt) and not ITEM.match(first.excerpt)
            if first and is_list and is_field:
                missing = problem("yaml-første-punkt", words_of(first), line=found.line)
                return item_with_other_sign(words_of(first)) or missing
            return None
        first = above
    return None


def no_heading(found: Place, above: Place | None, place: PlaceAt) -> Problem | None:
    """A list right under something that is none, and as far in as lists stand."""
    text = found.excerpt
    own = indent(text)
    if not text.lstrip().startswith("- ") or own % 2:
        return None
    if above and own - indent(above.excerpt) > 2:
        return None
    start = Place(found.file, found.line, own + 1, 1, text)
    return problem("yaml-uden-overskrift", start, field=_field_of(found, own, place))


def _field_of(found: Place, own: int, place: PlaceAt) -> str:
    """The list whose items have the fields of this one; empty if several have."""
    names = {
        field[2]
        for line in _lines_of_item(found, own, place)
        if (field := FIELD.match(line.excerpt)) and len(field[1]) == own + 2
    }
    fitting = [name for name, fields in _ITEMS.items() if names and names <= fields]
    return f"»{fitting[0]}:«" if len(fitting) == 1 and own <= 2 else ""


def _lines_of_item(found: Place, own: int, place: PlaceAt) -> Iterator[Place]:
    yield found
    for below in downwards(found, place):
        if indent(below.excerpt) <= own:
            return
        yield below
