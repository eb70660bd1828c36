"""Mistakes in a programme: a file of `cases/problems/` is a case, the report beside it is golden.

The folder says what a file must come to: an error, a warning, a gap, or nothing at all.
"""

from pathlib import Path

import pytest

from generator.problems.problem import Severity
from generator.reading.nodes import MAX_BYTES
from tests.conftest import Golden
from tests.support.cases import CASES, files
from tests.support.catalogues import run, worst, write_catalogue

WORST = {
    "errors": Severity.ERROR,
    "warnings": Severity.WARNING,
    "gaps": Severity.GAP,
    "fine": None,
}


@pytest.mark.parametrize(
    "case",
    [file for folder in WORST for file in files(f"problems/{folder}", "*.yaml")],
    ids=lambda file: f"{file.parent.name}/{file.stem}",
)
def test_report(case: Path, tmp_path: Path, golden: Golden) -> None:
    write_catalogue(tmp_path, program=case.read_bytes())
    found = run("check", cwd=tmp_path)
    golden(case.with_suffix(".out"), found.out)
    assert worst(found.out) == WORST[case.parent.name]
    assert (found.code, found.err) == (int(worst(found.out) is Severity.ERROR), "")


def test_each_report_has_its_case() -> None:
    reports = set((CASES / "problems").rglob("*.out"))
    assert reports == {file.with_suffix(".out") for file in files("problems", "*/*.yaml")}


def test_file_that_is_too_large(tmp_path: Path) -> None:
    """Made here, since it would weigh more than all other cases."""
    least = (CASES / "problems" / "fine" / "quotes.yaml").read_bytes()
    filling = b"# " + b"x" * (MAX_BYTES - len(least) - 3) + b"\n"
    write_catalogue(tmp_path, program=least + filling)
    assert run("check", cwd=tmp_path).code == 0
    write_catalogue(tmp_path, program=least + filling + b"#")
    found = run("check", cwd=tmp_path)
    assert found.code == 1
    assert found.out.startswith("fejl[for-stor-fil] program.yaml:1:1\n")
