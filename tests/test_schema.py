"""The JSON Schema: valid itself, and of one mind with the reading."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from generator.model.register import Register
from generator.problems.problem import errors
from generator.reading import parsing
from generator.reading.catalogue import read_catalogue, read_register
from generator.schema import schema
from generator.specimen import uncommented
from tests.conftest import EFFORT
from tests.support.cases import CASES, ROOT, files
from tests.support.catalogues import REGISTER, run, write, write_catalogue
from tests.support.mutations import REGISTER as CATALOGUE
from tests.support.mutations import TEXTS, mutated

KINDS = ("programme", "register")
SCHEMAS = {kind: json.loads(schema(kind)) for kind in KINDS}
DEFINED = read_register(ROOT / "programmes.yaml")
LEAST = files("problems/fine", "quotes.yaml")[0].read_bytes()


def faults(kind: str, text: str) -> list[str]:
    """What an editor's language server would underline; every value is text, as in the reading."""
    return faults_in(SCHEMAS[kind], yaml.load(text, yaml.CBaseLoader))


def faults_in(schema: dict[str, Any], data: Any) -> list[str]:
    return [error.message for error in Draft7Validator(schema).iter_errors(data)]


def typed(data: Any) -> Any:
    """The same data as a reader of YAML 1.2 types what is not in quotes."""
    if isinstance(data, dict):
        return {key: typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [typed(item) for item in data]
    loader = _Core("")
    tag = loader.resolve(yaml.ScalarNode, str(data), (True, False))  # type: ignore[no-untyped-call]
    return loader.construct_object(yaml.ScalarNode(tag, str(data)))


class _Core(yaml.SafeLoader):
    """Types what YAML 1.2 types."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # PyYAML's own way


for _tag, _form in {
    "null": "~|null|Null|NULL|",
    "bool": "true|True|TRUE|false|False|FALSE",
    "int": "[-+]?[0-9]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
}.items():
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_form})$"), None)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schema_is_one(kind: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[kind])
    assert SCHEMAS[kind]["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_command_writes_them(tmp_path: Path) -> None:
    """Beside the register, where they are ignored in any repository."""
    write_catalogue(tmp_path, program=LEAST)
    found = run("schema", cwd=tmp_path)
    assert (found.code, found.err) == (0, "")
    defined = read_register(tmp_path / "programmes.yaml")
    for kind in KINDS:
        written = (tmp_path / ".schemas" / f"{kind}.json").read_text("utf-8")
        assert written == schema(kind, defined)
    assert (tmp_path / ".schemas" / ".gitignore").read_text("utf-8") == "*\n"


def test_command_without_a_register(tmp_path: Path) -> None:
    write(tmp_path / "mkdocs.yml", b"plugins: [programmes]\n")
    found = run("schema", cwd=tmp_path)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("fejl: »programmes.yaml« findes ikke")


@pytest.mark.parametrize("command", [["check"], ["new", "programme", "ny-leder"]], ids=" ".join)
def test_commands_keep_them(tmp_path: Path, command: list[str]) -> None:
    """Who adds an organisation and looks whether all is well finds it offered."""
    write_catalogue(tmp_path, program=LEAST)
    assert run(*command, cwd=tmp_path).code == 0
    assert "Min Kommune" in (tmp_path / ".schemas" / "programme.json").read_text("utf-8")


def test_catalogue_that_cannot_be_written_in_is_checked(tmp_path: Path) -> None:
    write_catalogue(tmp_path, program=LEAST)
    write(tmp_path / ".schemas", b"a file in the way")
    assert run("check", cwd=tmp_path).code == 0
    assert run("schema", cwd=tmp_path).code == 2


def test_what_has_not_changed_is_left_alone(tmp_path: Path) -> None:
    """Else the site would be built again and again while it is served."""
    write_catalogue(tmp_path, program=LEAST)
    run("schema", cwd=tmp_path)
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / ".schemas").iterdir()}
    run("schema", cwd=tmp_path)
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / ".schemas").iterdir()} == before


@pytest.mark.parametrize(
    "file", [ROOT / "programmes.yaml", *sorted((ROOT / "content" / "programmes").glob("*.yaml"))]
)
def test_files_name_their_schema(file: Path) -> None:
    kind = "register" if file.name == "programmes.yaml" else "programme"
    named = re.match(r"# yaml-language-server: \$schema=(.+)\n", file.read_text("utf-8"))
    assert named
    assert (file.parent / named[1]).resolve() == ROOT / ".schemas" / f"{kind}.json"


def test_ids_are_those_of_the_catalogue() -> None:
    assert DEFINED
    programme = json.loads(schema("programme", DEFINED))
    organisation = programme["properties"]["organisation"]
    assert organisation["enum"] == list(DEFINED.organisations)
    assert organisation["enumDescriptions"] == [o.name for o in DEFINED.organisations.values()]
    profile = programme["definitions"]["Requirement"]["properties"]["profile"]["properties"]
    assert list(profile) == list(DEFINED.profile)
    for question, field in profile.items():
        assert field["items"]["enum"] == list(DEFINED.profile[question].options)


@pytest.mark.parametrize("id", ["2027", "012", "1e3", "0x1f", "0o17", "true", "3f", "no"])
def test_id_that_looks_like_something_else(tmp_path: Path, id: str) -> None:
    """A language server takes it for a number or a truth value, the reading for an id."""
    least = LEAST.decode() + f"fields: [{id}]\n"
    write_catalogue(tmp_path, program=least.encode())
    register = REGISTER.replace(b"fields:\n", f"fields:\n  {id}: Noget\n".encode())
    write(tmp_path / "programmes.yaml", register + b"programmes: [program.yaml]\n")
    assert run("check", cwd=tmp_path).code == 0
    field = json.loads((tmp_path / ".schemas" / "programme.json").read_text("utf-8"))
    data = yaml.load(least, yaml.CBaseLoader)
    numbers = {"2027": 2027, "012": 12, "1e3": 1000, "0x1f": 31, "0o17": 15, "true": True}
    for form in {id, numbers.get(id, id)}:
        assert faults_in(field, {**data, "fields": [form]}) == []


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


@settings(max_examples=600 * EFFORT)
@given(seed=st.integers(0, 2**32), times=st.integers(1, 3), in_register=st.booleans())
def test_what_is_underlined_is_an_error(
    tmp_path: Path, seed: int, times: int, in_register: bool
) -> None:
    """The checker reports whatever the schema refuses, so nothing is underlined for nothing.

    The other way round it knows more: dates that do not exist and periods that end before they
    begin, fields that are repeated, anchors and tags, references to sources of the same file, what
    Markdown may hold, and which files a register lists.
    """
    chance = random.Random(seed)
    programme, register = chance.choice(TEXTS), CATALOGUE + b"\nprogrammes: [program.yaml]\n"
    for _ in range(times):
        if in_register:
            register = mutated(register, chance)
        else:
            programme = mutated(programme, chance)
    write(tmp_path / "programmes.yaml", register)
    write(tmp_path / "program.yaml", programme)
    defined: Register | None = read_register(tmp_path / "programmes.yaml")
    kind = "register" if in_register else "programme"
    document = parsing.read("", register if in_register else programme)
    if document.root is None:
        return
    held_to = json.loads(schema(kind, defined))
    underlined = [*faults_in(held_to, document.data()), *faults_in(held_to, typed(document.data()))]
    if underlined:
        found = read_catalogue(tmp_path / "programmes.yaml").problems
        assert errors(found), underlined
