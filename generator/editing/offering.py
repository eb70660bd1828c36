"""A new offering of a programme, or a word on one that takes nobody in any more."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.checks.gaps import PLACEHOLDER
from generator.editing.places import above_notes, dash_of, end_of_item
from generator.editing.programme_file import Edit, ProgrammeFile, edited
from generator.editing.refusal import EditError
from generator.editing.scalars import tidied, written
from generator.model.offering import Offering, OfferingStatus
from generator.model.programme import Programme
from generator.reading import nodes
from generator.reading.suggestions import nearest

OFFERINGS = "offerings"
_ASKED_FOR = ("deadline", "start", "places")
"""What employees ask of an offering; the check tells where it is missing."""
_NOTES = {
    "events": [
        "# events:",
        f"#   - name: {PLACEHOLDER}",
        f"#     date: {PLACEHOLDER}",
    ]
}
"""The fields that take more than a line to fill in."""
_UNFILLED = f"{PLACEHOLDER} med holdets navn"


def new_offering(register: Path, id: str, values: Mapping[str, str]) -> Edit:
    """Add an offering with `values` by field below the others of programme `id`.

    With no more than a name, it has the fields of the last one as notes to fill in: nothing is
    taken over, since nobody has said that it still holds. Raises EditError.
    """
    values = {name: tidied(text) for name, text in values.items()}
    return edited(lambda: _new_offering(ProgrammeFile.open(register, id), values))


def close_offering(register: Path, id: str, name: str | None, status: OfferingStatus) -> Edit:
    """Write `status` in the offering `name` of programme `id`, or in the only one that is open.

    Raises EditError.
    """
    return edited(lambda: _close_offering(ProgrammeFile.open(register, id), name, status))


def _new_offering(file: ProgrammeFile, values: Mapping[str, str]) -> Edit:
    given = {"name": _UNFILLED, **values}
    listed = file.document.node((OFFERINGS,))
    items = listed.items if isinstance(listed, nodes.Sequence) else []
    if not items:
        if listed is not None:
            raise file.by_hand()
        return _first_offering(file, given)
    number, block = _below(file, items, given)
    file.lines.insert(number, block)
    data = file.data
    data[OFFERINGS].append(given)
    is_apart = not block[0]
    return file.save(number + is_apart, len(block) - is_apart, data)


def _below(
    file: ProgrammeFile, items: list[nodes.Node], given: Mapping[str, str]
) -> tuple[int, list[str]]:
    """The line below the last offering, and what is to be written there."""
    last = items[-1]
    place = last.place
    dash = dash_of(file.lines, place.line, place.column)
    if dash is None or not isinstance(last, nodes.Mapping):
        raise file.by_hand()
    number = end_of_item(file.lines, place.line, dash) + 1
    block = _block(given, {*last.keys, *_ASKED_FOR}, dash - 1, place.column - 1)
    is_apart = len(items) > 1 and not file.lines[place.line - 1].strip()
    return number, ["", *block] if is_apart else block


def _first_offering(file: ProgrammeFile, given: Mapping[str, str]) -> Edit:
    """Where the field belongs in the order of the model, if the file keeps it; else at the end."""
    root = file.document.root
    keys = root.keys if isinstance(root, nodes.Mapping) else {}
    order = list(Programme.model_fields)
    after = [keys[name].line for name in order[order.index(OFFERINGS) + 1 :] if name in keys]
    before = [keys[name].line for name in order[: order.index(OFFERINGS)] if name in keys]
    is_in_order = bool(before and after) and max(before) < min(after)
    number = above_notes(file.lines, min(after)) if is_in_order else len(file.lines) + 1
    is_apart = not file.lines[number - 1].strip()
    block = [f"{OFFERINGS}:", *_block(given, _ASKED_FOR, 2, 4)]
    file.lines.insert(number, [*block, ""] if is_in_order and is_apart else block)
    return file.save(number, len(block), file.data | {OFFERINGS: [given]})


def _block(given: Mapping[str, str], shape: Iterable[str], dash: int, column: int) -> list[str]:
    """The lines of an offering, its fields in the order of the model."""
    lines = list(_fields(given, shape))
    first = " " * dash + "-" + " " * (column - dash - 1) + lines[0]
    return [first, *(" " * column + line for line in lines[1:])]


def _fields(given: Mapping[str, str], shape: Iterable[str]) -> Iterator[str]:
    """What is given; where that is only a name, notes for the fields of the shape."""
    for name in Offering.model_fields:
        if name in given:
            yield written(name, given[name])
        elif given.keys() == {"name"} and name in shape and name != "status":
            yield from _NOTES.get(name, [f"# {name}: {PLACEHOLDER}"])


def _close_offering(file: ProgrammeFile, name: str | None, status: OfferingStatus) -> Edit:
    data = file.data
    offerings = data.get(OFFERINGS) or []
    index = _index_of(offerings, name)
    offering = offerings[index]
    node = file.document.node((OFFERINGS, index))
    if offering.get("status") == status:
        raise EditError(f"»{offering['name']}« står allerede som {status.danish}.")
    if (
        not isinstance(node, nodes.Mapping)
        or dash_of(file.lines, node.place.line, node.place.column) is None
    ):
        raise file.by_hand()
    number = _put_status(file, node, status)
    offering["status"] = status.value
    return file.save(number, 1, data)


def _put_status(file: ProgrammeFile, node: nodes.Mapping, status: OfferingStatus) -> int:
    """Below its name, or in place of the one that it has; the line is returned."""
    if "status" in node.keys:
        place = node.values["status"].place
        line = file.lines[place.line]
        start = place.column - 1
        file.lines[place.line] = line[:start] + status + line[start + place.width :]
        return place.line
    name = node.values["name"]
    below = name.place.line + (len(name.lines) if isinstance(name, nodes.Scalar) else 1)
    file.lines.insert(below, [" " * (node.place.column - 1) + written("status", status)])
    return below


def _index_of(offerings: list[dict[str, Any]], name: str | None) -> int:
    """Which offering is meant. Raises EditError where none is, or more than one."""
    known = ", ".join(f"»{offering['name']}«" for offering in offerings)
    if not offerings:
        raise EditError("Programmet har ingen hold.")
    if name is None:
        found = [i for i, offering in enumerate(offerings) if "status" not in offering]
        if not found:
            raise EditError(f"Alle hold er lukket allerede: {known}.")
        if len(found) > 1:
            known = ", ".join(f"»{offerings[i]['name']}«" for i in found)
            raise EditError(f"Programmet har flere hold. Skriv, hvilket: {known}.")
        return found[0]
    wanted = tidied(name).casefold()
    found = [i for i, o in enumerate(offerings) if tidied(o["name"]).casefold() == wanted]
    if not found:
        meant = nearest(name, [offering["name"] for offering in offerings])
        hint = f"Mente du »{meant}«?" if meant else f"Programmet har: {known}."
        raise EditError(f"Der er intet hold, der hedder »{name}«. {hint}")
    if len(found) > 1:
        raise EditError(f"Flere hold hedder »{name}«. Ret filen i hånden.")
    return found[0]
