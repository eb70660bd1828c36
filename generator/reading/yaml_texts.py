"""Slips with texts: a colon that is part of one, and lines that do not belong to it as written."""

import re

from generator.problems.problem import Place, Problem, problem
from generator.reading.kinds import Kind, kinds
from generator.reading.mends import as_group_of
from generator.reading.yaml_lines import (
    FIELD,
    ITEM,
    begins_block,
    downwards,
    indent,
    shortened,
    upwards,
    words_of,
)
from generator.reading.yaml_places import PlaceAt

_CURLY = ("”", "“", "„", "»", "’", "‘")


def colon_in_text(found: Place, place: PlaceAt) -> Problem | None:
    """A colon on the line on which the text of a field begins."""
    field = FIELD.match(found.excerpt)
    if not field or not field[3] or found.column - 1 < field.start(3):
        return None
    name, text = field[2], field[3].strip()
    inner = FIELD.match(text)
    known = kinds().get(name, set())
    if inner and (known == {Kind.GROUP} or (Kind.GROUP in known and inner[2] in kinds())):
        mend = as_group_of(name, inner[2], inner[3] or "")
        return problem("ikke-en-gruppe", found, name=name, known="", mend=mend)
    below = next(downwards(found, place), None)
    if text.endswith(":") and Kind.PROSE in known and below and ITEM.match(below.excerpt):
        return problem("tekst-med-liste", found, name=name)
    return _to_be_quoted(found, f"{name}: ", text)


def colon_in_later_line(found: Place, place: PlaceAt) -> Problem | None:
    """A colon on a later line of a text, after what is the name of no field."""
    name = found.excerpt[: found.column - 1].strip(" -")
    lines = [found]
    for above in () if name in kinds() else upwards(found, place):
        field, item = FIELD.match(above.excerpt), ITEM.match(above.excerpt)
        if field or item:
            own = len(field[1]) if field else indent(above.excerpt)
            begun = _begun_text(field, item)
            if not begun or any(indent(line.excerpt) <= own for line in lines):
                return None
            for below in downwards(found, place):
                if indent(below.excerpt) <= own:
                    break
                lines.append(below)
            label, text = begun
            rest = [line.excerpt.strip() for line in lines]
            return _to_be_quoted(found, label, " ".join([text, *rest]))
        lines.insert(0, above)
    return None


def _begun_text(field: re.Match[str] | None, item: re.Match[str] | None) -> tuple[str, str] | None:
    """What stands before a text and its first line; None where it may be no text."""
    if field:
        return (f"{field[2]}: ", field[3].strip()) if field[3] and field[2] in kinds() else None
    if not item or item[2].split(" ")[0] in kinds():
        return None
    return "- ", item[2].strip()


def _to_be_quoted(found: Place, label: str, text: str) -> Problem:
    if text.startswith(_CURLY):
        return problem("yaml-krøllede-citationstegn", found)
    shown = shortened(text)
    quote = "'" if '"' in shown else '"'
    shown = shown.replace("'", "''") if quote == "'" else shown
    return problem("yaml-kolon-i-tekst", found, mend=f"{label}{quote}{shown}{quote}")


def outside_of_text(found: Place, place: PlaceAt) -> Problem | None:
    """A line that is no field below the text of one, and not as far in as the text."""
    own = indent(found.excerpt)
    if FIELD.match(found.excerpt) or found.excerpt.lstrip().startswith(":"):
        return None
    within: list[Place] = []
    for above in upwards(found, place):
        field, item = FIELD.match(above.excerpt), ITEM.match(above.excerpt)
        if field and begins_block(field[3]):
            return _outside_of_block(found, field[2], len(field[1]), within)
        if item and begins_block(item[2]) and not ITEM.match(found.excerpt):
            return _outside_of_block(found, _list_of(above, place), indent(above.excerpt), within)
        if field and field[3] and field[2] in kinds():
            spaces = len(field[1]) + 2 - own
            is_list = ITEM.match(found.excerpt)
            return None if is_list or spaces < 2 else _outside(found, field[2], spaces)
        if indent(above.excerpt) <= own:
            return None
        within.append(above)
    return None


def _list_of(item: Place, place: PlaceAt) -> str:
    """The field whose list an item is in."""
    fields = (FIELD.match(line.excerpt) for line in upwards(item, place))
    return next((field[2] for field in fields if field and not field[3]), "")


def _outside_of_block(found: Place, name: str, outer: int, within: list[Place]) -> Problem:
    """Unless only the first line of the text is elsewhere, further in than the rest."""
    own = indent(found.excerpt)
    inside = indent(within[-1].excerpt) if within else outer + 2
    if len(within) == 1 and inside > outer + 2 <= own:
        first = Place(found.file, within[0].line, 1, inside, within[0].excerpt)
        return problem("yaml-for-langt-inde", first, spaces=inside - own, name="")
    return _outside(found, name, inside - own)


def _outside(found: Place, name: str, spaces: int) -> Problem:
    return problem("yaml-uden-for-teksten", words_of(found), name=name, spaces=spaces)
