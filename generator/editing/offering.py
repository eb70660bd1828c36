"""A new offering of a programme, or a word on one that takes nobody in any more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.editing.places import above_notes, dash_of, end_of_item, field_at
from generator.editing.programme_file import Edit, ProgrammeFile, edited
from generator.editing.refusal import EditError, Given, InvalidFileError
from generator.editing.scalars import tidied, written
from generator.model.offering import Offering, OfferingStatus
from generator.model.programme import Programme
from generator.reading import nodes
from generator.reading.placeholders import PLACEHOLDER
from generator.specimen import note_of

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
    if "name" in values:
        _refuse_taken(file, items, values["name"])
    number, block = _below(file, items, given)
    file.lines.insert(number, block)
    is_apart = not block[0]
    offerings = [*file.data[OFFERINGS], given]
    return _save(file, number + is_apart, len(block) - is_apart, offerings)


def _refuse_taken(file: ProgrammeFile, items: list[nodes.Node], name: str) -> None:
    """Raises EditError for the name of another offering: by its name one is told from another."""
    for offering, item in zip(file.data[OFFERINGS], items, strict=True):
        if _is_called(offering, name):
            raise EditError(
                f"Holdet »{offering['name']}« findes allerede i {file.file} på linje "
                f"{item.place.line}. Skriv et andet navn, eller ret holdet i filen."
            )


def _is_called(offering: Mapping[str, Any], name: str) -> bool:
    return tidied(offering["name"]).casefold() == tidied(name).casefold()


def _save(file: ProgrammeFile, first: int, count: int, offerings: list[Any]) -> Edit:
    """Write the file. An error in a new line is told of the option that gave what is there."""
    try:
        return file.save(first, count, file.data | {OFFERINGS: offerings})
    except InvalidFileError as invalid:
        new = range(first, first + count)
        told = [
            replace(problem, place=Given(file.file, field=field_at(file.lines, problem.place.line)))
            if problem.place.line in new else problem
            for problem in invalid.problems
        ]  # fmt: skip
        raise InvalidFileError(str(invalid), told) from invalid


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
    block = _block(given, {*last.names, *_ASKED_FOR}, dash - 1, place.column - 1)
    is_apart = len(items) > 1 and not file.lines[place.line - 1].strip()
    return number, ["", *block] if is_apart else block


def _first_offering(file: ProgrammeFile, given: Mapping[str, str]) -> Edit:
    """In place of the note that keeps room for the field, if the file has it from the specimen.

    Else where it belongs in the order of the model, if the file keeps it; else at the end.
    """
    block = _block(given, _ASKED_FOR, 2, 4)
    if number := note_of(file.lines, OFFERINGS):
        file.lines[number] = file.lines[number].removeprefix("# ")
        file.lines.insert(number + 1, block)
        return _save(file, number + 1, len(block), [given])
    root = file.document.root
    keys = root.keys if isinstance(root, nodes.Mapping) else {}
    order = list(Programme.model_fields)
    after = [keys[name].line for name in order[order.index(OFFERINGS) + 1 :] if name in keys]
    before = [keys[name].line for name in order[: order.index(OFFERINGS)] if name in keys]
    is_in_order = bool(before and after) and max(before) < min(after)
    number = above_notes(file.lines, min(after)) if is_in_order else len(file.lines) + 1
    is_apart = not file.lines[number - 1].strip()
    below = [""] if is_in_order and is_apart else []
    file.lines.insert(number, [f"{OFFERINGS}:", *block, *below])
    return _save(file, number + 1, len(block), [given])


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
    index = _index_of(file, offerings, name)
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
    if "status" in node.names:
        place = node.values["status"].place
        line = file.lines[place.line]
        start = place.column - 1
        file.lines[place.line] = line[:start] + status + line[start + place.width :]
        return place.line
    name = node.values["name"]
    below = name.place.line + (len(name.lines) if isinstance(name, nodes.Scalar) else 1)
    file.lines.insert(below, [" " * (node.place.column - 1) + written("status", status)])
    return below


def _index_of(file: ProgrammeFile, offerings: list[dict[str, Any]], name: str | None) -> int:
    """Which offering is meant. Raises EditError where none is, or more than one."""
    known = ", ".join(f"»{offering['name']}«" for offering in offerings)
    if not offerings:
        add = f"Føj et til med: python -m generator new offering {file.id}"
        raise EditError(f"Programmet har ingen hold. {add}")
    if name is None:
        found = [i for i, offering in enumerate(offerings) if "status" not in offering]
        if not found:
            raise EditError(f"Alle hold er lukket allerede: {known}.")
        if len(found) > 1:
            known = ", ".join(f"»{offerings[i]['name']}«" for i in found)
            raise EditError(f"Programmet har flere hold. Skriv, hvilket: {known}.")
        return found[0]
    found = [i for i, offering in enumerate(offerings) if _is_called(offering, name)]
    if not found:
        # The nearest name is that of another year; closing the wrong one would be worse than none.
        raise EditError(f"Der er intet hold, der hedder »{name}«. Programmet har: {known}.")
    if len(found) > 1:
        raise EditError(
            f"Flere hold hedder »{name}«. Giv dem hver sit navn i {file.file}, og prøv igen."
        )
    return found[0]
