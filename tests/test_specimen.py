"""The commented specimen is the format's manual: it has every field, and all its examples work."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel

from generator.checks.texts import LONGEST_SUMMARY
from generator.model.programme import Programme
from generator.problems.problem import Severity
from generator.reading.catalogue import read_catalogue
from generator.showing.pages import pages
from generator.showing.wording import NBSP
from generator.specimen import specimen, uncommented
from tests.support.catalogues import filled, run, worst, write_catalogue

# What is read for other ends than to stand on the page: names of files, and ids.
NOT_SHOWN = {"aliases", "document", "id", "profile", "status", "source", "organisation"} | {
    "audiences", "fields", "kind", "deadline", "by", "involves_manager"
}  # fmt: skip


def test_as_written_it_only_lacks_answers(tmp_path: Path) -> None:
    write_catalogue(tmp_path, program=specimen().encode())
    found = run("check", cwd=tmp_path)
    assert {*re.findall(r"^fejl\[.*?\]", found.out, re.MULTILINE)} == {"fejl[udfyld]"}, found.out
    write_catalogue(tmp_path, program=filled(specimen()))
    assert worst(run("check", cwd=tmp_path).out) is Severity.GAP


def test_it_asks_for_a_summary_as_short_as_the_check_does() -> None:
    assert f"på højst {LONGEST_SUMMARY} tegn" in specimen()


def test_with_all_examples_only_the_placeholders_are_left(tmp_path: Path) -> None:
    write_catalogue(tmp_path, program=uncommented().encode())
    found = run("check", cwd=tmp_path)
    assert {*re.findall(r"^\w+\[.*?\]", found.out, re.MULTILINE)} == {"fejl[udfyld]"}, found.out


def _groups(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        for group in _named_in(field.annotation):
            yield from _groups(group)


def _named_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _named_in(argument)


def _set_fields(value: Any) -> Iterator[tuple[type[BaseModel], str]]:
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            given = getattr(value, name)
            if given != field.get_default():
                yield type(value), name
                yield from _set_fields(given)
    elif isinstance(value, tuple):
        for item in value:
            yield from _set_fields(item)


def test_every_field_has_an_example(tmp_path: Path) -> None:
    write_catalogue(tmp_path, program=filled(uncommented()))
    catalogue = read_catalogue(tmp_path / "programmes.yaml").catalogue
    assert catalogue
    wanted = {(group, name) for group in _groups(Programme) for name in group.model_fields}
    assert wanted - {*_set_fields(catalogue.programmes["program"])} == set()


def _texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in NOT_SHOWN:
                yield from _texts(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, name)
    else:
        yield name, value


def _plain(text: str) -> str:
    """Letters and figures only: tags, dashes and spaces are a matter of layout."""
    without_tags = re.sub(r"<[^>]*>", " ", text)
    return " ".join(re.findall(r"\w+", html.unescape(without_tags).replace(NBSP, " "))).casefold()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("specimen")
    write_catalogue(folder, program=filled(uncommented()))
    catalogue = read_catalogue(folder / "programmes.yaml").catalogue
    assert catalogue
    return next(page.html for page in pages(catalogue, "") if page.kind == "programme")


@pytest.mark.parametrize(
    ("field", "written"), [*_texts(yaml.load(filled(uncommented()), yaml.CBaseLoader))], ids=str
)
def test_every_fact_is_shown(page: str, field: str, written: str) -> None:
    """Whatever an editor writes, a reader can read."""
    without_links = re.sub(r"\[(.*?)\]\(\S+\)", r"\1", written)
    words = _plain(without_links.replace("2026-11-21", "21. november 2026"))
    assert words in _plain(page) or f'href="{written}"' in page
