"""The catalogue as data: what the pages tell, by a schema that holds for every catalogue."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from generator.exports.data import data_files
from generator.exports.site import Site
from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.model.register import Register
from generator.showing.addresses import data_of_pages
from generator.showing.pages import pages
from generator.specimen import uncommented
from tests.conftest import Golden
from tests.support.cases import GOLDEN, files
from tests.support.catalogues import filled, write_catalogue
from tests.support.publishing import BUILT, CATALOGUE, NOWHERE, read, site

CATALOGUE_FILE = "data/v1/catalogue.json"
SCHEMA_FILE = "data/v1/schema.json"


def data(catalogue: Catalogue, where: Site) -> dict[str, Any]:
    """The published files as they are read by another program."""
    return {address: json.loads("".join(text)) for address, text in data_files(catalogue, where)}


FILES = data(CATALOGUE, site(CATALOGUE))
SCHEMA = FILES[SCHEMA_FILE]
EVERY_FIELD = yaml.load(filled(uncommented()), yaml.CBaseLoader)


def validator(kind: str, schema: Any = SCHEMA) -> Draft202012Validator:
    """Of one of the schema's kinds; a date is held to be one as well."""
    return Draft202012Validator(
        {**schema, "anyOf": [{"$ref": f"#/$defs/{kind}"}]},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def faults(files: dict[str, Any]) -> list[str]:
    """What the published schema has against the files that are published with it."""
    found = []
    for address, content in files.items():
        if address != SCHEMA_FILE:
            kind = "Catalogue" if address == CATALOGUE_FILE else "Programme"
            errors = validator(kind, files[SCHEMA_FILE]).iter_errors(content)
            found += [f"{address}: {error.json_path}: {error.message}" for error in errors]
    return found


def nodes(node: Any) -> Iterator[Any]:
    """Every object and list within data, itself included."""
    if isinstance(node, (dict, list)):
        yield node
        for item in node.values() if isinstance(node, dict) else node:
            yield from nodes(item)


def test_schema_is_one(golden: Golden) -> None:
    """What is told within a version may grow; the golden shows when it would do more than that."""
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    [schema] = [told for at, told in data_files(CATALOGUE, NOWHERE) if at == SCHEMA_FILE]
    golden(GOLDEN / "data" / "schema.json", "".join(schema))


def test_schema_describes_every_field() -> None:
    for name, kind in SCHEMA["$defs"].items():
        for key, field in kind.get("properties", {}).items():
            assert field.get("description"), f"{name}.{key}"


@pytest.mark.parametrize("id", CATALOGUE.programmes)
def test_programme(id: str, golden: Golden) -> None:
    address = f"data/v1/programmes/{id}.json"
    golden(
        GOLDEN / "data" / f"{id}.json",
        "".join(dict(data_files(CATALOGUE, site(CATALOGUE)))[address]),
    )


def test_whole_catalogue_is_its_words_and_its_programmes() -> None:
    whole = FILES[CATALOGUE_FILE]
    assert whole["programmes"] == [
        FILES[f"data/v1/programmes/{id}.json"] for id in CATALOGUE.programmes
    ]
    assert {*whole} - {"programmes"} <= {*Register.model_fields}
    assert whole["audiences"] == CATALOGUE.register.audiences
    assert (whole["language"], whole["working_day"]["minimum"]) == ("da", 7.4)


def test_files_of_the_catalogue_hold_by_the_schema() -> None:
    assert not faults(FILES)


@pytest.mark.parametrize("case", files("views", "*.yaml"), ids=lambda file: file.stem)
def test_small_programmes_hold_by_the_schema(case: Path, tmp_path: Path) -> None:
    write_catalogue(tmp_path, program=case.read_bytes())
    catalogue = read(tmp_path / "programmes.yaml")
    assert not faults(data(catalogue, NOWHERE))


@given(left_out=st.lists(st.integers(0, 10_000), max_size=40))
def test_programmes_with_any_of_the_fields_hold_by_the_schema(left_out: list[int]) -> None:
    """Each example leaves other fields out of a programme that has every one."""
    programme = copy.deepcopy(EVERY_FIELD)
    described = Programme.model_validate(programme)
    for number in left_out:
        keys = [(node, key) for node in nodes(programme) if isinstance(node, dict) for key in node]
        node, key = keys[number % len(keys)]
        value = node.pop(key)
        try:
            described = Programme.model_validate(programme)
        except ValidationError:
            node[key] = value  # a field that must be there
    whole = Catalogue(
        CATALOGUE.register, {"program": described}, {"program": "program.yaml"}, {"program": ""}
    )
    assert not faults(data(whole, NOWHERE))


@pytest.fixture
def full(tmp_path: Path) -> dict[str, Any]:
    """The files of a catalogue whose one programme has every field."""
    write_catalogue(tmp_path, program=filled(uncommented()))
    catalogue = read(tmp_path / "programmes.yaml")
    return data(catalogue, site(catalogue))


def test_every_field_is_published(full: dict[str, Any]) -> None:
    assert not faults(full)
    programme = full["data/v1/programmes/program.json"]
    properties = full[SCHEMA_FILE]["$defs"]["Programme"]["properties"]
    assert {*properties} == {*programme}
    assert {*Programme.model_fields} <= {*properties}


def test_what_no_page_shows_is_not_published(full: dict[str, Any]) -> None:
    """The name of a source's file, and how the catalogue lies in files."""
    told = json.dumps(full, ensure_ascii=False)
    assert "opslag.pdf" not in told
    assert ".yaml" not in told


def test_schema_can_refuse(full: dict[str, Any]) -> None:
    """Any value in place of another of its kind is refused: nothing in the schema is left open."""
    programme = full["data/v1/programmes/program.json"]
    check = validator("Programme", full[SCHEMA_FILE])
    accepted = []
    for node in [*nodes(programme)]:
        for key in [*node] if isinstance(node, dict) else range(len(node)):
            value = node[key]
            node[key] = None
            if check.is_valid(programme):
                accepted.append(key)
            node[key] = value
    assert check.is_valid(programme)
    assert accepted == []


def test_dates_are_told_as_written_and_as_bounds() -> None:
    (offering,) = FILES["data/v1/programmes/htk-talent.json"]["offerings"]
    assert offering["deadline"] == {"text": "1. marts", "edtf": "XXXX-03-01"}
    (offering,) = FILES["data/v1/programmes/glu-tillaeg.json"]["offerings"]
    (event,) = offering["events"]
    assert event["date"] == {
        "text": "primo 2014", "edtf": "2014-01~", "earliest": "2014-01-01", "latest": "2014-04-30",
    }  # fmt: skip


def test_amounts_are_told_as_written_and_in_figures() -> None:
    programme = FILES["data/v1/programmes/htk-talent.json"]
    days, hours = programme["workload"]["amounts"]
    assert programme["workload"]["text"] == "23-24 dage og 11,5-21 timer"
    assert (days["minimum"], days["maximum"], days["unit"]) == (23, 24, "day")
    assert (hours["minimum"], hours["maximum"], hours["unit"]) == (11.5, 21, "hour")
    assert programme["comparable_hours"]["minimum"] == pytest.approx(23 * 7.4 + 11.5)


def test_addresses_and_changes_are_told_where_they_are_known() -> None:
    latest = FILES["data/v1/programmes/lup3.json"]
    assert latest["url"] == "https://katalog.example.org/programmer/lup3/"
    assert latest["updated"] == BUILT.isoformat().replace("+00:00", "Z")
    unknown = data(CATALOGUE, NOWHERE)["data/v1/programmes/lup3.json"]
    assert not {"url", "updated"} & {*unknown}
    assert "$id" not in data(CATALOGUE, NOWHERE)[SCHEMA_FILE]


def test_pages_lead_to_their_data() -> None:
    addresses = {page.address for page in pages(CATALOGUE, "programmes.yaml")}
    assert {*data_of_pages(CATALOGUE.programmes)} <= addresses
    assert {*data_of_pages(CATALOGUE.programmes).values()} == {*FILES} - {SCHEMA_FILE}
