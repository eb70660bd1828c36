"""A document held against a model: the model's value, or the problems that stand in its way."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model.offering import OfferingStatus
from generator.model.programme import Status
from generator.model.references import Vocabulary
from generator.model.written import SEVERAL
from generator.problems.problem import Problem, problem
from generator.reading.effects import Effects, effects
from generator.reading.fields import (
    Group,
    enclosing_group_with,
    field_name,
    groups_with,
    meant_field,
    names_at,
    title_at,
)
from generator.reading.kinds import Kind, kind_at
from generator.reading.mends import as_group, in_brackets, without_brackets
from generator.reading.nodes import Document, Node, Path, Scalar, Sequence
from generator.reading.suggestions import nearest
from generator.reading.unknown_references import unknown_reference
from generator.reading.yaml_items import item_with_other_sign
from generator.reading.yaml_slips import note_without_sign

Model = TypeVar("Model", bound=BaseModel)

_NO_DATES = {
    "deadline": ("løbende", "løbende; ved du den ikke, så udelad den"),
    "by": ("frist", "frist, når det er holdets egen"),
}
"""The word that can stand in place of a date, by field, and when it is to be used."""

_KEY = "[key]"
"""What pydantic ends a path with when it speaks of the key of a mapping."""


def validate(document: Document, model: type[Model], vocabulary: Vocabulary) -> Model | None:
    """The value of the whole document; None when it has problems, which are then added to it."""
    if document.root is None:
        return None
    value = None
    details: list[ErrorDetails] = []
    try:
        value = model.model_validate(document.data(), context=vocabulary)
    except ValidationError as invalid:
        details = invalid.errors(include_url=False)
    document.problems += list(_problems(document, model, details))
    return None if document.problems else value


def _problems(document: Document, model: Group, details: list[ErrorDetails]) -> Iterator[Problem]:
    misspelt = {
        (*error["loc"][:-1], meant_field(model, error["loc"]))
        for error in details
        if error["type"] == "extra_forbidden"
    }
    known = {(problem.place.line, problem.place.column) for problem in document.problems}
    told = effects(document, model, details)
    for name, place, first in told.repeated:
        yield problem("gentaget-felt", place, name=name, line=first.line)
    for name, place, first in told.undashed:
        yield problem("punkt-uden-streg", place, name=name, line=first.line)
    yield from (split.problem for split in told.split)
    for error in _one_by_one(details):
        if told.has(error):
            continue
        # A field that is there under a wrong name is not missing as well.
        if error["type"] == "missing" and error["loc"] in misspelt:
            continue
        # Nor is a list too short whose items are only wrong.
        if error["type"] == "too_short" and _is_long_enough(document, error):
            continue
        found = _problem(document, model, error, told)
        # What could not be read as YAML is not wrong once more as a value.
        node = document.node(error["loc"]) if error["type"] != "extra_forbidden" else None
        places = [found.place, node.place] if isinstance(node, Scalar) else [found.place]
        if known.isdisjoint((place.line, place.column) for place in places):
            yield found


def _one_by_one(details: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    for error in details:
        if error["type"] != SEVERAL:
            yield error
        for refusal in error.get("ctx", {}).get("refusals", ()):
            yield {**error, "type": refusal.type, "ctx": refusal.context}


def _is_long_enough(document: Document, error: ErrorDetails) -> bool:
    node = document.node(error["loc"])
    return isinstance(node, Sequence) and len(node.items) >= error["ctx"]["min_length"]


def _problem(document: Document, model: Group, error: ErrorDetails, told: Effects) -> Problem:
    path, context = error["loc"], dict(error.get("ctx", {}))
    if path in told.unindented:
        place = document.place(path, of_key=True)
        return problem("ikke-rykket-ind", place, name=field_name(path))
    if path in told.strays:
        return _stray_fields(document, model, path, told)
    match error["type"]:
        case "missing":
            owner = title_at(model, path[:-1])
            place = document.place(path[:-1])
            return problem("mangler-felt", place, name=path[-1], owner=owner)
        case "extra_forbidden":
            return _unknown_field(document, model, path)
        case "too_short":
            place = document.place(path, of_key=True)
            least = context["min_length"]
            return problem("for-få", place, name=field_name(path), least=least)
    node = document.node(path)
    if isinstance(node, Scalar) and not node.text.strip():
        place = document.place(path, of_key=True)
        return problem("tomt-felt", place, name=field_name(path))
    return _wrong_value(document, model, error["type"], path, context)


def _wrong_value(
    document: Document, model: Group, type_: str, path: Path, context: dict[str, Any]
) -> Problem:
    name = field_name(path)
    node = document.node(path)
    text = node.text if isinstance(node, Scalar) and len(node.lines) == 1 else ""
    match type_:
        case "model_type" | "dict_type":
            known = names_at(model, path)
            mend = as_group(path, text) if "name" in known else ""
            place = document.place(path)
            return problem("ikke-en-gruppe", place, name=name, known=known, mend=mend)
        case "tuple_type":
            return _not_a_list(document, path, text, of_groups=bool(names_at(model, (*path, 0))))
        case "enum" | "literal_error" if isinstance(document.node(path), Scalar):
            return _unknown_choice(document, path, str(context["expected"]))
        case "string_type" | "enum" | "literal_error":
            return _not_a_text(document, model, path, node)
        case "ugyldig-dato":
            word, context["otherwise"] = _NO_DATES.get(name, ("", ""))
            context["meant"] = context["meant"] or nearest(str(context["text"]), [word])
        case "ugyldig-mængde":
            number = str(context["text"])
            is_time = number.isdecimal() and name == "time"
            meant = [f"{number} dage", f"{number} timer"] if is_time else [context["meant"]]
            context["meant"] = " eller ".join(f"»{amount}«" for amount in meant if amount)
        case "ukendt-henvisning":
            return unknown_reference(document, path, context)
    if path[-1:] == (_KEY,):
        place = document.place(path[:-1], of_key=True)
    else:
        place = document.place_of(path, str(context.get("text", "")))
    return problem(type_, place, **context)


def _not_a_list(document: Document, path: Path, text: str, *, of_groups: bool) -> Problem:
    node = document.node(path)
    first = node.place if node else document.place(path)
    if without_dash := item_with_other_sign(first):
        return without_dash
    name = field_name(path)
    mend = "" if of_groups else in_brackets(path, text)
    return problem("ikke-en-liste", document.place(path), name=name, mend=mend)


def _not_a_text(document: Document, model: Group, path: Path, node: Node | None) -> Problem:
    place, name = document.place(path), field_name(path)
    is_list = isinstance(node, Sequence) and node.begins_with_dash
    if is_list and kind_at(model, path) is Kind.PROSE:
        return problem("tekst-med-liste", place, name=name)
    return problem("ikke-en-tekst", place, mend=without_brackets(path, node))


def _unknown_field(document: Document, model: Group, path: Path) -> Problem:
    place = document.place(path, of_key=True)
    if note := note_without_sign(place):
        return note
    outer = enclosing_group_with(model, path)
    homes = groups_with(model, str(path[-1]))
    return problem(
        "ukendt-felt",
        place,
        meant="" if homes else meant_field(model, path),
        outer=outer,
        homes="" if outer else " eller ".join(homes),
        owner=title_at(model, path[:-1]),
        known=names_at(model, path[:-1]),
    )


def _stray_fields(document: Document, model: Group, path: Path, told: Effects) -> Problem:
    names, homes = told.strays[path]
    outer = enclosing_group_with(model, path)
    return problem(
        "forkerte-felter",
        document.place(path, of_key=True),
        names=[f"»{name}«" for name in names],
        homes=" eller ".join(homes),
        outer=outer if outer in homes else "",
        owner=title_at(model, path[:-1]),
        known=names_at(model, path[:-1]),
    )


def _unknown_choice(document: Document, path: Path, expected: str) -> Problem:
    known = re.findall("'([^']+)'", expected)
    words = {word: word for word in known}
    if field_name(path) == "status":
        statuses = (*Status, *OfferingStatus)
        danish = {status.value: status.danish for status in statuses if status.value in known}
        for value, word in danish.items():
            # Whoever writes only `lukket` means »lukket for ansøgning«.
            words |= {word: value, word.partition(" for ")[0]: value}
        known = [f"{value} ({danish[value]})" for value in known]
    node = document.node(path)
    text = node.text if isinstance(node, Scalar) else ""
    return problem(
        "ukendt-værdi",
        document.place(path),
        name=field_name(path),
        text=text,
        meant=words.get(nearest(text, words), ""),
        known=known,
        otherwise="ellers slet linjen" if len(known) == 1 else "",
    )
