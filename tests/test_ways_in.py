"""The ways in: a word that some programme has leads to its programmes, and no other does."""

from pathlib import Path

import pytest

from generator.model.catalogue import Catalogue
from generator.reading.catalogue import read_catalogue
from generator.showing.pages import pages
from generator.showing.ways_in import ways_in
from tests.conftest import Golden
from tests.support.cases import CASES, ROOT
from tests.support.catalogues import write_catalogue
from tests.support.outline import outline

FOLDER = CASES / "ways-in"


def read(register: Path) -> Catalogue:
    reading = read_catalogue(register)
    assert reading.catalogue, reading.problems
    return reading.catalogue


def test_words_and_their_programmes(tmp_path: Path, golden: Golden) -> None:
    files = {file.stem: file.read_bytes() for file in sorted(FOLDER.glob("*.yaml"))}
    write_catalogue(tmp_path, **files)
    lines = [
        line
        for group in ways_in(read(tmp_path / "programmes.yaml"))
        for line in (group.name, *outline(group, "  "))
    ]
    golden(FOLDER / "expected.out", "\n".join(lines) + "\n")


@pytest.mark.parametrize("facet", ["maalgruppe", "omraade", "indhold", "organisation"])
def test_no_page_is_empty(facet: str) -> None:
    found = [p for p in pages(read(ROOT / "programmes.yaml"), "") if p.address.startswith(facet)]
    assert found
    assert [page.address for page in found if '<li class="card">' not in page.html] == []


def test_catalogue_without_words_has_no_ways_in(tmp_path: Path) -> None:
    write_catalogue(tmp_path, program=(FOLDER / "bare.yaml").read_bytes())
    catalogue = read(tmp_path / "programmes.yaml")
    assert ways_in(catalogue) == ()
    made = [*pages(catalogue, "")]
    assert not {"topics", "way-in"} & {page.kind for page in made}
    assert [page.address for page in made if "emner/" in page.html] == []
