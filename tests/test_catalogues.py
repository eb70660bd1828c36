"""Whole catalogues: a folder of `cases/catalogues/` is a case, its `expected.out` is golden.

The folder above says what a catalogue must come to: an error, a warning, or nothing at all.
"""

import re
import shutil
from pathlib import Path

import pytest

from generator.problems.problem import Severity
from generator.reading.catalogue import read_catalogue
from tests.conftest import Golden
from tests.support.cases import ROOT, files
from tests.support.catalogues import run, worst, write, write_catalogue

WORST = {"errors": Severity.ERROR, "warnings": Severity.WARNING, "fine": None}


@pytest.mark.parametrize(
    "case",
    [folder for kind in WORST for folder in files(f"catalogues/{kind}", "*")],
    ids=lambda folder: f"{folder.parent.name}/{folder.name}",
)
def test_catalogue(case: Path, tmp_path: Path, golden: Golden) -> None:
    shutil.copytree(case, tmp_path, dirs_exist_ok=True)
    write(tmp_path / "mkdocs.yml", b"plugins: [programmes]\n")
    found = run("check", cwd=tmp_path)
    catalogue = read_catalogue(tmp_path / "programmes.yaml").catalogue
    shown = [f"{id}: {file}\n" for id, file in catalogue.files.items()] if catalogue else []
    golden(case / "expected.out", "".join([found.out, *shown]))

    has_errors = worst(found.out) is Severity.ERROR
    assert worst(found.out) == WORST[case.parent.name]
    assert (found.code, found.err, bool(catalogue)) == (int(has_errors), "", not has_errors)


def test_published_catalogue(golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    """The contradictions of the sources are found, and nothing else is wrong."""
    monkeypatch.delenv("CATALOGUE_SITE_URL", raising=False)
    found = run("check", cwd=ROOT)
    golden(ROOT / "tests" / "golden" / "check.out", found.out)
    assert found.code == 0


def test_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of another user's; patched, since pipelines run as one who may read everything."""
    least = files("problems/fine", "quotes.yaml")[0].read_bytes()
    write_catalogue(tmp_path, program=least)
    read_bytes = Path.read_bytes

    def refuse(file: Path) -> bytes:
        if file.name == "program.yaml":
            raise PermissionError(file)
        return read_bytes(file)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = run("check", cwd=tmp_path)
    assert found.code == 1
    assert re.match(r"fejl\[ulæselig-fil\] programmes.yaml:\d+:5\n", found.out)
