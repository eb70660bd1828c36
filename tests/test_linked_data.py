"""What pages tell of themselves as linked data: what is known, exactly, and nothing else."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from generator.exports.linked_data import LinkedData, PublishedPage
from generator.exports.linked_programme import iso_duration
from generator.model.amounts import Amount
from generator.showing.addresses import CATALOGUE as LIST
from generator.showing.addresses import list_address, programme_address
from generator.showing.listing import A_PAGE
from generator.showing.pages import pages
from tests.conftest import Golden
from tests.support.cases import CASES, GOLDEN, Row, files, rows
from tests.support.catalogues import write_catalogue
from tests.support.publishing import CATALOGUE, NOWHERE, linked_data, read, site

HOST = "https://katalog.example.org/"
PAGES = linked_data(CATALOGUE, site(CATALOGUE))
DATES = {"startDate", "endDate"}


def text(thing: Any) -> str:
    return json.dumps(thing, ensure_ascii=False, indent=1) + "\n"


def properties(thing: Any) -> Iterator[tuple[str, Any]]:
    """Every property anywhere in a thing, with each of its values."""
    for name, value in thing.items() if isinstance(thing, dict) else ():
        for each in value if isinstance(value, list) else [value]:
            yield name, each
            yield from properties(each)


@pytest.mark.parametrize("address", ["", LIST, *map(programme_address, CATALOGUE.programmes)])
def test_page(address: str, golden: Golden) -> None:
    name = address.strip("/").replace("/", "-") or "forside"
    golden(GOLDEN / "linked-data" / f"{name}.json", text(PAGES[address]))


@pytest.mark.parametrize("case", files("linked-data", "*.yaml"), ids=lambda file: file.stem)
def test_programme(case: Path, tmp_path: Path, golden: Golden) -> None:
    write_catalogue(tmp_path, program=case.read_bytes())
    catalogue = read(tmp_path / "programmes.yaml")
    thing = linked_data(catalogue, site(catalogue))["programmer/program/"]
    golden(case.with_suffix(".json"), text(thing["mainEntity"]))
    # The vocabulary's types can't tell this: there, a date is any text.
    for name, value in properties(thing["mainEntity"]):
        assert name not in DATES or date.fromisoformat(value).isoformat() == value


def test_each_case_is_one() -> None:
    assert {*CASES.glob("linked-data/*.json")} == {
        file.with_suffix(".json") for file in files("linked-data", "*.yaml")
    }


@pytest.mark.parametrize("row", rows("iso-durations"), ids=str)
def test_duration(row: Row) -> None:
    written, expected = row.cells
    assert iso_duration(Amount.parse(written)) == expected


@pytest.mark.parametrize("address", PAGES)
def test_addresses_are_those_of_pages(address: str) -> None:
    """Absolute where the site's is known, else relative to the page."""
    relative = linked_data(CATALOGUE, NOWHERE)[address]
    for thing, base in (PAGES[address], ""), (relative, HOST + address):
        links = [
            urljoin(base, value)
            for name, value in properties(thing)
            if name in ("url", "item") and isinstance(value, str)
        ]
        assert links
        assert {link.removeprefix(HOST) for link in links} <= {*PAGES}
    assert HOST not in json.dumps(relative)


def test_page_that_nothing_is_known_of() -> None:
    """A page of prose, or of a kind that comes later."""
    page = PublishedPage("om/", "Om & mere", "Hvad er det?", (("Forside", ""),))
    thing = LinkedData(CATALOGUE, site(CATALOGUE)).of(page)
    assert thing["@type"] == "WebPage"
    assert (thing["name"], thing["url"]) == ("Om & mere", HOST + "om/")
    assert not {"mainEntity", "dateModified"} & {*thing}


def test_long_list_is_told_page_by_page(tmp_path: Path) -> None:
    case = files("views", "minimal.yaml")[0].read_bytes()
    number = A_PAGE + 2
    write_catalogue(tmp_path, **{f"p{n:03}": case for n in range(number)})
    catalogue = read(tmp_path / "programmes.yaml")
    linked = LinkedData(catalogue, site(catalogue))
    lists = [page for page in pages(catalogue, "programmes.yaml") if page.kind == "catalogue"]
    assert [page.address for page in lists] == [LIST, list_address(LIST, 2)]
    told = [
        linked.of(PublishedPage(p.address, p.title, p.description))["mainEntity"] for p in lists
    ]
    assert {thing["numberOfItems"] for thing in told} == {number}
    items = [item for thing in told for item in thing["itemListElement"]]
    assert [item["position"] for item in items] == [*range(1, number + 1)]
    assert [item["url"] for item in items] == [
        f"{HOST}programmer/{id}/" for id in catalogue.programmes
    ]
    for page, thing in zip(lists, told, strict=True):
        assert page.html.count('class="card') >= len(thing["itemListElement"])


def test_what_is_over_has_no_open_application() -> None:
    thing = json.loads((CASES / "linked-data" / "completed.json").read_text("utf-8"))
    assert not {name for name in thing if re.match("application", name)}
    assert "afsluttet" in thing["description"]
