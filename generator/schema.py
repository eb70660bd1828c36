"""The JSON Schema of the two kinds of YAML file, for editors that complete and check."""

import json
from typing import Any

from pydantic import BaseModel

from generator.model.programme import Programme
from generator.model.register import Register

_MODELS: dict[str, type[BaseModel]] = {"programme": Programme, "register": Register}
KINDS = tuple(_MODELS)


def schema(kind: str) -> str:
    """The schema of a `programme` or the `register`, as JSON text."""
    # The language server of YAML reads draft 7 best.
    draft = {"$schema": "http://json-schema.org/draft-07/schema#"}
    model = _as_written(_MODELS[kind].model_json_schema())
    text = json.dumps(draft | model, indent=2, ensure_ascii=False)
    return text.replace("#/$defs/", "#/definitions/").replace('"$defs"', '"definitions"')


def _as_written(schema: Any) -> Any:
    """The same schema as an editor's file meets it, in the words of draft 7.

    A text may look like a number, since the reading takes all as text; an absent field is left
    out, never empty; and what stands beside a reference counts.
    """
    if isinstance(schema, list):
        return [_as_written(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    written = {key: _as_written(value) for key, value in schema.items()}
    if written.get("type") == "string" and "enum" not in written:
        written["type"] = ["string", "number", "boolean"]
    if "default" in written and written["default"] is None:
        del written["default"]
    choices = [choice for choice in written.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        del written["anyOf"]
        written = choices[0] | written
    if "$ref" in written and len(written) > 1:
        written["allOf"] = [{"$ref": written.pop("$ref")}]
    return written
