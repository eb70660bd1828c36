"""The JSON Schema: valid itself, and of one mind with the reading."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.schema import schema
from tests.support.cases import CASES, ROOT, files
from tests.support.catalogues import run
from tests.support.specimen import uncommented

SCHEMAS = {kind: json.loads(schema(kind)) for kind in ("programme", "register")}


def faults(kind: str, text: str) -> list[str]:
    """What an editor's language server would underline; every value is text, as in the reading."""
    data = yaml.load(text, yaml.CBaseLoader)
    return [error.message for error in Draft7Validator(SCHEMAS[kind]).iter_errors(data)]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schema_is_one(kind: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[kind])
    assert SCHEMAS[kind]["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_command_prints_it(kind: str) -> None:
    found = run("schema", kind, cwd=ROOT)
    assert (found.code, json.loads(found.out)) == (0, SCHEMAS[kind])


def objects(node: Any) -> Iterator[dict[str, Any]]:
    """Every object anywhere in a schema."""
    if isinstance(node, dict):
        yield node
    for item in node.values() if isinstance(node, dict) else node:
        if isinstance(item, (dict, list)):
            yield from objects(item)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_references_lead_somewhere(kind: str) -> None:
    found = [node for node in objects(SCHEMAS[kind]) if isinstance(node.get("$ref"), str)]
    assert found
    for node in found:
        assert node["$ref"].removeprefix("#/definitions/") in SCHEMAS[kind]["definitions"]
        assert len(node) == 1, "draft 7 ignores what stands beside a reference"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_nothing_may_be_empty(kind: str) -> None:
    """The reading refuses a field without a value, so the schema does."""
    assert not [node for node in objects(SCHEMAS[kind]) if node.get("type") == "null"]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_each_field_is_explained(kind: str) -> None:
    """Hovering over a field tells what it is for."""
    fields = {
        name: field
        for group in [SCHEMAS[kind], *SCHEMAS[kind]["definitions"].values()]
        for name, field in group.get("properties", {}).items()
    }
    assert fields
    assert [name for name, field in fields.items() if not field.get("description")] == []


@pytest.mark.parametrize(
    "file", sorted((ROOT / "content" / "programmes").glob("*.yaml")), ids=lambda file: file.stem
)
def test_programmes_are_valid(file: Path) -> None:
    assert faults("programme", file.read_text("utf-8")) == []


def test_register_is_valid() -> None:
    assert faults("register", (ROOT / "programmes.yaml").read_text("utf-8")) == []


def test_specimen_is_valid() -> None:
    assert faults("programme", uncommented()) == []


@pytest.mark.parametrize(
    "file", files("problems/fine", "*.yaml") + files("views", "*.yaml"), ids=lambda file: file.stem
)
def test_what_the_reading_takes_is_valid(file: Path) -> None:
    assert faults("programme", file.read_text("utf-8-sig")) == []


# Mistakes of shape, which a schema can see; those of wording are for the reading alone.
SHAPES = ["field-*", "shape-*", "status-*", "missing-*", "dash-missing", "empty-sources"]


@pytest.mark.parametrize(
    "file",
    [file for shape in SHAPES for file in files("problems/errors", f"{shape}.yaml")],
    ids=lambda file: file.stem,
)
def test_mistakes_of_shape_are_underlined(file: Path) -> None:
    text = file.read_text("utf-8")
    try:
        assert faults("programme", text)
    except yaml.YAMLError:
        assert "[yaml-" in (CASES / file.with_suffix(".out")).read_text("utf-8")
