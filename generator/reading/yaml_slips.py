"""What an editor did that broke the YAML, where the lines around the fault tell it for sure."""

import re

from generator.problems.problem import Place, Problem, problem
from generator.reading.yaml_items import (
    first_item_without_dash,
    is_list_of_groups,
    item_with_other_sign,
    item_without_dash,
    no_heading,
)
from generator.reading.yaml_lines import FIELD, indent, shortened, upwards
from generator.reading.yaml_names import name_in_brackets, name_without_colon, without_colon
from generator.reading.yaml_places import PlaceAt
from generator.reading.yaml_texts import colon_in_later_line, colon_in_text, outside_of_text

_NOTE = re.compile(r" *(?:(?://|/\*|<!--) *(.*?) *(?:-->|\*/)?|(-{2,}|={2,}|\*{3,})) *$")
"""A note as other languages have it, or a line drawn across the page."""


def slip(code: str, found: Place, place: PlaceAt) -> Problem | None:
    """The slip behind what libyaml refused as `code`; None where it is not sure."""
    match code:
        case "yaml-kolon":
            return _colon(found, place)
        case "yaml-mangler-kolon":
            return _no_colon(found, place)
        case "yaml-mangler-mellemrum":
            return name_in_brackets(found)
        case "yaml-indrykning":
            return _indentation(found, place)
        case "yaml-starttegn":
            return _unknown_value(found) or item_with_other_sign(found)
    return None


def note_without_sign(found: Place) -> Problem | None:
    """A note that begins with another sign than #."""
    note = _NOTE.match(found.excerpt)
    said = note and (note[1] or note[2])
    return problem("yaml-bemærkning", found, mend=f"# {shortened(said)}") if said else None


def _colon(found: Place, place: PlaceAt) -> Problem | None:
    told = _brace_without_colon(found) or colon_in_text(found, place)
    above = next(upwards(found, place), None)
    if told or not above:
        return told
    before = FIELD.match(above.excerpt)
    told = no_heading(found, above, place) if before else None
    told = told or colon_in_later_line(found, place)
    if told:
        return told
    return _too_far_in(found, above, before, place) if before else _no_colon_above(above)


def _brace_without_colon(found: Place) -> Problem | None:
    """A group in braces right after its name; the colon that was found is one of the group's."""
    start = re.match(r"( *(?:- +)*)[\w-]+ *\{", found.excerpt)
    if not start:
        return None
    return name_without_colon(Place(found.file, found.line, len(start[1]) + 1, 1, found.excerpt))


def _no_colon(found: Place, place: PlaceAt) -> Problem:
    return (
        item_with_other_sign(found)
        or note_without_sign(found)
        or name_without_colon(found)
        or item_without_dash(found, place)
        or outside_of_text(found, place)
        or without_colon(found)
    )


def _no_colon_above(above: Place) -> Problem | None:
    """The line above is an item or a field of the file, and has no colon after its name."""
    text = above.excerpt
    is_field = not indent(text) or text.lstrip().startswith("- ")
    start = Place(above.file, above.line, len(text) - len(text.lstrip(" -")) + 1, 1, text)
    return (name_without_colon(start) or without_colon(start)) if is_field else None


def _indentation(found: Place, place: PlaceAt) -> Problem | None:
    above = next(upwards(found, place), None)
    before = FIELD.match(above.excerpt) if above else None
    return (
        item_with_other_sign(found)
        or outside_of_text(found, place)
        or first_item_without_dash(found, place)
        or no_heading(found, above, place)
        or (_too_far_out(found, before) if before else None)
    )


def _unknown_value(found: Place) -> Problem | None:
    """A question mark in place of a value."""
    field = FIELD.match(found.excerpt)
    is_unknown = field and (field[3] or "").strip() == "?"
    return problem("tomt-felt", found, name=field[2]) if field and is_unknown else None


def _too_far_in(
    found: Place, above: Place, before: re.Match[str], place: PlaceAt
) -> Problem | None:
    """Below a field that has its text already; or that field is too far out, between two others."""
    own, wanted = indent(found.excerpt), len(before[1])
    if not before[3] or is_list_of_groups(before[2]) or own <= wanted:
        return None
    others = (FIELD.match(line.excerpt) for line in upwards(above, place))
    other = next(others, None)
    if other and len(other[1]) == own and not found.excerpt.lstrip().startswith("- "):
        said = Place(above.file, above.line, wanted + 1, len(before[2]), above.excerpt)
        return problem("yaml-for-langt-ude", said, spaces=own - wanted, name=other[2])
    start = Place(found.file, found.line, 1, own, found.excerpt)
    return problem("yaml-for-langt-inde", start, spaces=own - wanted, name=before[2])


def _too_far_out(found: Place, before: re.Match[str]) -> Problem | None:
    """By one space; by more, it may as well belong to a group further out."""
    is_field = FIELD.match(found.excerpt)
    if not is_field or is_field[1].strip() or len(before[1]) - indent(found.excerpt) != 1:
        return None
    return problem("yaml-for-langt-ude", found, spaces=1, name=before[2])
