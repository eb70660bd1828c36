"""The JSON Schema of the two kinds of YAML file, for editors that complete, explain and check.

It is made of the model and the register, so it says what the checker says, in the same words. The
checker knows more, never less: dates that do not exist, fields that are repeated, sources that the
file itself defines, and all that takes more than one value to see.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from generator.model.programme import Programme, Status
from generator.model.register import Register
from generator.problems.problem import Place, problem

_MODELS: dict[str, type[BaseModel]] = {"programme": Programme, "register": Register}
KINDS = tuple(_MODELS)

Names = Mapping[str, Mapping[str, str]]
"""What each id is called, by kind. A kind that is absent is not known, and any id will do."""


def schema(kind: str, register: Register | None = None) -> str:
    """The schema of a `programme` or the `register`, as JSON text.

    With a register, an id has to be one of those that it defines; their names explain them.
    """
    # The language server of YAML reads draft 7 best.
    draft = {"$schema": "http://json-schema.org/draft-07/schema#"}
    names = _names(register) if register else {}
    model = _MODELS[kind].model_json_schema()
    for group in (model, *model["$defs"].values()):
        group.pop("description", None)  # what the code says of itself
    written = draft | _as_written(_flat(model, model["$defs"]), names)
    text = json.dumps(written, indent=2, ensure_ascii=False) + "\n"
    return text.replace("#/$defs/", "#/definitions/").replace('"$defs"', '"definitions"')


def _names(register: Register) -> Names:
    profile = {f"profile.{id}": question.options for id, question in register.profile.items()}
    return profile | {
        "organisations": {id: found.name for id, found in register.organisations.items()},
        "audiences": register.audiences,
        "fields": register.fields,
        "element_kinds": register.element_kinds,
        "profile": {id: question.text for id, question in register.profile.items()},
    }


def _flat(schema: Any, definitions: Mapping[str, Any]) -> Any:
    """The same schema with what it says of a field in one place, where completion looks for it.

    An absent field is left out, never empty; and draft 7 ignores what stands beside a reference.
    """
    if isinstance(schema, list):
        return [_flat(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    flat = {key: _flat(value, definitions) for key, value in schema.items()}
    if "default" in flat and not flat["default"]:
        del flat["default"]
    choices = [choice for choice in flat.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        del flat["anyOf"]
        flat = choices[0] | flat
    if "$ref" in flat and len(flat) > 1:
        name = flat.pop("$ref").removeprefix("#/$defs/")
        group = _flat(definitions[name], definitions)
        flat = group | flat | {"x-owner": group["title"]}
    return flat


def _as_written(schema: Any, names: Names) -> Any:
    """The same schema as an editor's file meets it, with messages in Danish."""
    if isinstance(schema, list):
        return [_as_written(item, names) for item in schema]
    if not isinstance(schema, dict):
        return schema
    written = {key: _as_written(value, names) for key, value in schema.items()}
    match written.get("type"):
        case "string":
            written |= _text(written, names)
        case "array":
            written |= _list(written)
        case "object":
            written |= _group(written, names)
    # What begins so is a mark of the model, meant for this module.
    return {key: value for key, value in written.items() if not key.startswith("x-")}


def _text(written: dict[str, Any], names: Names) -> dict[str, Any]:
    """Text, which may look like a number or a truth value, since the reading takes all as text."""
    vocabulary = str(written.get("x-vocabulary"))
    if vocabulary in names:
        where = f"»{vocabulary}« i programmes.yaml"
        message = _help("ukendt-henvisning", where=where, known="")
        return _choice(names[vocabulary], message)
    known = written.get("enum") or [written[name] for name in ("const",) if name in written]
    if known:
        message = _help("ukendt-værdi", name="feltet", known=known)
        danish = {status.value: status.danish for status in Status}
        return _choice({word: danish.get(word, "") for word in known}, message)
    refused_as = written.get("x-refusal", "")
    # Offered like ids; as the schema's own examples they would stand under an English heading.
    snippets = [{"label": text, "body": text} for text in written.get("x-examples", ())]
    # What is written in a grammar is never a truth value, so none is offered.
    types = ["string", "number"] if snippets else ["string", "number", "boolean"]
    return {
        "type": types,
        "errorMessage": _help(refused_as) if refused_as else _told("ikke-en-tekst", mend=""),
    } | ({"defaultSnippets": snippets} if snippets else {})


def _choice(names: Mapping[str, str], message: str) -> dict[str, Any]:
    """One of some words, each with what it means."""
    named = [(form, name) for word, name in names.items() for form in _forms(word)]
    meanings = {"enumDescriptions": [name for _, name in named]} if any(names.values()) else {}
    return {
        "type": ["string", "number", "boolean"],
        "enum": [form for form, _ in named],
        **meanings,
        "errorMessage": message,
    }


def _forms(word: str) -> list[Any]:
    """The word, and what a reader of YAML takes it for when it looks like something else."""
    if word in ("true", "false"):
        return [word, word == "true"]
    if re.fullmatch("[0-9]+", word):
        return [word, int(word)]
    if re.fullmatch("0x[0-9a-f]+|0o[0-7]+", word):
        return [word, int(word, 0)]
    if re.fullmatch("[0-9]+e[0-9]+", word) and float(word) < float("inf"):
        return [word, float(word)]
    return [word]


def _list(written: dict[str, Any]) -> dict[str, Any]:
    """A list. The language server has words of its own for one that is too short, and no Danish."""
    at_least_one: dict[str, Any] = {"contains": {}} if written.pop("minItems", 0) == 1 else {}
    return at_least_one | {"errorMessage": _help("ikke-en-liste")}


def _group(written: dict[str, Any], names: Names) -> dict[str, Any]:
    """Fields: which there can be, and one by one those that have to be there."""
    if written.get("x-vocabulary") == "profile" and "profile" in names:
        return _profile(names)
    if "patternProperties" in written:
        written.pop("propertyNames", None)  # says the same once more
        written.pop("minProperties", None)  # as with lists
        return {"additionalProperties": False, "errorMessage": _help("ugyldigt-id")}
    if "properties" not in written:
        return {"errorMessage": _help("ikke-en-gruppe", known="")}
    owner = written.get("x-owner", written["title"])
    known = list(written["properties"])
    missing = [
        {"required": [name], "errorMessage": _told("mangler-felt", owner=owner, name=name)}
        for name in written.pop("required", ())
    ]
    message = _help("ukendt-felt", owner=owner, known=known)
    return {"errorMessage": message} | ({"allOf": missing} if missing else {})


def _profile(names: Names) -> dict[str, Any]:
    """The questions of the self-check, each with answers to choose from."""
    questions = {}
    for id, question in names["profile"].items():
        where = f"»profile.{id}« i programmes.yaml"
        answers = _choice(names[f"profile.{id}"], _help("ukendt-henvisning", where=where, known=""))
        field = {"description": question, "type": "array", "minItems": 1, "items": answers}
        questions[id] = field | _list(field)
    where = "»profile« i programmes.yaml"
    return {
        "properties": questions,
        "additionalProperties": False,
        "errorMessage": _help("ukendt-henvisning", where=where, known=""),
    }


def _told(code: str, **context: object) -> str:
    """What is wrong and how it is mended, as the checker words it."""
    found = problem(code, Place(""), **context)
    return f"{found.message}: {found.help}"


def _help(code: str, **context: object) -> str:
    """How it is mended; for where what is wrong can't be worded without the value."""
    names = ("name", "text", "meant", "outer", "homes", "mend", "how", "otherwise")
    nothing = dict.fromkeys(names, "")
    return problem(code, Place(""), **nothing | context).help
