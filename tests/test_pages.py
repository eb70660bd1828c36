"""What readers are shown: the pages of the catalogue, and views of small programmes, as goldens."""

from pathlib import Path

import pytest

from generator.model.catalogue import Catalogue
from generator.reading.catalogue import read_catalogue
from generator.showing.pages import pages
from generator.showing.programme import programme_view
from generator.showing.wording import NBSP
from tests.conftest import Golden
from tests.support.cases import CASES, GOLDEN, ROOT, files
from tests.support.catalogues import write_catalogue
from tests.support.outline import outline


def read(register: Path) -> Catalogue:
    reading = read_catalogue(register)
    assert reading.catalogue, reading.problems
    return reading.catalogue


CATALOGUE = read(ROOT / "programmes.yaml")
ALL = {page.address: page for page in pages(CATALOGUE, "programmes.yaml")}
WAYS_IN = {"way-in": "indhold/mentor/", "way-in-partner": "organisation/metropol/"}
"""Two for all that are alike: with one that is over, and with none of its own."""
PAGES = {
    Path(page.address).name if page.kind == "programme" else page.kind: page
    for page in ALL.values()
    if page.kind != "way-in"
} | {name: ALL[address] for name, address in WAYS_IN.items()}


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str, golden: Golden) -> None:
    golden(GOLDEN / f"{name}.html", PAGES[name].html)


def test_each_programme_has_its_page() -> None:
    once = {
        "front",
        "catalogue",
        "topics",
        "find",
        "compare",
        "search",
        "calendar",
        "glossary",
        "findings",
        *WAYS_IN,
    }
    assert {*PAGES} == once | {*CATALOGUE.programmes}
    assert {file.stem for file in GOLDEN.glob("*.html")} == {*PAGES}


@pytest.mark.parametrize("case", files("views", "*.yaml"), ids=lambda file: file.stem)
def test_view(case: Path, tmp_path: Path, golden: Golden) -> None:
    write_catalogue(tmp_path, program=case.read_bytes())
    catalogue = read(tmp_path / "programmes.yaml")
    view = programme_view(catalogue, "program")
    golden(case.with_suffix(".out"), "\n".join(outline(view)) + "\n")
    assert all(page.html for page in pages(catalogue, "programmes.yaml"))


def test_each_view_has_its_case() -> None:
    assert {*CASES.glob("views/*.out")} == {f.with_suffix(".out") for f in files("views", "*.yaml")}


def test_times_of_the_talent_programme() -> None:
    """The one source with a full time table: days and hours add up apart, and compare as hours."""
    table = programme_view(CATALOGUE, "htk-talent").time_table
    assert table
    assert table.total.replace(NBSP, " ") == "23–24 dage og 11,5–21 timer"
    assert "182–199 timer" in table.comparable.replace(NBSP, " ")
