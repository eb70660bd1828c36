"""Whole sites: a folder of `cases/sites/` is what one has of its own, its `expected.out` is golden.

The rest is that of a site in order. The folder above says what it must come to.
"""

import shutil
from pathlib import Path

import pytest

from generator.problems.problem import Severity
from tests.conftest import Golden
from tests.support.cases import files
from tests.support.catalogues import run, worst, write_pages

WORST = {"errors": Severity.ERROR, "warnings": Severity.WARNING, "fine": None}
PROGRAMME = files("problems/fine", "quotes.yaml")[0].read_bytes()


@pytest.mark.parametrize(
    "case",
    [folder for kind in WORST for folder in files(f"sites/{kind}", "*")],
    ids=lambda folder: f"{folder.parent.name}/{folder.name}",
)
def test_site(case: Path, tmp_path: Path, golden: Golden) -> None:
    write_pages(tmp_path, PROGRAMME)
    shutil.copytree(case, tmp_path, dirs_exist_ok=True)
    found = run("check", cwd=tmp_path)
    golden(case / "expected.out", found.out)
    assert worst(found.out) == WORST[case.parent.name]
    assert (found.code, found.err) == (int(case.parent.name == "errors"), "")


def test_settings_that_may_name_the_register(tmp_path: Path) -> None:
    """That there is none of the usual name follows from what is told."""
    write_pages(tmp_path, PROGRAMME).write_bytes(b"nav: [\n")
    (tmp_path / "programmes.yaml").unlink()
    found = run("check", cwd=tmp_path)
    assert "yaml-klamme" in found.out
    assert "\n1 fejl." in found.out
