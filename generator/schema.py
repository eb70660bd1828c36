"""The JSON Schema of the two kinds of YAML file, for editors that complete and check."""

import json
from typing import Any

from pydantic import BaseModel

from generator.model.programme import Programme
from generator.model.register import Register

_MODELS: dict[str, type[BaseModel]] = {"programme": Programme, "register": Register}


def schema(kind: str) -> str:
    """The schema of a `programme` or the `register`, as JSON text."""
    # The language server of YAML reads draft 7 best.
    draft = {"$schema": "http://json-schema.org/draft-07/schema#"}
    model = _as_written(_MODELS[kind].model_json_schema())
    text = json.dumps(draft | model, indent=2, ensure_ascii=False)
    return text.replace("#/$defs/", "#/definitions/").replace('"$defs"', '"definitions"')


def _as_written(schema: Any) -> Any:
    """The same schema, in which a text may look like a number: the reading takes all as text."""
    if isinstance(schema, list):
        return [_as_written(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    written = {key: _as_written(value) for key, value in schema.items()}
    if written.get("type") == "string" and "enum" not in written:
        written["type"] = ["string", "number", "boolean"]
    return written
