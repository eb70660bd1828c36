"""The findings in SARIF are held against the standard's schema, which comes with a package."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from tests.site.pages import TOOLS
from tests.support.cases import files
from tests.support.catalogues import run, write, write_catalogue

SCHEMA = TOOLS / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
VALIDATOR = Draft4Validator(
    json.loads(SCHEMA.read_text("utf-8")), format_checker=Draft4Validator.FORMAT_CHECKER
)


def sarif(folder: Path, **programmes: bytes) -> dict[str, Any]:
    write_catalogue(folder, **programmes)
    log: dict[str, Any] = json.loads(run("check", "--format", "sarif", cwd=folder).out)
    return log


@pytest.fixture
def log(tmp_path: Path) -> dict[str, Any]:
    """The findings of all cases at once."""
    cases = files("problems", "*/*.yaml")
    return sarif(tmp_path, **{case.stem: case.read_bytes() for case in cases})


def faults(log: dict[str, Any]) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(log)]


def test_every_finding_fits_the_schema(log: dict[str, Any]) -> None:
    assert faults(log) == []


def test_rules_lead_to_their_explanations(tmp_path: Path) -> None:
    [wrong] = files("problems/errors", "amount-no.yaml")
    write_catalogue(tmp_path, wrong=wrong.read_bytes())
    write(tmp_path / "mkdocs.yml", b"site_url: https://katalog.example.org/")
    log = json.loads(run("check", "--format", "sarif", cwd=tmp_path).out)
    assert all("helpUri" in rule for rule in log["runs"][0]["tool"]["driver"]["rules"])
    assert faults(log) == []


def test_nothing_found_fits_the_schema(tmp_path: Path) -> None:
    [fine] = files("problems/fine", "quotes.yaml")
    log = sarif(tmp_path, fine=fine.read_bytes())
    assert log["runs"][0]["results"] == []
    assert faults(log) == []


MISTAKES: list[Callable[[dict[str, Any]], object]] = [
    lambda log: log.pop("version"),
    lambda log: log["runs"][0]["results"][0].pop("message"),
    lambda log: log["runs"][0]["results"][0].update(level="fejl"),
    lambda log: log["runs"][0].update(columnKind="tegn"),
    lambda log: log["runs"][0]["tool"]["driver"]["rules"][0].pop("id"),
]


@pytest.mark.parametrize("mistake", range(len(MISTAKES)))
def test_schema_sees_mistakes(log: dict[str, Any], mistake: int) -> None:
    wrong = copy.deepcopy(log)
    MISTAKES[mistake](wrong)
    assert faults(wrong)


def test_results_know_their_rules_and_places(log: dict[str, Any]) -> None:
    """What the standard says and its schema cannot: numbers of rules, and columns in the line."""
    [found] = log["runs"]
    rules = found["tool"]["driver"]["rules"]
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        [location] = result["locations"]
        region = location["physicalLocation"]["region"]
        line = region.get("snippet", {}).get("text", "")
        start, end = region.get("startColumn", 1), region.get("endColumn", 1)
        assert 1 <= start <= end <= len(line) + 1
    marks = [result["partialFingerprints"]["finding/v1"] for result in found["results"]]
    assert len(set(marks)) == len(marks)
