"""The JSON Schema of the two kinds of YAML file, for editors that complete and check."""

import json

from pydantic import BaseModel

from generator.model.programme import Programme
from generator.model.register import Register

_MODELS: dict[str, type[BaseModel]] = {"programme": Programme, "register": Register}


def schema(kind: str) -> str:
    """The schema of a `programme` or the `register`, as JSON text."""
    model = _MODELS[kind].model_json_schema()
    # The language server of YAML reads draft 7 best; nothing newer is used.
    text = json.dumps(
        {"$schema": "http://json-schema.org/draft-07/schema#", **model},
        indent=2,
        ensure_ascii=False,
    )
    return text.replace("#/$defs/", "#/definitions/").replace('"$defs"', '"definitions"')
