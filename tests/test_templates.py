"""Issues ask for what a programme can hold, by the names that it has there."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from generator.model.offering import Offering
from generator.model.programme import Programme
from tests.support.cases import ROOT

FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
GITLAB = ROOT / ".gitlab"
ABOUT: dict[str, type[BaseModel]] = {"Nyt program": Programme, "Nyt hold": Offering}
"""What each form but one asks for; that one is for any correction."""
ASKED_BESIDES = {"programme"}
# https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests
KEYS = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
}


def read(form: Path) -> Any:
    return yaml.safe_load(form.read_text("utf-8"))


def asked(form: Path) -> dict[str, str]:
    """What is asked for by id, as it is worded."""
    return {
        i["id"]: i["attributes"]["label"] for i in read(form)["body"] if i["type"] != "markdown"
    }


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_form_is_valid(form: Path) -> None:
    """By GitHub's rules for issue forms, as far as ours use them."""
    data = read(form)
    assert (
        {"name", "description", "body"} <= data.keys() <= {"name", "description", "title", "body"}
    )
    for item in data["body"]:
        assert item.keys() <= {"type", "id", "attributes", "validations"}
        assert item["attributes"].keys() <= KEYS[item["type"]]
        assert item.get("validations", {}).keys() <= {"required"}
        assert all(isinstance(text, str) and text for text in item["attributes"].values())
    ids = [item["id"] for item in data["body"] if item["type"] != "markdown"]
    assert all(re.fullmatch(r"[\w-]+", id) for id in ids)
    assert len(set(ids)) == len(ids) > 0


def test_each_form_is_on_both_sites() -> None:
    names = {read(form)["name"] for form in FORMS}
    assert names == {file.stem for file in (GITLAB / "issue_templates").glob("*.md")}
    assert names > ABOUT.keys()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_fields_are_those_of_the_model(form: Path) -> None:
    name = read(form)["name"]
    fields = ABOUT[name].model_fields if name in ABOUT else {}
    found = asked(form)
    for id, label in found.items():
        assert not fields or id in ASKED_BESIDES or fields[id].title == label
    needed = {id for id, field in fields.items() if field.is_required()} - {"status"}
    assert needed <= found.keys()


@pytest.mark.parametrize("name", ABOUT)
def test_both_sites_ask_for_the_same(name: str) -> None:
    (form,) = (form for form in FORMS if read(form)["name"] == name)
    text = (GITLAB / "issue_templates" / f"{name}.md").read_text("utf-8")
    listed = dict(re.findall(r"^\| `(\w+)` \| ([^:]+):", text, re.MULTILINE))
    assert listed == {id: label for id, label in asked(form).items() if id not in ASKED_BESIDES}


def test_both_sites_have_one_list_for_a_merge() -> None:
    ours = (ROOT / ".github" / "pull_request_template.md").read_text("utf-8")
    assert ours == (GITLAB / "merge_request_templates" / "Default.md").read_text("utf-8")
    assert ours.count("- [ ] ") >= 3
