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
from generator.reading.mends import as_group, in_brackets, without_brackets
from generator.reading.nodes import Document, Mapping, Path, Scalar, Sequence
from generator.reading.suggestions import nearest
from generator.reading.yaml_slips import item_without_space

Model = TypeVar("Model", bound=BaseModel)

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
        if (found.place.line, found.place.column) not in known:
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
            mend = without_brackets(path, node)
            return problem("ikke-en-tekst", document.place(path), mend=mend)
        case "ugyldig-dato":
            ways = "løbende; ved du den ikke, så udelad den"
            context["otherwise"] = ways if name == "deadline" else ""
        case "ugyldig-mængde":
            number = str(context["text"])
            is_time = number.isdecimal() and name == "time"
            context["meant"] = f"{number} dage eller {number} timer" if is_time else ""
        case "ukendt-henvisning":
            return _unknown_reference(document, path, context)
    if path[-1:] == (_KEY,):
        place = document.place(path[:-1], of_key=True)
    else:
        place = document.place_of(path, str(context.get("text", "")))
    return problem(type_, place, **context)


def _not_a_list(document: Document, path: Path, text: str, *, of_groups: bool) -> Problem:
    node = document.node(path)
    first = node.place if node else document.place(path)
    if without_dash := item_without_space(first):
        return without_dash
    name = field_name(path)
    mend = "" if of_groups else in_brackets(path, text)
    return problem("ikke-en-liste", document.place(path), name=name, mend=mend)


def _unknown_field(document: Document, model: Group, path: Path) -> Problem:
    outer = enclosing_group_with(model, path)
    homes = groups_with(model, str(path[-1]))
    return problem(
        "ukendt-felt",
        document.place(path, of_key=True),
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


def _unknown_reference(document: Document, path: Path, context: dict[str, Any]) -> Problem:
    kind, text = str(context["kind"]), str(context["text"])
    vocabulary, _, question = kind.partition(".")
    return problem(
        "ukendt-henvisning",
        _place_of_reference(document, path, question, text),
        where="»sources« i filen" if kind == "sources" else f"»{vocabulary}« i programmes.yaml",
        meant=nearest(text, context["known"]),
        how="skriv et af disse",
        **context,
    )


def _place_of_reference(document: Document, path: Path, question: str, text: str) -> Any:
    """Where the unknown id stands; a profile's answers are refused as a group."""
    node = document.node(path)
    if not isinstance(node, Mapping):
        return document.place_of(path, text)
    if not question:
        return document.place((*path, text), of_key=True)
    answers = node.values.get(question)
    items = answers.items if isinstance(answers, Sequence) else []
    texts = [item.text if isinstance(item, Scalar) else "" for item in items]
    return document.place((*path, question, texts.index(text)))
